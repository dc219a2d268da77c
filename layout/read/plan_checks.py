"""A plan, its templates and its stories go in; findings for what does not agree come out, before anything is set."""

from collections.abc import Iterator, Mapping

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.plan import DEFAULT_NEXT, Entry, Plan
from layout.model.story import Paragraph, Story, characters
from layout.model.template import NAMES, PageTemplate
from layout.read.table import unknown

Templates = Mapping[str, PageTemplate]
TOLERANCE = 50
"""Per mille by which a story may be longer or shorter than the number it should have (ours)."""


def check_plan(plan: Plan, templates: Templates) -> tuple[Finding, ...]:
    """A finding for each template the plan names and styles/pages/ does not have, where it names none and none can be
    chosen, and for entries that ask for what cannot be."""
    chosen = any(template.opens for template in templates.values())
    found: list[Finding] = []
    for entry in plan.entries:
        found += _templates(entry, templates, chosen)
        found += _texts(entry, templates)
        found += _cover(entry) if entry.part == "cover" else _side(entry, templates)
        if entry.kind == "story" and entry.name == plan.fillers:
            found.append(finding("READ-FILLERS", entry.place, name=entry.name))
    found += _furniture(plan, templates)
    body = [entry for entry in plan.entries if entry.part == "body"]
    if body and all(entry.filling for entry in body):
        found.append(finding("READ-STANDBY", body[0].place))
    return tuple(found)


def _furniture(plan: Plan, templates: Templates) -> Iterator[Finding]:
    """Names in the running heads and folios of templates for which no page has words, each place once."""
    known = (*NAMES, *(name for name, _ in plan.data))
    pieces = (piece for template in templates.values() for piece in template.furniture)
    for place, name in dict.fromkeys((piece.place, name) for piece in pieces for name in piece.names):
        if name not in known and place:
            yield unknown("READ-NAME", place, f"{{{name}}}", [f"{{{one}}}" for one in known])


def check_lengths(plan: Plan, stories: Mapping[str, Story]) -> tuple[Finding, ...]:
    """A finding for each story that is longer or shorter than the plan wants it."""
    found: list[Finding] = []
    for entry in plan.entries:
        if entry.kind == "story" and entry.name in stories and entry.characters[1]:
            found += _length(entry, stories[entry.name])
    return tuple(found)


def _length(entry: Entry, story: Story) -> Iterator[Finding]:
    """About so many characters are kept within TOLERANCE; where the story is too long, at the first one over."""
    least, most = entry.characters
    spare = most * TOLERANCE // 1000 if least == most else 0
    said = [paragraph for paragraph in story.text if paragraph.text]
    count = story.length
    name, wanted = entry.name, entry.wanted
    if count > most + spare:
        yield finding("READ-TOO-LONG", _place_of(said, most), name=name, count=count, wanted=wanted, by=count - most)
    elif count < least - spare:
        last = said[-1].source.place(len(said[-1].text) - 1) if said else Place(story.path, 1, 1)
        yield finding("READ-TOO-SHORT", last, name=name, count=count, wanted=wanted, by=least - count)


def _place_of(paragraphs: list[Paragraph], count: int) -> Place:
    """Where the character behind so many stands."""
    for paragraph in paragraphs:
        here = characters(paragraph.text)
        if here > count:
            at = next(at for at in range(len(paragraph.text)) if characters(paragraph.text[: at + 1]) > count)
            return paragraph.source.place(at)
        count -= here
    return paragraphs[-1].source.place(0)


def _templates(entry: Entry, templates: Templates, chosen: bool) -> Iterator[Finding]:
    plain = DEFAULT_NEXT in templates if entry.continued else chosen
    if entry.kind == "story" and not entry.templates and not plain:
        yield finding("READ-SUITS", entry.place, name=entry.name)
    template = templates.get(entry.name) if entry.kind == "page" else None
    if template and not entry.photos and any(frame.takes == "advert" for frame in template.frames):
        yield finding("READ-ADVERT", entry.place, name=entry.name)
    if template and template.shares and entry.filling and entry.story_page:
        yield finding("READ-HALF", entry.place, name=entry.name)
    elif entry.at and entry.filling and entry.part == "body":
        yield finding("READ-WHEN", entry.place, at=entry.at)
    if template and template.shares and max(entry.pages, len(entry.templates)) > 1:
        yield finding("READ-ONE-PAGE", entry.place, name=entry.name)
    if entry.story_page and template and not template.shares:
        yield finding("READ-STORY-PAGE", entry.place)
    names = (entry.name, *entry.templates) if entry.kind == "page" else entry.templates
    for name in dict.fromkeys(names):
        if name not in templates:
            yield unknown("READ-TEMPLATE", entry.place, name, templates)
    yield from _mixed_rows(entry, templates)


def _texts(entry: Entry, templates: Templates) -> Iterator[Finding]:
    """A finding for each text that no page of the entry has a place for; of a story, none of the design's: whether the
    pages that it comes to have one is seen when it is set."""
    if not entry.texts:
        return
    named = (entry.templates or (entry.name,)) if entry.kind == "page" else tuple(templates)
    pages = _followed(named, templates)
    known = frozenset(["teaser"] if entry.teaser else []).union(*(template.texts for template in pages))
    for name, said in entry.texts:
        if pages and name not in known:
            yield unknown("READ-TEXT", said.source.place(0), name, sorted(known), entry.name)


def _followed(named: tuple[str, ...], templates: Templates) -> list[PageTemplate]:
    """The templates of these names, and those that follow from the last one, each once."""
    names = [name for name in named if name in templates]
    while names and (following := templates[names[-1]].next) in templates and following not in names:
        names.append(following)
    return [templates[name] for name in names]


def _mixed_rows(entry: Entry, templates: Templates) -> Iterator[Finding]:
    """A finding for the first template that a story comes to with other rows than it began on."""
    pages = _followed(entry.templates or (entry.name,), templates)
    for other in pages[1:]:
        if _rows(pages[0]) != _rows(other):
            yield finding("READ-ROWS", entry.place, name=pages[0].name, other=other.name)
            return


def _rows(template: PageTemplate) -> tuple[int, ...]:
    return template.grid.row, template.grid.rows, template.grid.body


def _cover(entry: Entry) -> Iterator[Finding]:
    """The cover's pages stand in their order, all of them."""
    for key, asked in (("at", entry.at), ("when", entry.filling)):
        if asked:
            yield finding("READ-COVER", entry.place, key=key)


def _side(entry: Entry, templates: Templates) -> Iterator[Finding]:
    """An entry on a page of the other side than it starts on, or that a picture over two pages needs."""
    recto = entry.at % 2 == 1
    if not entry.at:
        return
    if entry.start not in ("page", "run-on") and recto != (entry.start == "recto"):
        yield finding("READ-SIDE", entry.place, start=entry.start, at=entry.at)
    elif entry.kind == "page" and recto:
        first = templates.get((entry.templates or (entry.name,))[0])
        if first and any(frame.spread for frame in first.frames):
            yield finding("READ-SPREAD", entry.place, name=entry.name, at=entry.at)
