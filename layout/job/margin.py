"""Findings and the pages of a proof go in; what its margins say beside the lines they are about comes out."""

from collections.abc import Iterable, Sequence

from layout.model.display import MarginNote
from layout.model.finding import Finding, Locale
from layout.model.page import Page, PlacedLine
from layout.model.place import Place
from layout.model.units import Length
from layout.model.value import value

SHOWN = frozenset({"READ-QUERY"})
"""Codes of findings that a proof shows in its margin."""


@value(eq=False)
class _Spot:
    """Where a placed line begins: in its manuscript, and on which page."""

    place: Place
    page: Page
    x: Length
    y: Length


def margin_notes(
    pages: Sequence[Page], findings: Iterable[Finding], locale: Locale = "zh"
) -> dict[int, tuple[MarginNote, ...]]:
    """The notes of each page that has any, by the page's id, numbered through the proof."""
    wanted = [item for item in findings if item.code in SHOWN and item.place]
    if not wanted:
        return {}
    spots = _spots(pages, {item.place.path for item in wanted if item.place})
    found: list[tuple[int, _Spot, Finding]] = []
    order = {id(page): index for index, page in enumerate(pages)}
    for item in wanted:
        assert item.place
        if spot := _nearest(spots.get(item.place.path, []), item.place):
            found.append((order[id(spot.page)], spot, item))
    found.sort(key=lambda one: (one[0], one[1].y, one[1].x, one[2].place))
    notes: dict[int, tuple[MarginNote, ...]] = {}
    for number, (_, spot, item) in enumerate(found, 1):
        note = MarginNote(spot.x, spot.y, item.message(locale), item.severity, number)
        notes[id(spot.page)] = (*notes.get(id(spot.page), ()), note)
    return notes


def _spots(pages: Sequence[Page], paths: set[str]) -> dict[str, list[_Spot]]:
    """By manuscript, where its lines stand. A story's own pages count before others that name it, such as the
    contents."""
    own: dict[str, list[_Spot]] = {}
    others: dict[str, list[_Spot]] = {}
    for page in pages:
        for frame in page.frames:
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
