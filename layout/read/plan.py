"""issue/issue.toml goes in, the Plan comes out: the issue's facts and its running order."""

from pathlib import Path
from typing import Literal, get_args

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.plan import Entry, Plan, Start
from layout.model.story import Paragraph
from layout.model.units import MM, Length
from layout.read.files import inside, name_of, plain_name, read_text, story_file, there
from layout.read.inline import BREAK, Context, Raw, Run, paragraph
from layout.read.nearby import photo_name
from layout.read.spans import span
from layout.read.table import Table, top, unknown
from layout.read.toml_places import parse

KEYS = (
    *(
        "slug",
        "number",
        "title",
        "date",
        "stage",
        "design",
        "fillers",
        "first-page",
        "pages-of",
        "sections",
        "entry",
        "data",
        "cover",
    ),
)
COVER = ("spine",)
ENTRY = (
    "story",
    "page",
    "templates",
    "pages",
    "characters",
    "at",
    "story-page",
    "when",
    "start",
    "section",
    "series",
    "text",
    "photos",
    "teaser",
    "continued",
    "listed",
    "part",
    "advert-label",
)

STARTS: tuple[Start, ...] = get_args(Start)
_EXAMPLES = {"slug": '"2026-11"', "number": '"第11期"', "title": '"埠头"', "date": '"2026年11月"', "stage": '"初校"'}
_MOST_PAGES = 999
_MOST_CHARACTERS = 999_999
_WIDEST_SPINE = 60 * MM


def read_plan(folder: Path) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan folder/issue.toml; None where it cannot be read. What is wrong in it is told, and the rest stands."""
    path = folder / "issue.toml"
    text, found = read_text(path)
    if text is None:
        return None, found
    file, broken = parse(text, name_of(path))
    if file is None:
        return None, (*found, *broken)
    findings: list[Finding] = [*found, *broken]
    table = top(file, path.name, KEYS, findings)
    facts = {}
    for key, example in _EXAMPLES.items():
        if key == "stage" or table.need(key, example):
            facts[key] = table.text(key, example=example)
    slug = facts.get("slug", "")
    if slug and not plain_name(slug):
        table.bad("slug", slug, _EXAMPLES["slug"])
    first = table.whole("first-page", 1, 1, _MOST_PAGES)
    plan = Plan(
        path=file.path,
        slug=slug if plain_name(slug) else "",
        number=facts.get("number", ""),
        title=facts.get("title", ""),
        date=facts.get("date", ""),
        stage=facts["stage"],
        entries=_entries(table, folder, first, findings),
        first_page=first,
        total_of=_total_of(table),
        fillers=_fillers(table, folder, findings),
        design=_design(table),
        design_place=table.value_place("design"),
        sections=table.texts("sections"),
        spine=_spine(table.table("cover", COVER)),
        data=_data(table),
        said_at=_said_at(table),
    )
    return plan, tuple(findings)


def _fillers(table: Table, folder: Path, findings: list[Finding]) -> str:
    slug = table.text("fillers", example='"changduan"')
    if slug and not (plain_name(slug) and there(story_file(folder, slug))):
        findings.append(finding("READ-MISSING", table.value_place("fillers"), file=name_of(story_file(folder, slug))))
        return ""
    return slug


def _total_of(table: Table) -> int:
    total = table.whole("pages-of", 1, 1, 64)
    if total > 1 and total % 2:
        table.findings.append(finding("READ-ODD", table.value_place("pages-of"), count=total))
    return total


def _design(table: Table) -> str:
    design = table.text("design", example='"quarterly"')
    if design and not plain_name(design):
        table.bad("design", design, '"quarterly"')
        return ""
    return design


def _spine(cover: Table) -> Length:
    width = cover.length("spine", 0, example='"3mm"')
    if 0 <= width <= _WIDEST_SPINE:
        return width
    cover.bad("spine", cover.values.get("spine"), '"3mm"')
    return 0


def _data(table: Table) -> tuple[tuple[str, str], ...]:
    inner = table.table("data")
    return tuple((key, inner.text(key)) for key in inner.values)


def _said_at(table: Table) -> tuple[tuple[str, Place], ...]:
    """Where the texts of [data] and the number stand, for what is wrong with them on a page."""
    inner = table.table("data")
    places = {key: inner.value_place(key) for key in inner.values}
    return tuple({"": table.place("data"), "number": table.value_place("number"), **places}.items())


def _entries(table: Table, folder: Path, first: int, findings: list[Finding]) -> tuple[Entry, ...]:
    if table.values.get("entry", []) == []:
        findings.append(finding("READ-NOTHING", table.value_place("entry")))
        return ()
    sections = table.texts("sections") if table.has("sections") else None
    made: list[Entry] = []
    stories: set[str] = set()
    for item in table.tables("entry", ENTRY):
        entry = _entry(item, folder, first, sections, findings)
        if entry.fault:
            made.append(entry)
            continue
        if entry.continued and entry.name not in stories:
            findings.append(finding("READ-CONTINUED", item.value_place("continued"), name=entry.name))
            continue
        if entry.kind == "story" and entry.name in stories and not entry.continued:
            findings.append(finding("READ-TWICE", entry.place, what=f"story = “{entry.name}”"))
            continue
        if entry.teaser and (not entry.listed or entry.kind == "page" or entry.continued):
            findings.append(finding("READ-TEASER", item.value_place("teaser"), name=entry.name))
        if entry.kind == "story":
            stories.add(entry.name)
        made.append(entry)
    return tuple(made)


def _entry(item: Table, folder: Path, first: int, sections: tuple[str, ...] | None, findings: list[Finding]) -> Entry:
    """One entry; where it says neither which story nor which page it is, one that keeps a page in proofs."""
    name = _name(item, findings)
    if not name:
        return Entry("story", _shown(item), item.file.place(item.path), listed=False, part=_part(item), fault=True)
    kind = "story" if item.has("story") else "page"
    place = item.value_place(kind)
    section = item.text("section", example='"水路"')
    if section and sections is not None and section not in sections:
        findings.append(unknown("READ-SECTION", item.value_place("section"), section, sections))
    return Entry(
        kind="story" if kind == "story" else "page",
        name=name,
        place=place,
        templates=item.texts("templates", example='["feature-open", "feature"]'),
        pages=_pages(item),
        characters=_characters(item),
        at=item.whole("at", 0, first, _MOST_PAGES),
        story_page=_story_page(item),
        filling=item.choice("when", ("always", "filling"), "always") == "filling",
        start=item.choice("start", STARTS, "page"),
        section=section,
        series=_paragraph(item, "series", Context(item.file.path, findings)),
        texts=_texts(item, findings),
        photos=_photos(item, "photos", folder, findings),
        teaser="".join(_photos(item, "teaser", folder, findings)[:1]),
        continued=item.yes("continued", False),
        listed=item.yes("listed", kind == "story"),
        part=_part(item),
        advert_label=item.text("advert-label", example='"广告"') if item.has("advert-label") else None,
    )


def _name(item: Table, findings: list[Finding]) -> str:
    """The story or the page template of an entry; empty with a finding where it has neither or both."""
    if item.has("story") == item.has("page"):
        findings.append(finding("READ-ENTRY", item.file.place(item.path)))
        return ""
    if item.has("page"):
        return item.text("page", example='"contents"')
    slug = item.text("story", example='"yehang"')
    if slug and not plain_name(slug):
        findings.append(finding("READ-SLUG", item.value_place("story"), name=slug))
        return ""
    return slug


def _part(item: Table) -> Literal["body", "cover"]:
    return item.choice("part", ("body", "cover"), "body")


def _shown(item: Table) -> str:
    """What an entry without a usable name calls itself, for its page in proofs."""
    said = (item.values.get(key) for key in ("story", "page"))
    return next((str(name) for name in said if name), item.title)


def _pages(item: Table) -> int:
    """How many pages; 0 for "auto"."""
    if item.values.get("pages") == "auto":
        return 0
    if isinstance(item.values.get("pages"), str):
        item.wrong("pages", "2")
        return 0
    return item.whole("pages", 0, 1, _MOST_PAGES)


def _characters(item: Table) -> tuple[int, int]:
    """Least and most characters of the story's text."""
    if item.has("characters") and item.has("page"):
        item.findings.append(finding("READ-CHARACTERS", item.value_place("characters")))
    if isinstance(item.values.get("characters"), str):
        return span(item, "characters", '"2000-2400"')
    about = item.whole("characters", 0, 1, _MOST_CHARACTERS)
    return about, about


def _story_page(item: Table) -> int:
    """Which page of the story before it; 0 for "last"."""
    if not item.has("story-page"):
        return 0
    if item.has("story") or item.has("at"):
        item.findings.append(finding("READ-STORY-PAGE", item.value_place("story-page")))
    if item.values["story-page"] == "last":
        return 0
    if isinstance(item.values["story-page"], str):
        item.wrong("story-page", '"last"')
        return 0
    return item.whole("story-page", 0, 1, _MOST_PAGES)


def _photos(item: Table, key: str, folder: Path, findings: list[Finding]) -> tuple[str, ...]:
    """Paths from the issue folder; missing ones are a warning, as in a story."""
    good = []
    for photo in item.texts(key, example='["photos/boat.jpg"]'):
        path = inside(folder, photo)
        if path is None:
            findings.append(finding("READ-OUTSIDE", item.value_place(key), file=photo))
            continue
        good.append(photo_name(folder, photo, item.value_place(key), findings))
    return tuple(good)


def _texts(item: Table, findings: list[Finding]) -> tuple[tuple[str, Paragraph], ...]:
    """The texts of [entry.text] as paragraphs with their name as role; a list or a line end breaks the line."""
    inner = item.table("text")
    context = Context(item.file.path, findings)
    made = []
    for name in inner.values:
        if found := _paragraph(inner, name, context):
            made.append((name, found))
    return tuple(made)


def _paragraph(table: Table, key: str, context: Context) -> Paragraph | None:
    """The text of a key as a paragraph with the key as its role; None where it says nothing."""
    lines = table.texts(key, example='"…"')
    single = isinstance(table.values.get(key), str)
    text, runs = "", list[Run]()
    for index, line in enumerate(lines):
        source = table.file.source((*table.path, key) if single else (*table.path, key, index))
        text += BREAK if index else ""
        runs += ((start + len(text), row, column) for start, row, column in source.runs)
        text += line
    if not text.strip():
        return None
    made = paragraph(key, Raw(text, tuple(runs)), context)
    for label, place in context.first.items():
        context.findings.append(finding("READ-PLAN-NOTE", place, label=label))
    context.first.clear()
    return made
