"""Nothing in; the made test fonts BanxinTest.otf (CID-keyed CFF) and BanxinTestTT.ttf and their fonts.toml out.

Every Han character and full-width mark is exactly 1 em (1000 units) wide, every Latin letter, figure and half-width
mark exactly half an em, the space a quarter. Ink is a plain box, so that line ends and squeezes can be worked out on
paper: Han fills 50-950; a closing or stopping mark stands in the left half (50-450), at the foot; an opening bracket
or quote in the right half (550-950); a middle mark in the middle (300-700).
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import toml
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

HERE = Path(__file__).resolve().parent
KEYS = {
    "serif-regular": 400,
    "serif-semibold": 600,
    "serif-black": 900,
    "sans-regular": 400,
    "sans-bold": 700,
    "kai-regular": 400,
}
STYLE = {"serif": "宋", "sans": "黑", "kai": "楷"}
TWO_EM = "\u2e3a"

Box = tuple[int, int, int, int]
HAN: Box = (50, -70, 950, 830)
LATIN: Box = (50, 0, 450, 700)
STOP: Box = (50, -70, 450, 230)  # 、。，：；！？ and closing marks: left half
STOP_VERTICAL: Box = (550, 530, 950, 830)  # the same in a vertical line: upper right
OPENING: Box = (550, -70, 950, 830)  # right half
CLOSING: Box = (50, -70, 450, 830)  # left half
OPENING_VERTICAL: Box = (50, -70, 950, 330)  # foot of the cell
CLOSING_VERTICAL: Box = (50, 430, 950, 830)  # head of the cell
MIDDLE: Box = (300, 230, 700, 530)
RULE: Box = (0, 350, 1000, 410)  # — touches its neighbour
RULE_VERTICAL: Box = (470, -120, 530, 880)
TWO_EM_RULE: Box = (0, 350, 2000, 410)
TWO_EM_VERTICAL: Box = (470, -1120, 530, 880)
BLANK: Box = (0, 0, 0, 0)

OPENERS = "（〔［｛《〈「『【〖“‘"
CLOSERS = "）〕］｝》〉」』】〗”’"
STOPS = "、。，．：；！？"
DOTS = "·・‧"
DASHES = "—―…～⋯"


@dataclass(frozen=True, slots=True)
class Shape:
    """One glyph: advance and ink box; `down` is its advance in a vertical line."""

    advance: int
    ink: Box
    down: int = 1000


def gb2312() -> list[str]:
    """Every character of GB 2312, in code order."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return [char for cell in cells if (char := cell.decode("gb2312", "ignore"))]


def shape_of(char: str) -> Shape:
    """The glyph of one character, by what kind of mark it is."""
    if char in (" ", "\u00a0"):
        return Shape(250, BLANK)
    if char == "\u3000":
        return Shape(1000, BLANK)
    if char == TWO_EM:
        return Shape(2000, TWO_EM_RULE)
    if ord(char) < 0x250:
        return Shape(1000, MIDDLE) if char == "·" else Shape(500, LATIN)
    for marks, ink in (
        (OPENERS, OPENING),
        (CLOSERS, CLOSING),
        (STOPS, STOP),
        (DOTS, MIDDLE),
        ("—―", RULE),
        ("…～⋯", MIDDLE),
    ):
        if char in marks:
            return Shape(1000, ink)
    return Shape(1000, HAN)


def vertical_of(char: str) -> Shape | None:
    """The form of a mark in a vertical line, for the marks that have one."""
    if char == TWO_EM:
        return Shape(1000, TWO_EM_VERTICAL, 2000)
    for marks, ink in (
        (OPENERS, OPENING_VERTICAL),
        (CLOSERS, CLOSING_VERTICAL),
        ("、。，．", STOP_VERTICAL),
        ("—―", RULE_VERTICAL),
        ("…～⋯", (350, 100, 650, 660)),
    ):
        if char in marks:
            return Shape(1000, ink)
    return None


def glyphs() -> tuple[dict[str, Shape], dict[int, str], dict[str, str]]:
    """Shapes by glyph name, the character map, and vertical form by glyph name.

    Names are those of a CID-keyed font, and CIDs count up by 3 from glyph to glyph, so that a mix-up of glyph id and
    CID shows.
    """
    chars = dict.fromkeys(map(chr, range(0x20, 0x7F)))
    chars |= dict.fromkeys(map(chr, range(0xA0, 0x180)))
    chars |= dict.fromkeys(gb2312())
    chars |= dict.fromkeys(OPENERS + CLOSERS + STOPS + DOTS + DASHES + TWO_EM + "〇")
    shapes = {".notdef": Shape(1000, HAN)}
    cmap: dict[int, str] = {}
    upright: dict[str, str] = {}
    for char in chars:
        cmap[ord(char)] = name_of(len(shapes))
        shapes[cmap[ord(char)]] = shape_of(char)
    for char in chars:
        form = vertical_of(char)
        if form:
            upright[cmap[ord(char)]] = name_of(len(shapes))
            shapes[name_of(len(shapes))] = form
    return shapes, cmap, upright


def name_of(gid: int) -> str:
    """The CFF name of a CID-keyed glyph."""
    return f"cid{3 * gid:05d}"


def draw(pen: T2CharStringPen | TTGlyphPen, ink: Box) -> None:
    """One box, counter-clockwise; nothing for a blank."""
    left, foot, right, head = ink
    if left == right:
        return
    pen.moveTo((left, foot))
    for point in ((right, foot), (right, head), (left, head)):
        pen.lineTo(point)
    pen.closePath()


def features(cmap: dict[int, str], upright: dict[str, str]) -> str:
    """vert for the marks, liga for —— ; both for every script."""
    dash, joined = cmap[ord("—")], cmap[ord(TWO_EM)]
    rules = "\n".join(f"  sub {name} by {form};" for name, form in upright.items())
    return (
        "languagesystem DFLT dflt;\nlanguagesystem hani dflt;\nlanguagesystem latn dflt;\n"
        f"feature liga {{\n  sub {dash} {dash} by {joined};\n}} liga;\nfeature vert {{\n{rules}\n}} vert;\n"
    )


def start(family: str, truetype: bool) -> tuple[FontBuilder, dict[str, Shape]]:
    """Everything but the outlines."""
    shapes, cmap, _ = glyphs()
    builder = FontBuilder(1000, isTTF=truetype)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap(cmap)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": family, "fullName": family, "version": "Version 1.0"}
    )
    return builder, shapes


def finish(builder: FontBuilder, shapes: dict[str, Shape], path: Path) -> None:
    """Metrics, layout features and the file."""
    builder.setupHorizontalMetrics({name: (shape.advance, shape.ink[0]) for name, shape in shapes.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupVerticalMetrics({name: (shape.down, 880 - shape.ink[3]) for name, shape in shapes.items()})
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sxHeight=500, sCapHeight=700, fsType=0, usWeightClass=400)
    builder.setupPost(keepGlyphNames=False)
    font = builder.font
    addOpenTypeFeaturesFromString(font, features(*glyphs()[1:]))
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(path)


def make_cff(path: Path) -> None:
    """The CID-keyed twin; a box is so short in CFF that sharing it would save nothing."""
    builder, shapes = start("BanxinTest", truetype=False)
    programs = {}
    for name, shape in shapes.items():
        pen = T2CharStringPen(shape.advance, None)
        draw(pen, shape.ink)
        programs[name] = pen.getCharString()
    builder.setupCFF("BanxinTest", {}, programs, {})
    make_cid_keyed(builder.font, list(shapes))
    vorg = newTable("VORG")
    vorg.majorVersion, vorg.minorVersion, vorg.defaultVertOriginY, vorg.VOriginRecords = 1, 0, 880, {}
    builder.font["VORG"] = vorg
    finish(builder, shapes, path)


def make_cid_keyed(font: TTFont, order: list[str]) -> None:
    """Turn the name-keyed CFF into a CID-keyed one (ROS, FDArray, FDSelect); CID = 3 × glyph id."""
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 3 * len(order)
    part = FontDict()
    part.setCFF2(False)
    part.FontName = "BanxinTest-Box"
    part.Private = top.Private
    top.FDArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = FDSelect(format=3)
    top.FDSelect.gidArray = [0] * len(order)
    strings = top.CharStrings
    strings.fdArray, strings.fdSelect = top.FDArray, top.FDSelect
    for program in strings.charStrings.values():
        program.fdSelectIndex = 0
    top.charset = order
    del top.Private


def make_truetype(path: Path) -> None:
    """The TrueType twin: each box is drawn once and the glyphs that share it are components of it."""
    builder, shapes = start("BanxinTestTT", truetype=True)
    first: dict[Box, str] = {}
    outlines: dict[str, Glyph] = {}
    for name, shape in shapes.items():
        if shape.ink == BLANK:
            outlines[name] = Glyph()
        elif shape.ink in first:
            outlines[name] = component(first[shape.ink])
        else:
            first[shape.ink] = name
            pen = TTGlyphPen(None)
            draw(pen, shape.ink)
            outlines[name] = pen.glyph()
    builder.setupGlyf(outlines)
    finish(builder, shapes, path)


def component(base: str) -> Glyph:
    """A glyph that is another glyph, unmoved."""
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = base, 0, 0, 0x0204
    whole = Glyph()
    whole.numberOfContours = -1
    whole.components = [part]
    return whole


def write_manifest() -> None:
    """fonts.toml: the six keys of the real fonts, all on the CFF twin but 楷, which is on the TrueType one."""
    faces = []
    for key, weight in KEYS.items():
        file = HERE / ("BanxinTestTT.ttf" if key == "kai-regular" else "BanxinTest.otf")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        style = STYLE[key.split("-")[0]]
        faces.append(
            {
                "key": key,
                "family": file.stem,
                "style": style,
                "weight": weight,
                "file": file.name,
                "licence": "as the project",
                "fs_type": 0,
                "sha256": digest,
            }
        )
    text = toml.dumps({"fallback": ["serif-regular", "kai-regular"], "face": faces})
    (HERE / "fonts.toml").write_text("# Written by make_test_font.py.\n" + text, encoding="utf-8")


if __name__ == "__main__":
    make_cff(HERE / "BanxinTest.otf")
    make_truetype(HERE / "BanxinTestTT.ttf")
    write_manifest()
