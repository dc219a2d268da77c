"""The issue's listed stories with their pages go in; the contents, set in its frame, comes out."""

from layout.flow.grid import PageGrid
from layout.flow.listed import Listing, SetListing, set_listing
from layout.flow.setting import Setting
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLink
from layout.model.template import Frame
from layout.model.units import Length
from layout.model.value import replace, value

AWAY = 2
"""Em of the body between the contents and a picture above or below them (ours)."""
WORTH = 6
"""A stretch above or below a picture is used where it is a sixth of the frame's height at least (ours)."""
AIRS = (750, 750, 400, 150)
"""Per mille of a title's pace left free below each entry, as the contents are pressed more (ours)."""
ROUND_PICTURES = 1
"""From this on they also stand in what pictures leave free of their columns."""


@value
class Column:
    """A column of the contents: its left edge and width, how far down from the frame's head it begins and ends."""

    x: Length
    width: Length
    top: Length
    foot: Length


def place_contents(
    setting: Setting,
    grid: PageGrid,
    frame: Frame,
    listings: tuple[Listing, ...],
    pictures: tuple[Rect, ...] = (),
    air: Length = 0,
    pressed: int = 0,
) -> tuple[PlacedFrame, tuple[Listing, ...]]:
    """The listings with the heads of sections and series over the frame's inner columns, none divided, as far down as
    no picture stands, whole rows of `air` added below each; and those left for the next contents frame. The more they
    are `pressed`, the closer they stand."""
    rows = (frame.lines[0] or 1, frame.lines[1] or setting.house.rows)
    box = grid.box(frame.columns, rows)
    row = setting.house.row
    columns = _columns(grid.inner_columns(box, frame.inner, frame.gutter), box, pictures, AWAY * setting.house.body)
    if pressed >= ROUND_PICTURES:
        columns = _beside(grid.inner_columns(box, frame.inner, frame.gutter), box, pictures, setting) or columns
    before, width = (None, *listings), columns[0].width
    entries = [set_listing(setting, frame, *pair, width, AIRS[pressed]) for pair in zip(listings, before, strict=False)]
    entries = [replace(entry, rows=entry.rows + air // row) for entry in entries]
    placed = PlacedFrame(frame.name, "contents", box, frame.columns, rows)
    groups = _shared(entries, columns, row)
    for column, group in zip(columns, groups, strict=False):
        placed = _column(setting, placed, column, group)
    return placed, listings[sum(map(len, groups[: len(columns)])) :]


def _columns(
    columns: tuple[tuple[Length, Length], ...], box: Rect, pictures: tuple[Rect, ...], away: Length
) -> tuple[Column, ...]:
    """The columns that no picture takes from their upper half on, as far down as all of them are free."""
    tops = [_top(pictures, column, box) - away for column in columns]
    free = [top for top in tops if 2 * top >= box.height]
    foot = min([*free, box.height])
    kept = [column for column, top in zip(columns, tops, strict=True) if 2 * top >= box.height or not free]
    return tuple(Column(x, width, 0, foot) for x, width in kept)


def _top(pictures: tuple[Rect, ...], column: tuple[Length, Length], box: Rect) -> Length:
    """How far below the frame's head the first picture in the column begins; past its foot where there is none."""
    strip = Rect(column[0], box.y, column[1], box.height)
    return min((picture.y - box.y for picture in pictures if picture.meets(strip)), default=2 * box.height)


def _beside(
    columns: tuple[tuple[Length, Length], ...], box: Rect, pictures: tuple[Rect, ...], setting: Setting
) -> tuple[Column, ...]:
    """Each column where it is free for longest, above, between or below the pictures in it."""
    row, away = setting.house.row, AWAY * setting.house.body
    made: list[Column] = []
    for x, width in columns:
        strip = Rect(x, box.y, width, box.height)
        met = sorted((one for one in pictures if one.meets(strip)), key=lambda one: one.y)
        tops = [0, *(-(-(one.foot - box.y + away) // row) * row for one in met)]
        feet = [*(one.y - box.y - away for one in met), box.height]
        top, foot = max(zip(tops, feet, strict=True), key=lambda ends: ends[1] - ends[0])
        made += [Column(x, width, top, foot)] if (foot - top) * WORTH >= box.height else []
    return tuple(made)


def _shared(entries: list[SetListing], columns: tuple[Column, ...], row: Length) -> list[list[SetListing]]:
    """The entries in order over the columns, these as level as whole entries allow; where they need more than there is,
    the last of the groups hold what finds no room."""
    height = max(column.foot for column in columns)
    goal = -(-sum(entry.rows for entry in entries) // len(columns)) * row
    for most in range(min(goal, height), height, row):
        groups = _packed(entries, [min(most, column.foot) - column.top for column in columns], row)
        if len(groups) <= len(columns):
            return groups
    return _packed(entries, [column.foot - column.top for column in columns], row)


def _packed(entries: list[SetListing], rooms: list[Length], row: Length) -> list[list[SetListing]]:
    """A group for each column, of at most so much height; the air after a group's last entry does not count. What is
    left is one group more."""
    groups: list[list[SetListing]] = [[]]
    used = 0
    for entry in entries:
        while len(groups) <= len(rooms) and used + entry.depth > rooms[len(groups) - 1]:
            groups.append([])
            used = 0
        groups[-1].append(entry)
        used += entry.rows * row
    return groups


def _column(setting: Setting, placed: PlacedFrame, column: Column, group: list[SetListing]) -> PlacedFrame:
    x, width = column.x, column.width
    y = placed.box.y + column.top
    lines, rules, links = list(placed.lines), list(placed.rules), list(placed.links)
    for entry in group:
        height = entry.rows * setting.house.row
        lines.extend(replace(line, x=line.x + x, y=line.y + y) for line in entry.lines)
        rules.extend(replace(rule, x=rule.x + x, x2=rule.x2 + x, y=rule.y + y, y2=rule.y2 + y) for rule in entry.rules)
        links.append(PlacedLink(Rect(x, y, width, height), entry.page))
        y += height
    return replace(placed, lines=tuple(lines), rules=tuple(rules), links=tuple(links))
