"""The bytes of a font file go in; its tables, and what kind of file it is when it is no OpenType font, come out."""

import struct

from layout.model.value import value

COLLECTION = b"ttcf"
VERSIONS = (b"OTTO", b"\x00\x01\x00\x00", b"true")
OTHERS = {
    b"wOFF": "WOFF",
    b"wOF2": "WOFF2",
    b"\x80\x01": "Type 1 (PFB)",
    b"%!PS-AdobeFont": "Type 1 (PFA)",
    b"%!FontType1": "Type 1 (PFA)",
    b"StartFontMetrics": "AFM",
    b"typ1": "Type 1",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP",
    b"<svg": "SVG",
    b"<?xml": "XML",
    b"<!DOCTYPE": "HTML",
    b"<html": "HTML",
}
"""How other files begin that are taken for fonts."""


@value
class TableEntry:
    """A line of a font's directory."""

    checksum: int
    offset: int
    length: int


def kind_of(data: bytes) -> str:
    """What the file is when it is no OpenType font but something known; empty otherwise."""
    return next((name for start, name in OTHERS.items() if data.startswith(start)), "")


class Sfnt:
    """One font of an OpenType file or collection. struct.error or ValueError where it has no directory."""

    def __init__(self, data: bytes, index: int) -> None:
        self._data = memoryview(data)
        self.count = struct.unpack_from(">L", data, 8)[0] if data[:4] == COLLECTION else 1
        self.tables: dict[str, TableEntry] = {}
        if index < self.count:
            start = struct.unpack_from(">L", data, 12 + 4 * index)[0] if data[:4] == COLLECTION else 0
            self._read(data, start)

    def _read(self, data: bytes, start: int) -> None:
        if data[start : start + 4] not in VERSIONS:
            raise ValueError("no OpenType font")
        (count,) = struct.unpack_from(">H", data, start + 4)
        for number in range(count):
            tag, *entry = struct.unpack_from(">4s3L", data, start + 12 + 16 * number)
            self.tables[tag.decode("latin-1")] = TableEntry(*entry)

    def inside(self, tag: str) -> bool:
        """Whether the table ends within the file."""
        entry = self.tables[tag]
        return entry.offset + entry.length <= len(self._data)

    def table(self, tag: str) -> memoryview:
        entry = self.tables[tag]
        return self._data[entry.offset : entry.offset + entry.length]

    def number(self, tag: str, at: int) -> int:
        """Two bytes of a table, unsigned."""
        return int(struct.unpack_from(">H", self.table(tag), at)[0])

    def weights(self) -> tuple[float, float] | None:
        """Least and greatest of the axis `wght` of a variable font; None where it has none."""
        if "fvar" not in self.tables:
            return None
        table = self.table("fvar")
        start, _, count, size = struct.unpack_from(">4H", table, 4)
        for number in range(count):
            tag, low, _, high = struct.unpack_from(">4s3l", table, start + number * size)
            if tag == b"wght":
                return low / 65536, high / 65536
        return None
