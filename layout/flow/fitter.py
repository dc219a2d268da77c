"""An entry of the plan goes in; its pages come out, ending at a page's foot where its levers allow it.

The levers, least visible first: photo frames that may give way, higher or lower by whole rows; a row of air above
subheads; a line saved or gained in paragraphs, as layout artists do it; captions that take a row less. Line counts do
not change with heights, so this is arithmetic over slots and a few drafts. A last page of a few lines (短页) is pulled
back by them, else it gets more.
"""

from collections.abc import Iterator

from layout.flow.article import finished
from layout.flow.boxes import outgrown
from layout.flow.draft import Draft, draft, likely_mark
from layout.flow.exact import exact, missing, underset
from layout.flow.holes import closed
from layout.flow.jumps import raised
from layout.flow.labels import over_title, takes_kickers
from layout.flow.levers import UNMOVED, Levers, ShortCaption
from layout.flow.opening import Copy, Rest
from layout.flow.saving import earlier, share, yielding
from layout.flow.setting import Setting
from layout.flow.short_captions import cuts, enough, short_captions
from layout.model.lever import lever
from layout.model.page import Article
from layout.model.place import Place
from layout.model.value import replace

TRIES = 5
"""Keeps shift a row or two each time photos move; after so many tries the best one is taken."""
FEW = 3
"""A last page with less than a third of its slots taken is one of a few lines (ours; nobody gives a figure)."""
RESPECTABLE = 2
"""Photos are made higher, where they may be, until the last page is half full (ours)."""


def set_article(setting: Setting, copy: Copy) -> Article:
    """The entry set, with its last page as full as its levers allow; what they gave is among the article's levers. A
    box or table whose frame would be on a page that the text does not come to stands in the text, a label that no page
    has a place for over the title."""
    setting = setting.on_rows_of(copy.entry.templates[0])
    copy, best, levers = _fit(setting, copy)
    labelled = over_title(copy, best) if best.done else None
    if labelled:
        again = _fit(setting, labelled)
        if again[1].done and takes_kickers(labelled, again[1]):
            copy, best, levers = again
    if not copy.rest and not copy.tried:
        copy, best, levers = _with_boxes(setting, copy, best, levers)
    article = _finished(setting, copy, best, levers)
    long = frozenset() if copy.rest or copy.tried else outgrown(setting, copy.story, article) - copy.in_text
    return _inline(setting, copy, article, long) if long else article


def _inline(setting: Setting, copy: Copy, article: Article, long: frozenset[Place]) -> Article:
    """The article with boxes longer than a page in its text, where they are divided, if all finds room then."""
    copy = replace(copy, in_text=copy.in_text | long)
    inline = _finished(setting, *_fit(setting, copy))
    return article if inline.overset or outgrown(setting, copy.story, inline) else inline


def _with_boxes(setting: Setting, copy: Copy, best: Draft, levers: Levers) -> tuple[Copy, Draft, Levers]:
    """The draft with those boxes and tables in the text whose frames it does not come to, as far as it holds them. With
    some of them in the text it may take other pages, and leave further ones over."""
    while best.done:
        left = frozenset(box.place for box in best.pages[-1].opened.placed.waiting.boxes)
        if left <= copy.in_text:
            break
        inline = _fit(setting, replace(copy, in_text=copy.in_text | left))
        if not inline[1].done:
            break
        copy, best, levers = inline
    return copy, best, levers


def _fit(setting: Setting, copy: Copy) -> tuple[Copy, Draft, Levers]:
    """The best draft with the end mark of the frame in which it ends."""
    copy, first = _marked(setting, copy, draft(setting, copy))
    best, levers = _fitted(setting, copy, first)
    marked, first = _marked(setting, copy, best)
    if marked is copy:
        return copy, best, levers
    return marked, *_fitted(setting, marked, first)  # the levers brought the end to a page of another mark


def _marked(setting: Setting, copy: Copy, tried: Draft) -> tuple[Copy, Draft]:
    """The copy with the end mark of the frame in which the draft ends, and its draft; both as they are where it has
    that already. A text begun on earlier pages stays as it is."""
    mark = likely_mark(setting, copy) if copy.end_mark is None else copy.end_mark
    if tried.end_mark == mark or not tried.done or copy.rest or not copy.story:
        return copy, tried
    copy = replace(copy, end_mark=tried.end_mark)
    return copy, draft(setting, copy)


def _fitted(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Levers]:
    """The best draft that the levers give, and how they are pulled."""
    if copy.entry.pages and copy.story:
        return closed(setting, copy, *exact(setting, copy, first))
    best, levers = _photos(setting, copy, first)
    if best.empty and len(best.pages) > max(1, len(copy.entry.templates)):
        if len(best.pages) == len(first.pages):
            best, levers = _saved(setting, copy, first) or (best, levers)
        if best.done and len(best.pages) > 1:
            best, levers = _spread(setting, copy, best, levers)
    return closed(setting, copy, best, levers)


def set_part(setting: Setting, copy: Copy) -> tuple[Article, Rest | None]:
    """The pages that the entry has of a story which goes on behind others, full as they are, and what is left of it;
    a story that ends on them is set as any other, and nothing is left."""
    tried = draft(setting, copy)
    if tried.done:
        return set_article(setting, replace(copy, later=())), None
    last = raised(tried.pages[-1])
    opened = last.opened
    direction = opened.frame.direction if opened.frame else "horizontal"
    page = copy.page(len(tried.pages) - 1)
    waiting = opened.placed.waiting
    return finished(setting, copy, tried), Rest(tried.text, last.filled.after, waiting, page, opened.jump_to, direction)


def _finished(setting: Setting, copy: Copy, best: Draft, levers: Levers) -> Article:
    article = finished(setting, copy, best)
    told = [
        lever("frame", frame=frame, rows=by).on(copy.page(page))
        for (page, frame), by in levers.stretch
        if by
        and page < len(best.pages)
        and any(placed.name == frame for placed in best.pages[page].opened.placed.frames)
    ]
    told += [caption.told.on(copy.page(caption.page)) for caption in levers.captions]
    found = underset(copy, best) if copy.entry.pages and not article.fillers else ()
    if article.overset and copy.entry.pages:
        found += tuple(cuts(setting, copy, best, -missing(best), copy.page(len(best.pages) - 1)))
    return replace(article, findings=(*article.findings, *found), levers=(*article.levers, *told, *levers.told))


def _photos(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Levers]:
    """The best draft that moving photo frames gives."""
    tried = best = first
    levers = given = UNMOVED
    seen = {levers}
    for _ in range(TRIES):
        wanted = _wanted(tried, first)
        moved = levers.moving(share(wanted, first.elastic, levers.given)) if wanted else levers
        if moved in seen:
            break
        seen.add(moved)
        levers, tried = moved, draft(setting, copy, moved, tried)
        if worth(tried) < worth(best):
            best, given = tried, levers
    return best, given


def _saved(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Levers] | None:
    """One page fewer, by shrinking the photos of earlier pages as far as they go, saving lines, then rows of captions;
    None where that is not enough."""
    elastic = earlier(first)
    take = -sum(e.least * e.columns for e in elastic)
    short = yielding(first, -1)
    captions = _captions(setting, copy, first, first.used - take - len(short))
    take += sum(caption.slots for caption in captions)
    if first.used > take + len(short):
        return None
    way = replace(UNMOVED.moving(share(-take, elastic, {})), captions=captions)
    count = max(0, first.used - take)
    while count <= len(short):
        way = replace(way, loose=tuple((block, -1) for block in short[:count]))
        tried = draft(setting, copy, way, first)
        if tried.done and len(tried.pages) < len(first.pages):
            # a page that had a photo is not saved but lost, and its photo with it
            return (tried, way) if tried.left <= first.left else None
        count += max(1, tried.used if tried.done else 1)
    return None


def _captions(setting: Setting, copy: Copy, first: Draft, slots: int) -> tuple[ShortCaption, ...]:
    """Captions before the last page that free so many slots, or as many as they can."""
    return enough(short_captions(setting, copy, first, len(first.pages) - 1), slots) if slots > 0 else ()


def _spread(setting: Setting, copy: Copy, best: Draft, levers: Levers) -> tuple[Draft, Levers]:
    """More on a short last page: photos of earlier pages higher, until it is half full; where that does not bring it to
    a third, air above subheads, then a line more in long paragraphs."""
    for way in _ways(best, levers):
        tried = draft(setting, copy, way, best)
        if tried.done and len(tried.pages) == len(best.pages) and tried.used > best.used:
            best, levers = tried, way
        if not _shorter(best, FEW):
            break
    return best, levers


def _shorter(tried: Draft, share: int) -> bool:
    """Whether the last page has less than that share of its slots taken."""
    return 0 < tried.used * share < len(tried.pages[-1].opened.slots)


def _ways(best: Draft, levers: Levers) -> Iterator[Levers]:
    slots = len(best.pages[-1].opened.slots)
    if not _shorter(best, RESPECTABLE):
        return
    taller = levers.moving(share(slots // RESPECTABLE - best.used, earlier(best), levers.given))
    if taller != levers:
        yield taller
    if _shorter(best, FEW):
        heads = best.heads
        longer = tuple((block, 1) for block in yielding(best, 1))[: slots // FEW]
        if heads:
            yield replace(taller, airy=heads)
        if longer:
            yield replace(taller, airy=heads, loose=longer)


def worth(tried: Draft) -> tuple[bool, int, int, int]:
    """What is wrong with a draft: overset first, then what no page takes, its pages, slots left empty on the last."""
    return not tried.done, tried.left, len(tried.pages), tried.empty


def _wanted(tried: Draft, first: Draft) -> int:
    """Slots that photos should take (positive) or give, so that the text ends at a foot: the nearer way they can go.
    Fewer empty slots than the page has columns are at the foot: levelled, no column is more than a row short."""
    elastic, last = first.elastic, tried.pages[-1].opened
    if not elastic or not last.slots:
        return 0
    if not tried.done:
        return -1
    if tried.empty < len({slot.column for slot in last.slots}):
        return 0
    if len(tried.pages) < len(first.pages) or tried.empty <= sum(e.most * e.columns for e in elastic):
        return tried.empty
    least = -sum(e.least * e.columns for e in elastic)
    return -tried.used if tried.used <= least and len(tried.pages) > 1 else 0
