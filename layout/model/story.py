"""What a manuscript says: its heading, paragraphs with inline marks, photos, boxes and tables, each with its place."""

import re
from collections.abc import Iterator
from typing import Literal

from layout.model.place import Place, Source
from layout.model.value import replace, value

MarkKind = Literal["style", "dot", "name", "book", "frame", "ruby", "note", "link", "break", "cells", "item"]
"""style: value names a character style (strong, kai, sup …) · dot 着重号 · name 专名号 · book 书名号 · frame 示亡号 ·
ruby: value is the reading · note: value is the note's label · link: value is the address · break: forced line break
after the last character of the mark · cells: value is over how many em they are spread (均排) · item: the marker of a
list's item; value has the widest marker of each list it stands in, a line each, its own list's last."""


@value
class Mark:
    """Something said of the characters start … end-1 of a paragraph's text. Marks may nest; they never cut a rule."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@value
class Paragraph:
    """A run of text set in the paragraph style `role`. `text` holds no markup; a forced break is a `break` mark."""

    role: str
    text: str
    source: Source
    marks: tuple[Mark, ...] = ()


def led(paragraph: Paragraph, mark: str) -> Paragraph:
    """The paragraph with `mark` before it, its own characters at their places in the manuscript."""
    width = len(mark)
    (_, line, column), *_ = runs = paragraph.source.runs
    shifted = tuple((start + width, row, at) for start, row, at in runs)
    source = Source(paragraph.source.path, ((0, line, max(column - width, min(line, 1))), *shifted))
    marks = tuple(Mark(one.start + width, one.end + width, one.kind, one.value) for one in paragraph.marks)
    return Paragraph(paragraph.role, mark + paragraph.text, source, marks)


def without_notes(paragraph: Paragraph) -> Paragraph:
    """The paragraph without its references to notes, as the contents and running heads say it."""
    spans = sorted((mark.start, mark.end) for mark in paragraph.marks if mark.kind == "note")
    if not spans:
        return paragraph
    ends = [0, *(end for _, end in spans)]
    kept = list(zip(ends, [*(start for start, _ in spans), len(paragraph.text)], strict=True))
    text, runs = "", list[tuple[int, int, int]]()
    for start, end in kept:
        place = paragraph.source.place(start)
        own = ((at - start + len(text), line, column) for at, line, column in paragraph.source.runs if start < at < end)
        runs += ((len(text), place.line, place.column), *own) if start < end else ()
        text += paragraph.text[start:end]

    def moved(at: int) -> int:
        return at - sum(min(end, at) - start for start, end in spans if start < at)

    marks = [Mark(moved(m.start), moved(m.end), m.kind, m.value) for m in paragraph.marks if m.kind != "note"]
    marks = [replace(m, start=m.end - 1) if m.kind == "break" else m for m in marks]  # a break may stand behind a note
    left = tuple(mark for mark in marks if 0 <= mark.start < mark.end)
    return Paragraph(paragraph.role, text, Source(paragraph.source.path, tuple(runs)), left)


SPEAKER = re.compile(r"[\w·]{1,8}：")
"""A speaker's name and its colon, at the head of a paragraph."""


_COUNTED = re.compile(r"[!-~¡-¶¸-ԯ]+|\S")
"""A word or number of Latin, Greek or Cyrillic letters and figures, or one character of any other kind."""


def characters(text: str) -> int:
    """字数 as word processors count it: each Han and each of its marks is one, a word or a number one, spaces none."""
    return sum(1 for _ in _COUNTED.finditer(text))


@value
class Photo:
    """A picture a story asks for. `path` is relative to the issue folder; focus in per mille from its top left."""

    path: str
    place: Place
    caption: Paragraph | None = None
    credit: Paragraph | None = None
    columns: int = 0
    """columns wanted; 0: as the template says"""
    focus: tuple[int, int] = (500, 500)
    short: Paragraph | None = None
    """a shorter caption, which the fitter may take"""
    whole: bool = False
    """nothing of it may be cut off: a drawing, a map"""
    notes: "tuple[Note, ...]" = ()
    """that stand below its caption"""
    cut: bool = False
    """it may be cut to its frame's shape though little of it is shown then: somebody has looked at it"""


@value
class Box:
    """Paragraphs that stand apart: kind box, keypoints, figures, bio, note or quote."""

    kind: str
    title: Paragraph | None
    blocks: tuple[Paragraph, ...]
    place: Place


@value
class Ornament:
    """A `***` line: an empty place between two paragraphs, marked by the house's ornament."""

    place: Place


Side = Literal["left", "center", "right"]


@value
class Table:
    """Rows of cells, all equally long; the first row is the head. `sides`: where the cells of each column stand."""

    rows: tuple[tuple[Paragraph, ...], ...]
    sides: tuple[Side, ...]
    place: Place
    caption: Paragraph | None = None
    notes: tuple[Paragraph, ...] = ()
    """those it refers to, where it stands in a frame of its own: below it"""

    @property
    def kind(self) -> str:
        """What findings call it, as they do the kinds of boxes."""
        return "table"


Block = Paragraph | Photo | Box | Table | Ornament


@value
class Note:
    label: str
    paragraph: Paragraph


@value
class Story:
    """One manuscript. Heading paragraphs by role: series, kicker, title, deck, standfirst, byline, office, label;
    a role with several lines (a two-line title) has one paragraph with `break` marks."""

    slug: str
    path: str
    section: str
    title: str
    """the title as one line, for the contents and bookmarks"""
    authors: tuple[str, ...]
    heading: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Photo))

    @property
    def text(self) -> Iterator[Paragraph]:
        """What counts as the story's length: all but its heading, captions and credits."""
        for block in self.blocks:
            if not isinstance(block, Photo):
                yield from _said(block)
        yield from (note.paragraph for note in self.notes)

    @property
    def length(self) -> int:
        """字数 of the text."""
        return sum(characters(paragraph.text) for paragraph in self.text)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All that is said, in the order of the manuscript, notes last."""
        yield from self.heading
        for block in self.blocks:
            yield from _said(block)
        yield from (note.paragraph for note in self.notes)


def _said(block: Block) -> Iterator[Paragraph]:
    """Paragraphs of a block."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Photo):
        yield from filter(None, (block.caption, block.short, block.credit))
    elif isinstance(block, Box):
        yield from (block.title, *block.blocks) if block.title else block.blocks
    elif isinstance(block, Table):
        yield from filter(None, (block.caption, *(cell for row in block.rows for cell in row)))
