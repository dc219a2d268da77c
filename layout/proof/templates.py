"""Page templates with their boxes reckoned go in; small pictures of them as SVG come out, and one sheet of all."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from layout.model.geometry import Rect
from layout.model.units import Length, millimetres
from layout.model.value import value

COLOURS = {
    "heading": "#c8402f",
    "photo": "#2f6fb5",
    "advert": "#8a6d5a",
    "story": "#5d6b3f",
    "box": "#b07a12",
    "table": "#0f8a80",
    "contents": "#7a4aa5",
    "text": "#b84a86",
    "code": "#202020",
    "ground": "#9a9a9a",
}
"""Kind of content → colour of its frames; `kind_of` tells which kind a frame's `takes` is."""
_KINDS = {"teaser": "photo", "barcode": "code", "qr": "code", "tint": "ground", "rule": "ground"}
_LAYERS = {"ground": 0, "story": 1}
"""What lies under all other frames."""
FACE = "Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
NAME, SMALL = 4.4, 3.2
"""Sizes of a frame's name and of what stands below it, in mm of the page."""
ACROSS, AIR, SCALE = 6, 14.0, 0.3
"""Templates in a row of the sheet, mm between them, and how much smaller than the page they are."""


@value
class FrameView:
    """A frame as it stands on the page. `open`: one of its ends is as far as its content needs."""

    name: str
    takes: str
    lines: str
    box: Rect
    open: bool
    vertical: bool
    displaces: str


@value
class PageView:
    """A template as it stands on a recto: trim, columns (left edge, width), heads of rows, frames, furniture."""

    name: str
    width: Length
    height: Length
    bleed: Length
    area: Rect
    columns: tuple[tuple[Length, Length], ...]
    rows: tuple[Length, ...]
    em: Length
    """height of a row's em box"""
    frames: tuple[FrameView, ...]
    furniture: tuple[tuple[str, Length, Length, bool], ...]
    """(text, x, y, at the right edge)"""


def kind_of(takes: str) -> str:
    """The kind of content, a key of COLOURS; heading roles are headings."""
    first = takes.partition(":")[0]
    kind = _KINDS.get(first, first)
    return kind if kind in COLOURS else "heading"


def picture(view: PageView) -> bytes:
    """One template as an SVG document, one unit a millimetre."""
    bleed, width, height = _mm(view.bleed), _mm(view.width), _mm(view.height)
    root = _root(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed + 8)
    _draw(root, view)
    _text(root, 0, height + bleed + 5, view.name, 5, "#303030")
    return _document(root)


def sheet(views: Sequence[PageView], title: str) -> bytes:
    """All templates on one SVG document, with what the colours mean."""
    step = max(_mm(view.width) for view in views) * SCALE + AIR
    down = max(_mm(view.height) for view in views) * SCALE + AIR
    root = _root(0, 0, ACROSS * step + AIR, -(-len(views) // ACROSS) * down + 3 * AIR)
    _text(root, AIR, AIR, title, 7, "#303030", bold=True)
    for index, (kind, colour) in enumerate(COLOURS.items()):
        x = AIR + 90 + index * 34
        _rect(root, (x, AIR - 4, 5, 5), colour, 0.3)
        _text(root, x + 7, AIR, kind, 4.5, "#303030")
    for index, view in enumerate(views):
        x, y = AIR + index % ACROSS * step, 2 * AIR + index // ACROSS * down
        group = ET.SubElement(root, "g", {"transform": f"translate({x:.2f} {y:.2f}) scale({SCALE})"})
        _draw(group, view)
        _text(root, x, y + _mm(view.height) * SCALE + 6, view.name, 4.5, "#303030")
    return _document(root)


def _draw(parent: ET.Element, view: PageView) -> None:
    """Trim, columns and rows of the grid, frames from the ground up, furniture."""
    _rect(parent, (0, 0, _mm(view.width), _mm(view.height)), "#ffffff", 1, "#808080")
    top, foot = _mm(view.area.y), _mm(view.area.foot)
    for x, width in view.columns:
        _rect(parent, (_mm(x), top, _mm(width), foot - top), "#e9eef2", 1)
    for row in view.rows:
        y = _mm(row + view.em)
        ends = {"x1": f"{_mm(view.area.x):.2f}", "x2": f"{_mm(view.area.right):.2f}"}
        ET.SubElement(
            parent, "line", {**ends, "y1": f"{y:.2f}", "y2": f"{y:.2f}", "stroke": "#c4d0da", "stroke-width": "0.15"}
        )
    for frame in sorted(view.frames, key=lambda frame: _LAYERS.get(kind_of(frame.takes), 2)):
        _frame(parent, frame)
    for text, x, y, right in view.furniture:
        _text(parent, _mm(x), _mm(y), text, SMALL, "#606060", right=right)


def _frame(parent: ET.Element, frame: FrameView) -> None:
    colour = COLOURS[kind_of(frame.takes)]
    box = (_mm(frame.box.x), _mm(frame.box.y), _mm(frame.box.width), _mm(frame.box.height))
    if frame.displaces != "none":
        _rect(parent, box, "#ffffff", 0.8)
    drawn = _rect(parent, box, colour, 0.2, colour)
    if frame.open:
        drawn.set("stroke-dasharray", "2 1.2")
    title = ET.SubElement(drawn, "title")
    title.text = f"{frame.name}: {frame.takes}, lines {frame.lines}"
    lower = box[3] - NAME - SMALL - 2 if frame.takes == "story" else 0  # clear of the frames over its head
    x, y = box[0] + 1.5, box[1] + NAME + max(0, lower)
    _text(parent, x, y, frame.name, NAME, colour, bold=True)
    words = [frame.takes, *(["↓"] if frame.vertical else []), frame.lines]
    words += [f"({frame.displaces})"] if frame.displaces != "none" else []
    if box[3] > NAME + SMALL + 1:
        _text(parent, x, y + SMALL + 0.8, " ".join(words), SMALL, colour)


def _root(x: float, y: float, width: float, height: float) -> ET.Element:
    size = {
        "width": f"{width:.2f}mm",
        "height": f"{height:.2f}mm",
        "viewBox": f"{x:.2f} {y:.2f} {width:.2f} {height:.2f}",
    }
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "font-family": FACE})
    _rect(root, (x, y, width, height), "#f4f4f2", 1)
    return root


def _rect(
    parent: ET.Element, box: tuple[float, float, float, float], fill: str, opacity: float, stroke: str = "none"
) -> ET.Element:
    places = dict(zip(("x", "y", "width", "height"), (f"{number:.2f}" for number in box), strict=True))
    look = {"fill": fill, "fill-opacity": f"{opacity:g}", "stroke": stroke, "stroke-width": "0.4"}
    return ET.SubElement(parent, "rect", {**places, **look})


def _text(
    parent: ET.Element, x: float, y: float, text: str, size: float, colour: str, bold: bool = False, right: bool = False
) -> None:
    look = {"font-size": f"{size:g}", "fill": colour, "text-anchor": "end" if right else "start"}
    look |= {"font-weight": "bold"} if bold else {}
    ET.SubElement(parent, "text", {"x": f"{x:.2f}", "y": f"{y:.2f}", **look}).text = text


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    drawn: bytes = ET.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawn + b"\n"


def _mm(value: Length) -> float:
    return millimetres(value)
