"""What is twice as long costs twice as much: manuscripts that once took four or eight times as long for each doubling.

Each is set at a length and at four times that length. Quadratic cost would be sixteen times as much; what is allowed is
eight, with a floor under both times, so that a busy machine fails nothing.
"""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import Loaded, load
from layout.model.value import replace
from layout.read import load_styles
from layout.read.init import make_issue
from layout.read.story import story

TIMES, ALLOWED = 4, 8
FLOOR = 0.02
"""Seconds of CPU that are too few to be compared."""
HAN = "春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明"


def han(count: int) -> str:
    return (HAN * (count // len(HAN) + 1))[:count]


def said(count: int) -> str:
    """Sentences of eighteen characters."""
    return "，".join(han(18) for _ in range(count // 18 + 1)) + "。"


def noted(count: int) -> str:
    text = "".join(f"{han(20)}[^{number}]" for number in range(count))
    return text + "\n\n" + "\n\n".join(f"[^{number}]: {han(15)}" for number in range(count))


MANUSCRIPTS: dict[str, tuple[Callable[[int], str], int]] = {
    "one note": (lambda n: f"{said(200)}[^1]\n\n[^1]: {said(n)}", 1000),
    "notes": (noted, 60),
    "Latin words": (lambda n: "the quick brown fox jumps over a lazy dog " * n, 250),
    "numbers": (lambda n: "021 654 321 " * n, 700),
    "one word": (lambda n: "x" * n, 5000),
    "hyphenated": (lambda n: "well-known-" * n, 700),
    "dots": (lambda n: "." * n, 16000),
    "dashes": (lambda n: "—" * n, 16000),
    "stars": (lambda n: "* " * n + "x", 2500),
    "subscripts": (lambda n: "水~2~" * n, 700),
    "subheads": (lambda n: "\n\n".join(["## " + han(8)] * n), 250),
    "marks within marks": (lambda n: "[春**江" * n + "]{.kai}**" * n, 400),
    "brackets": (lambda n: "[春]{" * n, 2000),
    "unclosed marks": (lambda n: "春**江" * n, 2000),
    "photo without an end": (lambda n: "![](" + " " * n + "x", 4000),
    "table": (lambda n: "|一|二|\n|-|-|\n" + f"|{han(4)}|{han(6)}|\n" * n, 100),
    "bars": (lambda n: "|" * n, 2500),
    "items": (lambda n: f"- {han(12)}\n" * n, 250),
    "quotation marks": (lambda n: "“" * n + "春" + "”" * n, 3000),
    "one paragraph": (said, 12000),
}  # fmt: skip
"""What each is made of, and the shorter of its lengths."""


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("straight") / "issue"
    make_issue(folder)
    loaded, _ = load(folder)
    assert loaded
    only = replace(loaded.plan, entries=loaded.plan.entries[:1])
    return replace(loaded, plan=only)


@pytest.fixture(autouse=True)
def _no_collector() -> Iterator[None]:
    """As the command has it: rings are never looked for."""
    gc.disable()
    yield
    gc.enable()


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return max(time.process_time() - began, FLOOR)


def straight(work: Callable[[int], object], count: int) -> None:
    """Measured again where it comes out badly: another job may have had the machine's caches."""
    for _ in range(3):
        once, longer = seconds(lambda: work(count)), seconds(lambda: work(TIMES * count))
        if longer <= ALLOWED * once:
            return
    raise AssertionError(f"{longer / once:.1f} times the cost for {TIMES} times the length ({longer:.2f} s)")


@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_a_longer_manuscript_costs_in_proportion(name: str, issue: Loaded) -> None:
    made, count = MANUSCRIPTS[name]

    def work(count: int) -> None:
        text, _ = story(f'+++\ntitle = "试"\n+++\n\n{made(count)}\n', issue.folder, "zaoshi", issue.sheet)
        assert text
        compose(replace(issue, stories={"zaoshi": text}), Clock())

    straight(work, count)


@pytest.mark.parametrize("ring", [False, True])
def test_styles_that_extend_one_another(ring: bool, tmp_path: Path) -> None:
    styles = Path(__file__).parents[1] / "styles"

    def work(count: int) -> None:
        last = "s0" if ring else "body"
        rows = (f'[paragraph.s{at}]\nextends = "{f"s{at + 1}" if at + 1 < count else last}"\n' for at in range(count))
        (tmp_path / "text.toml").write_text("".join(rows), "utf-8")
        _, sheet, found = load_styles(styles, own=tmp_path)
        assert sheet and [item.code for item in found] == ["READ-EXTENDS"] * ring

    straight(work, 500)
