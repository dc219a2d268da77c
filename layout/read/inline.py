"""A paragraph with inline marks goes in; its bare text, its Marks and the source place of every character come out."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from layout.model.figures import CIRCLED, circled
from layout.model.finding import Finding, finding
from layout.model.place import Place, Source
from layout.model.story import Mark, MarkKind, Paragraph, led
from layout.model.value import fresh, record, replace, value
from layout.read.attributes import attributes
from layout.read.comments import BLANK
from layout.read.files import LINE_SEPARATOR

Run = tuple[int, int, int]

BREAK = "\n"
"""Stands in raw text for a forced break: a line end that joining has kept."""
BULLET = "•"
BULLETS = f"●■◆▲{BULLET}"
"""Marks at a paragraph's head that take the character style `marker` (the accent colour, optically smaller); • takes
`bullet` on top of it, since text faces draw it as small as a point."""

MOST_OPEN = 100
"""Marks that may be open at once: a partner is looked for no further back, so that ten thousand [ cost no minute."""

_SPECIAL = re.compile(rf"[\\*\[\]~^\n{BLANK}]")
_TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    r"|(\*+)"
    r"|\[\^([^\[\]\s^]{1,40})\]"
    r"|(\[)"
    r"|\](?:\{((?:[^{}\"\n]|\"[^\"\n]*\"){0,300})\}|\(((?:https?://|mailto:)[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\))?"
    r"|~([0-9A-Za-z+\-−=().α-ωΑ-Ω]{1,12})~"
    r"|\^([0-9A-Za-z+\-−=()./′″°α-ωΑ-Ω]{1,12})\^"
    r"|(\n)"
    rf"|({BLANK}+)"
)
_FACTOR_BEFORE = re.compile(r"[0-9)]$|(?<![A-Za-z])[A-Za-z]$")
_FACTOR_AFTER = re.compile(r"[0-9(]|[A-Za-z](?![A-Za-z])")
_CELLS = re.compile("[1-9][0-9]?")
_KINDS: dict[str, MarkKind] = {"dot": "dot", "name": "name", "book": "book", "frame": "frame"}


def tight(char: str) -> bool:
    """True for Han, its punctuation, dashes and quotes: beside them a line end or a space means nothing."""
    return char >= "\u2e80" or "\u2010" <= char <= "\u2026"


def chinese_side(text: str, at: int, step: int) -> bool:
    """Whether `text` is Chinese at that index, where it is read on in the direction of `step` over quotation marks and
    dashes, which other scripts have too; also where nothing else comes."""
    while 0 <= at < len(text) and "\u2010" <= text[at] <= "\u2026":
        at += step
    return not 0 <= at < len(text) or tight(text[at])


def note_mark(number: int) -> str:
    """The mark of the number-th note: ① … ㊿, from 51 on 〔51〕."""
    return circled(number) if number <= CIRCLED else f"〔{number}〕"


@record
class Context:
    """What the paragraphs of one story share: findings so far, and notes numbered by first reference."""

    path: str
    findings: list[Finding] = fresh(factory=list)
    notes: dict[str, int] = fresh(factory=dict)
    first: dict[str, Place] = fresh(factory=dict)
    inner: dict[str, list[str]] = fresh(factory=dict)
    """label → labels of the notes that its own text refers to: they are read, and so numbered, right behind it"""
    classes: dict[str, Place] = fresh(factory=dict)
    """character styles asked for by class, with the first place"""

    def number(self, label: str) -> int:
        """The number of the note: the next one where it has none yet."""
        waiting = [label]
        while waiting:
            one = waiting.pop()
            if one not in self.notes:
                self.notes[one] = len(self.notes) + 1
                waiting += self.inner.get(one, [])[::-1]
        return self.notes[label]


@value
class Raw:
    """Text with its marks still in, and where it comes from."""

    text: str
    runs: tuple[Run, ...]


def paragraph(role: str, raw: Raw, context: Context, marker: str = "") -> Paragraph:
    """The Paragraph written in `raw`. `marker` is set before it, as the source's first characters (list items)."""
    raw = Raw(raw.text.replace(LINE_SEPARATOR, BREAK), raw.runs)
    text, runs = raw.text, raw.runs
    marks: tuple[Mark, ...] = ()
    if _SPECIAL.search(text):
        text, runs, marks = _Reader(raw, context).read()
    made = Paragraph(role, text, Source(context.path, runs), marks)
    made = led(made, marker) if marker else made
    if made.text[:1] and made.text[0] in BULLETS:
        shown = [Mark(0, 1, "style", "marker")]
        if made.text[0] == BULLET:
            shown.append(Mark(0, 1, "style", "bullet"))
        made = replace(made, marks=(*shown, *made.marks))
    return made


@value
class _Edge:
    """One end of a mark: its token's span, what it opens or closes, and (for a closing end) what it says."""

    token: int
    kind: str


@record
class _Reader:
    raw: Raw
    context: Context
    out: list[str] = fresh(factory=list)
    size: int = 0
    runs: list[Run] = fresh(factory=list)
    marks: list[Mark] = fresh(factory=list)
    edges: set[int] = fresh(factory=set)
    """where marks begin and end in what is read"""

    def read(self) -> tuple[str, tuple[Run, ...], tuple[Mark, ...]]:
        tokens = _tokens(self.raw.text)
        pairs = self._pairs(tokens)
        opened: dict[int, int] = {}
        text, position = self.raw.text, 0
        for index, (kind, match, start, end) in enumerate(tokens):
            self._copy(position, start)
            position = end
            partner = pairs.get(index)
            if partner is not None or kind == "blank":
                self.edges.add(self.size)
            if kind in ("**", "*", "[") and partner is not None and partner > index:
                opened[partner] = self.size
            elif kind in ("**", "*") and partner is not None:
                self._mark(opened[index], "style", "strong" if kind == "**" else "kai")
            elif kind == "]" and partner is not None:
                before = tokens[partner][2] - 1
                if before >= 0 and text[before] == "!" and match.group(6):
                    self.context.findings.append(finding("READ-PHOTO-IN-TEXT", self._place(before)))
                self._bracket(opened[index], match)
            elif not self._atom(kind, match):
                self._copy(start, end)
        self._copy(position, len(text))
        if self.edges:
            self._close_up()
        self.marks.sort(key=lambda mark: (mark.start, -mark.end))
        return "".join(self.out), tuple(self.runs) or (self._run(0),), tuple(self.marks)

    def _atom(self, kind: str, match: re.Match[str]) -> bool:
        """Sets a token that stands for itself; False where it is only its characters."""
        before = self.size
        if kind == "escape":
            self._copy(match.start(1), match.end(1))
        elif kind == "note":
            self._note(match)
        elif kind in ("sub", "sup"):
            group = 7 if kind == "sub" else 8
            self._copy(match.start(group), match.end(group))
            self._mark(before, "style", kind)
        elif kind == "break":
            if self.size:
                self.marks.append(Mark(self.size - 1, self.size, "break"))
        elif kind != "blank":
            return False
        return True

    def _note(self, match: re.Match[str]) -> None:
        label = match.group(3)
        number = self.context.number(label)
        self.context.first.setdefault(label, self._place(match.start()))
        before, shown = self.size, note_mark(number)
        self._start_run(match.start())
        self.out.append(shown)
        self.size += len(shown)
        self._mark(before, "note", label)
        self._mark(before, "style", "note-mark")

    def _bracket(self, start: int, match: re.Match[str]) -> None:
        if match.group(6) is not None:
            self._mark(start, "link", match.group(6))
            return
        place = self._place(match.start(5))
        found, findings = attributes(match.group(5), place, ("ruby", "cells"), classes=True)
        self.context.findings += findings
        for offset, name in found.classes:
            kind = _KINDS.get(name)
            if kind is None:
                at = Place(place.path, place.line, place.column + offset)
                self.context.classes.setdefault(name, at)
            self._mark(start, kind or "style", "" if kind else name)
        ruby = found.get("ruby")
        if ruby and ruby[1].strip():
            self._mark(start, "ruby", ruby[1].strip())
        if cells := found.get("cells"):
            at = Place(place.path, place.line, place.column + cells[0])
            if _CELLS.fullmatch(cells[1]):
                self._mark(start, "cells", cells[1])
            else:
                self.context.findings.append(finding("READ-VALUE", at, key="cells", value=cells[1], example="4"))

    def _mark(self, start: int, kind: MarkKind, value: str = "") -> None:
        if start < self.size:
            self.marks.append(Mark(start, self.size, kind, value))

    def _close_up(self) -> None:
        """Takes out lone spaces beside marks between Han: they are typed for other Markdown readers."""
        text = "".join(self.out)
        beside = sorted({at for edge in self.edges for at in (edge - 1, edge)})
        gone = [at for at in beside if _needless(text, at)]
        if not gone:
            return

        def moved(at: int) -> int:
            return at - bisect_left(gone, at)

        kept = "".join(text[start + 1 : end] for start, end in pairwise((-1, *gone, len(text))))
        marks = (replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in self.marks)
        source = Source("", tuple(self.runs))
        starts = {start for start, _, _ in self.runs} | {at + 1 for at in gone}
        self.out, self.size = [kept], len(kept)
        self.marks = [mark for mark in marks if mark.start < mark.end]
        self.runs = [(moved(at), *source.place(at)[1:]) for at in sorted(starts.difference(gone))]

    def _pairs(self, tokens: list["_Token"]) -> dict[int, int]:
        """Token number → number of its partner, both ways. What has no partner and should have one is a finding."""
        pairs: dict[int, int] = {}
        stack: list[_Edge] = []
        lost: list[int] = []
        for index, (kind, match, start, end) in enumerate(tokens):
            if kind in ("**", "*"):
                if _is_sign(self.raw.text, start, end):
                    continue
                if _close(stack, kind, index, pairs, lost):
                    continue
                if self.raw.text[end : end + 1].strip():
                    stack.append(_Edge(index, kind))
                else:
                    lost.append(index)
            elif kind == "[":
                stack.append(_Edge(index, kind))
            elif kind == "]" and match.group(5) is None and match.group(6) is None:
                _forget_bracket(stack)
            elif kind == "]":
                _close(stack, "[", index, pairs, lost)
        lost += [edge.token for edge in stack if edge.kind != "["]
        for index in sorted(lost):
            kind, _, start, _ = tokens[index]
            self.context.findings.append(finding("READ-MARK-OPEN", self._place(start), mark=kind))
        return pairs

    def _copy(self, start: int, end: int) -> None:
        """Appends raw[start:end] with its source runs."""
        if start >= end:
            return
        self._start_run(start)
        runs = self.raw.runs
        index = bisect_right(runs, (start, 1 << 60, 0))
        while index < len(runs) and runs[index][0] < end:
            offset, line, column = runs[index]
            self.runs.append((self.size + offset - start, line, column))
            index += 1
        self.out.append(self.raw.text[start:end])
        self.size += end - start

    def _start_run(self, offset: int) -> None:
        _, line, column = self._run(offset)
        if self.runs and self.runs[-1][0] == self.size:
            self.runs.pop()
        self.runs.append((self.size, line, column))

    def _run(self, offset: int) -> Run:
        start, line, column = self.raw.runs[max(bisect_right(self.raw.runs, (offset, 1 << 60, 0)) - 1, 0)]
        return 0, line, column + offset - start

    def _place(self, offset: int) -> Place:
        _, line, column = self._run(offset)
        return Place(self.context.path, line, column)


def _is_sign(text: str, start: int, end: int) -> bool:
    """Whether stars multiply: they stand between figures or variables, or between blanks."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if before.endswith(" ") and after.startswith(" "):
        return True
    return bool(_FACTOR_BEFORE.search(before) and _FACTOR_AFTER.match(after))


def _needless(text: str, at: int) -> bool:
    """Whether a lone space stands there between Chinese characters or their marks."""
    if not 0 < at < len(text) - 1 or text[at] != " " or not (tight(text[at - 1]) and tight(text[at + 1])):
        return False
    return chinese_side(text, at - 1, -1) and chinese_side(text, at + 1, 1)


_Token = tuple[str, re.Match[str], int, int]


def _tokens(text: str) -> list[_Token]:
    """The marks of a text in order, runs of three stars taken as ** and *, longer ones as plain text."""
    found: list[_Token] = []
    inside = 0  # stars opened by a run of three and not yet closed: the closing run turns round
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.group(2) is None:
            found.append((_kind(match), match, start, end))
        elif end - start == 3:
            first = 1 if inside else 2
            inside = 1 - inside
            found.append(("*" * first, match, start, start + first))
            found.append(("*" * (3 - first), match, start + first, end))
        elif end - start < 3:
            found.append((match.group(2), match, start, end))
    return found


def _kind(match: re.Match[str]) -> str:
    last = match.lastindex
    if last is None or last in (5, 6):
        return "]"
    return {1: "escape", 3: "note", 4: "[", 7: "sub", 8: "sup", 9: "break", 10: "blank"}[last]


def _close(stack: list[_Edge], kind: str, index: int, pairs: dict[int, int], lost: list[int]) -> bool:
    """Pairs token `index` with the nearest open `kind`; what was opened in between stays alone."""
    depth = _nearest(stack, kind)
    if depth < 0:
        return False
    lost += [edge.token for edge in stack[depth + 1 :] if edge.kind != "["]
    opening = stack[depth].token
    pairs[opening], pairs[index] = index, opening
    del stack[depth:]
    return True


def _nearest(stack: list[_Edge], kind: str) -> int:
    """Depth of the nearest open `kind`; -1 where none is open."""
    for depth in range(len(stack) - 1, max(len(stack) - MOST_OPEN, 0) - 1, -1):
        if stack[depth].kind == kind:
            return depth
    return -1


def _forget_bracket(stack: list[_Edge]) -> None:
    """A plain ] closes a plain [, which is only a character."""
    depth = _nearest(stack, "[")
    if depth >= 0:
        del stack[depth]
