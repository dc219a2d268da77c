"""A mark's class, its glyph and the style's settings go in; the room it takes and what it gives up come out."""

from functools import cache
from typing import Final

from layout.cjk.flex import blank_kind
from layout.cjk.tables import Blank, Punct, blanks, mark_classes, pairs, practices, puncts
from layout.model.value import value

HALF: Final = 500
"""What two marks side by side give up together, per mille (CL §6.3.2.2)."""
CENTRED: Final = (350, 650)
"""Ink whose middle lies between these per mille of the em is a centred mark's, whatever the region says."""


@value
class Setting:
    """What decides a mark's room besides its class: style of punctuation, whose practice, which way the line runs."""

    punct: str
    region: str = "mainland"
    direction: str = "horizontal"


@value
class Room:
    """A mark in mid-line, per mille of its em: blank left on either side after the style's cuts, and the body between.

    `cut` is what the style took from the leading blank, `start` and `end` what the mark gives up at the edges of a
    line, `yields` what it can give in mid-line, `yield_end` what it can give at a line's end besides.
    """

    body: int
    cut: int
    lead: int
    trail: int
    start: int
    end: int
    yields: int
    yield_end: int
    kind: int


def punct(name: str) -> Punct:
    """The named style. KeyError for a name punct.toml does not have."""
    return puncts()[name]


@cache
def opening_marks() -> frozenset[str]:
    """All marks that open a bracket or a quotation."""
    return frozenset(mark for row in mark_classes() if row.letter == "o" for mark in row.marks)


def blank(letter: str, region: str, direction: str) -> Blank | None:
    """The row of blank.toml for a class; None for classes without a blank."""
    for row in blanks():
        if letter in row.classes and row.direction in ("", direction) and (not row.regions or region in row.regions):
            return row
    return None


def room(letter: str, setting: Setting, ink: int | None = None, width: int = 0) -> Room | None:
    """The room of a mark of class `letter`; None for classes without a blank.

    `ink`: where the middle of the glyph's ink lies, per mille of its em. A face drawn for another region has its
    marks elsewhere, and the blank is where the ink is not (typst#8557). `width`: the mark's own width, per mille,
    where the house wants another than the style's.
    """
    row = blank(letter, setting.region, setting.direction)
    if row is None:
        return None
    style = punct(setting.punct)
    lead, trail = _sides(row, ink)
    body = 1000 - lead - trail
    kept = 0 if row.fixed or letter not in style.full else lead + trail
    if width:
        kept = min(max(width - body, 0), lead + trail)
    if not kept:
        return Room(body, lead, 0, 0, 0, 0, 0, 0, 0)
    cut, lead = lead, kept * lead // (lead + trail)
    trail, cut = kept - lead, cut - lead
    kind = blank_kind(row.rank, lead, trail) if letter in style.squeeze else 0
    start = lead if style.starts and letter == "o" else 0
    end = trail if letter in style.trim else 0
    yield_end = trail if letter in style.yield_end else 0
    return Room(body, cut, lead, trail, start, end, min(kept, style.most) if kind else 0, yield_end, kind)


def hangs(char: str, setting: Setting) -> bool:
    """Whether the mark may stand outside the measure in this region and direction (CL §6.1.3; JL §3.8.2)."""
    return char in practices()[setting.region, setting.direction].hanging


def _sides(row: Blank, ink: int | None) -> tuple[int, int]:
    """Leading and trailing blank: the region's, or what the glyph's ink tells for stops, commas and colons."""
    total = row.lead + row.trail
    if ink is None or not total or row.fixed or not set(row.classes) <= set("sknw"):
        return row.lead, row.trail
    if CENTRED[0] <= ink <= CENTRED[1]:
        return total // 2, total - total // 2
    return (0, total) if ink < CENTRED[0] else (total, 0)


@cache
def pair_cuts(name: str, region: str) -> dict[str, str]:
    """Two class letters → "first" or "second": whose blank gives way where the two marks meet."""
    style = punct(name)
    found: dict[str, str] = {}
    if style.stop_before_mark:
        found |= {f"s{second}": "first" for second in "ocsknwx"}
    for row in pairs() if style.pairs else ():
        if row.regions and region not in row.regions:
            continue
        for first in row.first:
            for second in row.second:
                found.setdefault(first + second, row.cut)
    return found
