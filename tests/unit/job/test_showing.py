"""layout/job/showing.py: a folder shows one whole build or the one before, whatever happens in between."""

import os
import threading
from pathlib import Path

import pytest

from layout.job import showing
from layout.job.naming import Naming, of_words
from layout.job.showing import draft, naming_of, owner

NAMING = Naming("a-1")
FIRST = {"a-1-body-p001-004-press.pdf": b"old body", "a-1-proof.pdf": b"old proof", "a-1-findings.json": b"{}"}
SECOND = {"a-1-body-p001-006-press.pdf": b"new body", "a-1-proof.pdf": b"new proof", "a-1-findings.json": b"[]"}


def made(
    out: Path, files: dict[str, bytes], stays: frozenset[str] = frozenset(), naming: Naming = NAMING, digest: str = ""
) -> list[str]:
    """Shows these files; names of those that were set aside."""
    with draft(out) as one:
        for name, data in files.items():
            one.write(name, data)
        return [path.name for path in one.show(naming, stays, out / "issue", digest)]


def shown(out: Path) -> dict[str, bytes]:
    """What a person can open in the folder."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file() and path.name[0] != "."}


def test_a_build_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """A body of other pages has another name; the old one is gone, not set aside."""
    assert made(tmp_path, FIRST) == [] and shown(tmp_path) == FIRST
    assert made(tmp_path, SECOND) == [] and shown(tmp_path) == SECOND
    assert len([path for path in (tmp_path / ".builds").iterdir() if path.name not in ("now", "lock")]) == 1


def test_what_was_not_renewed_is_set_aside_until_it_is(tmp_path: Path) -> None:
    made(tmp_path, FIRST)
    assert made(tmp_path, {"a-1-proof.pdf": b"new"}) == ["a-1-body-p001-004-press.pdf"]
    assert shown(tmp_path) == {"a-1-proof.pdf": b"new"}
    assert shown(tmp_path / "earlier") == {"a-1-body-p001-004-press.pdf": b"old body"}
    assert made(tmp_path, SECOND) == [] and not (tmp_path / "earlier").exists()


def test_what_was_not_asked_for_stays(tmp_path: Path) -> None:
    made(tmp_path, FIRST)
    assert made(tmp_path, {"a-1-proof.pdf": b"new"}, frozenset({"body", "cover"})) == []
    assert shown(tmp_path) == {"a-1-proof.pdf": b"new", "a-1-body-p001-004-press.pdf": b"old body"}
    assert made(tmp_path, SECOND) == [] and shown(tmp_path) == SECOND


@pytest.mark.parametrize(("then", "aside"), [("aa", []), ("", []), ("bb", ["a-1-body-p001-004-press.pdf"])])
def test_what_was_not_asked_for_goes_where_the_content_is_another(then: str, aside: list[str], tmp_path: Path) -> None:
    """A content that could not be read is not another, and what is known of the files that stay is not forgotten."""
    press = frozenset({"body", "cover"})
    made(tmp_path, FIRST, digest="aa")
    assert made(tmp_path, {"a-1-proof.pdf": b"new"}, press, digest=then) == aside
    assert (FIRST.keys() - shown(tmp_path).keys()) == {*aside, "a-1-findings.json"}
    assert made(tmp_path, {"a-1-proof.pdf": b"newer"}, press, digest="aa") == []
    left = ["a-1-body-p001-004-press.pdf"] if not aside else []
    assert made(tmp_path, {"a-1-proof.pdf": b"newest"}, press, digest="cc") == left


def test_names_belong_to_the_issue_that_has_files_of_them(tmp_path: Path) -> None:
    """Not to one that is gone, be it moved or renamed, nor to one whose files were taken away."""
    made(tmp_path, FIRST)
    mine = tmp_path / "issue"
    assert owner(tmp_path, NAMING, tmp_path / "other") is None  # there is no plan in it
    mine.mkdir()
    (mine / "issue.toml").touch()
    assert owner(tmp_path, NAMING, tmp_path / "other") == mine
    assert owner(tmp_path, NAMING, tmp_path / "issue" / ".." / "issue") is None
    assert owner(tmp_path, of_words("a", "2"), tmp_path / "other") is None
    for name in FIRST:
        (tmp_path / name).unlink()
    assert owner(tmp_path, NAMING, tmp_path / "other") is None


def test_issues_in_one_folder_keep_to_themselves(tmp_path: Path) -> None:
    other = {"a-12-proof.pdf": b"other", "a-12-findings.json": b"{}"}
    made(tmp_path, FIRST)
    made(tmp_path, other, naming=Naming("a-12"))
    made(tmp_path, {})
    assert shown(tmp_path) == other


def test_plain_files_of_an_issue_belong_to_the_build_before(tmp_path: Path) -> None:
    """Of an older version, or saved by another program in place of a link."""
    for name, data in FIRST.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a-1-notes.pdf").write_bytes(b"mine")
    made(tmp_path, SECOND)
    (tmp_path / "a-1-proof.pdf").unlink()
    (tmp_path / "a-1-proof.pdf").write_bytes(b"scribbled on")
    assert made(tmp_path, {"a-1-findings.json": b"{}"}, frozenset({"proof"})) == ["a-1-body-p001-006-press.pdf"]
    assert shown(tmp_path)["a-1-proof.pdf"] == b"scribbled on"
    assert shown(tmp_path)["a-1-notes.pdf"] == b"mine"


STEPS = ("symlink", "replace", "link", "unlink", "rmdir", "open")
"""What a build does to the folder, and before each of which it is killed."""


@pytest.mark.parametrize("plain", [False, True])
def test_killed_at_any_step_the_folder_shows_one_whole_build(plain: bool, tmp_path: Path) -> None:
    """Nothing that can be opened belongs to the other build, and the next build leaves no trace of it. `plain`: the
    files of the build before are no links yet."""
    for step in range(100):
        out = tmp_path / str(step)
        if plain:
            out.mkdir()
            for name, data in FIRST.items():
                (out / name).write_bytes(data)
        else:
            made(out, FIRST)
        killed = _killed(out, step)
        assert shown(out) == (FIRST if killed and not _swapped(out) else SECOND), step
        made(out, SECOND)
        assert shown(out) == SECOND and not list(out.rglob("*.part"))
        assert len([path for path in (out / ".builds").iterdir() if path.name not in ("now", "lock")]) == 1
        if not killed:
            return
    raise AssertionError("a build has more steps than are tried")


def _swapped(out: Path) -> bool:
    """Whether the one rename has been done that shows the second set."""
    return (out / ".builds" / "now" / NAMING.stem / "a-1-body-p001-006-press.pdf").is_file()


def _killed(out: Path, step: int) -> bool:
    """Builds the second set in a process of its own, which ends without a word before this step, if it comes to it."""
    child = os.fork()
    if not child:
        left = step

        def counting(name: str) -> None:
            real = getattr(os, name)

            def once(*given: object, **named: object) -> object:
                nonlocal left
                if left == 0:
                    os._exit(9)
                left -= 1
                return real(*given, **named)

            setattr(os, name, once)

        for name in STEPS:
            counting(name)
        made(out, SECOND)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return os.waitstatus_to_exitcode(status) == 9


def test_a_draft_that_somebody_is_writing_is_left_alone(tmp_path: Path) -> None:
    with draft(tmp_path) as one:
        one.write("a-1-proof.pdf", b"slow")
        made(tmp_path, FIRST)
        one.show(NAMING, frozenset(), tmp_path / "issue")
    assert shown(tmp_path) == {"a-1-proof.pdf": b"slow"}


def test_builds_at_once_all_succeed_and_one_is_shown(tmp_path: Path) -> None:
    def build(number: int) -> None:
        for _ in range(5):
            made(tmp_path, dict.fromkeys(FIRST, b"%d" % number))
        done.append(number)

    done: list[int] = []
    threads = [threading.Thread(target=build, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(done) == [0, 1, 2, 3]
    assert len(set(shown(tmp_path).values())) == 1 and set(shown(tmp_path)) == set(FIRST)


def test_planted_links_are_not_followed(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.write_bytes(b"precious")
    out.mkdir()
    for name in {*FIRST, *SECOND}:
        (out / name).symlink_to(outside)
    made(out, FIRST)
    assert outside.read_bytes() == b"precious" and shown(out) == FIRST
    (tmp_path / "elsewhere").mkdir()
    planted = tmp_path / "planted"
    planted.mkdir()
    (planted / ".builds").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError):
        made(planted, FIRST)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_without_links_each_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File systems of USB sticks have none."""

    def refused(*names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "symlink", refused)
    monkeypatch.setattr(os, "link", refused)
    made(tmp_path, FIRST)
    assert made(tmp_path, {"a-1-proof.pdf": b"new"}) == ["a-1-body-p001-004-press.pdf"]
    assert shown(tmp_path) == {"a-1-proof.pdf": b"new"}
    assert made(tmp_path, SECOND) == [] and shown(tmp_path) == SECOND


def test_a_draft_that_is_not_shown_is_gone(tmp_path: Path) -> None:
    made(tmp_path, FIRST)
    with pytest.raises(ZeroDivisionError), draft(tmp_path) as one:
        one.write("a-1-proof.pdf", b"half")
        raise ZeroDivisionError
    assert shown(tmp_path) == FIRST
    assert len([path for path in (tmp_path / ".builds").iterdir() if path.name not in ("now", "lock")]) == 1


def test_an_issue_is_known_by_its_folder(tmp_path: Path) -> None:
    assert naming_of(tmp_path, tmp_path / "issue") is None
    made(tmp_path, FIRST)
    assert naming_of(tmp_path, tmp_path / "issue") == NAMING
    assert naming_of(tmp_path, tmp_path / "other") is None
    assert showing.naming_of(tmp_path / "nowhere", tmp_path) is None


def test_names_say_what_they_are() -> None:
    naming = of_words("埠头", "2026/11")
    assert naming.stem == "埠头-2026-11"
    assert naming.kind(naming.body(1, 64)) == "body" and naming.body(1, 64) == "埠头-2026-11-body-p001-064-press.pdf"
    assert [naming.kind(name) for name in (naming.cover, naming.proof, naming.findings, naming.timings)] == [
        "cover",
        "proof",
        "findings",
        "timings",
    ]
    assert naming.kind("埠头-2026-112-proof.pdf") == naming.kind("x.pdf") == naming.kind("埠头-2026-11-old.pdf") == ""
    assert of_words("/../..").stem == "-" and of_words("").stem == "issue"
