"""Limits of resolution: one home, for photos and for line art."""

import pytest

from layout.model.printing import Resolution


@pytest.mark.parametrize(
    ("ppi", "line_art", "code"),
    [
        (149, False, "IMG-01"),
        (150, False, "IMG-02"),
        (224, False, "IMG-02"),
        (225, False, ""),
        (549, True, "IMG-03"),
        (550, True, "IMG-04"),
        (799, True, "IMG-04"),
        (800, True, ""),
    ],
)
def test_the_usual_limits(ppi: int, line_art: bool, code: str) -> None:
    assert Resolution().too_coarse(ppi, line_art) == code


def test_limits_of_a_printer() -> None:
    newspaper = Resolution(wanted=200, warn=150, error=100, line_warn=600, line_error=300)
    assert [newspaper.too_coarse(ppi, False) for ppi in (99, 149, 150)] == ["IMG-01", "IMG-02", ""]
    assert [newspaper.too_coarse(ppi, True) for ppi in (299, 599, 600)] == ["IMG-03", "IMG-04", ""]
