"""layout/job/findings.py: order, text, JSON, counts, exit code."""

import json

import pytest

from layout.job import findings
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.lever import lever
from layout.model.messages import MESSAGES
from layout.model.messages.row import Message
from layout.model.place import Place
from layout.model.units import MM


@pytest.fixture(autouse=True)
def three_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    for level in ("note", "warning", "error"):
        row = Message(level, f"{level} of {{what}}", f"{{what}}有{level}", "mend {what}", "改{what}")
        monkeypatch.setitem(MESSAGES, f"T-{level}", row)


def some() -> tuple[Finding, ...]:
    return (
        finding("T-warning", Place("b.md", 2, 1), what="b"),
        finding("T-error", Place("a.md", 10, 1), page=3, box=Rect(MM, 2 * MM, 3 * MM, 4 * MM), what="a"),
        finding("T-note", Place("a.md", 9, 4), what="a"),
        finding("T-note", Place("a.md", 9, 4), what="a"),
        finding("T-warning", page=7, what="p"),
    )


def test_text_is_ordered_by_place_and_says_each_once() -> None:
    told = findings.as_text(some(), "en")
    assert told == findings.as_text(reversed(some()), "en")
    assert told.splitlines() == [
        "p. 7: warning[T-warning]: warning of p",
        "    mend p",
        "a.md:9:4: note[T-note]: note of a",
        "    mend a",
        "a.md:10:1: error[T-error]: error of a",
        "    mend a",
        "b.md:2:1: warning[T-warning]: warning of b",
        "    mend b",
    ]
    assert findings.as_text((), "en") == ""
    assert "a.md:10:1: 错误[T-error]: a有error" in findings.as_text(some(), "zh")


def test_a_place_without_a_line_says_the_page() -> None:
    assert finding("T-error", Place("issue.toml"), page=8, what="a").text().startswith("issue.toml: p. 8: error")
    assert finding("T-error", Place("issue.toml", 2, 1), page=8, what="a").text().startswith("issue.toml:2:1: error")


def test_text_says_the_same_of_a_file_once_with_its_places() -> None:
    many = [finding("T-error", Place("a.md", line, 2), what="字") for line in range(1, 9)]
    other = finding("T-error", Place("b.md", 1, 1), what="字")
    assert findings.as_text([*many, other], "en").splitlines() == [
        "a.md:1:2: error[T-error]: error of 字",
        "    mend 字",
        "    also at 2:2, 3:2, 4:2, 5:2, 6:2 and 2 more",
        "b.md:1:1: error[T-error]: error of 字",
        "    mend 字",
    ]
    assert findings.as_text(many[:2], "zh").splitlines()[2] == "    又见 2:2"


def test_json_has_values_places_and_both_languages() -> None:
    report = json.loads(findings.as_json(some()))
    assert report["schema"] == findings.SCHEMA
    assert report["findings"][2] == {
        "code": "T-error",
        "severity": "error",
        "path": "a.md",
        "line": 10,
        "column": 1,
        "page": 3,
        "box_mm": [1.0, 2.0, 3.0, 4.0],
        "values": {"what": "a"},
        "message": {"en": "error of a", "zh": "a有error"},
        "remedy": {"en": "mend a", "zh": "改a"},
    }
    assert report["findings"][0]["path"] is None


def test_json_tells_levers_in_both_languages() -> None:
    assert json.loads(findings.as_json((), [lever("frame", frame="p", rows=-2).on(3)]))["levers"] == [
        {
            "code": "frame",
            "page": 3,
            "values": {"frame": "p", "rows": -2},
            "message": {"en": "frame p -2 row(s)", "zh": "版框“p”：-2 行"},
        }
    ]


def test_count() -> None:
    assert findings.count(some(), "en") == "1 error, 2 warnings, 1 note"
    assert findings.count(some(), "zh") == "1 处错误，2 处警告，1 条提示"
    assert findings.count((), "en") == "no findings"


def test_exit_code() -> None:
    assert findings.exit_code(some()) == 1
    assert findings.exit_code(some()[:1]) == 0
    assert findings.exit_code(()) == 0
