"""A story and a draft whose pages show its label nowhere go in; the story with the label over its title comes out."""

from itertools import takewhile

from layout.flow.draft import Draft, Sketch
from layout.flow.left import origin, origins
from layout.flow.opening import Copy
from layout.model.story import Paragraph
from layout.model.value import replace

OVER_TITLE = "kicker"
"""What a label is where no page has a place for one: both say briefly what the story belongs to."""


def over_title(copy: Copy, draft: Draft) -> Copy | None:
    """The copy with its label among the kickers; None where a page has a place for it, or there is none."""
    heading = copy.waiting.heading
    label = next((head for head in heading if head.role == "label" and head.text.strip()), None)
    if label is None or copy.rest or any(_has(sketch, label) for sketch in draft.pages):
        return None
    if _opens(draft, label):
        return None
    others = tuple(head for head in heading if head is not label)
    return replace(copy, waiting=replace(copy.waiting, heading=(replace(label, role=OVER_TITLE), *others)))


def takes_kickers(copy: Copy, draft: Draft) -> bool:
    """Whether the draft shows what stands over the title."""
    first = copy.waiting.heading[0]
    return _opens(draft, first) or any(_placed(sketch, first) for sketch in draft.pages)


def _has(sketch: Sketch, label: Paragraph) -> bool:
    named = any("label" in piece.names for piece in sketch.opened.template.furniture)
    return named or _placed(sketch, label)


def _placed(sketch: Sketch, head: Paragraph) -> bool:
    return origin(head) in origins(sketch.opened.placed.frames)


def _opens(draft: Draft, head: Paragraph) -> bool:
    """Whether it stands at the beginning of the running text."""
    opening = takewhile(lambda block: block.paragraph.role != "body", draft.text.blocks)
    return any(origin(block.paragraph) == origin(head) for block in opening)
