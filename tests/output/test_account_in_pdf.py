"""The account once more, from the PDF's own text: each story's characters stand in the file as often as they were
written, in three designs and in issues made at random."""

import random
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import toml

from layout import paint, pdf
from layout.job.build import compose, settings
from layout.job.cache import FileCache
from layout.job.clock import Clock
from layout.job.load import Loaded, load
from layout.job.photos import without
from layout.job.typeset import Issue
from layout.model.story import Story
from layout.verify import account
from layout.verify.placed import line_characters
from tests.output.programs import program

ROOT = Path(__file__).parents[2]
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
WORDS = "船底朝天晾了三日木匠才拿斧子敲它渡口的灯亮到后半夜水位尺旁第一班靠岸有人提着鱼也有人什么都没提"


def set_issue(folder: Path) -> tuple[Loaded, Issue]:
    """The issue without its pictures, whose pixels are no matter here."""
    loaded, found = load(folder)
    assert loaded, [item.text() for item in found]
    issue, _ = compose(loaded, Clock())
    return loaded, without(issue, set(loaded.pictures))


def texts_of_pages(loaded: Loaded, issue: Issue, folder: Path) -> list[str]:
    """What poppler reads on each page of a press file."""
    sheets = tuple(paint.paint(page, loaded.house, {}) for page in issue.pages)
    parts = pdf.parts(sheets, settings(loaded, "body"), loaded.book, {}, FileCache(folder / "cache"))
    (folder / "body.pdf").write_bytes(b"".join(bytes(part) for part in parts))
    command = [program("pdftotext"), "-raw", str(folder / "body.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return read.split("\f")[:-1]


def han(text: str) -> Counter[str]:
    return Counter(HAN.findall(unicodedata.normalize("NFC", text)))


def held_against(loaded: Loaded, issue: Issue, folder: Path) -> None:
    """Each page's text in the PDF has the Han of its lines, neither more nor fewer; the pages of each story together
    have all Han that were written for it."""
    read = texts_of_pages(loaded, issue, folder)
    by_story: dict[str, Counter[str]] = {}
    for page, text in zip(issue.pages, read, strict=True):
        lines = "".join(line_characters(line) for frame in page.frames for line in frame.lines)
        assert han(text) == han(lines), page.label
        by_story.setdefault(page.story, Counter()).update(han(text))
    for slug, story in loaded.stories.items():
        if slug in by_story:
            assert not written_for(story) - by_story[slug], slug


def written_for(story: Story) -> Counter[str]:
    """The Han of a story, but for the short words of captions, which stand in for others or not at all."""
    stand_ins = {id(photo.short) for photo in story.photos}
    return han("".join(paragraph.text for paragraph in story.paragraphs if id(paragraph) not in stand_ins))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "issue", tmp_path_factory.mktemp("sample") / "issue"))


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_the_sample_in_each_design(design: str, sample: Path, tmp_path: Path) -> None:
    plan = toml.loads((ROOT / "issue" / "issue.toml").read_text("utf-8"))
    chosen = {"design": design} if design else {}
    (sample / "issue.toml").write_text(toml.dumps({**plan, **chosen}), "utf-8")
    held_against(*set_issue(sample), tmp_path)


@pytest.mark.parametrize("seed", range(8))
def test_an_issue_made_at_random(seed: int, tmp_path: Path) -> None:
    """Stories of any length without templates of their own are set whole, in the model and in the file."""
    chance = random.Random(seed)
    write_issue(chance, tmp_path / "issue")
    loaded, issue = set_issue(tmp_path / "issue")
    assert not account(loaded.plan, loaded.stories, issue.pages, issue.findings)
    held_against(loaded, issue, tmp_path)


def write_issue(chance: random.Random, folder: Path) -> None:
    """Some stories of any length with whatever a manuscript may hold, in a design and templates chosen for them."""
    names = [f"pian{number}" for number in range(chance.randint(2, 4))]
    facts = {"slug": "suiji", "number": "1", "title": "河埠", "date": "2026年第1期", "stage": "初校"}
    design = chance.choice(["", "quarterly", "city"])
    entries = [{"page": "contents"}, *({"story": name} for name in names)]
    folder.mkdir()
    plan = {**facts, **({"design": design} if design else {}), "entry": entries}
    (folder / "issue.toml").write_text(toml.dumps(plan), "utf-8")
    for name in names:
        (folder / "stories" / name).mkdir(parents=True)
        (folder / "stories" / name / "story.md").write_text(manuscript(chance), "utf-8")


def manuscript(chance: random.Random) -> str:
    head = {"title": words(chance, 4, 16), "section": "河流"}
    for key, least, most in (("kicker", 3, 10), ("deck", 6, 20), ("standfirst", 30, 80)):
        if chance.random() < 0.5:
            head[key] = words(chance, least, most)
    blocks = [block(chance) for _ in range(chance.randint(1, 24))]
    noted = chance.randint(0, 3)
    blocks += [
        f"{words(chance, 8, 40)}[^{number}]。\n\n[^{number}]: {words(chance, 6, 60)}。" for number in range(noted)
    ]
    return f"+++\n{toml.dumps(head)}+++\n\n" + "\n\n".join(blocks) + "\n"


def block(chance: random.Random) -> str:
    """Mostly a paragraph; now and then a subhead and its text, a box, a list, a table or a quotation."""
    kind = chance.choice(("text",) * 8 + ("subhead", "box", "list", "table", "quote"))
    text = f"{words(chance, 20, 200)}。"
    if kind == "subhead":
        return f"## {words(chance, 4, 12)}\n\n{text}"
    if kind == "box":
        return f"::: {chance.choice(('box', 'bio', 'note', 'keypoints'))}\n- {words(chance, 8, 60)}\n:::\n\n{text}"
    if kind == "list":
        return "\n".join(f"- {words(chance, 4, 30)}" for _ in range(3))
    if kind == "table":
        rows = "\n".join(f"| {words(chance, 2, 5)} | {words(chance, 2, 9)} |" for _ in range(3))
        return f"| 甲 | 乙 |\n|---|---|\n{rows}"
    return f"> {text}" if kind == "quote" else text


def words(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(WORDS, k=chance.randint(least, most)))
