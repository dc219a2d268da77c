"""A house small enough to work out on paper: type area 22 × 10 pt wide, two columns of 10 em, 12 rows of 15 pt.

Every character of the made test font is one em (Latin half), so a paragraph of n Han with a 2 em indent takes
1 + ceil((n - 8) / 10) lines of 10 em. Stories, frames and templates are made in a line each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from layout.flow import Copy, Setting, Waiting
from layout.flow.grid import PageGrid, Side
from layout.flow.slots import Slot
from layout.flow.text import Text
from layout.font import Book
from layout.job.clock import Clock
from layout.job.composing import Composer
from layout.model.colour import BLACK, PAPER
from layout.model.lever import Lever
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.picture import PictureFile
from layout.model.place import Place, Source
from layout.model.plan import Entry
from layout.model.story import Block, Note, Paragraph, Photo, Story
from layout.model.style import CharacterStyle, House, Margins, ParagraphStyle, StyleSheet
from layout.model.template import Frame, Furniture, Grid, PageTemplate
from layout.model.units import PT
from layout.model.value import replace
from layout.paint.codes import code_rows

EM, ROW, ROWS = 10 * PT, 15 * PT, 12
HERE = Place("story.md", 1, 1)
HOUSE = House(
    260 * PT, 215 * PT, 9 * PT, Margins(20 * PT, 20 * PT, 20 * PT, 20 * PT), ROW, EM, ROWS,
    (("ink", BLACK), ("paper", PAPER)),
)  # fmt: skip
BODY = ParagraphStyle("body", size=EM, indent=2 * EM, breaker="greedy", last_line=1)
HEAD = replace(BODY, indent=0, align="left")
PLAIN = (
    *(
        "jump-to",
        "jump-from",
        "series",
        "tail",
        "kicker",
        "deck",
        "standfirst",
        "byline",
        "office",
        "label",
        "box",
        "box-title",
        "box-item",
        "box-subhead",
    ),
    *("keypoint", "figure-number", "figure-text", "bio", "pull-quote", "folio", "running-head", "credit"),
    *(
        "contents-section",
        "contents-series",
        "contents-folio",
        "contents-title",
        "contents-deck",
        "contents-author",
        "words",
    ),
)
SMALL = ("table-caption", "table-head", "table-cell", "barcode")
STYLES = (
    BODY,
    replace(BODY, name="total", breaker="total", last_line=2),
    replace(BODY, name="item"),
    replace(BODY, name="quote", indent=EM, inset=EM),
    replace(BODY, name="subhead", indent=0, align="center", before=1, keep_next=2),
    replace(BODY, name="subhead-bullet", indent=0, hang=EM, align="left", before=1, keep_next=2),
    replace(BODY, name="subhead3", indent=0, align="left", keep_next=1),
    replace(BODY, name="subhead-cut", indent=0, align="left", before=1, keep_next=2, cut_in=2, leading=13 * PT),
    replace(BODY, name="subhead-rows", indent=0, align="center", rows=3, keep_next=2),
    replace(BODY, name="subhead-wide", indent=0, align="center", leading=2 * ROW, keep_next=2),
    replace(HEAD, name="title", size=2 * EM, leading=2 * ROW),
    replace(HEAD, name="ornament", align="center", rows=1),
    replace(HEAD, name="caption", size=8 * PT, leading=12 * PT),
    replace(HEAD, name="caption-over", size=8 * PT, leading=12 * PT, colour="paper"),
    replace(HEAD, name="caption-edged", size=8 * PT, leading=12 * PT, colour="paper", outline=PT, outline_colour="ink"),
    replace(HEAD, name="note", size=8 * PT, leading=12 * PT),
    *(replace(HEAD, name=name, size=8 * PT, leading=10 * PT) for name in SMALL),
    *(replace(HEAD, name=name) for name in PLAIN),
)  # fmt: skip
SHEET = StyleSheet(STYLES, (CharacterStyle("credit"), CharacterStyle("note-mark", size=600), CharacterStyle("sup")))


@dataclass(slots=True, eq=False)
class Desk:
    """What a test needs to set something: the house and its faces, and short ways to make stories and frames."""

    book: Book
    house: House = HOUSE
    sheet: StyleSheet = SHEET
    composer: Composer = field(init=False)

    def __post_init__(self) -> None:
        self.composer = Composer(self.book, self.sheet, Clock())

    def having(self, house: House | None = None, *styles: ParagraphStyle) -> "Desk":
        """Another desk with another house, or with further styles (which take the place of those of the same name)."""
        names = {style.name for style in styles}
        sheet = replace(self.sheet, paragraphs=(*(s for s in STYLES if s.name not in names), *styles))
        return Desk(self.book, house or self.house, sheet)

    def setting(self, *templates: PageTemplate, pictures: Mapping[str, PictureFile | None] | None = None) -> Setting:
        named = {template.name: template for template in templates}
        return Setting(self.house, named, pictures or {}, self.composer.shape, self.composer.set_lines, code_rows)

    def grid(self, side: Side = "recto", columns: int = 2, gutter: int = 2 * EM) -> PageGrid:
        return PageGrid(self.house, Grid(columns, gutter), side)

    def text(self, *paragraphs: Paragraph) -> Text:
        blocks = tuple(self.composer.shape(p, p.role, "horizontal") for p in paragraphs)
        return Text(blocks, self.composer.set_lines, self.house.row, self.house.body)

    def slots(self, count: int, length: int = 10, column: int = 1) -> tuple[Slot, ...]:
        """So many rows of so many em, from row 1."""
        return tuple(Slot(row, 0, self.grid().baseline(row), length * EM, column) for row in range(1, count + 1))

    def copy(self, story: Story | None, *templates: str, first: int = 1, pages: int = 0, **waiting: object) -> Copy:
        entry = Entry("story", "a", HERE, templates, pages)
        heading = tuple(p for p in story.heading if p.role != "label") if story else ()
        brought = {"heading": heading, "photos": story.photos if story else (), **waiting}
        values = (("section", "水路"), ("title", story.title if story else ""), ("magazine", "埠头"))
        return Copy(entry, story, Waiting(**brought), first, values)  # type: ignore[arg-type]


def say(count: int, role: str = "body", first: int = 0) -> Paragraph:
    """So many Han, each different from its neighbours, as a paragraph of that role."""
    return words("".join(chr(0x4E00 + (first + index) % 97) for index in range(count)), role)


def words(text: str, role: str = "body") -> Paragraph:
    return Paragraph(role, text, Source("story.md", ((0, 1, 1),)))


def story(*blocks: Block, heading: tuple[Paragraph, ...] = (), notes: tuple[Note, ...] = ()) -> Story:
    return Story("a", "story.md", "水路", "题", ("袁卫",), heading, blocks, notes)


def photo(path: str = "p.jpg", caption: str = "", credit: str = "") -> Photo:
    said = words(caption, "caption") if caption else None
    by = words(credit, "credit") if credit else None
    return Photo(path, HERE, said, by)


def picture(path: str = "p.jpg", width: int = 600, height: int = 400) -> PictureFile:
    return PictureFile(path, "0", width, height, "RGB")


def frame(
    name: str, takes: str, columns: tuple[int, int] = (1, 2), lines: tuple[int, int] = (1, 12), **how: object
) -> Frame:
    if takes == "photo" and "elastic" in how and how.get("displaces") != "outline":
        how = {"fit": "crop", **how}  # rows are counted on paper: the frame cuts what it must
    return Frame(name, takes, columns, lines, HERE, **how)  # type: ignore[arg-type]


def body(columns: tuple[int, int] = (1, 2), lines: tuple[int, int] = (1, 12), **how: object) -> Frame:
    """The text frame: one column after another, levelled at the end unless said otherwise."""
    return frame("body", "story", columns, lines, **{"linked": True, "balance": "last", **how})


def page(
    name: str,
    *frames: Frame,
    columns: int = 2,
    gutter: int = 2 * EM,
    furniture: tuple[Furniture, ...] = (),
    following: str = "",
) -> PageTemplate:
    return PageTemplate(name, f"{name}.toml", Grid(columns, gutter), frames, furniture, following)


def text_of(placed: PlacedLine) -> str:
    return "".join(placed.shaped.chars[placed.line.start : placed.line.end])


def moved(levers: Iterable[Lever]) -> list[str]:
    """What the levers did, as a reader is told."""
    return [one.text() for one in levers]


def told(pages: tuple[Page, ...], takes: str = "story") -> str:
    """All text of the frames that take this, in reading order."""
    return "".join(text_of(line) for page in pages for f in page.frames if f.takes == takes for line in f.lines)


def frames_of(page: Page, takes: str = "story") -> list[PlacedFrame]:
    return [f for f in page.frames if f.takes == takes]
