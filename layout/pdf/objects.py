"""Python values go in, PDF objects come out: reportlab's document core numbers, formats and cross-references them.

Only its object layer is used. Its page and text layers start every page with an un-embedded Helvetica, know no CFF
fonts and no vertical writing, and end streams without a line end.
"""

from typing import Any

from layout.pdf.core import pdfdoc

Value = Any
"""None is left out; str is written as it stands ("/Name", "true"); dict, list and tuple nest; bytes are written raw."""
Part = bytes | memoryview
_PLAIN = frozenset(range(0x21, 0x7F)) - frozenset(b"#%()/<>[]{}")
"""Bytes that stand for themselves in a name."""


class _Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """A stream whose bytes are final. pdfdoc.PDFStream leaves out the line end before `endstream`."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Value], data: Part) -> None:
        self._entries, self._data = entries, data

    def parts(self, document: Any) -> tuple[Part, ...]:
        """What stands between `obj` and `endobj`, the data not copied."""
        head: bytes = dictionary(self._entries | {"Length": len(self._data)}).format(document)
        return head, b"\nstream\n", self._data, b"\nendstream\n"


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab ships no types
    """A document whose two identifiers are given, not drawn from the clock."""

    identity = b""

    def forget_basic_fonts(self) -> None:
        """Takes out the dictionary of un-embedded standard fonts every reportlab document starts with."""
        self.objectcounter = 0
        for table in (self.idToObject, self.idToObjectNumberAndVersion, self.numberToId):
            table.clear()

    def parts(self) -> tuple[Part, ...]:
        """As the original's format(), but streams stay as they are: it copies every photo four times over."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        out = pdfdoc.PDFFile(self._pdfVersion)
        ids: list[str] = []
        while oid := self.numberToId.get(len(ids) + 1):  # writing an object may add others
            ids.append(oid)
            self.idToOffset[oid] = out.offset
            thing = self.idToObject[oid]
            parts = thing.parts(self) if isinstance(thing, _Stream) else (pdfdoc.format(thing, self, 1), b"\n")
            for part in (b"%d %d obj\n" % self.idToObjectNumberAndVersion[oid], *parts, b"endobj\n"):
                out.add(part)
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, ids)
        start = out.add(table.format(self))
        out.add(pdfdoc.PDFTrailer(start, len(ids) + 1, None, root, info, self.ID()).format(self))
        return tuple(out.strings)

    def ID(self) -> bytes:  # noqa: N802  (reportlab's name)
        return b"[<%s><%s>]" % (self.identity, self.identity)


class File:
    """A PDF being put together. Objects are added in any order; references may point to objects filled in later."""

    def __init__(self, version: tuple[int, int]) -> None:
        self._document = _Document(pdfVersion=version, invariant=1, compression=0)
        self._document.forget_basic_fonts()

    def add(self, entries: dict[str, Value]) -> Value:
        """A new indirect dictionary; the reference to it."""
        return self._document.Reference(dictionary(entries))

    def reserve(self) -> tuple[Value, Value]:
        """A new indirect dictionary to be filled in later with fill(), and the reference to it."""
        empty = pdfdoc.PDFDictionary()
        return empty, self._document.Reference(empty)

    def stream(self, data: Part, entries: dict[str, Value]) -> Value:
        """A new stream with bytes as they stand (`entries` names their Filter, if any); the reference to it."""
        return self._document.Reference(_Stream(entries, data))

    def written(self, catalog: dict[str, Value], info: dict[str, Value], identity: str) -> tuple[Part, ...]:
        """The whole file, in parts that follow one another. `identity` is hexadecimal."""
        self._document.Catalog = dictionary(catalog)
        self._document.info = dictionary(info)
        self._document.identity = identity.encode("ascii")
        return self._document.parts()


def fill(reserved: Value, entries: dict[str, Value]) -> None:
    """Gives a reserved dictionary its entries."""
    reserved.dict.update(dictionary(entries).dict)


def dictionary(entries: dict[str, Value]) -> Value:
    """A direct dictionary, keys written in alphabetical order."""
    return pdfdoc.PDFDictionary({key: _value(value) for key, value in entries.items() if value is not None})


def name(words: str) -> str:
    """A name object: what is no plain letter, figure or sign stands as #XX, in UTF-8 (ISO 32000-1, 7.3.5)."""
    plain = (chr(byte) if byte in _PLAIN else f"#{byte:02X}" for byte in words.encode("utf-8", "replace"))
    return "/" + "".join(plain)


def text(words: str) -> Value:
    """A text string: ASCII as it is, all else as UTF-16BE with a mark (ISO 32000-1, 7.9.2.2)."""
    return pdfdoc.PDFString(words)


def _value(value: Value) -> Value:
    if isinstance(value, dict):
        return dictionary(value)
    if isinstance(value, list | tuple):
        return pdfdoc.PDFArray([_value(item) for item in value])
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
