"""A note stands on the pages once, wherever it is referred to from: heading, name, caption, box, table, other notes."""

import re
from pathlib import Path

import pytest

from tests.texts.desk import FILLING, Issue, codes, frames_with, paragraphs, text_on

NOTES = {
    "k": "甲注", "t": "乙注", "d": "丙注", "s": "丁注", "b": "戊注", "n": "己注", "x": "庚注", "h": "辛注",
    "c": "壬注", "r": "癸注", "bt": "子注", "bx": "丑注", "tc": "寅注", "th": "卯注", "td": "辰注",
}  # fmt: skip
FRONT = """title = "渡口的灯[^t]"
kicker = "眉题[^k]"
deck = "副题[^d]"
standfirst = "导语[^s]"
authors = ["袁 卫[^b]", "岑文华"]"""
BODY = f"""开头[^x]。{FILLING}再说[^x]，又说[^t]。

## 小题[^h]

![图说[^c]，又见[^x]。　何篙 摄[^r]](photos/p.jpg)

{paragraphs(8)}

::: box 框题[^bt]
框文[^bx]。
:::

表1　船期[^tc]

| 站[^th] | 时间 |
|---|---|
| 柳渡[^td] | 八点 |

{FILLING}
"""
TEXTS = "\n\n".join(
    f"[^{label}]: {text}到此为止{'，见[^n]' if label == 'b' else ''}。" for label, text in NOTES.items()
)


@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
@pytest.mark.parametrize("entry", ["", 'templates = ["article-open"]', 'templates = ["feature-open", "article-next"]'])
def test_every_note_stands_once(tmp_path: Path, head: str, entry: str) -> None:
    issue = Issue(tmp_path, head)
    issue.photo()
    issue.story("a", FRONT, f"{BODY}\n{TEXTS}", entry)
    pages, found = issue.set()
    told = text_on(pages).replace("\n", "")
    assert {text: told.count(f"{text}到此为止") for text in NOTES.values()} == dict.fromkeys(NOTES.values(), 1)
    assert not [item.text() for item in found if item.code != "PAGE-HEADING-LEFT"]


def test_notes_are_numbered_as_they_are_read(tmp_path: Path) -> None:
    """Those of the heading first, that of a note right behind it."""
    issue = Issue(tmp_path)
    issue.photo()
    issue.story("a", FRONT, f"{BODY}\n{TEXTS}", 'templates = ["article-open"]')
    pages, _ = issue.set()
    told = text_on(pages).replace("\n", "")
    numbers = {label: re.search(rf"(.){text}到此为止", told) for label, text in NOTES.items()}
    shown = "".join(match[1] for match in numbers.values() if match)
    assert shown == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
    assert told.count("⑦") == 4  # three references and the note itself


def test_notes_to_a_heading_stand_at_the_foot_of_the_first_column(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口的灯[^t]"', f"{paragraphs(30)}\n\n[^t]: 甲注。", 'templates = ["article-open"]')
    pages, found = issue.set()
    (frame,) = frames_with(pages, "甲注。")
    first = next(one for one in pages[0].frames if one.takes == "story")
    assert frame is first and not codes(found)


def test_notes_to_a_heading_without_text_beside_it_stand_with_the_text_that_follows(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.photo()
    issue.template(
        "own-open",
        'extends = "page"\nnext = "article-next"\n'
        '[[frame]]\nname = "head"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-20"\n',
    )
    issue.story(
        "a", 'title = "渡口[^t]"', f"{paragraphs(9)}\n\n[^t]: 甲注。", 'templates = ["own-open", "article-next"]'
    )
    pages, found = issue.set()
    assert text_on(pages[1:], "story").count("甲注。") == 1 and not codes(found)


def test_contents_and_running_heads_have_no_note_marks(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.entry('page = "contents"')
    front = FRONT.replace('"渡口的灯[^t]"', '["渡口[^t]", "的灯[^2]"]')
    issue.story("a", front, f"{paragraphs(40)}\n\n{TEXTS}\n\n[^2]: 又注。")
    pages, _ = issue.set()
    assert "渡口\u3000的灯" in text_on(pages[:1]) and not set("①②③④⑤") & set(text_on(pages[:1]))
    assert not set("①②③④⑤") & set(text_on(pages[2:], "furniture"))


def test_each_page_numbers_its_notes_heading_and_caption_included(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.photo()
    issue.template(
        "own-open",
        'extends = "article-open"\n[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "9-36"\n'
        'linked = true\nnote-numbers = "page"\n',
    )
    body = f"开头[^x]。{paragraphs(6)}\n\n![图说[^c]。](photos/p.jpg)\n\n[^x]: 甲注。\n\n[^t]: 乙注。\n\n[^c]: 丙注。"
    issue.story("a", 'title = "渡口[^t]"', body, 'templates = ["own-open"]')
    pages, found = issue.set()
    told = text_on(pages)
    assert ("①乙注" in told, "②甲注" in told, "③丙注" in told) == (True, True, True)
    assert "渡口①" in told and "开头②" in told and "图说③" in told
    assert not codes(found)


@pytest.mark.silent("PAGE-OVERSET")
def test_notes_to_the_heading_of_a_page_of_photos_stand_below_it(tmp_path: Path) -> None:
    """No page of the story has running text."""
    issue = Issue(tmp_path)
    issue.photo()
    issue.template(
        "own-open",
        'extends = "page"\n[[frame]]\nname = "head"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-6"\n'
        '[[frame]]\nname = "photo"\ntakes = "photo"\ncolumns = "1-3"\nlines = "8-36"\n',
    )
    body = "![图说[^c]。](photos/p.jpg)\n\n[^t]: 甲注。\n\n[^c]: 乙注。"
    issue.story("a", 'title = "渡口[^t]"', body, 'templates = ["own-open"]')
    pages, found = issue.set()
    assert text_on(pages, "heading").endswith("①甲注。") and text_on(pages, "photo").endswith("②乙注。")
    assert len(pages) == 1 and not codes(found)


def test_photos_side_by_side_have_all_their_notes(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.photo()
    issue.template(
        "own-open",
        'extends = "article-next"\n[[frame]]\nname = "photo"\ntakes = "photo"\ncolumns = "1-3"\nlines = "1-12"\n'
        'abreast = 2\ndisplaces = "lines"\n',
    )
    photos = "\n\n".join(f"![图{at}[^{at}]](photos/p.jpg)" for at in "ab")
    issue.story(
        "a", 'title = "渡口"', f"{FILLING}\n\n{photos}\n\n[^a]: 甲注。\n\n[^b]: 乙注。", 'templates = ["own-open"]'
    )
    pages, _ = issue.set()
    assert text_on(pages, "photo").endswith("①甲注。\n②乙注。")


@pytest.mark.fires("READ-PLAN-NOTE")
def test_a_text_of_the_plan_has_no_notes(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口"', FILLING, 'series = "手艺人[^a]"\ntemplates = ["article-open"]')
    _, found = issue.set()
    (told,) = [item for item in found if item.code == "READ-PLAN-NOTE"]
    assert told.place and told.place.path.endswith("issue.toml")


@pytest.mark.silent("READ-PLAN-NOTE")
def test_a_text_of_the_plan_may_have_a_circled_figure(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口"', FILLING, 'series = "手艺人①"\ntemplates = ["article-open"]')
    pages, _ = issue.set()
    assert "手艺人①" in text_on(pages)


@pytest.mark.silent("ACCOUNT-LOST")
@pytest.mark.parametrize("caption", ["", "图说", "图说[^c]"])
@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
def test_a_note_in_a_credit_stands_below_the_picture(tmp_path: Path, head: str, caption: str) -> None:
    issue = Issue(tmp_path, head)
    issue.photo()
    photo = f'![{caption}](photos/p.jpg){{credit="何篙[^r]"}}'
    notes = "[^r]: 癸注到此为止。" + ("\n\n[^c]: 壬注到此为止。" if "^c" in caption else "")
    issue.story("a", 'title = "渡口的灯"', f"{paragraphs(6)}\n\n{photo}\n\n{paragraphs(6)}\n\n{notes}")
    pages, found = issue.set()
    told = text_on(pages).replace("\n", "")
    assert told.count("癸注到此为止") == 1
    assert told.count("壬注到此为止") == ("^c" in caption)
    assert not [item.text() for item in found if item.code.startswith("ACCOUNT")]
