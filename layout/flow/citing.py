"""Paragraphs that refer to notes go in; the notes that stand with them come out, each once.

A note stands with what refers to it first: with the text, where this or its heading does, else below the box, the table
or the caption that does. What a note's own text refers to stands behind it.
"""

from collections.abc import Collection, Iterable, Iterator

from layout.model.story import Box, Note, Paragraph, Photo, Story, Table
from layout.model.value import replace


def referred(*paragraphs: Paragraph | None) -> Iterator[str]:
    """Labels of the notes that the paragraphs refer to, in their order."""
    for paragraph in paragraphs:
        for mark in paragraph.marks if paragraph else ():
            if mark.kind == "note":
                yield mark.value


def cited(labels: Iterable[str], notes: Iterable[Note], elsewhere: Collection[str] = ()) -> tuple[Note, ...]:
    """The notes of these labels, behind each those that its own text refers to; none of those that stand elsewhere."""
    known = {note.label: note for note in notes}
    found: dict[str, Note] = {}
    waiting = [*labels][::-1]
    while waiting:
        label = waiting.pop()
        if label in found or label in elsewhere or label not in known:
            continue
        found[label] = known[label]
        waiting += [*referred(known[label].paragraph)][::-1]
    return tuple(found.values())


def labels_of(notes: Iterable[Note]) -> frozenset[str]:
    """The labels of the notes."""
    return frozenset(note.label for note in notes)


def said_in(block: Paragraph | Box | Table) -> tuple[Paragraph | None, ...]:
    """The paragraphs of a block, its title or caption first."""
    if isinstance(block, Box):
        return (block.title, *block.blocks)
    if isinstance(block, Table):
        return (block.caption, *(cell for row in block.rows for cell in row))
    return (block,)


def photos_of(story: Story) -> tuple[Photo, ...]:
    """The story's photos, each with the notes that only its caption or credit refers to."""
    if not story.notes:
        return story.photos
    said = [p for b in story.blocks if isinstance(b, (Paragraph, Box, Table)) for p in said_in(b)]
    taken = labels_of(cited(referred(*story.heading, *said), story.notes))
    made: list[Photo] = []
    for photo in story.photos:
        own = cited(referred(photo.caption, photo.short, photo.credit), story.notes, taken)
        taken |= labels_of(own)
        made.append(replace(photo, notes=own) if own else photo)
    return tuple(made)
