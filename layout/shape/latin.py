"""Runs of Western words, numbers and spaces go in; glyphs, gaps to the Han around them and places to break come out."""

import re
import unicodedata
from collections.abc import Iterator

from layout.cjk.flex import GAP, HAN, RIGID, SPACE, SPACE_BLANK, SPACE_FLOOR, code
from layout.cjk.marks import HALF
from layout.cjk.upright import way
from layout.font import Book
from layout.font import Face as OpenFace
from layout.model.style import BODY_ASCENT, ParagraphStyle
from layout.model.units import Length, scaled
from layout.model.value import value
from layout.shape import hyphen
from layout.shape.casting import Casting
from layout.shape.draft import Cast, Draft, Glyph, Voice
from layout.shape.punctuation import Marks

HAN_LIKE = "HryN"
"""Classes that have a gap to Latin; marks have none (CL §6.3.3)."""
TURNED_RISE = 500 - BODY_ASCENT
"""Per mille of the size from the axis of a vertical line to the baseline of turned text: its em box is centred."""
PERCENT = 750
"""Per mille of the em that % takes after a number; measured on a printed magazine (600-800 fit its lines)."""
QUOTES = frozenset("‘’“”")
"""Han faces give these an em by default (Noto SC: 1000 units); among letters they are proportional (CY/T 154 §5)."""
_IN_ONE_CELL = re.compile(r"\d\.\d|[A-Z]\d|\d[A-Z]|[A-Z][+-]", re.ASCII)
"""Besides short numbers: 3.0, B1, 5G, A+ (CL §2.1.3)."""
UNITS = frozenset(
    {"km", "m", "cm", "mm", "μm", "nm", "kg", "g", "mg", "t", "L", "mL", "ml", "ha", "kW", "MW", "GW", "kWh", "V", "A"}
    | {"Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB", "TB", "K", "s", "h", "min"}
)
"""Unit symbols that are not parted from the number before them (JL §3.2; SI brochure 5.4.3)."""

SOFT_HYPHEN = "\u00ad"
_FIXED = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u202f"
"""Spaces of a fixed width."""
_WORD = re.compile("[^SG]+")
_THOUSANDS, _GROUP = re.compile(r"(?<![\d.,])\d{1,3} $"), re.compile(r"\d{3}(?!\d)")
"""What stands before the space of 345 000, and what behind it."""
_BEFORE_GROUP = 5
"""Characters that are looked at before it: three digits, the space, and what no digit may be."""
_PIECE = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*)|(?<=\d)(?P<percent>%)|[^\d][^\d%]*|.")
_HUMP = 3
"""Fewest letters before and after a capital in mid-word where the word may be divided (ours)."""
_LETTERS = re.compile(r"[^\W\d_]+")


@value
class Piece:
    """Shaped text of one voice: glyph id, index of its first character, width and offset along the line."""

    glyphs: tuple[tuple[int, int, Length, Length], ...]


class Latin:
    """What a paragraph style does with Western text. Shaped pieces are remembered by text, face and size."""

    def __init__(self, book: Book, casting: Casting, marks: Marks, style: ParagraphStyle) -> None:
        self._book, self._casting, self._marks, self.style = book, casting, marks, style
        self._pieces: dict[tuple[str, str, Length, Length], Piece] = {}
        self._whole: set[tuple[str, str]] = set()
        self._gap = scaled(style.han_latin, style.size, 1000)

    def set_run(self, draft: Draft, start: int, end: int, casts: "list[Cast] | None", base: Cast) -> None:
        """Characters start … end-1: words, numbers and spaces. Typed spaces next to Chinese text are taken out."""
        letters = draft.letters
        first, last = start, end
        while first < end and letters[first] == "S":
            first += 1
        if first == end and start and end < len(letters) and letters[start - 1] + letters[end] == "HH":
            self._set_space(draft, start, casts, base)
            _drop(draft, start + 1, end)
            return
        while last > first and letters[last - 1] == "S":
            last -= 1
        _drop(draft, start, first)
        _drop(draft, last, end)
        if start < first and start:
            draft.breaks[first - 1] = draft.breaks[start - 1]
        if first == last:
            return
        upright = self._set_words(draft, first, last, casts, base)
        self._forbid(draft, start, first, last, end)
        if not upright:
            self._set_gaps(draft, (start, first, last, end), casts)

    def _set_words(self, draft: Draft, first: int, last: int, casts: "list[Cast] | None", base: Cast) -> bool:
        """Words and the spaces between them; True where the run is one group that stands upright."""
        words = [(first + m.start(), first + m.end()) for m in _WORD.finditer(draft.letters[first:last])]
        for start, end in words:
            draft.flex[start : end - 1] = [code(RIGID)] * (end - 1 - start)
            self._set_breaks(draft, start, end)
            upright = self._set_word(draft, start, end, casts, base, len(words) == 1)
        for i in range(first, last):
            if draft.letters[i] == "S" and draft.letters[i - 1 : i] == "S":
                _drop(draft, i, i + 1)
            elif draft.letters[i] in "SG":
                self._set_space(draft, i, casts, base)
        for (_, before), (start, end) in zip(words, words[1:], strict=False):
            if draft.letters[start] in self._marks.never_start or draft.letters[before - 1] in self._marks.never_end:
                draft.breaks[start - 1] = 0
            unit = draft.letters[start] == "q" or UNITS.issuperset(draft.text[start:end].split("/"))
            if (
                draft.text[before - 1].isdigit()
                and unit
                or _GROUP.match(draft.text, start)
                and _THOUSANDS.search(draft.text[max(first, start - _BEFORE_GROUP) : start])
            ):
                self._fix_space(draft, start - 1)
        return len(words) == 1 and upright

    def _forbid(self, draft: Draft, start: int, first: int, last: int, end: int) -> None:
        """The run's own edges: a closing point may not start a line, an opening bracket not end one."""
        if draft.letters[first] in self._marks.never_start and start:
            draft.breaks[start - 1] = draft.breaks[first - 1] = 0
        if draft.letters[start] == "Z" and start:  # it belongs to the character before
            draft.breaks[start - 1], draft.flex[start - 1] = 0, draft.flex[start - 1] & ~3
        if draft.letters[last - 1] in self._marks.never_end:
            draft.breaks[last - 1] = draft.breaks[end - 1] = 0

    def _set_gaps(self, draft: Draft, edges: tuple[int, int, int, int], casts: "list[Cast] | None") -> None:
        """Han–Latin gaps at both ends of the run (CL §6.3.3); none beside raised figures and signs."""
        start, first, last, end = edges
        letters = draft.letters
        if start and letters[start - 1] in HAN_LIKE and letters[first] in "LD":
            self._set_gap(draft, start - 1, casts, first)
        if letters[first:last].rstrip("Z")[-1:] in ("L", "D") and end < len(letters) and letters[end] in HAN_LIKE:
            self._set_gap(draft, last - 1, casts, end)

    def _set_gap(self, draft: Draft, i: int, casts: "list[Cast] | None", after: int) -> None:
        """The gap behind character i, before character `after`: the narrower one where two styles of type meet."""
        gap = self._gap
        if casts:
            if casts[after].raised:
                return
            gap = min([gap, *(cast.gap for cast in (casts[i], casts[after]) if cast.gap is not None)])
        draft.gaps[i] = gap
        draft.flex[i] = code(GAP if gap else HAN, draft.flex[i] >> 2)

    def _set_space(self, draft: Draft, i: int, casts: "list[Cast] | None", base: Cast) -> None:
        """A word space: a glyph that may be narrowed, stretched, and that vanishes at a line's end (JL cl-26)."""
        voice = self.lying((casts[i] if casts else base).latin, draft)
        if draft.text[i] in "\u2060\ufeff":
            _drop(draft, i, i + 1)
            draft.breaks[max(i - 1, 0) : i + 1] = [0] * (i + 1 - max(i - 1, 0))
            return
        gid = voice.face.gids[draft.text[i]] or voice.face.gids[" "]
        width = scaled(voice.face.advances[gid], voice.size, voice.face.upem)
        draft.look[i], draft.gids[i], draft.widths[i] = voice.look, gid, width
        if draft.text[i] in _FIXED:
            draft.flex[max(i - 1, 0) : i + 1] = [code(RIGID)] * (i + 1 - max(i - 1, 0))
            draft.breaks[max(i - 1, 0) : i + 1] = [0] * (i + 1 - max(i - 1, 0))
            return
        draft.gives[i] = max(width - scaled(SPACE_FLOOR, voice.size, 1000), 0)
        draft.flex[i] = code(SPACE, SPACE_BLANK)
        draft.ends[i] = width
        draft.breaks[i] = 1 if draft.letters[i] == "S" else 0
        if i:
            draft.breaks[i - 1] = 0
            draft.flex[i - 1] &= ~3

    def _fix_space(self, draft: Draft, i: int) -> None:
        """Between a number and its unit, or its thousands: a quarter of an em that neither yields nor parts (JL §3.2;
        GB/T 15835 5.1.1)."""
        draft.widths[i] = scaled(SPACE_FLOOR, self.style.size, 1000)
        draft.breaks[i] = draft.gives[i] = draft.ends[i] = 0
        draft.flex[i] = code(RIGID)

    def _set_breaks(self, draft: Draft, start: int, end: int) -> None:
        """Inside a word: at hyphenation points, after + and after a hyphen between letters; after a solidus where the
        level lets one end a line."""
        letters, text = draft.letters, draft.text[start:end]
        for i in range(start, end - 1):
            numeric = letters[i] in "Dv" and letters[i + 1] in "DvqP" or letters[i] in "PjDq" or letters[i + 1] in "qD"
            draft.breaks[i] = 0 if numeric or letters[i + 1] in "vZg" or letters[i] in "ug" else 4
            if letters[i] == "j" and (draft.text[i] == "+" or letters[i - 1 : i] + letters[i + 1] == "LL"):
                draft.breaks[i] = 1 if letters[i + 1] not in "jv" else 0
            if draft.text[i] == "/" and letters[i] == "p" and "f" not in self._marks.never_end:
                draft.breaks[i] = 1
            if draft.text[i] == SOFT_HYPHEN:
                draft.breaks[i] = 2
        for part in _LETTERS.finditer(text):
            self._divide(draft, part.group(), start + part.start())

    def _divide(self, draft: Draft, word: str, start: int) -> None:
        """A word at its hyphenation points; one with capitals inside (getElementsByName) before those, without a
        hyphen, which would be read as a part of it (ours; as CMOS 17.11 has it for addresses)."""
        inside = range(0) if word[1:].islower() else range(_HUMP, len(word) - _HUMP + 1)
        humps = [at for at in inside if word[at - 1].islower() and word[at].isupper()]
        for point in humps:
            draft.breaks[start + point - 1] = 5
        if self.style.hyphenate and not humps:
            for point in hyphen.points(word, self.style.hyphenate):
                draft.breaks[start + point - 1] = 2

    def _set_word(
        self, draft: Draft, start: int, end: int, casts: "list[Cast] | None", base: Cast, alone: bool
    ) -> bool:
        """Glyphs of one word, piece by piece; True where it stands upright in a vertical line."""
        vertical = self.style.direction == "vertical"
        if vertical and alone and self._set_upright(draft, start, end, casts[start] if casts else base):
            return True
        for piece in _PIECE.finditer(draft.text, start, end):
            at = piece.start()
            while at < piece.end():
                stop = piece.end()
                cast = casts[at] if casts else base
                if casts is not None:
                    stop = next((k for k in range(at, stop) if casts[k] is not cast), stop)
                if vertical and way(draft.text[at]) == "stands":
                    self._set_standing(draft, at, cast.han)
                    at += 1
                    continue
                if vertical:
                    stop = next((k for k in range(at, stop) if way(draft.text[k]) == "stands"), stop)
                voice = cast.digits if piece["digits"] else cast.latin
                cell = cast.han.size if piece["digits"] else 0
                voice = self.lying(voice, draft)
                if piece["percent"] and self.style.digit_width:
                    self._set_percent(draft, at, voice, cast.han.size)
                else:
                    self._set_piece(draft, at, stop, voice, cell)
                at = stop
        return False

    def lying(self, voice: Voice, draft: Draft) -> Voice:
        """In vertical text, the voice on its side."""
        if self.style.direction != "vertical":
            return voice
        rise = voice.rise + scaled(TURNED_RISE, voice.size, 1000)
        return self._casting.changed(voice, draft.palette, rise, turned=True)

    def _set_upright(self, draft: Draft, start: int, end: int, cast: Cast) -> bool:
        """One letter, or a short number, in a cell of one em; an acronym a letter a cell (CL §2.1.3)."""
        text, size = draft.text[start:end], cast.han.size
        if self._acronym(text):
            for i in range(start, end):
                self._set_upright(draft, i, i + 1, cast)
            draft.breaks[start : end - 1] = [0] * (end - start - 1)
            draft.flex[start : end - 1] = [0] * (end - start - 1)
            return True
        signs = next((at for at, char in enumerate(text) if way(char) == "stands"), 0)
        if signs and self._in_one_cell(text[:signs]) and all(way(char) == "stands" for char in text[signs:]):
            self._set_upright(draft, start, start + signs, cast)
            for i in range(start + signs, end):
                self._set_standing(draft, i, cast.han)
                draft.breaks[i - 1], draft.flex[i - 1] = 0, code(RIGID)
            return True
        stands = len(text) == 1 and (text.isalnum() or way(text) in ("alone", "stands"))
        if not stands and not self._in_one_cell(text):
            return False
        voice = self.able(draft, text, cast.digits if text[0].isdigit() else cast.latin)
        if voice is None:
            return False
        piece = self._piece(text, voice, size if text[0].isdigit() and text[-1].isdigit() else 0)
        room = sum(glyph[2] for glyph in piece.glyphs)
        scale = min(1000, size * 1000 // room) if room else 1000
        across = -room * scale // 2000
        for i, (gid, _, width, _) in zip(range(start, end), piece.glyphs, strict=False):
            rise = voice.rise + across + width * scale // 2000
            across += width * scale // 1000
            draft.look[i] = self._casting.changed(voice, draft.palette, rise, scale=scale).look
            draft.gids[i] = gid
            draft.widths[i], draft.shifts[i] = (size, 0) if i == start else (0, -size)
            if i + 1 < end:
                draft.breaks[i] = 0
        draft.flex[end - 1] = code(HAN)
        return True

    def _in_one_cell(self, text: str) -> bool:
        """Figures and letters side by side, narrowed where they need more than one em (纵中横)."""
        most = self.style.vertical_digits
        return text.isdigit() and len(text) <= most or most > 1 and _IN_ONE_CELL.fullmatch(text) is not None

    def _acronym(self, text: str) -> bool:
        """Capitals that stand one below the other: GDP, but not Latin words, nor long rows of capitals."""
        return 1 < len(text) <= self.style.vertical_acronyms and text.isascii() and text.isalpha() and text.isupper()

    def _set_piece(self, draft: Draft, start: int, end: int, voice: Voice, em: Length) -> None:
        """Characters start … end-1 in one voice, or in the faces that have those which it lacks."""
        text = draft.text[start:end]
        able = self.able(draft, text, voice)
        if able is None and end - start > 1:
            for i in range(start, end):
                self._set_piece(draft, i, i + 1, voice, em)
            return
        if able is None:
            draft.missing.append(start)
        voice = able or voice
        piece = self._piece(text, voice, em)
        draft.look[start:end] = [voice.look] * (end - start)
        if [glyph[1] for glyph in piece.glyphs] == list(range(end - start)):
            for i, (gid, _, width, shift) in enumerate(piece.glyphs, start):
                draft.gids[i], draft.widths[i], draft.shifts[i] = gid, width, shift
            return
        for first, last, glyphs in _clusters(piece, text):
            carried = (text[first:last], *("",) * (len(glyphs) - 1))
            made = (Glyph(c, start + first, g[0], g[2], g[3]) for c, g in zip(carried, glyphs, strict=True))
            draft.edits.append((start + first, start + last, tuple(made)))

    def able(self, draft: Draft, text: str, voice: Voice) -> Voice | None:
        """The voice in its own face, or in the first that has what it lacks; None where none has all of the text."""
        key = (text, voice.face.key)
        if key in self._whole:
            return voice
        lacking = [char for char in text if not voice.face.gids[char] and not _unseen(char)]
        if not lacking:
            self._whole.add(key)
            return voice
        other = self._book.fallback(lacking[0], voice.face.key)
        if other is None or not all(map(other.gids.__getitem__, text)):
            return None
        return self._casting.other_face(voice, other, draft.palette)

    def _set_standing(self, draft: Draft, i: int, voice: Voice) -> None:
        """A sign upright in a cell of one em, in a vertical line."""
        able = self.able(draft, draft.text[i], voice)
        if able is None:
            draft.missing.append(i)
        voice = able or voice
        draft.look[i], draft.widths[i], draft.shifts[i] = voice.look, voice.size, 0
        draft.gids[i] = voice.face.upright(voice.face.gids[draft.text[i]])

    def _set_percent(self, draft: Draft, i: int, voice: Voice, em: Length) -> None:
        """A per cent sign takes three quarters of an em where digits take half of one; a wider glyph is narrowed."""
        gid = voice.face.gids[draft.text[i]]
        cell, width = scaled(PERCENT, em, 1000), scaled(voice.face.advances[gid], voice.size, voice.face.upem)
        if width > cell:
            turned = draft.palette.looks[voice.look].turned
            voice = self._casting.changed(voice, draft.palette, voice.rise, turned, cell * 1000 // width)
        draft.look[i], draft.gids[i], draft.widths[i] = voice.look, gid, cell
        draft.shifts[i] = max(cell - width, 0) // 2

    def _piece(self, text: str, voice: Voice, em: Length) -> Piece:
        """Shaped text; `em` is the Han's, for a number whose digits have cells, else 0."""
        key = (text, voice.face.key, voice.size, em)
        if key not in self._pieces:
            cell = scaled(self.style.digit_width, em, 1000)
            self._pieces[key] = _celled(text, voice, cell) if cell else _shaped(text, voice)
        return self._pieces[key]


def _unseen(char: str) -> bool:
    """Joiners and variation selectors show nothing themselves: a face without them lacks nothing."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selector or char == "\u034f" or unicodedata.category(char) == "Cf"


def _drop(draft: Draft, start: int, end: int) -> None:
    """Typed spaces that the gap replaces."""
    if start < end:
        draft.edits.append((start, end, ()))


def _clusters(piece: Piece, text: str) -> Iterator[tuple[int, int, tuple[tuple[int, int, Length, Length], ...]]]:
    """Characters first … last-1 and the glyphs that stand for them: a ligature has several characters, a letter with an
    accent may have several glyphs. Between two clusters the word may part."""
    starts = sorted({glyph[1] for glyph in piece.glyphs})
    for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
        yield first, last, tuple(glyph for glyph in piece.glyphs if glyph[1] == first)


def _shaped(text: str, voice: Voice) -> Piece:
    """With the face's own kerning and ligatures; quotation marks as narrow as the face has them for letters."""
    face, size = voice.face, voice.size
    features = ("pwid",) if not QUOTES.isdisjoint(text) else ()
    return Piece(
        tuple(
            (g.gid, g.cluster, scaled(g.advance, size, face.upem), scaled(g.dx, size, face.upem))
            for g in face.shape(text, features=features)
        )
    )


def _celled(text: str, voice: Voice, width: Length) -> Piece:
    """Digits each centred in a cell, point and comma in half a cell: ½ em and ¼ em of the Han (二分、四分)."""
    face: OpenFace = voice.face
    glyphs = []
    for index, glyph in enumerate(face.shape(text, features=("hwid",))):
        char = text[index]
        gid = glyph.gid if char.isdigit() else face.gids[char]
        cell = width if char.isdigit() else scaled(HALF, width, 1000)
        glyphs.append((gid, index, cell, (cell - scaled(face.advances[gid], voice.size, face.upem)) // 2))
    return Piece(tuple(glyphs))
