"""What is painted on one page goes in as words and grounds: the values that the law of sight is held against.

A set page and a finished PDF both become a View, so that a build and `banxin check` see with the same eyes.
Boxes are in units from the top left corner of the trim, y down. `order` counts in painting order: what has a higher
number lies above.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from layout.model.colour import Colour
from layout.model.geometry import Rect
from layout.model.picture import Cut, Light
from layout.model.units import Length
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
    light: float
    """how light their ink is on white paper: relative luminance, 0 black … 1 paper"""
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


@value(eq=False)
class Ground:
    """An area under or over the words: a fill, a code's modules, or a picture."""

    order: int
    box: Rect
    light: float
    """relative luminance, of a picture where nothing more is known"""
    kind: str = "fill"
    """fill · code · picture"""
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
