"""A draft with an address in it goes in; the address parts at its joints and nowhere else while it can."""

import re

from layout.shape.draft import Draft

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?:https?://|www\.)[!-~]+"
    r"|(?:doi:)?10\.\d{4,9}/[!-~]+"  # a DOI (ISO 26324)
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[!-~]*",
    re.ASCII | re.IGNORECASE,
)
_POINTS = ".,;:!?)]}'\">"
"""What closes the sentence round an address is no part of it (CMOS 6.8)."""
_ALL = r"/:@=&.~,_?#%-"
_JOINT = re.compile(rf"(?<=[/:@=&])(?![{_ALL}])|(?<=[^{_ALL}])(?=[.~,_?#%=&-])")
"""After a solidus, a colon, @; before a point, a hyphen and other signs, so that none of them is taken for the line's
own; = and & on either side (CMOS 7.44 and 17.11 of the 15th edition, 14.18 of the 17th)."""
LAST_RESORT = 4
"""A break that is taken only where the line would else stick out."""


def has_address(text: str) -> bool:
    """Whether there may be one: quick, for the many paragraphs without."""
    return "/" in text or "@" in text or "www." in text


def set_addresses(draft: Draft) -> None:
    """Breaks at the joints, whatever the prohibition level says of those signs in Chinese text; never a hyphen, which
    would be read as a part of it (CSS Text 4; 3.12)."""
    for match in _ADDRESS.finditer(draft.text):
        start = match.start()
        end = start + len(match[0].rstrip(_POINTS))
        draft.breaks[start : end - 1] = [LAST_RESORT] * (end - 1 - start)
        for joint in _JOINT.finditer(draft.text, start + 1, end - 1):
            draft.breaks[joint.start() - 1] = 1
