"""A row of a table that is taller than a column is divided; the text behind it is set."""

from pathlib import Path

import pytest

from tests.texts.desk import FILLING, Issue, codes, paragraphs, text_of

CELL = "".join(f"第{at}句，{FILLING}" for at in range(60))
OTHER = "".join(f"另{at}句，{FILLING}" for at in range(15))


def table(*rows: str) -> str:
    return "\n".join(["表1　很长的一格[^c]", "", "| 项目[^h] | 说明 |", "|---|---|", *rows])


@pytest.mark.silent("PAGE-OVERSET")
@pytest.mark.parametrize("before", [0, 1, 9])
@pytest.mark.parametrize(
    "rows", [(f"| 渡口[^b] | {CELL}[^e] |",), ("| 茶馆 | 短 |", f"| {OTHER} | {CELL} |", "| 桥 | 短 |")]
)
@pytest.mark.parametrize("template", ["article-text", "article-open"])
def test_a_row_taller_than_a_column(tmp_path: Path, before: int, rows: tuple[str, ...], template: str) -> None:
    issue = Issue(tmp_path)
    labels = "chbe" if "[^b]" in rows[0] else "ch"
    notes = "\n\n".join(f"[^{label}]: 注{label}到此为止。" for label in labels)
    body = f"{paragraphs(before)}\n\n{table(*rows)}\n\n末段到此。\n\n{notes}"
    issue.story("a", 'title = "渡口的灯"', body, f'templates = ["{template}"]')
    pages, found = issue.set()
    lines = [line for page in pages for frame in page.frames if frame.takes == "story" for line in frame.lines]
    cells: dict[int, str] = {}
    for line in lines:
        if line.shaped.style.name == "table-cell":
            cells[id(line.shaped)] = cells.get(id(line.shaped), "") + text_of(line)
    written = "\n".join(rows).replace("[^b]", "③").replace("[^e]", "④").split("\n")
    assert sorted(cells.values()) == sorted(cell for row in written for cell in row.strip("| ").split(" | "))
    whole = "".join(map(text_of, lines))
    assert "末段到此。" in whole and all(line.y < 285 * 360000 for line in lines)
    assert [whole.count(f"注{label}到此为止") for label in labels] == [1] * len(labels) and not codes(found)
