"""A page with its number and the texts of its furniture go in; running heads, folios and tabs come out as a frame."""

from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import HAIRLINE
from layout.model.template import Furniture
from layout.model.units import Length

AIR_OVER_RULE = 350
"""Per mille of the size between a running head's baseline and the rule under it (ours)."""


def place_furniture(
    setting: Setting, grid: PageGrid, pieces: tuple[Furniture, ...], values: dict[str, str], path: str
) -> tuple[PlacedFrame, ...]:
    """Each piece whose text is not empty once {section}, {folio} … have their values."""
    return tuple(
        _piece(setting, grid, piece, text, path) for piece in pieces if (text := piece.text.format_map(values).strip())
    )


def _piece(setting: Setting, grid: PageGrid, piece: Furniture, text: str, path: str) -> PlacedFrame:
    house = grid.house
    shaped = setting.shape(Paragraph(piece.style, text, Source(path)), piece.style, piece.direction)
    measure = house.width if piece.direction == "horizontal" else house.height
    line = setting.set_lines(shaped, (measure,), 0, 0)[0]
    y = piece.down if piece.down >= 0 else house.height + piece.down
    x = _edge(grid, piece, line.natural)
    size = shaped.style.size
    if piece.direction == "vertical":
        placed = PlacedLine(shaped, line, x + (size // 2 if _at_left(grid, piece) else -(size // 2)), y, 0, "vertical")
        return PlacedFrame(
            piece.name, "furniture", Rect(x, y, size, line.natural), direction="vertical", lines=(placed,)
        )
    rules: tuple[PlacedRule, ...] = ()
    if piece.rule:
        start = x if _at_left(grid, piece) else x + line.natural - piece.rule
        under = y + size * AIR_OVER_RULE // 1000 + HAIRLINE
        rules = (PlacedRule(start, under, start + piece.rule, under, HAIRLINE, "ink"),)
    box = Rect(x, y - size, line.natural, size)
    return PlacedFrame(piece.name, "furniture", box, rules=rules, lines=(PlacedLine(shaped, line, x, y),))


def _at_left(grid: PageGrid, piece: Furniture) -> bool:
    return (piece.edge == "inner") == grid.inner_is_left


def _edge(grid: PageGrid, piece: Furniture, width: Length) -> Length:
    """Where the piece starts: from its edge inwards, or in the middle of the page."""
    page = grid.house.width
    if piece.edge == "centre":
        return (page - width) // 2 + piece.along
    if _at_left(grid, piece):
        return piece.along
    return page - piece.along - (width if piece.direction == "horizontal" else 0)
