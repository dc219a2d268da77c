"""How light printed inks are, and how well one stands out from another."""

import pytest

from layout.model.colour import BLACK, PAPER, Colour
from layout.verify.contrast import contrast, luminance, overprinted


def test_paper_black_and_their_contrast() -> None:
    assert luminance(PAPER) == 1
    assert luminance(BLACK) == pytest.approx(0.024, abs=0.002)  # L* 16
    assert contrast(luminance(BLACK), 1) > 14


@pytest.mark.parametrize(
    ("inks", "lightness"),
    [((0, 0, 0, 500), 58), ((1000, 0, 0, 0), 55), ((0, 1000, 1000, 0), 47), ((0, 0, 1000, 0), 89)],
)
def test_inks_are_as_light_as_the_standard_has_them(inks: tuple[int, int, int, int], lightness: float) -> None:
    """ISO 12647-2:2004, and for the tint the characterisation data FOGRA39."""
    paper = ((95 + 16) / 116) ** 3
    assert 116 * (luminance(Colour(*inks)) * paper) ** (1 / 3) - 16 == pytest.approx(lightness, abs=0.7)


def test_black_is_laid_over_other_inks_and_takes_the_place_of_black() -> None:
    red = Colour(0, 900, 800, 0)
    assert overprinted(1000, luminance(red), red) < luminance(BLACK)
    assert overprinted(1000, luminance(BLACK), BLACK) == luminance(BLACK)
    assert overprinted(300, luminance(BLACK), BLACK) == luminance(Colour(0, 0, 0, 300))
    assert overprinted(600, 0.4, None) == pytest.approx(0.4 * luminance(Colour(0, 0, 0, 600)))
