"""The last step held against the one before: every character of a page's lines is painted on its sheet."""

from collections import Counter
from collections.abc import Iterable

from layout.model.display import GlyphRun, Sheet
from layout.model.finding import Finding, finding
from layout.model.page import Page
from layout.verify.placed import line_characters

EXCERPT = 24
"""Characters of what is lost that the finding quotes."""


def painted(pages: Iterable[tuple[Page, Sheet]]) -> tuple[Finding, ...]:
    """A finding for each page whose sheet does not show every character that its lines have."""
    told = []
    for page, sheet in pages:
        lost = _characters_of_lines(page) - _characters_of_runs(sheet)
        if lost:
            text = "".join(lost.elements())[:EXCERPT]
            told.append(finding("ACCOUNT-NOT-PAINTED", None, page.number, text=text, characters=lost.total()))
    return tuple(told)


def _characters_of_lines(page: Page) -> Counter[str]:
    lines = (placed for frame in page.frames for placed in frame.lines)
    return Counter("".join(map(line_characters, lines)))


def _characters_of_runs(sheet: Sheet) -> Counter[str]:
    return Counter("".join("".join(item.text) for item in sheet.items if isinstance(item, GlyphRun)))
