"""A plan, one of its entries and what is listed so far go in; the Copy that flow sets comes out."""

from collections.abc import Mapping, Sequence

from layout import flow
from layout.model.place import Source
from layout.model.plan import DEFAULT_NEXT, Entry, Plan
from layout.model.story import Paragraph, Photo, Story, without_notes
from layout.model.value import replace


def planned(plan: Plan, stories: Mapping[str, Story]) -> Plan:
    """The plan with all its sections, and each entry with the templates it opens with."""
    entries = tuple(replace(entry, templates=_templates(entry)) for entry in plan.entries)
    return replace(plan, entries=entries, sections=_sections(plan, stories))


def _templates(entry: Entry) -> tuple[str, ...]:
    """Those it names, a page's own, or the house's plain one of a story that goes on; any other story's are chosen
    later."""
    return entry.templates or ((entry.name,) if entry.kind == "page" else (DEFAULT_NEXT,) * entry.continued)


def _sections(plan: Plan, stories: Mapping[str, Story]) -> tuple[str, ...]:
    """The issue's sections in their order, for tabs that step down: as the plan lists them, else as they come."""
    named = (e.section or (stories[e.name].section if e.name in stories else "") for e in plan.entries)
    return plan.sections or tuple(dict.fromkeys(filter(None, named)))


def copy_of(
    plan: Plan, entry: Entry, story: Story | None, first: int, listings: Sequence[flow.Listing], word: str
) -> flow.Copy:
    """What the entry brings to its pages from `first` on; of the contents, what is listed so far. `word`: what marks
    the house's adverts."""
    section = entry.section or (story.section if story else "")
    heading = _heading(entry, story)
    said = {p.role: without_notes(p).text for p in heading}
    named = {
        **dict(plan.data), "section": section, "title": story.title if story else "",
        "label": said.get("label", ""), "series": said.get("series", ""),
        "section-number": str(plan.sections.index(section) + 1) if section in plan.sections else "",
        "magazine": plan.title, "number": plan.number, "date": plan.date,
    }  # fmt: skip
    values = tuple(named.items())
    own = tuple(Photo(path, entry.place) for path in entry.photos)
    teasers = tuple((one.teaser, one.page) for one in listings if one.teaser)
    waiting = flow.Waiting(
        heading, own + (flow.photos_of(story) if story else ()), (), entry.texts,
        tuple(listings), teasers, values, plan.said_at, label=_advert_label(entry, word),
    )  # fmt: skip
    return flow.Copy(entry, story, waiting, first, values)


def _heading(entry: Entry, story: Story | None) -> tuple[Paragraph, ...]:
    """The story's heading, in the series that the plan gives it."""
    heading = story.heading if story else ()
    if entry.series is None:
        return heading
    return (entry.series, *(p for p in heading if p.role != "series"))


def _advert_label(entry: Entry, word: str) -> Paragraph | None:
    """What marks the entry's adverts as such (广告法, article 14); None where it wants no mark."""
    text = word if entry.advert_label is None else entry.advert_label
    return Paragraph("advert-label", text, Source(entry.place.path)) if text.strip() else None


def fillers(plan: Plan, stories: Mapping[str, Story]) -> tuple[tuple[flow.Filler, ...], str]:
    """The stock of short pieces, and what stands over them."""
    short = stories.get(plan.fillers)
    return (flow.pieces(short), short.title) if short else ((), "")
