"""Fonts of a house's own, from styles/fonts.toml to the PDF: what is no use is told at its line, what has holes too."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from layout.job.build import BuildResult, build
from tests.fonts.small import small_font, variable_font
from tests.output.programs import program

STORY = '+++\ntitle = "渡口"\n+++\n\n水位尺旁，第一班船靠岸。Abc 12.\n'
CHARS = "水位尺旁，第一班船靠岸。渡口Abc 12.-■"


def issue(folder: Path, *, story: str = STORY, face: str = "", text: str = "") -> Path:
    """An issue of one story, whose body is set in the font `mine` of styles/fonts/a.ttf."""
    files = {
        "issue.toml": 'slug = "t"\nnumber = "1"\ntitle = "渡口"\ndate = "2026年1月"\n\n[[entry]]\nstory = "a"\n'
        'templates = ["article-open"]\n',
        "stories/a/story.md": story,
        "styles/fonts.toml": '[[face]]\nkey = "mine"\nfile = "a.ttf"\n' + face,
        "styles/text.toml": text or '[paragraph.body]\nhan = "mine"\nlatin = "mine"\ndigits = "mine"\n',
    }
    for name, said in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(said, "utf-8")
    return folder


def font(folder: Path) -> Path:
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    return folder / "fonts" / "a.ttf"


def told(result: BuildResult) -> dict[str, str]:
    """Code → file and line of each finding about fonts."""
    found = [item for item in result.findings if item.code.startswith("FONT")]
    return {item.code: f"{Path(item.place.path).name}:{item.place.line}" for item in found if item.place}


@pytest.mark.silent("FONT-BLANK", "FONT-FALLBACK", "FONT-MISSING", "FONT-UNREADABLE", "FONT-DAMAGED")
def test_a_whole_font_is_set_and_embedded(tmp_path: Path) -> None:
    small_font(font(tmp_path), CHARS, name="Mine")
    result = build(issue(tmp_path), "press", tmp_path / "out")
    assert not told(result)
    assert "Mine" in " ".join(_names(result.made[0]))


def _names(path: Path) -> list[str]:
    """The names of all embedded fonts, as they are read back."""
    with pikepdf.open(path) as pdf:
        dictionaries = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        return [str(thing.FontName) for thing in dictionaries if "/FontName" in thing]


@pytest.mark.parametrize("name", ["My Own", "My/Own#(1)", "河埠宋体", "Own%<[{}]>", "长" * 60])
def test_any_name_of_a_font_is_written_right(tmp_path: Path, name: str) -> None:
    small_font(font(tmp_path), CHARS, name=name)
    result = build(issue(tmp_path), "press", tmp_path / "out")
    kept = name.encode()[:100].decode("utf-8", "ignore")
    assert any(read.endswith(f"+{kept}") for read in _names(result.made[0]))


def test_other_programs_read_such_a_name(tmp_path: Path) -> None:
    small_font(font(tmp_path), CHARS, name="河埠 宋/体#(1)")
    made = str(build(issue(tmp_path), "press", tmp_path / "out").made[0])
    checked = subprocess.run([program("qpdf"), "--check", made], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    listed = subprocess.run([program("pdffonts"), made], capture_output=True, text=True)
    assert not listed.stderr and listed.stdout.count("yes yes yes") >= 2


@pytest.mark.fires("FONT-BLANK")
@pytest.mark.silent("FONT-FALLBACK")
def test_a_han_without_ink_is_an_error(tmp_path: Path) -> None:
    """It would be blank on paper, and there in the text."""
    small_font(font(tmp_path), CHARS, blank="船岸")
    result = build(issue(tmp_path), "all", tmp_path / "out")
    assert told(result) == {"FONT-BLANK": "fonts.toml:3"}
    assert [path.name for path in result.made] == ["t-1-proof.pdf"]
    assert "岸船" in next(item for item in result.findings if item.code == "FONT-BLANK").text("zh")


@pytest.mark.fires("FONT-FALLBACK")
@pytest.mark.silent("FONT-BLANK", "FONT-MISSING")
def test_holes_are_told_once(tmp_path: Path) -> None:
    small_font(font(tmp_path), CHARS.replace("船", "").replace("岸", ""))
    result = build(issue(tmp_path), "none", tmp_path / "out")
    assert told(result) == {"FONT-FALLBACK": "fonts.toml:3"}
    found = next(item for item in result.findings if item.code == "FONT-FALLBACK")
    assert dict(found.values)["kinds"] == "2"


@pytest.mark.fires("FONT-MISSING")
def test_missing_characters_are_one_finding(tmp_path: Path) -> None:
    """Twenty thousand of them too: so many are named, all are counted, and the first places told."""
    rare = "".join(map(chr, range(0xE000, 0xE400))) * 20
    small_font(font(tmp_path), CHARS)
    result = build(issue(tmp_path, story=STORY + "\n" + rare + "\n\nสวัสดี\n"), "none", tmp_path / "out")
    found = [item for item in result.findings if item.code == "FONT-MISSING"]
    assert [dict(item.values)["kinds"] for item in found] == ["1024", "4"] or len(found) == 2
    private = max(found, key=lambda item: int(dict(item.values)["times"]))
    assert dict(private.values)["times"] == str(20 * 1024)
    assert all(len(item.text("zh")) < 2000 for item in found)
    assert private.place and private.place.line == 7


@pytest.mark.fires("FONT-LICENCE")
def test_a_font_that_may_not_be_embedded_is_in_no_file(tmp_path: Path) -> None:
    small_font(font(tmp_path), CHARS, name="Secret", fs_type=2)
    result = build(issue(tmp_path), "all", tmp_path / "out")
    assert told(result) == {"FONT-LICENCE": "fonts.toml:3"}
    assert [path.name for path in result.made] == ["t-1-proof.pdf"]
    assert not [name for name in _names(result.made[0]) if "Secret" in name]


@pytest.mark.fires("FONT-UNKNOWN")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[paragraph.body]\nhan = "mien"\n', "text.toml:2"),
        ('[paragraph.quote]\nlatin = { font = "mien", size = "90%" }\n', "text.toml:2"),
        ('[character.strong]\n\nhan = "mien"\n', "text.toml:3"),
    ],
)
def test_an_unknown_font_is_told_where_it_is_named(tmp_path: Path, text: str, place: str) -> None:
    small_font(font(tmp_path), CHARS)
    assert told(build(issue(tmp_path, text=text), "none", tmp_path / "out")) == {"FONT-UNKNOWN": place}


def test_an_unknown_fallback_is_told_where_it_is_named(tmp_path: Path) -> None:
    small_font(font(tmp_path), CHARS)
    folder = issue(tmp_path)
    fonts = folder / "styles" / "fonts.toml"
    fonts.write_text('fallback = ["serif-regular", "mien"]\n' + fonts.read_text("utf-8"), "utf-8")
    assert told(build(folder, "none", tmp_path / "out")) == {"FONT-UNKNOWN": "fonts.toml:1"}


def test_a_variable_font_prints_at_its_weight(tmp_path: Path) -> None:
    variable_font(font(tmp_path), CHARS)
    result = build(issue(tmp_path, face="weight = 700\n"), "press", tmp_path / "out")
    assert not told(result) and any("wght700" in name for name in _names(result.made[0]))


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "FONT-UNREADABLE"), (b"wOF2" + bytes(60), "FONT-FORMAT"), (b"OTTO\0", "FONT-UNREADABLE")]
)
def test_a_font_that_is_no_use_stops_no_proof(tmp_path: Path, data: bytes, code: str) -> None:
    font(tmp_path).write_bytes(data)
    result = build(issue(tmp_path), "all", tmp_path / "out")
    assert told(result) == {code: "fonts.toml:3"}
    assert [path.name for path in result.made] == ["t-1-proof.pdf"]
