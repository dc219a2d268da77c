"""Any bytes at all go into the readers; findings come out, never an exception, and places stay inside the file."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.model.finding import Finding
from layout.model.story import Box, Paragraph, Story
from layout.read import (
    frame_keys,
    frames,
    house,
    load_fonts,
    load_styles,
    load_templates,
    plan,
    read_plan,
    sheet,
    templates,
)
from layout.read.files import decoded
from layout.read.story import story
from layout.read.toml_places import parse

ROOT = Path(__file__).resolve().parents[3]
HOUSE, SHEET, _ = load_styles(ROOT / "styles")

SIGNS = st.sampled_from(
    [
        "**",
        "*",
        "***",
        "[",
        "]",
        "]{.dot}",
        ']{ruby="bù"}',
        "](https://a.b)",
        "[^1]",
        "[^1]: ",
        "~2~",
        "^n^",
        "\\",
        "\n",
    ]
    + [
        "\n\n",
        "## ",
        "### ",
        "#",
        "> ",
        "- ",
        "1. ",
        "::: box 题",
        ":::",
        "![",
        "](p.jpg){columns=2}",
        "{",
        "}",
        '"',
        " ",
    ]
    + ["+++", "甲", "乙，", "“", "——", "a", "\t", "\0", "\u3000", "●", "e\u0301", "***\n", "\r", "\ufeff", "㐀", "𠀀"]
)
MANUSCRIPT = st.lists(SIGNS, max_size=60).map("".join)
TOML = st.lists(
    st.sampled_from(
        [
            "a",
            "title",
            "entry",
            "story",
            "=",
            ".",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            ",",
            '"',
            "'",
            '"""',
            "'''",
            "\n",
            " ",
        ]
        + ["1", "-", "true", "1979-05-27 07:32:00", "#", "\\", "\\u4e00", "甲", "inf", "\t", "\r\n", "extends", "grid"]
    ),
    max_size=50,
).map("".join)


def sane(findings: tuple[Finding, ...], lines: int) -> None:
    for item in findings:
        assert item.text("en") and item.text("zh")
        assert item.place is not None
        assert 0 <= item.place.line <= lines
        assert item.place.column >= (1 if item.place.line else 0)


def paragraphs(made: Story) -> list[Paragraph]:
    found = [*made.heading, *(note.paragraph for note in made.notes)]
    for block in made.blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Box):
            found += block.blocks
    return found


@settings(max_examples=300, deadline=None)
@given(MANUSCRIPT)
def test_manuscripts(body: str) -> None:
    text, _ = decoded(('+++\ntitle = "夜"\n+++\n' + body).encode(), "story.md")
    assert text is not None
    made, findings = story(text, Path("issue"), "a")
    assert made is not None
    lines = text.split("\n")
    sane(findings, len(lines))
    for paragraph in paragraphs(made):
        assert "\n" not in paragraph.text
        offsets = [run[0] for run in paragraph.source.runs]
        assert offsets == sorted(set(offsets)) and offsets[0] == 0
        for mark in paragraph.marks:
            assert 0 <= mark.start < mark.end <= len(paragraph.text)
        for offset, char in enumerate(paragraph.text):
            place = paragraph.source.place(offset)
            assert 1 <= place.line <= len(lines)
            if char in "甲乙“㐀𠀀a":
                assert lines[place.line - 1][place.column - 1] == char


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    text, findings = decoded(data, "story.md")
    sane(findings, data.count(b"\n") + data.count(b"\r") + 1)
    if text is not None:
        _, findings = story(text, Path("issue"), "a")
        sane(findings, text.count("\n") + 1)


@settings(max_examples=300, deadline=None)
@given(TOML)
def test_any_toml(text: str) -> None:
    file, findings = parse(text.replace("\r\n", "\n"), "x.toml")
    sane(findings, text.count("\n") + 1)
    if file is not None:
        for path in keys(file.values, ()):
            assert path in file.keys
            assert file.place(path).line >= 1


def keys(value: object, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    """The path of every key of a parsed text, also of tables inside lists."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in ((*path, key), *keys(inner, (*path, key)))]
    if isinstance(value, list):
        return [found for index, inner in enumerate(value) for found in keys(inner, (*path, index))]
    return []


@settings(max_examples=150, deadline=None)
@given(TOML)
def test_any_plan_and_template(text: str) -> None:
    assert HOUSE and SHEET
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        for path in (folder / "issue.toml", folder / "pages" / "x.toml", folder / "house.toml", folder / "text.toml"):
            path.write_text(text, "utf-8")
        lines = text.count("\n") + 1
        sane(read_plan(folder)[1], lines)
        sane(load_templates(folder, HOUSE, SHEET)[1], lines)
        sane(load_styles(folder)[2], lines)


NAMES = sorted({*plan.KEYS, *plan.ENTRY, *templates.KEYS, *frame_keys.FRAME, *frames.FURNITURE, *templates.GRID})
STYLES = sorted({*house.KEYS, *house.SHEET, *house.GRID, *sheet.KEYS, *sheet.PARAGRAPH, *sheet.FACE, *sheet.NEEDED})
LEAF = st.one_of(
    st.integers(),
    st.floats(),
    st.booleans(),
    st.text(max_size=8),
    st.sampled_from(["body", "story", "1-3", "-36", "2em", "3mm", "104%", "accent 10%", "../x", "auto", "x", "C10 K5"]),
)


def tables(names: list[str]) -> st.SearchStrategy[dict[str, object]]:
    """Tables three deep with known keys and any values."""
    word = st.one_of(st.sampled_from(names), st.text(min_size=1, max_size=4))
    inner = st.dictionaries(word, st.one_of(LEAF, st.lists(LEAF, max_size=3)), max_size=10)
    middle = st.dictionaries(word, st.one_of(LEAF, inner, st.lists(inner, max_size=3)), max_size=8)
    return st.dictionaries(word, st.one_of(LEAF, inner, middle, st.lists(inner, max_size=3)), max_size=8)


@settings(max_examples=200, deadline=None)
@given(tables(NAMES), tables(STYLES))
def test_any_values(first: dict[str, object], second: dict[str, object]) -> None:
    assert HOUSE and SHEET
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        for path in (folder / "issue.toml", folder / "pages" / "x.toml", folder / "fonts.toml"):
            path.write_text(written(first), "utf-8")
        for path in (folder / "house.toml", folder / "text.toml"):
            path.write_text(written(second), "utf-8")
        sane(read_plan(folder)[1], 9999)
        sane(load_templates(folder, HOUSE, SHEET)[1], 9999)
        sane(load_fonts(folder)[2], 9999)
        sane(load_styles(folder)[2], 9999)


def written(table: dict[str, object]) -> str:
    """A table as TOML, inline, every text and key in basic strings."""
    return "".join(f"{json.dumps(key)} = {inline(value)}\n" for key, value in table.items())


def inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(inner) for inner in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "")
    return str(value).lower()
