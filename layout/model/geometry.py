"""Lengths go in, rectangles on a page come out; the origin is the top left corner of the trim, y runs down."""

from layout.model.units import Length
from layout.model.value import value


@value
class Rect:
    """A box on the page, in units from the top left corner of the trim."""

    x: Length
    y: Length
    width: Length
    height: Length

    @property
    def right(self) -> Length:
        return self.x + self.width

    @property
    def foot(self) -> Length:
        return self.y + self.height

    def grown(self, by: Length) -> "Rect":
        """The same box, larger by `by` on all four sides."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: "Rect") -> bool:
        """True where the two boxes share an area (touching edges do not count)."""
        return self.x < other.right and other.x < self.right and self.y < other.foot and other.y < self.foot

    def contains(self, other: "Rect") -> bool:
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.foot <= self.foot
