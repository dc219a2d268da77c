"""An issue with some keys and templates of its own: the rest is the product's, whatever its design."""

from pathlib import Path

import pytest

from layout.job.build import BuildResult, build
from layout.job.load import load, own_styles, styles_of
from layout.model.colour import Colour
from layout.read.init import make_issue

OWN = {
    "text.toml": '[paragraph.byline]\nlead-mark = "■"\n',
    "house.toml": '[inks]\naccent = "C100"\n',
    "pages/mine.toml": 'extends = "article-open"\nnext = "article-next"\n',
}


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    folder = tmp_path / "issue"
    make_issue(folder)
    plan = folder / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('"article-open"', '"mine"'), "utf-8")
    for name, text in OWN.items():
        file = folder / "styles" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def said(result: BuildResult) -> str:
    return "".join(
        "".join(line.shaped.chars[line.line.start : line.line.end])
        for page in result.pages
        for frame in page.frames
        for line in frame.lines
    )


@pytest.mark.parametrize("design", ["", "quarterly"])
def test_what_an_issue_says_of_its_own_stands_before_the_rest(issue: Path, design: str) -> None:
    plan = issue / "issue.toml"
    plan.write_text((f'design = "{design}"\n' if design else "") + plan.read_text("utf-8"), "utf-8")
    result = build(issue, "none", issue / "build")
    assert not [item for item in result.findings if item.severity == "error"]
    assert {page.template for page in result.pages} >= {"mine"} and "■何" in said(result)
    loaded, _ = load(issue)
    assert loaded and loaded.house.ink("accent") == Colour(1000, 0, 0, 0)


@pytest.mark.fires("READ-KEY")
def test_a_mistake_in_them_is_told_with_its_line(issue: Path) -> None:
    (issue / "styles" / "text.toml").write_text('[paragraph.byline]\nlead-mrk = "■"\n', "utf-8")
    found = build(issue, "none", issue / "build").findings
    assert [(f.code, Path(f.place.path).name, f.place.line) for f in found if f.place] == [("READ-KEY", "text.toml", 2)]


def test_the_digest_knows_them(issue: Path) -> None:
    before, _ = load(issue)
    (issue / "styles" / "text.toml").write_text('[paragraph.byline]\nlead-mark = "●"\n', "utf-8")
    after, _ = load(issue)
    assert before and after and before.digest != after.digest


def test_a_whole_set_is_used_instead(issue: Path) -> None:
    assert own_styles(issue) == issue / "styles" and styles_of(issue) != issue / "styles"
    (issue / "styles" / "press").mkdir()
    assert own_styles(issue) is None and styles_of(issue) == issue / "styles"


@pytest.mark.parametrize("design", ["", "city", "quarterly"])
def test_a_square_stands_before_names_alone(issue: Path, design: str) -> None:
    """Not before posts, nor before those who do a series together, whose styles are like those of names."""
    plan = issue / "issue.toml"
    said_there = plan.read_text("utf-8").replace('templates = ["mine"]', 'templates = ["column-open"]', 1)
    texts = '[entry.text]\ncoorganisers = ["渡口杂志社", "河埠手艺协会"]\njointly = "联办"\n'
    said_there = said_there.replace('section = "市镇"', f'section = "市镇"\n{texts}', 1)
    plan.write_text((f'design = "{design}"\n' if design else "") + said_there, "utf-8")
    result = build(issue, "none", issue / "build")
    marked = [line for line in lines_of(result) if "■" in line[:1]]
    assert marked and all(line.startswith(("■何", "■林")) for line in marked)
    assert {"本刊记者", "联办", "河埠手艺协会"} <= set(lines_of(result))


def lines_of(result: BuildResult) -> list[str]:
    placed = (line for page in result.pages for frame in page.frames for line in frame.lines)
    return ["".join(line.shaped.chars[line.line.start : line.line.end]) for line in placed]


@pytest.mark.parametrize(
    "house",
    [
        '[grid]\nbody = "500pt"\n',
        '[grid]\nbody = "100pt"\n[margins]\nfoot = "26mm"\n',
        '[sheet]\nwidth = "60mm"\nheight = "90mm"\n',
        '[sheet]\nwidth = "297mm"\nheight = "420mm"\n[grid]\nrows = 8\n',
        '[grid]\nrows = 80\nrow = "8pt"\nbody = "6pt"\n',
        '[margins]\ninner = "200mm"\n',
    ],
)
def test_absurd_values_are_told_where_they_stand(issue: Path, house: str) -> None:
    (issue / "styles" / "house.toml").write_text(house, "utf-8")
    found = build(issue, "none", issue / "build").findings
    assert found and all(item.place and item.text("zh") for item in found)
    assert any(item.place and item.place.path.endswith("issue/styles/house.toml") for item in found)


TRIMS = {
    "148x210": ("148mm", "210mm", "15mm", "16mm", "14mm", "9pt", "14pt"),
    "185x260": ("185mm", "260mm", "20mm", "22mm", "17mm", "10pt", "17pt"),
    "A4": ("210mm", "297mm", "20mm", "26mm", "17mm", "10.5pt", "19pt"),
}
"""width, height, head, foot, inner and outer, body, row"""
CITY = {"148x210": ("11pt", "8pt"), "185x260": ("13pt", "9pt"), "A4": ("15pt", "9.5pt")}
"""row, body"""


@pytest.mark.silent("READ-GRID-LESS", "READ-SUITS")
@pytest.mark.parametrize(("design", "rows"), [("", 36), ("quarterly", 36), ("city", 46)])
@pytest.mark.parametrize("trim", TRIMS)
def test_a_trim_of_ones_own_with_automatic_templates(trim: str, design: str, rows: int, tmp_path: Path) -> None:
    """House templates that need more rows than the page has are passed over, not told."""
    make_issue(tmp_path)
    plan = tmp_path / "issue.toml"
    text = plan.read_text("utf-8").replace('templates = ["article-open"]', "")
    plan.write_text((f'design = "{design}"\n' if design else "") + text, "utf-8")
    width, height, head, foot, side, body, row = TRIMS[trim]
    if design == "city":  # its rows are closer
        row, body = CITY[trim]
    house = f'[sheet]\nwidth = "{width}"\nheight = "{height}"\n[margins]\nhead = "{head}"\nfoot = "{foot}"\n'
    house += f'inner = "{side}"\nouter = "{side}"\n[grid]\nbody = "{body}"\nrow = "{row}"\nrows = {rows}\n'
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.toml").write_text(house, "utf-8")
    result = build(tmp_path, "none", tmp_path / "build")
    assert result.pages and not [str(item) for item in result.findings if item.severity == "error"]
