"""A set page and its house go in, its sheet comes out: grounds under pictures under rules under lines."""

from collections.abc import Iterator, Mapping

from layout.model.display import Fill, Item, Link, Picture, Sheet, Stroke
from layout.model.page import Page, PlacedFrame, PlacedPicture
from layout.model.style import HAIRLINE, House
from layout.paint.codes import paint_code
from layout.paint.text import Inks, paint_line

PLACEHOLDER_TINT = 150
"""Ground of a picture that is missing: light enough to read its label on, dark enough to be seen as wrong."""


def paint(page: Page, house: House, sheets: Mapping[int, int], inks: Inks | None = None) -> Sheet:
    """The page's sheet. `sheets` maps a printed page number to its sheet in the same file, for links."""
    inks = (inks or Inks(house)).within(page.section)
    items: list[Item] = []
    if page.ground:
        items.append(Fill(page.ground.box, inks.colour(page.ground.ink, page.ground.tint)))
    layers = [_layers(frame, inks, sheets) for frame in page.frames]
    for layer in zip(*layers, strict=True) if layers else ():
        for part in layer:
            items.extend(part)
    return Sheet(
        house.width,
        house.height,
        house.bleed,
        tuple(items),
        page.number,
        page.label,
        page.side,
        " / ".join(page.titles),
        page.section,
    )


def _layers(frame: PlacedFrame, inks: Inks, sheets: Mapping[int, int]) -> tuple[list[Item], ...]:
    grounds: list[Item] = [Fill(fill.box, inks.colour(fill.ink, fill.tint)) for fill in frame.fills]
    pictures = [item for picture in frame.pictures for item in _picture(picture, inks)]
    plates = [Fill(plate.box, inks.colour(plate.ink, plate.tint)) for plate in frame.plates]
    rules: list[Item] = [
        Stroke(((rule.x, rule.y), (rule.x2, rule.y2)), rule.width, inks.colour(rule.ink, rule.tint))
        for rule in frame.rules
    ]
    lines = [item for placed in frame.lines for item in paint_line(placed, inks)]
    links: list[Item] = [Link(link.box, sheets[link.page]) for link in frame.links if link.page in sheets]
    codes = [paint_code(code, inks.colour("ink")) for code in frame.codes]
    return [*grounds, *pictures, *plates, *codes], rules, lines, links


def _picture(placed: PlacedPicture, inks: Inks) -> Iterator[Item]:
    if placed.file is not None and placed.cut is not None:
        yield Picture(placed.file, placed.cut, placed.box, placed.place)
        return
    box = placed.box
    yield Fill(box, inks.colour("ink", PLACEHOLDER_TINT))
    colour = inks.colour("ink")
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.foot), (box.x, box.foot), (box.x, box.y))
    yield Stroke(corners, HAIRLINE, colour)
    yield Stroke(((box.x, box.y), (box.right, box.foot)), HAIRLINE, colour)
    yield Stroke(((box.right, box.y), (box.x, box.foot)), HAIRLINE, colour)
