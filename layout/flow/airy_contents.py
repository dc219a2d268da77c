"""An entry with contents goes in; its pages come out with as much air between the titles as they have room for."""

from collections.abc import Iterator

from layout.flow.contents import AIRS
from layout.flow.draft import draft
from layout.flow.fitter import set_article
from layout.flow.frames import Waiting
from layout.flow.opening import Copy
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.value import replace


def set_contents(setting: Setting, copy: Copy) -> Article:
    """The entry set; where all its titles find room, these farther apart, by up to a row of the house (ours: more would
    no longer read as one list); where they do not, beside pictures too, then closer."""
    if not copy.waiting.listings:
        return set_article(setting, copy)
    own = setting.on_rows_of(copy.entry.templates[0])
    for waiting in _ways(own, setting.house.row, copy.waiting):
        tried = replace(copy, waiting=waiting)
        if not draft(own, tried).pages[-1].opened.placed.waiting.listings:
            break
    return set_article(setting, tried)


def _ways(own: Setting, most: int, waiting: Waiting) -> Iterator[Waiting]:
    """The titles as far apart as they may stand, row by row closer, then pressed."""
    row = own.house.row
    for rows in range(most // row, -1, -1):
        yield replace(waiting, air=rows * row)
    for pressed in range(1, len(AIRS)):
        yield replace(waiting, pressed=pressed)
