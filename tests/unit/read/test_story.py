"""Manuscripts: what each mark of the dialect becomes, and where every character comes from."""

import time
from pathlib import Path

import pytest

from layout.model.story import Box, Mark, Ornament, Paragraph, Photo, Story
from layout.read import read_story
from layout.read.files import decoded
from layout.read.story import story

HEAD = '+++\ntitle = "夜航船"\n+++\n'


def told(text: str, head: str = HEAD, issue: Path = Path("issue")) -> tuple[Story, list[str]]:
    """The story and the codes of its findings."""
    made, findings = story(head + text, issue, "yehang")
    assert made is not None
    return made, [item.code for item in findings]


def first(text: str) -> Paragraph:
    made, codes = told(text)
    assert codes == []
    block = made.blocks[0]
    assert isinstance(block, Paragraph)
    return block


MARKS = {
    "bold": ("甲**乙丙**丁", "甲乙丙丁", (Mark(1, 3, "style", "strong"),)),
    "kai": ("*甲乙*丙", "甲乙丙", (Mark(0, 2, "style", "kai"),)),
    "bold in kai": (
        "*甲**乙**丙*",
        "甲乙丙",
        (Mark(0, 3, "style", "kai"), Mark(1, 2, "style", "strong")),
    ),
    "three stars": ("***甲***乙", "甲乙", (Mark(0, 1, "style", "kai"), Mark(0, 1, "style", "strong"))),
    "dots": ("[甲乙]{.dot}丙", "甲乙丙", (Mark(0, 2, "dot"),)),
    "name and book": ("[甲]{.name}[乙]{.book}", "甲乙", (Mark(0, 1, "name"), Mark(1, 2, "book"))),
    "ruby": ('[埠]{ruby="bù"}头', "埠头", (Mark(0, 1, "ruby", "bù"),)),
    "ruby with a name": (
        '[笠溪]{.name ruby="lìxī"}',
        "笠溪",
        (Mark(0, 2, "name"), Mark(0, 2, "ruby", "lìxī")),
    ),
    "style by class": ("[甲]{.hei}", "甲", (Mark(0, 1, "style", "hei"),)),
    "subscript": ("H~2~O", "H2O", (Mark(1, 2, "style", "sub"),)),
    "subscript with a point": ("PM~2.5~", "PM2.5", (Mark(2, 5, "style", "sub"),)),
    "superscript": ("0.25 m^2^，", "0.25 m2，", (Mark(6, 7, "style", "sup"),)),
    "two ranges are no subscript": ("3~5天、6~8天", "3~5天、6~8天", ()),
    "link": ("见[此处](https://example.org/a)。", "见此处。", (Mark(1, 3, "link", "https://example.org/a"),)),
    "plain brackets": ("甲[乙]丙", "甲[乙]丙", ()),
    "bold holding brackets": ("**甲[乙]**丙", "甲[乙]丙", (Mark(0, 4, "style", "strong"),)),
    "escapes": (r"\*甲\* \[乙\] \\", r"*甲* [乙] " + "\\", ()),
    "backslash before Han": ("甲\\乙", "甲\\乙", ()),
    "forced break": ("甲乙\\\n丙丁", "甲乙丙丁", (Mark(1, 2, "break"),)),
    "lines join without a space": ("甲乙\n丙丁", "甲乙丙丁", ()),
    "Latin lines join with a space": ("one\ntwo", "one two", ()),
    "Han and Latin join without one": ("甲\ntwo", "甲two", ()),
    "lines join under marks": ("**甲**\n*乙*", "甲乙", (Mark(0, 1, "style", "strong"), Mark(1, 2, "style", "kai"))),
    "spaces round bold": ("甲 **乙** 丙", "甲乙丙", (Mark(1, 2, "style", "strong"),)),
    "spaces round Kai within bold": (
        "甲 **乙 *丙* 丁** 戊",
        "甲乙丙丁戊",
        (Mark(1, 4, "style", "strong"), Mark(2, 3, "style", "kai")),
    ),
    "a link with brackets": (
        "见[此处](https://a.cn/b_(c)_d)。",
        "见此处。",
        (Mark(1, 3, "link", "https://a.cn/b_(c)_d"),),
    ),
    "figures multiplied": ("3*4、5 * 6、(a+b)*c与a*b、1024*768", "3*4、5 * 6、(a+b)*c与a*b、1024*768", ()),
    "powers": ("2**10与2**8", "2**10与2**8", ()),
    "spaces round a link": (
        "甲 [乙](https://a.cn) 丙",
        "甲乙丙",
        (Mark(1, 2, "link", "https://a.cn"),),
    ),
    "spaces round dots": ("甲 [乙]{.dot} 丙", "甲乙丙", (Mark(1, 2, "dot"),)),
    "spaces round a Latin word": ("a *b* c", "a b c", (Mark(2, 3, "style", "kai"),)),
    "spaces round Latin quotation marks": ("*“a”* “b”", "“a” “b”", (Mark(0, 3, "style", "kai"),)),
    "a Latin plural": ("the boys’\nboat", "the boys’ boat", ()),
    "a Chinese quotation": ("他说：“走\n“好””我说", "他说：“走“好””我说", ()),
    "space behind a lead": ("**甲乙。** 丙", "甲乙。丙", (Mark(0, 3, "style", "strong"),)),
    "bullet": ("●甲", "●甲", (Mark(0, 1, "style", "marker"),)),
    "empty brackets": ("甲[]{.dot}", "甲", ()),
}


@pytest.mark.parametrize("name", MARKS)
def test_marks(name: str) -> None:
    text, shown, marks = MARKS[name]
    made = first(text)
    assert made.text == shown
    assert made.marks == marks


@pytest.mark.fires("READ-SOFT-END")
def test_a_line_end_of_a_word_processor_is_a_forced_break() -> None:
    made, codes = told("甲乙\u2028丙")
    block = made.blocks[0]
    assert isinstance(block, Paragraph) and codes == ["READ-SOFT-END"]
    assert (block.text, block.marks) == ("甲乙丙", (Mark(1, 2, "break"),))


def test_radicals_and_ligatures_out_of_a_pdf() -> None:
    assert decoded("⼈⽤ﬁn，ＡＢ①".encode(), "story.md") == ("人用fin，ＡＢ①", ())


def test_every_character_knows_its_place() -> None:
    text = "　　甲**乙丙**[丁]{.dot}戊\n己\\*H~2~O[^a]。\n\n[^a]: 注"
    made = first(text)
    lines = (HEAD + text).split("\n")
    assert made.text == "甲乙丙丁戊己*H2O①。"
    for offset, char in enumerate(made.text):
        place = made.source.place(offset)
        found = lines[place.line - 1][place.column - 1]
        assert found == ("[" if char == "①" else char)


def test_roles() -> None:
    made, codes = told(
        "甲\n\n## 一\n\n### 二——\n\n## ●三\n\n> 四\n> 五\n\n>> （摘自\n>> 六）\n\n- 六\n- 七\n1. 八\n\n***\n\n——九\n",
        HEAD,
    )
    assert codes == []
    got = [(b.role, b.text) if isinstance(b, Paragraph) else type(b).__name__ for b in made.blocks]
    assert got == [
        ("body", "甲"),
        ("subhead", "一"),
        ("subhead3", "二——"),
        ("subhead-bullet", "●三"),
        ("quote", "四五"),
        ("tail", "（摘自六）"),
        ("item", "• 六"),
        ("item", "• 七"),
        ("item", "1. 八"),
        "Ornament",
        ("body", "——九"),
    ]
    assert isinstance(made.blocks[9], Ornament)


@pytest.mark.parametrize(
    ("line", "text", "marker"),
    [
        ("- 甲", "• 甲", "•"),
        ("1. 甲", "1. 甲", "1."),
        ("- 一、甲", "一、 甲", "一、"),
        ("- （十二）　甲", "（十二） 甲", "（十二）"),
        ("- ① 甲", "① 甲", "①"),
        ("- 1）甲", "1） 甲", "1）"),
        ("- A.甲", "A. 甲", "A."),
        ("- （旧名）甲", "• （旧名）甲", "•"),
        ("- ①", "• ①", "•"),
    ],
)
def test_markers_of_lists(line: str, text: str, marker: str) -> None:
    made = first(line)
    own = next(mark for mark in made.marks if mark.kind == "item")
    assert (made.role, made.text, own.value) == ("item", text, marker)
    assert made.text[: own.end].rstrip() == marker
    assert made.source.place(own.end).column == line.index("甲" if "甲" in line else "①") + 1 - 4 * ("旧" in line)


def test_lists_within_lists() -> None:
    """Each item knows the widest marker of its own list, and of those around it; text between two lists parts them, and
    so does another kind of marker."""
    made, _ = told("- 一、甲\n  - （1）乙\n  - （10）丙\n- 二、丁\n\n戊\n\n9. 己\n10. 庚\n- 辛\n")
    items = [(b.text, mark.value) for b in made.blocks for mark in b.marks if mark.kind == "item"]  # type: ignore[union-attr]
    inner = "一、\n（10）"
    assert items == [
        ("一、 甲", "一、"),
        ("（1） 乙", inner),
        ("（10） 丙", inner),
        ("二、 丁", "一、"),
        ("9. 己", "10."),
        ("10. 庚", "10."),
        ("• 辛", "•"),
    ]


def test_two_lines_of_a_subhead_are_one() -> None:
    made = first("## 夯基础\n## 构建产业体系\n甲")
    assert (made.role, made.text, made.marks) == ("subhead", "夯基础构建产业体系", (Mark(2, 3, "break"),))
    assert made.source.place(3).line == 5


def test_photo(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a b(1).jpg").write_bytes(b"")
    line = '![船 *夜*](photos/a b(1).jpg){credit="何篙 摄" columns=2 focus="40% 12.5%" short="*夜*" fit=whole}'
    made, codes = told(line, issue=tmp_path)
    assert codes == []
    photo = made.photos[0]
    assert isinstance(photo, Photo)
    assert (photo.path, photo.columns, photo.focus, photo.whole) == ("photos/a b(1).jpg", 2, (400, 125), True)
    assert photo.caption and photo.caption.text == "船夜"
    assert photo.credit and photo.credit.text == "何篙 摄"
    assert photo.credit.source.place(0).column == line.index("何") + 1
    assert photo.short and (photo.short.role, photo.short.text) == ("caption", "夜")
    assert photo.short.source.place(0).column == line.rindex("夜") + 1


def test_box() -> None:
    made, codes = told("::: keypoints 这一班船\n- 甲\n乙\n\n丙\n:::\n丁\n\n::: quote\n戊\n:::")
    assert codes == []
    box, after, quote = made.blocks
    assert isinstance(box, Box) and isinstance(after, Paragraph) and isinstance(quote, Box)
    assert box.kind == "keypoints"
    assert box.title and (box.title.role, box.title.text) == ("box-title", "这一班船")
    assert [(item.role, item.text) for item in box.blocks] == [("item", "■甲乙"), ("body", "丙")]
    assert quote.title is None


def test_notes_are_numbered_as_they_come() -> None:
    made, codes = told("甲[^b]乙[^a]丙[^b]\n\n[^a]: 一\n[^b]: 二\n接着")
    assert codes == []
    assert [(note.label, note.paragraph.text) for note in made.notes] == [("b", "①二接着"), ("a", "②一")]
    body = made.blocks[0]
    assert isinstance(body, Paragraph)
    assert body.text == "甲①乙②丙①"
    assert [mark for mark in body.marks if mark.kind == "note"] == [
        Mark(1, 2, "note", "b"),
        Mark(3, 4, "note", "a"),
        Mark(5, 6, "note", "b"),
    ]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("袁 卫", "袁卫"),
        ("袁　卫", "袁卫"),
        ("■袁 卫", "■袁卫"),
        ("岑文华", "岑文华"),
        ("袁卫 何篙", "袁卫 何篙"),
        ("A B", "A B"),
    ],
)
def test_a_name_that_was_spaced_by_hand(typed: str, name: str) -> None:
    made, codes = told("甲", f'+++\ntitle = "题"\nauthors = ["{typed}", "温禾"]\n+++\n')
    assert not codes and made.authors == (name, "温禾")
    assert next(item.text for item in made.heading if item.role == "byline") == f"{name}\u3000\u3000温禾"


def test_heading() -> None:
    head = (
        '+++\nkicker = "眉\\u9898"\ntitle = ["攀高逐新",\n  "向未来"]\nauthors = ["袁卫", "岑文华"]\n'
        'role = "本刊记者"\nseries = "江边"\nlabel = "晚潮"\nsection = "水路"\nstandfirst = """\n导\n语"""\n+++\n'
    )
    made, codes = told("甲", head)
    assert codes == []
    assert made.title == "攀高逐新\u3000向未来"
    assert made.authors == ("袁卫", "岑文华")
    assert made.section == "水路"
    roles = {item.role: item for item in made.heading}
    assert list(roles) == ["series", "kicker", "title", "standfirst", "byline", "office", "label"]
    assert roles["byline"].text == "袁卫\u3000\u3000岑文华"
    assert roles["kicker"].text == "眉题"
    assert roles["title"].marks == (Mark(3, 4, "break"),)
    assert str(roles["title"].source.place(4)) == "issue/stories/yehang/story.md:4:4"
    assert str(roles["byline"].source.place(4)).endswith(":5:19")
    assert str(roles["standfirst"].source.place(1)).endswith(":12:1")


def test_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    folder = tmp_path / "stories" / "a"
    folder.mkdir(parents=True)
    (folder / "story.md").write_bytes(
        "\ufeff".encode() + HEAD.replace("\n", "\r\n").encode() + "e\u0301甲\r乙".encode()
    )
    made, findings = read_story(tmp_path, "a")
    assert made and not findings
    assert isinstance(made.blocks[0], Paragraph)
    assert made.blocks[0].text == "é甲乙"


def test_an_issue_of_text_is_read_in_no_time() -> None:
    paragraph = "港口的早晨从**四点半**开始，老周把[蔺渡]{.name}07推离码头[^1]，说：“今年的水清。”" * 4
    body = f"{paragraph}\n\n" * 560 + "[^1]: 注\n"
    start = time.process_time()
    made, codes = told(body)
    assert time.process_time() - start < 1.0  # it takes 0.05; a quadratic step would take minutes
    assert codes == []
    assert sum(len(item.text) for item in made.blocks if isinstance(item, Paragraph)) > 70_000
