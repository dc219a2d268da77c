"""A draft whose text found no room goes in; a finding on the text that is left, and the proof's pages of it, come out.

What has no room is never lost from sight: a proof shows it behind the story's last page. A press file never has it.
"""

from layout.flow.columns import filled, stretches
from layout.flow.counting import behind, between, offset
from layout.flow.draft import Draft, Sketch
from layout.flow.frames import Placed, Waiting
from layout.flow.grid import text_columns
from layout.flow.opening import Opened
from layout.flow.setting import Setting
from layout.flow.slots import Slot, column_slots
from layout.flow.stack import place, stack
from layout.flow.standing import set_columns
from layout.flow.text import Cursor
from layout.flow.tiers import tier_slots
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame
from layout.model.place import Place, Source
from layout.model.story import Paragraph, characters
from layout.model.template import Frame
from layout.model.value import replace

FIRST_ROW = 3
"""Row of the page at which the text begins, under the line that says what it is."""
MOST_PAGES = 20
"""More overset pages than these help nobody (ours)."""
TITLE, STYLE = "溢文", "running-head"


def told(draft: Draft, page: int) -> tuple[list[Finding], int]:
    """A finding for running text that found no room, and how many characters it has."""
    cursor, text = draft.pages[-1].filled.after, draft.text
    if draft.done:
        return [], 0
    blocks = text.blocks[cursor.block :]
    if not blocks:
        return _overset_notes(draft, cursor, page)
    at = offset(text, cursor)
    over = sum(len(block.paragraph.text) for block in blocks) - at
    columns = [slots for sketch in draft.pages for slots in sketch.opened.columns if slots]
    slot = columns[-1][-1:] if columns else ()
    lines = (
        sum(len(text.lines(cursor.block + i, slot, () if i else cursor.rest)) for i in range(len(blocks)))
        if slot
        else len(blocks)
    )
    return [_told(draft, blocks[0].paragraph.source.place(at), page, behind(text, cursor), lines)], over


def _told(draft: Draft, place: Place, page: int, over: int, lines: int) -> Finding:
    """What has no room, and what the pages hold."""
    first, last = draft.pages[0], draft.pages[-1]
    held = between(draft.text, first.before, last.filled.after)
    count = len(draft.pages)
    return finding("PAGE-OVERSET", place, page, characters=over, lines=lines, pages=count, held=held)


def _overset_notes(draft: Draft, cursor: Cursor, page: int) -> tuple[list[Finding], int]:
    """The same for notes at the end of a story."""
    text = draft.text
    left = [note.paragraph for note in text.notes.notes if note.label in cursor.owed.labels] if text.notes else []
    over = sum(len(paragraph.text) for paragraph in left)
    counted = sum(characters(paragraph.text) for paragraph in left)
    return [_told(draft, left[0].source.place(0), page, counted, len(left))], over


def shown(setting: Setting, draft: Draft, last: Page, characters: int) -> tuple[Page, ...]:
    """The text that found no room, with its notes, in columns of the story's own measure; numbered as its last page."""
    sketch = next((sketch for sketch in reversed(draft.pages) if sketch.opened.frame), draft.pages[-1])
    cursor = draft.pages[-1].filled.after
    text = draft.text
    made: list[Page] = []
    while not text.ended(cursor) and len(made) < MOST_PAGES:
        opened = _bare(sketch)
        text = replace(text, tallest=max(map(len, opened.columns)))
        forced = replace(text, forced=cursor.block < len(text.blocks))
        set_page = filled(forced, stretches(opened.columns, ()), cursor)
        if not any(column.lines or column.notes.labels for column in set_page.columns):
            break
        frames = (_head(setting, opened, f"{TITLE}\u3000{characters}\u2009字"), *set_columns(opened, set_page, text))
        made.append(replace(last, label=f"{last.label} {TITLE}", frames=frames, titles=(), part="proof", ground=None))
        cursor = set_page.after
    return tuple(made)


def _bare(sketch: Sketch) -> Opened:
    """The page with nothing on it but its text frame, from the third row to the foot; one over all its columns where it
    has none."""
    opened, grid = sketch.opened, sketch.opened.grid
    rows = (FIRST_ROW, grid.house.rows)
    plain = Frame("overset", "story", (1, grid.grid.columns), rows, Place(opened.template.path), linked=True)
    frame = replace(opened.frame, name="overset", lines=rows) if opened.frame else plain
    columns: tuple[tuple[Slot, ...], ...]
    if frame.direction == "vertical":
        columns = tier_slots(grid, frame, rows, ())
    else:
        columns = tuple(
            column_slots(grid, column, index + 1, rows, ()) for index, column in enumerate(text_columns(grid, frame))
        )
    return Opened(opened.template, grid, Placed((), (), Waiting()), frame, columns)


def _head(setting: Setting, opened: Opened, title: str) -> PlacedFrame:
    area = opened.grid.area
    line = stack(setting, ((Paragraph(STYLE, title, Source("")), STYLE),), area.width)
    box = Rect(area.x, area.y, area.width, max(1, line.depth))
    return PlacedFrame("overset-head", "furniture", box, lines=place(line, box, "horizontal"))
