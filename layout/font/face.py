"""One font file in; glyph ids, widths, ink, vertical forms, shaped runs and subsets out, all in font units."""

import hashlib
import struct
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import uharfbuzz as hb

from layout.font import cff
from layout.font.fault import FontUnreadable
from layout.font.ink import Box, Outline, contours, draw_funcs
from layout.font.ink import Path as Contours
from layout.font.subset import Subset, cff_subset, truetype_subset
from layout.font.vertical import presentation_forms, vertical_forms
from layout.model.fonts import FontFile

WEIGHT_AXIS = "wght"
UNSEEN = frozenset("\u2800\u3164\uffa0\u115f\u1160")
"""Letters and signs whose glyph is a blank: of braille and Hangul."""
POSTSCRIPT_NAME = 6  # name id in the name table
NOTHING: Box = (0, 0, 0, 0)
"""The ink of a blank."""
TWO_EM_DASH = "\u2e3a"
NEARLY_TWO_EM = 1.9  # a joined dash of a font drawn a little short still counts


class ShapedGlyph(NamedTuple):
    """One glyph of a shaped run: `cluster` is the index of its first character, the rest font units.

    `advance` is along the line (positive down the page in vertical runs); dx, dy are HarfBuzz's offsets, y upward.
    """

    gid: int
    cluster: int
    advance: int
    dx: int
    dy: int


class _Gids(dict[str, int]):
    """Character → glyph id; asks the font once a character, then is a plain dict."""

    def __init__(self, font: Any) -> None:
        self._ask = font.get_nominal_glyph

    def __missing__(self, char: str) -> int:
        gid: int = self._ask(ord(char)) or 0
        self[char] = gid
        return gid


class _InkedGids(_Gids):
    """The same of a face of a house's own, where a glyph that would print nothing counts as none."""

    def __init__(self, font: Any, ink: "_Ink", blank: set[str]) -> None:
        super().__init__(font)
        self._ink, self._blank = ink, blank

    def __missing__(self, char: str) -> int:
        gid = super().__missing__(char)
        if gid and is_seen(char) and self._ink[gid] == NOTHING:
            self._blank.add(char)
            gid = self[char] = 0
        return gid


class _Advances(dict[int, int]):
    """Glyph id → horizontal advance, remembered."""

    def __init__(self, font: Any) -> None:
        self._ask = font.get_glyph_h_advance

    def __missing__(self, gid: int) -> int:
        advance: int = self._ask(gid)
        self[gid] = advance
        return advance


class _Ink(dict[int, Box]):
    """Glyph id → box of its ink (xMin, yMin, xMax, yMax), remembered."""

    def __init__(self, font: Any, flavour: str) -> None:
        self._font = font
        self._funcs = draw_funcs() if flavour == "cff" else None

    def __missing__(self, gid: int) -> Box:
        box = self[gid] = self._drawn(gid) if self._funcs else self._stated(gid)
        return box

    def _drawn(self, gid: int) -> Box:
        outline = Outline()
        self._font.draw_glyph(gid, self._funcs, outline)
        return outline.box()

    def _stated(self, gid: int) -> Box:
        """A TrueType glyph states its box; HarfBuzz gives the top left corner and a height that counts downward."""
        found = self._font.get_glyph_extents(gid)
        if found is None or not (found.width and found.height):
            return NOTHING
        left, top = found.x_bearing, found.y_bearing
        return (left, top + found.height, left + found.width, top)


class Face:
    """A font face, opened from its file; every length is in font units (`upem` to the em).

    Raises FontUnreadable when the file is missing or is no OpenType font with CFF or TrueType outlines.
    """

    def __init__(self, file: FontFile) -> None:
        self._path, self._index = Path(file.path), file.index
        self._hb, self._font = _open(file)
        self.key, self.family, self.weight = file.key, file.family, file.weight
        self.upem: int = self._hb.upem
        tags = set(self._hb.table_tags)
        self.flavour: Literal["cff", "truetype"] = "cff" if {"CFF ", "CFF2"} & tags else "truetype"
        # where a variable font is set on its axes
        self.axes: dict[str, float] = _axes(self._hb, file.weight)
        if self.axes:
            self._font.set_variations(self.axes)
        try:
            self._read_metrics(tags)
        except struct.error as fault:
            raise FontUnreadable(file.key, file.path) from fault
        self.advances: dict[int, int] = _Advances(self._font)
        self._ink = _Ink(self._font, self.flavour)
        self.own = bool(file.place.path)
        """whether it is a house's own, which nobody here has looked through"""
        self.blank: set[str] = set()
        """characters that were asked for and whose glyphs have no ink"""
        self.gids: dict[str, int] = _InkedGids(self._font, self._ink, self.blank) if self.own else _Gids(self._font)
        self._two_em: dict[tuple[str, str], int] = {}

    def _read_metrics(self, tags: set[str]) -> None:
        """Numbers of head, OS/2, hhea and post, at their places in the OpenType specification."""
        head, post = self._table("head"), self._table("post")
        self.bbox: Box = struct.unpack_from(">4h", head, 36)
        self.italic_angle: float = struct.unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 8 else 0.0
        self.fs_type = 0
        self.cap_height = self.x_height = 0
        if "OS/2" in tags:
            os2 = self._table("OS/2")
            (self.fs_type,) = struct.unpack_from(">H", os2, 8)
            self.ascender, self.descender = struct.unpack_from(">2h", os2, 68)
            if len(os2) >= 90:
                self.x_height, self.cap_height = struct.unpack_from(">2h", os2, 86)
        else:
            self.ascender, self.descender = struct.unpack_from(">2h", self._table("hhea"), 4)
        # Fonts without these two numbers (OS/2 below version 2): the ink of H and x.
        self.cap_height = self.cap_height or self._ink_top("H")
        self.x_height = self.x_height or self._ink_top("x")

    def _ink_top(self, char: str) -> int:
        found = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord(char)) or 0)
        return int(found.y_bearing) if found else 0

    def _table(self, tag: str) -> bytes:
        return bytes(self._hb.reference_table(tag).data)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the font file as it is now, in hexadecimal."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    @cached_property
    def postscript_name(self) -> str:
        """PostScript name, for /BaseFont; the key when the font has none. A variable font has one for each weight."""
        name = self._hb.get_name(POSTSCRIPT_NAME) or self.key
        return name + "".join(f"-{axis}{value:g}" for axis, value in self.axes.items())

    def gid_list(self, text: str) -> list[int]:
        """Glyph id of each character of `text`, 0 where the font has none."""
        return list(map(self.gids.__getitem__, text))

    def ink(self, gid: int) -> Box:
        """xMin, yMin, xMax, yMax of what is printed; (0, 0, 0, 0) for a blank."""
        return self._ink[gid]

    def variant(self, char: str, selector: str) -> int:
        """The glyph that the font has for a character with a variation selector (cmap format 14); 0 for none."""
        return int(self._font.get_variation_glyph(ord(char), ord(selector)) or 0)

    def contours(self, gid: int) -> Contours:
        """The glyph's outline, for an edge round it."""
        return contours(self._font, gid)

    @cached_property
    def _upright(self) -> dict[int, int]:
        """Glyph id → vertical glyph id: the font's `vert`, and presentation forms where it has no rule."""
        forms: dict[int, int] = {}
        glyph = self._font.get_nominal_glyph  # of a form nobody has asked for, ink is not looked at here
        for char, form in presentation_forms().items():
            if (plain := glyph(ord(char))) and (stands := glyph(ord(form))):
                forms[plain] = stands
        gsub = self._table("GSUB") if "GSUB" in self._hb.table_tags else b""
        return forms | vertical_forms(gsub)

    def upright(self, gid: int) -> int:
        """The glyph that stands for `gid` in a vertical line; itself when there is no other, or only a blank one, which
        some fonts have for marks that they lack."""
        form = self._upright.get(gid, gid)
        return gid if form != gid and self._ink[form] == NOTHING else form

    def has_vertical(self, char: str) -> bool:
        """Whether the font has another glyph for this character in vertical lines."""
        gid = self.gids[char]
        return self.upright(gid) != gid

    def vertical_origin(self, gid: int) -> tuple[int, int]:
        """Where the vertical pen stands, from the horizontal origin: middle of the advance, top of the em."""
        x, y = self._font.get_glyph_v_origin(gid)
        return x, y

    def vertical_advance(self, gid: int) -> int:
        """How far the pen goes down, positive."""
        return -int(self._font.get_glyph_v_advance(gid))

    def shape(
        self,
        text: str,
        *,
        script: str = "latn",
        language: str = "",
        features: tuple[str, ...] = (),
        vertical: bool = False,
    ) -> tuple[ShapedGlyph, ...]:
        """Full shaping of a run. `features` are OpenType tags to turn on, or off with "-" before ("-kern", "halt")."""
        buffer = hb.Buffer()
        buffer.add_codepoints(list(map(ord, text)))  # so that clusters count characters
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.script = script.capitalize()
        if language:
            buffer.language = language
        switches = {name.lstrip("-"): not name.startswith("-") for name in features}
        hb.shape(self._font, buffer, switches)
        pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return tuple(
            ShapedGlyph(i.codepoint, i.cluster, -p.y_advance if vertical else p.x_advance, p.x_offset, p.y_offset)
            for i, p in pairs
        )

    def two_em(self, mark: str, language: str = "zh-Hans") -> int:
        """The one glyph, two em wide, that the font joins `mark` ("——", "……") into; 0 when it has none. Fonts for
        several regions have one for each of their languages."""
        if (mark, language) not in self._two_em:
            self._two_em[mark, language] = self._find_two_em(mark, language)
        return self._two_em[mark, language]

    def _find_two_em(self, mark: str, language: str) -> int:
        run = self.shape(mark, script="hani", language=language)
        wide = self.upem * NEARLY_TWO_EM
        if len(run) == 1 and run[0].gid and run[0].advance >= wide:
            return run[0].gid
        dash = self.gids[TWO_EM_DASH] if mark == "——" else 0
        return dash if dash and self.advances[dash] >= wide else 0

    @cached_property
    def _cids(self) -> Any:
        if "CFF " not in self._hb.table_tags:
            return None
        return cff.cids(cff.table_of(self._path, self._index))

    def cid(self, gid: int) -> int:
        """The glyph's CID: from the charset of a CID-keyed CFF, elsewhere the glyph id itself."""
        return gid if self._cids is None else int(self._cids[gid])

    def subset(self, gids: frozenset[int]) -> Subset:
        """The font program for a PDF with these glyphs (and .notdef); CIDs stay those of `cid`."""
        if self.flavour == "cff":
            return cff_subset(self._hb, gids, self._cids is not None, self.axes)
        return truetype_subset(self._hb, gids, self.axes)


def _open(file: FontFile) -> tuple[Any, Any]:
    """HarfBuzz face and font, the file mapped, not read."""
    try:
        face = hb.Face(hb.Blob.from_file_path(file.path), file.index)
    except (hb.HarfBuzzError, OSError) as fault:
        raise FontUnreadable(file.key, file.path) from fault
    tags = set(face.table_tags)
    if not face.glyph_count or not {"head", "maxp", "cmap"} <= tags or not {"CFF ", "CFF2", "glyf"} & tags:
        raise FontUnreadable(file.key, file.path)  # or its outlines are of a kind that PDF 1.6 has no place for
    return face, hb.Font(face)


def _axes(face: Any, weight: int) -> dict[str, float]:
    """Where a variable font is set: at the weight that fonts.toml gives it, as near as it has it; else as it comes."""
    axes = {axis.tag: axis.default_value for axis in face.axis_infos}
    for axis in face.axis_infos:
        if axis.tag == WEIGHT_AXIS:
            axes[axis.tag] = min(max(axis.min_value, weight), axis.max_value)
    return axes


def is_seen(char: str) -> bool:
    """Whether a character must leave ink: no space, no control character, no mark that only acts on its neighbours."""
    return unicodedata.category(char)[0] not in "ZC" and unicodedata.category(char) != "Mn" and char not in UNSEEN
