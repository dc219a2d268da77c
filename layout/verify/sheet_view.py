"""A painted sheet goes in, a View comes out: runs of a line as words; fills, rules, codes, pictures as grounds."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from layout.model.colour import Colour
from layout.model.display import Fill, GlyphRun, Picture, Shape, Sheet, Stroke
from layout.model.geometry import Rect
from layout.model.picture import Light
from layout.model.units import MM, PT, Length
from layout.verify.contrast import luminance
from layout.verify.view import Cell, Ground, View, Words, joined

GlyphInk = Callable[[str, int], tuple[int, int, int, int]]
"""Font key and glyph id → left, top, right and foot of its ink, per mille of the em from its horizontal origin, y down;
all 0 for a blank."""
UprightOrigin = Callable[[str, int], tuple[int, int]]
"""Font key and glyph id → its vertical origin as seen from its horizontal one, per mille of the em, y down."""
Shade = Callable[[Picture], Light | None]

ASCENT, DESCENT = 1000, 320
"""Per mille of the size that ink may reach over and under the baseline: accents over capitals, Noto's Black weight."""
BESIDE = 120
"""Per mille of the size that ink may stick out before the first origin, and beyond the em after the last."""
PLAIN_ASCENT, PLAIN_DESCENT = 760, 40
"""Per mille of the size where most of a character's strokes are, above and below the baseline (ours)."""
CODE = 5 * MM
"""A shape as large as this on both sides is a code, not a dot or a wave beside characters."""
THICK = PT
"""A rule thinner than this hides no text, were it as small as 5 pt (`sight_text.STRIKES`)."""


class Lookers:
    """What is asked only where it matters: the ink of a glyph, how light a picture is. Both are costly."""

    def __init__(self, ink: GlyphInk, upright: UprightOrigin, shade: Shade) -> None:
        self.ink, self.upright, self.shade = ink, upright, shade
        self._lights: dict[int, tuple[Colour, float]] = {}

    def luminance(self, colour: Colour) -> float:
        """How light a colour is. Painters use one object a colour, which is quicker to look up than its four inks."""
        known = self._lights.get(id(colour))
        if known is None:
            known = self._lights[id(colour)] = (colour, luminance(colour))
        return known[1]


def view_of(sheet: Sheet, ask: Lookers) -> View:
    """The sheet as it is seen. Its clips, which only covers with a spine have, are of no concern here: every page of
    such a cover has a sheet of its own."""
    words: list[Words] = []
    grounds: list[Ground] = []
    line: list[GlyphRun] = []
    for order, item in enumerate(sheet.items):
        if isinstance(item, GlyphRun):
            if line and not _goes_on(line[-1], item):
                words.append(_words(line, order, ask))
                line = []
            if item.gids:
                line.append(item)
            continue
        if line:
            words.append(_words(line, order, ask))
            line = []
        grounds.extend(_ground(item, order, ask))
    if line:
        words.append(_words(line, len(sheet.items), ask))
    return View(sheet.number, sheet.width, sheet.height, sheet.bleed, tuple(words), tuple(grounds))


def _goes_on(one: GlyphRun, other: GlyphRun) -> bool:
    """Whether a run goes on where the one before it on the same line ends."""
    if not other.gids or other.along[0] < one.along[-1]:
        return False
    beside = one.way != "horizontal" and other.x != one.x  # figures side by side in one cell of a vertical line
    if other.along[0] == one.along[-1] and not beside:
        return False
    if one.way == "horizontal":
        return other.way == "horizontal" and other.x == one.x and abs(other.y - one.y) < one.size
    return other.way != "horizontal" and other.y == one.y and abs(other.x - one.x) < one.size


def _ground(item: object, order: int, ask: Lookers) -> Iterator[Ground]:
    if isinstance(item, Fill):
        yield Ground(order, item.box, luminance(item.colour), colour=item.colour, source=item)
    elif isinstance(item, Stroke):
        if item.width >= THICK:
            yield from _bars(item, order, ask)
    elif isinstance(item, Picture):
        shade = partial(ask.shade, item)
        size = (item.file.width, item.file.height)
        yield Ground(order, item.box, None, "picture", shade, item.cut, size, name=item.file.path, source=item)
    elif isinstance(item, Shape):
        box = _bounds(item)
        if min(box.width, box.height) >= CODE:
            yield Ground(order, box, luminance(item.colour), "code", colour=item.colour, opaque=False, source=item)


def _bars(stroke: Stroke, order: int, ask: Lookers) -> Iterator[Ground]:
    """What the level and upright parts of a line cover; slanting ones have no box of their own."""
    half, light = stroke.width // 2, ask.luminance(stroke.colour)
    for (x, y), (x2, y2) in pairwise(stroke.points):
        if x != x2 and y != y2:
            continue
        level = y == y2
        wide, high = (abs(x2 - x), stroke.width) if level else (stroke.width, abs(y2 - y))
        box = Rect(min(x, x2) - (0 if level else half), min(y, y2) - (half if level else 0), wide, high)
        yield Ground(order, box, light, "rule", colour=stroke.colour, source=stroke, thick=stroke.width)


def _bounds(shape: Shape) -> Rect:
    xs = [number for step in shape.path for number in step[1::2] if isinstance(number, int)]
    ys = [number for step in shape.path for number in step[2::2] if isinstance(number, int)]
    if not xs or not ys:
        return Rect(0, 0, 0, 0)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _words(runs: list[GlyphRun], order: int, ask: Lookers) -> Words:
    first, kept = runs[0], tuple(runs)
    box, size, light = _reach(first), first.size, ask.luminance(first.colour)
    for run in kept[1:]:
        box = joined((box, _reach(run)))
        size, light = max(size, run.size), max(light, ask.luminance(run.colour))
    edged: tuple[float, ...] = ()
    if first.outline or first.shadow:
        edged = tuple(luminance(edge.colour) for edge in (first.outline, first.shadow) if edge)
    black = first.colour.black if first.colour.black_only else 0
    cells, ink, text = partial(_cells, kept), partial(_inked, kept, ask), partial(_text, kept)
    return Words(order - 1, box, size, light, black, edged, cells, ink, text, kept)


def _reach(run: GlyphRun) -> Rect:
    """A box that no ink of the run leaves."""
    size, beside = run.size, run.size * BESIDE // 1000
    ems = max(1, len(run.text[-1]))  # a dash of two em is one glyph that stands for two characters
    start, end = run.along[0] - beside, run.along[-1] + size * ems + beside
    if run.way == "horizontal":
        top = run.y - size * ASCENT // 1000
        return Rect(run.x + start, top, end - start, size * (ASCENT + DESCENT) // 1000)
    if run.way == "turned":
        left = run.x - size * DESCENT // 1000
        return Rect(left, run.y + start, size * (ASCENT + DESCENT) // 1000, end - start)
    half = size // 2 + beside
    return Rect(run.x - half, run.y + start, 2 * half, end - start)


def _cells(runs: Sequence[GlyphRun]) -> list[Cell]:
    """Where each glyph that is no space stands, from its origin to the next one's."""
    found: list[Cell] = []
    for run in runs:
        size = run.size
        ends = (*run.along[1:], run.along[-1] + size)
        for start, end, text in zip(run.along, ends, run.text, strict=True):
            if text.isspace():
                continue
            end = min(end, start + size * max(1, len(text)))
            if run.way == "horizontal":
                over, under = size * PLAIN_ASCENT // 1000, size * PLAIN_DESCENT // 1000
                found.append(Cell(run.x + start, run.y - over, run.x + end, run.y + under))
            elif run.way == "turned":
                over, under = size * PLAIN_ASCENT // 1000, size * PLAIN_DESCENT // 1000
                found.append(Cell(run.x - under, run.y + start, run.x + over, run.y + end))
            else:
                found.append(Cell(run.x - size // 2, run.y + start, run.x + size // 2, run.y + end))
    return found


def _inked(runs: Sequence[GlyphRun], ask: Lookers) -> list[Cell]:
    """The ink of each glyph that prints something."""
    return [cell for run in runs for gid, along in zip(run.gids, run.along, strict=True)
            for cell in _glyph(run, gid, along, ask)]  # fmt: skip


def _glyph(run: GlyphRun, gid: int, along: Length, ask: Lookers) -> Iterator[Cell]:
    """The ink of a glyph on the page; nothing for a blank."""
    left, top, right, foot = ask.ink(run.font, gid)
    if left == right:
        return
    size, across = run.size, run.size * run.scale // 1000
    if run.way == "turned":  # clockwise: what follows the origin lies below it, what stands over it lies to its right
        x, y = run.x, run.y + along
        yield Cell(x - foot * size // 1000, y + left * size // 1000, x - top * size // 1000, y + right * size // 1000)
        return
    x, y = run.x + along, run.y
    if run.way == "upright":
        dx, dy = ask.upright(run.font, gid)
        x, y = run.x - dx * across // 1000, run.y + along - dy * size // 1000
    ends = (x + left * across // 1000, x + right * across // 1000)
    yield Cell(ends[0], y + top * size // 1000, ends[1], y + foot * size // 1000)


def _text(runs: Sequence[GlyphRun]) -> str:
    return "".join(text for run in runs for text in run.text)
