"""A picture with transparency on a tint: the tint shows where the picture is not, on screen and on the plates."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from layout import pdf
from layout.check import run_pdf
from layout.font import Book
from layout.image import probe
from layout.image.ink import press_of
from layout.image.separate import separate
from layout.model.colour import Colour
from layout.model.display import Fill, Picture, Sheet, picture_key
from layout.model.geometry import Rect
from layout.model.picture import cut_for
from layout.model.place import Place
from layout.model.printing import PressProfile, PrintSettings
from layout.model.units import MM

ROOT = Path(__file__).parents[2]
ICC = ROOT / "styles" / "press" / "ISOcoated_v2_300_bas.icc"
PROFILE = PressProfile("coated", "FOGRA39", "coated", str(ICC))
GROUND = Colour(0, 0, 600, 0)


@pytest.fixture(scope="module")
def file_(tmp_path_factory: pytest.TempPathFactory, book: Book, press_settings: PrintSettings) -> bytes:
    """Two pages of 100 × 100 mm: a yellow ground with a picture whose right half is clear; the ground alone."""
    path = tmp_path_factory.mktemp("cut-outs") / "half.png"
    image = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    image.paste((20, 60, 160, 255), (0, 0, 300, 600))
    image.save(path)
    found, _ = probe(path, Place("story.md"))
    assert found is not None
    box = Rect(20 * MM, 20 * MM, 50 * MM, 50 * MM)
    picture = Picture(found, cut_for(found, box.width, box.height), box, Place("story.md"))
    separation, _ = separate(path.read_bytes(), picture, press_of(ICC.read_bytes()), PROFILE)
    assert separation is not None
    ground = Fill(Rect(-3 * MM, -3 * MM, 106 * MM, 106 * MM), GROUND)
    sheets = tuple(
        Sheet(100 * MM, 100 * MM, 3 * MM, items, number, str(number), "recto")  # type: ignore[arg-type]
        for number, items in enumerate(((ground, picture), (ground,)), 1)
    )
    return pdf.write(sheets, press_settings, book, {picture_key(picture): separation})


def test_the_ground_shows_where_the_picture_is_clear(file_: bytes) -> None:
    seen = pypdfium2.PdfDocument(file_)[0].render(scale=2).to_pil().convert("RGB")

    def at(x: int, y: int) -> tuple[int, int, int]:
        value = seen.getpixel((round((x + 3) * 72 / 25.4 * 2), round((y + 3) * 72 / 25.4 * 2)))
        assert isinstance(value, tuple)
        return value[0], value[1], value[2]

    assert at(60, 45) == at(90, 90) and at(60, 45)[2] < 200  # yellow, not paper
    assert at(30, 45)[2] > at(30, 45)[0]  # blue


def test_only_pages_with_cut_outs_blend_and_they_blend_in_press_inks(file_: bytes) -> None:
    opened = pikepdf.open(BytesIO(file_))
    first, second = opened.pages
    assert first.obj.Group.CS == "/DeviceCMYK" and "/Group" not in second.obj
    (image,) = first.get_images().values()
    assert image.SMask.ColorSpace == "/DeviceGray" and image.SMask.Width == image.Width


def test_preflight_lets_it_pass(file_: bytes, press_settings: PrintSettings) -> None:
    assert [item.text("en") for item in run_pdf(file_, press_settings.profile)] == []
