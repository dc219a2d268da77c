"""What is painted on one page goes in as words and grounds: the values that the law of sight is held against.

A set page and a finished PDF both become a View, so that a build and `banxin check` see with the same eyes.
Boxes are in units from the top left corner of the trim, y down. `order` counts in painting order: what has a higher
number lies above.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from layout.model.colour import Colour
from layout.model.geometry import Rect
from layout.model.picture import Cut, Light
from layout.model.units import MM, Length
from layout.model.value import value


class Cell(NamedTuple):
    """Room of one glyph that prints something: left, top, right, foot."""

    left: Length
    top: Length
    right: Length
    foot: Length


@value(eq=False)
class Words:
    """Glyphs of one line that stand together."""

    order: int
    box: Rect
    """where their ink may be: never less than there is"""
    size: Length
    light: float | None
    """how light their ink is on white paper: relative luminance, 0 black … 1 paper; None where it is not known"""
    black: int
    """per mille, of text in black ink alone: it is laid over what is there; 0: another ink, which knocks out"""
    edged: tuple[float, ...]
    """luminance of an outline or shadow round the letters"""
    cells: Callable[[], Sequence[Cell]]
    """the room of each glyph, blanks left out"""
    ink: Callable[[], Sequence[Cell]]
    """the ink of each glyph, as exactly as it is known; never more than there is"""
    text: Callable[[], str]
    source: object = None
    """what its maker knows it by"""
    firm: bool = True
    """upright or turned by quarters, so that its boxes are its own, and nothing shows through it"""


@value(eq=False)
class Ground:
    """An area under or over the words: a fill, a rule, a code's modules, or a picture."""

    order: int
    box: Rect
    light: float | None
    """relative luminance; None where it is not known, and of a picture, which `shade` knows"""
    kind: Literal["fill", "rule", "code", "picture", "unknown"] = "fill"
    """unknown: something is there, perhaps not in all of the box"""
    shade: Callable[[], Light | None] | None = None
    """of a picture: how light it is, cell by cell; asked only where something stands on it"""
    cut: Cut | None = None
    size: tuple[int, int] = (1, 1)
    """pixels of the whole picture that `cut` is a part of"""
    colour: Colour | None = None
    """of a fill or a code"""
    name: str = ""
    """of a picture: its file"""
    opaque: bool = True
    source: object = None
    thick: Length = 0
    """of a rule: across it; what is thin beside the words strikes none of them out"""


@value(eq=False)
class View:
    """One page as it is painted."""

    number: int
    width: Length
    height: Length
    bleed: Length
    words: tuple[Words, ...]
    grounds: tuple[Ground, ...]


def around(cells: Sequence[Cell]) -> Rect:
    """The box that holds all of these."""
    left, top = min(cell.left for cell in cells), min(cell.top for cell in cells)
    right, foot = max(cell.right for cell in cells), max(cell.foot for cell in cells)
    return Rect(left, top, right - left, foot - top)


def joined(boxes: Sequence[Rect]) -> Rect:
    """The box that holds all of these."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.foot for box in boxes) - top)


class Bands:
    """The grounds of a page by the bands across it that they touch: a map has thousands, a line meets few of them."""

    HIGH, FEW = 5 * MM, 40

    def __init__(self, grounds: Sequence[Ground]) -> None:
        self._all = grounds
        self._bands: dict[int, list[Ground]] = {}
        for ground in grounds if len(grounds) > self.FEW else ():
            for band in self._touched(ground.box):
                self._bands.setdefault(band, []).append(ground)

    def _touched(self, box: Rect) -> range:
        """From two bands above the trim to as many below the largest sheet: what lies beyond is in the outermost."""
        first, last = (min(max(edge // self.HIGH, -2), 1000) for edge in (box.y, box.foot))
        return range(first, last + 1)

    def near(self, box: Rect) -> list[Ground]:
        """The grounds that a box meets, in painting order."""
        if not self._bands:
            return [ground for ground in self._all if ground.box.meets(box)]
        touched = self._touched(box)
        found = [ground for band in touched for ground in self._bands.get(band, ()) if ground.box.meets(box)]
        return sorted(dict.fromkeys(found), key=lambda ground: ground.order)
