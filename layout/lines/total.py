"""A ruler and slots go in; the ends of the lines that cost least over the whole paragraph come out (total fit)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from layout.lines.cost import (
    COMFORT,
    EMPTIEST,
    HYPHEN,
    LOOSE,
    OVERFULL,
    RAGGED,
    SHORT_LAST,
    SQUEEZE,
    SQUEEZED_LINE,
)
from layout.lines.ruler import Ruler, Slots
from layout.model.units import Length

Candidates = list[tuple[int, float]]
"""Where a line may end, and what ending there costs."""


class Costs:
    """What the lines of one paragraph cost. Knuth and Plass's total fit with the stretch of a place as badness."""

    def __init__(self, ruler: Ruler) -> None:
        style = ruler.shaped.style
        self.ruler = ruler
        self.justified = style.align in ("justify", "spread")
        self.loose = style.stretch_cap / 1000
        self.wanted = style.last_line

    def lines(self, a: int, room: Length, first: bool) -> Candidates:
        """Ways to end a line that begins at `a`: never none. `first`: a short line is the paragraph's only one."""
        ruler = self.ruler
        tails, breaks, hyphens = ruler.tails, ruler.ends, ruler.shaped.breaks
        target = ruler.heads[a] + room
        until = ruler.until(a)
        natural = bisect_right(tails, target, a + 1, until + 1) - 1
        low, high = bisect_right(breaks, a), bisect_left(breaks, until)
        index = bisect_right(breaks, natural, low, high + 1)
        found: Candidates = []
        for k in range(index, high + 1):
            cost = self._squeezed(a, breaks[k], tails[breaks[k]] - target)
            if cost is None:
                break
            found.append((breaks[k], cost + self._ending(a, breaks[k], first)))
        for k in range(index - 1, low - 1, -1):
            b = breaks[k]
            spare = target - tails[b]
            if spare < 0:
                continue  # its hyphen does not fit
            cost = 0.0 if b == until else self._stretched(a, b, spare, room)
            if cost >= LOOSE and found:
                break
            found.append((b, cost + (HYPHEN if hyphens[b - 1] == 2 else 0.0) + self._ending(a, b, first)))
        if not found:
            b = ruler.emergency(a, target)
            found.append((b, OVERFULL + max(tails[b] - target, 0) / ruler.size))
        return found

    def _squeezed(self, a: int, b: int, need: Length) -> float | None:
        give = self.ruler.give(a, b)
        if need > give:
            return None
        return SQUEEZED_LINE + SQUEEZE * (need / give) ** 2 if give else 0.0

    def _stretched(self, a: int, b: int, spare: Length, room: Length) -> float:
        """Cost of what is added at each place, or of what a ragged line leaves empty."""
        if not self.justified:
            share = spare / room
            return RAGGED * share * share + (LOOSE if share > EMPTIEST else 0.0)
        stretch = spare / ((self.ruler.places[b - 1] - self.ruler.places[a] or 1) * self.ruler.size)
        ratio = stretch / COMFORT
        return ratio * ratio + LOOSE if stretch > self.loose else ratio * ratio

    def _ending(self, a: int, b: int, first: bool) -> float:
        if b != self.ruler.last or first:
            return 0.0
        return SHORT_LAST if self.ruler.characters(a, b) < self.wanted else 0.0


def total_fit(ruler: Ruler, slots: Slots, start: int = 0, looseness: int = 0) -> list[int]:
    """Ends of the lines from glyph `start` on, best over the whole paragraph; `looseness`: a line more or fewer."""
    if start >= ruler.last:
        return []
    if looseness == 0 and len(slots.measures) == 1:
        return _steady(ruler, slots, start)
    return _layered(ruler, slots, start, looseness)


def _steady(ruler: Ruler, slots: Slots, start: int) -> list[int]:
    """Equal measures: the best way to each place, whatever the number of lines before it."""
    costs = Costs(ruler)
    best: dict[int, tuple[float, int]] = {start: (0.0, -1)}
    first_room, room = slots.room(0), slots.room(1)
    for a in _places(ruler, start):
        if a not in best:
            continue
        so_far = best[a][0]
        for b, cost in costs.lines(a, first_room if a == start else room, a == start):
            known = best.get(b)
            if known is None or so_far + cost < known[0]:
                best[b] = (so_far + cost, a)
    return _way_back({b: a for b, (_, a) in best.items()}, ruler.last)


def _places(ruler: Ruler, start: int) -> Iterator[int]:
    """Where lines may begin, in order; also inside long words, which emergencies divide."""
    yield start
    if 4 in ruler.shaped.breaks:
        yield from range(start + 1, ruler.last)
    else:
        yield from ruler.ends[bisect_right(ruler.ends, start) : -1]


def _way_back(before: dict[int, int], end: int) -> list[int]:
    ends: list[int] = []
    while before.get(end, -1) >= 0:
        ends.append(end)
        end = before[end]
    return ends[::-1]


def _layered(ruler: Ruler, slots: Slots, start: int, looseness: int) -> list[int]:
    """Unequal measures, or a wanted number of lines: the best way to each place for each number of lines."""
    costs = Costs(ruler)
    known: dict[tuple[int, Length, bool], Candidates] = {}
    layer: dict[int, float] = {start: 0.0}
    backs: list[dict[int, int]] = []
    ways: dict[int, float] = {}
    shortest = 0
    while layer and not (shortest and len(backs) > shortest + 1 + max(looseness, 0)):
        room = slots.room(len(backs))
        nearer: dict[int, float] = {}
        back: dict[int, int] = {}
        for a, so_far in layer.items():
            key = (a, room, not backs)
            if key not in known:
                known[key] = costs.lines(*key)
            for b, cost in known[key]:
                if b not in nearer or so_far + cost < nearer[b]:
                    nearer[b], back[b] = so_far + cost, a
        backs.append(back)
        if ruler.last in nearer:
            ways[len(backs)] = nearer.pop(ruler.last)
            shortest = shortest or len(backs)
        layer = nearer
    wanted = _count(ways, looseness)
    return _way_back_layered(backs[:wanted], ruler.last)


def _count(ways: dict[int, float], looseness: int) -> int:
    """The number of lines that is best, or `looseness` away from it where that can be set without a loose line."""
    best = min(ways, key=lambda count: (ways[count], count))
    asked = best + looseness
    return asked if asked in ways and ways[asked] < max(LOOSE, ways[best] + LOOSE) else best


def _way_back_layered(backs: list[dict[int, int]], end: int) -> list[int]:
    ends: list[int] = []
    for back in reversed(backs):
        ends.append(end)
        end = back[end]
    return ends[::-1]
