"""An entry of the plan goes in; its pages come out filled, not yet levelled or numbered: what the fitter compares."""

from collections.abc import Mapping

from layout.flow.body import text_of
from layout.flow.columns import Filled, even, fill_page
from layout.flow.filler import Filler
from layout.flow.frames import Placed, Waiting, place_frames
from layout.flow.grid import PageGrid, Side, text_columns
from layout.flow.setting import Setting
from layout.flow.slots import Slot, column_slots, segments
from layout.flow.text import Cursor, Text
from layout.flow.tiers import tier_slots
from layout.model.plan import Entry
from layout.model.story import Story
from layout.model.template import Frame, PageTemplate
from layout.model.value import replace, value

MAX_PAGES = 400
"""An article longer than this is a mistake in the plan or the templates (ours)."""
MAX_IDLE = 2
"""After so many pages without a line of text the templates are going round in a circle."""

Stretch = Mapping[tuple[int, str], int]
"""(page of the article from 0, frame) → whole rows that the fitter gives the frame, or takes from it."""
Loose = tuple[tuple[int, int], ...]
"""(paragraph, lines more or fewer than it would have) …"""


@value(eq=False)
class Copy:
    """What one entry brings: its story (None for a page of its own), what waits for frames, and where it starts."""

    entry: Entry
    story: Story | None
    waiting: Waiting
    first: int
    values: tuple[tuple[str, str], ...] = ()
    """for furniture: section, title, magazine …"""
    fillers: tuple[Filler, ...] = ()
    """short pieces that may stand under the story's end"""
    filler_title: str = ""


@value
class Elastic:
    """Frames over the same rows that the fitter may make higher or lower together, by at least and at most so many
    rows, each worth `columns` slots."""

    page: int
    frames: tuple[str, ...]
    columns: int
    least: int
    most: int


@value(eq=False)
class Opened:
    """A page with its frames placed and the slots left to the text, column by column."""

    template: PageTemplate
    grid: PageGrid
    placed: Placed
    frame: Frame | None
    columns: tuple[tuple[Slot, ...], ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for column in self.columns for slot in column)


@value(eq=False)
class Sketch:
    """One page of a draft: as it was opened, where its text began, and how its columns were filled."""

    opened: Opened
    before: Cursor
    filled: Filled


@value(eq=False)
class Draft:
    """An article before its last page is levelled."""

    pages: tuple[Sketch, ...]
    text: Text

    @property
    def done(self) -> bool:
        return self.text.ended(self.pages[-1].filled.after)

    @property
    def used(self) -> int:
        """Slots of running text and its notes taken on the last page."""
        return sum(column.used + len(column.note_slots) for column in self.pages[-1].filled.columns)

    @property
    def empty(self) -> int:
        """Slots of running text left empty on the last page."""
        return len(self.pages[-1].opened.slots) - self.used

    @property
    def elastic(self) -> tuple[Elastic, ...]:
        """The frames that hold something and may give or take rows, those over the same rows together."""
        return tuple(item for index, page in enumerate(self.pages) for item in _elastic(index, page.opened))


def _elastic(index: int, opened: Opened) -> list[Elastic]:
    held = {placed.name for placed in opened.placed.frames}
    groups: dict[tuple[int, int], list[Frame]] = {}
    for frame in opened.template.frames:
        if frame.name in held and frame.lines[0] and frame.lines[1] and frame.elastic != (0, 0):
            groups.setdefault(frame.lines, []).append(frame)
    limits = {lines: [_limits(frame, opened, group) for frame in group] for lines, group in groups.items()}
    return [
        Elastic(
            index,
            tuple(frame.name for frame in group),
            sum(frame.columns[1] - frame.columns[0] + 1 for frame in group),
            max(least for least, _ in limits[lines]),
            min(most for _, most in limits[lines]),
        )
        for lines, group in groups.items()
    ]


def _limits(frame: Frame, opened: Opened, group: list[Frame]) -> tuple[int, int]:
    """What the frame may take and give on its page: at least a row stays, none lies off the type area, and none in
    another frame; two that may grow towards each other have half the rows between them each. A frame with an open end
    is as high as its content, whatever it is allowed, so it is not asked."""
    (first, last), rows = frame.lines, opened.grid.house.rows
    up = last == rows
    most = min(frame.elastic[1], first - 1 if up else rows - last)
    asked = {other.name: other for other in opened.template.frames}
    for placed in opened.placed.frames:
        other = asked[placed.name]
        aside = placed.columns[1] < frame.columns[0] or frame.columns[1] < placed.columns[0]
        if other in group or other.takes in ("tint", "rule") or aside:
            continue
        between = first - placed.rows[1] - 1 if up else placed.rows[0] - last - 1
        if between >= 0:
            most = min(most, between // 2 if other.elastic[1] and (other.lines[1] == rows) != up else between)
    return max(frame.elastic[0], first - last), max(0, most)


def draft(setting: Setting, copy: Copy, stretch: Stretch, loose: Loose = ()) -> Draft:
    """Set the entry: its first template, then each template's `next`, until its text and its templates are used up."""
    text, boxes = text_of(setting, copy.story, copy.entry.templates)
    text = replace(text, loose=loose)
    pages: list[Sketch] = []
    cursor, idle = Cursor(), 0
    opened = _open(setting, copy, stretch, 0, replace(copy.waiting, boxes=boxes), None)
    while True:
        coming = _open(setting, copy, stretch, len(pages) + 1, opened.placed.waiting, opened.template)
        filled = fill_page(text, opened.columns, coming.slots, cursor)
        if not _took(filled):
            filled = fill_page(replace(text, forced=True), opened.columns, coming.slots, cursor)
        if opened.frame and opened.frame.balance == "always" and not text.ended(filled.after):
            filled = even(text, opened.columns, coming.slots, cursor, filled)
        idle = 0 if _took(filled) else idle + 1
        text = replace(filled.text, forced=False)
        pages.append(Sketch(opened, cursor, filled))
        if _ends(copy.entry, pages, text, idle):
            return Draft(tuple(pages), text)
        cursor, opened = filled.after, coming


def _took(filled: Filled) -> bool:
    return any(column.lines or column.notes.labels for column in filled.columns)


def _ends(entry: Entry, pages: list[Sketch], text: Text, idle: int) -> bool:
    """Whether this page was the entry's last one: its count is reached, its text is set and its templates are used, or
    the pages go on without taking any text."""
    count = len(pages)
    if entry.pages:
        return count >= entry.pages
    if text.ended(pages[-1].filled.after):
        return count >= len(entry.templates)
    return count >= MAX_PAGES or (idle >= MAX_IDLE and count >= len(entry.templates))


def _open(
    setting: Setting, copy: Copy, stretch: Stretch, index: int, waiting: Waiting, before: PageTemplate | None
) -> Opened:
    """The page at `index` of the article with its frames in place."""
    names = copy.entry.templates
    name = names[index] if index < len(names) else (before.next or before.name) if before else names[-1]
    template = stretched(setting.templates[name], index, stretch, setting.house.rows)
    grid = PageGrid(setting.house, template.grid, side_of(copy.first + index))
    placed = place_frames(setting, grid, template, waiting)
    frame = next((frame for frame in template.frames if frame.takes == "story"), None)
    return Opened(template, grid, placed, frame, _columns(grid, frame, placed) if frame else ())


def _columns(grid: PageGrid, frame: Frame, placed: Placed) -> tuple[tuple[Slot, ...], ...]:
    rows = (frame.lines[0] or 1, frame.lines[1] or grid.house.rows)
    if frame.direction == "vertical":
        return tier_slots(grid, frame, rows, placed.obstacles)
    return tuple(
        segment
        for index, column in enumerate(text_columns(grid, frame))
        for segment in segments(column_slots(grid, column, index + 1, rows, placed.obstacles))
    )


def side_of(number: int) -> Side:
    """Odd pages are rectos."""
    return "recto" if number % 2 else "verso"


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
