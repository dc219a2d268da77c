"""Words on a page go in; those a reader will not see, or cannot read, come out: cut, hidden, faint, overprinted."""

from collections.abc import Callable, Iterator, Sequence

from layout.model.geometry import Rect
from layout.model.units import MM, Length
from layout.model.value import value
from layout.verify.contrast import FAINT, FAINT_PICTURE, LARGE, PAPER_LIGHT, UNREADABLE, contrast, grade, overprinted
from layout.verify.shade import CLEAR, under
from layout.verify.view import Bands, Cell, Ground, View, Words, around

CUT = MM // 10
"""Ink may stand so far beyond the trim before it counts as cut: finer than any knife (BOX-01 takes the same)."""
OVERLAP = 100
"""Per mille of the em that two glyphs of different lines must share, in width and height, to be printed over one
another; of a glyph smaller than that, more than half (ours: ink boxes of slanting strokes may meet unseen)."""
TWICE = 250
"""Per mille of the em within which the same words again are a shadow or a made bold, not other words."""
PALE = 0.15
"""Ink lighter than this may be too faint on bare paper; darker ink is not looked at there."""
BACKDROP_SIZE, BACKDROP_LIGHT = 3, 0.45
"""Letters so many times larger and as light as this lie behind text as an ornament (ours)."""
STRIKES = 5
"""A rule strikes words out when it is thicker than a fifth of their size: finer ones underline, part or cross out on
purpose (ours)."""
SHARE = 10
"""A tenth of the glyphs on a picture must be hard to read to count: a picture's grain is not known (ours)."""

Running = Callable[[Words], bool]
"""Whether words are part of a running text, which never stands on a picture without a ground."""
Tick = Callable[[], None]
"""Called at each line, by who counts the time; it may end it all."""


def _nothing() -> None:
    """Nobody counts."""


@value(eq=False)
class Seen:
    """One thing that is wrong, before it is told: words or a ground, where on the page, and what was measured."""

    code: str
    box: Rect
    words: Words | None = None
    ground: Ground | None = None
    side: str = ""
    """of the page: left, top, right or foot"""
    measure: float = 0
    """the worst of several alike is told"""


def off_page(view: View, safety: Length) -> Iterator[Seen]:
    """Ink that the cut takes away or comes near to."""
    inner = Rect(0, 0, view.width, view.height).grown(-safety)
    for words in view.words:
        if inner.contains(words.box):
            continue
        cells = words.ink() or words.cells()  # a PDF may not say which letters its glyphs are
        if not cells:
            continue
        box = around(cells)
        room = min(box.x, box.y, view.width - box.right, view.height - box.foot)
        if room < -CUT:
            yield Seen("SIGHT-OFF-PAGE", box, words, measure=-room)
        elif room < safety:
            yield Seen("SIGHT-NEAR-EDGE", box, words, measure=safety - room)


def unreadable(view: View, running: Running, tick: Tick = _nothing) -> Iterator[Seen]:
    """Words under something painted later, and words that do not stand out from what lies under them."""
    bands = Bands(view.grounds)
    for words in view.words:
        tick()
        near = [ground for ground in bands.near(words.box) if not _is_fine(ground, words)]
        yield from _hidden(words, [ground for ground in near if ground.order > words.order and ground.opaque])
        if words.light is not None and (near or words.light > PALE):
            yield from _on(words, words.light, [ground for ground in near if ground.order < words.order], running)


def _hidden(words: Words, above: Sequence[Ground]) -> Iterator[Seen]:
    if not above:
        return
    lost = [cell for cell in words.cells() if any(_covers(ground, cell) for ground in above)]
    if lost:
        yield Seen("SIGHT-HIDDEN", around(lost), words, above[-1], measure=len(lost))


def _covers(ground: Ground, cell: Cell) -> bool:
    """Whether the ground hides the glyph: not where a cut-out is transparent."""
    return _bears(ground, cell) and (ground.kind != "picture" or under(ground, cell) != CLEAR)


def _on(words: Words, ink: float, below: Sequence[Ground], running: Running) -> Iterator[Seen]:
    """Contrast of each glyph with what it stands on: the topmost ground there, or paper."""
    if words.edged and max(contrast(ink, edge) for edge in words.edged) >= FAINT[0]:
        return
    if below and _stands_out(words, ink, below[-1]):
        return
    measured: list[tuple[Cell, float]] = []
    on_picture: list[Cell] = []
    cells = words.cells()
    for cell in cells:
        ground, light = _ground_of(below, cell)
        if ground and ground.kind == "picture":
            on_picture.append(cell)
        if light is not None:
            over = overprinted(words.black, light, ground.colour) if words.black and ground else ink
            measured.append((cell, contrast(over, light)))
    few = max(1, len(cells) // SHARE)
    crossed = few < len(on_picture) < len(cells) - few and words.size < LARGE
    if crossed or len(on_picture) > few and running(words):
        yield Seen("SIGHT-ON-PICTURE", around(on_picture), words, measure=len(on_picture))
    else:
        yield from _told(words, measured, bool(on_picture))


def _stands_out(words: Words, ink: float, top: Ground) -> bool:
    """Whether all of the words stand on one fill, and well: what most words on a ground do."""
    if top.kind != "fill" or top.light is None or not top.box.contains(words.box):
        return False
    over = overprinted(words.black, top.light, top.colour) if words.black else ink
    return contrast(over, top.light) >= FAINT[0]


def _ground_of(below: Sequence[Ground], cell: Cell) -> tuple[Ground | None, float | None]:
    """What a glyph stands on, the topmost ground there or None for paper, and how light it is, if that is known."""
    for ground in reversed(below):
        if not _bears(ground, cell):
            continue
        if ground.kind != "picture":
            return ground, ground.light
        light = under(ground, cell)
        if light != CLEAR:
            return ground, light
    return None, PAPER_LIGHT


def _told(words: Words, measured: Sequence[tuple[Cell, float]], picture: bool) -> Iterator[Seen]:
    size = grade(words.size)
    faint = (FAINT_PICTURE if picture else FAINT)[size]
    lost = [cell for cell, stands in measured if stands < UNREADABLE[size]]
    weak = [cell for cell, stands in measured if stands < faint]
    least = len(measured) // SHARE if picture else 0
    if len(lost) > least:
        yield Seen("SIGHT-UNREADABLE", around(lost), words, measure=len(lost))
    elif len(weak) > least:
        yield Seen("SIGHT-FAINT", around(weak), words, measure=len(weak))


def _is_fine(ground: Ground, words: Words) -> bool:
    """Whether it is a rule too thin to make these words hard to read."""
    return ground.kind == "rule" and ground.thick * STRIKES <= words.size


def _bears(ground: Ground, cell: Cell) -> bool:
    """Whether the ground is where the glyph is: at its middle, or, of a rule, more than an eighth into it."""
    if ground.kind != "rule":
        return _middle_in(cell, ground.box)
    across, down = (cell.right - cell.left) // 8, (cell.foot - cell.top) // 8
    return _meets(Cell(cell.left + across, cell.top + down, cell.right - across, cell.foot - down), ground.box)


def _middle_in(cell: Cell, box: Rect) -> bool:
    across, down = (cell.left + cell.right) // 2, (cell.top + cell.foot) // 2
    return box.x <= across < box.right and box.y <= down < box.foot


def overlapping(view: View, tick: Tick = _nothing) -> Iterator[Seen]:
    """Glyphs of one line printed over those of another. A sweep down the page: only boxes that meet are looked into."""
    active: list[Words] = []
    for words in sorted((one for one in view.words if one.firm), key=lambda one: one.box.y):
        tick()
        top, left, right = words.box.y, words.box.x, words.box.right
        active = [other for other in active if other.box.foot > top]
        for other in active:
            if other.box.x < right and left < other.box.right:
                yield from _over(other, words)
        active.append(words)


def _over(one: Words, other: Words) -> Iterator[Seen]:
    small, large = sorted((one, other), key=lambda words: words.size)
    if large.size >= BACKDROP_SIZE * small.size and (large.light or 0) >= BACKDROP_LIGHT and large.order < small.order:
        return
    least = small.size * OVERLAP // 1000
    mine = [cell for cell in one.ink() if _meets(cell, other.box)]
    its = [cell for cell in other.ink() if _meets(cell, one.box)]
    shared = [both for a in mine for b in its if (both := _shared(a, b, least))]
    if shared and not _same_twice(one, other):
        yield Seen("SIGHT-OVERLAP", around(shared), other if other.order > one.order else one, measure=len(shared))


def _same_twice(one: Words, other: Words) -> bool:
    near = one.size * TWICE // 1000
    moved = max(abs(one.box.x - other.box.x), abs(one.box.y - other.box.y))
    return moved <= near and one.size == other.size and one.text() == other.text()


def _meets(cell: Cell, box: Rect) -> bool:
    return cell.left < box.right and box.x < cell.right and cell.top < box.foot and box.y < cell.foot


def _shared(one: Cell, other: Cell, least: Length) -> Cell | None:
    """What two glyphs share, where it is enough to be seen."""
    left, right = max(one.left, other.left), min(one.right, other.right)
    top, foot = max(one.top, other.top), min(one.foot, other.foot)
    wide, high = right - left, foot - top
    if wide <= 0 or high <= 0:
        return None
    narrow = min(one.right - one.left, other.right - other.left)
    low = min(one.foot - one.top, other.foot - other.top)
    return Cell(left, top, right, foot) if wide > min(least, narrow // 2) and high > min(least, low // 2) else None
