"""One entry of the plan with its story goes in; its pages, filled, come out, with what was wrong and what was used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layout.flow.body import text_of
from layout.flow.columns import Filled, fill_page, level
from layout.flow.contents import Listing
from layout.flow.frames import Placed, Waiting, place_frames
from layout.flow.furniture import place_furniture
from layout.flow.grid import PageGrid, Side, text_columns
from layout.flow.heads import tinted
from layout.flow.pour import Cursor, Text
from layout.flow.setting import Setting
from layout.flow.slots import Slot, column_slots, segments
from layout.flow.standing import set_columns
from layout.flow.tiers import tier_slots
from layout.lines import complaints
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Article, Page
from layout.model.plan import Entry
from layout.model.story import Story
from layout.model.template import Frame, PageTemplate

MAX_PAGES = 400
"""An article longer than this is a mistake in the plan or the templates (ours)."""
MAX_IDLE = 2
"""After so many pages without a line of text the templates are going round in a circle."""


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """What one entry brings: its story (None for a page of its own), texts, photos, and where it starts."""

    entry: Entry
    story: Story | None
    waiting: Waiting
    first: int
    values: tuple[tuple[str, str], ...] = ()
    """for furniture: section, title, magazine …"""


Stretch = Mapping[tuple[int, str], int]
"""(page of the article from 0, frame) → whole rows that the fitter gives the frame, or takes from it."""


@dataclass(frozen=True, slots=True)
class Elastic:
    """A frame the fitter may make higher or lower: by at least and at most so many rows, each worth `columns` slots."""

    page: int
    frame: str
    columns: int
    least: int
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """An article as it came out, how full its last page is (slots of running text), and what could give way."""

    article: Article
    used: int
    room: int
    elastic: tuple[Elastic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Opened:
    """A page with its frames placed and the slots left to the text, column by column."""

    template: PageTemplate
    grid: PageGrid
    placed: Placed
    frame: Frame | None
    columns: tuple[tuple[Slot, ...], ...]


def run(setting: Setting, copy: Copy, stretch: Stretch) -> Outcome:
    """Set the entry: its first template, then each template's `next`, until its text and its templates are used up."""
    return _Run(setting, copy, stretch).outcome()


class _Run:
    """The setting of one entry, page by page. Holds nothing that outlives the call of `run`."""

    def __init__(self, setting: Setting, copy: Copy, stretch: Stretch) -> None:
        self.setting, self.copy, self.stretch = setting, copy, stretch
        self.elastic: list[Elastic] = []
        self.idle = 0
        self.findings: list[Finding] = []
        self.levers: list[str] = []

    def outcome(self) -> Outcome:
        text, boxes = text_of(self.setting, self.copy.story, self.copy.entry.templates)
        cursor = Cursor()
        waiting = replace(self.copy.waiting, boxes=boxes)
        pages: list[Page] = []
        opened = self.open(0, waiting, None)
        while True:
            coming = self.open(len(pages) + 1, opened.placed.waiting, opened.template)
            filled = self.filled(text, opened, coming, cursor)
            if not any(column.lines for column in filled.columns):
                filled = self.filled(replace(text, forced=True), opened, coming, cursor)
            text, moved = replace(filled.text, forced=False), filled.after
            self.idle = 0 if any(column.lines for column in filled.columns) else self.idle + 1
            self.levers.extend(f"p. {self.copy.first + len(pages)}: {lever}" for lever in filled.levers)
            self.findings.extend(opened.placed.findings)
            self.elastic.extend(self.movable(len(pages), opened))
            pages.append(self.page(len(pages), opened, filled, text))
            done = moved.block >= len(text.blocks)
            if self.ends(len(pages), done, opened):
                break
            cursor, opened = moved, coming
        over = self.leftovers(text, moved, opened.placed.waiting, pages)
        self.findings.extend(self.line_findings(pages))
        article = Article(tuple(pages), tuple(self.findings), tuple(self.levers), over)
        room = sum(map(len, opened.columns))
        return Outcome(article, sum(column.used for column in filled.columns), room, tuple(self.elastic))

    def movable(self, index: int, opened: _Opened) -> list[Elastic]:
        """The page's frames that hold something and may give or take rows."""
        held = {placed.name for placed in opened.placed.frames}
        return [
            Elastic(index, frame.name, frame.columns[1] - frame.columns[0] + 1, *frame.elastic)
            for frame in opened.template.frames
            if frame.name in held and frame.elastic != (0, 0)
        ]

    def ends(self, count: int, done: bool, opened: _Opened) -> bool:
        """Whether this page was the entry's last one: its count is reached, its text is set and its templates are used,
        or the pages go on without taking any text."""
        entry = self.copy.entry
        if entry.pages:
            return count >= entry.pages
        if done:
            return count >= len(entry.templates) or opened.frame is not None
        return count >= MAX_PAGES or (self.idle >= MAX_IDLE and count >= len(entry.templates))

    def open(self, index: int, waiting: Waiting, before: PageTemplate | None) -> _Opened:
        """The page at `index` with its frames in place."""
        names = self.copy.entry.templates
        name = names[index] if index < len(names) else (before.next or before.name) if before else names[-1]
        template = stretched(self.setting.templates[name], index, self.stretch, self.setting.house.rows)
        grid = PageGrid(self.setting.house, template.grid, self.side(index))
        placed = place_frames(self.setting, grid, template, waiting)
        frame = next((frame for frame in template.frames if frame.takes == "story"), None)
        columns = self.slots(grid, frame, placed) if frame else ()
        return _Opened(template, grid, placed, frame, columns)

    def slots(self, grid: PageGrid, frame: Frame, placed: Placed) -> tuple[tuple[Slot, ...], ...]:
        rows = (frame.lines[0] or 1, frame.lines[1] or grid.house.rows)
        if frame.direction == "vertical":
            return tier_slots(grid, frame, rows, placed.obstacles)
        return tuple(
            segment
            for index, column in enumerate(text_columns(grid, frame))
            for segment in segments(column_slots(grid, column, index + 1, rows, placed.obstacles))
        )

    def side(self, index: int) -> Side:
        return "recto" if (self.copy.first + index) % 2 else "verso"

    def filled(self, text: Text, opened: _Opened, coming: _Opened, cursor: Cursor) -> Filled:
        """The page's columns filled, and levelled where the text ends on it."""
        ahead = [slot for column in coming.columns for slot in column]
        filled = fill_page(text, opened.columns, ahead, cursor)
        frame = opened.frame
        ended = filled.after.block >= len(text.blocks)
        if frame and ended and frame.balance != "never" and frame.direction == "horizontal":
            return level(text, opened.columns, cursor)
        return filled

    def page(self, index: int, opened: _Opened, filled: Filled, text: Text) -> Page:
        number, entry, template = self.copy.first + index, self.copy.entry, opened.template
        frames = [*opened.placed.frames]
        if opened.frame:
            frames.extend(set_columns(opened.grid, opened.frame, filled, text, opened.columns))
        label = str(number) if entry.part == "body" else f"C{number}"
        values = {**dict(self.copy.values), "folio": label}
        frames.extend(place_furniture(self.setting, opened.grid, template.furniture, values, entry.place.path))
        sheet = Rect(0, 0, self.setting.house.width, self.setting.house.height).grown(self.setting.house.bleed)
        title = values.get("title", "") if index == 0 else ""
        slug = self.copy.story.slug if self.copy.story else ""
        return Page(
            number, label, self.side(index), template.name, tuple(frames), slug,
            values.get("section", ""), title, entry.part, tinted(template.ground, sheet) if template.ground else None,
        )  # fmt: skip

    def leftovers(self, text: Text, cursor: Cursor, waiting: Waiting, pages: Sequence[Page]) -> int:
        """Findings for what found no room: overset text, photos, boxes; how many characters are overset."""
        over = 0
        if cursor.block < len(text.blocks):
            blocks = text.blocks[cursor.block :]
            start = cursor.rest[0].start if cursor.rest else 0
            at = blocks[0].offsets[start] if blocks[0].offsets else 0
            over = sum(len(block.paragraph.text) for block in blocks) - at
            place = blocks[0].paragraph.source.place(at)
            lines = sum(len(text.lines(cursor.block + i, self.any_slot())) for i in range(len(blocks)))
            self.findings.append(finding("PAGE-OVERSET", place, pages[-1].number, characters=over, lines=lines))
        for photo in waiting.photos:
            self.findings.append(finding("PAGE-PHOTO-LEFT", photo.place, photo=photo.path, pages=len(pages)))
        for paragraph in waiting.heading:
            place = paragraph.source.place(0)
            self.findings.append(finding("PAGE-HEADING-LEFT", place, role=paragraph.role, page=pages[0].number))
        for box in waiting.boxes:
            self.findings.append(finding("PAGE-BOX-LEFT", box.place, kind=box.kind, pages=len(pages)))
        return over

    def any_slot(self) -> tuple[Slot, ...]:
        house = self.setting.house
        width = house.width - house.margins.inner - house.margins.outer
        return (Slot(1, 0, 0, width // 3, 1),)

    def line_findings(self, pages: Sequence[Page]) -> list[Finding]:
        """Loose and overfull lines of the running text, each with its page."""
        found: list[Finding] = []
        for page in pages:
            for frame in page.frames:
                if frame.takes == "story":
                    for placed in frame.lines:
                        found.extend(replace(f, page=page.number) for f in complaints(placed.shaped, (placed.line,)))
        return found


def stretched(template: PageTemplate, index: int, stretch: Stretch, rows: int) -> PageTemplate:
    """The template with its elastic frames as the fitter wants them; a frame at the foot grows upwards."""
    if not any(page == index for page, _ in stretch):
        return template
    frames = []
    for frame in template.frames:
        by = stretch.get((index, frame.name), 0)
        first, last = frame.lines
        lines = (first - by, last) if last == rows else (first, last + by)
        frames.append(replace(frame, lines=lines) if by else frame)
    return replace(template, frames=tuple(frames))


def listing(entry: Entry, story: Story, page: int) -> Listing:
    """The story's line of the contents."""
    deck = next((p.text for p in story.heading if p.role == "deck"), "")
    return Listing(entry.section or story.section, story.title, story.authors, deck, page, story.path)
