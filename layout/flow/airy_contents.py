"""An entry with contents goes in; its pages come out with as much air between the titles as they have room for."""

from layout.flow.fitter import set_article
from layout.flow.opening import Copy
from layout.flow.setting import Setting
from layout.model.page import Article
from layout.model.value import replace


def set_contents(setting: Setting, copy: Copy) -> Article:
    """The entry set; where all its titles find room, these farther apart, by up to a row of the house (ours: more would
    no longer read as one list)."""
    article = set_article(setting, copy)
    if not copy.waiting.listings or _left(article):
        return article
    row = setting.on_rows_of(copy.entry.templates[0]).house.row
    for rows in range(setting.house.row // row, 0, -1):
        waiting = replace(copy.waiting, air=rows * row)
        airy = set_article(setting, replace(copy, waiting=waiting))
        if not _left(airy):
            return airy
    return article


def _left(article: Article) -> bool:
    """Whether titles find no room."""
    return any(item.code == "PAGE-CONTENTS-LEFT" for item in article.findings)
