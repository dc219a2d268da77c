"""Sheets set by hand with the house's fonts, written once as a press file and once as a proof."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from layout import pdf
from layout.font import Book, open_book
from layout.image import probe
from layout.image.ink import press_of
from layout.image.separate import separate
from layout.model.colour import BLACK, PAPER, Colour
from layout.model.display import Fill, GlyphRun, Link, Picture, PictureKey, Shape, Sheet, Stroke, picture_key
from layout.model.geometry import Rect
from layout.model.picture import Separation, cut_for
from layout.model.place import Place
from layout.model.printing import DocumentInfo, PressProfile, PrintSettings, ProofMarks
from layout.model.units import MM, PT, scaled

ROOT = Path(__file__).parents[2]
ICC = ROOT / "styles" / "press" / "ISOcoated_v2_300_bas.icc"
PROFILE = PressProfile("coated", "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", str(ICC))
INFO = DocumentInfo("试刊 & Test", "编辑部", "样张", "2026-11-23T08:00:00+08:00", "0123abc")
HERE = Place("story.md", 3, 1)
Setter = Callable[..., GlyphRun]


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book(ROOT / "fonts" / "fonts.toml")


@pytest.fixture(scope="session")
def press_settings() -> PrintSettings:
    return PrintSettings(PROFILE, INFO)


@pytest.fixture(scope="session")
def proof_settings() -> PrintSettings:
    return PrintSettings(PROFILE, INFO, ProofMarks("试刊 2026-11 初校 0123abc"))


@pytest.fixture(scope="session")
def setter(book: Book) -> Setter:
    """Sets text glyph by glyph: setter(font, size pt, text, x mm, y mm, gap, gaps {index: units}, way, …)."""

    def run(font: str, size: float, text: str, x: float, y: float, **how: object) -> GlyphRun:
        face, em = book.face(font), round(size * PT)
        way, scale = str(how.get("way", "horizontal")), int(str(how.get("scale", 1000)))
        gids = how.get("gids") or tuple(face.gid_list(text))
        assert isinstance(gids, tuple)
        if way == "upright":
            gids = tuple(map(face.upright, gids))
        gap, gaps = int(str(how.get("gap", 0))), how.get("gaps", {})
        assert isinstance(gaps, dict)
        along, pen = [], 0
        for index, gid in enumerate(gids):
            along.append(pen)
            advance = face.vertical_advance(gid) if way == "upright" else face.advances[gid] * scale // 1000
            pen += scaled(advance, em, face.upem) + gaps.get(index, gap)
        texts, colour = how.get("texts") or tuple(text), how.get("colour", BLACK)
        assert isinstance(texts, tuple) and isinstance(colour, Colour)
        place = (round(x * MM), round(y * MM))
        return GlyphRun(font, em, colour, *place, gids, tuple(along), texts, way, scale)  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Picture, Separation]]:
    """A red RGB picture and a grey one with black left, white right; 60 × 40 mm each."""
    folder = tmp_path_factory.mktemp("pictures")
    Image.new("RGB", (900, 600), (220, 20, 20)).save(folder / "red.png")
    grey = Image.new("L", (900, 600), 255)
    grey.paste(0, (0, 0, 450, 600))
    grey.save(folder / "grey.png")
    made = {}
    for index, name in enumerate(("red", "grey")):
        file, _ = probe(folder / f"{name}.png", HERE)
        assert file is not None
        box = Rect((20 + 70 * index) * MM, 140 * MM, 60 * MM, 40 * MM)
        picture = Picture(file, cut_for(file, box.width, box.height), box, HERE)
        separation, _ = separate(Path(file.path).read_bytes(), picture, press_of(ICC.read_bytes()), PROFILE)
        assert separation is not None
        made[name] = picture, separation
    return made


@pytest.fixture(scope="session")
def separations(pictures: Mapping[str, tuple[Picture, Separation]]) -> Mapping[PictureKey, Separation]:
    return {picture_key(picture): separation for picture, separation in pictures.values()}


def sheet(number: int, items: tuple[object, ...], bookmark: str = "", section: str = "") -> Sheet:
    side = "recto" if number % 2 else "verso"
    label = "封面" if number == 1 else str(number)
    return Sheet(210 * MM, 285 * MM, 3 * MM, items, number, label, side, bookmark, section)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def sheets(setter: Setter, pictures: Mapping[str, tuple[Picture, Separation]]) -> tuple[Sheet, ...]:
    """Four pages: everything there is · two plain ones · a vertical one."""
    triangle = (("M", 20 * MM, 200 * MM), ("L", 40 * MM, 200 * MM), ("L", 40 * MM, 220 * MM), ("Z",))
    first = (
        Fill(Rect(-3 * MM, -3 * MM, 216 * MM, 40 * MM), Colour(600, 100, 0, 0)),
        setter("serif-black", 30, "版心", 20, 25, colour=PAPER),
        setter("sans-bold", 12, "黑字压底", 80, 25),
        setter("serif-regular", 10, "老周把第一筐梭子蟹抬上岸，说：“今年。”", 20, 50),
        pictures["red"][0],
        pictures["grey"][0],
        setter("sans-bold", 14, "压图", 25, 160),
        Stroke(((20 * MM, 190 * MM), (190 * MM, 190 * MM)), PT // 2, BLACK),
        Stroke(((20 * MM, 195 * MM), (190 * MM, 195 * MM)), PT, Colour(0, 900, 800, 0), (3 * PT, 2 * PT)),
        Shape(triangle, Colour(0, 500, 1000, 0)),
        Fill(Rect(60 * MM, 200 * MM, 20 * MM, 20 * MM), Colour(0, 0, 0, 200)),
        Fill(Rect(90 * MM, 200 * MM, 20 * MM, 20 * MM), BLACK),
        Link(Rect(20 * MM, 225 * MM, 50 * MM, 5 * MM), 2),
        setter("kai-regular", 9, "见第三页", 20, 229),
    )
    columns = ("竖排第一行，“引文”", "第二行——破折号。", "第三行拉开间距", "第四行很平常")
    vertical = tuple(
        setter("serif-regular", 12, words, 180 - 7 * index, 50, way="upright", gap=(index == 2) * 2 * PT)
        for index, words in enumerate(columns)
    )
    return (
        sheet(1, first),
        sheet(2, (setter("serif-regular", 10, "第二页", 20, 20),), "夜航船", "水路"),
        sheet(3, (setter("serif-regular", 10, "第三页", 20, 20),), "苔藓", "水路"),
        sheet(4, vertical, "结尾"),
    )


@pytest.fixture(scope="session")
def press_file(
    sheets: tuple[Sheet, ...],
    press_settings: PrintSettings,
    book: Book,
    separations: Mapping[PictureKey, Separation],
) -> bytes:
    return pdf.write(sheets, press_settings, book, separations)


@pytest.fixture(scope="session")
def proof_file(
    sheets: tuple[Sheet, ...],
    proof_settings: PrintSettings,
    book: Book,
    separations: Mapping[PictureKey, Separation],
) -> bytes:
    return pdf.write(sheets, proof_settings, book, separations)
