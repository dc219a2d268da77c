"""An entry of the plan goes in; its pages come out, ending at a page's foot where its levers allow it.

The levers, least visible first: photo frames that may give way, higher or lower by whole rows; a line saved in
paragraphs that end in a short line, as layout artists do it. Line counts do not change with heights, so this is
arithmetic over slots and a few drafts.
"""

from layout.flow.article import finished
from layout.flow.draft import Draft, Loose, draft
from layout.flow.exact import Levers, exact, underset
from layout.flow.opening import Copy, Rest, Stretch
from layout.flow.saving import share, yielding
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.value import replace

TRIES = 5
"""Keeps shift a row or two each time photos move; after so many tries the best one is taken."""


def set_article(setting: Setting, copy: Copy) -> Article:
    """The entry set, with its last page as full as its levers allow; what they gave is among the article's levers."""
    setting = setting.on_rows_of(copy.entry.templates[0])
    first = draft(setting, copy, {})
    if copy.entry.pages and copy.story:
        best, levers = exact(setting, copy, first)
        return _finished(setting, copy, best, levers)
    best, stretch = _photos(setting, copy, first)
    loose: Loose = ()
    if best.empty and len(best.pages) > max(1, len(copy.entry.templates)):
        best, stretch, loose = _saved(setting, copy, first, (best, stretch))
    return _finished(setting, copy, best, Levers(tuple(sorted(stretch.items())), (), loose))


def set_part(setting: Setting, copy: Copy) -> tuple[Article, Rest | None]:
    """The pages that the entry has of a story which goes on behind others, full as they are, and what is left of it;
    a story that ends on them is set as any other, and nothing is left."""
    tried = draft(setting, copy, {})
    if tried.done:
        return set_article(setting, replace(copy, later=())), None
    last = tried.pages[-1]
    opened = last.opened
    direction = opened.frame.direction if opened.frame else "horizontal"
    page = copy.page(len(tried.pages) - 1)
    waiting = opened.placed.waiting
    return finished(setting, copy, tried), Rest(tried.text, last.filled.after, waiting, page, opened.jump_to, direction)


def _finished(setting: Setting, copy: Copy, best: Draft, levers: Levers) -> Article:
    article = finished(setting, copy, best)
    told = [f"p. {copy.page(page)}: frame {frame} {by:+d} row(s)" for (page, frame), by in levers.stretch if by]
    found = underset(copy, best) if copy.entry.pages and not article.fillers else ()
    return replace(article, findings=(*article.findings, *found), levers=(*article.levers, *told, *levers.told))


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
    short = yielding(first, -1)
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
