"""Every listed title stands in the contents, or is named in a finding whose remedy makes it stand there."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.page import Page
from tests.texts.desk import Issue, text_on

TITLES = ["在水边把石阶一级一级数到太阳落山", "修船铺里的新徒弟姓梁话不多", "早班船"]


def with_titles(folder: Path, count: int, entry: str, head: str = "") -> Issue:
    """An issue of so many stories, the title of each led by its number in Han figures."""
    issue = Issue(folder, head)
    issue.entry(entry)
    for at in range(count):
        section = "甲乙丙丁戊"[at // 7 % 5] + "栏"
        front = f'title = "{_named(at)}{TITLES[at % 3]}"\nsection = "{section}"\nauthors = ["何篙", "温禾"]'
        issue.story(f"s{at}", front, "墙上的日历停在秋分。", 'pages = 1\ntemplates = ["article-text"]')
    return issue


def _named(at: int) -> str:
    return "".join("零一二三四五六七八九"[int(figure)] for figure in f"{at:02}")


def lost(pages: tuple[Page, ...], found: tuple[Finding, ...], count: int) -> set[str]:
    """Titles that stand neither in the contents nor in a finding."""
    shown = text_on(pages, "contents").replace("\n", "")
    told = "".join(dict(item.values)["names"] for item in found if item.code == "PAGE-CONTENTS-LEFT")
    named = {_named(at) + TITLES[at % 3] for at in range(count)}
    return {title for title in named if (title in shown) == (title in told)}


@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
@pytest.mark.parametrize("page", ["contents", "contents-spread"])
@pytest.mark.parametrize("count", [33])
def test_every_title_is_shown_or_told(tmp_path: Path, head: str, page: str, count: int) -> None:
    pages, found = with_titles(tmp_path, count, f'page = "{page}"\npages = {page.count("-") + 1}', head).set()
    assert not lost(pages, found, count)


@pytest.mark.silent("PAGE-CONTENTS-LEFT")
def test_the_column_below_a_teaser_is_used(tmp_path: Path) -> None:
    """Forty-two titles with names on two pages, with a picture at the head of the last column."""
    issue = with_titles(tmp_path, 42, 'page = "contents-spread"\ntemplates = ["contents-spread", "contents-next"]')
    issue.photo()
    issue.entries[20] += 'teaser = "photos/p.jpg"\n'
    pages, found = issue.set()
    assert not lost(pages, found, 42)
    picture = next(frame for page in pages[:2] for frame in page.frames if frame.name == "teaser")
    below = [f for f in pages[1].frames if f.takes == "contents" for line in f.lines if line.x >= picture.box.x]
    assert below


@pytest.mark.fires("PAGE-CONTENTS-LEFT")
def test_titles_without_room_are_named_and_the_remedy_helps(tmp_path: Path) -> None:
    issue = with_titles(tmp_path / "a", 44, 'page = "contents"')
    pages, found = issue.set()
    (told,) = [item for item in found if item.code == "PAGE-CONTENTS-LEFT"]
    values = dict(told.values)
    assert told.place and told.place.path.endswith("issue.toml") and "早班船" in values["names"]
    again = with_titles(tmp_path / "b", 44, f'page = "contents"\npages = {values["more"]}')
    pages, found = again.set()
    assert not lost(pages, found, 44) and "PAGE-CONTENTS-LEFT" not in [item.code for item in found]
