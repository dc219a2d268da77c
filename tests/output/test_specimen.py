"""The specimen: a sample for every rule that lines are set by, built without fault, its words readable in the PDF."""

import re
import time
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from layout.job.specimen import build
from layout.model.finding import worst
from layout.model.specimen import Setting, Specimen
from layout.read.specimen import load_specimen

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "styles"
ROW = re.compile(r"^\| (\d+(?:\.\d+)+) \| .+? \| must \| (.+?) \| .*\|$", re.MULTILINE)
OF_LINES = ("cjk/", "shape/", "lines/", "paint/marks.py", "font/", "style key", "character key")
"""Where docs/rules.md places the rules of lines; those of flow, reading and output are shown by the sample issue."""


@pytest.fixture(scope="module")
def specimen() -> Specimen:
    made, found = load_specimen(STYLES)
    assert made is not None and not found
    return made


@pytest.fixture(scope="module")
def pages() -> tuple[str, ...]:
    """The text of each page, as a reader would copy it, without spaces and line ends."""
    data, found = build(STYLES)
    assert data is not None and not found
    document = pypdfium2.PdfDocument(BytesIO(data))
    return tuple(joined(page.get_textpage().get_text_range()) for page in document)


def joined(text: str) -> str:
    """Without spaces, line ends and the hyphens that breaking added."""
    return re.sub(r"\s|[\u0002\ufffe\u00ad]", "", text)


def test_every_rule_of_lines_has_a_sample(specimen: Specimen) -> None:
    rows = ROW.findall((ROOT / "docs" / "rules.md").read_text("utf-8"))
    wanted = {rule for rule, where in rows if _of_lines(where)}
    shown = {rule for section in specimen.sections for sample in section.samples for rule in sample.rules}
    assert len(wanted) > 80
    assert not wanted - shown


def _of_lines(where: str) -> bool:
    return any(place in where for place in OF_LINES)


def test_every_sample_stands_in_a_section_with_its_words(specimen: Specimen) -> None:
    known = set(re.findall(r"^\| (\d+(?:\.\d+)+) \|", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.MULTILINE))
    for section in specimen.sections:
        assert section.name and section.english and section.samples
        for sample in section.samples:
            assert sample.name and sample.english and sample.look and sample.see and sample.settings, sample.rules
            assert set(sample.rules) <= known


def test_settings_beside_each_other_differ(specimen: Specimen) -> None:
    for section in specimen.sections:
        for sample in section.samples:
            ways = {_way(setting) for setting in sample.settings}
            assert len(ways) == len(sample.settings), sample.rules


def _way(setting: Setting) -> tuple[str, str, int]:
    return setting.keys, f"{setting.paragraph.text}{setting.paragraph.marks}", setting.measure


def test_text_of_samples_is_in_the_file(specimen: Specimen, pages: tuple[str, ...]) -> None:
    whole = "".join(pages)
    for section in specimen.sections:
        assert section.name in whole
        for sample in section.samples:
            assert joined(sample.name) in whole
            for setting in sample.settings:
                ruby = any(mark.kind == "ruby" for mark in setting.paragraph.marks)  # stands among its characters
                assert ruby or joined(setting.paragraph.text) in whole, sample.rules


def test_samples_are_printed_once(specimen: Specimen, pages: tuple[str, ...]) -> None:
    samples = [sample for section in specimen.sections for sample in section.samples]
    texts = [joined(setting.paragraph.text) for sample in samples for setting in sample.settings]
    for text in texts:
        if len(text) > 12:
            assert "".join(pages).count(text) == texts.count(text), text


def test_a_build_is_quick_and_gives_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795420800")
    started = time.process_time()
    first = build(STYLES)[0]
    assert time.process_time() - started < 3
    assert build(STYLES)[0] == first


def test_nothing_is_claimed_of_it() -> None:
    data, _ = build(STYLES)
    assert data is not None and b"GTS_PDFXVersion" not in data and b"PDF/X-4" not in data


@pytest.mark.fires("READ-CHOICE")
def test_wrong_keys_have_their_place(tmp_path: Path) -> None:
    for name in ("house.toml", "text.toml", "specimen.toml"):
        text = (STYLES / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace('punct = "quanjiao"', 'punct = "squarish"', 1), "utf-8")
    made, found = load_specimen(tmp_path)
    line = (tmp_path / "specimen.toml").read_text("utf-8").split("squarish")[0].count("\n") + 1
    assert made is None and worst(found) == "error"
    assert {(item.code, item.place.line) for item in found if item.place} == {("READ-CHOICE", line)}


def test_nothing_is_left_out_in_silence(tmp_path: Path) -> None:
    for name in ("house.toml", "text.toml"):
        (tmp_path / name).write_text((STYLES / name).read_text("utf-8"), "utf-8")
    rows = '[style]\nextends = "body"\n[[section]]\nname = "一"\n[[sample]]\nrules = ["4.3"]\nmeasure = "0em"\n'
    (tmp_path / "specimen.toml").write_text(f"{rows}[[sample]]\nset = [{{}}]\n", "utf-8")
    made, found = load_specimen(tmp_path)
    assert made is None
    told = [(item.code, item.place.line if item.place else 0) for item in found]
    assert told.count(("READ-CHOICE", 6)) == 1 and ("READ-NEEDED", 3) in told and ("READ-NEEDED", 5) in told
