"""docs/pages.md against templates, readers, sample issue and tests: a row that names what does not exist fails."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from layout.read import heading, house, photo, plan, sheet, templates
from layout.read.body import BOX_KINDS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COUNT = 53
"""Rows of the inventory."""
WORDS = ("spread", "even", "over", "text:name", "qr:name", *BOX_KINDS, *(f"::: {kind}" for kind in BOX_KINDS))
"""Values and marks that rows name beside keys."""
KEYS = {
    *(*house.KEYS, *sheet.PARAGRAPH, *sheet.CHARACTER, *sheet.NEEDED, *sheet.NEEDED_CHARACTERS),
    *(*templates.KEYS, *templates.GRID, *templates.FRAME, *templates.FURNITURE, *plan.KEYS, *plan.ENTRY),
    *(*heading.KEYS, *heading.ROLES, *photo.ATTRIBUTES, *WORDS),
}


def rows() -> list[list[str]]:
    found = re.findall(r"^\|(.+)\|$", (DOCS / "pages.md").read_text("utf-8"), re.MULTILINE)
    return [[cell.strip() for cell in row.split(" |")] for row in found[2:]]


ROWS = {int(row[0]): row for row in rows()}


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.fixture(scope="module")
def sample() -> dict[str, list[str]]:
    """Story, or template of a page without one → the templates of its pages."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in pages_of(ROOT / "issue")[0]:
        found[page.story or page.template].append(page.template)
    return found


def test_every_row_once() -> None:
    assert list(ROWS) == [int(row[0]) for row in rows()] == list(range(1, COUNT + 1))
    assert {len(row) for row in rows()} == {6}


@pytest.mark.parametrize("number", ROWS)
def test_templates_and_tests_exist(number: int) -> None:
    _, told, pages, keys, shown, tests = ROWS[number]
    assert told
    assert all((ROOT / "styles" / "pages" / f"{name}.toml").is_file() for name in quoted(pages))
    for name in quoted(tests):
        path, _, function = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not function or f"def {function}(" in (ROOT / path).read_text("utf-8"), name
    if not keys.startswith("not yet"):
        assert keys and tests
        assert bool(pages) == bool(shown)


@pytest.mark.parametrize("number", ROWS)
def test_keys_and_marks_exist(number: int) -> None:
    manuscripts = (DOCS / "manuscripts.md").read_text("utf-8")
    text = (ROOT / "styles" / "text.toml").read_text("utf-8")
    styles = set(re.findall(r"^\[(?:paragraph|character)\.([\w-]+)\]", text, re.MULTILINE))
    for token in quoted(ROWS[number][3]):
        assert token in KEYS or token in styles or f"`{token}`" in manuscripts, token


@pytest.mark.parametrize("number", ROWS)
def test_sample_pages_have_the_template(number: int, sample: dict[str, list[str]]) -> None:
    _, _, pages, _, shown, _ = ROWS[number]
    named = re.findall(r"`([\w-]+)` (\d+)", shown)
    assert len(named) == len(quoted(shown))
    for story, page in named:
        assert int(page) <= len(sample[story]), f"{story} has {len(sample[story])} pages"
    assert {sample[story][int(page) - 1] for story, page in named} <= set(quoted(pages))
