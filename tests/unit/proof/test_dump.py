"""layout/proof/dump.py: a page made by hand and the text it must give."""

import json

from layout.model.geometry import Rect
from layout.model.glyphs import Line, Look, ShapedParagraph
from layout.model.page import Page, PlacedFrame, PlacedLine, PlacedPicture
from layout.model.place import Place, Source
from layout.model.story import Paragraph
from layout.model.style import ParagraphStyle
from layout.model.units import MM
from layout.proof import dump

EM = 10 * MM


def shaped() -> ShapedParagraph:
    """Four Han of one em and a Latin letter, from line 7 of a manuscript."""
    chars = ("港", "口", "的", "早", "x")
    paragraph = Paragraph("body", "".join(chars), Source("stories/a/story.md", ((0, 7, 1),)))
    none = (0,) * len(chars)
    return ShapedParagraph(
        paragraph=paragraph,
        style=ParagraphStyle("body", size=EM),
        looks=(Look("serif-regular", EM, "ink"),),
        chars=chars,
        offsets=(0, 1, 2, 3, 4),
        look=none,
        gids=none,
        widths=(EM,) * len(chars),
        shifts=none,
        gaps=none,
        flex=none,
        gives=none,
        starts=none,
        ends=none,
        breaks=none,
    )


def page() -> Page:
    text = shaped()
    first = Line(0, 2, 2 * EM, 2 * EM, 0, (0, EM))
    second = Line(2, 5, 3 * EM, 3 * EM, -EM // 4, (0, EM, 2 * EM), hyphen=3 * EM)
    body = PlacedFrame(
        "body.1",
        "story",
        Rect(20 * MM, 30 * MM, 30 * MM, 40 * MM),
        columns=(1, 1),
        rows=(9, 44),
        displaced_by=("head",),
        lines=(PlacedLine(text, first, 20 * MM, 39 * MM, row=9), PlacedLine(text, second, 20 * MM, 52 * MM)),
    )
    photo = PlacedPicture("photos/a.jpg", Place("stories/a/story.md", 3, 1), Rect(0, 0, MM, MM), None, None)
    lead = PlacedFrame("lead", "photo", Rect(0, 0, MM, MM), pictures=(photo,), direction="vertical")
    return Page(12, "12", "recto", "feature-open", (body, lead))


def test_text() -> None:
    assert dump.as_text((page(),)).splitlines() == [
        "page 12 recto feature-open",
        "  frame body.1  columns 1  lines 9-44  displaced by head  [20 30 30×40 mm]",
        "        9      2em  +0.00  港口",
        "   52.0mm      3em  -0.25  的早x-",
        "  frame lead  vertical  [0 0 1×1 mm]",
        "     picture photos/a.jpg  [0 0 1×1 mm]  missing",
    ]


def test_json() -> None:
    (record,) = json.loads(dump.as_json((page(),)))["pages"]
    assert record["page"] == 12
    assert record["frames"][0]["lines"][1] == {
        "text": "的早x-",
        "style": "body",
        "place": "stories/a/story.md:7:3",
        "row": 0,
        "x_mm": 20.0,
        "y_mm": 52.0,
        "measure_mm": 30.0,
        "adjust_em": -0.25,
        "direction": "horizontal",
    }
    assert record["frames"][1]["pictures"][0]["missing"] is True
