"""Stories, templates and pictures go in; pages come out, one entry of the plan at a time."""

from layout.flow.airy_contents import set_contents
from layout.flow.article import joined, leaves_room, listing, rows_taken
from layout.flow.awaited import awaited_pages, set_awaited
from layout.flow.choosing import Used, choose
from layout.flow.chosen import set_chosen
from layout.flow.citing import photos_of
from layout.flow.filler import Filler, in_stock, pieces
from layout.flow.fitter import set_article, set_part
from layout.flow.frames import Waiting
from layout.flow.jumps import led_on
from layout.flow.listed import Listing
from layout.flow.opening import Copy, Rest, runs_on
from layout.flow.setting import Setting
from layout.flow.sharing import Shared
from layout.flow.spine import spine

__all__ = [
    "Copy",
    "Filler",
    "Listing",
    "Rest",
    "Setting",
    "Shared",
    "Waiting",
    "Used",
    "awaited_pages",
    "choose",
    "in_stock",
    "joined",
    "leaves_room",
    "led_on",
    "listing",
    "photos_of",
    "pieces",
    "rows_taken",
    "runs_on",
    "set_article",
    "set_awaited",
    "set_chosen",
    "set_contents",
    "set_part",
    "spine",
]
