"""What an entry brought and the pages it was set on go in; findings for what stands on none of them come out."""

from collections.abc import Iterable

from layout.flow.body import reachable
from layout.flow.frames import Waiting
from layout.flow.listed import Listing
from layout.flow.opening import Copy
from layout.flow.setting import Setting
from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
from layout.model.plan import Entry
from layout.model.story import Paragraph, without_notes
from layout.model.template import PageTemplate

MOST_NAMED = 12
"""So many titles are named in one finding (ours)."""
Pages = tuple[Page, ...]
Origin = tuple[str, str, int]
"""Role, file and line of a paragraph."""


def left(setting: Setting, copy: Copy, waiting: Waiting, pages: Pages) -> list[Finding]:
    """Findings for photos, boxes, paragraphs of the heading and titles of the contents that no frame took."""
    count = len(pages)
    photos = [finding("PAGE-PHOTO-LEFT", p.place, photo=p.path, pages=count) for p in waiting.photos]
    announcing = any(frame.takes == "teaser" for page in pages for frame in setting.templates[page.template].frames)
    teasers = waiting.teasers if announcing else ()
    photos += [finding("PAGE-PHOTO-LEFT", p.place, photo=p.path, pages=count) for p, _ in teasers]
    photos += [
        finding("PAGE-SPREAD", half.picture.place, photo=half.picture.path, frame=half.frame.name)
        for half in waiting.halves
    ]
    boxes = [finding("PAGE-BOX-LEFT", box.place, kind=box.kind, pages=count) for box in waiting.boxes]
    lost = waiting.listings if any(frame.takes == "contents" for page in pages for frame in page.frames) else ()
    return photos + _heads_left(copy, pages) + boxes + _titles_left(copy.entry, lost, pages)


def texts_left(setting: Setting, copy: Copy, pages: Pages) -> list[Finding]:
    """Findings for texts of the plan that the pages show nowhere, though others that the entry might have would; what
    none has a place for was told when the plan was read."""
    if not copy.waiting.texts:
        return []
    templates: Iterable[PageTemplate] = setting.templates.values()
    if copy.entry.kind == "page":
        templates = reachable(setting, copy.entry.templates)
    every = frozenset[str]().union(*(template.texts for template in templates))
    shown = _shown(pages)
    return [
        finding("PAGE-TEXT-LEFT", text.source.place(0), pages=len(pages), name=name)
        for name, text in copy.waiting.texts
        if name in every and text.text.strip() and origin(text) not in shown
    ]


def _heads_left(copy: Copy, pages: Pages) -> list[Finding]:
    """Paragraphs of the heading that stand neither in a frame nor in furniture. The label of a story that goes on here
    may stand on its earlier pages."""
    heads = [head for head in copy.waiting.heading if head.text.strip() and not (copy.rest and head.role == "label")]
    shown = _shown(pages)
    lost = [head for head in heads if origin(head) not in shown]
    said = _furniture(pages) if lost else ""
    return [
        finding("PAGE-HEADING-LEFT", head.source.place(0), page=pages[0].number, role=head.role)
        for head in lost
        if _squeezed(without_notes(head)) not in said
    ]


def origin(paragraph: Paragraph) -> Origin:
    """By what a paragraph is known after it is shaped, which may change its text: 袁卫 becomes 袁　卫."""
    return paragraph.role, paragraph.source.path, paragraph.source.runs[0][1]


def origins(frames: Iterable[PlacedFrame]) -> frozenset[Origin]:
    """Those of which a line stands in the frames."""
    return frozenset(origin(line.shaped.paragraph) for frame in frames for line in frame.lines)


def _shown(pages: Pages) -> frozenset[Origin]:
    return origins(frame for page in pages for frame in page.frames)


def _furniture(pages: Pages) -> str:
    """All that running heads, folios and tabs say."""
    frames = (frame for page in pages for frame in page.frames if frame.takes == "furniture")
    return "\n".join(_squeezed(line.shaped.paragraph) for frame in frames for line in frame.lines if line.line.last)


def _squeezed(paragraph: Paragraph) -> str:
    return "".join(paragraph.text.split())


def _titles_left(entry: Entry, lost: tuple[Listing, ...], pages: Pages) -> list[Finding]:
    """A finding for titles that the contents have no room for."""
    if not lost:
        return []
    count, names = len(pages), "、".join(f"{one.title} {one.page}" for one in lost[:MOST_NAMED])
    names += "……" if len(lost) > MOST_NAMED else ""
    number = pages[-1].number
    return [
        finding("PAGE-CONTENTS-LEFT", entry.place, number, titles=len(lost), names=names, pages=count, more=count + 1)
    ]
