"""A HarfBuzz face and glyph ids in; the font program to embed in a PDF out, the same bytes for the same glyphs."""

import struct
from collections.abc import Mapping
from typing import Any, Literal

import uharfbuzz as hb

from layout.model.value import value

# Nothing of layout, names or character mapping is read from a font program inside a PDF.
DROPPED = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "VORG",
    "cmap",
    "gasp",
    "kern",
    "meta",
    "name",
    "post",
    "vhea",
    "vmtx",
)


@value
class Subset:
    """A font program for a PDF font file stream.

    `program` is the bare CFF table (FontFile3, subtype CIDFontType0C; CIDs are those of the full font) or an sfnt
    (FontFile2). `cid_to_gid` is the CIDToGIDMap stream of a TrueType subset, two bytes a CID, where CID means the
    glyph id in the full font; b"" for CFF.
    """

    program: bytes
    kind: Literal["CIDFontType0C", "TrueType"]
    cid_to_gid: bytes


def cff_subset(face: Any, gids: frozenset[int], cid_keyed: bool, axes: Mapping[str, float]) -> Subset:
    """CFF glyphs. In a name-keyed CFF a CID is a glyph id (ISO 32000-1, 9.7.4.2), so glyph ids must not move. Variable
    outlines (CFF2), which PDF has no place for, come out as they are at one point of their axes."""
    wish = _wish(face, gids, axes)
    if not cid_keyed:
        wish.flags |= hb.SubsetFlags.RETAIN_GIDS
    if "CFF2" in face.table_tags:
        wish.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    made = hb.subset(face, wish)
    return Subset(bytes(made.reference_table("CFF ").data), "CIDFontType0C", b"")


def truetype_subset(face: Any, gids: frozenset[int], axes: Mapping[str, float]) -> Subset:
    """TrueType glyphs, closed up, with the map from glyph ids of the full font to those of the subset."""
    plan = hb.SubsetPlan(face, _wish(face, gids, axes))
    moved = plan.old_to_new_glyph_mapping
    top = max(gids, default=0)
    pairs = [moved[gid] if gid in gids else 0 for gid in range(top + 1)]
    program = bytes(plan.execute().blob.data)
    return Subset(program, "TrueType", struct.pack(f">{len(pairs)}H", *pairs))


def _wish(face: Any, gids: frozenset[int], axes: Mapping[str, float]) -> Any:
    wish = hb.SubsetInput()
    wish.sets(hb.SubsetInputSets.GLYPH_INDEX).set(set(gids))
    dropped = wish.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    dropped.clear()  # .set() adds to HarfBuzz's own list; clear it to replace
    dropped.set({int.from_bytes(tag.encode("ascii"), "big") for tag in DROPPED})
    wish.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    for tag, at in axes.items():
        wish.pin_axis_location(face, tag, at)
    return wish
