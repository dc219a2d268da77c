"""What a reader would not see of the text on a page: cut off, near the cut, hidden, faint, printed over other text."""

from pathlib import Path

import pytest

from layout.model.colour import BLACK, PAPER, Colour
from layout.model.display import Fill, Outline, Shape, Stroke
from layout.model.geometry import Rect
from layout.model.picture import Cut, Light
from layout.model.units import MM, PT
from layout.paint.sheet import paint
from tests.unit.verify import issues
from tests.unit.verify.painting import (
    BLEED,
    HEIGHT,
    PHOTO,
    SIZE,
    WIDTH,
    box,
    codes,
    fill,
    photo,
    plain,
    seen,
    story_page,
    text,
)

PAGE = Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
LINE = "一行正文，一行正文"
DARK_LEFT = Light(2, 1, bytes([0, 220]))


@pytest.mark.fires("SIGHT-OFF-PAGE")
@pytest.mark.parametrize(("x", "y"), [(20, 300), (20, 281), (20, 2), (-1, 50), (180, 50)])
def test_text_beyond_the_trim(x: float, y: float) -> None:
    (found,) = seen(text(LINE, x, y))
    assert (found.code, found.severity, found.page) == ("SIGHT-OFF-PAGE", "error", 1)
    assert LINE in found.message() and found.box


@pytest.mark.fires("SIGHT-OFF-PAGE")
@pytest.mark.parametrize("way", ["upright", "turned"])
def test_vertical_text_beyond_the_foot(way: str) -> None:
    (found,) = seen(text(LINE * 10, 100, 20, way=way))
    assert dict(found.values)["over"] == f"{20 + 90 * 10 * 25.4 / 72 - 280 - 0.2:.1f}"[:4]


@pytest.mark.fires("SIGHT-NEAR-EDGE")
@pytest.mark.silent("SIGHT-OFF-PAGE")
def test_text_within_the_safety_zone() -> None:
    (found,) = seen(text(LINE, 1.5, 50))
    assert dict(found.values) | {"room": "1.7", "safety": "3"} == dict(found.values)


@pytest.mark.silent("SIGHT-OFF-PAGE", "SIGHT-NEAR-EDGE")
def test_text_inside_and_blanks_beyond() -> None:
    assert not codes(text(LINE, 3, 7), text("　　　", 199, 50), text("尾", 193, 276))


@pytest.mark.fires("SIGHT-HIDDEN")
@pytest.mark.parametrize("over", [fill(box(10, 40, 100, 20), 0, 0, 0, 0), photo(box(10, 40, 100, 20))])
def test_text_under_what_is_painted_later(over: Fill) -> None:
    (found,) = seen(text(LINE, 20, 50), over)
    assert found.code == "SIGHT-HIDDEN" and dict(found.values)["what"] in ("K0", "photos/a.jpg")


def rule(x: float, y: float, x2: float, y2: float, width: float, colour: Colour = BLACK) -> Stroke:
    """A rule from millimetres."""
    return Stroke(((round(x * MM), round(y * MM)), (round(x2 * MM), round(y2 * MM))), round(width * MM), colour)


@pytest.mark.fires("SIGHT-HIDDEN")
@pytest.mark.parametrize("over", [rule(10, 49, 120, 49, 9), rule(25, 30, 25, 70, 4), rule(10, 50, 120, 50, 1.5)])
def test_text_under_a_rule(over: Stroke) -> None:
    (found,) = seen(text(LINE, 20, 50), over)
    assert found.code == "SIGHT-HIDDEN" and dict(found.values)["what"] == "K100"


@pytest.mark.fires("SIGHT-UNREADABLE")
@pytest.mark.parametrize("way", ["horizontal", "upright"])
@pytest.mark.parametrize("turned", [False, True])
def test_text_on_a_rule_of_its_own_colour(way: str, turned: bool) -> None:
    under = rule(25, 10, 25, 120, 12) if turned else rule(10, 49, 120, 49, 9)
    assert codes(under, text(LINE, 22, 47, way=way)) == ["SIGHT-UNREADABLE"]


TEMPLATE = """\
extends = "page"

[[frame]]
name = "text"
takes = "story"
columns = "1-3"
lines = "1-36"
linked = true

[[frame]]
name = "bar"
takes = "rule"
columns = "1-3"
lines = "2"
rule = "top foot"
rule-width = "9mm"
"""


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_a_rule_frame_over_a_story(tmp_path: Path) -> None:
    plan = issues.PLAN.replace('story = "fengchuan"', 'story = "fengchuan"\ntemplates = ["barred"]')
    issues.write(tmp_path, plan, fengchuan='+++\ntitle = "封船记"\n+++\n\n' + "船底朝天晾了三日。" * 40 + "\n")
    (tmp_path / "styles" / "pages").mkdir(parents=True)
    (tmp_path / "styles" / "pages" / "barred.toml").write_text(TEMPLATE, "utf-8")
    issue = issues.Set(tmp_path)
    (barred,) = (at for at in issue.pages if at.template == "barred")
    found = seen(*paint(barred, issue.loaded.house, {}).items, on=barred)
    (item,) = (item for item in found if item.code == "SIGHT-UNREADABLE")
    assert str(item.place).endswith("stories/fengchuan/story.md:5:1")


@pytest.mark.silent("SIGHT-HIDDEN", "SIGHT-UNREADABLE", "SIGHT-NO-BLEED")
def test_rules_that_hide_no_text() -> None:
    line = text(LINE, 20, 50)
    assert not codes(line, rule(10, 49, 120, 49, 0.3))  # crossed out
    assert not codes(line, rule(10, 51, 120, 51, 1.2), rule(10, 45, 120, 45, 2), rule(18, 30, 18, 70, 3))
    assert not codes(line, rule(10, 40, 120, 60, 3))  # slanting: nobody knows where it is thick
    assert not codes(rule(0, 49, 120, 49, 9, Colour(0, 0, 600, 0)), line)
    assert not codes(rule(10, 49, 120, 49, 9), text(LINE, 20, 50, PAPER))


@pytest.mark.silent("SIGHT-HIDDEN")
def test_text_beside_a_later_fill_and_under_the_clear_part_of_a_cut_out() -> None:
    assert not codes(text(LINE, 20, 50), fill(box(20, 52, 100, 20), 0, 0, 0, 100))
    assert not codes(text(LINE, 20, 50), photo(box(10, 40, 100, 20)), light=plain(0, opacity=0))


@pytest.mark.fires("SIGHT-UNREADABLE")
@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        ((0, 0, 0, 0), PAPER),
        ((0, 0, 1000, 0), PAPER),
        ((900, 800, 700, 900), BLACK),
        ((0, 900, 800, 0), Colour(0, 900, 700, 0)),
    ],
)
def test_text_that_cannot_be_told_from_its_ground(ground: tuple[int, int, int, int], ink: Colour) -> None:
    (found,) = seen(fill(PAGE, *ground), text(LINE, 20, 50, ink))
    assert found.code == "SIGHT-UNREADABLE" and dict(found.values)["glyphs"] == str(len(LINE))


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_white_text_that_runs_out_of_its_tab() -> None:
    """Half of a section's name stands on the tab, the rest white on white."""
    tab = fill(box(-3, 20, 13, 20), 850, 300, 0, 0)
    (found,) = seen(tab, text("沿河四镇手艺与集市", 5, 22, PAPER, way="upright"))
    assert dict(found.values)["glyphs"] == "4"


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_text_on_a_code() -> None:
    modules = (("M", 20 * MM, 20 * MM), ("L", 40 * MM, 20 * MM), ("L", 40 * MM, 40 * MM), ("Z",))
    assert codes(Shape(modules, BLACK), text("扫一扫", 25, 30)) == ["SIGHT-UNREADABLE"]


@pytest.mark.silent("SIGHT-UNREADABLE", "SIGHT-FAINT")
@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        ((0, 0, 0, 1000), PAPER),
        ((0, 580, 1000, 0), PAPER),
        ((0, 0, 1000, 0), BLACK),
        ((850, 300, 0, 0), PAPER),
        ((0, 0, 0, 150), BLACK),
        ((120, 40, 0, 0), Colour(0, 0, 0, 600)),
    ],
)
def test_text_that_stands_out(ground: tuple[int, int, int, int], ink: Colour) -> None:
    assert not codes(fill(PAGE, *ground), text(LINE, 20, 50, ink))


@pytest.mark.silent("SIGHT-UNREADABLE", "SIGHT-FAINT")
def test_an_edge_of_another_ink_makes_text_readable_anywhere() -> None:
    assert not codes(fill(PAGE, 0, 0, 0, 0), text(LINE, 20, 50, PAPER, outline=Outline(PT // 2, BLACK)))


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_an_edge_of_its_own_ink_helps_nobody() -> None:
    assert codes(text(LINE, 20, 50, PAPER, outline=Outline(PT // 2, PAPER))) == ["SIGHT-UNREADABLE"]


@pytest.mark.fires("SIGHT-UNREADABLE")
@pytest.mark.parametrize(("light", "ink"), [(3, BLACK), (240, PAPER)])
def test_a_caption_on_its_own_photo(light: int, ink: Colour) -> None:
    assert codes(photo(box(10, 40, 100, 60)), text(LINE, 20, 50, ink), light=plain(light)) == ["SIGHT-UNREADABLE"]


@pytest.mark.fires("SIGHT-FAINT")
def test_faint_text() -> None:
    (found,) = seen(text(LINE, 20, 50, Colour(0, 0, 0, 350)))
    assert (found.code, found.severity) == ("SIGHT-FAINT", "warning")
    assert codes(photo(box(10, 40, 100, 60)), text(LINE, 20, 50, PAPER), light=plain(90)) == ["SIGHT-FAINT"]
    assert codes(fill(PAGE, 950, 750, 300, 250), text(LINE, 20, 50)) == ["SIGHT-FAINT"]


@pytest.mark.silent("SIGHT-FAINT", "SIGHT-UNREADABLE", "SIGHT-ON-PICTURE")
def test_a_photo_that_text_stands_out_from_and_the_part_of_it_that_counts() -> None:
    at = box(10, 40, 100, 60)
    assert not codes(photo(at), text(LINE, 20, 50), light=plain(150))
    assert not codes(photo(at), text(LINE, 20, 50, PAPER), light=plain(20))
    assert not codes(photo(at), text("字字", 90, 50), light=DARK_LEFT)


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_the_dark_part_of_a_photo() -> None:
    assert codes(photo(box(10, 40, 100, 60)), text("字字", 20, 50), light=DARK_LEFT) == ["SIGHT-UNREADABLE"]
    right = Cut(PHOTO.width // 2, 0, PHOTO.width // 2, PHOTO.height)
    assert not codes(photo(box(10, 40, 100, 60), cut=right), text("字字", 20, 50), light=DARK_LEFT)


@pytest.mark.silent("SIGHT-ON-PICTURE", "SIGHT-UNREADABLE", "SIGHT-FAINT")
def test_a_plate_between_picture_and_text() -> None:
    at = box(10, 40, 100, 60)
    assert not codes(photo(at), fill(box(18, 45, 60, 8), 0, 0, 0, 900), text(LINE, 20, 50, PAPER), light=plain(250))


@pytest.mark.fires("SIGHT-ON-PICTURE")
def test_a_line_that_runs_into_a_picture() -> None:
    (found,) = seen(photo(box(35, 40, 100, 60)), text(LINE, 20, 50), light=plain(200))
    assert (found.code, found.severity) == ("SIGHT-ON-PICTURE", "error")


@pytest.mark.fires("SIGHT-ON-PICTURE")
def test_running_text_on_a_light_photo() -> None:
    """Be the photo ever so light: text of a column belongs beside it."""
    line, under = text(LINE, 20, 50), photo(box(-3, 40, 206, 60))
    (found,) = seen(under, line, light=plain(250), on=story_page(LINE, 20, 50))
    assert str(found.place) == "story.md:7:1"


@pytest.mark.silent("SIGHT-ON-PICTURE")
def test_words_meant_for_a_photo() -> None:
    line, under = text(LINE, 20, 50), photo(box(-3, 40, 206, 60))
    assert not seen(under, line, light=plain(250), on=story_page(LINE, 20, 50, takes="text:words"))


@pytest.mark.silent("SIGHT-ON-PICTURE")
def test_a_title_across_the_edge_of_a_picture_is_a_choice() -> None:
    assert not codes(photo(box(60, 40, 100, 60)), text("大标题", 20, 60, size=40 * PT), light=plain(200))


@pytest.mark.fires("SIGHT-OVERLAP")
@pytest.mark.parametrize(("dx", "dy"), [(0, 0), (0, 1.5), (1.5, 0), (30, 1)])
def test_lines_printed_over_one_another(dx: float, dy: float) -> None:
    (found,) = seen(text(LINE, 20, 50), text("别的一行别的一行", 20 + dx, 50 + dy))
    assert (found.code, found.severity) == ("SIGHT-OVERLAP", "error")


@pytest.mark.fires("SIGHT-OVERLAP")
@pytest.mark.parametrize("way", ["horizontal", "upright"])
def test_single_characters_in_one_place(way: str) -> None:
    assert codes(text("头", 20, 50, way=way), text("市", 20, 50, way=way)) == ["SIGHT-OVERLAP"]


@pytest.mark.fires("SIGHT-OVERLAP")
def test_figures_of_a_wide_table_over_one_another() -> None:
    assert codes(text("一二三四五", 20, 50), text("六七八九十", 30, 50)) == ["SIGHT-OVERLAP"]


@pytest.mark.silent("SIGHT-OVERLAP")
def test_lines_set_solid_marks_beside_them_and_a_shadow() -> None:
    solid = SIZE / MM
    assert not codes(*(text(LINE, 20, 50 + solid * index) for index in range(4)))
    assert not codes(text(LINE, 20, 50), text("注音", 20, 50 - 0.9 * solid, size=SIZE // 2))
    assert not codes(text(LINE, 20, 50), text(LINE, 20.3, 50.3))
    assert not codes(text("一章", 20, 60, Colour(0, 0, 0, 120), 60 * PT), text(LINE, 20, 55))
    assert not codes(*(text(LINE, 180 - solid * index, 20, way="upright") for index in range(4)))


def test_lines_of_one_group_are_told_once() -> None:
    lines = [text(LINE, 20, 290 + 5 * index) for index in range(6)]
    (found,) = seen(*lines)
    assert dict(found.values)["lines"] == "6" and "共 6 行" in found.message("zh")
