"""docs/plan.md and its Chinese version: what they show can be used as it stands, and both show the same."""

import re
from pathlib import Path

import pytest

from layout.read import check_plan, load_styles, load_templates, read_plan

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ("plan.md", "plan.zh-CN.md")


def blocks(guide: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```$", (ROOT / "docs" / guide).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def bare(block: str) -> str:
    """Without comments."""
    return re.sub(r" *#.*", "", block)


def test_both_show_the_same() -> None:
    one, other = ([bare(block) for block in blocks(guide)] for guide in GUIDES)
    assert one == other and len(one) > 4


@pytest.mark.parametrize("guide", GUIDES)
def test_texts_of_templates_are_named(guide: str) -> None:
    """The table of texts has every template that takes some, and all their names; the house's are those of every
    design, which may take fewer."""
    rows = re.findall(
        r"^\| `([\w-]+)` \| ((?:`[\w-]+` ?)+) \|", (ROOT / "docs" / guide).read_text("utf-8"), re.MULTILINE
    )
    told = {name: set(re.findall(r"[\w-]+", texts)) for name, texts in rows}
    for folder in ("pages", "city/pages", "quarterly/pages"):
        for path in (ROOT / "styles" / folder).glob("*.toml"):
            taken = set(re.findall(r'^(?:takes = "text:|beside = ")([\w-]+)"', path.read_text("utf-8"), re.MULTILINE))
            assert taken <= told.get(path.stem, set()), path
            assert folder != "pages" or path.stem not in told or taken == told[path.stem], path


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_what_is_shown_is_right(design: str, tmp_path: Path) -> None:
    """Each block alone under the facts of the first: every key, template and text name; pictures are missing."""
    facts, *rest = blocks(GUIDES[0])
    facts = facts.replace('design = "city"', f'design = "{design}"' if design else "")
    house, sheet, _ = load_styles(ROOT / "styles", design)
    assert house and sheet
    templates, _ = load_templates(ROOT / "styles", house, sheet, design)
    for block in rest:
        for slug in re.findall(r'^story = "(\w+)"', block, re.MULTILINE):
            (tmp_path / "stories" / slug).mkdir(parents=True, exist_ok=True)
            (tmp_path / "stories" / slug / "story.md").write_text("+++\n+++\n", "utf-8")
        always = '[[entry]]\npage = "contents"\n' if "story =" not in block else ""
        (tmp_path / "issue.toml").write_text(f"{facts}\n{always}{block}", "utf-8")
        plan, found = read_plan(tmp_path)
        assert plan and {item.code for item in found} <= {"READ-PHOTO"}, [item.text() for item in found]
        assert not check_plan(plan, templates), [item.text() for item in check_plan(plan, templates)]
