"""Templates that leave a story over, or pages short, go in; others come out in which it fills the pages of its plan.

How much a story takes, its first article tells. The room of other templates is reckoned from their slots, with photos
as low as they may be and as high; the article is set in the few whose room is nearest, and the best one is kept.
"""

from collections.abc import Iterator

from layout.flow.bleeding import grown_over
from layout.flow.choosing import Bent, Used, choose, openers
from layout.flow.draft import begun
from layout.flow.elastic import elastic_of
from layout.flow.fitter import set_article
from layout.flow.opening import Copy, Opened, open_page
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.template import PageTemplate
from layout.model.value import replace, value

TRIES = 4
"""So many others are set at most (ours)."""
LOST = ("PAGE-PHOTO-LEFT", "PAGE-BOX-LEFT", "PAGE-FRAME-FULL", "PAGE-MEETS", "PAGE-HEADING-LEFT")
"""Findings on a thing of the story that has no place, or none of its own."""


@value
class Room:
    """Slots for text on the pages of some templates: with photos as high as they may be, and as low; how long a slot
    is; what of the story has no place on them."""

    least: int
    most: int
    measure: int
    lost: int

    def misses(self, need: int, measure: int) -> int:
        """Lines over or missing where the text takes so many of this measure."""
        lines = -(-need * measure // self.measure) if self.measure else need
        return max(lines - self.most, self.least - lines, 0)


def trouble(article: Article) -> tuple[int, int, int]:
    """What is wrong with an article: things that have no place, lines that have none, lines that are missing."""
    lost = sum(item.code in LOST for item in article.findings)
    over, missing = _told(article, "PAGE-OVERSET", "lines"), _told(article, "PAGE-UNDERSET", "rows")
    return lost + bool(over), over, missing


def _told(article: Article, code: str, name: str) -> int:
    return sum(int(dict(item.values)[name]) for item in article.findings if item.code == code)


def set_better(
    setting: Setting, copy: Copy, used: Used, names: tuple[str, ...], article: Article
) -> tuple[tuple[str, ...], Article]:
    """The article with its templates, or another one of fewer faults."""
    (_, over, missing), room = trouble(article), room_of(setting, copy, names)
    need = room.most + over if over else room.least - missing if missing else 0
    ways = {way: room_of(setting, copy, way) for way in _ways(setting, copy, used, over - missing) if way != names}

    def worth(way: tuple[str, ...]) -> tuple[int, int, bool]:
        other = ways[way]
        return other.lost, other.misses(need, room.measure) if need else 0, _tight(setting, way)

    for way in sorted(ways, key=worth)[:TRIES]:
        tried = set_article(setting, replace(copy, entry=replace(copy.entry, templates=way)))
        if trouble(tried) < trouble(article):
            names, article = way, tried
        if not any(trouble(article)):
            break
    return names, article


def _tight(setting: Setting, names: tuple[str, ...]) -> bool:
    suits = setting.templates[names[0]].suits
    return bool(suits and suits.tight)


def _ways(setting: Setting, copy: Copy, used: Used, over: int) -> Iterator[tuple[str, ...]]:
    """Templates that might do, those that suit the story best first, tight ones last: each opener with the pages that
    the manuscript asks for, or with such as leave more room, or less. One with rows of its own is for a story of one
    page: the pages after it would have to have them too."""
    all_openers = (*openers(setting, copy, used), *openers(setting, copy, used, tight=True))
    bents: tuple[Bent, ...] = ("", "room" if over > 0 else "photos")
    for opener in all_openers:
        if not opener.grid.row:
            yield from (choose(setting, copy, used, opener=opener, bent=bent) for bent in bents)
        elif copy.entry.pages == 1:
            yield (opener.name,)


def room_of(setting: Setting, copy: Copy, names: tuple[str, ...]) -> Room:
    """The room that the story's text has on its pages."""
    copy = replace(copy, entry=replace(copy.entry, templates=names))
    setting = setting.on_rows_of(names[0])
    _, waiting, _ = begun(setting, copy)
    least = most = measure = lost = 0
    before: PageTemplate | None = None
    for index in range(copy.entry.pages):
        opened = open_page(setting, copy, {}, index, waiting, before)
        waiting, before = opened.placed.waiting, opened.template
        lost += _lost(opened, copy.page(index))
        elastic, slots = elastic_of(index, opened), len(opened.slots)
        least += slots - sum(e.most * e.columns for e in elastic)
        most += slots - sum(e.least * e.columns for e in elastic)
        measure = measure or max((slot.length for slot in opened.slots), default=0)
    heading = sum(paragraph.role != "label" for paragraph in waiting.heading)
    return Room(least, most, measure, lost + len(waiting.photos) + len(waiting.boxes) + heading)


def _lost(opened: Opened, page: int) -> int:
    grown = grown_over(opened.template, opened.placed.frames, page)
    return sum(item.code in LOST for item in (*opened.placed.findings, *grown))
