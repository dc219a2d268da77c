"""One random input goes in; what came of it comes out: how long it took, and what went wrong, if anything did."""

import contextlib
import io
import os
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from layout.__main__ import FAULT, main
from layout.job import dump_verb
from layout.model.finding import Finding
from layout.model.page import Page
from tests.fuzz import inputs

SECONDS = 10
"""CPU seconds that any input may take."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_AT = re.compile(r'File "(?:.*/)?(layout/[\w/]+\.py)", line (\d+)')


class Outcome(NamedTuple):
    """`fault` is "" where all went well; `where` groups faults of one cause."""

    number: int
    kind: str
    seconds: float
    code: int
    fault: str = ""
    where: str = ""


class LateError(BaseException):
    """An input took too long. No Exception, so that no verb takes it for a fault of its own."""


def _late(_: int, frame: FrameType | None) -> None:
    raise LateError(f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "")


def tried(seed: int, number: int, folder: Path) -> Outcome:
    """Makes the input with this number, runs its command, and looks at what came out."""
    kind = inputs.kind_of(seed, number)
    command = inputs.made(seed, number, folder)
    shown = io.BytesIO()
    out, err = io.TextIOWrapper(shown, "utf-8", errors="surrogateescape"), io.StringIO()
    began = time.process_time()
    signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    code, fault = -1, ""
    seen: list[tuple[tuple[Page, ...], tuple[Finding, ...]]] = []
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _debugging(), _watched(seen):
            code = main(command)
    except LateError as late:
        fault = f"over {SECONDS} s at {late}"
    except SystemExit as ended:
        code = int(ended.code) if isinstance(ended.code, int) else 2
    except BaseException as error:
        fault = f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    seconds = time.process_time() - began
    told = err.getvalue()
    if code == FAULT or "Traceback" in told:
        fault = told
    elif not fault and seen:
        fault = lost(folder / "issue", *seen[0])
    elif not fault and code == 0 and kind == "lines":
        out.flush()
        fault = lost_in_lines(folder / "text.txt", shown.getvalue().decode(errors="replace"))
    return Outcome(number, kind, seconds, code, fault, _where(fault))


@contextlib.contextmanager
def _debugging() -> Iterator[None]:
    """A fault of our own comes with its traceback."""
    before = os.environ.get("BANXIN_DEBUG", "")
    os.environ["BANXIN_DEBUG"] = "1"
    try:
        yield
    finally:
        os.environ["BANXIN_DEBUG"] = before


@contextlib.contextmanager
def _watched(seen: list[tuple[tuple[Page, ...], tuple[Finding, ...]]]) -> Iterator[None]:
    """Keeps what `dump` sets, so that it is not set twice."""
    pages_of = dump_verb.pages_of

    def kept(folder: Path) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
        seen.append(pages_of(folder))
        return seen[0]

    dump_verb.pages_of = kept
    try:
        yield
    finally:
        dump_verb.pages_of = pages_of


def _where(fault: str) -> str:
    """The last line of ours in a traceback and the kind of the error, or the first line of what is said."""
    if not fault:
        return ""
    places = _AT.findall(fault)
    errors = [line for line in fault.splitlines() if re.match(r"[\w.]+(Error|Exception|Interrupt|Warning)\b", line)]
    if places:
        return f"{places[-1][0]}:{places[-1][1]} {errors[-1][:60] if errors else ''}"
    return fault.splitlines()[0][:100]


def lost(issue: Path, pages: tuple[Page, ...], found: tuple[Finding, ...]) -> str:
    """The Han of manuscripts that stand on no page though nothing was told. Reckoned from the files themselves, so
    that no stage can hide what another one lost."""
    if not pages or any(item.severity != "note" for item in found):
        return ""
    written: Counter[str] = Counter()
    for file in issue.glob("stories/*/story.md"):
        body = file.read_text("utf-8", errors="replace").split("+++", 2)[-1]
        written.update(_HAN.findall(_set_part(body)))
    placed = Counter(
        char
        for page in pages
        for frame in page.frames
        for line in frame.lines
        for chars in line.shaped.chars[line.line.start : line.line.end]
        for char in _HAN.findall(chars)
    )
    missing = written - placed
    return f"lost without a word: {''.join(missing.elements())[:40]}" if missing else ""


def lost_in_lines(file: Path, said: str) -> str:
    """The Han of a text that `banxin lines` did not show."""
    missing = Counter(_HAN.findall(file.read_text("utf-8", errors="replace"))) - Counter(_HAN.findall(said))
    return f"lost in lines: {''.join(missing.elements())[:40]}" if missing else ""


def _set_part(body: str) -> str:
    """A manuscript without what is never set: paths and attributes."""
    return re.sub(r"(?s)\]\([^()\n]*\)|\{[^{}\n]*\}|<!--.*?(?:-->|$)", "", body)


def one() -> None:
    """Runs in a process of its own: the inputs of a stride, a line of JSON for the beginning and the end of each."""
    import json
    import resource

    seed, first, step, count, folder, megabytes = (*map(int, sys.argv[1:5]), Path(sys.argv[5]), int(sys.argv[6]))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    say = os.fdopen(os.dup(1), "w", encoding="utf-8")
    for number in range(first, count, step):
        say.write(f"{json.dumps({'begun': number})}\n")
        say.flush()
        say.write(f"{json.dumps(tried(seed, number, folder)._asdict())}\n")
        say.flush()


if __name__ == "__main__":
    one()
