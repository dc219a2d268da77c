"""Set pages go in, with what is known of their stories; the flatplan (落版表) comes out, a line a page, or as JSON."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from layout.model.finding import Locale
from layout.model.page import AWAITED, BLANK, Page
from layout.model.value import value

SCHEMA = 1
"""Version of docs/schemas/plan.schema.json: raised when a field changes its meaning or goes."""
WORDS: dict[Locale, dict[str, str]] = {
    "en": {
        "recto": "R", "verso": "L", "blank": "– blank –", "awaited": "– awaited –", "cover": "cover",
        "contents": "contents",
        "characters": "{count:,} characters", "wanted": "wanted {wanted}",
        "advert": "advert {name}", "to": "→ p. {page}", "from": "← p. {page}",
        "sum": "pages {pages}, with adverts {adverts}, blank {blanks}; stories {stories}, characters {characters:,}",
    },
    "zh": {
        "recto": "右", "verso": "左", "blank": "— 空白 —", "awaited": "— 待稿 —", "cover": "封面", "contents": "目录",
        "characters": "{count:,} 字", "wanted": "计划 {wanted}",
        "advert": "广告 {name}", "to": "下转 {page}", "from": "上接 {page}",
        "sum": "共 {pages} 页，其中有广告的 {adverts} 页、空白 {blanks} 页；稿件 {stories} 篇，{characters:,} 字",
    },
}  # fmt: skip
WIDEST = 40
"""Columns of a terminal that a title may take."""
GAP = "  "


@value
class Told:
    """What the plan and the manuscript say of a story."""

    title: str
    characters: int
    wanted: str = ""
    """wanted length as the plan has it; empty: none"""


def as_text(pages: Sequence[Page], stories: Mapping[str, Told], locale: Locale) -> str:
    """Of each page its folio and side, what stands on it, its section, its template and what is to be known of it; the
    two pages of a spread are bracketed. Last the sum."""
    adverts = _adverts(pages)
    rows = [(_bracket(pages, at), *_cells(page, stories, adverts, locale)) for at, page in enumerate(pages)]
    widths = [max(width(row[at]) for row in rows) for at in range(6)] if rows else []
    lines = [_line(row, widths) for row in rows]
    told = WORDS[locale]["sum"].format(**_sum(pages, stories, adverts))
    return "".join(f"{line}\n" for line in (*lines, "", told))


def as_json(pages: Sequence[Page], stories: Mapping[str, Told]) -> str:
    """The same for programs, and each story with its length."""
    adverts = _adverts(pages)
    report = {
        "schema": SCHEMA,
        "pages": [_record(page, adverts) for page in pages],
        "stories": [
            {"story": slug, "title": told.title, "characters": told.characters, "wanted": told.wanted}
            for slug, told in stories.items()
        ],
        "sum": _sum(pages, stories, adverts),
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _record(page: Page, adverts: Collection[str]) -> dict[str, object]:
    jumps = {frame.name: frame.links[0].page for frame in page.frames if frame.name in ("jump-to", "jump-from")}
    return {
        "page": page.number,
        "label": page.label,
        "side": page.side,
        "part": page.part,
        "template": "" if page.template in (BLANK, AWAITED) else page.template,
        "holds": _holds(page),
        "story": page.story,
        "titles": page.titles,
        "section": page.section,
        "adverts": _shown(page, adverts),
        "to": jumps.get("jump-to"),
        "from": jumps.get("jump-from"),
    }


def _holds(page: Page) -> str:
    if page.template in (BLANK, AWAITED):
        return page.template
    if page.titles or page.story:
        return "story"
    return "contents" if any(frame.takes == "contents" for frame in page.frames) else "page"


def width(text: str) -> int:
    """Columns of a terminal: a Han takes two."""
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text)


def _short(text: str) -> str:
    if width(text) <= WIDEST:
        return text
    while width(text) > WIDEST - 2:
        text = text[:-1]
    return f"{text}……"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Folios stand flush right, all else flush left."""
    bracket, folio, *others = row
    padded = [cell + " " * (most - width(cell)) for cell, most in zip(others, (*widths[2:], 0), strict=True)]
    return f"{bracket} {folio:>{widths[1]}} {GAP.join(padded)}".rstrip()


def _bracket(pages: Sequence[Page], at: int) -> str:
    page = pages[at]
    other = at + (1 if page.side == "verso" else -1)
    facing = page.part == "body" and 0 <= other < len(pages) and pages[other].part == "body"
    return ("┌" if page.side == "verso" else "└") if facing else " "


def _cells(page: Page, stories: Mapping[str, Told], adverts: Collection[str], locale: Locale) -> Iterator[str]:
    words = WORDS[locale]
    yield page.label
    yield words[page.side]
    yield _what(page, stories, words)
    yield page.section
    yield "" if page.template == BLANK else page.template
    yield GAP.join(_remarks(page, stories, adverts, words))


def _what(page: Page, stories: Mapping[str, Told], words: Mapping[str, str]) -> str:
    """The titles that begin on the page, and before them in brackets the story that goes on there."""
    told = stories.get(page.story)
    goes_on = f"（{_short(told.title)}）" if told and told.title not in page.titles else ""
    if page.template == AWAITED:
        return f"{words['awaited']} {page.story}"
    if page.titles or goes_on:
        return goes_on + _short(" / ".join(page.titles))
    if any(frame.takes == "contents" for frame in page.frames):
        return words["contents"]
    return words["blank"] if page.template == BLANK else words["cover"] if page.part == "cover" else ""


def _remarks(
    page: Page, stories: Mapping[str, Told], adverts: Collection[str], words: Mapping[str, str]
) -> Iterator[str]:
    named = {told.title: told for told in stories.values()}
    for told in (named[title] for title in page.titles if title in named):
        yield words["characters"].format(count=told.characters)
        if told.wanted:
            yield words["wanted"].format(wanted=told.wanted)
    for frame in page.frames:
        if frame.name in ("jump-to", "jump-from"):
            yield words[frame.name.removeprefix("jump-")].format(page=frame.links[0].page)
    yield from (words["advert"].format(name=path) for path in _shown(page, adverts))


def _shown(page: Page, adverts: Collection[str]) -> list[str]:
    """The adverts on the page, the other half of a spread's as well."""
    paths = (picture.path for frame in page.frames for picture in frame.pictures)
    return [path for path in dict.fromkeys(paths) if path in adverts]


def _adverts(pages: Sequence[Page]) -> set[str]:
    """Paths of the pictures that stand in frames for adverts."""
    return {pic.path for page in pages for f in page.frames if f.takes == "advert" for pic in f.pictures}


def _sum(pages: Sequence[Page], stories: Mapping[str, Told], adverts: Collection[str]) -> dict[str, int]:
    body = [page for page in pages if page.part == "body"]
    return {
        "pages": len(body),
        "adverts": sum(bool(_shown(page, adverts)) for page in body),
        "blanks": sum(page.template == BLANK for page in body),
        "stories": len(stories),
        "characters": sum(told.characters for told in stories.values()),
    }
