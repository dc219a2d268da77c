"""A few characters go in; a small font file with a box for each comes out, sound or with what a test wants wrong."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

UPEM = 1000
BLANKS = " \u3000"


def small_font(
    path: Path,
    chars: str,
    *,
    truetype: bool = True,
    blank: str = "",
    name: str = "Small",
    fs_type: int = 0,
    height: int = 800,
) -> Path:
    """Each character is a box of its own width: half an em for ASCII, else one; `blank` ones have no ink."""
    builder = FontBuilder(UPEM, isTTF=truetype)
    names = {char: f"g{number}" for number, char in enumerate(dict.fromkeys(chars), 1)}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): glyph for char, glyph in names.items()})
    widths = {".notdef": UPEM} | {glyph: UPEM // 2 if char.isascii() else UPEM for char, glyph in names.items()}
    inked = {".notdef": True} | {glyph: char not in BLANKS + blank for char, glyph in names.items()}
    if truetype:
        builder.setupGlyf(
            {glyph: _box(TTGlyphPen(None), widths[glyph], height, inked[glyph]).glyph() for glyph in widths}
        )
    else:
        programs = {
            glyph: _box(T2CharStringPen(widths[glyph], None), widths[glyph], height, inked[glyph]).getCharString()
            for glyph in widths
        }
        builder.setupCFF(name, {}, programs, {})
    builder.setupHorizontalMetrics({glyph: (width, 50) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type)
    builder.setupPost()
    builder.save(path)
    return path


def _box(pen, width: int, height: int, inked: bool):  # type: ignore[no-untyped-def]  # fontTools' pens have no types
    if inked:
        pen.moveTo((50, 0))
        for point in ((50, height), (width - 50, height), (width - 50, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen


def variable_font(path: Path, chars: str, *, outlines: str = "glyf") -> Path:
    """Weights 100 to 900, 400 as it comes: at 900 the boxes are twice as high as at 100."""
    from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
    from fontTools.varLib import build

    space = DesignSpaceDocument()
    space.addAxis(AxisDescriptor(name="Weight", tag="wght", minimum=100, default=400, maximum=900))
    for weight, height in ((100, 400), (400, 550), (900, 800)):
        master = path.with_name(f"master{weight}.font")
        source = SourceDescriptor(location={"Weight": weight}, familyName="Small")
        source.font = TTFont(small_font(master, chars, truetype=outlines == "glyf", height=height))
        space.addSource(source)
    made, _, _ = build(space)
    if outlines == "CFF2":
        assert "CFF2" in made
    made.save(path)
    return path


def collection(path: Path, *members: Path) -> Path:
    """The fonts of these files in one."""
    made = TTCollection()
    made.fonts = [TTFont(member) for member in members]
    made.save(path)
    return path
