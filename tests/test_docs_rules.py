"""docs/rules.md against the code: every rule has a place and a case that exist, every case belongs to a rule."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (\d+(?:\.\d+)+) \| (.+?) \| (must|should) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)
RULES = {found[1]: found for found in ROW.finditer((ROOT / "docs" / "rules.md").read_text("utf-8"))}
SECTIONS = {
    "0": 5, "1": 14, "2": 16, "3": 12, "4": 11, "5": 12, "6": 5, "7": 12, "8": 8, "9": 25, "10": 14, "11": 8, "12": 2,
    "13": 13,
}  # fmt: skip
"""Rules a magazine must or should keep, by section: one that is dropped from the page is missed here."""


@cache
def cases() -> dict[str, set[str]]:
    """File of tests/cjk → numbers of the rules its cases show."""
    found = {}
    for path in (ROOT / "tests" / "cjk").glob("*.toml"):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]
        found[path.stem] = {rule for row in rows for rule in row["rules"]}
    return found


def test_no_rule_is_missing() -> None:
    counted = {section: sum(rule.split(".")[0] == section for rule in RULES) for section in SECTIONS}
    assert counted == SECTIONS


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_place_and_a_case(rule: str) -> None:
    where, shown = RULES[rule][4], re.findall(r"`([^`]+)`", RULES[rule][5])
    if where.startswith("**open**: "):
        assert not shown
        return
    for path in re.findall(r"`((?:cjk|shape|lines|font|flow|paint|pdf|read|job)/[\w./]*)`", where):
        assert (ROOT / "layout" / path).exists(), path
    assert shown, "no case"
    for name in shown:
        assert _shows(name, rule), name


def _shows(name: str, rule: str) -> bool:
    """A file of tests/cjk with a case of that rule, or a test that is there."""
    if "/" not in name:
        return rule in cases().get(name, set())
    path, _, test = name.partition("::")
    file = ROOT / "tests" / path
    return file.is_file() and (not test or f"def {test}(" in file.read_text("utf-8"))


def test_every_case_shows_a_rule() -> None:
    assert {rule for rules in cases().values() for rule in rules} <= set(RULES)
