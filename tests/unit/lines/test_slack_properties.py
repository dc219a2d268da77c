"""Where the slack of a line goes: step by step as clreq has it (§6.2.2.3, §6.2.2.4), equal within a step, and never so
far that ink meets ink."""

from hypothesis import given

from layout.cjk.classes import classify
from layout.cjk.tables import puncts
from layout.lines import complaints, set_lines
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.style import ParagraphStyle
from layout.model.value import replace
from tests.unit.lines.making import EM, MEASURES, SPANS, STYLES, TEXTS, book, marked, quick, shape

RIGID, HAN, GAP, SPACE = range(4)
STEPS = {"m": 3, "M": 3, "o": 4, "c": 4, "k": 5, "w": 5, "n": 5, "s": 7, "x": 7}
"""Class of a mark → the step in which it gives way: interpuncts, brackets, ，、；, and last 。？！."""
SPACE_STEP, GAP_STEP = 2, 6
GAP_FLOOR, GAP_CEILING, SPACE_FLOOR = EM // 8, EM // 2, EM // 4
DRAWN = 90
"""Per mille of the em that may be taken at each place besides, where a line is drawn together to save one."""


def moved(shaped: ShapedParagraph, line: Line) -> list[int]:
    """What justification added behind each glyph but the last (negative: took), from the places of the glyphs."""
    at = [along - shaped.shifts[i] for i, along in enumerate(line.along, line.start)]
    return [
        after - before - shaped.widths[i] - shaped.gaps[i]
        for i, (before, after) in enumerate(zip(at, at[1:], strict=False), line.start)
    ]


def trusted(shaped: ShapedParagraph, lines: tuple[Line, ...]) -> list[Line]:
    """Lines that could be set to their measure: not those that are told to stick out."""
    over = {dict(item.values)["text"] for item in complaints(shaped, lines) if item.code == "LINES-OVERFULL"}
    return [line for line in lines if "".join(shaped.chars[line.start : line.end]) not in over]


@quick
@given(TEXTS, STYLES, MEASURES, SPANS)
def test_stretching_goes_step_by_step(
    text: str, style: ParagraphStyle, measure: int, spans: list[tuple[int, int, str]]
) -> None:
    """Word spaces, then gaps, each up to half an em, then all places alike; nothing beside rigid ones."""
    style = replace(style, hanging="off")
    shaped = shape(text, style, marked(text, spans))
    ranked = puncts()[style.punct].stretch == "ranked"
    for line in set_lines(shaped, (measure,)):
        if line.adjust <= 0:
            continue
        added = moved(shaped, line)
        kinds = [shaped.flex[i] & 3 for i in range(line.start, line.end - 1)]
        assert all(not by for by, kind in zip(added, kinds, strict=True) if kind == RIGID)
        assert sum(added) == line.adjust
        han = [by for by, kind in zip(added, kinds, strict=True) if kind == HAN]
        rest = min(by for by, kind in zip(added, kinds, strict=True) if kind != RIGID)
        assert not han or max(han) - min(han) <= 1
        if not ranked:
            assert all(by - rest <= 1 for by, kind in zip(added, kinds, strict=True) if kind != RIGID)
            continue
        below = {SPACE: [], GAP: []}  # by how much each is short of its ceiling
        for i, (by, kind) in enumerate(zip(added, kinds, strict=True), line.start):
            if kind in below:
                natural = shaped.widths[i] if kind == SPACE else shaped.gaps[i]
                below[kind].append(max(GAP_CEILING - natural, 0) - by)
        if any(short > 1 for short in below[SPACE]):
            assert not any(by > 1 for by, kind in zip(added, kinds, strict=True) if kind == GAP)
        if any(short > 1 for short in (*below[SPACE], *below[GAP])):
            assert not any(by > 1 for by in han)
        assert line.stretch >= max(han, default=0)


def givers(shaped: ShapedParagraph, line: Line, letters: str) -> list[list[tuple[int, int]]]:
    """For each place of the line: (step, most) of everything that may give way there."""
    places: list[list[tuple[int, int]]] = [[] for _ in range(line.start, line.end - 1)]
    for i in range(line.start, line.end - 1):
        letter, give, at = letters[shaped.offsets[i]], shaped.gives[i], i - line.start
        if give and not (at == 0 and shaped.starts[i]):
            if letter == "S":
                places[at].append((SPACE_STEP, give))
            elif letter == "o":
                places[at - 1].append((4, give))
            elif letter in "mM" or letter in "skw" and shaped.style.region in ("taiwan", "hongkong"):
                places[at].append((STEPS[letter], give - give // 2))
                places[at - 1].append((STEPS[letter], give // 2))
            else:
                places[at].append((STEPS.get(letter, 7), give))
        if shaped.flex[i] & 3 == GAP and shaped.gaps[i] > GAP_FLOOR:
            places[at].append((GAP_STEP, shaped.gaps[i] - GAP_FLOOR))
    return places


@quick
@given(TEXTS, STYLES, MEASURES)
def test_squeezing_goes_step_by_step(text: str, style: ParagraphStyle, measure: int) -> None:
    """A later class gives way only when the earlier ones are exhausted; classes of one step give alike; Han only where
    nothing is left to give."""
    style = replace(style, hanging="off", punct=style.punct if style.punct != "kaiming-semantic" else "quanjiao")
    shaped, letters = shape(text, style), classify(text)
    for line in trusted(shaped, lines := set_lines(shaped, (measure,))):
        assert line in lines
        if line.adjust >= 0 or letters[shaped.offsets[line.start]] in STEPS.keys() - "o":
            continue  # a mark may open a paragraph, and gives way to the left there
        end = shaped.end_gives[line.end - 1] if shaped.end_gives else 0
        taken = [-by for by in moved(shaped, line)]
        assert sum(taken) == max(-line.adjust - end, 0)  # step 1 comes before all others
        sources = givers(shaped, line, letters)
        assert all(by >= 0 for by in taken)
        drawn = sum(taken) > sum(most for place in sources for _, most in place)
        if drawn:
            assert all(
                by <= sum(most for _, most in place) + EM * DRAWN // 1000
                for by, place in zip(taken, sources, strict=True)
            )
            continue
        assert all(by <= sum(most for _, most in place) for by, place in zip(taken, sources, strict=True))
        plain = [(place[0], by) for by, place in zip(taken, sources, strict=True) if len(place) == 1]
        first = min((step for (step, most), by in plain if by < most), default=8)
        assert not [1 for (step, _), by in plain if step > first and by > 1]
        whole = {by for (step, most), by in plain if step == first and by < most and not _halved(shaped, step)}
        assert not whole or max(whole) - min(whole) <= len(taken)


def _halved(shaped: ShapedParagraph, step: int) -> bool:
    """Whether marks of that step give half on each side, so that places beside them cannot be compared."""
    return step == 3 or shaped.style.region in ("taiwan", "hongkong", "japan")


def ink(shaped: ShapedParagraph, line: Line, i: int) -> tuple[float, float] | None:
    """Where glyph i of the line begins and ends to be printed, in ems along it; None for a blank."""
    look = shaped.looks[shaped.look[i]]
    face = book("fonts").face(look.font)
    left, foot, right, top = face.ink(shaped.gids[i])
    if right <= left:
        return None
    if shaped.style.direction == "vertical" and not look.turned:
        y = face.vertical_origin(shaped.gids[i])[1]
        near, far, narrowed = y - top, y - foot, 1.0
    else:
        near, far, narrowed = left, right, look.scale / 1000
    scale = look.size / EM / face.upem * narrowed
    at = line.along[i - line.start] / EM
    return at + near * scale, at + far * scale


@quick
@given(TEXTS, STYLES, MEASURES)
def test_ink_never_meets_ink(text: str, style: ParagraphStyle, measure: int) -> None:
    """In the product's own faces, whatever a line was squeezed. Letters of one word are their face's own affair."""
    style = replace(style, tracking=0)
    shaped, letters = shape(text, style, folder="fonts"), classify(text)
    for line in trusted(shaped, set_lines(shaped, (measure,))):
        taken = [max(-by, 0) for by in moved(shaped, line)]
        sources = givers(shaped, line, letters)
        for i in range(line.start, line.end - 1):
            one, two = ink(shaped, line, i), ink(shaped, line, i + 1)
            if one is None or two is None or not shaped.widths[i] or not shaped.widths[i + 1]:
                continue  # digits side by side in one cell
            pair = letters[shaped.offsets[i]] + letters[shaped.offsets[i + 1]]
            if set(pair) <= set("LDpuvPqZjg"):
                continue
            at = i - line.start
            drawn = max(taken[at] - sum(most for _, most in sources[at]), 0) / EM
            assert two[0] - one[1] > -0.04 - drawn, (shaped.chars[i], shaped.chars[i + 1], one, two)
