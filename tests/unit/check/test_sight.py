"""`banxin check` sees a page as its reader will, be the file ours or another program's."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from layout import check, pdf
from layout.font import Book, open_book
from layout.model.colour import BLACK, PAPER, Colour
from layout.model.display import Fill, GlyphRun, Item, Sheet, Stroke
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.printing import DocumentInfo, PressProfile, PrintSettings
from layout.model.units import MM, PT

ROOT = Path(__file__).parents[3]
PROFILE = PressProfile("coated", "FOGRA39", "coated", str(ROOT / "styles" / "press" / "ISOcoated_v2_300_bas.icc"))
INFO = DocumentInfo("试刊", "编辑部", "body", "2026-11-23T08:00:00+08:00", "0123abc")
FONT = "BanxinTest"
registerFont(TTFont(FONT, ROOT / "tests" / "fonts" / "BanxinTestTT.ttf"))
POINTS = 72 / 25.4
WIDE, HIGH, BLEED = 100 * POINTS, 140 * POINTS, 3 * POINTS
Draw = Callable[[Canvas], object]


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(ROOT / "fonts" / "fonts.toml")


def sights(data: bytes) -> list[Finding]:
    return [item for item in check.run_pdf(data, PROFILE) if item.code.startswith("SIGHT")]


def ours(book: Book, *items: Item, pages: int = 1) -> list[Finding]:
    """What is seen in a press file of pages of 100 × 140 mm, all alike."""
    sheets = tuple(Sheet(100 * MM, 140 * MM, 3 * MM, items, at, str(at)) for at in range(1, pages + 1))
    return sights(pdf.write(sheets, PrintSettings(PROFILE, INFO), book, {}))


def line(book: Book, text: str, x: float, y: float, colour: Colour = BLACK, way: str = "horizontal") -> GlyphRun:
    gids = tuple(book.face("serif-regular").gid_list(text))
    along = tuple(index * 10 * PT for index in range(len(text)))
    return GlyphRun("serif-regular", 10 * PT, colour, round(x * MM), round(y * MM), gids, along, tuple(text), way)  # type: ignore[arg-type]


def theirs(draw: Draw, margin: float = 10 * POINTS) -> list[Finding]:
    """What is seen in a page of the same size that reportlab wrote; the trim's corner below is the origin."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDE + 2 * margin, HIGH + 2 * margin))
    canvas.translate(margin, margin)
    canvas.setFont(FONT, 10)
    draw(canvas)
    canvas.save()
    with pikepdf.open(out) as opened:
        page = opened.pages[0]
        page.TrimBox = pikepdf.Array([margin, margin, margin + WIDE, margin + HIGH])
        page.BleedBox = pikepdf.Array([margin - BLEED, margin - BLEED, margin + WIDE + BLEED, margin + HIGH + BLEED])
        made = BytesIO()
        opened.save(made)
    return sights(made.getvalue())


def found(items: list[Finding]) -> list[str]:
    for item in items:
        assert item.text("en") and item.text("zh")
    return [item.code for item in items]


@pytest.mark.fires("SIGHT-OFF-PAGE")
def test_text_below_the_sheet(book: Book) -> None:
    (seen,) = ours(book, line(book, "文字在纸外面", 20, 198))
    assert seen.code == "SIGHT-OFF-PAGE" and "文字在纸外面" in seen.message() and seen.page == 1
    assert seen.box and round(seen.box.x / MM) == 20 and 190 < seen.box.y / MM < 198


@pytest.mark.fires("SIGHT-OFF-PAGE")
@pytest.mark.parametrize("way", ["upright", "turned"])
def test_vertical_text_over_the_foot(book: Book, way: str) -> None:
    assert found(ours(book, line(book, "竖排一行超过页底" * 3, 50, 80, way=way))) == ["SIGHT-OFF-PAGE"]


@pytest.mark.fires("SIGHT-NEAR-EDGE")
def test_text_near_the_cut(book: Book) -> None:
    assert found(ours(book, line(book, "靠边", 1.5, 50))) == ["SIGHT-NEAR-EDGE"]


@pytest.mark.fires("SIGHT-HIDDEN", "SIGHT-UNREADABLE")
def test_text_under_a_fill_and_white_on_white(book: Book) -> None:
    cover = Fill(Rect(10 * MM, 40 * MM, 80 * MM, 20 * MM), PAPER)
    assert found(ours(book, line(book, "盖住了", 20, 50), cover)) == ["SIGHT-HIDDEN"]
    assert found(ours(book, line(book, "白字白底", 20, 50, PAPER))) == ["SIGHT-UNREADABLE"]


def rule(width: float, dash: tuple[int, ...] = ()) -> Stroke:
    """A level rule, so many millimetres thick, over the line that others stand on in these tests."""
    return Stroke(((10 * MM, 49 * MM), (90 * MM, 49 * MM)), round(width * MM), BLACK, dash)


@pytest.mark.fires("SIGHT-HIDDEN", "SIGHT-UNREADABLE")
def test_text_under_a_rule_and_on_one(book: Book) -> None:
    assert found(ours(book, line(book, "盖住了", 20, 50), rule(9))) == ["SIGHT-HIDDEN"]
    assert found(ours(book, rule(9), line(book, "黑字黑底", 20, 50))) == ["SIGHT-UNREADABLE"]


@pytest.mark.silent("SIGHT-HIDDEN", "SIGHT-UNREADABLE")
def test_a_fine_rule_through_text_and_a_dashed_one(book: Book) -> None:
    assert not ours(book, line(book, "划去的字", 20, 50), rule(0.3))
    assert not ours(book, line(book, "虚线", 20, 50), rule(9, (5 * MM, 5 * MM)))


@pytest.mark.fires("SIGHT-OVERLAP")
def test_lines_over_one_another(book: Book) -> None:
    one, other = line(book, "第一行文字排在这里", 20, 50), line(book, "别的文字排在这里了", 21, 51)
    assert found(ours(book, one, other)) == ["SIGHT-OVERLAP"]


@pytest.mark.fires("SIGHT-NO-BLEED")
def test_a_tab_without_bleed(book: Book) -> None:
    tab = Fill(Rect(90 * MM, 20 * MM, 10 * MM, 20 * MM), Colour(0, 900, 300, 0))
    (seen,) = ours(book, line(book, "字", 20, 50), tab)
    assert seen.code == "SIGHT-NO-BLEED" and "M90 Y30" in seen.message()


@pytest.mark.fires("SIGHT-BLANK")
def test_a_page_with_nothing(book: Book) -> None:
    assert found(ours(book, pages=5)) == ["SIGHT-BLANK"] * 5


@pytest.mark.silent("SIGHT-BLANK")
def test_the_bare_inside_of_a_cover(book: Book) -> None:
    assert not ours(book, pages=2)


SIGHTS = (
    "SIGHT-OFF-PAGE", "SIGHT-NEAR-EDGE", "SIGHT-HIDDEN", "SIGHT-UNREADABLE", "SIGHT-FAINT", "SIGHT-ON-PICTURE",
    "SIGHT-OVERLAP", "SIGHT-NO-BLEED", "SIGHT-BLANK",
)  # fmt: skip


@pytest.mark.silent(*SIGHTS)
def test_a_sound_page_of_ours(book: Book) -> None:
    ground = Fill(Rect(-3 * MM, -3 * MM, 106 * MM, 30 * MM), Colour(900, 300, 0, 0))
    lines = (line(book, "一行排得很实的文字，", 20, 50 + index * 10 * 25.4 / 72) for index in range(5))
    columns = (line(book, "竖排“文字”，", 90 - 4 * index, 80, way="upright") for index in range(4))
    assert not ours(book, ground, line(book, "白字压底", 20, 20, PAPER), *lines, *columns)


def words(canvas: Canvas) -> None:
    """Running text, a line a showing, with one of the marks that PDF writers make of their own: text in parts."""
    text = canvas.beginText(30, 300)
    for row in range(10):
        text.textLine(f"Line {row} of any program's page")
    canvas.drawText(text)


def marks_in_the_slug(canvas: Canvas) -> None:
    words(canvas)
    canvas.drawString(20, -22, "slug: page 1, 2026-12-01")
    canvas.line(-25, 0, -12, 0)
    canvas.rect(-25, 100, 8, 8, fill=1, stroke=0)


def invisible_text_of_a_scan(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColor(0.1, 0.1, 0.1, 0))
    canvas.rect(-BLEED, -BLEED, WIDE + 2 * BLEED, HIGH + 2 * BLEED, fill=1, stroke=0)
    text = canvas.beginText(30, 300)
    text.setTextRenderMode(3)
    text.textLine("what was read in the scan")
    text.textLine("what was read in the scan")
    canvas.drawText(text)


def white_on_a_gradient(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.linearGradient(0, 0, WIDE, 0, (CMYKColor(1, 1, 0, 0), CMYKColor(1, 0, 0, 0.5)), extend=True)
    canvas.restoreState()
    canvas.setFillColor(CMYKColor(0, 0, 0, 0))
    canvas.drawString(50, 200, "white words on a gradient")


def white_on_a_drawing(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColor(1, 1, 0, 0.5))
    canvas.circle(140, 200, 90, fill=1, stroke=0)
    canvas.setFillColor(CMYKColor(0, 0, 0, 0))
    canvas.drawString(90, 200, "white in a circle")


def a_watermark_and_made_bold(canvas: Canvas) -> None:
    words(canvas)
    canvas.saveState()
    canvas.setFillColor(Color(0, 0, 0, alpha=0.1))
    canvas.setFont(FONT, 60)
    canvas.rotate(30)
    canvas.drawString(80, 100, "DRAFT")
    canvas.restoreState()
    canvas.drawString(30, 350, "Bold by printing twice")
    canvas.drawString(30.4, 350, "Bold by printing twice")


def a_font_that_is_not_in_the_file(canvas: Canvas) -> None:
    """Readers know the widths of Helvetica; the file does not say them."""
    canvas.setFont("Helvetica", 10)
    letter_by_letter(canvas)


def letter_by_letter(canvas: Canvas) -> None:
    at = 30.0
    for letter in "each letter is placed alone":
        canvas.drawString(at, 250, letter)
        at += canvas.stringWidth(letter, FONT, 10) - 0.3
    canvas.drawString(30, 240, "and a line set tight below")


def clipped(canvas: Canvas) -> None:
    words(canvas)
    path = canvas.beginPath()
    path.rect(20, 20, 100, 30)
    canvas.saveState()
    canvas.clipPath(path, stroke=0)
    canvas.drawString(30, 30, "inside")
    canvas.drawString(400, 30, "clipped away")
    canvas.setFillColor(CMYKColor(1, 0, 0, 0))
    canvas.rect(-1, 25, 60, 2, fill=1, stroke=0)
    canvas.restoreState()


@pytest.mark.silent(*SIGHTS)
@pytest.mark.parametrize(
    "draw",
    [
        words,
        marks_in_the_slug,
        invisible_text_of_a_scan,
        white_on_a_gradient,
        white_on_a_drawing,
        a_watermark_and_made_bold,
        letter_by_letter,
        a_font_that_is_not_in_the_file,
        clipped,
    ],
)
def test_a_sound_page_of_another_program(draw: Draw) -> None:
    assert not [item.text() for item in theirs(draw)]


@pytest.mark.fires("SIGHT-OFF-PAGE")
def test_text_of_another_program_beyond_the_trim() -> None:
    assert found(theirs(lambda canvas: canvas.drawString(30, -4, "in the bleed"))) == ["SIGHT-OFF-PAGE"]
    assert found(theirs(lambda canvas: canvas.drawString(250, 80, "over the edge of the page"))) == ["SIGHT-OFF-PAGE"]


@pytest.mark.fires("SIGHT-OVERLAP")
def test_boxes_of_another_program_over_one_another() -> None:
    def draw(canvas: Canvas) -> None:
        words(canvas)
        canvas.drawString(60, 297, "an author's box is printed over it")

    assert found(theirs(draw)) == ["SIGHT-OVERLAP"]


@pytest.mark.fires("SIGHT-UNREADABLE", "SIGHT-HIDDEN")
def test_text_within_a_form() -> None:
    """What stands in forms is seen as well, where its matrix puts it."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("one")
        canvas.setFillColor(CMYKColor(0, 0, 0, 0))
        canvas.drawString(0, 0, "white")
        canvas.setFillColor(CMYKColor(0, 0, 0, 1))
        canvas.drawString(0, 50, "covered")
        canvas.setFillColor(CMYKColor(0, 0, 0, 0.2))
        canvas.rect(-5, 45, 100, 20, fill=1, stroke=0)
        canvas.endForm()
        canvas.translate(100, 100)
        canvas.doForm("one")

    assert found(theirs(draw)) == ["SIGHT-UNREADABLE", "SIGHT-HIDDEN"]


def test_who_has_looked_before_is_told_the_rest(book: Book) -> None:
    """A build looks at its sheets; of the file it asks for all but what a reader would see."""
    items = (line(book, "水尺", 20, 139, Colour(900, 900, 900, 900)),)
    sheets = (Sheet(100 * MM, 140 * MM, 3 * MM, items, 1, "1"),)
    data = pdf.write(sheets, PrintSettings(PROFILE, INFO), book, {})
    every, rest = (check.run_pdf(data, PROFILE, check.Wanted(look=look)) for look in (True, False))
    assert rest == tuple(item for item in every if not item.code.startswith("SIGHT"))
    assert "TXT-06" in {item.code for item in rest} and len(rest) < len(every)


@pytest.mark.silent("SIGHT-OFF-PAGE")
def test_a_form_shows_nothing_outside_its_box() -> None:
    def draw(canvas: Canvas) -> None:
        words(canvas)
        canvas.beginForm("one", 0, 0, 60, 60)
        canvas.setFont(FONT, 10)
        canvas.drawString(5, 5, "seen")
        canvas.drawString(400, 5, "cut away by the box of the form")
        canvas.endForm()
        canvas.translate(40, 40)
        canvas.doForm("one")

    assert not [item.text() for item in theirs(draw)]
