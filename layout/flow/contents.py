"""The issue's listed stories with their pages go in; the contents, set in its frame, comes out."""

from layout.flow.grid import PageGrid
from layout.flow.listed import Listing, SetListing, set_listing
from layout.flow.setting import Setting
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLink
from layout.model.template import Frame
from layout.model.units import Length
from layout.model.value import replace

Column = tuple[Length, Length]
"""Left edge and width."""
AWAY = 2
"""Em of the body between the contents and a picture below them (ours)."""


def place_contents(
    setting: Setting,
    grid: PageGrid,
    frame: Frame,
    listings: tuple[Listing, ...],
    pictures: tuple[Rect, ...] = (),
    air: Length = 0,
) -> tuple[PlacedFrame, tuple[Listing, ...]]:
    """The listings with the heads of sections and series over the frame's inner columns, none divided, as far down as
    no picture stands, whole rows of `air` added below each; and those left for the next contents frame."""
    rows = (frame.lines[0] or 1, frame.lines[1] or setting.house.rows)
    box = grid.box(frame.columns, rows)
    away = AWAY * setting.house.body
    columns, height = _free(grid.inner_columns(box, frame.inner, frame.gutter), box, pictures, away)
    before = (None, *listings)
    entries = [set_listing(setting, frame, *pair, columns[0][1]) for pair in zip(listings, before, strict=False)]
    entries = [replace(entry, rows=entry.rows + air // setting.house.row) for entry in entries]
    placed = PlacedFrame(frame.name, "contents", box, frame.columns, rows)
    groups = _shared(entries, len(columns), height, setting.house.row)
    for column, group in zip(columns, groups, strict=False):
        placed = _column(setting, placed, column, group)
    return placed, listings[sum(map(len, groups[: len(columns)])) :]


def _free(
    columns: tuple[Column, ...], box: Rect, pictures: tuple[Rect, ...], away: Length
) -> tuple[tuple[Column, ...], Length]:
    """The columns that no picture takes from their upper half on, and how far down they are free."""
    tops = [_top(pictures, column, box) - away for column in columns]
    kept = tuple(column for column, top in zip(columns, tops, strict=True) if 2 * top >= box.height)
    return (kept, min([top for top in tops if 2 * top >= box.height] + [box.height])) if kept else (columns, box.height)


def _top(pictures: tuple[Rect, ...], column: Column, box: Rect) -> Length:
    """How far below the frame's head the first picture in the column begins; past its foot where there is none."""
    strip = Rect(column[0], box.y, column[1], box.height)
    return min((picture.y - box.y for picture in pictures if picture.meets(strip)), default=2 * box.height)


def _shared(entries: list[SetListing], count: int, height: Length, row: Length) -> list[list[SetListing]]:
    """The entries in order over the columns, these as level as whole entries allow; where they need more than `height`,
    the last of the groups hold what finds no room."""
    goal = -(-sum(entry.rows for entry in entries) // count) * row
    for most in range(min(goal, height), height, row):
        groups = _packed(entries, most, row)
        if len(groups) <= count:
            return groups
    return _packed(entries, height, row)


def _packed(entries: list[SetListing], most: Length, row: Length) -> list[list[SetListing]]:
    """Groups of at most so much height each; the air after a group's last entry does not count."""
    groups: list[list[SetListing]] = [[]]
    used = 0
    for entry in entries:
        if groups[-1] and used + entry.depth > most:
            groups.append([])
            used = 0
        groups[-1].append(entry)
        used += entry.rows * row
    return groups


def _column(
    setting: Setting, placed: PlacedFrame, column: tuple[Length, Length], group: list[SetListing]
) -> PlacedFrame:
    x, width = column
    y = placed.box.y
    lines, rules, links = list(placed.lines), list(placed.rules), list(placed.links)
    for entry in group:
        height = entry.rows * setting.house.row
        lines.extend(replace(line, x=line.x + x, y=line.y + y) for line in entry.lines)
        rules.extend(replace(rule, x=rule.x + x, x2=rule.x2 + x, y=rule.y + y, y2=rule.y2 + y) for rule in entry.rules)
        links.append(PlacedLink(Rect(x, y, width, height), entry.page))
        y += height
    return replace(placed, lines=tuple(lines), rules=tuple(rules), links=tuple(links))
