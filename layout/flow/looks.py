"""A filled column goes in; what its looks cost comes out: lines that stand alone, lone characters, rows left empty."""

from collections.abc import Sequence

from layout.flow.cost import ALONE, LONE, LOOSE, LOOSER, ORPHAN, STRAINED, TIGHTER, WIDOW
from layout.flow.text import Column, Cursor, Text
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.style import JUSTIFIED, ParagraphStyle

MIN_LINES = 4
"""A paragraph of fewer lines cannot gain or lose one without showing it (ours)."""
MOST_MARKS = 4
"""Marks that may follow a last line's characters; a line of more glyphs is not looked at (ours)."""


def looks(text: Text, column: Column, before: Cursor) -> float:
    """What the column costs but for rows left empty at its foot, begun at the cursor `before`. What its end leaves for
    the head of the next column is counted here, where it is divided."""
    return _lines(text, column, before) + _division(text, column, before)


def asked_cost(style: ParagraphStyle, before: Sequence[Line], lines: Sequence[Line]) -> float | None:
    """What a paragraph costs that was asked for a line more or fewer than `before`, and is set in these lines; None
    where it would be strained beyond its style's track_limit."""
    strain = max(0.0, _strain(style, lines) - (0.0 if lines[0].tracked else _strain(style, before)))
    if strain > style.track_limit:
        return None
    base = TIGHTER if len(lines) < len(before) else LOOSER
    return base + STRAINED * (strain / max(1, style.track_limit)) ** 2


def _strain(style: ParagraphStyle, lines: Sequence[Line]) -> float:
    """Per mille of the size by which characters are set closer or farther apart: by tracking, or where the paragraph
    was broken anew by what justification adds and takes on the average."""
    if lines[0].tracked:
        return abs(lines[0].tracked)
    glyphs = sum(line.end - line.start for line in lines[:-1])
    return sum(abs(line.adjust) for line in lines[:-1]) * 1000 / (glyphs * style.size) if glyphs else 0.0


def lone(shaped: ShapedParagraph, line: Line) -> bool:
    """Whether a paragraph's last line has fewer characters than its style wants, and is not its only one."""
    wanted = shaped.style.last_line
    if not line.last or not line.start or line.end - line.start >= wanted + MOST_MARKS:
        return False
    return sum(char.isalnum() for chars in shaped.chars[line.start : line.end] for char in chars) < wanted


def faulty(shaped: ShapedParagraph, lines: Sequence[Line]) -> bool:
    """Whether a paragraph has a loose line, or a lone character on its last one."""
    cap = shaped.style.stretch_cap * shaped.style.size // 1000
    return lone(shaped, lines[-1]) or any(line.stretch > cap for line in lines)


def _lines(text: Text, column: Column, before: Cursor) -> float:
    """Loose lines, and last lines of a lone character, of paragraphs that could be set without."""
    cost, at, cap = 0.0, -1, 0
    for poured in column.lines:
        block, line = poured.block, poured.line
        if block != at:
            style = text.blocks[block].style
            at, cap = block, style.stretch_cap * style.size // 1000 if style.align in JUSTIFIED else 0
        if not cap or poured.cell:
            continue
        if line.stretch > cap and _avoidable(text, block, line):
            cost += LOOSE
        if line.last and not (before.rest and block == before.block) and lone(text.blocks[block], line):
            cost += LONE if _avoidable(text, block, line) else 0.0
    return cost


def _avoidable(text: Text, block: int, line: Line) -> bool:
    """Whether the paragraph has such a fault because it was asked for a line more or fewer, or of the slots it stands
    in, or could be rid of it. What it has wherever it stands is not counted: it would be driven from page to page."""
    if line.tracked or block in dict(text.loose):
        return True
    shaped, here = text.blocks[block], (line.measure,)
    natural = text.set_lines(shaped, here, 0, 0)
    if not faulty(shaped, natural):
        return True
    if text.solid(block) or len(natural) < MIN_LINES:
        return False
    ways = (text.set_lines(shaped, here, by, 0) for by in (-1, 1))
    return any(len(way) != len(natural) and not faulty(shaped, way) for way in ways)


def _division(text: Text, column: Column, before: Cursor) -> float:
    """A paragraph that goes on in the next column: how many of its lines stand here and there."""
    rest, block = column.after.rest, column.after.block
    if not rest:
        return 0.0
    shaped = text.blocks[block]
    style, begun = shaped.style, before.rest and before.block == block
    cost = 0.0
    if not begun:
        here = sum(poured.block == block for poured in column.lines[-style.orphans :]) if style.orphans else 0
        cost += ORPHAN * max(0, style.orphans - here)
    if lone(shaped, rest[-1]) and not (begun and rest[-1] is before.rest[-1]):
        if len(rest) == 1:
            cost += ALONE
        elif _avoidable(text, block, rest[-1]):
            cost += LONE
    return cost + WIDOW * max(0, style.widows - len(rest))
