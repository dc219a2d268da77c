"""A ruler and slots go in; the ends of the lines that cost least over the whole paragraph come out (total fit)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from layout.lines.cost import (
    COMFORT,
    CONTRAST,
    EMPTIEST,
    HUMP,
    HYPHEN,
    LOOSE,
    OVERFULL,
    RAGGED,
    SHORT_LAST,
    SQUEEZE,
    SQUEEZED_LINE,
    SQUEEZED_MARK,
)
from layout.lines.ruler import Ruler, Slots
from layout.model.style import JUSTIFIED
from layout.model.units import Length

LONG = 80
"""Lines from which on not every number of lines is followed to every place: that grows with the square of them."""
APART = 2
"""Lines by which a way may be off the usual one in a long paragraph, on its way to a line more or fewer."""
ROUNDING = 1 + 1e-9
"""Sums of the same costs in another order may differ in their last digits."""
Candidates = list[tuple[int, float, int]]
"""Where a line may end, what ending there costs, and the line's look: 0 squeezed, 1 as it comes, 2 spaced, 3 spaced
wide. Two looks apart is a contrast."""
Ways = dict[int, tuple[float, int, int]]
"""Look of the line that ends at a place → least cost of all lines up to it, where it begins, look of the one before."""


class Costs:
    """What the lines of one paragraph cost. Knuth and Plass's total fit with the stretch of a place as badness."""

    def __init__(self, ruler: Ruler, slots: Slots) -> None:
        style = ruler.shaped.style
        self.ruler = ruler
        self.justified = style.align in (*JUSTIFIED, "spread") and not slots.ragged
        self.loose = style.stretch_cap / 1000
        self.wanted = style.last_line

    def lines(self, a: int, room: Length, first: bool, most: float = inf) -> Candidates:
        """Ways to end a line that begins at `a`; none only where all cost more than `most`. `first`: a short line is
        the paragraph's only one."""
        ruler = self.ruler
        tails, breaks, hyphens = ruler.tails, ruler.ends, ruler.shaped.breaks
        target = ruler.heads[a] + room
        until = ruler.until(a)
        natural = bisect_right(tails, target, a + 1, until + 1) - 1
        low, high = bisect_right(breaks, a), bisect_left(breaks, until)
        index = bisect_right(breaks, natural, low, high + 1)
        found: Candidates = []
        for k in range(index, high + 1):
            b = breaks[k]
            if tails[b] < target:  # what ends the line leaves it: an em space, behind a mark that keeps its blank
                cost, fit = (0.0, 1) if b == until else self._stretched(a, b, target - tails[b], room)
            else:
                squeezed = self._squeezed(a, b, tails[b] - target)
                if squeezed is None:
                    break
                cost, fit = squeezed, 0
            if b == ruler.last:
                cost += self._ending(a, first)
            elif hyphens[b - 1] == 5:
                cost += HUMP
            found.append((b, cost, fit))
        for k in range(index - 1, low - 1, -1):
            b = breaks[k]
            spare = target - tails[b]
            if spare < 0:
                continue  # its hyphen does not fit
            cost, fit = (0.0, 1) if b == until else self._stretched(a, b, spare, room)
            if cost > most + HYPHEN:
                return found
            if cost >= LOOSE and found:
                break
            if b == ruler.last:
                cost += self._ending(a, first)
            elif hyphens[b - 1] == 2:
                cost += HYPHEN
            elif hyphens[b - 1] == 5:
                cost += HUMP
            found.append((b, cost, fit))
        if not found:
            b = ruler.emergency(a, target)
            found.append((b, OVERFULL + max(tails[b] - target, 0) / ruler.size, 1))
        return found

    def _squeezed(self, a: int, b: int, need: Length) -> float | None:
        """By the share of its blank that a line gives up, and by the marks that give it."""
        give = self.ruler.give(a, b)
        if need > give:
            return None
        if not need:
            return 0.0
        share = need / give
        return SQUEEZED_LINE + SQUEEZE * share * share + SQUEEZED_MARK * share * self.ruler.givers(a, b)

    def _stretched(self, a: int, b: int, spare: Length, room: Length) -> tuple[float, int]:
        """Cost of what is added at each place, or of what a ragged line leaves empty; and the line's look."""
        if not self.justified:
            share = spare / room
            return RAGGED * share * share + (LOOSE if share > EMPTIEST else 0.0), 1
        stretch = spare / ((self.ruler.places[b - 1] - self.ruler.places[a] or 1) * self.ruler.size)
        ratio = stretch / COMFORT
        return ratio * ratio + (LOOSE if stretch > self.loose else 0.0), min(1 + int(ratio), 3)

    def _ending(self, a: int, first: bool) -> float:
        """Of the paragraph's last line."""
        return 0.0 if first or self.ruler.characters(a, self.ruler.last) >= self.wanted else SHORT_LAST


def total_fit(ruler: Ruler, slots: Slots, start: int = 0, looseness: int = 0) -> list[int]:
    """Ends of the lines from glyph `start` on, best over the whole paragraph; `looseness`: a line more or fewer."""
    if start >= ruler.last:
        return []
    if looseness == 0 and len(slots.measures) == 1:
        return _steady(ruler, slots, start)
    if ruler.tails[-1] - ruler.heads[start] <= LONG * slots.room(1):
        return _layered(ruler, slots, start, looseness)
    if looseness == 0:
        return _steady_after(ruler, slots, start)
    return _layered(ruler, slots, start, looseness, total_fit(ruler, slots, start))


def _steady(ruler: Ruler, slots: Slots, start: int) -> list[int]:
    """Equal measures: the best way to each place, whatever the number of lines before it."""
    costs = Costs(ruler, slots)
    most = _affordable(costs, slots, start)
    best: dict[int, Ways] = {start: {1: (0.0, -1, 1)}}
    first_room, room = slots.room(0), slots.room(1)
    for a in _places(ruler, start):
        ways = best.get(a)
        if ways is None:
            continue
        left = most - min(way[0] for way in ways.values())
        for b, cost, fit in costs.lines(a, first_room if a == start else room, a == start, left):
            if cost <= left:
                _add(best.setdefault(b, {}), a, ways, cost, fit)
    return _way_back(best, ruler.last)


def _affordable(costs: Costs, slots: Slots, start: int) -> float:
    """What a way costs that takes the cheapest line each time: no dearer one need be looked at."""
    ruler, spent, a, k = costs.ruler, 0.0, start, 0
    before = 1
    while a < ruler.last:
        room, first = slots.room(min(k, 1)), a == start
        a, cost, fit = min(costs.lines(a, room, first, 0.0) or costs.lines(a, room, first), key=lambda line: line[1])
        spent += cost + (CONTRAST if abs(fit - before) > 1 else 0.0)
        before = fit
        k += 1
    return spent * ROUNDING


def _add(ways: Ways, a: int, before: Ways, cost: float, fit: int) -> None:
    """The line from `a` as one more way to a place, where none of the same look is cheaper."""
    for look, (so_far, _, _) in before.items():
        total = so_far + cost + (CONTRAST if look - fit > 1 or fit - look > 1 else 0.0)
        known = ways.get(fit)
        if known is None or total < known[0]:
            ways[fit] = (total, a, look)


def _places(ruler: Ruler, start: int) -> Iterator[int]:
    """Where lines may begin, in order; also inside long words, which emergencies divide."""
    yield start
    if 4 in ruler.shaped.breaks:
        yield from range(start + 1, ruler.last)
    else:
        yield from ruler.ends[bisect_right(ruler.ends, start) : -1]


def _way_back(best: dict[int, Ways], end: int) -> list[int]:
    ends: list[int] = []
    look = min(best[end], key=lambda look: best[end][look][0])
    while end >= 0:
        ends.append(end)
        _, end, look = best[end][look]
    return ends[-2::-1]


def _steady_after(ruler: Ruler, slots: Slots, start: int) -> list[int]:
    """A long paragraph whose first lines have measures of their own: layer by layer as far as those go, then, in equal
    measures, the best way to each place whatever the number of lines before it."""
    costs = Costs(ruler, slots)
    layers: list[dict[int, Ways]] = []
    layer: dict[int, Ways] = {start: {1: (0.0, -1, 1)}}
    for k in range(len(slots.measures)):
        nearer: dict[int, Ways] = {}
        for a, ways in layer.items():
            for b, cost, fit in costs.lines(a, slots.room(k), k == 0):
                _add(nearer.setdefault(b, {}), a, ways, cost, fit)
        layers.append(nearer)
        layer = {a: ways for a, ways in nearer.items() if a != ruler.last}
    best = {a: {look: (way[0], -1, look) for look, way in ways.items()} for a, ways in layer.items()}
    if not best:  # all of it stands in lines of their own
        return _layered(ruler, slots, start, 0)
    room = slots.room(len(layers))
    for a in _places(ruler, min(best)):
        if a in best:
            for b, cost, fit in costs.lines(a, room, False):
                _add(best.setdefault(b, {}), a, best[a], cost, fit)
    ends, look = [ruler.last], min(best[ruler.last], key=lambda look: best[ruler.last][look][0])
    while (way := best[ends[-1]][look])[1] >= 0:
        ends.append(way[1])
        look = way[2]
    return [*_way_back_layered(layers, ends[-1], look), *ends[-2::-1]]


def _layered(ruler: Ruler, slots: Slots, start: int, looseness: int, along: Sequence[int] = ()) -> list[int]:
    """Unequal measures, or a wanted number of lines: the best way to each place for each number of lines. `along`: the
    lines without looseness; of a long paragraph only ways are followed that keep within a few lines of them."""
    costs = Costs(ruler, slots)
    known: dict[tuple[int, Length, bool], Candidates] = {}
    layer: dict[int, Ways] = {start: {1: (0.0, -1, 1)}}
    layers: list[dict[int, Ways]] = []
    counted: dict[int, float] = {}
    shortest = 0
    while layer and not (shortest and len(layers) > shortest + 1 + max(looseness, 0)):
        room = slots.room(len(layers))
        nearer: dict[int, Ways] = {}
        for a, ways in layer.items():
            key = (a, room, not layers)
            if key not in known:
                known[key] = costs.lines(*key)
            for b, cost, fit in known[key]:
                _add(nearer.setdefault(b, {}), a, ways, cost, fit)
        if along:
            here = range(len(layers) - APART, len(layers) + APART + 1)
            nearer = {b: ways for b, ways in nearer.items() if bisect_left(along, b) in here}
        layers.append(nearer)
        if ruler.last in nearer:
            counted[len(layers)] = min(way[0] for way in nearer[ruler.last].values())
            shortest = shortest or len(layers)
        layer = {a: ways for a, ways in nearer.items() if a != ruler.last}
    return _way_back_layered(layers[: _count(counted, looseness)], ruler.last)


def _count(ways: dict[int, float], looseness: int) -> int:
    """The number of lines that is best, or `looseness` away from it where that can be set without a loose line."""
    best = min(ways, key=lambda count: (ways[count], count))
    asked = best + looseness
    return asked if asked in ways and ways[asked] < max(LOOSE, ways[best] + LOOSE) else best


def _way_back_layered(layers: list[dict[int, Ways]], end: int, look: int = -1) -> list[int]:
    ends: list[int] = []
    if look < 0:
        ways = layers[-1][end]
        look = min(ways, key=lambda look: ways[look][0])
    for layer in reversed(layers):
        ends.append(end)
        _, end, look = layer[end][look]
    return ends[::-1]
