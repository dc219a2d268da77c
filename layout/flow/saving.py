"""A draft goes in; what its photos and paragraphs can give or take, in rows and lines, comes out."""

from collections.abc import Sequence

from layout.flow.draft import Draft
from layout.flow.elastic import Elastic
from layout.flow.looks import MIN_LINES, asked_cost, faulty
from layout.flow.stretching import Stretch
from layout.model.units import Length

TIGHTENED_SHARE = 3
"""At most one paragraph in so many is tightened: more would show as a darker article (ours)."""


def yielding(first: Draft, by: int) -> list[int]:
    """Paragraphs that can be set in a line fewer (by = -1) or more (1): those first whose last line is the shortest, or
    the longest. No more than may be changed unseen."""
    text = first.text
    slots = [slot for page in first.pages for slot in page.opened.slots[:1]][:1]
    found: list[tuple[Length, int]] = []
    begun = first.pages[0].before
    for block, shaped in enumerate(text.blocks):
        if block < begun.block or (block == begun.block and begun.rest):
            continue
        if not slots or text.solid(block) or len(lines := text.lines(block, slots)) < MIN_LINES:
            continue
        asked = text.set_lines(shaped, (slots[0].length,), by, 0)
        if len(asked) - len(lines) != by or asked_cost(shaped.style, lines, asked) is None:
            continue
        if not faulty(shaped, asked) or faulty(shaped, lines):
            found.append((-by * lines[-1].natural, block))
    bodies = sum(not text.solid(block) for block in range(len(text.blocks)))
    return [block for _, block in sorted(found)][: bodies // TIGHTENED_SHARE]


def earlier(tried: Draft) -> tuple[Elastic, ...]:
    """What may give way before the last page: only that moves text onto it, or off it."""
    return tuple(e for e in tried.elastic if e.page < len(tried.pages) - 1)


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
