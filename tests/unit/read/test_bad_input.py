"""What a user can get wrong: each case gives a file and the findings wanted, as `line:column code`."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.messages.read import ROWS
from layout.model.place import Place
from layout.read import load_fonts, load_press, load_styles, load_templates, read_plan, read_story

ROOT = Path(__file__).resolve().parents[3]
HEAD = '+++\ntitle = "夜"\n+++\n'

STORIES: dict[str, tuple[str | bytes, list[str]]] = {
    "empty file": ("", ["1:1 READ-FRONT"]),
    "no front matter": ("甲\n", ["1:1 READ-FRONT"]),
    "front matter not closed": ('+++\ntitle = "夜"\n', ["1:1 READ-FRONT-OPEN"]),
    "not UTF-8": (HEAD.encode() + "甲乙".encode() + b"\xff", ["4:3 READ-UTF8"]),
    "not UTF-8 behind a byte order mark": (b"\xef\xbb\xbf" + HEAD.encode() + b"ab\xff", ["4:3 READ-UTF8"]),
    "GB 18030": (b"+++\r\ntitle" + "航船".encode("gb18030"), ["2:6 READ-UTF8"]),
    "Chinese quotes": ("+++\ntitle = “夜”\n+++\n甲", ["2:9 READ-TOML-MARK"]),
    "a Chinese quote at the end": ('+++\ntitle = "夜”\n+++\n甲', ["2:11 READ-TOML-MARK"]),
    "Chinese quotes in a text": ('+++\ntitle = "“夜”\n+++\n甲', ["2:12 READ-TOML-MARK"]),
    "Chinese quotes in a comment": ("+++\ntitle = 夜 # “夜”\n+++\n甲", ["2:9 READ-TOML"]),
    "equals sign": ('+++\ntitle＝"夜"\n+++\n甲', ["2:6 READ-TOML-MARK"]),
    "comma": ('+++\nauthors = ["甲"，"乙"]\n+++\n甲', ["2:15 READ-TOML-MARK"]),
    "bracket": ('+++\nauthors = 【"甲"]\n+++\n甲', ["2:11 READ-TOML-MARK"]),
    "comment sign": ('+++\ntitle = "夜" ＃ 题\n+++\n甲', ["2:13 READ-TOML-MARK"]),
    "broken TOML": ("+++\ntitle = 夜\n+++\n甲", ["2:9 READ-TOML"]),
    "text not closed": ('+++\ntitle = "夜\n+++\n甲', ["2:11 READ-TOML"]),
    "list not closed": ('+++\ntitle = ["夜",\n+++\n甲', ["2:14 READ-TOML"]),
    "key twice": ('+++\ntitle = "夜"\ntitle = "航"\n+++\n甲', ["3:12 READ-TOML"]),
    "lists without end": ("+++\nx = " + "[" * 5000 + "\n+++\n甲", ["2:1 READ-TOML"]),
    "number without end": ("+++\nx = " + "1" * 9000 + "\n+++\n甲", ["2:9005 READ-TOML"]),
    "misspelt key": ('+++\ntitle = "夜"\nkiker = "河"\n+++\n甲', ["3:1 READ-KEY"]),
    "strange key": ('+++\ntitle = "夜"\n"栏 目" = "河"\n+++\n甲', ["3:1 READ-KEY-STRANGE"]),
    "title a number": ("+++\ntitle = 7\n+++\n甲", ["2:9 READ-TYPE", "1:1 READ-TITLE"]),
    "authors mixed": ('+++\ntitle = "夜"\nauthors = ["何", 2]\n+++\n甲', ["3:11 READ-TYPE"]),
    "authors a table": ('+++\ntitle = "夜"\nauthors = {a = 1}\n+++\n甲', ["3:11 READ-TYPE"]),
    "no title": ('+++\nsection = "河"\n+++\n甲', ["1:1 READ-TITLE"]),
    "no text": (HEAD + "\n", ["4:1 READ-EMPTY"]),
    "tab": (HEAD + "甲\t乙", ["4:2 READ-TAB"]),
    "NUL": (HEAD + "甲\0乙", ["4:2 READ-CONTROL"]),
    "control in the front matter": ('+++\ntitle = "夜\x1b航"\n+++\n甲', ["2:11 READ-CONTROL"]),
    "line separator": (HEAD + "甲\u2028乙", ["4:2 READ-SOFT-END"]),
    "line ends of a word processor": (HEAD + "甲\v乙\u2029丙", ["4:2 READ-SOFT-END", "4:4 READ-SOFT-END"]),
    "bold not closed": (HEAD + "甲**乙", ["4:2 READ-MARK-OPEN"]),
    "kai not closed in bold": (HEAD + "**甲*乙**", ["4:4 READ-MARK-OPEN"]),
    "unknown attribute": (HEAD + '甲[乙]{rubby="yi"}', ["4:6 READ-ATTRIBUTE"]),
    "attribute without quotes closed": (HEAD + "甲[乙]{ruby}", ["4:6 READ-ATTRIBUTE"]),
    "photo missing": (HEAD + "![甲](photos/x.jpg)", ["4:6 READ-PHOTO"]),
    "photo absolute": (HEAD + "![甲](/etc/passwd)", ["4:6 READ-OUTSIDE", "4:1 READ-EMPTY"]),
    "photo above": (HEAD + "![甲](photos/../../x.jpg)\n\n甲", ["4:6 READ-OUTSIDE"]),
    "photo on a drive": (HEAD + "![甲](C:/x.jpg)\n\n甲", ["4:6 READ-OUTSIDE"]),
    "photo without a path": (HEAD + "![甲]()\n\n甲", ["4:1 READ-PHOTO-LINE"]),
    "photo in half": (HEAD + "![甲\n\n甲", ["4:1 READ-PHOTO-LINE"]),
    "photo name too long": (HEAD + "![](" + "x" * 5000 + ")", ["4:5 READ-PHOTO"]),
    "photo attribute": (HEAD + "![](p.jpg){width=3}", ["4:5 READ-PHOTO", "4:12 READ-ATTRIBUTE"]),
    "photo columns": (HEAD + "![](p.jpg){columns=two}", ["4:5 READ-PHOTO", "4:20 READ-VALUE"]),
    "photo columns many": (HEAD + "![](p.jpg){columns=99999}", ["4:5 READ-PHOTO", "4:20 READ-RANGE"]),
    "photo fit": (HEAD + "![](p.jpg){fit=fill}", ["4:5 READ-PHOTO", "4:16 READ-VALUE"]),
    "photo focus": (HEAD + '![](p.jpg){focus="500% 1%"}', ["4:5 READ-PHOTO", "4:19 READ-VALUE"]),
    "photo short": (HEAD + '![甲乙](p.jpg){short="甲乙"}', ["4:7 READ-PHOTO", "4:21 READ-SHORT"]),
    "photo short of nothing": (HEAD + '![](p.jpg){short="甲"}', ["4:5 READ-PHOTO", "4:19 READ-SHORT"]),
    "box not closed": (HEAD + "::: box\n甲", ["4:1 READ-BOX-OPEN"]),
    "box in a box": (HEAD + "::: box\n甲\n::: bio\n乙\n:::", ["4:1 READ-BOX-OPEN"]),
    "box of no kind": (HEAD + "::: bx 题\n甲\n:::", ["4:1 READ-BOX-KIND"]),
    "box never opened": (HEAD + "甲\n:::", ["5:1 READ-BOX-CLOSE"]),
    "photo in a box": (HEAD + "::: box\n![](p.jpg)\n:::", ["5:5 READ-PHOTO", "5:1 READ-BOX-CONTENT"]),
    "ornament in a box": (HEAD + "::: box\n甲\n\n***\n:::", ["7:1 READ-BOX-CONTENT"]),
    "first-level head": (HEAD + "# 甲\n乙", ["4:1 READ-SUBHEAD"]),
    "note without text": (HEAD + "甲[^1]", ["4:2 READ-NOTE-TEXT"]),
    "note with empty text": (HEAD + "甲[^1]\n\n[^1]:", ["4:2 READ-NOTE-TEXT"]),
    "text without note": (HEAD + "甲\n\n[^1]: 注", ["6:1 READ-NOTE-UNUSED"]),
    "note twice": (HEAD + "甲[^1]\n\n[^1]: 注\n[^1]: 注", ["7:1 READ-TWICE"]),
}

ENTRY = '\n[[entry]]\nstory = "a"\n'
PLAN = 'slug = "s"\nnumber = "1"\ntitle = "t"\ndate = "d"\n'

PLANS: dict[str, tuple[str | bytes, list[str]]] = {
    "empty": ("", [*(f"0:0 READ-NEEDED {key}" for key in ("slug", "number", "title", "date")), "0:0 READ-NOTHING"]),
    "no entries": (PLAN + "entry = []", ["5:9 READ-NOTHING"]),
    "pages of leaves": (PLAN + "pages-of = 7" + ENTRY, ["5:12 READ-ODD"]),
    "misspelt": (PLAN + 'desing = "x"' + ENTRY, ["5:1 READ-KEY design"]),
    "underscore": (PLAN + "first_page = 3" + ENTRY, ["5:1 READ-KEY first-page"]),
    "date unquoted": (PLAN.replace('"d"', "2026-11-01") + ENTRY, ["4:8 READ-TYPE"]),
    "slug a path": (PLAN.replace('"s"', '"../s"') + ENTRY, ["1:8 READ-VALUE"]),
    "page too low": (PLAN + "first-page = 0" + ENTRY, ["5:14 READ-RANGE"]),
    "page a truth": (PLAN + "first-page = true" + ENTRY, ["5:14 READ-TYPE"]),
    "page beyond": (PLAN + "first-page = 1" + "0" * 60 + ENTRY, ["5:14 READ-RANGE"]),
    "entry a text": (PLAN + 'entry = "a"', ["5:9 READ-TABLES"]),
    "one entry table": (PLAN + '[entry]\nstory = "a"', ["5:1 READ-TABLES"]),
    "entry of nothing": (PLAN + "[[entry]]\npages = 2", ["5:1 READ-ENTRY"]),
    "entry of both": (PLAN + '[[entry]]\nstory = "a"\npage = "b"', ["5:1 READ-ENTRY"]),
    "story missing": (PLAN + '[[entry]]\nstory = "zz"', []),  # its pages are kept: PAGE-AWAITED
    "story outside": (PLAN + '[[entry]]\nstory = "../a"', ["6:9 READ-SLUG"]),
    "story twice": (PLAN + ENTRY + ENTRY, ["10:9 READ-TWICE"]),
    "continued first": (PLAN + ENTRY + "continued = true", ["8:13 READ-CONTINUED"]),
    "continued": (PLAN + ENTRY + ENTRY + "continued = true", []),
    "teaser of what is not listed": (
        PLAN + ENTRY + 'teaser = "p.jpg"\nlisted = false',
        ["8:10 READ-PHOTO", "8:10 READ-TEASER"],
    ),
    "page of the story before": (PLAN + ENTRY + '[[entry]]\npage = "ad-half"\nstory-page = "last"', []),
    "page of what story": (PLAN + ENTRY + "story-page = 1", ["8:14 READ-STORY-PAGE"]),
    "page of the story and of the issue": (
        PLAN + ENTRY + '[[entry]]\npage = "ad-half"\nat = 4\nstory-page = "first"',
        ["11:14 READ-STORY-PAGE", "11:14 READ-TYPE"],
    ),
    "page of the story too low": (PLAN + ENTRY + '[[entry]]\npage = "a"\nstory-page = 0', ["10:14 READ-RANGE"]),
    "characters": (PLAN + ENTRY + 'characters = "2000-2400"', []),
    "characters backwards": (PLAN + ENTRY + 'characters = "2400-2000"', ["8:14 READ-VALUE"]),
    "no characters": (PLAN + ENTRY + "characters = 0", ["8:14 READ-RANGE"]),
    "characters of a page": (PLAN + ENTRY + '[[entry]]\npage = "b"\ncharacters = 900', ["10:14 READ-CHARACTERS"]),
    "start": (PLAN + ENTRY + 'start = "left"', ["8:9 READ-CHOICE"]),
    "pages a word": (PLAN + ENTRY + 'pages = "four"', ["8:9 READ-TYPE"]),
    "section": (PLAN + 'sections = ["水路"]' + ENTRY + 'section = "水陆"', ["8:11 READ-SECTION"]),
    "photo": (PLAN + ENTRY + 'photos = ["../x.jpg", "y.jpg"]', ["8:10 READ-OUTSIDE", "8:10 READ-PHOTO"]),
    "text": (PLAN + ENTRY + "[entry.text]\na = 1", ["9:5 READ-TYPE"]),
    "data": (PLAN + ENTRY + "[data]\nissn = 1", ["9:8 READ-TYPE"]),
}

TEMPLATE = '[grid]\ncolumns = 3\ngutter = "1em"\n'
BODY = '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "1-36"\n'
PICTURE = BODY.replace("story", "photo")
PHOTO = '[[frame]]\nname = "photo"\ntakes = "photo"\ncolumns = "2"\nlines = "20-30"\n'
BOX = '[[frame]]\nname = "box1"\ntakes = "box"\ncolumns = "2"\nlines = "-36"\nkinds = ["bio"]\n'

TEMPLATES: dict[str, tuple[str | bytes, list[str]]] = {
    "no grid": (BODY, ["0:0 READ-NEEDED"]),
    "key": (TEMPLATE + BODY + 'displace = "box"', ["9:1 READ-KEY displaces"]),
    "key of another kind": (TEMPLATE + PICTURE + "initial = 2", ["9:1 READ-KEY-IDLE caption"]),
    "key of photos": (TEMPLATE + BODY + 'caption = "over"', ["9:1 READ-KEY-IDLE linked"]),
    "off the grid": (TEMPLATE + BODY.replace('"1-3"', '"1-4"'), ["7:11 READ-OFF-GRID"]),
    "rows beyond": (TEMPLATE + BODY.replace('"1-36"', '"1-37"'), ["8:9 READ-OFF-GRID"]),
    "no last row": (TEMPLATE + BODY.replace('"1-36"', '"-0"'), ["8:9 READ-OFF-GRID"]),
    "backwards": (TEMPLATE + BODY.replace('"1-3"', '"3-1"'), ["7:11 READ-OFF-GRID"]),
    "open columns": (TEMPLATE + BODY.replace('"1-3"', '"1-"'), ["7:11 READ-TYPE"]),
    "lines a word": (TEMPLATE + BODY.replace('"1-36"', '"all"'), ["8:9 READ-TYPE"]),
    "no lines": (TEMPLATE + BODY.replace('lines = "1-36"\n', ""), ["4:1 READ-NEEDED"]),
    "takes": (TEMPLATE + BODY.replace('"story"', '"stroy"'), ["6:9 READ-CHOICE"]),
    "text of no style": (TEMPLATE + BODY.replace('"story"', '"text:nobody"'), ["6:9 READ-STYLE"]),
    "unit": (TEMPLATE + PICTURE + 'gap = "3 cubits"\ndisplaces = "box"', ["9:7 READ-LENGTH"]),
    "no unit": (TEMPLATE + PICTURE + 'gap = "3"\ndisplaces = "box"', ["9:7 READ-LENGTH"]),
    "very long": (TEMPLATE + PICTURE + f'gap = "{"9" * 5000}mm"\ndisplaces = "box"', ["9:7 READ-LENGTH"]),
    "style": (TEMPLATE + BODY + 'styles = { body = "bodi" }', ["9:19 READ-STYLE"]),
    "ink": (TEMPLATE + PICTURE + 'tint = "acent 10%"', ["9:8 READ-INK"]),
    "a tab without a size": (
        TEMPLATE + BODY + '[[furniture]]\nname = "t"\ntext = ""\nstyle = "folio"\nedge = "outer"\nalong = "0"\n'
        'down = "0"\ntint = "section"',
        ["9:1 READ-NEEDED"] * 2,
    ),
    "tint": (TEMPLATE + PICTURE + 'tint = "accent 10 20"', ["9:8 READ-VALUE"]),
    "bleed": (TEMPLATE + PICTURE + 'bleed = ["left"]', ["9:9 READ-CHOICE"]),
    "elastic": (TEMPLATE + PICTURE + 'elastic = "2..3"', ["9:11 READ-VALUE"]),
    "twice": (TEMPLATE + BODY + BODY, ["10:8 READ-TWICE"]),
    "row of nothing": (TEMPLATE + 'row = "0pt"\n' + BODY, ["4:7 READ-VALUE"]),
    "rows without a row": (TEMPLATE + "rows = 40\n" + BODY, ["1:1 READ-NEEDED row"]),
    "more rows than fit": (TEMPLATE + 'row = "15pt"\nrows = 99\n' + BODY, ["5:8 READ-RANGE"]),
    "beyond its own rows": (TEMPLATE + 'row = "30pt"\n' + BODY, ["9:9 READ-OFF-GRID"]),
    "overlap": (TEMPLATE + BODY + BODY.replace("body", "b2").replace("story", "photo"), ["10:8 READ-OVERLAP"]),
    "photo on photo": (TEMPLATE + BODY.replace("story", "photo") + PHOTO, ["10:8 READ-HIDDEN"]),
    "photo beside photo": (TEMPLATE + BODY.replace("story", "photo").replace('"1-36"', '"1-9"') + PHOTO, []),
    "open end on photo": (
        TEMPLATE + BODY.replace("story", "photo").replace('"1-36"', '"20-"') + PHOTO,
        ["10:8 READ-HIDDEN"],
    ),
    "box on photo": (TEMPLATE + BODY.replace("story", "box") + PHOTO, []),
    "boxes of one kind": (TEMPLATE + BOX + BOX.replace("box1", "box2"), ["11:8 READ-HIDDEN"]),
    "boxes of two kinds": (TEMPLATE + BOX + BOX.replace("box1", "box2").replace("bio", "quote"), []),
    "extends": ('extends = "pag"\n' + TEMPLATE + BODY, ["1:11 READ-TEMPLATE"]),
    "extends itself": ('extends = "x"\n' + TEMPLATE + BODY, ["1:11 READ-EXTENDS"]),
    "next": ('next = "pag"\n' + TEMPLATE + BODY, ["1:8 READ-TEMPLATE"]),
    "suits": (
        TEMPLATE + BODY + '[suits]\npage = "last"\ntitle = "9-3"\nphoto = 2',
        ["10:8 READ-CHOICE open", "11:9 READ-VALUE", "12:1 READ-KEY photos"],
    ),
    "suits what": (TEMPLATE + BODY + '[suits]\ntext = "long"', ["9:1 READ-NEEDED page", "10:8 READ-VALUE"]),
    "furniture": (TEMPLATE + '[[furniture]]\nname = "f"\ntext = "x"', ["4:1 READ-NEEDED"] * 4),
}


def check(findings: tuple[Finding, ...], path: str, wanted: list[str]) -> None:
    """The findings are the wanted ones in any order, speak both languages, and name the file."""
    got, want = [], []
    for item, line in zip(sorted(findings, key=rank), sorted(wanted, key=wanted_rank), strict=False):
        place, code, *said = line.split(" ", 2)
        assert item.place is not None
        got.append(f"{item.place.line}:{item.place.column} {item.code}")
        want.append(f"{place} {code}")
        for locale in ("en", "zh"):
            assert item.text(locale)
            assert "{" not in item.message(locale)
        assert all(word in item.text() for word in said)
        assert item.place.path == path or item.code == "READ-MISSING"
    assert got == want
    assert len(findings) == len(wanted)


def rank(item: Finding) -> tuple[int, int, str]:
    place = item.place or Place("")
    return place.line, place.column, item.code


def wanted_rank(line: str) -> tuple[int, int, str]:
    place, code, *_ = line.split(" ")
    row, _, column = place.partition(":")
    return int(row), int(column), code


def written(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.fires("wanted")
@pytest.mark.parametrize(("text", "wanted"), STORIES.values(), ids=STORIES)
def test_stories(text: str | bytes, wanted: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "stories" / "a" / "story.md", text)
    _, findings = read_story(tmp_path, "a")
    check(findings, path.as_posix(), wanted)


@pytest.mark.fires("wanted")
@pytest.mark.parametrize(("text", "wanted"), PLANS.values(), ids=PLANS)
def test_plans(text: str, wanted: list[str], tmp_path: Path) -> None:
    written(tmp_path / "stories" / "a" / "story.md", HEAD)
    path = written(tmp_path / "issue.toml", text)
    _, findings = read_plan(tmp_path)
    check(findings, path.as_posix(), wanted)


@pytest.mark.fires("wanted")
@pytest.mark.parametrize(("text", "wanted"), TEMPLATES.values(), ids=TEMPLATES)
def test_templates(text: str, wanted: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "pages" / "x.toml", text)
    house, sheet, _ = load_styles(ROOT / "styles")
    assert house and sheet
    _, findings = load_templates(tmp_path, house, sheet)
    check(findings, path.as_posix(), wanted)


HOUSES: dict[str, tuple[tuple[str, str], list[str]]] = {
    "width": (('width = "210mm"', 'width = "wide"'), ["READ-LENGTH"]),
    "no rows": (("rows = 36\n", ""), ["READ-NEEDED"]),
    "ink": (('"K60"', '"K600"'), ["READ-VALUE"]),
    "ink twice": (('"K60"', '"K60 K20"'), ["READ-VALUE"]),
    "spot": (('"K60"', '"PANTONE 485"'), ["READ-TYPE"]),
    "no paper": (('paper = "K0"\n', ""), ["READ-NEEDED"]),
    "rows that do not fit": (("rows = 36", "rows = 38"), ["READ-TYPE-AREA"]),
    "rows off the page": (("rows = 36", "rows = 40"), ["READ-OFF-SHEET"]),
    "no width": (('inner = "17mm"', 'inner = "190mm"'), ["READ-NO-WIDTH"]),
    "binding": (('"left"', '"top"'), ["READ-CHOICE"]),
    "mistypings": (("language = ", "mistypings = ['asci']\nlanguage = "), ["READ-CHOICE"]),
    "ink of a section": (("[grid]", "[sections]\n'水路' = 'reed'\n[grid]"), ["READ-INK"]),
    "table": (("[sheet]", "[sheets]"), ["READ-KEY", *["READ-NEEDED"] * 2]),
}
DESIGNS: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", []),
    "key": ("[paragraph.bio]\ntraking = 0", ["2:1 READ-KEY"]),
    "extends": ('[paragraph.bio]\nextends = "boks"', ["2:11 READ-STYLE"]),
    "smaller": ('[paragraph.bio]\nsmaller = "boks"', ["2:11 READ-STYLE"]),
    "extends itself": ('[paragraph.body]\nextends = "lead"', ["2:11 READ-EXTENDS"]),
    "colour": ('[paragraph.bio]\ncolour = "papper"', ["2:10 READ-INK"]),
    "share without a sign": ('[paragraph.bio]\ntracking = "8"', ["2:12 READ-TYPE"]),
    "type of no size": ("[character.strong]\nsize = 0", ["2:8 READ-RANGE"]),
    "share too large": ('[paragraph.bio]\ntracking = "8000%"', ["2:12 READ-RANGE"]),
    "size below nothing": ('[paragraph.bio]\nsize = "-9pt"', ["2:8 READ-VALUE"]),
    "rows a fraction": ("[paragraph.bio]\nrows = 1.5", ["2:8 READ-TYPE"]),
    "language": ('[paragraph.bio]\nhyphenate = "../en"', ["2:13 READ-VALUE"]),
    "face": ('[paragraph.bio]\nhan = { fount = "x" }', ["2:9 READ-KEY", "2:1 READ-NEEDED"]),
    "face a number": ("[paragraph.bio]\nhan = 3", ["2:7 READ-TYPE"]),
    "style not a table": ("[paragraph]\nbio = 1", ["2:7 READ-TYPE"]),
    "character": ("[character.bold]\nweight = 3", ["2:1 READ-KEY-STRANGE"]),
    "table": ("[charakter.bold]", ["1:2 READ-KEY"]),
    "broken": ("[paragraph", ["1:11 READ-TOML"]),
}


@pytest.mark.fires("wanted")
@pytest.mark.parametrize(("text", "wanted"), DESIGNS.values(), ids=DESIGNS)
def test_designs(text: str, wanted: list[str], tmp_path: Path) -> None:
    """What a design's text.toml says of a style, before the house's own."""
    for file in ("house.toml", "text.toml"):
        written(tmp_path / file, (ROOT / "styles" / file).read_bytes())
    path = written(tmp_path / "d" / "text.toml", text)
    check(load_styles(tmp_path, "d")[-1], path.as_posix(), wanted)


@pytest.mark.fires("wanted")
@pytest.mark.parametrize(("change", "wanted"), HOUSES.values(), ids=HOUSES)
def test_houses(change: tuple[str, str], wanted: list[str], tmp_path: Path) -> None:
    old, new = change
    text = (ROOT / "styles" / "house.toml").read_text("utf-8")
    assert old in text
    written(tmp_path / "house.toml", text.replace(old, new, 1))
    written(tmp_path / "text.toml", (ROOT / "styles" / "text.toml").read_bytes())
    _, _, findings = load_styles(tmp_path)
    assert [item.code for item in findings] == wanted
    assert all(item.place and item.text("zh") and item.text("en") for item in findings)


def test_role_without_a_style(tmp_path: Path) -> None:
    written(tmp_path / "house.toml", (ROOT / "styles" / "house.toml").read_bytes())
    text = (ROOT / "styles" / "text.toml").read_text("utf-8")
    written(tmp_path / "text.toml", text.replace("[paragraph.ornament]", "[paragraph.ornaments]"))
    assert [item.text().split(": ")[2] for item in load_styles(tmp_path)[2]] == [
        "[paragraph] lacks ornament\n    Add a line such as"
    ]


@pytest.mark.fires("READ-SLUG")
def test_missing_files_are_findings(tmp_path: Path) -> None:
    for findings in (
        load_styles(tmp_path)[-1],
        load_press(tmp_path, "coated")[-1],
        load_press(tmp_path, "../coated")[-1],
        read_plan(tmp_path)[-1],
        read_story(tmp_path, "a")[-1],
    ):
        assert findings and {item.code for item in findings} == {"READ-MISSING"}
    assert read_story(tmp_path, "../a")[1][0].code == "READ-SLUG"
    where = Place("issue.toml", 3, 10)
    assert [(f.code, f.place) for f in load_styles(ROOT / "styles", "cty", where)[-1]] == [("READ-DESIGN", where)]
    assert "city, quarterly" in load_styles(ROOT / "styles", "cty", where)[-1][0].remedy()


@pytest.mark.fires("READ-MISSING")
def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "issue.toml").mkdir()
    assert [item.code for item in read_plan(tmp_path)[1]] == ["READ-MISSING"]


@pytest.mark.fires("READ-OUTSIDE")
def test_link_out_of_the_issue(tmp_path: Path) -> None:
    issue = tmp_path / "issue"
    written(tmp_path / "secret.jpg", b"x")
    written(issue / "stories" / "a" / "story.md", HEAD + "![](photos/x.jpg)\n\n![](loop/x.jpg)\n\n甲")
    (issue / "photos").mkdir()
    (issue / "photos" / "x.jpg").symlink_to(tmp_path / "secret.jpg")
    (issue / "loop").symlink_to("loop")
    codes = [item.code for item in read_story(issue, "a")[1]]
    assert codes[0] == "READ-OUTSIDE"
    assert codes[1] in ("READ-OUTSIDE", "READ-PHOTO")


@pytest.mark.parametrize("head", (b"", bytes(60), bytes(12) + b"mntrRGB " + bytes(16) + b"acsp" + bytes(60)))
def test_a_profile_of_no_press(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "press").mkdir()
    text = 'condition = "c"\ninfo = "i"\nicc = "p.icc"\n'
    (tmp_path / "press" / "own.toml").write_text(text, "utf-8")
    (tmp_path / "press" / "p.icc").write_bytes(head)
    press, found = load_press(tmp_path, "own")
    assert press is None
    assert [(item.code, item.place.line if item.place else 0) for item in found] == [("READ-VALUE", 3)]


@pytest.mark.fires("READ-NEEDED", "READ-TWICE")
def test_fonts(tmp_path: Path) -> None:
    assert load_fonts(tmp_path) == ((), (), ())
    written(tmp_path / "a.otf", b"")
    faces = '[[face]]\nkey = "a"\nfile = "a.otf"\n'
    written(tmp_path / "fonts.toml", 'fallback = ["a"]\n' + faces)
    files, fallback, findings = load_fonts(tmp_path)
    assert [file.key for file in files] == ["a"] and fallback == ("a",) and not findings
    written(tmp_path / "fonts.toml", faces + faces + '[[face]]\nkey = "b"\nfile = "/b.otf"\n[[face]]\nkey = "c"\n')
    assert [item.code for item in load_fonts(tmp_path)[2]] == ["READ-TWICE", "READ-OUTSIDE", "READ-NEEDED"]


def test_every_message_is_used_and_complete() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "layout" / "read").glob("*.py"))
    for name, row in ROWS.items():
        assert f'"{name}"' in code
        assert row.en and row.zh and row.remedy_en and row.remedy_zh
