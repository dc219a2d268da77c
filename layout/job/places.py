"""Nothing goes in, the folders of the product's own fonts and styles come out."""

import site
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


ISSUE = "folder of the issue or its issue.toml (the one you stand in, or issue/)"


def issue() -> Path:
    """The issue that is meant where none is named: the folder we stand in, if it is one, else issue/."""
    here = Path()
    return here if (here / "issue.toml").is_file() else here / "issue"


def folder_of(named: str) -> Path:
    """The issue's folder, which may be named by its plan: issue/issue.toml is issue/."""
    path = Path(named)
    return path.parent if path.name == "issue.toml" and not path.is_dir() else path


def home() -> Path:
    """The folder that holds fonts/ and styles/: the checkout, or where a wheel puts its shared data.

    Raises FileNotFoundError where neither is there (a package copied by hand without its fonts).
    """
    shared = Path("share", "banxin")
    for folder in (_PACKAGE.parent, sys.prefix / shared, Path(site.getuserbase()) / shared):
        if (folder / "fonts" / "fonts.toml").is_file():
            return folder
    raise FileNotFoundError(2, "the product's own fonts are not installed", str(sys.prefix / shared / "fonts"))


def fonts() -> Path:
    """The folder of fonts.toml and the font files it names."""
    return home() / "fonts"


def styles() -> Path:
    """The folder of house.toml, text.toml, pages/ and press/."""
    return home() / "styles"
