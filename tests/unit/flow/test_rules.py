"""Hairlines between the columns of running text: where they run, and what interrupts them."""

from layout import flow
from layout.model.page import PlacedRule
from layout.model.units import PT
from tests.unit.flow.making import Desk, body, frame, frames_of, page, photo, say, story


def rules(desk: Desk, *paragraphs: int, picture: bool = False) -> list[PlacedRule]:
    """The rules of a page with two columns of 12 rows, with a picture over both on rows 5–8 if wanted."""
    frames = [frame("pic", "photo", lines=(5, 8), displaces="box")] * picture
    setting = desk.setting(page("a", *frames, body(column_rule="ink 50%")))
    told = story(*map(say, paragraphs), *[photo()] * picture)
    article = flow.set_article(setting, desk.copy(told, "a"))
    return [rule for placed in frames_of(article.pages[0], "rule") for rule in placed.rules]


def test_a_rule_runs_down_the_middle_of_the_gutter(desk: Desk) -> None:
    (rule,) = rules(desk, 228)  # 23 lines in two columns of twelve
    grid = desk.grid()
    assert (rule.x, rule.x2) == (130 * PT, 130 * PT)  # 20 + 100 + 20 / 2
    assert (rule.y, rule.y2, rule.ink, rule.tint) == (grid.top(1), grid.foot(12), "ink", 500)


def test_it_ends_with_the_text(desk: Desk) -> None:
    (rule,) = rules(desk, 98)  # ten lines, levelled to five and five
    assert rule.y2 == desk.grid().foot(5)


def test_a_picture_over_the_gutter_interrupts_it(desk: Desk) -> None:
    grid = desk.grid()
    assert [(rule.y, rule.y2) for rule in rules(desk, 158, picture=True)] == [
        (grid.top(1), grid.foot(4)),
        (grid.top(9), grid.foot(12)),
    ]


def test_none_beside_an_empty_column(desk: Desk) -> None:
    assert rules(desk, 8) == []
