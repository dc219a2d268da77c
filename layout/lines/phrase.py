"""A headline's ruler and slots go in; lines of like length that end where phrases do come out."""

from layout.cjk.classes import classify
from layout.cjk.marks import opening_marks
from layout.cjk.phrase import phrase_ends
from layout.lines.cost import EM_SPACE, IN_PHRASE, MOST_BALANCED, NO_PAUSE, OVERFULL, RAGGED, SHORT_LAST
from layout.lines.greedy import greedy
from layout.lines.ruler import Ruler, Slots
from layout.model.units import Length

PAUSES = "csknwxd"
"""Classes after which a reader pauses."""


def balanced(ruler: Ruler, slots: Slots, start: int = 0) -> list[int]:
    """As few lines as possible, evenly filled, divided between phrases, no character alone on a line (CL §6.3.1.3).

    Each stretch between forced breaks is balanced by itself.
    """
    ends: list[int] = []
    a = start
    while a < ruler.last:
        until = ruler.until(a)
        part = _fewest(ruler, slots, a, until, len(ends))
        ends.extend(part)
        a = ends[-1]
    return ends


def typed_for_another(ruler: Ruler, slots: Slots) -> bool:
    """Whether the lines that a subhead was typed in were those of a wider column: one has no room, and it is not the
    second of two, which are a short phrase and a longer one."""
    if not ruler.forced or not ruler.shaped.paragraph.role.startswith("subhead"):
        return False
    edges = (0, *ruler.forced, ruler.last)
    stretches = tuple(zip(edges, edges[1:], strict=False))
    asked = stretches[: 1 if len(stretches) == 2 else None]
    return any(ruler.tails[b] - ruler.heads[a] > slots.room(k) for k, (a, b) in enumerate(asked))


def rejoined(ruler: Ruler, slots: Slots) -> list[int]:
    """The whole in as few lines as have room for it, whatever breaks were typed."""
    ends: list[int] = []
    for count in range(2, MOST_BALANCED + 1):
        ends = _divided(ruler, slots, (0, ruler.last, count))
        edges = zip((0, *ends), ends, strict=False)
        if all(ruler.tails[b] - ruler.heads[a] <= slots.room(k) for k, (a, b) in enumerate(edges)):
            break
    return ends


def _fewest(ruler: Ruler, slots: Slots, a: int, until: int, line: int) -> list[int]:
    """Lines a … until; `line` is the number of the first of them."""
    if ruler.tails[until] - ruler.heads[a] <= slots.room(line):
        return [until]
    shifted = Slots(tuple(slots.room(line + k) for k in range(len(slots.measures) + 1)), 0, 0, 0)
    lines = greedy(ruler, shifted, a)
    count = next(k for k, end in enumerate(lines, 1) if end >= until)
    if count > MOST_BALANCED:
        return [*(end for end in lines[:count] if end < until), until]
    return _divided(ruler, shifted, (a, until, count))


def _divided(ruler: Ruler, slots: Slots, span: tuple[int, int, int]) -> list[int]:
    """Glyphs a … until in `count` lines, at the ends of phrases."""
    text = ruler.shaped.paragraph.text
    ends = phrase_ends(text, ruler.shaped.style.region)
    offsets = (*ruler.shaped.offsets, len(text))
    return _best(ruler, slots, span, {end for end in ruler.ends if offsets[end] in ends})


def _best(ruler: Ruler, slots: Slots, span: tuple[int, int, int], phrases: set[int]) -> list[int]:
    """The cheapest division of a … until in `count` lines."""
    start, until, count = span
    total = ruler.tails[until] - ruler.heads[start]
    layer: dict[int, tuple[float, tuple[int, ...]]] = {start: (0.0, ())}
    breaks = [end for end in ruler.ends if start < end <= until]
    for k in range(count):
        room = slots.room(k)
        nearer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for a, (so_far, way) in layer.items():
            for b in breaks:
                if b <= a or (b == until) != (k == count - 1):
                    continue
                cost = so_far + _cost(ruler, a, b, room, total // count)
                cost += 0.0 if b == until else _parting(ruler, b, phrases)
                if b not in nearer or cost < nearer[b][0]:
                    nearer[b] = (cost, (*way, b))
        layer = nearer
    if until in layer:
        return list(layer[until][1])
    return [end if end < until else until for end in greedy(ruler, slots, start) if end <= until]


def _parting(ruler: Ruler, b: int, phrases: set[int]) -> float:
    """Cost of dividing there."""
    if ruler.shaped.chars[b - 1] == "\u3000":
        return EM_SPACE
    return 0.0 if _pauses(ruler, b) else NO_PAUSE if b in phrases else IN_PHRASE


def _pauses(ruler: Ruler, b: int) -> bool:
    """Whether a mark stands before the break or an opening one behind it."""
    chars = ruler.shaped.chars
    return classify(chars[b - 1])[-1:] in tuple(PAUSES) or chars[b] in opening_marks()


def _cost(ruler: Ruler, a: int, b: int, room: Length, even: Length) -> float:
    """Of a line: its distance from an even share, much for one character alone, very much where it sticks out."""
    width = ruler.tails[b] - ruler.heads[a]
    cost = RAGGED * ((width - even) / room) ** 2
    if width > room:
        cost += OVERFULL * (1 + (width - room) / room)
    return cost + (SHORT_LAST if ruler.characters(a, b) < 2 else 0.0)
