"""A table goes in; its cells come out shaped, and set to a measure: how wide its columns are, how deep its rows."""

from collections.abc import Sequence
from functools import lru_cache

from layout.flow.setting import SetLines, Setting
from layout.model.finding import Finding, finding
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedLine
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Table
from layout.model.units import MM, PT, Length, millimetres, scaled
from layout.model.value import value

GAP = 1000
"""Per mille of the cell's size between two columns (ours)."""
SHORT_EM = 4
"""Cells of so many em are not broken, and no column is narrower than they need, if there is room (ours)."""
_ENDLESS = 10_000_000 * PT

Going = tuple[int, ...]
"""The glyph at which each cell of a divided row goes on; at its end one that stands whole already."""


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
class Laid:
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
def laid_at(text: TableText, measure: Length) -> Laid:
    widths = _widths(text, measure)
    gap = _gap(text)
    starts = [sum(widths[:index]) + index * gap for index in range(len(widths))]
    lines = tuple(
        tuple(text.set_lines(cell, (width,), 0, 0) for cell, width in zip(row, widths, strict=True))
        for row in text.cells
    )
    depths = tuple(depth_of(text, row[0], max(map(len, set_))) for row, set_ in zip(text.cells, lines, strict=True))
    caption = text.set_lines(text.caption, (measure,), 0, 0) if text.caption else ()
    caption_depth = depth_of(text, text.caption, len(caption)) if text.caption else 0
    return Laid(tuple(zip(starts, widths, strict=True)), lines, depths, caption, caption_depth)


def _gap(text: TableText) -> Length:
    return scaled(text.cells[0][0].style.size, GAP, 1000)


def depth_of(text: TableText, shaped: ShapedParagraph, lines: int) -> Length:
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
