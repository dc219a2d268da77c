"""Runs of Chinese marks go in with their glyphs and neighbours; their room, and what they give up where, comes out."""

import re

from layout.cjk.classes import MARKS
from layout.cjk.flex import HAN, RIGID, blank_kind, code
from layout.cjk.kinsoku import never_end, never_start
from layout.cjk.marks import AS_STYLED, HALF, OVER, Ink, Setting, centred, hangs, pair_cuts, punct, room, wants_middle
from layout.cjk.tables import practices
from layout.cjk.upright import way
from layout.font import Face
from layout.model.style import BODY_ASCENT, ParagraphStyle
from layout.model.units import Length, scaled
from layout.model.value import replace, value
from layout.shape.draft import Draft, Voice

WIDE = 750
"""A glyph at least so wide (per mille of the em) carries its own blank; a narrower one is centred in its body, which is
half an em where it fits in that."""
_UNSTRETCHED = "tifF"
"""Nothing is added beside connectors and the solidus (CL §6.2.2.4)."""


@value
class Metrics:
    """A mark in one face and size: its glyph, its room, the blanks that remain, and what it gives up where."""

    gid: int
    width: Length
    shift: Length
    lead: Length
    trail: Length
    start: Length
    end: Length
    give: Length
    end_give: Length
    hang: Length
    flex: int
    rise: Length


_EXCLAMATIONS = re.compile("xx+")
_NARROW = {"／": "/"}
"""Drawn as a narrower glyph: a full-width solidus would lie over its neighbours in half an em."""


class Marks:
    """What a paragraph style says of marks. Metrics are worked out once a mark, face and size."""

    def __init__(self, style: ParagraphStyle) -> None:
        self.style = style
        self.setting = Setting(style.punct, style.region, style.direction)
        self.punct = punct(style.punct)
        self.cuts = pair_cuts(style.punct, style.region)
        self.never_start = never_start(style.level)
        self.never_end = never_end(style.level)
        self._shown = _NARROW if style.direction == "horizontal" else self._corners()
        self._known: dict[tuple[str, int], dict[str, Metrics | None]] = {}

    def _corners(self) -> dict[str, str]:
        """In vertical text “ ” ‘ ’ → the region's corner brackets (GB 5.2)."""
        if self.style.vertical_quotes != "corner":
            return {}
        return dict(zip("“”‘’", practices()[self.style.region, "vertical"].quotes, strict=False))

    def metrics(self, char: str, letter: str, voice: Voice) -> Metrics | None:
        """Of one mark; None for a class that has no room of its own."""
        known = self._known.setdefault((voice.face.key, voice.size), {})
        if char not in known:
            known[char] = self._work_out(self._shown.get(char, char), letter, voice)
        return known[char]

    def _work_out(self, char: str, letter: str, voice: Voice) -> Metrics | None:
        face, em, style = voice.face, voice.size, self.style
        gid = face.gids[char]
        advance = face.advances[gid] * 1000 // face.upem
        stands = style.direction == "vertical" and (face.upright(gid) != gid or way(char) in ("stands", "alone"))
        gid = face.upright(gid) if stands else gid
        narrow = advance < WIDE and not stands
        ink, across = _ink(face, gid, stands) if not narrow else ((0, 1000) if advance > HALF + OVER else None, 0)
        moved, rise = self._moved(letter, ink, across)
        ink = ink and (ink[0] + moved, ink[1] + moved)
        wanted = next((own for own in style.mark_widths if char in own.marks), AS_STYLED)
        found = room(letter, self.setting, ink, wanted)
        if found is None:
            return None
        shift = found.lead + (found.body - advance) // 2 if narrow else moved - found.cut
        sizes = (found.body + found.lead + found.trail, shift, found.lead, found.trail)
        gives = (found.start, found.end, found.yields, found.yield_end)
        width, shift, lead, trail = (scaled(part, em, 1000) for part in sizes)
        start, end, give, end_give = (scaled(part, em, 1000) for part in gives)
        hang = width - end if style.hanging != "off" and hangs(char, self.setting) else 0
        flex = code(RIGID if letter in _UNSTRETCHED else HAN, found.kind)
        rise = scaled(rise, em, 1000)
        return Metrics(gid, width, shift, lead, trail, start, end, give, end_give, hang, flex, rise)

    def _moved(self, letter: str, ink: Ink | None, across: Length) -> tuple[int, int]:
        """How far a mark of a face drawn for another region is moved along and across the line, per mille of its em,
        so that it stands where the style's region has it: in Taiwan and Hong Kong in the middle (CL App. A). ！ and ？
        keep to the baseline."""
        if ink is None or not wants_middle(letter, self.setting):
            return 0, 0
        middle = sum(ink) // 2
        rises = letter != "x" or self.style.direction == "vertical"
        return 0 if centred(middle) else 500 - middle, -across if rises and not centred(500 + across) else 0


def _ink(face: Face, gid: int, stands: bool) -> tuple[Ink | None, int]:
    """Where a glyph's ink begins and ends along the line, and how far its middle is off the middle of the em across
    it (upwards; in vertical lines to the right), all per mille of the em; None where nothing is printed."""
    left, foot, right, top = face.ink(gid)
    if right <= left:
        return None, 0
    if not stands:
        along, across = (left, right), (foot + top) // 2 - (BODY_ASCENT - 500) * face.upem // 1000
    else:
        x, y = face.vertical_origin(gid)
        along, across = (y - top, y - foot), (left + right) // 2 - x
    return (along[0] * 1000 // face.upem, along[1] * 1000 // face.upem), across * 1000 // face.upem


def set_marks(draft: Draft, start: int, end: int, marks: Marks, voices: list[Voice]) -> None:
    """Characters start … end-1, all full-width marks: room, pairs, prohibition."""
    text, letters, breaks = draft.text, draft.letters, draft.breaks
    never_start, never_end, cuts = marks.never_start, marks.never_end, marks.cuts
    before = letters[start - 1] if start else ""
    for i in range(start, end):
        letter = letters[i]
        found = marks.metrics(text[i], letter, voices[i])
        if found is not None:
            draft.gids[i] = found.gid
            if found.rise:
                lifted = draft.palette.looks[draft.look[i]]
                draft.look[i] = draft.palette.add(replace(lifted, rise=lifted.rise + found.rise))
            draft.widths[i] = found.width
            draft.shifts[i] = found.shift
            draft.flex[i] = found.flex
            draft.gives[i] = found.give
            draft.starts[i] = found.start
            draft.ends[i] = found.end
            draft.end_gives[i] = found.end_give
            if found.hang and before not in MARKS:
                _hang(draft, i, found.hang, marks.style.hanging == "force")
        if letter in never_start and i:
            breaks[i - 1] = 0
        if letter in never_end:
            breaks[i] = 0
        if letter in _UNSTRETCHED and i:
            draft.flex[i - 1] &= ~3
        if before + letter in cuts:
            _close_up(draft, i, cuts[before + letter], marks, voices)
        before = letter
    if end < len(text) and before + letters[end] in cuts:
        _close_up(draft, end, cuts[before + letters[end]], marks, voices)
    if end - start > 1:
        if marks.punct.blank_after_quote:
            _move_blanks(draft, start, end, marks, voices)
        for run in _EXCLAMATIONS.finditer(letters, start, end):
            _set_exclamations(draft, run.start(), run.end(), marks, voices)


def _hang(draft: Draft, i: int, hang: Length, always: bool) -> None:
    """One mark by itself may stand outside the measure (CL §6.1.3)."""
    if always:
        draft.ends[i], draft.end_gives[i] = draft.widths[i], 0
    else:
        draft.end_gives[i] = hang


def _close_up(draft: Draft, i: int, side: str, marks: Marks, voices: list[Voice]) -> None:
    """The marks i-1 and i meet: half an em of the blank between them goes, as far as there is any."""
    at = i - 1 if side == "first" else i
    voice = voices[at]
    found = marks.metrics(draft.text[at], draft.letters[at], voice)
    if found is None:
        return
    cut = min(found.trail if side == "first" else found.lead, scaled(HALF, voice.size, 1000))
    draft.widths[at] -= cut
    draft.gives[at] = max(draft.gives[at] - cut, 0)
    if side == "first":
        draft.ends[at] -= cut
    else:
        draft.shifts[at] -= cut
        draft.starts[at] = max(draft.starts[at] - cut, 0)


def _move_blanks(draft: Draft, start: int, end: int, marks: Marks, voices: list[Voice]) -> None:
    """开明 by meaning: in 。” and ？』」 the sentence's blank stands behind the last closing mark."""
    for i in range(start, end - 1):
        if draft.letters[i] not in "sx" or draft.letters[i + 1] != "c":
            continue
        stop = marks.metrics(draft.text[i], draft.letters[i], voices[i])
        last = i + 1
        while last + 1 < end and draft.letters[last + 1] == "c":
            last += 1
        if stop is not None:
            draft.widths[last] += stop.trail
            draft.ends[last] += stop.trail
            draft.gives[last] += stop.give
            draft.flex[last] = code(draft.flex[last] & 3, blank_kind(7, 0, stop.trail) if stop.give else 0)


def _set_exclamations(draft: Draft, start: int, end: int, marks: Marks, voices: list[Voice]) -> None:
    """！！ ？！ take one em together, three marks two, and none of them parts (GB 5.1.2; CL §5.1.1.3)."""
    if marks.style.direction == "vertical":
        for i in range(start, end - 1, 2):
            _set_beside(draft, i, marks, voices[i])
    cut_last = end - start == 2
    for i in range(start, end):
        found = marks.metrics(draft.text[i], draft.letters[i], voices[i])
        if i + 1 < end:
            draft.breaks[i] = 0
            draft.flex[i] &= ~3
        if found is not None and found.trail and (i + 1 < end or cut_last):
            draft.widths[i] = found.width - found.trail
            draft.gives[i] = draft.ends[i] = draft.end_gives[i] = 0


def _set_beside(draft: Draft, i: int, marks: Marks, voice: Voice) -> None:
    """Two marks upright side by side in one cell of a vertical line, each with its ink in the middle of its half."""
    face, size = voice.face, voice.size
    for at, middle in ((i, -size // 4), (i + 1, size // 4)):
        found = marks.metrics(draft.text[at], draft.letters[at], voice)
        if found is None:
            return
        left, _, right, _ = face.ink(found.gid)
        off = scaled((left + right) // 2 - face.vertical_origin(found.gid)[0], size, face.upem)
        look = replace(draft.palette.looks[voice.look], rise=voice.rise + middle - off)
        draft.look[at] = draft.palette.add(look)
    draft.widths[i + 1], draft.shifts[i + 1] = 0, -size
