"""Samples of the specimen go in; cards come out: rule, name, every setting in a box of its measure, what to look at.

Samples are set by shape and lines like any text of an issue; here it is only decided where they stand.
"""

from layout import lines
from layout.model.glyphs import ShapedParagraph
from layout.model.page import PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.specimen import Sample, Setting
from layout.model.story import Mark, Paragraph
from layout.model.style import BODY_ASCENT, HAIRLINE, CharacterStyle, Face, ParagraphStyle, StyleSheet
from layout.model.units import MM, PT, Length, scaled
from layout.model.value import replace, value
from layout.shape import Shaper

EDGE = "indigo"
"""Ink of edges, ticks and cells, so that nobody takes them for what is set."""
EDGE_TINT, CELL_TINT = 900, 250
TICK = PT * 3 // 2
LARGE = 20 * PT
"""From this size on the cells of the em grid are drawn, not only ticks."""
APART = 5 * MM
"""Between two settings of a sample."""
LEAST = 20 * MM
"""Room of a setting whose box is narrower, for the words over it."""

HEI, HEI_BOLD = Face("sans-regular"), Face("sans-bold")
WORDS = ParagraphStyle("card", han=HEI, latin=HEI, align="left", breaker="greedy", han_latin=0, digit_width=0)
NUMBER = replace(WORDS, name="card-number", han=HEI_BOLD, latin=HEI_BOLD, size=8 * PT, leading=12 * PT)
NAME = replace(NUMBER, name="card-name", size=9 * PT, leading=13 * PT)
KEYS = replace(WORDS, name="card-keys", size=13 * PT // 2, leading=17 * PT // 2, colour="grey")
ENGLISH = replace(KEYS, name="card-english", hyphenate="en_US")
SHOWN = replace(WORDS, name="card-shown", size=7 * PT, leading=10 * PT)
LOOK = replace(WORDS, name="card-look", size=15 * PT // 2, leading=11 * PT)
CHARACTERS = (CharacterStyle("card-accent", colour="accent"),)


@value(eq=False)
class Piece:
    """Something set, measured from its own top left corner."""

    width: Length
    height: Length
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[PlacedRule, ...] = ()

    def at(self, x: Length, y: Length) -> "Piece":
        """The same further to the right and down."""
        return Piece(
            self.width + x,
            self.height + y,
            tuple(replace(line, x=line.x + x, y=line.y + y) for line in self.lines),
            tuple(replace(rule, x=rule.x + x, y=rule.y + y, x2=rule.x2 + x, y2=rule.y2 + y) for rule in self.rules),
        )


def together(pieces: list[Piece]) -> Piece:
    """Pieces that already stand where they should, as one."""
    return Piece(
        max((piece.width for piece in pieces), default=0),
        max((piece.height for piece in pieces), default=0),
        tuple(line for piece in pieces for line in piece.lines),
        tuple(rule for piece in pieces for rule in piece.rules),
    )


def below(pieces: list[Piece], gap: Length = 0) -> Piece:
    """One under the other."""
    y, placed = 0, []
    for piece in pieces:
        placed.append(piece.at(0, y))
        y += piece.height + gap
    return together(placed)


class Setter:
    """Sets samples and the words around them."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self.missing: list[tuple[Paragraph, int]] = []

    def text(self, text: str, style: ParagraphStyle, width: Length, marks: tuple[Mark, ...] = ()) -> Piece:
        """Words around the samples; nothing for no text."""
        if not text:
            return Piece(0, 0)
        shaped = self._shaped(Paragraph(style.name, text, Source("specimen"), marks), style)
        return self._rows(shaped, width)

    def sample(self, setting: Setting) -> Piece:
        """The text in its box of hairlines: as long as the measure, as deep as its lines."""
        shaped = self._shaped(setting.paragraph, setting.style)
        if setting.style.direction == "vertical":
            return self._vertical(shaped, setting.measure)
        rows = self._rows(shaped, setting.measure)
        return replace(rows, rules=_edges(setting, rows.height))

    def _shaped(self, paragraph: Paragraph, style: ParagraphStyle) -> ShapedParagraph:
        shaped = self._shaper.shape(paragraph, style)
        self.missing += [(paragraph, offset) for offset in shaped.missing]
        return shaped

    def _rows(self, shaped: ShapedParagraph, width: Length) -> Piece:
        style = shaped.style
        first = (style.leading - style.size) // 2 + scaled(style.size, BODY_ASCENT, 1000)
        done = lines.set_lines(shaped, (width,))
        placed = tuple(PlacedLine(shaped, line, 0, first + k * style.leading) for k, line in enumerate(done))
        return Piece(width, style.leading * len(done), placed)

    def _vertical(self, shaped: ShapedParagraph, measure: Length) -> Piece:
        leading = shaped.style.leading
        done = lines.set_lines(shaped, (measure,))
        width = leading * len(done)
        placed = tuple(
            PlacedLine(shaped, line, width - leading // 2 - k * leading, 0, 0, "vertical")
            for k, line in enumerate(done)
        )
        size = shaped.style.size
        rules = [_rule(0, y, width, y, EDGE_TINT) for y in (0, measure)]
        for n in range(1, -(-measure // size)):
            start, tint = (0, CELL_TINT) if size >= LARGE else (width - TICK, EDGE_TINT)
            rules.append(_rule(start, n * size, width, n * size, tint))
        return Piece(width, measure, placed, tuple(rules))


def _edges(setting: Setting, height: Length) -> tuple[PlacedRule, ...]:
    """The two ends of the measure, and where each em of it ends."""
    size = setting.style.size
    rules = [_rule(x, 0, x, height, EDGE_TINT) for x in (0, setting.measure)]
    for n in range(1, -(-setting.measure // size)):
        foot, tint = (height, CELL_TINT) if size >= LARGE else (TICK, EDGE_TINT)
        rules.append(_rule(n * size, 0, n * size, foot, tint))
    return tuple(rules)


def _rule(x: Length, y: Length, x2: Length, y2: Length, tint: int, ink: str = EDGE) -> PlacedRule:
    return PlacedRule(x, y, x2, y2, HAIRLINE, ink, tint)


def card(setter: Setter, sample: Sample, columns: tuple[Length, ...]) -> tuple[Piece, int]:
    """The sample's card, and how many columns it takes: as few as its settings need to stand side by side.
    `columns`: widths of one column, two columns, …"""
    boxes = [setter.sample(setting) for setting in sample.settings]
    wanted = sum(max(box.width, LEAST) for box in boxes[:-1]) + boxes[-1].width + APART * (len(boxes) - 1)
    span = next((n for n, width in enumerate(columns, 1) if wanted <= width), len(columns))
    width = columns[span - 1]
    parts = [
        _head(setter, sample, width),
        Piece(0, PT * 3),
        _settings(setter, sample, boxes, width),
        Piece(0, PT * 3),
        setter.text(sample.look, LOOK, width),
        setter.text(sample.see, ENGLISH, width),
    ]
    return below(parts), span


def _head(setter: Setter, sample: Sample, width: Length) -> Piece:
    """Numbers in colour, the name behind them, the English name below; a hairline above all."""
    numbers = "　".join(sample.rules)
    text = f"{numbers}　{sample.name}"
    named = setter.text(text, NAME, width, (Mark(0, len(numbers), "style", "card-accent"),))
    line = Piece(width, 3 * PT, (), (_rule(0, 0, width, 0, 1000, "ink"),))
    return below([line, named, setter.text(sample.english, ENGLISH, width)])


def _settings(setter: Setter, sample: Sample, boxes: list[Piece], width: Length) -> Piece:
    """The settings from left to right, in as many rows as the width asks for, each under what it is called."""
    rows: list[list[tuple[Length, Piece, Piece]]] = [[]]
    x = 0
    for setting, box in zip(sample.settings, boxes, strict=True):
        room = max(box.width, LEAST)
        if rows[-1] and x + box.width > width:
            rows.append([])
            x = 0
        shown = _shown(setter, setting, width if len(boxes) == 1 else min(room, width - x))
        rows[-1].append((x, shown, box))
        x += room + APART
    return below([_level(row) for row in rows], PT * 4)


def _level(row: list[tuple[Length, Piece, Piece]]) -> Piece:
    """A row of settings: their boxes begin at one height, whatever is said over them."""
    top = max(shown.height for _, shown, _ in row)
    top += PT * 2 if top else 0
    return together([piece for x, shown, box in row for piece in (shown.at(x, 0), box.at(x, top))])


def _shown(setter: Setter, setting: Setting, width: Length) -> Piece:
    """What the setting is called, and below it the keys that make it."""
    return below([setter.text(setting.show, SHOWN, width), setter.text(setting.keys, KEYS, width)])


def with_card_styles(sheet: StyleSheet) -> StyleSheet:
    """The style sheet with the characters that cards use."""
    return replace(sheet, characters=(*sheet.characters, *CHARACTERS))
