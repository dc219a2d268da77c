"""Decorations of a placed line go in; emphasis dots, name lines, wavy lines and readings come out as shapes and runs.

Sides and distances: 着重号 under (vertical: right of) each character (clreq §5.3.1, GB/T 15834—2011 5.1.8, 5.2.5);
专名号 and wavy 书名号 under (vertical: left of) the text, two adjacent ones kept apart (clreq §5.6.1). Where two of
them share a side, the line is nearer to the text than the dot.
"""

from collections.abc import Callable, Iterator

from layout.model.colour import Colour
from layout.model.display import Item, Shape, Stroke
from layout.model.glyphs import FRAME_AIR, Decoration
from layout.model.page import PlacedLine
from layout.model.style import BODY_ASCENT
from layout.model.units import Length, scaled
from layout.model.value import value
from layout.paint.reading import Span, extent, readings

Inks = Callable[[str, int], Colour]

DOT_RADIUS = 65
"""per mille of the size"""
DOT_AIR, LINE_AIR = 170, 85
"""per mille of the size between the em box and the middle of a dot, and of a line"""
LINE_WIDTH = 45
BEYOND_LINE, BEYOND_READING = 90, 500
"""per mille of the size by which a mark moves out where a line, or a reading, stands nearer to the text (ours)"""
APART = 62
"""per mille by which each end of a name line is shortened: 1/16 em, so adjacent names stay ⅛ em apart (clreq §5.6.1)"""
WAVE = 250
"""per mille of the size: length of one wave; it swings a quarter of that"""


@value(eq=False)
class _Marked:
    """A placed line with its decorations, each with the glyphs of it that stand here."""

    placed: PlacedLine
    spans: tuple[Span, ...]
    inks: Inks

    @property
    def size(self) -> Length:
        """What the marks are drawn for."""
        return self.placed.shaped.style.beside or self.placed.shaped.style.size

    def outwards(self, index: int, kinds: tuple[str, ...], by: int) -> int:
        """`by` where the glyph has a decoration of one of the kinds, else 0."""
        return by if any(mark.kind in kinds and start <= index < end for mark, start, end in self.spans) else 0


def decorations(placed: PlacedLine, inks: Inks) -> Iterator[Item]:
    """The marks of every decoration that touches this line, each only for the characters that stand here. Which these
    are (no dot at punctuation) shape has said."""
    touching = ((m, max(m.start, placed.line.start), min(m.end, placed.line.end)) for m in placed.shaped.decorations)
    marked = _Marked(placed, tuple(span for span in touching if span[1] < span[2]), inks)
    for mark, start, end in marked.spans:
        if mark.kind == "dot":
            yield from _dots(marked, start, end)
        elif mark.kind == "frame":
            yield from _frame(marked, mark, start, end)
        elif mark.kind != "ruby":
            yield _line(marked, mark, start, end)
    yield from readings(placed, [span for span in marked.spans if span[0].kind == "ruby"], inks)


def _point(placed: PlacedLine, along: Length, beside: Length) -> tuple[Length, Length]:
    """A point on the page: so far along the line, and `beside` outwards from the em box: below it in horizontal text,
    right of it in vertical text (negative: left)."""
    size = placed.shaped.style.size
    if placed.direction == "horizontal":
        return placed.x + along, placed.y + scaled(size, 1000 - BODY_ASCENT, 1000) + beside
    return placed.x + (size // 2 + beside if beside >= 0 else -(size // 2) + beside), placed.y + along


def _colour(marked: _Marked, index: int) -> Colour:
    shaped = marked.placed.shaped
    look = shaped.looks[shaped.look[index]]
    return marked.inks(look.colour, look.tint)


def _dots(marked: _Marked, start: int, end: int) -> Iterator[Item]:
    """One a glyph; outside a line that runs under the text, and outside a reading that stands right of it."""
    level = marked.placed.direction == "horizontal"
    for index in range(start, end):
        air = DOT_AIR
        if level:
            air += marked.outwards(index, ("name", "book"), BEYOND_LINE)
        else:
            air += marked.outwards(index, ("ruby",), BEYOND_READING)
        first, last = extent(marked.placed, index)
        x, y = _point(marked.placed, (first + last) // 2, scaled(marked.size, air, 1000))
        yield Shape(_circle(x, y, scaled(marked.size, DOT_RADIUS, 1000)), _colour(marked, index))


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


def _frame(marked: _Marked, mark: Decoration, start: int, end: int) -> Iterator[Stroke]:
    """示亡号: a frame round the name of one who has died (clreq §5.1.1.4); open where a line's end parts it."""
    placed, air = marked.placed, scaled(marked.size, FRAME_AIR, 1000)
    size, level = placed.shaped.style.size, placed.direction == "horizontal"
    over = scaled(size, BODY_ASCENT if level else 500, 1000) + air // 2
    begun, ended = start == mark.start, end == mark.end
    first = extent(placed, start)[0] + (air if begun else 0)
    last = extent(placed, end - 1)[1] - (air if ended else 0)
    ends = ((first, -over), (last, -over), (last, size + air - over), (first, size + air - over))
    a, b, c, d = [(placed.x + at, placed.y + by) if level else (placed.x - by, placed.y + at) for at, by in ends]
    middle = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
    paths: list[tuple[tuple[Length, Length], ...]] = [(a, b), (d, c)]
    if begun and ended:
        paths = [(middle, b, c, d, a, middle)]
    elif begun or ended:
        paths = [(b, a, d, c) if begun else (a, b, c, d)]
    width, colour = scaled(marked.size, LINE_WIDTH, 1000), _colour(marked, start)
    yield from (Stroke(points, width, colour) for points in paths)


def _line(marked: _Marked, mark: Decoration, start: int, end: int) -> Stroke:
    """A name's line; a title's wave, outside the line of a name within the title."""
    placed, size = marked.placed, marked.size
    apart = scaled(size, APART, 1000)
    first, last = extent(placed, start)[0] + apart, extent(placed, end - 1)[1] - apart
    side = 1 if placed.direction == "horizontal" else -1
    width, colour = scaled(size, LINE_WIDTH, 1000), _colour(marked, start)
    away = scaled(size, LINE_AIR, 1000) * side
    if mark.kind == "name":
        return Stroke((_point(placed, first, away), _point(placed, last, away)), width, colour)
    named = max(marked.outwards(index, ("name",), BEYOND_LINE) for index in range(start, end))
    away += scaled(size, named, 1000) * side
    swing = scaled(size, WAVE // 4, 1000) * side
    step = scaled(size, WAVE // 8, 1000)
    shape = (0, 7, 10, 7, 0, -7, -10, -7)  # a sine in eighths of a wave, tenths of its swing
    points = tuple(
        _point(placed, min(first + index * step, last), away + swing // 2 + swing * shape[index % 8] // 20)
        for index in range((last - first) // step + 1)
    )
    return Stroke(points, width, colour)
