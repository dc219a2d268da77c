"""Short pieces and a page whose story ends early go in; a filler (补白) at the foot of the page comes out.

A magazine does not leave half a page white: it keeps a stock of short pieces and sets them under the last story.
"""

from functools import partial

from layout.flow.citing import cited, labels_of, referred
from layout.flow.grid import PageGrid, text_columns
from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.lever import Lever, lever
from layout.model.page import PlacedFrame, PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.story import Block, Box, Paragraph, Photo, Story, Table
from layout.model.style import HAIRLINE
from layout.model.template import Frame
from layout.model.value import value

LEAST_ROWS = 8
"""A filler needs so many free rows; fewer are left as air (ours)."""
AIR_ROWS = 2
"""Rows between the story's end and the filler's rule."""
BETWEEN = 1
"""Rows between two tiers of pieces."""
MOST = 2
"""A page has no more tiers of pieces (ours): else it is a page of them."""


@value(eq=False)
class Filler:
    """One short piece: its head, if it has one, its paragraphs, and the notes that they refer to."""

    paragraphs: tuple[Paragraph, ...]
    others: tuple[Photo | Box | Table, ...] = ()
    """what is written among them and has no place in such a piece"""

    @property
    def items(self) -> tuple[tuple[Paragraph, str], ...]:
        return tuple((p, STYLES.get(p.role, "filler")) for p in self.paragraphs)

    @property
    def lost(self) -> tuple[Finding, ...]:
        """Findings for what it cannot show."""
        return tuple(finding("PAGE-FILLER", other.place, what=_MARKS[type(other)]) for other in self.others)


STYLES = {"subhead": "filler-head", "note": "note"}
"""Role → paragraph style; any other is set in `filler`."""
_MARKS: dict[type, str] = {Photo: "![…](…)", Box: ":::", Table: "| … |"}
"""How it is written in a manuscript."""


def pieces(story: Story) -> tuple[Filler, ...]:
    """The pieces of a story of fillers: each opens with a subhead, and has its notes at its end."""
    groups: list[list[Block]] = []
    for block in story.blocks:
        if not groups or (isinstance(block, Paragraph) and block.role == "subhead"):
            groups.append([])
        groups[-1].append(block)
    elsewhere = frozenset[str]()
    made: list[Filler] = []
    for group in groups:
        said = [block for block in group if isinstance(block, Paragraph)]
        notes = cited(referred(*said), story.notes, elsewhere)
        elsewhere |= labels_of(notes)
        others = tuple(block for block in group if isinstance(block, (Photo, Box, Table)))
        made.append(Filler((*said, *(note.paragraph for note in notes)), others))
    return tuple(made)


def in_stock(stock: tuple[Filler, ...], name: str) -> tuple[Lever, ...]:
    """What is told of pieces that no page had room for."""
    return (lever("stock", left=len(stock), name=name),) if stock else ()


def fill_foot(
    setting: Setting, grid: PageGrid, frame: Frame, last_row: int, stock: tuple[Filler, ...], title: str
) -> tuple[PlacedFrame | None, int]:
    """The filler under row `last_row`, one piece a column in as many tiers as there is room for, and how many pieces it
    took; None where there is no room."""
    rows = frame.lines[1] or grid.house.rows
    room = rows - last_row - AIR_ROWS
    columns = text_columns(grid, frame)
    head_rows = 2 if title else 1
    tiers = _tiers(setting, grid, columns, stock, room - head_rows) if room >= LEAST_ROWS else []
    if not tiers:
        return None, 0
    first = rows - head_rows - sum(map(partial(_rows, grid), tiers)) - BETWEEN * (len(tiers) - 1) + 1
    row, lines = first + head_rows, list[PlacedLine]()
    for tier in tiers:
        lines += _lines(grid, columns, tier, row)
        row += _rows(grid, tier) + BETWEEN
    left, top = columns[0][0], grid.top(first)
    box = Rect(left, top, sum(columns[-1]) - left, grid.foot(rows) - top)
    head = _head(setting, box, title)
    rule = PlacedRule(box.x, box.y, box.right, box.y, HAIRLINE, "ink")
    placed = PlacedFrame("filler", "filler", box, frame.columns, (first, rows), rules=(rule,), lines=(*head, *lines))
    return placed, len(tiers) * len(columns)


def _tiers(
    setting: Setting, grid: PageGrid, columns: tuple[tuple[int, int], ...], stock: tuple[Filler, ...], room: int
) -> list[list[Stack]]:
    """The next pieces of the stock, a piece a column, in the tiers that so many rows hold."""
    tiers = list[list[Stack]]()
    while len(tiers) < MOST and len(stock) >= len(columns):
        tier = [stack(setting, piece.items, columns[0][1]) for piece in stock[: len(columns)]]
        room -= _rows(grid, tier) + (BETWEEN if tiers else 0)
        if room < 0:
            break
        tiers.append(tier)
        stock = stock[len(columns) :]
    return tiers


def _rows(grid: PageGrid, tier: list[Stack]) -> int:
    return grid.rows_for(max(stacked.depth for stacked in tier))


def _lines(
    grid: PageGrid, columns: tuple[tuple[int, int], ...], stacks: list[Stack], row: int
) -> tuple[PlacedLine, ...]:
    top = grid.top(row)
    return tuple(
        line
        for (x, width), stacked in zip(columns, stacks, strict=True)
        for line in place(stacked, Rect(x, top, width, stacked.depth), "horizontal")
    )


def _head(setting: Setting, box: Rect, title: str) -> tuple[PlacedLine, ...]:
    if not title:
        return ()
    label = stack(setting, ((Paragraph("filler-title", title, Source("")), "filler-title"),), box.width)
    under = setting.house.row // 2
    return place(label, Rect(box.x, box.y + under, box.width, label.depth), "horizontal")
