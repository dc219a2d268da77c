"""An entry's copy and a page number go in; the page comes out with its frames in place and the slots left to its text.

A page on which another story ends has its template moved down, under that story (see `under`).
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from layout.flow.filler import Filler
from layout.flow.frames import Placed, Waiting, place_frames
from layout.flow.grid import PageGrid, Side, text_columns
from layout.flow.heads import ROLE_ORDER, heading_for
from layout.flow.matching import dealt, matched
from layout.flow.setting import Setting
from layout.flow.shaping import eased, shaped
from layout.flow.sharing import Shared, cleared, collisions
from layout.flow.slots import Slot, column_slots, segments
from layout.flow.stretching import Stretch, stretched
from layout.flow.text import Cursor, Text
from layout.flow.tiers import tier_slots
from layout.model.finding import Finding, finding
from layout.model.page import PlacedFrame
from layout.model.place import Place
from layout.model.plan import Entry
from layout.model.story import Story
from layout.model.style import Direction
from layout.model.template import Frame, PageTemplate
from layout.model.value import replace, value

AIR_ROWS = 2
"""Rows between a story's end and the head of the one that runs on under it (ours)."""
LEAST_ROWS = 6
"""Rows of text under such a head; where there are fewer, the story begins on a new page (ours)."""
FACING = {"left": "right", "right": "left"}
"""Edges that change places in a mirrored template."""
STAYS = frozenset(("heading", "story", "rule", "tint", *ROLE_ORDER, "label"))
"""What moves down with a story that runs on; photos, boxes and tables wait for its next page."""


@value(eq=False)
class Rest:
    """A story where its earlier pages left off: its text, what still waits for frames, and the line that shall lead to
    the page where it goes on."""

    text: Text
    cursor: Cursor
    waiting: Waiting
    page: int
    """its last page so far"""
    slot: Slot | None = None
    direction: Direction = "horizontal"


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
    above: int = 0
    """rows of the first page that the story before takes; 0: the page is this entry's own"""
    booked: frozenset[int] = frozenset()
    """pages that others have for themselves, in whose midst the entry goes on"""
    end_mark: str | None = None
    """behind the end of its text; None: that of the frame in which it is likely to end"""
    boxes_run_on: bool = False
    """its boxes stand in the text, whatever frames there are"""
    in_text: frozenset[Place] = frozenset()
    """places of single boxes and tables that do"""
    tried: bool = False
    """in templates that are tried for it: what has no place there speaks against them"""
    shared: Mapping[int, Shared] = MappingProxyType({})
    """page → what stands there already"""

    later: tuple[str, ...] = ()
    """templates of the story's later parts; with them the entry takes its pages and leaves the rest to those"""
    rest: Rest | None = None
    """of a story that goes on here"""
    chosen: bool = False
    """its templates are chosen for it: photos are sorted for their frames, and these give way to their shapes"""

    def interrupted(self, index: int) -> bool:
        """Whether others have pages between the entry's page at `index` and its next."""
        return self.page(index) + 1 in self.booked

    def page(self, index: int) -> int:
        """The number of the entry's page at `index`, past those that are booked."""
        number = self.first
        for _ in range(index):
            number += 1
            while number in self.booked:
                number += 1
        return number


@value(eq=False)
class Opened:
    """A page with its frames placed and the slots left to the text, column by column."""

    template: PageTemplate
    grid: PageGrid
    placed: Placed
    frame: Frame | None
    """that takes the running text: the first of them, whose keys hold for all but the room they give it"""
    columns: tuple[tuple[Slot, ...], ...]
    jump_from: Slot | None = None
    """line that says where the text comes from"""
    jump_to: Slot | None = None
    """line that says where it goes on"""
    further: tuple[Frame, ...] = ()
    """frames in which the text goes on; their columns are counted on from the first one's"""

    @property
    def text_frames(self) -> tuple[Frame, ...]:
        """In the order in which the text fills them."""
        return (self.frame, *self.further) if self.frame else ()

    def frame_of(self, column: int) -> tuple[Frame, int]:
        """The text frame that has the column of this number, and which of its own columns that is."""
        for frame in self.text_frames:
            count = count_columns(frame)
            if column <= count:
                return frame, column
            column -= count
        raise LookupError(column)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for column in self.columns for slot in column)


def open_page(
    setting: Setting, copy: Copy, stretch: Stretch, index: int, waiting: Waiting, before: PageTemplate | None
) -> Opened:
    """The page at `index` of the article with its frames in place."""
    names = copy.entry.templates
    name = names[index] if index < len(names) else (before.next or before.name) if before else names[-1]
    template = stretched(setting.templates[name], index, stretch, setting.house.rows)
    number = copy.page(index)
    template = sided(template, number)
    if copy.above and not index:
        template = under(template, copy.above, setting.house.rows) or template
    whole, template = template, _single(template) if number + 1 in copy.booked else template
    grid = PageGrid(setting.house, template.grid, side_of(number))
    shared = copy.shared.get(number)
    if shared:
        template = cleared(template, grid, shared)
    if waiting.photos and not any(frame.takes == "advert" for frame in template.frames):
        coming = names[index + 1 : copy.entry.pages or None]
        free = copy.chosen or template.suits is not None
        photos = matched(setting, grid, template, waiting.photos, free)
        deal = dealt(template, photos, _photo_widths(*(setting.templates[name] for name in coming)))
        waiting = replace(waiting, photos=photos, dealt=deal)
        template = (shaped if free else eased)(setting, grid, template, deal)
    placed = place_frames(setting, grid, template, waiting, shared)
    found = (*placed.findings, *parted(placed.frames, whole, template))
    if shared:  # whose frames stand behind the halves of photos that the page before began
        at = len(waiting.halves)
        own = (*placed.frames[:at], *placed.frames[at + len(shared.frames) :])
        found += collisions(own, shared, number)
    placed = replace(placed, findings=found)
    frames = text_frames(template, side_of(number))
    begins = accumulate(map(count_columns, frames), initial=0)
    columns = (
        column for frame, at in zip(frames, begins, strict=False) for column in _columns(grid, frame, placed, at)
    )
    opened = Opened(template, grid, placed, frames[0] if frames else None, tuple(columns), further=frames[1:])
    comes, goes = copy.rest and not index, copy.later and index == copy.entry.pages - 1
    return jumping(setting, opened, bool(comes), bool(goes))


def jumping(setting: Setting, opened: Opened, comes: bool, goes: bool) -> Opened:
    """The page with the first line of its text, or the last one, kept for a jump line, where the house has any."""
    comes, goes = comes and bool(setting.house.jump_from), goes and bool(setting.house.jump_to)
    columns = [column for column in opened.columns if column]
    if comes and columns:
        opened = replace(opened, jump_from=columns[0][0])
        columns[0] = columns[0][1:]
    if goes and columns and columns[-1]:
        opened = replace(opened, jump_to=columns[-1][-1])
        columns[-1] = columns[-1][:-1]
    return replace(opened, columns=tuple(columns)) if opened.jump_from or opened.jump_to else opened


def _photo_widths(*templates: PageTemplate) -> tuple[int, ...]:
    """Columns of the photo frames of these templates."""
    frames = (frame for template in templates for frame in template.frames if frame.takes == "photo")
    return tuple(frame.columns[1] - frame.columns[0] + 1 for frame in frames)


def parted(frames: tuple[PlacedFrame, ...], asked: PageTemplate, given: PageTemplate) -> tuple[Finding, ...]:
    """Findings for photos that were to run over the spine and stay on this side."""
    lost = {one.name for one, other in zip(asked.frames, given.frames, strict=False) if one.spread and not other.spread}
    return tuple(
        finding("PAGE-SPREAD", frame.pictures[0].place, photo=frame.pictures[0].path, frame=frame.name)
        for frame in frames
        if frame.name in lost and frame.pictures
    )


def _single(template: PageTemplate) -> PageTemplate:
    """The template on a page whose facing page another entry has: what would run over the spine stays on this side."""
    return replace(template, frames=tuple(replace(f, spread=False) if f.spread else f for f in template.frames))


def text_frames(template: PageTemplate, side: Side) -> tuple[Frame, ...]:
    """The frames for running text in the order it fills them: the template's; those side by side on a mirrored page
    from left to right, as on the other."""
    frames = tuple(frame for frame in template.frames if frame.takes == "story")
    beside = all(one.lines[0] <= other.lines[1] or not other.lines[1] for one in frames for other in frames)
    turned = template.mirror and side == "verso" and beside
    return tuple(sorted(frames, key=lambda frame: frame.columns)) if turned else frames


def count_columns(frame: Frame) -> int:
    """The columns, or in vertical text the tiers, of a text frame."""
    own = frame.linked and frame.inner == 1 and frame.direction == "horizontal"
    return frame.columns[1] - frame.columns[0] + 1 if own else frame.inner


def _columns(grid: PageGrid, frame: Frame, placed: Placed, before: int) -> Iterator[tuple[Slot, ...]]:
    """The slots of the frame's columns, counted on from the columns of the frames before it."""
    rows = (frame.lines[0] or 1, frame.lines[1] or grid.house.rows)
    if frame.direction == "vertical":
        for tier in tier_slots(grid, frame, rows, placed.obstacles):
            yield tuple(replace(slot, column=slot.column + before) for slot in tier) if before else tier
        return
    for index, column in enumerate(text_columns(grid, frame), before + 1):
        yield from segments(column_slots(grid, column, index, rows, placed.obstacles))


def side_of(number: int) -> Side:
    """Odd pages are rectos."""
    return "recto" if number % 2 else "verso"


def sided(template: PageTemplate, number: int) -> PageTemplate:
    """The template as it stands on the page of this number."""
    return mirrored(template) if template.mirror and side_of(number) == "verso" else template


def mirrored(template: PageTemplate) -> PageTemplate:
    """The template with its columns counted from the right, and the hairlines at a frame's sides with them."""
    return replace(template, frames=tuple(_mirrored(frame, template.grid.columns + 1) for frame in template.frames))


def _mirrored(frame: Frame, count: int) -> Frame:
    rule = " ".join(FACING.get(edge, edge) for edge in frame.rule.split())
    return replace(frame, columns=(count - frame.columns[1], count - frame.columns[0]), rule=rule)


def under(template: PageTemplate, above: int, rows: int) -> PageTemplate | None:
    """The template on a page whose first rows another story takes: heads, rules and running text moved down together,
    the text ending where it did. None where they have no room. Furniture is that of the page already."""
    frames = [f for f in template.frames if (f.takes in STAYS or f.takes.startswith("text:")) and not f.bleed]
    shift = above + AIR_ROWS + 1 - min((frame.lines[0] for frame in frames if frame.lines[0]), default=1)
    moved = tuple(_moved(frame, shift) for frame in frames)
    if any(max(frame.lines[0] + LEAST_ROWS * (frame.takes == "story") - 1, frame.lines[1]) > rows for frame in moved):
        return None
    return replace(template, frames=moved, furniture=(), ground="")


def _moved(frame: Frame, shift: int) -> Frame:
    first, last = frame.lines
    if not first:
        return frame
    return replace(frame, lines=(first + shift, last + shift if last and frame.takes != "story" else last))


def runs_on(setting: Setting, copy: Copy) -> bool:
    """Whether the entry can begin under the story that takes the first `copy.above` rows of its first page: its head
    stands there whole, with so many rows of text under it in each column."""
    template = setting.templates[copy.entry.templates[0]]
    setting = setting.on_rows_of(template.name)
    shared = copy.shared.get(copy.first)
    if shared and any(frame.rows[0] <= copy.above for frame in shared.frames):
        return False
    if not copy.story or under(template, copy.above, setting.house.rows) is None or _left_behind(template, copy):
        return False
    opened = open_page(setting, copy, {}, 0, copy.waiting, None)
    if not opened.columns or not opened.frame or opened.frame.direction == "vertical" or opened.placed.findings:
        return False
    return min(map(len, opened.columns)) >= LEAST_ROWS


def _left_behind(template: PageTemplate, copy: Copy) -> bool:
    """Whether a frame that runs off the page, and so cannot move down, has something of the heading or a text."""
    texts = {f"text:{name}" for name, _ in copy.waiting.texts}
    bleeding = [frame for frame in template.frames if frame.bleed]
    return any(frame.takes in texts or heading_for(frame, copy.waiting.heading, frozenset()) for frame in bleeding)
