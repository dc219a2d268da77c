"""The lines of a pipe table go in, the Table comes out: cells with their marks and places, ragged rows told."""

import re
from typing import TypeGuard

from layout.model.finding import finding
from layout.model.place import Place
from layout.model.story import Block, Paragraph, Side, Table
from layout.read.inline import Context, Raw, paragraph

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELL = re.compile(r"((?:\\.|[^|\\])*\\?)(?:\||$)")
_CAPTION = re.compile(r"表\s?[\d一二三四五六七八九十]{1,4}(?:[-—.·]\d{1,3})?[\s\u3000][^。；\n]{1,60}(?<![。；：，])")
"""表1　标题, 表 2-3 标题: the word, a number, a space, and a title that is no sentence (CY/T 170—2019, 6.1)."""

Line = tuple[str, int, int]
"""(text, line, column) of a source line, without blanks at its ends."""


def is_delimiter(text: str) -> bool:
    """True for |---|:---:|---:|, the line between a table's head and its rows."""
    return "-" in text and _DELIMITER.fullmatch(text) is not None


def is_caption(block: Block) -> TypeGuard[Paragraph]:
    """True for a paragraph that can only be the caption of the table below it."""
    return isinstance(block, Paragraph) and block.role == "body" and _CAPTION.fullmatch(block.text) is not None


def pipe_table(lines: list[Line], caption: Paragraph | None, place: Place, context: Context) -> Table:
    """The table of these lines, the second of which is the delimiter. Short rows get empty cells; a row with more cells
    than the head makes the table wider, so that no text is lost."""
    head, delimiter, *body = lines
    rows = [_cells(line, "table-head" if line is head else "table-cell", context) for line in (head, *body)]
    wanted = len(rows[0])
    for line, row in zip((head, *body), rows, strict=True):
        if len(row) != wanted:
            at = Place(context.path, line[1], line[2])
            context.findings.append(finding("READ-TABLE-RAGGED", at, cells=len(row), columns=wanted))
    columns = max(map(len, rows))
    sides = [_side(mark) for mark in _split(delimiter)]
    sides += ["left"] * (columns - len(sides))
    if caption:
        caption = Paragraph("table-caption", caption.text, caption.source, caption.marks)
    full = tuple((*row, *(_empty(row) for _ in range(columns - len(row)))) for row in rows)
    return Table(full, tuple(sides[:columns]), place, caption)


def _split(line: Line) -> list[Line]:
    """The cells of a line as source text, blanks at their ends dropped."""
    text, number, column = line
    start = 1 if text.startswith("|") else 0
    found: list[Line] = []
    while start < len(text):
        match = _CELL.match(text, start)
        if match is None:
            break
        cell = match.group(1)
        found.append((cell.strip(), number, column + start + len(cell) - len(cell.lstrip())))
        start = match.end()
    return found or [("", number, column)]  # a bar alone, or nothing: one empty cell


def _cells(line: Line, role: str, context: Context) -> list[Paragraph]:
    return [paragraph(role, Raw(text, ((0, number, at),)), context) for text, number, at in _split(line)]


def _empty(row: list[Paragraph]) -> Paragraph:
    last = row[-1]
    return Paragraph(last.role, "", last.source)


def _side(delimiter: Line) -> Side:
    mark = delimiter[0]
    if mark.startswith(":") and mark.endswith(":") and len(mark) > 1:
        return "center"
    return "right" if mark.endswith(":") else "left"
