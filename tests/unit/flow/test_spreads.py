"""A photo over a spread: two halves of one crop, over the spine by the bleed, the focus point off the gutter."""

import pytest

from layout import flow
from layout.flow.draft import draft
from layout.model.page import Article
from layout.model.picture import Cut
from layout.model.style import House
from layout.model.value import replace
from tests.unit.flow.making import HOUSE, PT, Desk, body, frame, frames_of, page, photo, picture, say, story, told

TOP = ("top", "outer")


def spread(
    desk: Desk, first: int = 2, focus: tuple[int, int] = (500, 500), size: tuple[int, int] = (5200, 1000), **how: object
) -> Article:
    """A full-bleed photo over the heads of pages 2 and 3, six of twelve rows; text below."""
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True, **{"bleed": TOP, **how})
    setting = desk.setting(page("a", wide, body()), pictures={"p.jpg": picture("p.jpg", *size)})
    text = story(say(200), replace(photo(), focus=focus))
    return flow.set_article(setting, desk.copy(text, "a", first=first))


def cuts(article: Article) -> list[Cut]:
    return [cut for p in article.pages for f in frames_of(p, "photo") for x in f.pictures if (cut := x.cut)]


@pytest.mark.silent("PAGE-SPREAD", "PAGE-COVERED")
def test_the_halves_meet_at_the_spine(desk: Desk) -> None:
    """260 pt a page and 9 pt bleed: 2 × 269 pt wide, 114 pt high; the halves share 18 pt."""
    article = spread(desk)
    boxes = [f.pictures[0].box for p in article.pages for f in frames_of(p, "photo")]
    assert [(b.x, b.width, b.y, b.height) for b in boxes] == [(-9 * PT, 278 * PT, -9 * PT, 114 * PT)] * 2
    left, right = cuts(article)
    assert abs(left.left - (5200 - right.left - right.width)) <= 1 and left.width == right.width
    shared = left.left + left.width - right.left
    assert abs(shared * 538 - 18 * (right.left + right.width - left.left)) < 2 * 538
    assert abs(left.width * 114 - left.height * 278) < 2 * 278 and not article.findings


def test_the_facing_page_keeps_its_rows_free(desk: Desk) -> None:
    article = spread(desk)
    assert [len(p.frames) for p in article.pages] == [3, 3]
    assert {line.row > 6 for p in article.pages for f in frames_of(p) for line in f.lines} == {True}
    assert told(article.pages) == say(200).text


def test_a_short_story_goes_on_to_the_facing_page(desk: Desk) -> None:
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True)
    setting = desk.setting(page("a", wide, body()), pictures={"p.jpg": picture()})
    article = flow.set_article(setting, desk.copy(story(say(9), photo()), "a", first=2))
    assert [len(frames_of(p, "photo")) for p in article.pages] == [1, 1]


@pytest.mark.fires("PAGE-COVERED")
def test_what_lies_over_the_other_half_is_told(desk: Desk) -> None:
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True)
    for rows, codes in (((5, 8), ["PAGE-COVERED"]), ((7, 8), [])):
        made = page("a", wide, body(), following="b"), page("b", frame("q", "photo", (1, 1), rows), body())
        pictures = {"p.jpg": picture(width=1800), "q.jpg": picture("q.jpg", 1200)}
        setting = desk.setting(*made, pictures=pictures)
        article = flow.set_article(setting, desk.copy(story(say(130), photo(), photo("q.jpg")), "a", first=2))
        assert [f.code for f in article.findings] == codes


def test_a_photo_on_the_facing_page_grows_no_further_than_the_half(desk: Desk) -> None:
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True)
    low = frame("q", "photo", (1, 2), (9, 12), displaces="lines", elastic=(-1, 6))
    setting = desk.setting(
        page("a", wide, body(), following="b"), page("b", low, body()), pictures={"p.jpg": picture()}
    )
    drafted = draft(setting, desk.copy(story(say(130), photo(), photo()), "a", first=2))
    assert [(e.frames, e.most) for e in drafted.elastic] == [(("q",), 2)]


@pytest.mark.parametrize("binding", ["left", "right"])
def test_the_spine_follows_the_binding(desk: Desk, binding: str) -> None:
    house: House = replace(HOUSE, binding=binding)  # type: ignore[arg-type]
    verso, recto = cuts(spread(desk.having(house)))
    assert (verso.left < recto.left) is (binding == "left")


@pytest.mark.parametrize("x", [420, 470, 499, 501, 560, 583])
@pytest.mark.parametrize("size", [(5200, 1000), (2360, 1000), (1800, 1000)])
def test_a_focus_point_keeps_off_the_gutter(desk: Desk, x: int, size: tuple[int, int]) -> None:
    left, right = cuts(spread(desk, focus=(x, 500), size=size))
    whole = right.left + right.width - left.left
    at = (size[0] * x // 1000 - left.left) / whole
    assert not 0.418 < at < 0.582
    assert left.left >= 0 and right.left + right.width <= size[0] and left.top + left.height <= size[1]
    assert abs(whole * 114 - left.height * 538) < 4 * 538


@pytest.mark.fires("PAGE-SPREAD")
def test_a_spread_that_has_no_facing_page_is_told(desk: Desk) -> None:
    assert [f.code for f in spread(desk, first=1).findings] == ["PAGE-SPREAD"]
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True)
    setting = desk.setting(page("a", wide, body()), pictures={"p.jpg": None})
    article = flow.set_article(setting, desk.copy(story(say(118), photo()), "a", first=2, pages=1))
    assert [f.code for f in article.findings] == ["PAGE-SPREAD"]
