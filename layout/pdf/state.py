"""Colours, fonts and sizes go in; operators that set them come out, and only where they change.

Black alone overprints, so that a press out of register shows no white seam round small type (GWG 2022 R0009, R0010):
text and rules in any tint of it, areas only when solid, since a light grey area laid over a colour is meant to hide it.
Paper and everything with another ink knock out. OPM 1: an ink of 0 leaves what lies below (ISO 32000-1, 11.7.4.5).
"""

from layout.model.colour import Colour
from layout.model.units import Length
from layout.pdf.number import decimal, pt

OVERPRINTS, KNOCKS_OUT = "Gover", "Gout"
"""Names of the two graphics states in every page's resources."""
STATES = {
    OVERPRINTS: {"Type": "/ExtGState", "OP": True, "op": True, "OPM": 1},
    KNOCKS_OUT: {"Type": "/ExtGState", "OP": False, "op": False, "OPM": 1},
}
SOLID = 1000
"""Per mille of black from which an area overprints."""


class State:
    """What a page's graphics state holds at this moment: inks, overprint, font. Starts as a page does."""

    def __init__(self) -> None:
        self._font = ("", 0)
        self._scale = 1000
        self._fill = self._stroke = Colour(0, 0, 0, -1)
        self._over = False
        self._glyphs: tuple[Colour, str, Length, int] | None = None
        """what was asked last, while nothing else has been painted"""

    def glyphs(self, colour: Colour, name: str, size: Length, scale: int) -> str:
        """Operators before glyphs of `colour` in the font resource `name`, `scale` per mille wide."""
        wanted = (colour, name, size, scale)
        if wanted == self._glyphs:
            return ""
        before = self._overprint(colour.black_only) + self._filled(colour)
        self._glyphs = wanted
        if (name, size) != self._font:
            self._font = (name, size)
            before += f"/{name} {pt(size)} Tf\n"
        if scale != self._scale:
            self._scale = scale
            before += f"{decimal(scale / 10)} Tz\n"
        return before

    def area(self, colour: Colour) -> str:
        """Operators before a filled area of `colour`."""
        return self._overprint(colour.black_only and colour.black >= SOLID) + self._filled(colour)

    def rule(self, colour: Colour) -> str:
        """Operators before a stroke of `colour`."""
        before = self._overprint(colour.black_only)
        if colour == self._stroke:
            return before
        self._stroke = colour
        return f"{before}{amounts(colour)} K\n"

    def picture(self) -> str:
        """Operators before a picture: all four of its inks knock out."""
        return self._overprint(False)

    def _filled(self, colour: Colour) -> str:
        if colour == self._fill:
            return ""
        self._fill = colour
        self._glyphs = None
        return f"{amounts(colour)} k\n"

    def _overprint(self, wanted: bool) -> str:
        if wanted == self._over:
            return ""
        self._over = wanted
        self._glyphs = None
        return f"/{OVERPRINTS if wanted else KNOCKS_OUT} gs\n"


def amounts(colour: Colour) -> str:
    """The four inks as PDF writes them, 0 to 1."""
    inks = (colour.cyan, colour.magenta, colour.yellow, colour.black)
    return " ".join(decimal(ink / 1000) for ink in inks)
