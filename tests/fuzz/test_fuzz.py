"""A few of the inputs of `make fuzz`, so that each change of the readers and of the breaker meets some; and the
reckoning that `make fuzz` goes by."""

from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from layout.model.value import replace
from layout.read.init import make_issue
from tests.fuzz import inputs
from tests.fuzz.trial import lost, tried

SEED = 2026
TRIED = {
    "lines": 25,
    "story": 25,
    "spoilt-story": 12,
    "plan": 12,
    "styles": 12,
    "template": 10,
    "pictures": 3,
    "fonts": 6,
    "check": 4,
}


@pytest.mark.parametrize("kind", inputs.KINDS)
def test_any_input(kind: str, tmp_path: Path) -> None:
    """No fault of our own, nothing lost without a word, nothing that takes long."""
    numbers = [number for number in range(2000) if inputs.kind_of(SEED, number) == kind][: TRIED[kind]]
    for number in numbers:
        outcome = tried(SEED, number, tmp_path / "input")
        assert not outcome.fault, f"SEED={SEED} ONLY={number} make fuzz: {outcome.fault}"


def test_the_same_number_is_the_same_input(tmp_path: Path) -> None:
    commands = [inputs.made(3, 17, tmp_path / "input") for _ in range(2)]
    files = [sorted(path for path in (tmp_path / "input").rglob("*") if path.is_file())]
    first = {path: path.read_bytes() for path in files[0]}
    inputs.made(3, 17, tmp_path / "input")
    assert commands[0] == commands[1]
    assert first and all(path.read_bytes() == data for path, data in first.items())


def test_a_line_that_goes_missing_is_seen(tmp_path: Path) -> None:
    """The reckoning itself: a sound issue has nothing lost, and one line less on its pages is noticed."""
    make_issue(tmp_path / "issue")
    pages, found = pages_of(tmp_path / "issue")
    quiet = tuple(item for item in found if item.severity == "note")
    assert lost(tmp_path / "issue", pages, quiet) == ""
    page = next(page for page in pages if any(frame.takes == "story" for frame in page.frames))
    frame = next(frame for frame in page.frames if frame.takes == "story")
    short = replace(frame, lines=frame.lines[1:])
    without = replace(page, frames=tuple(short if one is frame else one for one in page.frames))
    spoilt = tuple(without if one is page else one for one in pages)
    assert lost(tmp_path / "issue", spoilt, quiet).startswith("lost without a word")
