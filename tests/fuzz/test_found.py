"""What long runs of random inputs found, each in a small issue of its own: set or told, and never a fault of ours."""

from pathlib import Path

import pytest

from layout.__main__ import main
from layout.read.init import make_issue

DESIGNS = ("", "quarterly", "city")
BODIES = {
    "nothing": "",
    "one character": "春",
    "one mark": "。",
    "only marks": "，" * 30,
    "only spaces": "\u3000 \u200b",
    "only a photo": "![](photos/none.jpg)",
    "only a note": "[^1]: 春",
    "only a reference": "[^1]",
    "only ornaments": "* * *\n\n* * *",
    "only a subhead": "## 春",
    "a lone bar": "|\n|-|\n|",
    "bars": "|||\n|-|-|\n|||",
    "a table without cells": "春\n\n|\n|---|\n|\n\n江",
    "an empty box": "::: keypoints 题\n:::",
    "a box never closed": "::: box\n- ",
    "a photo's line cut off": "![春](" + " " * 4000 + "x",
    "a caption that ends in a space": "![水位尺旁第一班船靠岸。\u3000何篙 摄](photos/none.jpg){columns=1}\n\n江",
    "a sentence very often": "www.example.org/a/b" * 500,
}


@pytest.mark.parametrize("body", BODIES)
def test_an_absurd_story(body: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    design = DESIGNS[[*BODIES].index(body) % len(DESIGNS)]
    issue = tmp_path / "issue"
    make_issue(issue)
    (issue / "stories" / "zaoshi" / "story.md").write_text(f'+++\ntitle = "春"\n+++\n\n{BODIES[body]}\n', "utf-8")
    file = issue / "issue.toml"
    plain = file.read_text("utf-8").replace('templates = ["article-open"]', "")
    file.write_text(f'design = "{design}"\n{plain}' if design else plain, "utf-8")
    assert main(["dump", str(issue), "--lang", "en"]) in (0, 1)
    assert "internal fault" not in capsys.readouterr().err


@pytest.mark.parametrize("rows", ['han = ""', 'han = { font = "" }'])
@pytest.mark.fires("READ-TYPE")
def test_a_style_with_no_font_is_told(rows: str, tmp_path: Path) -> None:
    issue = tmp_path / "issue"
    make_issue(issue)
    (issue / "styles").mkdir()
    (issue / "styles" / "text.toml").write_text(f"[paragraph.body]\n{rows}\n", "utf-8")
    assert main(["dump", str(issue), "--lang", "en"]) == 1


def test_a_character_without_a_glyph_behind_a_mark_of_its_style(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The style sets its mark before the paragraph, so that the places of what is missing move on."""
    (tmp_path / "text.txt").write_text("春\U00020bb7", "utf-8")
    command = ["lines", str(tmp_path / "text.txt"), "--style", "byline-marked", "--measure", "20em", "--lang", "en"]
    assert main(command) == 0
    assert "U+20BB7" in capsys.readouterr().err
