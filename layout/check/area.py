"""The operators of a path go in; the box it fills comes out, and whether it fills all of that."""

from layout.check.matrix import Edges, Matrix, is_straight, point
from layout.model.value import fresh, record

_ALIKE = 0.05
"""Points by which the corners of a rectangle may be off."""


@record
class Area:
    """A path as it is drawn, its points on the page."""

    xs: list[float] = fresh(factory=list)
    ys: list[float] = fresh(factory=list)
    begun: int = 0
    plain: bool = True
    """no curve, and no slanting edge, so far"""

    def rectangle(self, values: list[float], matrix: Matrix) -> None:
        x, y, width, height = values
        self.begun += 1
        self.plain = self.plain and is_straight(matrix)
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            self._add(*point(matrix, *corner))

    def draw(self, operator: str, values: list[float], matrix: Matrix) -> None:
        """m, l, and the curves, whose control points stand for them."""
        self.begun += operator == "m"
        self.plain = self.plain and operator in ("m", "l")
        for x, y in zip(values[::2], values[1::2], strict=False):
            self._add(*point(matrix, x, y))

    def _add(self, x: float, y: float) -> None:
        self.xs.append(x)
        self.ys.append(y)

    @property
    def box(self) -> Edges | None:
        """The box that holds the path; None where nothing was drawn."""
        return (min(self.xs), min(self.ys), max(self.xs), max(self.ys)) if self.xs else None

    @property
    def is_bar(self) -> bool:
        """Whether the path is one level or upright line, which a stroke makes a rectangle."""
        if not self.plain or self.begun != 1 or len(self.xs) != 2:
            return False
        return min(abs(self.xs[0] - self.xs[1]), abs(self.ys[0] - self.ys[1])) < _ALIKE

    @property
    def is_box(self) -> bool:
        """Whether the path is one upright rectangle."""
        box = self.box
        if box is None or not self.plain or self.begun != 1 or len(self.xs) not in (4, 5):
            return False
        across = all(min(abs(x - box[0]), abs(x - box[2])) < _ALIKE for x in self.xs)
        down = all(min(abs(y - box[1]), abs(y - box[3])) < _ALIKE for y in self.ys)
        return across and down
