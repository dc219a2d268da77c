"""Stories with photos of all shapes and numbers: none is lost, none cut hard without a word, none over text."""

from pathlib import Path

import pytest

from layout.job.dump_verb import pages_of
from tests.output.odd_photos import Told, pictures, write_issue


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
