"""What running heads, folios and jump lines name in braces: known, or an error with the names there are."""

from pathlib import Path

import pytest

from layout.job.load import load
from layout.model.finding import Finding
from layout.read.init import make_issue

TEMPLATE = (
    'extends = "article-open"\n[[furniture]]\nname = "own"\ntext = "{TEXT}"\nstyle = "folio"\nedge = "outer"\n'
    'along = "18mm"\ndown = "12mm"\n'
)


def issue(folder: Path, text: str, house: str = "") -> Path:
    make_issue(folder)
    (folder / "styles" / "pages").mkdir(parents=True)
    (folder / "styles" / "pages" / "mine.toml").write_text(TEMPLATE.replace("{TEXT}", text), "utf-8")
    (folder / "styles" / "house.toml").write_text(house, "utf-8")
    plan = folder / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('"article-open"', '"mine"', 1), "utf-8")
    return folder


def told(folder: Path) -> list[Finding]:
    _, findings = load(folder)
    return [item for item in findings if item.code == "READ-NAME"]


@pytest.mark.fires("READ-NAME")
def test_a_name_that_no_page_has_words_for(tmp_path: Path) -> None:
    (item,) = told(issue(tmp_path / "issue", "第{pagenumber}页 {folio}"))
    assert item.severity == "error"
    assert item.place and (Path(item.place.path).name, item.place.line) == ("mine.toml", 4)
    assert dict(item.values)["name"] == "{pagenumber}" and "{folio}" in dict(item.values)["known"]
    assert "{pagenumber}" in item.text("en") and "{pagenumber}" in item.text("zh")


@pytest.mark.fires("READ-NAME")
def test_a_jump_line_names_pages_only(tmp_path: Path) -> None:
    (item,) = told(issue(tmp_path / "issue", "{folio}", 'jump-to = "下转{page}"\n'))
    assert item.place and (Path(item.place.path).name, item.place.line) == ("house.toml", 1)


@pytest.mark.silent("READ-NAME")
def test_known_names_and_those_of_the_plan(tmp_path: Path) -> None:
    names = "{section}{section-number}{series}{label}{folio}{folio-han}{folio-circled}{title}{magazine}{number}{date}"
    folder = issue(tmp_path / "issue", f"{names}{{issn}}", 'jump-to = "下转{folio-han}"\n')
    plan = folder / "issue.toml"
    plan.write_text(plan.read_text("utf-8") + '\n[data]\nissn = "1000-0000"\n', "utf-8")
    assert told(folder) == []
