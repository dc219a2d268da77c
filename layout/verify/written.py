"""What must stand on the pages: the paragraphs of the stories that are set, and the texts of the plan.

A paragraph may recur (a head that a template repeats), or stand in furniture instead of in a frame (a label at the
fore-edge).
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from layout.model.page import Page
from layout.model.place import Place
from layout.model.plan import Entry, Plan
from layout.model.story import Block, Box, Paragraph, Photo, Story, Table
from layout.model.value import value

ROLES_OF_FURNITURE = ("label", "series")
"""Roles of a story's head that a design may show in its furniture instead of in the head."""


class Recurs(Enum):
    """How a text may stand on the pages more than once."""

    NEVER = 0
    ON_LATER_PAGES = 1
    """a head or a text of the plan that a template shows again, a note that each page has which refers to it"""
    IN_LATER_COLUMNS = 2
    """the head of a table that is divided"""


@value
class Written:
    """A paragraph that must stand on a page."""

    paragraph: Paragraph
    owner: Place
    """where the block it belongs to begins (a photo, a box): the place that findings about the whole block give"""
    recurs: Recurs = Recurs.NEVER
    furniture_of: tuple[Page, ...] = ()
    """pages in whose running heads, folios and tabs it may stand instead of in a frame"""
    instead: Paragraph | None = None
    """what may stand in its stead: the shorter words of a caption"""


def every_text(plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page]) -> Iterator[Written]:
    """The paragraphs of all stories that are set, and the texts of the plan's entries."""
    for name, story in stories.items():
        entries = [entry for entry in plan.entries if entry.kind == "story" and entry.name == name]
        own = tuple(page for page in pages if page.story == name)
        if entries and (own or not all(entry.filling for entry in entries)):
            yield from _of_story(story, entries, own)
        # else it is the stock of fillers, or stands by for pages that are not missing
    for entry in plan.entries:
        if entry.filling:
            continue
        for _, text in entry.texts:
            yield Written(text, text.source.place(0), Recurs.ON_LATER_PAGES)
        if entry.series:
            own = tuple(page for page in pages if page.story == entry.name)
            yield Written(entry.series, entry.series.source.place(0), Recurs.ON_LATER_PAGES, own)


def _of_story(story: Story, entries: Sequence[Entry], pages: tuple[Page, ...]) -> Iterator[Written]:
    """The paragraphs of a story, which stands on `pages`. Its entries may give it another series."""
    series_of_plan = any(entry.series for entry in entries)
    for paragraph in story.heading:
        if paragraph.role == "series" and series_of_plan:
            continue
        furniture_of = pages if paragraph.role in ROLES_OF_FURNITURE else pages[:1]
        yield Written(paragraph, paragraph.source.place(0), Recurs.ON_LATER_PAGES, furniture_of)
    for block in story.blocks:
        yield from _of_block(block)
    for note in story.notes:
        yield Written(note.paragraph, note.paragraph.source.place(0), Recurs.ON_LATER_PAGES)


def _of_block(block: Block) -> Iterator[Written]:
    """The paragraphs of one block of a story."""
    if isinstance(block, Paragraph):
        yield Written(block, block.source.place(0))
    elif isinstance(block, Photo):
        if block.caption:
            yield Written(block.caption, block.place, instead=block.short)
        if block.credit:
            yield Written(block.credit, block.place)
    elif isinstance(block, Box):
        for paragraph in (block.title, *block.blocks):
            if paragraph:
                yield Written(paragraph, block.place)
    elif isinstance(block, Table):
        if block.caption:
            yield Written(block.caption, block.place, Recurs.IN_LATER_COLUMNS)
        for number, row in enumerate(block.rows):
            recurs = Recurs.IN_LATER_COLUMNS if number == 0 else Recurs.NEVER
            for cell in row:
                yield Written(cell, block.place, recurs)
