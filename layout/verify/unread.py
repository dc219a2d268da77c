"""What was read of a manuscript, held against the file: no Han of it is left out of the story.

A Han that no paragraph took must be part of a mark, or stand in a line that a finding speaks of. Only Han are looked
at: they carry the text of a Chinese magazine, and hardly any syntax is written with them, so that one which nobody
read is text that was lost. The head of a manuscript is TOML, whose unknown keys the reader tells.
"""

import re
from collections.abc import Iterable, Mapping

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph, Story
from layout.verify.columns import columns_of

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
EXCERPT = 24
"""Characters of an unread text that its finding quotes."""
_MARKS = re.compile(
    r"\]\([^()\n]*\)"  # where a photo lies, where a link leads
    r"|\[\^[^\]\n]*\]"  # a note's label
    r"|^ *:::.*$"  # the kind of a box; its title is a paragraph
)
"""Parts of a line that are marks and not text, whatever they are written with."""


def unread(body: Mapping[int, str], story: Story, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for the first Han of each line of a manuscript that stand in no paragraph of its story. `body`: its
    lines behind the head by number, without comments. `found`: what the reader found."""
    taken = _taken(story.paragraphs)
    told = {item.place.line for item in found if item.place and item.place.path == story.path}
    lost = []
    of_told = False  # within what a told line began: its further paragraphs are set in, as those of a note
    for number, line in body.items():
        if line.strip():
            of_told = number in told or (of_told and line[0].isspace())
        spans = [*taken.get(number, ()), *(match.span() for match in _MARKS.finditer(line))]
        left = _outside(line, spans)
        if left and not of_told:
            excerpt = left[0].group()[:EXCERPT]
            lost.append(finding("ACCOUNT-UNREAD", Place(story.path, number, left[0].start() + 1), text=excerpt))
    return tuple(lost)


def _taken(paragraphs: Iterable[Paragraph]) -> Mapping[int, list[tuple[int, int]]]:
    """By line, the spans (from 0, end excluded) that paragraphs have."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for paragraph in paragraphs:
        for line, column, _, length in columns_of(paragraph.source, 0, len(paragraph.text)):
            taken.setdefault(line, []).append((column - 1, column - 1 + length))
    return taken


def _outside(line: str, spans: Iterable[tuple[int, int]]) -> list[re.Match[str]]:
    """The runs of Han that begin in none of the spans, or end in none."""
    covered = bytearray(len(line))
    for start, end in spans:
        covered[start:end] = b"\x01" * (min(end, len(line)) - start)
    return [match for match in HAN.finditer(line) if not all(covered[match.start() : match.end()])]
