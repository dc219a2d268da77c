"""A PDF is read in a process of its own, whose memory and time the system bounds: a path goes in, findings come out.

layout/check keeps its own bounds and says in time what they left unread. This is for what no check can see from within:
a library that takes more, or falls. What had been found by then is told all the same.
"""

import json
import os
import pickle
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from stat import S_ISREG
from typing import Any, Final

from layout.check import Wanted, each_finding
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.printing import PressProfile

MEMORY_MB: Final = 800
"""Of data, so that the whole with the libraries' code stays under 1 GB."""
SECONDS: Final = 17
"""CPU seconds; layout/check ends by itself before."""
WAIT: Final = 60
"""Seconds by the clock, for a machine that does much else, or a file that lies on a disk which no longer answers."""
COMMAND: Final = (sys.executable, "-P", "-m", "layout.job.apart")
OUT_OF_MEMORY: Final = ("MemoryError", "bad_alloc", "allocate memory")
"""What Python, C++ and the C library's loader say where there is no more memory to be had."""
END: Final = "end"
"""Last line of what the process says: it has read all it wanted to."""


def checked(path: Path, profile: PressProfile, wanted: Wanted) -> Iterator[Finding]:
    """The findings of layout/check on the file, and one more where reading it was ended. OSError where there is no
    such file."""
    if not S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting for whoever writes into it
        raise OSError(EINVAL, "not a regular file", str(path))
    with path.open("rb"):
        pass  # the error names the file as it was given
    asked = pickle.dumps((str(path.absolute()), profile, wanted))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(COMMAND, input=asked, capture_output=True, env=environment, timeout=WAIT, check=False)
    except subprocess.TimeoutExpired as late:
        yield from _heard(late.stdout or b"")
        yield finding("DOC-08", limit=f"{WAIT} s")
        return
    yield from _heard(done.stdout)
    if not done.stdout.endswith(f"{END}\n".encode()):
        yield _ended(done.returncode, done.stderr.decode(errors="replace"))


def _heard(said: bytes) -> Iterator[Finding]:
    """The findings in what the process said; a line that was cut short tells nothing."""
    for line in said.decode(errors="replace").split("\n")[:-1]:
        if line != END:
            code, page, box, values = json.loads(line)
            yield Finding(code, None, tuple((name, text) for name, text in values), page, Rect(*box) if box else None)


def _ended(code: int, complaint: str) -> Finding:
    """Why the process ended before its time. RuntimeError where that is a fault of our own."""
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return finding("DOC-08", limit=f"{SECONDS} s")
    if any(words in complaint for words in OUT_OF_MEMORY):
        return finding("DOC-08", limit=f"{MEMORY_MB} MB")
    if code < 0:
        return finding("DOC-00", reason=f"the library that reads it ended with signal {-code}")
    raise RuntimeError(complaint.strip().rpartition("\n")[2])


def _bound() -> None:
    """Bounds on this process, as far as the system knows them."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_MB << 20, MEMORY_MB << 20))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _record(item: Finding) -> list[Any]:
    box = [item.box.x, item.box.y, item.box.width, item.box.height] if item.box else None
    return [item.code, item.page, box, item.values]


def main() -> None:
    """In the process apart: reads what is asked for, says each finding on a line as soon as there is one."""
    path, profile, wanted = pickle.load(sys.stdin.buffer)
    _bound()
    for item in each_finding(Path(path), profile, wanted):
        sys.stdout.buffer.write(json.dumps(_record(item)).encode() + b"\n")
        sys.stdout.buffer.flush()
    sys.stdout.buffer.write(f"{END}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
