"""The table [suits] of a page template goes in; for which stories it may be chosen comes out."""

from typing import Literal, get_args

from layout.model.template import Suits, TooMuch
from layout.read.spans import span
from layout.read.table import Table

SUITS = ("page", "title", "text", "photos", "label", "verse", "too")

_PAGES: tuple[Literal["open", "next"], ...] = ("open", "next")
_LENGTHS: tuple[TooMuch, ...] = get_args(TooMuch)


def suits(table: Table) -> Suits | None:
    """For which stories the template is chosen: its own affair, not that of those that extend it."""
    if not table.has("suits"):
        return None
    inner = table.table("suits", SUITS)
    inner.need("page", '"open"')
    title, text, photos = (span(inner, key) for key in ("title", "text", "photos"))
    page = inner.choice("page", _PAGES, "open")
    too = inner.choice("too", _LENGTHS, "")
    return Suits(page, title, text, photos, inner.yes("label", False), inner.yes("verse", False), too)
