"""A paragraph's marks go in; dots, lines and readings beside the glyphs come out, with the glyphs they belong to."""

from bisect import bisect_left
from collections.abc import Callable

from layout.model.glyphs import Decoration
from layout.model.story import Mark, Paragraph
from layout.model.units import scaled
from layout.model.value import replace
from layout.shape.draft import Cast, Draft, Voice

RUBY_SIZE = 500
"""Per mille of the text's size (CL §5.5.4)."""
_NO_DOT = "ocsknwxmdetifhpuvSIGzZ"
"""Classes that carry no emphasis dot (CL §5.3.1)."""
Able = Callable[[Draft, str, Voice], Voice | None]
"""The voice in a face that has all of a text; None where there is none."""
_KINDS = ("dot", "name", "book", "ruby")


def decorations(
    paragraph: Paragraph, draft: Draft, offsets: list[int], base: Cast, able: Able
) -> tuple[Decoration, ...]:
    """In the order of the marks; `offsets` says which character each glyph begins with."""
    found: list[Decoration] = []
    for mark in paragraph.marks:
        if mark.kind not in _KINDS or mark.start >= mark.end or (mark.kind == "ruby" and not mark.value):
            continue
        for part in _parts(draft, mark):
            first, last = bisect_left(offsets, part.start), bisect_left(offsets, part.end)
            if first < last:
                if part.kind == "ruby":
                    voice = base.han if part.value[:1] > "\u2e80" else base.latin
                    fit = able(draft, part.value, voice) or voice
                    found.append(_ruby(draft, part, (first, last), fit, "hani" if voice is base.han else "latn"))
                else:
                    found.append(Decoration(part.kind, first, last))
    return tuple(found)


def _parts(draft: Draft, mark: Mark) -> list[Mark]:
    """Dots, without punctuation; a reading of as many syllables as characters one by one (bù tóu), any other as a word
    over the whole (bùtóu; CL §5.5.4)."""
    if mark.kind == "dot":
        return [replace(mark, start=start, end=end) for start, end in _dotted(draft, mark)]
    syllables = mark.value.split() if mark.kind == "ruby" else []
    if len(syllables) > 1 and len(syllables) == mark.end - mark.start:
        at = range(mark.start, mark.end)
        return [Mark(i, i + 1, "ruby", syllable) for i, syllable in zip(at, syllables, strict=True)]
    return [mark]


def _dotted(draft: Draft, mark: Mark) -> list[tuple[int, int]]:
    """Stretches of the mark that are not punctuation."""
    found: list[tuple[int, int]] = []
    for i in range(mark.start, min(mark.end, len(draft.text))):
        if draft.letters[i] in _NO_DOT:
            continue
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _ruby(draft: Draft, mark: Mark, over: tuple[int, int], voice: Voice, script: str) -> Decoration:
    """The reading, shaped at half the size: Han voice where it is Chinese, Latin voice where it is pinyin."""
    reading = mark.value
    size = scaled(voice.size, RUBY_SIZE, 1000)
    look = draft.palette.add(replace(draft.palette.looks[voice.look], size=size, rise=0))
    run = voice.face.shape(reading, script=script)
    gids = tuple(glyph.gid for glyph in run)
    advances = tuple(scaled(glyph.advance, size, voice.face.upem) for glyph in run)
    return Decoration("ruby", *over, look, gids, advances, reading)
