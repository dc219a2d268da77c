"""What a caller knows of a file besides its press profile."""

from layout.model.units import MM, Length
from layout.model.value import value


@value
class Wanted:
    """Trim size (0: any), bleed on every edge, and what the number of pages is a multiple of."""

    width: Length = 0
    height: Length = 0
    bleed: Length = 3 * MM
    multiple: int = 1
