"""What has no room in a story's pages is shown on pages that only proofs have."""

import pytest

from layout import flow
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, frame, page, say, story, told


def test_what_found_no_room_is_shown(desk: Desk) -> None:
    """Two columns of twelve lines hold 238 characters; ten rows on the page behind hold the next ones."""
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(say(300)), "a", pages=1))
    (beyond,) = article.beyond
    assert article.overset == 62 and told(article.pages) + told((beyond,)) == say(300).text
    (found,) = article.findings
    assert {**dict(found.values), "lines": ""} == {"characters": "62", "lines": "", "pages": "1", "held": "238"}
    assert (beyond.part, beyond.number, beyond.titles) == ("proof", 1, ()) and "溢文" in beyond.label
    assert told((beyond,), "furniture").startswith("溢文\u300062")
    assert [f.rows for f in beyond.frames if f.takes == "story"] == [(3, 12), (3, 12)]


def test_long_texts_take_more_pages(desk: Desk) -> None:
    template = page("a", frame("h", "tint", (1, 2), (1, 6), displaces="lines"), body())
    article = flow.set_article(desk.setting(template), desk.copy(story(*[say(200)] * 6), "a", pages=1))
    assert told((*article.pages, *article.beyond)) == say(200).text * 6 and len(article.beyond) > 2


def test_vertical_text_is_shown_too(desk: Desk) -> None:
    template = page("a", body(direction="vertical", linked=False))
    article = flow.set_article(desk.setting(template), desk.copy(story(say(900)), "a", pages=1))
    assert article.overset and told((*article.pages, *article.beyond)) == say(900).text


@pytest.mark.silent("PAGE-OVERSET", "PAGE-UNDERSET", "PAGE-UNUSED", "PAGE-CAPTION-CUT")
def test_a_story_that_fills_its_page_to_the_last_line(desk: Desk) -> None:
    """Two columns of twelve lines hold 238 characters."""
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(say(238)), "a", pages=1))
    assert (article.overset, article.findings) == (0, ())


def test_nothing_is_shown_where_all_has_room(desk: Desk) -> None:
    setting = desk.setting(page("a", body()))
    assert not flow.set_article(setting, desk.copy(story(say(99)), "a")).beyond
    copy = desk.copy(story(say(999)), "a", pages=1)
    assert not flow.set_article(setting, replace(copy, entry=replace(copy.entry, part="cover"))).beyond
