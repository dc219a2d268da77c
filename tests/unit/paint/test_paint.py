"""Set pages become display lists: layers in order, marks beside characters, placeholders, links."""

from pathlib import Path

import pytest

from layout import flow
from layout.font import Book, open_book
from layout.model.colour import BLACK, PAPER, Colour
from layout.model.display import Fill, GlyphRun, Link, Outline, Picture, Shape, Stroke
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFill, PlacedFrame, PlacedLine, PlacedLink
from layout.model.story import Mark, Paragraph
from layout.model.style import Direction
from layout.model.units import PT
from layout.model.value import replace
from layout.paint import paint
from layout.paint.text import Inks, paint_line
from tests.unit.flow.making import EM, HOUSE, Desk, body, frame, page, photo, picture, say, story, words


@pytest.fixture(scope="module")
def desk() -> Desk:
    book: Book = open_book(Path(__file__).parents[2] / "fonts" / "fonts.toml")
    return Desk(book)


def line_of(desk: Desk, paragraph: Paragraph, direction: Direction = "horizontal") -> PlacedLine:
    """The paragraph's first line at 100 pt, 100 pt, in the style `words`, which has no indent."""
    shaped = desk.composer.shape(paragraph, "words", direction)
    return PlacedLine(shaped, desk.composer.set_lines(shaped, (30 * EM,), 0, 0)[0], 100 * PT, 100 * PT, 0, direction)


def marked(text: str, *marks: Mark) -> Paragraph:
    return replace(words(text), marks=marks)


def test_one_look_is_one_run(desk: Desk) -> None:
    (run,) = paint_line(line_of(desk, words("甲乙丙")), Inks(HOUSE))
    assert isinstance(run, GlyphRun)
    assert (run.x, run.y, run.along, run.text) == (100 * PT, 100 * PT, (0, EM, 2 * EM), ("甲", "乙", "丙"))


def test_a_style_with_an_outline_gives_its_runs_an_edge(desk: Desk) -> None:
    shaped = desk.composer.shape(words("甲乙a"), "caption-edged", "horizontal")
    placed = PlacedLine(shaped, desk.composer.set_lines(shaped, (30 * EM,), 0, 0)[0], 0, 0)
    runs = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, GlyphRun)]
    assert {run.outline for run in runs} == {Outline(PT, HOUSE.ink("ink"))}


def test_every_character_is_painted_once(desk: Desk) -> None:
    placed = line_of(desk, marked("甲乙abc丙2026年", Mark(0, 1, "style", "sup")))
    runs = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, GlyphRun)]
    assert "".join("".join(run.text) for run in runs) == "甲乙abc丙2026年"
    assert all(len(run.gids) == len(run.along) == len(run.text) for run in runs)


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_dots_stand_at_characters_only(desk: Desk, direction: Direction) -> None:
    """着重号 at three Han, none at the comma, the dash or the letters' space."""
    placed = line_of(desk, marked("甲，乙——丙 a", Mark(0, 6, "dot")), direction)
    dots = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, Shape)]
    assert len(dots) == 3
    for dot in dots:
        middle = (min(c[1] for c in dot.path if len(c) > 1) + max(c[1] for c in dot.path if len(c) > 1)) // 2  # type: ignore[operator, type-var]
        assert (middle > 100 * PT) if direction == "vertical" else middle > 0


@pytest.mark.parametrize("kind", ["name", "book"])
def test_lines_of_two_names_do_not_touch(desk: Desk, kind: str) -> None:
    placed = line_of(desk, marked("甲乙丙丁", Mark(0, 2, kind), Mark(2, 4, kind)))  # type: ignore[arg-type]
    first, second = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, Stroke)]
    assert first.points[-1][0] < second.points[0][0]
    assert all(y > 100 * PT for _, y in (*first.points, *second.points))


def bounds(item: object) -> tuple[int, int, int, int]:
    """Left, top, right, foot of a stroke's points or of a dot."""
    if isinstance(item, Stroke):
        points = list(item.points)
    else:
        assert isinstance(item, Shape)
        points = [(c[1], c[2]) for c in item.path if len(c) > 1]  # type: ignore[misc]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
@pytest.mark.parametrize("kind", ["name", "book"])
def test_line_and_dot_together(desk: Desk, kind: str, direction: Direction) -> None:
    """Under the text the line is nearer, the dot clear of it; beside vertical text they stand on either side."""
    placed = line_of(desk, marked("甲乙", Mark(0, 2, kind), Mark(0, 2, "dot")), direction)  # type: ignore[arg-type]
    items = list(paint_line(placed, Inks(HOUSE)))
    line = bounds(next(item for item in items if isinstance(item, Stroke)))
    dots = [bounds(item) for item in items if isinstance(item, Shape)]
    if direction == "horizontal":
        assert all(dot[1] > line[3] + EM // 40 > 100 * PT for dot in dots)
    else:
        assert all(line[2] < 100 * PT - EM // 2 and dot[0] > 100 * PT + EM // 2 for dot in dots)


def test_a_name_within_a_title_has_its_line_nearer(desk: Desk) -> None:
    placed = line_of(desk, marked("甲乙丙", Mark(0, 3, "book"), Mark(0, 2, "name")))
    book, name = [bounds(item) for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, Stroke)]
    assert name[3] < book[1]


def test_a_dot_in_vertical_text_stands_outside_a_reading(desk: Desk) -> None:
    placed = line_of(desk, marked("甲", Mark(0, 1, "ruby", "ab"), Mark(0, 1, "dot")), "vertical")
    items = list(paint_line(placed, Inks(HOUSE)))
    dot = bounds(next(item for item in items if isinstance(item, Shape)))
    reading = next(item for item in items if isinstance(item, GlyphRun) and item.text[0] == "ab")
    assert reading.way == "turned" and reading.x < 100 * PT + EM and dot[0] > 100 * PT + EM


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_lines_go_on_over_tracking_and_part_at_line_ends(desk: Desk, direction: Direction) -> None:
    """专名号 from the first character to the last, with all that is added between them, on each line it touches."""
    shaped = desk.composer.shape(marked("甲" * 20, Mark(8, 12, "name")), "words", direction)
    tracked = replace(shaped, gaps=(EM // 2,) * 20)
    lengths = []
    for line in desk.composer.set_lines(tracked, (15 * EM,), 0, 0):
        for item in paint_line(PlacedLine(tracked, line, 0, 0, 0, direction), Inks(HOUSE)):
            if isinstance(item, Stroke):
                left, top, right, foot = bounds(item)
                lengths.append((right - left) + (foot - top))
    assert [round(length / EM, 2) for length in lengths] == [2.5 - 0.12, 2.5 - 0.12]


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_a_frame_round_a_name(desk: Desk, direction: Direction) -> None:
    """示亡号: ⅛ em round the name, ⅛ em to what stands beside it; two strokes open at a line's end."""
    placed = line_of(desk, marked("甲乙丙丁", Mark(1, 3, "frame")), direction)
    assert placed.line.along == (0, EM + EM // 4, 2 * EM + EM // 4, 3 * EM + EM // 2)
    (frame,) = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, Stroke)]
    left, top, right, foot = bounds(frame)
    along = (left, right) if direction == "horizontal" else (top, foot)
    across = (foot - top) if direction == "horizontal" else (right - left)
    assert [at - 100 * PT for at in along] == [EM + EM // 8, 3 * EM + 3 * EM // 8]
    assert across == EM + EM // 8 and frame.points[0] == frame.points[-1]
    parted = desk.composer.shape(marked("甲" * 30, Mark(8, 28, "frame")), "words", direction)
    lines = desk.composer.set_lines(parted, (10 * EM,), 0, 0)
    strokes = [
        [len(item.points) for item in paint_line(PlacedLine(parted, line, 0, 0, 0, direction), Inks(HOUSE))
         if isinstance(item, Stroke)]
        for line in lines
    ]  # fmt: skip
    assert strokes == [[4], [2, 2], [4], []]


def readings(placed: PlacedLine) -> list[tuple[str, int, int]]:
    """Text, start and end along the line of each reading."""
    own = {d.text: d for d in placed.shaped.decorations}
    runs = [item for item in paint_line(placed, Inks(HOUSE)) if isinstance(item, GlyphRun) and item.text[0] in own]
    return [(run.text[0], run.along[0], run.along[0] + sum(own[run.text[0]].advances)) for run in runs]


def test_readings_stay_within_the_measure_and_apart(desk: Desk) -> None:
    """Over the middle of its character; at the line's ends within it; ¼ em from the next, however the line pushes."""
    text = marked(
        "甲乙丙丁戊己", *(Mark(i, i + 1, "ruby", name) for i, name in ((0, "aaaaaa"), (2, "bb"), (5, "cccccc")))
    )
    shaped = desk.composer.shape(text, "words", "horizontal")
    line = desk.composer.set_lines(shaped, (30 * EM,), 0, 0)[0]
    measure = line.along[-1] + shaped.widths[-1] - shaped.shifts[-1]
    first, middle, last = readings(PlacedLine(shaped, replace(line, measure=measure), 0, 0))
    assert first[1] == 0 and last[2] <= measure
    assert (middle[1] + middle[2]) // 2 == line.along[2] + EM // 2
    squeezed = replace(shaped, widths=tuple(EM for _ in shaped.widths), shifts=(0,) * 6)
    tight = replace(line, along=(0, EM // 2, EM, EM, EM, EM), measure=6 * EM)
    found = readings(PlacedLine(squeezed, tight, 0, 0))
    assert all(two[1] - one[2] >= EM // 4 for one, two in zip(found, found[1:], strict=False))


def test_marks_of_a_divided_paragraph_are_painted_on_their_lines(desk: Desk) -> None:
    shaped = desk.composer.shape(marked("甲" * 20, Mark(8, 12, "dot")), "words", "horizontal")
    lines = desk.composer.set_lines(shaped, (10 * EM,), 0, 0)
    counts = [
        sum(isinstance(item, Shape) for item in paint_line(PlacedLine(shaped, line, 0, 0), Inks(HOUSE)))
        for line in lines
    ]
    assert counts == [2, 2]


def test_layers(desk: Desk) -> None:
    """The ground of the page lies under everything, a frame's ground under its picture, text on top."""
    setting = desk.setting(
        page("a", body(), frame("p", "photo", lines=(1, 6), tint="ink 10%", rule="top")), pictures={"p.jpg": picture()}
    )
    article = flow.set_article(setting, desk.copy(story(say(9), photo(caption="溪边")), "a"))
    made = replace(article.pages[0], ground=PlacedFill(Rect(0, 0, HOUSE.width, HOUSE.height), "ink", 50))
    kinds = [type(item) for item in paint(made, HOUSE, {}).items]
    assert kinds[0] is Fill
    assert kinds == sorted(kinds, key=[Fill, Picture, Stroke, GlyphRun].index)


def test_a_missing_picture_is_a_crossed_box_with_its_name(desk: Desk) -> None:
    article = flow.set_article(
        desk.setting(page("a", frame("p", "photo", lines=(1, 6)), body(lines=(7, 12)))),
        desk.copy(story(say(9), photo("photos/no.jpg")), "a"),
    )
    items = paint(article.pages[0], HOUSE, {}).items
    assert sum(isinstance(item, Stroke) for item in items) == 3
    assert "photos/no.jpg" in "".join("".join(item.text) for item in items if isinstance(item, GlyphRun))


def test_links_lead_to_pages_of_the_same_file_only() -> None:
    held = PlacedFrame(
        "c", "contents", Rect(0, 0, 9, 9), links=(PlacedLink(Rect(0, 0, 9, 1), 7), PlacedLink(Rect(0, 1, 9, 1), 8))
    )
    made = paint(Page(3, "3", "recto", "c", (held,)), HOUSE, {7: 4})
    assert [item.sheet for item in made.items if isinstance(item, Link)] == [4]


def test_an_empty_page(desk: Desk) -> None:
    assert paint(Page(2, "2", "verso", "blank", ()), HOUSE, {}).items == ()


def test_a_page_has_the_ink_of_its_section(desk: Desk) -> None:
    colours = (("ink", BLACK), ("paper", PAPER), ("leaf", Colour(600, 0, 800, 0)))
    house = replace(HOUSE, inks=colours, sections=(("草木", "leaf"),))
    tab = PlacedFrame("tab", "furniture", Rect(0, 0, EM, EM), fills=(PlacedFill(Rect(0, 0, EM, EM), "section", 500),))
    for section, colour in (("草木", Colour(300, 0, 400, 0)), ("水路", Colour(0, 0, 0, 500))):
        sheet = paint(Page(1, "1", "recto", "a", (tab,), section=section), house, {})
        assert [item.colour for item in sheet.items if isinstance(item, Fill)] == [colour]
