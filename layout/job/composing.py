"""Fonts and styles go in; shaping and line setting for the flow come out, timed, each paragraph done once."""

from layout import lines
from layout.font import Book
from layout.job.clock import Clock
from layout.job.faces import holes, lacking
from layout.model.finding import Finding
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.story import Paragraph
from layout.model.style import Direction, ParagraphStyle, StyleSheet
from layout.model.units import Length
from layout.model.value import replace
from layout.shape import Shaper


class Composer:
    """What flow calls to have paragraphs shaped and set. Results are kept for the length of one build."""

    def __init__(self, book: Book, sheet: StyleSheet, clock: Clock) -> None:
        self._book, self._shaper, self._clock = book, Shaper(book, sheet), clock
        self._styles = {style.name: style for style in sheet.paragraphs}
        self._shaped: dict[tuple[int, str, Direction], tuple[Paragraph, ShapedParagraph]] = {}
        self._lines: dict[tuple[int, tuple[Length, ...], int, int, int], tuple[Line, ...]] = {}

    def shape(self, paragraph: Paragraph, style: str, direction: Direction) -> ShapedParagraph:
        """The paragraph in that style, running in that direction. Paragraphs are told apart as objects, which are kept
        alive here as long as their results."""
        key = (id(paragraph), style, direction)
        kept = self._shaped.get(key)
        if kept is None:
            with self._clock.stage("shape"):
                kept = self._shaped[key] = (paragraph, self._shaper.shape(paragraph, self._style(style, direction)))
        return kept[1]

    def _style(self, name: str, direction: Direction) -> ParagraphStyle:
        """The style as its frame's direction wants it; one object for each, since the shaper keeps tables by style."""
        style = self._styles[name]
        if style.direction == direction:
            return style
        key = f"{name}\0{direction}"
        if key not in self._styles:
            self._styles[key] = replace(style, direction=direction)
        return self._styles[key]

    def set_lines(
        self, shaped: ShapedParagraph, measures: tuple[Length, ...], looseness: int, start: int, tracked: int = 0
    ) -> tuple[Line, ...]:
        """The paragraph's lines in slots of these measures."""
        key = (id(shaped), measures, looseness, start, tracked)
        kept = self._lines.get(key)
        if kept is None:
            with self._clock.stage("lines"):
                known = self._lines.get((id(shaped), measures, 0, start, 0), ())
                kept = lines.set_lines(
                    shaped, measures, looseness=looseness, tracking=tracked, start=start, otherwise=known
                )
                self._lines[key] = kept
        return kept

    def missing(self) -> tuple[Finding, ...]:
        """Findings for the characters that no font has, and for those that a font of the house's own lacks."""
        every = ((shaped.paragraph, shaped.missing) for _, shaped in self._shaped.values() if shaped.missing)
        return (*lacking(every), *holes(self._book))
