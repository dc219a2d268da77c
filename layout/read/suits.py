"""The table [suits] of a page template goes in; for which stories it may be chosen comes out."""

import re
from typing import Literal

from layout.model.template import ANY, Suits
from layout.read.table import Table

SUITS = ("page", "title", "text", "photos", "label", "verse", "tight")

_PAGES: tuple[Literal["open", "next"], ...] = ("open", "next")
_COUNT = re.compile(r"\s*(\d{1,6}|(?=[-–]\s*\d))\s*(?:([-–])\s*(\d{0,6})\s*)?")


def suits(table: Table) -> Suits | None:
    """For which stories the template is chosen: its own affair, not that of those that extend it."""
    if not table.has("suits"):
        return None
    inner = table.table("suits", SUITS)
    inner.need("page", '"open"')
    title, text, photos = (_count(inner, key) for key in ("title", "text", "photos"))
    page = inner.choice("page", _PAGES, "open")
    label, verse, tight = (inner.yes(key, False) for key in ("label", "verse", "tight"))
    return Suits(page, title, text, photos, label, verse, tight)


def _count(table: Table, key: str) -> tuple[int, int]:
    """Least and most of "0", "1-3", "800-" or "-14"."""
    value = table.text(key, example='"1-3"')
    match = _COUNT.fullmatch(value)
    least = int(match[1] or 0) if match else 0
    most = (int(match[3]) if match[3] else ANY[1] if match[2] else least) if match else ANY[1]
    if value and (match is None or most < least):
        table.bad(key, value, '"1-3"')
        return ANY
    return least, most
