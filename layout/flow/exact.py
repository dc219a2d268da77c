"""An entry that shall take so many pages goes in; the draft that comes nearest to the last page's foot comes out.

The levers, least visible first: rows of photos within their limits, a row of air above subheads, a line more or fewer
in long paragraphs.
"""

from layout.flow.draft import Draft, Loose, draft
from layout.flow.opening import Copy, Stretch
from layout.flow.saving import share, yielding
from layout.flow.setting import Setting
from layout.model.finding import Finding, finding
from layout.model.value import replace, value

TRIES = 12
"""Every lever shifts keeps a little; after so many drafts the best one is taken."""


@value
class Levers:
    """What the levers give: rows by frame, subheads with a row more above, paragraphs with a line more or fewer."""

    stretch: tuple[tuple[tuple[int, str], int], ...] = ()
    airy: tuple[int, ...] = ()
    loose: Loose = ()

    @property
    def rows(self) -> Stretch:
        return dict(self.stretch)

    @property
    def told(self) -> tuple[str, ...]:
        """All but the photos, whose rows are told with their pages."""
        fewer = sum(by < 0 for _, by in self.loose)
        more = len(self.loose) - fewer
        said = [f"{len(self.airy)} row(s) of air above subheads"] if self.airy else []
        said += [f"{fewer} paragraph(s) tightened by a line"] if fewer else []
        return (*said, f"{more} paragraph(s) loosened by a line") if more else tuple(said)


def exact(setting: Setting, copy: Copy, first: Draft) -> tuple[Draft, Levers]:
    """The draft with the fewest lines over, then with the fewest missing, and how it came about."""
    best = tried = first
    used = given = Levers()
    for _ in range(TRIES):
        lines = missing(tried)
        moved = _pulled(first, used, lines) if lines else used
        if moved == used:
            break
        used, tried = moved, draft(setting, copy, moved.rows, moved.loose, moved.airy)
        if _worth(tried) < _worth(best):
            best, given = tried, used
    return best, given


def missing(tried: Draft) -> int:
    """Lines that the text is short of the last page's foot; negative: lines that find no room."""
    text = tried.text
    if not tried.done:
        after = tried.pages[-1].filled.after
        slots = next((page.opened.slots[-1:] for page in reversed(tried.pages) if page.opened.slots), ())
        rest = [len(text.lines(block, slots)) for block in range(after.block + 1, len(text.blocks)) if slots]
        return -max(1, len(after.rest) + sum(rest)) if slots else 0
    ended = ended_on(tried)
    return sum(page.free for page in tried.pages[ended:])


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
    ended = copy.page(ended_on(tried))
    told = finding("PAGE-UNDERSET", where, ended=ended, pages=len(tried.pages), rows=lines, characters=characters)
    return (replace(told, page=ended),)


def _worth(tried: Draft) -> tuple[int, int]:
    lines = missing(tried)
    return max(0, -lines), max(0, lines)


def _pulled(first: Draft, used: Levers, lines: int) -> Levers:
    """The next lever that can give lines (positive: the text grows or its room shrinks) pulled as far as it goes."""
    stretch = share(lines, first.elastic, used.rows)
    rows = tuple(sorted((key, by) for key, by in stretch.items() if by))
    if rows != used.stretch:
        return replace(used, stretch=rows)
    begin = first.pages[0].before.block + 1
    heads = [b for b in range(begin, len(first.text.blocks)) if first.text.style(b).before and b not in used.airy]
    if lines < 0 and used.airy:
        return replace(used, airy=used.airy[:lines])
    if lines > 0 and heads:
        return replace(used, airy=(*used.airy, *heads[:lines]))
    touched = {block for block, _ in used.loose}
    step = 1 if lines > 0 else -1
    blocks = [block for block in yielding(first, step) if block not in touched]
    return replace(used, loose=(*used.loose, *((block, step) for block in blocks[: abs(lines)])))
