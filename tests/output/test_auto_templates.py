"""A plan that names no template gives every story of the sample a place for all it brings, in each design."""

import shutil
from pathlib import Path

import pytest

from layout.job.build import build
from layout.model.finding import worst

ROOT = Path(__file__).parents[2]
STORIES = ("niao", "zhibi", "shanlu", "anli-shawei")
"""three photos and a table; two photos, a box and notes; four photos and a quotation; no photo and subheads with ●"""


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_stories_without_templates(tmp_path: Path, design: str) -> None:
    issue = tmp_path / "issue"
    for slug in STORIES:
        shutil.copytree(ROOT / "issue" / "stories" / slug, issue / "stories" / slug)
    shutil.copytree(ROOT / "issue" / "photos", issue / "photos")
    head = f'slug = "a"\nnumber = "1"\ntitle = "甲"\ndate = "2026年"\nstage = "x"\ndesign = "{design}"\n'
    entries = "".join(f'[[entry]]\nstory = "{slug}"\n' for slug in STORIES)
    (issue / "issue.toml").write_text(head + entries, encoding="utf-8")
    result = build(issue, "none", tmp_path / "out")
    assert worst(result.findings) != "error", [item.text() for item in result.findings]
    shown = [picture.path for page in result.pages for frame in page.frames for picture in frame.pictures]
    assert len(shown) == len(set(shown)) == 9
    assert len({page.template for page in result.pages if page.titles}) == len(STORIES)


@pytest.mark.parametrize("design", ["quarterly", "city"])
def test_a_design_has_templates_of_its_own_for_all(design: str) -> None:
    """Those of the house are made for its columns and rows."""
    house = {path.name for path in (ROOT / "styles" / "pages").glob("auto-*.toml")}
    assert house <= {path.name for path in (ROOT / "styles" / design / "pages").glob("auto-*.toml")}
