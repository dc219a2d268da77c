"""Glyph runs that follow one another go in; one text object that shows them, and reads as the manuscript, comes out.

Positions are whole thousandths of the em in TJ arrays, reckoned from the same widths that /W gives: no error adds up.
Upright runs use the face's Identity-V font, so that readers see a vertical line and take its columns from the right.
Readers put a space wherever glyphs stand apart. A justified Chinese line has many such gaps and no spaces, so glyphs on
both sides of a wide gap, or of an overlap, share one marked span whose /ActualText says what they read (ISO 32000-1,
14.9.4). So do glyphs whose text differs from /ToUnicode, and glyphs that stand for none. Spans stay as short as that:
selecting text in a viewer goes glyph by glyph everywhere else. Two cases take the whole line into one span:
- A gap between two fonts. PDFium takes a span's place from its first operator and would see a space after it.
- Vertical lines. PDFium sorts operators that overlap in height from left to right, so columns of one height would come
  in the wrong order; when a column's first glyph has an operator of its own, no column overlaps the start of the next.
A closing mark at a line's end reaches into the gutter with its blank half, and poppler would read on into the next
column: the mark gets a span of its own and, by character spacing that no glyph follows, a narrower end.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import add, sub
from typing import NamedTuple

from layout.model.display import GlyphRun
from layout.model.units import Length
from layout.pdf.glyphs import Used
from layout.pdf.number import Point, decimal, pt
from layout.pdf.state import State

WIDE = 80
"""Per mille of the em from which a gap is taken for a space: by poppler from 100, by PDFium from half a word space."""
APART = 20
"""Per mille of the em between two fonts from which poppler may see a space: words of two fonts are never one to it."""
TIGHT = -100
"""Per mille of the em from which an overlap, as of two squeezed marks, breaks the line for poppler."""
FARTHEST = 1500
"""Per mille of the em up to which two runs on one line are one text; beyond, as in a contents line, space is right."""


class Pace(NamedTuple):
    """How the pen goes along a run: the TJ number after each glyph as it stands between two hexadecimal strings, which
    glyphs stand far from the one before or upon it, and where the last glyph ends, per mille of the em."""

    steps: tuple[str, ...]
    uneven: tuple[int, ...]
    end: int


class Set(NamedTuple):
    """A run as it will be shown: for each glyph its code and the step after it."""

    run: GlyphRun
    used: Used
    written: list[str]
    pace: Pace


def text_object(runs: Sequence[GlyphRun], faces: dict[str, Used], state: State, origin: Point) -> str:
    """BT … ET for consecutive runs; `origin` is the trim's top left corner in page units, y up."""
    parts: list[str] = []
    line: list[Set] = []
    for run in runs:
        if not run.gids:
            continue
        now = _reckoned(run, faces[run.font])
        if line and _gap(line[-1], now) is None:
            _line(line, state, origin, parts)
            line = []
        line.append(now)
    if line:
        _line(line, state, origin, parts)
    return f"BT\n{''.join(parts)}ET\n" if parts else ""


def _line(line: list[Set], state: State, origin: Point, parts: list[str]) -> None:
    """Adds the operators of runs on one line, in one span if need be."""
    whole = line[0].run.way != "horizontal" or (len(line) > 1 and any(map(_apart, line, line[1:])))
    if whole:
        parts.append(_said("".join(text for one in line for text in one.run.text)))
    for one in line:
        run = one.run
        name = f"{one.used.name}V" if run.way == "upright" else one.used.name
        narrowed = 1000 if run.way == "upright" else run.scale
        parts += (state.glyphs(run.colour, name, run.size, narrowed), _matrix(run, origin))
        if whole:
            first = int(run.way != "horizontal" and one is line[0] and len(run.gids) > 1)
            parts += (_shown(one, 0, first) if first else "", _to_end(one, first))
        else:
            _stretches(one, parts)
    if whole:
        parts.append("EMC\n")


def _apart(before: Set, now: Set) -> bool:
    """Whether readers would put a space between two runs on one line, or take the raised one for another line."""
    one, two = before.run, now.run
    if one.y != two.y:
        return True
    gap = _gap(before, now)
    return gap is not None and not TIGHT < gap < APART and not (one.text[-1].isspace() or two.text[0].isspace())


def _reckoned(run: GlyphRun, used: Used) -> Set:
    """The run's codes and steps."""
    gids, down = run.gids, run.way == "upright"
    widths = (used.height if down else used.width).__getitem__
    pace = _pace(run.along, tuple(map(widths, gids)), _em(run), down)
    written = [""] * (2 * len(gids))
    written[::2] = map(used.code.__getitem__, gids)
    written[1::2] = pace.steps
    return Set(run, used, written, pace)


@lru_cache(maxsize=8192)
def _pace(along: tuple[Length, ...], widths: tuple[int, ...], em: Length, down: bool) -> Pace:
    """Places on whole thousandths of the em, and from them the steps. Remembered: three lines in four are spaced as
    another was. A positive number moves the pen back in lines across, on in lines down (ISO 32000-1 table 109)."""
    half = em // 2
    places = [(place * 1000 + half) // em for place in along]
    ends = list(map(add, places, widths))
    gaps = list(map(sub, places[1:], ends))
    steps = [f">{gap if down else -gap}<" if gap else "" for gap in gaps]
    uneven = [index for index, gap in enumerate(gaps, 1) if not TIGHT < gap < WIDE]
    return Pace((*steps, ""), tuple(uneven), ends[-1])


def _matrix(run: GlyphRun, origin: Point) -> str:
    """Tm with the first glyph's origin as its own. Upright glyphs are narrowed here and not by Tz: readers differ on
    whether Tz narrows the way from a glyph's vertical origin as well."""
    x, y = run.x, run.y
    if run.way == "horizontal":
        x += run.along[0]
    else:
        y += run.along[0]
    turn = "0 -1 1 0" if run.way == "turned" else "1 0 0 1"
    if run.way == "upright" and run.scale != 1000:
        turn = f"{decimal(run.scale / 1000)} 0 0 1"
    return f"{turn} {pt(origin[0] + x)} {pt(origin[1] - y)} Tm\n"


def _stretches(line: Set, parts: list[str]) -> None:
    """Adds a run's glyphs in as few operators as its text allows: one, where nothing needs saying."""
    texts, gids, used = line.run.text, line.run.gids, line.used
    bound = {index for index in line.pace.uneven if not (texts[index - 1].isspace() or texts[index].isspace())}
    said = {index for after in bound for index in (after - 1, after)}
    if not used.doubtful.isdisjoint(gids):
        said.update(index for index, gid in enumerate(gids) if not texts[index] or used.plain[gid] != texts[index])
        joined = [index for index in range(1, len(texts)) if texts[index - 1] and not texts[index]]
        bound.update(joined)
        said.update(index - 1 for index in joined)
    count = len(gids)
    if gids[-1] in used.hollow:
        said.add(count - 1)
    start = 0
    for index in sorted(said):
        if index < start:
            continue
        if index > start:
            parts.append(_shown(line, start, index))
        start = index + 1
        while start in bound:
            start += 1
        shown = _shown(line, index, start) if start < count else _to_end(line, index)
        parts += (_said("".join(texts[index:start])), shown, "EMC\n")
    if start < count:
        parts.append(_shown(line, start, count))


def _said(text: str) -> str:
    """Opens a span that reads `text`, whatever its glyphs are."""
    return f"/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC\n"


def _gap(before: Set, now: Set) -> int | None:
    """Room between two runs on one line, per mille of the em; None where the second starts another line."""
    one, two = before.run, now.run
    level = one.way == "horizontal"
    across = one.y - two.y if level else one.x - two.x
    em = max(one.size, two.size)
    if abs(across) * (2 if level else 1) >= em or level != (two.way == "horizontal"):
        return None  # two digits side by side in a cell of a vertical line (纵中横) stand half an em apart
    here, there = (one.x, two.x) if level else (one.y, two.y)
    gap = (there + two.along[0] - here - before.pace.end * _em(one) // 1000) * 1000 // em
    return gap if (-1000 if level else -1200) < gap <= FARTHEST and (one.text[-1] or two.text[0]) else None


def _em(run: GlyphRun) -> Length:
    """The em along the line."""
    return run.size if run.way == "upright" else run.size * run.scale // 1000


def _to_end(line: Set, start: int) -> str:
    """Tj or TJ for the glyphs from `start`; after a closing mark the pen is said to stand where its ink ends."""
    last = len(line.run.gids) - 1
    blank = line.used.hollow.get(line.run.gids[last], 0)
    if not blank or line.run.way != "horizontal":
        return _shown(line, start, last + 1)
    before = _shown(line, start, last) if start < last else ""
    return f"{before}{pt(-blank * line.run.size // 1000)} Tc\n{_shown(line, last, last + 1)}0 Tc\n"


def _shown(line: Set, start: int, end: int) -> str:
    """Tj or TJ for glyphs start … end-1, with the step to the glyph after them. The step ends the array: PDFium passes
    over one before an empty string."""
    codes = "".join(line.written[2 * start : 2 * end])
    if ">" not in codes:
        return f"<{codes}>Tj\n"
    return f"[<{codes[:-1]}]TJ\n" if codes[-1] == "<" else f"[<{codes}>]TJ\n"
