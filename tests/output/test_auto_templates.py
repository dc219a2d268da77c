"""A plan that names no template gives every story of the sample a place for all it brings, in each design."""

import shutil
from pathlib import Path

import pytest

from layout.job.build import build
from layout.job.dump_verb import pages_of
from layout.model.finding import worst
from tests.output.odd_photos import Told, write_issue

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


@pytest.mark.parametrize("characters", [1100, 1300, 1450, 1600])
def test_between_ease_and_small_type_there_are_pages_for_a_story_of_one_page(tmp_path: Path, characters: int) -> None:
    """With a box on its author: no line is over, and not one is missing in each column."""
    author = "::: bio\n何篙，水文与渡运史学者，长期在四镇做石阶与木牌的调查，写有札记多种。\n:::"
    pages, found = pages_of(write_issue(tmp_path / "i", Told(characters, plan="pages = 1", end=author)))
    assert not [item.text() for item in found if item.code in ("PAGE-OVERSET", "PAGE-UNDERSET")]
    assert len(pages) == 1
