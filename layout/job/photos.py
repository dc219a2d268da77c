"""The pictures on sheets go in, their separations come out: from the cache, or converted, two at a time."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

from layout import image
from layout.job.cache import FileCache
from layout.model.display import Picture, PictureKey, Sheet, picture_key
from layout.model.finding import Finding, finding
from layout.model.picture import Separation, pixels_for, resolution
from layout.model.printing import PressProfile

THREADS = 4
"""Pillow frees the interpreter while it decodes, resizes and encodes; more threads than cores only cost memory."""


def separations(
    sheets: Iterable[Sheet], folder: Path, profile: PressProfile, cache: FileCache
) -> tuple[dict[PictureKey, Separation], tuple[Finding, ...]]:
    """One separation for every picture that is shown, by its key, and findings on damaged or too coarse ones."""
    pictures = {picture_key(item): item for sheet in sheets for item in sheet.items if isinstance(item, Picture)}
    digest = blake2b(Path(profile.icc).read_bytes(), digest_size=16).hexdigest()
    with ThreadPoolExecutor(THREADS) as pool:
        made = list(pool.map(lambda picture: _one(picture, folder, profile, digest, cache), pictures.values()))
    ready = {key: done for key, (done, _) in zip(pictures, made, strict=True) if done is not None}
    found = tuple(item for _, items in made for item in items)
    return ready, found + tuple(item for picture in pictures.values() for item in coarse(picture, profile))


def _one(
    picture: Picture, folder: Path, profile: PressProfile, digest: str, cache: FileCache
) -> tuple[Separation | None, tuple[Finding, ...]]:
    pixels = pixels_for(picture.box, profile.ppi, picture.cut)
    key = image.separation_key(picture.file, picture.cut, pixels, digest)
    kept = cache.get(key)
    if kept is not None:
        head, _, data = kept.partition(b"\n")
        width, height, channels = map(int, head.split())
        return Separation(data, width, height, channels), ()
    done, found = image.separate(folder / picture.file.path, picture, pixels, Path(profile.icc), profile.ink_limit)
    if done is not None and not found:
        cache.put(key, b"%d %d %d\n" % (done.width, done.height, done.channels) + done.data)
    return done, found


def coarse(picture: Picture, profile: PressProfile) -> tuple[Finding, ...]:
    """A finding where the picture has too few pixels for the size it is shown at (GWG 2022 R0031)."""
    ppi = resolution(picture.box, picture.cut)
    code = "IMG-01" if ppi < profile.ppi_error else "IMG-02" if ppi < profile.ppi_warn else ""
    if not code:
        return ()
    return (finding(code, picture.place, photo=picture.file.path, ppi=ppi, wanted=profile.ppi),)
