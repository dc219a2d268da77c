"""A page before its content: a grid of columns × rows and the frames on it, as styles/pages/*.toml give them."""

import re
from typing import Literal

from layout.model.place import Place
from layout.model.style import HAIRLINE, Direction, House
from layout.model.units import Length
from layout.model.value import replace, value

Displaces = Literal["none", "lines", "box", "outline"]
"""What a frame does to text it covers: nothing · takes whole rows across the frame's columns · takes its box with
its gap, so that narrower slots may remain beside it · follows the picture's outline."""
Stand = Literal["top", "middle", "foot"]
Fit = Literal["crop", "whole"]
"""How a picture comes into a frame of another shape: cut round its focus point, or shown whole."""
NotesAt = Literal["column", "page"]
"""Where notes stand: at the foot of the column that refers to them, or together at the foot of the page."""


@value
class Grid:
    """Columns side by side in the type area; rows are the house's where the page has none of its own."""

    columns: int
    gutter: Length
    row: Length = 0
    rows: int = 0
    body: Length = 0


@value
class Frame:
    """A place on the page. columns and lines count from 1, both ends included; a last line of 0 fits the content."""

    name: str
    takes: str
    """heading · a heading role (kicker, title, label …) · photo · advert · story · box · table ·
    contents · teaser ·
    text:<name> · barcode · qr:<name or text> · tint · rule"""
    columns: tuple[int, int]
    lines: tuple[int, int]
    place: Place
    direction: Direction = "horizontal"
    displaces: Displaces = "none"
    gap: Length = 0
    """kept free between this frame and the text it displaces"""
    linked: bool = False
    """one text frame a column, the text running from one to the next"""
    initial: int = 0
    """rows of the initial that opens the running text (首字下沉); 0: none"""
    end_mark: str = ""
    """set behind the story's last character, in the character style `marker`"""
    notes: NotesAt = "column"
    note_numbers: Literal["story", "page"] = "story"
    """whether notes are numbered through the story, or from ① on each page"""
    inner: int = 1
    """columns this frame is divided in, for a measure of its own"""
    gutter: Length | None = None
    """between these columns; None: the grid's"""
    balance: Literal["never", "last", "always"] = "never"
    stand: Stand = "top"
    styles: tuple[tuple[str, str], ...] = ()
    """(role, paragraph style) where this frame sets a role otherwise than its name says"""
    roles: tuple[str, ...] = ()
    """heading roles in the order they stand; empty: the house order. A text frame's open the running text"""
    elastic: tuple[int, int] = (0, 0)
    """whole rows the fitter may take (negative) or give"""
    given: int = 0
    """rows that the fitter gives a photo with an open end beyond its own height"""
    drawn: tuple[int, int] = (0, 0)
    """its lines before the fitter moved one of them; (0, 0): it has not"""
    bleed: tuple[str, ...] = ()
    """edges the frame runs off: top, foot, outer, inner"""
    tint: str = ""
    """ink of the ground, as `name` or `name 12%`"""
    inset: Length = 0
    """between the frame's edge and its text"""
    offices: tuple[str, ...] = ()
    """contents: the offices of authors that are said, such as 本刊记者; empty: all"""
    folio: Literal["before", "after"] = "before"
    """contents: where the page's number stands"""
    leader: str = ""
    """contents: mark repeated from the title to the folio after it; empty: none"""
    join: str = ""
    """contents: what stands between title and names on one line; empty: each on lines of its own"""
    beside: str = ""
    """name of a text of the plan that stands at the end of this frame's lines, in the middle of their height"""
    abreast: int = 1
    """photos it takes side by side, of one height, under one caption"""
    fit: Fit | None = None
    """None: photos are cut, adverts whole"""
    spread: bool = False
    """the photo goes on over the spine onto the facing page"""
    caption: Literal["under", "over", "beside", "none"] = "under"
    column_rule: str = ""
    """ink of a hairline between two columns of text, as `name` or `name 50%`; empty: none"""
    rule_width: Length = HAIRLINE
    rule_colour: str = "ink"
    """of the lines at its edges"""
    rule: str = ""
    """edges with a hairline, as `top`, `left right` …"""
    kinds: tuple[str, ...] = ()
    """which boxes (takes = "box") are wanted; empty: any"""


LEFT_OUT = "none"
"""Furniture that has this in the place of a style does not stand on pictures."""


NAME = re.compile(r"\{([^{}]*)\}")
"""What furniture and jump lines name, for which each page has its own words."""
NAMES = (
    *("section", "section-number", "series", "label", "folio", "folio-han", "folio-circled"),
    *("title", "magazine", "number", "date"),
)
"""Names that every issue has words for; the plan's [data] adds others."""


@value
class Furniture:
    """What every page of a kind carries: running head, folio, tab."""

    name: str
    text: str
    """may name {section} {folio} {title} {magazine} {number} {date} …; of a colour tab it may be empty"""
    style: str
    edge: Literal["outer", "inner", "centre"]
    along: Length
    """from that edge of the trim"""
    down: Length
    """baseline (vertical text: top) from the head of the trim; negative: from the foot"""
    direction: Direction = "horizontal"
    rule: Length = 0
    """length of a hairline under the text; 0: none"""
    tint: str = ""
    """ink of a ground of `width` × `height` with the text in its middle: a colour tab"""
    width: Length = 0
    height: Length = 0
    step: Length = 0
    """how much further down it stands for each section of the issue before the page's own"""
    over: str = ""
    """paragraph style where it lies on a picture; LEFT_OUT: not there; empty: as everywhere"""
    place: Place | None = None
    """of its text, in the template"""

    @property
    def names(self) -> tuple[str, ...]:
        """What it shows, as it stands in braces: section, folio …"""
        return tuple(NAME.findall(self.text))


ANY = (0, 1_000_000)

TooMuch = Literal["", "long", "short"]
"""What a story has too much of, or too little, for its pages: text."""


@value
class Suits:
    """For which stories a template may be chosen where the plan names none; spans are least and most."""

    page: Literal["open", "next"]
    title: tuple[int, int] = ANY
    """characters of the title"""
    text: tuple[int, int] = ANY
    photos: tuple[int, int] = ANY
    label: bool = False
    """only for stories with a label"""
    verse: bool = False
    """for poems, and for nothing else"""
    too: TooMuch = ""
    """only for stories that are too long, or too short, for their pages in other templates"""


@value
class PageTemplate:
    name: str
    path: str
    grid: Grid
    frames: tuple[Frame, ...]
    furniture: tuple[Furniture, ...] = ()
    next: str = ""
    """template of the page after this one, where the story goes on; empty: this one again"""
    ground: str = ""
    """ink of the whole page with its bleed, as `name 12%`"""
    mirror: bool = False
    """on versos columns are counted from the right, so that an outer column stays an outer one"""
    shares: bool = False
    """what it holds stands on a page together with the story there, which keeps clear of it"""
    suits: Suits | None = None
    """None: only where a plan or another template names it"""

    @property
    def texts(self) -> frozenset[str]:
        """Names of the plan's texts that it has a place for: a frame of their own, or beside the lines of another."""
        own = (frame.takes.removeprefix("text:") for frame in self.frames if frame.takes.startswith("text:"))
        return frozenset((*own, *(frame.beside for frame in self.frames if frame.beside)))

    @property
    def opens(self) -> bool:
        """Whether any story may begin on it where the plan names no template; not only one too long or too short for
        others."""
        return bool(self.suits and self.suits.page == "open" and not self.suits.too)


def house_on(house: House, grid: Grid) -> House:
    """The house with the rows of a page that has its own: smaller type stands on closer lines."""
    if not grid.row:
        return house
    return replace(house, row=grid.row, rows=grid.rows, body=grid.body)
