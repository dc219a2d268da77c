"""An entry of the plan goes in; its pages come out, ending at a page's foot where elastic frames allow it.

Photo frames that may give way are made higher or lower by whole rows. Line counts do not change with heights, so this
is arithmetic over slots and a few drafts, not setting lines again.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.flow.article import finished
from layout.flow.draft import Copy, Draft, Elastic, Stretch, draft
from layout.flow.setting import Setting
from layout.model.page import Article

TRIES = 5
"""Keeps shift a row or two each time photos move; after so many tries the best one is taken."""


def set_article(setting: Setting, copy: Copy) -> Article:
    """The entry set, with its last page as full as its elastic frames allow; what they gave is among the levers."""
    first = tried = best = draft(setting, copy, {})
    stretch: Stretch = {}
    given: Stretch = {}
    for _ in range(TRIES):
        wanted = _wanted(tried, first)
        moved = share(wanted, first.elastic, stretch) if wanted else stretch
        if moved == stretch:
            break
        stretch, tried = moved, draft(setting, copy, moved)
        if _worth(tried) < _worth(best):
            best, given = tried, stretch
    article = finished(setting, copy, best)
    told = tuple(
        f"p. {copy.first + page}: frame {frame} {by:+d} row(s)" for (page, frame), by in sorted(given.items()) if by
    )
    return replace(article, levers=(*article.levers, *told))


def _worth(tried: Draft) -> tuple[bool, int]:
    """What is wrong with a draft: overset first, then slots left empty on the last page."""
    return not tried.done, tried.empty


def _wanted(tried: Draft, first: Draft) -> int:
    """Slots that photos should take (positive) or give, so that the text ends at a foot: the nearer way they can go."""
    elastic, last = first.elastic, tried.pages[-1].opened
    if not elastic or not last.slots:
        return 0
    if not tried.done:
        return -1
    if len(tried.pages) < len(first.pages) or tried.empty <= sum(e.most * e.columns for e in elastic):
        return tried.empty
    least = -sum(e.least * e.columns for e in elastic)
    return -tried.used if tried.used <= least and len(tried.pages) > 1 else 0


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
