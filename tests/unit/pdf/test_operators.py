"""Operators as they are written: positions without drift, states only where they change, dates, labels."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from layout.font import Book, open_book
from layout.model.colour import BLACK, PAPER, Colour
from layout.model.display import Fill, GlyphRun, Sheet, Stroke
from layout.model.geometry import Rect
from layout.model.printing import DocumentInfo
from layout.model.units import MM, PT
from layout.pdf import drawing, intent, reading
from layout.pdf.glyphs import used_faces
from layout.pdf.number import decimal, pt
from layout.pdf.state import State
from layout.pdf.text import text_object

TEST_FONTS = Path(__file__).parents[2] / "fonts" / "fonts.toml"


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(TEST_FONTS)


def run(book: Book, text: str, along: tuple[int, ...], **how: Any) -> GlyphRun:
    key = book.keys[0]
    gids = tuple(book.face(key).gid_list(text))
    return GlyphRun(key, 10 * PT, BLACK, 0, 0, gids, along, tuple(text), **how)


def shown(book: Book, *runs: GlyphRun) -> str:
    return text_object(runs, used_faces(runs, book), State(), (0, 0))


def test_numbers_are_short() -> None:
    assert [decimal(value) for value in (0, 1, 1.5, 0.1234, -0.0001, 595.2756)] == [
        "0", "1", "1.5", "0.123", "0", "595.276",
    ]  # fmt: skip
    assert pt(MM) == "2.835" and pt(PT) == "1"


def test_glyphs_at_their_own_advances_are_one_string(book: Book) -> None:
    written = shown(book, run(book, "一二三", (0, 10 * PT, 20 * PT)))
    assert written.count("Tj") == 1 and "TJ" not in written and "BDC" not in written


def test_an_even_small_stretch_is_one_array(book: Book) -> None:
    written = shown(book, run(book, "一二三", (0, 10 * PT + PT // 4, 20 * PT + PT // 2)))
    assert written.count(">-25<") == 2 and written.count("TJ") == 1


def test_upright_steps_count_down_the_page(book: Book) -> None:
    written = shown(book, run(book, "一二", (0, 10 * PT + PT // 4), way="upright"))
    assert "/F1V 10 Tf" in written and "1 0 0 1 0 0 Tm" in written


def test_upright_glyphs_are_narrowed_with_their_origin(book: Book) -> None:
    """Readers differ on Tz in vertical lines: figures in one cell must stand on the axis in all of them."""
    written = shown(book, run(book, "1", (0,), way="upright", scale=667))
    assert "0.667 0 0 1 0 0 Tm" in written and "Tz" not in written
    assert "66.7 Tz" in shown(book, run(book, "1", (0,), scale=667))


def test_turned_text_has_its_baseline_down_the_page(book: Book) -> None:
    assert "0 -1 1 0 0 0 Tm" in shown(book, run(book, "一", (0,), way="turned"))


@settings(deadline=None)
@given(some.lists(some.integers(-PT, 5 * PT), min_size=1, max_size=60))
def test_no_error_adds_up(gaps: list[int]) -> None:
    """The pen, moved by the widths and numbers as written, is never more than half a thousandth of the em away."""
    book = open_book(TEST_FONTS)
    along = [0]
    for gap in gaps:
        along.append(along[-1] + 10 * PT + gap)
    line = run(book, "一" * len(along), tuple(along))
    written = shown(book, line)
    pen, at = Fraction(0), []
    for token in written.replace("[", " ").replace("]", " ").replace("<feff", " (").split("\n"):
        if not token.strip().endswith(("Tj", "TJ")):
            continue
        for part in token.replace("TJ", "").replace("Tj", "").replace("<", " <").replace(">", "> ").split():
            if part.startswith("<"):
                for _ in range(len(part.strip("<>")) // 4):
                    at.append(pen)
                    pen += 1000
            else:
                pen -= int(part)
    assert len(at) == len(along)
    assert all(abs(got - Fraction(want, 10 * PT) * 1000) <= Fraction(1, 2) for got, want in zip(at, along, strict=True))


def test_states_are_set_only_where_they_change() -> None:
    state = State()
    assert state.glyphs(BLACK, "F1", 9 * PT, 1000) == "/Gover gs\n0 0 0 1 k\n/F1 9 Tf\n"
    assert state.glyphs(BLACK, "F1", 9 * PT, 1000) == ""
    assert state.glyphs(BLACK, "F1", 9 * PT, 900) == "90 Tz\n"
    assert state.area(PAPER) == "/Gout gs\n0 0 0 0 k\n"
    assert state.area(Colour(0, 0, 0, 300)) == "0 0 0 0.3 k\n"
    assert state.rule(Colour(0, 0, 0, 300)) == "/Gover gs\n0 0 0 0.3 K\n"
    assert state.picture() == "/Gout gs\n"
    assert state.glyphs(BLACK, "F1", 9 * PT, 900) == "/Gover gs\n0 0 0 1 k\n"


def test_origin_is_the_top_left_corner() -> None:
    fill = drawing.fill(Fill(Rect(10 * PT, 20 * PT, 30 * PT, 40 * PT), PAPER), State(), (5 * PT, 100 * PT))
    assert fill == "0 0 0 0 k\n15 40 30 40 re f\n"


def test_a_dash_does_not_outlast_its_stroke() -> None:
    dashed = drawing.stroke(Stroke(((0, 0), (PT, 0)), PT, BLACK, (2 * PT, PT)), State(), (0, 0))
    assert dashed.endswith("1 w [2 1] 0 d 0 0 m 1 0 l S\n[] 0 d\n")


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        ("2026-11-23T08:00:00+08:00", "20261123080000+08'00'"),
        ("2026-11-23T08:00:00Z", "20261123080000Z"),
        ("2026-11-23T08:00:00", "20261123080000Z"),
    ],
)
def test_dates(moment: str, date: str) -> None:
    assert intent.pdf_date(moment) == date


def test_the_identity_comes_from_the_content() -> None:
    one, two = (DocumentInfo("t", "a", "s", "2026-11-23T08:00:00Z", content) for content in ("a", "b"))
    assert intent.identity(one) != intent.identity(two) and len(intent.identity(one)) == 32


def test_labels_that_count_on_share_an_entry() -> None:
    names = ("C1", "C2", "1", "2", "3", "7", "8", "iv")
    sheets = tuple(Sheet(1, 1, 0, (), number, name) for number, name in enumerate(names))
    assert reading.labels(sheets)["Nums"][::2] == [0, 1, 2, 5, 7]
