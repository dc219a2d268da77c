"""Paragraphs and the slots of one column go in; what stands in the column and where the text goes on come out.

Keeps are decided here, by counting lines: widows, orphans, subheads with the lines that follow them.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from layout.flow.initial import beside
from layout.flow.notes import Notes
from layout.flow.setting import SetLines
from layout.flow.slots import Slot
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.style import BODY_ASCENT, ParagraphStyle
from layout.model.units import Length, scaled
from layout.model.value import replace, value

MOST_HEADS = 3
"""Heads straight after one another that stay together: chapter, section, run-in (ours). More of them are a list."""


@value(eq=False)
class Cursor:
    """Where the text goes on: the paragraph, and where it was divided, the lines of it that are still to come."""

    block: int = 0
    rest: tuple[Line, ...] = ()


@value(eq=False)
class Poured:
    """A line in its slot; `drop` moves it across, from the slot's baseline (heads centred in whole rows)."""

    block: int
    line: Line
    slot: Slot
    drop: Length = 0


@value(eq=False)
class Column:
    """One column filled: its lines, where the text goes on, how many of its slots are taken and how many stayed empty
    at the foot; the notes at its foot, and the slots they take."""

    lines: tuple[Poured, ...]
    after: Cursor
    used: int
    short: int
    notes: tuple[str, ...] = ()
    note_slots: tuple[Slot, ...] = ()


@value(eq=False)
class Text:
    """The paragraphs to pour, and how their lines are had. `loose` asks a paragraph for a line more or fewer;
    `airy` gives the paragraph so many rows more above."""

    blocks: Sequence[ShapedParagraph]
    set_lines: SetLines
    row: Length
    body: Length
    """size that the grid's em boxes have"""
    loose: tuple[tuple[int, int], ...] = ()
    airy: tuple[tuple[int, int], ...] = ()
    notes: Notes | None = None
    initials: tuple[tuple[int, int], ...] = ()
    """(paragraph that is an initial, rows it takes): the text after it runs beside it"""
    forced: bool = False
    """keeps are given up for the first paragraph: one that no column could hold whole"""

    def style(self, block: int) -> ParagraphStyle:
        return self.blocks[block].style

    def lines(self, block: int, slots: Sequence[Slot], start: int = 0) -> tuple[Line, ...]:
        """The paragraph from glyph `start` on, set to the slots; the last slot's length holds for all after it."""
        loose = dict(self.loose).get(block, 0) if self.loose and not start else 0
        return self.set_lines(self.blocks[block], measures_of(slots), loose, start)

    def notes_of(self, column: "Column") -> tuple[str, ...]:
        """Labels of the notes that the column's lines refer to."""
        if self.notes is None:
            return ()
        return self.notes.of([(poured.block, poured.line.start, poured.line.end) for poured in column.lines])

    def note_rows(self, labels: tuple[str, ...], measure: Length) -> int:
        return self.notes.rows(labels, measure) if self.notes else 0

    def before(self, block: int) -> int:
        """Rows free above the paragraph where it does not open a column."""
        above = self.style(block - 1).after if block else 0
        rows = max(self.style(block).before, above)
        return rows + dict(self.airy).get(block, 0) if self.airy else rows

    def rows(self, block: int, count: int) -> int:
        """Rows that `count` lines of the paragraph take; heads with a leading of their own take whole rows."""
        style = self.style(block)
        if not style.leading or not count:
            return max(count, style.rows)
        height = (count - 1) * style.leading + style.size
        return max(style.rows, -(-height // self.row))

    def solid(self, block: int) -> bool:
        """True for a paragraph that is never divided."""
        style = self.style(block)
        return bool(style.leading or style.rows or style.keep_next)

    def loosened(self, block: int, by: int) -> "Text":
        return replace(self, loose=(*self.loose, (block, by)))

    def aired(self, block: int) -> "Text":
        return replace(self, airy=(*self.airy, (block, dict(self.airy).get(block, 0) + 1)))


def fill(text: Text, slots: Sequence[Slot], coming: Sequence[Slot], cursor: Cursor) -> Column:
    """Fill one column from the cursor on; `coming` are the slots after this column, for paragraphs that go on there."""
    poured: list[Poured] = []
    used = 0
    alike = _equal((*slots, *coming[:1]))
    while cursor.block < len(text.blocks):
        start = used + (text.before(cursor.block) if used and not cursor.rest else 0)
        if start >= len(slots) and text.blocks[cursor.block].widths:
            break
        here = slots[start:]
        if rows := dict(text.initials).get(cursor.block, 0):
            if len(here) < rows:
                break
            slots = (*slots[:start], *_pour_initial(text, cursor.block, here, rows, poured))
            alike, cursor = False, Cursor(cursor.block + 1)
            continue
        lines = _lines_at(text, cursor, here[:1] if alike else (*here, *coming))
        if not lines:
            cursor = Cursor(cursor.block + 1)
            continue
        take = _fitting(text, cursor, lines, here)
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
    return Column(tuple(poured), cursor, used, max(0, len(slots) - used))


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
    return text.lines(cursor.block, slots, cursor.rest[0].start)


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
    return (*lines[: len(here)], *text.lines(cursor.block, coming, rest[0].start))


def _equal(slots: Sequence[Slot]) -> bool:
    return all(slot.length == slots[0].length for slot in slots)


def measures_of(slots: Sequence[Slot]) -> tuple[Length, ...]:
    """The slots' lengths, cut where they stay equal; a paragraph without any slot gets a token measure of one unit."""
    lengths = [slot.length for slot in slots] or [1]
    while len(lengths) > 1 and lengths[-1] == lengths[-2]:
        lengths.pop()
    return tuple(lengths)


def _fitting(text: Text, cursor: Cursor, lines: Sequence[Line], here: Sequence[Slot]) -> int:
    """How many of the lines may stand in the slots: all, some with widows and orphans kept out, or none."""
    style, count, rest = text.style(cursor.block), len(lines), len(here)
    rows = text.rows(cursor.block, count)
    if rows <= rest:
        after = need(text, cursor.block + 1, style.keep_next, here) if style.keep_next and not text.forced else 0
        return count if after <= rest - rows else 0
    most = next((lines for lines in range(min(count, rest), 0, -1) if text.rows(cursor.block, lines) <= rest), 0)
    if text.forced:
        return most
    if text.solid(cursor.block) and not cursor.rest:
        return 0
    take = min(most, count - style.widows)
    return take if take >= (1 if cursor.rest else style.orphans) else 0


def need(text: Text, block: int, keep: int, slots: Sequence[Slot], heads: int = 1) -> int:
    """Rows that must be left for the paragraph after a head: its space, and so many of its lines as may stand alone.
    `heads` stand above it already."""
    if block >= len(text.blocks) or heads > MOST_HEADS:
        return 0
    style = text.style(block)
    count = len(text.lines(block, slots[:1]))
    rows = text.before(block) + text.rows(block, count)
    if text.solid(block):
        return rows + (need(text, block + 1, style.keep_next, slots, heads + 1) if style.keep_next else 0)
    least = max(keep, style.orphans)
    return text.before(block) + (count if count - least < style.widows else least)


def _pour(text: Text, block: int, lines: Sequence[Line], slots: Sequence[Slot], poured: list[Poured]) -> None:
    """Lines on the grid one to a slot; lines with a leading of their own in the middle of the rows they take."""
    style = text.style(block)
    if not style.leading and not style.rows:
        poured.extend(Poured(block, line, slot) for line, slot in zip(lines, slots, strict=False))
        return
    leading = style.leading or text.row
    depth = (len(lines) - 1) * leading + style.size
    spare = (text.rows(block, len(lines)) - 1) * text.row + text.body - depth
    drop = spare // 2 + scaled(style.size - text.body, BODY_ASCENT, 1000)
    poured.extend(Poured(block, line, slots[0], drop + index * leading) for index, line in enumerate(lines))
