"""A table, shaped, and the room for it go in; its cells' lines at their places and its three rules come out.

三线表 (CY/T 170—2019, 6): heavy rules over and under the table, a fine one under its head, none upright.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from layout.flow.slots import Slot
from layout.flow.table_text import Going, Laid, TableText, depth_of, laid_at
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedRule
from layout.model.style import BODY_ASCENT
from layout.model.units import PT, Length, scaled
from layout.model.value import value

HEAVY, FINE = PT, PT // 2
"""Rules over and under a table; the rule under its head, and where it is divided."""
KEPT_ROWS = 2
"""Rows of a divided table that stay with its head, and with its end (ours)."""
HOLE = 6
"""Rows that may stay empty above a table which stands whole in the next column; with more, it is divided (ours)."""
MOST_ROWS = 300
"""No column has more slots (house.toml)."""
LEAST_LINES = 3
"""Lines of a row taller than a column that stand in the first of its columns (ours)."""


@value(eq=False)
class Cell:
    """One line of a cell in a slot of its own, and the block it belongs to."""

    block: int
    shaped: ShapedParagraph
    line: Line
    slot: Slot


@value(eq=False)
class Part:
    """What stands of a table in one column: lines, rules, grid rows taken, the block to go on with."""

    cells: tuple[Cell, ...]
    rules: tuple[PlacedRule, ...]
    rows: int
    after: int
    going: Going = ()
    """of a row that is divided: where each of its cells goes on"""


def part(
    text: TableText,
    block: int,
    slots: Sequence[Slot],
    coming: Sequence[Slot],
    forced: bool = False,
    going: Going = (),
    tallest: int = 0,
) -> Part | None:
    """The table from `block` on in a column's slots, its head first; None where it shall stand in the next column.

    A table that the next column can hold whole is not divided where that leaves only a small hole. Rows of text that
    stand beside something are too short for a table; it begins below them. A row taller than the `tallest` column, in
    rows of the grid, is divided between two of its lines, and goes on as `going` says.
    """
    following = sum(slot.column == coming[0].column for slot in coming[:MOST_ROWS]) if coming else 0
    most = max(len(slots), following)
    for start, end in _stretches(slots):
        laid = laid_at(text, slots[start].length)
        laid = _going_on(text, laid, block, going) if going else laid
        rows = _fitting(text, laid, block, end - start, most, forced or bool(going))
        if rows:
            placed = _placed(text, laid, block, rows, slots[start:end])
            return Part(placed.cells, placed.rules, start + placed.rows, placed.after)
        lines = _dividing(text, laid, block, end - start, forced or bool(going), tallest)
        if lines:
            placed = _placed(text, _upper(text, laid, block, lines), block, 1, slots[start:end], divided=True)
            row = _row(text, block)
            return Part(
                placed.cells, placed.rules, start + placed.rows, _block(text, row), _left(text, laid, row, lines)
            )
    return None


def _row(text: TableText, block: int) -> int:
    """The row of cells that comes next."""
    return max(1, block - text.first - text.opening + 1)


def _block(text: TableText, row: int) -> int:
    """The block that a row is."""
    return text.first + text.opening - 1 + row


def _going_on(text: TableText, laid: Laid, block: int, going: Going) -> Laid:
    """The table whose next row has only what is left of it."""
    row = _row(text, block)
    cells = zip(text.cells[row], laid.columns, going, strict=True)
    return _with_row(text, laid, row, tuple(_rest(text, cell, width, begin) for cell, (_, width), begin in cells))


def _rest(text: TableText, cell: ShapedParagraph, width: Length, begin: int) -> tuple[Line, ...]:
    return text.set_lines(cell, (width,), 0, begin) if begin < len(cell.gids) else ()


def _with_row(text: TableText, laid: Laid, row: int, lines: tuple[tuple[Line, ...], ...]) -> Laid:
    depth = depth_of(text, text.cells[row][0], max(map(len, lines)))
    return Laid(
        laid.columns,
        (*laid.lines[:row], lines, *laid.lines[row + 1 :]),
        (*laid.depths[:row], depth, *laid.depths[row + 1 :]),
        laid.caption,
        laid.caption_depth,
    )


def _dividing(text: TableText, laid: Laid, block: int, room: int, must: bool, tallest: int) -> int:
    """Lines of the next row that stand in so many rows of the grid, below caption and head, if it is too tall for any
    column, or must be divided; 0 where it is not."""
    row, opens = _row(text, block), block < text.first + text.opening
    if row >= len(text.cells):  # a table that is all head
        return 0
    above = laid.depths[0] + (laid.caption_depth if opens else 0)
    if not must and not 0 < tallest * text.row < above + laid.depths[row]:
        return 0
    style = text.cells[row][0].style
    count = 1 + (room * text.row - above - text.row) // (style.leading or text.row)
    count = min(count, max(map(len, laid.lines[row])) - 1)
    return count if count >= (1 if must else LEAST_LINES) else 0


def _upper(text: TableText, laid: Laid, block: int, lines: int) -> Laid:
    """The table with no more than so many lines of its next row."""
    row = _row(text, block)
    return _with_row(text, laid, row, tuple(cell[:lines] for cell in laid.lines[row]))


def _left(text: TableText, laid: Laid, row: int, lines: int) -> Going:
    """Where the row's cells go on behind so many lines."""
    cells = zip(text.cells[row], laid.lines[row], strict=True)
    return tuple(set_[lines].start if len(set_) > lines else len(cell.gids) for cell, set_ in cells)


def least_rows(text: TableText, slots: Sequence[Slot]) -> int:
    """Grid rows that a head above the table must find below it: the table's own head and its first rows."""
    if not slots:
        return 0
    laid = laid_at(text, slots[0].length)
    return _grid_rows(text, laid, 1, min(len(text.cells), 1 + KEPT_ROWS), opens=True)


def _stretches(slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """Runs of slots that are equally long and stand under one another."""
    edges = [0]
    for index in range(1, len(slots)):
        if (slots[index].x, slots[index].length) != (slots[index - 1].x, slots[index - 1].length):
            edges.append(index)
    return [(a, b) for a, b in zip(edges, [*edges[1:], len(slots)], strict=True) if b > a]


def _fitting(text: TableText, laid: Laid, block: int, room: int, most: int, forced: bool) -> int:
    """How many rows of the table from `block` on fit in so many rows of the grid, its head not counted."""
    begin = _row(text, block)
    opens, total = block < text.first + text.opening, len(text.cells)
    if _grid_rows(text, laid, begin, total, opens) <= room:
        return max(1, total - begin)
    if opens and not forced and room <= HOLE and _grid_rows(text, laid, 1, total, opens) <= most:
        return 0
    ends = range(total - 1 if forced else total - KEPT_ROWS, begin, -1)
    last = next((end for end in ends if _grid_rows(text, laid, begin, end, opens) <= room), begin)
    rows = last - begin
    return rows if forced or not opens or rows >= KEPT_ROWS else 0


def _grid_rows(text: TableText, laid: Laid, begin: int, end: int, opens: bool) -> int:
    down = _down(laid)
    depth = laid.depths[0] + down[end] - down[begin] + (laid.caption_depth if opens else 0)
    return -(-depth // text.row)


@lru_cache(maxsize=64)
def _down(laid: Laid) -> tuple[Length, ...]:
    """How far down each row begins: a table of thousands of rows is measured again for each that might be its last."""
    return tuple(accumulate(laid.depths, initial=0))


def _placed(text: TableText, laid: Laid, block: int, rows: int, slots: Sequence[Slot], divided: bool = False) -> Part:
    """Caption where the table begins, head, and so many rows from `block` on, in equal slots; `divided`: the last of
    them goes on in another column."""
    begin = _row(text, block)
    opens, head = block < text.first + text.opening, text.first + text.opening - 1
    end = min(begin + rows, len(text.cells))
    whole = end == len(text.cells) and not divided
    cells: list[Cell] = []
    top = slots[0]
    y = 0
    if opens and text.caption:
        leading = text.caption.style.leading or text.row
        cells += _lines(text.caption, laid.caption, leading, text.first, top, slots)
        y = laid.caption_depth
    ruled = [(y, HEAVY)]
    for index in (0, *range(begin, end)):
        cells += _row_cells(text, laid, index, head + index if index or opens else block, y, slots)
        y += laid.depths[index]
        if index == 0:
            ruled.append((y, FINE))
    ruled.append((y, HEAVY if whole else FINE))
    zero = top.y - scaled(text.body, BODY_ASCENT, 1000) - (text.row - text.body) // 2
    rules = tuple(
        PlacedRule(top.x, zero + down, top.x + top.length, zero + down, width, "ink") for down, width in ruled
    )
    return Part(tuple(cells), rules, -(-y // text.row), text.end if whole else head + end)


def _row_cells(text: TableText, laid: Laid, index: int, block: int, y: Length, slots: Sequence[Slot]) -> list[Cell]:
    """The lines of one row of cells, cell after cell."""
    top, made = slots[0], list[Cell]()
    columns = zip(text.cells[index], laid.lines[index], laid.columns, text.table.sides, strict=True)
    for shaped, lines, (x, width), side in columns:
        for number, line in enumerate(lines):
            down = y + number * (shaped.style.leading or text.row)
            spare = width - line.natural - line.adjust if shaped.style.align in ("left", "justify") else 0
            shift = {"left": 0, "center": spare // 2, "right": spare}[side]
            made.append(Cell(block, shaped, line, _slot(top.x + x + max(0, shift), down, width, slots, text.row)))
    return made


def _lines(
    shaped: ShapedParagraph, lines: Sequence[Line], leading: Length, block: int, top: Slot, slots: Sequence[Slot]
) -> list[Cell]:
    row = slots[1].y - top.y if len(slots) > 1 else leading
    return [
        Cell(block, shaped, line, _slot(top.x, index * leading, top.length, slots, row))
        for index, line in enumerate(lines)
    ]


def _slot(x: Length, down: Length, width: Length, slots: Sequence[Slot], row: Length) -> Slot:
    """A slot of its own for a line so far below the first baseline; off the grid its row is 0."""
    top, index = slots[0], down // row
    on_grid = down % row == 0 and index < len(slots)
    return Slot(slots[index].row if on_grid else 0, x, top.y + down, width, top.column)


def framed(text: TableText, box: Rect, rows: tuple[int, int], baseline: Length) -> Part:
    """The whole table in a box of its own over rows of the grid, the first of which has this baseline."""
    slots = [
        Slot(row, box.x, baseline + index * text.row, box.width, 1)
        for index, row in enumerate(range(rows[0], rows[1] + 1))
    ]
    laid = laid_at(text, box.width)
    return _placed(text, laid, text.first, len(text.cells), slots)


def height(text: TableText, measure: Length) -> int:
    """Grid rows that the whole table takes at this measure."""
    return _grid_rows(text, laid_at(text, measure), 1, len(text.cells), opens=True)
