"""Where letters stand, as a content stream says it, against where PDFium finds them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from layout.check.effort import Effort
from layout.check.matrix import turned
from layout.check.scan import Mark, marks

ROOT = Path(__file__).parents[3]
FONT = "BanxinTest"
registerFont(TTFont(FONT, ROOT / "tests" / "fonts" / "BanxinTestTT.ttf"))
NEAR = 0.02
"""Points by which two readings may differ."""


def spaced(text: PDFTextObject) -> None:
    text.setCharSpace(1.5)
    text.textLine("letters apart")
    text.setCharSpace(0)
    text.setWordSpace(4)
    text.textLine("words wide apart")


def narrowed(text: PDFTextObject) -> None:
    text.setHorizScale(70)
    text.setCharSpace(0.5)
    text.textLine("narrow letters apart")


def led_and_raised(text: PDFTextObject) -> None:
    text.setLeading(17)
    text.textLine("one line")
    text.textLine("and one below")
    text.moveCursor(12, 30)
    text.textOut("further down")
    text.setRise(4)
    text.textOut("raised")


def turned_by_a_quarter(text: PDFTextObject) -> None:
    text.setTextTransform(0, 1, -1, 0, 200, 100)
    text.textLine("upwards")
    text.textLine("and beside it")


def made(draw: Callable[[PDFTextObject], None]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(400, 400), pageCompression=0)
    canvas.translate(7, 11)
    canvas.scale(1.25, 1.25)
    text = canvas.beginText(30, 200)
    text.setFont(FONT, 10)
    draw(text)
    canvas.drawText(text)
    canvas.save()
    return out.getvalue()


def ours(data: bytes) -> list[tuple[str, float, float, float]]:
    """Each letter with its left edge, its right edge and its baseline; turned lines are read the other way round."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for mark in marks(pdf.pages[0], Effort(process_time())):
            shown = mark.shown if isinstance(mark, Mark) else None
            for index, code in enumerate(shown.codes if shown else ()):
                assert shown
                box = turned(shown.matrix, shown.corners(index, 0, 0.5))
                if not shown.lettering.blank(code):
                    found.append((shown.lettering.text(code), box[0], box[2], box[1]))
    return found


def theirs(data: bytes) -> list[tuple[str, float, float]]:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    found = []
    for index in range(page.count_chars()):
        letter = page.get_text_range(index, 1)
        if letter.strip():
            left, _, right, _ = page.get_charbox(index, loose=True)
            found.append((letter, left, right))
    return found


@pytest.mark.parametrize("draw", [spaced, narrowed, led_and_raised])
def test_letters_stand_where_pdfium_finds_them(draw: Callable[[PDFTextObject], None]) -> None:
    data = made(draw)
    mine, its = ours(data), theirs(data)
    assert [letter for letter, *_ in mine] == [letter for letter, *_ in its] and len(mine) > 10
    for (_, left, right, _), (_, its_left, its_right) in zip(mine, its, strict=True):
        assert left == pytest.approx(its_left, abs=NEAR) and right == pytest.approx(its_right, abs=NEAR)


def test_baselines_of_lines_and_of_raised_letters() -> None:
    """A line, one led 17 pt below it, one begun 30 pt further down, and letters raised by 4 pt on that."""
    feet = list(dict.fromkeys(round(foot, 2) for *_, foot in ours(made(led_and_raised))))
    steps = [(one - other) / 1.25 for one, other in zip(feet, feet[1:], strict=False)]
    assert steps[0] == pytest.approx(17, abs=NEAR) and steps[-1] == pytest.approx(-4, abs=NEAR)


def test_a_line_turned_by_a_quarter_goes_up_the_page() -> None:
    letters = ours(made(turned_by_a_quarter))
    feet = [foot for *_, foot in letters[: len("upwards")]]
    assert feet == sorted(feet) and feet[0] == pytest.approx(11 + 1.25 * 100, abs=NEAR)
    assert letters[0][2] == pytest.approx(7 + 1.25 * 200, abs=NEAR)  # its baseline is its right edge


@pytest.mark.parametrize(
    ("operators", "places"),
    [
        (b"10 0 0 10 50 300 Tm (a) Tj 0 -2 TD (b) Tj T* (c) Tj", [300, 280, 260]),
        (b"1 0 0 1 50 300 Tm /F 10 Tf 15 TL (a) Tj (b) ' 3 1 (c) \" T* (d) Tj", [300, 285, 270, 255]),
    ],
)
def test_operators_that_writers_seldom_use(operators: bytes, places: list[float]) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 400))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name.X, FirstChar=97,
        Widths=pikepdf.Array([500, 500, 500, 500]),
    )  # fmt: skip
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = pikepdf.Stream(pdf, b"BT /F 1 Tf " + operators + b" ET")
    out = BytesIO()
    pdf.save(out)
    assert [foot for *_, foot in ours(out.getvalue())] == pytest.approx(places)
