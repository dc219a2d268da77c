"""Lines of 10 pt type on rows of 15 pt are half an em apart: enough for marks on one side, not on both."""

import pytest

from layout import flow
from layout.model.story import Mark
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import BODY, Desk, body, page, say, story

DOT, READING = Mark(2, 4, "dot"), Mark(6, 7, "ruby", "lu")


@pytest.mark.exactly("told")
@pytest.mark.parametrize(
    ("marks", "leading", "told"),
    [
        ((), 11, []),
        ((DOT,), 0, []),
        ((READING,), 0, []),
        ((DOT, READING), 0, [("PAGE-MARKS-TIGHT", "0.50", "0.625")]),
        ((DOT,), 12, [("PAGE-MARKS-TIGHT", "0.20", "0.5")]),
    ],
)
def test_marks_beside_the_line(
    desk: Desk, marks: tuple[Mark, ...], leading: int, told: list[tuple[str, str, str]]
) -> None:
    own = desk.having(None, replace(BODY, leading=leading * PT))
    marked = replace(say(30), marks=marks)
    article = flow.set_article(own.setting(page("a", body())), own.copy(story(marked, marked), "a"))
    found = [(item.code, dict(item.values)) for item in article.findings if item.code == "PAGE-MARKS-TIGHT"]
    assert [(code, values["gap"], values["need"]) for code, values in found] == told
