"""Boxes that are longer than a column: they are divided in the text, or it is told that they have no room."""

from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from layout.model.finding import Finding
from layout.model.page import Page
from tests.output.odd_photos import Told, write_issue

POINT = "水位尺每天看两回，早上八点一回，下午五点一回，看的人换过三个，尺没有换过。"


def points(count: int) -> str:
    """So many key points of some 110 characters."""
    return "::: keypoints\n" + "".join(f"- {POINT * 3}\n" for _ in range(count)) + ":::"


def set_issue(folder: Path, told: Told, own: str = "") -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """`own`: a template of the issue's own."""
    issue = write_issue(folder, told)
    if own:
        (issue / "styles" / "pages").mkdir(parents=True)
        (issue / "styles" / "pages" / "mine.toml").write_text(own, encoding="utf-8")
    return pages_of(issue)


def lowest(pages: tuple[Page, ...]) -> int:
    return max(line.y for page in pages for frame in page.frames if frame.takes != "furniture" for line in frame.lines)


def said(pages: tuple[Page, ...]) -> int:
    """How often the point stands on the pages."""
    lines = (line for page in pages for frame in page.frames if frame.takes != "furniture" for line in frame.lines)
    text = "".join("".join(one.shaped.chars[one.line.start : one.line.end]) for one in lines)
    return text.count("尺没有换过")


@pytest.mark.parametrize("count", [2, 5, 8])
def test_key_points_of_any_length_stand_on_the_page(tmp_path: Path, count: int) -> None:
    pages, found = set_issue(tmp_path / "i", Told(900, end=points(count)))
    assert not [item.text() for item in found if item.code.startswith("PAGE-")]
    assert said(pages) == 3 * count
    assert lowest(pages) < 260 * 360_000


BOX = (
    'extends = "page"\n[[frame]]\nname = "box"\ntakes = "box"\ncolumns = "3"\nlines = "{lines}"\ndisplaces = "lines"\n'
)
TEXT = '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "1-36"\nlinked = true\nroles = ["title"]\n'


def test_in_a_template_of_ones_own_too_they_are_divided(tmp_path: Path) -> None:
    """The frame would be as high as it must, but the page is not."""
    told = Told(900, plan='templates = ["mine"]', end=points(6))
    pages, found = set_issue(tmp_path / "i", told, BOX.format(lines="-36") + TEXT)
    assert "PAGE-FRAME-FULL" not in {item.code for item in found}
    assert said(pages) == 18 and lowest(pages) < 260 * 360_000


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_frame_that_is_drawn_too_low_is_told(tmp_path: Path) -> None:
    told = Told(900, plan='templates = ["mine"]', end=points(2))
    _, found = set_issue(tmp_path / "i", told, BOX.format(lines="30-36") + TEXT)
    assert "PAGE-FRAME-FULL" in {item.code for item in found}
