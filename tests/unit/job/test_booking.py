"""Entries on fixed pages, and those that stand by for pages that are missing."""

import pytest

from layout.job.booking import Booked, beside, booked, size, standing_by
from layout.model.place import Place
from layout.model.plan import Entry
from layout.model.template import Frame, Grid, PageTemplate
from layout.model.value import replace

HERE = Place("issue.toml", 1, 1)
WIDE = Frame("p", "advert", (1, 1), (1, 12), HERE, spread=True)
TEMPLATES = {
    "ad": PageTemplate("ad", "ad.toml", Grid(1, 0), ()),
    "half": PageTemplate("half", "half.toml", Grid(1, 0), (), shares=True),
    "wide": PageTemplate("wide", "wide.toml", Grid(1, 0), (WIDE,)),
}
STORY = Entry("story", "a", HERE, ("ad",))
AD = Entry("page", "ad", HERE, ("ad",))


@pytest.mark.parametrize(
    ("entry", "number", "first"),
    [
        (STORY, 1, 1),
        (STORY, 2, 4),
        (replace(STORY, start="recto"), 2, 5),
        (replace(STORY, start="verso"), 2, 4),
        (replace(STORY, start="spread"), 1, 4),
        (replace(STORY, start="spread"), 6, 8),
        (replace(STORY, at=6), 2, 6),
        (replace(STORY, at=4, start="recto"), 4, 4),
        (replace(STORY, at=2), 5, 5),
    ],
)
def test_where_an_entry_begins(entry: Entry, number: int, first: int) -> None:
    assert Booked(frozenset({2, 3, 7})).start(entry, number) == first


@pytest.mark.fires("PAGE-TAKEN")
def test_pages_that_are_booked() -> None:
    wide = Entry("page", "wide", HERE, ("wide",), at=4)
    taken, found = booked((replace(AD, at=2), wide, replace(STORY, at=9), AD, replace(AD, at=5)), TEMPLATES)
    assert taken.pages == {2, 4, 5}
    assert [(item.code, item.page) for item in found] == [("PAGE-TAKEN", 5)]


@pytest.mark.parametrize(
    ("entry", "pages"), [(AD, 1), (replace(AD, name="wide", templates=("wide",)), 2), (replace(STORY, pages=3), 3)]
)
def test_pages_an_entry_takes(entry: Entry, pages: int) -> None:
    assert size(entry, TEMPLATES) == pages


def test_what_shares_a_page_of_the_story_before() -> None:
    """Not what has a page number, nor what stands behind a page of its own, nor on the cover."""
    half = replace(AD, name="half", templates=("half",))
    entries = (STORY, half, replace(half, at=3), half, AD, half, STORY, STORY)
    assert [beside(entries, at, TEMPLATES) for at in range(8)] == [(1, 3), (), (), (), (), (), (), ()]
    assert beside((replace(STORY, part="cover"), half), 0, TEMPLATES) == ()
    spare = (STORY, half, replace(half, filling=True), AD)
    assert (beside(spare, 0, TEMPLATES), beside(spare, 0, TEMPLATES, filling=True)) == ((1,), (2,))


def size_of(index: int) -> int:
    raise AssertionError(f"a page says itself how large it is: {index}")


def test_half_a_page_fills_no_whole_one() -> None:
    half = replace(AD, name="half", templates=("half",), filling=True)
    assert standing_by((STORY, half), TEMPLATES, frozenset(), [(2, 1)], size_of) == frozenset()


@pytest.mark.parametrize(
    ("gaps", "used", "taken"),
    [
        ([(6, 1)], (), {1}),
        ([(6, 2)], (), {1, 5}),
        ([(6, 4)], (), {1, 3, 5}),
        ([(6, 3)], (), {1, 3}),
        ([(6, 1)], (1,), {5}),
        ([(2, 1), (6, 2)], (), {1, 3}),
        ([(1, 3)], (), set()),
        ([], (), set()),
    ],
)
def test_who_fills_what_is_missing(gaps: list[tuple[int, int]], used: tuple[int, ...], taken: set[int]) -> None:
    """One page stands by at 1 and at 5, two at 3; stories at 0, 2 and 4."""
    spare = replace(AD, filling=True)
    entries = (STORY, spare, STORY, replace(spare, name="wide", templates=("wide",)), STORY, spare)
    assert standing_by(entries, TEMPLATES, frozenset(used), gaps, size_of) == taken
