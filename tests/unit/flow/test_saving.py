"""No last page of a few lines (短页): they are saved in paragraphs and photos of earlier pages, or more join them."""

import pytest

from layout import flow
from layout.model.page import Article
from layout.model.template import Grid
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, frame, frames_of, moved, page, photo, picture, say, story, told


def set_paragraphs(desk: Desk, *counts: int) -> Article:
    """Two columns of 10.8 em × 12 rows: lines of 10 Han as they are, of 11 when drawn together by 2 %."""
    template = replace(page("a", body()), grid=Grid(2, 4 * PT))
    blocks = tuple(say(count, first=index) for index, count in enumerate(counts))
    article = flow.set_article(desk.setting(template), desk.copy(story(*blocks), "a"))
    assert len(told(article.pages)) == sum(counts)
    return article


def test_one_line_too_many_is_saved(desk: Desk) -> None:
    # 39 Han: 8, 10, 10, 10 and one alone; drawn together 8, 11, 11, 9. 25 lines are one more than 24 slots.
    article = set_paragraphs(desk, 39, 39, 18, 39, 39, 8, 8, 8)
    assert len(article.pages) == 1
    assert "1 paragraph(s) tightened by a line" in moved(article.levers)


def test_a_page_of_many_lines_stays(desk: Desk) -> None:
    article = set_paragraphs(desk, *[39] * 9)
    assert len(article.pages) == 2
    assert not any("tightened" in lever for lever in moved(article.levers))


def test_paragraphs_with_full_last_lines_are_left_alone(desk: Desk) -> None:
    article = set_paragraphs(desk, 48, 48, 18, 48, 48, 8, 8, 8)
    assert len(article.pages) == 2
    assert not any("tightened" in lever for lever in moved(article.levers))


def set_behind_a_photo(desk: Desk, lines: int, elastic: tuple[int, int]) -> Article:
    """A paragraph of so many lines behind a photo of six rows over both columns of the first page, which leaves twelve
    slots."""
    open_page = page("a", frame("p", "photo", lines=(1, 6), displaces="lines", elastic=elastic), body(), following="b")
    setting = desk.setting(open_page, page("b", body()), pictures={"p.jpg": picture()})
    return flow.set_article(setting, desk.copy(story(say(10 * lines - 2), photo()), "a"))


@pytest.mark.parametrize(
    ("elastic", "pages", "rows"),
    [
        ((-1, 0), 1, (1, 5)),  # two lines too many: a row of the photo takes them in
        ((0, 6), 2, (1, 11)),  # it cannot shrink: it grows until half of the last page is filled
        ((0, 2), 2, (1, 8)),  # or as far as it may
        ((0, 0), 2, (1, 6)),
    ],
)
def test_a_page_of_a_few_lines(desk: Desk, elastic: tuple[int, int], pages: int, rows: tuple[int, int]) -> None:
    article = set_behind_a_photo(desk, 14, elastic)
    assert len(article.pages) == pages
    assert [f.rows for f in frames_of(article.pages[0], "photo")] == [rows]


def test_a_page_half_full_is_left_alone(desk: Desk) -> None:
    article = set_behind_a_photo(desk, 24, (0, 5))
    assert [f.rows for f in frames_of(article.pages[0], "photo")] == [(1, 6)]
    assert len(article.pages) == 2 and article.levers == ()


def test_where_no_photo_gives_way_subheads_get_air(desk: Desk) -> None:
    """Three lines go over to a second page. With a row more above each of the two heads the second one goes
    with them."""
    parts = (say(48), say(3, "subhead"), say(118), say(3, "subhead"), say(58))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*parts), "a"))
    assert "2 row(s) of air above subheads" in moved(article.levers)
    assert sum(len(f.lines) for f in frames_of(article.pages[1])) == 7


def test_photos_of_the_last_page_take_nothing_off_it(desk: Desk) -> None:
    """A photo on the last page that shrinks gives room for lines which are there already."""
    last = page("b", frame("q", "photo", lines=(7, 12), displaces="lines", elastic=(-5, 0)), body())
    setting = desk.setting(page("a", body(), following="b"), last, pictures={"p.jpg": picture()})
    article = flow.set_article(setting, desk.copy(story(say(8 + 10 * 25), photo()), "a"))
    assert len(article.pages) == 2
    assert [f.rows for f in frames_of(article.pages[1], "photo")] == [(7, 12)]
