"""Fonts that styles name and that cannot be used are found before anything is set."""

from pathlib import Path

from layout.font import open_book
from layout.job.faces import check_faces
from layout.model.fonts import FontFile
from layout.model.style import CharacterStyle, Face, ParagraphStyle, StyleSheet

MANIFEST = Path(__file__).parents[2] / "fonts" / "fonts.toml"


def test_every_style_is_looked_at() -> None:
    book = open_book(MANIFEST)
    sheet = StyleSheet(
        (ParagraphStyle("body"), ParagraphStyle("title", han=Face("song"), digits=Face("lining"))),
        (CharacterStyle("strong", latin="song"), CharacterStyle("kai", han="kai-regular")),
    )
    found = check_faces(book, sheet, "styles/text.toml")
    assert [(item.code, dict(item.values)["key"], dict(item.values)["style"]) for item in found] == [
        ("FONT-UNKNOWN", "song", "title"),
        ("FONT-UNKNOWN", "lining", "title"),
    ]


def test_a_file_that_is_no_font(tmp_path: Path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"no font")
    book = open_book(MANIFEST, (FontFile("mine", "Mine", 400, str(broken)),))
    found = check_faces(book, StyleSheet((ParagraphStyle("body", han=Face("mine")),)), "styles/text.toml")
    assert [item.code for item in found] == ["FONT-UNREADABLE"]
    only_to_fall_back_on = check_faces(book, StyleSheet((ParagraphStyle("body"),)), "styles/text.toml", ("mine",))
    assert [item.code for item in only_to_fall_back_on] == ["FONT-UNREADABLE"]
