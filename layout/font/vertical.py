"""A GSUB table in; which glyph replaces which in vertical lines out, read without fontTools."""

import struct
import unicodedata
from collections.abc import Iterator

SINGLE = 1
EXTENSION = 7
SCRIPTS = (b"hani", b"DFLT")  # the default language of Han text is asked first
FEATURES = (b"vert", b"vrt2")  # vert alone in a font that has both: HarfBuzz does the same


def vertical_forms(gsub: bytes) -> dict[int, int]:
    """Glyph id → glyph id of its vertical form, from the single substitutions of `vert` (else `vrt2`)."""
    if not gsub:
        return {}
    features = _features(gsub)
    wanted = next((features[tag] for tag in FEATURES if tag in features), ())
    found: dict[int, int] = {}
    for lookup in wanted:
        for subtable in _subtables(gsub, lookup):
            for glyph, form in _single(gsub, subtable):
                found.setdefault(glyph, form)
    return found


def presentation_forms() -> dict[str, str]:
    """Character → its vertical presentation form (U+FE10-FE48), for fonts whose `vert` leaves the character out.

    Unicode's decompositions give the ASCII mark for some; full-width marks are what Chinese text has.
    """
    found: dict[str, str] = {}
    for code in range(0xFE10, 0xFE49):
        kind, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if kind == "<vertical>":
            mark = int(base.split()[0], 16)
            found[chr(mark + 0xFEE0 if mark < 0x80 else mark)] = chr(code)
    return found


def _u16(data: bytes, at: int) -> int:
    return data[at] << 8 | data[at + 1]


def _records(data: bytes, at: int) -> Iterator[tuple[bytes, int]]:
    """Tag and absolute position of each record in the tagged list whose count is at `at`, offsets from `at`."""
    for n in range(_u16(data, at)):
        tag, offset = struct.unpack_from(">4sH", data, at + 2 + 6 * n)
        yield tag, at + offset


def _features(gsub: bytes) -> dict[bytes, tuple[int, ...]]:
    """Feature tag → lookup numbers, for the default language of the Han script (or the first script there is)."""
    scripts = dict(_records(gsub, _u16(gsub, 4)))
    if not scripts:
        return {}
    script = next((scripts[tag] for tag in SCRIPTS if tag in scripts), next(iter(scripts.values())))
    default = _u16(gsub, script)
    if default == 0:
        return {}
    language = script + default
    listed = list(_records(gsub, _u16(gsub, 6)))
    found: dict[bytes, tuple[int, ...]] = {}
    for n in range(_u16(gsub, language + 4)):
        tag, at = listed[_u16(gsub, language + 6 + 2 * n)]
        found[tag] = tuple(_u16(gsub, at + 4 + 2 * k) for k in range(_u16(gsub, at + 2)))
    return found


def _subtables(gsub: bytes, lookup: int) -> Iterator[int]:
    """Positions of the single-substitution subtables of a lookup, extensions followed."""
    lookups = _u16(gsub, 8)
    at = lookups + _u16(gsub, lookups + 2 + 2 * lookup)
    kind = _u16(gsub, at)
    for n in range(_u16(gsub, at + 4)):
        subtable = at + _u16(gsub, at + 6 + 2 * n)
        if kind == SINGLE:
            yield subtable
        elif kind == EXTENSION and _u16(gsub, subtable + 2) == SINGLE:
            yield subtable + int.from_bytes(gsub[subtable + 4 : subtable + 8], "big")


def _single(gsub: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Pairs of a single substitution: format 1 adds a number to each glyph id, format 2 lists the forms."""
    for n, glyph in enumerate(_coverage(gsub, at + _u16(gsub, at + 2))):
        if _u16(gsub, at) == 1:
            yield glyph, (glyph + _u16(gsub, at + 4)) & 0xFFFF
        else:
            yield glyph, _u16(gsub, at + 6 + 2 * n)


def _coverage(gsub: bytes, at: int) -> Iterator[int]:
    """Glyph ids of a coverage table, in order."""
    count = _u16(gsub, at + 2)
    if _u16(gsub, at) == 1:
        yield from (_u16(gsub, at + 4 + 2 * n) for n in range(count))
        return
    for n in range(count):
        first, last = struct.unpack_from(">HH", gsub, at + 4 + 6 * n)
        yield from range(first, last + 1)
