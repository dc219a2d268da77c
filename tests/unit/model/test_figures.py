"""Folios in Chinese figures and in circles."""

import pytest

from layout.model.figures import CIRCLED, circled, han_figures


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九"), (100, "一〇〇"),
     (105, "一〇五"), (110, "一一〇"), (999, "九九九")],
)  # fmt: skip
def test_figures(number: int, figures: str) -> None:
    assert han_figures(number) == figures


def test_no_two_pages_have_the_same_folio() -> None:
    assert len({han_figures(number) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_outside(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        han_figures(number)


def test_circled() -> None:
    marks = [circled(number) for number in range(1, CIRCLED + 1)]
    assert "".join(marks[:3] + marks[19:22] + marks[34:37] + marks[-1:]) == "①②③⑳㉑㉒㉟㊱㊲㊿"
    for number in (0, CIRCLED + 1):
        with pytest.raises(ValueError, match=str(number)):
            circled(number)
