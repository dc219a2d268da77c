"""What was read of a manuscript against the file."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.story import Story
from layout.model.value import replace
from layout.read.story import story as read_text
from layout.verify import unread
from tests.unit.verify.issues import STORY, write


def read(text: str, folder: Path = Path("issue")) -> tuple[Story, tuple[Finding, ...]]:
    made, found = read_text(text, folder, "fengchuan")
    assert made
    return made, found


@pytest.mark.silent("ACCOUNT-UNREAD")
def test_all_that_the_story_says_was_read() -> None:
    made, found = read(STORY)
    assert not unread(STORY, made, found)


@pytest.mark.silent("ACCOUNT-UNREAD")
def test_paths_labels_and_kinds_are_no_text() -> None:
    text = STORY.replace("photos/boat.jpg", "photos/渡船.jpg").replace("^1", "^注一")
    text += "\n::: box 船名\n渡船各有名字。\n:::\n\n见[船谱](https://example.org/船谱)。\n"
    made, found = read(text)
    assert not unread(text, made, found)


@pytest.mark.fires("ACCOUNT-UNREAD")
@pytest.mark.parametrize("gone", range(5))
def test_each_block_that_the_reader_drops_is_told(gone: int, tmp_path: Path) -> None:
    made, found = read(STORY, write(tmp_path))
    assert not found
    assert len(made.blocks) == 5
    dropped = replace(made, blocks=tuple(block for at, block in enumerate(made.blocks) if at != gone))
    (first, *_) = unread(STORY, dropped, found)
    assert first.place and first.place.line in (9, 11, 13, 15, 17)


@pytest.mark.fires("ACCOUNT-UNREAD")
def test_the_words_of_a_note_that_the_reader_drops_are_told() -> None:
    made, found = read(STORY)
    (item,) = unread(STORY, replace(made, notes=()), found)
    assert dict(item.values) == {"text": "逢阴天另算"}
