"""Sheets made by hand, a page of 200 × 280 mm with 3 mm of bleed, and eyes for which every glyph fills its em."""

from layout.model.colour import BLACK, Colour
from layout.model.display import Fill, GlyphRun, Item, Outline, Picture, Sheet
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.glyphs import Line, Look, ShapedParagraph
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.picture import Cut, Light, PictureFile
from layout.model.place import Place, Source
from layout.model.story import Paragraph
from layout.model.style import ParagraphStyle
from layout.model.units import MM, PT
from layout.model.value import replace
from layout.verify.sheet_view import Lookers
from layout.verify.sight import sight

WIDTH, HEIGHT, BLEED, SAFETY = 200 * MM, 280 * MM, 3 * MM, 3 * MM
SIZE = 10 * PT
PHOTO = PictureFile("photos/a.jpg", "a", 400, 300, "RGB")
HERE = Place("story.md", 7, 1)


def box(x: float, y: float, width: float, height: float) -> Rect:
    """A box from millimetres."""
    return Rect(round(x * MM), round(y * MM), round(width * MM), round(height * MM))


def text(
    words: str, x: float, y: float, colour: Colour = BLACK, size: int = SIZE, way: str = "horizontal",
    outline: Outline | None = None,
) -> GlyphRun:  # fmt: skip
    """Han set solid; x and y in millimetres."""
    gids = tuple(0 if char == "　" else ord(char) for char in words)
    along = tuple(index * size for index in range(len(words)))
    return GlyphRun("f", size, colour, round(x * MM), round(y * MM), gids, along, tuple(words), way, outline=outline)  # type: ignore[arg-type]


def photo(at: Rect, file: PictureFile = PHOTO, cut: Cut | None = None) -> Picture:
    return Picture(file, cut or Cut(0, 0, file.width, file.height), at, HERE)


def fill(at: Rect, *inks: int) -> Fill:
    return Fill(at, Colour(*inks))


def ink(font: str, gid: int) -> tuple[int, int, int, int]:
    """A Han fills its em but for a twentieth on all sides; an em space prints nothing."""
    return (50, -830, 950, 70) if gid else (0, 0, 0, 0)


def sheet(*items: Item) -> Sheet:
    return Sheet(WIDTH, HEIGHT, BLEED, items, 1, "1")


def page() -> Page:
    return Page(1, "1", "recto", "plain", ())


def seen(*items: Item, light: Light | None = None, on: Page | None = None) -> list[Finding]:
    """What is found on a page with these items; photos are as light as given, or middling."""
    ask = Lookers(ink, lambda font, gid: (500, -880), lambda picture: light)
    return list(sight([(on or page(), sheet(*items))], ask, SAFETY))


def codes(*items: Item, light: Light | None = None) -> list[str]:
    return [item.code for item in seen(*items, light=light)]


def plain(value: int, opacity: int = 255) -> Light:
    """A picture of one lightness all over."""
    return Light(4, 3, bytes([value] * 12), bytes([opacity] * 12) if opacity < 255 else b"")


def story_page(words: str, x: float, y: float, takes: str = "story") -> Page:
    """A page with one line in a frame, as `text` paints it, from line 7 of the manuscript."""
    count, em = len(words), (SIZE,) * len(words)
    paragraph = Paragraph("body", words, Source("story.md", ((0, 7, 1),)))
    nothing = (0,) * count
    shaped = ShapedParagraph(
        paragraph, ParagraphStyle("body"), (Look("f", SIZE, "ink"),), tuple(words), tuple(range(count)), nothing,
        tuple(map(ord, words)), em, nothing, nothing, nothing, nothing, nothing, nothing, (1,) * count,
    )  # fmt: skip
    line = Line(0, count, SIZE * count, SIZE * count, 0, tuple(index * SIZE for index in range(count)))
    placed = PlacedLine(shaped, line, round(x * MM), round(y * MM))
    return replace(page(), frames=(PlacedFrame("body.1", takes, box(0, 0, 200, 280), lines=(placed,)),))
