"""A story for which the plan names no template goes in; it comes out set in templates that suit it."""

from collections.abc import Sequence

from layout.flow.boxes import outgrown
from layout.flow.choosing import Used, choose, openers
from layout.flow.fitter import set_article
from layout.flow.opening import Copy
from layout.flow.second_choice import LOST, Tried, blown_up, set_better, trouble
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.template import PageTemplate
from layout.model.value import replace

SHARES = (1000, 920, 850)
"""Per mille of a story's reckoned length that are tried, until the text reaches its last photo."""
MOST_OPENERS = 8
"""Openers that are tried where something of the story does not find its place (ours)."""
BOXED = ("PAGE-BOX-LEFT", "PAGE-MEETS")
"""Findings on a box that finds no frame, or has outgrown it: it can always stand in the text."""


def set_chosen(setting: Setting, copy: Copy, used: Used) -> Article:
    """The story set in templates of its own: anew where its text ends before its last photo, in others where it does
    not fill the pages that the plan gives it or something does not find its place, and with its boxes in the text where
    they find no frame."""
    copy = replace(copy, chosen=True)
    ranked = openers(setting, copy, used)
    for share in SHARES:
        names = choose(setting, copy, used, share, ranked[0])
        article = _set(setting, copy, names)
        if any(frame.takes == "story" for frame in article.pages[-1].frames):
            break
    if copy.story and faults(setting, article) and not copy.entry.pages:
        names, article = _otherwise(setting, copy, used, ranked[:MOST_OPENERS], (names, article))
    elif copy.story and any(trouble(article)) and copy.entry.pages:
        names, article = set_better(setting, copy, used, ranked, (names, article))
    if any(item.code in BOXED for item in article.findings):
        inline = _set(setting, replace(copy, boxes_run_on=True), names)
        article = min(article, inline, key=lambda one: faults(setting, one))
    if long := outgrown(setting, copy.story, article):
        inline = _set(setting, replace(copy, in_text=long), names)
        article = min(article, inline, key=lambda one: faults(setting, one))
    used.update(names)
    return article


def _set(setting: Setting, copy: Copy, names: tuple[str, ...]) -> Article:
    return set_article(setting, replace(copy, entry=replace(copy.entry, templates=names), tried=True))


def _otherwise(setting: Setting, copy: Copy, used: Used, ranked: Sequence[PageTemplate], first: Tried) -> Tried:
    """The article, or one with another of these openers that has fewer faults."""
    names, article = first
    for opener in ranked:
        way = choose(setting, copy, used, opener=opener)
        tried = _set(setting, copy, way) if way != names else article
        if faults(setting, tried) < faults(setting, article):
            names, article = way, tried
        if not faults(setting, article):
            break
    return names, article


def faults(setting: Setting, article: Article) -> int:
    """Things of a story that have no place, and photos that are shown too large."""
    lost = sum(item.code in LOST for item in article.findings)
    return lost + sum(blown_up(setting, page.frames) for page in article.pages)
