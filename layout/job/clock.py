"""Stages go in, the CPU seconds each took come out: all threads of this process, user and system time."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Adds up time.process_time per stage. What the process spent before the clock was made is the stage `start`."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._inner = 0.0
        self._spent: dict[str, float] = {"start": time.process_time()}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what is done inside `with`; a stage entered again adds to its sum, one entered inside another stops
        the outer one's time, so that the sums never count a second twice."""
        before, inner = time.process_time(), self._inner
        self._inner = 0.0
        try:
            yield
        finally:
            took = time.process_time() - before
            self._spent[name] = self._spent.get(name, 0.0) + took - self._inner
            self._inner = inner + took

    @property
    def wall(self) -> float:
        """Seconds on the wall clock since the clock was made."""
        return time.perf_counter() - self._began

    @property
    def spent(self) -> tuple[tuple[str, float], ...]:
        """(stage, CPU seconds) in the order in which stages were first entered."""
        return tuple(self._spent.items())

    def as_json(self) -> bytes:
        """timings.json: CPU seconds per stage, their total with what no stage claimed, and wall seconds."""
        report = {
            "cpu_seconds": {name: round(seconds, 4) for name, seconds in self._spent.items()},
            "cpu_total": round(time.process_time(), 4),
            "wall_seconds": round(self.wall, 4),
        }
        return (json.dumps(report, indent=2, ensure_ascii=False) + "\n").encode()
