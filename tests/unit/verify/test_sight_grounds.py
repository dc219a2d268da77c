"""Fills and pictures at the edge of a page, and how much of a picture is shown."""

import pytest

from layout.model.geometry import Rect
from tests.unit.verify.painting import HERE, box, codes, fill, photo, seen

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
