"""An entry that shall take so many pages goes in; the draft that comes nearest to the last page's foot comes out.

The levers, least visible first: rows of photos within their limits, a row of air above subheads, a line more or fewer
in long paragraphs, captions that take a row less.
"""

from collections.abc import Iterator
from itertools import chain

from layout.flow.counting import between
from layout.flow.draft import Draft, Sketch, draft
from layout.flow.levers import UNMOVED, Levers
from layout.flow.opening import Copy
from layout.flow.saving import share, yielding
from layout.flow.setting import Setting
from layout.flow.short_captions import enough, short_captions
from layout.model.finding import Finding, finding
from layout.model.value import replace

TRIES = 32
"""Every lever shifts keeps a little; after so many drafts the best one is taken."""
MOST_PRESSED = 4
"""Pages whose keeps may give way so that a story has room (ours)."""
MOST_GAINED = 4
"""Rows that a column may gain when its keeps give way: more are not looked for (ours)."""
KEPT = 2
"""Rows of a column, beyond those that are empty, that keeps may hide: where a head moved, lines are looser (ours)."""
MORE = (1, 2, 3, 4)
"""Rows or lines tried beyond what is missing: a subhead that moves to the next column takes so many (ours)."""


def exact(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Levers]:
    """The draft with the fewest lines over, then with the fewest missing, and how it came about: from the best one so
    far the levers are pulled in turn, none the same way twice."""
    if far := _all_pulled(setting, copy, first):
        tried = draft(setting, copy, far, first)
        if (missing(tried) > 0) == (missing(first) > 0):
            return tried, far
    best, given = first, UNMOVED
    nearly: tuple[int, Draft, Levers] | None = None
    seen = {given}
    while len(seen) <= TRIES and (lines := missing(best)):
        ways = chain(_pulls(first, given, lines), _shortened(setting, copy, first, given, lines))
        moved = next((way for way in ways if way not in seen), None)
        if moved is None:
            break
        seen.add(moved)
        tried = draft(setting, copy, moved, best)
        over = -missing(tried)
        if over > 0 and (nearly is None or over < nearly[0]):
            nearly = over, tried, moved
        if _worth(tried) <= _worth(best):
            best, given = tried, moved
    best, given = _needed(setting, copy, best, given)
    if missing(best) < 0:
        return _pressed(setting, copy, best, given, MOST_PRESSED + 1) or (best, given)
    if nearly and missing(best) >= max(1, len(best.pages[-1].opened.columns)):
        found = _pressed(setting, copy, nearly[1], nearly[2], 1)
        return found if found and missing(found[0]) < missing(best) else (best, given)
    return best, given


def _all_pulled(setting: Setting, copy: Copy, first: Draft) -> Levers | None:
    """Every lever pulled as far as it goes, where not even that could be enough; None where it might be. For a story
    too short photos alone: looser paragraphs and more air would show, and leave it short."""
    lines = missing(first)
    step = 1 if lines > 0 else -1
    room = sum((e.most if step > 0 else -e.least) * e.columns for e in first.elastic)
    heads, loose = first.heads if step > 0 else (), yielding(first, step)
    columns = [column for page in first.pages for column in page.filled.columns]
    captions = enough(short_captions(setting, copy, first, len(first.pages)), -lines) if step < 0 else ()
    kept = sum(column.short for column in columns) + KEPT * len(columns) if step < 0 else len(columns)
    most = room + len(heads) + len(loose) + sum(caption.slots for caption in captions) + kept
    if abs(lines) <= most:
        return None
    far = UNMOVED.moving(share(step * room, first.elastic, {}))
    return far if step > 0 else replace(far, loose=tuple((block, step) for block in loose), captions=captions)


def _needed(setting: Setting, copy: Copy, best: Draft, given: Levers) -> tuple[Draft, Levers]:
    """Without air that vanished at a column's head, and without paragraphs a line looser or tighter, where the story
    ends as well without them."""
    for way in (replace(given, airy=()), replace(given, loose=())):
        if way != given:
            tried = draft(setting, copy, way, best)
            if _worth(tried) <= _worth(best):
                return tried, way
    return best, given


def _pressed(setting: Setting, copy: Copy, over: Draft, given: Levers, most: int) -> tuple[Draft, Levers] | None:
    """Where a few lines found no room, the last page weighed so that they do; else keeps that give way on it, then on
    the pages before it, no more of them than it takes. None where that is not enough."""
    pages = over.pages[-MOST_PRESSED:]
    if -missing(over) <= MOST_GAINED * sum(len(page.opened.columns) for page in pages):
        for press in range(1, min(most, len(pages) + 1) + 1):
            way = replace(given, press=press)
            tried = draft(setting, copy, way, over)
            if tried.done:
                return tried, way
    return None


def missing(tried: Draft) -> int:
    """Lines that the text is short of the last page's foot; negative: lines that find no room."""
    text = tried.text
    if not tried.done:
        after = tried.pages[-1].filled.after
        slots = next((page.opened.slots[-1:] for page in reversed(tried.pages) if page.opened.slots), ())
        begun = after.block + bool(after.rest)
        rest = [len(text.lines(block, slots)) for block in range(begun, len(text.blocks)) if slots]
        return -max(1, len(after.rest) + sum(rest)) if slots else 0
    ended = ended_on(tried)
    return _below(tried.pages[ended]) + sum(page.free for page in tried.pages[ended + 1 :])


def _below(page: Sketch) -> int:
    """Slots of the page after the text that ends on it. What a subhead left empty before that is no room for more."""
    columns = page.filled.columns
    last = max((at for at, column in enumerate(columns) if column.lines or column.notes.labels), default=-1)
    return (columns[last].short if last >= 0 else 0) + sum(map(len, page.opened.columns[last + 1 :]))


def ended_on(tried: Draft) -> int:
    """Index of the page on which the text ends."""
    return next(index for index, page in enumerate(tried.pages) if tried.text.ended(page.filled.after))


def underset(copy: Copy, tried: Draft) -> tuple[Finding, ...]:
    """A finding where at least a line is missing in every column of the last page, or whole pages are."""
    lines, last = missing(tried), tried.pages[-1].opened
    if not tried.done or not tried.text.blocks or lines < max(1, len(last.columns)):
        return ()
    slots = [slot for page in tried.pages[ended_on(tried) :] for slot in page.opened.slots][-lines:]
    characters = sum(slot.length // last.grid.house.body for slot in slots)
    where = copy.entry.place
    ended, count = copy.page(ended_on(tried)), len(tried.pages)
    held = between(tried.text, tried.pages[0].before, tried.pages[-1].filled.after) + characters
    return (
        finding(
            "PAGE-UNDERSET", where, ended, ended=ended, rows=lines, characters=characters, pages=count, held=held
        ),
    )  # fmt: skip


def _worth(tried: Draft) -> tuple[int, int]:
    lines = missing(tried)
    return max(0, -lines), max(0, lines)


def _pulls(first: Draft, used: Levers, lines: int) -> Iterator[Levers]:
    """Levers that give so many lines (positive: the text grows or its room shrinks), or nearly as many where keeps take
    more than was asked for; what went too far the other way is taken back first."""
    step = 1 if lines > 0 else -1
    count = abs(lines)
    widest = max((e.columns for e in first.elastic), default=0)
    for slots in (lines, lines - step * widest, *(lines + step * widest * more for more in MORE)):
        rows = share(slots, first.elastic, used.given) if slots * step > 0 else {}
        if any(rows.values()):
            yield used.moving(rows)
    heads = [block for block in first.heads if block not in used.airy]
    if step < 0 and used.airy:
        yield replace(used, airy=used.airy[:lines])
    if step > 0:
        for some in (heads[:count], heads[: count // 2], _late(first, heads)[:count]):
            yield replace(used, airy=(*used.airy, *some))
    against = [asked for asked in used.loose if asked[1] != step]
    if against:
        yield replace(used, loose=tuple(asked for asked in used.loose if asked not in against[-count:]))
    touched = {block for block, _ in used.loose}
    blocks = [block for block in yielding(first, step) if block not in touched]
    late = _late(first, blocks)
    for chosen in (blocks[:count], blocks[: count // 2], late[:count], late[:1], *(blocks[: count + n] for n in MORE)):
        yield replace(used, loose=(*used.loose, *((block, step) for block in chosen)))


def _shortened(setting: Setting, copy: Copy, first: Draft, used: Levers, lines: int) -> Iterator[Levers]:
    """Captions that take fewer rows, where lines found no room; given back, the last ones first, where some are
    missing."""
    if lines > 0:
        yield from (replace(used, captions=used.captions[:count]) for count in range(len(used.captions) - 1, -1, -1))
        return
    touched = {(caption.page, caption.frames) for caption in used.captions}
    left = [
        caption
        for caption in short_captions(setting, copy, first, len(first.pages))
        if (caption.page, caption.frames) not in touched
    ]
    for slots in (-lines, *(more - lines for more in MORE)):
        if chosen := enough(left, slots):
            yield replace(used, captions=(*used.captions, *chosen))


def _late(first: Draft, blocks: list[int]) -> list[int]:
    """Those that begin on the last page: what is asked of them does not vanish in a gap before a picture or a page's
    foot."""
    return [block for block in blocks if block > first.pages[-1].before.block]
