"""The files of a build go in; the output folder shows all of them at once, and until then those of the build before.

What a person sees in the folder are links. They lead through one other link, which is changed by one rename:

    build/x-proof.pdf → .builds/now/x/x-proof.pdf        build/.builds/now/x → ../7f3a…        (x: slug and number)

So a build that is stopped at any moment, be it by kill -9, leaves the set of the build before as it was. See
docs/decisions/0014-one-whole-build.md.
"""

import os
import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from errno import ENOSYS, ENOTDIR, ENOTSUP, EOPNOTSUPP, EPERM
from pathlib import Path

from layout.job import locks, output
from layout.job.naming import Naming

HIDDEN, NOW, EARLIER = ".builds", "now", "earlier"
_LOCK, _LIVE, _ISSUE, _DIGEST = "lock", ".live", ".issue", ".digest"
_NO_LINKS = (EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS)
"""What a file system without links says: those of cameras and USB sticks (FAT, exFAT)."""


class Draft:
    """The files of one build, in a folder of their own until they are shown."""

    def __init__(self, out: Path, folder: Path) -> None:
        self.out, self.folder = out, folder

    def write(self, name: str, *data: bytes | memoryview) -> Path:
        """Writes one of the build's files; the path it will be shown under."""
        output.create(self.folder / name, *data)
        return self.out / name

    def drop(self, name: str) -> None:
        """Takes a file out again, before it is shown."""
        (self.folder / name).unlink()

    def show(self, naming: Naming, stays: Set[str], issue: Path, digest: str = "") -> tuple[Path, ...]:
        """Shows the files instead of those of the issue's build before; where files went that this one did not renew.

        `stays`: kinds of files that this build was not asked for; those there are, are shown along with its own as long
        as the issue's content, which `digest` stands for, is the same. Empty: it could not be read.
        """
        output.create(self.folder / _ISSUE, os.fsencode(os.path.abspath(issue)))
        with locks.waiting_for(self.out / HIDDEN / _LOCK):
            before = _adopted(self.out, naming)
            known = (_read(before / _DIGEST) or b"").decode("ascii", "replace") if before else ""
            if digest and known and digest != known:  # files of two contents must not lie side by side
                stays = frozenset()
            output.create(self.folder / _DIGEST, (digest or known).encode())
            for name in _names(before) if before else ():
                if before and naming.kind(name) in stays:
                    _copy(before / name, self.folder / name)
            names = _names(self.folder)
            linked = _link(self.out, naming.stem, names)
            if linked:
                _point(self.out / HIDDEN / NOW / naming.stem, f"../{self.folder.name}")
            else:  # each file is replaced whole, all of them in quick succession
                for name in names:
                    os.replace(self.folder / name, self.out / name)
            return _put_away(self.out, naming, names, before if linked else None)


@contextmanager
def draft(out: Path) -> Iterator[Draft]:
    """A folder for the files of a build, which is gone after `with` where they were not shown. Clears what builds left
    behind that were killed."""
    hidden = _folder(_folder(out) / HIDDEN)
    _folder(hidden / NOW)
    with locks.waiting_for(hidden / _LOCK):
        _sweep(out, drafts=True)  # at this moment, only a build that was killed can have left any
        folder = hidden / secrets.token_hex(8)
        folder.mkdir()
        live = locks.held(folder / _LIVE)
    try:
        yield Draft(out, folder)
    finally:
        with locks.waiting_for(hidden / _LOCK):
            os.close(live)
            _sweep(out)


def naming_of(out: Path, issue: Path) -> Naming | None:
    """How the issue in this folder was named when it was last built to `out`; None where it never was."""
    wanted = os.fsencode(os.path.abspath(issue))
    found = [link for link in _links(out) if _read(link / _ISSUE) == wanted]
    return Naming(max(found, key=lambda link: link.lstat().st_mtime_ns).name) if found else None


def owner(out: Path, naming: Naming, issue: Path) -> Path | None:
    """The folder of another issue whose files are shown under these names; None where there is none, or no longer."""
    told = _read(out / HIDDEN / NOW / naming.stem / _ISSUE)
    other = Path(os.fsdecode(told)) if told else None
    if other is None or not (other / "issue.toml").is_file() or not _shown(out, naming):
        return None  # a folder that was moved or renamed is the same issue still
    return None if issue.exists() and other.samefile(issue) else other


def _links(out: Path) -> list[Path]:
    """What leads to the set that is shown of each issue."""
    with suppress(OSError):
        return [path for path in (out / HIDDEN / NOW).iterdir() if path.is_symlink() and path.name[0] != "."]
    return []


def _read(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _folder(path: Path) -> Path:
    """Makes the folder; OSError where something else is there, such as a link in place of one of our own."""
    path.mkdir(parents=True, exist_ok=True)
    if path.name in (HIDDEN, NOW, EARLIER) and path.is_symlink():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(path))
    return path


def _sweep(out: Path, drafts: bool = False) -> None:
    """Removes sets that are neither shown nor being made; `drafts`: with one of them, single files left behind too."""
    hidden = out / HIDDEN
    shown = {os.path.basename(os.readlink(link)) for link in _links(out)}
    left = (path for path in hidden.iterdir() if path.name not in (NOW, *shown))
    dead = [path for path in left if path.is_dir() and not path.is_symlink() and not locks.is_held(path / _LIVE)]
    for path in dead:
        shutil.rmtree(path, ignore_errors=True)
    if dead and drafts:
        for folder in (out, hidden / NOW, *(out / "cache").glob("*")):
            output.clear(folder)


def _names(folder: Path) -> tuple[str, ...]:
    """Names of the files in a set that are shown."""
    return tuple(sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")))


def _shown(out: Path, naming: Naming) -> list[str]:
    """The issue's files in the folder, be they links or not."""
    ours = (path for path in out.iterdir() if naming.kind(path.name))
    return sorted(path.name for path in ours if path.is_symlink() or path.is_file())


def _adopted(out: Path, naming: Naming) -> Path | None:
    """The set that is shown now; plain files that stand in the place of its links belong to it. None: there is none."""
    link = out / HIDDEN / NOW / naming.stem
    before = out / HIDDEN / os.path.basename(os.readlink(link)) if link.is_symlink() else None
    before = before if before and before.is_dir() else None
    plain = [out / name for name in _shown(out, naming) if not (out / name).is_symlink()]
    if not plain:
        return before
    if before is None:
        before = out / HIDDEN / secrets.token_hex(8)
        before.mkdir()
        output.create(before / _ISSUE)
        _point(link, f"../{before.name}")
    for path in plain:
        _copy(path, before / path.name)
    _link(out, naming.stem, tuple(path.name for path in plain))
    return before


def _copy(file: Path, target: Path) -> None:
    """The same file under a second name, or a copy of it where the file system allows no second name."""
    if target.exists():
        if target.samefile(file):
            return
        target.unlink()
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def _link(out: Path, stem: str, names: tuple[str, ...]) -> bool:
    """Lets each name lead through the one link of the issue, before that is changed; False where there are no links."""
    return all(_point(out / name, f"{HIDDEN}/{NOW}/{stem}/{name}") for name in names)


def _point(link: Path, target: str) -> bool:
    """Puts a link in its place by a rename; False where the file system has none."""
    if link.is_symlink() and os.readlink(link) == target:
        return True
    new = link.with_name(f".{link.name}.{os.getpid()}.{secrets.token_hex(8)}.part")
    try:
        os.symlink(target, new)
    except OSError as error:
        if error.errno in _NO_LINKS:
            return False
        raise
    try:
        os.replace(new, link)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(link)) from None
    return True


def _put_away(out: Path, naming: Naming, names: tuple[str, ...], before: Path | None) -> tuple[Path, ...]:
    """Takes the issue's other files out of sight: those whose kind is there anew are gone, the rest goes to earlier/.
    Returns where they went. `before`: the set that links lead to no more."""
    renewed = {naming.kind(name) for name in names}
    moved = []
    for name in (name for name in _shown(out, naming) if name not in names):
        if naming.kind(name) not in renewed and name.endswith(".pdf"):
            source = before / name if before else out / name
            target = _folder(out / EARLIER) / name
            if source.exists():
                os.replace(source, target)
                moved.append(target)
        (out / name).unlink(missing_ok=True)
    with suppress(OSError):  # the last one takes the folder with it
        for path in (out / EARLIER).iterdir():
            if naming.kind(path.name) in renewed:
                path.unlink()
        (out / EARLIER).rmdir()
    return tuple(moved)
