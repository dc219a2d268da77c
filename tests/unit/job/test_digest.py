"""layout/job/digest.py: what can change a page changes the files, and nothing else does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.__main__ import main
from layout.read.init import make_issue
from layout.read.meaning import of_manuscript, of_toml

SAME: dict[str, tuple[str, str, str]] = {
    "a comment": ("issue.toml", "[[entry]]", "# 待定 “x”\n[[entry]]"),
    "a comment behind a value": ("issue.toml", 'slug = "chuangkan"', 'slug = "chuangkan" # x'),
    "blank lines and spaces": ("issue.toml", "slug =", "\n\n\tslug    ="),
    "a comment in front matter": ("stories/zaoshi/story.md", "+++\n", "+++\n# 编辑：x\n\n"),
    "a manuscript that nobody asked for": ("stories/other/story.md", "", "+++\n+++\n\nx\n"),
}
OTHER: dict[str, tuple[str, str, str]] = {
    "a value": ("issue.toml", '"2026年第1期"', '"2026年第2期"'),
    "a mark that is no comment": ("issue.toml", '"河埠"', '"河埠 # 1"'),
    "a word": ("stories/zaoshi/story.md", "最早醒", "最晚醒"),
    "a style": ("styles/text.toml", "", '[paragraph.byline]\nlead-mark = "■"\n'),
}


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    make_issue(tmp_path / "issue")
    return tmp_path / "issue"


@pytest.fixture
def press(issue: Path, tmp_path: Path) -> Callable[[], bytes]:
    def built() -> bytes:
        assert main(["build", str(issue), "--target", "press", "-o", str(tmp_path / "out")]) == 0
        return next((tmp_path / "out").glob("*-press.pdf")).read_bytes()

    return built


def change(issue: Path, name: str, old: str, new: str) -> None:
    file = issue / name
    file.parent.mkdir(parents=True, exist_ok=True)
    text = file.read_text("utf-8") if file.exists() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new + text, "utf-8")


def test_what_no_page_shows_changes_no_byte(issue: Path, press: Callable[[], bytes]) -> None:
    before = press()
    for case in SAME:
        change(issue, *SAME[case])
        assert press() == before, case


def test_what_a_page_may_show_changes_the_identity(issue: Path, press: Callable[[], bytes]) -> None:
    made = {press()}
    for case in OTHER:
        change(issue, *OTHER[case])
        made.add(press())
    assert len(made) == len(OTHER) + 1


def test_texts_keep_what_looks_like_a_comment_or_a_blank_line() -> None:
    assert of_toml("a = 1\n1b = 2") != of_toml("a = 11\nb = 2")
    assert of_toml('a = """\n\n# x\n"""') != of_toml('a = """\n\n"""')
    assert of_toml("a = '#' # '\n\n\n b=2") == "a='#'\nb=2"
    assert of_toml('a = [ "x",\n "y" ]') == 'a=["x",\n"y"]'
    assert of_manuscript("+++\na = 1 # x\n+++\n\n# y") == "\na=1"[1:] + "\n+++\n\n# y"
    assert of_manuscript("# y\n") == "# y\n"
