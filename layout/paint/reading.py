"""The readings of a placed line go in; their glyph runs come out, each at its characters and clear of the next one.

A reading stands over the middle of its characters, in vertical text right of it; at a line's edge it stays within the
measure (clreq §5.5.4).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from layout.model.colour import Colour
from layout.model.display import GlyphRun, Way
from layout.model.glyphs import Decoration
from layout.model.page import PlacedLine
from layout.model.style import BODY_ASCENT
from layout.model.units import Length, scaled

Span = tuple[Decoration, int, int]
"""A decoration and the glyphs of it that stand on a line."""
APART = 500
"""Per mille of the reading's size between two of them, where a line's edge drives them together: ¼ em of the text."""
FEET = 120
"""Per mille of the reading's size that pinyin stands further out, so that the feet of g and y clear the characters."""


def extent(placed: PlacedLine, index: int) -> tuple[Length, Length]:
    """Where the room of a glyph starts and ends along the line."""
    shaped, line = placed.shaped, placed.line
    start = line.along[index - line.start] - shaped.shifts[index]
    return start, start + shaped.widths[index]


def readings(placed: PlacedLine, spans: Sequence[Span], inks: Callable[[str, int], Colour]) -> Iterator[GlyphRun]:
    """In the order they stand. Of characters that a line's end parts, the first ones have the whole reading."""
    here = sorted((span for span in spans if span[1] == span[0].start), key=lambda span: span[1])
    for (mark, _, _), start in zip(here, _starts(placed, here), strict=True):
        yield _run(placed, mark, start, inks)


def _starts(placed: PlacedLine, spans: Sequence[Span]) -> list[Length]:
    """Where each reading begins: in the middle, then clear of the one before, then clear of the end of the line."""
    found: list[Length] = []
    free = 0
    for mark, start, end in spans:
        first, last = extent(placed, start)[0], extent(placed, end - 1)[1]
        width = sum(mark.advances)
        found.append(max((first + last - width) // 2, free))
        free = found[-1] + width + scaled(placed.shaped.looks[mark.look].size, APART, 1000)
    most = placed.line.measure
    for at in range(len(spans) - 1, -1, -1):
        mark = spans[at][0]
        found[at] = min(found[at], most - sum(mark.advances))
        most = found[at] - scaled(placed.shaped.looks[mark.look].size, APART, 1000)
    return found


def _run(placed: PlacedLine, mark: Decoration, start: Length, inks: Callable[[str, int], Colour]) -> GlyphRun:
    shaped = placed.shaped
    look, size = shaped.looks[mark.look], shaped.style.size
    along = tuple(accumulate(mark.advances[:-1], initial=start))
    text = (mark.text, *("" for _ in mark.gids[1:]))
    colour = inks(look.colour, look.tint)
    feet = scaled(look.size, FEET, 1000) if mark.text[:1] < "\u2e80" else 0
    if placed.direction == "horizontal":
        y = placed.y - scaled(size, BODY_ASCENT, 1000) - scaled(look.size, 1000 - BODY_ASCENT, 1000) - feet
        return GlyphRun(look.font, look.size, colour, placed.x, y, mark.gids, along, text)
    x = placed.x + size // 2 + look.size // 2 + look.rise + feet
    way: Way = "turned" if look.turned else "upright"
    return GlyphRun(look.font, look.size, colour, x, placed.y, mark.gids, along, text, way)
