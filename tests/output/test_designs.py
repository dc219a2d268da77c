"""The sample issue, one entry of each template, set in every design by one key: no errors, another geometry."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import toml

from layout.job import findings
from layout.job.build import BuildResult, build
from layout.read import load_styles

ROOT = Path(__file__).parents[2]
DESIGNS = ("", "quarterly", "city")
"""Values of `design` in issue.toml; empty: the house itself."""
WITHOUT_MARGINS = {"ad-page", "ad-spread"}
"""Off all four edges, whatever the margins of a design."""


def small_plan() -> dict[str, Any]:
    """The sample's plan with the first entry of each template."""
    plan = toml.loads((ROOT / "issue" / "issue.toml").read_text("utf-8"))
    first: dict[str, object] = {}
    for entry in plan["entry"]:
        first.setdefault(entry.get("templates", [entry.get("page")])[0], entry)
    return {**plan, "entry": list(first.values()), "pages-of": 1}


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuildResult]:
    """Design → the sample's pages set in it; nothing is painted."""
    issue = tmp_path_factory.mktemp("designs") / "issue"
    shutil.copytree(ROOT / "issue", issue)
    made = {}
    for design in DESIGNS:
        key = {"design": design} if design else {}
        (issue / "issue.toml").write_text(toml.dumps({**small_plan(), **key}), "utf-8")
        made[design] = build(issue, "none", issue / "build")
    return made


@pytest.mark.parametrize("design", DESIGNS)
def test_no_errors(issues: dict[str, BuildResult], design: str) -> None:
    errors = tuple(item for item in issues[design].findings if item.severity == "error")
    assert findings.as_text(errors, "en") == ""
    assert issues[design].pages


@pytest.mark.parametrize("design", DESIGNS[1:])
def test_nothing_is_left_to_the_house(issues: dict[str, BuildResult], design: str) -> None:
    """Every template that the sample uses is the design's own: none is set on the house's grid by oversight."""
    used = {page.template for page in issues[design].pages} - {"blank"}
    own = {path.stem for path in (ROOT / "styles" / design / "pages").glob("*.toml")}
    assert used - WITHOUT_MARGINS <= own


def measures(result: BuildResult) -> set[int]:
    """Widths of the columns that running text stands in."""
    return {
        frame.box.width
        for page in result.pages
        for frame in page.frames
        if frame.takes == "story" and frame.direction == "horizontal"
    }


def test_designs_share_no_measure(issues: dict[str, BuildResult]) -> None:
    seen: set[int] = set()
    for design in DESIGNS:
        found = measures(issues[design])
        assert found
        assert found.isdisjoint(seen)
        seen |= found


def test_designs_have_rows_type_and_accent_of_their_own() -> None:
    known = []
    for design in DESIGNS:
        house, sheet, found = load_styles(ROOT / "styles", design)
        assert not found
        assert house is not None
        assert sheet is not None
        known.append((house.row, house.body, house.ink("accent"), sheet.paragraph("title").han.font))
    assert all(len({values[index] for values in known}) == len(DESIGNS) for index in range(4))


def test_the_editorial_of_the_quarterly_has_no_title_over_it(issues: dict[str, BuildResult]) -> None:
    """Its title is read in the fore-edge alone (docs/pages.md, row 4)."""
    page = next(page for page in issues["quarterly"].pages if page.template == "editorial")
    heads = {line.shaped.paragraph.role for frame in page.frames for line in frame.lines if frame.takes != "furniture"}
    assert "title" not in heads
    assert any("水落时" in line.shaped.paragraph.text for frame in page.frames for line in frame.lines)


def test_the_quarterly_has_a_wholly_vertical_page_with_a_folio_in_han_figures(issues: dict[str, BuildResult]) -> None:
    vertical = [page for page in issues["quarterly"].pages if page.template == "essay"]
    assert vertical
    for page in vertical:
        text = [frame for frame in page.frames if frame.takes in ("story", "title", "furniture")]
        assert {frame.direction for frame in text} == {"vertical"}
        folio = next(frame for frame in page.frames if frame.name == "folio")
        assert set("".join(folio.lines[0].shaped.chars)) <= set("一二三四五六七八九十〇")
