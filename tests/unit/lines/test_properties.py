"""Whatever the text, its marks, the style and the measure: nothing barred at an edge, no unit parted, lines exact."""

import re

from hypothesis import given
from hypothesis import strategies as st

from layout.cjk.classes import classify
from layout.cjk.kinsoku import never_end, never_start
from layout.lines import complaints, set_lines
from layout.lines.cost import RUN
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.story import Mark
from layout.model.style import ParagraphStyle
from layout.model.value import replace
from tests.unit.lines.making import EM, MEASURES, SPANS, STYLES, TEXTS, marked, offset, quick, shape, width

UNITS = re.compile(
    r"——(?:——)*|[…⋯]+|[！？]{2,}|(?<![A-Za-z])[+\-±−]?\d+(?:[.,\u2009]\d+)*(?:[%℃㎡]|\s?k(?=m(?![A-Za-z\d])))?|¥\d[\d,.]*|(?<=《)[^《》]{2,3}(?=》)"
)
"""What never parts (rules 3.1 to 3.9 and 2.16), found in the text itself."""
SPACES = " \u200b"
"""Typed spaces that a gap or a place to break replaces."""


def said(text: str) -> str:
    return "".join(char for char in text if char not in SPACES)


def forced(shaped: ShapedParagraph, line: Line) -> bool:
    return shaped.breaks[line.end - 1] == 3


@quick
@given(TEXTS, STYLES, MEASURES, SPANS)
def test_text_out_is_text_in(text: str, style: ParagraphStyle, measure: int, spans: list[tuple[int, int, str]]) -> None:
    """Lines follow one another without a gap, and say every character once and in order."""
    shaped = shape(text, style, marked(text, spans))
    lines = set_lines(shaped, (measure,))
    assert [line.start for line in lines] == [0, *[line.end for line in lines[:-1]]][: len(lines)]
    assert (lines[-1].end if lines else 0) == len(shaped.chars)
    assert said("".join("".join(shaped.chars[line.start : line.end]) for line in lines)) == said(text)
    assert list(shaped.offsets) == sorted(shaped.offsets)
    for offset_, chars in zip(shaped.offsets, shaped.chars, strict=True):
        assert text.startswith(chars, offset_)


@quick
@given(TEXTS, STYLES, MEASURES, SPANS)
def test_no_barred_edge(text: str, style: ParagraphStyle, measure: int, spans: list[tuple[int, int, str]]) -> None:
    shaped = shape(text, style, marked(text, spans))
    letters = classify(text)
    for before, line in zip(lines := set_lines(shaped, (measure,)), lines[1:], strict=False):
        allowed = shaped.breaks[line.start - 1]
        assert allowed
        if allowed == 3 or allowed == 4:
            continue  # asked for; or within a word that is longer than the line
        first, last = shaped.offsets[line.start], shaped.offsets[before.end - 1] + len(shaped.chars[before.end - 1]) - 1
        if "://" in text or "www." in text:
            continue  # an address parts at its joints, whatever stands there
        assert letters[first] not in never_start(style.level), text[first - 2 : first + 2]
        assert letters[last] not in never_end(style.level), text[last - 1 : last + 3]


@quick
@given(TEXTS, STYLES, MEASURES)
def test_no_unit_is_parted(text: str, style: ParagraphStyle, measure: int) -> None:
    shaped = shape(text, style)
    ends = {shaped.offsets[line.start] for line in set_lines(shaped, (measure,))[1:]}
    for unit in UNITS.finditer(text) if "www." not in text else ():  # an address parts anywhere rather than stick out
        if text[unit.start() - 1 : unit.start()] == "《" and not style.title_least:
            continue
        inside = set(range(unit.start() + 1, unit.end()))
        assert not ends & inside, (unit[0], text)


@quick
@given(TEXTS, STYLES, MEASURES, SPANS)
def test_lines_are_exact(text: str, style: ParagraphStyle, measure: int, spans: list[tuple[int, int, str]]) -> None:
    """Where a line begins and ends, from the places of its glyphs alone; marks that hang or were cut stand out by
    no more than they may."""
    shaped = shape(text, style, marked(text, spans))
    lines = set_lines(shaped, (measure,))
    over = {dict(item.values)["text"] for item in complaints(shaped, lines) if item.code == "LINES-OVERFULL"}
    for line in lines:
        a, b = line.start, line.end
        room = max(measure - offset(shaped, line) - style.inset, 1)
        start = line.along[0] - shaped.shifts[a] + shaped.starts[a]
        end = line.along[-1] - shaped.shifts[b - 1] + shaped.widths[b - 1] - shaped.ends[b - 1]
        out = shaped.end_gives[b - 1] if shaped.end_gives else 0
        hyphen = shaped.hyphen_width if line.hyphen >= 0 else 0
        assert line.natural in (width(shaped, line), width(shaped, line) - out)
        hung = line.natural < width(shaped, line) or 0 < shaped.ends[b - 1] == shaped.widths[b - 1]
        places = sum(1 for flex in shaped.flex[a : b - 1 - hung] if flex & 3)
        full = (
            style.align in ("spread", "even") or style.align == "justify" and not line.last and not forced(shaped, line)
        )
        if "".join(shaped.chars[a:b]) in over:
            continue
        assert end + hyphen <= offset(shaped, line) + room + out
        if style.align in ("justify", "left", "spread", "even"):
            assert offset(shaped, line) - shaped.gives[a] <= start <= offset(shaped, line)  # a mark may give its blank
        if full and style.align != "even" and places:
            assert end + hyphen - out <= offset(shaped, line) + room <= end + hyphen
            assert line.natural + line.adjust == room
        elif style.align == "right":
            assert offset(shaped, line) + room <= end + hyphen + (0 if places else out)
        elif style.align == "center" and line.natural < room:
            left, right = start - offset(shaped, line), offset(shaped, line) + room - end - hyphen
            assert abs(left - right) <= max(1, out)


@quick
@given(TEXTS, STYLES, MEASURES)
def test_lines_of_a_headline_are_as_long_as_the_longest(text: str, style: ParagraphStyle, measure: int) -> None:
    shaped = shape(text, replace(style, align="even", hanging="off", bracket_at_indent="indent", indent=0, hang=0))
    lines = set_lines(shaped, (measure,))
    reach = {line.natural + line.adjust for line in lines if any(f & 3 for f in shaped.flex[line.start : line.end - 1])}
    assert len(reach) <= 1 or complaints(shaped, lines)


@quick
@given(TEXTS, STYLES, MEASURES, st.integers(0, 30), st.integers(1, 20))
def test_style_marks_never_cut_a_rule(text: str, style: ParagraphStyle, measure: int, start: int, size: int) -> None:
    """Bold set in a face of the same widths changes no line."""
    mark = Mark(min(start, len(text)), min(start + size, len(text)), "style", "strong")
    plain, bold = shape(text, style), shape(text, style, (mark,))
    assert plain.widths == bold.widths and plain.breaks == bold.breaks and plain.gaps == bold.gaps
    ends = [[line.end for line in set_lines(shaped, (measure,))] for shaped in (plain, bold)]
    assert ends[0] == ends[1]


@quick
@given(TEXTS, STYLES, MEASURES, st.integers(-1, 1))
def test_looseness_gives_at_most_one_line(text: str, style: ParagraphStyle, measure: int, looseness: int) -> None:
    shaped = shape(text, style)
    count = len(set_lines(shaped, (measure,)))
    assert len(set_lines(shaped, (measure,), looseness=looseness)) in (count, count + looseness)


@quick
@given(TEXTS, STYLES, MEASURES, MEASURES)
def test_a_paragraph_goes_on_in_another_column(text: str, style: ParagraphStyle, first: int, second: int) -> None:
    shaped = shape(text, replace(style, breaker="greedy", last_line=0, align="justify"))
    lines = set_lines(shaped, (first,))
    if len(lines) > 1:
        rest = set_lines(shaped, (second,), start=lines[0].end)
        a = rest[0].start
        assert a == lines[0].end and rest[-1].end == len(shaped.chars)
        assert rest[0].along[0] - shaped.shifts[a] + shaped.starts[a] == style.inset + style.hang


@quick
@given(TEXTS, STYLES, MEASURES, st.integers(0, 45))
def test_an_edit_moves_no_line_before_it(text: str, style: ParagraphStyle, measure: int, at: int) -> None:
    """Line by line, a late correction leaves the lines above its own as they were."""
    style = replace(style, breaker="greedy", last_line=0, align="justify", spread_names=0, title_least=0)
    at = min(at, len(text))
    edited = text[:at] + "海" + text[at:]
    one, two = shape(text, style), shape(edited, style)
    before = [one.offsets[line.start] for line in set_lines(one, (measure,))]
    after = [two.offsets[line.start] for line in set_lines(two, (measure,))]
    above = [start for start in before if start < at][:-1]
    assert after[: len(above)] == above


@quick
@given(TEXTS, TEXTS, TEXTS, STYLES, MEASURES)
def test_a_lone_character_moves_the_last_lines_only(
    text: str, first: str, second: str, style: ParagraphStyle, measure: int
) -> None:
    """Where lone characters are mended, an edit moves no line above its own and above the last few."""
    style = replace(style, breaker="greedy", last_line=2, align="justify", spread_names=0, title_least=0)

    def above(tail: str) -> list[int]:
        shaped = shape(text + "春江潮水" + tail, style)
        lines = set_lines(shaped, (measure,))
        untouched = lines[: max(len(lines) - RUN, 0)]
        return [line.end for line in untouched if shaped.offsets[line.end - 1] < len(text)]

    for one, other in zip(above(first), above(second), strict=False):
        assert one == other


def test_nothing_has_no_lines() -> None:
    assert set_lines(shape("", ParagraphStyle("body", size=EM)), (EM,)) == ()
