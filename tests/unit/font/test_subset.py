"""Subsets opened again with fontTools: the right CIDs, the right outlines, the same bytes twice."""

import io
import struct
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from layout.font import Book, Face, FontFile, open_book

ROOT = Path(__file__).resolve().parents[3]
REAL = open_book(ROOT / "fonts/fonts.toml")
MADE = open_book(ROOT / "tests/fonts/fonts.toml")
TEXT = "版心，天头地脚。Ag“”——"


def opened(program: bytes) -> CFFFontSet:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    return fonts


@pytest.mark.parametrize(("book", "key"), ((REAL, "serif-black"), (REAL, "sans-regular"), (MADE, "serif-regular")))
def test_cff_keeps_its_cids_and_outlines(book: Book, key: str) -> None:
    face = book.face(key)
    gids = frozenset((*face.gid_list(TEXT), face.upright(face.gids["，"]), face.two_em("——")))
    made = face.subset(gids)
    assert (made.kind, made.cid_to_gid) == ("CIDFontType0C", b"")
    top = opened(made.program)[0]
    assert hasattr(top, "ROS")
    assert set(top.charset) == {".notdef"} | {f"cid{face.cid(gid):05d}" for gid in gids}
    for gid in gids:
        pen = BoundsPen(None)
        glyph = top.CharStrings[f"cid{face.cid(gid):05d}"]
        glyph.draw(pen)
        assert pen.bounds == pytest.approx(face.ink(gid), abs=1)


@pytest.mark.parametrize("book", (REAL, MADE), ids=("real", "made"))
def test_truetype_comes_with_its_map(book: Book) -> None:
    face = book.face("kai-regular")
    gids = frozenset(face.gid_list(TEXT))
    made = face.subset(gids)
    assert made.kind == "TrueType"
    moved = struct.unpack(f">{len(made.cid_to_gid) // 2}H", made.cid_to_gid)
    assert len(moved) == max(gids) + 1
    font = TTFont(io.BytesIO(made.program))
    assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(font.keys())
    assert not {"GSUB", "cmap", "name"} & set(font.keys())
    order = font.getGlyphOrder()
    for gid in gids:
        name = order[moved[gid]]
        outline = font["glyf"][name]
        assert font["hmtx"][name][0] == face.advances[gid]
        if outline.numberOfContours:
            assert (outline.xMin, outline.yMin, outline.xMax, outline.yMax) == face.ink(gid)
    assert all(moved[gid] == 0 for gid in range(len(moved)) if gid not in gids)


@pytest.mark.parametrize("key", ("serif-regular", "kai-regular"))
def test_same_glyphs_same_bytes(key: str) -> None:
    again = open_book(ROOT / "fonts/fonts.toml").face(key)
    face = REAL.face(key)
    gids = face.gid_list(TEXT)
    assert face.subset(frozenset(gids)) == again.subset(frozenset(reversed(gids)))


def name_keyed(path: Path) -> Path:
    """A CFF font with glyphs by name: A, B, C, each a box of another height."""
    builder = FontBuilder(1000, isTTF=False)
    order = [".notdef", "A", "B", "C"]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(name): name for name in order[1:]})
    programs = {}
    for gid, name in enumerate(order):
        pen = T2CharStringPen(600, None)
        pen.moveTo((0, 0))
        for point in ((500, 0), (500, 100 * gid + 100), (0, 100 * gid + 100)):
            pen.lineTo(point)
        pen.closePath()
        programs[name] = pen.getCharString()
    builder.setupCFF("Named", {}, programs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (600, 0)))
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def test_name_keyed_cff_keeps_glyph_ids(tmp_path: Path) -> None:
    face = Face(FontFile("named", "Named", 400, str(name_keyed(tmp_path / "Named.otf"))))
    gid = face.gids["C"]
    assert face.cid(gid) == gid == 3
    top = opened(face.subset(frozenset({gid})).program)[0]
    pen = BoundsPen(None)
    top.CharStrings[top.charset[gid]].draw(pen)
    assert pen.bounds == face.ink(gid) == (0, 0, 500, 400)
