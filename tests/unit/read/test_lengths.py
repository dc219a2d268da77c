"""字数: what counts as one character, and stories that are longer or shorter than the plan wants them."""

from pathlib import Path

import pytest

from layout.model.plan import Plan
from layout.model.story import characters
from layout.read import check_lengths, read_plan, read_story

HEAD = '+++\ntitle = "夜航"\nauthors = ["何篙"]\nstandfirst = "不算在内"\n+++\n'


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("水从山上下来。", 7),
        ("“水”，——……", 8),
        ("用 AI 写 3.5%", 4),
        ("PM2.5超标", 3),
        ("hello, world", 2),
        ("甲\u3000乙 丙", 3),
        ("①注·●", 4),
        ("α—烯烃", 4),
        ("𠮷野家", 3),
    ],
)
def test_what_counts(text: str, count: int) -> None:
    assert characters(text) == count


def told(tmp_path: Path, text: str, wanted: str) -> list[tuple[str, int, int, str]]:
    """Code, line and column, and by how many, for a story of that text."""
    folder = tmp_path / "stories" / "a"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.md").write_text(HEAD + text, "utf-8")
    facts = "".join(f'{key} = "x"\n' for key in ("slug", "number", "title", "date"))
    (tmp_path / "issue.toml").write_text(f'{facts}[[entry]]\nstory = "a"\ncharacters = {wanted}\n', "utf-8")
    plan, found = read_plan(tmp_path)
    story, _ = read_story(tmp_path, "a")
    assert isinstance(plan, Plan) and story and not found
    items = check_lengths(plan, {"a": story})
    for item in items:
        assert item.text("en") and item.text("zh")
    return [(i.code, i.place.line, i.place.column, dict(i.values)["by"]) for i in items if i.place]


HUNDRED = "甲乙丙丁戊己庚辛壬。" * 10


@pytest.mark.exactly("found")
@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        (HUNDRED, "100", []),
        (HUNDRED, "96", []),
        (HUNDRED, "105", []),
        (HUNDRED, "95", [("READ-TOO-LONG", 6, 96, "5")]),
        (HUNDRED, "106", [("READ-TOO-SHORT", 6, 100, "6")]),
        (HUNDRED, '"98-102"', []),
        (HUNDRED, '"-99"', [("READ-TOO-LONG", 6, 100, "1")]),
        (HUNDRED, '"101-"', [("READ-TOO-SHORT", 6, 100, "1")]),
        (f"## 小标题\n\n{HUNDRED}\n\n{HUNDRED}", "103", [("READ-TOO-LONG", 10, 1, "100")]),
        (f"{HUNDRED}\n\n::: box 题\n{HUNDRED}\n:::", "201", []),
        (f"{HUNDRED}[^1]\n\n[^1]: {HUNDRED}", '"200"', []),
        (f"![图说不算在内的](photos/x.jpg)\n\n{HUNDRED}", '"100"', []),
        ("", "100", [("READ-TOO-SHORT", 1, 1, "100")]),
    ],
)
def test_the_wanted_length(tmp_path: Path, text: str, wanted: str, found: list[tuple[str, int, int, str]]) -> None:
    assert told(tmp_path, text, wanted) == found
