"""A ruler and slots go in; ends of lines come out, each line taking all that fits (no look-ahead)."""

from bisect import bisect_right

from layout.lines.cost import HAIR
from layout.lines.ruler import Ruler, Slots
from layout.model.style import JUSTIFIED
from layout.model.units import Length, scaled


def greedy(ruler: Ruler, slots: Slots, start: int = 0, tight: float = 0.0, line: int = 0) -> list[int]:
    """Ends of the lines from glyph `start` on, the first of them being `line`; they take `tight` of their room more."""
    ends: list[int] = []
    a, k, steady, heads = start, line, slots.steady, ruler.heads
    room = slots.room(line) if line > steady else 0
    hair = scaled(HAIR, ruler.size, 1000)
    while a < ruler.last:
        if k <= steady:
            room = slots.room(k)
        target = heads[a] + room + hair + int(room * tight)
        end = line_end(ruler, a, target)
        a = _before_hump(ruler, a, end, target) if ruler.humps else end
        ends.append(a)
        k += 1
    return ends


def _before_hump(ruler: Ruler, a: int, end: int, target: Length) -> int:
    """Where the line from `a` to `end` is loose: the last capital in mid-word that it may end before instead."""
    style, spare = ruler.shaped.style, target - ruler.tails[end]
    places = ruler.places[end - 1] - ruler.places[a] or 1
    if style.align not in JUSTIFIED or spare * 1000 <= style.stretch_cap * ruler.size * places:
        return end
    return max((hump for hump in ruler.humps if hump > end and ruler.tails[hump] <= target), default=end)


def line_end(ruler: Ruler, a: int, target: Length) -> int:
    """Where the line from `a` ends whose tail may reach `target`.

    Where the natural end is barred, squeezing in what follows comes first, carrying over second (CL §6.2.2).
    """
    breaks, tails = ruler.ends, ruler.tails
    natural = bisect_right(tails, target, a + 1) - 1
    index = bisect_right(breaks, natural)
    if ruler.forced and (until := ruler.until(a)) <= natural:
        return until
    if index < len(breaks) and (index == 0 or breaks[index - 1] != natural):
        after = breaks[index]
        if tails[after] - target <= ruler.give(a, after):
            return after
    while index and breaks[index - 1] > a:
        if tails[breaks[index - 1]] <= target:
            return breaks[index - 1]
        index -= 1  # the hyphen does not fit
    return ruler.emergency(a, target)
