"""A manuscript as a word processor gives it, set whole: paragraphs, items, a note of two paragraphs, a query."""

from pathlib import Path

import pytest

from layout.job.build import build
from layout.read.init import make_issue

STORY = """+++
title = "渡船"
+++
　　天没亮，船家把灯罩往下压了压。
　　“今晚还走吗？”他问。
　　“走。”
要带的东西：
1、一盏灯
2、一根缆绳
　　水位到了1.5米[^1]<!-- 查水文站 -->，比昨天高。

[^1]: 以笠溪口的水尺为准。

    涨水的日子一小时读一次。
"""
PARAGRAPHS = ["天没亮，船家把灯罩往下压了压。", "“今晚还走吗？”他问。", "“走。”", "1、一盏灯", "2、一根缆绳"]


@pytest.mark.fires("READ-QUERY")
@pytest.mark.silent("READ-JOINED", "ACCOUNT-LOST", "ACCOUNT-TWICE")
def test_a_manuscript_of_a_word_processor(tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    make_issue(folder)
    (folder / "stories" / "zaoshi" / "story.md").write_text(STORY, "utf-8")
    result = build(folder, "none", tmp_path / "out")
    assert [item.code for item in result.findings] == ["READ-QUERY"]
    lines = [
        "".join(placed.shaped.chars[placed.line.start : placed.line.end])
        for page in result.pages
        if page.story == "zaoshi"
        for frame in page.frames
        for placed in frame.lines
    ]
    begun = [line.replace(" ", "") for line in lines]
    for paragraph in PARAGRAPHS:
        assert any(line.startswith(paragraph[:6]) for line in begun), paragraph
    assert "以笠溪口的水尺为准。" in "".join(begun)
    assert any(line.startswith("涨水的日子") for line in begun)
    assert "查水文站" not in "".join(begun)


def test_the_bullet_of_an_item_is_seen_and_its_lines_stand_in_a_row(tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    make_issue(folder)
    text = '+++\ntitle = "渡船"\n+++\n- 一盏灯，灯要亮，亮到对岸看得见，要带上油和火柴，还要一块布\n'
    (folder / "stories" / "zaoshi" / "story.md").write_text(text, "utf-8")
    result = build(folder, "none", tmp_path / "out")
    first, second, *_ = (
        placed
        for page in result.pages
        for frame in page.frames
        for placed in frame.lines
        if placed.shaped.paragraph.role == "item"
    )
    shaped = first.shaped
    bullet, body = shaped.looks[shaped.look[0]], shaped.style.size
    assert bullet.font == "sans-bold" and bullet.size > body  # whose • is a quarter of its em wide
    behind = first.x + first.line.along[shaped.chars.index("一")]
    assert abs(behind - second.x - second.line.along[0]) < body // 50
