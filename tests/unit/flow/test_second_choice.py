"""A story that does not fill the pages its plan gives it, in the templates chosen first: others are tried.

A page has 2 × 12 rows of 10 em. `wide` leaves 3 rows in each column, `small` 9 and 12, `bare` all 24.
"""

import pytest

from layout import flow
from layout.flow.choosing import Used
from layout.flow.second_choice import room_of, trouble
from layout.model.page import Article
from layout.model.story import Story
from layout.model.template import PageTemplate, Suits
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, Desk, body, frame, page, photo, picture, say, story, told, words

OPEN, NEXT = Suits("open"), Suits("next")
PICTURES = {name: picture(name, 3000, 1800) for name in ("a.jpg", "b.jpg")}
ACROSS = frame("across", "photo", (1, 2), (1, 9), displaces="lines", elastic=(-1, 0))
CORNER = frame("corner", "photo", (1, 1), (1, 3), displaces="lines")


def made(name: str, suits: Suits, *frames: object) -> PageTemplate:
    return replace(page(name, *frames, body(), following="plain"), suits=suits)  # type: ignore[arg-type]


PLAIN = made("plain", NEXT)
WIDE, SMALL = made("wide", OPEN, ACROSS), made("small", OPEN, CORNER)
LARGE, LITTLE = made("large", NEXT, ACROSS), made("little", NEXT, CORNER)


def chosen(desk: Desk, text: Story, pages: int, *templates: PageTemplate) -> Article:
    setting = desk.setting(*templates, PLAIN, pictures=PICTURES)
    copy = desk.copy(text, pages=pages)
    return flow.set_chosen(setting, replace(copy, waiting=replace(copy.waiting, heading=text.heading)), Used())


def names(article: Article) -> list[str]:
    return [page.template for page in article.pages]


def test_a_story_too_long_gets_a_smaller_photo(desk: Desk) -> None:
    """20 lines; `wide` cuts less from the photo, so it is the first choice."""
    text = story(say(190), photo("a.jpg"))
    assert names(chosen(desk, text, 0, WIDE, SMALL)) == ["wide", "plain"]
    article = chosen(desk, text, 1, WIDE, SMALL)
    assert names(article) == ["small"] and not article.findings and told(article.pages) == say(190).text


def test_a_story_too_short_gets_a_larger_photo(desk: Desk) -> None:
    """28 lines on two pages; a photo on each; `large` after `bare` leaves 30."""
    text = story(say(180), photo("a.jpg"), say(90))
    article = chosen(desk, text, 2, made("bare", OPEN), LARGE, LITTLE)
    assert names(article) == ["bare", "large"] and not article.findings


def test_a_photo_that_found_no_frame(desk: Desk) -> None:
    """The label's opener suits best, and has none."""
    bare = made("bare", replace(OPEN, label=True))
    text = story(say(190), photo("a.jpg"), heading=(say(2, "label"),))
    assert names(chosen(desk, text, 1, bare, made("small", replace(OPEN, photos=(1, 1)), CORNER))) == ["small"]


@pytest.mark.parametrize(("label", "opener"), [("边签", "bare"), ("一行太长的边签", "wide")])
def test_no_vertical_head_of_a_label_that_is_too_long_for_one(desk: Desk, label: str, opener: str) -> None:
    """However much more room its page has: what `wide` has no room for is told."""
    bare = made("bare", replace(OPEN, label=True, text=(0, 9)))
    text = story(say(190), photo("a.jpg"), heading=(words(label, "label"),))
    assert names(chosen(desk, text, 1, WIDE, bare))[0] == opener


def test_closer_rows_only_where_nothing_else_has_room(desk: Desk) -> None:
    """On rows of 10 pt a page has 2 × 18 lines of the same type."""
    tight = replace(made("tight", replace(OPEN, too="long")), frames=(body(lines=(1, 18)),))
    tight = replace(tight, grid=replace(tight.grid, row=10 * PT, rows=18, body=EM), next="tight")
    bare = made("bare", OPEN)
    for count, pages, opener in ((200, 1, "bare"), (300, 1, "tight"), (300, 0, "bare"), (600, 2, "tight")):
        assert names(chosen(desk, story(say(count)), pages, bare, tight))[0] == opener


def test_the_best_of_what_there_is(desk: Desk) -> None:
    """Nothing has room for 40 lines: the opener with the fewest lines over."""
    article = chosen(desk, story(say(390), photo("a.jpg")), 1, WIDE, SMALL)
    assert names(article) == ["small"]
    assert trouble(article) == (1, 19, 0)


def test_room_between_photos_as_high_and_as_low_as_they_may_be(desk: Desk) -> None:
    setting = desk.setting(WIDE, LITTLE, PLAIN, pictures=PICTURES)
    copy = desk.copy(story(say(9), photo("a.jpg"), photo("b.jpg")), pages=2)
    room = room_of(setting, copy, ("wide", "little"))
    assert (room.least, room.most, room.lost) == (6 + 21, 8 + 21, 0)
    assert room_of(setting, copy, ("wide",)).lost == 1
    assert room.misses(30, room.measure) == 4 and room.misses(25, room.measure) == 2
    assert room.misses(14, 2 * room.measure) == 0
