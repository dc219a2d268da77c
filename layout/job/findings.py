"""Findings go in, text for the terminal, JSON for tools and an exit code come out, always in the same order."""

import json
from collections.abc import Iterable

from layout.model.finding import Finding, Locale
from layout.model.geometry import Rect
from layout.model.lever import Lever
from layout.model.place import Place
from layout.model.printable import printable
from layout.model.units import millimetres

SCHEMA = 2
"""Version of docs/schemas/findings.schema.json: raised when a field changes its meaning or goes."""

_SHOWN = 5
"""So many further places of the same finding are named in the text; the report has all."""
_COUNTED = {
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "note": ("note", "notes")},
    "zh": {"error": ("处错误", "处错误"), "warning": ("处警告", "处警告"), "note": ("条提示", "条提示")},
}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file, line and column, then by page, code and values."""
    return tuple(sorted(set(findings), key=_rank))


def _rank(item: Finding) -> tuple[Place, int, str, tuple[tuple[str, str], ...], tuple[int, ...]]:
    box = item.box
    corner = (box.x, box.y, box.width, box.height) if box else ()
    return (item.place or Place(""), item.page, item.code, item.values, corner)


def as_text(findings: Iterable[Finding], locale: Locale) -> str:
    """`path:line:col: error[CODE]: message`, its remedy on a line below; one after another, "" where there are none.
    What is wrong with the same words at many places of a file is said once, with the places that follow."""
    alike: dict[object, list[Finding]] = {}
    for item in in_order(findings):
        path = item.place.path if item.place else item.page
        alike.setdefault((item.code, path, item.values), []).append(item)
    return "".join(f"{items[0].text(locale)}\n{_also(items[1:], locale)}" for items in alike.values())


def _also(items: list[Finding], locale: Locale) -> str:
    """A line with where else the same was found."""
    places = dict.fromkeys(f"{place.line}:{place.column}" for item in items if (place := item.place))
    if not places:
        return ""
    shown, more = list(places)[:_SHOWN], max(0, len(places) - _SHOWN)
    if locale == "zh":
        return f"    又见 {'、'.join(shown)}{f'，另有 {more} 处' if more else ''}\n"
    return f"    also at {', '.join(shown)}{f' and {more} more' if more else ''}\n"


def as_json(findings: Iterable[Finding], levers: Iterable[Lever] = ()) -> bytes:
    """The same with the values apart and both languages; boxes in mm from the trim's top left corner. `levers`: what a
    build moved to fill its pages, page by page."""
    report = {
        "schema": SCHEMA,
        "findings": [_record(item) for item in in_order(findings)],
        "levers": [_moved(lever) for lever in levers],
    }
    return (printable(json.dumps(report, ensure_ascii=False, indent=2)) + "\n").encode()


def _record(item: Finding) -> dict[str, object]:
    place = item.place
    return {
        "code": item.code,
        "severity": item.severity,
        "path": place.path if place else None,
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "page": item.page,
        "box_mm": _corners(item.box) if item.box else None,
        "values": dict(item.values),
        "message": {"en": item.message("en"), "zh": item.message("zh")},
        "remedy": {"en": item.remedy("en"), "zh": item.remedy("zh")},
    }


def _moved(lever: Lever) -> dict[str, object]:
    return {
        "code": lever.code,
        "page": lever.page,
        "values": dict(lever.values),
        "message": {"en": lever.message("en"), "zh": lever.message("zh")},
    }


def _corners(box: Rect) -> list[float]:
    return [round(millimetres(value), 3) for value in (box.x, box.y, box.width, box.height)]


def count(findings: Iterable[Finding], locale: Locale) -> str:
    """Such as `1 error, 3 warnings`; `no findings` where there are none."""
    held: list[str] = [item.severity for item in in_order(findings)]
    if not held:
        return "没有问题" if locale == "zh" else "no findings"
    told = ((held.count(level), words) for level, words in _COUNTED[locale].items())
    return ("，" if locale == "zh" else ", ").join(f"{number} {words[number != 1]}" for number, words in told if number)


def errors(findings: Iterable[Finding]) -> int:
    """How many there are at that level."""
    return sum(item.severity == "error" for item in in_order(findings))


def exit_code(findings: Iterable[Finding]) -> int:
    """1 where a finding is an error, else 0."""
    return int(any(item.severity == "error" for item in findings))
