"""Templates that leave a story over, or pages short, go in; others come out in which it fills the pages of its plan.

How much a story takes, its first article tells. The room of other templates is reckoned from their slots, with photos
as low as they may be and as high; the article is set in the few whose room is nearest, and the best one is kept.
"""

from collections.abc import Iterable, Iterator, Sequence

from layout.flow.bleeding import grown_over
from layout.flow.choosing import Bent, Used, choose, is_verse, openers, unlabelled
from layout.flow.draft import begun
from layout.flow.elastic import elastic_of
from layout.flow.fitter import set_article
from layout.flow.opening import Copy, Opened, open_page
from layout.flow.setting import Setting
from layout.model.page import Article, PlacedFrame
from layout.model.picture import resolution
from layout.model.template import PageTemplate
from layout.model.value import replace, value

TRIES = 4
"""So many others are set at most (ours)."""
KEEPS = 3
"""Slots a page that are reckoned as lost to subheads which move on with their text (ours)."""
OVER = 4
"""A line that has no room is as bad as so many that are missing (ours)."""
LOST = (
    *("PAGE-PHOTO-LEFT", "PAGE-BOX-LEFT", "PAGE-HEADING-LEFT", "PAGE-TEXT-LEFT"),
    *("PAGE-FRAME-FULL", "PAGE-MEETS", "PAGE-SHARED"),
)
"""Findings on a thing of the story that has no place, or none of its own."""

Tried = tuple[tuple[str, ...], Article]
"""Templates, and the article set in them."""


@value
class Room:
    """Slots for text on the pages of some templates: with photos as high as they may be, and as low; how long a slot
    is; what of the story has no place on them."""

    least: int
    most: int
    measure: int
    lost: int

    def misses(self, need: int, measure: int) -> int:
        """Lines missing, and those over several times, where the text takes so many of this measure."""
        lines = -(-need * measure // self.measure) if self.measure else need
        return max(OVER * (lines - self.most), self.least - lines, 0)


def trouble(article: Article) -> tuple[int, int, int]:
    """What is wrong with an article: things that have no place, lines that have none, lines that are missing."""
    lost = sum(item.code in LOST for item in article.findings)
    over, missing = _told(article, "PAGE-OVERSET", "lines"), _told(article, "PAGE-UNDERSET", "rows")
    return lost + bool(over), over, missing


def _told(article: Article, code: str, name: str) -> int:
    return sum(int(dict(item.values)[name]) for item in article.findings if item.code == code)


def set_better(setting: Setting, copy: Copy, used: Used, ranked: Sequence[PageTemplate], first: Tried) -> Tried:
    """The article with its templates, or another one of fewer faults. `ranked`: openers, those that suit the story best
    first."""
    names, article = first
    (_, over, missing), room = trouble(article), room_of(setting, copy, names)
    need = room.most + over + KEEPS * copy.entry.pages if over else room.least - missing if missing else 0
    ways = {
        way: room_of(setting, copy, way) for way in _ways(setting, copy, used, ranked, over - missing) if way != names
    }

    def worth(way: tuple[str, ...]) -> tuple[int, int, bool]:
        other = ways[way]
        return other.lost, other.misses(need, room.measure) if need else 0, _unlike(setting, way)

    for way in sorted(ways, key=worth)[:TRIES]:
        tried = set_article(setting, replace(copy, entry=replace(copy.entry, templates=way), tried=True))
        if trouble(tried) < trouble(article):
            names, article = way, tried
        if not any(trouble(article)):
            break
    return names, article


def _unlike(setting: Setting, names: tuple[str, ...]) -> bool:
    """Whether the first page is one that only a story too long or too short for others has."""
    suits = setting.templates[names[0]].suits
    return bool(suits and suits.too)


def _ways(
    setting: Setting, copy: Copy, used: Used, ranked: Sequence[PageTemplate], over: int
) -> Iterator[tuple[str, ...]]:
    """Templates that might do, those that suit the story best first: each opener with the pages that the manuscript
    asks for, or with such as leave more room, or less. One with rows of its own goes on in those that follow it: all
    pages of a story have the same rows."""
    others = openers(setting, copy, used, "long" if over > 0 else "short")
    bents: tuple[Bent, ...] = ("", "room" if over > 0 else "photos")
    verse = is_verse(copy.story)
    for opener in (*ranked, *others):
        if not opener.suits or opener.suits.verse != verse or unlabelled(opener.suits, copy):
            continue
        if opener.grid.row:
            yield (opener.name,)
        else:
            yield from (choose(setting, copy, used, opener=opener, bent=bent) for bent in bents)


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
        lost += _lost(setting, opened, copy.page(index))
        elastic, slots = elastic_of(index, opened), len(opened.slots)
        least += slots - sum(e.most * e.columns for e in elastic)
        most += slots - sum(e.least * e.columns for e in elastic)
        measure = measure or max((slot.length for slot in opened.slots), default=0)
    heading = sum(paragraph.role != "label" for paragraph in waiting.heading)
    return Room(least, most, measure, lost + len(waiting.photos) + len(waiting.boxes) + heading)


def _lost(setting: Setting, opened: Opened, page: int) -> int:
    """Things on a page that have no place, or none that does for them."""
    grown = grown_over(opened.template, opened.placed.frames, page)
    lost = sum(item.code in LOST for item in (*opened.placed.findings, *grown))
    return lost + blown_up(setting, opened.placed.frames)


def blown_up(setting: Setting, frames: Iterable[PlacedFrame]) -> int:
    """Photos among them that are coarser than the printer takes."""
    photos = (picture for frame in frames if frame.takes == "photo" for picture in frame.pictures)
    return sum(
        resolution(photo.box, photo.cut) < setting.resolution.limits(photo.file.line_art).error
        for photo in photos
        if photo.cut and photo.file
    )
