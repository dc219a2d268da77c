"""Headings no editor would write are set in no time, and told."""

import time

from layout import flow
from layout.model.style import ParagraphStyle
from layout.model.units import PT
from tests.unit.flow.making import Desk, body, frame, page, say, story


def test_a_title_of_thousands_of_characters(desk: Desk) -> None:
    title = ParagraphStyle("title", size=20 * PT, leading=30 * PT, breaker="phrase", align="left")
    template = page("a", frame("head", "heading", lines=(1, 4), displaces="lines"), body())
    wide = desk.having(None, title)
    start = time.process_time()
    article = flow.set_article(wide.setting(template), wide.copy(story(say(9), heading=(say(4000, "title"),)), "a"))
    assert time.process_time() - start < 5  # it takes 0.1 s; balancing so many lines took a quarter of an hour
    assert "PAGE-FRAME-FULL" in [item.code for item in article.findings]
