"""A story's section stands on one of its pages or in the contents, or the author is told; so is furniture cut off."""

from pathlib import Path

import pytest

from tests.texts.desk import Issue, codes, paragraphs, text_on

FRONT = 'title = "渡口的灯"\nauthors = ["何篙"]'
WITHOUT = 'extends = "article-open"\nnext = "page"\nwithout = ["running-head", "tab"]\n'


def issue_without(folder: Path, entry: str = 'section = "栏名戌亥"', front: str = FRONT) -> Issue:
    """A story of one page, whose template shows no section."""
    issue = Issue(folder)
    issue.template("bare", WITHOUT)
    issue.story("a", front, paragraphs(12), f'templates = ["bare"]\n{entry}')
    return issue


@pytest.mark.fires("ACCOUNT-SECTION")
@pytest.mark.parametrize(("entry", "front"), [('section = "栏名戌亥"', FRONT), ("", f'{FRONT}\nsection = "栏名戌亥"')])
def test_a_section_that_stands_nowhere_is_told(tmp_path: Path, entry: str, front: str) -> None:
    pages, found = issue_without(tmp_path, entry, front).set()
    assert "栏名戌亥" not in text_on(pages)
    (told,) = [item for item in found if item.code == "ACCOUNT-SECTION"]
    assert told.place and told.place.path.endswith("issue.toml")
    assert dict(told.values) == {"section": "栏名戌亥", "story": "渡口的灯"}


@pytest.mark.silent("ACCOUNT-SECTION")
def test_a_section_that_the_contents_have(tmp_path: Path) -> None:
    issue = issue_without(tmp_path)
    issue.entry('page = "contents"')
    pages, found = issue.set()
    assert "栏名戌亥" in text_on(pages, "contents")
    assert "ACCOUNT-SECTION" not in codes(found)


@pytest.mark.silent("ACCOUNT-SECTION", "PAGE-FRAME-FULL")
@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
def test_a_section_that_stands_on_the_page(tmp_path: Path, head: str) -> None:
    issue = Issue(tmp_path, head)
    issue.story("a", FRONT, paragraphs(12), 'templates = ["article-open"]\nsection = "栏名戌亥"')
    pages, found = issue.set()
    assert "栏名戌亥" in text_on(pages, "furniture")
    assert not {"ACCOUNT-SECTION", "PAGE-FRAME-FULL"} & {*codes(found)}


@pytest.mark.fires("PAGE-FRAME-FULL")
@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
@pytest.mark.parametrize("count", [120, 300])
def test_a_section_too_long_for_its_page_is_told(tmp_path: Path, head: str, count: int) -> None:
    issue = Issue(tmp_path, head)
    section = ("很长的栏目名称超过页面" * 30)[:count]
    issue.story("a", FRONT, paragraphs(12), f'templates = ["article-open"]\nsection = "{section}"')
    pages, found = issue.set()
    assert "很长的栏目" in text_on(pages, "furniture")
    assert "PAGE-FRAME-FULL" in codes(found)


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_running_head_never_runs_off_the_trim(tmp_path: Path) -> None:
    """69 characters of 8 pt, from 19 mm on, would end 4 mm beyond the edge of a page 210 mm wide."""
    issue = Issue(tmp_path)
    section = ("很长的栏目名称超过页面" * 30)[:69]
    issue.story("a", FRONT, paragraphs(12), f'templates = ["article-open"]\nsection = "{section}"')
    pages, found = issue.set()
    (head,) = [frame for page in pages for frame in page.frames if frame.name == "running-head"]
    assert head.box.x >= 0
    assert "PAGE-FRAME-FULL" in codes(found)
