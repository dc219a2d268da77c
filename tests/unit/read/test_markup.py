"""Marks of other programs: each kind told once with what does the same here, ordinary text left alone."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.story import Paragraph
from layout.read.story import story

HEAD = '+++\ntitle = "夜航船"\n+++\n'
TOLD = ("READ-MARKUP", "READ-PHOTO-IN-TEXT")


def told(text: str) -> list[Finding]:
    made, findings = story(HEAD + text, Path("issue"), "yehang")
    assert made is not None
    for item in findings:
        assert item.text("en") and item.text("zh")
    return [item for item in findings if item.code in TOLD]


KINDS = {
    "甲<br>乙": ("<br>", "\\"),
    "甲<BR/>乙": ("<br>", "\\"),
    '<img src="photos/a b.jpg" width="300">': ("<img>", "![…](photos/…)"),
    "<center>图一</center>": ("<center>", "…"),
    "注<sup>1</sup>": ("<sup>", "^…^"),
    "H<sub>2</sub>O": ("<sub>", "~…~"),
    '<p class="x">甲</p>': ("<p>", "…"),
    "甲<u>乙</u>": ("<u>", "[…]{.dot}"),
    '<iframe src="https://a.cn/b"></iframe>': ("<iframe>", "…"),
    "甲&nbsp;&nbsp;乙": ("&nbsp;", "…"),
    "甲&lt;乙": ("&lt;", "<"),
    "甲&#8212;乙": ("&#8212;", "—"),
    "用`ls`看": ("`…`", "[…]{.dot}"),
    "甲~~乙~~丙": ("~~…~~", "…"),
    "甲==乙==丙": ("==…==", "[…]{.dot}"),
    "甲++乙++丙": ("++…++", "[…]{.dot}"),
    "甲__乙__丙": ("__…__", "**…**"),
    "甲_乙_丙": ("_…_", "*…*"),
    "有$E=mc^2$式": ("$…$", "~…~ ^…^"),
    "见[渡口](b)。": ("[…](…)", "[…](https://…)"),
    "见[渡口](b/c.md)。": ("[…](…)", "[…](https://…)"),
    "见[渡口](https://a.cn/b c)。": ("[…](…)", "[…](https://…)"),
    "见<https://a.cn>。": ("<https://…>", "[…](https://…)"),
    "甲^[行内注]乙": ("^[…]", "[^1]"),
    "见[[渡口]]。": ("[[…]]", "[…](https://…)"),
    "甲{{模板}}乙": ("{…}", "…"),
    "见第{page:duchuan}页": ("{…}", "…"),
    "甲\\footnote{乙}": ("\\…{…}", "…"),
    "```\n代码\n```": ("```", "::: box"),
    "~~~ python\n代码\n~~~": ("```", "::: box"),
    "标题\n====": ("====", "## …"),
    "甲\n\n---\n\n乙": ("---", "***"),
    "甲\n\n_____\n\n乙": ("---", "***"),
    "- [ ] 灯\n- [x] 船": ("- [ ]", "- …"),
    "[1]: https://a.cn": ("[1]: …", "[…](https://…)"),
    "甲\n\n[TOC]\n\n乙": ("[TOC]", "…"),
    "!!! note\n甲": ("!!!", "::: box"),
    "> > 甲": ("> >", "> …"),
    "> - 甲\n> - 乙": ("> -", "> …"),
    "标题\n---": ("----", "## …"),
}


@pytest.mark.fires("READ-MARKUP")
@pytest.mark.parametrize("text", KINDS)
def test_a_mark_of_other_programs_is_told(text: str) -> None:
    (item,) = told(text)
    values = dict(item.values)
    assert (values["mark"], values["instead"]) == KINDS[text]
    assert item.place and item.place.line >= 4


@pytest.mark.fires("READ-MARKUP")
def test_a_kind_is_told_once_with_all_its_lines() -> None:
    found = told("甲<br>乙<br>\n\n丙<br>丁\n\n[一][x]与[二][x]、[三][四]\n\n[x]: https://a.cn")
    values = [(dict(item.values)["mark"], dict(item.values)["count"], dict(item.values)["lines"]) for item in found]
    assert values == [("[1]: …", "1", "10"), ("<br>", "3", "4, 6"), ("[…][1]", "2", "8")]


@pytest.mark.fires("READ-MARKUP")
def test_marks_in_titles_and_captions() -> None:
    head = '+++\ntitle = "夜航<br>船"\n+++\n'
    _, findings = story(head + "![灯&nbsp;船](photos/a.jpg)", Path("issue"), "yehang")
    assert [dict(item.values)["mark"] for item in findings if item.code == "READ-MARKUP"] == ["<br>", "&nbsp;"]


@pytest.mark.fires("READ-PHOTO-IN-TEXT")
@pytest.mark.parametrize(
    "text",
    [
        "文字里的![图](photos/a.jpg)图",
        "文字里的![图](https://a.cn/b.jpg)图",
        "[![十](photos/a b.jpg)](https://a.example)",
    ],
)
def test_a_photo_within_text(text: str) -> None:
    assert [(item.code, item.severity) for item in told(text)] == [("READ-PHOTO-IN-TEXT", "error")]


@pytest.mark.silent(*TOLD)
@pytest.mark.parametrize(
    "text",
    [
        "a<b，3<5，5>3，<甲>，<-，→",
        "价格$5，涨到$6，US$5与US$7，$100–$200，共$",
        "C++与D++，a==b 而 c==d，i++，snake_case_name，x_1、y_2，_，__，____",
        "AT&T; R&D; A & B; 问&答;",
        "网址 https://a.cn/b_c_d?e=f&g=h;i#j~~k~~ 与 www.a.cn/_b_ 。",
        "[注]，[1][2][3]，[Smith, 2020]，[甲](乙)，[甲][乙]",
        "{}、{1,2}、{甲}、a{b",
        "啊～～好～～，3~5天、6~8天",
        "——题记——\n\n-- 题记 --",
        "***\n\n* * *\n\n甲",
        "反引号 ` 一个，\\alpha 与 \\\\server\\share",
        "> 引文\n>> （摘自）",
        "[^1]甲\n\n[^1]: 注",
        "见[此处](https://a.cn/b_(c)_d)。",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.fires("READ-FRONT-YAML")
@pytest.mark.silent("READ-FRONT", "READ-MARKUP")
def test_a_head_in_yaml() -> None:
    text = "---\ntitle: 夜航船\ntags:\n  - 河\n---\n\n灯灭了。\n"
    made, findings = story(text, Path("issue"), "yehang")
    assert [block.text for block in made.blocks if isinstance(block, Paragraph)] == ["灯灭了。"]
    assert [(item.code, item.severity) for item in findings] == [("READ-FRONT-YAML", "error")]


@pytest.mark.silent("READ-FRONT-YAML")
@pytest.mark.parametrize("text", [HEAD + "灯灭了。", "---\n灯灭了。\n---\n", "灯灭了。"])
def test_other_heads(text: str) -> None:
    story(text, Path("issue"), "yehang")
