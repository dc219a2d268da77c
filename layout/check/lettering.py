"""A font of a PDF goes in; the codes of its strings, how wide each is, and what they say, come out.

Glyph outlines are not read: where letters stand follows from widths alone (ISO 32000-1, 9.2.4 and 9.7.4.3).
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from layout.check.effort import BROKEN
from layout.model.value import value

WIDE, NARROW = 1000, 500
"""Per mille of the em for a code of a composite font, and of a simple one, whose width is nowhere said."""
_MOST_MAPPED = 1 << 20
"""Bytes of a /ToUnicode that are read: only what findings quote depends on it."""
_BYTE_ORDER = re.compile(r"UCS2|UTF16|Identity")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_MOST_IN_RANGE = 0xFFFF


@value(eq=False)
class Lettering:
    """What is known of a font."""

    composite: bool
    vertical: bool
    widths: dict[int, float]
    other: float
    """width of every other code"""
    one_byte: bool
    """whether codes below 128 have one byte, as in GBK; all others two"""
    said: dict[int, str]
    scale: float = 0.001
    """of a width: a Type 3 font says it in units of its own"""
    measured: bool = True
    """whether the font says how wide its glyphs are; the fourteen that every reader has need not"""

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes of a string."""
        if not self.composite:
            yield from shown
            return
        at = 0
        while at < len(shown):
            length = 1 if self.one_byte and shown[at] < 0x80 else 2
            yield int.from_bytes(shown[at : at + length], "big")
            at += length

    def width(self, code: int) -> float:
        """In ems."""
        return self.widths.get(code, self.other) * self.scale

    def blank(self, code: int) -> bool:
        """Whether a code shows nothing: a space."""
        text = self.said.get(code)
        return text.isspace() or text in ("\u00ad", "\u200b") if text is not None else not self.composite and code == 32

    def letter(self, code: int) -> str:
        """The first character of what a code says; empty where that is not known."""
        text = self.said.get(code, chr(code) if not self.composite and 32 < code < 127 else "")
        return text[:1]

    def text(self, code: int) -> str:
        """What a code says; a mark for what is not known."""
        return self.said.get(code) or (chr(code) if not self.composite and 32 <= code < 127 else "·")


def lettering(font: Any) -> Lettering:
    """The widths and meanings of a font's codes; what is damaged in it counts as not said."""
    composite = font.get("/Subtype") == "/Type0"
    encoding = font.get("/Encoding", "")
    name = str(encoding) if isinstance(encoding, pikepdf.Name) else str(getattr(encoding, "CMapName", "Identity"))
    said = _attempted(font.get("/ToUnicode"))
    if composite:
        descendant = font.DescendantFonts[0]
        one_byte = not _BYTE_ORDER.search(name)
        other = float(descendant.get("/DW", WIDE))
        return Lettering(True, name.endswith("V"), _cid_widths(descendant.get("/W", [])), other, one_byte, said)
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) for at, width in enumerate(font.get("/Widths", []))}
    other = float(font.get("/FontDescriptor", {}).get("/MissingWidth", 0 if widths else NARROW))
    scale = abs(float(font.FontMatrix[0])) if font.get("/Subtype") == "/Type3" else 0.001
    return Lettering(False, False, widths, other, False, said, scale, bool(widths))


def _cid_widths(entries: Any) -> dict[int, float]:
    """/W: `first [w w …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    items = list(entries)
    at = 0
    while at + 1 < len(items):
        first, second = int(items[at]), items[at + 1]
        if isinstance(second, pikepdf.Array):
            widths.update((first + step, float(width)) for step, width in enumerate(second))
            at += 2
        else:
            last = min(int(second), first + 0xFFFF)
            width = float(items[at + 2])
            widths.update((code, width) for code in range(first, last + 1))
            at += 3
    return widths


def _attempted(stream: Any) -> dict[int, str]:
    try:
        return _said(stream.read_bytes()[:_MOST_MAPPED]) if isinstance(stream, pikepdf.Stream) else {}
    except BROKEN:
        return {}


def _said(data: bytes) -> dict[int, str]:
    """/ToUnicode: code → text (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(data):
        if kind == b"bfchar":
            found.update((int(code, 16), _utf16(text)) for code, text in _PAIR.findall(body))
            continue
        for low, high, text, texts in _RANGE.findall(body):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + _MOST_IN_RANGE)
            if text:
                found.update(_counted_up(first, last, _utf16(text)))
            else:
                found.update(enumerate(map(_utf16, _HEX.findall(texts)), first))
    return found


def _counted_up(first: int, last: int, text: str) -> Iterator[tuple[int, str]]:
    """Codes of a range of which the first one's text is given: its last character counts up."""
    for code in range(first, last + 1):
        yield code, text[:-1] + chr(min(ord(text[-1]) + code - first, 0x10FFFF))


def _utf16(digits: bytes) -> str:
    even = digits if len(digits) % 2 == 0 else b"0" + digits
    return bytes.fromhex(even.decode()).decode("utf-16-be", "replace")
