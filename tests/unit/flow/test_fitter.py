"""Photos give way so that the text ends at a foot. Two columns of twelve rows; n lines of text are counted on paper."""

import pytest

from layout import flow
from layout.flow.draft import draft
from layout.flow.elastic import Elastic
from layout.flow.fitter import worth
from layout.flow.saving import share
from layout.model.page import Article
from layout.model.template import Frame
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, frame, frames_of, moved, page, photo, picture, say, story, told


def set_lines(desk: Desk, lines: int, rows: tuple[int, int], elastic: tuple[int, int], count: int = 1) -> Article:
    """So many lines of text on pages with a photo over both columns."""
    template = page("a", frame("p", "photo", lines=rows, displaces="lines", elastic=elastic), body())
    setting = desk.setting(template, pictures={"p.jpg": picture()})
    text = story(say(8 + 10 * (lines - 1)), *(photo() for _ in range(count)))
    article = flow.set_article(setting, desk.copy(text, "a"))
    assert len(told(article.pages)) == 8 + 10 * (lines - 1) - article.overset
    return article


def photo_rows(article: Article) -> list[tuple[int, int]]:
    return [f.rows for p in article.pages for f in frames_of(p, "photo")]


@pytest.mark.parametrize(
    ("lines", "rows", "elastic", "fitted"),
    [
        (12, (1, 6), (-2, 3), (1, 6)),  # fits as it is
        (10, (1, 6), (-2, 3), (1, 7)),  # two slots empty: a row of both columns
        (6, (1, 6), (-2, 3), (1, 9)),
        (10, (7, 12), (-2, 3), (6, 12)),  # a photo at the foot grows upwards
        (14, (1, 6), (-2, 3), (1, 5)),  # two lines too many: the photo gives a row, no second page
        (16, (1, 6), (-2, 3), (1, 4)),
        (2, (1, 6), (-2, 3), (1, 6)),  # more than it may take: left as it was
        (10, (1, 6), (0, 0), (1, 6)),
    ],
)
def test_the_text_ends_at_the_foot(
    desk: Desk, lines: int, rows: tuple[int, int], elastic: tuple[int, int], fitted: tuple[int, int]
) -> None:
    article = set_lines(desk, lines, rows, elastic)
    assert photo_rows(article) == [fitted]
    assert len(article.pages) == 1
    frames = [f"p. 1: frame p {(fitted[1] - fitted[0]) - (rows[1] - rows[0]):+d} row(s)"] if fitted != rows else []
    assert moved(article.levers) == frames


@pytest.mark.parametrize("lines", [20, 22, 24, 26])
def test_photos_of_several_pages_share_alike(desk: Desk, lines: int) -> None:
    article = set_lines(desk, lines, (1, 6), (-2, 3), count=2)
    heights = [last for _, last in photo_rows(article)]
    assert len(article.pages) == 2
    assert max(heights) - min(heights) <= 1
    assert all(4 <= height <= 9 for height in heights)
    slots = sum(2 * (12 - height) for height in heights)
    assert 0 <= slots - lines <= 1


@pytest.mark.parametrize("lines", [25, 27, 29])
def test_photos_give_no_more_than_saves_the_page(desk: Desk, lines: int) -> None:
    """A line too many for two pages is a row of one photo, not all that both could give."""
    article = set_lines(desk, lines, (1, 6), (-4, 3), count=2)
    given = sum(6 - last for _, last in photo_rows(article))
    assert len(article.pages) == 2 and given <= (lines - 24 + 1) // 2 + 1


@pytest.mark.parametrize(
    ("rows", "elastic"),
    [((10, 11), (0, 6)), ((2, 12), (0, 6)), ((5, 7), (-9, 0)), ((1, 1), (-3, 0)), ((1, 12), (-2, 9))],
)
@pytest.mark.parametrize("lines", [3, 9, 15, 19, 23, 30])
def test_no_photo_leaves_the_type_area_or_vanishes(
    desk: Desk, lines: int, rows: tuple[int, int], elastic: tuple[int, int]
) -> None:
    for first, last in photo_rows(set_lines(desk, lines, rows, elastic)):
        assert 1 <= first <= last <= 12


@pytest.mark.parametrize(("lines", "rows"), [(2, 11), (4, 10), (6, 9)])
@pytest.mark.parametrize("foot", [False, True])
def test_a_photo_with_an_open_end_gives_way_from_its_own_height(desk: Desk, lines: int, rows: int, foot: bool) -> None:
    """Eleven rows by its ratio, two fewer to a row more by its template."""
    article = set_lines(desk, lines, (0, 12) if foot else (1, 0), (-2, 1))
    assert photo_rows(article) == [(13 - rows, 12) if foot else (1, rows)] and len(article.pages) == 1


@pytest.mark.parametrize("lines", range(1, 60, 7))
def test_fitting_adds_no_page(desk: Desk, lines: int) -> None:
    fixed, fitted = (set_lines(desk, lines, (1, 6), elastic, count=9) for elastic in ((0, 0), (-2, 3)))
    assert len(fitted.pages) <= len(fixed.pages)


def test_rows_are_shared_evenly_within_the_limits() -> None:
    wide, narrow = Elastic(0, "a", 2, -2, 3), Elastic(1, "b", 1, -1, 1)
    assert share(3, (narrow, wide), {}) == {(0, "a"): 1, (1, "b"): 1}
    assert share(1, (wide, narrow), {}) == {(0, "a"): 0, (1, "b"): 1}
    assert share(99, (wide, narrow), {}) == {(0, "a"): 3, (1, "b"): 1}
    assert share(-99, (wide, narrow), {}) == {(0, "a"): -2, (1, "b"): -1}
    assert share(2, (wide, narrow), {(0, "a"): 3}) == {(0, "a"): 3, (1, "b"): 1}
    assert share(-1, (wide,), {}) == {(0, "a"): -1}  # rather a slot too many than one too few


@pytest.mark.parametrize(
    ("other", "most"),
    [
        (frame("q", "photo", (1, 2), (9, 10)), 2),  # two rows free below p
        (frame("q", "photo", (2, 2), (9, 12), elastic=(0, 6)), 1),  # grows upwards: half the rows for each
        (frame("q", "tint", (1, 2), (8, 12)), 6),  # a ground is in nobody's way
        (frame("q", "photo", (2, 2), (1, 3)), 6),  # beside or above, in its own columns: as the template has it
    ],
)
def test_an_elastic_frame_grows_into_no_other(desk: Desk, other: Frame, most: int) -> None:
    template = page("a", frame("p", "photo", (1, 2), (4, 6), displaces="lines", elastic=(-1, 6)), other, body())
    drafted = draft(desk.setting(template), desk.copy(story(say(9), photo(), photo()), "a"))
    assert {e.frames: e.most for e in drafted.elastic}["p",] == most


HEAD = frame("h", "title", (1, 2), (1, 3))
LOW = body(lines=(8, 12))
ABOVE = frame("p", "photo", (1, 2), (1, 6), elastic=(-2, 2))


@pytest.mark.parametrize(
    ("frames", "lines", "rows", "first"),
    [
        ((ABOVE, LOW), 12, (1, 5), 7),  # a row of air stays between them
        ((ABOVE, LOW), 8, (1, 7), 9),
        ((replace(ABOVE, displaces="lines"), LOW), 12, (1, 5), 7),
        ((ABOVE, frame("r", "rule", (1, 2), (7, 7)), LOW), 10, (1, 6), 8),  # the rule stays, and the text with it
        ((ABOVE, frame("q", "tint", (1, 2), (1, 7)), LOW), 12, (1, 5), 7),
        ((replace(ABOVE, columns=(1, 1)), replace(ABOVE, name="q", columns=(2, 2)), LOW), 12, (1, 5), 7),
        ((ABOVE, frame("q", "title", (2, 2), (1, 7)), LOW), 10, (1, 6), 8),
        ((frame("p", "photo", (1, 2), (7, 12), elastic=(-2, 2)), body(lines=(1, 5))), 12, (8, 12), 1),
        ((frame("p", "photo", (1, 2), (7, 12), elastic=(-2, 2)), body(lines=(1, 5))), 8, (6, 12), 1),
    ],
)
def test_text_below_a_frame_takes_the_rows_it_gives(
    desk: Desk, frames: tuple[Frame, ...], lines: int, rows: tuple[int, int], first: int
) -> None:
    setting = desk.setting(page("a", *frames), pictures={"p.jpg": picture()})
    told_ = story(say(8 + 10 * (lines - 1)), photo(), photo(), heading=(say(3, "title"),))
    article = flow.set_article(setting, desk.copy(told_, "a", pages=1))
    assert {f.rows for f in frames_of(article.pages[0], "photo")} == {rows}
    assert not article.overset and frames_of(article.pages[0])[0].lines[0].row == first


def test_a_head_that_begins_where_the_text_does_goes_with_it(desk: Desk) -> None:
    """A title of one line, two rows of it, below a photo of six; six lines of text have room below a photo of five."""
    head = frame("h", "title", (1, 2), (7, 0), displaces="lines")
    setting = desk.setting(page("a", ABOVE, head, body(lines=(7, 12))), pictures={"p.jpg": picture()})
    text = story(say(88), photo(), heading=(say(3, "title"),))
    made = flow.set_article(setting, desk.copy(text, "a", pages=1)).pages[0]
    assert frames_of(made, "title")[0].rows == (6, 7) and frames_of(made)[0].lines[0].row == 8


def test_fewer_pages_are_worth_more_than_a_full_foot(desk: Desk) -> None:
    long, short = (draft(desk.setting(page("a", body())), desk.copy(story(say(n)), "a")) for n in (478, 100))
    assert len(long.pages) == 2 and long.empty == 0 < short.empty
    assert worth(short) < worth(long)
