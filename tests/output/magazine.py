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

    def photo(self, caption: str = "", told: str = "", size: tuple[int, int] = (1500, 1000)) -> str:
        """A picture of its own, as a line of a manuscript."""
        self.photos += 1
        path = self.root / "photos" / f"{self.photos:02}.jpg"
        path.parent.mkdir(exist_ok=True)
        image = Image.new("RGB", size, (40 + self.photos * 7, 90, 220 - self.photos * 6))
        ImageDraw.Draw(image).ellipse((450, 250, 950, 750), fill=(230, 200, 120))
        image.save(path, quality=60)
        return f"![{caption}](photos/{path.name}){told}"

    def shot(self) -> str:
        return self.photo(self.writer.says("{who}{did}"))

    def story(self, slug: str, body: list[str], templates: str, pages: int, **head: object) -> None:
        folder = self.root / "stories" / slug
        folder.mkdir(parents=True)
        text = "\n\n".join(body)
        (folder / "story.md").write_text(f"+++\n{toml(**head)}+++\n\n{text}\n", encoding="utf-8")
        self.entries.append("[[entry]]\n" + toml(story=slug, templates=templates.split(), pages=pages))


def write(root: Path) -> None:
    """The whole issue in its order."""
    made = Magazine(root)
    w = made.writer
    made.story("editorial", w.paragraphs(640), "editorial", 1, title="向新而行", section="卷首")
    made.entries.append('[[entry]]\npage = "contents"\nsection = "目录"\n[entry.text]\ncontents-head = "目录"\n')
    _news(made)
    _leader(made)
    _feature(made)
    for number, (kind, photos) in enumerate(CASES):
        _case(made, number, kind, photos)
    body = [made.shot(), *w.under(w.heads("one"), 2050)]
    made.story("vertical", body, "vertical-open", 2, title="千年咸香", authors=["许淑"], section="风物")
    _columns(made)
    head = toml(slug="magazine", number="11", title="今日澜江", date="2026年6月上")
    (root / "issue.toml").write_text("\n".join([head, *made.entries]), encoding="utf-8")


def _news(made: Magazine) -> None:
    """要闻 with key points, briefs, key figures beside wide briefs."""
    w = made.writer
    points = "\n".join(f"- {w.says('{when}，{who}{did}，{so}，{who}{did}')}" for _ in range(5))
    title = ["坚定信心把河湾守好", "一笔一笔写下新的水路图"]
    body = [f"::: keypoints\n{points}\n:::", *w.paragraphs(900)]
    made.story("news", body, "news-open", 1, kicker="在清浦考察时强调", title=title, section="要论")
    briefs = [block for line in w.some("heads", 6) for block in (f"## {line}", w.paragraph(70))]
    made.story("briefs", [made.photo(w.paragraph(60)), *briefs], "briefs", 1, title="双周观察", section="时政")
    figures = "\n\n".join(f"## {n}\n\n{w.says('{when}{places}{figures}。')}" for n in ("6项", "9.7%", "1.14万亿元"))
    wide = [block for line in w.some("heads", 4) for block in (f"## {line}", w.paragraph(120))]
    body = [*wide, f"::: figures\n{figures}\n:::"]
    made.story("figures", body, "figures", 1, title="澜江新政", label="数字", section="时政")


def _leader(made: Magazine) -> None:
    """A speech over four pages, signed off."""
    body = [*made.writer.under(made.writer.heads("three"), 5100), ">> （摘自5月23日在全省水路大会上的讲话）"]
    head = {"kicker": "扭住关键", "title": ["努力打造水路和手艺", "深度融合的河湾"], "role": "澜江省水路厅厅长"}
    made.story("leader", body, "leader-open", 4, **head, authors=["闻渡"], section="要论")


def _feature(made: Magazine) -> None:
    """The cover story over five pages with heads of three levels; a photo fills its third page."""
    w = made.writer
    heads = [head for pair in w.heads("pair") for head in (pair, *(f"### {line}" for line in w.some("dashes", 2)))]
    body = [made.shot(), f"::: keypoints\n- {w.paragraph(110)}\n:::", *w.under(heads, 4500)]
    body.insert(9, made.shot())
    body.insert(12, made.photo("总装车间", "{columns=3}", (1400, 1900)))
    head = {"kicker": "深度融合", "title": "攀高逐新向未来", "deck": "——河湾制造业综述", "label": "科技和产业"}
    templates = "feature-open feature-photo photo-page article-next article-next"
    made.story("feature", body, templates, 5, **head, authors=["马跃明", "杨晨"], role="本刊记者", section="关注")


def _case(made: Magazine, number: int, kind: str, photos: int) -> None:
    """A report of two pages from a place."""
    w = made.writer
    body = w.under(w.heads(kind), 2500 - 260 * photos)
    for index in range(photos):
        body.insert(index * len(body) // 2, made.shot())
    first, second = w.says("从{short}"), w.says("到“{what}”")
    title = [first, second] if number % 2 else first + second
    head = {"kicker": WORDS["places"][number], "title": title, "authors": w.some("names", 1 + number % 3)}
    made.story(f"case{number}", body, "article-open", 2, **head, role="本刊记者", section="一镇一法")


def _columns(made: Magazine) -> None:
    """An essay, a theoretical column with its author's box, an essay with a cartoon."""
    w = made.writer
    made.story("essay", w.paragraphs(1250), "essay", 1, title="远乡新光景", authors=["蔡利"], section="专栏")
    body = [f"::: bio 作者简介\n{w.paragraph(60)}\n:::", *w.paragraphs(980)]
    made.story("theory", body, "theory", 1, title=["新在何处", "旧在何处"], authors=["辛鸣"], section="专栏")
    body = [*w.paragraphs(1150), made.photo("", '{credit="余足云 画"}')]
    made.story("cartoon", body, "cartoon", 1, title="且慢做“差不多先生”", authors=["余足云"], section="漫笔")
