"""A table, shaped, and the room for it go in; its cells' lines at their places and its three rules come out.

三线表 (CY/T 170—2019, 6): heavy rules over and under the table, a fine one under its head, none upright.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from layout.flow.setting import SetLines, Setting
from layout.flow.slots import Slot
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Table
from layout.model.style import BODY_ASCENT
from layout.model.units import MM, PT, Length, millimetres, scaled
from layout.model.value import value

HEAVY, FINE = PT, PT // 2
"""Rules over and under a table; the rule under its head, and where it is divided."""
GAP = 1000
"""Per mille of the cell's size between two columns (ours)."""
SHORT_EM = 4
"""Cells of so many em are not broken, and no column is narrower than they need, if there is room (ours)."""
KEPT_ROWS = 2
"""Rows of a divided table that stay with its head, and with its end (ours)."""
HOLE = 6
"""Rows that may stay empty above a table which stands whole in the next column; with more, it is divided (ours)."""
MOST_ROWS = 300
"""No column has more slots (house.toml)."""
_ENDLESS = 10_000_000 * PT


@value(eq=False)
class TableText:
    """A table that stands in a story's running text as the blocks `first` … `end`-1: its caption, if it has one, its
    head and each of its rows is a block, so that the text can go on in the middle of it."""

    table: Table
    cells: tuple[tuple[ShapedParagraph, ...], ...]
    caption: ShapedParagraph | None
    set_lines: SetLines
    row: Length
    body: Length
    """size that the grid's em boxes have"""
    first: int = 0

    @property
    def opening(self) -> int:
        """Blocks before the first row: caption and head."""
        return 2 if self.caption else 1

    @property
    def end(self) -> int:
        return self.first + self.opening + len(self.cells) - 1


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


@value(eq=False)
class _Laid:
    """The table set to a measure: where its columns begin, how wide they are, and each row's lines and depth."""

    columns: tuple[tuple[Length, Length], ...]
    lines: tuple[tuple[tuple[Line, ...], ...], ...]
    depths: tuple[Length, ...]
    caption: tuple[Line, ...]
    caption_depth: Length


def shaped_table(setting: Setting, table: Table) -> TableText:
    """The table's cells and caption, shaped in their styles."""
    cells = tuple(tuple(setting.shape(cell, cell.role, "horizontal") for cell in row) for row in table.rows)
    caption = setting.shape(table.caption, "table-caption", "horizontal") if table.caption else None
    return TableText(table, cells, caption, setting.set_lines, setting.house.row, setting.house.body)


@lru_cache(maxsize=256)
def blocks_of(table: Table) -> tuple[tuple[Paragraph, str], ...]:
    """A paragraph with its style for each block of the table: what is counted, and told where there is no room."""
    rows = ((_joined(row), row[0].role) for row in table.rows)
    return (*(((table.caption, "table-caption"),) if table.caption else ()), *rows)


def _joined(row: Sequence[Paragraph]) -> Paragraph:
    """The cells of a row in one text, with the notes they refer to."""
    text, runs, marks = "", list[tuple[int, int, int]](), list[Mark]()
    for cell in row:
        start = len(text) + 1 if text else 0
        text = f"{text}\u3000{cell.text}" if text else cell.text
        runs += ((start + at, line, column) for at, line, column in cell.source.runs)
        marks += (Mark(start + m.start, start + m.end, m.kind, m.value) for m in cell.marks if m.kind == "note")
    return Paragraph(row[0].role, text, Source(row[0].source.path, tuple(runs)), tuple(marks))


@lru_cache(maxsize=256)
def _laid(text: TableText, measure: Length) -> _Laid:
    widths = _widths(text, measure)
    gap = _gap(text)
    starts = [sum(widths[:index]) + index * gap for index in range(len(widths))]
    lines = tuple(
        tuple(text.set_lines(cell, (width,), 0, 0) for cell, width in zip(row, widths, strict=True))
        for row in text.cells
    )
    depths = tuple(_depth(text, row[0], max(map(len, set_))) for row, set_ in zip(text.cells, lines, strict=True))
    caption = text.set_lines(text.caption, (measure,), 0, 0) if text.caption else ()
    caption_depth = _depth(text, text.caption, len(caption)) if text.caption else 0
    return _Laid(tuple(zip(starts, widths, strict=True)), lines, depths, caption, caption_depth)


def _gap(text: TableText) -> Length:
    return scaled(text.cells[0][0].style.size, GAP, 1000)


def _depth(text: TableText, shaped: ShapedParagraph, lines: int) -> Length:
    """A row of the grid, and for each further line its leading."""
    return text.row + (lines - 1) * (shaped.style.leading or text.row)


def _widths(text: TableText, measure: Length) -> tuple[Length, ...]:
    """Widths of the columns: narrow ones get what their longest line needs, wide ones share the rest by what they need,
    in whole em; what is left over goes to all alike."""
    size = text.cells[0][0].style.size
    wanted = [max(_natural(text, row[index]) for row in text.cells) for index in range(len(text.cells[0]))]
    room = measure - (len(wanted) - 1) * _gap(text)
    if sum(wanted) > room:
        wanted = _shared(wanted, _least(text), room, size)
    spare = max(0, room - sum(wanted)) // len(wanted)
    return tuple(max(1, width + spare) for width in wanted)


def _natural(text: TableText, cell: ShapedParagraph) -> Length:
    return _longest(text, cell, (_ENDLESS,))


def sticks_out(line: Line) -> bool:
    """Whether a cell's line is longer than its column is wide."""
    return line.natural + line.adjust > line.measure


def too_wide(text: TableText, lines: Sequence[PlacedLine]) -> tuple[Finding, ...]:
    """One finding where cells of the table stick out of their columns; `lines`: those of it on one page. Its head,
    which stands over every part, tells how wide a room it was set to."""
    over = [line for line in lines if sticks_out(line.line)]
    head = {id(cell.paragraph): 0 for cell in text.cells[0]}
    head |= {at: line.line.measure for line in lines if (at := id(line.shaped.paragraph)) in head}
    if not over:
        return ()
    gaps = (len(head) - 1) * _gap(text)
    room, need = sum(head.values()) + gaps, sum(_least(text)) + gaps
    cells = len({id(line.shaped.paragraph) for line in over})
    shown = [f"{millimetres(width):.0f}" for width in (need + MM - 1, room)]
    return (finding("PAGE-TABLE-WIDE", text.table.place, need=shown[0], room=shown[1], cells=cells),)


@lru_cache(maxsize=256)
def _least(text: TableText) -> tuple[Length, ...]:
    """What the columns need for their longest words and numbers, which cannot be divided."""
    narrow = (text.cells[0][0].style.size,)
    pieces = (tuple(_longest(text, cell, narrow) for cell in row) for row in text.cells)
    return tuple(map(max, zip(*pieces, strict=True)))


def _longest(text: TableText, cell: ShapedParagraph, measure: tuple[Length, ...]) -> Length:
    return max((line.natural for line in text.set_lines(cell, measure, 0, 0)), default=0)


def _shared(wanted: list[Length], whole: Sequence[Length], room: Length, em: Length) -> list[Length]:
    """The room over columns that want more than there is: what short cells need, and the `whole` of what cannot be
    divided, if there is room for it; then by what more is wanted."""
    short = [min(width, SHORT_EM * em) for width in wanted]
    pieces = list(map(min, wanted, whole))  # a piece of a divided word has a hyphen
    both = list(map(max, short, pieces))
    least = next((widths for widths in (both, pieces, short) if sum(widths) <= room), short)
    if sum(least) > room:
        least = [scaled(width, max(0, room), sum(least)) for width in least]
    over, more = room - sum(least), sum(wanted) - sum(least)
    widths = [least_ + scaled(max(0, over), want - least_, more) for want, least_ in zip(wanted, least, strict=True)]
    return [max(width // em * em, least_) for width, least_ in zip(widths, least, strict=True)]


def part(
    text: TableText, block: int, slots: Sequence[Slot], coming: Sequence[Slot], forced: bool = False
) -> Part | None:
    """The table from `block` on in a column's slots, its head first; None where it shall stand in the next column.

    A table that the next column can hold whole is not divided where that leaves only a small hole. Rows of text that
    stand beside something are too short for a table; it begins below them.
    """
    following = sum(slot.column == coming[0].column for slot in coming[:MOST_ROWS]) if coming else 0
    most = max(len(slots), following)
    for start, end in _stretches(slots):
        laid = _laid(text, slots[start].length)
        rows = _fitting(text, laid, block, end - start, most, forced)
        if rows:
            placed = _placed(text, laid, block, rows, slots[start:end])
            return Part(placed.cells, placed.rules, start + placed.rows, placed.after)
    return None


def least_rows(text: TableText, slots: Sequence[Slot]) -> int:
    """Grid rows that a head above the table must find below it: the table's own head and its first rows."""
    if not slots:
        return 0
    laid = _laid(text, slots[0].length)
    return _grid_rows(text, laid, 1, min(len(text.cells), 1 + KEPT_ROWS), opens=True)


def _stretches(slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """Runs of slots that are equally long and stand under one another."""
    edges = [0]
    for index in range(1, len(slots)):
        if (slots[index].x, slots[index].length) != (slots[index - 1].x, slots[index - 1].length):
            edges.append(index)
    return [(a, b) for a, b in zip(edges, [*edges[1:], len(slots)], strict=True) if b > a]


def _fitting(text: TableText, laid: _Laid, block: int, room: int, most: int, forced: bool) -> int:
    """How many rows of the table from `block` on fit in so many rows of the grid, its head not counted."""
    begin = max(1, block - text.first - text.opening + 1)
    opens, total = block < text.first + text.opening, len(text.cells)
    if _grid_rows(text, laid, begin, total, opens) <= room:
        return max(1, total - begin)
    if opens and not forced and room <= HOLE and _grid_rows(text, laid, 1, total, opens) <= most:
        return 0
    ends = range(total - 1 if forced else total - KEPT_ROWS, begin, -1)
    last = next((end for end in ends if _grid_rows(text, laid, begin, end, opens) <= room), begin)
    rows = last - begin
    return rows if forced or not opens or rows >= KEPT_ROWS else 0


def _grid_rows(text: TableText, laid: _Laid, begin: int, end: int, opens: bool) -> int:
    down = _down(laid)
    depth = laid.depths[0] + down[end] - down[begin] + (laid.caption_depth if opens else 0)
    return -(-depth // text.row)


@lru_cache(maxsize=64)
def _down(laid: _Laid) -> tuple[Length, ...]:
    """How far down each row begins: a table of thousands of rows is measured again for each that might be its last."""
    return tuple(accumulate(laid.depths, initial=0))


def _placed(text: TableText, laid: _Laid, block: int, rows: int, slots: Sequence[Slot]) -> Part:
    """Caption where the table begins, head, and so many rows from `block` on, in equal slots."""
    begin = max(1, block - text.first - text.opening + 1)
    opens, head = block < text.first + text.opening, text.first + text.opening - 1
    end = min(begin + rows, len(text.cells))
    whole = end == len(text.cells)
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


def _row_cells(text: TableText, laid: _Laid, index: int, block: int, y: Length, slots: Sequence[Slot]) -> list[Cell]:
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
    laid = _laid(text, box.width)
    return _placed(text, laid, text.first, len(text.cells), slots)


def height(text: TableText, measure: Length) -> int:
    """Grid rows that the whole table takes at this measure."""
    return _grid_rows(text, _laid(text, measure), 1, len(text.cells), opens=True)
