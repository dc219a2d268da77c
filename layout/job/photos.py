"""The pictures on sheets go in, their separations come out: from the cache, or converted, two at a time."""

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from layout.job.cache import FileCache
from layout.job.kept import Kept, Made
from layout.job.typeset import Issue
from layout.model.display import Picture, PictureKey, Sheet, picture_key
from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
from layout.model.picture import Outline, PictureFile, Separation, resolution
from layout.model.printing import PressProfile
from layout.model.template import PageTemplate
from layout.model.value import replace


def separations(
    sheets: Iterable[Sheet], folder: Path, profile: PressProfile, cache: FileCache
) -> tuple[dict[PictureKey, Separation], tuple[Finding, ...]]:
    """One separation for every picture that is shown, by its key, and findings on damaged or too coarse ones."""
    pictures = {picture_key(item): item for sheet in sheets for item in sheet.items if isinstance(item, Picture)}
    kept = Kept(cache, profile)
    made: dict[PictureKey, Made] = {}
    for key, picture in pictures.items():
        if (done := kept.get(picture)) is not None:
            made[key] = done
    wanting = [picture for key, picture in pictures.items() if key not in made]
    found: tuple[Finding, ...] = ()
    if wanting or not kept.profile_is_sound():
        # Most builds find all they need: what makes separations takes a tenth of a second to load.
        from layout.job.separating import separated

        done_now, found = separated(wanting, folder, profile, kept)
        made |= done_now
    ready = {key: separation for key, (separation, _) in made.items() if separation is not None}
    found += tuple(item for _, told in made.values() for item in told)
    return ready, found + tuple(item for picture in pictures.values() for item in coarse(picture, profile))


def unmade(sheets: Iterable[Sheet], ready: Mapping[PictureKey, Separation]) -> frozenset[str]:
    """Paths of the pictures on the sheets that have no separation: separations() has said why."""
    shown = (item for sheet in sheets for item in sheet.items if isinstance(item, Picture))
    return frozenset(item.file.path for item in shown if picture_key(item) not in ready)


def without(issue: Issue, damaged: Set[str]) -> Issue:
    """The issue with the files of these paths gone, so that their pictures become placeholders."""

    def emptied(frame: PlacedFrame) -> PlacedFrame:
        pictures = tuple(replace(item, file=None) if item.path in damaged else item for item in frame.pictures)
        return replace(frame, pictures=pictures)

    def bare(pages: tuple[Page, ...]) -> tuple[Page, ...]:
        return tuple(replace(page, frames=tuple(map(emptied, page.frames))) for page in pages)

    return replace(issue, pages=bare(issue.pages), beyond=bare(issue.beyond))


def outlines(
    folder: Path, templates: Iterable[PageTemplate], pictures: Mapping[str, PictureFile | None]
) -> dict[str, Outline]:
    """Outlines of the cut-outs among the pictures, by path; of none where no template lets text run round one."""
    if not any(frame.displaces == "outline" for template in templates for frame in template.frames):
        return {}
    from layout.image.outline import outline  # decodes pictures, which a build without cut-outs need not

    found = {path: outline(folder / path, file) for path, file in pictures.items() if file}
    return {path: ends for path, ends in found.items() if ends}


def coarse(picture: Picture, profile: PressProfile) -> tuple[Finding, ...]:
    """A finding where the picture has too few pixels for the size it is shown at (GWG 2022 R0031)."""
    ppi, line_art = resolution(picture.box, picture.cut), picture.file.line_art
    code = profile.resolution.too_coarse(ppi, line_art)
    if not code:
        return ()
    wanted = profile.resolution.limits(line_art).wanted
    return (finding(code, picture.place, photo=picture.file.path, ppi=ppi, wanted=wanted),)
