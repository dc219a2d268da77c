"""The columns of one page and the text so far go in; the page's columns come out, each filled as its keeps allow."""

from collections.abc import Sequence

from layout.flow.cost import SHORT, UNEVEN
from layout.flow.footing import Footed, with_notes
from layout.flow.looks import looks
from layout.flow.pour import fill
from layout.flow.slots import Slot
from layout.flow.text import Column, Cursor, Text
from layout.model.lever import Lever
from layout.model.value import replace, value


@value(eq=False)
class Filled:
    """The page's columns, the text as the levers left it, which levers were used, and what the looks of it all cost."""

    columns: tuple[Column, ...]
    text: Text
    levers: tuple[Lever, ...] = ()
    cost: float = 0.0

    @property
    def after(self) -> Cursor:
        return self.columns[-1].after if self.columns else Cursor()


@value(eq=False)
class Stretch:
    """A stretch of a column to fill: its slots and those after it. `ends`: the column does not go on below a picture,
    so that notes may stand here. `lower`: rows that it has been cut above the others' foot; -1: not levelled."""

    slots: Sequence[Slot]
    coming: Sequence[Slot]
    ends: bool
    lower: int = -1


Waiting = tuple[str, ...]
"""Labels of notes that wait for the foot of the column whose upper stretches refer to them."""


def stretches(columns: Sequence[Sequence[Slot]], coming: Sequence[Slot]) -> tuple[Stretch, ...]:
    """The page's columns with what follows each of them."""
    made = []
    for index, slots in enumerate(columns):
        later = columns[index + 1 :]
        following = [slot for column in later for slot in column] or list(coming)
        here = {slot.column for slot in slots[:1]}
        made.append(Stretch(slots, following, here.isdisjoint(slot.column for column in later for slot in column[:1])))
    return tuple(made)


def filled(text: Text, page: Sequence[Stretch], cursor: Cursor) -> Filled:
    """The stretches filled one after another, no lever pulled."""
    done: list[Column] = []
    waiting: Waiting = ()
    cost = 0.0
    for stretch in page:
        column = footed(text, stretch, cursor, waiting).column
        cost += cost_of(text, stretch, column, cursor)
        waiting = still_waiting(text, stretch, column, waiting)
        done.append(column)
        cursor = column.after
        if text.forced and column.lines:
            text = replace(text, forced=False)
    if not page:
        return Filled((Column((), cursor, 0, 0),), text)
    return Filled(tuple(done), text, (), cost)


def footed(text: Text, stretch: Stretch, cursor: Cursor, waiting: Waiting) -> Footed:
    """The stretch filled, with its notes where it is the last one of its column."""
    if text.notes is not None and stretch.ends:
        return with_notes(text, stretch.slots, stretch.coming, cursor, waiting)
    column = fill(text, stretch.slots, stretch.coming, cursor)
    if cursor.owed.labels:
        column = replace(column, after=replace(column.after, owed=cursor.owed))
    return Footed(column, stretch.slots)


def still_waiting(text: Text, stretch: Stretch, column: Column, waiting: Waiting) -> Waiting:
    """The notes that wait below the stretch."""
    return () if stretch.ends or text.notes is None else (*waiting, *text.notes_of(column))


def cost_of(text: Text, stretch: Stretch, column: Column, before: Cursor) -> float:
    """What the filled stretch costs, its foot included. Where columns are levelled, rows under the text's end count."""
    ended = column.after.block >= len(text.blocks) and stretch.lower < 0
    return looks(text, column, before) + (0.0 if ended else foot_cost(stretch, column.short))


def foot_cost(stretch: Stretch, rows: int) -> float:
    """What so many rows left empty at the stretch's foot cost. Where columns are levelled, the first of them is within
    one line of the others' feet, unless the stretch has been cut a row above them."""
    if not rows or stretch.lower < 0 or not stretch.ends:
        return SHORT * rows * (rows + 1) / 2
    further = rows + stretch.lower - 1
    return UNEVEN + SHORT * further * (further + 1) / 2
