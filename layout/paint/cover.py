"""The four painted pages of a cover and what stands on its spine go in; the two sheets that a printer folds come out.

Outside: back, spine, front; inside: the second and the third page with the spine between them, which stays bare for
the glue. A volume bound at its right has both the other way round.
"""

from collections.abc import Sequence

from layout.model.display import Clip, Fill, GlyphRun, Item, Link, Picture, Shape, Sheet, Stroke
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedFrame
from layout.model.style import House
from layout.model.units import Length
from layout.model.value import replace
from layout.paint.text import Inks, paint_line


def cover(
    pages: Sequence[Sheet], spine: Length, house: House, text: PlacedFrame | None, ground: PlacedFill | None
) -> tuple[Sheet, Sheet]:
    """Outer and inner sheet of 封面、封二、封三、封底. With `text` the spine has the front's `ground`; without, it is
    no surface of its own, and back and front run over it to its middle with their bleed."""
    front, second, third, back = pages
    inks = Inks(house)
    box = Rect(house.width, -house.bleed, spine, house.height + 2 * house.bleed)
    marks: list[Item] = []
    if text and ground:
        marks.append(Fill(box, inks.colour(ground.ink, ground.tint)))
    for line in text.lines if text else ():
        marks.extend(_moved(item, house.width) for item in paint_line(line, inks))
    over = 0 if text else spine // 2
    outer, inner = ((front, back), (third, second)) if house.binding == "right" else ((back, front), (second, third))
    return _sheet(outer, house, spine, over, marks, 1), _sheet(inner, house, spine, 0, [], 2)


def _sheet(
    halves: tuple[Sheet, Sheet], house: House, spine: Length, over: Length, marks: list[Item], number: int
) -> Sheet:  # fmt: skip
    """Two pages side by side, each cut at its edge of the spine or `over` it."""
    left, right = halves
    across = house.width + spine
    high, wide = house.height + 2 * house.bleed, house.width + house.bleed + over
    items = (
        Clip(Rect(-house.bleed, -house.bleed, wide, high)), *(_moved(item, 0) for item in left.items), Clip(),
        Clip(Rect(across - over, -house.bleed, wide, high)), *(_moved(item, across) for item in right.items), Clip(),
        *marks,
    )  # fmt: skip
    label = f"{left.label}–{right.label}"
    return Sheet(across + house.width, house.height, house.bleed, items, number, label)


def _moved(item: Item, by: Length) -> Item:
    """The item so much further right."""
    match item:
        case GlyphRun():
            return replace(item, x=item.x + by)
        case Fill() | Picture() | Link():
            return replace(item, box=_right(item.box, by))
        case Stroke():
            return replace(item, points=tuple((x + by, y) for x, y in item.points))
        case Shape():
            return replace(item, path=tuple((step[0], *_pairs(step[1:], by)) for step in item.path))
        case Clip():
            return replace(item, box=_right(item.box, by) if item.box else None)


def _right(box: Rect, by: Length) -> Rect:
    return Rect(box.x + by, box.y, box.width, box.height)


def _pairs(numbers: Sequence[str | Length], by: Length) -> list[str | Length]:
    """x y x y …, each x moved."""
    return [
        number + by if index % 2 == 0 and isinstance(number, int) else number for index, number in enumerate(numbers)
    ]
