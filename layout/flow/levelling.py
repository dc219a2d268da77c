"""A page's columns and the text so far go in; the columns that end level come out, and the levers that it took.

Feet are tried from the highest at which the text can have room; each is filled, those that come nearest are weighed.
"""

from collections.abc import Iterator, Sequence

from layout.flow.columns import Filled, Stretch, filled, stretches
from layout.flow.cost import ENOUGH, FOOT, RAGGED, TIGHTER
from layout.flow.page_foot import at_page_foot, over_notes
from layout.flow.slots import MIN_SEGMENT, Slot
from layout.flow.text import Cursor, Text
from layout.flow.weighing import fill_page, weighed
from layout.model.value import replace

EVEN_TRIES = 3
"""Rows from the page's foot upwards that are tried for a common foot (ours)."""
LEVEL_TRIES = 2
"""Rows beyond the first foot at which everything fits that are tried for a more level end (ours)."""
WEIGHED = 2
"""Feet that are weighed, those that came nearest (ours)."""
SAVING = 3
"""Rows that a column of unequal slots can save against the same text unlevelled: lines come out longer (ours)."""

Columns = Sequence[Sequence[Slot]]


def even(text: Text, columns: Columns, coming: Sequence[Slot], cursor: Cursor, uncut: Filled) -> Filled:
    """A page that the text runs on from: its columns cut to one foot, if that costs less than `uncut`, where they may
    end on different rows."""
    last = max((slot.row for column in columns for slot in column), default=0)
    best, least = uncut, _ragged(uncut, columns)
    for rows in range(1, min(EVEN_TRIES, last)):
        if FOOT * rows >= least:
            break
        cut = [[slot for slot in column if slot.row <= last - rows] for column in columns]
        found = fill_page(text, cut, coming, cursor)
        cost = FOOT * rows + _ragged(found, cut)
        if cost < least:
            best, least = found, cost
    return best


def _ragged(page: Filled, columns: Columns) -> float:
    """What the page costs if its columns shall end on one row: all those that could."""
    last = max((slot.row for column in columns for slot in column), default=0)
    ends = zip(page.columns, columns, strict=False)
    return page.cost + RAGGED * sum(column.short > 0 for column, slots in ends if slots and slots[-1].row == last)


def level(text: Text, columns: Columns, cursor: Cursor) -> Filled:
    """The last page: the columns cut so that the rest of the text fills them to one foot, the first ones at most a row
    longer (clreq §7.1.3.4: equal line counts, only the last column short)."""
    if at_page_foot(text):
        return _level_over_notes(text, columns, cursor)
    whole = filled(text, stretches(columns, ()), cursor)
    fits: list[tuple[Filled, tuple[Stretch, ...]]] = []
    over: list[tuple[Stretch, ...]] = []
    for page in _cuts(columns, _least(text, columns, cursor, whole)):
        found = filled(text, page, cursor)
        if not text.ended(found.after):
            over.append(page)
            continue
        if found.cost <= TIGHTER:
            return found  # no lever costs less
        fits.append((found, page))
        if len(fits) > LEVEL_TRIES * len(columns):
            break
    fits.sort(key=lambda fit: fit[0].cost)
    best = fits[0][0] if fits else whole
    for page in [page for _, page in fits[:WEIGHED]] + over[-1:]:
        if best.cost <= ENOUGH:
            break
        best = weighed(text, page, cursor, best, whole=True)
    return best


def _level_over_notes(text: Text, columns: Columns, cursor: Cursor) -> Filled:
    """The same above notes at the foot of the page, which stand level across all columns: these end on one row."""
    best = fill_page(text, columns, (), cursor)
    tried = 0
    for foot in sorted({slot.row for column in columns for slot in column}):
        cut = [[slot for slot in column if slot.row <= foot] for column in columns]
        found = over_notes(text, cut, cursor, lambda bare, above: filled(bare, _levelled(above), cursor))
        if text.ended(found.after):
            if not tried or found.cost < best.cost:
                best = found
            tried += 1
            if tried > LEVEL_TRIES or best.cost <= TIGHTER:
                break
    return best


def _levelled(columns: Columns) -> list[Stretch]:
    return [replace(stretch, lower=0) for stretch in stretches(columns, ())]


def _least(text: Text, columns: Columns, cursor: Cursor, whole: Filled) -> int:
    """Fewest slots that the text can take: less than unlevelled where a subhead comes to a column's head, which saves
    the rows above it, and where slots are unequal."""
    used = sum(column.used for column in whole.columns)
    lengths = {slot.length for column in columns for slot in column}
    if len(lengths) > 1 or text.tables:
        return used - SAVING * len(columns)
    above = sorted((text.before(block) for block in range(cursor.block + 1, len(text.blocks))), reverse=True)
    return used - sum(above[: len(columns) - 1])


def _cuts(columns: Columns, least: int) -> Iterator[tuple[Stretch, ...]]:
    """The page's columns ending on one row, then with the first of them a row longer, smallest first."""
    seen: set[tuple[int, ...]] = set()
    rows = {slot.row for column in columns for slot in column}
    for foot in sorted(rows):
        low = {slot.column for column in columns for slot in column if slot.row == foot}
        for longer in sorted({slot.column for column in columns for slot in column}):
            cut = _whole([[slot for slot in c if slot.row <= foot - (slot.column > longer)] for c in columns], columns)
            size = tuple(map(len, cut))
            if sum(size) >= least and size not in seen:
                seen.add(size)
                yield tuple(
                    replace(stretch, lower=int(longer < slots[0].column in low) if slots else 0)
                    for stretch, slots in zip(stretches(cut, ()), cut, strict=True)
                )


def _whole(cut: Columns, columns: Columns) -> Columns:
    """The cut columns without stretches below a picture that would be too short to be worth filling."""
    above: set[int] = set()
    kept: list[Sequence[Slot]] = []
    for slots, uncut in zip(cut, columns, strict=True):
        stub = len(slots) < min(MIN_SEGMENT, len(uncut)) and slots and slots[0].column in above
        kept.append(() if stub else slots)
        above.update(slot.column for slot in slots[:1])
    return kept
