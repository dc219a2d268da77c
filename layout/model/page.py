"""A page after setting: which line, picture, ground and rule stands where, in units from the trim's corner."""

from typing import Literal

from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.lever import Lever
from layout.model.picture import Cut, PictureFile
from layout.model.place import Place
from layout.model.style import Direction
from layout.model.units import Length
from layout.model.value import value


@value(eq=False)
class PlacedLine:
    """Horizontal: x is where the slot starts, y the baseline. Vertical: x is the axis of the line, y its top."""

    shaped: ShapedParagraph
    line: Line
    x: Length
    y: Length
    row: int = 0
    """row of the page grid, from 1; 0 off the grid"""
    direction: Direction = "horizontal"


@value
class PlacedPicture:
    """A picture, or where `file` is None a labelled placeholder."""

    path: str
    place: Place
    box: Rect
    file: PictureFile | None
    cut: Cut | None


@value
class PlacedFill:
    box: Rect
    ink: str
    tint: int = 1000


@value
class PlacedRule:
    """A straight rule from one point to another."""

    x: Length
    y: Length
    x2: Length
    y2: Length
    width: Length
    ink: str
    tint: int = 1000


CodeRows = tuple[bytes, ...]
"""Rows of a QR code's modules, 1 dark; as many as there are in a row."""
QUIET = 4
"""Modules kept free on each side of a QR code (ISO/IEC 18004, 5.3.8)."""


@value
class PlacedCode:
    """A QR code that says `text`. Its box holds its modules with the quiet zone round them, each as large as the box
    lets it be in whole units."""

    kind: Literal["qr"]
    text: str
    box: Rect
    rows: CodeRows

    @property
    def module(self) -> Length:
        """The side of a module."""
        return self.box.width // modules_across(self.rows)


def modules_across(rows: CodeRows) -> int:
    """Modules from edge to edge of a QR code, its quiet zone included."""
    return len(rows) + 2 * QUIET


@value
class PlacedLink:
    """A place in a proof that leads to a page."""

    box: Rect
    page: int


@value(eq=False)
class PlacedFrame:
    """What one frame holds, in reading order; fills lie under pictures, these under plates, rules and lines."""

    name: str
    takes: str
    box: Rect
    columns: tuple[int, int] = (0, 0)
    rows: tuple[int, int] = (0, 0)
    direction: Direction = "horizontal"
    displaced_by: tuple[str, ...] = ()
    fills: tuple[PlacedFill, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    plates: tuple[PlacedFill, ...] = ()
    """grounds of text that stands over a picture"""
    rules: tuple[PlacedRule, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    codes: tuple[PlacedCode, ...] = ()


BLANK, AWAITED = "blank", "awaited"
"""What stands for the template of a page that nobody takes, and of one kept for a manuscript that is not there."""


@value(eq=False)
class Page:
    """One page. `number` is printed; `part` says which file it goes to."""

    number: int
    label: str
    side: Literal["recto", "verso"]
    template: str
    frames: tuple[PlacedFrame, ...]
    story: str = ""
    section: str = ""
    titles: tuple[str, ...] = ()
    """of the stories that begin on it"""
    part: Literal["body", "cover", "proof"] = "body"
    ground: PlacedFill | None = None


@value(eq=False)
class Article:
    """The pages of one entry of the plan, what was found wrong, and which levers the fitter used."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()
    levers: tuple[Lever, ...] = ()
    overset: int = 0
    """characters that found no room"""
    fillers: int = 0
    """short pieces of the stock that stand under its end"""
    beyond: tuple[Page, ...] = ()
    """for proofs only: the text that found no room"""
