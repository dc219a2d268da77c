"""A path and bytes go in, a file comes out whole or not at all: the old one stays until the new one is ready."""

import os
from pathlib import Path


def write(path: Path, *data: bytes | memoryview) -> None:
    """Writes `data`, part after part, beside `path`, then renames: readers see the old file or the new one.

    Makes missing folders. Raises OSError with the old file untouched. No fsync: after a power cut a build is run again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            file.writelines(data)
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
