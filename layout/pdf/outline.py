"""Glyph runs go in; the edges and shadows of those that have any come out, to be painted under the text.

They are drawn as paths, not as text in stroke mode: text painted twice is text twice, and whether a reader leaves
the second one out is its own guess (poppler and PDFium compare places, others do not). The letters themselves stay the
one text object they were.
"""

from collections.abc import Sequence

from layout.model.display import GlyphRun, Outline, Shadow
from layout.model.units import PT, Length
from layout.pdf.glyphs import Used
from layout.pdf.number import Point, decimal, pt
from layout.pdf.state import State


def outlines(runs: Sequence[GlyphRun], faces: dict[str, Used], state: State, origin: Point) -> str:
    """Shadows, and over all of them the stroked outlines, of the runs that have any; empty where none has."""
    shadows = [_shadow(run, run.shadow, faces[run.font], state, origin) for run in runs if run.shadow]
    return "".join(shadows + [_edge(run, run.outline, faces[run.font], state, origin) for run in runs if run.outline])


def _shadow(run: GlyphRun, shadow: Shadow, used: Used, state: State, origin: Point) -> str:
    """The letters as one filled path, with their edge where they have one, beside their place."""
    drawn = _drawn(run, used, (origin[0] + shadow.offset, origin[1] - shadow.offset))
    if not drawn:
        return ""
    if not run.outline:
        return f"{state.area(shadow.colour)}q {drawn} f Q\n"
    return f"{state.area(shadow.colour)}{state.rule(shadow.colour)}q {_pen(run, run.outline, used)} {drawn} B Q\n"


def _edge(run: GlyphRun, outline: Outline, used: Used, state: State, origin: Point) -> str:
    """One path in font units, round joins: mitred ones would stand out as spikes from the ends of strokes. A line is
    stroked to both sides, so it is twice as wide as what shows beyond the letter."""
    drawn = _drawn(run, used, origin)
    return f"{state.rule(outline.colour)}q {_pen(run, outline, used)} {drawn} S Q\n" if drawn else ""


def _pen(run: GlyphRun, outline: Outline, used: Used) -> str:
    """Width of the stroke, in font units, and its joins."""
    return f"{decimal(2 * outline.width * used.face.upem / run.size)} w 1 j"


def _drawn(run: GlyphRun, used: Used, origin: Point) -> str:
    """The run's place and its letters as one path in font units; empty where it has none."""
    glyphs = zip(run.gids, run.along, strict=True)
    path = "\n".join(segment for gid, along in glyphs for segment in _at(run, used, gid, along))
    if not path:
        return ""
    unit = run.size / PT / used.face.upem
    across, up = f"{unit * run.scale / 1000:.7f}", f"{unit:.7f}"
    turn = f"0 -{across} {up} 0" if run.way == "turned" else f"{across} 0 0 {up}"
    return f"{turn} {pt(origin[0] + run.x)} {pt(origin[1] - run.y)} cm\n{path}"


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
