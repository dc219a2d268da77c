"""One entry of the plan goes in; its pages come out, the photo frames that may give way made higher or lower by whole
rows until the running text ends at the foot of a page. Line counts do not change, so this is arithmetic over slots.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.flow.article import Copy, Elastic, Outcome, Stretch, run
from layout.flow.setting import Setting
from layout.model.page import Article

TRIES = 5
"""Keeps shift a row or two each time photos move; after so many tries the best one is taken."""


def set_article(setting: Setting, copy: Copy) -> Article:
    """The entry set, with its last page as full as its elastic frames allow; what they gave is among the levers."""
    best = first = run(setting, copy, {})
    best_stretch: Stretch = {}
    stretch: Stretch = {}
    outcome = first
    for _ in range(TRIES):
        wanted = _wanted(outcome, first)
        if not wanted:
            break
        moved = share(wanted, first.elastic, stretch)
        if moved == stretch:
            break
        stretch, outcome = moved, run(setting, copy, moved)
        if _worth(outcome) < _worth(best):
            best, best_stretch = outcome, stretch
    told = tuple(
        f"p. {copy.first + page}: frame {frame} {by:+d} row(s)"
        for (page, frame), by in sorted(best_stretch.items())
        if by
    )
    return replace(best.article, levers=(*best.article.levers, *told))


def _worth(outcome: Outcome) -> tuple[int, int]:
    """What is wrong with an outcome: overset characters first, then slots left empty on the last page."""
    return outcome.article.overset, outcome.room - outcome.used


def _wanted(outcome: Outcome, first: Outcome) -> int:
    """Slots that photos should take (positive) or give, so that the text ends at a foot: the nearer way they can go."""
    empty = outcome.room - outcome.used
    if not empty or not first.elastic or not outcome.room:
        return 0
    most = sum(e.most * e.columns for e in first.elastic)
    least = -sum(e.least * e.columns for e in first.elastic)
    if len(outcome.article.pages) < len(first.article.pages):
        return empty
    if empty <= most:
        return empty
    return -outcome.used if outcome.used <= least and len(outcome.article.pages) > 1 else 0


def share(slots: int, elastic: Sequence[Elastic], before: Stretch) -> dict[tuple[int, str], int]:
    """The rows each frame gives or takes for `slots` more than before: evenly, widest first, each within its limits."""
    given = {(e.page, e.frame): before.get((e.page, e.frame), 0) for e in elastic}
    step = 1 if slots > 0 else -1
    left = abs(slots)
    moving = True
    while left > 0 and moving:
        moving = False
        for e in sorted(elastic, key=lambda e: -e.columns):
            key = (e.page, e.frame)
            fits = e.least <= given[key] + step <= e.most
            if fits and (e.columns <= left or step < 0) and left > 0:
                given[key] += step
                left -= e.columns
                moving = True
    return given
