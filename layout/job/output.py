"""A path and bytes go in, a file comes out whole or not at all: the old one stays until the new one is ready."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

_DRAFT = re.compile(r"\..+\.(\d+)\.[0-9a-f]{16}\.part")
"""Name of a draft: that of its target, the process that writes it, and a number that nobody can guess."""


def write(path: Path, *data: bytes | memoryview) -> None:
    """Writes `data`, part after part, beside `path`, then renames: readers see the old file or the new one.

    Makes missing folders. Raises OSError, which names the file, with the old one untouched. No fsync: after a power cut
    a build is run again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(8)}.part")
    try:
        create(draft, *data)
        os.replace(draft, path)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise _named(error, path) from None


def create(path: Path, *data: bytes | memoryview) -> None:
    """Writes a file that must not be there yet, be it as a link. OSError, which names it, where that fails."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        with open(descriptor, "wb") as file:
            file.writelines(data)
    except OSError as error:
        raise _named(error, path) from None


def clear(folder: Path) -> None:
    """Removes the drafts in a folder that a process left behind which is no more: a build that was killed."""
    for draft in folder.glob(".*.part"):
        match = _DRAFT.fullmatch(draft.name)
        if match and not _alive(int(match[1])):
            with suppress(OSError):
                draft.unlink()


def _alive(process: int) -> bool:
    """Whether there is such a process; one of another user counts, 0 does not."""
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return process > 0


def _named(error: BaseException, path: Path) -> BaseException:
    """The error with the file it happened to: a full disk is told without one, or with the draft's name."""
    if isinstance(error, OSError) and error.errno is not None:
        return OSError(error.errno, error.strerror or os.strerror(error.errno), str(path))
    return error
