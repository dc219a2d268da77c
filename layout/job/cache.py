"""Keys and bytes go in, the same bytes come out of later runs: files named by the digest of what made them."""

import os
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from layout.job import output

_SEAL = 4
"""bytes of CRC-32 in front of each entry, over its key and the rest of it: a broken or half-written entry is no entry,
nor is one that lies under another's name. It guards against accidents and need not be hard to forge; blake2b takes 25
ms for the photos of an issue, this 10."""


def key(stage: str, *inputs: str | bytes | int) -> str:
    """Hex digest of a stage's name and its inputs in order; lengths go in too, so ("ab", "c") is not ("a", "bc")."""
    digest = blake2b(digest_size=20)
    for item in (stage, *inputs):
        data = item if isinstance(item, bytes) else str(item).encode()
        digest.update(b"%s %d:" % (type(item).__name__.encode(), len(data)))
        digest.update(data)
    return digest.hexdigest()


class FileCache:
    """A folder such as build/cache. Deleting it, or any file in it, costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, named: str) -> Path:
        return self.folder / named[:2] / named[2:]

    def get(self, named: str) -> memoryview | None:
        """What was put under this key, mapped, not read; None where nothing was, or where it cannot be trusted."""
        try:
            # O_NONBLOCK: a pipe in its place would keep us waiting; it cannot be mapped
            descriptor = os.open(self._file(named), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            with open(descriptor, "rb") as file:
                entry = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        except (OSError, ValueError):  # not there, or empty
            return None
        data = entry[_SEAL:]
        return data if entry[:_SEAL] == _seal(named, data) else None

    def put(self, named: str, data: bytes) -> None:
        """Keeps `data` under this key. Where the folder cannot be written, the next run works it out again."""
        try:
            output.write(self._file(named), _seal(named, data), data)
        except OSError:
            return


def _seal(named: str, data: bytes | memoryview) -> bytes:
    return crc32(data, crc32(named.encode())).to_bytes(_SEAL, "big")
