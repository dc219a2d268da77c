"""Stories, templates and pictures go in; pages come out, one entry of the plan at a time."""

from layout.flow.article import listing
from layout.flow.contents import Listing
from layout.flow.draft import Copy
from layout.flow.filler import pieces
from layout.flow.fitter import set_article
from layout.flow.frames import Waiting
from layout.flow.setting import Setting

__all__ = ["Copy", "Listing", "Setting", "Waiting", "listing", "pieces", "set_article"]
