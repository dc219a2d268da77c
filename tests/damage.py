"""A small issue with something of everything, and damage done to it: what the law “Proof” is held against.

Damage is one of many kinds, drawn by a `choose` function, which a test takes from hypothesis and a long run from
random.Random: to a manuscript, to the plan, to the styles, to a picture.
"""

import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import toml
from PIL import Image

from layout.read.init import make_issue

Drawn = TypeVar("Drawn")
Choose = Callable[[Sequence[Drawn]], Drawn]

FACTS = {"slug": "sunhuai", "number": "1", "title": "河埠", "date": "2026年第1期", "stage": "初校"}
PLAN = """
[[entry]]
page = "contents"
listed = false
[entry.text]
contents-head = "目录"

[[entry]]
story = "zaoshi"
section = "市镇"

[[entry]]
page = "ad-half"
photos = ["photos/wide.jpg"]

[[entry]]
story = "shuibiao"
templates = ["article-open"]
section = "河流"
start = "recto"

[[entry]]
page = "plate"
photos = ["photos/tall.png"]

[[entry]]
page = "cover-front"
part = "cover"
photos = ["photos/tall.png"]
[entry.text]
masthead = "河埠"
issue = ["2026年第1期", "总第1期"]
"""
MANUSCRIPTS = ("stories/zaoshi/story.md", "stories/shuibiao/story.md")
PICTURES = ("photos/wide.jpg", "photos/tall.png")
MARKUP = (
    "**", "*", "[", "]{.dot}", "]{.none}", ']{ruby="bù"}', "[^1]", "[^9]", "[^1]: 注", "\\", "## ", "#### ", "> ", "- ",
    "::: box 框", "::: figure", "::: none", ":::", "| a | b |", "|---|---|", "|", "+++", "title = 3", '"""',
    "![x](p.jpg){width=50%}", "![](photos/wide.jpg){columns=99}", "![](../../etc/passwd)", "![](", "{", "}", "%%",
    "~2~", "^n^", "\x00", "\x1b[31m", "\u2028", "𠮷", "あ", "e\u0301", " " * 40, "　　", "https://example.org/a/b?c=d",
    "1、", "-" * 5, "![长](photos/tall.png){fit=whole short=\"短\"}", "[[entry]]", "W" * 60,
)  # fmt: skip
VALUES: tuple[object, ...] = (
    "", "x", "无", "../x", 0, -1, 3, 10**9, 1.5, True, [], ["x"], [3], {}, {"x": "y"}, "0mm", "-5mm", "900mm", "3em",
    "1-99", "9-1", "200%", "K100", "C999", "zaoshi", "article-open", "contents", "ad-half", "plate", "recto", "spread",
    "run-on", "filling", "auto", "cover", "serif-regular", "horizontal", "vertical", "story", "\u0007", "a/b",
)  # fmt: skip
ENTRY_KEYS = (
    "story", "page", "templates", "pages", "characters", "at", "story-page", "when", "start", "section", "series",
    "text", "photos", "teaser", "continued", "listed", "part", "advert-label", "strange",
)  # fmt: skip
TOP_KEYS = (*FACTS, "design", "fillers", "first-page", "pages-of", "sections", "data", "cover", "strange")
HOUSE_KEYS = (
    ("sheet", "width"), ("sheet", "height"), ("sheet", "bleed"), ("margins", "head"), ("margins", "inner"),
    ("grid", "body"), ("grid", "row"), ("grid", "rows"), ("inks", "ink"), ("inks", "paper"), ("inks", "accent"),
    ("sections", "市镇"), ("binding", ""), ("region", ""), ("advert-label", ""), ("mistypings", ""), ("jump-to", ""),
)  # fmt: skip
TEXT_STYLES = ("body", "title", "caption", "folio", "contents-title", "byline", "none")
TEXT_KEYS = (
    "extends", "han", "latin", "size", "leading", "align", "colour", "indent", "inset", "rows", "before", "hanging",
    "breaker", "cells", "smaller", "direction", "mark-widths", "hyphenate", "strange",
)  # fmt: skip
PAGE_KEYS = ("extends", "without", "next", "ground", "shares", "suits", "grid", "frame", "furniture", "strange")
FRAME = {"name": "body", "takes": "story", "columns": "1-2", "lines": "10-36"}
FRAME_KEYS = (
    *("name", "takes", "columns", "lines", "direction", "displaces", "gap", "inner", "initial", "styles", "stand"),
    *("roles", "elastic", "abreast", "balance", "tint", "inset", "caption", "spread", "bleed", "beside", "rule"),
)
BYTES = (b"", b"\x00", b"\xff\xfe+", b"\xca\xd0\xd5\xf2", b"\xff\xd8\xff\xe0", b"%PDF-1.4", b"RIFF", b"{")


def make(folder: Path) -> None:
    """Two stories, contents, an advert, a plate, a cover; two photos; some styles of its own."""
    make_issue(folder)
    (folder / "issue.toml").write_text(toml.dumps(FACTS) + PLAN, "utf-8")
    wide, tall = (folder / name for name in PICTURES)
    Image.radial_gradient("L").resize((1100, 744)).convert("RGB").save(wide)
    Image.radial_gradient("L").resize((1300, 1752)).save(tall)
    first = folder / MANUSCRIPTS[0]
    text = first.read_text("utf-8").replace("\n## 太阳", "\n![桥](photos/wide.jpg){columns=2}\n\n## 太阳")
    first.write_text(text, "utf-8")


def damage(folder: Path, choose: Choose[object]) -> str:
    """Does one thing to the issue; what it was, in a word."""
    kinds: dict[str, Callable[[Path, Choose[object]], None]] = {
        "words": _words, "bytes": _bytes, "cut": _cut, "gone": _gone, "top": _top, "entry": _entry, "house": _house,
        "text": _text, "page": _page, "frame": _frame, "raw": _raw,
    }  # fmt: skip
    kind = str(choose([*kinds]))
    kinds[kind](folder, choose)
    return kind


def _words(folder: Path, choose: Choose[object]) -> None:
    """Markup of one kind or another somewhere in a manuscript."""
    file = folder / str(choose(MANUSCRIPTS))
    if file.is_dir():
        return
    text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
    at = int(str(choose(range(len(text) + 1))))
    mark = str(choose(MARKUP)) * int(str(choose([1, 1, 1, 2, 30])))
    ends = ("\n\n" if choose([True, False]) else "", "\n\n" if choose([True, False]) else "")
    file.write_text(text[:at] + ends[0] + mark + ends[1] + text[at:], "utf-8")


def _bytes(folder: Path, choose: Choose[object]) -> None:
    """Bytes that are no text, or no picture, in place of a file or in the midst of it."""
    file = folder / str(choose(MANUSCRIPTS + PICTURES))
    if file.is_dir():
        return
    data = file.read_bytes() if file.is_file() else b""
    at = int(str(choose(range(len(data) + 1))))
    strange = choose(BYTES)
    assert isinstance(strange, bytes)
    file.write_bytes(data[:at] + strange + data[at + len(strange) :] if choose([True, False]) else strange)


def _cut(folder: Path, choose: Choose[object]) -> None:
    file = folder / str(choose(MANUSCRIPTS + PICTURES))
    if file.is_dir():
        return
    data = file.read_bytes() if file.is_file() else b""
    file.write_bytes(data[: int(str(choose(range(len(data) + 1))))])


def _gone(folder: Path, choose: Choose[object]) -> None:
    """A file that is not there, or a folder in its place."""
    file = folder / str(choose(MANUSCRIPTS + PICTURES))
    if file.is_dir():
        return
    file.unlink(missing_ok=True)
    if choose([True, False]):
        file.mkdir()


def _plan(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "issue.toml").read_text("utf-8"))


def _top(folder: Path, choose: Choose[object]) -> None:
    """Another value of one of the plan's own keys, or none."""
    _set(folder, _plan(folder), str(choose(TOP_KEYS)), choose)


def _entry(folder: Path, choose: Choose[object]) -> None:
    """Another value of a key of one of the plan's entries, or none; or an entry a second time."""
    plan = _plan(folder)
    entries = plan.get("entry")
    assert isinstance(entries, list)
    if choose([False, False, False, True]):
        entries.insert(int(str(choose(range(len(entries) + 1)))), dict(choose(entries)))  # type: ignore[call-overload]
    entry = choose(entries)
    assert isinstance(entry, dict)
    _set(folder, plan, str(choose(ENTRY_KEYS)), choose, entry)


def _set(
    folder: Path, plan: dict[str, object], key: str, choose: Choose[object], table: dict[str, object] | None = None
) -> None:
    table = plan if table is None else table
    if choose([False, False, False, True]):
        table.pop(key, None)
    else:
        table[key] = choose(VALUES)
    (folder / "issue.toml").write_text(_toml(plan), "utf-8")


def _house(folder: Path, choose: Choose[object]) -> None:
    (folder / "styles").mkdir(exist_ok=True)
    table, key = choose(HOUSE_KEYS)  # type: ignore[misc]
    values: dict[str, object] = {table: {key: choose(VALUES)} if key else choose(VALUES)}
    (folder / "styles" / "house.toml").write_text(_toml(values), "utf-8")


def _text(folder: Path, choose: Choose[object]) -> None:
    (folder / "styles").mkdir(exist_ok=True)
    values = {"paragraph": {str(choose(TEXT_STYLES)): {str(choose(TEXT_KEYS)): choose(VALUES)}}}
    (folder / "styles" / "text.toml").write_text(_toml(values), "utf-8")


def _page(folder: Path, choose: Choose[object]) -> None:
    values: dict[str, object] = {"extends": str(choose(["article-open", "contents", "ad-half", "plate", "none"]))}
    values[str(choose(PAGE_KEYS))] = choose(VALUES)
    _template(folder, values, choose)


def _frame(folder: Path, choose: Choose[object]) -> None:
    frame: dict[str, object] = dict(FRAME)
    frame["name"] = choose(["body", "photo", "heading", "text", "new"])
    frame["takes"] = choose(["story", "photo", "heading", "box", "contents", "advert", "text:title", "tint", "table"])
    frame[str(choose(FRAME_KEYS))] = choose(VALUES)
    _template(
        folder, {"extends": str(choose(["article-open", "contents", "ad-half", "plate"])), "frame": [frame]}, choose
    )


def _template(folder: Path, values: dict[str, object], choose: Choose[object]) -> None:
    """A template of the issue's own, in place of one that the plan asks for."""
    name = str(choose(["article-open", "contents", "ad-half", "plate", "article-next"]))
    if values.get("extends") == name:
        values.pop("extends")
    file = folder / "styles" / "pages" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_toml(values), "utf-8")


def _raw(folder: Path, choose: Choose[object]) -> None:
    """A file of the styles that is no TOML."""
    file = folder / "styles" / str(choose(["house.toml", "text.toml", "pages/article-open.toml", "fonts.toml"]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(str(choose(["= 3", "[", "a = “b”", "\x00", 'fallback = ["none"]', "[[face]]\nkey = 3\n"])), "utf-8")


def _toml(values: dict[str, object]) -> str:
    """Any values as TOML, inline below the top; JSON's texts and lists are TOML's too."""
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in values.items())


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {_inline(v)}" for key, v in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
