"""Comments in a manuscript: never set, each a query with its place, the text round them whole."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.story import Paragraph, Story
from layout.read.story import story

HEAD = '+++\ntitle = "夜航船"\n+++\n'


def read(text: str, head: str = HEAD) -> tuple[Story, tuple[Finding, ...]]:
    made, findings = story(head + text, Path("issue"), "yehang")
    assert made is not None
    return made, findings


def said(made: Story) -> list[str]:
    return [block.text for block in made.blocks if isinstance(block, Paragraph)]


@pytest.mark.fires("READ-QUERY")
@pytest.mark.silent("READ-QUERY-OPEN")
@pytest.mark.parametrize(
    ("text", "shown", "query"),
    [
        ("船上有灯<!-- 几盏？ -->。", ["船上有灯。"], "几盏？"),
        ("船上有 <!-- 几盏？ --> 灯。", ["船上有灯。"], "几盏？"),
        ("a lamp <!-- how many? --> aboard", ["a lamp aboard"], "how many?"),
        ("甲乙\n<!-- 查原文 -->\n丙丁", ["甲乙丙丁"], "查原文"),
        ("甲乙\n\n<!-- 查\n\n原文 -->\n\n丙丁", ["甲乙", "丙丁"], "查 原文"),
        ("<!-- 查 -->- 甲\n- 乙", ["• 甲", "• 乙"], "查"),
        ("**甲<!-- * [ -->乙**", ["甲乙"], "* ["),
        ("|甲|\n|---|\n|乙<!-- a|b -->|", [], "a|b"),
    ],
)
def test_a_comment_is_a_query(text: str, shown: list[str], query: str) -> None:
    made, findings = read(text)
    assert said(made) == shown
    assert [(item.code, dict(item.values)["text"]) for item in findings] == [("READ-QUERY", query)]
    (place,) = (item.place for item in findings)
    assert place and (HEAD + text).split("\n")[place.line - 1][place.column - 1 :].startswith("<!--")


def test_characters_behind_a_comment_keep_their_places() -> None:
    made, _ = read("甲<!-- 查 -->乙 <!-- 再查\n一遍 -->丙")
    (block,) = (block for block in made.blocks if isinstance(block, Paragraph))
    assert block.text == "甲乙丙"
    assert [(block.source.place(at).line, block.source.place(at).column) for at in range(3)] == [
        (4, 1),
        (4, 12),
        (5, 7),
    ]


@pytest.mark.fires("READ-QUERY")
def test_a_comment_in_a_title() -> None:
    made, findings = read("甲", '+++\ntitle = "夜航<!-- 再议 -->船"\n+++\n')
    assert made.title == "夜航船"
    assert [str(item.place) for item in findings] == ["issue/stories/yehang/story.md:2:12"]


@pytest.mark.fires("READ-QUERY-OPEN")
def test_a_comment_that_is_not_closed_is_set() -> None:
    made, findings = read("甲<!-- 查\n\n乙")
    assert said(made) == ["甲<!-- 查", "乙"]
    assert [item.severity for item in findings if item.code == "READ-QUERY-OPEN"] == ["error"]


@pytest.mark.silent("READ-QUERY", "READ-QUERY-OPEN")
@pytest.mark.parametrize("text", [r"甲\<!-- 查 -->", r"甲\<!-- 查", "\\<!-- 查 -->"])
def test_a_backslash_makes_text_of_a_comment(text: str) -> None:
    made, findings = read(text)
    assert said(made) == [text.replace("\\", "")]
    assert not [item for item in findings if item.code.startswith("READ-QUERY")]


@pytest.mark.fires("READ-QUERY")
def test_two_backslashes_are_one_that_is_set() -> None:
    made, findings = read(r"甲\\<!-- 查 -->乙\<!--")
    assert said(made) == ["甲\\乙<!--"]
    assert [item.code for item in findings if item.code.startswith("READ-QUERY")] == ["READ-QUERY"]


@pytest.mark.silent("READ-QUERY", "READ-QUERY-OPEN")
def test_ordinary_text_and_empty_comments_are_no_queries() -> None:
    made, findings = read("a<b，3 <!5，——> 甲<!-- -->乙")
    assert said(made) == ["a<b，3 <!5，——> 甲乙"]
    assert findings == ()
