"""What painters of PDF, PNG, SVG and text read: glyph runs, fills, strokes, pictures and links on a sheet.

Points are (x, y) in units from the top left corner of the trim, y down. Items are painted in order.
"""

from typing import Literal

from layout.model.colour import Colour
from layout.model.geometry import Rect
from layout.model.picture import Cut, PictureFile
from layout.model.place import Place
from layout.model.units import Length
from layout.model.value import value

Way = Literal["horizontal", "upright", "turned"]


@value
class Outline:
    """An edge round letters, `width` beyond them, painted under them: no part of the text, so that it is read once."""

    width: Length
    colour: Colour


@value
class Shadow:
    """The letters once more, `offset` to the right and down, painted under them; no part of the text either."""

    offset: Length
    colour: Colour


@value(eq=False)
class GlyphRun:
    """Glyphs of one font, size and colour on one line.

    horizontal: glyph i has its origin at (x + along[i], y), y the baseline.
    upright: vertical text; x is the axis, glyph i's vertical origin (top centre of its em box) at (x, y + along[i]).
    turned: vertical text on its side; glyph i's origin at (x, y + along[i]), its baseline running down the page.
    """

    font: str
    size: Length
    colour: Colour
    x: Length
    y: Length
    gids: tuple[int, ...]
    along: tuple[Length, ...]
    text: tuple[str, ...]
    """per glyph; "" where a glyph stands for no text of its own"""
    way: Way = "horizontal"
    scale: int = 1000
    outline: Outline | None = None
    shadow: Shadow | None = None


@value
class Fill:
    box: Rect
    colour: Colour


@value
class Shape:
    """A filled outline: subpaths of ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",)."""

    path: tuple[tuple[str | Length, ...], ...]
    colour: Colour


@value
class Stroke:
    """A line through points, open, butt ends."""

    points: tuple[tuple[Length, Length], ...]
    width: Length
    colour: Colour
    dash: tuple[Length, ...] = ()


@value
class Picture:
    """The part `cut` of a picture file, filling `box`; bleed is part of the box."""

    file: PictureFile
    cut: Cut
    box: Rect
    place: Place


@value
class Clip:
    """What follows shows only within the box, up to the next Clip without one. They do not nest."""

    box: Rect | None = None


@value
class Link:
    """Leads to a sheet of the same file, by its index. Proofs only."""

    box: Rect
    sheet: int


PictureKey = tuple[str, Cut, Length, Length]
"""What one separation depends on: the file's digest, the cut, width and height of the box."""


def picture_key(picture: Picture) -> PictureKey:
    """The key under which a picture's separation is handed to pdf.write: equal for pictures that look the same."""
    return picture.file.digest, picture.cut, picture.box.width, picture.box.height


Item = GlyphRun | Fill | Shape | Stroke | Picture | Link | Clip


@value
class MarginNote:
    """What a proof says in its margin of the place at (x, y) of the sheet: an editor's query, or what is wrong there.
    `number` stands before it; no press file carries any."""

    x: Length
    y: Length
    text: str
    severity: Literal["note", "warning", "error"] = "note"
    number: int = 0


@value(eq=False)
class Sheet:
    """One page ready to paint: trim size, bleed, what it carries, and how viewers shall call it."""

    width: Length
    height: Length
    bleed: Length
    items: tuple[Item, ...]
    number: int
    label: str
    side: Literal["recto", "verso"] = "recto"
    bookmark: str = ""
    """title of what starts here, for a proof's outline; empty: nothing starts here"""
    section: str = ""
    notes: tuple[MarginNote, ...] = ()
    """for the margins of a proof"""
