"""A placed line goes in, its glyph runs and the marks beside its characters come out."""

from collections.abc import Iterator
from copy import copy

from layout.model.colour import Colour
from layout.model.display import GlyphRun, Item, Outline, Shadow, Way
from layout.model.glyphs import Look
from layout.model.page import PlacedLine
from layout.model.style import SECTION, House, ParagraphStyle
from layout.paint.marks import decorations

SOFT_HYPHEN = "\u00ad"
"""What a hyphen that breaking added stands for, so that copied text joins the word again."""


class Inks:
    """Ink names of one house, looked up once each."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[tuple[str, int], Colour] = {}
        self._section = house.section_ink("")

    def within(self, section: str) -> "Inks":
        """The same inks on a page of this section."""
        inks = copy(self)
        inks._section = self._house.section_ink(section)
        return inks

    def colour(self, name: str, tint: int = 1000) -> Colour:
        name = self._section if name == SECTION else name
        found = self._known.get((name, tint))
        if found is None:
            found = self._known[name, tint] = self._house.ink(name).tint(tint)
        return found

    def outline(self, style: ParagraphStyle) -> Outline | None:
        """The edge round the letters of a style that has one."""
        return Outline(style.outline, self.colour(style.outline_colour)) if style.outline else None

    def shadow(self, style: ParagraphStyle) -> Shadow | None:
        """The copy under the letters of a style that has one."""
        return Shadow(style.shadow, self.colour(style.shadow_colour)) if style.shadow else None


def paint_line(placed: PlacedLine, inks: Inks) -> Iterator[Item]:
    """One glyph run for each stretch of one look, then the interlinear marks."""
    shaped, line = placed.shaped, placed.line
    start, end = line.start, line.end
    looks = shaped.look[start:end]
    if not looks:
        return
    first = looks[0]
    if looks.count(first) == len(looks):
        yield _run(placed, inks, 0, end - start)
    else:
        begin = 0
        for index, look in enumerate(looks):
            if look != looks[begin]:
                yield _run(placed, inks, begin, index)
                begin = index
        yield _run(placed, inks, begin, len(looks))
    if line.hyphen >= 0:
        yield _hyphen(placed, inks)
    if shaped.decorations:
        yield from decorations(placed, inks.colour)


def _run(placed: PlacedLine, inks: Inks, begin: int, end: int) -> GlyphRun:
    shaped, line = placed.shaped, placed.line
    at = line.start
    look = shaped.looks[shaped.look[at + begin]]
    x, y = _origin(placed, look)
    return GlyphRun(
        look.font, look.size, inks.colour(look.colour, look.tint), x, y,
        shaped.gids[at + begin : at + end], line.along[begin:end], shaped.chars[at + begin : at + end],
        _way(placed, look), look.scale, inks.outline(shaped.style), inks.shadow(shaped.style),
    )  # fmt: skip


def _origin(placed: PlacedLine, look: Look) -> tuple[int, int]:
    """Raised characters stand higher, in vertical text further to the right."""
    if placed.direction == "horizontal":
        return placed.x, placed.y - look.rise
    return placed.x + look.rise, placed.y


def _way(placed: PlacedLine, look: Look) -> Way:
    if placed.direction == "horizontal":
        return "horizontal"
    return "turned" if look.turned else "upright"


def _hyphen(placed: PlacedLine, inks: Inks) -> GlyphRun:
    shaped, line = placed.shaped, placed.line
    number = shaped.look[line.end - 1]
    look = shaped.looks[number]
    x, y = _origin(placed, look)
    colour = inks.colour(look.colour, look.tint)
    return GlyphRun(
        look.font, look.size, colour, x, y,
        (shaped.hyphens[number],), (line.hyphen,), (SOFT_HYPHEN,), _way(placed, look),
        outline=inks.outline(shaped.style), shadow=inks.shadow(shaped.style),
    )  # fmt: skip
