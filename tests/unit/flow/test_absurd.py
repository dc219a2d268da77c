"""Headings no editor would write are set in no time, and told."""

import time

from layout import flow
from layout.model.style import ParagraphStyle
from layout.model.units import PT
from tests.unit.flow.making import Desk, body, frame, frames_of, page, say, story


def test_a_title_of_thousands_of_characters(desk: Desk) -> None:
    title = ParagraphStyle("title", size=20 * PT, leading=30 * PT, breaker="phrase", align="left")
    template = page("a", frame("head", "heading", lines=(1, 4), displaces="lines"), body())
    wide = desk.having(None, title)
    start = time.process_time()
    article = flow.set_article(wide.setting(template), wide.copy(story(say(9), heading=(say(4000, "title"),)), "a"))
    assert time.process_time() - start < 5  # it takes 0.1 s; balancing so many lines took a quarter of an hour
    assert "PAGE-FRAME-FULL" in [item.code for item in article.findings]


def test_an_outline_of_a_frame_without_a_picture_is_its_box(desk: Desk) -> None:
    template = page("a", frame("head", "title", columns=(1, 1), lines=(1, 4), displaces="outline"), body())
    article = flow.set_article(desk.setting(template), desk.copy(story(say(80), heading=(say(4, "title"),)), "a"))
    rows = [line.row for placed in frames_of(article.pages[0]) for line in placed.lines if placed.columns == (1, 1)]
    assert min(rows) > 4
