"""Lines of a paragraph whose last one is too short go in; lines drawn together or spaced so that it is not come out."""

from typing import Final

from layout.lines.cost import FEW, GIVE_UP, LOOSEN, LOOSEN_FEW, RUN, STEP, STRONG, STRONG_RUN, TIGHTEN
from layout.lines.greedy import greedy
from layout.lines.ruler import Ruler, Slots

TRIED: Final = (
    -GIVE_UP,
    *(by / 1000 for by in range(STEP, TIGHTEN + 1, STEP)),
    *(-by / 1000 for by in range(STEP, LOOSEN + 1, STEP)),
)
"""Tracking of the last lines in the order in which it is tried: first lines that hold a character by a hair give it up;
then they are drawn together, which saves the line; then spaced, which brings characters down to it."""
TRIED_FEW: Final = (*TRIED, *(-by / 1000 for by in range(LOOSEN + STEP, LOOSEN_FEW + 1, STEP)))
"""The same for a paragraph of few lines."""


def mended(ruler: Ruler, slots: Slots, start: int, ends: list[int]) -> list[int]:
    """Greedy lines whose last one has as many Han as the style wants (孤字不成行, CL §7.1.2).

    Nothing changes where no tracking helps, or where the paragraph has one line.
    """
    wanted = ruler.shaped.style.last_line
    if len(ends) < 2 or ruler.characters(ends[-2], ends[-1]) >= wanted:
        return ends
    for by in TRIED_FEW if len(ends) <= FEW else TRIED:
        other = _tracked(ruler, slots, start, ends, by)
        if len(other) < len(ends) or (len(other) == len(ends) and ruler.characters(other[-2], other[-1]) >= wanted):
            return other
    return ends


def _tracked(ruler: Ruler, slots: Slots, start: int, ends: list[int], by: float) -> list[int]:
    """The lines with the last few of them tracked; those before stay as they are."""
    first = max(len(ends) - (STRONG_RUN if abs(by) > STRONG else RUN), 0)
    return ends[:first] + greedy(ruler, slots, ends[first - 1] if first else start, by, first)
