"""Sheets from 60 × 90 mm to A3, 1 to 8 columns, 8 to 80 rows: whatever a house asks for is set, or told at its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.job.build import build
from layout.read.init import make_issue

TEMPLATE = """\
[grid]
columns = {columns}
gutter = "{gutter}mm"
[[frame]]
name = "head"
takes = "heading"
columns = "1-{columns}"
lines = "1-"
displaces = "lines"
[[frame]]
name = "body"
takes = "story"
columns = "1-{columns}"
lines = "1-{rows}"
linked = true
balance = "{balance}"
initial = {initial}
"""
HOUSE = """\
[sheet]
width = "{width}mm"
height = "{height}mm"
[margins]
head = "{margin}mm"
foot = "{margin}mm"
inner = "{margin}mm"
outer = "{margin}mm"
[grid]
body = "{body}pt"
row = "{row}pt"
rows = {rows}
"""
SHEETS = st.fixed_dictionaries(
    {
        "width": st.integers(60, 297),
        "height": st.integers(90, 420),
        "margin": st.integers(0, 40),
        "body": st.integers(4, 60),
        "row": st.integers(4, 60),
        "rows": st.integers(8, 80),
        "columns": st.integers(1, 8),
        "gutter": st.integers(0, 20),
        "balance": st.sampled_from(["never", "last", "always"]),
        "initial": st.integers(0, 4),
    }
)


@given(asked=SHEETS)
@settings(max_examples=25, deadline=None)
def test_any_sheet_is_set_or_told(tmp_path_factory: pytest.TempPathFactory, asked: dict[str, int | str]) -> None:
    issue = tmp_path_factory.mktemp("sheet") / "issue"
    make_issue(issue)
    (issue / "styles" / "pages").mkdir(parents=True)
    (issue / "styles" / "house.toml").write_text(HOUSE.format(**asked), "utf-8")
    (issue / "styles" / "pages" / "mine.toml").write_text(TEMPLATE.format(**asked), "utf-8")
    plan = issue / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('"article-open"', '"mine"'), "utf-8")
    result = build(issue, "none", issue / "build")
    assert result.pages or any(item.severity == "error" for item in result.findings)
    own = [item for item in result.findings if item.code.startswith("READ-")]
    assert all(item.place and item.place.line and "/issue/" in item.place.path for item in own)
