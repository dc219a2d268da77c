"""Several frames for running text on one page: the text fills them in order."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.texts.desk import FILLING, Issue, codes, paragraphs, text_of, text_on

PAGE = 'extends = "page"\nwithout = ["running-head", "issue-line"]\n'
HEAD = '[[frame]]\nname = "head"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-6"\n'


def text_frame(name: str, columns: str, lines: str, more: str = "") -> str:
    return (
        f'[[frame]]\nname = "{name}"\ntakes = "story"\ncolumns = "{columns}"\nlines = "{lines}"\nlinked = true\n{more}'
    )


SHAPES = {
    "beside": text_frame("left", "1", "9-20") + text_frame("right", "3", "9-36"),
    "stacked": text_frame("upper", "1-3", "9-18") + text_frame("lower", "1-3", "24-36"),
    "columns": text_frame("left", "1-2", "9-36", 'balance = "last"\n') + text_frame("right", "3", "12-36"),
    "mirrored": text_frame("wide", "1-2", "9-36") + text_frame("slim", "3", "9-30"),
    "vertical": text_frame("upper", "1-3", "9-20", 'direction = "vertical"\n')
    + text_frame("lower", "1-3", "23-36", 'direction = "vertical"\n'),
}
BODY = "\n\n".join(f"第{at}段。{FILLING}" for at in range(50))


def expected(body: str) -> str:
    return body.replace("\n", "")


@pytest.mark.silent("READ-LINKED", "PAGE-OVERSET")
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [20, 50])
def test_the_text_fills_them_in_order(tmp_path: Path, shape: str, count: int) -> None:
    issue = Issue(tmp_path)
    mirror = "mirror = true\n" if shape == "mirrored" else ""
    issue.template("several", PAGE + mirror + HEAD + SHAPES[shape])
    body = "\n\n".join(BODY.split("\n\n")[:count])
    issue.story("a", 'title = "渡口的灯"', body, 'templates = ["several"]')
    pages, found = issue.set()
    told = "".join(text_of(line) for page in pages for f in page.frames if f.takes == "story" for line in f.lines)
    assert told == expected(body) and not codes(found)
    for page in pages[:-1]:
        assert {f.name.partition(".")[0] for f in page.frames if f.takes == "story" and f.lines} == {
            part.split('"')[1] for part in SHAPES[shape].split("name = ")[1:]
        }


def test_columns_of_a_mirrored_page_run_from_left_to_right(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template("several", PAGE + "mirror = true\n" + HEAD + SHAPES["mirrored"])
    issue.story("a", 'title = "渡口的灯"', BODY, 'templates = ["several"]')
    pages, _ = issue.set()
    for page in pages:
        lefts = [f.box.x for f in page.frames if f.takes == "story"]
        assert all(one < other for one, other in pairwise(lefts))


def test_the_end_mark_is_that_of_the_frame_in_which_the_text_ends(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template(
        "several", PAGE + HEAD + text_frame("left", "1", "9-12") + text_frame("right", "3", "9-36", 'end-mark = "■"\n')
    )
    issue.story("a", 'title = "渡口的灯"', "短。", 'templates = ["several"]')
    issue.story("b", 'title = "渡口的灯"', paragraphs(4), 'templates = ["several"]')
    pages, _ = issue.set()
    assert [text_on([page]).count("■") for page in pages] == [0, 1]


@pytest.mark.fires("READ-LINKED")
@pytest.mark.parametrize(
    ("more", "key"),
    [('direction = "vertical"\n', "direction"), ('roles = ["title"]\n', "roles"), ("initial = 3\n", "initial")],
)
def test_what_only_the_first_can_have(tmp_path: Path, more: str, key: str) -> None:
    issue = Issue(tmp_path)
    issue.template("several", PAGE + HEAD + text_frame("left", "1", "9-36") + text_frame("right", "3", "9-36", more))
    issue.story("a", 'title = "渡口的灯"', FILLING, 'templates = ["several"]')
    _, found = issue.set()
    (told,) = [item for item in found if item.code == "READ-LINKED"]
    assert dict(told.values)["key"] == key and told.place and told.place.path.endswith("several.toml")
