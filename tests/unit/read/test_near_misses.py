"""What comes near a mistake and is none: each row has the codes that must stay silent, and what was written."""

from pathlib import Path

import pytest
from PIL import Image

from layout.read import load_templates, read_plan, read_story
from tests.unit.read.test_bad_input import DESIGNS, HEAD, HOUSES, ROOT, load_styles, written

STORIES: list[tuple[str, str | bytes]] = [
    ("READ-UTF8 READ-FRONT READ-FRONT-OPEN", ('\ufeff+++\r\ntitle = "夜"\r\n+++\r\n\r\n甲\r\n').encode()),
    ("READ-CONTROL READ-SOFT-END READ-TAB", HEAD + "甲　乙\u00a0丙\\\n丁"),
    ("READ-OUTSIDE READ-PHOTO READ-PHOTO-LINE", HEAD + "![甲](photos/./a.png)"),
    ("READ-SHORT READ-ATTRIBUTE", HEAD + '![甲乙丙](photos/a.png){short="甲" columns=2 focus="40% 30%"}'),
    ("READ-TOML READ-TOML-MARK READ-TYPE", '+++\ntitle = ["“夜”，", "航"] # 题，“夜”\n+++\n甲'),
    ("READ-KEY READ-KEY-STRANGE READ-TITLE READ-EMPTY", '+++\n"title" = "夜"\n+++\n甲'),
    ("READ-ATTRIBUTE READ-STYLE", HEAD + "甲[乙]{.kai}[丙]{cells=3}"),
    ("READ-MARK-OPEN", HEAD + "**甲*乙*丙** 3\\*4"),
    ("READ-TABLE-HEAD READ-TABLE-RAGGED", HEAD + "| 甲 | 乙 |\n|---|---|\n| 丙\\|丁 | 戊 |"),
    ("READ-SUBHEAD", HEAD + "### 甲\n\n乙 #3 号"),
    ("READ-BOX-KIND READ-BOX-OPEN READ-BOX-CLOSE READ-BOX-CONTENT", HEAD + "::: box 甲\n## 乙\n\n- 丙\n:::"),
    ("READ-NOTE-TEXT READ-NOTE-UNUSED", HEAD + "甲[^一]。又[^一]。\n\n[^一]: 乙。"),
]  # fmt: skip

FACTS = 'slug = "a"\nnumber = "1"\ntitle = "河埠"\ndate = "2026"\nstage = "初校"\n'
STORY = '[[entry]]\nstory = "a"\n'
HALF = '[[entry]]\npage = "ad-half"\n'
PLANS: list[tuple[str, str]] = [
    ("READ-MISSING READ-NEEDED READ-TABLES READ-ENTRY READ-NOTHING", FACTS + STORY),
    ("READ-RANGE READ-VALUE READ-LENGTH READ-ODD", f'pages-of = 16\n{FACTS}{STORY}[cover]\nspine = "4.5mm"'),
    ("READ-CHOICE READ-SIDE", FACTS + STORY + 'start = "verso"\nat = 2'),
    ("READ-SLUG", FACTS + '[[entry]]\nstory = "夜航-2"'),
    ("READ-TWICE READ-CONTINUED", FACTS + STORY + "pages = 1\n" + STORY + "continued = true"),
    ("READ-SECTION", f'sections = ["河流"]\n{FACTS}{STORY}section = "河流"'),
    ("READ-CHARACTERS READ-STORY-PAGE", f'{FACTS}{STORY}characters = "800-900"\n{HALF}story-page = 2'),
    ("READ-TEASER", FACTS + STORY + 'teaser = "photos/a.png"'),
    ("READ-TEXT READ-TYPE", FACTS + '[[entry]]\npage = "plate"\n[entry.text]\nplate-words = ["甲", "乙"]'),
]  # fmt: skip


@pytest.mark.silent("codes")
@pytest.mark.parametrize(("codes", "text"), STORIES, ids=[codes for codes, _ in STORIES])
def test_manuscripts(codes: str, text: str | bytes, tmp_path: Path) -> None:
    photo(tmp_path)
    written(tmp_path / "stories" / "a" / "story.md", text)
    _, sheet, _ = load_styles(ROOT / "styles")
    story, found = read_story(tmp_path, "a", sheet)
    assert story
    assert [item.text() for item in found] == []


@pytest.mark.silent("codes")
@pytest.mark.parametrize(("codes", "text"), PLANS, ids=[codes for codes, _ in PLANS])
def test_plans(codes: str, text: str, tmp_path: Path) -> None:
    photo(tmp_path)
    written(tmp_path / "issue.toml", text)
    for name in ("a", "夜航-2"):
        written(tmp_path / "stories" / name / "story.md", HEAD)
    plan, found = read_plan(tmp_path)
    assert plan
    assert [item.text() for item in found] == []


def photo(folder: Path) -> None:
    (folder / "photos").mkdir()
    Image.new("L", (8, 8)).save(folder / "photos" / "a.png")


HOUSE_AS_IT_IS = (
    "READ-LENGTH READ-NEEDED READ-VALUE READ-TYPE-AREA READ-OFF-SHEET READ-NO-WIDTH READ-CHOICE READ-INK READ-KEY"
)
STYLES_AS_THEY_ARE = "READ-STYLE READ-EXTENDS READ-INK READ-RANGE READ-VALUE READ-TYPE READ-KEY-STRANGE READ-TOML"
TEMPLATES_AS_THEY_ARE = "READ-OFF-GRID READ-OVERLAP READ-HIDDEN READ-TWICE"


@pytest.mark.silent("codes")
@pytest.mark.parametrize("codes", [HOUSE_AS_IT_IS, STYLES_AS_THEY_ARE, TEMPLATES_AS_THEY_ARE])
@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_the_shipped_styles(design: str, codes: str) -> None:
    house, sheet, found = load_styles(ROOT / "styles", design)
    assert house and sheet
    _, more = load_templates(ROOT / "styles", house, sheet, design)
    assert [item.text() for item in (*found, *more)] == []


def test_these_are_the_mistakes_they_come_near_to() -> None:
    """The tables beside which these stand have a row that fires for each of their codes."""
    fired = " ".join(" ".join(wanted) for _, wanted in (*DESIGNS.values(), *HOUSES.values()))
    for code in STYLES_AS_THEY_ARE.split():
        assert code in fired
