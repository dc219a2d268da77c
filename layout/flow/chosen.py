"""A story for which the plan names no template goes in; it comes out set in templates that suit it."""

from collections.abc import Iterator

from layout.flow.choosing import Used, choose
from layout.flow.fitter import set_article
from layout.flow.opening import Copy
from layout.flow.second_choice import set_better, trouble
from layout.flow.setting import Setting
from layout.model.finding import Finding, finding
from layout.model.page import Article
from layout.model.value import replace

SHARES = (1000, 920, 850)
"""Per mille of a story's reckoned length that are tried, until the text reaches its last photo."""


def set_chosen(setting: Setting, copy: Copy, used: Used) -> Article:
    """The story set in templates of its own: anew where its text ends before its last photo, in others where it does
    not fill the pages that the plan gives it, and with its boxes in the text where they find no frame."""
    for share in SHARES:
        names = choose(setting, copy, used, share)
        article = set_article(setting, replace(copy, entry=replace(copy.entry, templates=names)))
        if any(frame.takes == "story" for frame in article.pages[-1].frames):
            break
    if copy.entry.pages and copy.story and any(trouble(article)):
        names, article = set_better(setting, copy, used, names, article)
    if any(item.code == "PAGE-BOX-LEFT" for item in article.findings):
        inline = replace(copy, entry=replace(copy.entry, templates=names), boxes_run_on=True)
        article = set_article(setting, inline)
    used.update(names)
    return replace(article, findings=(*article.findings, *_texts_left(setting, copy, article)))


def _texts_left(setting: Setting, copy: Copy, article: Article) -> Iterator[Finding]:
    """Findings for texts of the plan that the chosen pages have no frame for, though others of the design have one."""
    frames = [frame for page in article.pages for frame in setting.templates[page.template].frames]
    taken = {"teaser", *(frame.takes.removeprefix("text:") for frame in frames), *(frame.beside for frame in frames)}
    for name, text in copy.waiting.texts:
        if name not in taken:
            yield finding("PAGE-TEXT-LEFT", text.source.place(0), pages=len(article.pages), name=name)
