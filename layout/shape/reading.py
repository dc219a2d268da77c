"""A reading and the characters it belongs to go in; it comes out shaped, and its characters with the room it asks for.

Pinyin is set in the Latin voice and lies on its side in vertical text; Han, kana and bopomofo readings stand.
"""

from collections.abc import Callable

from layout.model.glyphs import Decoration
from layout.model.style import BODY_ASCENT, ParagraphStyle
from layout.model.units import Length, scaled
from layout.model.value import replace, value
from layout.shape.draft import Cast, Draft, Voice

SIZE = 500
"""Per mille of the size of the text that marks beside it are drawn for (CL §5.5.4)."""
APART, WORDS_APART = 250, 500
"""Per mille of the text's size between two readings; between those of two words (CL §5.5.4)."""
OVERHANG = 250
"""Per mille of the text's size that a reading may stand over a neighbour which has none (ours; JL §3.3.8 allows as
much over kana)."""
FORCED = 3
"""Kind of break that was asked for."""
FIRST_CHINESE = "\u2e80"
Able = Callable[[Draft, str, Voice], Voice | None]
"""The voice in a face that has all of a text; None where none has."""


@value
class Readings:
    """How one paragraph style sets readings."""

    style: ParagraphStyle
    base: Cast
    able: Able

    def shaped(self, draft: Draft, text: str, first: int, last: int) -> Decoration:
        """The reading of glyphs first … last-1, at half the size of the text."""
        chinese = text[:1] >= FIRST_CHINESE
        voice = self.base.han if chinese else self.base.latin
        voice = self.able(draft, text, voice) or voice
        size = scaled(self.style.beside or voice.size, SIZE, 1000)
        vertical = self.style.direction == "vertical"
        run = voice.face.shape(text, script="hani" if chinese else "latn")
        gids = tuple(glyph.gid for glyph in run)
        advances = [scaled(glyph.advance, size, voice.face.upem) for glyph in run]
        look = replace(draft.palette.looks[voice.look], size=size, rise=0)
        if vertical and chinese:
            gids = tuple(map(voice.face.upright, gids))
        elif vertical:
            look = replace(look, rise=scaled(500 - BODY_ASCENT, size, 1000), turned=True)
        if chinese:
            advances = _spaced(advances, sum(draft.widths[first:last]))
        return Decoration("ruby", first, last, draft.palette.add(look), gids, tuple(advances), text)

    def make_room(self, draft: Draft, readings: list[Decoration]) -> None:
        """Where readings would meet, or stand too far over a neighbour, what they belong to is spaced (CL §5.5.6);
        characters with one reading in common part only where no other break is left."""
        readings = sorted(readings, key=lambda reading: reading.start)
        for index, reading in enumerate(readings):
            start, end = reading.start, reading.end
            for i in range(start, end - 1):
                if draft.breaks[i] in (1, 2):
                    draft.breaks[i] = 4
            before = readings[index - 1] if index else None
            after = readings[index + 1] if index + 1 < len(readings) else None
            over = self._over(draft, reading, before, start - 1) + self._over(draft, reading, after, end)
            wanted = sum(reading.advances) - over - sum(draft.widths[start:end]) - sum(draft.gaps[start : end - 1])
            if wanted > 0:
                _space(draft, start, end, wanted)

    def _over(self, draft: Draft, reading: Decoration, other: Decoration | None, beside: int) -> Length:
        """How far the reading may reach over glyph `beside`; negative where it keeps away from another reading."""
        size = self.style.beside or self.style.size
        edge = reading.end - 1 if beside >= reading.end else beside
        if not 0 <= beside < len(draft.gids) or draft.breaks[edge] == FORCED:
            return 0
        if other and other.start <= beside < other.end:
            words = max(reading.end - reading.start, other.end - other.start) > 1
            return -scaled(WORDS_APART if words else APART, size, 2000)
        return max(0, min(scaled(OVERHANG, size, 1000), (draft.widths[beside] - scaled(APART, size, 1000)) // 2))


def _spaced(advances: list[Length], room: Length) -> list[Length]:
    """A Chinese reading shorter than its characters is spaced over them, half as much at its ends (CL §5.5.6)."""
    spare = (room - sum(advances)) // max(1, len(advances))
    return [*(advance + max(0, spare) for advance in advances[:-1]), *advances[-1:]]


def _space(draft: Draft, start: int, end: int, by: Length) -> None:
    """So much more room for the glyphs: around each of them, or on either side where they are a word or a number."""
    share = by // (end - start)
    if all(draft.flex[i] & 3 for i in range(start, end - 1)):
        for i in range(start, end):
            draft.widths[i] += share
            draft.shifts[i] += share // 2
        return
    draft.widths[start] += by // 2
    draft.shifts[start] += by // 2
    draft.widths[end - 1] += by - by // 2
