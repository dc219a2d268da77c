"""Every message: one code, two languages that name the same values, and something that says it."""

import re
from pathlib import Path

from layout.model import messages
from layout.model.messages import (
    MESSAGES,
    account,
    check,
    font,
    image,
    levers,
    lines,
    manuscript,
    pages,
    plan,
    read,
    sight,
)

MODULES = (sight, read, manuscript, plan, font, image, lines, pages, check, account)
LAYOUT = Path(messages.__file__).parents[2]


def test_no_code_stands_twice() -> None:
    assert sum(len(module.ROWS) for module in MODULES) == len(MESSAGES)


def test_both_languages_name_the_same_values() -> None:
    for code, row in MESSAGES.items():
        assert row.en and row.zh and bool(row.remedy_en) == bool(row.remedy_zh), code
        assert names(row.en) == names(row.zh), code
        assert names(row.remedy_en) <= names(row.en) | names(row.remedy_zh), code


def test_levers_are_told_in_both_languages() -> None:
    for code, (en, zh) in levers.ROWS.items():
        assert re.findall(r"\{.+?\}", en) == re.findall(r"\{.+?\}", zh), code


def names(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_message_is_said_somewhere() -> None:
    code = "".join(file.read_text("utf-8") for file in LAYOUT.rglob("*.py") if file.parent.name != "messages")
    assert not [name for name in MESSAGES if f'"{name}"' not in code]


def test_every_lever_is_pulled_somewhere() -> None:
    code = "".join(file.read_text("utf-8") for file in (LAYOUT / "flow").rglob("*.py"))
    assert not [name for name in levers.ROWS if f'"{name}"' not in code]
