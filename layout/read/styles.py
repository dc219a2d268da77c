"""The folder styles/ goes in; house, style sheet, further fonts and printer profiles come out."""

from pathlib import Path
from typing import get_args

from layout.model.finding import Finding, finding
from layout.model.fonts import FontFile
from layout.model.place import Place
from layout.model.printing import Cmyk, Neutral, PressProfile, Resolution
from layout.model.style import House, StyleSheet
from layout.read import house as house_file
from layout.read import sheet as sheet_file
from layout.read.files import inside, name_of, plain_name, there
from layout.read.icc import is_press_profile, is_whole
from layout.read.layers import load, load_layers
from layout.read.table import Table, unknown

LAYERS = ("house.toml", "text.toml", "pages")
"""What a design may have of its own."""
FONTS = ("fallback", "face")
FONT = ("key", "file", "index", "family", "weight", "sha256")
PRESS = (
    "condition",
    "info",
    "icc",
    "ppi",
    "ppi-warn",
    "ppi-error",
    "line-ppi-warn",
    "line-ppi-error",
    "ink-limit",
    "jpeg-quality",
    "cmyk",
    "neutral-rgb",
)


def load_styles(
    folder: Path, design: str = "", place: Place | None = None, own: Path | None = None
) -> tuple[House | None, StyleSheet | None, tuple[Finding, ...]]:
    """House and style sheet of `folder`; what folder/<design>/ says stands before it, key by key, and what the issue's
    `own` folder says before both. `place`: where the design is asked for."""
    findings: list[Finding] = []
    folders = layered(folder, design, findings, place, own)
    basis = load_layers(folders, "house.toml", house_file.KEYS, findings)
    house = house_file.house(basis, findings) if basis else None
    words = load_layers(folders, "text.toml", sheet_file.KEYS, findings)
    sheet = sheet_file.sheet(words, house, findings) if words else None
    return house, sheet, tuple(dict.fromkeys(findings))


def layered(
    folder: Path, design: str, findings: list[Finding], place: Place | None = None, own: Path | None = None
) -> tuple[Path, ...]:
    """The folders of an issue's styles, the one that wins first: its own, its design's, the house's."""
    named = (folder / design,) if design and known_design(folder, design, findings, place) else ()
    return ((own,) if own else ()) + named + (folder,)


def known_design(folder: Path, design: str, findings: list[Finding], place: Place | None = None) -> bool:
    """True where `design` is a folder of styles/."""
    if plain_name(design) and (folder / design).is_dir():
        return True
    known = [path.name for path in sorted(folder.glob("*")) if any((path / name).exists() for name in LAYERS)]
    findings.append(unknown("READ-DESIGN", place or Place(name_of(folder)), design, known))
    return False


def load_fonts(folder: Path) -> tuple[tuple[FontFile, ...], tuple[str, ...], tuple[Finding, ...]]:
    """The faces that folder/fonts.toml adds and its order of fallback; none where there is no such file.

    Font files are named from `folder`, and lie in it or in a folder fonts/ beside it.
    """
    findings: list[Finding] = []
    path = folder / "fonts.toml"
    if not there(path):
        return (), (), ()
    table = load(path, FONTS, findings)
    if table is None:
        return (), (), tuple(findings)
    files: dict[str, FontFile] = {}
    for item in table.tables("face", FONT):
        made = _font(item, folder, findings)
        if made and made.key in files:
            findings.append(finding("READ-TWICE", item.value_place("key"), what=f"key = “{made.key}”"))
        elif made:
            files[made.key] = made
    return tuple(files.values()), table.texts("fallback"), tuple(findings)


def fallback_place(folder: Path, key: str) -> Place:
    """Where folder/fonts.toml names this font in its order of fallback."""
    table = load(folder / "fonts.toml", FONTS, [])
    if table is None:
        return Place(name_of(folder / "fonts.toml"))
    keys = table.texts("fallback")
    return table.file.value_place(("fallback", keys.index(key)) if key in keys else ("fallback",))


def _font(table: Table, folder: Path, findings: list[Finding]) -> FontFile | None:
    there_all = [table.need("key", '"song-regular"'), table.need("file", '"Song.otf"')]
    key, name = table.text("key", example='"song-regular"'), table.text("file", example='"Song.otf"')
    if not all(there_all) or not key or not name:
        return None
    beside = name.removeprefix("../fonts/")
    path = inside(folder, name) if beside == name else inside(folder.parent / "fonts", beside)
    if path is None:
        findings.append(finding("READ-OUTSIDE", table.value_place("file"), file=name))
        return None
    if not there(path) and beside == name:
        path = inside(folder.parent / "fonts", name) or path
    if not there(path):
        findings.append(finding("READ-MISSING", table.value_place("file"), file=name))
        return None
    index, weight = table.whole("index", 0, 0, 1000), table.whole("weight", 400, 1, 1000)
    place, digest = table.value_place("file"), table.text("sha256")
    return FontFile(key, table.text("family"), weight, name_of(path), index, digest, table.has("index"), place)


def load_press(folder: Path, name: str) -> tuple[PressProfile | None, tuple[Finding, ...]]:
    """The printer profile folder/press/<name>.toml; None where it or its ICC profile cannot be had."""
    findings: list[Finding] = []
    press = folder / "press"
    if not plain_name(name):
        return None, (finding("READ-MISSING", Place(name_of(press)), file=f"{name}.toml"),)
    table = load(press / f"{name}.toml", PRESS, findings)
    if table is None:
        return None, tuple(findings)
    examples = {"condition": '"FOGRA39"', "info": '"ISO Coated v2 300 %"', "icc": '"profile.icc"'}
    missing = [key for key, example in examples.items() if not table.need(key, example)]
    words = {key: table.text(key, example=example) for key, example in examples.items()}
    icc = inside(press, words["icc"])
    if words["icc"] and (icc is None or not there(icc)):
        code = "READ-MISSING" if icc else "READ-OUTSIDE"
        findings.append(finding(code, table.value_place("icc"), file=words["icc"]))
    elif icc and not is_press_profile(data := icc.read_bytes()):
        table.bad("icc", words["icc"], examples["icc"])
    elif icc and not is_whole(data):
        findings.append(finding("COL-09", table.value_place("icc")))
    profile = PressProfile(
        name=name,
        condition=words["condition"],
        info=words["info"],
        icc=name_of(icc) if icc else "",
        resolution=_resolution(table),
        ink_limit=table.share("ink-limit", 3000, 1000, 4000),
        jpeg_quality=table.whole("jpeg-quality", 88, 30, 100),
        cmyk=table.choice("cmyk", get_args(Cmyk), "keep"),
        neutral_rgb=table.choice("neutral-rgb", get_args(Neutral), "colour"),
    )
    good = not missing and not any(item.severity == "error" for item in findings)
    return profile if good else None, tuple(findings)


def _resolution(table: Table) -> Resolution:
    usual = Resolution()
    return Resolution(
        wanted=table.whole("ppi", usual.wanted, 72, 2400),
        warn=table.whole("ppi-warn", usual.warn, 0, 2400),
        error=table.whole("ppi-error", usual.error, 0, 2400),
        line_warn=table.whole("line-ppi-warn", usual.line_warn, 0, 2400),
        line_error=table.whole("line-ppi-error", usual.line_error, 0, 2400),
    )
