"""A cover with a spine, built and read back: boxes, what shows on either side of the spine and on it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout import paint, pdf
from layout.check import Wanted, run_pdf
from layout.font import Book
from layout.job.build import BuildResult, build
from layout.model.colour import Colour
from layout.model.display import Fill, PictureKey, Sheet
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedFrame
from layout.model.picture import Separation
from layout.model.printing import PrintSettings
from layout.model.style import House, Margins
from layout.model.units import MM, PT
from layout.model.value import replace
from tests.output.programs import program

WIDE, HIGH, BLEED = 210 * MM, 285 * MM, 3 * MM
HOUSE = House(
    WIDE, HIGH, BLEED, Margins(20 * MM, 20 * MM, 20 * MM, 20 * MM), 15 * PT, 10 * PT, 40,
    (("ink", Colour(0, 0, 0, 1000)), ("accent", Colour(0, 0, 1000, 0))),
)  # fmt: skip
INKS = {
    "front": Colour(1000, 0, 0, 0),
    "second": Colour(0, 1000, 0, 0),
    "third": Colour(0, 0, 0, 500),
    "back": Colour(0, 0, 1000, 0),
}
PLAN = """slug = "k"
number = "12"
title = "埠头"
date = "2026年11月"
stage = "初校"
"""


def plain(name: str) -> Sheet:
    """A page of one colour with its bleed."""
    box = Rect(0, 0, WIDE, HIGH).grown(BLEED)
    return Sheet(WIDE, HIGH, BLEED, (Fill(box, INKS[name]),), 1, name)


PAGES = tuple(map(plain, INKS))


def rendered(data: bytes, page: int = 0) -> Image.Image:
    """The media box, four pixels a millimetre."""
    return pypdfium2.PdfDocument(data)[page].render(scale=4 * 25.4 / 72).to_pil().convert("RGB")


def colours(book: Book, settings: PrintSettings, sheet: Sheet, *places: float) -> list[str]:
    """Whose colour shows so many mm from the left trim, half way down; "paper" where nothing is painted."""
    seen = rendered(pdf.write((sheet,), settings, book, {}))
    known = {rendered(pdf.write((one,), settings, book, {})).getpixel((400, 400)): one.label for one in PAGES}
    return [known.get(seen.getpixel((round(4 * (x + 3)), 600)), "paper") for x in places]


def test_a_narrow_spine_is_covered_to_its_middle(book: Book, press_settings: PrintSettings) -> None:
    outer, inner = paint.cover(PAGES, 4 * MM, HOUSE, None, None)
    assert colours(book, press_settings, outer, -2, 209, 211, 213, 215, 425) == ["back"] * 3 + ["front"] * 3
    assert colours(book, press_settings, inner, 209, 211, 213, 215) == ["second", "paper", "paper", "third"]


def test_a_spine_with_text_is_a_surface_of_its_own(book: Book, press_settings: PrintSettings) -> None:
    text = PlacedFrame("spine", "furniture", Rect(0, 0, 8 * MM, HIGH))
    outer, _ = paint.cover(PAGES, 8 * MM, HOUSE, text, None)
    assert colours(book, press_settings, outer, 209, 211, 214, 217, 219) == ["back", *["paper"] * 3, "front"]
    ground = PlacedFill(Rect(0, 0, WIDE, HIGH), "accent")
    outer, _ = paint.cover(PAGES, 8 * MM, HOUSE, text, ground)
    assert colours(book, press_settings, outer, 209, 211, 217, 219) == ["back"] * 3 + ["front"]


def test_a_volume_bound_at_its_right(book: Book, press_settings: PrintSettings) -> None:
    outer, inner = paint.cover(PAGES, 4 * MM, replace(HOUSE, binding="right"), None, None)
    assert colours(book, press_settings, outer, 100, 300) == ["front", "back"]
    assert colours(book, press_settings, inner, 100, 300) == ["third", "second"]


def test_a_page_looks_the_same_on_the_sheet(
    book: Book,
    press_settings: PrintSettings,
    sheets: tuple[Sheet, ...],
    separations: Mapping[PictureKey, Separation],
) -> None:
    """Pictures, type, rules and outlines of a page that has everything, beside a page of type."""
    outer, _ = paint.cover((sheets[0], *sheets[1:3], sheets[3]), 10 * MM, HOUSE, None, None)
    single = rendered(pdf.write(sheets[:1], press_settings, book, separations))
    both = rendered(pdf.write((outer,), press_settings, book, separations))
    front = both.crop((4 * 223, 0, 4 * 433, both.height))
    changed = ImageChops.difference(front, single.crop((12, 0, 12 + front.width, both.height))).convert("L")
    assert sum(changed.histogram()[48:]) < front.width * front.height / 500  # edges of letters


def cover_issue(folder: Path, spine: str, pages: int = 4) -> BuildResult:
    kinds = ("front", "masthead", "inside", "back")[:pages]
    entries = "".join(f'\n[[entry]]\npage = "cover-{kind}"\npart = "cover"\n' for kind in kinds)
    (folder / "issue").mkdir()
    data = '[data]\nissn = "0000-0000"\n'
    (folder / "issue" / "issue.toml").write_text(f'{PLAN}{data}[cover]\nspine = "{spine}"\n{entries}', "utf-8")
    return build(folder / "issue", "all", folder / "out")


@pytest.mark.silent("PAGE-COVER", "PAGE-COVER-ODD")
def test_built_and_read_back(tmp_path: Path, press_settings: PrintSettings) -> None:
    made = cover_issue(tmp_path, "6mm").made
    press, proof = (next(path for path in made if kind in path.name) for kind in ("cover-press", "proof"))
    with pikepdf.open(press) as opened, pikepdf.open(proof) as single:
        assert (len(opened.pages), len(single.pages)) == (2, 4)
        for page in opened.pages:
            trim, bleed = ([float(edge) * PT / MM for edge in page[name]] for name in ("/TrimBox", "/BleedBox"))
            assert trim == pytest.approx([3, 3, 429, 288], abs=0.01)
            assert bleed == pytest.approx([0, 0, 432, 291], abs=0.01)
    assert not run_pdf(press.read_bytes(), press_settings.profile, Wanted(426 * MM, HIGH))
    assert [spine_text(press, page) for page in (1, 2)] == ["埠头2026年第12期", ""]


def spine_text(press: Path, page: int) -> str:
    """What poppler reads between the two folds."""
    where = ["-f", str(page), "-l", str(page), "-r", "254", "-x", "2130", "-y", "0", "-W", "60", "-H", "2910"]
    return "".join(
        subprocess.run([program("pdftotext"), *where, press, "-"], capture_output=True, text=True).stdout.split()
    )


@pytest.mark.fires("PAGE-COVER")
def test_no_spine_and_too_few_pages_keep_single_pages(tmp_path: Path) -> None:
    for name, spine, pages in (("a", "0mm", 4), ("b", "6mm", 3)):
        (tmp_path / name).mkdir()
        built = cover_issue(tmp_path / name, spine, pages)
        press = next(path for path in built.made if "cover-press" in path.name)
        assert len(pypdfium2.PdfDocument(press)) == pages
        assert [item.code for item in built.findings if item.code == "PAGE-COVER"] == ["PAGE-COVER"] * (name == "b")


@pytest.mark.fires("READ-VALUE")
@pytest.mark.parametrize("wrong", ["-3mm", "70mm"])
def test_a_spine_that_cannot_be(tmp_path: Path, wrong: str) -> None:
    found = cover_issue(tmp_path, wrong).findings
    assert [item.place.line for item in found if item.code == "READ-VALUE" and item.place] == [9]
