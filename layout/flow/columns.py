"""The columns of one page and the text so far go in; the page's columns filled to the foot come out.

A column that keeps would leave short is healed where it can be: one of its paragraphs set a line tighter or looser,
or a row more above its subheads. On an article's last page the columns are levelled.
"""

from collections import Counter
from collections.abc import Sequence

from layout.flow.footing import MOST_GAP, Footed, with_notes
from layout.flow.page_foot import PageFoot, owing
from layout.flow.pour import fill
from layout.flow.slots import Slot
from layout.flow.text import Column, Cursor, Text
from layout.model.value import replace, value

MIN_LINES_TO_TIGHTEN = 4
"""A paragraph of fewer lines cannot gain or lose one without showing it (ours)."""
LEVEL_TRIES = 3
"""Rows beyond the first foot at which everything fits that are tried for a more level end (ours)."""

LEVEL_SAVING = 3
"""Rows that a column can save against the same text unlevelled: the air above a subhead that comes to its top."""


@value(eq=False)
class Filled:
    """The page's columns, the text as the levers left it, and which levers were used."""

    columns: tuple[Column, ...]
    text: Text
    levers: tuple[str, ...] = ()

    @property
    def after(self) -> Cursor:
        return self.columns[-1].after if self.columns else Cursor()


@value(eq=False)
class _Stretch:
    """A stretch of a column to fill: its slots, those after it, and the notes that wait from the stretches above it;
    None where the column goes on below a picture, since notes stand at a column's foot."""

    slots: Sequence[Slot]
    coming: Sequence[Slot]
    waiting: tuple[str, ...] | None


def fill_page(
    text: Text, columns: Sequence[Sequence[Slot]], coming: Sequence[Slot], cursor: Cursor, heal: bool = True
) -> Filled:
    """Fill the columns one after another, each healed where it would end short while text is left."""
    if text.notes is not None and text.notes.foot == "page" and columns and not text.forced:
        return _over_notes(text, columns, coming, cursor, heal)
    done: list[Column] = []
    levers: list[str] = []
    waiting: tuple[str, ...] = ()
    for index, slots in enumerate(columns):
        following = [slot for column in columns[index + 1 :] for slot in column] or list(coming)
        here = {slot.column for slot in slots[:1]}
        ends = here.isdisjoint(slot.column for later in columns[index + 1 :] for slot in later)
        stretch = _Stretch(slots, following, waiting if ends else None)
        footed = _footed(text, stretch, cursor)
        if heal and footed.column.short and footed.column.after.block < len(text.blocks):
            text, column, used = _healed(text, stretch, cursor, footed)
            levers.extend(used)
        else:
            column = footed.column
        waiting = () if ends else (*waiting, *text.notes_of(column))
        done.append(column)
        cursor = column.after
        if text.forced and column.lines:
            text = replace(text, forced=False)
    if not columns:
        return Filled((Column((), cursor, 0, 0),), text)
    return Filled(tuple(done), text, tuple(levers))


def _over_notes(
    text: Text, columns: Sequence[Sequence[Slot]], coming: Sequence[Slot], cursor: Cursor, heal: bool
) -> Filled:
    """The columns filled above the notes that all of them refer to, which stand at the foot of the page."""
    foot = PageFoot(text, columns, cursor)
    divided: Filled | None = None
    for area in range(foot.rows + 1):
        filled = fill_page(replace(text, notes=None), foot.above(area), coming, cursor, heal)
        filled = replace(filled, text=replace(filled.text, notes=text.notes))
        owed = foot.owed(filled.columns)
        if divided is None and foot.divides(owed, area):
            divided = replace(filled, columns=foot.noted(filled.columns, owed, area))
        gap = foot.gap(filled.columns, owed, area)
        if gap >= 0:
            return (
                divided
                if divided and gap > MOST_GAP
                else replace(filled, columns=foot.noted(filled.columns, owed, area))
            )
    return divided or replace(filled, columns=owing(filled.columns, owed))


def _footed(text: Text, stretch: _Stretch, cursor: Cursor) -> Footed:
    """The stretch filled, with its notes where it is the last one of its column."""
    if text.notes is not None and stretch.waiting is not None:
        return with_notes(text, stretch.slots, stretch.coming, cursor, stretch.waiting)
    column = fill(text, stretch.slots, stretch.coming, cursor)
    if cursor.owed.labels:
        column = replace(column, after=replace(column.after, owed=cursor.owed))
    return Footed(column, stretch.slots)


def _healed(text: Text, stretch: _Stretch, cursor: Cursor, footed: Footed) -> tuple[Text, Column, tuple[str, ...]]:
    """The first single change that fills the column to its foot; the column as it was where there is none."""
    column = footed.column
    labels = text.notes_of(column)
    for name, changed in _changes(text, cursor, column):
        healed = fill(changed, footed.room, stretch.coming, cursor)
        if not healed.short and text.notes_of(healed) == labels:
            after = replace(healed.after, owed=column.after.owed)
            healed = replace(healed, after=after, notes=column.notes, note_slots=column.note_slots)
            return changed, healed, (name,)
    return text, column, ()


def _changes(text: Text, cursor: Cursor, column: Column) -> list[tuple[str, Text]]:
    """Levers in their order, least visible first: a line fewer, a line more, longest paragraph first; a row of air."""
    counts = Counter(poured.block for poured in column.lines)
    touched = {block for block, _ in text.loose} | ({cursor.block} if cursor.rest else set())
    bodies = [b for b, lines in counts.items() if lines >= MIN_LINES_TO_TIGHTEN and not text.solid(b)]
    order = sorted((b for b in bodies if b not in touched), key=lambda b: -counts[b])
    changes = [(f"paragraph {b + 1}: {by:+d} line", text.loosened(b, by)) for by in (-1, 1) for b in order]
    heads = [b for b in counts if b != column.lines[0].block and text.style(b).before]
    if column.short <= len(heads):
        aired = text
        for block in heads[: column.short]:
            aired = aired.aired(block)
        changes.append((f"{column.short} row(s) of air above subheads", aired))
    return changes


def even(
    text: Text, columns: Sequence[Sequence[Slot]], coming: Sequence[Slot], cursor: Cursor, whole: Filled
) -> Filled:
    """A page that the text runs on from: its columns cut to the highest row on which all of them can end; as they were
    where that is too far from the foot."""
    foot = max((slot.row for column in columns for slot in column), default=0)
    for last in range(foot, max(1, foot - LEVEL_TRIES), -1):
        cut = [[slot for slot in column if slot.row <= last] for column in columns]
        filled = whole if last == foot else fill_page(text, cut, coming, cursor)
        ends = zip(filled.columns, cut, strict=False)
        if not any(column.short for column, slots in ends if slots and slots[-1].row == last):
            return filled
    return whole


def level(text: Text, columns: Sequence[Sequence[Slot]], cursor: Cursor) -> Filled:
    """The last page: the columns cut so that the rest of the text fills them to one foot, the first ones at most a
    row longer (clreq §7.1.3.4: equal line counts, only the last column short)."""
    best: tuple[int, Filled] | None = None
    tried = 0
    whole = fill_page(text, columns, (), cursor, heal=False)
    least = sum(column.used for column in whole.columns) - LEVEL_SAVING * len(columns)
    numbers = sorted({slot.column for column in columns for slot in column})
    if text.notes is not None and text.notes.foot == "page":
        numbers = numbers[-1:]  # notes stand level across all of them
    for foot in sorted({slot.row for column in columns for slot in column}):
        for longer in numbers:
            cut = [[slot for slot in column if slot.row <= foot - (slot.column > longer)] for column in columns]
            if sum(map(len, cut)) < least:
                continue
            filled = fill_page(text, cut, (), cursor, heal=False)
            if not text.ended(filled.after):
                continue
            ragged = tried + sum(column.short for column in filled.columns[:-1]) * len(columns)
            ragged += max(0, filled.columns[-1].short - 1)
            if best is None or ragged < best[0]:
                best = ragged, filled
            tried += 1
            if tried > LEVEL_TRIES * len(columns) or not ragged:
                return best[1]
    return best[1] if best else whole
