"""layout/job/places.py: fonts and styles of the checkout, or of an installed wheel."""

import site
import sys
from pathlib import Path

import pytest

from layout.job import places


def test_checkout_comes_first() -> None:
    assert (places.fonts() / "fonts.toml").is_file()
    assert places.styles() == places.fonts().parent / "styles"


def test_installed_wheel_finds_its_shared_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "lib" / "layout")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(site, "getuserbase", lambda: str(tmp_path / "user"))
    with pytest.raises(FileNotFoundError, match="own fonts"):
        places.home()
    fonts = tmp_path / "share" / "banxin" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "fonts.toml").touch()
    assert places.fonts() == fonts
