"""Two marks side by side, cell by cell: what they take together, by style, region and direction (rule 4.3).

A table's rows are the first mark, its columns the second, both in the order of GROUPS; every mark of a group behaves
alike. Numbers are ems between two Han.
"""

from functools import cache
from itertools import product
from pathlib import Path

import pytest

from layout.font import open_book
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import ParagraphStyle, StyleSheet
from layout.shape import Shaper

EM = 1_000_000
GROUPS = ("（「“《〔", "）」”》〕", "。", "，、", "：；", "？！", ("——",))
FULL = """
    1.5  2    2    2    2    2    3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1    3
    3    3    3    3    3    3    4
"""
"""全角 in the mainland: （？） keeps what does not lie between its marks; ？！ takes one em (GB 5.1.2)."""
FULL_VERTICAL = """
    1.5  2    2    2    2    2    3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  2    2    2    2    2    3
    1.5  2    2    2    2    1    3
    3    3    3    3    3    3    4
"""
"""： ； ？ ！ have no blank in vertical text (CL §6.3.2.1)."""
CENTRED = """
    1.5  2    2    2    2    2    3
    1.5  1.5  1.5  1.5  1.5  1.5  3
    1.5  2    2    2    2    2    3
    1.5  2    2    2    2    2    3
    1.5  2    2    2    2    2    3
    1.5  2    2    2    2    2    3
    3    3    3    3    3    3    4
"""
"""全角 in Taiwan and Hong Kong: brackets alone close up (CL §6.3.2.2; CSS text-spacing-trim)."""
CENTRED_VERTICAL = CENTRED.replace("1.5  2    2    2    2    2    3\n    3", "1.5  2    2    2    2    1    3\n    3")
KAIMING = """
    1    1    1.5  1    1    1.5  2.5
    1    1    1.5  1    1    1.5  2.5
    1.5  1    1.5  1    1    1.5  3
    1    1    1.5  1    1    1.5  2.5
    1    1    1.5  1    1    1.5  2.5
    1.5  1    1.5  1    1    1    3
    2.5  2.5  3    2.5  2.5  3    4
"""
"""Marks have half an em; 。？！ give their blank up to a mark behind them."""
SEMANTIC = KAIMING.replace("1.5  1    1.5  1    1    1", "1.5  1.5  1.5  1    1    1")
"""The sentence's blank survives a closing quote (4.1)."""
HALF = """
    1    1    1    1    1    1    2.5
    1    1    1    1    1    1    2.5
    1    1    1    1    1    1    2.5
    1    1    1    1    1    1    2.5
    1    1    1    1    1    1    2.5
    1    1    1    1    1    1    2.5
    2.5  2.5  2.5  2.5  2.5  2.5  4
"""
HALF_VERTICAL = """
    1    1    1    1    1.5  1.5  2.5
    1    1    1    1    1.5  1.5  2.5
    1    1    1    1    1.5  1.5  2.5
    1    1    1    1    1.5  1.5  2.5
    1.5  1.5  1.5  1.5  2    2    3
    1.5  1.5  1.5  1.5  2    1    3
    2.5  2.5  2.5  2.5  3    3    4
"""
NONE = "\n".join([" 2 2 2 2 2 2 3"] * 5 + [" 2 2 2 2 2 1 3", " 3 3 3 3 3 3 4"])
"""A strict grid."""
TABLES = {
    ("quanjiao", "mainland", "horizontal"): FULL,
    ("quanjiao", "mainland", "vertical"): FULL_VERTICAL,
    ("quanjiao", "taiwan", "horizontal"): CENTRED,
    ("quanjiao", "taiwan", "vertical"): CENTRED_VERTICAL,
    ("quanjiao", "hongkong", "horizontal"): CENTRED,
    ("quanjiao", "hongkong", "vertical"): CENTRED_VERTICAL,
    ("quanjiao-mild", "mainland", "horizontal"): FULL,
    ("hangmobanjiao", "mainland", "horizontal"): FULL,
    ("hangmobanjiao", "mainland", "vertical"): FULL_VERTICAL,
    ("kaiming", "mainland", "horizontal"): KAIMING,
    ("kaiming-semantic", "mainland", "horizontal"): SEMANTIC,
    ("banjiao", "mainland", "horizontal"): HALF,
    ("banjiao", "mainland", "vertical"): HALF_VERTICAL,
    ("banjiao", "hongkong", "vertical"): HALF_VERTICAL,
    ("none", "mainland", "horizontal"): NONE,
    ("none", "taiwan", "vertical"): NONE,
}


@cache
def shaper() -> Shaper:
    return Shaper(open_book(Path(__file__).parents[2] / "fonts" / "fonts.toml"), StyleSheet((), ()))


def together(pair: str, style: ParagraphStyle) -> float:
    """Ems that the two marks take between two Han."""
    found = shaper().shape(Paragraph("body", f"国{pair}国", Source("x")), style)
    return (sum(found.widths) + sum(found.gaps)) / EM - 2


@pytest.mark.parametrize("case", TABLES, ids="-".join)
def test_every_pair(case: tuple[str, str, str]) -> None:
    punct, region, direction = case
    style = ParagraphStyle("body", size=EM, punct=punct, region=region, direction=direction)  # type: ignore[arg-type]
    rows = [row.split() for row in TABLES[case].strip().splitlines()]
    found, wanted = {}, {}
    for (r, first), (c, second) in product(enumerate(GROUPS), repeat=2):
        for pair in map("".join, product(first, second)):
            found[pair] = together(pair, style)
            wanted[pair] = float(rows[r][c])
    assert found == wanted


def test_three_marks_keep_two_ems() -> None:
    assert together("。』」", ParagraphStyle("body", size=EM, punct="quanjiao")) == 2
