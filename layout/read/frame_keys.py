"""The keys of a frame, and which of them mean something for what it takes: the one table of both.

A key that does nothing is an error, not passed over: whoever writes it expects something of it.
"""

from layout.model.finding import finding
from layout.read import heading
from layout.read.table import Table

TAKES = (
    *("heading", *heading.ROLES, "photo", "advert", "story", "box", "table", "contents", "teaser", "barcode"),
    *("tint", "rule"),
)
"""What a frame may take, besides text:<name> and qr:<name or text>."""

_EVERY = ("name", "takes", "columns", "lines")
_ASIDE = ("displaces", "gap")
"""What a frame does to the text under it."""
_LINES = ("rule", "rule-width", "rule-colour")
_GROUND = ("tint", "bleed")
_BLOCK = ("direction", "inner", "gutter", "stand", "styles", "inset", "elastic", *_ASIDE, *_GROUND, *_LINES)
"""Of paragraphs stacked in a frame."""
_PICTURE = ("styles", "caption", "fit", "stand", "bleed", "tint", "inset", *_ASIDE)

KEYS: dict[str, tuple[str, ...]] = {
    "heading": (*_BLOCK, "roles", "beside"),
    **dict.fromkeys(heading.ROLES, (*_BLOCK, "beside")),
    "text": (*_BLOCK, "beside"),
    "box": (*_BLOCK, "kinds"),
    "photo": (*_PICTURE, "elastic", "abreast", "spread"),
    "teaser": _PICTURE,
    "advert": ("styles", "fit", "stand", "bleed", "tint", "spread", *_ASIDE),
    "table": ("stand", "inset", "elastic", *_ASIDE, *_GROUND),
    "contents": ("styles", "roles", "offices", "inner", "gutter", "folio", "leader", "join", *_ASIDE),
    "story": (
        *("direction", "linked", "initial", "end-mark", "notes", "note-numbers", "inner", "gutter", "balance"),
        *("styles", "roles", "inset", "column-rule"),
    ),
    "barcode": ("styles", "stand", "elastic", *_ASIDE),
    "qr": ("stand", "elastic", *_ASIDE),
    "tint": ("elastic", *_ASIDE, *_GROUND, *_LINES),
    "rule": ("elastic", *_ASIDE, *_GROUND, *_LINES),
}
"""What a frame takes (`text` and `qr` without the name) → keys that mean something for it, besides those of every
frame."""

_WITH = {"gap": "displaces", "rule-width": "rule", "rule-colour": "rule", "gutter": "inner", "leader": "folio"}
"""Keys that do nothing without another one."""
FRAME = (*_EVERY, *dict.fromkeys(key for keys in KEYS.values() for key in keys))
"""All keys of a frame."""


def check_kind(item: Table, takes: str) -> None:
    """A finding for each key that does nothing in a frame that takes this, or without another key."""
    wanted = KEYS[takes.partition(":")[0]]
    for key in item.values:
        if key in FRAME and key not in _EVERY and key not in wanted:
            known = ", ".join(wanted)
            item.findings.append(finding("READ-KEY-IDLE", item.place(key), key=key, takes=takes, known=known))
        elif (other := _WITH.get(key)) and other not in item.values:
            item.findings.append(finding("READ-KEY-ALONE", item.place(key), key=key, other=other))
