"""A font file or a bare CFF table in; which CID each glyph id has out, read without fontTools."""

import struct
from array import array
from collections.abc import Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path

Table = bytes | memoryview

# Operators of a CFF Top DICT (Adobe Technical Note 5176, tables 9 and 10); 12 escapes to a second byte.
CHARSET = 15
CHAR_STRINGS = 17
ROS = (12 << 8) | 30


def table_of(path: Path, index: int) -> memoryview:
    """The CFF table of font `index` of an OpenType file or collection, mapped: a few kilobytes of megabytes are read.

    OSError when the file cannot be opened, KeyError when it has no such table (OpenType 1.9, "Organization of an
    OpenType font").
    """
    with path.open("rb") as file:
        data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    start = struct.unpack_from(">L", data, 12 + 4 * index)[0] if bytes(data[:4]) == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    rows = struct.iter_unpack(">4s4xLL", data[start + 12 : start + 12 + 16 * count])
    at, length = {tag: (at, length) for tag, at, length in rows}[b"CFF "]
    return data[at : at + length]


def cids(table: Table) -> Sequence[int] | None:
    """CID of each glyph, by glyph id; None when the font is not CID-keyed (then a CID is a glyph id)."""
    names = _index_end(table, table[2])
    top = _top_dict(_first_item(table, names))
    if ROS not in top:
        return None
    (count,) = struct.unpack_from(">H", table, top[CHAR_STRINGS])
    start = top.get(CHARSET, 0)
    if start <= 2:  # predefined charsets have no meaning in a CID-keyed font: glyph order is CID order
        return range(count)
    return _charset(table, start, count)


def outlines(table: Table) -> int:
    """How many outlines the table has; IndexError where the last of them does not end within it."""
    names = _index_end(table, table[2])
    at = _top_dict(_first_item(table, names))[CHAR_STRINGS]
    end = _index_end(table, at)
    if not 0 < at < end <= len(table):
        raise IndexError(end)
    return _index_shape(table, at)[0]


def _index_shape(table: Table, at: int) -> tuple[int, int, int]:
    """Count, offset size, and the position that item offsets count from, of the INDEX at `at`."""
    (count,) = struct.unpack_from(">H", table, at)
    if count == 0:
        return 0, 0, at + 1
    size = table[at + 2]
    return count, size, at + 2 + (count + 1) * size


def _offset(table: Table, at: int, size: int, item: int) -> int:
    start = at + 3 + item * size
    return int.from_bytes(table[start : start + size], "big")


def _index_end(table: Table, at: int) -> int:
    """The position after the INDEX at `at`."""
    count, size, base = _index_shape(table, at)
    if count == 0:
        return at + 2
    return base + _offset(table, at, size, count)


def _first_item(table: Table, at: int) -> Table:
    _, size, base = _index_shape(table, at)
    return table[base + _offset(table, at, size, 0) : base + _offset(table, at, size, 1)]


def _top_dict(data: Table) -> dict[int, int]:
    """Operator → its last operand. Real numbers are skipped: no operator wanted here has one."""
    found: dict[int, int] = {}
    last = 0
    at = 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            operator = byte
            if byte == 12:
                at += 1
                operator = (12 << 8) | data[at]
            found[operator] = last
            at += 1
        elif byte == 30:
            at = _after_real(data, at + 1)
        else:
            last, at = _integer(data, at)
    return found


def _after_real(data: Table, at: int) -> int:
    """A real number is nibbles, ended by a nibble 0xF (Technical Note 5176, section 4)."""
    while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
        at += 1
    return at + 1


def _integer(data: Table, at: int) -> tuple[int, int]:
    """The operand at `at` and the position after it (Technical Note 5176, table 3)."""
    byte = data[at]
    if byte == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if byte <= 246:
        return byte - 139, at + 1
    if byte <= 250:
        return (byte - 247) * 256 + data[at + 1] + 108, at + 2
    return -(byte - 251) * 256 - data[at + 1] - 108, at + 2


def _charset(table: Table, at: int, count: int) -> Sequence[int]:
    """The charset at `at` (Technical Note 5176, section 13); glyph 0 is CID 0 and is not stored."""
    form = table[at]
    at += 1
    if form == 0:
        return array("H", (0, *struct.unpack_from(f">{count - 1}H", table, at)))
    row = struct.Struct(">HB" if form == 1 else ">HH")
    found = array("H", (0,))
    most = min(count, (len(table) - at) // row.size)
    for first, left in row.iter_unpack(table[at : at + most * row.size]):
        if left:
            found.extend(range(first, first + left + 1))
        else:
            found.append(first)
        if len(found) >= count:
            break
    return found
