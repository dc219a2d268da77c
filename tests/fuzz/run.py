"""`make fuzz`: thousands of random inputs, each within bounds of time and memory; a summary, and exit code 1 at faults.

    FUZZ=20000 SEED=3 make fuzz         so many inputs of another seed
    ONLY=417 make fuzz                  that one again, with all it says

Each worker is a process with bounds of its own: one that dies or hangs is told, and another goes on behind that input.
What failed lies in build/fuzz/<number>/ with the command and what it said.
"""

import json
import os
import queue
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

from tests.fuzz import inputs
from tests.fuzz.trial import SECONDS, Outcome, tried

COUNT = int(os.environ.get("FUZZ", "10000"))
SEED = int(os.environ.get("SEED", "1"))
ONLY = os.environ.get("ONLY", "")
JOBS = int(os.environ.get("JOBS", str(min(4, os.cpu_count() or 1))))
MEGABYTES = 1500
"""Of data that a worker may hold."""
PATIENCE = 60.0
"""Seconds by the clock after which a worker that says nothing is ended: one that hangs where no signal reaches it."""
KEPT = Path("build/fuzz")
MOST_KEPT = 3
"""Inputs that are kept of each cause."""


class Worker:
    """One process and the inputs it is to go through."""

    def __init__(self, first: int, folder: Path, said: "queue.Queue[Outcome | None]") -> None:
        self.next, self.folder, self.said = first, folder, said
        self.heard = time.monotonic()
        self.running = -1
        self.process: subprocess.Popen[str] | None = None

    def work(self) -> None:
        """Until all are done; a process that ended too soon is followed by another."""
        while self.next < COUNT:
            self._go_through()
        self.said.put(None)

    def _go_through(self) -> None:
        command = [
            sys.executable,
            "-m",
            "tests.fuzz.trial",
            *map(str, (SEED, self.next, JOBS, COUNT, self.folder, MEGABYTES)),
        ]
        self.heard, self.running = time.monotonic(), -1
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            self.process = process
            watch = threading.Thread(target=self._watch, args=(process,), daemon=True)
            watch.start()
            assert process.stdout and process.stderr
            drained: list[str] = []
            threading.Thread(target=lambda: drained.append(process.stderr.read()[-4000:]), daemon=True).start()  # type: ignore[union-attr]
            for line in process.stdout:
                self._hear(json.loads(line))
        if self.running >= 0:
            how = f"the process ended with {process.returncode}: {''.join(drained)[-2000:]}"
            kind = inputs.kind_of(SEED, self.running)
            self.said.put(
                Outcome(self.running, kind, time.monotonic() - self.heard, process.returncode or -1, how, how[:60])
            )
            self.next = self.running + JOBS
        elif self.next < COUNT and process.returncode:
            raise SystemExit("".join(drained))

    def _hear(self, said: dict[str, object]) -> None:
        self.heard = time.monotonic()
        if "begun" in said:
            self.running = int(str(said["begun"]))
            return
        outcome = Outcome(**said)  # type: ignore[arg-type]
        self.next, self.running = outcome.number + JOBS, -1
        self.said.put(outcome)

    def _watch(self, process: "subprocess.Popen[str]") -> None:
        while process.poll() is None:
            time.sleep(1)
            if self.running >= 0 and time.monotonic() - self.heard > PATIENCE:
                process.kill()


def keep(outcome: Outcome, scratch: Path) -> Path:
    """The failing input, made once more, with its command and what was said."""
    where = KEPT / str(outcome.number)
    command = inputs.made(SEED, outcome.number, scratch)
    shutil.rmtree(where, ignore_errors=True)
    shutil.copytree(scratch, where, symlinks=True, ignore_dangling_symlinks=True)
    shown = shlex.join(part.replace(str(scratch), str(where)) for part in command)
    (where / "fault.txt").write_text(
        f"SEED={SEED} ONLY={outcome.number} make fuzz\nbanxin {shown}\n\n{outcome.fault}\n", "utf-8"
    )
    return where


def main() -> int:
    """All inputs, the summary, the exit code."""
    with tempfile.TemporaryDirectory(prefix="banxin-fuzz-") as name:
        scratch = Path(name)
        if ONLY:
            outcome = tried(SEED, int(ONLY), scratch / "only")
            print(
                f"{outcome.kind} {outcome.number}: exit code {outcome.code}, {outcome.seconds:.2f} s\n{outcome.fault}"
            )
            return int(bool(outcome.fault))
        return summed_up(_all(scratch), scratch)


def _all(scratch: Path) -> list[Outcome]:
    """The outcome of every input, told as they come."""
    said: queue.Queue[Outcome | None] = queue.Queue()
    workers = [Worker(number, scratch / f"worker-{number}", said) for number in range(JOBS)]
    for worker in workers:
        threading.Thread(target=worker.work, daemon=True).start()
    found: list[Outcome] = []
    working = len(workers)
    while working:
        outcome = said.get()
        if outcome is None:
            working -= 1
            continue
        found.append(outcome)
        if outcome.fault:
            print(f"{outcome.kind} {outcome.number}: {outcome.where}", flush=True)
        if len(found) % 1000 == 0:
            print(f"{len(found)} of {COUNT}", flush=True)
    return found


def summed_up(found: list[Outcome], scratch: Path) -> int:
    """A row a kind, the faults by their cause; 1 where there are any."""
    print(f"\n{'kind':14}{'inputs':>8}{'faults':>8}{'seconds':>10}{'slowest':>10}   exit codes")
    for kind in inputs.KINDS:
        of = [outcome for outcome in found if outcome.kind == kind]
        codes = ", ".join(f"{code}: {sum(o.code == code for o in of)}" for code in sorted({o.code for o in of}))
        faults, seconds = sum(bool(o.fault) for o in of), sum(o.seconds for o in of)
        slowest = max((o.seconds for o in of), default=0)
        print(f"{kind:14}{len(of):8}{faults:8}{seconds:10.1f}{slowest:10.2f}   {codes}")
    causes: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        if outcome.fault:
            causes[outcome.where].append(outcome)
    for where, outcomes in sorted(causes.items(), key=lambda row: -len(row[1])):
        kept = [str(keep(outcome, scratch / "kept")) for outcome in outcomes[:MOST_KEPT]]
        print(f"\n{len(outcomes)} × {where}\n    {', '.join(kept)}")
    total = sum(len(outcomes) for outcomes in causes.values())
    print(
        f"\n{len(found)} inputs of seed {SEED}, {total} faults, none over {SECONDS} s"
        if not total
        else f"\n{len(found)} inputs of seed {SEED}, {total} FAULTS"
    )
    return int(bool(total))


if __name__ == "__main__":
    sys.exit(main())
