"""Paragraphs and the slots of one column go in; what stands in the column and where the text goes on come out."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from layout.flow.cut_in import CutIn, cut_in
from layout.flow.initial import beside
from layout.flow.keeps import fitting
from layout.flow.slots import MIN_SLOT_EM, Slot
from layout.flow.tables import part
from layout.flow.text import Column, Cursor, Poured, Text, drop_of
from layout.model.glyphs import Line
from layout.model.page import PlacedRule
from layout.model.style import BODY_ASCENT
from layout.model.units import scaled
from layout.model.value import replace


def fill(text: Text, slots: Sequence[Slot], coming: Sequence[Slot], cursor: Cursor) -> Column:
    """Fill one column from the cursor on; `coming` are the slots after this column, for paragraphs that go on there."""
    poured: list[Poured] = []
    rules: tuple[PlacedRule, ...] = ()
    used = floor = 0
    alike = _equal((*slots, *coming[:1]))
    while cursor.block < len(text.blocks):
        used = max(used, floor) if floor and text.solid(cursor.block) else used
        start = used + _above(text, cursor, not used)
        if start >= len(slots) and text.blocks[cursor.block].widths:
            break
        here = slots[start:]
        if text.tables and (table := text.table(cursor.block)):
            taken = part(table, cursor.block, here, coming, text.forced, cursor.going, text.tallest)
            if taken is None:
                break
            poured += (Poured(cell.block, cell.line, cell.slot, cell=cell.shaped) for cell in taken.cells)
            rules, used, cursor = (*rules, *taken.rules), start + taken.rows, Cursor(taken.after, going=taken.going)
            text = replace(text, forced=False) if text.forced else text
            if taken.going or taken.after < table.end:
                break
            continue
        if text.initials and (rows := dict(text.initials).get(cursor.block, 0)):
            if len(here) < rows:
                break
            slots = (*slots[:start], *_pour_initial(text, cursor.block, here, rows, poured))
            alike, cursor = False, Cursor(cursor.block + 1)
            continue
        if text.style(cursor.block).cut_in and not cursor.rest and (head := cut_in(text, cursor.block, here)):
            if not _runs_beside(text, cursor.block + 1, head, coming):
                break
            poured += head.poured
            slots, used, alike = (*slots[:start], *head.slots), start, False
            text = replace(text, forced=False) if text.forced else text
            floor, cursor = start + head.rows, Cursor(cursor.block + 1)
            continue
        if stacked := not alike and _stacked(text, cursor.block):
            here = _clear(text, cursor.block, here)
            start = len(slots) - len(here)
        lines = _lines_at(text, cursor, here[:1] if alike or stacked else (*here, *coming))
        if not lines:
            cursor = Cursor(cursor.block + 1)
            continue
        take = fitting(text, cursor, lines, here)
        if not take:
            break
        if 0 < take < min(len(lines), len(here)):
            lines = _reset(text, cursor, lines, here[:take], coming)
        _pour(text, cursor.block, lines[:take], here, poured)
        if text.forced:
            text = replace(text, forced=False)
        used = start + text.rows(cursor.block, take)
        if take < len(lines):
            cursor = Cursor(cursor.block, lines[take:])
            break
        cursor = Cursor(cursor.block + 1)
    used = max(used, floor)
    short = max(0, len(slots) - used)
    return Column(tuple(poured), replace(cursor, full=not short), used, short, rules=rules)


def _above(text: Text, cursor: Cursor, top: bool) -> int:
    """Rows free above the paragraph; at a column's top as its style has it (JLReq §4.1.7): none, as elsewhere, or as
    elsewhere where the column before had no row left for them."""
    if cursor.rest or cursor.going or (top and not cursor.block):
        return 0
    policy = text.style(cursor.block).at_top if top else "keep"
    return text.before(cursor.block) if policy == "keep" or (policy == "full" and cursor.full) else 0


def _stacked(text: Text, block: int) -> bool:
    """Whether the paragraph's lines stand in the middle of the rows they take, not one in each slot."""
    style = text.style(block)
    return bool(style.rows or (style.leading and text.solid(block)))


def _clear(text: Text, block: int, here: Sequence[Slot]) -> Sequence[Slot]:
    """The slots from the first one on at which such a paragraph keeps clear of what makes the rows it takes shorter;
    that one as short as the shortest of these."""
    for first in range(len(here)):
        slot, least = here[first], min(MIN_SLOT_EM * text.body, here[first].length)
        for _ in here:
            rows = text.rows(block, len(text.lines(block, (slot,))))
            begin = max(one.x for one in here[first : first + rows])
            room = min(one.x + one.length for one in here[first : first + rows]) - begin
            if (begin, room) == (slot.x, slot.length):
                return (slot, *here[first + 1 :])
            if room < least:
                break
            slot = replace(slot, x=begin, length=room)
    return here if text.forced else ()


def _runs_beside(text: Text, block: int, head: CutIn, coming: Sequence[Slot]) -> bool:
    """Whether the text after a cut-in head stands beside it: as many of its lines as the head has rows, or all. Another
    head stands below it."""
    if text.forced or block >= len(text.blocks):
        return True
    if text.solid(block):
        below = head.slots[head.rows + text.before(block) :]
        return bool(below) and fitting(text, Cursor(block), text.lines(block, below[:1]), below) > 0
    lines = text.lines(block, (*head.slots, *coming))
    return fitting(text, Cursor(block), lines, head.slots) >= min(len(lines), head.rows)


def _pour_initial(text: Text, block: int, here: Sequence[Slot], rows: int, poured: list[Poured]) -> tuple[Slot, ...]:
    """The initial, its em box over the rows it takes; the slots that are left beside and below it."""
    line = text.lines(block, here[:1])[0]
    drop = scaled(text.style(block).size - text.body, BODY_ASCENT, 1000)
    poured.append(Poured(block, line, here[0], drop))
    return beside(here, rows, line.natural, text.body)


def _lines_at(text: Text, cursor: Cursor, slots: Sequence[Slot]) -> tuple[Line, ...]:
    """The cursor's paragraph in the slots at hand (one stands for all where they are alike). Lines left over from the
    column before stay as they are where they fit."""
    if not cursor.rest:
        return text.lines(cursor.block, slots)
    if all(line.measure == slot.length for line, slot in zip(cursor.rest, _each(slots), strict=False)):
        return cursor.rest
    return text.lines(cursor.block, slots, cursor.rest)


def _each(slots: Sequence[Slot]) -> Iterable[Slot]:
    """The slots, the last one again and again."""
    return chain(slots, repeat(slots[-1]))


def _reset(
    text: Text, cursor: Cursor, lines: tuple[Line, ...], here: Sequence[Slot], coming: Sequence[Slot]
) -> tuple[Line, ...]:
    """The lines again where the column ends sooner than they thought and the next one has another measure."""
    rest = lines[len(here) :]
    if all(line.measure == slot.length for line, slot in zip(rest, coming, strict=False)):
        return lines
    return (*lines[: len(here)], *text.lines(cursor.block, coming, rest))


def _equal(slots: Sequence[Slot]) -> bool:
    return len({slot.length for slot in slots}) < 2


def _pour(text: Text, block: int, lines: Sequence[Line], slots: Sequence[Slot], poured: list[Poured]) -> None:
    """Lines on the grid one to a slot; lines with a leading of their own in the middle of the rows they take."""
    if not _stacked(text, block):
        poured.extend(map(Poured, repeat(block), lines, slots))
        return
    drop, leading = drop_of(text, block, len(lines), text.rows(block, len(lines)))
    poured.extend(Poured(block, line, slots[0], drop + index * leading) for index, line in enumerate(lines))
