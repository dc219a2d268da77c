"""docs/pages.md against templates, readers, sample issue and tests: a row that lacks one, or names what does not exist,
fails; what a row says is looked for on its sample pages."""

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from layout.model.glyphs import line_text
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.units import MM, PT
from layout.read import frame_keys, frames, heading, house, photo, plan, sheet, templates
from layout.read.body import BOX_KINDS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COUNT = 53
"""Rows of the inventory."""
WORDS = (
    *("spread", "even", "over", "beside", "outline", "run-on", "filling"),
    *("text:name", "qr:name", *BOX_KINDS, *(f"::: {kind}" for kind in BOX_KINDS)),
)
"""Values and marks that rows name beside keys."""
KEYS = {
    *(*house.KEYS, *sheet.PARAGRAPH, *sheet.CHARACTER, *sheet.NEEDED, *sheet.NEEDED_CHARACTERS),
    *(*templates.KEYS, *templates.GRID, *frame_keys.FRAME, *frames.FURNITURE, *frame_keys.TAKES, *plan.KEYS),
    *(*plan.ENTRY, *heading.KEYS, *heading.ROLES, *photo.ATTRIBUTES, *WORDS),
}


def rows() -> list[list[str]]:
    found = re.findall(r"^\|(.+)\|$", (DOCS / "pages.md").read_text("utf-8"), re.MULTILINE)
    cells = [[cell.strip() for cell in row.split(" |")] for row in found]
    return [row for row in cells if re.fullmatch(r"\d+|[A-Z]", row[0])]


ROWS = {row[0]: row for row in rows()}


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def sample_pages(row: str) -> list[tuple[str, int]]:
    return [(story, int(page)) for story, page in re.findall(r"`([\w-]+)` (\d+)", ROWS[row][4])]


@pytest.fixture(scope="module")
def sample() -> dict[str, list[Page]]:
    """Story, or template of a page without one → its pages."""
    found: dict[str, list[Page]] = defaultdict(list)
    for page in pages_of(ROOT / "issue")[0]:
        found[page.story or page.template].append(page)
    return found


def test_every_row_once() -> None:
    assert [row[0] for row in rows()] == list(ROWS)
    assert [row for row in ROWS if row.isdigit()] == [str(number) for number in range(1, COUNT + 1)]
    assert {len(row) for row in rows()} == {6}


@pytest.mark.parametrize("row", ROWS)
def test_nothing_is_missing(row: str) -> None:
    """A template, keys or marks, a sample page, and a golden dump."""
    _, told, pages, keys, shown, tests = ROWS[row]
    assert told and keys
    assert "not yet" not in " ".join(ROWS[row]).lower()
    assert quoted(pages) and sample_pages(row)
    assert len(sample_pages(row)) == len(quoted(shown))
    golden = [ROOT / name for name in quoted(tests) if re.fullmatch(r"tests/pages/[\w-]+", name)]
    assert golden
    assert all((folder / "expected.txt").is_file() for folder in golden)


@pytest.mark.parametrize("row", ROWS)
def test_templates_and_tests_exist(row: str) -> None:
    assert all((ROOT / "styles" / "pages" / f"{name}.toml").is_file() for name in quoted(ROWS[row][2]))
    for name in quoted(ROWS[row][5]):
        path, _, function = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not function or f"def {function}(" in (ROOT / path).read_text("utf-8"), name


@pytest.mark.parametrize("row", ROWS)
def test_keys_and_marks_exist(row: str) -> None:
    manuscripts = (DOCS / "manuscripts.md").read_text("utf-8")
    text = (ROOT / "styles" / "text.toml").read_text("utf-8")
    styles = set(re.findall(r"^\[(?:paragraph|character)\.([\w-]+)\]", text, re.MULTILINE))
    for token in quoted(ROWS[row][3]):
        assert token in KEYS or token in styles or f"`{token}`" in manuscripts, token


@pytest.mark.parametrize("row", ROWS)
def test_sample_pages_have_the_template(row: str, sample: dict[str, list[Page]]) -> None:
    for story, page in sample_pages(row):
        assert page <= len(sample[story]), f"{story} has {len(sample[story])} pages"
    assert {sample[story][page - 1].template for story, page in sample_pages(row)} <= set(quoted(ROWS[row][2]))


def lines(page: Page, *takes: str) -> list[PlacedLine]:
    return [line for frame in page.frames if not takes or frame.takes in takes for line in frame.lines]


def says(pattern: str, *takes: str) -> Callable[[Page], bool]:
    """A line of one of these frames, or of any, in which this is found."""
    return lambda page: any(re.search(pattern, line_text(one.shaped, one.line)) for one in lines(page, *takes))


def styled(name: str) -> Callable[[Page], bool]:
    return lambda page: any(line.shaped.style.name == name for line in lines(page))


def taken(takes: str) -> Callable[[Page], bool]:
    return lambda page: any(frame.takes == takes for frame in page.frames)


def measures(page: Page) -> set[int]:
    """Of running text as wide as its column, in thousandths of 10.5 pt."""
    found = (line.line.measure for line in lines(page, "story") if line.shaped.style.name == "body")
    return {round(1000 * measure / (10.5 * PT)) for measure in found}


def pictures(page: Page) -> list[PlacedFrame]:
    return [frame for frame in page.frames if frame.pictures]


def off_the_edges(page: Page) -> bool:
    """One picture and nothing else, over the whole page and its bleed."""
    frames = pictures(page)
    box = frames[0].pictures[0].box
    return len(page.frames) == 1 and box.x < 0 and box.y < 0 and box.right > 210 * MM and box.foot > 285 * MM


def both_ways(page: Page) -> bool:
    """Text runs round: lines of one column differ in measure."""
    return any(len({line.line.measure for line in frame.lines}) > 2 for frame in page.frames if frame.takes == "story")


def noted(page: Page) -> bool:
    """Notes stand in several columns and begin on one line."""
    told = [[line.y for line in frame.lines if line.shaped.style.name == "note"] for frame in page.frames]
    first = [min(lines) for lines in told if lines]
    return len(first) > 2 and len(set(first)) == 1


def rows_apart(page: Page) -> int:
    """The distance of two lines of running text."""
    ys = [line.y for frame in page.frames if frame.takes == "story" for line in frame.lines]
    return min(b - a for a, b in zip(ys, ys[1:], strict=False) if b > a)


SERIES = "水边的手艺|墙根草木"
SEEN: dict[str, Callable[[Page], bool]] = {
    "1": lambda page: any(14500 < measure < 15000 for measure in measures(page)),
    "2": lambda page: measures(page) and all(15000 <= measure <= 15300 for measure in measures(page)),
    "5": says("^本刊记者　", "contents"),
    "7": says(SERIES, "contents"),
    "9": says("^联办$"),
    "10": says(SERIES),
    "12": says("^两岸短讯$"),
    "20": lambda page: any(line.shaped.style.outline for line in lines(page, "title", "heading")),
    "21": lambda page: any(line.shaped.style.outline for line in lines(page, "photo")),
    "22": styled("keypoint"),
    "23": styled("keypoint"),
    "24": styled("figure-number"),
    "26": lambda page: any(line.shaped.style.lead_mark == "■" for line in lines(page, "heading")),
    "30": styled("subhead"),
    "33": says("^●"),
    "34": says("——$"),
    "35": says("^——", "story"),
    "37": styled("tail"),
    "39": styled("caption-paragraph"),
    "40": lambda page: any(frame.codes for frame in page.frames),
    "43": off_the_edges,
    "51": says("[A-Za-z]-$", "story"),
    "53": says("“.+　.+”"),
    "A": lambda page: any(
        box.x < 0 or box.right > 210 * MM for frame in pictures(page) for box in [frame.pictures[0].box]
    ),
    "B": both_ways,
    "H": says("[①-⑳]"),
    "I": says("^[〇一二三四五六七八九十]+$", "furniture"),
    "J": lambda page: {frame.direction for frame in page.frames if frame.takes == "story"} == {"vertical"},
    "L": lambda page: sum(frame.name.startswith("teaser") for frame in page.frames) > 1,
    "M": taken("advert"),
    "Q": taken("filler"),
    "S": taken("advert"),
    "T": lambda page: any(line.shaped.style.cut_in for line in lines(page, "story")),
    "U": lambda page: noted(page) and both_ways(page),
    "W": says("^先认得水$|桂一苇", "heading"),
    "V": lambda page: 12 * PT < rows_apart(page) < 13 * PT,
}
"""What a row says, where it can be seen, on each of its sample pages …"""
ONCE = {"5", "7", "35", "37", "51"}
"""… or on one of them."""


@pytest.mark.parametrize("row", SEEN)
def test_the_sample_shows_it(row: str, sample: dict[str, list[Page]]) -> None:
    shown = [SEEN[row](sample[story][page - 1]) for story, page in sample_pages(row)]
    assert any(shown) if row in ONCE else all(shown), shown


def test_a_paragraph_changes_its_measure_over_the_page(sample: dict[str, list[Page]]) -> None:
    """Row 46: the paragraph that ends one sample page begins the next, in another measure."""
    first, second = (sample[story][page - 1] for story, page in sample_pages("46"))
    last, following = lines(first, "story")[-1], lines(second, "story")[0]
    assert last.shaped.paragraph.source.place(0) == following.shaped.paragraph.source.place(0)
    assert last.line.measure != following.line.measure


def test_a_story_says_where_it_goes_on(sample: dict[str, list[Page]]) -> None:
    """Row K."""
    first, second = (sample[story][page - 1] for story, page in sample_pages("K"))
    assert says(f"下转第{second.number}页")(first)
    assert says(f"上接第{first.number}页")(second)
