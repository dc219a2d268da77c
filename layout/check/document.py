"""A document goes in; what is wrong with its identity, its output intent and what it carries along comes out."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pikepdf

from layout.check.boxes import Edges, edges
from layout.check.effort import METADATA_MB, UnreadError, attempt, decoded
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile

PAIRS = (
    ("/Title", "dc:title"),
    ("/Author", "dc:creator"),
    ("/Creator", "xmp:CreatorTool"),
    ("/Producer", "pdf:Producer"),
    ("/Trapped", "pdf:Trapped"),
)
"""Info keys and the XMP properties that must say the same (XMP specification part 3, 2.1.2)."""
DATES = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))
IN_CATALOG = ("/OpenAction", "/AA", "/AcroForm", "/Collection", "/Requirements")
IN_NAMES = ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations")
PAPER_ONLY = frozenset(("/PrinterMark", "/TrapNet"))
"""Kinds of annotation that ISO 15930-7 6.8 allows anywhere."""


def identity(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """ISO 15930-7 6.2 and 6.3: version, identification, document ID, title, dates, trapping; Info as XMP."""
    if (version := pdf.pdf_version) > "1.6" and version < "2.0" or version < "1.4":
        yield _not_x4("PDF version", version, "1.6")
    xmp = _metadata(pdf)
    standard = xmp.get("pdfxid:GTS_PDFXVersion")
    if standard not in ("PDF/X-4", "PDF/X-4p"):
        yield _not_x4("GTS_PDFXVersion", standard or "–", "PDF/X-4")
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield _not_x4("ID", "–", "two identifiers")
    info: Any = pdf.trailer.get("/Info", {})
    if str(info.get("/Trapped", "–")) not in ("/True", "/False"):
        yield _not_x4("Trapped", str(info.get("/Trapped", "–")), "True / False")
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if key not in info:
            yield _not_x4(key, "–", key)
    yield from _disagreements(info, xmp)


def _metadata(pdf: pikepdf.Pdf) -> Any:
    """The XMP as a mapping; empty where there is none."""
    if "/Metadata" not in pdf.Root:
        return {}
    if len(decoded(pdf.Root.Metadata)) > METADATA_MB << 20:
        raise UnreadError(finding("DOC-08", limit=f"{METADATA_MB} MB"))
    return pdf.open_metadata(set_pikepdf_as_editor=False)


def _disagreements(info: Any, xmp: Any) -> Iterator[Finding]:
    for key, name in PAIRS:
        said = str(info.get(key, "")).removeprefix("/" if key == "/Trapped" else "")
        also = xmp.get(name) or ""
        also = "; ".join(also) if isinstance(also, list) else str(also)
        if said != also:
            yield _not_x4(f"XMP {name}", also or "–", said or "–")
    for key, name in DATES:
        said, also = _digits(str(info.get(key, ""))), _digits(str(xmp.get(name) or ""))
        if said != also:
            yield _not_x4(f"XMP {name}", also or "–", said or "–")


def _digits(date: str) -> str:
    """Day and time of a PDF or ISO 8601 date without their marks; the zone is left out."""
    return "".join(char for char in date.removeprefix("D:")[:19] if char.isdigit())[:14]


def _not_x4(key: str, found: str, wanted: str) -> Finding:
    return finding("DOC-01", key=key, found=found, wanted=wanted)


def forbidden(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What ISO 15930-7 6.1, 6.9 and 6.11 keep out: encryption, actions, forms, attached files; and hidden layers."""
    if pdf.is_encrypted:
        yield finding("DOC-02", key="/Encrypt")
    yield from (finding("DOC-02", key=key) for key in IN_CATALOG if key in pdf.Root)
    names: Any = pdf.Root.get("/Names", {})
    yield from (finding("DOC-02", key=key) for key in IN_NAMES if key in names)
    layers: Any = pdf.Root.get("/OCProperties")
    if layers is not None and ("/Configs" in layers or len(layers.get("/D", {}).get("/OFF", []))):
        yield finding("DOC-06")


def intent(pdf: pikepdf.Pdf, profile: PressProfile) -> Iterator[Finding]:
    """One GTS_PDFX intent with the printer's condition and an embedded CMYK output profile (6.4; GWG 2022 R0035)."""
    every: Any = pdf.Root.get("/OutputIntents", [])
    found = [item for item in every if item.get("/S") == "/GTS_PDFX"]
    if len(found) != 1:
        yield finding("COL-02", key="GTS_PDFX", found=len(found), wanted=1)
        return
    condition = str(found[0].get("/OutputConditionIdentifier", "–"))
    if condition != profile.condition:
        yield finding("COL-02", key="OutputConditionIdentifier", found=condition, wanted=profile.condition)
    embedded = found[0].get("/DestOutputProfile")
    head = decoded(embedded)[12:20].decode("latin-1") if embedded is not None else "–"
    if head != "prtrCMYK":  # ICC.1:2022 7.2: device class and colour space
        yield finding("COL-02", key="DestOutputProfile", found=head, wanted="prtrCMYK")


def on_page(page: pikepdf.Page, number: int) -> Iterator[Finding]:
    """Annotations within the bleed, actions, and a transparency group that blends in another space (R0030)."""
    if "/AA" in page.obj:
        yield finding("DOC-02", page=number, key="/AA")
    bleed = edges(page, "/BleedBox") or edges(page, "/TrimBox") or edges(page, "/MediaBox")
    notes: Any = page.obj.get("/Annots", [])
    for note in notes:
        yield from attempt(partial(_annotation, note, bleed, number), "/Annots", number)
    space = page.obj.get("/Group", pikepdf.Dictionary()).get("/CS")
    if space is not None and str(space) != "/DeviceCMYK":
        yield finding("COL-03", page=number, space=_named(space))


def _annotation(note: Any, bleed: Edges | None, number: int) -> Iterator[Finding]:
    kind = str(note.get("/Subtype", "/Annot"))
    left, low, right, high = (float(value) for value in note.get("/Rect", [0, 0, 0, 0]))
    apart = bleed and (right <= bleed[0] or left >= bleed[2] or high <= bleed[1] or low >= bleed[3])
    if kind not in PAPER_ONLY and not apart:
        yield finding("DOC-03", page=number, kind=kind.removeprefix("/"))


def _named(space: Any) -> str:
    return str(space[0] if isinstance(space, pikepdf.Array) else space).removeprefix("/")
