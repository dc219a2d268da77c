"""Where the ink of marks stands: in the product's own faces, by region and direction, whatever their room is cut to."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from layout.cjk.tables import mark_classes
from layout.font import Book, open_book
from layout.model.glyphs import ShapedParagraph
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import Direction, Face, ParagraphStyle, Region, StyleSheet
from layout.shape import Shaper

EM = 1_000_000
FACES = ["serif-regular", "serif-black", "sans-bold", "kai-regular"]
MARKS = "".join(row.marks for row in mark_classes() if row.letter in "ocsknwxmMtifF")


@cache
def book() -> Book:
    return open_book(Path(__file__).parents[3] / "fonts" / "fonts.toml")


@cache
def shaper() -> Shaper:
    return Shaper(book(), StyleSheet((), ()))


def shaped(text: str, **style: object) -> ShapedParagraph:
    return shaper().shape(Paragraph("body", text, Source("x")), ParagraphStyle("body", size=EM, **style))  # type: ignore[arg-type]


def ink(found: ShapedParagraph, i: int) -> tuple[float, float, float]:
    """Where glyph i's ink begins and ends in its room along the line, and its middle across it, in ems: from the
    middle of the em box, in vertical lines from the axis."""
    look = found.looks[found.look[i]]
    face = book().face(look.font)
    left, foot, right, top = (value / face.upem for value in face.ink(found.gids[i]))
    start, rise = found.shifts[i] / EM, look.rise / EM
    if found.style.direction == "vertical" and not look.turned:
        x, y = (value / face.upem for value in face.vertical_origin(found.gids[i]))
        return start + y - top, start + y - foot, rise + (left + right) / 2 - x
    return start + left, start + right, rise + (foot + top) / 2 - 0.38


@pytest.mark.parametrize("direction", get_args(Direction))
@pytest.mark.parametrize("region", get_args(Region))
def test_no_mark_leaves_its_room(region: str, direction: str) -> None:
    """In half-width setting, which cuts most: nothing of it lies over its neighbours."""
    outside = []
    for key, mark in product(FACES, MARKS):
        found = shaped(f"国{mark}国", han=Face(key), region=region, direction=direction, punct="banjiao")
        start, end, _ = ink(found, 1)
        if start < -0.025 or end > found.widths[1] / EM + 0.025:
            outside.append((key, mark, start, end))
    assert not outside


@pytest.mark.parametrize("direction", get_args(Direction))
@pytest.mark.parametrize(("region", "marks"), [("taiwan", "，。、：；"), ("hongkong", "，。、：；"), ("japan", "：；")])
def test_marks_in_the_middle_of_their_em(region: str, marks: str, direction: str) -> None:
    """The product's faces are drawn for the mainland; where a region centres its marks they are moved (CL App. A)."""
    for key, mark in product(FACES, marks):
        found = shaped(f"国{mark}国", han=Face(key), region=region, direction=direction, punct="quanjiao")
        start, end, across = ink(found, 1)
        assert abs((start + end) / 2 - 0.5) < 0.15 and abs(across) < 0.15, (key, mark)
        assert found.widths[1] == EM


@pytest.mark.parametrize("direction", get_args(Direction))
def test_marks_of_the_mainland_keep_to_their_corner(direction: str) -> None:
    """At the foot on the left; in vertical lines at the head on the right (GB 5.2.1)."""
    for mark in "，。、":
        found = shaped(f"国{mark}国", direction=direction, punct="quanjiao")
        start, end, across = ink(found, 1)
        assert 0 <= start < end < 0.5
        assert across > 0.2 if direction == "vertical" else across < -0.2


@pytest.mark.parametrize("pair", ["！！", "？！", "！？", "？？"])
def test_two_exclamations_side_by_side_in_a_cell_do_not_touch(pair: str) -> None:
    found = shaped(f"国{pair}国", direction="vertical")
    looks = [found.looks[found.look[i]] for i in (1, 2)]
    face = book().face(looks[0].font)
    sides = []
    for i, look in zip((1, 2), looks, strict=True):
        left, _, right, _ = (value / face.upem for value in face.ink(found.gids[i]))
        x = face.vertical_origin(found.gids[i])[0] / face.upem
        sides.append((look.rise / EM + left - x, look.rise / EM + right - x))
    assert -0.5 < sides[0][0] < sides[0][1] < sides[1][0] < sides[1][1] < 0.5
    assert abs(sides[0][0] + sides[0][1] + sides[1][0] + sides[1][1]) < 0.02
    assert found.widths == (EM, EM, 0, EM)
