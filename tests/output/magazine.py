"""A folder goes in; a whole magazine of invented prose is in it: plan, stories of every kind, photos.

The stories are as long as those of a printed fortnightly were found to be: two pages of some 2,300 characters with
three subheads and a photo or two, four pages of 5,000, briefs of 120, key figures of 50. Same seed, same bytes.
"""

import json
import random
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw

SEED = 20261125
WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
CASES = (("one", 1), ("pair", 1), ("bullet", 0), ("one", 2), ("pair", 2), ("one", 1))
"""Kind of subheads and number of photos of each."""
CONTENTS = """[[entry]]
page = "contents-spread"
templates = ["contents-spread", "contents-next"]
section = "目录"
[entry.text]
contents-head = "目录"
contents-abstract = "水路和手艺深度融合，河湾的制造业怎样走上新的一程。"
copublishers = ["澜江民安银行", "清浦文化集团", "芦口港区管理委员会"]
jointly = "协办"
"""


def toml(**values: object) -> str:
    """Texts and lists of texts, which TOML writes as JSON does; what is empty is left out."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value)


@dataclass
class Writer:
    """Prose by chance."""

    chance: random.Random = field(default_factory=lambda: random.Random(SEED))

    def says(self, form: str) -> str:
        """The form with a word for each {kind}."""
        return re.sub(r"\{(\w+)\}", lambda kind: self.chance.choice(WORDS[kind[1]]), form)

    def some(self, kind: str, count: int) -> list[str]:
        return self.chance.sample(WORDS[kind], count)

    def paragraph(self, least: int) -> str:
        text = self.says("**{so}。**") if self.chance.random() < 0.25 else ""
        while len(text) < least:
            text += self.says(self.chance.choice(WORDS["sentences"]))
        return text

    def paragraphs(self, characters: int) -> list[str]:
        made: list[str] = []
        while (left := characters - sum(map(len, made))) > 30:
            made.append(self.paragraph(min(left - 20, self.chance.randint(70, 200))))
        return made

    def under(self, heads: list[str], characters: int) -> list[str]:
        """So much text, the heads spread through it."""
        body = self.paragraphs(characters // (2 * len(heads) + 2))
        for number, head in enumerate(heads):
            left = characters - sum(map(len, body))
            body += [head, *self.paragraphs(left // (len(heads) - number))]
        return body

    def heads(self, kind: str) -> list[str]:
        """Three subheads: of one line, of a short and a longer one, of three, or led by ●."""
        pairs = list(zip(self.some("short", 3), self.some("heads", 3), strict=True))
        forms = {
            "one": "## {1}",
            "pair": "## {0}\n## {1}",
            "three": "## {0}，\n## {1}，\n## 一步一步走下去",
            "bullet": "## ●{0}，{1}",
        }
        return [forms[kind].format(*pair) for pair in pairs]


@dataclass
class Magazine:
    """What is being written: stories, photos and the entries of the plan."""

    root: Path
    writer: Writer = field(default_factory=Writer)
    entries: list[str] = field(default_factory=list)
    photos: int = 0
    chosen: bool = False
    """no templates are named for stories"""

    def photo(self, caption: str = "", told: str = "", size: tuple[int, int] = (1500, 1000)) -> str:
        """A picture of its own, as a line of a manuscript."""
        self.photos += 1
        path = self.root / "photos" / f"{self.photos:02}.jpg"
        path.parent.mkdir(exist_ok=True)
        image = Image.new("RGB", size, (40 + self.photos * 4, 90, 220 - self.photos * 4))
        ImageDraw.Draw(image).ellipse((450, 250, 950, 750), fill=(230, 200, 120))
        image.save(path, quality=60)
        return f"![{caption}](photos/{path.name}){told}"

    def shot(self) -> str:
        return self.photo(self.writer.says("{who}{did}"))

    def story(
        self,
        slug: str,
        body: list[str],
        templates: str,
        pages: int,
        plan: str = "",
        listed: bool = True,
        **head: object,
    ) -> None:
        """A story and its entry; `plan`: what else the entry says."""
        folder = self.root / "stories" / slug
        folder.mkdir(parents=True)
        text = "\n\n".join(body)
        (folder / "story.md").write_text(f"+++\n{toml(**head)}+++\n\n{text}\n", encoding="utf-8")
        named = [] if self.chosen else templates.split()
        entry = toml(story=slug, templates=named, pages=pages) + ("" if listed else "listed = false\n")
        self.entries.append(f"[[entry]]\n{entry}{plan * (not self.chosen)}")


def write(root: Path, chosen: bool = False) -> None:
    """The whole issue in its order; `chosen`: its plan names no templates for stories."""
    made = Magazine(root, chosen=chosen)
    w = made.writer
    editorial = [f"**{w.says('{so}，{so}。')}**{w.paragraph(150)}" for _ in range(7)]
    made.story("editorial", editorial, "editorial-columns", 1, listed=False, section="卷首")
    made.entries.append(CONTENTS)
    _news(made)
    _leader(made)
    _feature(made)
    body = w.under(w.heads("bullet"), 2330)
    head = {"title": "以新的水路推动河湾", "label": "科技和产业", "role": "澜江省水路厅厅长"}
    made.story("office", body, "article-text article-next", 2, **head, authors=["詹敏"], section="关注")
    for number in range(len(CASES) * 3):
        _case(made, number, *CASES[number % len(CASES)])
    body = [made.shot(), *w.under(w.heads("one"), 2050)]
    made.story("vertical", body, "vertical-open", 2, title="千年咸香", authors=["许淑"], section="风物")
    _columns(made)
    for number, count in enumerate((4, 5)):
        _advertorial(made, number, count)
    head = toml(slug="magazine", number="11", title="今日澜江", date="2026年6月上")
    data = '[data]\nseries-link = "https://lanjiang.example/ham"\n'
    (root / "issue.toml").write_text("\n".join([head, data, *made.entries]), encoding="utf-8")


def _news(made: Magazine) -> None:
    """要闻 with key points, briefs with a photo, key figures beside wide briefs."""
    w = made.writer
    points = "\n".join(f"- {w.says('{when}，{who}{did}，{so}，{places}{did}')}" for _ in range(5))
    title = ["坚定信心把河湾守好", "一笔一笔写下新的水路图"]
    body = [f"::: keypoints\n{points}\n:::", *w.paragraphs(1750)]
    head = {"kicker": "在清浦考察时强调", "title": title, "label": "半月时政"}
    made.story("news", body, "news-close", 1, **head, section="要论")
    briefs = [block for line in w.some("heads", 6) for block in (f"## {line}", w.paragraph(110))]
    shot = made.photo(w.paragraph(60), '{credit="胡静 摄"}')
    made.story("briefs", [shot, *briefs], "briefs", 1, title="双周观察", section="时政")
    numbers = ("6项", "9.7%", "9.9%", "700.94公斤", "1.14万亿元")
    figures = "\n\n".join(f"## {n}\n\n{w.says('{when}{places}{figures}，{who}{did}。')}" for n in numbers)
    wide = [block for line in w.some("heads", 4) for block in (f"## {line}", w.paragraph(120))]
    body = [*wide, f"::: figures\n{figures}\n:::"]
    made.story("figures", body, "figures", 1, title="澜江新政", label="数字", section="时政")


def _leader(made: Magazine) -> None:
    """A speech over four pages in loose lines, signed off."""
    w = made.writer
    body = [*w.under(w.heads("three"), 3900), ">> （摘自5月23日在全省水路大会上的讲话）"]
    head = {"kicker": "扭住关键", "title": ["努力打造水路和手艺", "深度融合的河湾"], "role": "澜江省水路厅厅长"}
    made.story("leader", body, "leader-loose", 4, **head, authors=["闻渡"], section="要论")


def _feature(made: Magazine) -> None:
    """The cover story over five pages with heads of three levels; a photo fills its third page."""
    w = made.writer
    heads = [head for pair in w.heads("pair") for head in (pair, *(f"### {line}" for line in w.some("dashes", 2)))]
    body = [made.shot(), f"::: keypoints\n- {w.paragraph(90)}\n:::", *w.under(heads, 4300)]
    body.insert(9, made.shot())
    body.insert(12, made.photo("总装车间", "{columns=3}", (1400, 1900)))
    head = {"kicker": "深度融合", "title": "攀高逐新向未来", "deck": "——河湾制造业综述", "label": "科技和产业"}
    templates = "feature-abstract feature-photo photo-page article-next article-next"
    made.story("feature", body, templates, 5, **head, authors=["马跃明", "杨晨"], role="本刊记者", section="关注")


def _case(made: Magazine, number: int, kind: str, photos: int) -> None:
    """A report of two pages from a place."""
    w = made.writer
    body = w.under(w.heads(kind), 2500 - 260 * photos)
    for index in range(photos):
        body.insert(index * len(body) // 2, made.shot())
    first, second = w.says("从{short}"), w.says("到“{what}”")
    title = [first, second] if number % 2 else first + second
    head = {"kicker": w.says("{places}"), "title": title, "authors": w.some("names", 1 + number % 3)}
    section = ("一镇一法", "经济建设", "社会建设")[number // len(CASES)]
    made.story(f"case{number}", body, "article-open article-next", 2, **head, role="本刊记者", section=section)


def _columns(made: Magazine) -> None:
    """A column under a vertical title, an essay, a theoretical one with its author's box, one with a cartoon."""
    w = made.writer
    body = [made.shot(), *w.under(w.heads("bullet"), 1650)]
    plan = toml(coorganisers=["《今日澜江》杂志社", "澜江省风物厅"], jointly="联办", **{"code-words": "扫一扫，读全书"})
    head = {"title": "千年咸香写传奇", "series": "美丽风物", "authors": ["许淑瑶"], "section": "风物"}
    made.story("column", body, "column-open column-next", 2, f"[entry.text]\n{plan}", **head)
    head = {"title": "远乡新光景", "authors": ["蔡利"], "series": "专栏", "section": "专栏"}
    made.story("essay", w.paragraphs(1250), "essay", 1, **head)
    body = [f"::: bio 作者简介\n{w.paragraph(60)}\n:::", *w.paragraphs(1130)]
    head = {"title": ["新在何处", "旧在何处"], "authors": ["辛鸣"], "series": "专栏", "section": "专栏"}
    made.story("theory", body, "theory-columns", 1, **head)
    body = [*w.paragraphs(1180), made.photo("", '{credit="余足云 画" fit=whole}')]
    head = {"title": "且慢做“差不多先生”", "authors": ["余足云"], "series": "澜江漫笔", "section": "漫笔"}
    made.story("cartoon", body, "cartoon", 1, **head)


def _advertorial(made: Magazine, number: int, photos: int) -> None:
    """Two pages from a county with four or five photographs."""
    w = made.writer
    body = w.under(w.heads(("one", "pair")[number]), 1700)
    for index in range(photos):
        body.insert(index * len(body) // photos, made.shot())
    head = {"kicker": WORDS["places"][number], "title": w.says("越走越近的“{what}”"), "section": "广告"}
    made.story(f"advert{number}", body, "advert-report advert-report-next", 2, listed=False, **head)
