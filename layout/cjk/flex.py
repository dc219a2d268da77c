"""A flex code goes in, how the place after a glyph stretches and how the glyph's blank yields come out.

A code is 4 × the kind of blank + the kind of place. Ranks are the steps of clreq §6.2.2.3 (squeezing) and §6.2.2.4
(stretching): each step is exhausted before the next is touched, and places of one step take equal shares.
"""

from typing import Final

from layout.model.value import value

RIGID, HAN, GAP, SPACE = range(4)
"""Kinds of place: nothing is added · between characters · Han–Latin gap · word space."""

_BLANKS: Final = (
    (0, ""),
    (2, "trail"),
    *((step, side) for step in (3, 4, 5, 7) for side in ("lead", "trail", "both")),
)
"""Kinds of blank: step of squeezing, and the side of the glyph it lies on."""
NO_BLANK: Final = 0
SPACE_BLANK: Final = 1
_STRETCH: Final = {RIGID: 0, HAN: 3, GAP: 2, SPACE: 1}

GAP_SQUEEZE_STEP: Final = 6
"""Han–Latin gaps yield after 、 and ， and before the full stops (CL §6.2.2.3)."""
GAP_FLOOR: Final = 125
"""Han–Latin gaps keep an eighth of an em (CL §6.2.2.3)."""
GAP_CEILING: Final = 500
"""Han–Latin gaps and word spaces stretch up to half an em before characters are spaced (CL §6.2.2.4)."""
SPACE_FLOOR: Final = 250
"""Word spaces keep a quarter of an em (CL §6.2.2.3); narrower ones of the font are left alone."""


@value
class Flex:
    """Step and side of the blank's squeezing (0: none), and the step of stretching of the place after it (0: none)."""

    squeeze: int
    side: str
    stretch: int
    place: int


FLEX: Final = tuple(Flex(rank, side, _STRETCH[place], place) for rank, side in _BLANKS for place in range(4))


def blank_kind(rank: int, lead: int, trail: int) -> int:
    """The kind of blank with this step and these sides; 0 where it never yields."""
    side = "both" if lead and trail else "lead" if lead else "trail"
    return _BLANKS.index((rank, side)) if rank and (lead or trail) else NO_BLANK


def code(place: int, blank: int = NO_BLANK) -> int:
    """The flex code of a place and a kind of blank."""
    return blank * 4 + place
