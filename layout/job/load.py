"""An issue folder goes in; everything the build needs from files comes out: plan, stories, styles, fonts, pictures."""

from collections.abc import Mapping
from pathlib import Path

from layout import font, image, read, verify
from layout.job import places
from layout.job.digest import digest
from layout.job.faces import check_faces, completed
from layout.job.mending import mended
from layout.model.finding import Finding, finding
from layout.model.picture import PictureFile
from layout.model.plan import Entry, Plan
from layout.model.printing import PressProfile
from layout.model.story import Photo, Story
from layout.model.style import House, StyleSheet
from layout.model.template import PageTemplate
from layout.model.value import replace, value

PRESS = "coated"
"""The printer profile of an issue: styles/press/coated.toml."""


@value(eq=False)
class Loaded:
    """All inputs of one build, read and checked."""

    folder: Path
    plan: Plan
    house: House
    sheet: StyleSheet
    templates: Mapping[str, PageTemplate]
    stories: Mapping[str, Story]
    pictures: Mapping[str, PictureFile | None]
    book: font.Book
    press: PressProfile
    digest: str
    """of all that can change a page; see job/digest.py"""


def load(folder: Path) -> tuple[Loaded | None, tuple[Finding, ...]]:
    """Everything in `folder`; None only where the plan itself cannot be read. Never raises for what a user gets wrong.

    Whatever else is wrong is told and replaced, so that a proof has the rest: a manuscript by pages that say so, an
    entry of the plan likewise, a value of the styles by the one that it should have replaced.
    """
    plan, found = read.read_plan(folder)
    if plan is None:
        return None, found
    styles, own = styles_of(folder), own_styles(folder)
    house, sheet, design, more = _styles(styles, own, plan)
    found += more
    templates, more = read.load_templates(styles, house, sheet, design, read.asked(plan), own, read.named(plan))
    found += more + read.check_plan(plan, templates)
    plan = mended(plan, templates)
    press, more = _press(styles)
    found += more
    book, more = _book(own if own and (own / "fonts.toml").is_file() else styles, sheet)
    found += more
    stories, more = _stories(folder, plan, sheet)
    found += more + read.check_lengths(plan, stories) + read.misnamed(folder, plan)
    plan = _without_unread(folder, plan, stories)
    for said in (story.paragraphs for story in stories.values()):
        found += read.proofread(said, house.mistypings)
    found += read.proofread((text for entry in plan.entries for _, text in entry.texts), house.mistypings)
    pictures, more = _pictures(folder, plan, stories)
    identity = digest(folder, stories, (styles, own) if own else (styles,), pictures)
    found = _missing_once(folder, found, more)
    return Loaded(folder, plan, house, sheet, templates, stories, pictures, book, press, identity), found


def _styles(styles: Path, own: Path | None, plan: Plan) -> tuple[House, StyleSheet, str, tuple[Finding, ...]]:
    """House, style sheet, and the design that there is; the product's own where an issue's whole set of styles lacks
    what a page cannot do without."""
    house, sheet, found = read.load_styles(styles, plan.design, plan.design_place, own)
    design = "" if any(item.code == "READ-DESIGN" for item in found) else plan.design
    if house and sheet and styles == places.styles():
        return house, sheet, design, found
    basis, words, _ = read.load_styles(places.styles())
    assert basis and words
    return house or basis, completed(sheet, words) if sheet else words, design, found


def _press(styles: Path) -> tuple[PressProfile, tuple[Finding, ...]]:
    """The printer profile; the product's where the issue's own cannot be used: a proof needs one."""
    press, found = read.load_press(styles, PRESS)
    if press is None:
        press, more = read.load_press(places.styles(), PRESS)
        found += more
    assert press
    return press, found


def _missing_once(folder: Path, found: tuple[Finding, ...], of_pictures: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What was found when text and pictures were read: a picture that is not there is one error at each of the places
    that name it, not a warning there and an error of the file besides. So is what is there and no file."""
    absent = {dict(item.values)["path"]: item.code for item in of_pictures if item.code in ("IMG-06", "IMG-66")}
    told = {str(folder / dict(item.values)["file"]) for item in found if item.code == "READ-PHOTO"}

    def named(item: Finding) -> Finding:
        if item.code != "READ-PHOTO":
            return item
        file = dict(item.values)["file"]
        return finding(absent.get(str(folder / file), "IMG-06"), item.place, path=file)

    rest = (
        item for item in of_pictures if item.code not in ("IMG-06", "IMG-66") or dict(item.values)["path"] not in told
    )
    return (*map(named, found), *rest)


def _book(folder: Path, sheet: StyleSheet) -> tuple[font.Book, tuple[Finding, ...]]:
    """The product's faces and those of folder/fonts.toml; some of the product's in place of those that are no use."""
    faces, fallback, found = read.load_fonts(folder)
    while True:
        try:
            book = font.open_book(places.fonts() / "fonts.toml", faces, fallback)
        except font.FontMissing as error:
            known = ", ".join(error.known)
            place = read.fallback_place(folder, error.key)
            found += (finding("FONT-UNKNOWN", place, style="fallback", key=error.key, known=known),)
            fallback = tuple(key for key in fallback if key != error.key)
            continue
        return book, found + check_faces(book, sheet, tuple(face.key for face in faces))


def styles_of(folder: Path) -> Path:
    """The issue's styles/ where they are a whole set, with profiles for the press; else the product's."""
    own = folder / "styles"
    return own if (own / "press").is_dir() else places.styles()


def own_styles(folder: Path) -> Path | None:
    """The issue's styles/ where they hold what is otherwise than in the product's: some keys, some templates."""
    own = folder / "styles"
    return own if own.is_dir() and not (own / "press").is_dir() else None


def _stories(folder: Path, plan: Plan, sheet: StyleSheet) -> tuple[dict[str, Story], tuple[Finding, ...]]:
    stories: dict[str, Story] = {}
    found: tuple[Finding, ...] = ()
    listed = {entry.name for entry in plan.entries if entry.listed}
    slugs = [entry.name for entry in plan.entries if entry.kind == "story" and not entry.fault]
    slugs += [plan.fillers] * bool(plan.fillers)
    for slug in (slug for slug in dict.fromkeys(slugs) if read.written(folder, slug)):
        story, more = read.read_story(folder, slug, sheet)
        found += tuple(item for item in more if item.code != "READ-TITLE" or slug in listed)
        if story is not None:
            stories[slug] = story
            found += verify.unread(read.lines_of_body(folder, slug), story, more)
    return stories, found


def _without_unread(folder: Path, plan: Plan, stories: Mapping[str, Story]) -> Plan:
    """The plan with the mark of a fault on entries whose manuscript is there and cannot be read: it has been told."""

    def marked(entry: Entry) -> Entry:
        unread = entry.kind == "story" and entry.name not in stories and read.written(folder, entry.name)
        return replace(entry, fault=True) if unread else entry

    return replace(plan, entries=tuple(map(marked, plan.entries)))


def _pictures(
    folder: Path, plan: Plan, stories: Mapping[str, Story]
) -> tuple[dict[str, PictureFile | None], tuple[Finding, ...]]:
    """Every photo that stories and plan name, its head read; None for one that cannot be read."""
    wanted: list[Photo] = [photo for story in stories.values() for photo in story.photos]
    wanted += [Photo(path, entry.place) for entry in plan.entries for path in (*entry.photos, entry.teaser) if path]
    files: dict[str, PictureFile | None] = {}
    found: tuple[Finding, ...] = ()
    for photo in wanted:
        if photo.path not in files:
            file, more = image.probe(folder / photo.path, photo.place)
            files[photo.path] = replace(file, path=photo.path) if file else None
            found += more
    return files, found
