"""docs/rules.md against the code: every rule has a place and a case that exist, every case belongs to a rule."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (\d+(?:\.\d+)+) \| (.+?) \| (must|should) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)
RULES = {found[1]: found for found in ROW.finditer((ROOT / "docs" / "rules.md").read_text("utf-8"))}
NEEDED = {
    "must": """0.1-5 1.1-14 2.1-4 2.6-7 2.10-14 3.1-12 4.1-3 4.4.1-3 4.4.5-7 5.1-6 5.10-12 6.2-5 7.1-2 7.5-7 7.12-13
        8.1-3 8.5-6 9.1-3 9.5-8 9.13-14 9.16-18 9.20-23 10.1-7 10.9-12 11.1 11.4 11.10 12.1-2 13.1-8 13.10-14""",
    "should": """2.5 2.8 2.15-17 4.4.4 4.5 5.7-9 6.1 7.3-4 7.8-10 8.4 8.7-8 9.4 9.9-12 9.15 9.19 9.24-25 10.8 10.13-14
        11.2-3 11.9 3.13 12.3""",
}
"""Numbers of the rules that a magazine must and should keep; those it may leave aside are not in it."""


def numbers(listed: str) -> set[str]:
    """ "2.6-7 2.9" → 2.6, 2.7, 2.9."""
    found = set()
    for part in listed.split():
        first, _, last = part.partition("-")
        section, _, number = first.rpartition(".")
        found |= {f"{section}.{n}" for n in range(int(number), int(last or number) + 1)}
    return found


@cache
def cases() -> dict[str, set[str]]:
    """File of tests/cjk → numbers of the rules its cases show."""
    found = {}
    for path in (ROOT / "tests" / "cjk").glob("*.toml"):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]
        found[path.stem] = {rule for row in rows for rule in row["rules"]}
    return found


@pytest.mark.parametrize("need", NEEDED)
def test_no_rule_is_missing(need: str) -> None:
    """A rule that is dropped from the page, or made lighter than it is, is missed here."""
    told = {rule for rule, row in RULES.items() if row[3] == need}
    assert numbers(NEEDED[need]) <= told
    assert not {rule for rule in told if rule in numbers(" ".join(NEEDED.values()))} - numbers(NEEDED[need])


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


def test_the_specimen_shows_every_rule_of_composition() -> None:
    """All but those about whole pages, which the sample issue shows."""
    samples = tomllib.loads((ROOT / "styles" / "specimen.toml").read_text("utf-8"))["sample"]
    shown = {rule for sample in samples for rule in sample["rules"]}
    pages = re.compile(r"`(?:flow|job|styles|pdf)/|open")
    assert shown <= set(RULES)
    assert {rule for rule, row in RULES.items() if not pages.search(row[4])} <= shown
