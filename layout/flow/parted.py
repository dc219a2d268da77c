"""The paragraphs of a box that has columns of its own go in; one stack with its lines side by side comes out."""

from layout.flow.setting import Setting
from layout.flow.stack import Stack, StackedLine, stack
from layout.model.story import Paragraph
from layout.model.units import Length

OVER = "box-title"
"""The style of what stands over all columns."""
STEPS = 4
"""Parts of a row by which columns grow until the text fits."""


def in_columns(
    setting: Setting, items: tuple[tuple[Paragraph, str], ...], columns: tuple[tuple[Length, Length], ...]
) -> Stack:
    """The box's title over all columns, then its text in columns (left edge, width) as level as may be. The last column
    of a box is the short one."""
    count = next((at for at, (_, style) in enumerate(items) if style != OVER), len(items))
    over = stack(setting, items[:count], sum(columns[-1]) - columns[0][0])
    rest = stack(setting, items[count:], columns[0][1])
    if not rest.lines:
        return over
    row = setting.house.row
    top, limit = -(-over.depth // row) * row, rest.depth // len(columns)
    while len(parts := _parts(rest.lines, limit)) > len(columns):
        limit += max(1, row // STEPS)
    lines = [
        StackedLine(one.shaped, one.line, top + one.across - part[0].across, x)
        for part, (x, _) in zip(parts, columns, strict=False)
        for one in part
    ]
    depth = max(line.across + line.shaped.style.size for line in lines)
    return Stack((*over.lines, *lines), depth, (*over.findings, *rest.findings))


def _parts(lines: tuple[StackedLine, ...], limit: Length) -> list[tuple[StackedLine, ...]]:
    """The lines in columns no deeper than the limit, a subhead never the last of one."""
    parts: list[tuple[StackedLine, ...]] = []
    begin = 0
    while begin < len(lines):
        end = begin + 1
        while end < len(lines) and lines[end].across + lines[end].shaped.style.size - lines[begin].across <= limit:
            end += 1
        while begin + 1 < end < len(lines) and lines[end - 1].shaped.style.keep_next:
            end -= 1
        parts.append(lines[begin:end])
        begin = end
    return parts
