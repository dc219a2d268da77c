"""A face and the glyphs used of it go in; its Type 0 fonts, horizontal and vertical, come out as PDF objects.

Both share one CIDFont: /W and /DW for lines across, /W2 and /DW2 for lines down (ISO 32000-1, 9.7.4.3).
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby

from layout.font import Face, Subset
from layout.pdf.glyphs import Used, per_mille
from layout.pdf.number import decimal
from layout.pdf.objects import File, Value
from layout.pdf.objects import name as pdf_name
from layout.pdf.stream import deflated, deflated_program

SYMBOLIC, ITALIC = 4, 64
"""FontDescriptor flags (ISO 32000-1 table 123); a CID font is symbolic by nature."""
MOST_NAME = 100
STEM = 80
"""StemV is required but has no meaning for an embedded program."""


def write_fonts(file: File, faces: Iterable[Used]) -> dict[str, Value]:
    """Embeds a subset of every face; the font resources of all pages, by name."""
    resources: dict[str, Value] = {}
    for used in faces:
        name = f"{_tag(used)}+{_bounded(used.face.postscript_name)}"
        subset = used.face.subset(frozenset(used.code))
        descendant = file.add(_cid_font(file, used, subset, name))
        unicode = file.stream(*deflated(_to_unicode(used)))
        cff = subset.kind == "CIDFontType0C"
        for ending, encoding in (("", "Identity-H"), ("V", "Identity-V")):
            if ending and not used.height:
                continue
            resources[used.name + ending] = file.add(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": pdf_name(f"{name}-{encoding}" if cff else name),
                    "Encoding": f"/{encoding}",
                    "DescendantFonts": [descendant],
                    "ToUnicode": unicode,
                }
            )
    return resources


def _bounded(name: str) -> str:
    """A font's name cut to what a name object may hold beside tag and encoding, 127 bytes in all."""
    return name.encode("utf-8", "replace")[:MOST_NAME].decode("utf-8", "ignore")


def _tag(used: Used) -> str:
    """Six capitals that stand for this set of glyphs (ISO 32000-1, 9.6.4): the same set, the same tag."""
    number = int.from_bytes(blake2b(",".join(map(str, sorted(used.code))).encode(), digest_size=8).digest(), "big")
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _cid_font(file: File, used: Used, subset: Subset, name: str) -> dict[str, Value]:
    cff = subset.kind == "CIDFontType0C"
    return {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
        "BaseFont": pdf_name(name),
        "CIDSystemInfo": {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0},
        "FontDescriptor": file.add(_descriptor(file, used.face, subset, name)),
        "DW": 1000,
        "W": _widths(used),
        "DW2": f"[{_origin_height(used)} -1000]" if used.height else None,
        "W2": _heights(used) if used.height else None,
        "CIDToGIDMap": None if cff else file.stream(*deflated(subset.cid_to_gid)),
    }


def _descriptor(file: File, face: Face, subset: Subset, name: str) -> dict[str, Value]:
    upem = face.upem
    data, entries = deflated_program(subset.program)
    if subset.kind == "CIDFontType0C":
        program = {"FontFile3": file.stream(data, entries | {"Subtype": "/CIDFontType0C"})}
    else:
        program = {"FontFile2": file.stream(data, entries | {"Length1": len(subset.program)})}
    return program | {
        "Type": "/FontDescriptor",
        "FontName": pdf_name(name),
        "Flags": SYMBOLIC | (ITALIC if face.italic_angle else 0),
        "FontBBox": [per_mille(edge, upem) for edge in face.bbox],
        "ItalicAngle": decimal(face.italic_angle),
        "Ascent": per_mille(face.ascender, upem),
        "Descent": per_mille(face.descender, upem),
        "CapHeight": per_mille(face.cap_height, upem),
        "StemV": STEM,
    }


def _widths(used: Used) -> str:
    """/W: runs of neighbouring CIDs whose width is not the 1000 of /DW."""
    odd = sorted((int(used.code[gid], 16), width) for gid, width in used.width.items() if width != 1000)
    parts = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        run = [pair for _, pair in group]
        parts.append(f"{run[0][0]}[{' '.join(str(width) for _, width in run)}]")
    return f"[{''.join(parts)}]"


def _origin_height(used: Used) -> int:
    """The height of the vertical origin most of the face's upright glyphs share; the lowest where several do."""
    heights = [per_mille(used.face.vertical_origin(gid)[1], used.face.upem) for gid in used.height]
    return max(sorted(set(heights)), key=heights.count)


def _heights(used: Used) -> str:
    """/W2: `cid cid advance x y` for upright glyphs that /DW2 with a middle at half the width does not describe."""
    common, upem = _origin_height(used), used.face.upem
    parts = []
    for gid in sorted(used.height, key=lambda gid: used.code[gid]):
        x, y = (per_mille(value, upem) for value in used.face.vertical_origin(gid))
        advance = used.height[gid]
        if (advance, y) != (1000, common) or 2 * x != used.width[gid]:
            cid = int(used.code[gid], 16)
            parts.append(f"{cid} {cid} {-advance} {x} {y}")
    return f"[{' '.join(parts)}]"


_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
NO_TEXT = "\u200b"
MOST_ROWS = 100
"""Rows a bfchar section may have (Adobe Technical Note 5014)."""


def _to_unicode(used: Used) -> bytes:
    """The CMap from codes to text. Glyphs that only decorate read as no width: without a row PDFium makes one up."""
    rows = sorted(
        f"<{used.code[gid]}> <{(text or NO_TEXT).encode('utf-16-be').hex()}>" for gid, text in used.plain.items()
    )
    return (_HEAD + "".join(_sections(rows)) + _FOOT).encode("ascii")


def _sections(rows: list[str]) -> Iterator[str]:
    for start in range(0, len(rows), MOST_ROWS):
        some = rows[start : start + MOST_ROWS]
        yield f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar\n"
