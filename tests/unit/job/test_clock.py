"""layout/job/clock.py: CPU seconds per stage."""

import json
import time

import pytest

from layout.job.clock import Clock


def test_adds_up_cpu_time_and_not_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((1.0, 1.0, 1.5, 2.0, 2.25, 3.0))
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    clock = Clock()
    for _ in range(2):
        with clock.stage("read"):
            pass
    assert clock.spent == (("start", 1.0), ("read", 0.75))
    report = json.loads(clock.as_json())
    assert report["cpu_seconds"] == {"start": 1.0, "read": 0.75}
    assert report["cpu_total"] == 3.0
    assert report["wall_seconds"] >= 0


def test_counts_a_stage_that_fails() -> None:
    clock = Clock()
    with pytest.raises(ValueError, match="broken"), clock.stage("read"):
        raise ValueError("broken")
    assert [name for name, _ in clock.spent] == ["start", "read"]


def test_inner_stage_stops_the_outer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((0.0, 0.0, 1.0, 3.0, 3.5))
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    clock = Clock()
    with clock.stage("flow"), clock.stage("lines"):
        pass
    assert dict(clock.spent) == {"start": 0.0, "lines": 2.0, "flow": 1.5}
