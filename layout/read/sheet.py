"""styles/text.toml goes in, the StyleSheet comes out: every paragraph and character style, extensions worked out."""

import re
from typing import Literal, get_args

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.style import (
    Align,
    Breaker,
    CharacterStyle,
    Direction,
    Face,
    House,
    Level,
    MarkWidth,
    NamedFont,
    ParagraphStyle,
    Punct,
    Region,
    StyleSheet,
)
from layout.model.units import PT, Length
from layout.model.value import fresh, replace, value
from layout.read.layers import Inherited, Layers, inherited
from layout.read.table import Ems, Table, unknown

KEYS = ("paragraph", "character")
MARK_WIDTH = ("line", "end", "least")
FACE = ("font", "size", "rise")
CHARACTER = ("han", "latin", "size", "rise", "colour", "han-latin")
PARAGRAPH = (
    "extends",
    "han",
    "latin",
    "digits",
    "size",
    "smaller",
    "leading",
    "align",
    "direction",
    "colour",
    "tint",
    "outline",
    "outline-colour",
    "shadow",
    "shadow-colour",
    "beside",
    "indent",
    "hang",
    "inset",
    "tracking",
    "before",
    "after",
    "at-top",
    "rows",
    "cut-in",
    "keep-next",
    "keep-previous",
    "orphans",
    "widows",
    "region",
    "level",
    "punct",
    "bracket-at-indent",
    "hanging",
    "breaker",
    "last-line",
    "han-latin",
    "hyphenate",
    "stretch-cap",
    "justify-latin",
    "track-limit",
    "lead-mark",
    "spread-names",
    "cells",
    "speaker",
    "digit-width",
    "vertical-acronyms",
    "vertical-digits",
    "vertical-quotes",
    "mark-widths",
    "title-least",
)
NEEDED = (
    *("body", "subhead", "subhead-bullet", "subhead3", "quote", "item", "note", "caption", "credit", "running-head"),
    *("series", "kicker", "title", "deck", "standfirst", "byline", "office", "label", "folio", "ornament", "tail"),
    *("box", "box-title", "box-subhead", "box-item", "keypoint", "figure-number", "figure-text", "bio", "pull-quote"),
    *("jump-to", "jump-from"),
    *("table-caption", "table-head", "table-cell", "barcode", "spine"),
    *("contents-section", "contents-series", "contents-folio", "contents-title", "contents-deck", "contents-author"),
)
"""Paragraph styles that a manuscript or a page can ask for without naming them, so every sheet has them."""
LIKE = {
    "lead": "body",
    "initial": "title",
    "pull-quote-by": "pull-quote",
    "filler": "body",
    "filler-head": "subhead",
    "filler-title": "label",
}
"""Paragraph styles that a sheet may leave out, and the ones they are then like."""
NEEDED_CHARACTERS = ("strong", "kai", "sup", "sub", "note-mark", "marker", "credit")

ALIGNS: tuple[Align, ...] = get_args(Align)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
LEVELS: tuple[Level, ...] = get_args(Level)
PUNCTS: tuple[Punct, ...] = get_args(Punct)
BREAKERS: tuple[Breaker, ...] = get_args(Breaker)
TOPS: tuple[Literal["drop", "keep", "full"], ...] = ("drop", "keep", "full")
REGIONS: tuple[Region, ...] = get_args(Region)

_COUNT = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")
_MOST_CELLS = 40
_RING_SHOWN = 12
"""So many of the styles that extend one another in a ring are named in the finding."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?")


def sheet(layers: Layers, house: House | None, findings: list[Finding]) -> StyleSheet:
    """Every style; wrong values leave findings and the default. Without a house, row lengths and inks go unchecked."""
    styles = layers.table("paragraph")
    reader = _Reader(styles, house, findings, names=dict.fromkeys(styles.names()))
    paragraphs = tuple(reader.paragraph(name) for name in reader.names)
    named = {style.name: style for style in paragraphs}
    paragraphs += tuple(
        replace(named[like], name=name) for name, like in LIKE.items() if name not in named and like in named
    )
    words = layers.table("character")
    characters = tuple(reader.character(name, words.table(name, CHARACTER)) for name in words.names())
    for table, needed in ((styles, NEEDED), (words, NEEDED_CHARACTERS)):
        for name in needed:
            if name not in table.names():
                table.tables[-1].need(name, "{ … }")
    return StyleSheet(paragraphs, characters, tuple(reader.fonts.values()))


@value
class _Reader:
    styles: Layers
    house: House | None
    findings: list[Finding]
    fonts: dict[Place, NamedFont] = fresh(factory=dict)
    """the fonts that styles name, by the place of the name: styles that inherit one do not name it again"""
    names: dict[str, None] = fresh(factory=dict)
    known: dict[str, Inherited] = fresh(factory=dict)
    """what has been made of a style and all it extends"""

    def chain(self, name: str) -> Inherited:
        """What a style says with all it extends. Each style is gone through once, however many extend it."""
        path: dict[str, Layers] = {}
        base = name
        while base and base not in self.known and base not in path:
            path[base] = self.styles.table(base, PARAGRAPH)
            base = self._parent(path[base])
        if base in path:
            self._cut([*path][[*path].index(base) :])
            return self.chain(name)
        under = self.known.get(base)
        for style, own in reversed(path.items()):
            under = self.known[style] = inherited(own, under)
        return self.known[name]

    def _parent(self, own: Layers) -> str:
        """The style that these tables extend; "" where there is none of that name."""
        base = own.of("extends")
        parent = base.text("extends", example='"body"')
        if parent and parent not in self.names:
            self.findings.append(unknown("READ-STYLE", base.value_place("extends"), parent, [*self.names]))
            return ""
        return parent

    def _cut(self, ring: list[str]) -> None:
        """Styles that extend one another in a ring: it is told, and cut, at the one that comes first by name."""
        first = min(ring)
        at = ring.index(first)
        chain = [*ring[at:], *ring[:at], first]
        shown = chain if len(chain) <= _RING_SHOWN else [*chain[: _RING_SHOWN - 2], "…", first]
        own = self.styles.table(first, PARAGRAPH)
        place = own.of("extends").value_place("extends")
        self.findings.append(finding("READ-EXTENDS", place, name=first, chain=" → ".join(shown)))
        self.known[first] = inherited(own, None)

    def _smaller(self, layers: Layers | Inherited) -> str:
        """The style that text takes which has no room in this one; there must be one of that name. Not inherited: it
        would have the alignment and colour of the style that is extended."""
        base = layers.of("smaller")
        name = base.text("smaller", example='"title-close"')
        if name and name not in self.names:
            self.findings.append(unknown("READ-STYLE", base.value_place("smaller"), name, [*self.names]))
            return ""
        return name

    def paragraph(self, name: str) -> ParagraphStyle:
        """The style called `name`; lengths in em are of its own size, also where the key is inherited."""
        layers, plain = self.chain(name), ParagraphStyle(name)
        row = self.house.row if self.house else PT
        body = self.house.body if self.house else plain.size
        size = self._size(layers, plain.size, Ems(body, row))
        ems = Ems(size, row)

        def span(key: str) -> Length:
            return layers.of(key).span(key, 0, ems, '"2em"')

        def count(key: str, fallback: int = 0, high: int = 100) -> int:
            return layers.of(key).whole(key, fallback, 0, high)

        han = self._face(name, layers, "han", plain.han) or plain.han
        style = ParagraphStyle(
            name=name,
            han=han,
            latin=self._face(name, layers, "latin", han) or han,
            digits=self._face(name, layers, "digits", None),
            size=size,
            smaller=self._smaller(self.styles.table(name, PARAGRAPH)),
            leading=span("leading"),
            align=layers.of("align").choice("align", ALIGNS, plain.align),
            direction=layers.of("direction").choice("direction", DIRECTIONS, plain.direction),
            colour=self._ink(layers) or plain.colour,
            tint=layers.of("tint").share("tint", plain.tint, 0, 1000),
            outline=self._edge(layers, "outline", ems),
            shadow=self._edge(layers, "shadow", ems),
            shadow_colour=self._ink(layers, "shadow-colour") or plain.shadow_colour,
            outline_colour=self._ink(layers, "outline-colour") or plain.outline_colour,
            beside=span("beside"),
            indent=span("indent"),
            hang=span("hang"),
            inset=span("inset"),
            tracking=layers.of("tracking").share("tracking", plain.tracking, -500, 3000),
            before=count("before"),
            after=count("after"),
            at_top=layers.of("at-top").choice("at-top", TOPS, plain.at_top),
            rows=count("rows"),
            cut_in=count("cut-in", high=9),
            keep_next=count("keep-next"),
            keep_previous=count("keep-previous"),
            orphans=count("orphans", plain.orphans),
            widows=count("widows", plain.widows),
        )
        return self._rules(layers, style)

    def _rules(self, layers: Layers | Inherited, plain: ParagraphStyle) -> ParagraphStyle:
        """`plain` with the keys that say how its lines are composed."""
        region = self.house.region if self.house else plain.region
        edges: tuple[Literal["indent", "half", "flush"], ...] = ("indent", "half", "flush")
        hangs: tuple[Literal["off", "allow", "force"], ...] = ("off", "allow", "force")
        quotes: tuple[Literal["corner", "keep"], ...] = ("corner", "keep")
        return replace(
            plain,
            region=layers.of("region").choice("region", REGIONS, region),
            level=layers.of("level").choice("level", LEVELS, plain.level),
            punct=layers.of("punct").choice("punct", PUNCTS, plain.punct),
            bracket_at_indent=layers.of("bracket-at-indent").choice("bracket-at-indent", edges, "indent"),
            hanging=layers.of("hanging").choice("hanging", hangs, plain.hanging),
            breaker=layers.of("breaker").choice("breaker", BREAKERS, plain.breaker),
            last_line=layers.of("last-line").whole("last-line", plain.last_line, 0, 100),
            han_latin=layers.of("han-latin").share("han-latin", plain.han_latin, 0, 1000),
            hyphenate=_language(layers.of("hyphenate")),
            stretch_cap=layers.of("stretch-cap").share("stretch-cap", plain.stretch_cap, 0, 2000),
            justify_latin=layers.of("justify-latin").whole("justify-latin", plain.justify_latin, 0, 200),
            track_limit=layers.of("track-limit").share("track-limit", plain.track_limit, 0, 500),
            lead_mark=layers.of("lead-mark").text("lead-mark", example='"■"').strip(),
            spread_names=layers.of("spread-names").whole("spread-names", 0, 0, 6),
            cells=_cells(layers.of("cells")),
            speaker=layers.of("speaker").whole("speaker", 0, 0, 9),
            digit_width=layers.of("digit-width").share("digit-width", plain.digit_width, 0, 1000),
            vertical_acronyms=layers.of("vertical-acronyms").whole("vertical-acronyms", plain.vertical_acronyms, 0, 9),
            vertical_digits=layers.of("vertical-digits").whole("vertical-digits", plain.vertical_digits, 0, 4),
            vertical_quotes=layers.of("vertical-quotes").choice("vertical-quotes", quotes, plain.vertical_quotes),
            mark_widths=_mark_widths(layers.of("mark-widths")),
            title_least=layers.of("title-least").whole("title-least", plain.title_least, 0, 10),
        )

    def character(self, name: str, layers: Layers | Inherited) -> CharacterStyle:
        gap = layers.of("han-latin")
        return CharacterStyle(
            name=name,
            han=self._font(name, layers, "han"),
            latin=self._font(name, layers, "latin"),
            size=layers.of("size").share("size", 1000, 100, 5000),
            rise=layers.of("rise").share("rise", 0, -2000, 2000),
            colour=self._ink(layers),
            han_latin=gap.share("han-latin", 0, 0, 1000) if gap.has("han-latin") else None,
        )

    def _size(self, layers: Layers | Inherited, fallback: Length, ems: Ems) -> Length:
        table = layers.of("size")
        size = table.length("size", fallback, ems, '"10.5pt"')
        if size >= PT:
            return size
        table.bad("size", table.values.get("size"), '"10.5pt"')
        return fallback

    def _edge(self, layers: Layers | Inherited, key: str, ems: Ems) -> Length:
        """Up to a quarter of the size; the edges of neighbouring strokes have long met by then."""
        table = layers.of(key)
        width = table.length(key, 0, ems, '"0.6pt"')
        if 0 <= width <= ems.em // 4:
            return width
        table.bad(key, table.values.get(key), '"0.6pt"')
        return 0

    def _named(self, style: str, table: Table, key: str) -> str:
        """The font that a key names, kept with its place; empty where it names none."""
        font = table.text(key, example='"kai-regular"')
        if font:
            place = table.value_place(key)
            self.fonts.setdefault(place, NamedFont(style, font, place))
        return font

    def _font(self, style: str, layers: Layers | Inherited, key: str) -> str | None:
        return self._named(style, layers.of(key), key) or None

    def _face(self, style: str, layers: Layers | Inherited, key: str, fallback: Face | None) -> Face | None:
        """A font key alone, or { font, size, rise }."""
        table = layers.of(key)
        value = table.values.get(key)
        if value is None:
            return fallback
        if isinstance(value, str) and value:
            return Face(self._named(style, table, key))
        if not isinstance(value, dict):
            table.wrong(key, '"serif-regular"')
            return fallback
        inner = table.table(key, FACE)
        if not inner.need("font", '"serif-regular"'):
            return fallback
        font = self._named(style, inner, "font")
        if not font:
            table.wrong(key, '"serif-regular"')
            return fallback
        return Face(font, inner.share("size", 1000, 100, 3000), inner.share("rise", 0, -1000, 1000))

    def _ink(self, layers: Layers | Inherited, key: str = "colour") -> str | None:
        """The name of an ink, or None."""
        table = layers.of(key)
        name = table.text(key, example='"ink"')
        if not name or self.house is None or name in self.house.ink_names:
            return name or None
        self.findings.append(unknown("READ-INK", table.value_place(key), name, self.house.ink_names))
        return None


def _mark_widths(table: Table) -> tuple[MarkWidth, ...]:
    """{ "：；" = "100%", "。" = { end = "100%" } }: marks and the share of an em each of them takes."""
    outer, found = table.table("mark-widths"), []
    for marks in sorted(outer.values):
        if isinstance(outer.values[marks], dict):
            own = outer.table(marks, MARK_WIDTH)
            line, end, least = (own.share(key, 0, 500, 1000) for key in MARK_WIDTH)
            found.append(MarkWidth(marks, line, end, least))
        else:
            found.append(MarkWidth(marks, outer.share(marks, 0, 500, 1000)))
    return tuple(found)


def _cells(table: Table) -> tuple[tuple[int, int, int], ...]:
    """7, for every shorter line, or { "2" = 6, "3-6" = 7 }: characters of a line, and the ems it is spread over."""
    if not isinstance(table.values.get("cells"), dict):
        cells = table.whole("cells", 0, 0, _MOST_CELLS)
        return ((2, cells, cells),) if cells else ()
    inner, found = table.table("cells"), []
    for key in inner.values:
        match = _COUNT.fullmatch(key)
        if match is None:
            table.wrong("cells", '{ "2" = 6, "3-6" = 7 }')
            return ()
        found.append((int(match[1]), int(match[2] or match[1]), inner.whole(key, 0, 1, _MOST_CELLS)))
    return tuple(found)


def _language(table: Table) -> str:
    value = table.text("hyphenate", example='"en_US"')
    if value and _LANGUAGE.fullmatch(value) is None:
        table.bad("hyphenate", value, '"en_US"')
        return ""
    return value
