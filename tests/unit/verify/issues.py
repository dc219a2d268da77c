"""Small issues for tests of what a build made: written to a folder, set, and their pages changed afterwards."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import Loaded, load
from layout.model.finding import Finding
from layout.model.page import Page, PlacedFrame
from layout.model.value import replace

PLAN = """\
slug = "shiyan"
number = "1"
title = "河埠"
date = "2026年第1期"
stage = "初校"

[[entry]]
page = "contents"

[[entry]]
story = "fengchuan"
"""
STORY = """\
+++
title = "封船记"
kicker = "腊月"
standfirst = "入冬第一场雪以前，渡口把旧船拖上岸来。"
authors = ["何篙"]
section = "河流"
+++

船底朝天晾了三日[^1]，木匠才拿斧子敲它。敲一下，听一下，听到第七下停住，说这里空了。

![晾在岸上的渡船](photos/boat.jpg){credit="石念慈 摄" short="渡船"}

## 桐油要熬两遍

头一遍去水，第二遍去火气。火气没有去净的油，刷上去好看，开春就起皮。

| 工序 | 天数 |
|---|---:|
| 刮底 | 两天 |
| 上油 | 五天 |

[^1]: 逢阴天另算。
"""


class Set:
    """An issue as it was set."""

    def __init__(self, folder: Path) -> None:
        loaded, found = load(folder)
        assert loaded, [item.text() for item in found]
        issue, more = compose(loaded, Clock())
        self.loaded: Loaded = loaded
        self.pages: tuple[Page, ...] = issue.pages
        self.found: tuple[Finding, ...] = found + more


def write(folder: Path, plan: str = PLAN, **stories: str) -> Path:
    """An issue of this plan; without `stories`, with the one story of this module."""
    for name, text in (stories or {"fengchuan": STORY}).items():
        (folder / "stories" / name).mkdir(parents=True, exist_ok=True)
        (folder / "stories" / name / "story.md").write_text(text, "utf-8")
    (folder / "photos").mkdir(exist_ok=True)
    Image.new("RGB", (1500, 1000), (90, 120, 140)).save(folder / "photos" / "boat.jpg")
    (folder / "issue.toml").write_text(plan, "utf-8")
    return folder


def changed(pages: tuple[Page, ...], change: Callable[[PlacedFrame], PlacedFrame]) -> tuple[Page, ...]:
    """The pages with every frame as `change` makes it."""
    return tuple(replace(page, frames=tuple(map(change, page.frames))) for page in pages)
