"""A table's key goes in; the least and the most that its span, such as "2-4", "800-" or "-14", leaves come out."""

import re

from layout.model.template import ANY
from layout.read.table import Table

_SPAN = re.compile(r"\s*(\d{1,6}|(?=[-–]\s*\d))\s*(?:([-–])\s*(\d{0,6})\s*)?")


def span(table: Table, key: str, example: str = '"1-3"') -> tuple[int, int]:
    """Least and most; ANY where the key is absent or wrong, the latter with a finding."""
    value = table.text(key, example=example)
    match = _SPAN.fullmatch(value)
    least = int(match[1] or 0) if match else 0
    most = (int(match[3]) if match[3] else ANY[1] if match[2] else least) if match else ANY[1]
    if value and (match is None or most < least):
        table.bad(key, value, example)
        return ANY
    return least, most
