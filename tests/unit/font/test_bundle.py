"""The fonts of fonts/: what they cover, that the manifest tells the truth, and that they may be embedded."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from layout.font import Book, Face, open_book

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "fonts"
BOOK = open_book(FONTS / "fonts.toml")
MANIFEST = tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))
NOTO = ("serif-regular", "serif-semibold", "serif-black", "sans-regular", "sans-bold")
MARKS = (
    "，。、；：！？·‧…—～“”‘’「」『』〈〉《》【】〔〕〖〗（）［］"
    "①⑳㊀■□●○◆◇▲△▼▽★☆◎↑→↓←‰℃㎡°′″±×÷≤≥≈∞‖※￥$€£№＿Ⅰ½¼¾²•▪◦❶❿々〇"
)
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňḿ"


def gb2312() -> str:
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def table_of_8105() -> str:
    lines = (FONTS / "charset/tgh8105.txt").read_text(encoding="utf-8").splitlines()
    return "".join(line.split("\t")[2] for line in lines if not line.startswith("#"))


@pytest.fixture(params=BOOK.keys)
def face(request: pytest.FixtureRequest) -> Face:
    return BOOK.face(request.param)


def missing(face: Face, text: str) -> str:
    return "".join(char for char, gid in zip(text, face.gid_list(text), strict=True) if not gid)


def test_the_table_is_whole() -> None:
    table = table_of_8105()
    assert len(table) == len(set(table)) == 8105
    assert (table[0], table[3500], table[6500]) == ("一", "乂", "亍"), "the first of each level"


def test_every_character_of_gb2312_and_of_the_table(face: Face) -> None:
    assert len(gb2312()) == 6763 + 682
    assert missing(face, gb2312()) == ""
    assert missing(face, table_of_8105()) == ""


def test_marks_latin_and_pinyin(face: Face) -> None:
    assert missing(face, MARKS + PINYIN) == ""
    assert missing(face, "".join(map(chr, range(0x20, 0x7F)))) == ""


@pytest.mark.parametrize("row", MANIFEST["face"], ids=lambda row: str(row["key"]))
def test_manifest_tells_the_truth(row: dict[str, object]) -> None:
    face = BOOK.face(str(row["key"]))
    data = (FONTS / str(row["file"])).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row["sha256"] == face.digest
    assert face.fs_type == row["fs_type"] == 0
    assert (FONTS / str(row["licence_file"])).read_text(encoding="utf-8").count(
        "SIL OPEN FONT LICENSE Version 1.1"
    ) == 1
    assert row["version"] and row["package"]


def test_reserved_names_are_not_used() -> None:
    name = BOOK.face("kai-regular").postscript_name
    assert name == "BanxinKai-Regular"


def test_metrics_are_those_of_an_em_box_880_over_120(face: Face) -> None:
    assert (face.upem, face.ascender, face.descender) == (1000, 880, -120)
    assert 650 < face.cap_height < 760 and 440 < face.x_height < 560


@pytest.mark.parametrize("key", NOTO)
def test_dashes_are_one_em_and_join(key: str) -> None:
    face = BOOK.face(key)
    assert face.advances[face.gids["—"]] == 1000
    joined = face.two_em("——")
    assert face.advances[joined] == 2000
    assert face.upright(joined) != joined
    assert face.vertical_advance(face.upright(joined)) == 2000
    assert face.two_em("……") == 0


@pytest.mark.parametrize("key", BOOK.keys)
def test_marks_have_vertical_forms(key: str) -> None:
    face = BOOK.face(key)
    for char in "，。、：；！？（）《》「」“”‘’—…【】〔〕":
        assert face.has_vertical(char), char
    for char in "中一〇":
        assert not face.has_vertical(char)
    left, foot, right, head = face.ink(face.upright(face.gids["，"]))
    assert left > 500 and foot > 380, "a comma stands upper right in a vertical line"


@pytest.mark.parametrize("key", NOTO)
def test_half_widths_are_kept(key: str) -> None:
    face = BOOK.face(key)
    (comma,) = face.shape("，", script="hani", features=("halt",))
    assert comma.advance == 500
    (vertical,) = face.shape("，", script="hani", features=("vhal",), vertical=True)
    assert vertical.advance == 500


def test_rare_han_is_found_nowhere() -> None:
    book: Book = BOOK
    assert book.fallback("\U00020bb7", "serif-regular") is None
