"""What was written against what stands on the pages: whatever is taken away or doubled is told, and nothing else."""

from pathlib import Path

import pytest

from layout import paint
from layout.model.display import GlyphRun, Sheet
from layout.model.finding import Finding
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.value import replace
from layout.verify import account, painted
from layout.verify.placed import ANNOUNCING, line_characters
from tests.unit.verify.issues import PLAN, STORY, Set, changed, write


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Set:
    return Set(write(tmp_path_factory.mktemp("account")))


def told(issue: Set, pages: tuple[Page, ...]) -> tuple[Finding, ...]:
    return account(issue.loaded.plan, issue.loaded.stories, pages, issue.found)


def text_frames(issue: Set) -> list[PlacedFrame]:
    return [frame for page in issue.pages for frame in page.frames if frame.takes not in ANNOUNCING]


def lines_of_text(issue: Set) -> list[PlacedLine]:
    """Every line that was written in a manuscript, heads, captions, cells and notes too."""
    return [
        line
        for frame in text_frames(issue)
        for line in frame.lines
        if line.shaped.paragraph.source.runs[0][1] and line_characters(line).strip()
    ]


@pytest.mark.silent("ACCOUNT-LOST", "ACCOUNT-TWICE", "ACCOUNT-PHOTO", "ACCOUNT-CONTENTS", "ACCOUNT-NOT-PAINTED")
def test_an_issue_that_is_set_whole(issue: Set) -> None:
    assert not told(issue, issue.pages)
    assert not painted(zip(issue.pages, sheets(issue), strict=True))
    assert {line.shaped.paragraph.role for line in lines_of_text(issue)} >= {
        "title", "kicker", "standfirst", "byline", "body", "caption", "subhead", "table-head", "table-cell", "note",
    }  # fmt: skip


@pytest.mark.fires("ACCOUNT-LOST")
def test_each_line_that_is_taken_away_is_told(issue: Set) -> None:
    """Whatever placing step drops a line, be it of running text, a head, a caption, a cell or a note."""
    for gone in lines_of_text(issue):
        pages = changed(issue.pages, lambda frame, gone=gone: without(frame, gone))  # type: ignore[misc]
        lost = [item for item in told(issue, pages) if item.code == "ACCOUNT-LOST"]
        assert lost, line_characters(gone)
        place = gone.shaped.paragraph.source.place(gone.shaped.offsets[gone.line.start])
        assert any(item.place and (item.place.path, item.place.line) == (place.path, place.line) for item in lost)


@pytest.mark.fires("ACCOUNT-LOST")
def test_one_character_that_is_cut_off_is_told(issue: Set) -> None:
    line = next(line for line in lines_of_text(issue) if len(line_characters(line)) > 5)
    short = replace(line, line=replace(line.line, end=line.line.end - 1))
    pages = changed(issue.pages, lambda frame: replaced(frame, line, (short,)))
    (item,) = told(issue, pages)
    assert dict(item.values) == {"text": line_characters(line)[-1], "characters": "1"}


@pytest.mark.fires("ACCOUNT-TWICE")
def test_each_line_that_stands_twice_is_told(issue: Set) -> None:
    for line in lines_of_text(issue):
        if line.shaped.paragraph.role in ("table-head", "table-caption"):
            continue  # the head of a table that is divided stands over each of its parts
        pages = changed(issue.pages, lambda frame, line=line: replaced(frame, line, (line, line)))  # type: ignore[misc]
        assert {item.code for item in told(issue, pages)} == {"ACCOUNT-TWICE"}, line_characters(line)


@pytest.mark.silent("ACCOUNT-TWICE")
def test_a_title_that_a_later_page_repeats(issue: Set) -> None:
    first = next(page for page in issue.pages if page.story)
    title = next(frame for frame in first.frames if any(line.shaped.paragraph.role == "title" for line in frame.lines))
    later = replace(first, number=first.number + 1, frames=(title,))
    assert not told(issue, (*issue.pages, later))


@pytest.mark.silent("ACCOUNT-LOST")
def test_the_short_words_of_a_caption_stand_in_its_stead(issue: Set) -> None:
    story = issue.loaded.stories["fengchuan"]
    (photo,) = story.photos
    assert photo.short
    exchanged = replace(photo, caption=photo.short, short=photo.caption)
    blocks = tuple(exchanged if block is photo else block for block in story.blocks)
    stories = {"fengchuan": replace(story, blocks=blocks)}
    assert not account(issue.loaded.plan, stories, issue.pages, issue.found)


@pytest.mark.fires("ACCOUNT-PHOTO")
def test_a_photo_that_is_taken_away_is_told(issue: Set) -> None:
    pages = changed(issue.pages, lambda frame: replace(frame, pictures=()))
    assert [item.code for item in told(issue, pages)] == ["ACCOUNT-PHOTO"]


@pytest.mark.fires("ACCOUNT-CONTENTS")
def test_a_title_that_the_contents_lack_is_told(issue: Set) -> None:
    pages = changed(issue.pages, lambda frame: replace(frame, lines=()) if frame.takes == "contents" else frame)
    assert [item.code for item in told(issue, pages)] == ["ACCOUNT-CONTENTS"]


@pytest.mark.fires("PAGE-OVERSET")
@pytest.mark.silent("ACCOUNT-LOST")
def test_what_an_earlier_finding_names_is_not_told_again(tmp_path: Path) -> None:
    long = STORY.replace("## 桐油要熬两遍", "\n\n".join(["旧船一年补一次，新船三年补一次，都在岸上补。"] * 240))
    plan = PLAN + "pages = 1\n"
    over = Set(write(tmp_path, plan, fengchuan=long))
    assert not [item for item in told(over, over.pages) if item.code == "ACCOUNT-LOST"]


@pytest.mark.silent("ACCOUNT-LOST", "ACCOUNT-PHOTO", "ACCOUNT-CONTENTS")
def test_a_story_that_stands_by_and_is_not_needed(tmp_path: Path) -> None:
    spare = Set(write(tmp_path, f'{PLAN}\n[[entry]]\nstory = "bei"\nwhen = "filling"\n', fengchuan=STORY, bei=STORY))
    assert not told(spare, spare.pages)


@pytest.mark.fires("ACCOUNT-NOT-PAINTED")
def test_each_run_that_a_sheet_lacks_is_told(issue: Set) -> None:
    whole = sheets(issue)
    for at, sheet in enumerate(whole):
        for run in [item for item in sheet.items if isinstance(item, GlyphRun) and "".join(item.text).strip()]:
            bare = replace(sheet, items=tuple(item for item in sheet.items if item is not run))
            assert painted([(issue.pages[at], bare)]), run.text


def sheets(issue: Set) -> tuple[Sheet, ...]:
    return tuple(paint.paint(page, issue.loaded.house, {}) for page in issue.pages)


def without(frame: PlacedFrame, gone: PlacedLine) -> PlacedFrame:
    return replaced(frame, gone, ())


def replaced(frame: PlacedFrame, old: PlacedLine, new: tuple[PlacedLine, ...]) -> PlacedFrame:
    """The frame with `new` instead of the line `old`."""
    lines = tuple(one for line in frame.lines for one in (new if line is old else (line,)))
    return replace(frame, lines=lines)
