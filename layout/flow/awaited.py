"""An entry whose manuscript is not there or cannot be read goes in; the pages kept for it, which say so, come out."""

from layout.flow.article import joined
from layout.flow.grid import PageGrid
from layout.flow.heads import tinted
from layout.flow.opening import Copy, side_of
from layout.flow.setting import Setting
from layout.flow.stack import place, stack
from layout.model.finding import finding
from layout.model.geometry import Rect
from layout.model.page import AWAITED, Article, Page, PlacedFrame
from layout.model.place import Source
from layout.model.plan import Entry
from layout.model.story import Paragraph
from layout.model.template import Grid

TITLE, FAULTY, STYLE, GROUND = "待稿", "有误", "subhead", "ink 8%"
LONGEST = 40
"""Characters of a name that are shown: one that is wrong may be anything."""
FULL = 85
"""Percent of a page's em boxes that text fills: heads, gutters and short lines take the rest (ours)."""


def awaited_pages(setting: Setting, entry: Entry) -> int:
    """Pages kept for the story: those of the plan, or what its wanted length comes to; one where nothing is said."""
    house = setting.house
    ems = (house.width - house.margins.inner - house.margins.outer) // house.body
    wanted = entry.characters[0] or entry.characters[1]
    reckoned = -(-wanted * 100 // (ems * house.rows * FULL))
    return entry.pages or max(len(entry.templates), reckoned, 1)


def set_awaited(setting: Setting, copy: Copy) -> Article:
    """The entry's `pages`, with what shares them."""
    entry, count = copy.entry, copy.entry.pages
    pages = tuple(_page(setting, copy, index) for index in range(count))
    if entry.fault:  # what is wrong has been told
        return Article(pages)
    return Article(pages, (finding("PAGE-AWAITED", entry.place, copy.first, name=entry.name, pages=count),))


def _page(setting: Setting, copy: Copy, index: int) -> Page:
    number, entry = copy.page(index), copy.entry
    grid = PageGrid(setting.house, Grid(1, 0), side_of(number))
    wanted = f"{entry.wanted}\u2009字" if entry.wanted else ""
    title = FAULTY if entry.fault else TITLE
    name = "".join(char for char in entry.name if char.isprintable())[:LONGEST]
    said = "\u3000".join(filter(None, (title, name, f"{index + 1}/{entry.pages}", wanted)))
    area = grid.area
    inset = setting.house.row
    words = stack(setting, ((Paragraph(STYLE, said, Source(entry.place.path)), STYLE),), area.width - 2 * inset)
    box = Rect(area.x + inset, area.y + inset, area.width - 2 * inset, max(1, words.depth))
    lines = place(words, box, "horizontal")
    frame = PlacedFrame(AWAITED, AWAITED, area, fills=(tinted(GROUND, area),), lines=lines)
    page = Page(number, str(number), side_of(number), AWAITED, (frame,), entry.name, entry.section, part=entry.part)
    shared = copy.shared.get(number)
    return joined(page, shared.page) if shared else page
