"""A plan with its stories, templates and pictures goes in; every page of the issue comes out, in order.

Page numbers need only the plan and each article's page count, so there is one pass: the contents take a fixed number
of pages and are set last, when it is known where everything stands.
"""

from collections.abc import Mapping

from layout import flow
from layout.model.finding import Finding, finding
from layout.model.page import Article, Page
from layout.model.plan import Entry, Plan
from layout.model.story import Photo, Story
from layout.model.template import PageTemplate
from layout.model.value import replace, value

DEFAULT_TEMPLATE = "article-open"
"""Where the plan names no template for a story."""


@value(eq=False)
class Issue:
    """The pages of body and cover, and what was found while setting them."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    levers: tuple[str, ...]


def typeset(plan: Plan, stories: Mapping[str, Story], setting: flow.Setting) -> Issue:
    """Set every entry; body and cover are counted apart."""
    articles: dict[int, Article] = {}
    firsts: dict[int, int] = {}
    listings: list[flow.Listing] = []
    blanks: list[Page] = []
    numbers = {"body": plan.first_page, "cover": 1}
    short = stories.get(plan.fillers)
    stock = flow.pieces(short.blocks) if short else ()
    entries = [replace(entry, templates=templates_of(entry)) for entry in plan.entries]
    for index, entry in enumerate(entries):
        number = numbers[entry.part]
        if entry.part == "body" and not _starts(entry, number):
            blanks.append(_blank(number))
            number += 1
        firsts[index] = number
        if _is_contents(entry, setting.templates):
            numbers[entry.part] = number + (entry.pages or len(entry.templates))
            continue
        story = stories.get(entry.name) if entry.kind == "story" else None
        copy = replace(_copy(plan, entry, story, number, ()), fillers=stock, filler_title=short.title if short else "")
        articles[index] = flow.set_article(setting, copy)
        stock = stock[articles[index].fillers :]
        numbers[entry.part] = number + len(articles[index].pages)
        if story and entry.listed:
            listings.append(flow.listing(entry, story, number))
    for index, entry in enumerate(entries):
        if index not in articles:
            articles[index] = flow.set_article(setting, _copy(plan, entry, None, firsts[index], tuple(listings)))
    return _issue(plan, [articles[index] for index in sorted(articles)], blanks)


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
    return Issue(tuple(pages), tuple(found), tuple(lever for article in articles for lever in article.levers))


def _starts(entry: Entry, number: int) -> bool:
    """Whether the entry may start on this page."""
    return {"page": True, "recto": number % 2 == 1, "verso": number % 2 == 0, "spread": number % 2 == 0}[entry.start]


def _is_contents(entry: Entry, templates: Mapping[str, PageTemplate]) -> bool:
    return any(frame.takes == "contents" for name in entry.templates for frame in templates[name].frames)


def _blank(number: int) -> Page:
    return Page(number, str(number), "recto" if number % 2 else "verso", "blank", ())


def _copy(plan: Plan, entry: Entry, story: Story | None, number: int, listings: tuple[flow.Listing, ...]) -> flow.Copy:
    section = entry.section or (story.section if story else "")
    label = next((p.text for p in story.heading if p.role == "label"), "") if story else ""
    values = {
        **dict(plan.data), "section": section, "title": story.title if story else "", "label": label,
        "magazine": plan.title, "number": plan.number, "date": plan.date,
    }  # fmt: skip
    own = tuple(Photo(path, entry.place) for path in entry.photos)
    waiting = flow.Waiting(
        story.heading if story else (), own + (story.photos if story else ()), (), entry.texts, listings,
        tuple(values.items()),
    )  # fmt: skip
    return flow.Copy(entry, story, waiting, number, tuple(values.items()))
