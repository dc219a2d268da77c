"""Fills, outlines and rules go in; PDF operators that paint them come out."""

from layout.model.display import Fill, Shape, Stroke
from layout.model.geometry import Rect
from layout.pdf.number import Point, pt
from layout.pdf.state import State


def box(rect: Rect, origin: Point) -> str:
    """x y width height of a rectangle, as `re` and /Rect-like arrays want them from its lower left corner."""
    return f"{pt(origin[0] + rect.x)} {pt(origin[1] - rect.foot)} {pt(rect.width)} {pt(rect.height)}"


def clip(rect: Rect | None, origin: Point) -> str:
    """Begins to show nothing outside the rectangle; None: as before that."""
    return f"q {box(rect, origin)} re W n\n" if rect else "Q\n"


def fill(item: Fill, state: State, origin: Point) -> str:
    return f"{state.area(item.colour)}{box(item.box, origin)} re f\n"


def shape(item: Shape, state: State, origin: Point) -> str:
    """A filled outline, by the nonzero winding rule, which is what font outlines want."""
    parts = []
    for operator, *numbers in item.path:
        if operator == "Z":
            parts.append("h")
            continue
        lengths = [number for number in numbers if isinstance(number, int)]
        points = zip(lengths[::2], lengths[1::2], strict=True)
        places = " ".join(f"{pt(origin[0] + x)} {pt(origin[1] - y)}" for x, y in points)
        parts.append(f"{places} {str(operator).lower()}")
    return f"{state.area(item.colour)}{' '.join(parts)} f\n"


def stroke(item: Stroke, state: State, origin: Point) -> str:
    (x, y), *rest = item.points
    path = f"{pt(origin[0] + x)} {pt(origin[1] - y)} m"
    path += "".join(f" {pt(origin[0] + x)} {pt(origin[1] - y)} l" for x, y in rest)
    dash = f"[{' '.join(map(pt, item.dash))}] 0 d " if item.dash else ""
    return f"{state.rule(item.colour)}{pt(item.width)} w {dash}{path} S\n{'[] 0 d' + chr(10) if dash else ''}"
