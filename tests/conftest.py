"""Marks for tests of findings, and what holds them true: a test marked `fires("CODE")` must make a finding of that
code, one marked `silent("CODE")` must make none (tests/marks.py). docs/findings.md lists the tests by these marks."""

from collections.abc import Iterator

import pytest

from layout.model.finding import Finding
from tests.marks import fires, silent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "fires(code, …): the test makes a finding of each of these codes, in this process"
    )
    config.addinivalue_line("markers", "silent(code, …): the test makes no finding of any of these codes")
    config.addinivalue_line("markers", "exactly(parameter): it makes the codes in it, and none of its table's others")


@pytest.fixture(autouse=True)
def _findings_as_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Holds the two marks against the findings that were made while the test ran."""
    expected = fires(request.node)
    unwanted = silent(request.node)
    if not expected and not unwanted:
        yield
        return
    made: set[str] = set()
    build = Finding.__init__

    def recorded(self: Finding, code: str, *rest: object, **named: object) -> None:
        made.add(code)
        build(self, code, *rest, **named)

    monkeypatch.setattr(Finding, "__init__", recorded)
    yield
    assert expected <= made, f"marked as firing, yet no finding of {sorted(expected - made)}"
    assert not unwanted & made, f"marked as silent, yet a finding of {sorted(unwanted & made)}"
