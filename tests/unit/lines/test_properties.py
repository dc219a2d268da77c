"""Whatever the text and the measure: nothing barred at an edge, no unit parted, lines exact, gaps within limits."""

from functools import cache
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.cjk.classes import classify
from layout.cjk.kinsoku import never_end, never_start
from layout.font import open_book
from layout.lines import complaints, set_lines
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.style import CharacterStyle, Level, ParagraphStyle, Punct, StyleSheet
from layout.model.value import replace
from layout.shape import Shaper

EM = 1_000_000
SHEET = StyleSheet((), (CharacterStyle("strong", han="serif-black"), CharacterStyle("sup", size=600, rise=350)))
PIECES = st.sampled_from(
    [
        *"春江潮水连海平上明月共",
        *"，。、；：？！“”‘’（）《》·／～",
        "——",
        "……",
        "？！",
        "2026",
        "3.5%",
        "iPhone",
        "A",
        " ",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
STYLES = st.builds(
    ParagraphStyle,
    name=st.just("body"),
    size=st.just(EM),
    punct=st.sampled_from(get_args(Punct)),
    level=st.sampled_from(get_args(Level)),
    hanging=st.sampled_from(["off", "allow", "force"]),
    bracket_at_indent=st.sampled_from(["indent", "half", "flush"]),
    breaker=st.sampled_from(["total", "greedy"]),
    region=st.sampled_from(["mainland", "taiwan", "japan"]),
    direction=st.sampled_from(["horizontal", "vertical"]),
    indent=st.sampled_from([0, 2 * EM]),
    last_line=st.sampled_from([0, 2]),
)
MEASURES = st.integers(6 * EM, 24 * EM)
quick = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def shaper() -> Shaper:
    return Shaper(open_book(Path(__file__).parents[2] / "fonts" / "fonts.toml"), SHEET)


def shape(text: str, style: ParagraphStyle, marks: tuple[Mark, ...] = ()) -> ShapedParagraph:
    return shaper().shape(Paragraph("body", text, Source("x"), marks), style)


def width(shaped: ShapedParagraph, line: Line) -> int:
    """Set width, worked out from the columns themselves."""
    a, b = line.start, line.end
    return sum(shaped.widths[a:b]) + sum(shaped.gaps[a : b - 1]) - shaped.starts[a] - shaped.ends[b - 1]


@quick
@given(TEXTS, STYLES, MEASURES)
def test_lines_are_what_they_say(text: str, style: ParagraphStyle, measure: int) -> None:
    style = replace(style, hanging="off", bracket_at_indent="indent")
    shaped = shape(text, style)
    lines = set_lines(shaped, (measure,))
    assert "".join(shaped.chars).replace(" ", "") == text.replace(" ", "")
    assert [line.start for line in lines] == [0, *[line.end for line in lines[:-1]]][: len(lines)]
    assert not lines or lines[-1].end == len(shaped.chars)
    overfull = [item for item in complaints(shaped, lines) if item.code == "LINES-OVERFULL"]
    for line in lines:
        assert line.natural == width(shaped, line)
        assert list(line.along) == sorted(line.along) or style.direction == "vertical" or line.adjust < 0
        room = measure - (style.indent if line.start == 0 else 0)
        places = sum(1 for flex in shaped.flex[line.start : line.end - 1] if flex & 3)
        if not line.last and places and not overfull:
            assert line.natural + line.adjust == room


@quick
@given(TEXTS, STYLES, MEASURES)
def test_no_barred_edge_and_no_parted_unit(text: str, style: ParagraphStyle, measure: int) -> None:
    shaped = shape(text, style)
    letters = classify(text)
    for line in set_lines(shaped, (measure,))[1:]:
        at, before = shaped.offsets[line.start], shaped.offsets[line.start - 1]
        allowed = shaped.breaks[line.start - 1]
        assert allowed, text
        if allowed != 4:
            assert letters[at] not in never_start(style.level)
            assert letters[before] not in never_end(style.level)
        pair = text[at - 1 : at + 1]
        assert pair not in ("——", "……", "？！")
        assert not pair.isascii() or not (pair.isdigit() and len(pair) == 2)


@quick
@given(TEXTS, STYLES, MEASURES)
def test_blanks_are_never_overdrawn(text: str, style: ParagraphStyle, measure: int) -> None:
    """A squeezed line takes no more between two glyphs than the marks there can give, and its tracking."""
    shaped = shape(text, style)
    for line in set_lines(shaped, (measure,)):
        for i in range(line.start, line.end - 1):
            k = i - line.start
            room = line.along[k + 1] - shaped.shifts[i + 1] - (line.along[k] - shaped.shifts[i])
            least = shaped.widths[i] + shaped.gaps[i] - shaped.gives[i] - shaped.gives[i + 1] - shaped.gaps[i]
            assert room >= least - EM // 10


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
    shaped = shape(text, replace(style, breaker="greedy", last_line=0))
    lines = set_lines(shaped, (first,))
    if len(lines) > 1:
        rest = set_lines(shaped, (second,), start=lines[0].end)
        assert rest[0].start == lines[0].end and rest[-1].end == len(shaped.chars)
        assert rest[0].along[0] < EM


def test_nothing_has_no_lines() -> None:
    assert set_lines(shape("", ParagraphStyle("body", size=EM)), (EM,)) == ()
