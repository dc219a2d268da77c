"""Filled columns go in; placed frames with every line and note at its place on the page come out."""

from layout.flow.columns import Filled
from layout.flow.grid import PageGrid, text_columns
from layout.flow.opening import Opened
from layout.flow.slots import Slot
from layout.flow.text import Column, Poured, Text
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine
from layout.model.template import Frame
from layout.model.value import replace


def set_columns(opened: Opened, filled: Filled, text: Text) -> list[PlacedFrame]:
    """One placed frame a column of running text; columns without a slot have none."""
    grid, frame, made = opened.grid, opened.frame, list[PlacedFrame]()
    for column, room in zip(filled.columns, opened.columns, strict=False):
        if room and frame:
            own, number = opened.frame_of(room[0].column)
            placed = _noted(grid, text, column, _set_column(grid, own, text, column, room, number))
            made.append(replace(placed, displaced_by=_displacing(opened, own, number)))
    return made


def _displacing(opened: Opened, frame: Frame, number: int) -> tuple[str, ...]:
    """Names of the frames that take room from the column, whole rows or part of them."""
    grid = opened.grid
    top, foot = grid.top(frame.lines[0] or 1), grid.foot(frame.lines[1] or grid.house.rows)
    if frame.direction == "vertical":
        x, width = grid.column(*frame.columns)
    else:
        x, width = text_columns(grid, frame)[number - 1]
    column = Rect(x, top, width, foot - top)
    return tuple(o.name for o in opened.placed.obstacles if o.box.grown(o.gap).meets(column))


def _set_column(
    grid: PageGrid, frame: Frame, text: Text, column: Column, room: tuple[Slot, ...], number: int
) -> PlacedFrame:
    own = frame.linked and frame.inner == 1
    number += frame.columns[0] - 1 if own else 0
    lines = tuple(_line(text, poured, frame) for poured in column.lines)
    if frame.direction == "vertical":
        left = min(slot.x for slot in room) - grid.house.body // 2
        right = max(slot.x for slot in room) + grid.house.body // 2
        box, rows = Rect(left, room[0].y, right - left, room[0].length), frame.lines
    else:
        rows = (room[0].row, room[-1].row)
        top = grid.top(rows[0])
        left = min(slot.x for slot in room)
        right = max(slot.x + slot.length for slot in room)
        box = Rect(left, top, right - left, grid.foot(rows[1]) - top)
    across = (number, number) if own else frame.columns
    return PlacedFrame(
        f"{frame.name}.{number}", "story", box, across, rows, frame.direction, rules=column.rules, lines=lines
    )


def _line(text: Text, poured: Poured, frame: Frame) -> PlacedLine:
    shaped, slot = poured.cell or text.blocks[poured.block], poured.slot
    if frame.direction == "vertical":
        return PlacedLine(shaped, poured.line, slot.x - poured.drop, slot.y, slot.row, "vertical")
    return PlacedLine(shaped, poured.line, slot.x, slot.y + poured.drop, slot.row, "horizontal")


def _noted(grid: PageGrid, text: Text, column: Column, placed: PlacedFrame) -> PlacedFrame:
    """The column with the notes at its foot, after its lines in reading order."""
    if not column.notes.labels or not column.note_slots or text.notes is None:
        return placed
    first, last = column.note_slots[0], column.note_slots[-1]
    if placed.direction == "vertical":
        left = last.x - grid.house.body // 2
        box = Rect(left, last.y, first.x - grid.house.body // 2 + grid.house.row - left, last.length)
    else:
        top = grid.foot(first.row) - grid.house.row
        box = Rect(last.x, top, last.length, grid.foot(last.row) - top)
    lines, rule = text.notes.placed(column.notes, box, column.note_depth)
    rules = (rule,) if column.note_rule else ()
    return replace(placed, lines=(*placed.lines, *lines), rules=(*placed.rules, *rules))
