"""Marks and spaces mistyped in Chinese text: what is told, and what is left alone."""

import pytest

from layout.model.place import Source
from layout.model.story import Paragraph
from layout.read.typos import mistyped


def said(*texts: str) -> list[Paragraph]:
    return [Paragraph("body", text, Source("a.md", ((0, line, 1),))) for line, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("text", "mark", "instead", "column"),
    [
        ("今年9月,习近平", ",", "，", 5),
        ("他强调,浙江", ",", "，", 4),
        ("用Python,人工也行", ",", "，", 8),
        ("如下:2.0版", ":", "：", 3),
        ("好!", "!", "！", 2),
        ("做完了.接着做", ".", "。", 4),
        ("说完.", ".", "。", 3),
        ("这里(温州)有", "( )", "（ ）", 3),
        ("WTO(世贸组织)", "( )", "（ ）", 4),
        ('创新"鼎"之路', '"', "“ ”", 3),
        ("等等...", "...", "……", 3),
        ("完了。。。", "。。。", "……", 3),
        ("江--海", "--", "——", 2),
        ("-- 《夜航》", "--", "——", 1),
        ("增长7.2％", "％", "%", 6),
        ("Ａ股", "Ａ", "A", 1),
        ("一　 二  三", "  ", "　", 5),
        ("见https://a.cn/b,c 的,那页", ",", "，", 20),
    ],
)
def test_told(text: str, mark: str, instead: str, column: int) -> None:
    first, *_ = mistyped(said(text))
    values = dict(first.values)
    assert (values["mark"], values["instead"]) == (mark, instead)
    assert first.place and first.place.column == column
    assert first.text("en") and first.text("zh")


@pytest.mark.silent("READ-ASCII", "READ-FULL-WIDTH", "READ-SPACES")
@pytest.mark.parametrize(
    "text",
    [
        "早上9:30开门，卖了1,000斤，比分3:2",
        "地址是https://a.cn/b?c=d,e;f!，信箱wen@butou.cn，见www.a.cn/x.y。",
        "他说：“Hello, world!”然后“Yes.”",
        "AT&T (US) and e.g. this, that; (a, b)",
        "U.S.的标准，第1.节，约3.5%，5'10\"高",
        "don't、Rock'n'roll",
        "甲：乙；丙，丁。“戊”（己）——庚……辛！壬？",
        "越嵊州　越有戏、A/B、1—丁烯、3～5天",
        "(1)项",
    ],
)
def test_left_alone(text: str) -> None:
    assert mistyped(said(text)) == ()


@pytest.mark.fires("READ-ASCII")
def test_one_finding_a_mark_with_all_its_lines() -> None:
    found = mistyped(said("甲,乙,丙", "丁", "戊,己(庚)", *["辛,壬"] * 20))
    assert [(item.code, dict(item.values)["count"]) for item in found] == [("READ-ASCII", "23"), ("READ-ASCII", "1")]
    assert dict(found[0].values)["lines"] == "1, 3, 4, 5, 6, 7, 8, 9 …"


@pytest.mark.fires("READ-FULL-WIDTH", "READ-SPACES")
def test_a_house_says_what_is_looked_for() -> None:
    assert [item.code for item in mistyped(said("甲,乙５  丙"))] == ["READ-ASCII", "READ-FULL-WIDTH", "READ-SPACES"]
    assert [item.code for item in mistyped(said("甲,乙５  丙"), ("spaces",))] == ["READ-SPACES"]


@pytest.mark.fires("READ-SPACE")
def test_a_space_between_han_is_told_in_running_text() -> None:
    (item,) = mistyped(said("船上的 普通 字", "是手写的 字。"))
    assert (item.code, dict(item.values)["count"], dict(item.values)["lines"]) == ("READ-SPACE", "3", "1, 2")
    assert item.place and (item.place.line, item.place.column) == (1, 4)


@pytest.mark.silent("READ-SPACE")
def test_spaces_that_part_names_and_words_are_left_alone() -> None:
    running = said("编辑：何篙 欧阳汀 温禾，船到了。", "用 Python 写", "一　二")
    caption = Paragraph("caption", "船边的人 何篙 摄", Source("a.md"))
    assert mistyped([*running, caption]) == ()
