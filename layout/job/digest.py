"""The inputs of a build go in; a digest of all in them that can change a page comes out, for identity and stamp."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from layout.job import places
from layout.model.picture import PictureFile
from layout.read.files import story_file
from layout.read.meaning import of_manuscript, of_toml
from layout.read.nearby import same_name


def digest(
    folder: Path, stories: Iterable[str], styles: Iterable[Path], pictures: Mapping[str, PictureFile | None]
) -> str:
    """The same for the same issue: a comment or a blank line in the plan, in styles or in front matter changes nothing,
    nor does a manuscript that the plan does not name."""
    made = blake2b(digest_size=16)
    tomls = [folder / "issue.toml", *(file for place in styles for file in sorted(place.rglob("*.toml")))]
    for path in (*tomls, places.fonts() / "fonts.toml"):
        made.update(blake2b(of_toml(_text(path)).encode()).digest())
    for slug in sorted(stories):
        manuscript = story_file(folder, slug)
        made.update(blake2b(of_manuscript(_text(same_name(manuscript) or manuscript)).encode()).digest())
    for name, file in sorted(pictures.items()):
        made.update(f"{name}\n{file.digest if file else '-'}\n".encode())
    return made.hexdigest()


def _text(path: Path) -> str:
    """The file as text; bytes that are none count as what stands for them. What is wrong with it has been told."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        data = b""
    return data.decode("utf-8-sig", errors="backslashreplace").replace("\r\n", "\n")
