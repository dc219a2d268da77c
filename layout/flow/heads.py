"""A story's heading and a head frame go in; the head, set and stacked in its frame, comes out."""

from layout.flow.grid import PageGrid
from layout.flow.parted import in_columns
from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedFrame, PlacedLine, PlacedRule
from layout.model.story import Paragraph
from layout.model.style import BODY_ASCENT, HAIRLINE
from layout.model.template import Frame, Furniture, Stand
from layout.model.units import Length, scaled

_Items = tuple[tuple[Paragraph, str], ...]
"""Paragraphs, each with the name of its style."""
ROLE_ORDER = ("series", "kicker", "title", "deck", "byline", "office", "standfirst")
"""How a head is stacked where its frame names no roles of its own: 栏目名、眉题、主题、副题, names, then the lead."""


def heading_for(frame: Frame, heading: tuple[Paragraph, ...], claimed: frozenset[str]) -> tuple[Paragraph, ...]:
    """The heading paragraphs the frame takes, in its order; a plain `heading` frame leaves what others claim."""
    if frame.takes == "story":
        roles: tuple[str, ...] = frame.roles
    elif frame.takes != "heading":
        roles = (frame.takes,)
    else:
        roles = frame.roles or tuple(role for role in ROLE_ORDER if role not in claimed)
    return tuple(paragraph for role in roles for paragraph in heading if paragraph.role == role)


def set_block(
    setting: Setting,
    grid: PageGrid,
    frame: Frame,
    items: _Items,
    beside: _Items = (),
) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    """Paragraphs with their styles stacked in the frame, and what stands beside them; an open end takes the whole rows
    they need. What has no room takes the smaller styles that its own ones name."""
    placed, found = _set(setting, grid, frame, items, beside)
    if any(item.code == "PAGE-FRAME-FULL" for item in found):
        less = smaller(setting, frame, items)
        if less != items:
            placed, found = set_block(setting, grid, frame, less, beside)
            told = () if frame.takes.startswith("text:") else _told(frame, items, less)
            return placed, (*told, *found)
    return placed, found


def _told(frame: Frame, items: _Items, less: _Items) -> tuple[Finding, ...]:
    """A note for each paragraph that is set in a smaller style; of several steps each has one."""
    return tuple(
        finding("PAGE-HEAD-SMALLER", paragraph.source.place(0), frame=frame.name, style=name, smaller=small)
        for (paragraph, name), (_, small) in zip(items, less, strict=True)
        if small != name
    )


def smaller(setting: Setting, frame: Frame | Furniture, items: _Items) -> _Items:
    """Each paragraph with the style of smaller type that its style names, if it does."""
    return tuple((paragraph, _smaller(setting, frame, paragraph, name)) for paragraph, name in items)


def _smaller(setting: Setting, frame: Frame | Furniture, paragraph: Paragraph, name: str) -> str:
    style = setting.shape(paragraph, name, frame.direction).style
    less = style.smaller
    return less if less and setting.shape(paragraph, less, frame.direction).style.size < style.size else name


def _set(
    setting: Setting,
    grid: PageGrid,
    frame: Frame,
    items: _Items,
    beside: _Items,
) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    vertical = frame.direction == "vertical"
    x, width = grid.column(*frame.columns)
    head, foot, side = padding(frame)
    measure = _vertical_measure(grid, frame) if vertical else width - 2 * side
    if frame.inner > 1 and not vertical:
        stacked = in_columns(setting, items, grid.inner_columns(Rect(0, 0, measure, 0), frame.inner, frame.gutter))
    else:
        stacked = stack(setting, items, measure, frame.direction)
    rows = _rows(setting, grid, frame, stacked)
    box = grid.box(frame.columns, rows)
    inner = Rect(box.x + side, box.y + head, width - 2 * side, box.height - head - foot)
    lines = place(stacked, inner, frame.direction, _stand(setting, frame, stacked, inner))
    braced, found = _braced(setting, stacked, lines, measure, beside)
    ground = grid.bled(box, frame.bleed)
    fills = (tinted(frame.tint, ground),) if frame.tint else ()
    placed = PlacedFrame(
        frame.name, frame.takes, box, frame.columns, rows, frame.direction,
        fills=fills, rules=edge_rules(frame.rule, box, frame.rule_colour, frame.rule_width), lines=(*lines, *braced),
    )  # fmt: skip
    room = inner.width if vertical else inner.height
    found += stacked.findings
    if stacked.depth > room and items:
        over = sum(line.across >= room for line in stacked.lines) or 1
        found += (finding("PAGE-FRAME-FULL", items[0][0].source.place(0), frame=frame.name, lines=over),)
    return placed, found


def _stand(setting: Setting, frame: Frame, stacked: Stack, inner: Rect) -> Stand:
    """On a ground or under a rule whose height was rounded up to whole rows, text has as much room above as below."""
    bounded = frame.direction == "horizontal" and (frame.tint or "top" in frame.rule.split())
    rounded = inner.height - stacked.depth < setting.house.row
    return "middle" if bounded and rounded and frame.stand == "top" else frame.stand


def padding(frame: Frame) -> tuple[Length, Length, Length]:
    """Room between the frame's edges and its text, at head, foot and sides: its inset, but where only rules at head and
    foot bound it, these alone keep their distance, and the text is as wide as they are."""
    edges = frame.rule.split()
    if frame.tint or not edges or "left" in edges or "right" in edges:
        return frame.inset, frame.inset, frame.inset
    return frame.inset * ("top" in edges), frame.inset * ("foot" in edges), 0


def _braced(
    setting: Setting,
    stacked: Stack,
    lines: tuple[PlacedLine, ...],
    measure: Length,
    items: _Items,
) -> tuple[tuple[PlacedLine, ...], tuple[Finding, ...]]:
    """What stands at the end of the longest line, an em from it, in the middle of the lines' depth, as a brace would
    have it: 联办 beside the names of those who do it together."""
    if not items or not lines:
        return (), ()
    first, size = lines[0], lines[0].shaped.style.size
    longest = max(one.line.along[0] + one.line.natural + one.line.adjust for one in lines) + size
    second = stack(setting, items, max(1, measure - longest), first.direction)
    if first.direction == "vertical":
        box = Rect(first.x + size // 2 - stacked.depth, first.y + longest, stacked.depth, measure - longest)
    else:
        top = first.y - scaled(size, BODY_ASCENT, 1000)
        box = Rect(first.x + longest, top, measure - longest, stacked.depth)
    return place(second, box, first.direction, "middle"), second.findings


def _vertical_measure(grid: PageGrid, frame: Frame) -> Length:
    first, last = frame.lines
    rows = (first or 1, last or grid.house.rows)
    head, foot, _ = padding(frame)
    return grid.box(frame.columns, rows).height - head - foot


def _rows(setting: Setting, grid: PageGrid, frame: Frame, stacked: Stack) -> tuple[int, int]:
    first, last = frame.lines
    if frame.direction == "vertical":
        return (first or 1, last or setting.house.rows)
    head, foot, _ = padding(frame)
    need = max(1, grid.rows_for(head + stacked.depth + foot))
    if not first:
        return (max(1, last - need + 1), last)
    return (first, last or min(first + need - 1, setting.house.rows))


def tinted(ink: str, box: Rect) -> PlacedFill:
    """`accent 12%` as a ground of that tint; a bare name is the solid ink."""
    name, _, tint = ink.partition(" ")
    return PlacedFill(box, name, int(float(tint.strip().rstrip("%")) * 10) if tint.strip() else 1000)


def edge_rules(edges: str, box: Rect, ink: str = "ink", width: Length = HAIRLINE) -> tuple[PlacedRule, ...]:
    """Lines along the edges named: top, foot, left, right."""
    ends = {
        "top": (box.x, box.y, box.right, box.y),
        "foot": (box.x, box.foot, box.right, box.foot),
        "left": (box.x, box.y, box.x, box.foot),
        "right": (box.right, box.y, box.right, box.foot),
    }
    fill = tinted(ink, box)
    return tuple(PlacedRule(*ends[edge], width, fill.ink, fill.tint) for edge in edges.split() if edge in ends)
