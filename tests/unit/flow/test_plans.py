"""Plans that leave pages blank or book them twice: what is told of it, and which pages come of it."""

import pytest

from layout.font import Book
from layout.job.typeset import Issue, typeset
from layout.model.plan import Entry, Plan
from layout.model.value import replace
from tests.unit.flow.making import HERE, Desk, body, frame, page, photo, picture, say, story

STORY = Entry("story", "a", HERE, ("plain",))
OTHER = replace(STORY, name="b")
AD = Entry("page", "ad", HERE, photos=("p.jpg",), listed=False, advert_label="")
HALF = replace(AD, name="half")
COVER = replace(AD, part="cover")
SPARE = replace(AD, filling=True)


def issue_of(desk: Desk, *entries: Entry, count: int = 60, **facts: object) -> Issue:
    """An issue of stories `a` and `b`, each of so many characters; a page holds 240 less an indent."""
    setting = desk.setting(
        page("plain", body()),
        page("ad", frame("ad", "advert")),
        replace(page("half", frame("ad", "advert", (1, 2), (7, 12), displaces="box")), shares=True),
        pictures={photo().path: picture()},
    )
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", entries, **facts)  # type: ignore[arg-type]
    return typeset(plan, {name: replace(story(say(count)), slug=name) for name in "ab"}, setting)


def told(issue: Issue) -> list[tuple[str, str]]:
    """Codes with the pages they name, but for what is said of the picture's shape."""
    pages = (next((v for k, v in f.values if k == "pages"), str(f.page)) for f in issue.findings)
    return [(f.code, said) for f, said in zip(issue.findings, pages, strict=True) if not f.code.startswith("AD-")]


@pytest.mark.parametrize(
    ("entries", "pages", "findings"),
    [
        ((STORY, OTHER), ["plain", "plain"], []),
        ((STORY, replace(OTHER, start="recto")), ["plain", "blank", "plain"], [("PAGE-BLANK", "2")]),
        ((STORY, SPARE, replace(OTHER, start="recto")), ["plain", "ad", "plain"], []),
        ((replace(STORY, start="spread"),), ["blank", "plain"], [("PAGE-BLANK", "1")]),
        ((STORY, replace(OTHER, at=4)), ["plain", "blank", "blank", "plain"], [("PAGE-GAP", "2–3")]),
        ((STORY, replace(AD, at=2)), ["plain", "ad"], []),
        ((STORY, replace(AD, at=4)), ["plain", "blank", "blank", "ad"], [("PAGE-BEYOND", "2–3")]),
        ((STORY, replace(AD, at=4), SPARE, SPARE), ["plain", "ad", "ad", "ad"], []),
        (
            (STORY, replace(AD, at=3), replace(AD, at=6)),
            ["plain", "blank", "ad", "blank", "blank", "ad"],
            [("PAGE-BEYOND", "2"), ("PAGE-BEYOND", "4–5")],
        ),
        ((STORY, replace(HALF, at=1)), ["plain"], []),
        ((STORY, replace(HALF, at=2)), ["plain", "half"], [("PAGE-ALONE", "2")]),
        ((STORY, replace(AD, at=2), replace(AD, at=2)), ["plain", "ad"], [("PAGE-TAKEN", "2")]),
        ((STORY, COVER), ["plain", "ad"], []),
        ((STORY, *[COVER] * 3), ["plain", "ad", "ad", "ad"], [("PAGE-COVER-ODD", "3")]),
    ],
)  # fmt: skip
def test_pages_and_what_is_told(
    book: Book, entries: tuple[Entry, ...], pages: list[str], findings: list[tuple[str, str]]
) -> None:
    issue = issue_of(Desk(book), *entries)
    assert [p.template for p in issue.pages] == pages
    assert told(issue) == findings
    for item in issue.findings:
        assert item.text("en") and item.text("zh")


@pytest.mark.parametrize(("count", "multiple", "missing"), [(60, 4, 3), (60, 1, 0), (900, 4, 0), (60, 8, 7)])
def test_totals(book: Book, count: int, multiple: int, missing: int) -> None:
    issue = issue_of(Desk(book), STORY, count=count, total_of=multiple)
    found = [dict(f.values)["missing"] for f in issue.findings if f.code == "PAGE-COUNT"]
    assert found == ([str(missing)] if missing else [])
