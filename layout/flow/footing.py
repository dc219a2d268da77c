"""A column's slots and the text go in; the column comes out with the notes that it refers to at its foot.

A note stands whole in the column that refers to it; one too long for that is divided, and what is left of it opens the
notes of the next column (JLReq §4.2).
"""

from collections.abc import Sequence

from layout.flow.notes import LEAST_LINES, NOTHING_OWED, NotePart, Notes
from layout.flow.pour import fill
from layout.flow.slots import Slot
from layout.flow.text import Column, Cursor, Text
from layout.model.value import replace, value

MOST_GAP = 4
"""Rows that may stay empty over the notes before a note is divided (ours)."""


@value(eq=False)
class Footed:
    """A column, the slots its text was given, and the rest of the notes."""

    column: Column
    room: Sequence[Slot]


def with_notes(
    text: Text, slots: Sequence[Slot], coming: Sequence[Slot], cursor: Cursor, waiting: tuple[str, ...]
) -> Footed:
    """The column with the notes it owes: those left over from the column before, those `waiting` from its own upper
    stretches, and those its lines refer to."""
    notes = text.notes
    plain = fill(text, slots, coming, cursor)
    labels = _labels(text, plain, cursor, waiting)
    if notes is None or not labels:
        return Footed(plain, slots)
    if not slots or text.forced:
        return Footed(_owing(plain, replace(cursor.owed, labels=labels)), slots)
    divided = None
    for rows in range(len(slots), -1, -1):
        column = fill(text, slots[:rows], coming, cursor)
        part = replace(cursor.owed, labels=_labels(text, column, cursor, waiting))
        area = len(slots) - rows
        if divided is None and area and _least(notes, part, text, cursor, slots) <= area:
            divided = _divided(notes, part, column, slots, rows)
        if not part.labels or notes.rows(part, slots[-1].length) <= area:
            whole = Footed(_owing(_noted(column, part, slots, rows), NOTHING_OWED), slots[:rows])
            gap = area + column.short - (notes.rows(part, slots[-1].length) if part.labels else 0)
            return whole if gap <= MOST_GAP or divided is None else divided
    return divided or Footed(_owing(plain, replace(cursor.owed, labels=labels)), slots)


def _labels(text: Text, column: Column, cursor: Cursor, waiting: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*cursor.owed.labels, *waiting, *text.notes_of(column))))


def _least(notes: Notes, part: NotePart, text: Text, cursor: Cursor, slots: Sequence[Slot]) -> int:
    """Fewest rows for the notes: all of them but the end of the last one. What comes from the column before takes at
    most half the column while there is text."""
    measure = slots[-1].length
    counts = notes.counts(part, measure)
    end = sum(counts)
    if len(part.labels) > len(cursor.owed.labels):
        end -= max(0, counts[-1] - LEAST_LINES)
    most = len(slots) if cursor.block >= len(text.blocks) else len(slots) // 2
    return min(notes.rows(replace(part, end=end), measure), max(1, most))


def _divided(notes: Notes, part: NotePart, column: Column, slots: Sequence[Slot], rows: int) -> Footed:
    here, left = notes.divided(part, slots[-1].length, len(slots) - rows)
    return Footed(_owing(_noted(column, here, slots, rows), left), slots[:rows])


def _noted(column: Column, part: NotePart, slots: Sequence[Slot], rows: int) -> Column:
    return replace(column, notes=part, note_slots=tuple(slots[rows:])) if part.labels else column


def _owing(column: Column, left: NotePart) -> Column:
    return replace(column, after=replace(column.after, owed=left))
