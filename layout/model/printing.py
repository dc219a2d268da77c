"""What a press or proof file is made to: output intent, resolutions, document facts, marks."""

from typing import Literal

from layout.model.units import MM, Length
from layout.model.value import value


@value
class PressProfile:
    """styles/press/*.toml: what the printer asks for."""

    name: str
    condition: str
    """registered name of the characterised printing condition, such as FOGRA39"""
    info: str
    icc: str
    """path of the CMYK profile"""
    ppi: int = 300
    """photos are converted to so many pixels an inch at their placed size, never upscaled"""
    ppi_warn: int = 225
    ppi_error: int = 150
    ink_limit: int = 3000
    """per mille, average over 15 mm squares (GWG 2022 R0026)"""


@value
class DocumentInfo:
    """Facts that Info and XMP both carry. `moment` is an ISO 8601 time with zone (from SOURCE_DATE_EPOCH)."""

    title: str
    author: str
    subject: str
    moment: str
    identity: str
    """hex digest of the content: the document and instance id come from it"""
    language: str = "zh-CN"
    binding: Literal["left", "right"] = "left"


@value
class ProofMarks:
    """What a proof carries that a press file does not. None of it in a press file."""

    stamp: str
    """issue, stage, date, content hash: set in the slug outside the bleed"""
    margin: Length = 10 * MM
    """room around the bleed for crop marks and stamp"""


@value
class PrintSettings:
    profile: PressProfile
    info: DocumentInfo
    marks: ProofMarks | None = None
    """None: a press file (PDF/X-4, no annotations, no outline)"""
