"""The press file read back: identity, boxes, fonts, inks, overprint, pictures."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from layout import pdf
from layout.job.cache import FileCache
from layout.model.units import MM, PT


@pytest.fixture(scope="module")
def press(press_file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(press_file))


def operators(page: pikepdf.Page) -> list[tuple[str, list[Any]]]:
    return [(str(item.operator), list(item.operands)) for item in pikepdf.parse_content_stream(page)]


def test_the_same_input_gives_the_same_bytes(
    press_file: bytes, sheets: Any, press_settings: Any, book: Any, separations: Any, tmp_path: Path
) -> None:
    assert pdf.write(sheets, press_settings, book, separations, FileCache(tmp_path)) == press_file
    assert pdf.write(sheets, press_settings, book, separations, FileCache(tmp_path)) == press_file


def test_boxes(press: pikepdf.Pdf) -> None:
    def mm(box: Any) -> list[float]:
        return [round(float(edge) * PT / MM, 2) for edge in box]

    for page in press.pages:
        assert mm(page.obj.MediaBox) == mm(page.obj.BleedBox) == [0, 0, 216, 291]
        assert mm(page.obj.TrimBox) == [3, 3, 213, 288]
        assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit", "/Annots"} & set(page.obj.keys())


def test_identity_info_and_xmp_agree(press: pikepdf.Pdf) -> None:
    assert press.pdf_version == "1.6"
    info, xmp = press.docinfo, press.open_metadata()
    assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert xmp["dc:title"] == str(info.Title) == "试刊 & Test"
    assert xmp["dc:creator"] == [str(info.Author)] == ["编辑部"]
    assert xmp["pdf:Producer"] == str(info.Producer) and xmp["xmp:CreatorTool"] == str(info.Creator)
    assert str(info.Trapped) == "/False" and xmp["pdf:Trapped"] == "False"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20261123080000+08'00'"
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-23T08:00:00+08:00"
    first, second = press.trailer.ID
    assert bytes(first) == bytes(second) and len(bytes(first)) == 16


def test_output_intent(press: pikepdf.Pdf) -> None:
    (intent,) = press.Root.OutputIntents
    assert intent.S == "/GTS_PDFX" and str(intent.OutputConditionIdentifier) == "FOGRA39"
    profile = intent.DestOutputProfile.read_bytes()
    assert intent.DestOutputProfile.N == 4 and profile[12:20] == b"prtrCMYK"


def test_nothing_for_readers_only(press: pikepdf.Pdf) -> None:
    kept = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents"}
    assert set(press.Root.keys()) == kept


def test_fonts_are_embedded_subsets_with_text(press: pikepdf.Pdf) -> None:
    fonts = press.pages[0].Resources.Font
    assert len(fonts) == 5  # four faces across, one of them also down
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont)) and font.ToUnicode.read_bytes()
        assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())
        assert (descendant.Subtype == "/CIDFontType2") == ("/CIDToGIDMap" in descendant)


def test_only_process_inks(press: pikepdf.Pdf) -> None:
    foreign = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "BI"}
    for page in press.pages:
        assert not foreign & {name for name, _ in operators(page)}
    spaces = [image.ColorSpace for image in press.pages[0].Resources.XObject.values()]
    assert str(spaces[0]) == "/DeviceCMYK"
    assert [str(part) for part in spaces[1][:3]] == ["/Separation", "/Black", "/DeviceCMYK"]


def painted(page: pikepdf.Page) -> list[tuple[str, tuple[float, ...], bool]]:
    """(operator, inks, overprints) of everything painted on a page."""
    inks: dict[str, tuple[float, ...]] = {"k": (), "K": ()}
    over, seen = False, []
    for name, operands in operators(page):
        if name in inks:
            inks[name] = tuple(float(value) for value in operands)
        elif name == "gs":
            state = page.Resources.ExtGState[str(operands[0])]
            over = bool(state.op)
            assert bool(state.OP) == over and state.OPM == 1
        elif name in ("Tj", "TJ", "f", "S", "Do"):
            seen.append((name, inks["K" if name == "S" else "k"], over))
    return seen


def test_black_alone_overprints_and_nothing_else(press: pikepdf.Pdf) -> None:
    for name, inks, over in painted(press.pages[0]):
        black_only = inks[:3] == (0, 0, 0) and inks[3] > 0
        assert over == (name != "Do" and black_only and (name != "f" or inks[3] == 1)), (name, inks)


def test_a_page_lists_only_its_own_pictures(press: pikepdf.Pdf) -> None:
    assert len(press.pages[0].Resources.XObject) == 2 and "/XObject" not in press.pages[1].Resources


def test_colours_on_screen(press_file: bytes) -> None:
    page = pypdfium2.PdfDocument(press_file)[0].render(scale=1).to_pil()

    def at(x: float, y: float) -> Any:
        return page.getpixel((int((x + 3) * MM / PT), int((y + 3) * MM / PT)))

    red, green, blue = at(60, 150)
    assert red > 200 and green < 90 and blue < 90
    assert max(at(100, 160)) < 70 and min(at(145, 160)) > 245
    assert min(at(15, 60)) > 250
