"""Filled columns of running text go in; the hairlines between them come out, as far down as text stands beside them."""

from itertools import groupby, pairwise

from layout.flow.columns import Filled
from layout.flow.grid import text_columns
from layout.flow.heads import tinted
from layout.flow.opening import Opened, count_columns
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedRule
from layout.model.style import HAIRLINE
from layout.model.template import Frame
from layout.model.units import Length

LEAST_ROWS = 2
"""A shorter line between a picture and another is none (ours)."""


def column_rules(opened: Opened, filled: Filled) -> tuple[PlacedFrame, ...]:
    """The lines in the middle of the gutters of a text frame that wants them; what spans a gutter interrupts them."""
    found: list[PlacedFrame] = []
    before = 0
    for frame in opened.text_frames:
        if frame.column_rule and frame.direction == "horizontal":
            found += _rules(opened, filled, frame, before)
        before += count_columns(frame)
    return tuple(found)


def _rules(opened: Opened, filled: Filled, frame: Frame, before: int) -> tuple[PlacedFrame, ...]:
    """Those of one frame, whose columns are counted from `before` on."""
    columns = text_columns(opened.grid, frame)
    ends = [_end(opened, filled, before + number) for number in range(1, len(columns) + 1)]
    rules: list[PlacedRule] = []
    for (one, other), (left, right) in zip(pairwise(columns), pairwise(ends), strict=True):
        if right:
            rules += _between(opened, frame, (one[0] + one[1] + other[0]) // 2, max(left, right))
    box = opened.grid.box(frame.columns, (frame.lines[0] or 1, frame.lines[1] or opened.grid.house.rows))
    return (PlacedFrame(f"{frame.name}-rules", "rule", box, frame.columns, rules=tuple(rules)),) if rules else ()


def _end(opened: Opened, filled: Filled, number: int) -> int:
    """The last row of the column's text; 0 where it has none."""
    rows = [poured.slot.row for column in filled.columns for poured in column.lines if poured.slot.column == number]
    notes = [slot.row for column in filled.columns for slot in column.note_slots if slot.column == number]
    jumps = [slot.row for slot in (opened.jump_from, opened.jump_to) if slot and slot.column == number]
    return max([*rows, *notes, *jumps], default=0)


def _between(opened: Opened, frame: Frame, x: Length, last: int) -> list[PlacedRule]:
    grid, ink = opened.grid, tinted(frame.column_rule, Rect(0, 0, 0, 0))
    rows = range(frame.lines[0] or 1, last + 1)
    made = []
    for free, group in groupby(rows, key=lambda row: not _covered(opened, x, row)):
        run = list(group)
        if free and len(run) >= LEAST_ROWS:
            made.append(PlacedRule(x, grid.top(run[0]), x, grid.foot(run[-1]), HAIRLINE, ink.ink, ink.tint))
    return made


def _covered(opened: Opened, x: Length, row: int) -> bool:
    """Whether something that displaces text stands over the gutter in this row."""
    line = Rect(x, opened.grid.top(row), 1, opened.grid.house.body)
    return any(obstacle.box.grown(obstacle.gap).meets(line) for obstacle in opened.placed.obstacles)
