"""Plans that leave pages blank or book them twice: what is told of it, and which pages come of it."""

import pytest

from layout.font import Book
from layout.job.typeset import Issue, typeset
from layout.model.page import Page
from layout.model.plan import Entry, Plan
from layout.model.template import Suits
from layout.model.value import replace
from tests.unit.flow.making import (
    HERE,
    HOUSE,
    ROW,
    Desk,
    body,
    frame,
    frames_of,
    page,
    photo,
    picture,
    say,
    story,
    text_of,
)

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
        replace(page("top", frame("ad", "advert", (1, 1), (1, 3), displaces="box")), shares=True),
        replace(page("half", frame("ad", "advert", (1, 2), (7, 12), displaces="box")), shares=True),
        pictures={photo().path: picture()},
    )
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", entries, **facts)  # type: ignore[arg-type]
    return typeset(plan, {name: replace(story(say(count)), slug=name) for name in "ab"}, setting)


def text_on(pages: tuple[Page, ...], name: str) -> str:
    """The running text of the pages that begin with that story."""
    kept = [p for p in pages if p.story == name]
    return "".join(text_of(line) for p in kept for f in frames_of(p) for line in f.lines)


def told(issue: Issue) -> list[tuple[str, str]]:
    """Codes with the pages they name, but for what is said of the picture's shape."""
    pages = (next((v for k, v in f.values if k == "pages"), str(f.page)) for f in issue.findings)
    return [(f.code, said) for f, said in zip(issue.findings, pages, strict=True) if not f.code.startswith("AD-")]


@pytest.mark.fires("findings")
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
        ((STORY, HALF, OTHER), ["plain", "plain"], []),
        ((HALF, STORY), ["half", "plain"], [("PAGE-ALONE", "1")]),
        ((STORY, AD, HALF), ["plain", "ad", "half"], [("PAGE-ALONE", "3")]),
        ((STORY, HALF, HALF), ["plain"], [("PAGE-SHARED", "1")]),
        ((STORY, replace(HALF, at=1), HALF), ["plain"], [("PAGE-SHARED", "1")]),
        ((STORY, HALF, replace(HALF, name="top")), ["plain"], []),
        ((STORY, replace(HALF, story_page=2)), ["plain"], [("PAGE-STORY-PAGE", "1")]),
        ((replace(STORY, pages=3), replace(HALF, story_page=2), HALF), ["plain"] * 3, [("PAGE-UNDERSET", "3")]),
        ((STORY, AD, replace(HALF, at=2)), ["plain", "ad"], [("PAGE-SHARED", "2")]),
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


IN_ORDER = (
    "PAGE-AT PAGE-GAP PAGE-BLANK PAGE-BEYOND PAGE-ALONE PAGE-SHARED PAGE-STORY-PAGE PAGE-TAKEN PAGE-COVER-ODD"
    " PAGE-COUNT PAGE-AWAITED"
)


@pytest.mark.silent("codes")
@pytest.mark.parametrize("codes", [IN_ORDER])
@pytest.mark.parametrize(
    "entries",
    [
        (STORY, replace(OTHER, at=2), replace(AD, at=3)),
        (replace(STORY, start="recto"), replace(OTHER, start="verso")),
        (replace(STORY, pages=2), replace(HALF, story_page=1), OTHER),
        (STORY, OTHER, *[COVER] * 4),
    ],
)
def test_plans_in_good_order(book: Book, entries: tuple[Entry, ...], codes: str) -> None:
    """Every page is asked for once, at the place where it comes."""
    issue = issue_of(Desk(book), *entries, count=190)
    assert [item for item in told(issue) if item[0] != "PAGE-UNDERSET"] == []


@pytest.mark.exactly("codes")
@pytest.mark.parametrize(("count", "codes"), [(60, ["PAGE-JUMP"]), (600, [])])
def test_a_story_that_ends_before_it_is_continued(book: Book, count: int, codes: list[str]) -> None:
    """A page holds 240 characters."""
    first = replace(STORY, pages=1)
    issue = issue_of(Desk(book), first, OTHER, replace(first, pages=0, continued=True), count=count)
    assert [item.code for item in issue.findings if item.code == "PAGE-JUMP"] == codes


@pytest.mark.fires("PAGE-AT")
def test_a_page_that_is_asked_for_too_late(book: Book) -> None:
    """The story before it takes three pages, so that page 2 is taken when it comes."""
    issue = issue_of(Desk(book), STORY, replace(OTHER, at=2), count=600)
    (item,) = [item for item in issue.findings if item.code == "PAGE-AT"]
    assert dict(item.values) == {"name": "b", "at": "2", "first": "4"}


def adverts_of(issue: Issue) -> list[int]:
    return [p.number for p in issue.pages if frames_of(p, "advert")]


@pytest.mark.silent("PAGE-UNUSED", "PAGE-ALONE", "PAGE-STORY-PAGE")
@pytest.mark.parametrize(
    ("count", "entries", "adverts", "pages"),
    [
        (60, (HALF,), [1], 1),
        (238, (HALF,), [1], 2),
        (480, (HALF,), [3], 3),
        (480, (replace(HALF, story_page=1),), [1], 3),
        (400, (replace(HALF, story_page=1), HALF), [1, 3], 3),
        (400, (HALF, HALF), [2, 3], 3),
    ],
)
def test_an_advert_goes_where_its_story_goes(
    book: Book, count: int, entries: tuple[Entry, ...], adverts: list[int], pages: int
) -> None:
    """A page holds 24 lines, 12 beside an advert; 400 characters are 41 lines, 480 are 49. No page number is named, and
    the text stands once."""
    alone = issue_of(Desk(book), STORY, *entries, count=count)
    assert (adverts_of(alone), len(alone.pages)) == (adverts, pages)
    assert text_on(alone.pages, "a") == say(count).text and not told(alone)
    behind = issue_of(Desk(book), replace(OTHER, pages=2), STORY, *entries, count=count)
    assert adverts_of(behind) == [number + 2 for number in adverts]


@pytest.mark.parametrize(
    ("count", "entries", "adverts"),
    [
        (60, (replace(HALF, filling=True),), [1]),  # four rows, two of air
        (78, (replace(HALF, filling=True),), [1]),
        (98, (replace(HALF, filling=True),), []),  # five rows
        (300, (replace(HALF, filling=True),), [2]),
        (60, (replace(HALF, filling=True), replace(HALF, filling=True)), [1]),
        (60, (replace(HALF, name="top", filling=True), replace(HALF, filling=True)), [1]),
        (60, (HALF, replace(HALF, filling=True)), [1]),
        (60, (AD, replace(HALF, filling=True)), [2]),
        (60, (replace(HALF, filling=True), replace(OTHER, start="run-on")), []),
    ],
)
def test_who_stands_by_for_the_foot_of_a_page(
    book: Book, count: int, entries: tuple[Entry, ...], adverts: list[int]
) -> None:
    """Only where the text ends two rows above, and nothing of it moves."""
    issue = issue_of(Desk(book), STORY, *entries, count=count)
    assert adverts_of(issue) == adverts and not told(issue)
    assert sum(len(frames_of(p, "advert")) for p in issue.pages) == len(adverts)
    bare = issue_of(Desk(book), STORY, *(e for e in entries if not e.filling and e.name != "half"), count=count)
    if not any(e.name == "half" and not e.filling for e in entries):
        assert text_on(issue.pages, "a") == text_on(bare.pages, "a") and len(issue.pages) == len(bare.pages)


def test_two_adverts_on_one_page(book: Book) -> None:
    """The text keeps clear of both."""
    (only,) = issue_of(Desk(book), STORY, HALF, replace(HALF, name="top")).pages
    assert len(frames_of(only, "advert")) == 2
    assert [line.row for f in frames_of(only) for line in f.lines] == [4, 5, 1, 2, 3, 4, 5]


def test_chosen_templates_know_of_the_advert(book: Book) -> None:
    """A story without templates of its own is set round it as well, and the templates it took are counted once."""
    desk = Desk(book)
    opener = replace(page("open", body(), following="open"), suits=Suits("open"))
    half = replace(page("half", frame("ad", "advert", (1, 2), (7, 12), displaces="box")), shares=True)
    setting = desk.setting(opener, half, pictures={photo().path: picture()})
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (replace(STORY, templates=()), HALF))
    issue = typeset(plan, {"a": replace(story(say(480)), slug="a")}, setting)
    assert adverts_of(issue) == [3] and text_on(issue.pages, "a") == say(480).text


@pytest.mark.parametrize("other", [Suits("open"), Suits("open", title=(9, 20), text=(900, 1000), label=True)])
def test_no_head_is_chosen_under_an_advert(book: Book, other: Suits) -> None:
    """Alone the story would have the opener whose head stands low. The other one is taken though it suits it less."""
    desk = Desk(book)
    low = replace(page("a", frame("t", "title", lines=(8, 9), displaces="lines"), body()), suits=Suits("open"))
    high = replace(page("b", frame("t", "title", lines=(1, 2), displaces="lines"), body()), suits=other)
    half = replace(page("half", frame("ad", "advert", (1, 2), (7, 12), displaces="box")), shares=True)
    setting = desk.setting(low, high, half, pictures={photo().path: picture()})
    stories = {"a": replace(story(say(60), heading=(say(3, "title"),)), slug="a")}
    for entries, template in (((STORY,), "a"), ((STORY, HALF), "b")):
        named = tuple(replace(e, templates=()) for e in entries)
        issue = typeset(Plan("issue.toml", "x", "1", "埠头", "", "", named), stories, setting)
        assert [p.template for p in issue.pages] == [template] and not told(issue)


def test_a_story_runs_on_only_where_its_advert_leaves_room(book: Book) -> None:
    """Under four rows of another there are six of text beside the advert, under five there are not."""
    tall = Desk(book).having(replace(HOUSE, rows=24, height=HOUSE.height + 12 * ROW))
    foot = replace(page("half", frame("ad", "advert", (1, 2), (13, 24), displaces="box")), shares=True)
    setting = tall.setting(page("plain", body(lines=(1, 24))), foot, pictures={photo().path: picture()})
    for first, at, count in ((78, 1, 1), (98, 2, 2)):
        stories = {"a": replace(story(say(first)), slug="a"), "b": replace(story(say(60, first=9)), slug="b")}
        plan = Plan("issue.toml", "x", "1", "埠头", "", "", (STORY, replace(OTHER, start="run-on"), HALF))
        issue = typeset(plan, stories, setting)
        assert adverts_of(issue) == [at] and len(issue.pages) == count
        every = "".join(text_on((one,), one.story) for one in issue.pages)
        assert every == say(first).text + say(60, first=9).text


@pytest.mark.fires("PAGE-COUNT")
@pytest.mark.parametrize(
    ("count", "spare", "pages"), [(60, 60, 4), (60, 300, 4), (60, 600, 4), (60, 900, 4), (300, 300, 4), (300, 600, 4)]
)
def test_stories_that_stand_by_are_measured(book: Book, count: int, spare: int, pages: int) -> None:
    """A story without a number of pages fills as many as it takes, and is left out where these are too many."""
    desk = Desk(book)
    setting = desk.setting(page("plain", body()), page("ad", frame("ad", "advert")), pictures={photo().path: picture()})
    stories = {"a": replace(story(say(count)), slug="a"), "b": replace(story(say(spare)), slug="b")}
    entries = (STORY, replace(OTHER, filling=True), SPARE, SPARE, SPARE)
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", entries, total_of=4)
    issue = typeset(plan, stories, setting)
    assert len(issue.pages) == pages and "PAGE-COUNT" not in [f.code for f in issue.findings]
    taken = sum(p.story == "b" for p in issue.pages)
    assert taken == (0 if spare == 900 or (count, spare) == (300, 600) else -(-(spare + 2) // 240))


@pytest.mark.parametrize(
    ("missing", "entries", "pages"),
    [
        ({}, (HALF,), ["awaited", "plain"]),
        ({"pages": 3}, (HALF, OTHER), ["awaited"] * 3 + ["plain"]),
        ({"templates": ("plain", "plain")}, (), ["awaited"] * 2),
        ({"characters": (400, 400)}, (), ["awaited"] * 2),
        ({"pages": 2}, (replace(OTHER, start="run-on"),), ["awaited"] * 2 + ["plain"]),
        ({"pages": 2}, (replace(AD, at=2),), ["awaited", "ad", "awaited"]),
        ({"start": "recto"}, (), ["awaited"]),
        ({"filling": True}, (OTHER,), ["plain"]),
        ({"pages": 1}, (replace(STORY, name="zz", continued=True),), ["awaited", "awaited"]),
    ],
)
def test_pages_are_kept_for_a_story_that_is_not_there(
    book: Book, missing: dict[str, object], entries: tuple[Entry, ...], pages: list[str]
) -> None:
    """What shares its pages stands there; nothing runs on under it."""
    entry = replace(STORY, name="zz", **{"templates": (), **missing})
    behind = (OTHER,) if entries == (HALF,) else ()
    issue = issue_of(Desk(book), entry, *entries, *behind)
    assert [p.template for p in issue.pages] == pages
    kept = [f for f in issue.findings if f.code == "PAGE-AWAITED"]
    assert len(kept) == (0 if entry.filling else 2 if len(entries) == 1 and entries[0].continued else 1)
    assert len(told(issue)) == len(kept)
    if kept:
        said = frames_of(issue.pages[0], "awaited")[0].lines
        assert "".join(map(text_of, said)).startswith("待稿\u3000zz\u30001/")
    if HALF in entries:
        assert adverts_of(issue) == [sum(p.template == "awaited" for p in issue.pages)]


@pytest.mark.parametrize(("count", "multiple", "missing"), [(60, 4, 3), (60, 1, 0), (900, 4, 0), (60, 8, 7)])
def test_totals(book: Book, count: int, multiple: int, missing: int) -> None:
    issue = issue_of(Desk(book), STORY, count=count, total_of=multiple)
    found = [dict(f.values)["missing"] for f in issue.findings if f.code == "PAGE-COUNT"]
    assert found == ([str(missing)] if missing else [])


@pytest.mark.fires("PAGE-UNUSED")
def test_a_template_that_nothing_is_left_for_makes_no_page(book: Book) -> None:
    """Unless the plan counts the pages; what comes after the story stands where it would have."""
    long = replace(STORY, templates=("plain", "plain", "plain"))
    issue = issue_of(Desk(book), long, OTHER)
    assert [p.story for p in issue.pages] == ["a", "b"] and told(issue) == [("PAGE-UNUSED", "3")]
    assert dict(issue.findings[0].values)["templates"] == "plain, plain"
    counted = issue_of(Desk(book), replace(long, pages=3), OTHER)
    assert [p.story for p in counted.pages] == ["a", "a", "a", "b"] and told(counted) == [("PAGE-UNDERSET", "3")]
    assert not told(issue_of(Desk(book), long, count=700))
    assert "PAGE-UNUSED" not in dict(told(issue_of(Desk(book), replace(long, pages=1))))
