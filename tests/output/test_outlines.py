"""Type with an edge: drawn round its letters in every direction of writing, and read back once."""

import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout import pdf
from layout.check import Wanted, run_pdf
from layout.font import Book
from layout.model.colour import PAPER, Colour
from layout.model.display import Fill, GlyphRun, Outline, Shadow, Sheet
from layout.model.geometry import Rect
from layout.model.printing import PrintSettings
from layout.model.units import MM, PT
from layout.model.value import replace
from tests.output.programs import program

WORDS = "洲头的傍晚，Dandelion绒球"
DPI = 288
EDGE = 2
"""points"""


def made(book: Book, settings: PrintSettings, *items: Any) -> bytes:
    return pdf.write((Sheet(210 * MM, 285 * MM, 3 * MM, items, 1, "1"),), settings, book, {})


def seen(data: bytes) -> Image.Image:
    """Everything that is not paper, white on black."""
    page = pypdfium2.PdfDocument(data)[0].render(scale=DPI / 72).to_pil().convert("L")
    return ImageChops.invert(page).point(lambda level: 255 if level > 127 else 0)


@pytest.mark.parametrize("way", ["horizontal", "upright", "turned"])
def test_the_edge_reaches_evenly_beyond_the_letters(
    book: Book, press_settings: PrintSettings, setter: Any, way: str
) -> None:
    run: GlyphRun = setter("sans-bold", 30, "田中", 80, 60, way=way)
    edged = replace(run, outline=Outline(EDGE * PT, run.colour))
    plain, grown = (seen(made(book, press_settings, item)).getbbox() for item in (run, edged))
    assert plain and grown
    reach = [abs(a - b) * 72 / DPI for a, b in zip(plain, grown, strict=True)]
    assert reach == pytest.approx([EDGE] * 4, abs=0.3)


def test_the_letters_lie_over_their_edge(book: Book, press_settings: PrintSettings, setter: Any) -> None:
    """White letters with a black edge on white: what is black lies wholly outside the letters."""
    run: GlyphRun = setter("sans-bold", 30, "田中", 80, 60)
    white = replace(run, colour=PAPER, outline=Outline(EDGE * PT, run.colour))
    letters, edge = seen(made(book, press_settings, run)), seen(made(book, press_settings, white))
    both = ImageChops.logical_and(letters.convert("1"), edge.convert("1")).histogram()[255]
    assert edge.getbbox() and both < letters.histogram()[255] / 20


@pytest.mark.parametrize("way", ["horizontal", "upright"])
def test_the_words_are_read_once(
    book: Book, press_settings: PrintSettings, setter: Any, tmp_path: Path, way: str
) -> None:
    run = replace(
        setter("sans-bold", 9, WORDS, 40, 40, way=way, colour=PAPER), outline=Outline(PT // 2, Colour(0, 0, 0, 1000))
    )
    ground = Fill(Rect(20 * MM, 20 * MM, 120 * MM, 120 * MM), Colour(300, 400, 900, 0))
    data = made(book, press_settings, ground, run)
    (tmp_path / "page.pdf").write_bytes(data)
    told = subprocess.run(
        [program("pdftotext"), tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == [WORDS]
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split() == [WORDS]
    with pikepdf.open(tmp_path / "page.pdf") as opened:
        operators = [str(item.operator) for item in pikepdf.parse_content_stream(opened.pages[0])]
    assert operators.count("BT") == 1 and "Tr" not in operators and operators.count("q") == operators.count("Q") == 1
    assert not run_pdf(data, press_settings.profile, Wanted(210 * MM, 285 * MM))


@pytest.mark.parametrize("edged", [False, True])
@pytest.mark.parametrize("way", ["horizontal", "upright", "turned"])
def test_a_shadow_lies_beside_the_letters_and_is_not_read(
    book: Book, press_settings: PrintSettings, setter: Any, tmp_path: Path, way: str, edged: bool
) -> None:
    run: GlyphRun = setter("sans-bold", 30, "田中", 80, 60, way=way)
    plain = replace(run, outline=Outline(EDGE * PT, run.colour)) if edged else run
    shaded = replace(plain, shadow=Shadow(3 * PT, run.colour))
    one, both = (seen(made(book, press_settings, item)).getbbox() for item in (plain, shaded))
    assert one and both
    assert [(b - a) * 72 / DPI for a, b in zip(one, both, strict=True)] == pytest.approx([0, 0, 3, 3], abs=0.3)
    data = made(book, press_settings, shaded)
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split() == ["田中"]
    assert not run_pdf(data, press_settings.profile, Wanted(210 * MM, 285 * MM))
