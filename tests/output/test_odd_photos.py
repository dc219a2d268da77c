"""Stories with photos of all shapes and numbers: none is lost, none cut hard without a word, none over text."""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame, PlacedLine
from tests.output.odd_photos import SHAPES, Told, pictures, share, write_issue

LEAST = 0.6
"""Of a photo, where nothing is told."""
TRIMS = (
    "",
    '[sheet]\nwidth = "210mm"\nheight = "297mm"\n',
    '[sheet]\nwidth = "185mm"\nheight = "260mm"\n[margins]\nhead = "6mm"\nfoot = "6mm"\n[grid]\nrow = "{row}"\n',
)
LONG = "照片的说明也可以很长，要写两三行才写得完，因为照片里的人很多，从左到右都要说到。"


@pytest.mark.parametrize(("design", "characters"), [("", 740), ("", 900), ("quarterly", 800), ("city", 1200)])
def test_a_page_that_holds_a_photo_is_not_saved(tmp_path: Path, design: str, characters: int) -> None:
    """A few lines and a photo on the second page: the lines could be pulled back, the photo could not."""
    told = Told(characters, ("wide", "wide"), 'templates = ["article-open"]')
    pages, found = pages_of(write_issue(tmp_path / "i", told, design=design))
    assert len(pages) == 2 and len(pictures(pages)) == 2
    assert not [item.text() for item in found if item.code == "PAGE-PHOTO-LEFT"]


def test_a_teaser_on_a_page_that_follows_is_announced(tmp_path: Path) -> None:
    folder = write_issue(tmp_path / "i", Told(400, ("wide",), 'teaser = "photos/wide.jpg"'))
    plan = folder / "issue.toml"
    contents = '[[entry]]\npage = "contents-spread"\npages = 2\n'
    plan.write_text(plan.read_text("utf-8").replace("[[entry]]", contents + "[[entry]]", 1), encoding="utf-8")
    pages, found = pages_of(folder)
    assert [page.template for page in pages[:2]] == ["contents-spread", "contents-next"]
    assert [frame.name for frame in pages[1].frames if frame.pictures] == ["teaser"]
    assert not [item.text() for item in found if item.code == "PAGE-PHOTO-LEFT"]


def test_a_panorama_goes_over_all_columns_and_a_strip_upright(tmp_path: Path) -> None:
    told = Told(1500, ("wide", "tall", "panorama", "strip", "square"), told="{columns=3}")
    pages, found = pages_of(write_issue(tmp_path / "i", told))
    assert not [item.text() for item in found if item.code.startswith("PAGE-")]
    shown = {Path(one.path).stem: one for one in pictures(pages)}
    assert len(shown) == 5 and all(share(one) >= LEAST for one in shown.values())
    assert shown["panorama"].box.width > 170 * 360_000
    assert shown["strip"].box.height > 2 * shown["strip"].box.width


@pytest.mark.silent("PAGE-CROPPED")
def test_a_photo_in_a_frame_of_one_column_goes_over_the_two_that_it_asks_for(tmp_path: Path) -> None:
    """A story too short for its two pages comes to one with a slim upright frame; the photo is wider than high."""
    told = Told(1480, ("wide",), plan="pages = 2", told="{columns=2}")
    pages, found = pages_of(write_issue(tmp_path / "i", told))
    (shown,) = pictures(pages)
    assert shown.box.width > 110 * 360_000 and share(shown) >= LEAST
    assert not [item.text() for item in found if item.code == "PAGE-OVERSET"]


@pytest.mark.parametrize("seed", range(24))
def test_photos_of_any_shape_in_templates_that_are_chosen(tmp_path: Path, seed: int) -> None:
    """None is lost, none is cut hard, none stands over text or another, whatever the design and the trim."""
    chance = random.Random(seed)
    design = ("", "quarterly", "city")[seed % 3]
    trim = TRIMS[seed // 3 % 3].format(row="13.3pt" if design == "city" else "17pt")
    told = Told(
        chance.choice((60, 300, 900, 1500, 2500, 4000)),
        chance.choices(list(SHAPES), k=seed % 9),
        told=chance.choice(("", "{columns=1}", "{columns=2}", "{columns=3}", '{focus="20% 80%"}')),
        title=chance.choice(("埠头", "看水的人", "走水路的人说沿河四镇的渡口与石阶都在慢慢消失")),
        caption=chance.choice(("", "图", LONG)),
    )
    pages, found = pages_of(write_issue(tmp_path / "i", told, design=design, house=trim))
    assert Counter(one.path for one in pictures(pages)) == Counter(f"photos/{shape}.jpg" for shape in told.photos)
    check_pictures(pages, found)
    assert not [item.text() for item in found if item.code == "PAGE-CROPPED"]


@pytest.mark.parametrize("seed", range(12))
def test_photos_of_any_shape_in_templates_that_are_named(tmp_path: Path, seed: int) -> None:
    """One that has no frame, or is cut hard, is told."""
    chance = random.Random(seed)
    name = ("article-open", "feature-open", "corner-open", "spread-open", "interview-open", "essay")[seed % 6]
    plan = f'templates = ["{name}"]\n' + chance.choice(("", "pages = 2\n"))
    told = Told(chance.choice((400, 900, 1500)), chance.choices(list(SHAPES), k=1 + seed % 4), plan)
    pages, found = pages_of(write_issue(tmp_path / "i", told, design=("", "quarterly", "city")[seed // 2 % 3]))
    lost = sum(item.code in ("PAGE-PHOTO-LEFT", "PAGE-SPREAD") for item in found)
    halves = sum(page.template == "spread-next" for page in pages)
    assert len(pictures(pages)) + lost >= len(told.photos) and len(pictures(pages)) - halves <= len(told.photos)
    check_pictures(pages, found)


def check_pictures(pages: Sequence[Page], found: Sequence[Finding]) -> None:
    told = {dict(item.values)["photo"] for item in found if item.code == "PAGE-CROPPED"}
    meets = {item.code for item in found} & {"PAGE-MEETS", "PAGE-COVERED"}
    for page in pages:
        placed = [(frame, one) for frame in page.frames for one in frame.pictures]
        for index, (frame, one) in enumerate(placed):
            assert share(one) >= LEAST or one.path in told or "spread" in page.template, (page.label, one.path)
            assert meets or not any(one.box.meets(other.box) for _, other in placed[index + 1 :])
            assert meets or not [other.name for other in page.frames if covers(one.box, frame, other)]


def covers(picture: Rect, own: PlacedFrame, other: PlacedFrame) -> bool:
    """Whether a line of another frame stands on the picture, on no ground of its own and not in white, as heads do."""
    if other is own or other.takes == "furniture" or other.fills or other.plates:
        return False
    return any(picture.meets(box_of(line)) and line.shaped.style.colour != "paper" for line in other.lines)


def box_of(line: PlacedLine) -> Rect:
    size, length = line.shaped.style.size, max(1, line.line.natural + line.line.adjust)
    if line.direction == "vertical":
        return Rect(line.x - size // 2, line.y, size, length)
    return Rect(line.x, line.y - size * 4 // 5, length, size * 4 // 5)
