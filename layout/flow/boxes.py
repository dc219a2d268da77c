"""A story's boxes go in; the paragraphs they hold come out with the styles that their kind asks for."""

from layout.model.story import Box, Note, Paragraph, Table
from layout.model.value import replace

BOX_STYLES: dict[tuple[str, str], str] = {
    ("keypoints", "body"): "keypoint",
    ("keypoints", "item"): "keypoint",
    ("figures", "subhead"): "figure-number",
    ("figures", "body"): "figure-text",
    ("bio", "body"): "bio",
    ("note", "body"): "note",
    ("quote", "body"): "pull-quote",
    ("box", "item"): "box-item",
    ("box", "subhead"): "box-subhead",
}
"""(kind, role) → paragraph style; any other paragraph of a box is set in the style `box`, its title in `box-title`."""


def box_items(box: Box) -> tuple[tuple[Paragraph, str], ...]:
    """The box's paragraphs, title first, each with its paragraph style."""
    title = ((box.title, "box-title"),) if box.title else ()
    return title + tuple((item, _style(box, item)) for item in box.blocks)


def _style(box: Box, item: Paragraph) -> str:
    """Who said a pull quote stands under it, led by a dash, in a style of its own. Notes keep theirs."""
    if item.role == "note":
        return "note"
    if box.kind == "quote" and item.text.startswith("——"):
        return "pull-quote-by"
    return BOX_STYLES.get((box.kind, item.role), "box")


def with_notes(apart: Box | Table, notes: tuple[Note, ...]) -> Box | Table:
    """A box or table for a frame of its own, with the notes it refers to at its end: they cannot stand at a column's
    foot."""
    cells = tuple(cell for row in apart.rows for cell in row) if isinstance(apart, Table) else apart.blocks
    title = apart.caption if isinstance(apart, Table) else apart.title
    labels = {mark.value for p in (title, *cells) if p for mark in p.marks if mark.kind == "note"}
    own = tuple(note.paragraph for note in notes if note.label in labels)
    if not own:
        return apart
    return replace(apart, notes=own) if isinstance(apart, Table) else replace(apart, blocks=(*apart.blocks, *own))
