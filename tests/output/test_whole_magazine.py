"""A magazine of sixty-four pages in the house's templates, every kind of story at its printed length, none made to
measure: it fills the pages it is given, nothing is lost or doubled, the contents agree, a printer would take it;
once with templates named, once with templates chosen for each story."""

import re
from collections import Counter, defaultdict

import pytest

from layout.check import run_pdf
from layout.job.build import BuildResult, build
from layout.job.load import Loaded, load
from layout.model.page import Page, PlacedFrame
from layout.model.story import Box, Paragraph, Photo
from tests.output import magazine

Whole = tuple[Loaded, BuildResult]
ASIDE = ("story", "furniture")
"""What frames take that hold nothing of boxes, captions and heads; nor do those with texts of the plan, `text:…`."""
LEVEL = 4
"""Rows by which the columns of a last page may differ: a subhead, the row above it and the two lines it keeps below it
move as one."""


@pytest.fixture(scope="module", params=["named", "chosen"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("magazine")
    magazine.write(folder, chosen=request.param == "chosen")
    loaded, _ = load(folder)
    assert loaded
    return loaded, build(folder, "press", folder / "build")


def bare(text: str) -> str:
    return re.sub(r"[\s　■]", "", text)


def said(frame: PlacedFrame) -> str:
    return bare("".join("".join(line.shaped.chars[line.line.start : line.line.end]) for line in frame.lines))


def pages_of(result: BuildResult) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = defaultdict(list)
    for page in result.pages:
        found[page.story].append(page)
    return found


def test_nothing_is_wrong(whole: Whole) -> None:
    _, result = whole
    assert {f.code for f in result.findings} <= {"PAGE-UNDERSET", "LINES-LOOSE", "IMG-02"}


def test_every_story_has_its_pages(whole: Whole) -> None:
    loaded, result = whole
    found = pages_of(result)
    for entry in loaded.plan.entries:
        assert entry.kind == "page" or len(found[entry.name]) == entry.pages, entry.name


def test_nothing_is_lost_or_doubled(whole: Whole) -> None:
    """Running text is there in the manuscript's order; of boxes, captions and heads every character, and no more."""
    loaded, result = whole
    for slug, pages in pages_of(result).items():
        if not slug:
            continue
        story = loaded.stories[slug]
        running = "".join(said(f) for page in pages for f in page.frames if f.takes == "story")
        aside = [said(f) for page in pages for f in page.frames if f.takes not in ASIDE and ":" not in f.takes]
        written = [block for block in story.blocks if isinstance(block, Paragraph)]
        boxes = [block for block in story.blocks if isinstance(block, Box)]
        photos = [block for block in story.blocks if isinstance(block, Photo)]
        text = "".join(bare(p.text) for p in written)
        assert running.endswith(text), slug
        others = "".join(aside) + running.removesuffix(text)
        edges = "".join(said(f) for page in pages for f in page.frames if f.takes == "furniture")
        heads = [p for p in story.heading if p.role != "label" or bare(p.text) not in edges]
        apart = [
            *heads,
            *(p for box in boxes for p in (box.title, *box.blocks)),
            *(p for x in photos for p in (x.caption, x.credit)),
        ]
        assert Counter(others) == Counter("".join(bare(p.text) for p in apart if p)), slug


def test_contents_agree_with_the_pages(whole: Whole) -> None:
    loaded, result = whole
    listed = [frame for page in result.pages for frame in page.frames if frame.takes == "contents"]
    shown = {entry.name for entry in loaded.plan.entries if entry.listed and entry.kind != "page"}
    firsts = [pages[0].number for slug, pages in pages_of(result).items() if slug in shown]
    assert sorted(link.page for frame in listed for link in frame.links) == firsts
    figures = [int(n) for frame in listed for n in re.findall(r"\d+", " ".join(map(one_line, frame.lines)))]
    assert sorted(figures) == firsts
    titles = "".join(said(frame) for frame in listed)
    assert all(bare(story.title) in titles for slug, story in loaded.stories.items() if slug in shown)


def one_line(line: object) -> str:
    return bare("".join(line.shaped.chars[line.line.start : line.line.end]))  # type: ignore[attr-defined]


def test_last_pages_end_level(whole: Whole) -> None:
    _, result = whole
    for slug, pages in pages_of(result).items():
        feet: dict[str, int] = {}
        for frame in pages[-1].frames:
            if frame.takes == "story" and frame.lines and not frame.displaced_by:
                feet[frame.name] = frame.lines[-1].row
        rest = list(feet.values())[:-1]  # the last one takes what is left
        assert not slug or not rest or max(feet.values()) - min(rest) <= LEVEL, (slug, feet)


@pytest.mark.fires("IMG-02")
def test_a_printer_would_take_it(whole: Whole) -> None:
    loaded, result = whole
    (press,) = result.made
    assert {f.code for f in run_pdf(press.read_bytes(), loaded.press)} <= {"IMG-02"}
