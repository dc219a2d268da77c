"""A plan and the templates there are go in; the plan comes out without what cannot be set, for a proof of the rest.

Each of these faults is told by read.check_plan() as an error, so that nothing of it goes to press.
"""

from collections.abc import Mapping

from layout.model.place import Place
from layout.model.plan import DEFAULT_NEXT, Entry, Plan
from layout.model.template import PageTemplate
from layout.model.value import replace

Templates = Mapping[str, PageTemplate]


def mended(plan: Plan, templates: Templates) -> Plan:
    """The plan with entries that can all be set: those that cannot keep a page which says so."""
    entries = tuple(_entry(entry, templates) for entry in plan.entries)
    body = [entry for entry in entries if entry.part == "body"]
    if body and all(entry.filling for entry in body):  # all of them stand by for one another
        entries = tuple(replace(entry, filling=False) for entry in entries)
    if not entries:
        entries = (Entry("story", "[[entry]]", Place(plan.path), listed=False, fault=True),)
    stories = {entry.name for entry in entries if entry.kind == "story"}
    return replace(plan, entries=entries, fillers="" if plan.fillers in stories else plan.fillers)


def _entry(entry: Entry, templates: Templates) -> Entry:
    if entry.fault or not _can_stand(entry, templates):
        return _kept(entry)
    entry = replace(entry, templates=_templates(entry, templates))
    if entry.part == "cover":
        entry = replace(entry, at=0, filling=False)
    filling = entry.filling and not entry.at
    if entry.kind == "story" or not templates[entry.name].shares:
        return replace(entry, filling=filling, story_page=0)
    # What shares a page has one, and stands by for the foot of a last page or on a page that is named.
    return replace(
        entry, pages=min(entry.pages, 1), templates=entry.templates[:1], filling=filling and not entry.story_page
    )


def _can_stand(entry: Entry, templates: Templates) -> bool:
    """Whether there is a template for the entry: its own page's, one that it names, or one that can be chosen."""
    if entry.kind == "page":
        return entry.name in templates
    if _templates(entry, templates):
        return True
    if entry.continued:
        return DEFAULT_NEXT in templates
    return any(template.opens for template in templates.values())


def _templates(entry: Entry, templates: Templates) -> tuple[str, ...]:
    """Those it names that there are, up to the first with other rows."""
    names = tuple(name for name in entry.templates if name in templates)
    first = names[:1] or ((entry.name,) if entry.kind == "page" else ())
    odd = (at for at, name in enumerate(names) if _rows(templates[name]) != _rows(templates[first[0]]))
    return names[: next(odd, len(names))]


def _rows(template: PageTemplate) -> tuple[int, ...]:
    return template.grid.row, template.grid.rows, template.grid.body


def _kept(entry: Entry) -> Entry:
    """A story that is not there, on as many pages as were wanted."""
    return replace(
        entry, kind="story", templates=(), start="page", at=0, story_page=0, filling=False, continued=False,
        listed=False, fault=True,
    )  # fmt: skip
