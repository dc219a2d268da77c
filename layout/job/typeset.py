"""A plan with its stories, templates and pictures goes in; every page of the issue comes out, in order.

Page numbers need only the plan and each article's page count, so there is one pass: the contents take a fixed number
of pages and are set last, when it is known where everything stands.
"""

from collections.abc import Mapping

from layout import flow
from layout.model.finding import Finding, finding
from layout.model.page import Article, Page, PlacedFrame
from layout.model.place import Place
from layout.model.plan import Entry, Plan
from layout.model.story import Paragraph, Photo, Story
from layout.model.template import PageTemplate
from layout.model.value import replace, value

DEFAULT_TEMPLATE = "auto-open"
"""Where the plan names no template for a story."""
COVER_PAGES = 4


@value(eq=False)
class Issue:
    """The pages of body and cover, and what was found while setting them."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    levers: tuple[str, ...]
    beyond: tuple[Page, ...] = ()
    """text that found no room, for proofs; numbered as the page it would follow"""
    spine: PlacedFrame | None = None
    """what is read on the cover's spine, which begins at x = 0"""


def typeset(plan: Plan, stories: Mapping[str, Story], setting: flow.Setting) -> Issue:
    """Set every entry; body and cover are counted apart."""
    articles: dict[int, Article] = {}
    firsts: dict[int, int] = {}
    ends: dict[str, int] = {}  # part → the entry that its last page so far belongs to
    listings: list[flow.Listing] = []
    blanks: list[Page] = []
    numbers = {"body": plan.first_page, "cover": 1}
    stock, title = _fillers(plan, stories)
    entries = [replace(entry, templates=templates_of(entry)) for entry in plan.entries]
    for index, entry in enumerate(entries):
        number = numbers[entry.part]
        if entry.part == "body" and not _starts(entry, number):
            blanks.append(_blank(number))
            number += 1
        firsts[index] = number
        if _is_contents(entry, setting.templates):
            numbers[entry.part] = number + (entry.pages or len(entry.templates))
            ends.pop(entry.part, None)
            continue
        story = stories.get(entry.name) if entry.kind == "story" else None
        followed = any(later.start == "run-on" for later in entries[index + 1 : index + 2])
        copy = replace(_copy(plan, entry, story, number, ()), fillers=() if followed else stock, filler_title=title)
        last = ends.get(entry.part)
        under = _under(setting, copy, articles[last] if last is not None else None)
        article = flow.set_article(setting, under or copy)
        numbers[entry.part] = (under or copy).first + len(article.pages)
        if story and entry.listed:
            listings.append(flow.listing(entry, story, (under or copy).first))
        if under and last is not None:
            above = articles[last]
            joined = flow.joined(above.pages[-1], article.pages[0])
            articles[last] = replace(above, pages=(*above.pages[:-1], joined), overset=article.overset)
            article = replace(article, pages=article.pages[1:])
        articles[index] = article
        stock = stock[article.fillers :]
        if article.pages:
            ends[entry.part] = index
    for index, entry in enumerate(entries):
        if index not in articles:
            articles[index] = flow.set_article(setting, _copy(plan, entry, None, firsts[index], tuple(listings)))
    issue = _issue(plan, [articles[index] for index in sorted(articles)], blanks)
    return replace(issue, spine=flow.spine(setting, plan)) if plan.spine else issue


def _fillers(plan: Plan, stories: Mapping[str, Story]) -> tuple[tuple[flow.Filler, ...], str]:
    """The stock of short pieces, and what stands over them."""
    short = stories.get(plan.fillers)
    return (flow.pieces(short.blocks), short.title) if short else ((), "")


def templates_of(entry: Entry) -> tuple[str, ...]:
    """The templates an entry opens with: those it names, a page's own, or the house's plain article."""
    return entry.templates or ((entry.name,) if entry.kind == "page" else (DEFAULT_TEMPLATE,))


def _issue(plan: Plan, articles: list[Article], blanks: list[Page]) -> Issue:
    pages = sorted(
        (*blanks, *(page for a in articles for page in a.pages)), key=lambda p: (p.part == "cover", p.number)
    )
    found = [item for article in articles for item in article.findings]
    body = sum(page.part == "body" for page in pages)
    if body % plan.total_of:
        found.append(finding("PAGE-COUNT", page=body, pages=body, multiple=plan.total_of))
    cover = len(pages) - body
    if plan.spine and cover not in (0, COVER_PAGES):
        found.append(finding("PAGE-COVER", Place(plan.path), pages=cover))
    levers = tuple(lever for article in articles for lever in article.levers)
    return Issue(tuple(pages), tuple(found), levers, tuple(page for article in articles for page in article.beyond))


def _starts(entry: Entry, number: int) -> bool:
    """Whether the entry may start on this page."""
    return entry.start in ("page", "run-on") or (number % 2 == 1) == (entry.start == "recto")


def _under(setting: flow.Setting, copy: flow.Copy, before: Article | None) -> flow.Copy | None:
    """The entry as it runs on under the one before; None where it shall not, or has no room there."""
    if copy.entry.start != "run-on" or before is None or before.overset:
        return None
    page = before.pages[-1]
    moved = replace(copy, first=page.number, above=flow.rows_taken(setting, page))
    return moved if moved.above and flow.runs_on(setting, moved) else None


def _is_contents(entry: Entry, templates: Mapping[str, PageTemplate]) -> bool:
    return any(frame.takes == "contents" for name in entry.templates for frame in templates[name].frames)


def _blank(number: int) -> Page:
    return Page(number, str(number), "recto" if number % 2 else "verso", "blank", ())


def _heading(entry: Entry, story: Story | None) -> tuple[Paragraph, ...]:
    """The story's heading, in the series that the plan gives it."""
    heading = story.heading if story else ()
    if entry.series is None:
        return heading
    return (entry.series, *(p for p in heading if p.role != "series"))


def _copy(plan: Plan, entry: Entry, story: Story | None, number: int, listings: tuple[flow.Listing, ...]) -> flow.Copy:
    section = entry.section or (story.section if story else "")
    heading = _heading(entry, story)
    said = {p.role: p.text for p in heading}
    values = {
        **dict(plan.data), "section": section, "title": story.title if story else "", "label": said.get("label", ""),
        "series": said.get("series", ""),
        "magazine": plan.title, "number": plan.number, "date": plan.date,
    }  # fmt: skip
    own = tuple(Photo(path, entry.place) for path in entry.photos)
    waiting = flow.Waiting(
        heading, own + (story.photos if story else ()), (), entry.texts, listings,
        tuple(values.items()),
    )  # fmt: skip
    return flow.Copy(entry, story, waiting, number, tuple(values.items()))
