"""A mark's class, its glyph and the style's settings go in; the room it takes and what it gives up come out."""

from functools import cache
from typing import Final

from layout.cjk.flex import blank_kind
from layout.cjk.tables import Blank, Punct, blanks, mark_classes, pairs, practices, puncts
from layout.model.style import MarkWidth
from layout.model.value import value

HALF: Final = 500
"""What two marks side by side give up together, per mille (CL §6.3.2.2)."""
COLON_RANK: Final = 5
"""Step of squeezing for a mark that has none, where the house lets it give way: as commas (rule 7.3)."""
OVER: Final = 25
"""Ink may reach so far into the blank, per mille: as little as it does in well-drawn faces."""
Ink = tuple[int, int]
AS_STYLED: Final = MarkWidth("")
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


def room(letter: str, setting: Setting, ink: Ink | None = None, own: MarkWidth = AS_STYLED) -> Room | None:
    """The room of a mark of class `letter`; None for classes without a blank.

    `ink`: where the glyph's ink begins and ends along the line, per mille of its em. A face drawn for another region
    has its marks elsewhere, and the blank is where the ink is not (typst#8557). `own`: what the house wants otherwise
    than the style.
    """
    row = blank(letter, setting.region, setting.direction)
    if row is None:
        return None
    style = punct(setting.punct)
    lead, trail = _sides(row, ink)
    body = 1000 - lead - trail
    kept = 0 if row.fixed or letter not in style.full else lead + trail
    if own.line:
        kept = min(max(own.line - body, 0), lead + trail)
    if not kept:
        return Room(body, lead, 0, 0, 0, 0, 0, 0, 0)
    cut, lead = lead, kept * lead // (lead + trail)
    trail, cut = kept - lead, cut - lead
    start = lead if style.starts and letter == "o" else 0
    end = trail if letter in style.trim else 0
    yield_end = trail if letter in style.yield_end else 0
    if own.end:
        end, yield_end = min(max(body + kept - own.end, 0), trail), 0
    gives = min(kept, style.most) if letter in style.squeeze else 0
    if own.least:
        gives = min(max(body + kept - own.least, 0), kept)
    kind = blank_kind(row.rank or COLON_RANK, lead, trail) if gives and (row.rank or own.least) else 0
    return Room(body, cut, lead, trail, start, end, gives if kind else 0, yield_end, kind)


def hangs(char: str, setting: Setting) -> bool:
    """Whether the mark may stand outside the measure in this region and direction (CL §6.1.3; JL §3.8.2)."""
    return char in practices()[setting.region, setting.direction].hanging


def _sides(row: Blank, ink: Ink | None) -> tuple[int, int]:
    """Leading and trailing blank: the region's, or what the glyph's ink tells for stops, commas and colons. A mark
    whose ink reaches far into the blank has none: it would lie over its neighbour."""
    total, lead, trail = row.lead + row.trail, row.lead, row.trail
    if ink is None or not total or row.fixed:
        return lead, trail
    if set(row.classes) <= set("sknw"):
        if centred(sum(ink) // 2):
            lead, trail = total // 2, total - total // 2
        else:
            lead, trail = (0, total) if sum(ink) // 2 < CENTRED[0] else (total, 0)
    return (lead, trail) if ink[0] >= lead - OVER and ink[1] <= 1000 - trail + OVER else (0, 0)


def centred(middle: int) -> bool:
    """Whether ink with its middle there counts as in the middle of the em."""
    return CENTRED[0] <= middle <= CENTRED[1]


def wants_middle(letter: str, setting: Setting) -> bool:
    """Whether the region has marks of this class in the middle of their em (CL App. A)."""
    return letter in practices()[setting.region, setting.direction].centred


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
