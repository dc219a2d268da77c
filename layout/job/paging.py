"""Pages that entries take go in; what is blank between them, and whether their number is right, come out."""

from collections.abc import Collection, Iterator, Sequence

from layout.model.finding import Finding, finding
from layout.model.page import BLANK, Page
from layout.model.place import Place
from layout.model.plan import Entry, Plan

COVER_PAGES = 4


def blank(number: int) -> Page:
    """A page of the body that nobody takes."""
    return Page(number, str(number), "recto" if number % 2 else "verso", BLANK, ())


def span(pages: Sequence[int]) -> str:
    """Pages that follow one another, as findings say them: 3, or 3–7."""
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def skipped(entry: Entry, first: int, pages: Sequence[int]) -> Iterator[Finding]:
    """Findings for an entry that begins on page `first` and leaves these pages before it blank."""
    if entry.at and pages:
        yield finding("PAGE-GAP", entry.place, name=entry.name, at=entry.at, pages=span(pages))
    elif pages:
        yield finding("PAGE-BLANK", entry.place, name=entry.name, start=entry.start, pages=span(pages))
    if entry.at and first > entry.at:
        yield finding("PAGE-AT", entry.place, name=entry.name, at=entry.at, first=first)


def too_late(entry: Entry, story: Entry, count: int) -> Finding:
    """A finding for an entry that should share a page which the story before it does not have."""
    wanted = entry.story_page
    return finding("PAGE-STORY-PAGE", entry.place, name=entry.name, wanted=wanted, story=story.name, pages=count)


def beyond(entries: Sequence[Entry], holes: Sequence[int], taken: Collection[int]) -> Iterator[Finding]:
    """Findings for entries booked on pages that what stands before them does not reach."""
    for run in _runs(holes):
        entry = min((one for one in entries if one.at > run[-1]), key=lambda one: one.at, default=None)
        if entry is None:
            continue
        end = max((page for page in taken if page < run[0]), default=run[0] - 1)
        yield finding("PAGE-BEYOND", entry.place, name=entry.name, at=entry.at, end=end, pages=span(run))


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def counted(plan: Plan, body: int, cover: int) -> Iterator[Finding]:
    """Findings for totals that cannot be printed or bound."""
    missing = -body % plan.total_of
    if missing:
        yield finding("PAGE-COUNT", Place(plan.path), body, pages=body, multiple=plan.total_of, missing=missing)
    if plan.spine and cover not in (0, COVER_PAGES):
        yield finding("PAGE-COVER", Place(plan.path), pages=cover)
    elif cover > 1 and cover % 2:
        yield finding("PAGE-COVER-ODD", Place(plan.path), pages=cover)


def unused(entry: Entry, pages: Sequence[Page]) -> Iterator[Finding]:
    """A finding for templates that the plan names for a story of as many pages as it takes, which has none for them."""
    names, count = entry.templates[len(pages) :], len(entry.templates)
    if entry.kind == "story" and not entry.pages and pages and names:
        told = ", ".join(names)
        yield finding("PAGE-UNUSED", entry.place, pages[-1].number, name=entry.name, templates=told, pages=count)
