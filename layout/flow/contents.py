"""The issue's listed stories with their pages go in; the contents, set in its frame, comes out."""

from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.flow.stack import place, stack
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedLink, PlacedRule
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.style import HAIRLINE
from layout.model.template import Frame
from layout.model.units import Length, scaled
from layout.model.value import replace, value

FOLIO_ROOM = 1650
"""Per mille of the folio's size from the column's edge to the titles: two or three figures and air."""


@value
class Listing:
    """One line of the contents."""

    section: str
    title: str
    authors: tuple[str, ...]
    page: int
    path: str


@value(eq=False)
class _Entry:
    """A listing set at its measure, from (0, 0): how deep it is, and the whole rows it takes with the air below."""

    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...]
    depth: Length
    rows: int
    page: int


def place_contents(
    setting: Setting, grid: PageGrid, frame: Frame, listings: tuple[Listing, ...]
) -> tuple[PlacedFrame, tuple[Listing, ...]]:
    """Section, folio, title and names of the listings over the frame's inner columns, none divided; and those
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


def _shared(entries: list[_Entry], count: int, height: Length, row: Length) -> list[list[_Entry]]:
    """The entries in order over the columns, these as level as whole entries allow; where they need more than `height`,
    the last of the groups hold what finds no room."""
    goal = -(-sum(entry.rows for entry in entries) // count) * row
    for most in range(min(goal, height), height, row):
        groups = _packed(entries, most, row)
        if len(groups) <= count:
            return groups
    return _packed(entries, height, row)


def _packed(entries: list[_Entry], most: Length, row: Length) -> list[list[_Entry]]:
    """Groups of at most so much height each; the air after a group's last entry does not count."""
    groups: list[list[_Entry]] = [[]]
    used = 0
    for entry in entries:
        if groups[-1] and used + entry.depth > most:
            groups.append([])
            used = 0
        groups[-1].append(entry)
        used += entry.rows * row
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
        y += -(-head.depth // row) * row + row // 8
    folio = stack(setting, (_piece("contents-folio", str(listing.page), listing),), width)
    size = folio.lines[0].shaped.style.size
    indent = scaled(size, FOLIO_ROOM, 1000)
    lines += place(folio, Rect(0, y, width, size), "horizontal")
    texts = [_title(setting, listing, width - indent)]
    if listing.authors:
        texts.append(_piece("contents-author", "\u3000\u3000".join(listing.authors), listing))
    text = stack(setting, texts, width - indent)
    lines += place(text, Rect(indent, y, width - indent, text.depth), "horizontal")
    depth = y + max(text.depth, size)
    return _Entry(lines, rules, depth, -(-(depth + 3 * row // 4) // row), listing.page)


def _title(setting: Setting, listing: Listing, measure: Length) -> tuple[Paragraph, str]:
    """The title on one line where that fits; else its parts, which em spaces divide, each on a line of its own."""
    whole, style = _piece("contents-title", listing.title, listing)
    shaped = setting.shape(whole, style, "horizontal")
    parts = listing.title.split("\u3000")
    if len(parts) == 1 or len(setting.set_lines(shaped, (measure,), 0, 0)) == 1:
        return whole, style
    ends = [sum(map(len, parts[: index + 1])) for index in range(len(parts) - 1)]
    marks = tuple(Mark(end - 1, end, "break") for end in ends)
    return Paragraph(style, "".join(parts), whole.source, marks), style


def _piece(style: str, text: str, listing: Listing) -> tuple[Paragraph, str]:
    return Paragraph(style, text, Source(listing.path)), style
