"""An issue folder goes in; everything the build needs from files comes out: plan, stories, styles, fonts, pictures."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from layout import font, image, read
from layout.job import places
from layout.job.faces import check_faces
from layout.model.finding import Finding, finding, worst
from layout.model.fonts import FontFile
from layout.model.picture import PictureFile
from layout.model.plan import Plan
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
    """blake2b of every text file read and every picture's own digest"""


def load(folder: Path) -> tuple[Loaded | None, tuple[Finding, ...]]:
    """Everything in `folder`; None where an error leaves nothing to set. Never raises for what a user can get wrong."""
    plan, found = read.read_plan(folder)
    styles = styles_of(folder)
    design = plan.design if plan else ""
    own = own_styles(folder)
    house, sheet, more = read.load_styles(styles, design, plan.design_place if plan else None, own)
    found += more
    if plan is None or house is None or sheet is None:
        return None, found
    design = "" if any(item.code == "READ-DESIGN" for item in more) else design
    templates, more = read.load_templates(styles, house, sheet, design, read.asked(plan), own)
    found += more + read.check_plan(plan, templates)
    press, of_press = _press(styles)
    fonts = own if own and (own / "fonts.toml").is_file() else styles
    faces, fallback, more = read.load_fonts(fonts)
    found += more
    stories, more = _stories(folder, plan, sheet)
    found += more + read.check_lengths(plan, stories)
    for said in (story.paragraphs for story in stories.values()):
        found += read.mistyped(said, house.mistypings)
    found += read.mistyped((text for entry in plan.entries for _, text in entry.texts), house.mistypings)
    book, more = _book(faces, fallback, sheet, fonts)
    found += more
    if press is None or book is None or worst(found) == "error":
        return None, found + of_press
    found += of_press
    pictures, more = _pictures(folder, plan, stories)
    digest = _digest(folder, (styles, own) if own else (styles,), pictures)
    found = _missing_once(folder, found, more)
    return Loaded(folder, plan, house, sheet, templates, stories, pictures, book, press, digest), found


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


def _book(
    faces: tuple[FontFile, ...], fallback: tuple[str, ...], sheet: StyleSheet, fonts: Path
) -> tuple[font.Book | None, tuple[Finding, ...]]:
    """The product's faces and those of fonts.toml in the folder `fonts`; None where its order of fallback names one
    that does not exist."""
    try:
        book = font.open_book(places.fonts() / "fonts.toml", faces, fallback)
    except font.FontMissing as error:
        known = ", ".join(error.known)
        place = read.fallback_place(fonts, error.key)
        return None, (finding("FONT-UNKNOWN", place, style="fallback", key=error.key, known=known),)
    return book, check_faces(book, sheet, tuple(face.key for face in faces))


def _press(styles: Path) -> tuple[PressProfile | None, tuple[Finding, ...]]:
    """The printer profile; the product's in place of one that cannot be used, so that there is a proof."""
    press, found = read.load_press(styles, PRESS)
    return press or read.load_press(places.styles(), PRESS)[0], found


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
    slugs = [entry.name for entry in plan.entries if entry.kind == "story"] + [plan.fillers] * bool(plan.fillers)
    for slug in (slug for slug in dict.fromkeys(slugs) if read.written(folder, slug)):
        story, more = read.read_story(folder, slug, sheet)
        found += tuple(item for item in more if item.code != "READ-TITLE" or slug in listed)
        if story is not None:
            stories[slug] = story
    return stories, found


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


def _digest(folder: Path, styles: tuple[Path, ...], pictures: Mapping[str, PictureFile | None]) -> str:
    digest = blake2b(digest_size=16)
    texts = [folder / "issue.toml", *sorted(folder.glob("stories/*/story.md"))]
    texts += [file for place in styles for file in sorted(place.rglob("*.toml"))]
    for path in (*texts, places.fonts() / "fonts.toml"):
        digest.update(blake2b(path.read_bytes()).digest() if path.is_file() else b"-")
    for name, file in sorted(pictures.items()):
        digest.update(f"{name}\n{file.digest if file else '-'}\n".encode())
    return digest.hexdigest()
