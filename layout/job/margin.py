"""Findings and the pages of a proof go in; what its margins say beside the lines they are about comes out."""

from collections.abc import Iterable, Mapping, Sequence

from layout.model.display import MarginNote
from layout.model.finding import Finding, Locale
from layout.model.page import Page, PlacedLine
from layout.model.place import Place
from layout.model.plan import Plan
from layout.model.printable import in_one_line
from layout.model.units import Length
from layout.model.value import value

SHOWN = frozenset({"READ-QUERY"})
"""Codes of findings that a proof shows in its margin, besides all errors."""


@value(eq=False)
class _Spot:
    """Where a placed line begins: in its manuscript, and on which page."""

    place: Place
    page: Page
    x: Length
    y: Length


def margin_notes(
    pages: Sequence[Page], findings: Iterable[Finding], plan: Plan, locale: Locale = "zh"
) -> dict[int, tuple[MarginNote, ...]]:
    """The notes of each page that has any, by the page's id, numbered through the proof.

    Each stands at the place that its finding names on a page, else where the words of its manuscript stand, else on the
    first page of the plan's entry, else on the first page of all.
    """
    wanted = [item for item in dict.fromkeys(findings) if item.code in SHOWN or item.severity == "error"]
    if not wanted or not pages:
        return {}
    spots = _spots(pages, {item.place.path for item in wanted if item.place})
    order = {id(page): index for index, page in enumerate(pages)}
    found: list[tuple[int, _Spot, Finding]] = []
    for item in wanted:
        spot = _on_page(pages, item) or _in_words(spots, plan, item) or _of_entry(pages, plan, item) or _top(pages[0])
        found.append((order[id(spot.page)], spot, item))
    found.sort(key=lambda one: (one[0], one[1].y, one[1].x, one[2].place or Place(""), one[2].code))
    notes: dict[int, tuple[MarginNote, ...]] = {}
    for number, (_, spot, item) in enumerate(found, 1):
        note = MarginNote(spot.x, spot.y, _said(item, locale), item.severity, number)
        notes[id(spot.page)] = (*notes.get(id(spot.page), ()), note)
    return notes


def _said(item: Finding, locale: Locale) -> str:
    """What is wrong; of an error also its code and where to mend it, by the file's own name and folder."""
    if item.code in SHOWN:
        return item.message(locale)
    place = item.place
    named = place._replace(path="/".join(place.path.split("/")[-2:])) if place else ""
    return in_one_line(f"{item.message(locale)} [{item.code}] {named}".rstrip())


def _top(page: Page) -> _Spot:
    return _Spot(Place(""), page, 0, 0)


def _on_page(pages: Sequence[Page], item: Finding) -> _Spot | None:
    """Where the finding says on which page it is."""
    page = next((page for page in pages if item.page and page.number == item.page), None)
    if page is None:
        return None
    return _Spot(Place(""), page, item.box.x, item.box.y) if item.box else _top(page)


def _in_words(spots: Mapping[str, Sequence[_Spot]], plan: Plan, item: Finding) -> _Spot | None:
    """Where the words stand that it is about; those of the plan only where they are in its very line, since what stands
    behind them there is mostly of something else."""
    place = item.place
    if place is None:
        return None
    here = spots.get(place.path, ())
    if place.path == plan.path:
        here = [spot for spot in here if spot.place.line == place.line]
    return _nearest(here, place)


def _of_entry(pages: Sequence[Page], plan: Plan, item: Finding) -> _Spot | None:
    """The first page of the entry in whose lines of the plan the finding is."""
    place = item.place
    if place is None or place.path != plan.path:
        return None
    before = [entry for entry in plan.entries if entry.place.line <= place.line]
    if not before:
        return None
    entry = before[-1]
    names = (entry.name, *entry.templates)
    own = (page for page in pages if (page.story == entry.name if entry.kind == "story" else page.template in names))
    return next(map(_top, own), None)


def _spots(pages: Sequence[Page], paths: set[str]) -> dict[str, list[_Spot]]:
    """By manuscript, where its lines stand. A story's own pages count before others that name it, such as the
    contents."""
    own: dict[str, list[_Spot]] = {}
    others: dict[str, list[_Spot]] = {}
    for page in pages:
        for frame in page.frames:
            for picture in frame.pictures:
                if picture.place.path in paths:
                    spot = _Spot(picture.place, page, picture.box.x, picture.box.y)
                    (own if page.story else others).setdefault(picture.place.path, []).append(spot)
            for line in frame.lines:
                path = line.shaped.paragraph.source.path
                if path not in paths:
                    continue
                of_story = bool(page.story) and f"/{page.story}/" in path and frame.takes != "furniture"
                (own if of_story else others).setdefault(path, []).append(_spot(line, page))
    return {path: own.get(path) or others[path] for path in own | others}


def _spot(placed: PlacedLine, page: Page) -> _Spot:
    offsets, start = placed.shaped.offsets, placed.line.start
    offset = offsets[start] if start < len(offsets) else 0
    return _Spot(placed.shaped.paragraph.source.place(offset), page, placed.x, placed.y)


def _nearest(spots: Sequence[_Spot], place: Place) -> _Spot | None:
    """The line that the place stands in, or behind; else the first of its manuscript."""
    before = [spot for spot in spots if spot.place.line and spot.place <= place]
    if before:
        return max(before, key=lambda spot: spot.place)
    after = [spot for spot in spots if spot.place.line]
    return min(after, key=lambda spot: spot.place, default=None)
