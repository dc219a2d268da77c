"""The law “Proof”: nothing in a manuscript, plan, style or picture stops a proof, and nothing wrong goes to press."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.job.build import BuildResult, build
from layout.job.load import load
from layout.model.page import AWAITED
from tests import damage

Change = tuple[str, str, str]
"""A file of the issue, what stands in it, and what takes its place; nothing stands there: it is added at the end."""

PLAN, FIRST, SECOND = "issue.toml", *damage.MANUSCRIPTS
CHANGES: dict[str, tuple[Change, str]] = {
    "an attribute that there is not": ((FIRST, "{columns=2}", "{width=50%}"), "READ-ATTRIBUTE"),
    "front matter that is no TOML": ((FIRST, 'kicker = "市镇"', "kicker = “市镇”"), "READ-TOML-MARK"),
    "front matter that is not closed": ((FIRST, '"本刊记者"\n+++', '"本刊记者"\n'), "READ-FRONT-OPEN"),
    "no front matter": ((FIRST, "+++\ntitle", "title"), "READ-FRONT"),
    "an entry without a name": ((PLAN, 'story = "zaoshi"', ""), "READ-ENTRY"),
    "an entry that is two things": ((PLAN, 'story = "zaoshi"', 'story = "zaoshi"\npage = "plate"'), "READ-ENTRY"),
    "a story's name that is a path": ((PLAN, 'story = "zaoshi"', 'story = "../zaoshi"'), "READ-SLUG"),
    "a template that there is not": ((PLAN, '["article-open"]', '["no-such"]'), "READ-TEMPLATE"),
    "a page that there is not": ((PLAN, 'page = "plate"', 'page = "no-such"'), "READ-TEMPLATE"),
    "a value of the wrong kind": ((PLAN, 'section = "河流"', "section = 3\npages = []"), "READ-TYPE"),
    "a design that there is not": ((PLAN, 'slug = "sunhuai"', 'slug = "sunhuai"\ndesign = "no"'), "READ-DESIGN"),
    "no slug": ((PLAN, 'slug = "sunhuai"', ""), "READ-NEEDED"),
    "two starts at once": ((PLAN, 'start = "recto"', 'start = "recto"\nat = 8'), "READ-SIDE"),
    "styles that are no TOML": (("styles/house.toml", "", "[grid\n"), "READ-TOML"),
    "a size that is none": (("styles/text.toml", "", '[paragraph.title]\nsize = "big"\n'), "READ-LENGTH"),
    "a font that there is not": (("styles/text.toml", "", '[paragraph.body]\nhan = "fangsong"\n'), "FONT-UNKNOWN"),
    "an order of fonts that are not there": (("styles/fonts.toml", "", 'fallback = ["none"]\n'), "FONT-UNKNOWN"),
    "a template that is no TOML": (("styles/pages/article-open.toml", "", "= 3\n"), "READ-TOML"),
    "an ink that is none": (("styles/house.toml", "", '[inks]\nink = "black"\n'), "READ-TYPE"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("law") / "whole"
    damage.make(folder)
    return folder


@pytest.fixture
def issue(whole: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(whole, tmp_path / "issue")
    yield tmp_path / "issue"


def change(issue: Path, change: Change) -> None:
    name, old, new = change
    file = issue / name
    file.parent.mkdir(parents=True, exist_ok=True)
    text = file.read_text("utf-8") if file.is_file() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def errors(result: BuildResult) -> list[str]:
    return [item.code for item in result.findings if item.severity == "error"]


def lines(result: BuildResult) -> str:
    """All that stands on the pages, a line after another."""
    every = (line for page in result.pages for frame in page.frames for line in frame.lines)
    return "\n".join("".join(line.shaped.chars[line.line.start : line.line.end]) for line in every)


def bare(text: str) -> str:
    """Without what the page may set otherwise: spaces, line ends, the bullets of a list."""
    return re.sub(r"[\s•]", "", text)


def test_the_whole_issue_has_no_errors(issue: Path, tmp_path: Path) -> None:
    """Without damage there are press files, so that what follows is the damage's doing."""
    result = build(issue, "all", tmp_path / "out")
    assert errors(result) == [] and len(result.made) == 3


@pytest.mark.parametrize("case", CHANGES)
def test_the_rest_is_set(case: str, issue: Path) -> None:
    """What was not touched stands on the pages: the beginning of each of its paragraphs."""
    one, code = CHANGES[case]
    untouched, _ = load(issue)
    change(issue, one)
    result = build(issue, "none", issue / "out")
    assert code in errors(result)
    said = bare(lines(result))
    assert untouched
    for name, story in untouched.stories.items():
        if name not in one[2] + one[1] and name not in one[0]:
            assert all(bare(paragraph.text)[:20] in said for paragraph in story.text)
    assert len(result.pages) >= 5


def test_an_unknown_attribute_takes_nothing_away(issue: Path, tmp_path: Path) -> None:
    """The photo stands in its caption's company, as if the attribute were not there."""
    change(issue, (FIRST, "{columns=2}", "{width=50%}"))
    result = build(issue, "all", tmp_path / "out")
    shown = {picture.path for page in result.pages for frame in page.frames for picture in frame.pictures}
    assert "photos/wide.jpg" in shown
    assert [path.name for path in result.made] == ["sunhuai-1-proof.pdf"]
    with pikepdf.open(result.made[0]) as pdf:
        assert len(pdf.pages) == len(result.pages)


def test_front_matter_keeps_the_lines_that_can_be_read(issue: Path) -> None:
    change(issue, (FIRST, 'kicker = "市镇"', "kicker = “市镇”"))
    said = lines(build(issue, "none", issue / "out"))
    assert "桥头早市" in said and "欧阳汀" in said.replace("　", "")


def test_a_manuscript_that_is_no_text_keeps_marked_pages(issue: Path) -> None:
    (issue / SECOND).write_bytes("看水尺的人".encode("gbk"))
    change(issue, (PLAN, 'section = "河流"', 'section = "河流"\npages = 2'))
    result = build(issue, "none", issue / "out")
    kept = [page for page in result.pages if page.template == AWAITED]
    assert errors(result) == ["READ-UTF8"] and len(kept) == 2
    assert "有误　shuibiao　1/2" in lines(result)


@pytest.mark.fires("READ-NOTHING")
def test_a_plan_without_entries_is_a_page_that_says_so(issue: Path, tmp_path: Path) -> None:
    text = (issue / PLAN).read_text("utf-8")
    (issue / PLAN).write_text(text.partition("[[entry]]")[0], "utf-8")
    result = build(issue, "all", tmp_path / "out")
    assert "READ-NOTHING" in errors(result) and len(result.pages) == 1 and "有误" in lines(result)


def test_a_whole_set_of_styles_that_lacks_everything(issue: Path, tmp_path: Path) -> None:
    """The product's house, styles and printer stand in; pages whose templates are not there say so."""
    (issue / "styles" / "press").mkdir(parents=True)
    result = build(issue, "all", tmp_path / "out")
    assert [path.name for path in result.made] == ["sunhuai-1-proof.pdf"]
    assert {"READ-MISSING", "READ-TEMPLATE"} <= set(errors(result)) and lines(result).count("有误") >= 4


@pytest.mark.fires("READ-STANDBY")
def test_where_all_stand_by_all_are_set(issue: Path) -> None:
    text = (issue / PLAN).read_text("utf-8").replace("\n[[entry]]\n", '\n[[entry]]\nwhen = "filling"\n')
    (issue / PLAN).write_text(
        text.replace('\npart = "cover"', '\npart = "cover"\n').replace('start = "recto"', ""), "utf-8"
    )
    result = build(issue, "none", issue / "out")
    assert "READ-STANDBY" in errors(result) and "桥头早市" in lines(result) and "看水尺" in lines(result)


@pytest.mark.silent("READ-STANDBY", "READ-NOTHING", "PAGE-AWAITED")
def test_a_plan_with_one_that_stands_by_is_in_order(issue: Path) -> None:
    change(issue, (PLAN, 'page = "plate"', 'page = "plate"\nwhen = "filling"'))
    assert errors(build(issue, "none", issue / "out")) == []


def test_a_grid_of_three_rows_comes_to_an_end(issue: Path, tmp_path: Path) -> None:
    """No page has room for a line or a photo; what found none is shown at the end."""
    change(issue, ("styles/house.toml", "", "[grid]\nrows = 3\n"))
    assert build(issue, "proof", tmp_path / "out").made


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9), many=st.integers(1, 3))
def test_no_damage_stops_a_proof(seed: int, many: int, whole: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is done to an issue, short of a plan that is no TOML: a proof of it is written, and with an error
    nothing else."""
    folder = tmp_path_factory.mktemp("damaged")
    issue, chance = folder / "issue", random.Random(seed)
    shutil.copytree(whole, issue)
    done = [damage.damage(issue, chance.choice) for _ in range(many)]
    result = build(issue, "all", whole.parent / "out")  # the same for all, for the sake of its cache
    made = {path.name.rpartition("-")[2] for path in result.made}
    assert "proof.pdf" in made, (done, errors(result))
    assert made == {"proof.pdf", *(["press.pdf"] if not errors(result) else [])}, done
    shutil.rmtree(folder)
