"""Glyph runs go in; the strokes of those that have an edge of another ink come out, to be painted under the text.

The edge is drawn as paths, not as text in stroke mode: text painted twice is text twice, and whether a reader leaves
the second one out is its own guess (poppler and PDFium compare places, others do not). The letters themselves stay the
one text object they were.
"""

from collections.abc import Sequence

from layout.model.display import GlyphRun, Outline
from layout.model.units import PT, Length
from layout.pdf.glyphs import Used
from layout.pdf.number import Point, decimal, pt
from layout.pdf.state import State


def outlines(runs: Sequence[GlyphRun], faces: dict[str, Used], state: State, origin: Point) -> str:
    """Stroked outlines of the runs that have an edge; empty where none has."""
    return "".join([_edge(run, run.outline, faces[run.font], state, origin) for run in runs if run.outline])


def _edge(run: GlyphRun, outline: Outline, used: Used, state: State, origin: Point) -> str:
    """One path in font units, round joins: mitred ones would stand out as spikes from the ends of strokes. A line is
    stroked to both sides, so it is twice as wide as what shows beyond the letter."""
    glyphs = zip(run.gids, run.along, strict=True)
    path = "\n".join(segment for gid, along in glyphs for segment in _at(run, used, gid, along))
    if not path:
        return ""
    unit = run.size / PT / used.face.upem
    across, up = f"{unit * run.scale / 1000:.7f}", f"{unit:.7f}"
    turn = f"0 -{across} {up} 0" if run.way == "turned" else f"{across} 0 0 {up}"
    place = f"{pt(origin[0] + run.x)} {pt(origin[1] - run.y)}"
    width = decimal(2 * outline.width / PT / unit)
    return f"{state.rule(outline.colour)}q {turn} {place} cm {width} w 1 j\n{path} S Q\n"


def _at(run: GlyphRun, used: Used, gid: int, along: Length) -> list[str]:
    """A glyph's segments, moved to its place on the line."""
    face = used.face
    dx, dy = round(along * face.upem * 1000 / (run.size * run.scale)), 0
    if run.way == "upright":
        x, y = face.vertical_origin(gid)
        dx, dy = -x, -y - round(along * face.upem / run.size)
    made = []
    for operator, *numbers in face.contours(gid):
        moved = [int(number) + (dy if index % 2 else dx) for index, number in enumerate(numbers)]
        made.append(" ".join([*map(str, moved), "h" if operator == "Z" else str(operator).lower()]))
    return made
