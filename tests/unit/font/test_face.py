"""A face and a book of faces, on the made test font, where every figure can be worked out."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from layout.font import Face, FontFile, FontMissing, FontUnreadable, ShapedGlyph, open_book

FONTS = Path(__file__).resolve().parents[2] / "fonts"
BOOK = open_book(FONTS / "fonts.toml")
CFF = BOOK.face("serif-regular")
TRUETYPE = BOOK.face("kai-regular")
TWINS = pytest.mark.parametrize("face", (CFF, TRUETYPE), ids=("cff", "truetype"))


@TWINS
def test_widths_and_ink(face: Face) -> None:
    width = {char: face.advances[face.gids[char]] for char in "中，A7 —"}
    assert width == {"中": 1000, "，": 1000, "A": 500, "7": 500, " ": 250, "—": 1000}
    assert face.ink(face.gids["，"]) == (50, -70, 450, 230)
    assert face.ink(face.gids["（"]) == (550, -70, 950, 830)
    assert face.ink(face.gids[" "]) == (0, 0, 0, 0)


def test_flavours_and_cids() -> None:
    assert (CFF.flavour, TRUETYPE.flavour) == ("cff", "truetype")
    gid = CFF.gids["中"]
    assert CFF.cid(gid) == 3 * gid
    assert TRUETYPE.cid(gid) == gid


@TWINS
def test_absent_character_is_glyph_zero(face: Face) -> None:
    assert face.gids["\U00020bb7"] == 0
    assert face.gid_list("中\U00020bb7") == [face.gids["中"], 0]


@TWINS
def test_vertical_forms(face: Face) -> None:
    comma = face.gids["，"]
    assert face.has_vertical("，") and not face.has_vertical("中") and not face.has_vertical("A")
    assert face.ink(face.upright(comma)) == (550, 530, 950, 830)
    assert face.upright(face.gids["中"]) == face.gids["中"]
    assert face.vertical_origin(comma) == (500, 880)
    assert face.vertical_advance(comma) == 1000


@TWINS
def test_two_dashes_join(face: Face) -> None:
    joined = face.two_em("——")
    assert face.advances[joined] == 2000
    assert face.vertical_advance(face.upright(joined)) == 2000
    assert face.two_em("……") == 0


@TWINS
def test_shaped_runs(face: Face) -> None:
    first, second = face.shape("fi")
    assert first == ShapedGlyph(face.gids["f"], 0, 500, 0, 0)
    assert (second.cluster, second.advance) == (1, 500)
    after_rare = face.shape("\U00020bb7A")
    assert [glyph.cluster for glyph in after_rare] == [0, 1], "clusters count characters"
    down = face.shape("，", script="hani", vertical=True)
    assert (down[0].gid, down[0].advance) == (face.upright(face.gids["，"]), 1000)
    assert len(face.shape("——", script="hani", features=("-liga",))) == 2


@pytest.mark.parametrize("tag", (b"glyf", b"OS/2"))
def test_fonts_that_cannot_be_embedded_or_measured(tmp_path: Path, tag: bytes) -> None:
    """Without outlines that PDF knows, or with a table cut short, a face would print nothing or stop the build."""
    data = bytearray((FONTS / "BanxinTestTT.ttf").read_bytes())
    at = data.index(tag)
    if tag == b"glyf":
        data[at : at + 4] = b"none"
    else:
        data[at + 12 : at + 16] = (40).to_bytes(4, "big")
    path = tmp_path / "odd.ttf"
    path.write_bytes(data)
    with pytest.raises(FontUnreadable):
        Face(FontFile("odd", "Odd", 400, str(path)))


def test_book_knows_its_keys() -> None:
    assert len(BOOK.keys) == 6
    assert BOOK.face("serif-regular") is CFF
    with pytest.raises(FontMissing, match="serif-bold.*serif-regular") as caught:
        BOOK.face("serif-bold")
    assert caught.value.known == BOOK.keys


def test_own_fonts_and_fallback() -> None:
    own = FontFile("mine", "BanxinTestTT", 400, str(FONTS / "BanxinTestTT.ttf"))
    book = open_book(FONTS / "fonts.toml", (own,), ("serif-regular", "mine"))
    assert book.face("mine").flavour == "truetype"
    found = book.fallback("中", "serif-regular")
    assert found is not None and found.key == "mine"
    assert book.fallback("\U00020bb7", "mine") is None
    with pytest.raises(FontMissing):
        open_book(FONTS / "fonts.toml", (), ("nowhere",))


@pytest.mark.parametrize("text", (None, "", "no font at all"))
def test_what_is_no_font(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "broken.otf"
    if text is not None:
        path.write_text(text)
    book = open_book(FONTS / "fonts.toml", (FontFile("broken", "?", 400, str(path)),))
    with pytest.raises(FontUnreadable, match=r"broken\.otf"):
        book.face("broken")


def test_variants_come_from_the_character_map(tmp_path: Path) -> None:
    """Format 14 of cmap: 葛 with U+E0100 is another glyph, with U+E0101 the usual one, and 城 has none."""
    font = TTFont(FONTS / "BanxinTestTT.ttf")
    table = CmapSubtable.newSubtable(14)
    table.platformID, table.platEncID, table.language, table.cmap = 0, 5, 0, {}
    table.uvsDict = {0xE0100: [(ord("葛"), font.getBestCmap()[ord("藤")])], 0xE0101: [(ord("葛"), None)]}
    font["cmap"].tables.append(table)
    font.save(tmp_path / "variants.ttf")
    face = Face(FontFile("v", "v", 400, str(tmp_path / "variants.ttf")))
    found = [face.variant("葛", "\U000e0100"), face.variant("葛", "\U000e0101"), face.variant("城", "\U000e0100")]
    assert found == [face.gids["藤"], face.gids["葛"], 0]
