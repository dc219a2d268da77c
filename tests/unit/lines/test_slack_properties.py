"""Where the slack of a line goes: step by step as clreq has it (§6.2.2.3, §6.2.2.4), equal within a step, and never so
far that ink meets ink."""

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.cjk.classes import classify
from layout.cjk.tables import puncts
from layout.lines import complaints, set_lines
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.style import ParagraphStyle, Punct
from layout.model.value import replace
from tests.unit.lines.making import EM, MEASURES, STYLES, TEXTS, book, quick, shape

RIGID, HAN, GAP, SPACE = range(4)
STEPS = {"m": 3, "M": 3, "o": 4, "c": 4, "k": 5, "w": 5, "n": 5, "s": 7, "x": 7}
"""Class of a mark → the step in which it gives way: interpuncts, brackets, ，、；, and last 。？！."""
SPACE_STEP, GAP_STEP = 2, 6
GAP_FLOOR, GAP_CEILING, SPACE_FLOOR = EM // 8, EM // 2, EM // 4


MIXED = st.lists(
    st.sampled_from([*"春江潮，、；。：？（）《》·", "A", "the door", "12", "——", "5 km"]), min_size=3, max_size=24
).map("".join)
"""Texts in which most steps have something to give."""
SQUEEZED: tuple[Punct, ...] = ("quanjiao", "quanjiao-mild", "hangmobanjiao", "kaiming")
thorough = settings(quick, max_examples=250)
"""One line is set quickly, and many must be before all steps have met."""


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


def one_line(text: str, style: ParagraphStyle) -> ShapedParagraph:
    """A paragraph to be set as one line, exactly as long as its measure. It begins with a Han."""
    return shape(f"春{text}", replace(style, align="spread", indent=0, hang=0, inset=0, bracket_at_indent="indent"))


@thorough
@given(MIXED, STYLES, st.integers(1, 24))
def test_stretching_goes_step_by_step(text: str, style: ParagraphStyle, eighths: int) -> None:
    """Word spaces, then gaps, each up to half an em, then all places alike; nothing beside rigid ones."""
    shaped = one_line(text, replace(style, hanging="off"))
    natural = set_lines(shaped, (1000 * EM,))[0].natural
    (line,) = set_lines(shaped, (natural + eighths * EM // 8,))
    added = moved(shaped, line)
    kinds = [shaped.flex[i] & 3 for i in range(line.end - 1)]
    assert sum(added) == line.adjust == (eighths * EM // 8 if any(kinds) else 0)
    by_kind = {kind: [by for by, found in zip(added, kinds, strict=True) if found == kind] for kind in range(4)}
    assert not any(by_kind[RIGID])
    if puncts()[style.punct].stretch == "even":
        assert not any(kinds) or max(added) - min(by for by, kind in zip(added, kinds, strict=True) if kind) <= 1
        return
    short = {kind: [] for kind in (SPACE, GAP)}  # by how much each stays below its ceiling
    for i, kind in enumerate(kinds):
        if kind in short:
            natural = shaped.widths[i] if kind == SPACE else shaped.gaps[i]
            short[kind].append(max(GAP_CEILING - natural, 0) - added[i])
    over = -min((*short[SPACE], *short[GAP]), default=0)
    assert not by_kind[HAN] or over <= max(by_kind[HAN]) + 1  # above its ceiling a place gets what all get
    if max(short[SPACE], default=0) > 1:
        assert max(by_kind[GAP], default=0) <= 1
    if max((*short[SPACE], *short[GAP]), default=0) > 1:
        assert max(by_kind[HAN], default=0) <= 1
    assert max(by_kind[HAN], default=0) - min(by_kind[HAN], default=0) <= 1
    assert line.stretch >= max(by_kind[HAN], default=0)


def givers(shaped: ShapedParagraph, line: Line, letters: str) -> list[list[tuple[int, int, int]]]:
    """For each place of the line: (step, most, in how many parts) of everything that may give way there."""
    places: list[list[tuple[int, int, int]]] = [[] for _ in range(line.start, line.end)]
    for at, i in enumerate(range(line.start, line.end - 1)):
        letter, give = letters[shaped.offsets[i]], shaped.gives[i]
        if give and not (at == 0 and shaped.starts[i]):
            lead = give if letter == "o" else give // 2 if _both_sides(shaped, letter) else 0
            step = SPACE_STEP if letter == "S" else STEPS[letter]
            parts = 2 if 0 < lead < give else 1
            if lead:
                places[at - 1].append((step, lead, parts))
            if give > lead:
                places[at].append((step, give - lead, parts))
        if shaped.flex[i] & 3 == GAP and shaped.gaps[i] > GAP_FLOOR:
            places[at].append((GAP_STEP, shaped.gaps[i] - GAP_FLOOR, 1))
    return places


def _both_sides(shaped: ShapedParagraph, letter: str) -> bool:
    """Interpuncts, and the marks that a region has in the middle of their em, give half on either side."""
    centred = {"taiwan": "skwn", "hongkong": "skwn", "japan": "nw"}.get(shaped.style.region, "")
    return letter in "mM" + centred


@thorough
@given(MIXED, STYLES, st.sampled_from(SQUEEZED), st.integers(1, 110))
def test_squeezing_goes_step_by_step(text: str, style: ParagraphStyle, punct: Punct, share: int) -> None:
    """A later class gives way only when the earlier ones are exhausted; marks of one step give alike; Han only where
    nothing is left to give."""
    shaped = one_line(text, replace(style, hanging="off", punct=punct))
    letters = classify(f"春{text}")
    whole = set_lines(shaped, (1000 * EM,))[0]
    sources = givers(shaped, whole, letters)
    end = shaped.end_gives[-1] if shaped.end_gives else 0
    inside = sum(most for place in sources[:-1] for _, most, _ in place)
    natural = sum(shaped.widths) + sum(shaped.gaps[:-1]) - shaped.starts[0] - shaped.ends[-1]
    need = (end + inside) * share // 100
    if not 0 < need < natural:
        return
    (line,) = set_lines(shaped, (natural - need,))
    taken = [-by for by in moved(shaped, line)]
    assert sum(taken) == max(-line.adjust - end, 0)  # step 1, the mark at the end, comes before all others
    limits = [sum(most for _, most, _ in place) for place in sources]
    if need > end + inside:
        assert all(by >= most for by, most in zip(taken, limits, strict=False))
        return
    assert line.adjust == -need
    assert all(0 <= by <= most for by, most in zip(taken, limits, strict=False))
    plain = [(place[0], by) for by, place in zip(taken, sources, strict=False) if len(place) == 1]
    first = min((step for (step, most, _), by in plain if by < most), default=8)
    assert not [step for (step, _, _), by in plain if step > first and by > 1]
    alike = [by * parts for (step, most, parts), by in plain if step == first and by < most]
    assert max(alike, default=0) - min(alike, default=0) <= 3


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
            drawn = max(taken[at] - sum(most for _, most, _ in sources[at]), 0) / EM
            assert two[0] - one[1] > -0.04 - drawn, (shaped.chars[i], shaped.chars[i + 1], one, two)
