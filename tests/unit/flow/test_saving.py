"""A few lines too many for the last page are saved in paragraphs that end in a short line (no page of a few lines)."""

from layout import flow
from layout.model.page import Article
from layout.model.template import Grid
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, page, say, story, told


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
    assert "1 paragraph(s) tightened by a line" in article.levers


def test_a_page_of_many_lines_stays(desk: Desk) -> None:
    article = set_paragraphs(desk, *[39] * 9)
    assert len(article.pages) == 2
    assert not any("tightened" in lever for lever in article.levers)


def test_paragraphs_with_full_last_lines_are_left_alone(desk: Desk) -> None:
    article = set_paragraphs(desk, 48, 48, 18, 48, 48, 8, 8, 8)
    assert len(article.pages) == 2
    assert not any("tightened" in lever for lever in article.levers)
