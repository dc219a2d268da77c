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

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from layout.model.display import GlyphRun
from layout.model.units import PT, Length
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


class _Steps(dict[int, str]):
    """TJ number → how it stands between two hexadecimal strings; nothing for 0."""

    def __missing__(self, step: int) -> str:
        written = self[step] = f">{step}<" if step else ""
        return written


_STEPS = _Steps()


class Set(NamedTuple):
    """A run with its reckoning: TJ numbers between glyphs, gaps they leave, and where the last glyph ends."""

    run: GlyphRun
    used: Used
    steps: list[int]
    gaps: list[int]
    end: int


def text_object(runs: Sequence[GlyphRun], faces: dict[str, Used], state: State, origin: Point) -> str:
    """BT … ET for consecutive runs; `origin` is the trim's top left corner in page units, y up."""
    parts: list[str] = []
    line: list[Set] = []
    for run in runs:
        if not run.gids:
            continue
        now = _reckoned(run, faces[run.font])
        if line and _gap(line[-1], now) is None:
            parts.extend(_line(line, state, origin))
            line = []
        line.append(now)
    if line:
        parts.extend(_line(line, state, origin))
    return f"BT\n{''.join(parts)}ET\n" if parts else ""


def _line(line: list[Set], state: State, origin: Point) -> Iterator[str]:
    """Runs on one line, in one span if need be."""
    whole = line[0].run.way != "horizontal" or any(map(_apart, line, line[1:]))
    if whole:
        yield _said("".join(text for one in line for text in one.run.text))
    for one in line:
        run = one.run
        name = f"{one.used.name}V" if run.way == "upright" else one.used.name
        yield state.text(run.colour) + state.font(name, run.size, run.scale) + _matrix(run, origin)
        if whole:
            first = int(run.way != "horizontal" and one is line[0] and len(run.gids) > 1)
            yield _shown(one, 0, first) if first else ""
            yield _to_end(one, first)
        else:
            yield from _stretches(one)
    if whole:
        yield "EMC\n"


def _apart(before: Set, now: Set) -> bool:
    """Whether readers would put a space between two runs on one line, or take the raised one for another line."""
    one, two = before.run, now.run
    if one.y != two.y:
        return True
    gap = _gap(before, now)
    return gap is not None and not TIGHT < gap < APART and not _spaced(one.text[-1], two.text[0])


def _reckoned(run: GlyphRun, used: Used) -> Set:
    """The run's glyphs on whole thousandths of the em."""
    em = _em(run)
    half = em // 2
    places = [(along * 1000 + half) // em for along in run.along]
    table = used.height if run.way == "upright" else used.width
    widths = list(map(table.__getitem__, run.gids))
    gaps = [after - place - width for place, width, after in zip(places, widths, places[1:], strict=False)]
    steps = gaps if run.way == "upright" else [-gap for gap in gaps]
    return Set(run, used, steps, gaps, places[-1] + widths[-1])


def _matrix(run: GlyphRun, origin: Point) -> str:
    """Tm with the first glyph's origin as its own."""
    x, y = run.x, run.y
    if run.way == "horizontal":
        x += run.along[0]
    else:
        y += run.along[0]
    turn = "0 -1 1 0" if run.way == "turned" else "1 0 0 1"
    return f"{turn} {pt(origin[0] + x)} {pt(origin[1] - y)} Tm\n"


def _stretches(line: Set) -> Iterator[str]:
    """A run's glyphs in as few operators as its text allows: one, where nothing needs saying."""
    texts, gids, plain = line.run.text, line.run.gids, line.used.plain
    hollow = gids[-1] in line.used.hollow
    if not hollow and tuple(map(plain.__getitem__, gids)) == texts and not _uneven(line.gaps) and "" not in texts:
        yield _shown(line, 0, len(gids))
        return
    strange = [not text or plain[gid] != text for gid, text in zip(gids, texts, strict=True)]
    bound = [False, *map(_bound, line.gaps, texts, texts[1:]), False]
    said = [bound[i] or bound[i + 1] or odd for i, odd in enumerate(strange)]
    said[-1] = said[-1] or hollow
    start = 0
    for end in range(1, len(gids) + 1):
        if end < len(gids) and said[end] == said[end - 1] and (bound[end] or not said[end]):
            continue
        shown = _shown(line, start, end) if end < len(gids) else _to_end(line, start)
        yield f"{_said(''.join(texts[start:end]))}{shown}EMC\n" if said[start] else shown
        start = end


def _uneven(gaps: list[int]) -> bool:
    """Whether any gap would be taken for more than a step from one glyph to the next."""
    return bool(gaps) and (max(gaps) >= WIDE or min(gaps) <= TIGHT)


def _bound(gap: int, text: str, after: str) -> bool:
    """Whether two neighbours must be said together: a wide gap that is no space, an overlap, or one text for both."""
    return not TIGHT < gap < WIDE and not _spaced(text, after) or (not after and bool(text))


def _spaced(text: str, after: str) -> bool:
    return text[-1:].isspace() or after[:1].isspace()


def _said(text: str) -> str:
    """Opens a span that reads `text`, whatever its glyphs are."""
    return f"/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC\n"


def _gap(before: Set, now: Set) -> int | None:
    """Room between two runs on one line, per mille of the em; None where the second starts another line."""
    one, two = before.run, now.run
    across = one.y - two.y if one.way == "horizontal" else one.x - two.x
    em = max(one.size, two.size)
    if abs(across) * 2 >= em or (one.way == "horizontal") != (two.way == "horizontal"):
        return None
    here, there = (one.x, two.x) if one.way == "horizontal" else (one.y, two.y)
    gap = (there + two.along[0] - here - before.end * _em(one) // 1000) * 1000 // em
    return gap if -1000 < gap <= FARTHEST and (one.text[-1] or two.text[0]) else None


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
    return f"{before}{decimal(-blank * line.run.size / 1000 / PT)} Tc\n{_shown(line, last, last + 1)}0 Tc\n"


def _shown(line: Set, start: int, end: int) -> str:
    """Tj or TJ for glyphs start … end-1, with the step to the glyph after them."""
    code = line.used.code
    codes = [code[gid] for gid in line.run.gids[start:end]]
    steps = line.steps[start:end]
    if not any(steps):
        return f"<{''.join(codes)}>Tj\n"
    steps += [0] * (len(codes) - len(steps))
    return f"[<{''.join(chain.from_iterable(zip(codes, map(_STEPS.__getitem__, steps), strict=True)))}>]TJ\n"
