"""Writes docs/findings.md and its Chinese twin: every finding with its severity, what it says, and the two tests that
show when it fires and when it stays silent. `make findings` runs it; a test holds the pages against it.

The tests are found as pytest collects them, by the marks of tests/conftest.py.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from layout.model.messages import account, check, font, image, lines, manuscript, pages, plan, read, sight
from tests.marks import fires, silent

ROOT = Path(__file__).resolve().parents[1]
EN, ZH = ROOT / "docs" / "findings.md", ROOT / "docs" / "findings.zh-CN.md"

PARTS: tuple[tuple[ModuleType, str, str], ...] = (
    (read, "Manuscripts, plans and styles as they are read", "读取稿件、排期与版式"),
    (manuscript, "What manuscripts bring with them", "稿件里常见的问题"),
    (plan, "The plan", "排期"),
    (font, "Fonts", "字体"),
    (image, "Pictures", "图片"),
    (lines, "Lines", "行"),
    (pages, "Pages", "版面"),
    (account, "The account: each text once", "文字对账：每段文字一次"),
    (sight, "Sight: what a reader will see", "读者所见"),
    (check, "Finished PDFs", "成品 PDF"),
)
"""The modules of messages, each with its heading in English and Chinese."""

HEAD_EN = """\
# Findings

Every message a build or a check can give, by its code. An error stops the press file, never the proof; a warning asks
for a look; a note says what was done. In braces: what was measured. Behind each: the test that makes it fire, and one
in which it stays silent. This page is written by `make findings`. [中文版](findings.zh-CN.md)
"""
HEAD_ZH = """\
# 问题一览

排版和印前检查可能给出的每一条信息，按代码排列。“错误”拦下付印文件，但不拦校样；“警告”请看一眼；“提示”说明做了什么。花括号里是实际
测得的值。每条之后是会触发它的测试，以及不会触发它的测试。本页由 `make findings` 生成。[English](findings.md)
"""
SEVERITIES_ZH = {"error": "错误", "warning": "警告", "note": "提示"}


@dataclass
class Cases:
    """The tests marked with one code, by their marks."""

    fires: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    def shortest(self, mark: str) -> str:
        """The one test to be named: of several the one with the shortest name; empty where there is none."""
        return min(getattr(self, mark), key=lambda name: (len(name), name), default="")


class Collector:
    """A pytest plugin that gathers the marks of all tests that are collected."""

    def __init__(self) -> None:
        self.cases: dict[str, Cases] = defaultdict(Cases)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for code in fires(item):
                self.cases[code].fires.append(item.nodeid)
            for code in silent(item):
                self.cases[code].silent.append(item.nodeid)


def collected() -> dict[str, Cases]:
    """The marked tests of the whole suite, by code."""
    collector = Collector()
    pytest.main(["--collect-only", "-p", "no:terminal", "-p", "no:xdist", str(ROOT / "tests")], [collector])
    return collector.cases


def page(cases: dict[str, Cases], chinese: bool) -> str:
    """The page in one language."""
    out = [HEAD_ZH if chinese else HEAD_EN]
    for module, english, heading in PARTS:
        out.append(f"\n## {heading if chinese else english}\n")
        head = (
            "| 代码 | 级别 | 说什么 | 怎么办 | 触发 | 不触发 |"
            if chinese
            else ("| code | severity | says | what to do | fires in | silent in |")
        )
        out += [head, "|---|---|---|---|---|---|"]
        for code, row in sorted(module.ROWS.items()):
            severity = SEVERITIES_ZH[row.severity] if chinese else row.severity
            says, remedy = (row.zh, row.remedy_zh) if chinese else (row.en, row.remedy_en)
            tests = (linked(cases[code].shortest(mark)) for mark in ("fires", "silent"))
            out.append(f"| `{code}` | {severity} | {cell(says)} | {cell(remedy)} | {' | '.join(tests)} |")
    return "\n".join(out) + "\n"


def cell(text: str) -> str:
    """A text as a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def linked(test: str) -> str:
    """A test as a link to its file."""
    if not test:
        return ""
    file, _, name = test.partition("::")
    return f"[{cell(name)}](../{file})"


def main() -> int:
    """Writes the pages, or with --check compares them. Exit code 1 where a code lacks a case, or a page is not as it
    should be."""
    cases = collected()
    lacking = [
        code for module, _, _ in PARTS for code in module.ROWS if not cases[code].fires or not cases[code].silent
    ]
    print(f"{len(lacking)} codes lack a case: {' '.join(lacking)}" if lacking else "every code has both cases")
    stale = False
    for path, chinese in ((EN, False), (ZH, True)):
        text = page(cases, chinese)
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif path.read_text("utf-8") != text:
            stale = True
            print(f"{path.name} is not as the code and the tests say: make findings")
    return int(bool(lacking) or stale)


if __name__ == "__main__":
    sys.exit(main())
