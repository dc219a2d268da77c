"""Whatever a slow and simple look at a page finds wrong, the pass of sight tells; and where that finds nothing, it is
silent. What was sound and is then moved by some millimetres is told."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from layout.model.colour import Colour
from layout.model.display import Fill, GlyphRun, Item
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import Page
from layout.model.units import MM, PT
from layout.model.value import replace
from layout.verify.sheet_view import Lookers
from layout.verify.sight import sight
from tests.unit.verify.painting import SAFETY, box, ink, page, sheet, text

LETTERS = "桥头早市河水石阶柳渡船舱茶馆账本"
Ink = tuple[int, int, int, int]
CYAN = Colour(1000, 200, 0, 0)

runs = some.builds(
    text,
    some.text(LETTERS, min_size=1, max_size=12),
    some.integers(-10, 260).map(float),
    some.integers(-10, 320).map(float),
    size=some.sampled_from((8 * PT, 10 * PT, 24 * PT)),
    way=some.sampled_from(("horizontal", "upright", "turned")),
)
fills = some.builds(
    lambda x, y, wide, high: Fill(box(x, y, wide, high), CYAN),
    some.integers(-5, 200), some.integers(-5, 280), some.integers(2, 80), some.integers(2, 80),
)  # fmt: skip
trims = some.tuples(some.integers(150, 297), some.integers(150, 297))


def found(items: list[Item], trim: tuple[int, int]) -> list[Finding]:
    ask = Lookers(ink, lambda font, gid: (500, -880), lambda picture: None)
    made = replace(sheet(*items), width=trim[0] * MM, height=trim[1] * MM)
    shown: Page = page()
    return list(sight([(shown, made)], ask, SAFETY))


def inks(run: GlyphRun) -> list[Ink]:
    """left, top, right, foot of each glyph's ink, reckoned the plain way: it fills its em but for a twentieth."""
    em, boxes = run.size, []
    for along in run.along:
        if run.way == "horizontal":
            left, top = run.x + along + em * 5 // 100, run.y - em * 83 // 100
        elif run.way == "upright":
            left, top = run.x - em * 45 // 100, run.y + along + em * 5 // 100
        else:
            left, top = run.x - em * 7 // 100, run.y + along + em * 5 // 100
        boxes.append((left, top, left + em * 90 // 100, top + em * 90 // 100))
    return boxes


def middle(at: Ink) -> tuple[int, int]:
    return (at[0] + at[2]) // 2, (at[1] + at[3]) // 2


def share(one: Ink, other: Ink) -> int:
    """The smaller side of what two boxes share."""
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))


@pytest.mark.fires("SIGHT-OFF-PAGE")
def test_the_ink_reckoned_here_is_the_ink_of_the_pass() -> None:
    """Else the oracle below would be none: a line that just leaves the page, and one that just does not."""
    line = text("桥", 100, 0, way="horizontal")
    at = inks(replace(line, y=0))[0]
    assert [one.code for one in found([replace(line, y=-at[1] - MM // 5)], (200, 200))] == ["SIGHT-OFF-PAGE"]
    assert not found([replace(line, y=-at[1] + SAFETY + MM // 100)], (200, 200))


@settings(max_examples=60, deadline=None)
@given(some.lists(runs, min_size=1, max_size=4), trims)
def test_ink_beyond_the_trim(lines: list[GlyphRun], trim: tuple[int, int]) -> None:
    wide, high = trim[0] * MM, trim[1] * MM
    out = max(max(-at[0], -at[1], at[2] - wide, at[3] - high) for run in lines for at in inks(run))
    told = {one.code for one in found([*lines], trim)}
    if out > MM // 5:
        assert "SIGHT-OFF-PAGE" in told
    elif out < 0:
        assert "SIGHT-OFF-PAGE" not in told


@settings(max_examples=60, deadline=None)
@given(some.lists(runs, min_size=2, max_size=5))
def test_ink_over_ink(lines: list[GlyphRun]) -> None:
    shared = [
        share(a, b) * 1000 // min(one.size, other.size)
        for one, other in combinations(lines, 2)
        for a in inks(one)
        for b in inks(other)
    ]
    told = {one.code for one in found([*lines], (297, 297))}
    twice = any(one.text == other.text for one, other in combinations(lines, 2))
    if max(shared) > 150 and not twice:
        assert "SIGHT-OVERLAP" in told
    elif max(shared) < 50:
        assert "SIGHT-OVERLAP" not in told


@settings(max_examples=60, deadline=None)
@given(some.lists(runs, min_size=1, max_size=3), some.lists(fills, min_size=1, max_size=3))
def test_ink_under_a_later_fill(lines: list[GlyphRun], later: list[Fill]) -> None:
    def deep(at: Ink, cover: Rect) -> bool:
        """Well within the fill: the pass looks at the middle of a glyph's room, which is near that of its ink."""
        inner = cover.grown(-3 * MM)
        x, y = middle(at)
        return inner.x <= x <= inner.right and inner.y <= y <= inner.foot

    def clear(at: Ink, cover: Rect) -> bool:
        x, y = middle(at)
        outer = cover.grown(3 * MM)
        return not (outer.x <= x <= outer.right and outer.y <= y <= outer.foot)

    boxes = [at for run in lines for at in inks(run)]
    told = {one.code for one in found([*lines, *later], (297, 297))}
    if any(deep(at, fill.box) for at in boxes for fill in later):
        assert "SIGHT-HIDDEN" in told
    elif all(clear(at, fill.box) for at in boxes for fill in later):
        assert "SIGHT-HIDDEN" not in told


def sound() -> list[GlyphRun]:
    """Two columns of eight lines."""
    return [
        text(LETTERS[row:] + LETTERS[:row], 20 + 90 * column, 30 + 6 * row) for column in (0, 1) for row in range(8)
    ]


def test_a_sound_page() -> None:
    assert not found([*sound()], (200, 200))


@settings(max_examples=80, deadline=None)
@given(some.integers(0, 15), some.integers(-60, 60), some.integers(-60, 60))
def test_a_line_that_is_moved_is_told(index: int, dx: int, dy: int) -> None:
    """Moved by some millimetres it stands over another line, or beyond the trim, or where nothing else is."""
    lines = sound()
    moved = replace(lines[index], x=lines[index].x + dx * MM, y=lines[index].y + dy * MM)
    others = [line for line in lines if line is not lines[index]]
    least = moved.size * 150 // 1000
    over = any(share(a, b) > least for line in others for a in inks(line) for b in inks(moved))
    out = any(min(at[0], at[1], 200 * MM - at[2], 200 * MM - at[3]) < -MM // 5 for at in inks(moved))
    told = {one.code for one in found([*others, moved], (200, 200))}
    assert not over or "SIGHT-OVERLAP" in told
    assert not out or "SIGHT-OFF-PAGE" in told
