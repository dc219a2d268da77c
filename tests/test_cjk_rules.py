"""Runs tests/cjk/*.toml: each case is a text, a measure and a style, and what its lines must be.

A case may give, besides `lines`: `natural` (width of each line before justification, in em), `adjust` (what
justification did), `along` (origin of each glyph of the first line, in em), `findings` (codes of the complaints) and
the `role` of its paragraph where it is not running text.
In the made test font every Han and full-width mark has one em and Latin half an em: all can be worked out on paper.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from layout import lines
from layout.font import open_book
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.style import CharacterStyle, MarkWidth, ParagraphStyle, StyleSheet
from layout.model.value import replace
from layout.shape import Shaper

HERE = Path(__file__).parent
EM = 1_000_000
PLAIN = ParagraphStyle(
    "body", size=EM, han_latin=250, punct="quanjiao", breaker="greedy", last_line=0, stretch_cap=3000, justify_latin=0
)
"""What a case starts from. Whatever a rule needs besides, its case says."""
SHEET = StyleSheet(
    (PLAIN,),
    (
        CharacterStyle("strong", han="serif-black"),
        CharacterStyle("kai", han="kai-regular"),
        CharacterStyle("sup", size=600, rise=350),
        CharacterStyle("small", size=500),
        CharacterStyle("code", han_latin=0),
    ),
)


@cache
def shaper() -> Shaper:
    return Shaper(open_book(HERE / "fonts" / "fonts.toml"), SHEET)


def cases() -> list[Any]:
    found = []
    for path in sorted((HERE / "cjk").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


def set_case(case: dict[str, Any]) -> tuple[ShapedParagraph, tuple[Line, ...]]:
    settings = {
        key: round(value * EM) if key in ("indent", "hang", "inset") else value
        for key, value in case.get("style", {}).items()
    }
    settings |= {"mark_widths": tuple(MarkWidth(**row) for row in settings.get("mark_widths", ()))}
    settings |= {"cells": tuple(map(tuple, settings.get("cells", ())))}
    style = replace(PLAIN, **settings)
    marks = tuple(Mark(**mark) for mark in case.get("marks", ()))
    paragraph = Paragraph(case.get("role", "body"), case["text"], Source("case"), marks)
    shaped = shaper().shape(paragraph, style)
    measures = case["measure"] if isinstance(case["measure"], list) else [case["measure"]]
    wanted = {key: case[key] for key in ("looseness", "tracking") if key in case}
    return shaped, lines.set_lines(shaped, tuple(round(measure * EM) for measure in measures), **wanted)


def text_of(shaped: ShapedParagraph, line: Line) -> str:
    return "".join(shaped.chars[line.start : line.end]) + ("-" if line.hyphen >= 0 else "")


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    shaped, done = set_case(case)
    assert [text_of(shaped, line) for line in done] == case["lines"]
    for key in ("natural", "adjust"):
        if key in case:
            assert [round(getattr(line, key) / EM, 3) for line in done] == case[key], key
    if "along" in case:
        assert [round(at / EM, 3) for at in done[0].along] == case["along"]
    assert [item.code for item in lines.complaints(shaped, done)] == case.get("findings", [])
    assert case["source"] and case["rules"]
