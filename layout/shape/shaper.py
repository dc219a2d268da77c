"""Paragraphs and a paragraph style go in, shaped paragraphs come out. Pure; tables are worked out once a style."""

import re

from layout.cjk.classes import MARKS, classify
from layout.cjk.flex import RIGID, code
from layout.cjk.upright import way
from layout.font import Book
from layout.model.glyphs import Decoration, ShapedParagraph
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, led
from layout.model.style import ParagraphStyle, Region, StyleSheet
from layout.model.units import Length, scaled
from layout.model.value import replace
from layout.shape.address import has_address, set_addresses
from layout.shape.beside import KINDS, decorations
from layout.shape.casting import Casting
from layout.shape.cells import Cells
from layout.shape.draft import Cast, Draft, Glyph, Palette, Voice, one_each, thin
from layout.shape.latin import Latin
from layout.shape.punctuation import Marks, set_marks
from layout.shape.reading import Readings
from layout.shape.variant import set_variants

_SPECIAL = re.compile("[^H]+")
_MARKS, _LATIN = MARKS + "mMtifF", "LDpuvPqGZjgS"
_RUNS = {letter: run for run in (_MARKS, _LATIN, "d", "e") for letter in run}
"""Class letter → all letters that are set in one run with it."""
_TITLE = re.compile("《([^《》]+)》")
_BEFORE_NUMBER = "ocsknwxIS"
"""Classes after which an enclosed number begins an item."""
_NAMES = re.compile(r"\S+(?:(?<=[A-Za-z.]) (?=[A-Za-z])\S+)*")
"""What stands between spaces: a name in a byline; a Latin name has spaces of its own."""
LETTERS_TO_A_HAN = 4
"""A paragraph with more letters than so many to each Han is of Western words: over two thirds of its length (ours)."""
LANGUAGES: dict[Region, str] = {
    "mainland": "zh-Hans",
    "taiwan": "zh-Hant",
    "hongkong": "zh-Hant-HK",
    "japan": "ja",
}
"""As fonts for several regions know them."""
_TWO_HAN = re.compile(r"[\u3400-\u9fff]{2}")


class Shaper:
    """Shapes paragraphs with the faces of a book and the styles of a sheet."""

    def __init__(self, book: Book, sheet: StyleSheet) -> None:
        self._book, self._sheet = book, sheet
        self._benches: dict[ParagraphStyle, Bench] = {}
        self._known: dict[int, tuple[ParagraphStyle, Bench]] = {}

    def shape(self, paragraph: Paragraph, style: ParagraphStyle) -> ShapedParagraph:
        """The paragraph's glyphs in its style. Raises FontMissing or FontUnreadable for the style's faces."""
        known = self._known.get(id(style))
        if known is None:  # a style is looked up by its forty fields once only
            bench = self._benches.get(style) or Bench(self._book, self._sheet, style)
            self._benches[style] = bench
            known = self._known[id(style)] = (style, bench)
        return known[1].shape(paragraph)


class Bench:
    """All that one paragraph style needs to shape."""

    def __init__(self, book: Book, sheet: StyleSheet, style: ParagraphStyle) -> None:
        self._book, self._style = book, style
        self._casting = Casting(book, sheet, style)
        self._marks = Marks(style)
        self._latin = Latin(book, self._casting, self._marks, style)
        self._palette = Palette()
        self._base = self._casting.base(self._palette)
        self._vertical = style.direction == "vertical"
        self._markers: dict[str, Length] = {}

    def shape(self, paragraph: Paragraph) -> ShapedParagraph:
        lead = self._style.lead_mark
        paragraph = _marked(paragraph, lead) if lead else paragraph
        text, base = paragraph.text, self._base
        palette = Palette(self._palette.looks[:])
        draft = Draft.of(text, classify(text), palette, base.han)
        casts = self._casting.spans(paragraph.marks, len(text), palette, base) if paragraph.marks else None
        voices = self._recast(draft, casts)
        voices = self._fill_in(draft, voices) if 0 in draft.gids else voices
        if self._vertical:
            self._stand(draft, voices)
        if "Z" in draft.letters:
            set_variants(draft, voices or [base.han] * len(text), self._vertical)
        self._set_specials(draft, casts, voices)
        if has_address(text):
            set_addresses(draft)
        self._keep_together(draft, paragraph, casts)
        if "《" in text and self._style.title_least:
            self._keep_titles(draft)
        if lead and text.startswith(lead):
            draft.breaks[len(lead) - 1] = 0
        if self._style.spread_names:
            self._spread_names(draft, len(lead))
        return self._finished(paragraph, draft)

    def _recast(self, draft: Draft, casts: "list[Cast] | None") -> "list[Voice] | None":
        """Han of other character styles: their face, size and look. One voice a character, None where all are alike."""
        if casts is None:
            return None
        voices = [cast.han for cast in casts]
        for i, voice in enumerate(voices):
            if voice is not self._base.han:
                draft.look[i], draft.widths[i] = voice.look, voice.size
                draft.gids[i] = voice.face.gids[draft.text[i]]
        return voices

    def _fill_in(self, draft: Draft, voices: "list[Voice] | None") -> "list[Voice] | None":
        """Characters their face lacks, from the first face of the fallback order that has them; others are missing."""
        for i, gid in enumerate(draft.gids):
            if gid or draft.letters[i] not in "HocsknwxmMtifFdeNryhIqP":
                continue
            voice = voices[i] if voices else self._base.han
            face = self._book.fallback(draft.text[i], voice.face.key)
            if face is None:
                draft.missing.append(i)
                continue
            voices = voices or [self._base.han] * len(draft.text)
            voices[i] = self._casting.other_face(voice, face, draft.palette)
            draft.look[i], draft.gids[i] = voices[i].look, face.gids[draft.text[i]]
        return voices

    def _stand(self, draft: Draft, voices: "list[Voice] | None") -> None:
        """Upright glyphs of a vertical line; what has none and does not stand by itself lies (UAX #50)."""
        own = voices or [self._base.han] * len(draft.text)
        for i, (voice, gid, letter) in enumerate(zip(own, draft.gids, draft.letters, strict=True)):
            if letter in _LATIN:
                continue
            form = voice.face.upright(gid)
            if form == gid and way(draft.text[i]) in ("turned", "form"):
                draft.look[i] = self._latin.lying(voice, draft).look
            draft.gids[i] = form

    def _set_specials(self, draft: Draft, casts: "list[Cast] | None", voices: "list[Voice] | None") -> None:
        """Everything that is not plain Han, in the order it stands (about a character in seven)."""
        base, marks = self._base, self._marks
        own = voices or [base.han] * len(draft.text)
        letters = draft.letters
        for stretch in _SPECIAL.finditer(letters):
            start, until = stretch.span()
            while start < until:
                letter, end = letters[start], start + 1
                if end < until and letters[end] in _RUNS.get(letter, ""):
                    end = _run_end(letters, start, until)
                if letter in _MARKS:
                    set_marks(draft, start, end, marks, own)
                elif letter in _LATIN:
                    self._latin.set_run(draft, start, end, casts, base)
                elif letter in "de":
                    self._set_two_em(draft, start, end, own[start])
                else:
                    self._set_rest(draft, start)
                start = end

    def _set_two_em(self, draft: Draft, start: int, end: int, voice: Voice) -> None:
        """Dashes and ellipses: two make one mark of two ems that never parts nor stretches (CL §6.1.2.1; GB 5.1.4)."""
        self._forbid(draft, start, end)
        if end - start == 1 and 0 < start < len(draft.text) - 1:
            between = draft.letters[start - 1] + draft.letters[end]
            if between in ("DD", "qD"):
                draft.breaks[start - 1] = 0  # 5—8: a range does not begin a line with its dash (GB/T 15835)
        for i in range(start, end - 1):
            draft.breaks[i], draft.flex[i] = 0, code(RIGID)
        for i in range(start, end - 1, 2):
            mark = draft.text[i : i + 2]
            gid = voice.face.two_em(mark, LANGUAGES[self._style.region])
            stands = voice.face.upright(gid) if gid and self._vertical else gid
            if gid and not (self._vertical and stands == gid):
                draft.edits.append((i, i + 2, (Glyph(mark, i, stands, 2 * voice.size),)))
        if draft.text[start] == "⸺":
            draft.widths[start] = 2 * voice.size

    def _set_rest(self, draft: Draft, i: int) -> None:
        """Iteration marks, small kana, hyphens, enclosed numbers, places to break; Han spaces go at a line's end."""
        if draft.letters[i] == "z":
            draft.edits.append((i, i + 1, ()))
            return
        if draft.letters[i] == "I" and i:
            draft.breaks[i - 1], draft.ends[i] = 0, draft.widths[i]
            return
        self._forbid(draft, i, i + 1)
        if (
            draft.letters[i] == "N"
            and self._style.level != "none"
            and (not i or draft.letters[i - 1] in _BEFORE_NUMBER)
        ):
            draft.breaks[i] = 0  # it numbers what follows; after a word it is a note's mark

    def _forbid(self, draft: Draft, start: int, end: int) -> None:
        if start and draft.letters[start] in self._marks.never_start:
            draft.breaks[start - 1] = 0
        if draft.letters[end - 1] in self._marks.never_end:
            draft.breaks[end - 1] = 0

    def _keep_together(self, draft: Draft, paragraph: Paragraph, casts: "list[Cast] | None") -> None:
        """Note marks, raised characters and a mark at a story's end stay with the one before (CL §6.1.2.3); breaks that
        were asked for."""
        raised = [i for i in range(1, len(draft.text)) if casts[i].raised] if casts else []
        raised += [
            mark.start
            for mark in paragraph.marks
            if (mark.kind == "note" or mark.value == "marker") and 0 < mark.start < len(draft.text)
        ]
        for i in raised:
            draft.breaks[i - 1], draft.flex[i - 1] = 0, draft.flex[i - 1] & ~3
        for mark in paragraph.marks:
            if mark.kind == "break" and 0 < mark.end <= len(draft.text):
                draft.breaks[mark.end - 1] = 3

    def _keep_titles(self, draft: Draft) -> None:
        """《说文》 stays whole; a longer title has so many characters on each line as the style wants."""
        for match in _TITLE.finditer(draft.text):
            first, last = match.span(1)
            least = self._style.title_least
            kept = last - first if last - first <= least + 1 else least
            for i in (*range(first, first + kept - 1), *range(last - kept, last - 1)):
                draft.breaks[i] = 0 if draft.breaks[i] != 3 else 3

    def _spread_names(self, draft: Draft, start: int) -> None:
        """袁　卫: a name of two characters takes the room of three, and never parts; a longer one does only where no
        other break is left."""
        room = (self._style.spread_names - 2) * self._style.size
        for match in _NAMES.finditer(draft.text, start):
            i = match.start()
            if _TWO_HAN.fullmatch(match[0]):
                draft.gaps[i], draft.breaks[i], draft.flex[i] = room, 0, code(RIGID)
                continue
            for at in range(i, match.end() - 1):
                if draft.breaks[at] in (1, 2):
                    draft.breaks[at] = 4

    def _finished(self, paragraph: Paragraph, draft: Draft) -> ShapedParagraph:
        punct, text = self._marks.punct, draft.text
        if punct.last_stop and draft.letters[-1:] == "s":
            draft.end_gives[-1] = draft.widths[-1] - scaled(500, self._base.han.size, 1000)
        edited = bool(draft.edits)
        chars, offsets = draft.applied() if edited else (one_each(text), list(range(len(text))))
        if self._style.tracking:
            self._track(draft)
        style = self._style
        if paragraph.marks or style.cells or style.speaker:
            style = Cells(paragraph, draft, offsets, style).set(self._width_of)
        beside: tuple[Decoration, ...] = ()
        if any(mark.kind in KINDS for mark in paragraph.marks):
            readings = Readings(style, self._casting.reading(draft.palette), self._latin.able)
            beside = decorations(paragraph, draft, offsets, readings)
        latin, looks = self._base.latin, draft.palette.looks
        hyphens = tuple(self._book.face(look.font).gids["-"] for look in looks) if 2 in draft.breaks else ()
        return ShapedParagraph(
            paragraph=paragraph,
            style=style,
            looks=tuple(looks),
            chars=tuple(chars),
            offsets=tuple(offsets),
            look=tuple(draft.look),
            gids=tuple(draft.gids),
            widths=tuple(draft.widths),
            shifts=thin(draft.shifts),
            gaps=thin(draft.gaps),
            flex=tuple(draft.flex),
            gives=thin(draft.gives),
            starts=thin(draft.starts),
            ends=thin(draft.ends),
            breaks=tuple(draft.breaks),
            decorations=beside,
            hyphens=hyphens,
            hyphen_width=scaled(latin.face.advances[latin.face.gids["-"]], latin.size, latin.face.upem),
            missing=tuple(sorted(draft.missing)),
            end_gives=thin(draft.end_gives),
            western=draft.letters.count("L") > LETTERS_TO_A_HAN * draft.letters.count("H"),
        )

    def _width_of(self, marker: str) -> Length:
        """How wide a list's marker is at the head of a line."""
        if marker not in self._markers:
            shaped = self.shape(Paragraph("", marker, Source("")))
            self._markers[marker] = sum(shaped.widths) + sum(shaped.gaps[:-1]) - sum(shaped.starts[:1])
        return self._markers[marker]

    def _track(self, draft: Draft) -> None:
        """Tracking goes after every character but inside units, where it would part them."""
        by = scaled(self._style.tracking, self._style.size, 1000)
        for i, flex in enumerate(draft.flex):
            if flex & 3:
                draft.gaps[i] += by


def _marked(paragraph: Paragraph, lead: str) -> Paragraph:
    """The paragraph with its style's mark before it, where it shows something and the mark is not typed already."""
    if not paragraph.text or paragraph.text.startswith(lead):
        return paragraph
    made = led(paragraph, lead)
    return replace(made, marks=(Mark(0, len(lead), "style", "marker"), *made.marks))


def _run_end(letters: str, start: int, until: int) -> int:
    """Where the run ends that begins at `start`."""
    run = _RUNS[letters[start]]
    return next((i for i in range(start + 2, until) if letters[i] not in run), until)
