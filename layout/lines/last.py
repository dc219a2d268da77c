"""Lines of a paragraph whose last one is too short go in; lines drawn together or spaced so that it is not come out."""

from layout.lines.cost import LOOSEN, RUN, STEP, STRONG, STRONG_RUN, TIGHTEN
from layout.lines.greedy import greedy
from layout.lines.ruler import Ruler, Slots


def mended(ruler: Ruler, slots: Slots, start: int, ends: list[int]) -> list[int]:
    """Greedy lines whose last one has as many Han as the style wants (孤字不成行, CL §7.1.2).

    Tracking is tried step by step over the last lines, first tighter, which saves the line, then looser, which brings
    characters down to it. Nothing changes where neither helps, or where the paragraph has one line.
    """
    wanted = ruler.shaped.style.last_line
    if len(ends) < 2 or ruler.characters(ends[-2], ends[-1]) >= wanted:
        return ends
    for step in range(1, int(TIGHTEN / 1000 / STEP) + 1):
        tighter = _tracked(ruler, slots, start, ends, step * STEP)
        if len(tighter) < len(ends):
            return tighter
    for step in range(1, int(LOOSEN / 1000 / STEP) + 1):
        looser = _tracked(ruler, slots, start, ends, -step * STEP)
        if len(looser) == len(ends) and ruler.characters(looser[-2], looser[-1]) >= wanted:
            return looser
    return ends


def _tracked(ruler: Ruler, slots: Slots, start: int, ends: list[int], by: float) -> list[int]:
    """The lines with the last few of them tracked; those before stay as they are."""
    first = max(len(ends) - (STRONG_RUN if abs(by) > STRONG else RUN), 0)
    return ends[:first] + greedy(ruler, slots, ends[first - 1] if first else start, by, first)
