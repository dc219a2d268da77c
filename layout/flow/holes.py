"""A draft goes in; with photos some rows higher or lower on pages that are badly filled, it comes out.

A subhead that moves to the next column leaves a hole in mid-story. The columns of its page are weighed with all means
they have; where those do not do, the page's elastic photos are tried at other heights, since nothing is less visible.
"""

from collections.abc import Callable, Iterator
from math import inf

from layout.flow.columns import Filled, filled, stretches
from layout.flow.cost import HOLE, MOVED
from layout.flow.draft import Draft, Sketch, begun, draft, filled_page
from layout.flow.elastic import Elastic, elastic_of
from layout.flow.exact import missing
from layout.flow.levers import Levers
from layout.flow.opening import Copy, Opened, open_page
from layout.flow.saving import share
from layout.flow.setting import Setting
from layout.flow.slots import Slot
from layout.flow.stretching import Stretch
from layout.flow.text import Cursor, Text
from layout.model.value import replace

REACH = 6
"""Rows, either way, that are tried (ours)."""
MOST_CLOSED = 4
"""Pages of an article that are looked at: each moves the text of those after it (ours)."""
MOST_WEIGHED = 4
"""Heights that are weighed, of those that are filled (ours)."""
MOST_WAYS = 2
"""Heights of a page's photos with which the article is drafted again (ours)."""


def closed(setting: Setting, copy: Copy, best: Draft, levers: Levers) -> tuple[Draft, Levers]:
    """The draft with its worst filled pages mended, if it takes no more pages then and ends as it did."""
    looked = index = 0
    while best.done and index < len(best.pages) - (not copy.entry.pages) and looked < MOST_CLOSED:
        if _holed(best.pages[index]) and elastic_of(index, best.pages[index].opened):
            looked += 1
            for way in _ways(setting, copy, best, levers, index):
                tried = draft(setting, copy, way, best)
                if _better(copy, tried, best):
                    best, levers = tried, way
                    break
        index += 1
    return best, levers


def _holed(page: Sketch) -> bool:
    """Whether a column of the page ends in a hole while its text goes on."""
    return any(column.short >= HOLE and not page.text.ended(column.after) for column in page.filled.columns)


def _ways(setting: Setting, copy: Copy, best: Draft, levers: Levers, index: int) -> Iterator[Levers]:
    """The levers with photos of the page moved so that it costs less, the best way first."""
    page = best.pages[index]
    if page.opened.jump_from or page.opened.jump_to:
        return
    moves = [(item, by) for item in elastic_of(index, page.opened) for by in _moves(item, best, levers.given)]
    ways = [(_moved(levers, *move), MOVED * abs(move[1])) for move in moves]
    plain = sorted(ways, key=lambda way: _cost(setting, copy, best, way[0], index, _plainly) + way[1])[:MOST_WEIGHED]
    costs = [(_cost(setting, copy, best, way, index, filled_page) + more, at) for at, (way, more) in enumerate(plain)]
    for cost, at in sorted(costs)[:MOST_WAYS]:
        if cost < page.filled.cost:
            way = plain[at][0]
            yield _balanced(setting, copy, best, way, index) if copy.entry.pages else way


def _moves(item: Elastic, best: Draft, given: Stretch) -> list[int]:
    """Rows by which the frames can be moved from where they are, within what their template and the page allow."""
    frames = [f for f in best.pages[item.page].opened.template.frames if f.name in item.frames]
    now = given.get((item.page, item.frames[0]), 0)
    least = max(item.least, -REACH, *(frame.elastic[0] - now for frame in frames))
    most = min(item.most, REACH, *(frame.elastic[1] - now for frame in frames))
    return [by for by in range(least, most + 1) if by]


def _moved(levers: Levers, item: Elastic, by: int) -> Levers:
    """The levers with the frames moved by so many rows more."""
    rows = dict(levers.given)
    for frame in item.frames:
        rows[item.page, frame] = rows.get((item.page, frame), 0) + by
    return levers.moving(rows)


_Fill = Callable[[Text, Opened, tuple[Slot, ...], Cursor], Filled]


def _plainly(text: Text, opened: Opened, coming: tuple[Slot, ...], cursor: Cursor) -> Filled:
    """The page as its keeps allow, which shows well enough which heights to weigh."""
    return filled(text, stretches(opened.columns, coming), cursor)


def _cost(setting: Setting, copy: Copy, best: Draft, levers: Levers, index: int, fill: _Fill) -> float:
    """What the page alone costs with the levers pulled so; more than anything where a column has no text then."""
    page = best.pages[index]
    waiting = best.pages[index - 1].opened.placed.waiting if index else begun(setting, copy)[1]
    before = best.pages[index - 1].opened.template if index else None
    waiting = replace(waiting, forms=levers.forms)
    opened = open_page(setting, copy, levers.rows, index, waiting, before)
    if _taken(opened) < _taken(page.opened):
        return inf
    return fill(page.text, opened, page.coming, page.before).cost


def _taken(opened: Opened) -> int:
    """Columns that have room for text."""
    return len({slot.column for slot in opened.slots})


def _balanced(setting: Setting, copy: Copy, best: Draft, way: Levers, index: int) -> Levers:
    """A story with a page count: photos of its other pages take the rows that were given here, or give them."""
    lines = missing(draft(setting, copy, way, best))
    others = tuple(item for item in best.elastic if item.page != index)
    rows = share(lines, others, way.given) if lines and others else {}
    rows = {**way.given, **rows}
    return way.moving(rows)


def _better(copy: Copy, tried: Draft, best: Draft) -> bool:
    """Whether the pages of a draft cost less together, the last one aside where it is levelled, and the story ends as
    well as it did."""
    if (not tried.done, tried.left, len(tried.pages)) > (not best.done, best.left, len(best.pages)):
        return False
    if copy.entry.pages and abs(missing(tried)) > max(abs(missing(best)), len(tried.pages[-1].opened.columns) - 1):
        return False
    if tried.used * 3 < min(len(tried.pages[-1].opened.slots), 3 * best.used):
        return False
    last = None if copy.entry.pages else -1
    costs = [sum(page.filled.cost for page in one.pages[:last]) for one in (tried, best)]
    return costs[0] < costs[1]
