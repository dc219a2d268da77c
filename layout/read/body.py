"""The lines of a manuscript below its front matter go in; paragraphs, photos, boxes, tables and notes come out."""

import re
from collections.abc import Collection
from pathlib import Path

from layout.model.finding import finding
from layout.model.place import Place
from layout.model.story import Block, Box, Note, Ornament, Paragraph
from layout.model.value import fresh, record
from layout.read.comments import BLANK, without_blanks
from layout.read.habits import Habits
from layout.read.inline import BREAK, Context, Raw, Run, chinese_side, note_mark, paragraph
from layout.read.listing import lines_of
from layout.read.lists import item, settled
from layout.read.photo import photo
from layout.read.pipes import is_caption, is_delimiter, pipe_table
from layout.read.signs import BULLETS, FENCE, ITEM, LEADERS, MARKER, NOTE, ORNAMENT, QUOTE, SUBHEAD
from layout.read.table import unknown

BOX_KINDS = ("box", "keypoints", "figures", "bio", "note", "quote")
"""Words that may follow ::: and what they hold: 链接框 · 要点 ■ · 数字 · 作者简介 · 编者按 · 引语."""
SIGNS_OF_ITEMS = frozenset(f"-+*{BULLETS}")
"""What an item without a number begins with."""
BULLET = "• "
"""Stands before a list item without a number; in a box of key points ■ does."""

_REFERENCE = re.compile(r"\[\^([^\[\]\s^]{1,40})\](?!:)")
_MARKS_BEHIND = re.compile(r"(?:\[\^[^\[\]\s^]{1,40}\]|[*~^\]]|\{[^{}]*\}|\((?:https?://|mailto:)[^\s()]*\))+$")
UNITS = frozenset("℃℉°%‰")
"""What stands right behind a number."""
_MARKS_BEFORE = re.compile(r"[\[*~^]+")


@record
class _Open:
    """The paragraph being gathered: what it looks like, and the stretches of source lines it is made of."""

    look: str
    """body, subhead, subhead3, quote, item, tail: its role; or note"""
    pieces: list[tuple[str, int, int]] = fresh(factory=list)
    """(text, line, column)"""
    marker: str = ""
    column: int = 0
    """of an item: where its line begins, by which lists within lists are known"""
    label: str = ""
    """of a note"""
    ends: set[int] = fresh(factory=set)
    """pieces at which a paragraph of a note ends"""


@record
class _OpenBox:
    kind: str
    title: Paragraph | None
    place: Place
    blocks: list[Paragraph] = fresh(factory=list)
    misplaced: bool = False
    """something stands in it that cannot"""


@record
class Body:
    """Gathers blocks line by line. `folder` is the issue folder that photos are named from."""

    folder: Path
    context: Context
    blocks: list[Block] = fresh(factory=list)
    open: _Open | None = None
    box: _OpenBox | None = None
    note_raws: dict[str, tuple[Raw, Place]] = fresh(factory=dict)

    def read(self, lines: list[str], habits: Habits, first_line: int) -> None:
        """Takes all lines; the first one is line `first_line` of the file."""
        for index, line in enumerate(lines):
            if index in habits.passed:
                continue
            bare = without_blanks(line) if BLANK in line else line
            text = bare.strip()
            if not text or index in habits.starts:
                self._end()
            if text:
                at = first_line + index, len(bare) - len(bare.lstrip()) + 1
                self._line(text, habits.rows.get(index, 0), index in habits.of_note, *at)
        self._end()
        if habits.doubtful:
            self._told_joined([first_line + index for index in habits.doubtful])
        if self.box:
            self.context.findings.append(finding("READ-BOX-OPEN", self.box.place))
            self._close_box()
        self.blocks = settled(self.blocks)

    def _line(self, text: str, marker: int, of_note: bool, line: int, column: int) -> None:
        """Takes a line with text. `marker`: so many characters of it number an item."""
        if of_note and self.open and self.open.look == "note":
            self.open.ends.add(len(self.open.pieces) - 1)
            self.open.pieces.append((text, line, column))
        elif marker:
            self._marked(text, 0, marker, line, column)
        elif text[0] not in LEADERS or not self._leader(text, line, column):
            self._text("body", text, line, column)

    def _told_joined(self, lines: list[int]) -> None:
        """One finding for all lines that are joined to the one before, though that may not be meant."""
        place = Place(self.context.path, lines[0], 1)
        self.context.findings.append(finding("READ-JOINED", place, count=len(lines), lines=lines_of(lines)))

    def _leader(self, text: str, line: int, column: int) -> bool:
        """Takes a line that opens with one of the dialect's signs; False where it is running text after all."""
        sign = text[0]
        if sign == "#":
            return self._subhead(text, line, column)
        if sign == ">":
            match = QUOTE.match(text)
            rest = text[match.end() :] if match else ""
            if rest:
                look = "tail" if match and match.group(1) == ">>" else "quote"
                self._text(look, rest, line, column + len(text) - len(rest))
            else:
                self._end()
            return True
        if sign == "!" and text.startswith("!["):
            self._photo(text, line, column)
            return True
        if sign == ":" and text.startswith(":::"):
            self._fence(text, line, column)
            return True
        if sign == "*" and self._ornament(text, line, column):
            return True
        if sign == "[":
            return self._note(text, line, column)
        if sign == "|":
            self._text("table", text, line, column)
            return True
        return self._item(text, line, column)

    def _text(self, look: str, text: str, line: int, column: int) -> None:
        """Running text: goes on with the open paragraph where that looks the same, or begins one."""
        current = self.open
        if current is None or not (current.look == look or (look == "body" and current.look in ("item", "note"))):
            current = self._begin(look)
        current.pieces.append((text, line, column))

    def _begin(self, look: str, marker: str = "", label: str = "") -> _Open:
        self._end()
        self.open = _Open(look, [], marker, label=label)
        return self.open

    def _end(self) -> None:
        """Closes the open paragraph."""
        current, self.open = self.open, None
        if current is None:
            return
        if current.look == "table":
            self._table(current.pieces)
            return
        keep_lines = current.look == "tail" or current.look.startswith("subhead")
        raw = joined(current.pieces, set(range(len(current.pieces))) if keep_lines else current.ends)
        if current.look == "note":
            self._note_text(current, raw)
            return
        in_keypoints = self.box is not None and self.box.kind == "keypoints"
        marker = "■" if in_keypoints and current.marker == BULLET else current.marker
        made = paragraph(current.look, raw, self.context, marker)
        made = item(made, current.column, len(marker)) if current.look == "item" else made
        if current.look == "subhead" and made.text[:1] == "●" and self.box is None:
            made = Paragraph("subhead-bullet", made.text, made.source, made.marks)
        if self.box:
            self.box.blocks.append(made)
        else:
            self.blocks.append(made)

    def _table(self, pieces: list[tuple[str, int, int]]) -> None:
        """Lines that open with |: a table where the second one divides its head from its rows, else running text. A
        line such as `表1　船期` right above it is its caption."""
        _, line, column = pieces[0]
        place = Place(self.context.path, line, column)
        if len(pieces) < 2 or not is_delimiter(pieces[1][0]):
            self.context.findings.append(finding("READ-TABLE-HEAD", place))
            (self.box or self).blocks.append(paragraph("body", joined(pieces), self.context))
            return
        caption = None
        if self.box:
            self._told_misplaced(self.box, "| … |", place)
        elif self.blocks and is_caption(last := self.blocks[-1]):
            caption = last
            self.blocks.pop()
        self.blocks.append(pipe_table(pieces, caption, place, self.context))

    def _subhead(self, text: str, line: int, column: int) -> bool:
        match = SUBHEAD.match(text)
        if match is None:
            return False
        signs = match.group(1) or match.group(2)
        if len(signs) not in (2, 3):
            place = Place(self.context.path, line, column)
            self.context.findings.append(finding("READ-SUBHEAD", place, mark=signs))
        rest = text[match.end() :]
        if not rest:
            self._end()
            self._told_hollow(signs, Place(self.context.path, line, column))
            return True
        look = "subhead" if len(signs) < 3 else "subhead3"
        current = self.open if self.open and self.open.look == look else self._begin(look)
        current.pieces.append((rest, line, column + match.end()))
        return True

    def _item(self, text: str, line: int, column: int) -> bool:
        match = ITEM.match(text)
        if match is None or match.end() == len(text):
            return False
        if match.group(2):
            self._marked(text, 0, match.end(), line, column)
        elif own := MARKER.match(text, match.end()):
            self._marked(text, match.end(), own.end(), line, column)
        else:
            self._marked(text, 0, match.end(), line, column)
        return True

    def _marked(self, text: str, start: int, end: int, line: int, column: int) -> None:
        """Begins an item; text[start:end] is its marker."""
        said = text[start:end].strip()
        current = self._begin("item", BULLET if said in SIGNS_OF_ITEMS else f"{said} ")
        current.column = column
        rest = text[end:].lstrip(" \t\u3000\xa0")
        current.pieces.append((rest, line, column + len(text) - len(rest)))

    def _ornament(self, text: str, line: int, column: int) -> bool:
        if ORNAMENT.fullmatch(text) is None:
            return False
        self._end()
        place = Place(self.context.path, line, column)
        if self.box:
            self._told_misplaced(self.box, "***", place)
        else:
            self.blocks.append(Ornament(place))
        return True

    def _photo(self, text: str, line: int, column: int) -> None:
        self._end()
        place = Place(self.context.path, line, column)
        found = photo(text, place, self.folder, self.context)
        if found is None:
            return
        if self.box:
            self._told_misplaced(self.box, text.split("]", 1)[0] + "]", place)
        self.blocks.append(found)

    def _fence(self, text: str, line: int, column: int) -> None:
        self._end()
        match = FENCE.match(text)
        kind = match.group(1) if match else ""
        place = Place(self.context.path, line, column)
        if not kind:
            if self.box:
                self._close_box()
            else:
                self.context.findings.append(finding("READ-BOX-CLOSE", place))
            return
        if self.box:
            self.context.findings.append(finding("READ-BOX-OPEN", self.box.place))
            self._close_box()
        if kind not in BOX_KINDS:
            self.context.findings.append(unknown("READ-BOX-KIND", place, kind, BOX_KINDS))
            kind = "box"
        start = match.end() if match else len(text)
        title = text[start:]
        heading = None
        if title:
            heading = paragraph("box-title", Raw(title, ((0, line, column + start),)), self.context)
        self.box = _OpenBox(kind, heading, place)

    def _told_misplaced(self, box: _OpenBox, what: str, place: Place) -> None:
        box.misplaced = True
        self.context.findings.append(finding("READ-BOX-CONTENT", place, what=what))

    def _told_hollow(self, mark: str, place: Place) -> None:
        self.context.findings.append(finding("READ-HOLLOW", place, mark=mark))

    def _close_box(self) -> None:
        if self.box and not self.box.blocks and not self.box.misplaced:
            self._told_hollow(f"::: {self.box.kind}", self.box.place)
        if self.box:
            self.blocks.append(Box(self.box.kind, self.box.title, tuple(settled(self.box.blocks)), self.box.place))
        self.box = None

    def _note(self, text: str, line: int, column: int) -> bool:
        match = NOTE.match(text)
        if match is None:
            return False
        current = self._begin("note", label=match.group(1))
        current.pieces.append((text[match.end() :], line, column + match.end()))
        return True

    def _note_text(self, current: _Open, raw: Raw) -> None:
        _, line, column = current.pieces[0]
        place = Place(self.context.path, line, max(column - len(current.label) - 5, 1))
        if current.label in self.note_raws:
            self.context.findings.append(finding("READ-TWICE", place, what=f"[^{current.label}]:"))
        else:
            self.note_raws[current.label] = raw, place

    def notes(self) -> tuple[Note, ...]:
        """The notes referred to, in the order of their numbers; call after the whole body is read."""
        found: dict[str, Note] = {}
        waiting = True
        while waiting:  # a note's text may refer to another note
            waiting = False
            for label, number in tuple(self.context.notes.items()):
                if label in found or label not in self.note_raws:
                    continue
                raw, _ = self.note_raws[label]
                found[label] = Note(label, paragraph("note", raw, self.context, note_mark(number)))
                waiting = True
        for label, place in self.context.first.items():
            text = found[label].paragraph.text if label in found else ""
            if len(text) <= len(note_mark(self.context.notes[label])):
                self.context.findings.append(finding("READ-NOTE-TEXT", place, label=label))
        for label, (_, place) in self.note_raws.items():
            if label not in found:
                self.context.findings.append(finding("READ-NOTE-UNUSED", place, label=label))
        return tuple(found[label] for label in self.context.notes if label in found)


def inner_notes(lines: list[str], habits: Habits) -> dict[str, list[str]]:
    """Label of each note whose text refers to others → the labels of these."""
    found: dict[str, list[str]] = {}
    label = ""
    for index, line in enumerate(lines):
        if index in habits.passed:
            continue
        text = line.strip()
        match = NOTE.match(text)
        goes_on = text and index not in habits.starts
        label = match[1] if match else label if goes_on else ""
        if label and (inner := _REFERENCE.findall(text, match.end() if match else 0)):
            found.setdefault(label, []).extend(inner)
    return found


def joined(pieces: list[tuple[str, int, int]], kept: Collection[int] = ()) -> Raw:
    """Source lines as one raw text: a trailing backslash keeps a line end as a forced break; so do pieces in `kept`.

    Otherwise lines join without a space beside Han and with one between two Latin words.
    """
    if len(pieces) == 1 and not pieces[0][0].endswith("\\"):
        text, line, column = pieces[0]
        return Raw(text, ((0, line, column),))
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    for index, (text, line, column) in enumerate(pieces):
        last = index + 1 == len(pieces)
        forced = _trailing_backslash(text)
        shown = text[:-1].rstrip() if forced else text
        if not last:
            shown += BREAK if forced or index in kept else _joint(text, pieces[index + 1][0])
        runs.append((size, line, column))
        parts.append(shown)
        size += len(shown)
    return Raw("".join(parts), tuple(runs))


def _trailing_backslash(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _joint(before: str, after: str) -> str:
    """What stands for the line end between two lines: nothing beside Han, a space between Latin words."""
    if after[:1] in UNITS:
        return ""
    before = _MARKS_BEHIND.sub("", before[-200:])
    after = _MARKS_BEFORE.sub("", after[:200], count=1)
    if not before or not after:
        return " "
    return "" if chinese_side(before, len(before) - 1, -1) or chinese_side(after, 0, 1) else " "
