"""The issue's listed stories with their pages go in; the contents, set in its frame, comes out."""

from dataclasses import dataclass, replace

from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.flow.stack import place, stack
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedLink, PlacedRule
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import HAIRLINE
from layout.model.template import Frame
from layout.model.units import Length, scaled

FOLIO_ROOM = 2000
"""Per mille of the folio's size from the column's edge to the titles: two or three figures and air."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One line of the contents."""

    section: str
    title: str
    authors: tuple[str, ...]
    page: int
    path: str


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """A listing set at its measure, from (0, 0), and the whole rows it takes."""

    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...]
    depth: Length
    rows: int
    page: int


def place_contents(
    setting: Setting, grid: PageGrid, frame: Frame, listings: tuple[Listing, ...]
) -> tuple[PlacedFrame, tuple[Listing, ...]]:
    """Section, folio, title, names and deck of the listings over the frame's inner columns, none divided; and those
    that are left for the next contents frame."""
    rows = (frame.lines[0] or 1, frame.lines[1] or setting.house.rows)
    box = grid.box(frame.columns, rows)
    columns = grid.inner_columns(box, frame.inner)
    entries = []
    section = ""
    for listing in listings:
        entries.append(_entry(setting, listing, columns[0][1], listing.section != section))
        section = listing.section
    placed = PlacedFrame(frame.name, "contents", box, frame.columns, rows)
    groups = _shared(entries, len(columns), box.height, setting.house.row)
    for column, group in zip(columns, groups, strict=False):
        placed = _column(setting, placed, column, group)
    return placed, listings[sum(map(len, groups[: len(columns)])) :]


def _shared(entries: list[_Entry], count: int, room: Length, row: Length) -> list[list[_Entry]]:
    """The entries in order over the columns: as level as whole entries allow, no column deeper than `room`; a last
    group for what finds no room."""
    goal = -(-sum(entry.rows for entry in entries) // count)
    groups: list[list[_Entry]] = [[]]
    used = 0
    for entry in entries:
        full = used * row + entry.depth > room or (used + entry.rows // 2 >= goal and len(groups) < count)
        if groups[-1] and full and len(groups) <= count:
            groups.append([])
            used = 0
        groups[-1].append(entry)
        used += entry.rows
    return groups


def _column(setting: Setting, placed: PlacedFrame, column: tuple[Length, Length], group: list[_Entry]) -> PlacedFrame:
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


def _entry(setting: Setting, listing: Listing, width: Length, opens: bool) -> _Entry:
    row = setting.house.row
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[PlacedRule, ...] = ()
    y = 0
    if opens and listing.section:
        head = stack(setting, (_piece("contents-section", listing.section, listing),), width)
        lines += place(head, Rect(0, y, width, row), "horizontal")
        rules = (PlacedRule(0, y - row // 3, width, y - row // 3, HAIRLINE, "ink"),)
        y += -(-head.depth // row) * row + row // 2
    folio = stack(setting, (_piece("contents-folio", str(listing.page), listing),), width)
    size = folio.lines[0].shaped.style.size
    indent = scaled(size, FOLIO_ROOM, 1000)
    lines += place(folio, Rect(0, y, width, size), "horizontal")
    texts = [_piece("contents-title", listing.title, listing)]
    if listing.authors:
        texts.append(_piece("contents-author", "\u3000".join(listing.authors), listing))
    text = stack(setting, texts, width - indent)
    lines += place(text, Rect(indent, y, width - indent, text.depth), "horizontal")
    depth = y + max(text.depth, size)
    return _Entry(lines, rules, depth, -(-(depth + row // 3) // row), listing.page)


def _piece(style: str, text: str, listing: Listing) -> tuple[Paragraph, str]:
    return Paragraph(style, text, Source(listing.path)), style
