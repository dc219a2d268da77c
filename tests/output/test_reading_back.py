"""Text as readers get it back from the file: the manuscript, without stray spaces, in reading order."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout import pdf
from layout.font import Book
from layout.model.colour import PAPER
from layout.model.display import Fill, GlyphRun, Sheet
from layout.model.geometry import Rect
from layout.model.printing import PrintSettings
from layout.model.units import MM, PT
from layout.model.value import replace
from tests.output.programs import program

Read = Callable[..., tuple[str, str]]


@pytest.fixture
def read(book: Book, press_settings: PrintSettings, tmp_path: Path) -> Read:
    """What poppler and PDFium make of a page that carries these runs."""

    def both(*runs: GlyphRun) -> tuple[str, str]:
        sheet = Sheet(210 * MM, 285 * MM, 3 * MM, runs, 1, "1")
        data = pdf.write((sheet,), press_settings, book, {})
        (tmp_path / "page.pdf").write_bytes(data)
        made = subprocess.run(
            [program("pdftotext"), tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
        )
        poppler = "\n".join(line for line in made.stdout.replace("\f", "").split("\n") if line)
        return poppler, pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().replace("\r\n", "\n")

    return both


@pytest.mark.parametrize("gap", [0, PT // 2, PT, 2 * PT, 5 * PT, -PT])
def test_a_line_stretched_or_squeezed(read: Read, setter: Any, gap: int) -> None:
    words = "港口的早晨从四点半开始，老周来了。"
    assert read(setter("serif-regular", 10, words, 20, 20, gap=gap)) == (words, words)


def test_gaps_between_han_and_latin(read: Read, setter: Any) -> None:
    words = "在2026年用iPhone手机拍下3张照片"
    gaps = dict.fromkeys((0, 4, 6, 12, 16, 17), 3 * PT)
    assert read(setter("serif-regular", 10, words, 20, 20, gaps=gaps)) == (words, words)


def test_marks_squeezed_into_each_other(read: Read, setter: Any) -> None:
    words = "他说：“收。”“卫生院门口，有人等”。"
    gaps = dict.fromkeys((2, 5, 16), -5 * PT) | {6: -10 * PT}
    assert read(setter("serif-regular", 10, words, 20, 20, gaps=gaps, gap=PT // 2)) == (words, words)


def test_gaps_between_two_fonts(read: Read, setter: Any) -> None:
    first = setter("serif-regular", 10, "共有", 20, 20)
    second = setter("sans-bold", 10, "1024", 20 + 22.5 * PT / MM, 20)
    third = setter("serif-regular", 10, "个字节，", 20 + 49 * PT / MM, 20)
    assert read(first, second, third) == ("共有1024个字节，",) * 2


@pytest.mark.parametrize("words", ["two words", "The quick brown fox, it jumps.", "一个 word 在这里"])
def test_spaces_that_are_there_stay(read: Read, setter: Any, words: str) -> None:
    assert read(setter("serif-regular", 10, words, 20, 20)) == (words, words)


def test_columns_stay_apart(read: Read, setter: Any) -> None:
    left, right = setter("serif-regular", 10, "左栏", 20, 20), setter("serif-regular", 10, "右栏", 80, 20)
    for words in read(left, right):
        assert "左栏右栏" not in words


@pytest.mark.parametrize(("words", "way", "gaps"), [
    ("蔺江夜航三镇记", "upright", dict.fromkeys(range(6), 5 * PT)),
    ("没有人也开？”", "horizontal", {5: -5 * PT}),
    ("人，照开”。", "horizontal", {1: -5 * PT, 4: -5 * PT}),
    ("他说：“收。”后来", "horizontal", {2: -5 * PT, 4: PT, 5: -5 * PT, 6: PT}),
])  # fmt: skip
def test_pdfium_shows_each_glyph_where_it_was_set(
    book: Book, setter: Any, press_settings: PrintSettings, words: str, way: str, gaps: dict[int, int]
) -> None:
    """A line looks as it does when each of its glyphs has a text object to itself."""
    line = setter("serif-regular", 10, words, 40, 40, gaps=gaps, way=way)
    alone = [
        replace(line, gids=line.gids[at : at + 1], along=line.along[at : at + 1], text=line.text[at : at + 1])
        for at in range(len(words))
    ]
    whole, parts = (seen(pdf.write((sheet(run),), press_settings, book, {})) for run in ([line], alone))
    assert whole.getbbox() == parts.getbbox() and ImageChops.difference(whole, parts).getextrema()[1] < 64


def sheet(runs: list[GlyphRun]) -> Sheet:
    # a fill between two runs parts their text objects
    bare = Fill(Rect(0, 0, MM, MM), PAPER)
    return Sheet(210 * MM, 285 * MM, 3 * MM, tuple(item for run in runs for item in (run, bare)), 1, "1")


def seen(data: bytes) -> Image.Image:
    """The page's ink, white on black, ten pixels a millimetre."""
    return ImageChops.invert(pypdfium2.PdfDocument(data)[0].render(scale=25.4 / 7.2).to_pil().convert("L"))


def test_a_closing_mark_at_a_line_end_ends_with_its_ink(
    book: Book, setter: Any, press_settings: PrintSettings, tmp_path: Path
) -> None:
    sheet = Sheet(210 * MM, 285 * MM, 3 * MM, (setter("serif-regular", 10, "听见铃声，", 17, 20),), 1, "1")
    (tmp_path / "a.pdf").write_bytes(pdf.write((sheet,), press_settings, book, {}))
    command = [program("pdftotext"), "-bbox", str(tmp_path / "a.pdf"), "-"]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r'xMin="([\d.]+)".* xMax="([\d.]+)".*>听见铃声，<', made)
    assert found
    start, end = map(float, found.groups())
    assert abs(start - 20 * MM / PT) < 0.1 and 42 < end - start < 45


def test_fonts_of_two_sizes(read: Read, setter: Any) -> None:
    runs = (
        setter("serif-regular", 10.5, "卢若苇用", 20, 20),
        setter("serif-regular", 10.9, "3", 20 + 42.75 * PT / MM, 20),
        setter("serif-regular", 10.5, "米长的探杆往下捅", 20 + 50 * PT / MM, 20),
    )
    assert read(*runs)[0] == "卢若苇用3米长的探杆往下捅"


def test_one_glyph_for_two_characters(read: Read, book: Book, setter: Any) -> None:
    face = book.face("serif-regular")
    gids = (*face.gid_list("他说"), face.two_em("——"), *face.gid_list("好。"))
    run = setter("serif-regular", 10, "", 20, 20, gids=gids, texts=("他", "说", "——", "好", "。"))
    assert read(run) == ("他说——好。",) * 2


def test_one_glyph_for_different_texts(read: Read, book: Book, setter: Any) -> None:
    one = setter("serif-regular", 10, "一致", 20, 20)
    two = setter("serif-regular", 10, "一致", 20, 30, texts=("⼀", "致"))
    assert read(one, two) == ("一致\n⼀致",) * 2


def test_a_glyph_without_text_belongs_to_the_one_before(read: Read, setter: Any) -> None:
    assert read(setter("serif-regular", 10, "fi字", 20, 20, texts=("fi", "", "字"))) == ("fi字",) * 2


def test_decorations_are_not_read(read: Read, setter: Any) -> None:
    dots = setter("serif-regular", 5, "··", 21, 22, texts=("", ""), gap=6 * PT)
    poppler, pdfium = read(setter("serif-regular", 10, "着重", 20, 20), dots)
    assert poppler == "着重" and pdfium.replace("\u200b", "").strip() == "着重"


def test_a_hyphen_of_the_line_end_is_soft(read: Read, setter: Any) -> None:
    one = setter("serif-regular", 10, "well-known exam-", 20, 20, texts=(*"well-known exam", "\u00ad"))
    two = setter("serif-regular", 10, "ples", 20, 25)
    poppler, pdfium = read(one, two)
    assert poppler == "well-known exam\u00ad\nples"
    assert pdfium == "well-known exam\ufffeples"  # PDFium's own sign for a word that goes on


def test_raised_and_lowered_characters(read: Read, setter: Any) -> None:
    runs = (
        setter("serif-regular", 10, "每m", 20, 20, gaps={0: 2 * PT}),
        setter("serif-regular", 6, "2", 20 + 21 * PT / MM, 19),
        setter("serif-regular", 10, "面积", 20 + 25 * PT / MM, 20),
    )
    assert read(*runs) == ("每m2面积",) * 2


def test_narrowed_digits(read: Read, setter: Any) -> None:
    assert read(setter("sans-regular", 10, "压扁2026字", 20, 20, scale=600)) == ("压扁2026字",) * 2


def test_vertical_columns_read_from_the_right(read: Read, setter: Any) -> None:
    columns = ("竖排第一行，“引文”（括号）", "第二行——破折号，一。", "第三行拉开间距", "第四行很平常")
    runs = [
        setter("serif-regular", 12, words, 180 - 7 * index, 50, way="upright", gap=(index == 2) * 2 * PT)
        for index, words in enumerate(columns)
    ]
    assert read(*runs) == ("\n".join(columns),) * 2


def test_words_on_their_side_stay_in_their_column(read: Read, setter: Any) -> None:
    runs = (
        setter("kai-regular", 12, "上文", 100, 50, way="upright"),
        setter("kai-regular", 12, "Latin", 100 - 4 * PT / MM, 50 + 27 * PT / MM, way="turned"),
        setter("kai-regular", 12, "下文。", 100, 50 + 60 * PT / MM, way="upright"),
        setter("kai-regular", 12, "下一行", 90, 50, way="upright"),
    )
    assert read(*runs) == ("上文Latin下文。\n下一行",) * 2


def test_two_digits_side_by_side_stay_in_their_column(read: Read, setter: Any) -> None:
    """纵中横: 年, then 1 and 2 in one cell, each a quarter of an em off the axis, then 月."""
    em, quarter = 12 * PT / MM, 3 * PT / MM
    column = [
        setter("serif-regular", 12, "今年", 100, 50, way="upright"),
        setter("serif-regular", 12, "1", 100 - quarter, 50 + 2 * em, way="upright"),
        setter("serif-regular", 12, "2", 100 + quarter, 50 + 2 * em, way="upright"),
        setter("serif-regular", 12, "月里。", 100, 50 + 3 * em, way="upright"),
        setter("serif-regular", 12, "下一行", 100 - 19 * PT / MM, 50, way="upright"),
    ]
    assert read(*column) == ("今年12月里。\n下一行",) * 2
