"""A story's boxes go in; the paragraphs they hold come out with the styles that their kind asks for."""

from layout.flow.citing import cited, labels_of, referred, said_in
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.place import Place
from layout.model.story import Box, Note, Paragraph, Story, Table
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


def outgrown(setting: Setting, story: Story | None, article: Article) -> frozenset[Place]:
    """Places of the boxes that are longer than their page, though their frames are as high as they need."""
    templates = (setting.templates[page.template] for page in article.pages if page.template in setting.templates)
    frames = (frame for template in templates for frame in template.frames)
    opened = {frame.name for frame in frames if frame.takes == "box" and not all(frame.lines)}
    over = [item for item in article.findings if item.code == "PAGE-FRAME-FULL"]
    places = [item.place for item in over if item.place and dict(item.values)["frame"] in opened]
    boxes = [block.place for block in story.blocks if isinstance(block, Box)] if story else []
    # what is told is told at the box's first line, which follows the one that opens it
    return frozenset(max((box for box in boxes if box <= place), default=place) for place in places)


def with_notes(apart: list[Box | Table], notes: tuple[Note, ...], elsewhere: frozenset[str]) -> tuple[Box | Table, ...]:
    """Boxes and tables for frames of their own, with the notes that they refer to at their end, where these do not
    stand elsewhere."""
    made: list[Box | Table] = []
    for block in apart:
        found = cited(referred(*said_in(block)), notes, elsewhere)
        elsewhere |= labels_of(found)
        own = tuple(note.paragraph for note in found)
        if own and isinstance(block, Table):
            block = replace(block, notes=own)
        elif own and isinstance(block, Box):
            block = replace(block, blocks=(*block.blocks, *own))
        made.append(block)
    return tuple(made)
