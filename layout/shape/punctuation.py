"""Runs of Chinese marks go in with their glyphs and neighbours; their room, and what they give up where, comes out."""

from dataclasses import dataclass

from layout.cjk.flex import HAN, RIGID, code
from layout.cjk.kinsoku import never_end, never_start
from layout.cjk.marks import HALF, pair_cuts, punct, room
from layout.cjk.tables import practices
from layout.model.style import ParagraphStyle
from layout.model.units import Length, scaled
from layout.shape.draft import Draft, Voice

WIDE = 750
"""A glyph at least so wide (per mille of the em) carries its own blank; a narrower one is centred in its body."""
_UNSTRETCHED = "tif"
"""Nothing is added beside connectors and the solidus (CL §6.2.2.4)."""


@dataclass(frozen=True, slots=True)
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
    flex: int


class Marks:
    """What a paragraph style says of marks. Metrics are worked out once a mark, face and size."""

    def __init__(self, style: ParagraphStyle) -> None:
        self.style = style
        self.punct = punct(style.punct)
        self.cuts = pair_cuts(style.punct, style.region)
        self.never_start = never_start(style.level)
        self.never_end = never_end(style.level)
        self._shown = self._corners()
        self._known: dict[tuple[str, int], dict[str, Metrics | None]] = {}

    def _corners(self) -> dict[str, str]:
        """In vertical text “ ” ‘ ’ → the region's corner brackets (GB 5.2)."""
        if self.style.direction != "vertical" or self.style.vertical_quotes != "corner":
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
        left, _, right, _ = face.ink(gid)
        middle = (left + right) * 500 // face.upem if right > left and style.direction == "horizontal" else None
        advance = face.advances[gid] * 1000 // face.upem
        if style.direction == "vertical":
            gid = face.upright(gid)
        found = room(letter, style.punct, style.region, style.direction, middle if advance >= WIDE else None)
        if found is None:
            return None
        narrow = advance < WIDE and style.direction == "horizontal"
        shift = found.lead + (found.body - advance) // 2 if narrow else -found.cut
        sizes = (found.body + found.lead + found.trail, shift, found.lead, found.trail)
        gives = (found.start, found.end, found.yields, found.yield_end)
        width, shift, lead, trail = (scaled(part, em, 1000) for part in sizes)
        start, end, give, end_give = (scaled(part, em, 1000) for part in gives)
        flex = code(RIGID if letter in _UNSTRETCHED else HAN, found.kind)
        return Metrics(gid, width, shift, lead, trail, start, end, give, end_give, flex)


def set_marks(draft: Draft, start: int, end: int, marks: Marks, voices: "list[Voice] | None", han: Voice) -> None:
    """Characters start … end-1, all full-width marks: room, pairs, prohibition."""
    text, letters, breaks = draft.text, draft.letters, draft.breaks
    never_start, never_end, cuts = marks.never_start, marks.never_end, marks.cuts
    before = letters[start - 1] if start else ""
    for i in range(start, end):
        letter = letters[i]
        found = marks.metrics(text[i], letter, voices[i] if voices else han)
        if found is not None:
            draft.gids[i] = found.gid
            draft.widths[i] = found.width
            draft.shifts[i] = found.shift
            draft.flex[i] = found.flex
            draft.gives[i] = found.give
            draft.starts[i] = found.start
            draft.ends[i] = found.end
            draft.end_gives[i] = found.end_give
        if letter in never_start and i:
            breaks[i - 1] = 0
        if letter in never_end:
            breaks[i] = 0
        if letter in _UNSTRETCHED and i:
            draft.flex[i - 1] &= ~3
        if before + letter in cuts:
            _close_up(draft, i, cuts[before + letter], marks, voices, han)
        before = letter
    if end < len(text) and before + letters[end] in cuts:
        _close_up(draft, end, cuts[before + letters[end]], marks, voices, han)


def _close_up(draft: Draft, i: int, side: str, marks: Marks, voices: "list[Voice] | None", han: Voice) -> None:
    """The marks i-1 and i meet: half an em of the blank between them goes, as far as there is any."""
    at = i - 1 if side == "first" else i
    voice = voices[at] if voices else han
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


def set_exclamations(draft: Draft, start: int, end: int, marks: Marks, han: Voice) -> None:
    """！！ ？！ take one em together, three marks two, and none of them parts (GB 5.1.2; CL §5.1.1.3)."""
    cut_last = end - start == 2
    for i in range(start, end):
        found = marks.metrics(draft.text[i], draft.letters[i], han)
        if i + 1 < end:
            draft.breaks[i] = 0
            draft.flex[i] &= ~3
        if found is not None and (i + 1 < end or cut_last):
            draft.widths[i] -= found.trail
            draft.gives[i] = draft.ends[i] = draft.end_gives[i] = 0
