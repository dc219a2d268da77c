"""The proof read back: marks beyond the bleed, stamp, links, outline, labels, spreads."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from layout import pdf
from layout.font import Book
from layout.model.printing import PrintSettings
from layout.model.units import MM, PT
from layout.model.value import replace


@pytest.fixture(scope="module")
def proof(proof_file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(proof_file))


def test_media_has_room_for_marks(proof: pikepdf.Pdf) -> None:
    page = proof.pages[0].obj
    assert [round(float(edge) * PT / MM) for edge in page.MediaBox] == [0, 0, 236, 311]
    assert [round(float(edge) * PT / MM) for edge in page.TrimBox] == [13, 13, 223, 298]


def test_marks_are_in_all_four_inks(proof: pikepdf.Pdf) -> None:
    strokes = [item for item in pikepdf.parse_content_stream(proof.pages[1]) if str(item.operator) in ("K", "S")]
    assert [float(str(ink)) for ink in strokes[0].operands] == [1, 1, 1, 1]
    assert len(strokes) == 1 + 8 + 8  # one ink for two marks at each corner and a cross on each side


def test_marks_keep_clear_of_the_bleed(proof_file: bytes) -> None:
    image = pypdfium2.PdfDocument(proof_file)[1].render(scale=4).to_pil().convert("L")

    def darkest(*edges: float) -> int:
        return int(str(image.crop(tuple(round(edge * MM / PT * 4) for edge in edges)).getextrema()[0]))

    assert darkest(4, 12, 8, 14) < 120 and darkest(116, 4, 120, 8) < 120
    assert darkest(9.2, 9.2, 226.8, 13.5) == 255 and darkest(9.2, 297.5, 226.8, 301.8) == 255


def test_stamp_carries_label_and_stage(proof_file: bytes) -> None:
    words = pypdfium2.PdfDocument(proof_file)[1].get_textpage().get_text_range()
    assert "2 试刊 2026-11 初校 0123abc" in words


def test_a_link_leads_to_its_sheet(proof: pikepdf.Pdf) -> None:
    (link,) = proof.pages[0].obj.Annots
    assert link.Subtype == "/Link" and link.Dest[0].objgen == proof.pages[2].objgen
    left, low, right, high = (round(float(edge) * PT / MM) for edge in link.Rect)
    assert (left, low, right, high) == (33, 68, 83, 73)


def test_outline_is_grouped_by_section(proof: pikepdf.Pdf) -> None:
    with proof.open_outline() as outline:
        shape = [(node.title, [child.title for child in node.children]) for node in outline.root]
    assert shape == [("水路", ["夜航船", "苔藓"]), ("结尾", [])]


def test_labels_and_spreads(proof: pikepdf.Pdf) -> None:
    assert [page.label for page in proof.pages] == ["封面", "2", "3", "4"]
    assert len(proof.Root.PageLabels.Nums) == 4
    assert proof.Root.PageLayout == "/TwoPageRight"


def test_an_issue_bound_at_the_right_is_read_from_right_to_left(book: Book, proof_settings: PrintSettings) -> None:
    info = replace(proof_settings.info, binding="right")
    for settings in (replace(proof_settings, info=info), replace(proof_settings, info=info, marks=None)):
        with pikepdf.open(BytesIO(pdf.write((), settings, book, {}))) as file:
            assert file.Root.ViewerPreferences.Direction == "/R2L"
    with pikepdf.open(BytesIO(pdf.write((), replace(proof_settings, marks=None), book, {}))) as press:
        assert "/ViewerPreferences" not in press.Root


def test_a_proof_does_not_call_itself_a_press_file(proof: pikepdf.Pdf) -> None:
    assert "pdfxid:GTS_PDFXVersion" not in proof.open_metadata()
