"""Files that lie there under another name, or are no plain text: told for what they are."""

import unicodedata
from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.read import misnamed, read_plan, read_story
from layout.read.files import decoded

PLAN = 'slug = "a"\ntitle = "题"\nnumber = "1"\ndate = "2026"\n[[entry]]\nstory = "{name}"\n'
STORY = '+++\ntitle = "题"\n+++\n甲。\n'
NFC, NFD = (unicodedata.normalize(form, "éclair") for form in ("NFC", "NFD"))


def issue(folder: Path, name: str = "boat") -> Path:
    (folder / "stories").mkdir()
    (folder / "photos").mkdir()
    (folder / "issue.toml").write_text(PLAN.format(name=name), "utf-8")
    return folder


def told(folder: Path) -> list[tuple[str, str]]:
    """(code, the file that is there) of what the plan's stories are told for."""
    plan, _ = read_plan(folder)
    assert plan is not None
    found: tuple[Finding, ...] = misnamed(folder, plan)
    for item in found:
        assert item.severity == "error" and item.place and item.place.line == 6
        assert item.text("en") and item.text("zh")
    return [(item.code, Path(dict(item.values)["other"]).name) for item in found]


@pytest.mark.fires("READ-STORY-KIND")
@pytest.mark.parametrize("name", ["story.docx", "story.DOC", "story.rtf", "boat.docx", "渡船定稿.docx"])
def test_a_word_file_beside_a_missing_story(tmp_path: Path, name: str) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat").mkdir()
    (folder / "stories" / "boat" / name).write_bytes(b"")
    assert told(folder) == [("READ-STORY-KIND", name)]


@pytest.mark.fires("READ-STORY-KIND")
def test_a_word_file_in_place_of_the_folder(tmp_path: Path) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat.docx").write_bytes(b"")
    (folder / "stories" / "other.docx").write_bytes(b"")
    assert told(folder) == [("READ-STORY-KIND", "boat.docx")]


@pytest.mark.fires("READ-STORY-NAME")
@pytest.mark.parametrize("name", ["story.txt", "story.md.txt", "story.markdown", "boat.md"])
def test_a_story_under_another_name(tmp_path: Path, name: str) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat").mkdir()
    (folder / "stories" / "boat" / name).write_text(STORY, "utf-8")
    assert told(folder) == [("READ-STORY-NAME", name)]


@pytest.mark.fires("READ-NAME-CASE")
@pytest.mark.parametrize("name", ["boat/Story.md", "boat/story.MD", "Boat/story.md"])
def test_a_story_in_other_capitals(tmp_path: Path, name: str) -> None:
    folder = issue(tmp_path)
    file = folder / "stories" / name
    file.parent.mkdir()
    file.write_text(STORY, "utf-8")
    assert told(folder) == [("READ-NAME-CASE", file.name)]


@pytest.mark.silent("READ-STORY-KIND", "READ-STORY-NAME", "READ-NAME-CASE")
def test_a_story_that_is_there_or_not_there_at_all(tmp_path: Path) -> None:
    folder = issue(tmp_path)
    assert told(folder) == []
    (folder / "stories" / "boat").mkdir()
    for name in ("notes.md", "draft.docx", "other.docx", ".story.md.swp", "~$story.docx"):
        (folder / "stories" / "boat" / name).write_bytes(b"")
    assert told(folder) == []
    (folder / "stories" / "boat" / "story.md").write_text(STORY, "utf-8")
    (folder / "stories" / "boat" / "story.docx").write_bytes(b"")
    assert told(folder) == []


def test_a_folder_named_in_decomposed_letters_is_found(tmp_path: Path) -> None:
    folder = issue(tmp_path, NFC)
    (folder / "stories" / NFD).mkdir()
    (folder / "stories" / NFD / "story.md").write_text(STORY, "utf-8")
    assert told(folder) == []
    made, findings = read_story(folder, NFC)
    assert made and made.title == "题" and not findings


@pytest.mark.fires("READ-NAME-FORM")
def test_a_photo_named_in_decomposed_letters_is_taken(tmp_path: Path) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat").mkdir()
    (folder / "photos" / f"{NFD}.jpg").write_bytes(b"")
    (folder / "stories" / "boat" / "story.md").write_text(f"{STORY}\n![](photos/{NFD}.jpg)\n", "utf-8")
    made, findings = read_story(folder, "boat")
    assert made and made.photos[0].path == f"photos/{NFD}.jpg"
    assert [(item.code, item.severity) for item in findings] == [("READ-NAME-FORM", "note")]


@pytest.mark.fires("READ-NAME-CASE", "READ-PHOTO")
def test_a_photo_in_other_capitals(tmp_path: Path) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat").mkdir()
    (folder / "photos" / "ferry.JPG").write_bytes(b"")
    (folder / "stories" / "boat" / "story.md").write_text(f"{STORY}\n![](photos/ferry.jpg)\n", "utf-8")
    _, findings = read_story(folder, "boat")
    (item,) = (item for item in findings if item.code == "READ-NAME-CASE")
    assert dict(item.values)["other"] == "photos/ferry.JPG"


@pytest.mark.silent("READ-NAME-CASE", "READ-NAME-FORM")
def test_a_photo_that_is_there_or_not_there_at_all(tmp_path: Path) -> None:
    folder = issue(tmp_path)
    (folder / "stories" / "boat").mkdir()
    (folder / "photos" / "ferry.jpg").write_bytes(b"")
    text = f"{STORY}\n![](photos/ferry.jpg)\n\n![](photos/boat.jpg)\n\n![](photos/{'x' * 300}.jpg)\n"
    (folder / "stories" / "boat" / "story.md").write_text(text, "utf-8")
    read_story(folder, "boat")


@pytest.mark.fires("READ-NOT-TEXT")
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "Word (.docx)"),
        (b"PK\x03\x04\x14\x00\x00\x00\x00\x00mimetypeapplication", "OpenDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "Word (.doc)"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "HTML"),
        (b"\n<html>", "HTML"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_files_of_other_programs(data: bytes, kind: str) -> None:
    text, (item,) = decoded(data, "story.md")
    assert text is None
    assert (item.code, dict(item.values)["kind"]) == ("READ-NOT-TEXT", kind)


@pytest.mark.silent("READ-NOT-TEXT")
@pytest.mark.parametrize("data", [STORY.encode(), b"\xef\xbb\xbf+++", b"", b"PK", "PK赛：".encode(), b"<br>", b"%"])
def test_plain_text(data: bytes) -> None:
    decoded(data, "story.md")


@pytest.mark.silent("READ-UTF8")
def test_characters_that_come_out_of_a_pdf() -> None:
    copied = "⺬⻋⻅⻓⻔⻜⻢⻥⻰⼈︐︑︒︓︔︕︖︵︶﹁﹂︽︾︙︱ﬁ"
    assert decoded(copied.encode(), "story.md") == ("示车见长门飞马鱼龙人，、。：；！？（）「」《》…—fi", ())
    assert decoded("①ＡＢ㎡々〇".encode(), "story.md") == ("①ＡＢ㎡々〇", ())
