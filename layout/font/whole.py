"""A font file of a house's own goes in; findings on what makes it unfit for print come out, before a glyph is set.

A damaged font prints blank paper under a text layer that reads as if all were well, so everything that setting and
embedding rest on is looked at: OpenType 1.9.1, "Organization of an OpenType font" and the chapters of its tables.
"""

import hashlib
import struct
import sys
from array import array
from pathlib import Path

from layout.font import cff
from layout.font.face import Face
from layout.font.fault import FontUnreadable
from layout.font.sfnt import Sfnt, kind_of
from layout.model.finding import Finding, finding
from layout.model.fonts import FontFile

NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "name")
LEAST = {"head": 54, "hhea": 36, "maxp": 6, "OS/2": 68, "name": 6, "cmap": 4}
"""Bytes that the shortest version of each table has."""
SUMMED = (
    *("glyf", "loca", "CFF ", "CFF2", "hmtx", "cmap", "maxp", "hhea", "OS/2"),
    *("GSUB", "vhea", "vmtx", "VORG", "fvar", "gvar", "avar", "HVAR"),
)
"""Tables whose damage shows in nothing but their checksum. Those of `head` and `name` are wrong in sound fonts too."""
RESTRICTED, NO_SUBSET, BITMAP_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of fsType (OpenType, OS/2)."""


def faults(file: FontFile) -> tuple[Finding, ...]:
    """What is wrong with a font file that is there; nothing where it can be set and embedded."""
    try:
        data = Path(file.path).read_bytes()
    except OSError:
        return (finding("FONT-UNREADABLE", file.place, key=file.key, path=file.path),)
    found = _changed(file, data)
    if other := kind_of(data):
        return (*found, finding("FONT-FORMAT", file.place, key=file.key, path=file.path, kind=other))
    try:
        return (*found, *_opened(file, Sfnt(data, file.index)))
    except (struct.error, IndexError, ValueError):  # the directory itself is cut off, or is none
        return (*found, finding("FONT-UNREADABLE", file.place, key=file.key, path=file.path))


def _changed(file: FontFile, data: bytes) -> tuple[Finding, ...]:
    """Not the file that fonts.toml was written for."""
    if not file.sha256:
        return ()
    digest = hashlib.sha256(data).hexdigest()
    if digest == file.sha256.strip().lower():
        return ()
    return (finding("FONT-CHANGED", file.place, key=file.key, path=file.path, digest=digest),)


def _opened(file: FontFile, font: Sfnt) -> tuple[Finding, ...]:
    if file.index >= font.count:
        return (finding("FONT-INDEX", file.place, key=file.key, path=file.path, index=file.index, count=font.count),)
    found: tuple[Finding, ...] = ()
    if font.count > 1 and not file.indexed:
        found = (finding("FONT-COLLECTION", file.place, key=file.key, path=file.path, count=font.count),)
    damaged = _damaged(font)
    if damaged:
        named = ", ".join(tag.strip() for tag in damaged)
        return (*found, finding("FONT-DAMAGED", file.place, key=file.key, path=file.path, tables=named))
    found = (*found, *_licence(file, font), *_weight(file, font))
    return found if _embeds(file) else (*found, finding("FONT-UNREADABLE", file.place, key=file.key, path=file.path))


def _embeds(file: FontFile) -> bool:
    """Whether the font opens and gives a part of itself: what damage is left shows there."""
    try:
        return bool(Face(file).subset(frozenset((0, 1))).program)
    except (FontUnreadable, RuntimeError):  # RuntimeError: HarfBuzz makes no subset of it
        return False


def _damaged(font: Sfnt) -> list[str]:
    """Tables that are missing, reach beyond the file, are too short for what they say, or are not what they were."""
    outlines = next((tags for tags in (("glyf", "loca"), ("CFF ",), ("CFF2",)) if tags[0] in font.tables), ("glyf",))
    wanted = (*NEEDED, *outlines)
    missing = [tag for tag in wanted if tag not in font.tables]
    cut = [tag for tag in font.tables if not font.inside(tag)]
    if missing or cut:
        return [*missing, *cut]
    short = [tag for tag in wanted if len(font.table(tag)) < LEAST.get(tag, 1)]
    if short:
        return short
    wrong = [tag for tag in SUMMED if tag in font.tables and _sum(font.table(tag)) != font.tables[tag].checksum]
    return wrong or _inconsistent(font)


def _sum(data: memoryview) -> int:
    """The checksum of a table: the sum of its words, the last one filled up with zeros."""
    words = array("I", bytes(data) + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _inconsistent(font: Sfnt) -> list[str]:
    """Tables that do not go together, though each is what it was: a font that was cut by a tool."""
    glyphs = font.number("maxp", 4)
    widths = font.number("hhea", 34)
    found = []
    if not glyphs:
        found.append("maxp")
    if not 0 < widths <= glyphs or len(font.table("hmtx")) < 4 * widths + 2 * (glyphs - widths):
        found.append("hmtx")
    if "glyf" in font.tables and not _located(font, glyphs):
        found.append("loca")
    if "CFF " in font.tables and not _listed(font.table("CFF "), glyphs):
        found.append("CFF")
    return found


def _located(font: Sfnt, glyphs: int) -> bool:
    """Whether every glyph lies in `glyf`, where `loca` says (offsets ascend)."""
    long = bool(font.number("head", 50))
    table = font.table("loca")
    if len(table) < (glyphs + 1) * (4 if long else 2):
        return False
    offsets = array("I" if long else "H", bytes(table[: (glyphs + 1) * (4 if long else 2)]))
    if sys.byteorder == "little":
        offsets.byteswap()
    ascends = all(first <= second for first, second in zip(offsets, offsets[1:], strict=False))
    return ascends and offsets[-1] * (1 if long else 2) <= len(font.table("glyf"))


def _listed(table: memoryview, glyphs: int) -> bool:
    """Whether the CFF table has an outline and a CID for every glyph."""
    try:
        numbers = cff.cids(table)
        return cff.outlines(table) == glyphs and (numbers is None or len(numbers) >= glyphs)
    except (struct.error, IndexError, KeyError, ValueError):
        return False


def _licence(file: FontFile, font: Sfnt) -> tuple[Finding, ...]:
    """What its maker does not let be done with it. Of several levels of permission the freest counts."""
    bits = font.number("OS/2", 8)
    barred = (bits & 0x000F == RESTRICTED) or bits & (NO_SUBSET | BITMAP_ONLY)
    if not barred:
        return ()
    return (finding("FONT-LICENCE", file.place, key=file.key, path=file.path, bits=f"0x{bits:04X}"),)


def _weight(file: FontFile, font: Sfnt) -> tuple[Finding, ...]:
    """A variable font that has no such weight."""
    span = font.weights()
    if span is None or span[0] <= file.weight <= span[1]:
        return ()
    low, high = span
    return (finding("FONT-WEIGHT", file.place, key=file.key, weight=file.weight, low=f"{low:g}", high=f"{high:g}"),)
