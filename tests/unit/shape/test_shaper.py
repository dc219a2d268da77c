"""Shaping: looks, fallback, missing characters, decorations, ligatures, vertical glyphs."""

from functools import cache
from pathlib import Path

import pytest

from layout.font import Book, open_book
from layout.model.glyphs import ShapedParagraph
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.style import CharacterStyle, Face, ParagraphStyle, StyleSheet
from layout.model.value import replace
from layout.shape import Shaper

EM = 1_000_000
SHEET = StyleSheet(
    (),
    (
        CharacterStyle("strong", han="serif-black", latin="sans-bold", colour="accent"),
        CharacterStyle("kai", han="kai-regular"),
        CharacterStyle("sup", size=600, rise=350),
    ),
)
ROOT = Path(__file__).parents[3]


@cache
def book(folder: str = "tests/fonts") -> Book:
    return open_book(ROOT / folder / "fonts.toml")


def shaped(text: str, *marks: Mark, fonts: str = "tests/fonts", **style: object) -> ShapedParagraph:
    made = ParagraphStyle("body", size=EM, **style)  # type: ignore[arg-type]
    return Shaper(book(fonts), SHEET).shape(Paragraph("body", text, Source("a.md", ((0, 3, 1),)), marks), made)


def columns(found: ShapedParagraph) -> set[int]:
    names = ["chars", "offsets", "look", "gids", "widths", "shifts", "gaps", "flex", "gives", "starts", "ends"]
    names += ["end_gives", "breaks"]
    return {len(getattr(found, name)) for name in names}


def test_nothing_gives_nothing() -> None:
    found = shaped("")
    assert columns(found) == {0}


def test_columns_are_parallel() -> None:
    found = shaped("“港口”，第 12 章——fi 3.5%……A。")
    assert len(columns(found)) == 1


def test_style_marks_change_face_and_colour() -> None:
    found = shaped("港口的早晨", Mark(1, 3, "style", "strong"), Mark(2, 3, "style", "kai"))
    looks = [found.looks[index] for index in found.look]
    assert [look.font for look in looks] == [
        "serif-regular",
        "serif-black",
        "kai-regular",
        "serif-regular",
        "serif-regular",
    ]
    assert [look.colour for look in looks] == ["ink", "accent", "accent", "ink", "ink"]


def test_unknown_character_styles_change_nothing() -> None:
    assert shaped("港口", Mark(0, 1, "style", "nowhere")).look == (0, 0)


def test_raised_characters_are_smaller_and_stay() -> None:
    found = shaped("港口①", Mark(2, 3, "style", "sup"))
    assert found.widths == (EM, EM, 600_000)
    assert found.breaks[1] == 0
    assert found.looks[found.look[2]].rise == 350_000


def test_a_character_from_the_fallback_face() -> None:
    found = shaped("港口", fonts="fonts", han=Face("sans-regular"))
    assert found.missing == ()
    missing = shaped("\U00020bb7野家", fonts="fonts")
    assert missing.missing == (0,)
    assert missing.paragraph.source.place(missing.missing[0]).line == 3


def test_ligatures_carry_all_their_characters() -> None:
    found = shaped("office", fonts="fonts")
    assert "".join(found.chars) == "office"
    assert "ffi" in found.chars
    assert len(columns(found)) == 1


def test_a_word_with_a_ligature_is_divided() -> None:
    found = shaped("efficiency", fonts="fonts", hyphenate="en_US")
    assert "ffi" in found.chars
    assert [char for char, kind in zip(found.chars, found.breaks, strict=True) if kind == 2] == ["ffi"]


def test_two_em_dash_is_one_glyph() -> None:
    found = shaped("春——江")
    assert found.chars == ("春", "——", "江")
    assert found.offsets == (0, 1, 3)
    assert found.widths[1] == 2 * EM


def test_dots_leave_punctuation_out() -> None:
    found = shaped("春江，潮水", Mark(0, 5, "dot"))
    assert [(d.kind, d.start, d.end) for d in found.decorations] == [("dot", 0, 2), ("dot", 3, 5)]


def test_decorations_count_glyphs_not_characters() -> None:
    found = shaped("春——江潮", Mark(3, 5, "name"))
    assert [(d.kind, d.start, d.end) for d in found.decorations] == [("name", 2, 4)]


def test_ruby_is_shaped_at_half_size() -> None:
    found = shaped("葛", Mark(0, 1, "ruby", "ge"))
    ruby = found.decorations[0]
    assert ruby.text == "ge" and len(ruby.gids) == len(ruby.advances) == 2
    assert found.looks[ruby.look].size == EM // 2
    assert ruby.advances == (250_000, 250_000)


def test_ruby_that_its_face_lacks_comes_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(book("fonts").face("serif-regular").gids, "ǚ", 0)
    found = shaped("旅", Mark(0, 1, "ruby", "lǚ"), fonts="fonts")
    assert found.looks[found.decorations[0].look].font != "serif-regular" and all(found.decorations[0].gids)


def test_vertical_text_has_upright_forms_and_turned_words() -> None:
    found = shaped("春，iPhone", direction="vertical")
    face = book().face("serif-regular")
    assert found.gids[1] == face.upright(face.gids["，"])
    assert found.looks[found.look[0]].turned is False
    word = found.looks[found.look[2]]
    assert word.turned and word.rise == -380_000


def test_digits_in_one_cell_stand_side_by_side() -> None:
    found = shaped("12月", direction="vertical")
    assert found.widths[:2] == (EM, 0) and found.shifts[:2] == (0, -EM)
    assert [found.looks[i].rise for i in found.look[:2]] == [-250_000, 250_000]
    assert found.breaks[0] == 0


@pytest.mark.parametrize(("keep", "char"), [("corner", "『"), ("keep", "“")])
def test_quotation_marks_in_vertical_text(keep: str, char: str) -> None:
    """GB/T 15834 5.2: corner brackets in vertical text; the text itself stays as it was."""
    found = shaped("“好”", direction="vertical", vertical_quotes=keep)
    face = book().face("serif-regular")
    assert found.gids[0] == face.upright(face.gids[char])
    assert "".join(found.chars) == "“好”"


def test_percent_signs_are_narrowed_to_three_quarters() -> None:
    found = shaped("5%", fonts="fonts")
    assert found.widths == (500_000, 750_000)
    assert found.looks[found.look[1]].scale < 1000


def test_figures_as_the_face_has_them() -> None:
    found = shaped("15", fonts="fonts", digit_width=0)
    face = book("fonts").face("serif-regular")
    assert found.widths == tuple(face.advances[face.gids[c]] * 1000 for c in "15")


def test_shaping_is_pure() -> None:
    shaper = Shaper(book(), SHEET)
    style = ParagraphStyle("body", size=EM)
    mark = Mark(0, 1, "style", "kai")
    texts = ["第12章", "春——江𠮷", "港口"]
    first = [shaper.shape(Paragraph("body", t, Source("x"), (mark,)), style) for t in texts]
    again = [shaper.shape(Paragraph("body", t, Source("x"), (mark,)), style) for t in reversed(texts)][::-1]
    for one, two in zip(first, again, strict=True):
        assert (one.looks, one.gids, one.widths, one.breaks) == (two.looks, two.gids, two.widths, two.breaks)


@pytest.mark.parametrize(
    "text", ["\u200b", "\u2060", " ", "　", "\u00a0", "a\u0301", "\ufe00", "👨\u200d👩", "é" * 3, "+", "-", "“"]
)
def test_odd_characters_do_not_break_anything(text: str) -> None:
    for wrapped in (text, f"春{text}江", f"a{text}b", text * 2):
        for direction in ("horizontal", "vertical"):
            assert len(columns(shaped(wrapped, direction=direction))) == 1


@pytest.mark.parametrize(("char", "turned"), [("→", True), ("≥", True), ("春", False), ("①", False), ("℃", False)])
def test_which_way_characters_stand(char: str, turned: bool) -> None:
    """UAX #50: arrows and signs of mathematics turn with the line, full-width signs stand."""
    found = shaped(f"春{char}江", fonts="fonts", direction="vertical")
    assert found.looks[found.look[1]].turned is turned
    assert found.widths[1] == EM


def test_the_test_face_has_a_vertical_form_for_every_mark_that_needs_one() -> None:
    found = shaped("春“（——……江", fonts="fonts", direction="vertical")
    assert not any(found.looks[look].turned for look in found.look)


def test_faces_by_script() -> None:
    """Han, Latin and digits each in a face, size and height of their own (复合字体)."""
    found = shaped("春A1", latin=Face("sans-bold", 1040, 20), digits=Face("kai-regular", 1100, -30), digit_width=0)
    looks = [found.looks[index] for index in found.look]
    assert [look.font for look in looks] == ["serif-regular", "sans-bold", "kai-regular"]
    assert [look.size for look in looks] == [EM, 1_040_000, 1_100_000]
    assert [look.rise for look in looks] == [0, 20_000, -30_000]


@pytest.mark.parametrize(("text", "missing"), [("aक", (1,)), ("ab\u0000", (2,)), ("好क好", (1,)), ("a\u200db", ())])
def test_western_characters_no_face_has_are_missing(text: str, missing: tuple[int, ...]) -> None:
    assert shaped(text, fonts="fonts").missing == missing


def test_upright_letters_no_face_has_are_missing() -> None:
    found = shaped("春ʔ江12℉𝟘月", fonts="fonts", direction="vertical")
    assert [found.paragraph.text[at] for at in found.missing] == ["ʔ", "\U0001d7d8"]


def test_an_upright_letter_or_sign_comes_from_the_fallback_face(monkeypatch: pytest.MonkeyPatch) -> None:
    for char in "A℉":
        with monkeypatch.context() as lacking:
            lacking.setitem(book("fonts").face("serif-regular").gids, char, 0)
            found = shaped(f"春{char}江", fonts="fonts", direction="vertical")
        look = found.looks[found.look[1]]
        assert found.missing == () and found.gids[1] and look.font != "serif-regular" and not look.turned


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_a_variation_selector_belongs_to_its_character(direction: str) -> None:
    """It shows nothing itself, so a face without the variant lacks nothing; what follows stands beside a Han."""
    found = shaped("葛\U000e0100城\ufe00A", fonts="fonts", direction=direction)
    face = book("fonts").face("serif-regular")
    assert found.missing == () and found.widths[:2] == (EM, EM) and found.gids[0] == face.gids["葛"]
    assert found.chars[:2] == ("葛\U000e0100", "城\ufe00") and (found.gaps[1] > 0) is (direction == "horizontal")


def test_the_variant_that_a_face_has_is_picked(monkeypatch: pytest.MonkeyPatch) -> None:
    face = book("tests/fonts").face("serif-regular")
    monkeypatch.setattr(face, "variant", lambda char, selector: 7 if (char, selector) == ("葛", "\ufe01") else 0)
    found = shaped("葛\ufe01，葛\ufe00藤", Mark(3, 6, "ruby", "gé téng"))
    assert (found.gids[0], found.gids[2]) == (7, face.gids["葛"])
    assert [(d.start, d.end, d.text) for d in found.decorations] == [(2, 3, "gé"), (3, 4, "téng")]


def test_the_hyphen_is_a_glyph_of_the_face_it_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(book("tests/fonts").face("sans-bold").gids, "-", 99)
    found = shaped("typo\u00adgraphy type\u00adset", Mark(0, 11, "style", "strong"))
    hyphens = {found.looks[look].font: found.hyphens[look] for look in found.look}
    assert hyphens == {"sans-bold": 99, "serif-regular": book().face("serif-regular").gids["-"]}


def test_a_soft_hyphen_is_a_place_to_divide() -> None:
    found = shaped("typo\u00adgraphy")
    assert found.breaks[4] == 2 and "".join(found.chars) == "typo\u00adgraphy"


def test_a_full_width_solidus_is_drawn_narrow() -> None:
    """It has half an em (GB/T 15834 5.1.9), and must not lie over its neighbours; the text stays as it was."""
    found = shaped("和／或", fonts="fonts")
    face = book("fonts").face("serif-regular")
    assert found.gids[1] == face.gids["/"] and found.chars[1] == "／"
    assert found.shifts[1] + face.advances[found.gids[1]] * 1000 <= found.widths[1] == EM // 2


def test_names_stay_whole() -> None:
    """Two characters never part, longer names only where no other break is left; Latin ones have spaces within."""
    text = "袁卫\u3000\u3000王小明\u3000\u3000本刊 记者\u3000\u3000乔治·奥威尔\u3000\u3000Ann Lee"
    found = shaped(text, spread_names=3, align="left")
    free = {text[at : at + 2] for at, kind in enumerate(found.breaks[:-1]) if kind in (1, 2)}
    assert found.breaks[0] == 0 and found.gaps[0] == EM
    assert all(set(pair) & {"\u3000", " "} for pair in free) and "n " not in free and " L" not in free


def test_readings_stand_by_character_or_by_word() -> None:
    by_character = shaped("埠头夜", Mark(0, 2, "ruby", "bù tóu"))
    assert [(d.start, d.end, d.text) for d in by_character.decorations] == [(0, 1, "bù"), (1, 2, "tóu")]
    by_word = shaped("埠头夜", Mark(0, 2, "ruby", "bùtóu"))
    assert [(d.start, d.end, d.text) for d in by_word.decorations] == [(0, 2, "bùtóu")]


def test_a_mark_before_the_paragraph() -> None:
    found = shaped("袁卫　岑文华", lead_mark="■", spread_names=3)
    assert found.chars[:2] == ("■", "袁") and found.gaps[1] == EM  # the mark is no part of the name
    assert found.breaks[0] == 0
    assert [str(found.paragraph.source.place(offset)) for offset in found.offsets[:2]] == ["a.md:3:1", "a.md:3:1"]
    assert shaped("■袁卫", lead_mark="■").chars == ("■", "袁", "卫")
    assert shaped("", lead_mark="■").chars == ()


def test_readings_that_would_meet_space_their_characters() -> None:
    """Two readings of an em and a half keep a quarter of an em between them; a neighbour without one lends a quarter;
    nothing reaches beyond the paragraph's start (CL §5.5.4, §5.5.6)."""
    found = shaped("床窗下", Mark(0, 2, "ruby", "abcdef ghijkl"))
    assert [sum(d.advances) for d in found.decorations] == [1_500_000, 1_500_000]
    assert found.widths == (1_625_000, 1_375_000, EM)  # 1.5 + ⅛; 1.5 + ⅛ - ¼
    assert found.shifts == (312_500, 187_500, 0)
    assert shaped("床窗下", Mark(0, 1, "ruby", "abcd")).widths == (EM, EM, EM)


def test_a_reading_over_a_narrow_mark_leaves_room_for_the_next() -> None:
    found = shaped("床，窗", Mark(0, 1, "ruby", "abcdef"), Mark(2, 3, "ruby", "abcdef"))
    assert found.widths == (1_375_000, EM // 2, 1_375_000)


def test_characters_with_one_reading_part_only_in_need() -> None:
    found = shaped("埠头夜", Mark(0, 2, "ruby", "bùtóu"))
    assert found.breaks == (4, 1, 1)


@pytest.mark.parametrize(("reading", "turned"), [("bu", True), ("くに", False), ("ㄅㄨ", False)])
def test_readings_in_vertical_text(reading: str, turned: bool) -> None:
    """Pinyin lies like other letters, Chinese and kana stand; these are spaced over their characters."""
    found = shaped("埠头", Mark(0, 2, "ruby", reading), fonts="fonts", direction="vertical")
    mark = found.decorations[0]
    assert found.looks[mark.look].turned is turned
    if not turned:
        assert mark.advances == (EM, EM // 2)


def test_readings_are_as_large_as_the_style_says() -> None:
    found = shaped("葛", Mark(0, 1, "ruby", "ge"), beside=EM // 4)
    assert found.looks[found.decorations[0].look].size == EM // 8


def test_readings_in_a_face_of_their_own() -> None:
    own = CharacterStyle("reading", latin="sans-bold", colour="accent")
    sheet = replace(SHEET, characters=(*SHEET.characters, own))
    paragraph = Paragraph("body", "葛", Source("x"), (Mark(0, 1, "ruby", "ge"),))
    found = Shaper(book(), sheet).shape(paragraph, ParagraphStyle("body", size=EM))
    look = found.looks[found.decorations[0].look]
    assert (look.font, look.colour, look.size) == ("sans-bold", "accent", EM // 2)
