"""The end mark stands behind the last paragraph of the text, as the frame in which it ends has one."""

from pathlib import Path

import pytest

from tests.texts.desk import FILLING, Issue, paragraphs, text_on

END = {
    "text": "",
    "box": "::: box 链接\n框里的话。\n:::",
    "bio": "::: bio\n作者是船工。\n:::",
    "photo": "![图说。](photos/p.jpg)",
    "table": "表1　船期\n\n| 站 | 时间 |\n|---|---|\n| 柳渡 | 八点 |",
}


@pytest.mark.parametrize("end", END)
@pytest.mark.parametrize("templates", ['["theory"]', '["feature-open", "article-next"]', '["article-text"]'])
def test_it_stands_behind_the_last_paragraph(tmp_path: Path, end: str, templates: str) -> None:
    issue = Issue(tmp_path)
    issue.photo()
    body = f"{paragraphs(40)}\n\n末段到此为止。\n\n{END[end]}"
    issue.story("a", 'title = "渡口的灯"\nauthors = ["柳渡"]', body, f"templates = {templates}")
    pages, _ = issue.set()
    told = text_on(pages).replace("\n", "")
    assert told.count("■") == 1 and told.count("末段到此为止。■") == 1


def test_an_opener_without_one_on_which_the_story_ends(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口的灯"', FILLING, 'templates = ["feature-open"]')
    pages, _ = issue.set()
    assert len(pages) == 1 and "■" not in text_on(pages)


def test_a_last_page_without_one(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template(
        "plain-end",
        'extends = "page"\n[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "1-36"\nlinked = true\n',
    )
    body = paragraphs(40)
    issue.story("a", 'title = "渡口的灯"', body, 'templates = ["article-open", "plain-end"]')
    issue.story("b", 'title = "渡口的灯"', FILLING, 'templates = ["article-open"]')
    pages, _ = issue.set()
    assert "■" not in text_on(page for page in pages if page.story == "a")
    assert text_on(page for page in pages if page.story == "b").count("■") == 1


def test_a_divided_story_ends_with_the_mark_of_its_last_part(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口的灯"', paragraphs(40), 'templates = ["feature-open"]\npages = 1')
    issue.story("b", 'title = "另一篇"', FILLING, 'templates = ["theory"]')
    issue.entry('story = "a"\ncontinued = true\ntemplates = ["article-next"]')
    pages, _ = issue.set()
    told = text_on(pages[:1] + pages[2:])
    assert told.count("■") == 1
