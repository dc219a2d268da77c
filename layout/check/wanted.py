"""What a caller knows of a file besides its press profile."""

from layout.model.units import MM, Length
from layout.model.value import value


@value
class Wanted:
    """Trim size (0: any), bleed on every edge, what the number of pages is a multiple of, and what is looked at."""

    width: Length = 0
    height: Length = 0
    bleed: Length = 3 * MM
    multiple: int = 1
    look: bool = True
    """also at what a reader would see; a build has looked at its own pages before they became a file"""
