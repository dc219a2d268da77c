"""A paragraph style, its character styles and a book of faces go in; which voice sets which character comes out."""

from layout.font import Book
from layout.font import Face as OpenFace
from layout.model.glyphs import Look
from layout.model.story import Mark
from layout.model.style import CharacterStyle, Face, ParagraphStyle, StyleSheet
from layout.model.units import scaled
from layout.model.value import replace
from layout.shape.draft import Cast, Palette, Voice


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
        layers: list[tuple[CharacterStyle, ...]] = [()] * length
        for start, end, found in sorted(named, key=lambda row: (row[0], -row[1])):
            for i in range(start, min(end, length)):
                layers[i] = (*layers[i], found)
        known: dict[tuple[CharacterStyle, ...], Cast] = {(): base}
        for layer in layers:
            if layer not in known:
                known[layer] = self._cast(layer, palette)
        return [known[layer] for layer in layers]

    def _cast(self, layers: tuple[CharacterStyle, ...], palette: Palette) -> Cast:
        style = self._style
        han, latin, digits = style.han, style.latin, style.digits or style.latin
        size, rise, colour = style.size, 0, style.colour
        gap: int | None = None
        for layer in layers:
            if layer.han is not None:
                han = replace(han, font=layer.han)
            if layer.latin is not None:
                latin, digits = replace(latin, font=layer.latin), replace(digits, font=layer.latin)
            rise += scaled(layer.rise, style.size, 1000)
            size = scaled(size, layer.size, 1000)
            colour = layer.colour or colour
            gap = gap if layer.han_latin is None else scaled(layer.han_latin, style.size, 1000)
        voices = [self._voice(face, size, rise, colour, palette) for face in (han, latin, digits)]
        return Cast(voices[0], voices[1], voices[2], bool(rise), gap)

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
