"""Outlines of cut-outs: what is visible of them, strip by strip."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from layout.image import probe
from layout.image.outline import STRIPS, outline
from layout.model.picture import Outline
from layout.model.place import Place


def outline_of(path: Path) -> Outline:
    file, _ = probe(path, Place("story.md", 1, 1))
    assert file is not None
    return outline(path, file)


def test_the_visible_part_of_each_strip(tmp_path: Path) -> None:
    image = Image.new("RGBA", (100, 200))
    ImageDraw.Draw(image).rectangle((25, 100, 74, 199), fill=(0, 0, 0, 255))
    image.save(tmp_path / "a.png")
    found = outline_of(tmp_path / "a.png")
    assert found == (None,) * (STRIPS // 2) + ((250, 750),) * (STRIPS // 2)


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
def test_pictures_without_transparency_have_none(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (40, 20)).save(tmp_path / "a.png")
    assert outline_of(tmp_path / "a.png") == ()


def test_a_damaged_file_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.effect_noise((80, 80), 90).convert("RGBA").save(path)
    whole, data = outline_of(path), path.read_bytes()
    file, _ = probe(path, Place("story.md", 1, 1))
    path.write_bytes(data[: len(data) // 2])
    assert file and len(whole) == STRIPS and outline(path, file) == ()
