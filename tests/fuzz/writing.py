"""Random texts: what authors type, paste and break; manuscripts, plans and TOML of known keys with any values."""

import json
from random import Random

HAN = "春江潮水连海平上明月共生滟随波千万里何处无流宛转绕芳甸照花林皆似霰空里飞"
MARKS = "，。、；：？！“”‘’（）《》〈〉「」『』【】—…·～／"
WORDS = (
    "iPhone", "A", "GDP", "the door", "internationalisation", "don’t", "PM~2.5~", "x^2^", "2026", "3.5%",
    "¥5,999", "12", "5 km", "345 000", "www.example.org/a/b", "https://example.org/" + "a/" * 20, "a@b.example",
    "x" * 60, "ab-cd", "A+",
)  # fmt: skip
ODD = (
    " ", "\u3000", "\u3000\u3000", "\u00a0", "\u200b", "\u2060", "\u202e", "\ufeff", "\u0301", "\ufe00",
    "\u00ad", "\u2028", "🙂", "𠀀", "㍿", "⼀", "ﬁ", "é", "①", "⒈", "ㄅ", "ｱ", "한", "א", "\x07", "\x1b[31m", "\t",
    "\ue000", "\u2e80", "︰",
)  # fmt: skip
SIGNS = (
    "**", "*", "***", "_", "`", "~~", "==", "[", "]", "]{.dot}", "]{.kai}", ']{ruby="bù"}', "]{cells=4}", "]{",
    "}", "](https://a.example)", "](", "[^1]", "[^2]", "[^a b]", "~2~", "^n^", "\\", "\\*", "$x$", "&nbsp;",
    "<b>", "<!--", "-->", "%%", "{pagenumber}", "TODO", "××", "???", '"', "'", "|", "||", "(", ")", "{", "{{",
)  # fmt: skip
LINES = (
    "## {}", "### {}", "# {}", "###### {}", "- {}", "- （一）{}", "1. {}", "  - {}", "1、{}", "（2）{}", "> {}",
    ">> {}", "::: box {}", "::: keypoints {}", "::: figures {}", "::: bio {}", "::: note {}", "::: quote {}",
    "::: nope {}", ":::", "[^1]: {}", "[^2]: {}", "[^3]: {}", "* * *", "***", "---", "![{}](photos/a.jpg)",
    "![{}](photos/none.jpg){{columns=2}}", '![{}](photos/a.jpg){{credit="{}" focus="50% 40%"}}', "![{}](",
    "![](" + " " * 40 + "{}", "|{}|二|", "|---|---|", "|", "|||", "|-|", "表1　{}", "● {}", "```", "{}\\", "+++",
    "　　{}", "{}：“{}”", "〔{}〕",
)  # fmt: skip
LEAVES = (
    "body", "story", "1-3", "-36", "0", "2em", "3mm", "104%", "-5%", "500pt", "1000000mm", "0.0001pt",
    "accent 10%", "../x", "auto", "x", "C10 K5", "", "　", "serif-regular", "kai-regular", "justify", "vertical",
    "force", "total", "phrase", "\u202e", "a" * 300, "article-open", "recto", "run-on", "{folio}",
    "{pagenumber}",
)  # fmt: skip


def words(random: Random, most: int = 40) -> str:
    """A phrase of up to so many characters, mostly Han."""
    return "".join(random.choice(HAN) for _ in range(random.randint(1, most)))


def text(random: Random, most: int = 30) -> str:
    """Running text with everything that may be typed into it."""
    parts = []
    for _ in range(random.randint(0, most)):
        kind = random.random()
        if kind < 0.55:
            parts.append(words(random, 12))
        elif kind < 0.75:
            parts.append(random.choice(MARKS) * random.choice((1, 1, 1, 2, 3)))
        elif kind < 0.85:
            parts.append(random.choice(WORDS))
        elif kind < 0.92:
            parts.append(random.choice(ODD) * random.choice((1, 1, 1, 3)))
        else:
            parts.append(random.choice(SIGNS) * random.choice((1, 1, 1, 2, 9)))
    return "".join(parts)


def line(random: Random) -> str:
    """A source line: running text, or one that opens with a sign of the dialect."""
    if random.random() < 0.6:
        return text(random)
    form = random.choice(LINES)
    return form.format(*(text(random, 8) for _ in range(4)))


def body(random: Random) -> str:
    """What stands below a manuscript's front matter."""
    shape = random.random()
    if shape < 0.06:  # an absurdity: nothing, one character, one thing alone
        return random.choice(
            ("", "春", "。", "，" * 30, "![](photos/a.jpg)", "[^1]: 春", "[^1]", "* * *", ":::", "|", "##")
        )
    if shape < 0.12:  # one thing very often
        return random.choice((*SIGNS, *LINES, *ODD, *MARKS, *WORDS)).replace("{}", "春") * random.choice(
            (50, 400, 1500)
        )
    count = random.choice((1, 3, 10, 40))
    return "".join(line(random) + random.choice(("\n", "\n\n", "\n\n", "\n\n\n")) for _ in range(count))


def front(random: Random) -> str:
    """A manuscript's front matter."""
    rows = [f"title = {value(random, 'title')}" if random.random() < 0.1 else f'title = "{words(random, 12)}"']
    for key in (
        "kicker",
        "deck",
        "standfirst",
        "byline",
        "authors",
        "role",
        "section",
        "label",
        "series",
        "tail",
        "nope",
    ):
        if random.random() < 0.25:
            rows.append(f"{key} = {_said(random)}")
    return "\n".join(rows)


def _said(random: Random) -> str:
    """A text or a row of texts, now and then something else."""
    kind = random.random()
    if kind < 0.7:
        return json.dumps(text(random, 6), ensure_ascii=False).replace("\x7f", "")
    if kind < 0.9:
        return json.dumps([text(random, 3) for _ in range(random.randint(0, 4))], ensure_ascii=False).replace(
            "\x7f", ""
        )
    return value(random, "")


def manuscript(random: Random) -> str:
    """A whole story.md."""
    said = f"+++\n{front(random)}\n+++\n\n{body(random)}"
    return said if random.random() < 0.95 else mutated(random, said)


def mutated(random: Random, said: str) -> str:
    """A text with a few passages taken out, doubled, moved or replaced."""
    for _ in range(random.randint(1, 6)):
        a = random.randint(0, len(said))
        b = min(len(said), a + random.choice((1, 1, 5, 40, 400)))
        instead = random.choice(("", said[a:b] * 2, random.choice(SIGNS), random.choice(ODD), text(random, 4), "\n"))
        said = said[:a] + instead + said[b:]
    return said


def damaged(random: Random, data: bytes) -> bytes:
    """Bytes with some of them changed, a stretch taken out, or the end cut off."""
    made = bytearray(data)
    for _ in range(random.choice((1, 3, 20))):
        if made:
            made[random.randrange(len(made))] = random.choice((0, 255, random.randrange(256)))
    if random.random() < 0.3:
        at = random.randint(0, len(made))
        del made[at : at + random.choice((1, 100, 5000))]
    if random.random() < 0.3:
        del made[random.randint(0, len(made)) :]
    return bytes(made)


def value(random: Random, key: str, deep: int = 0) -> str:
    """Any TOML value, mostly one of a kind that some key takes."""
    kind = random.random()
    if kind < 0.3:
        return str(random.choice((0, 1, 2, 3, 9, 36, -1, 10**6, 10**30, 0.5, -0.0)))
    if kind < 0.75 or deep > 2:
        return json.dumps(random.choice(LEAVES), ensure_ascii=False)
    if kind < 0.8:
        return random.choice(("true", "false", "inf", "nan", "1979-05-27", "[]", "{}", '""'))
    if kind < 0.9:
        return "[" + ", ".join(value(random, key, deep + 1) for _ in range(random.randint(0, 4))) + "]"
    inner = (
        f"{name} = {value(random, name, deep + 1)}" for name in random.sample(("a", "size", "font", "body", "2"), 2)
    )
    return "{ " + ", ".join(inner) + " }"
