"""Paragraphs and a box go in; their lines stacked in the box come out: heads, captions, boxes, labels.

Horizontal stacks grow downwards, vertical ones from right to left; both are measured along and across, and turned
into x and y in one place (`place`).
"""

from collections.abc import Iterable

from layout.flow.setting import Setting
from layout.lines import complaints
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedLine
from layout.model.story import Paragraph
from layout.model.style import BODY_ASCENT, Direction
from layout.model.template import Stand
from layout.model.units import Length, scaled
from layout.model.value import value


@value(eq=False)
class StackedLine:
    """A line and how far across the stack its em box begins; `shift`: how far along it, in a stack with columns."""

    shaped: ShapedParagraph
    line: Line
    across: Length
    shift: Length = 0


@value(eq=False)
class Stack:
    """Lines one after another; `depth` runs from the first em box to the end of the last one."""

    lines: tuple[StackedLine, ...]
    depth: Length
    findings: tuple[Finding, ...] = ()


def stack(
    setting: Setting,
    items: Iterable[tuple[Paragraph, str]],
    measure: Length,
    direction: Direction = "horizontal",
    begin: int = 0,
    looseness: int = 0,
) -> Stack:
    """(paragraph, style name) pairs set to the measure, one below the other, each with its style's own leading.

    A line is followed by its leading, so the air between two paragraphs is the leading less the size, and the whole
    rows their styles ask for before and after. `begin`: the glyph of the first paragraph to begin with; `looseness`:
    lines more or fewer that it is asked for.
    """
    placed: list[StackedLine] = []
    found: list[Finding] = []
    across = depth = 0
    for paragraph, name in items:
        shaped = setting.shape(paragraph, name, direction)
        style = shaped.style
        lines = setting.set_lines(shaped, (measure,), looseness, begin)
        begin = looseness = 0
        found.extend(complaints(shaped, lines))
        leading = style.leading or setting.house.row
        across += style.before * setting.house.row if placed else 0
        if style.rows:
            across, room = _centred(style.rows, len(lines), leading, style.size, setting.house.row, across)
        else:
            room = across + len(lines) * leading
        placed.extend(StackedLine(shaped, line, across + index * leading) for index, line in enumerate(lines))
        if lines:
            depth = across + (len(lines) - 1) * leading + style.size
        across = room + style.after * setting.house.row
    return Stack(tuple(placed), depth, tuple(found))


def _centred(
    rows: int, count: int, leading: Length, size: Length, row: Length, across: Length
) -> tuple[Length, Length]:
    """占N行: where the first em box begins when `count` lines stand in the middle of whole rows, and their end."""
    height = max(0, count - 1) * leading + size
    while rows * row < height:
        rows += 1
    return across + (rows * row - height) // 2, across + rows * row


def place(stacked: Stack, box: Rect, direction: Direction, stand: Stand = "top") -> tuple[PlacedLine, ...]:
    """The stack's lines at their places in the box."""
    room = box.height if direction == "horizontal" else box.width
    spare = max(0, room - stacked.depth)
    offset = {"top": 0, "middle": spare // 2, "foot": spare}[stand]
    return tuple(_placed(item, box, direction, offset) for item in stacked.lines)


def _placed(item: StackedLine, box: Rect, direction: Direction, offset: Length) -> PlacedLine:
    size = item.shaped.style.size
    if direction == "horizontal":
        y = box.y + offset + item.across + scaled(size, BODY_ASCENT, 1000)
        return PlacedLine(item.shaped, item.line, box.x + item.shift, y, 0, direction)
    x = box.right - offset - item.across - size // 2
    return PlacedLine(item.shaped, item.line, x, box.y, 0, direction)
