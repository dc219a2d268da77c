"""Generated paragraphs for the properties of line setting: texts, marks, styles of every kind."""

from functools import cache
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from layout.font import Book, open_book
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.style import (
    Align,
    Breaker,
    CharacterStyle,
    Direction,
    Level,
    MarkWidth,
    ParagraphStyle,
    Punct,
    Region,
    StyleSheet,
)
from layout.shape import Shaper

EM = 1_000_000
SHEET = StyleSheet(
    (),
    (
        CharacterStyle("strong", han="serif-black"),
        CharacterStyle("kai", han="kai-regular"),
        CharacterStyle("sup", size=600, rise=350),
        CharacterStyle("small", size=800),
        CharacterStyle("code", han_latin=0),
    ),
)
PIECES = [
    *"春江潮水连海平上明月共潮生一二三",
    *"，。、；：？！“”‘’（）《》「」『』【】·・／/～–々",
    "——", "……", "…………", "？！", "！！！", "《说文》", "《春江花月夜》", "①", "（一）",
    "2026", "3.5%", "12", "5 km", "±5", "¥5,999", "120㎡", "℃", "1—4", "5-8", "345\u2009000",
    "iPhone", "A", "GDP", "typography", "the door", "km/h", "don’t", "“hi”", "A+", "3.0",
    "www.example.org/a/b", " ", "　", "\u200b", "ab-cd",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=45).map("".join)
STYLES = st.builds(
    ParagraphStyle,
    name=st.just("body"),
    size=st.just(EM),
    align=st.sampled_from(get_args(Align)),
    punct=st.sampled_from(get_args(Punct)),
    level=st.sampled_from(get_args(Level)),
    region=st.sampled_from(get_args(Region)),
    direction=st.sampled_from(get_args(Direction)),
    hanging=st.sampled_from(["off", "allow", "force"]),
    breaker=st.sampled_from(get_args(Breaker)),
    bracket_at_indent=st.sampled_from(["indent", "half", "flush"]),
    indent=st.sampled_from([0, 2 * EM]),
    hang=st.sampled_from([0, EM]),
    inset=st.sampled_from([0, EM // 2]),
    last_line=st.sampled_from([0, 2]),
    han_latin=st.sampled_from([0, 125, 250]),
    digit_width=st.sampled_from([0, 500]),
    tracking=st.sampled_from([0, 0, 50, -30]),
    hyphenate=st.sampled_from(["", "en_US"]),
    title_least=st.sampled_from([0, 2]),
    spread_names=st.sampled_from([0, 0, 3]),
    vertical_digits=st.sampled_from([0, 2, 4]),
    mark_widths=st.sampled_from([(), (), (MarkWidth("：，", 1000), MarkWidth("。", 0, 1000, 750))]),
)
MEASURES = st.integers(6 * EM, 24 * EM)
SPANS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(["strong", "kai", "sup", "small", "code", "break", "dot", "note"]),
    ),
    max_size=3,
)
quick = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@cache
def book(folder: str = "tests/fonts") -> Book:
    return open_book(Path(__file__).parents[3] / folder / "fonts.toml")


@cache
def shaper(folder: str = "tests/fonts") -> Shaper:
    return Shaper(book(folder), SHEET)


def shape(
    text: str, style: ParagraphStyle, marks: tuple[Mark, ...] = (), folder: str = "tests/fonts"
) -> ShapedParagraph:
    return shaper(folder).shape(Paragraph("body", text, Source("x"), marks), style)


def marked(text: str, spans: list[tuple[int, int, str]]) -> tuple[Mark, ...]:
    """Marks within the text: styles, breaks, dots and notes."""
    found = []
    for start, size, kind in spans:
        a, b = min(start, len(text)), min(start + size, len(text))
        style = kind in ("strong", "kai", "sup", "small", "code")
        found.append(Mark(a, b, "style" if style else kind, kind if style else ""))
    return tuple(found)


def width(shaped: ShapedParagraph, line: Line) -> int:
    """Set width, worked out from the columns themselves."""
    a, b = line.start, line.end
    hyphen = shaped.hyphen_width if line.hyphen >= 0 else 0
    return sum(shaped.widths[a:b]) + sum(shaped.gaps[a : b - 1]) - shaped.starts[a] - shaped.ends[b - 1] + hyphen


def offset(shaped: ShapedParagraph, line: Line) -> int:
    """From the slot's start to the line's, as the style says."""
    style = shaped.style
    if line.start:
        return style.inset + style.hang
    opens = shaped.chars[0] in tuple("“‘（《「『【")
    by = {"indent": 0, "half": style.size // 2, "flush": -(style.size // 2)}[style.bracket_at_indent] if opens else 0
    return style.inset + max(style.indent + by, 0)
