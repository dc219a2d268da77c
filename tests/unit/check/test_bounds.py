"""Files made to take all memory or all time: what is left unread is told, and the rest is still checked."""

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from layout import check
from layout.check import Wanted, effort
from layout.job import apart
from layout.model.finding import Finding
from layout.model.printing import PressProfile

PROFILE = PressProfile("coated", "FOGRA39", "coated", "")
RED = b" 1 0 0 rg 0 0 9 9 re f"


def document(content: bytes = b"", *, pages: int = 1, spoil: Callable[[Pdf], object] = lambda pdf: None) -> bytes:
    """A small PDF with the same content on each page, spoilt."""
    pdf = pikepdf.new()
    stream = pdf.make_indirect(Stream(pdf, zlib.compress(content)))
    stream.Filter = Name.FlateDecode
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(200, 200)).obj
        page.TrimBox, page.Contents = Array([0, 0, 200, 200]), stream
    spoil(pdf)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def found(data: bytes) -> list[Finding]:
    return list(check.run_pdf(data, PROFILE))


def codes(data: bytes) -> set[str]:
    return {item.code for item in found(data)}


def form(pdf: Pdf, content: bytes, inner: Any = None) -> Any:
    made = pdf.make_indirect(Stream(pdf, content))
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    if inner is not None:
        made.Resources = Dictionary(XObject=Dictionary(X=inner))
    return made


def nested(levels: int, times: int = 1) -> Callable[[Pdf], None]:
    """A form that paints another one `times` times, which does the same, and so on; the innermost is red."""

    def spoil(pdf: Pdf) -> None:
        inner = form(pdf, RED)
        for _ in range(levels - 1):
            inner = form(pdf, b"/X Do " * times, inner)
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=inner))
        pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, b"/X Do"))

    return spoil


@pytest.mark.fires("COL-02")
@pytest.mark.fires("DOC-07", "COL-01")
@pytest.mark.parametrize("bad", [b"k", b"cm", b"(a) w", b"/x Tr", b"gs", b"/No Do", b"(a) (b) (c) rg"])
def test_a_bad_operand_costs_one_finding(bad: bytes) -> None:
    """The red behind it is found all the same, and so are the document's faults."""
    assert {"COL-01", "COL-02", "DOC-01", "DOC-07"} <= codes(document(bad + RED))


@pytest.mark.silent("DOC-07", "DOC-08", "DOC-09", "DOC-10", "DOC-11", "DOC-12")
def test_a_file_that_can_be_read_is_read_to_its_end() -> None:
    assert "COL-01" in codes(document(b"q Q " * 200 + RED, pages=3))


@pytest.mark.fires("DOC-07", "DOC-03")
def test_an_annotation_that_cannot_be_read_hides_no_other() -> None:
    def spoil(pdf: Pdf) -> None:
        notes = [Dictionary(Subtype=Name.Link, Rect=rect) for rect in (Array([Name.a, 0, 9, 9]), Array([0, 0, 9, 9]))]
        pdf.pages[0].obj.Annots = Array(notes)

    assert {"DOC-03", "DOC-07"} <= codes(document(spoil=spoil))


@pytest.mark.fires("DOC-07")
def test_a_colour_space_within_itself_ends() -> None:
    def spoil(pdf: Pdf) -> None:
        looped = pdf.make_indirect(Array([Name.Pattern]))
        looped.append(looped)
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(A=Name.A, B=looped))

    assert {"DOC-07", "COL-01"} <= codes(document(b"/A cs /B cs" + RED, spoil=spoil))


@pytest.mark.fires("DOC-08")
def test_a_stream_that_swells_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """70 kB that become 68 MB; another page of the file is still read."""

    def spoil(pdf: Pdf) -> None:
        pdf.add_blank_page().obj.Contents = pdf.make_indirect(Stream(pdf, RED))

    told = found(document(b"0 0 m\n" * ((68 << 20) // 6), spoil=spoil))
    assert ("DOC-08", 1) in {(item.code, item.page) for item in told}
    assert ("COL-01", 2) in {(item.code, item.page) for item in told}


@pytest.mark.fires("DOC-08")
def test_one_stream_painted_over_and_over_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "TOTAL_MB", 1)
    told = found(document(b"0 0 m\n" * 50_000, pages=9))
    assert [item.page for item in told if item.code == "DOC-08"] == [4]


@pytest.mark.fires("DOC-08")
def test_forms_that_draw_forms_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million times the same red square, in 2 kB."""
    monkeypatch.setattr(effort, "SECONDS", 0.2)
    told = found(document(spoil=nested(7, times=10)))
    assert {"DOC-08", "COL-01"} <= {item.code for item in told}


@pytest.mark.fires("DOC-08")
def test_metadata_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, b"<a>" * 9))

    monkeypatch.setattr(effort, "STREAM_MB", 0)
    monkeypatch.setattr("layout.check.document.METADATA_MB", 0)
    assert "DOC-08" in codes(document(spoil=spoil))


@pytest.mark.fires("DOC-09", "COL-01")
def test_more_operators_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """All up to the bound is checked."""
    monkeypatch.setattr(effort, "TOKENS", 60_000)
    assert {"DOC-09", "COL-01"} <= codes(document(RED + b" 0 0 m" * 100_000))


@pytest.mark.fires("TXT-06")
@pytest.mark.fires("DOC-10")
def test_findings_without_end_are_counted() -> None:
    rich = b"".join(b"0.%d 0.%d 0.5 1 k BT (a) Tj ET " % (20 + n % 50, 30 + n // 50) for n in range(150))
    told = found(document(rich))
    assert sum(item.code == "TXT-06" for item in told) == effort.SAME
    (more,) = (item for item in told if item.code == "DOC-10")
    assert dict(more.values) == {"kind": "TXT-06", "count": "50"}


@pytest.mark.fires("DOC-11")
@pytest.mark.parametrize("spoil", [nested(40), None])
def test_nesting_beyond_all_reason(spoil: Callable[[Pdf], None] | None) -> None:
    data = document(spoil=spoil) if spoil else document(b"q " * 600)
    assert "DOC-11" in codes(data)


@pytest.mark.fires("DOC-12")
def test_a_file_cut_in_half_is_damaged() -> None:
    whole = document(RED)
    assert "DOC-12" in codes(whole[: len(whole) - 40])


@pytest.mark.fires("DOC-00")
def test_a_file_without_pages() -> None:
    assert codes(document(pages=0)) == {"DOC-00"}


def test_the_process_apart_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(document(b"/No gs k" + RED))
    assert list(apart.checked(path, PROFILE, Wanted())) == found(path.read_bytes())


@pytest.mark.fires("COL-06")
@pytest.mark.fires("DOC-08")
def test_what_no_check_can_bound_ends_the_process_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that takes more time than it may, and what it had found by then."""
    said = (
        "import sys, os, signal; print('[\"COL-06\", 3, null, []]', flush=True); os.kill(os.getpid(), signal.SIGXCPU)"
    )
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", said))
    path = tmp_path / "any.pdf"
    path.write_bytes(b"")
    assert [(item.code, item.page) for item in apart.checked(path, PROFILE, Wanted())] == [("COL-06", 3), ("DOC-08", 0)]


def test_memory_is_bounded_by_the_system(tmp_path: Path) -> None:
    """A page that stands 300,000 times in the tree of 3 kB: qpdf makes a page of each before anyone may ask."""

    def spoil(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids, pdf.Root.Pages.Count = Array([pdf.pages[0].obj] * 300_000), 300_000

    path = tmp_path / "kids.pdf"
    path.write_bytes(document(spoil=spoil))
    command = [sys.executable, "-m", "layout", "check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1 and "DOC-08" in done.stdout and not done.stderr


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(OSError, match="regular"):
        list(apart.checked(tmp_path / "pipe.pdf", PROFILE, Wanted()))
