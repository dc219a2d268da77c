"""The columns of one page and the text so far go in; the page's columns filled to the foot come out.

A column that keeps would leave short is healed where it can be: one of its paragraphs set a line tighter or looser,
or a row more above its subheads. On an article's last page the columns are levelled.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from layout.flow.pour import Column, Cursor, Text, fill
from layout.flow.slots import Slot

MIN_LINES_TO_TIGHTEN = 4
"""A paragraph of fewer lines cannot gain or lose one without showing it (ours; cf. cjk-composition 7.11)."""


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """The page's columns, the text as the levers left it, and which levers were used."""

    columns: tuple[Column, ...]
    text: Text
    levers: tuple[str, ...] = ()

    @property
    def after(self) -> Cursor:
        return self.columns[-1].after if self.columns else Cursor()


def fill_page(text: Text, columns: Sequence[Sequence[Slot]], coming: Sequence[Slot], cursor: Cursor) -> Filled:
    """Fill the columns one after another, each healed where it would end short."""
    done: list[Column] = []
    levers: list[str] = []
    for index, slots in enumerate(columns):
        following = [slot for column in columns[index + 1 :] for slot in column] or list(coming)
        column = fill(text, slots, following, cursor)
        if column.short and column.after.block < len(text.blocks):
            text, column, lever = _heal(text, slots, following, cursor, column)
            levers.extend(lever)
        done.append(column)
        cursor = column.after
    return Filled(tuple(done), text, tuple(levers))


def _heal(
    text: Text, slots: Sequence[Slot], coming: Sequence[Slot], cursor: Cursor, column: Column
) -> tuple[Text, Column, tuple[str, ...]]:
    """The first single change that fills the column to its foot; the column as it was where there is none."""
    for name, changed in _changes(text, cursor, column):
        healed = fill(changed, slots, coming, cursor)
        if not healed.short:
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


def level(text: Text, columns: Sequence[Sequence[Slot]], cursor: Cursor) -> Filled:
    """The last page: the columns cut so that the rest of the text fills them to one foot, the first ones at most a
    row longer (clreq §7.1.3.4: equal line counts, only the last column short)."""
    rows = sorted({slot.row for column in columns for slot in column})
    for foot in rows:
        for longer in range(1, len(columns) + 1):
            cut = [
                [slot for slot in column if slot.row <= (foot if index < longer else foot - 1)]
                for index, column in enumerate(columns)
            ]
            if sum(map(len, cut)) == 0:
                continue
            filled = _all(text, cut, cursor)
            if filled.after.block >= len(text.blocks):
                return filled
    return _all(text, columns, cursor)


def _all(text: Text, columns: Sequence[Sequence[Slot]], cursor: Cursor) -> Filled:
    done = []
    for index, slots in enumerate(columns):
        following = [slot for column in columns[index + 1 :] for slot in column]
        column = fill(text, slots, following, cursor)
        done.append(column)
        cursor = column.after
    return Filled(tuple(done), text)
