"""House, grid and side of a page go in; columns, rows and the boxes of frames in units of the page come out."""

from typing import Literal

from layout.model.geometry import Rect
from layout.model.style import BODY_ASCENT, House
from layout.model.template import Frame, Grid
from layout.model.units import Length, scaled
from layout.model.value import value

Side = Literal["recto", "verso"]


@value
class PageGrid:
    """The type area of one page, divided in columns and rows; both count from 1."""

    house: House
    grid: Grid
    side: Side

    @property
    def inner_is_left(self) -> bool:
        """The spine is at the left of a recto in a book bound at the left, of a verso in one bound at the right."""
        return (self.side == "recto") == (self.house.binding == "left")

    @property
    def area(self) -> Rect:
        """版心, the type area: from the top of the first row's em box to the foot of the last row's."""
        margins = self.house.margins
        left = margins.inner if self.inner_is_left else margins.outer
        width = self.house.width - margins.inner - margins.outer
        return Rect(left, margins.head, width, (self.house.rows - 1) * self.house.row + self.house.body)

    def column(self, first: int, last: int | None = None) -> tuple[Length, Length]:
        """Left edge and width of the columns first … last, gutters between them included."""
        area, step = self.area, self.area.width + self.grid.gutter
        left = scaled((first - 1) * step, 1, self.grid.columns)
        right = scaled((last or first) * step, 1, self.grid.columns) - self.grid.gutter
        return area.x + left, right - left

    def top(self, row: int) -> Length:
        """Top of the em box of the row."""
        return self.house.margins.head + (row - 1) * self.house.row

    def foot(self, row: int) -> Length:
        """Foot of the em box of the row."""
        return self.top(row) + self.house.body

    def baseline(self, row: int) -> Length:
        return self.top(row) + scaled(self.house.body, BODY_ASCENT, 1000)

    def row_of(self, y: Length) -> int:
        """The row whose em box holds y, or the last one above it."""
        return (y - self.house.margins.head - 1) // self.house.row + 1

    def rows_for(self, height: Length) -> int:
        """How many rows a block of this height takes, from the top of one em box to the foot of another."""
        if height <= 0:
            return 0
        return max(1, -(-(height - self.house.body) // self.house.row) + 1)

    def box(self, columns: tuple[int, int], rows: tuple[int, int]) -> Rect:
        """The box of columns × rows."""
        x, width = self.column(*columns)
        top = self.top(rows[0])
        return Rect(x, top, width, self.foot(rows[1]) - top)

    def bled(self, box: Rect, edges: tuple[str, ...]) -> Rect:
        """The box carried past the trim by the bleed at the edges named; `outer` and `inner` follow the side. It never
        passes columns that are not its own: only a box that reaches a side of the type area runs off there, and one
        that shall run off both sides lies over all columns."""
        house, area = self.house, self.area
        across = "outer" in edges and "inner" in edges
        at_left = self.left_edge in edges and (across or box.x <= area.x)
        at_right = self.right_edge in edges and (across or box.right >= area.right)
        x = -house.bleed if at_left else box.x
        y = -house.bleed if "top" in edges else box.y
        far = house.width + house.bleed if at_right else box.right
        foot = house.height + house.bleed if "foot" in edges else box.foot
        return Rect(x, y, far - x, foot - y)

    @property
    def left_edge(self) -> str:
        return "inner" if self.inner_is_left else "outer"

    @property
    def right_edge(self) -> str:
        return "outer" if self.inner_is_left else "inner"

    def inner_columns(self, box: Rect, count: int, gutter: Length | None = None) -> tuple[tuple[Length, Length], ...]:
        """Left edges and widths of `count` columns within the box, with this gutter or the grid's."""
        gutter = self.grid.gutter if gutter is None else gutter
        step = box.width + gutter
        edges = [scaled(index * step, 1, count) for index in range(count + 1)]
        return tuple((box.x + a, b - a - gutter) for a, b in zip(edges, edges[1:], strict=False))


def text_columns(grid: PageGrid, frame: Frame) -> tuple[tuple[Length, Length], ...]:
    """The columns that a text frame fills, left to right: the page's own, or the frame's `inner` ones."""
    first, last = frame.columns
    if frame.inner > 1 or not frame.linked:
        box = grid.box(frame.columns, (1, 1))
        inset = Rect(box.x + frame.inset, box.y, box.width - 2 * frame.inset, box.height)
        return grid.inner_columns(inset, frame.inner, frame.gutter)
    return tuple(grid.column(column) for column in range(first, last + 1))
