"""An issue of everything: each text has a number of its own, and is read back from the pages.

Boxes of all kinds, photos with captions, notes everywhere, a table, all roles of a heading, a filler, contents and a
short text of the plan, on each kind of page of three designs. What the account finds lost is shown; what an earlier
stage has told is not.
"""

from pathlib import Path

import pytest

from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import load
from layout.verify import account
from tests.texts.desk import FILLING, Issue, codes, text_on

KINDS = ("box", "keypoints", "figures", "bio", "note", "quote")
LABELS = ("t", "k", "d", "s", "b", "x", "tc", "th", "td", *(f"q{kind}" for kind in KINDS), *"012", *"345")
FRONT = """title = "题零一[^t]"
series = "系零二"
kicker = "眉零三[^k]"
deck = "副零四[^d]"
standfirst = "导零五[^s]"
label = "标零六"
section = "栏零七"
authors = ["袁卫[^b]", "岑文华"]
role = "本刊记者"
"""


def body(rows: int) -> str:
    """Everything that a manuscript can hold, with so many stretches of text between."""
    between = FILLING * rows
    made = [f"起首[^x]，又见[^t]。{between}"]
    for kind in KINDS:
        made += [f"::: {kind} 框题{kind}[^q{kind}]\n框文{kind}甲。\n\n框文{kind}乙。\n:::", between]
    for at in range(3):
        made += [f"## 小题{at}号[^{at}]", between, f"![图说{at}号[^{at + 3}]　何篙 摄](photos/p.jpg)"]
    made += ["表1　表题[^tc]\n\n| 站[^th] | 时 |\n|---|---|\n| 柳渡 | 八点[^td] |", "***", "末段到此。"]
    return "\n\n".join([*made, *(f"[^{label}]: 注{label}完。" for label in LABELS)])


DESIGNS = ("", "quarterly", "city")
OPENERS = (
    *("article-open", "auto-open", "auto-open-label", "auto-open-lead", "column-open", "editorial", "essay", "poem"),
    *("feature-open", "interview-open", "leader-open", "leader-spread", "news-open", "spread-open", "theory"),
    *("vertical-open", "case-open", "data-open", "corner-open", "plate-essay", "advert-open", "annotated", "briefs"),
)
SHARE = [(DESIGNS[at % 3], opener) for at, opener in enumerate(OPENERS)]
"""Each kind of page in one of the designs."""


@pytest.mark.parametrize(("design", "opener"), [*SHARE, ("quarterly", "editorial"), ("city", "auto-open-lead")])
def test_what_a_page_has_no_place_for_is_told(tmp_path: Path, design: str, opener: str) -> None:
    """Heads, photos and boxes without a frame have a finding of their own; of all else nothing is lost."""
    issue = Issue(tmp_path, f'design = "{design}"\n' if design else "")
    issue.photo(size=(600, 400))
    issue.story("a", FRONT, body(1 + len(opener) % 5), f'templates = ["{opener}"]')
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    made, found = compose(loaded, Clock())
    lost = [dict(item.values)["text"] for item in account(loaded.plan, loaded.stories, made.pages, found)]
    shown = text_on(made.pages)
    gone = [text for text in lost if not (text.endswith("完。") and text[0] not in shown)]  # a note whose mark is gone
    assert not gone, codes(found)
