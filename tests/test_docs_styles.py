"""docs/styles.md against the readers: a key that one has and the other has not fails."""

import re
from pathlib import Path
from typing import Any

import pytest

from layout.model.style import CharacterStyle, Face, House, MarkWidth, ParagraphStyle
from layout.model.template import Frame, Furniture, PageTemplate, Suits
from layout.read import frame_keys, frames, heading, house, photo, plan, sheet, specimen, styles, suits, templates
from layout.read.body import BOX_KINDS

DOCS = Path(__file__).resolve().parents[1] / "docs"
KEYS = {
    "house.toml": house.KEYS,
    "house.toml [sheet]": house.SHEET,
    "house.toml [margins]": house.MARGINS,
    "house.toml [grid]": house.GRID,
    "text.toml": sheet.KEYS,
    "text.toml [paragraph.*]": sheet.PARAGRAPH,
    "text.toml han, latin, digits as a table": sheet.FACE,
    "text.toml mark-widths as a table": sheet.MARK_WIDTH,
    "text.toml [character.*]": sheet.CHARACTER,
    "pages/*.toml": templates.KEYS,
    "pages/*.toml [grid]": templates.GRID,
    "pages/*.toml [suits]": suits.SUITS,
    "pages/*.toml [[frame]]": frame_keys.FRAME,
    "pages/*.toml [[frame]] by what it takes": tuple(frame_keys.KEYS),
    "pages/*.toml [[furniture]]": frames.FURNITURE,
    "press/*.toml": styles.PRESS,
    "fonts.toml": styles.FONTS,
    "fonts.toml [[face]]": styles.FONT,
    "specimen.toml": specimen.KEYS,
    "specimen.toml [[section]]": specimen.SECTION,
    "specimen.toml [[sample]]": specimen.SAMPLE,
    "specimen.toml [[sample]] set": specimen.SET,
    "issue.toml": plan.KEYS,
    "issue.toml [cover]": plan.COVER,
    "issue.toml [[entry]]": plan.ENTRY,
}
"""Heading of docs/styles.md → keys the reader takes there."""


def tables() -> dict[str, list[str]]:
    """Heading → first cells of its table."""
    found: dict[str, list[str]] = {}
    for section in re.split(r"^#+ ", (DOCS / "styles.md").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = section.partition("\n")
        keys = re.findall(r"^\| `([^`]+)` \|", rest, re.MULTILINE)
        if keys:
            found[name.strip()] = keys
    return found


def test_tables_are_those_of_the_readers() -> None:
    assert set(tables()) == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_keys(name: str) -> None:
    documented = tables()[name]
    assert sorted(documented) == sorted(KEYS[name])


def test_keys_of_each_kind_of_frame() -> None:
    _, _, rest = (DOCS / "styles.md").read_text("utf-8").partition("### pages/*.toml [[frame]] by what it takes\n")
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \|$", rest.partition("\n#")[0], re.MULTILINE)
    assert {takes: tuple(re.findall("`([^`]+)`", keys)) for takes, keys in rows} == frame_keys.KEYS


def test_styles_that_are_always_there() -> None:
    _, _, rest = (DOCS / "styles.md").read_text("utf-8").partition("### Styles every sheet has\n")
    named = set(re.findall(r"`([a-z][a-z0-9-]*)`", rest.partition("\n## ")[0]))
    assert named == {*sheet.NEEDED, *sheet.NEEDED_CHARACTERS, *sheet.LIKE}


@pytest.mark.parametrize(
    ("model", "keys", "apart"),
    [
        (ParagraphStyle, sheet.PARAGRAPH, {"name"}),
        (CharacterStyle, sheet.CHARACTER, {"name"}),
        (Face, sheet.FACE, set()),
        (MarkWidth, sheet.MARK_WIDTH, {"marks"}),
        (Frame, frame_keys.FRAME, {"place", "given", "drawn"}),
        (Furniture, frames.FURNITURE, {"place"}),
        (Suits, suits.SUITS, set()),
        (PageTemplate, templates.KEYS, {"name", "path", "frames"}),
        (House, (*house.KEYS, *house.SHEET, *house.GRID), {"area-at", "width-at"}),
    ],
)
def test_every_field_of_the_model_can_be_written(model: Any, keys: tuple[str, ...], apart: set[str]) -> None:
    fields = {name.replace("_", "-") for name in model.__match_args__} - apart
    assert fields <= set(keys)


@pytest.mark.parametrize("name", ["manuscripts.md", "manuscripts.zh-CN.md"])
def test_manuscripts_name_every_key(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    for key in (*heading.KEYS, *photo.ATTRIBUTES, *BOX_KINDS, ".dot", ".name", ".book", "ruby="):
        assert key in text
