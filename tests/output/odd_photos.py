"""Small issues of stories with photos of any shape: their plan, manuscripts and pictures are written to a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from layout.model.page import Page, PlacedPicture

SHAPES = {
    "panorama": (2400, 600),
    "strip": (600, 2400),
    "square": (1500, 1500),
    "wide": (1800, 1200),
    "tall": (1200, 1800),
    "screen": (1920, 1080),
}
"""Pixels, wide and high."""
SENTENCES = ("水尺立在河口，", "每天看两回。", "船从上游下来，", "带着一舱石灰。", "桥头的人先听见桨声，", "后看见灯。")


@dataclass
class Told:
    """A story of so many characters with these photos, spread over it; `plan`: what its entry says; `told`: what
    stands in braces behind each photo."""

    characters: int
    photos: Sequence[str] = ()
    plan: str = ""
    told: str = ""
    end: str = ""
    """the end of the manuscript"""
    title: str = "看水的人"
    caption: str = "图"


def write_issue(folder: Path, *stories: Told, design: str = "", house: str = "") -> Path:
    """`house`: what the issue's own styles/house.toml says."""
    (folder / "photos").mkdir(parents=True)
    for shape in {shape for told in stories for shape in told.photos}:
        Image.new("RGB", SHAPES[shape], (90, 120, 150)).save(folder / "photos" / f"{shape}.jpg", quality=30)
    plan = f'slug = "a"\nnumber = "1"\ntitle = "甲"\ndate = "2026年"\nstage = "x"\ndesign = "{design}"\n'
    for index, told in enumerate(stories):
        place = folder / "stories" / f"s{index}"
        place.mkdir(parents=True)
        (place / "story.md").write_text(_manuscript(told), encoding="utf-8")
        plan += f'[[entry]]\nstory = "s{index}"\n{told.plan}\n'
    (folder / "issue.toml").write_text(plan, encoding="utf-8")
    if house:
        (folder / "styles").mkdir()
        (folder / "styles" / "house.toml").write_text(house, encoding="utf-8")
    return folder


def _manuscript(told: Told) -> str:
    blocks = [*_paragraphs(told.characters)]
    photos = [f"![{told.caption}](photos/{shape}.jpg){told.told}" for shape in told.photos]
    count = len(blocks)
    for at, photo in reversed([*enumerate(photos)]):
        blocks.insert((at + 1) * count // (len(photos) + 1), photo)
    head = f'+++\ntitle = "{told.title}"\nauthors = ["何篙"]\n+++\n\n'
    return head + "\n\n".join(blocks) + f"\n\n{told.end}\n"


def _paragraphs(characters: int) -> Iterator[str]:
    """Paragraphs of two to nine sentences."""
    at = 0
    while characters > 0:
        text = ""
        for _ in range(2 + at % 8):
            text += SENTENCES[at % len(SENTENCES)]
            at += 1
        yield text[: max(2, characters - 1)].rstrip("，。") + "。"
        characters -= len(text)


def pictures(pages: Sequence[Page]) -> list[PlacedPicture]:
    return [picture for page in pages for frame in page.frames for picture in frame.pictures]


def share(picture: PlacedPicture) -> float:
    """How much of the picture is shown."""
    if not picture.file or not picture.cut:
        return 1.0
    return picture.cut.width * picture.cut.height / (picture.file.width * picture.file.height)
