"""A paragraph style, its character styles and a book of faces go in; which voice sets which character comes out."""

from collections import Counter
from collections.abc import Callable, Iterator

from layout.font import Book
from layout.font import Face as OpenFace
from layout.model.glyphs import Look
from layout.model.story import Mark
from layout.model.style import CharacterStyle, Face, ParagraphStyle, StyleSheet
from layout.model.units import Length, scaled
from layout.model.value import replace, value
from layout.shape.draft import Cast, Palette, Voice


@value(eq=False)
class _Layer:
    """What a paragraph style and the character styles over it come to; `over`: with one more on top, by its name."""

    han: Face
    latin: Face
    digits: Face
    size: Length
    rise: Length
    colour: str
    gap: Length | None
    over: "dict[str, _Layer]"


_Named = tuple[int, int, CharacterStyle]
"""(first character, end, style)"""


def _stretches(
    named: list[_Named], length: int, plain: _Layer, over: Callable[[_Layer, CharacterStyle], _Layer]
) -> Iterator[tuple[int, _Layer]]:
    """Where each stretch of characters under the same styles ends, and what those come to. `named`: in order; a style
    that ends before one over it leaves that one in its place."""
    edges = sorted({edge for start, end, _ in named for edge in (start, end) if 0 < edge < length} | {length})
    open_: list[_Named] = []
    layers = [plain]  # one more than open_: what lies under each of them, and all of them together
    coming, at = 0, 0
    ending = Counter(end for _, end, _ in named)
    for edge in edges:
        kept: list[_Named] = []
        before = len(open_)
        while open_ and open_[-1][1] <= at:
            open_.pop()
        if before - len(open_) < ending[at]:  # one that ends lies under one that goes on
            lowest = next((index for index, (_, end, _) in enumerate(open_) if end <= at), len(open_))
            kept = [item for item in open_[lowest:] if item[1] > at]
            del open_[lowest:]
        del layers[len(open_) + 1 :]
        while coming < len(named) and named[coming][0] <= at:
            kept += [named[coming]] if named[coming][1] > at else []
            coming += 1
        for item in kept:
            layers.append(over(layers[-1], item[2]))
            open_.append(item)
        yield edge, layers[-1]
        at = edge


class Casting:
    """Casts of one paragraph style."""

    def __init__(self, book: Book, sheet: StyleSheet, style: ParagraphStyle) -> None:
        self._book, self._sheet, self._style = book, sheet, style

    def base(self, palette: Palette) -> Cast:
        """Voices of the paragraph style itself."""
        return self._cast((), palette)

    def reading(self, palette: Palette) -> Cast:
        """Voices of readings beside the characters: by the character style `reading`, where the sheet has one."""
        found = self._sheet.character("reading")
        return self._cast((found,) if found else (), palette)

    def spans(self, marks: tuple[Mark, ...], length: int, palette: Palette, base: Cast) -> list[Cast] | None:
        """One cast a character; None where no mark changes anything. Marks may nest: the inner one comes on top."""
        named = [
            (mark.start, mark.end, found)
            for mark in marks
            if mark.kind == "style" and (found := self._sheet.character(mark.value)) is not None
        ]
        if not named:
            return None
        casts: list[Cast] = []
        named.sort(key=lambda row: (row[0], -row[1]))
        plain = self._plain()
        known = {id(plain): base}
        for end, layer in _stretches(named, length, plain, self._over):
            if id(layer) not in known:
                known[id(layer)] = self._cast_of(layer, palette)
            casts += [known[id(layer)]] * (end - len(casts))
        return casts

    def _cast(self, layers: tuple[CharacterStyle, ...], palette: Palette) -> Cast:
        made = self._plain()
        for style in layers:
            made = self._over(made, style)
        return self._cast_of(made, palette)

    def _plain(self) -> "_Layer":
        """What the paragraph style itself says."""
        style = self._style
        return _Layer(style.han, style.latin, style.digits or style.latin, style.size, 0, style.colour, None, {})

    def _over(self, under: "_Layer", style: CharacterStyle) -> "_Layer":
        """A character style on top of what lies under it; the same value each time it is asked for."""
        made = under.over.get(style.name)
        if made is None:
            em, han, latin, digits = self._style.size, under.han, under.latin, under.digits
            if style.han is not None:
                han = replace(han, font=style.han)
            if style.latin is not None:
                latin, digits = replace(latin, font=style.latin), replace(digits, font=style.latin)
            size, rise = scaled(under.size, style.size, 1000), under.rise + scaled(style.rise, em, 1000)
            gap = under.gap if style.han_latin is None else scaled(style.han_latin, em, 1000)
            made = _Layer(han, latin, digits, size, rise, style.colour or under.colour, gap, {})
            under.over[style.name] = made
        return made

    def _cast_of(self, layer: "_Layer", palette: Palette) -> Cast:
        faces = (layer.han, layer.latin, layer.digits)
        voices = [self._voice(face, layer.size, layer.rise, layer.colour, palette) for face in faces]
        return Cast(voices[0], voices[1], voices[2], bool(layer.rise), layer.gap)

    def _voice(self, face: Face, size: int, rise: int, colour: str, palette: Palette) -> Voice:
        own = scaled(size, face.size, 1000)
        lifted = rise + scaled(size, face.rise, 1000)
        look = palette.add(Look(face.font, own, colour, self._style.tint, lifted))
        return Voice(look, self._book.face(face.font), own, lifted)

    def other_face(self, voice: Voice, face: OpenFace, palette: Palette) -> Voice:
        """The same voice in the face that has the character."""
        look = palette.add(replace(palette.looks[voice.look], font=face.key))
        return replace(voice, look=look, face=face)

    def changed(self, voice: Voice, palette: Palette, rise: int, turned: bool = False, scale: int = 1000) -> Voice:
        """The same voice for vertical text: moved across the axis, turned or narrowed."""
        look = replace(palette.looks[voice.look], rise=rise, turned=turned, scale=scale)
        return replace(voice, look=palette.add(look), rise=rise)
