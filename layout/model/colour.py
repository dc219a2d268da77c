"""Ink amounts go in, colours for the press come out: process inks only, in per mille."""

from layout.model.units import scaled
from layout.model.value import value


@value
class Colour:
    """Cyan, magenta, yellow and black, each 0–1000 per mille."""

    cyan: int
    magenta: int
    yellow: int
    black: int

    def tint(self, per_mille: int) -> "Colour":
        """The same colour, thinner: 1000 leaves it as it is."""
        inks = (self.cyan, self.magenta, self.yellow, self.black)
        return Colour(*(scaled(ink, per_mille, 1000) for ink in inks))

    @property
    def black_only(self) -> bool:
        """True for K-only ink: such text and rules overprint (GWG 2022 R0009, R0010)."""
        return self.black > 0 and not (self.cyan or self.magenta or self.yellow)

    @property
    def total(self) -> int:
        """Sum of the four inks, per mille."""
        return self.cyan + self.magenta + self.yellow + self.black

    @property
    def said(self) -> str:
        """As styles write it: C65 Y95 K5; K0 for bare paper."""
        inks = zip("CMYK", (self.cyan, self.magenta, self.yellow, self.black), strict=True)
        return " ".join(f"{name}{amount / 10:g}" for name, amount in inks if amount) or "K0"


BLACK = Colour(0, 0, 0, 1000)
PAPER = Colour(0, 0, 0, 0)
