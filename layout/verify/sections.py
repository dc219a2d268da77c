"""The sections of an account: each story's section stands on one of its pages or in the contents, or a finding says so.

A section is written in the plan or in a manuscript's front matter, and stands in furniture, for which flow makes the
paragraphs: it is looked up by its words. A design that shows no sections owes none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
from layout.model.plan import Plan
from layout.model.story import Story
from layout.model.template import PageTemplate
from layout.verify.placed import squeezed


def sections(
    plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page], templates: Iterable[PageTemplate]
) -> tuple[Finding, ...]:
    """A finding for each entry whose section none of its story's pages shows, nor the contents."""
    if not any("section" in piece.names for template in templates for piece in template.furniture):
        return ()
    return tuple(_lost(plan, stories, pages))


def _lost(plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page]) -> Iterator[Finding]:
    listed = {words for page in pages for frame in page.frames if frame.takes == "contents" for words in _said(frame)}
    told: set[tuple[str, str]] = set()
    for entry in plan.entries:
        story = stories.get(entry.name) if entry.kind == "story" and entry.part == "body" else None
        section = (entry.section or story.section) if story else ""
        if story is None or not section or (entry.name, section) in told:
            continue
        own = [page for page in pages if page.story == entry.name or _has(page, story.path)]
        words = squeezed(section)
        said = (text for page in own for frame in page.frames for text in _said(frame))
        if own and not any(words in text for text in said) and not any(words in text for text in listed):
            told.add((entry.name, section))
            yield finding("ACCOUNT-SECTION", entry.place, own[0].number, section=section, story=story.title)


def _has(page: Page, path: str) -> bool:
    """Whether lines of the manuscript at `path` stand on the page."""
    return any(line.shaped.paragraph.source.path == path for frame in page.frames for line in frame.lines)


def _said(frame: PlacedFrame) -> Iterator[str]:
    """What furniture and contents say, paragraph by paragraph. One that is cut off is told where it is set."""
    if frame.takes in ("furniture", "contents"):
        for line in frame.lines:
            yield squeezed(line.shaped.paragraph.text)
