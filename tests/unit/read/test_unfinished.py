"""Placeholders, and brackets and quotation marks without a partner: what is told, and what is left alone."""

import pytest

from layout.model.place import Source
from layout.model.story import Paragraph
from layout.read.brackets import unpaired
from layout.read.unfinished import unfinished


def paragraphs(*texts: str, role: str = "body") -> list[Paragraph]:
    return [Paragraph(role, text, Source("a.md", ((0, line, 1),))) for line, text in enumerate(texts, 1)]


@pytest.mark.fires("READ-PLACEHOLDER")
@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TODO：补一段。", "TODO"),
        ("此处TK。", "TK"),
        ("价格TBD。", "TBD"),
        ("人口（待补）。", "待补"),
        ("待定", "待定"),
        ("待补充。", "待补充"),
        ("（数据）（待核实）", "待核实"),
        ("见第××页。", "××"),
        ("投资××万元", "××"),
        ("（××）", "××"),
        ("见第XX页", "XX"),
        ("xx月，", "xx"),
        ("XXX", "XXX"),
        ("???", "???"),
        ("年产???吨", "???"),
        ("（？？？）", "？？？"),
        ("Lorem ipsum, ", "Lorem ipsum"),
        ("TODO 补图", "TODO"),
        ("第一段。（TODO）第二段。", "TODO"),
        ("【TK】灯灭了。", "TK"),
        ("灯灭了。[TBD]船动了。", "TBD"),
        ("这里TODO：再查", "TODO"),
        ("灯灭了。XXX。船动了。", "XXX"),
        ("人口TK万", "TK"),
        ("见www.a.cn，TODO", "TODO"),
    ],
)
def test_a_placeholder_stops_the_press(text: str, mark: str) -> None:
    (item,) = unfinished(paragraphs(text))
    assert (item.code, item.severity, dict(item.values)["mark"]) == ("READ-PLACEHOLDER", "error", mark)
    assert item.text("en") and item.text("zh")


@pytest.mark.fires("READ-PLACEHOLDER-LIKE")
@pytest.mark.silent("READ-PLACEHOLDER")
@pytest.mark.parametrize(
    "text",
    ["开馆时间待定。", "数据待补。", "张××", "××县", "某××公司", "XX公司", "20××年", "什么？？？", "什么???"]
    + [
        "“NBA”的TODO应用。",
        "TBD是缩写。",
        "TBD 是缩写。",
        "TK机。",
        "写TODO时",
        "灯、TBD、船都是缩写。",
        "输入 xxx 即可。",
    ],
)
def test_what_may_be_meant_is_a_warning(text: str) -> None:
    assert [(item.code, item.severity) for item in unfinished(paragraphs(text))] == [
        ("READ-PLACEHOLDER-LIKE", "warning")
    ]


@pytest.mark.fires("READ-PLACEHOLDER-LIKE")
def test_a_cell_may_say_that_something_is_not_settled() -> None:
    assert [item.code for item in unfinished(paragraphs("待定", role="table-cell"))] == ["READ-PLACEHOLDER-LIKE"]


@pytest.mark.silent("READ-PLACEHOLDER", "READ-PLACEHOLDER-LIKE")
@pytest.mark.parametrize(
    "text",
    [
        "期待补偿，等待补给，亟待补齐，有待核实。",
        "待定的事情，待查明真相，等待确认。",
        "表上写着“待定”，清单叫《TODO》。",
        "STK1、TKO、TODOs、Autodesk",
        "100×200毫米，3×4×5",
        "什么？？真的？！",
        "看www.xxx.com和https://a.cn/xxx。",
        "http://a.cn/" + "x" * 300,
        "写信到xxx@a.cn，或https://a.cn/TODO",
        "他说：“×××！”又说：“……TODO。”",
        "第XX章、第XXX届、XX世纪、XXL号、Super Bowl XX, Louis XX",
        "",
    ],
)
def test_no_placeholders(text: str) -> None:
    assert unfinished(paragraphs(text)) == ()


@pytest.mark.fires("READ-UNPAIRED")
@pytest.mark.parametrize(
    ("texts", "mark", "line"),
    [
        (("他说：“好。",), "“", "1"),
        (("他说：好。”",), "”", "1"),
        (("“一，‘二”。",), "‘", "1"),
        (("（一", "二"), "（", "1"),
        (("又说）",), "）", "1"),
        (("《夜航",), "《", "1"),
        (("「夜航",), "「", "1"),
        (("来自”职坐标“的课程，“好”。",), "”", "1"),
        (("“一。", "二。”"), "“", "1"),
        (("“一。", "“二。", "三。"), "“", "2"),
    ],
)
def test_a_mark_without_its_partner(texts: tuple[str, ...], mark: str, line: str) -> None:
    first, *_ = (item for item in unpaired(paragraphs(*texts)) if dict(item.values)["mark"] == mark)
    assert (first.code, dict(first.values)["lines"]) == ("READ-UNPAIRED", line)
    assert first.text("en") and first.text("zh")


@pytest.mark.fires("READ-MISMATCHED")
@pytest.mark.silent("READ-UNPAIRED")
@pytest.mark.parametrize(
    ("text", "pair"), [("他说“好’。", "“’"), ("（ab)", "（)"), ("(甲）", "(）"), ("「甲』", "「』"), ("《甲〉", "《〉")]
)
def test_marks_that_are_no_pair(text: str, pair: str) -> None:
    (item,) = unpaired(paragraphs(text))
    assert dict(item.values)["opening"] + dict(item.values)["closing"] == pair
    assert item.place and item.place.column == text.index(pair[0]) + 1


@pytest.mark.silent("READ-UNPAIRED", "READ-MISMATCHED")
@pytest.mark.parametrize(
    "texts",
    [
        ("他说：“她说‘好’。”《夜航》（上）「一『二』」【三】〔四〕[五](六)",),
        ("“一。", "“二。", "“三。”"),
        ("1）一；2）二；a）三。", "1)甲 2)乙", "一）甲", "他住在1）楼下；2）楼上"),
        ("It’s the boys’ boat; rock ’n’ roll in the ’90s. “Hello,” she said.",),
        ("5’10”，5'，区间[0, 1)与(0,1]",),
        ("你好:-) :) ：） ^_^",),
        ("„Zug“ und „Tak”",),
        ("（编者注：一。", "二。）"),
        ("“一（二。", "“又说）四。”"),
        ("",),
    ],
)
def test_pairs_are_left_alone(texts: tuple[str, ...]) -> None:
    assert unpaired(paragraphs(*texts)) == ()
