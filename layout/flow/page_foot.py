"""The columns of a page go in; cut above an area at its foot, with the notes of all of them in it, they come out.

JLReq §4.2: the notes of a page in their order, over whole rows, under one rule. They have the measure of the columns
and fill as many lines in each. In vertical text the area is at the left end of the tiers.
"""

from collections.abc import Callable, Sequence

from layout.flow.columns import Filled
from layout.flow.footing import MOST_GAP
from layout.flow.notes import LEAST_LINES, NOTHING_OWED, NotePart
from layout.flow.slots import Slot
from layout.flow.text import Column, Cursor, Text
from layout.model.units import Length
from layout.model.value import replace, value

NARROW = 950
"""Per mille of the widest column: one narrower than that, beside a picture, takes no notes (ours)."""


@value(eq=False)
class PageFoot:
    """A page whose notes stand together. An area is counted in rows, from the last one that any column has."""

    text: Text
    columns: Sequence[Sequence[Slot]]
    cursor: Cursor

    @property
    def last(self) -> int:
        return max((slot.row for column in self.columns for slot in column), default=0)

    @property
    def rows(self) -> int:
        """Most rows an area can have."""
        return self.last - min((slot.row for column in self.columns for slot in column), default=0) + 1

    def above(self, area: int) -> list[list[Slot]]:
        """The columns without the rows of the area."""
        return [[slot for slot in column if slot.row <= self.last - area] for column in self.columns]

    def owed(self, filled: Sequence[Column]) -> NotePart:
        """What the page owes: notes left over from the page before, and those its lines refer to."""
        labels = [*self.cursor.owed.labels, *(label for column in filled for label in self.text.notes_of(column))]
        return replace(self.cursor.owed, labels=tuple(dict.fromkeys(labels)))

    def gap(self, filled: Sequence[Column], owed: NotePart, area: int) -> int:
        """Rows that stay empty between the text and the notes; negative where they have no room."""
        notes, (carriers, measure) = self.text.notes, self._carriers(area)
        if not owed.labels or notes is None:
            return 0 if not area else min(column.short for column in filled) + area
        if not carriers:
            return -1
        spare = area - notes.rows(owed, measure, len(carriers))
        return spare if spare < 0 else spare + min(column.short for column in filled)

    def divides(self, owed: NotePart, area: int) -> bool:
        """Whether the area holds enough for the rest of the notes to wait: all of them but the end of the last one.
        What comes from the page before takes at most half the page while there is text."""
        notes, (carriers, measure) = self.text.notes, self._carriers(area)
        if notes is None or not owed.labels or not carriers:
            return False
        counts = notes.counts(owed, measure)
        end = sum(counts)
        if len(owed.labels) > len(self.cursor.owed.labels):
            end -= max(0, counts[-1] - LEAST_LINES)
        most = self.rows if self.cursor.block >= len(self.text.blocks) else self.rows // 2
        need = notes.rows(replace(owed, end=end), measure, len(carriers))
        return min(need, max(1, most)) <= area

    def noted(self, filled: Sequence[Column], owed: NotePart, area: int) -> tuple[Column, ...]:
        """The columns with as much of the notes as the area holds, the rest owed to the next page."""
        notes, (carriers, measure) = self.text.notes, self._carriers(area)
        if notes is None or not owed.labels:
            return self._with_area(filled, area)
        here, left = notes.divided(owed, measure, area, len(carriers))
        shares = notes.shares(here, measure, len(carriers))
        depth = notes.depth(shares, measure)
        made = list(self._with_area(filled, area))
        for number, (at, share) in enumerate(zip(carriers, shares, strict=False)):
            made[at] = replace(made[at], notes=share, note_depth=depth, note_rule=not number)
        return owing(made, left)

    def _with_area(self, filled: Sequence[Column], area: int) -> tuple[Column, ...]:
        """Each column knows the slots it gave up."""
        given = [tuple(slot for slot in column if slot.row > self.last - area) for column in self.columns]
        return tuple(replace(column, note_slots=slots) for column, slots in zip(filled, given, strict=True))

    def _carriers(self, area: int) -> tuple[list[int], Length]:
        """Which columns reach through the whole area, as indices, and the measure that all of them have."""
        found: dict[int, Length] = {}
        for at, column in enumerate(self.columns):
            lengths = [slot.length for slot in column if slot.row > self.last - area]
            if area and len(lengths) == area:
                found[at] = min(lengths)
        widest = max(found.values(), default=0)
        wide = {at: length for at, length in found.items() if length * 1000 >= widest * NARROW}
        return list(wide), min(wide.values(), default=0)


def at_page_foot(text: Text) -> bool:
    """Whether the text has notes that stand together at the foot of the page."""
    return text.notes is not None and text.notes.foot == "page"


def over_notes(
    text: Text,
    columns: Sequence[Sequence[Slot]],
    cursor: Cursor,
    fill: Callable[[Text, Sequence[Sequence[Slot]]], Filled],
) -> Filled:
    """The columns filled above the notes that all of them refer to, which stand at the foot of the page."""
    foot = PageFoot(text, columns, cursor)
    divided: Filled | None = None
    for area in range(foot.rows + 1):
        filled = fill(replace(text, notes=None), foot.above(area))
        filled = replace(filled, text=replace(filled.text, notes=text.notes))
        owed = foot.owed(filled.columns)
        if divided is None and foot.divides(owed, area):
            divided = replace(filled, columns=foot.noted(filled.columns, owed, area))
        gap = foot.gap(filled.columns, owed, area)
        if gap >= 0:
            whole = replace(filled, columns=foot.noted(filled.columns, owed, area))
            return divided if divided and gap > MOST_GAP else whole
    return divided or replace(filled, columns=owing(filled.columns, owed))


def owing(columns: Sequence[Column], left: NotePart = NOTHING_OWED) -> tuple[Column, ...]:
    """The columns, the last of them with what is left for the next page."""
    last = columns[-1]
    return (*columns[:-1], replace(last, after=replace(last.after, owed=left)))
