"""layout/font/whole.py: a font of a house's own is looked through before a glyph is set. Fonts here are a few boxes."""

import hashlib
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.font import Face, FontFile, faults
from layout.model.place import Place
from tests.fonts.small import collection, small_font, variable_font

AT = Place("styles/fonts.toml", 3, 8)
CHARS = "河埠渡口，。Aa1 "


def own(path: Path, index: int = 0, **more: object) -> FontFile:
    return FontFile("mine", "Small", 400, str(path), index, place=AT, **more)  # type: ignore[arg-type]


def told(file: FontFile) -> list[str]:
    found = faults(file)
    assert all(item.place == AT and item.text("en") and item.text("zh") for item in found)
    return [item.code for item in found]


def table(data: bytes, tag: bytes) -> tuple[int, int, int]:
    """Where the table's line of the directory is, where it begins, how long it is."""
    line = data.index(tag, 12)
    return (line, *struct.unpack_from(">2L", data, line + 8))


@pytest.mark.silent(
    *("FONT-DAMAGED", "FONT-UNREADABLE", "FONT-FORMAT", "FONT-LICENCE", "FONT-INDEX", "FONT-COLLECTION"),
    *("FONT-CHANGED", "FONT-WEIGHT"),
)
@pytest.mark.parametrize("truetype", [True, False])
def test_a_sound_font(tmp_path: Path, truetype: bool) -> None:
    path = small_font(tmp_path / "a.otf", CHARS, truetype=truetype)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert not faults(own(path, sha256=digest.upper()))
    assert not faults(own(collection(tmp_path / "a.ttc", path, path), 1))
    assert not faults(own(variable_font(tmp_path / "v.ttf", CHARS)))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "FONT-UNREADABLE"),
        (b"no font at all", "FONT-UNREADABLE"),
        ("字体".encode(), "FONT-UNREADABLE"),
        (b"OTTO", "FONT-UNREADABLE"),
        (b"ttcf\0\1\0\0\0\0\0\2", "FONT-UNREADABLE"),
        (b"wOFF" + bytes(40), "FONT-FORMAT"),
        (b"wOF2" + bytes(40), "FONT-FORMAT"),
        (b"\x80\x01" + bytes(40), "FONT-FORMAT"),
        (b"%!PS-AdobeFont-1.0: Small", "FONT-FORMAT"),
        (b"<!DOCTYPE html><html>", "FONT-FORMAT"),
    ],
)
def test_other_files(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.otf").write_bytes(data)
    assert told(own(tmp_path / "a.otf")) == [code]


@pytest.mark.fires("FONT-UNREADABLE", "FONT-FORMAT")
def test_no_file_and_one_of_the_web(tmp_path: Path) -> None:
    assert told(own(tmp_path / "nowhere.otf")) == ["FONT-UNREADABLE"]
    (tmp_path / "a.woff2").write_bytes(b"wOF2" + bytes(40))
    assert "WOFF2" in faults(own(tmp_path / "a.woff2"))[0].text("zh")


@pytest.mark.fires("FONT-DAMAGED")
@pytest.mark.parametrize("tag", ["head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "name", "glyf", "loca"])
def test_a_table_is_missing(tmp_path: Path, tag: str) -> None:
    data = small_font(tmp_path / "a.ttf", CHARS).read_bytes()
    line, _, _ = table(data, tag.encode())
    (tmp_path / "a.ttf").write_bytes(data[:line] + b"none" + data[line + 4 :])
    assert told(own(tmp_path / "a.ttf")) == ["FONT-DAMAGED"]
    assert tag in dict(faults(own(tmp_path / "a.ttf"))[0].values)["tables"]


@pytest.mark.parametrize("truetype", [True, False])
@given(share=st.floats(0.02, 0.99))
@settings(max_examples=20, deadline=None)
def test_a_font_that_is_cut_off(tmp_path_factory: pytest.TempPathFactory, truetype: bool, share: float) -> None:
    path = small_font(tmp_path_factory.mktemp("cut") / "a.otf", CHARS, truetype=truetype)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert told(own(path))[0] in ("FONT-DAMAGED", "FONT-UNREADABLE")


@pytest.mark.parametrize("truetype", [True, False])
@given(at=st.floats(0, 0.999), byte=st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_a_byte_of_an_outline_is_another(
    tmp_path_factory: pytest.TempPathFactory, truetype: bool, at: float, byte: int
) -> None:
    path = small_font(tmp_path_factory.mktemp("bytes") / "a.otf", CHARS, truetype=truetype)
    data = bytearray(path.read_bytes())
    _, start, length = table(data, b"glyf" if truetype else b"CFF ")
    data[start + int(at * length)] ^= byte
    path.write_bytes(data)
    assert told(own(path)) == ["FONT-DAMAGED"]


@given(at=st.floats(0, 0.999), byte=st.integers(1, 255), truetype=st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_byte_at_all(tmp_path_factory: pytest.TempPathFactory, at: float, byte: int, truetype: bool) -> None:
    """What is not told can be opened, shaped and cut."""
    path = small_font(tmp_path_factory.mktemp("any") / "a.otf", CHARS, truetype=truetype)
    data = bytearray(path.read_bytes())
    data[int(at * len(data))] ^= byte
    path.write_bytes(data)
    if told(own(path)):
        return
    face = Face(own(path))
    gids = frozenset(face.gid_list(CHARS))
    assert face.subset(gids).program and face.postscript_name
    assert [face.cid(gid) for gid in gids] and face.shape("Aa1")


def test_tables_that_do_not_go_together(tmp_path: Path) -> None:
    """More glyphs than widths, places and outlines: told, though every checksum is right."""
    for truetype in (True, False):
        path = small_font(tmp_path / "a.otf", CHARS, truetype=truetype)
        data = bytearray(path.read_bytes())
        line, start, _ = table(data, b"maxp")
        (before,) = struct.unpack_from(">H", data, start + 4)
        checksum = struct.unpack_from(">L", data, line + 4)[0] + ((200 - before) << 16)
        data[start + 4 : start + 6] = (200).to_bytes(2, "big")
        data[line + 4 : line + 8] = checksum.to_bytes(4, "big")
        path.write_bytes(data)
        tables = dict(faults(own(path))[0].values)["tables"]
        assert tables == ("hmtx, loca" if truetype else "hmtx, CFF")


@pytest.mark.fires("FONT-LICENCE")
@pytest.mark.parametrize(
    ("bits", "barred"),
    [(0, 0), (2, 1), (4, 0), (8, 0), (6, 0), (0x100, 1), (0x104, 1), (0x200, 1), (0x208, 1), (0x302, 1)],
)
def test_licence_bits(tmp_path: Path, bits: int, barred: int) -> None:
    """OpenType, fsType: of the levels the freest counts; no subsetting, or bitmaps only, bar a print file."""
    assert told(own(small_font(tmp_path / "a.ttf", CHARS, fs_type=bits))) == ["FONT-LICENCE"] * barred
    assert told(own(small_font(tmp_path / "b.ttf", CHARS, fs_type=2))) == ["FONT-LICENCE"]


@pytest.mark.fires("FONT-CHANGED")
def test_another_file_than_the_one_named(tmp_path: Path) -> None:
    path = small_font(tmp_path / "a.ttf", CHARS)
    assert told(own(path, sha256="0" * 64)) == ["FONT-CHANGED"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() in faults(own(path, sha256="0" * 64))[0].text("en")


@pytest.mark.fires("FONT-INDEX", "FONT-COLLECTION")
def test_collections(tmp_path: Path) -> None:
    path = small_font(tmp_path / "a.ttf", CHARS)
    both = collection(tmp_path / "b.ttc", path, small_font(tmp_path / "c.ttf", CHARS))
    assert told(own(both, 2)) == told(own(path, 1)) == ["FONT-INDEX"]
    assert told(own(both, indexed=False)) == ["FONT-COLLECTION"]
    assert told(own(both, 1)) == told(own(path, indexed=False)) == []


@pytest.mark.fires("FONT-WEIGHT")
@pytest.mark.parametrize("outlines", ["glyf", "CFF2"])
def test_a_variable_font_is_set_at_the_weight_asked_for(tmp_path: Path, outlines: str) -> None:
    path = variable_font(tmp_path / "v.ttf", CHARS, outlines=outlines)
    high = {}
    for weight in (100, 400, 900):
        file = FontFile("mine", "Small", weight, str(path), place=AT)
        assert not faults(file)
        face = Face(file)
        gid = face.gids["河"]
        high[weight] = face.ink(gid)[3]
        embedded = face.subset(frozenset([gid])).program
        assert b"fvar" not in embedded and face.postscript_name == f"Small-wght{weight}"
    assert high == {100: 400, 400: 550, 900: 800}
    found = faults(FontFile("mine", "Small", 950, str(path), place=AT))
    assert [(item.code, dict(item.values)["high"]) for item in found] == [("FONT-WEIGHT", "900")]


def test_a_blank_glyph_is_none(tmp_path: Path) -> None:
    """Of a house's own font: it would print nothing under text that can be searched. Spaces have no ink by right."""
    path = small_font(tmp_path / "a.ttf", CHARS + "\u3000", blank="河，")
    face = Face(own(path))
    assert face.gid_list("河，") == [0, 0] and face.gids["埠"] and face.gids[" "] and face.gids["\u3000"]
    assert face.blank == {"河", "，"}


@pytest.mark.parametrize("blank", ["", "\ufe31\ufe3d"])
def test_a_blank_vertical_form_is_not_taken(tmp_path: Path, blank: str) -> None:
    """Presentation forms U+FE31 … that have no ink: the mark itself lies instead."""
    path = small_font(tmp_path / "a.ttf", "—《》\ufe31\ufe3d\ufe3e", blank=blank)
    for file in (own(path), FontFile("theirs", "Small", 400, str(path))):
        face = Face(file)
        assert face.has_vertical("》") and face.upright(face.gids["》"]) != face.gids["》"]
        assert face.has_vertical("—") == face.has_vertical("《") == (not blank)
