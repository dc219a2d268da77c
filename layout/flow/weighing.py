"""A page's columns and the text so far go in; the columns whose looks cost least together come out, and what it took.

Where a page filled as its keeps allow has a fault (rows left empty, a line or a character alone), the ways to fill each
column are tried: paragraphs a line tighter or looser, a row of air above subheads, the foot a row or two higher, a line
left alone. The cheapest way so far always goes on first, so the first one that reaches the end of the page is the best;
two ways that bring the text to the same place are one, the cheaper.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from heapq import heappop, heappush
from itertools import count
from math import inf

from layout.flow.columns import Filled, Stretch, Waiting, cost_of, filled, foot_cost, footed, still_waiting, stretches
from layout.flow.cost import AIR, HOLE, LOOSER, ORPHAN, TIGHTER
from layout.flow.looks import MIN_LINES, asked_cost
from layout.flow.page_foot import at_page_foot, over_notes
from layout.flow.slots import Slot
from layout.flow.text import Column, Cursor, Text, measures_of
from layout.model.lever import Lever, lever
from layout.model.value import replace, value

MOST_TRACKED = 2
"""Paragraphs of a column that are tracked so that its foot comes right: more would show as a darker or lighter column
(ours)."""
MOST_OFFERED = 3
"""Paragraphs of a column that are offered for a line more, or fewer: one would do, were none of them faulty (ours)."""
MOST_AIRED = 2
"""Subheads of a column that get a row more above (ours)."""
MOST_FILLS = 48
"""Columns that are filled while a page is weighed, before the best way found so far is taken: a page may not cost more
than a few milliseconds, whatever stands on it (ours)."""


@value(eq=False)
class Change:
    """A way to fill a column otherwise: the text asked for it, rows cut from its foot, the levers pulled and what they
    cost. `least`: what the column comes to at least, faults included."""

    text: Text
    told: tuple[Lever, ...] = ()
    cost: float = 0.0
    least: float = 0.0
    cut: int = 0


_Levers = Callable[[], Iterator[Change]]


@value(eq=False)
class _Way:
    """The page as far as it is filled."""

    text: Text
    cursor: Cursor
    waiting: Waiting = ()
    columns: tuple[Column, ...] = ()
    levers: tuple[Lever, ...] = ()
    cost: float = 0.0

    @property
    def place(self) -> tuple[object, ...]:
        """What must be alike for two ways to go on alike."""
        rest = self.cursor.rest
        begun = (rest[0].start, len(rest), rest[0].measure) if rest else ()
        return len(self.columns), self.cursor.block, begun, self.cursor.full, self.cursor.owed, self.waiting


def fill_page(text: Text, columns: Sequence[Sequence[Slot]], coming: Sequence[Slot], cursor: Cursor) -> Filled:
    """The page filled, and weighed where that has a fault."""
    if at_page_foot(text) and columns and not text.forced:
        return over_notes(text, columns, cursor, lambda bare, above: fill_page(bare, above, coming, cursor))
    page = stretches(columns, coming)
    plain = filled(text, page, cursor)
    settled = plain.cost <= TIGHTER or text.forced or text.lenient
    return plain if settled else weighed(text, page, cursor, plain)


def pressed(text: Text, columns: Sequence[Sequence[Slot]], cursor: Cursor, done: Filled) -> Filled:
    """The page filled in the cheapest way in which the text ends on it; `done` where none is found."""
    if at_page_foot(text):
        return done
    found = weighed(text, stretches(columns, ()), cursor, replace(done, cost=inf), whole=True)
    return found if text.ended(found.after) else done


def weighed(text: Text, page: Sequence[Stretch], cursor: Cursor, best: Filled, whole: bool = False) -> Filled:
    """The cheapest way to fill the page, if it is cheaper than `best`; `whole`: the text must end on it."""
    search = _Search(page, best.cost)
    search.add(_Way(text, cursor))
    for way in search.ways():
        if not whole or text.ended(way.cursor):
            return Filled(way.columns, way.text, way.levers, way.cost)
    return best


class _Search:
    """Ways and changes that wait, the cheapest first; of equal ones the one farther down the page, then the older."""

    def __init__(self, page: Sequence[Stretch], limit: float) -> None:
        self.page, self.limit, self.fills = page, limit, 0
        self.waiting: list[tuple[float, int, int, _Way, Change | _Levers | None]] = []
        self.seen: set[tuple[object, ...]] = set()
        self.order = count()

    def add(self, way: _Way, what: Change | _Levers | None = None, more: float = 0.0) -> None:
        """A way, or a change to its next column, or changes to it that are not thought of before it is their turn."""
        if way.cost + more < self.limit:
            heappush(self.waiting, (way.cost + more, -len(way.columns), next(self.order), way, what))

    def ways(self) -> Iterator[_Way]:
        """Ways that reach the end of the page, the cheapest first; when too much has been tried, those that did."""
        while self.waiting and self.fills < MOST_FILLS:
            _, _, _, way, what = heappop(self.waiting)
            if isinstance(what, Change):
                self._fill(way, what)
            elif what is not None:
                for change in what():
                    self.add(way, change, change.least)
            elif len(way.columns) == len(self.page):
                yield way
            elif way.place not in self.seen:
                self.seen.add(way.place)
                self._go_on(way)
        ended = [item for item in self.waiting if item[4] is None and len(item[3].columns) == len(self.page)]
        yield from (item[3] for item in sorted(ended))

    def _go_on(self, way: _Way) -> None:
        """The way's next column filled as it comes, and when nothing costs less, with each lever in turn."""
        plain = self._fill(way, Change(way.text))
        stretch = self.page[len(way.columns)]
        self.add(way, partial(tracked, way.text, stretch, way.cursor, plain, -1), TIGHTER)
        self.add(way, partial(tracked, way.text, stretch, way.cursor, plain, 1), LOOSER)
        self.add(way, partial(aired, way.text, way.cursor, plain), AIR)
        if plain.short >= HOLE:
            self.add(way, partial(opened, way.text, stretch, way.cursor, plain), AIR + LOOSER)
        if plain.after.block < len(way.text.blocks):
            self.add(way, partial(shortened, way.text, stretch, plain), foot_cost(stretch, 1))

    def _fill(self, way: _Way, change: Change) -> Column:
        """The next column of the way, filled with the change."""
        self.fills += 1
        stretch, text = self.page[len(way.columns)], change.text
        cut = replace(stretch, slots=stretch.slots[: len(stretch.slots) - change.cut]) if change.cut else stretch
        column = footed(text, cut, way.cursor, way.waiting).column
        if change.cut:
            column = replace(column, short=column.short + change.cut, after=replace(column.after, full=False))
        cost = way.cost + change.cost + cost_of(text, stretch, column, way.cursor)
        text = replace(text, alone=False) if text.alone else text
        waiting = still_waiting(text, stretch, column, way.waiting)
        self.add(_Way(text, column.after, waiting, (*way.columns, column), way.levers + change.told, cost))
        return column


def tracked(text: Text, stretch: Stretch, cursor: Cursor, plain: Column, by: int) -> Iterator[Change]:
    """Paragraphs of the column a line tighter or looser, one of them and the two that cost least together."""
    asked, costs, told = text, 0.0, tuple[Lever, ...]()
    for index, (cost, block) in enumerate(_yielding(text, stretch, cursor, plain, by)):
        said = lever("paragraph", number=block + 1, lines=by)
        yield Change(text.loosened(block, by), (said,), cost, cost)
        if index < MOST_TRACKED:
            asked, costs, told = asked.loosened(block, by), costs + cost, (*told, said)
            if index:
                yield Change(asked, told, costs, costs)


def aired(text: Text, cursor: Cursor, plain: Column) -> Iterator[Change]:
    """A row more above one or two subheads of the column."""
    asked = dict(text.airy)
    blocks = dict.fromkeys(poured.block for poured in plain.lines)
    heads = [b for b in blocks if b != cursor.block and b not in asked and text.airable(b)]
    for rows, block in enumerate(heads[:MOST_AIRED], 1):
        text = text.aired(block)
        yield Change(text, (lever("air", rows=rows),), AIR * rows, AIR * rows)


def opened(text: Text, stretch: Stretch, cursor: Cursor, plain: Column) -> Iterator[Change]:
    """Air above subheads and paragraphs a line looser together, where a hole is too large for either."""
    for air in aired(text, cursor, plain):
        for looser in tracked(air.text, stretch, cursor, plain, 1):
            cost = air.cost + looser.cost
            yield Change(looser.text, air.told + looser.told, cost, cost)


def shortened(text: Text, stretch: Stretch, plain: Column) -> Iterator[Change]:
    """The column's foot higher, or a line alone at it. Where notes stand at the foot, it stays."""
    number = stretch.slots[0].column if stretch.slots else 0
    if not plain.notes.labels and len(stretch.slots) > MIN_LINES:
        for rows in (1, 2):
            yield Change(text, (lever("foot", column=number, rows=rows),), 0.0, foot_cost(stretch, rows), rows)
    yield Change(replace(text, alone=True), (lever("alone", column=number),), 0.0, ORPHAN)


def _yielding(text: Text, stretch: Stretch, cursor: Cursor, plain: Column, by: int) -> list[tuple[float, int]]:
    """Paragraphs that begin in the column and can have a line more or fewer, and what that costs: cheapest first. Those
    with the shortest last line are asked first for a line fewer, those with the longest for one more."""
    touched = {block for block, _ in text.loose} | ({cursor.block} if cursor.rest else set())
    firsts = {poured.block: poured.slot for poured in reversed(plain.lines) if not poured.cell}
    alike = len({slot.length for slot in (*stretch.slots, *stretch.coming[:1])}) == 1
    asked = []
    for block, first in firsts.items():
        if block not in touched and not text.solid(block):
            at = next((index for index, slot in enumerate(stretch.slots) if slot is first), 0)
            slots = stretch.slots[:1] if alike else (*stretch.slots[at:], *stretch.coming)
            lines = text.lines(block, slots)
            if len(lines) >= MIN_LINES:
                asked.append((-by * lines[-1].natural, block, slots, lines))
    found: list[tuple[float, int]] = []
    for _, block, slots, before in sorted(asked, key=lambda one: one[:2]):
        lines = text.set_lines(text.blocks[block], measures_of(slots), by, 0)
        cost = asked_cost(text.style(block), before, lines) if len(lines) - len(before) == by else None
        if cost is not None:
            found.append((cost, block))
            if len(found) == MOST_OFFERED:
                break
    return sorted(found)
