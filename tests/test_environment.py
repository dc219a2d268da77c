"""What a process may find around it: streams that take nothing, other encodings, odd folders, a user's home."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.__main__ import main
from layout.read.init import make_issue

ROOT = Path(__file__).resolve().parents[1]
COMMAND = f"{sys.executable} -m layout"
FULL = Path("/dev/full")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    folder = tmp_path / "issue"
    make_issue(folder)
    return folder


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in `folder`; `banxin` stands for the command."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        ["bash", "-c", script.replace("banxin", COMMAND)],
        cwd=folder,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


def plain(told: subprocess.CompletedProcess[bytes]) -> None:
    assert b"Traceback" not in told.stderr and told.returncode != 3, told.stderr


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("script", ["banxin dump issue > /dev/full", "banxin plan issue --json > /dev/full"])
def test_a_full_disk_behind_stdout_is_2_and_named(script: str, issue: Path) -> None:
    told = shell(script, issue.parent)
    assert (told.returncode, told.stderr) == (2, b"banxin: cannot read or write stdout: No space left on device\n")


def test_a_full_disk_under_the_output_is_2_and_names_the_file(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder shows the build before, whole; what was half written is gone."""
    out = tmp_path / "out"
    assert main(["build", str(issue), "-o", str(out)]) == 0
    before = {path.name: path.read_bytes() for path in out.glob("chuangkan*")}

    class Full:
        """A file to which some bytes can be written."""

        def __init__(self, descriptor: int, mode: str) -> None:
            self.descriptor = descriptor

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *error: object) -> None:
            os.close(self.descriptor)

        def writelines(self, data: object) -> None:
            os.write(self.descriptor, b"half")
            raise OSError(28, os.strerror(28))

    monkeypatch.setattr("layout.job.output.open", Full, raising=False)
    assert main(["build", str(issue), "-o", str(out), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "press.pdf: No space left on device" in told and told.count("\n") == 1
    assert {path.name: path.read_bytes() for path in out.glob("chuangkan*")} == before
    assert not list(out.rglob("*.part"))


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_fault(closed: str, issue: Path) -> None:
    """As a job of cron may have them; none of our files takes their place."""
    told = shell(f"banxin build issue -o out {closed}", issue.parent)
    plain(told)
    assert told.returncode == 0
    assert next((issue.parent / "out").glob("*-press.pdf")).read_bytes().startswith(b"%PDF")


def test_stdin_that_is_closed_is_empty(tmp_path: Path) -> None:
    told = shell("banxin lines - --measure 10em <&-", tmp_path)
    assert (told.returncode, told.stdout, told.stderr) == (0, b"", b"")


def test_an_encoding_without_han_gets_escapes(issue: Path) -> None:
    told = shell("banxin plan issue", issue.parent, PYTHONIOENCODING="ascii", LANG="zh_CN.GBK")
    plain(told)
    assert told.returncode == 0 and b"\\u53f3" in told.stdout


def test_an_encoding_of_han_gets_han_and_json_stays_utf8(issue: Path) -> None:
    told = shell("banxin plan issue", issue.parent, PYTHONIOENCODING="gbk", LANG="zh_CN.GBK")
    assert "桥头早市" in told.stdout.decode("gbk") and told.returncode == 0
    told = shell("banxin plan issue --json", issue.parent, PYTHONIOENCODING="gbk", LANG="zh_CN.GBK")
    assert json.loads(told.stdout.decode("utf-8"))["stories"][0]["title"] == "桥头早市"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS allows no such names")
def test_a_folder_whose_name_is_not_utf8(issue: Path) -> None:
    (issue / "stories" / "zaoshi" / "story.md").unlink()
    os.rename(issue, os.fsencode(issue) + b"\xb0")
    told = shell("banxin build issue* -o out*", issue.parent, PYTHONUTF8="1")
    plain(told)
    assert told.returncode == 1 and b"issue\\udcb0/issue.toml" in told.stderr
    (listed,) = issue.parent.glob("out*/*-findings.json")
    assert json.loads(listed.read_bytes())["findings"][0]["path"] == "issue\udcb0/issue.toml"


@pytest.mark.parametrize("verb", ["build", "plan", "dump", "check a.pdf"])
def test_a_working_folder_that_was_deleted(verb: str, tmp_path: Path) -> None:
    told = shell(f"mkdir gone && cd gone && rmdir ../gone && banxin {verb}", tmp_path)
    plain(told)
    assert told.returncode == 2 and told.stderr.splitlines()[-1].strip()


def test_control_sequences_reach_no_terminal(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not from names, nor from manuscripts, plans and values of findings."""
    evil = "\x1b[31m\x9b\u202e"
    (issue / "issue.toml").write_text(
        (issue / "issue.toml").read_text("utf-8").replace('"河埠"', '"\\u001b[31m"').replace('"市镇"', '"\\u001b[2J"'),
        "utf-8",
    )
    story = issue / "stories" / "zaoshi" / "story.md"
    story.write_text(story.read_text("utf-8") + f"\n{evil}x![a](p{evil}.jpg)\n\n![](p{evil}.jpg)\n", "utf-8")
    for command in ("build", "plan", "dump"):
        main([command, str(issue), *(["-o", str(issue / f"o{evil}")] if command == "build" else [])])
    main(["check", f"none{evil}.pdf"])
    told = "".join(capsys.readouterr())
    assert "\\u001b[31m" in told
    assert not [char for char in told if not (char.isprintable() or char in "\n\u3000\u2009")]


def test_the_issue_we_stand_in_is_taken(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issue)
    assert main(["build"]) == 0
    assert {path.name for path in Path("build").glob("*.pdf")} == {
        "chuangkan-1-body-p001-002-press.pdf",
        "chuangkan-1-proof.pdf",
    }
    assert main(["plan"]) == main(["dump"]) == 0
    monkeypatch.chdir(issue.parent)
    assert main(["plan"]) == 0  # the folder of that name, as before


STRANGE = {"RL_pageCompression": "0", "RL_invariant": "x", "HB_SHAPER_LIST": "fallback", "TZ": "Asia/Shanghai"}
"""Variables that reportlab, HarfBuzz and the C library go by."""


def test_nothing_of_the_users_changes_a_file(issue: Path, tmp_path: Path) -> None:
    """reportlab runs settings in the user's home and modules of certain names; variables set what they will."""
    home = tmp_path / "home"
    home.mkdir()
    for folder, names in ((home, (".reportlab_settings", ".reportlab_mods")), (tmp_path, ("reportlab_mods.py",))):
        for name in (*names, "reportlab_settings.py"):
            (folder / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})\npageCompression = 0\n")
    files = []
    for named, environment in (("a", {}), ("b", STRANGE | {"HOME": str(home)})):
        told = shell(
            f"banxin build issue -o {named}", tmp_path, SOURCE_DATE_EPOCH="1795000000",
            **{**environment, "PYTHONPATH": f"{ROOT}:{tmp_path}"},
        )  # fmt: skip
        assert told.returncode == 0, told.stderr
        files.append({path.name: path.read_bytes() for path in (tmp_path / named).glob("*.pdf")})
    assert not (tmp_path / "ran").exists()
    assert files[0] == files[1] and len(files[0]) == 2
