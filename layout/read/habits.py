"""A manuscript's lines go in; what its author means by a line end comes out, before any line is read.

Three habits are known. Markdown and mail put an empty line between paragraphs and break lines anywhere within them.
Word processors give one line a paragraph, with blanks before it (two U+3000, spaces or a tab) or without. Both hold a
manuscript through, so they are judged by all of its lines.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from layout.model.value import fresh, record, value
from layout.read.comments import BLANK, without_blanks
from layout.read.rows import Marker, marker_of, rows
from layout.read.signs import Kind, kind_of

ENDS = "。！？…”’」』.!?"
"""Marks that a sentence ends with; what is typed behind them to mark it up does not count."""
SHORT = 40
"""A line of verse or of a list of facts is no longer, in half ems; no author breaks prose that early."""
FULL = 14
"""A line that was broken because it was full ends no farther from the longest one, in half ems."""
LONGEST = 160
"""In half ems: longer lines were not broken by anybody."""
FEW = 3
"""Empty lines between paragraphs are few where so many times as many follow one another without."""
_SENTENCE = re.compile("[。！？!?]|\\. ")
_MARKUP = re.compile(r"(?:\[\^[^\[\]\s^]{1,40}\]|[*~^\]\s)]|\{[^{}]*\}|\((?:https?://|mailto:)[^\s()]*)+$")
_PLURAL = re.compile(r"[A-Za-z]’$")
_GOES_ON = re.compile(r"[，、；：。！？）》」』”’…—,;:.!?)a-z]")
"""What the line that follows begins with where it can only go on from the one before."""
_RULE = re.compile(r"(?:`{3}|~{3})[^`~]*$|={3,}$|-{3,}$|_{3,}$")
_BULLETED = "●■◆▲◇□○"


@value
class _Line:
    """A line with text: its index, kind, text without blanks at its ends, and how it is set in."""

    index: int
    kind: Kind
    text: str
    indent: int
    """in half ems"""
    typed: bool
    """set in by a typed em or two, as a Chinese paragraph is"""
    parted: bool
    """an empty line stands before it"""
    marker: Marker | None


@record
class Habits:
    """Of lines, by index: which begin a paragraph though no empty line is before them, which are items and how long
    their marker is, which begin a further paragraph of a note; which part nothing though they are empty; and which are
    joined to the line before, though that may not be meant."""

    starts: set[int] = fresh(factory=set)
    rows: dict[int, int] = fresh(factory=dict)
    of_note: set[int] = fresh(factory=set)
    passed: set[int] = fresh(factory=set)
    doubtful: list[int] = fresh(factory=list)


def habits(lines: Sequence[str]) -> Habits:
    """What the line ends of a manuscript mean."""
    found = Habits()
    seen = list(_seen(lines, found))
    _find_notes(seen, found)
    _find_rows(seen, found, one_a_line=True)
    one_a_line = _is_one_a_line(seen, found)
    if not one_a_line:
        _find_rows(seen, found, one_a_line=False)
    joined: list[tuple[_Line, _Line]] = []
    hanging: set[int] = set()  # lines set in below an item or a note: they can only belong to it
    for before, line in _joints(seen, found):
        own = before.kind in ("item", "note") or before.index in found.rows or before.index in hanging
        if own and line.indent >= 2 and not line.typed:
            hanging.add(line.index)
        elif _starts(before, line, one_a_line):
            found.starts.add(line.index)
        else:
            joined.append((before, line))
    found.doubtful = _doubtful(joined)
    return found


def _seen(lines: Sequence[str], found: Habits) -> Iterator[_Line]:
    """The lines with text."""
    parted = True
    for index, line in enumerate(lines):
        bare = without_blanks(line) if BLANK in line else line
        text = bare.strip()
        if not text:
            if BLANK in line:  # all comment
                found.passed.add(index)
            else:
                parted = True
            continue
        blanks = line[: len(line) - len(line.lstrip())]  # not those that stand for a comment
        indent = sum(map(_width, blanks))
        typed = sum(blank in "\u3000\u2003" for blank in blanks) >= 2
        yield _Line(index, kind_of(text), text, indent, typed, parted, marker_of(text))
        parted = False


def _width(char: str) -> int:
    """In half ems."""
    if char == "\t":
        return 4
    return 2 if char in "\u3000\u2003" or unicodedata.east_asian_width(char) in "WF" else 1


def _find_notes(seen: Sequence[_Line], found: Habits) -> None:
    """Set-in lines behind a note's text belong to it, unless all the manuscript's paragraphs are set in."""
    note = False
    candidates: list[tuple[_Line, int]] = []
    before = -1
    for line in seen:
        follows = note and line.kind == "text" and line.indent >= 2
        if follows and (line.parted or line.typed):
            candidates.append((line, before))
        elif line.kind == "text" and line.indent >= 2 and not follows:
            return
        note = line.kind == "note" or (note and line.kind == "text" and (follows or not line.parted))
        before = line.index
    for line, last in candidates:
        found.of_note.add(line.index)
        found.passed.update(range(last + 1, line.index))


def _find_rows(seen: Sequence[_Line], found: Habits, one_a_line: bool) -> None:
    """Lines numbered by hand that are items."""
    run: list[tuple[int, Marker]] = []
    lengths: dict[int, int] = {}
    for line in seen:
        plain = line.kind == "text" and line.index not in found.of_note
        marker = line.marker if plain else None
        goes_on = not line.parted and (marker or line.kind == "item" or line.indent >= 2 or (plain and not one_a_line))
        if not goes_on or line.typed and not marker:
            found.rows.update((index, lengths[index]) for index in rows(run))
            run = []
        if marker:
            run.append((line.index, marker))
            lengths[line.index] = marker.length
    found.rows.update((index, lengths[index]) for index in rows(run))


def _joints(seen: Sequence[_Line], found: Habits) -> Iterator[tuple[_Line, _Line]]:
    """Pairs of lines without an empty one between them, the second of which could go on from the first."""
    before: _Line | None = None
    for line in seen:
        own = line.index in found.rows or line.index in found.of_note
        if before and not line.parted and not own:
            goes_on = line.kind == "text" and before.kind in ("text", "item", "note")
            if goes_on or line.kind == before.kind == "quote":
                yield before, line
        before = line


def _is_one_a_line(seen: Sequence[_Line], found: Habits) -> bool:
    """Whether each line is a paragraph: no empty line parts two lines of text, and at least half of those that another
    follows end a sentence. A few empty lines do not count where nearly all end one, and most hold several: so no author
    breaks lines within a paragraph."""
    parted = _count_parted(seen, found)
    lines = [
        before.text
        for before, line in _joints(seen, found)
        if before.kind == line.kind == "text" and before.index not in found.rows and not line.typed
    ]
    ends = sum(map(_ends, lines))
    if not lines or not parted:
        return bool(lines) and 2 * ends >= len(lines)
    several = sum(len(_SENTENCE.findall(text)) > 1 for text in lines)
    return len(lines) >= FEW * parted and 5 * ends >= 4 * len(lines) and 2 * several >= len(lines)


def _count_parted(seen: Sequence[_Line], found: Habits) -> int:
    """Empty lines that stand between two lines of text."""
    count = 0
    before = False
    for line in seen:
        plain = line.kind == "text" and line.index not in found.of_note
        count += before and plain and line.parted
        before = plain
    return count


def _starts(before: _Line, line: _Line, one_a_line: bool) -> bool:
    """Whether a line begins a paragraph."""
    if _RULE.match(before.text) or _RULE.match(line.text):
        return True  # a mark of other programs that takes its line: it is told, and set as a line
    if line.typed or (line.text[0] in _BULLETED and before.text[0] == line.text[0]):
        return True
    if one_a_line or before.kind != line.kind or line.kind != "text" or line.indent < 2:
        return one_a_line
    return line.indent >= before.indent + 2 or _ends(before.text)


def _ends(text: str) -> bool:
    """Whether a line ends a sentence."""
    bare = _MARKUP.sub("", text[-200:])
    return bare[-1:] != "" and bare[-1] in ENDS and not _PLURAL.search(bare)


def _doubtful(joined: Sequence[tuple[_Line, _Line]]) -> list[int]:
    """Of the lines that are joined to the one before, those that may be paragraphs or lines of their own."""
    widths = {line.index: sum(map(_width, line.text)) for pair in joined for line in pair}
    longest = max((widths[before.index] for before, _ in joined), default=0)
    full = [before for before, _ in joined if widths[before.index] >= longest - FULL]
    broken = len(joined) > 2 and 3 * len(full) >= 2 * len(joined) and SHORT < longest <= LONGEST
    short = _short_blocks(joined, widths)
    found = []
    for before, line in joined:
        if broken and widths[before.index] >= longest - FULL or before.text.endswith("\\"):
            continue
        alike = line.indent == before.indent >= 2 and widths[before.index] <= SHORT
        ends = alike or _ends(before.text)
        if line.index in short or _is_speech(before, line) or (ends and not _GOES_ON.match(line.text)):
            found.append(line.index)
    return found


def _is_speech(before: _Line, line: _Line) -> bool:
    """Whether a line says who speaks, and the next one what: 他说： “好的。”"""
    return before.text[-1] in "：:" and line.text[0] in "“‘「『"


def _short_blocks(joined: Sequence[tuple[_Line, _Line]], widths: dict[int, int]) -> set[int]:
    """Lines of blocks of three short lines and more: verse, or one fact a line. Shorter blocks count where a manuscript
    has no others. A block whose first line is set in is a paragraph that was wrapped."""
    set_in = any(before.indent >= 2 for before, _ in joined)
    if len(joined) > 1 and not set_in and all(width <= SHORT for width in widths.values()):
        return set(widths)
    found: set[int] = set()
    block: list[_Line] = []
    for at, (before, line) in enumerate(joined):
        if not block or block[-1] is not before:
            block = [before]
        block.append(line)
        last = at + 1 == len(joined) or joined[at + 1][0] is not line
        if last and block[0].indent < 2 and len(block) > 2 and all(widths[one.index] <= SHORT for one in block):
            found.update(one.index for one in block[1:])
    return found
