"""The pictures on sheets go in, their separations come out: from the cache, or converted, two at a time."""

from collections.abc import Iterable, Mapping, Set
from hashlib import blake2b
from pathlib import Path

from layout import image
from layout.job.cache import FileCache
from layout.job.typeset import Issue
from layout.model.display import Picture, PictureKey, Sheet, picture_key
from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
from layout.model.picture import Outline, PictureFile, Separation, pixels_for, resolution
from layout.model.printing import PressProfile
from layout.model.template import PageTemplate
from layout.model.value import replace

THREADS = 2
"""Pillow frees the interpreter while it decodes, resizes and encodes. Each thread holds tens of megabytes."""
_LONGEST_HEAD = 40
"""Bytes within which the line ends that says an entry's width, height, channels and the length of its mask."""


def separations(
    sheets: Iterable[Sheet], folder: Path, profile: PressProfile, cache: FileCache
) -> tuple[dict[PictureKey, Separation], tuple[Finding, ...]]:
    """One separation for every picture that is shown, by its key, and findings on damaged or too coarse ones."""
    pictures = {picture_key(item): item for sheet in sheets for item in sheet.items if isinstance(item, Picture)}
    digest = blake2b(Path(profile.icc).read_bytes(), digest_size=16).hexdigest()
    made = {key: _kept(picture, profile, digest, cache) for key, picture in pictures.items()}
    wanting = [key for key, done in made.items() if done is None]
    found: tuple[Finding, ...] = ()
    if wanting:
        # Most builds find all they need; this and separate.py take 7 ms to load.
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(THREADS) as pool:
            jobs = pool.map(lambda key: _made(pictures[key], folder, profile, digest, cache), wanting)
            for key, (done, notes) in zip(wanting, jobs, strict=True):
                made[key], found = done, found + notes
    ready = {key: done for key, done in made.items() if done is not None}
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


def _key(picture: Picture, profile: PressProfile, digest: str) -> str:
    pixels = pixels_for(picture.box, profile.resolution.wanted, picture.cut)
    return image.separation_key(picture.file, picture.cut, pixels, digest)


def _kept(picture: Picture, profile: PressProfile, digest: str, cache: FileCache) -> Separation | None:
    """The separation that an earlier build put into the cache."""
    entry = cache.get(_key(picture, profile, digest))
    if entry is None:
        return None
    head = bytes(entry[:_LONGEST_HEAD]).partition(b"\n")[0]
    width, height, channels, masked = map(int, head.split())
    mask = len(head) + 1
    return Separation(entry[mask + masked :], width, height, channels, entry[mask : mask + masked])


def _made(
    picture: Picture, folder: Path, profile: PressProfile, digest: str, cache: FileCache
) -> tuple[Separation | None, tuple[Finding, ...]]:
    """A new separation, and findings on it; one without any is put into the cache."""
    pixels = pixels_for(picture.box, profile.resolution.wanted, picture.cut)
    from layout.image.separate import separate  # see separations

    done, found = separate(folder / picture.file.path, picture, pixels, Path(profile.icc), profile.ink_limit)
    if done is not None and not found:
        head = b"%d %d %d %d\n" % (done.width, done.height, done.channels, len(done.mask))
        cache.put(_key(picture, profile, digest), head + done.mask + done.data)
    return done, found


def coarse(picture: Picture, profile: PressProfile) -> tuple[Finding, ...]:
    """A finding where the picture has too few pixels for the size it is shown at (GWG 2022 R0031)."""
    ppi, line_art = resolution(picture.box, picture.cut), picture.file.line_art
    code = profile.resolution.too_coarse(ppi, line_art)
    if not code:
        return ()
    wanted = profile.resolution.limits(line_art).wanted
    return (finding(code, picture.place, photo=picture.file.path, ppi=ppi, wanted=wanted),)
