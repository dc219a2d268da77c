"""A line's glyphs and what it lacks or has too much go in; where each glyph stands comes out."""

from layout.cjk.flex import FLEX, GAP, GAP_CEILING, GAP_FLOOR, GAP_SQUEEZE_STEP, SPACE
from layout.cjk.marks import punct
from layout.lines.ruler import Ruler
from layout.model.units import Length, scaled
from layout.model.value import record

Cut = dict[int, Length]
"""Glyph → length."""


@record
class Adjusted:
    """What is added after glyphs (negative: taken), what is cut from leading blanks, and the most added at a place."""

    after: Cut
    before: Cut
    most: Length = 0


def even(ruler: Ruler, a: int, b: int, adjust: Length, origin: Length) -> tuple[tuple[Length, ...], Length]:
    """All places share alike; origins of the glyphs from `origin` on, and what one place gets (rounded up)."""
    first = ruler.places[a]
    count = ruler.places[b - 1] - first
    offset = origin - ruler.heads[a]
    origins = ruler.origins[a:b]
    if not count or not adjust:
        return tuple([at + offset for at in origins]), 0
    most = -(-adjust // count) if adjust > 0 else 0
    if count == b - 1 - a:  # nothing in the line is rigid
        return tuple([at + offset + adjust * place // count for place, at in enumerate(origins)]), most
    rows = zip(origins, ruler.places[a:b], strict=True)
    return tuple([at + offset + adjust * (place - first) // count for at, place in rows]), most


def ranked(ruler: Ruler, a: int, b: int, adjust: Length, origin: Length) -> tuple[tuple[Length, ...], Length]:
    """Step by step: squeezing as CL §6.2.2.3 orders it, stretching as §6.2.2.4 does; what is left goes to all alike."""
    found = Adjusted({}, {})
    left = _squeeze(ruler, a, b, adjust, found) if adjust < 0 else _stretch(ruler, a, b, adjust, found)
    along, most = even(ruler, a, b, left, origin)
    if not found.after and not found.before:
        return along, most
    moved, placed = 0, []
    for i, at in enumerate(along, a):
        moved -= found.before.get(i, 0)
        placed.append(at + moved)
        moved += found.after.get(i, 0)
    return tuple(placed), max(most, found.most)


def spaced_alike(ruler: Ruler, a: int, b: int) -> bool:
    """True where the style stretches all places alike, or the line has neither word spaces nor gaps to come first."""
    if punct(ruler.shaped.style.punct).stretch == "even":
        return True
    return 1 not in ruler.gaps[a : b - 1]


def _stretch(ruler: Ruler, a: int, b: int, adjust: Length, found: Adjusted) -> Length:
    """Word spaces, then Han–Latin gaps, each up to half an em; returns what is left for all places."""
    shaped = ruler.shaped
    for place in (SPACE, GAP):
        at = [i for i in range(a, b - 1) if shaped.flex[i] & 3 == place]
        ceiling = scaled(GAP_CEILING, ruler.size, 1000)
        room = {i: max(ceiling - (shaped.widths[i] if place == SPACE else shaped.gaps[i]), 0) for i in at}
        adjust = _share(adjust, room, found.after)
    return adjust


def _squeeze(ruler: Ruler, a: int, b: int, adjust: Length, found: Adjusted) -> Length:
    """clreq's seven steps, each exhausted before the next; returns what none of them could take."""
    shaped, need = ruler.shaped, -adjust
    if shaped.end_gives:
        need -= min(need, shaped.end_gives[b - 1])  # step 1: the mark at the line's end
    steps: dict[int, Cut] = {}
    floor = scaled(GAP_FLOOR, ruler.size, 1000)
    for i in range(a, b - 1):
        flex, give = FLEX[shaped.flex[i]], shaped.gives[i]
        if give and not (i == a and shaped.starts[a]):
            steps.setdefault(flex.squeeze, {})[i] = give
        if flex.place == GAP and shaped.gaps[i] > floor:
            steps.setdefault(GAP_SQUEEZE_STEP, {})[-i - 1] = shaped.gaps[i] - floor
    for _, room in sorted(steps.items()):
        if need <= 0:
            break
        taken: Cut = {}
        need = _share(need, room, taken)
        for i, cut in taken.items():
            _take(FLEX[shaped.flex[i]].side if i >= 0 else "gap", i, cut, found)
    return -need


def _take(side: str, i: int, cut: Length, found: Adjusted) -> None:
    """Blank is cut on the side of the mark where it lies; on both sides, half on each."""
    if side == "gap":
        i = -i - 1
        found.after[i] = found.after.get(i, 0) - cut
        return
    lead = {"lead": cut, "both": cut // 2}.get(side, 0)
    found.before[i] = found.before.get(i, 0) + lead
    found.after[i] = found.after.get(i, 0) - (cut - lead)


def _share(amount: Length, room: Cut, taken: Cut) -> Length:
    """Equal shares of `amount` to all that have room, none more than its room; returns what found no room."""
    left = amount
    waiting = sorted(room.items(), key=lambda item: (item[1], item[0]))
    for index, (i, most) in enumerate(waiting):
        part = min(most, left // (len(waiting) - index))
        if part:
            taken[i] = taken.get(i, 0) + part
            left -= part
    return left
