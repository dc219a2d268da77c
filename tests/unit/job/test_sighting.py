"""What a reader would not see is found in every build, with its place, and holds the press file back."""

from pathlib import Path

import pytest
from PIL import Image

from layout.job.build import BuildResult, build
from layout.read.init import make_issue

STORY = '+++\ntitle = "桥"\n+++\n\n正文一段，写桥。\n\n![桥下](photos/p.jpg)\n\n{more}\n'


def made(folder: Path, house: str = "", template: str = "", story: str = "", grey: int = 255) -> BuildResult:
    """A small issue of one story with a photo of one grey, set with these keys and this template of its own."""
    make_issue(folder)
    (folder / "photos").mkdir(exist_ok=True)
    Image.new("RGB", (1200, 900), (grey, grey, grey)).save(folder / "photos" / "p.jpg")
    (folder / "stories/zaoshi/story.md").write_text(story or STORY.format(more="桥。" * 40), "utf-8")
    (folder / "styles/pages").mkdir(parents=True, exist_ok=True)
    (folder / "styles/house.toml").write_text(house, "utf-8")
    if template:
        (folder / "styles/pages/article-open.toml").write_text(template, "utf-8")
    return build(folder, "proof", folder / "out")


def told(result: BuildResult, code: str) -> list[str]:
    return [item.text() for item in result.findings if item.code == code]


def codes(result: BuildResult) -> set[str]:
    """What was seen to be wrong, but that these small issues fill their pages thinly."""
    return {item.code for item in result.findings if item.code.startswith("SIGHT")} - {"SIGHT-THIN"}


BODY = """
[[frame]]
name = "body"
takes = "story"
columns = "1-3"
lines = "{lines}"
linked = true
"""
HEAD = """
[grid]
columns = 3
gutter = "1.3em"

[[frame]]
name = "photo"
takes = "photo"
columns = "1-3"
lines = "{photo}"
{more}
"""


FOOT = """
[[furniture]]
name = "{name}"
text = "桥头{{folio}}"
style = "folio"
edge = "outer"
along = "20mm"
down = "{down}"
"""


def with_furniture(*pieces: str) -> str:
    """A template with a photo, the body, and these besides."""
    return HEAD.format(photo="1-9", more="") + BODY.format(lines="12-36") + "".join(pieces)


@pytest.mark.fires("SIGHT-OFF-PAGE")
def test_a_folio_below_the_sheet(tmp_path: Path) -> None:
    found, _ = told(made(tmp_path, template=with_furniture(FOOT.format(name="a", down="290mm"))), "SIGHT-OFF-PAGE")
    assert "桥头1" in found and " mm beyond the trim" in found


@pytest.mark.fires("SIGHT-NEAR-EDGE")
@pytest.mark.silent("SIGHT-OFF-PAGE")
def test_a_folio_near_the_cut(tmp_path: Path) -> None:
    furniture = '[[furniture]]\nname="folio"\ntext="{folio}"\nstyle="folio"\nedge="outer"\nalong="2mm"\ndown="20mm"\n'
    result = made(tmp_path, template=with_furniture(furniture))
    assert codes(result) == {"SIGHT-NEAR-EDGE"}
    (tmp_path / "styles/house.toml").write_text('[sheet]\nsafety = "1.5mm"', "utf-8")
    assert not codes(build(tmp_path, "proof", tmp_path / "out"))


@pytest.mark.silent("SIGHT-ON-PICTURE", "SIGHT-UNREADABLE", "SIGHT-FAINT")
def test_a_photo_that_displaces_the_text(tmp_path: Path) -> None:
    more = 'displaces = "lines"'
    assert not codes(made(tmp_path, template=HEAD.format(photo="1-9", more=more) + BODY.format(lines="12-36"), grey=0))


BARE = 'caption = "over"\nstyles = {{ caption = "{style}" }}\ndisplaces = "lines"\ntint = "{tint}"'


@pytest.mark.fires("SIGHT-UNREADABLE")
def test_a_caption_in_the_ink_of_its_ground(tmp_path: Path) -> None:
    more = BARE.format(style="caption", tint="ink 85%")
    result = made(tmp_path, template=HEAD.format(photo="1-9", more=more) + BODY.format(lines="12-36"))
    (found,) = told(result, "SIGHT-UNREADABLE")
    assert "stories/zaoshi/story.md:7:" in found and "桥下" in found


@pytest.mark.silent("SIGHT-UNREADABLE", "SIGHT-FAINT")
def test_a_caption_on_a_ground_of_another_ink(tmp_path: Path) -> None:
    more = BARE.format(style="caption-over", tint="ink 85%")
    assert not codes(made(tmp_path, template=HEAD.format(photo="1-9", more=more) + BODY.format(lines="12-36")))


@pytest.mark.fires("SIGHT-OVERLAP")
def test_two_texts_in_one_place(tmp_path: Path) -> None:
    twice = FOOT.format(name="a", down="277mm") + FOOT.format(name="b", down="275mm").replace("桥头", "河埠")
    result = made(tmp_path, template=with_furniture(twice))
    assert codes(result) == {"SIGHT-OVERLAP"}


@pytest.mark.silent("SIGHT-OVERLAP")
def test_two_texts_one_below_the_other(tmp_path: Path) -> None:
    apart = FOOT.format(name="a", down="277mm") + FOOT.format(name="b", down="272mm")
    assert not codes(made(tmp_path, template=with_furniture(apart)))


@pytest.mark.fires("SIGHT-THIN")
def test_a_story_of_a_few_lines_on_a_page_of_its_own(tmp_path: Path) -> None:
    (found, *_) = told(made(tmp_path, story='+++\ntitle = "桥"\n+++\n\n' + "正文一段，写桥。" * 20), "SIGHT-THIN")
    assert "stories/zaoshi/story.md:5:1: warning" in found and "“zaoshi”" in found


def test_a_story_that_fills_its_page(tmp_path: Path) -> None:
    story = '+++\ntitle = "桥"\n+++\n\n' + "正文一段，写桥和桥下的水。" * 60
    assert not [one for one in told(made(tmp_path, story=story), "SIGHT-THIN") if "zaoshi" in one]


def test_the_press_file_is_held_back(tmp_path: Path) -> None:
    made(tmp_path, template=with_furniture(FOOT.format(name="a", down="290mm")))
    result = build(tmp_path, "all", tmp_path / "out")
    assert [path.name for path in result.made] == ["chuangkan-1-proof.pdf"]


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_the_issue_that_init_writes_is_sound_in_every_design(design: str, tmp_path: Path) -> None:
    make_issue(tmp_path)
    plan = tmp_path / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('# design = "city"', f'design = "{design}"'), "utf-8")
    assert [item.text() for item in build(tmp_path, "proof", tmp_path / "out").findings] == []
