"""What a press or proof file is made to: output intent, resolutions, document facts, marks."""

from typing import Literal

from layout.model.units import MM, Length
from layout.model.value import value


@value
class Limits:
    """Pixels an inch of a picture at its placed size: what is wanted, and below what a warning or an error stands."""

    wanted: int
    warn: int
    error: int


@value
class Resolution:
    """What the printer asks of photos (GWG 2022 R0031) and of line art, which has one bit a pixel (R0032)."""

    wanted: int = 300
    """photos are converted to so many pixels an inch at their placed size, never upscaled"""
    warn: int = 225
    error: int = 150
    line_warn: int = 800
    line_error: int = 550

    def limits(self, line_art: bool) -> Limits:
        """What holds for such a picture. Line art keeps its pixels: so many are wanted of it as bring no warning."""
        if line_art:
            return Limits(self.line_warn, self.line_warn, self.line_error)
        return Limits(self.wanted, self.warn, self.error)

    def too_coarse(self, ppi: int, line_art: bool) -> str:
        """The code of the finding on a picture shown at so many pixels an inch; "" where they do."""
        limits = self.limits(line_art)
        if ppi < limits.error:
            return "IMG-03" if line_art else "IMG-01"
        if ppi < limits.warn:
            return "IMG-04" if line_art else "IMG-02"
        return ""


COARSE = frozenset({"IMG-01", "IMG-02", "IMG-03", "IMG-04"})
"""The codes of `too_coarse`."""
Cmyk = Literal["keep", "convert"]
"""What becomes of pictures separated for another press: their ink amounts stay, or they are separated anew."""
Neutral = Literal["colour", "black"]
"""What greys within an RGB picture are printed with: all inks, or black alone."""
INK_TOLERANCE = 200
"""Per mille over the ink limit up to which a picture is a warning, beyond it an error (GWG 2022 R0026)."""


@value
class PressProfile:
    """styles/press/*.toml: what the printer asks for."""

    name: str
    condition: str
    """registered name of the characterised printing condition, such as FOGRA39"""
    info: str
    icc: str
    """path of the CMYK profile"""
    resolution: Resolution = Resolution()
    ink_limit: int = 3000
    """per mille, average over 15 mm squares (GWG 2022 R0026)"""
    jpeg_quality: int = 88
    """of photos that are encoded anew. The noise of 88 is finer than a screen of 175 lines an inch shows"""
    cmyk: Cmyk = "keep"
    neutral_rgb: Neutral = "colour"


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
    notes: Length = 45 * MM
    """room at either side of the bleed in a file whose sheets have margin notes"""


@value
class PrintSettings:
    profile: PressProfile
    info: DocumentInfo
    marks: ProofMarks | None = None
    """None: a press file (PDF/X-4, no annotations, no outline)"""
