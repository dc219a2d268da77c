"""Whatever is typed, whatever the style, whatever the measure: lines come out, say all, and stand in it or are told."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from layout import read
from layout.lines import complaints, set_lines
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import ParagraphStyle
from layout.model.value import replace
from layout.shape import Shaper
from tests.unit.lines.making import EM, SPANS, STYLES, book, marked, quick, shape

CREDITED = [
    "。\u3000何篙 摄",
    "。（陈石/摄）",
    "\u3000\u3000",
    "。\u3000",
    "，\u3000",
    "“\u3000",
    "——\u3000",
    "\u3000。",
    " \u3000 ",
]
PIECES = [
    *"春江潮水连海平上明月共潮生", *"，。、；：？！“”‘’（）《》「」·／", *CREDITED, "——", "……", "？！", "！！！", "①",
    "（一）", "2026", "3.5%", "iPhone", "A", "the door", "internationalisation", "x" * 40, "ab-cd",
    "www.example.org/a/b",
    " ", "\u200b", "é", "\u0301", "🙂", "\u202e", "㍿",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)
STEP = EM // 20
MEASURES = st.lists(st.integers(20, 600).map(lambda steps: steps * STEP), min_size=1, max_size=4).map(tuple)
BEHIND = 3 * EM // 10
"""What is seen may end so far off the edge where a typed space, which is not, ends the line: the space takes its share
of what was drawn together, in a measure of one or two em a good part of it."""
ROOT = Path(__file__).parents[3]


def seen(char: str) -> bool:
    return bool(char.strip(" \u3000\u200b"))


def reach(shaped: ShapedParagraph, line: Line) -> int:
    """Where the last glyph that is seen ends, its own blank left out, from the places of the glyphs alone."""
    last = max((i for i in range(line.start, line.end) if seen(shaped.chars[i])), default=line.start)
    hyphen = shaped.hyphen_width if line.hyphen >= 0 else 0
    return line.along[last - line.start] - shaped.shifts[last] + shaped.widths[last] - shaped.ends[last] + hyphen


@settings(quick, max_examples=250)
@given(TEXTS, STYLES, MEASURES, SPANS, st.integers(-1, 1))
def test_lines_come_out_whole(
    text: str, style: ParagraphStyle, measures: tuple[int, ...], spans: list[tuple[int, int, str]], looseness: int
) -> None:
    shaped = shape(text, style, marked(text, spans))
    lines = set_lines(shaped, measures, looseness=looseness)
    assert [line.start for line in lines] == [0, *[line.end for line in lines[:-1]]][: len(lines)]
    assert all(line.end > line.start for line in lines)
    said = "".join("".join(shaped.chars[line.start : line.end]) for line in lines)
    assert "".join(filter(seen, said)) == "".join(filter(seen, text))
    if len(lines) > 1:
        rest = set_lines(shaped, measures, start=lines[0].end)
        assert rest[0].start == lines[0].end and rest[-1].end == len(shaped.chars)


@settings(quick, max_examples=200)
@given(TEXTS, STYLES, MEASURES, SPANS)
def test_a_line_stands_in_its_measure_or_is_told(
    text: str, style: ParagraphStyle, measures: tuple[int, ...], spans: list[tuple[int, int, str]]
) -> None:
    shaped = shape(text, replace(style, tracking=max(style.tracking, 0)), marked(text, spans))
    lines = set_lines(shaped, measures)
    told = {dict(item.values)["text"] for item in complaints(shaped, lines) if item.code == "LINES-OVERFULL"}
    for number, line in enumerate(lines):
        if "".join(shaped.chars[line.start : line.end]) in told:
            continue
        edge = measures[min(number, len(measures) - 1)] - style.inset
        hangs = max(shaped.end_gives[line.start : line.end], default=0)
        behind = 0 if seen(shaped.chars[line.end - 1]) else BEHIND
        assert reach(shaped, line) <= edge + hangs + behind


def test_a_caption_with_a_credit_in_every_measure_of_a_column() -> None:
    """The caption's own style and fonts, from 6 em to 16 em in steps of 0.05 em."""
    _, sheet, _ = read.load_styles(ROOT / "styles")
    assert sheet
    shaper, style = Shaper(book("fonts"), sheet), sheet.paragraph("caption")
    for text in ("水位尺旁第一班船靠岸。\u3000何篙 摄", "渡口。\u3000陈石", "栈桥上的灯亮了，“再等等”。\u3000陈石 摄"):
        shaped = shaper.shape(Paragraph("caption", text, Source("x")), style)
        for steps in range(120, 320):
            lines = set_lines(shaped, (steps * style.size // 20,))
            assert lines[-1].end == len(shaped.chars)


def test_what_is_seen_reaches_the_edge_where_a_typed_space_ends_the_line() -> None:
    """The space takes no share of what is added: else the column's edge would be ragged there."""
    style = ParagraphStyle("body", size=EM, align="justify")
    shaped = shape("春江潮水连海平\u3000上明月共潮生春江", style)
    first = set_lines(shaped, (7 * EM + EM // 2,))[0]
    assert shaped.chars[first.end - 1] == "\u3000"
    assert reach(shaped, first) == 7 * EM + EM // 2
