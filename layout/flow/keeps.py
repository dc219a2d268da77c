"""A paragraph's lines and the slots left in a column go in; how many of them may stand there comes out.

Widows, orphans, and subheads with the lines that follow them, by counting lines.
"""

from collections.abc import Sequence

from layout.flow.slots import Slot
from layout.flow.tables import least_rows
from layout.flow.text import Column, Cursor, Text
from layout.model.glyphs import Line
from layout.model.lever import Lever, lever

MOST_HEADS = 3
"""Heads straight after one another that stay together: chapter, section, run-in (ours). More of them are a list."""


def fitting(text: Text, cursor: Cursor, lines: Sequence[Line], here: Sequence[Slot]) -> int:
    """How many of the lines may stand in the slots: all, some with widows and orphans kept out, or none."""
    style, count, rest = text.style(cursor.block), len(lines), len(here)
    rows = text.rows(cursor.block, count)
    if rows <= rest:
        keep = text.keeps(cursor.block) if style.keep_next and not text.forced else 0
        after = need(text, cursor.block + 1, keep, here) if keep else 0
        if after > rest - rows:
            return 0
        return count if text.forced else _with_tail(text, cursor, count, here)
    most = next((lines for lines in range(min(count, rest), 0, -1) if text.rows(cursor.block, lines) <= rest), 0)
    if text.forced:
        return most
    if text.solid(cursor.block) and not cursor.rest:
        return 0
    orphans, widows = text.kept(cursor.block)
    take = min(most, count - widows)
    return take if take >= (1 if cursor.rest else orphans) else 0


def _with_tail(text: Text, cursor: Cursor, count: int, here: Sequence[Slot]) -> int:
    """The lines of a paragraph that fits, less those that a sign-off after it wants beside it in the next column."""
    block = cursor.block + 1
    keep = text.style(block).keep_previous if block < len(text.blocks) else 0
    if not keep:
        return count
    left = here[text.rows(cursor.block, count) :]
    below = text.before(block) + text.rows(block, len(text.lines(block, left[:1] or here[-1:])))
    if below <= len(left) or (text.solid(cursor.block) and not cursor.rest):
        return count
    take = count - max(keep, text.style(cursor.block).widows)
    return take if take >= (1 if cursor.rest else text.style(cursor.block).orphans) else 0


def need(text: Text, block: int, keep: int, slots: Sequence[Slot], heads: int = 1) -> int:
    """Rows that must be left for the paragraph after a head: its space, and so many of its lines as may stand alone.
    `heads` stand above it already."""
    if block >= len(text.blocks) or heads > MOST_HEADS:
        return 0
    if text.tables and (table := text.table(block)):
        return text.before(block) + least_rows(table, slots)
    style = text.style(block)
    count = len(text.lines(block, slots[:1]))
    rows = text.before(block) + text.rows(block, count)
    if text.solid(block):
        return rows + (need(text, block + 1, text.keeps(block), slots, heads + 1) if style.keep_next else 0)
    orphans, widows = text.kept(block)
    least = max(keep, orphans)
    return text.before(block) + (count if count - least < widows else least)


def given_up(text: Text, columns: Sequence[Column], before: Cursor) -> tuple[Lever, ...]:
    """Keeps that gave way on a page where they may, for a report."""
    if not text.lenient:
        return ()
    heads = lines = 0
    for column in columns:
        block, rest = column.after.block, column.after.rest
        here = sum(poured.block == block for poured in column.lines)
        if rest and here:
            style, begun = text.style(block), bool(before.rest) and before.block == block
            lines += (not begun and here < style.orphans) + (len(rest) < style.widows)
            headed = any(poured.block == block - 1 for poured in column.lines)
            heads += not begun and headed and here < text.style(block - 1).keep_next
        before = column.after
    told = (lever("heads", heads=heads),) if heads else ()
    return (*told, lever("lines", lines=lines)) if lines else told
