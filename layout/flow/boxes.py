"""A story's boxes go in; the paragraphs they hold come out with the styles that their kind asks for."""

from layout.model.story import Box, Paragraph

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
    """Who said a pull quote stands under it, led by a dash, in a style of its own."""
    if box.kind == "quote" and item.text.startswith("——"):
        return "pull-quote-by"
    return BOX_STYLES.get((box.kind, item.role), "box")
