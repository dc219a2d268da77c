"""What a line end means: paragraphs one a line, wrapped lines, rows of items, paragraphs of a note."""

from pathlib import Path

import pytest

from layout.model.story import Paragraph, Story
from layout.read.story import story

HEAD = '+++\ntitle = "夜航船"\n+++\n'
FIRST = 4
"""The file's line that the body begins on."""


def read(text: str) -> tuple[Story, dict[str, str]]:
    """The story, and what each finding lists as its lines."""
    made, findings = story(HEAD + text, Path("issue"), "yehang")
    assert made is not None
    return made, {item.code: dict(item.values).get("lines", "") for item in findings}


def said(made: Story) -> list[str]:
    return [block.text for block in made.blocks if isinstance(block, Paragraph)]


def body_lines(*numbers: int) -> str:
    return ", ".join(str(FIRST - 1 + number) for number in numbers)


PARAGRAPHS = {
    "two em spaces": "　　灯灭了，他还没有睡\n　　“走吗？”\n　　船动了",
    "em spaces, some empty lines": "　　灯灭了。\n　　“走吗？”\n\n　　船动了。",
    "four spaces": "    灯灭了。\n    “走吗？”\n    船动了。",
    "tabs": "\t灯灭了。\n\t“走吗？”\n\t船动了。",
    "nothing": "灯灭了。\n“走吗？”\n船动了。",
    "tabs, some empty lines": "\t灯灭了。\n\t“走吗？”\n\n\t船动了。\n\t水退了。",
    "four spaces, some empty lines": "    灯灭了。\n    “走吗？”\n\n    船动了。",
    "no-break spaces": "\xa0\xa0\xa0\xa0灯灭了。\n\xa0\xa0\xa0\xa0船动了。",
    "an empty line that is not": "灯灭了。\n\u200b\n船动了。",
    "a heading between": "灯灭了。\n船动了。\n\n## 二\n\n水退了。\n岸露出来了。",
    "a note reference at the end": "灯灭了[^1]。\n船动了。[^1]\n水退了。\n\n[^1]: 注",
    "marks at the end": "**灯灭了。**\n*船动了。*\n[水退了。]{.dot}",
    "black squares": "■ 灯\n■ 船",
    "few empty lines": "灯灭了。船动了。\n水退了。岸在。\n人在。灯在。\n船在。桥在。\n\n桥也在。",
    "one that ends without a mark": "灯灭了。\n船动了。\n水声\n岸露出来了。",
}


@pytest.mark.silent("READ-JOINED", "READ-TAB")
@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs_one_a_line(name: str) -> None:
    text = PARAGRAPHS[name]
    made, findings = read(text)
    wanted = [line.strip("\u200b \t\u3000\xa0#") for line in text.split("\n") if line.strip("\u200b \u3000")]
    plain = [line.replace("[^1]", "①").strip("*[]{}.dot") for line in wanted if not line.startswith("[^1]:")]
    assert said(made) == plain
    assert not findings


WRAPPED = {
    "with empty lines": (
        "夜里起了风，船家把灯罩往下压了压，又看了一眼岸上的人\n影，那人影一动不动，像是从来就长在那里的一棵树。\n"
        "船家叹了一口气，把缆绳绕了三圈，又解开，再绕上。水在\n船底下走，声音很小，像有人在隔壁翻书。没有人说话。\n\n"
        "第二天，他们到了沙尾，岸上一个人也没有。渡口的灯还没\n有灭，一只狗蹲在灯下面。",
        2,
    ),
    "without": (
        "夜里起了风，船家把灯罩往下压了压，又看了一眼岸上的人\n影，那人影一动不动，像是从来就长在那里的一棵树，一\n"
        "船家叹了一口气，把缆绳绕了三圈，又解开，再绕上。水在\n船底下走，声音很小，像有人在隔壁翻书。没有人说话。",
        1,
    ),
    "English": (
        "The night ferry leaves at nine. It is a small boat with one lamp, and\nthe lamp is older than the boat.\n\n"
        "In winter it leaves at eight. Nobody has written this down, and nobody\nhas ever missed it.",
        2,
    ),
    "first lines set in": ("　　夜里起了风，船家把灯罩往下压了\n压，又看了一眼。\n　　岸上没有\n人。", 2),
    "first lines set in by spaces": ("    夜里起了风，船家把灯罩往下压了\n压，又看了一眼。\n    岸上没有\n人。", 2),
    "two short lines": ("灯灭了，\n船动了。", 1),
    "a list of facts that goes on": ("地点：鹭桥，\n早八点。", 1),
    "set in, and going on": ("正文在这里。\n\n    灯光，\n    ，船影", 2),
    "a unit": ("气温到了39\n℃，水是冷的，", 1),
    "an item that goes on": ("- 一盏灯，灯要亮，\n  亮到对岸。\n  看得见。\n- 一根缆绳", 2),
}


@pytest.mark.silent("READ-JOINED")
@pytest.mark.parametrize("name", WRAPPED)
def test_wrapped_lines_are_joined(name: str) -> None:
    text, paragraphs = WRAPPED[name]
    made, findings = read(text)
    assert len(said(made)) == paragraphs
    assert not findings


DOUBTFUL = {
    "a sentence ends": ("灯灭了。\n船动了。\n\n水退了。", (2,)),
    "speakers": ("记者：您是？\n\n何篙：撑船的。\n记者：多久了？\n\n何篙：久了。", (4,)),
    "verse": ("水很慢\n船也很慢\n灯很慢\n\n岸上的人\n等了很久", (2, 3, 6)),
    "one fact a line": ("地点：鹭桥\n时间：早八点\n票价：四元\n\n正文在这里。", (2, 3)),
    "a quotation": ("> 灯灭了。\n> 船动了。\n\n水退了。\n\n岸露出来了。", (2,)),
    "verse beside set-in lines": ("水很慢了\n船也很慢\n灯光很慢\n\n　　岸上的人\n　　等了很久", (2, 3)),
    "speech": ("他说：\n“好的。”\n\n" + "水退了，岸露出来，" * 4 + "\n灯还在。", (2,)),
    "lines behind a tab": ("正文在这里。\n\n\t灯光\n\t船影", (4,)),
    "lines behind four spaces": ("正文在这里。\n\n    灯光\n    船影", (4,)),
    "behind a list": ("- 灯\n- 船\n灯灭了。\n船动了。\n\n水退了。\n\n岸。", (3, 4)),
}


@pytest.mark.fires("READ-JOINED")
@pytest.mark.parametrize("name", DOUBTFUL)
def test_lines_whose_joining_is_doubtful_are_told(name: str) -> None:
    text, lines = DOUBTFUL[name]
    _, findings = read(text)
    assert findings == {"READ-JOINED": body_lines(*lines)}


def test_what_stands_among_paragraphs_one_a_line() -> None:
    made, findings = read(
        "灯灭了。\n船动了。\n## 二\n水退了。\n- 灯\n- 船\n岸露出来了。\n> 引文。\n> 又一段。\n::: box 题\n框里一段。\n"
        "框里两段。\n:::\n最后一段[^1]。\n[^1]: 注。\n真正的最后一段。"
    )
    assert not findings
    shown = [(b.role, b.text) if isinstance(b, Paragraph) else [p.text for p in b.blocks] for b in made.blocks]  # type: ignore[union-attr]
    assert shown == [
        ("body", "灯灭了。"),
        ("body", "船动了。"),
        ("subhead", "二"),
        ("body", "水退了。"),
        ("item", "• 灯"),
        ("item", "• 船"),
        ("body", "岸露出来了。"),
        ("quote", "引文。"),
        ("quote", "又一段。"),
        ["框里一段。", "框里两段。"],
        ("body", "最后一段①。"),
        ("body", "真正的最后一段。"),
    ]
    assert [note.paragraph.text for note in made.notes] == ["①注。"]


ROWS = {
    "1、": "1、 灯|2、 船",
    "1.": "1. 灯|2. 船|3. 缆",
    "1)": "1) 灯|2) 船",
    "1）": "1） 灯|2） 船",
    "（1）": "（1） 灯|（2） 船",
    "(1)": "(1) 灯|(2) 船",
    "a.": "a. 灯|b. 船",
    "(a)": "(a) 灯|(b) 船",
    "①": "① 灯|② 船",
    "⑳": "⑳ 灯|㉑ 船",
    "一、": "一、 灯|二、 船",
    "（九）": "（九） 灯|（十） 船|（十一） 缆",
    "•": "• 灯|• 船",
    "·": "• 灯|• 船",
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_of_items(name: str) -> None:
    wanted = ROWS[name].split("|")
    text = "\n".join(item.replace(" ", "").replace("•", name) for item in wanted)
    made, findings = read(f"要带的：\n\n{text}\n\n就这些。")
    assert said(made) == ["要带的：", *wanted, "就这些。"]
    assert not findings


@pytest.mark.parametrize("sign", ["* ", "• ", "· ", "‣ ", "\uf0b7 "])
def test_signs_of_items(sign: str) -> None:
    made, findings = read(f"{sign}灯")
    assert said(made) == ["• 灯"]
    assert not findings


def test_rows_within_rows_and_what_goes_on() -> None:
    made, _ = read("1、灯，\n要亮的\n2、船\n  a.大的\n  b.小的\n3、缆")
    assert said(made) == ["1、 灯，要亮的", "2、 船", "a. 大的", "b. 小的", "3、 缆"]


@pytest.mark.parametrize(
    "text",
    [
        "1.5 米的水位，",
        "2026.5.1 那天，",
        "3.14 是圆周率，",
        "3．14 是圆周率，",
        "1、只有一行，",
        "（一）只有一行，",
        "1、甲，\n3、丙，",
        "e.g. 甲，",
        "·甲",
    ],
)
def test_no_items(text: str) -> None:
    made, _ = read(f"{text}\n又一行")
    assert [block.role for block in made.blocks if isinstance(block, Paragraph)] == ["body"]


NOTES = {
    "as pandoc writes it": ("甲[^1]。\n\n[^1]: 一。\n\n    二。\n\n乙。", "①一。二。", ["甲①。", "乙。"]),
    "em spaces": ("甲[^1]。\n\n[^1]: 一。\n　　二。\n\n乙。", "①一。二。", ["甲①。", "乙。"]),
    "a tab": ("甲[^1]。\n\n[^1]: 一。\n\n\t二。", "①一。二。", ["甲①。"]),
    "lines that go on": ("甲[^1]。\n\n[^1]: 一，\n    续\n\n    二。", "①一，续二。", ["甲①。"]),
}


@pytest.mark.parametrize("name", NOTES)
def test_paragraphs_of_a_note(name: str) -> None:
    text, note, body = NOTES[name]
    made, findings = read(text)
    (own,) = made.notes
    assert (own.paragraph.text, said(made)) == (note, body)
    (end,) = (mark.end for mark in own.paragraph.marks if mark.kind == "break")
    assert note[end:] == "二。"
    assert not findings


def test_a_paragraph_behind_a_note_where_all_are_set_in() -> None:
    made, _ = read("　　甲[^1]。\n\n[^1]: 一。\n\n　　乙。")
    assert said(made) == ["甲①。", "乙。"]


def test_notes_in_the_second_paragraph_of_a_note() -> None:
    made, findings = read("甲[^1]乙[^3]。\n\n[^1]: 一。\n\n    二[^2]。\n[^2]: 三。\n[^3]: 四。")
    assert [note.paragraph.text for note in made.notes] == ["①一。二②。", "②三。", "③四。"]
    assert not findings


@pytest.mark.fires("READ-HOLLOW")
@pytest.mark.parametrize("text", ["##\n\n甲", "###　\n甲", "::: box\n:::\n甲", "::: box 题\n\n:::\n甲"])
def test_a_mark_without_text_is_told(text: str) -> None:
    _, findings = read(text)
    assert list(findings) == ["READ-HOLLOW"]


@pytest.mark.silent("READ-HOLLOW")
def test_marks_with_text(tmp_path: Path) -> None:
    read("## 题\n\n甲\n\n> 引\n>\n> 文\n\n::: box\n乙\n:::")
