"""Lengths as styles write them, rounding, and Chinese size names."""

import pytest

from layout.model.units import MM, PT, LengthError, length, millimetres, points, scaled


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("3mm", 3 * MM),
        ("10.5pt", 1_333_500),
        ("1in", 9_144_000),
        ("20Q", 5 * MM),
        ("-0.25mm", -MM // 4),
        ("0", 0),
        ("五号", 1_333_500),
        ("小四", 12 * PT),
        ("六号", 1_000_125),
    ],
)
def test_lengths(text: str, units: int) -> None:
    assert length(text) == units


def test_em_and_row_depend_on_where_they_stand() -> None:
    assert length("2em", em=10 * PT) == 20 * PT
    assert length("1.5rows", row=19 * PT) == 28 * PT + PT // 2
    with pytest.raises(LengthError, match="cannot be used here"):
        length("2em")


@pytest.mark.parametrize("text", ["", "three", "3", "3 feet", "mm", "八号"])
def test_what_is_no_length_is_said_to_be_none(text: str) -> None:
    with pytest.raises(LengthError):
        length(text)


def test_halves_are_rounded_away_from_zero() -> None:
    assert (scaled(5, 1, 2), scaled(-5, 1, 2), scaled(7, 1, 3)) == (3, -3, 2)


def test_for_people_and_for_pdf() -> None:
    assert millimetres(210 * MM) == 210
    assert points(length("1in")) == 72
