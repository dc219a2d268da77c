"""A draft with an address in it goes in; the address parts at its joints and nowhere else while it can."""

import re

from layout.shape.draft import Draft

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[!-~]*", re.ASCII | re.IGNORECASE)
_JOINT = re.compile(r"[/.\-?&=_#]+(?=[^/.\-?&=_#])")
LAST_RESORT = 4
"""A break that is taken only where the line would else stick out."""


def set_addresses(draft: Draft) -> None:
    """Breaks after / . ? & = - _ of an address, whatever the prohibition level says of a solidus in Chinese text; never
    a hyphen, which would be read as a part of it (CSS Text 4; 3.12)."""
    for match in _ADDRESS.finditer(draft.text):
        start, end = match.span()
        draft.breaks[start : end - 1] = [LAST_RESORT] * (end - 1 - start)
        for joint in _JOINT.finditer(draft.text, start, end):
            draft.breaks[joint.end() - 1] = 1
