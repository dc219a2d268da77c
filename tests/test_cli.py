"""layout/__main__.py: verbs, languages, exit codes, and no traceback for people."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from layout import __main__ as command

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("fontTools", "numpy", "pikepdf", "pypdfium2", "rich")
"""0.05 to 0.13 s of CPU each to import; a build must not pay for them."""


def banxin(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own, English unless told otherwise."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "BANXIN_"))}
    return subprocess.run(
        [sys.executable, "-m", "layout", *arguments],
        cwd=ROOT,
        env={**plain, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def with_verb(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    """Lets every verb do `run`."""
    monkeypatch.setattr(command, "load", lambda verb: SimpleNamespace(add_arguments=lambda parser: None, run=run))


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_locale(environment: dict[str, str], locale: str) -> None:
    assert command.locale_of(environment) == locale


@pytest.mark.parametrize("arguments", [["--lang", "zh", "build"], ["build", "--lang", "zh"]])
def test_lang_stands_before_or_after_the_verb(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with_verb(monkeypatch, lambda namespace: 0 if namespace.locale == "zh" else 1)
    assert command.main(arguments) == 0


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--target", "both"], ["--lang", "fr", "build"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(arguments)
    assert stopped.value.code == 2
    assert "usage: banxin" in capsys.readouterr().err


def test_fault_is_3_and_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(namespace: argparse.Namespace) -> int:
        raise ZeroDivisionError("a slot of no length")

    with_verb(monkeypatch, broken)
    monkeypatch.delenv("BANXIN_DEBUG", raising=False)
    assert command.main(["build", "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: a slot of no length" in told
    assert "BANXIN_DEBUG=1" in told
    monkeypatch.setenv("BANXIN_DEBUG", "1")
    assert command.main(["build", "--lang", "zh"]) == 3
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert "程序内部错误" in told


def test_file_that_cannot_be_written_is_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(namespace: argparse.Namespace) -> int:
        raise PermissionError(13, "Permission denied", "build/a.pdf")

    with_verb(monkeypatch, refused)
    assert command.main(["build", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "banxin: cannot read or write build/a.pdf: Permission denied\n"


def test_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(namespace: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    with_verb(monkeypatch, interrupted)
    assert command.main(["build"]) == 130


def test_help_in_both_languages() -> None:
    assert "set an issue into press files" in banxin("--help").stdout
    told = banxin("--help", LANG="zh_CN.UTF-8")
    assert "排一期杂志" in told.stdout
    assert told.returncode == 0


@pytest.mark.parametrize("verb", command.VERBS)
def test_each_verb_explains_itself(verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert command.VERBS[verb][0] in command.parser_for(verb, "en").format_help()
    assert (command.load(verb).run.__doc__ or "").strip()


def test_reader_that_goes_away_is_no_fault() -> None:
    script = (
        f"{sys.executable} -c 'import sys; from types import SimpleNamespace as N; from layout import __main__ as m\n"
        'm.load = lambda verb: N(add_arguments=lambda p: None, run=lambda n: print("x" * 1_000_000) or 0)\n'
        'sys.exit(m.main(["dump"]))\' | head -c 1'
    )
    told = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("x", "")


def test_build_imports_nothing_heavy() -> None:
    script = f"import sys, layout.job.build_verb; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
