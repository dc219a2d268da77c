"""Grounds and pictures of a page go in; those that the cut will show short of the edge come out."""

from collections.abc import Iterator

from layout.model.units import MM
from layout.verify.sight_text import Seen
from layout.verify.view import View

SHORT = MM // 5
"""What touches the trim reaches the bleed's edge but for this (press-proofs BOX-07: 0.2 mm)."""
WHITE = 0.97
"""A fill as light as this is paper: nobody sees where it ends."""


def short_of_bleed(view: View) -> Iterator[Seen]:
    """Fills and pictures that touch the trim, or pass it, and end before the bleed does."""
    edge = view.bleed - SHORT
    for ground in view.grounds:
        box = ground.box
        white = ground.kind == "fill" and ground.light is not None and ground.light >= WHITE
        if white or ground.kind in ("rule", "code", "unknown"):
            continue
        if box.right <= 0 or box.foot <= 0 or box.x >= view.width or box.y >= view.height:
            continue
        beyond = {"left": -box.x, "top": -box.y, "right": box.right - view.width, "foot": box.foot - view.height}
        for side, reach in beyond.items():
            if -SHORT <= reach < edge:
                yield Seen("SIGHT-NO-BLEED", box, None, ground, side, view.bleed - reach)
