"""Decorations of a placed line go in; emphasis dots, name lines, wavy lines and readings come out as shapes and runs.

Sides and distances: 着重号 under (vertical: right of) each character (clreq §5.3.1, GB/T 15834—2011 5.1.8, 5.2.5);
专名号 and wavy 书名号 under (vertical: left of) the text, two adjacent ones kept apart (clreq §5.6.1).
"""

from collections.abc import Callable, Iterator

from layout.model.colour import Colour
from layout.model.display import GlyphRun, Item, Shape, Stroke
from layout.model.glyphs import Decoration
from layout.model.page import PlacedLine
from layout.model.style import BODY_ASCENT
from layout.model.units import Length, scaled

Inks = Callable[[str, int], Colour]

DOT_RADIUS = 65
"""per mille of the size"""
MARK_AIR = 170
"""per mille of the size between the em box and the middle of a mark beside it"""
LINE_WIDTH = 45
APART = 62
"""per mille by which each end of a name line is shortened: 1/16 em, so adjacent names stay ⅛ em apart (clreq §5.6.1)"""
WAVE = 250
"""per mille of the size: length of one wave; it swings a quarter of that"""


def decorations(placed: PlacedLine, inks: Inks) -> Iterator[Item]:
    """The marks of every decoration that touches this line, each only for the characters that stand here. Which these
    are (no dot at punctuation) shape has said."""
    for mark in placed.shaped.decorations:
        start, end = max(mark.start, placed.line.start), min(mark.end, placed.line.end)
        if start >= end:
            continue
        if mark.kind == "dot":
            yield from _dots(placed, start, end, inks)
        elif mark.kind == "ruby":
            if start == mark.start:
                yield _ruby(placed, mark, end, inks)
        else:
            yield _underline(placed, mark.kind, start, end, inks)


def _extent(placed: PlacedLine, index: int) -> tuple[Length, Length]:
    """Where the room of a glyph starts and ends along the line."""
    shaped, line = placed.shaped, placed.line
    start = line.along[index - line.start] - shaped.shifts[index]
    return start, start + shaped.widths[index]


def _point(placed: PlacedLine, along: Length, beside: Length) -> tuple[Length, Length]:
    """A point on the page: so far along the line, and `beside` outwards from the em box: below it in horizontal text,
    right of it in vertical text (negative: left)."""
    size = placed.shaped.style.size
    if placed.direction == "horizontal":
        return placed.x + along, placed.y + scaled(size, 1000 - BODY_ASCENT, 1000) + beside
    return placed.x + (size // 2 + beside if beside >= 0 else -(size // 2) + beside), placed.y + along


def _colour(placed: PlacedLine, index: int, inks: Inks) -> Colour:
    look = placed.shaped.looks[placed.shaped.look[index]]
    return inks(look.colour, look.tint)


def _dots(placed: PlacedLine, start: int, end: int, inks: Inks) -> Iterator[Item]:
    size = placed.shaped.style.size
    for index in range(start, end):
        first, last = _extent(placed, index)
        x, y = _point(placed, (first + last) // 2, scaled(size, MARK_AIR, 1000))
        yield Shape(_circle(x, y, scaled(size, DOT_RADIUS, 1000)), _colour(placed, index, inks))


def _circle(x: Length, y: Length, radius: Length) -> tuple[tuple[str | Length, ...], ...]:
    """Four Bézier quarters; 0.5523 is the usual handle length for a quarter circle."""
    k = scaled(radius, 5523, 10000)
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def _underline(placed: PlacedLine, kind: str, start: int, end: int, inks: Inks) -> Stroke:
    size = placed.shaped.style.size
    apart = scaled(size, APART, 1000)
    first, last = _extent(placed, start)[0] + apart, _extent(placed, end - 1)[1] - apart
    away = scaled(size, MARK_AIR // 2, 1000) * (1 if placed.direction == "horizontal" else -1)
    width, colour = scaled(size, LINE_WIDTH, 1000), _colour(placed, start, inks)
    if kind == "name":
        return Stroke((_point(placed, first, away), _point(placed, last, away)), width, colour)
    swing = scaled(size, WAVE // 4, 1000) * (1 if away > 0 else -1)
    step = scaled(size, WAVE // 8, 1000)
    shape = (0, 7, 10, 7, 0, -7, -10, -7)  # a sine in eighths of a wave, tenths of its swing
    points = tuple(
        _point(placed, min(first + index * step, last), away + swing // 2 + swing * shape[index % 8] // 20)
        for index in range((last - first) // step + 1)
    )
    return Stroke(points, width, colour)


def _ruby(placed: PlacedLine, mark: Decoration, end: int, inks: Inks) -> GlyphRun:
    """The reading, centred over its base (vertical: right of it), half the size (clreq §5.5.4)."""
    shaped = placed.shaped
    look = shaped.looks[mark.look]
    first, last = _extent(placed, mark.start)[0], _extent(placed, end - 1)[1]
    start = (first + last - sum(mark.advances)) // 2
    along = tuple(start + sum(mark.advances[:index]) for index in range(len(mark.gids)))
    size = shaped.style.size
    text = (mark.text, *("" for _ in mark.gids[1:]))
    colour = inks(look.colour, look.tint)
    if placed.direction == "horizontal":
        y = placed.y - scaled(size, BODY_ASCENT + 60, 1000)
        return GlyphRun(look.font, look.size, colour, placed.x, y, mark.gids, along, text)
    x = placed.x + size // 2 + look.size // 2
    return GlyphRun(look.font, look.size, colour, x, placed.y, mark.gids, along, text, "turned")
