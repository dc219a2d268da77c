"""The table [suits] of a page template goes in; for which stories it may be chosen comes out."""

from typing import Literal

from layout.model.template import Suits
from layout.read.spans import span
from layout.read.table import Table

SUITS = ("page", "title", "text", "photos", "label", "verse", "tight")

_PAGES: tuple[Literal["open", "next"], ...] = ("open", "next")


def suits(table: Table) -> Suits | None:
    """For which stories the template is chosen: its own affair, not that of those that extend it."""
    if not table.has("suits"):
        return None
    inner = table.table("suits", SUITS)
    inner.need("page", '"open"')
    title, text, photos = (span(inner, key) for key in ("title", "text", "photos"))
    page = inner.choice("page", _PAGES, "open")
    label, verse, tight = (inner.yes(key, False) for key in ("label", "verse", "tight"))
    return Suits(page, title, text, photos, label, verse, tight)
