"""A sheet goes in; its page object with boxes, resources and operators comes out."""

from collections.abc import Mapping
from copy import copy
from itertools import groupby
from types import MappingProxyType

from layout.model.display import Clip, Fill, GlyphRun, Item, Picture, PictureKey, Shape, Sheet, Stroke, picture_key
from layout.model.picture import Separation
from layout.model.units import Length
from layout.model.value import value
from layout.pdf import drawing
from layout.pdf.glyphs import Used
from layout.pdf.image import placed
from layout.pdf.number import Point, pt
from layout.pdf.objects import Value, dictionary
from layout.pdf.outline import outlines
from layout.pdf.state import State
from layout.pdf.text import text_object


@value
class Room:
    """How far a page's media reaches beyond its bleed: at either side, and above and below it."""

    side: Length = 0
    ends: Length = 0


NO_ROOM = Room()


@value
class Stock:
    """What all pages of a file draw upon: faces by font key, images by picture, common resources, room round bleed."""

    faces: dict[str, Used]
    images: dict[PictureKey, tuple[str, Value]]
    fonts: Value
    states: Value
    room: Room = NO_ROOM
    separations: Mapping[PictureKey, Separation] = MappingProxyType({})


def origin(sheet: Sheet, room: Room) -> Point:
    """The trim's top left corner on a page whose media has that room beyond the bleed; y up."""
    return room.side + sheet.bleed, room.ends + sheet.bleed + sheet.height


def boxes(sheet: Sheet, room: Room) -> dict[str, str]:
    """MediaBox ⊇ BleedBox ⊇ TrimBox and no other (GWG 2022 R0003)."""
    left, low = room.side + sheet.bleed, room.ends + sheet.bleed
    wide, high = sheet.width + 2 * left, sheet.height + 2 * low
    return {
        "MediaBox": _box(0, 0, wide, high),
        "BleedBox": _box(room.side, room.ends, wide - room.side, high - room.ends),
        "TrimBox": _box(left, low, wide - left, high - low),
    }


def _box(left: Length, low: Length, right: Length, high: Length) -> str:
    return f"[{pt(left)} {pt(low)} {pt(right)} {pt(high)}]"


def resources(sheet: Sheet, stock: Stock) -> dict[str, Value]:
    """What the page's operators call by name: all fonts, but only its own pictures, so that single pages stay light."""
    images = [stock.images[picture_key(item)] for item in sheet.items if isinstance(item, Picture)]
    return {"Font": stock.fonts, "ExtGState": stock.states, "XObject": dict(images) or None}


def group(sheet: Sheet, stock: Stock) -> Value:
    """Blends in the press's inks where a page has soft masks (GWG 2022 R0024); None for a page without any."""
    if not any(isinstance(item, Picture) and stock.separations[picture_key(item)].mask for item in sheet.items):
        return None
    return dictionary({"S": "/Transparency", "CS": "/DeviceCMYK"})


def operators(sheet: Sheet, marks: tuple[Item, ...], stock: Stock) -> bytes:
    """The page's content. Beyond the bleed only `marks` show: with a margin the sheet's own items are clipped there."""
    at = origin(sheet, stock.room)
    own = "".join(_painted(sheet.items, stock, at))
    if stock.room != NO_ROOM:
        left, low = pt(stock.room.side), pt(stock.room.ends)
        wide, high = pt(sheet.width + 2 * sheet.bleed), pt(sheet.height + 2 * sheet.bleed)
        own = f"q {left} {low} {wide} {high} re W n\n{own}Q\n"
    return (own + "".join(_painted(marks, stock, at))).encode("ascii")


def _painted(items: tuple[Item, ...], stock: Stock, at: Point) -> list[str]:
    """Operators in the order of the items; runs that follow one another share a text object."""
    state, parts = State(), []
    outside = state
    for kind, some in groupby(items, key=type):
        if kind is GlyphRun:
            runs = [item for item in some if isinstance(item, GlyphRun)]
            parts.append(outlines(runs, stock.faces, state, at))
            parts.append(text_object(runs, stock.faces, state, at))
        elif kind is Clip:
            for box in [item.box for item in some if isinstance(item, Clip)]:
                parts.append(drawing.clip(box, at))
                outside, state = (state, copy(state)) if box else (outside, outside)
        else:
            parts.extend(_drawn(item, stock, state, at) for item in some)
    return parts


def _drawn(item: Item, stock: Stock, state: State, at: Point) -> str:
    match item:
        case Fill():
            return drawing.fill(item, state, at)
        case Shape():
            return drawing.shape(item, state, at)
        case Stroke():
            return drawing.stroke(item, state, at)
        case Picture():
            key = picture_key(item)
            return state.picture() + placed(item, stock.separations[key], stock.images[key][0], at)
        case _:  # links are no ink: reading.py makes annotations of them in a proof
            return ""
