"""The composition tables: every row has a source, no character two classes, every style and region is complete."""

from typing import Any, get_args

import pytest

from layout.cjk import tables
from layout.cjk.classes import MARKS, classify
from layout.cjk.kinsoku import CSS_LEVELS, LEVELS, never_end, never_start
from layout.cjk.marks import Setting, pair_cuts, room
from layout.cjk.phrase import phrase_ends
from layout.cjk.upright import way
from layout.model.style import Level, Punct, Region


def test_every_row_names_its_source() -> None:
    rows: tuple[Any, ...] = (
        *tables.mark_classes(),
        *tables.prohibitions(),
        *tables.blanks(),
        *tables.pairs(),
        *tables.puncts().values(),
        *tables.practices().values(),
        *tables.uprights(),
    )
    assert all(row.source for row in rows)


def test_a_character_has_one_class() -> None:
    marks = [mark for row in tables.mark_classes() for mark in row.marks]
    assert len(marks) == len(set(marks))
    assert len({row.letter for row in tables.mark_classes()}) == len(tables.mark_classes())


def test_tables_name_known_classes_only() -> None:
    letters = {row.letter for row in tables.mark_classes()}
    for row in tables.prohibitions():
        assert set(row.classes) <= letters
    for blank in tables.blanks():
        assert set(blank.classes) <= letters
    for pair in tables.pairs():
        assert set(pair.first + pair.second) <= letters


def test_every_style_level_and_region_is_there() -> None:
    assert set(tables.puncts()) == set(get_args(Punct))
    assert {*LEVELS, *CSS_LEVELS} == set(get_args(Level))
    assert {region for region, _ in tables.practices()} == set(get_args(Region))
    for practice in tables.practices().values():
        assert practice.level in LEVELS and practice.punct in tables.puncts()


def test_levels_forbid_more_and_more() -> None:
    for ladder in (LEVELS, CSS_LEVELS):
        for low, high in zip(ladder, ladder[1:], strict=False):
            assert never_start(low) <= never_start(high)
            assert never_end(low) <= never_end(high)
    assert never_start("none") == never_end("none") == {"g"}  # glue holds at every level


@pytest.mark.parametrize("region", get_args(Region))
@pytest.mark.parametrize("punct", get_args(Punct))
@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_rooms_add_up(region: str, punct: str, direction: str) -> None:
    """Body and blanks make at most one em, at least half of one; nothing is given that is not there."""
    for letter in "ocsknwxmMfFi":
        found = room(letter, Setting(punct, region, direction))
        assert found is not None
        assert 500 <= found.body + found.lead + found.trail <= 1000
        assert 0 <= found.start <= found.lead and 0 <= found.end <= found.trail
        assert found.yields <= found.lead + found.trail
        assert found.yield_end <= found.trail


def test_a_centred_stop_gives_its_trailing_quarter() -> None:
    """CL §6.3.2.3: three quarters are left at the line's end (Taiwan, Hong Kong)."""
    found = room("s", Setting("hangmobanjiao", "taiwan"))
    assert found is not None and (found.lead, found.trail, found.end) == (250, 250, 250)


@pytest.mark.parametrize(
    ("ink", "sides"),
    [((50, 350), (0, 500)), ((350, 650), (250, 250)), ((650, 950), (500, 0)), ((50, 700), (0, 0))],
)
def test_the_ink_tells_where_the_blank_is(ink: tuple[int, int], sides: tuple[int, int]) -> None:
    """A face for Taiwan under a mainland style must not be cut on the wrong side (typst#8557), nor a broad mark."""
    found = room("s", Setting("quanjiao"), ink)
    assert found is not None and (found.lead, found.trail) == sides


def test_pairs_differ_by_region() -> None:
    assert pair_cuts("quanjiao", "mainland")["sc"] == "first"
    assert "sc" not in pair_cuts("quanjiao", "taiwan")
    assert pair_cuts("quanjiao", "taiwan")["so"] == "second"
    assert pair_cuts("none", "mainland") == {}
    assert pair_cuts("kaiming-printed", "mainland")["so"] == "first"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("好，“A”。", "HkoLcs"),
        ("say “hi” to", "LLLSuLLvSLL"),
        ("don’t", "LLLpL"),
        ("the boys’ boat", "LLLSLLLLpSLLLL"),
        ("rock ’n’ roll", "LLLLSpLpSLLLL"),
        ("the ’90s", "LLLSpDDL"),
        ("他说‘boys’了", "HHoLLLLcH"),
        ("„so“ und „tak”", "uLLvSLLLSuLLLv"),
        ("CO₂和m²、10⁸", "LLqHLqkDDq"),
        ("他说“say hi”了", "HHoLLLSLLcH"),
        ("温度-5℃", "HHPDq"),
        ("A+，3+1", "LjkDjD"),
        ("e\u0301é葛\U000e0100", "LZLHZ"),
        ("★→", "HH"),
        ("", ""),
    ],
)
def test_classes(text: str, letters: str) -> None:
    assert classify(text) == letters


def test_marks_are_the_full_width_ones() -> None:
    assert set(MARKS) < {row.letter for row in tables.mark_classes()}


@pytest.mark.parametrize(
    ("chars", "told"),
    [
        ("春ぁア한①㎡％！？，。、Ａ☆♪∞∴§©№℃™", "stands"),
        ("：；·‧", "stands"),
        ("（）「」《》【】〔〕ー～—…–“”", "form"),
        ("aB3α→≥+─/‐＝＜﹏", "turned"),
        ("±×½", "alone"),
    ],
)
def test_which_way_a_character_stands(chars: str, told: str) -> None:
    """UAX #50, and the Chinese practice before it."""
    assert {char: way(char) for char in chars} == dict.fromkeys(chars, told)


def test_ranges_of_the_upright_table_do_not_overlap() -> None:
    ranges = sorted(tuple(int(n, 16) for n in r.split("-")) for row in tables.uprights() for r in row.ranges)
    assert all(before[-1] < after[0] for before, after in zip(ranges, ranges[1:], strict=False))


@pytest.mark.parametrize("region", ["mainland", "taiwan"])
@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("港口的早晨从四点开始", ["港口", "的", "早晨", "从", "四点", "开始"]),
        ("港口的早晨從四點開始", ["港口", "的", "早晨", "從", "四點", "開始"]),
        ("港の朝は四時に始まる", ["港の", "朝は", "四時に", "始まる"]),
    ],
)
def test_phrases_follow_the_script_of_the_text(text: str, phrases: list[str], region: str) -> None:
    """Whatever the region: its practice is not its script (rule 0.1)."""
    ends = sorted(phrase_ends(text, region))
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == phrases
