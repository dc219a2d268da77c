"""Running text goes in; a finding for each style whose lines stand too close for the marks beside them comes out."""

from layout.flow.text import Text
from layout.model.finding import Finding, finding
from layout.model.glyphs import ShapedParagraph

ONE_SIDE, BOTH_SIDES = 500, 625
"""Per mille of the size that must lie between two lines with marks on one side, or on both (clreq §5.6.1)."""


def too_tight(text: Text) -> list[Finding]:
    """One finding a style, at the first paragraph that shows it."""
    found: dict[str, Finding] = {}
    initials = {block for block, _ in text.initials}
    for block, shaped in enumerate(text.blocks):
        style = shaped.style
        if shaped.decorations and style.name not in found:
            line = text.body if block in initials else style.size  # an initial stands among the lines of the text
            gap = ((style.leading or text.row) - line) * 1000 // (style.beside or style.size)
            need = _need(shaped)
            if gap < need:
                place = shaped.paragraph.source.place(shaped.offsets[shaped.decorations[0].start])
                has, needs = f"{gap / 1000:.2f}", f"{need / 1000:.3g}"
                found[style.name] = finding("PAGE-MARKS-TIGHT", place, style=style.name, gap=has, need=needs)
    return list(found.values())


def _need(shaped: ShapedParagraph) -> int:
    """Readings stand on one side, dots and lines on the other."""
    kinds = {decoration.kind for decoration in shaped.decorations} - {"frame"}
    return BOTH_SIDES if "ruby" in kinds and len(kinds) > 1 else ONE_SIDE
