"""A paragraph after shaping: parallel tuples, one entry a glyph, that line breaking and painting read."""

from layout.model.story import Paragraph
from layout.model.style import ParagraphStyle
from layout.model.units import Length
from layout.model.value import value


@value
class Look:
    """What a run of glyphs looks like: font key, size, ink, raised by `rise` (vertical text: moved to the right).

    In vertical text an upright glyph has its vertical origin, a turned glyph its baseline, at the line's axis + `rise`:
    the rise of turned text is what brings the middle of its em box onto the axis. Figures side by side in one cell
    (纵中横) are upright glyphs whose `along` is the same and whose looks differ in `rise`.
    """

    font: str
    size: Length
    colour: str
    tint: int = 1000
    rise: Length = 0
    turned: bool = False
    """in vertical text: lies on its side (turned 90° clockwise)"""
    scale: int = 1000
    """per mille of horizontal scaling (a group of digits upright in one cell)"""


FRAME_AIR = 125
"""Per mille of the size between a frame's ends and the characters in it, and as much outside of it; half of that over
and under them (ours)."""


@value
class Decoration:
    """A mark beside the glyphs start … end-1: `dot`, `name`, `book`, `frame`, or `ruby` with its own shaped reading."""

    kind: str
    start: int
    end: int
    look: int = 0
    gids: tuple[int, ...] = ()
    advances: tuple[Length, ...] = ()
    text: str = ""


@value(eq=False)
class ShapedParagraph:
    """Parallel tuples, one entry a glyph, in reading order. Lengths along the line.

    The set width of a line of glyphs a … b-1 is sum(widths[a:b]) + sum(gaps[a:b-1]) - starts[a] - ends[b-1], and
    hyphen_width more where breaks[b-1] is 2. Word spaces are glyphs that give up their whole width at a line's end.
    """

    paragraph: Paragraph
    style: ParagraphStyle
    looks: tuple[Look, ...]
    chars: tuple[str, ...]
    """what of the manuscript each glyph stands for; "" for a glyph whose text its predecessor carries"""
    offsets: tuple[int, ...]
    """index of the first of those characters in paragraph.text"""
    look: tuple[int, ...]
    gids: tuple[int, ...]
    widths: tuple[Length, ...]
    """room the glyph takes in mid-line, its blank included"""
    shifts: tuple[Length, ...]
    """from the start of that room to the glyph's origin (negative where a leading blank is cut)"""
    gaps: tuple[Length, ...]
    """natural gap after the glyph (Han–Latin gap, word space); gone at a line's edges"""
    flex: tuple[int, ...]
    """how the place after the glyph gives way: index into the table of flex classes (cjk)"""
    gives: tuple[Length, ...]
    """most the blank of this glyph can give up in mid-line when the line is squeezed"""
    starts: tuple[Length, ...]
    """what the glyph gives up at a line's start"""
    ends: tuple[Length, ...]
    """what the glyph gives up at a line's end; negative where it takes back what a neighbour had cost it"""
    breaks: tuple[int, ...]
    """after the glyph: 0 no break, 1 break, 2 break with a hyphen, 3 forced break, 4 break only where no other fits,
    5 break before a line gets loose, without a hyphen"""
    decorations: tuple[Decoration, ...] = ()
    hyphens: tuple[int, ...] = ()
    """for each of the looks the glyph of the hyphen in its font, after whose text a line may be divided"""
    hyphen_width: Length = 0
    """in the paragraph's own Latin, whatever the look"""
    missing: tuple[int, ...] = ()
    """offsets of characters that no font has"""
    end_gives: tuple[Length, ...] = ()
    """what each glyph can give up at a line's end besides, when the line is squeezed; empty: nothing anywhere"""
    western: bool = False
    """mostly of Western words"""


@value(eq=False)
class Line:
    """Glyphs start … end-1 of a shaped paragraph, set to a measure. Lengths run along the line, from its slot."""

    start: int
    end: int
    measure: Length
    natural: Length
    """set width before justification"""
    adjust: Length
    """what justification added (negative: squeezed out); for ragged lines 0"""
    along: tuple[Length, ...]
    """origin of each glyph, shifts and alignment included"""
    hyphen: Length = -1
    """where the hyphen stands; -1: no hyphen"""
    last: bool = False
    stretch: Length = 0
    """most that was added at one place between two Han, for the finding on loose lines"""
    tracked: int = 0
    """per mille of the size that its paragraph is tracked by, to have a line more or fewer"""


def line_text(shaped: ShapedParagraph, line: Line) -> str:
    """The characters of a line as the manuscript has them, with the hyphen that breaking added."""
    return "".join(shaped.chars[line.start : line.end]) + ("-" if line.hyphen >= 0 else "")
