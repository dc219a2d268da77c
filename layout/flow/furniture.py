"""A page with its number and the texts of its furniture go in; running heads, folios and tabs come out as a frame."""

from collections.abc import Mapping, Sequence

from layout.flow.grid import PageGrid
from layout.flow.heads import smaller, tinted
from layout.flow.setting import Setting
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import BODY_ASCENT, HAIRLINE
from layout.model.template import LEFT_OUT, NAME, Furniture
from layout.model.units import MM, Length, scaled
from layout.model.value import replace

AIR_OVER_RULE = 350
"""Per mille of the size between a running head's baseline and the rule under it (ours)."""
SAFE = 5 * MM
"""Nothing to be read stands nearer to the trim (ours)."""


def place_furniture(
    setting: Setting,
    grid: PageGrid,
    pieces: tuple[Furniture, ...],
    values: Mapping[str, str],
    path: str,
    frames: Sequence[PlacedFrame] = (),
) -> tuple[PlacedFrame, ...]:
    """Each piece whose text is not empty once {section}, {folio} … have their values; a name that has none stays as it
    is, to be seen in the proof. A colour tab without words stands on the pages that have a section. `frames` are those
    of the page: on their pictures a piece stands as its `over` wants it."""
    made: list[PlacedFrame] = []
    for piece in pieces:
        placed = _placed(setting, grid, piece, values, path)
        if placed and piece.over and on_picture(placed.box, frames):
            over = replace(piece, style=piece.over)
            placed = None if piece.over == LEFT_OUT else _placed(setting, grid, over, values, path)
        made += [placed] if placed else []
    return tuple(made)


def on_picture(box: Rect, frames: Sequence[PlacedFrame]) -> bool:
    """Whether a picture is what a box lies on: of the pictures and grounds there, the one that is painted last."""
    on = False
    for frame in frames:
        on = on and not any(fill.box.meets(box) for fill in frame.fills)
        on = on or any(picture.box.meets(box) for picture in frame.pictures)
        on = on and not any(plate.box.meets(box) for plate in frame.plates)
    return on


def _placed(
    setting: Setting, grid: PageGrid, piece: Furniture, values: Mapping[str, str], path: str
) -> PlacedFrame | None:
    """The piece where the page's section wants it; None for one that shows nothing there."""
    text = NAME.sub(lambda match: values.get(match[1], match[0]), piece.text).strip()
    if not text and (piece.text or not piece.tint or not values.get("section", "")):
        return None
    piece = replace(piece, down=_stepped(grid, piece, values))
    if not piece.tint:
        return _piece(setting, grid, piece, text, path)
    return _tab(setting, grid, piece, text, path)


def _stepped(grid: PageGrid, piece: Furniture, values: Mapping[str, str]) -> Length:
    """How far down the piece stands: a step for each section before the page's own, from the top again where the page
    is at its end."""
    house = grid.house
    down = piece.down if piece.down >= 0 else house.height + piece.down
    if not piece.step:
        return down
    fit = max(1, (house.height - down - piece.height) // piece.step + 1)
    return down + piece.step * (max(0, int(values.get("section-number") or 1) - 1) % fit)


def _tab(setting: Setting, grid: PageGrid, piece: Furniture, text: str, path: str) -> PlacedFrame | None:
    """The piece in the middle of its ground; a ground that touches the trim runs off it. One too small for its text
    takes the smaller style that its style names, and grows as far as the page lets it."""
    house = grid.house
    words = _piece(setting, grid, piece, text, path) if text else None
    piece = _grown(grid, piece, words)
    box = Rect(_edge(grid, piece, piece.width), piece.down, piece.width, piece.height)
    left = -house.bleed if box.x <= 0 else box.x
    right = house.width + house.bleed if box.right >= house.width else box.right
    ground = tinted(piece.tint, Rect(left, box.y, right - left, box.height))
    if words is None:
        return PlacedFrame(piece.name, "furniture", box, direction=piece.direction, fills=(ground,))
    line = words.lines[0]
    dx = box.x + (box.width - words.box.width) // 2 - words.box.x
    dy = box.y + (box.height - words.box.height) // 2 - words.box.y
    if piece.direction == "horizontal":
        size = line.shaped.style.size
        dy += scaled(size, BODY_ASCENT, 1000) - size  # the box of a level line ends at its baseline
    moved = replace(line, x=line.x + dx, y=line.y + dy)
    return replace(words, box=box, fills=(ground,), rules=(), lines=(moved,))


def _grown(grid: PageGrid, piece: Furniture, words: PlacedFrame | None) -> Furniture:
    """The tab as long as its text needs, with air at both ends; moved up, where it would else come too near to the foot
    of the page."""
    if words is None or not words.lines:
        return piece
    need, size = words.lines[0].line.natural, words.lines[0].shaped.style.size
    if piece.direction == "horizontal":
        return replace(piece, width=piece.width if need <= piece.width else need + size)
    if need <= piece.height:
        return piece
    height = need + size
    return replace(piece, height=height, down=max(0, min(piece.down, grid.house.height - SAFE - height)))


def _piece(setting: Setting, grid: PageGrid, piece: Furniture, text: str, path: str) -> PlacedFrame | None:
    """The piece on one line, as much as fits on the page; None for a text that shows nothing. One that would come
    nearer to the other edge than it is to its own, or is longer than its tab, takes the smaller style that its style
    names."""
    shaped = setting.shape(Paragraph(piece.style, text, Source(path)), piece.style, piece.direction)
    most, wanted = _room(grid, piece)
    line = next(iter(setting.set_lines(shaped, (most,), 0, 0)), None)
    if line is None:
        return None
    if shaped.style.smaller and (not line.last or line.natural > wanted):
        ((_, less),) = smaller(setting, piece, ((shaped.paragraph, piece.style),))
        if less != piece.style:
            return _piece(setting, grid, replace(piece, style=less), text, path)
    if line.natural > (room := _before_trim(grid, piece)):
        line = setting.set_lines(shaped, (room,), 0, 0)[0]  # what it loses is told with the page
    y = piece.down
    size = shaped.style.size
    x = _edge(grid, piece, size if piece.direction == "vertical" else line.natural)
    lead = line.along[0] - shaped.shifts[0] + shaped.starts[0]  # the style's indent and alignment have no say here
    if piece.direction == "vertical":
        placed = PlacedLine(shaped, line, x + size // 2, y - lead, 0, "vertical")
        return PlacedFrame(
            piece.name, "furniture", Rect(x, y, size, line.natural), direction="vertical", lines=(placed,)
        )
    rules: tuple[PlacedRule, ...] = ()
    if piece.rule:
        start = x if _at_left(grid, piece) else x + line.natural - piece.rule
        under = y + size * AIR_OVER_RULE // 1000 + HAIRLINE
        rules = (PlacedRule(start, under, start + piece.rule, under, HAIRLINE, "ink"),)
    box = Rect(x, y - size, line.natural, size)
    return PlacedFrame(piece.name, "furniture", box, rules=rules, lines=(PlacedLine(shaped, line, x - lead, y),))


def _room(grid: PageGrid, piece: Furniture) -> tuple[Length, Length]:
    """How long the piece can be on the page, and how long it should be."""
    house = grid.house
    if piece.direction == "horizontal":
        return house.width, piece.width if piece.tint else house.width - 2 * piece.along
    if piece.tint:
        return house.height - 2 * SAFE, piece.height
    down = house.height - SAFE - piece.down
    return down, down


def _before_trim(grid: PageGrid, piece: Furniture) -> Length:
    """How long a level line without a ground can be and end before the trim; others keep to their room."""
    width = grid.house.width
    if piece.tint or piece.direction == "vertical":
        return max(_room(grid, piece))
    return max(1, width - (2 * SAFE if piece.edge == "centre" else piece.along + SAFE))


def _at_left(grid: PageGrid, piece: Furniture) -> bool:
    return (piece.edge == "inner") == grid.inner_is_left


def _edge(grid: PageGrid, piece: Furniture, width: Length) -> Length:
    """Where the piece starts: from its edge inwards, or in the middle of the page."""
    page = grid.house.width
    if piece.edge == "centre":
        return (page - width) // 2 + piece.along
    if _at_left(grid, piece):
        return piece.along
    return page - piece.along - width
