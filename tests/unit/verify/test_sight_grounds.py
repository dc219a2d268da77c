"""Fills and pictures at the edge of a page, and how much of a picture is shown."""

import pytest

from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame, PlacedPicture
from layout.model.picture import Cut
from layout.verify.sight_pictures import cropped
from tests.unit.verify.painting import HERE, PHOTO, box, codes, fill, photo, seen

GREEN = (650, 0, 950, 50)


@pytest.mark.fires("SIGHT-NO-BLEED")
@pytest.mark.parametrize(
    ("at", "side"),
    [
        (box(0, 20, 10, 30), "←"),
        (box(-2, 20, 10, 30), "←"),
        (box(190, 20, 10, 30), "→"),
        (box(50, 0, 30, 10), "↑"),
        (box(50, 270, 30, 10.1), "↓"),
        (box(0.1, 20, 10, 30), "←"),
        (box(-3, -3, 206, 283), "↓"),
    ],
)
def test_a_fill_that_touches_the_trim_and_stops(at: Rect, side: str) -> None:
    (found,) = seen(fill(at, *GREEN))
    assert (found.code, dict(found.values)["side"]) == ("SIGHT-NO-BLEED", side)
    assert "C65 Y95 K5" in found.message()


@pytest.mark.fires("SIGHT-NO-BLEED")
def test_a_picture_without_bleed_on_two_sides() -> None:
    (found,) = seen(photo(box(0, 0, 80, 60)))
    assert found.place == HERE and "photos/a.jpg on page 1 touches the trim (←↑)" in found.message()


@pytest.mark.silent("SIGHT-NO-BLEED")
@pytest.mark.parametrize("at", [box(-3, 20, 13, 30), box(-3, -3, 206, 286), box(-2.9, 20, 9, 9), box(1, 20, 9, 9)])
def test_what_reaches_the_bleed_or_keeps_off_the_trim(at: Rect) -> None:
    assert not codes(fill(at, *GREEN), photo(at))


@pytest.mark.silent("SIGHT-NO-BLEED")
def test_paper_and_what_lies_beyond_the_trim() -> None:
    assert not codes(fill(box(0, 0, 200, 280), 0, 0, 0, 0), fill(box(-10, 20, 10, 30), *GREEN))


def shown(cut: Cut, takes: str = "photo", chosen: bool = True, halves: int = 1) -> list[Finding]:
    """A photo of 400 × 300 pixels on one page, or a half of it on each of two that face one another."""
    placed = PlacedPicture("photos/a.jpg", HERE, box(20, 20, 80, 60), PHOTO, cut)
    frame = PlacedFrame("photo", takes, placed.box, pictures=(placed,))
    pages = [Page(number, str(number), "recto", "plain", (frame,), "a") for number in range(2, 2 + halves)]
    return list(cropped(pages, frozenset("a" if chosen else "b")))


@pytest.mark.fires("SIGHT-CROPPED")
def test_a_photo_cut_to_a_third() -> None:
    (found,) = shown(Cut(0, 0, 133, 300))
    assert (found.place, found.page, dict(found.values)["percent"]) == (HERE, 2, "33")
    assert shown(Cut(0, 0, 120, 300), chosen=False)


@pytest.mark.silent("SIGHT-CROPPED")
def test_a_photo_that_keeps_its_shape_or_is_meant_to_be_cut() -> None:
    assert not shown(Cut(0, 0, 241, 300))
    assert not shown(Cut(0, 0, 160, 300), chosen=False)
    assert not shown(Cut(0, 0, 130, 300), halves=2)
    assert not shown(Cut(0, 0, 40, 300), takes="teaser")
