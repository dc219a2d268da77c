"""Fonts that styles name and that cannot be used are found before anything is set."""

from pathlib import Path

import pytest

from layout.font import open_book
from layout.job.faces import check_faces
from layout.model.fonts import FontFile
from layout.model.place import Place
from layout.model.style import NamedFont, StyleSheet

MANIFEST = Path(__file__).parents[2] / "fonts" / "fonts.toml"


def named(*pairs: tuple[str, str]) -> StyleSheet:
    """A sheet whose styles name these fonts, one a line."""
    fonts = (NamedFont(style, key, Place("text.toml", line, 7)) for line, (style, key) in enumerate(pairs, 1))
    return StyleSheet((), (), tuple(fonts))


@pytest.mark.fires("FONT-UNKNOWN")
def test_every_name_is_looked_up_where_it_stands() -> None:
    sheet = named(("body", "serif-regular"), ("title", "song"), ("title", "lining"), ("strong", "song"))
    found = check_faces(open_book(MANIFEST), sheet)
    assert [(item.code, str(item.place), dict(item.values)["style"]) for item in found] == [
        ("FONT-UNKNOWN", "text.toml:2:7", "title"),
        ("FONT-UNKNOWN", "text.toml:3:7", "title"),
        ("FONT-UNKNOWN", "text.toml:4:7", "strong"),
    ]


@pytest.mark.silent("FONT-UNKNOWN", "FONT-UNREADABLE")
def test_fonts_that_are_there() -> None:
    assert check_faces(open_book(MANIFEST), named(("body", "serif-regular"), ("kai", "kai-regular"))) == ()


@pytest.mark.fires("FONT-UNREADABLE")
def test_a_file_that_is_no_font(tmp_path: Path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"no font")
    place = Place("styles/fonts.toml", 3, 8)
    book = open_book(MANIFEST, (FontFile("mine", "Mine", 400, str(broken), place=place),))
    found = check_faces(book, named(("body", "mine")))
    assert [(item.code, item.place) for item in found] == [("FONT-UNREADABLE", place)]
    assert book.face("mine").family == book.face("serif-regular").family, "proofs have another face in its place"
    book = open_book(MANIFEST, (FontFile("mine", "Mine", 400, str(broken), place=place),))
    only_to_fall_back_on = check_faces(book, named(("body", "serif-regular")), ("mine",))
    assert [item.code for item in only_to_fall_back_on] == ["FONT-UNREADABLE"]
