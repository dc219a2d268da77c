"""What was read of a manuscript against the file."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.story import Story
from layout.model.value import replace
from layout.read import lines_of_body, read_story
from layout.verify import unread
from tests.unit.verify.issues import STORY, write

Body = dict[int, str]


def read(folder: Path, text: str = STORY) -> tuple[Body, Story, tuple[Finding, ...]]:
    """The manuscript's lines, and what the reader makes of it."""
    write(folder, fengchuan=text)
    made, found = read_story(folder, "fengchuan")
    assert made
    return lines_of_body(folder, "fengchuan"), made, found


@pytest.mark.silent("ACCOUNT-UNREAD")
def test_all_that_the_story_says_was_read(tmp_path: Path) -> None:
    assert not unread(*read(tmp_path))


@pytest.mark.silent("ACCOUNT-UNREAD")
def test_paths_labels_kinds_and_comments_are_no_text(tmp_path: Path) -> None:
    text = (
        STORY.replace("^1", "^注一") + "\n::: box 船名\n渡船各有名字。\n:::\n\n见[船谱](https://example.org/船谱)。\n"
    )
    text += "\n晾船<!-- 查：几日？\n再问木匠 -->要三日。\n"
    assert not unread(*read(tmp_path, text))


@pytest.mark.fires("READ-NOTE-UNUSED")
@pytest.mark.silent("ACCOUNT-UNREAD")
def test_all_paragraphs_of_a_note_that_is_told(tmp_path: Path) -> None:
    text = STORY + "\n[^2]: 无人引用。\n\n  这条注的第二段。\n"
    assert not unread(*read(tmp_path, text))


@pytest.mark.fires("ACCOUNT-UNREAD")
@pytest.mark.parametrize("gone", range(5))
def test_each_block_that_the_reader_drops_is_told(gone: int, tmp_path: Path) -> None:
    body, made, found = read(tmp_path)
    assert not found and len(made.blocks) == 5
    dropped = replace(made, blocks=tuple(block for at, block in enumerate(made.blocks) if at != gone))
    (first, *_) = unread(body, dropped, found)
    assert first.place and first.place.line in (9, 11, 13, 15, 17)


@pytest.mark.fires("ACCOUNT-UNREAD")
def test_the_words_of_a_note_that_the_reader_drops_are_told(tmp_path: Path) -> None:
    body, made, found = read(tmp_path)
    (item,) = unread(body, replace(made, notes=()), found)
    assert dict(item.values) == {"text": "逢阴天另算"}
