"""The code against docs/architecture.md: arrows, cycles, third-party doors, lengths and first lines of modules."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULE_LINES = 400
FUNCTION_LINES = 60

Tree = dict[str, str]
"""Path such as layout/cjk/gap.py → its source."""


def project() -> Tree:
    """Every module of the package as it lies in the checkout."""
    return {str(file.relative_to(ROOT)): file.read_text("utf-8") for file in sorted((ROOT / "layout").rglob("*.py"))}


def table(document: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading of a Markdown text, without its head and rule."""
    _, found, rest = document.partition(f"\n## {heading}\n")
    assert found, f"docs/architecture.md has no section “{heading}”"
    rows = re.findall(r"^\|(.+)\|$", rest.partition("\n## ")[0], re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in rows[2:]]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def arrows_of(document: str) -> dict[str, set[str]]:
    """Package → packages it may import. A row says `all above` where it may import every package before it."""
    allowed: dict[str, set[str]] = {}
    for name, _, may_import in table(document, "Packages and arrows"):
        allowed[quoted(name)[0]] = set(allowed) if "all above" in may_import else set(quoted(may_import))
    return allowed


def doors_of(document: str) -> dict[str, list[str]]:
    """Third party, by the name it is imported by → folders or modules that may import it."""
    return {quoted(name)[0]: quoted(door) for name, door, _ in table(document, "Doors to third parties")}


def package_of(path: str) -> str:
    """layout/cjk/gap.py → cjk; layout/__main__.py → __main__; layout/__init__.py → ""."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else {"__main__.py": "__main__"}.get(parts[1], "")


def imports(source: str, tree: Tree) -> Iterator[tuple[str, int]]:
    """(dotted module, line) of each import; `from layout.model import page` is layout.model.page if that is a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield (full if file_of(full, tree) else base), node.lineno


def file_of(dotted: str, tree: Tree) -> str:
    """The file a dotted name stands for; "" where it is not a module of the tree."""
    stem = dotted.replace(".", "/")
    return next((path for path in (f"{stem}.py", f"{stem}/__init__.py") if path in tree), "")


def ours(dotted: str) -> bool:
    return dotted == "layout" or dotted.startswith("layout.")


def wrong_arrows(tree: Tree, allowed: dict[str, set[str]]) -> list[str]:
    """Imports across packages that the table does not have, relative ones, and siblings that import their __init__."""
    complaints = []
    for path, source in tree.items():
        home = package_of(path)
        for dotted, line in imports(source, tree):
            if dotted.startswith("."):
                complaints.append(f"{path}:{line}: relative import")
            if not ours(dotted) or dotted == "layout":
                continue
            target = dotted.split(".")[1]
            if target != home and target not in allowed.get(home, set()):
                complaints.append(f"{path}:{line}: {home or 'layout'} may not import {target}")
            if dotted == f"layout.{home}" and not path.endswith("__init__.py"):
                complaints.append(f"{path}:{line}: imports its own package's __init__")
    return complaints


def cycles(tree: Tree) -> list[str]:
    """One line for each import that closes a ring of modules; imports inside functions count like any other."""
    edges = {
        path: sorted({file_of(name, tree) for name, _ in imports(source, tree) if ours(name)} - {"", path})
        for path, source in tree.items()
    }
    done: set[str] = set()
    rings: list[str] = []

    def walk(path: str, trail: tuple[str, ...]) -> None:
        if path in trail:
            rings.append(" → ".join((*trail[trail.index(path) :], path)))
        elif path not in done:
            for target in edges[path]:
                walk(target, (*trail, path))
            done.add(path)

    for path in edges:
        walk(path, ())
    return rings


def wrong_doors(tree: Tree, doors: dict[str, list[str]]) -> list[str]:
    """Third parties imported outside their door, or that have none."""
    complaints = []
    for path, source in tree.items():
        for dotted, line in imports(source, tree):
            top = dotted.partition(".")[0]
            if not top or top == "layout" or top in sys.stdlib_module_names:
                continue
            if not any(path == door or path.startswith(f"{door}/") for door in doors.get(top, [])):
                complaints.append(f"{path}:{line}: {top} is not let in here")
    return complaints


def wrong_shapes(tree: Tree) -> list[str]:
    """Modules too long or without a first line that says what they do, and functions too long."""
    complaints = []
    for path, source in tree.items():
        parsed = ast.parse(source)
        if (length := len(source.splitlines())) > MODULE_LINES:
            complaints.append(f"{path}: {length} lines")
        said = (ast.get_docstring(parsed) or "").split("\n")
        if not said[0].endswith((".", "。", ":")) or (len(said) > 1 and said[1]):
            complaints.append(f"{path}: does not open with one line that ends in a full stop")
        for node in ast.walk(parsed):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    complaints.append(f"{path}:{node.lineno}: {node.name} has {length} lines")
    return complaints


def document() -> str:
    return (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_table_names_every_package() -> None:
    assert set(arrows_of(document())) == {package_of(path) for path in project()} - {""}


def none_of(complaints: list[str]) -> None:
    assert not complaints, "\n" + "\n".join(complaints)


def test_arrows() -> None:
    none_of(wrong_arrows(project(), arrows_of(document())))


def test_no_cycles() -> None:
    none_of(cycles(project()))


def test_doors() -> None:
    none_of(wrong_doors(project(), doors_of(document())))


def test_shapes() -> None:
    none_of(wrong_shapes(project()))


# Each check can fail: made sources with one fault each.

TABLE = """
## Packages and arrows

| package | what | may import |
|---|---|---|
| `model` | nouns | nothing |
| `cjk` | rules | `model` |
| `job` | order | all above |

## Doors to third parties

| package | door | why |
|---|---|---|
| `PIL` | `layout/image` | photos |
"""

GOOD: Tree = {
    "layout/__init__.py": '"""Root."""',
    "layout/model/__init__.py": '"""Nouns."""',
    "layout/model/place.py": '"""Places."""\nimport re\n',
    "layout/cjk/__init__.py": '"""Rules."""\nfrom layout.cjk import gap\n',
    "layout/cjk/gap.py": '"""Gaps."""\nfrom layout.model import place\n',
    "layout/image/photo.py": '"""Photos."""\nfrom PIL import Image\n',
}


def with_source(path: str, source: str) -> Tree:
    return {**GOOD, path: f'"""A module."""\n{source}\n'}


def test_good_sources_pass() -> None:
    allowed = arrows_of(TABLE)
    assert allowed == {"model": set(), "cjk": {"model"}, "job": {"model", "cjk"}}
    assert wrong_arrows(GOOD, allowed) == []
    assert wrong_doors(GOOD, doors_of(TABLE)) == []
    assert cycles(GOOD) == wrong_shapes(GOOD) == []


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        ("layout/model/page.py", "from layout.cjk import gap", "layout/model/page.py:2: model may not import cjk"),
        ("layout/model/page.py", "import layout.cjk.gap", "layout/model/page.py:2: model may not import cjk"),
        (
            "layout/cjk/edge.py",
            "from layout.cjk import name",
            "layout/cjk/edge.py:2: imports its own package's __init__",
        ),
        ("layout/cjk/edge.py", "from . import gap", "layout/cjk/edge.py:2: relative import"),
        ("layout/new/thing.py", "from layout.model import place", "layout/new/thing.py:2: new may not import model"),
    ],
)
def test_wrong_arrow_is_found(path: str, source: str, complaint: str) -> None:
    assert wrong_arrows(with_source(path, source), arrows_of(TABLE)) == [complaint]


@pytest.mark.parametrize("back", ["from layout.model.place import Place", "def f():\n    import layout.model.place"])
def test_cycle_is_found(back: str) -> None:
    tree = with_source("layout/model/place.py", "from layout.model.page import Page")
    tree["layout/model/page.py"] = f'"""Pages."""\n{back}\n'
    assert cycles(tree) == ["layout/model/place.py → layout/model/page.py → layout/model/place.py"]


@pytest.mark.parametrize(
    "source", ["import PIL.Image", "from PIL import Image", "def f():\n    import PIL", "import numpy"]
)
def test_third_party_outside_its_door_is_found(source: str) -> None:
    assert len(wrong_doors(with_source("layout/cjk/edge.py", source), doors_of(TABLE))) == 1


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('"""Long."""\n' + "x = 1\n" * MODULE_LINES, "layout/cjk/edge.py: 401 lines"),
        ("x = 1\n", "layout/cjk/edge.py: does not open with one line that ends in a full stop"),
        ('"""Two lines\nat once."""\n', "layout/cjk/edge.py: does not open with one line that ends in a full stop"),
        ('"""Deep."""\n' + "class A:\n  def f():\n" + "    x = 1\n" * 60, "layout/cjk/edge.py:3: f has 61 lines"),
    ],
)
def test_wrong_shape_is_found(source: str, complaint: str) -> None:
    assert wrong_shapes({"layout/cjk/edge.py": source}) == [complaint]
