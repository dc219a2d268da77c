"""An entry of the plan goes in; its pages come out, ending at a page's foot where its levers allow it.

The levers, least visible first: photo frames that may give way, higher or lower by whole rows; a line saved in
paragraphs that end in a short line, as layout artists do it. Line counts do not change with heights, so this is
arithmetic over slots and a few drafts.
"""

from collections.abc import Sequence

from layout.flow.article import finished
from layout.flow.draft import Draft, Loose, draft
from layout.flow.elastic import Elastic
from layout.flow.opening import Copy, Stretch
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.units import Length
from layout.model.value import replace

TRIES = 5
"""Keeps shift a row or two each time photos move; after so many tries the best one is taken."""
TIGHTENED_SHARE = 3
"""At most one paragraph in so many is tightened: more would show as a darker article (ours)."""
LEAST_TO_TIGHTEN = 4
"""Lines a paragraph must have before one of them can be saved unseen (ours)."""


def set_article(setting: Setting, copy: Copy) -> Article:
    """The entry set, with its last page as full as its levers allow; what they gave is among the article's levers."""
    first = draft(setting, copy, {})
    best, stretch = _photos(setting, copy, first)
    loose: Loose = ()
    if best.empty and len(best.pages) > max(1, len(copy.entry.templates)):
        best, stretch, loose = _saved(setting, copy, first, (best, stretch))
    article = finished(setting, copy, best)
    told = [
        f"p. {copy.first + page}: frame {frame} {by:+d} row(s)" for (page, frame), by in sorted(stretch.items()) if by
    ]
    told += [f"{len(loose)} paragraph(s) tightened by a line"] if loose else []
    return replace(article, levers=(*article.levers, *told))


def _photos(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Stretch]:
    """The best draft that moving photo frames gives."""
    tried = best = first
    stretch: Stretch = {}
    given: Stretch = {}
    for _ in range(TRIES):
        wanted = _wanted(tried, first)
        moved = share(wanted, first.elastic, stretch) if wanted else stretch
        if moved == stretch:
            break
        stretch, tried = moved, draft(setting, copy, moved)
        if worth(tried) < worth(best):
            best, given = tried, stretch
    return best, given


def _saved(setting: Setting, copy: Copy, first: Draft, best: tuple[Draft, Stretch]) -> tuple[Draft, Stretch, Loose]:
    """One page fewer, by shrinking photos as far as they go and saving lines; else what there was."""
    take = -sum(e.least * e.columns for e in first.elastic)
    short = _tightenable(first)
    if first.used > take + len(short):
        return *best, ()
    stretch = share(-take, first.elastic, {})
    count = max(1, first.used - take)
    while count <= len(short):
        loose = tuple((block, -1) for block in short[:count])
        tried = draft(setting, copy, stretch, loose)
        if tried.done and len(tried.pages) < len(first.pages):
            return tried, stretch, loose
        count += max(1, tried.used if tried.done else 1)
    return *best, ()


def _tightenable(first: Draft) -> list[int]:
    """Paragraphs that can be set in a line less, the shortest last line first; no more than may be tightened."""
    text = first.text
    slots = [slot for page in first.pages for slot in page.opened.slots[:1]][:1]
    found: list[tuple[Length, int]] = []
    for block, shaped in enumerate(text.blocks):
        if not slots or text.solid(block) or len(lines := text.lines(block, slots)) < LEAST_TO_TIGHTEN:
            continue
        if len(text.set_lines(shaped, (slots[0].length,), -1, 0)) < len(lines):
            found.append((lines[-1].natural, block))
    bodies = sum(not text.solid(block) for block in range(len(text.blocks)))
    return [block for _, block in sorted(found)][: bodies // TIGHTENED_SHARE]


def worth(tried: Draft) -> tuple[bool, int, int]:
    """What is wrong with a draft: overset first, then its pages, then slots left empty on the last one."""
    return not tried.done, len(tried.pages), tried.empty


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
    given = {(e.page, frame): before.get((e.page, frame), 0) for e in elastic for frame in e.frames}
    step = 1 if slots > 0 else -1
    left = abs(slots)
    moving = True
    while left > 0 and moving:
        moving = False
        for e in sorted(elastic, key=lambda e: -e.columns):
            fits = e.least <= given[e.page, e.frames[0]] + step <= e.most
            if fits and (e.columns <= left or step < 0) and left > 0:
                for frame in e.frames:
                    given[e.page, frame] += step
                left -= e.columns
                moving = True
    return given
