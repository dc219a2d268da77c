"""The folder styles/ goes in; the specimen's pages come out, and the PDF made of them.

The sheet is A4 without bleed, so that an office printer gives it at full size, to be held beside a printed page.
"""

from hashlib import blake2b
from pathlib import Path

from layout import font, paint, pdf, read
from layout.job import places
from layout.job.build import moment_now
from layout.job.faces import lacking
from layout.job.specimen_cards import (
    ENGLISH,
    LOOK,
    NAME,
    SHOWN,
    WORDS,
    Piece,
    Setter,
    below,
    card,
    together,
    with_card_styles,
)
from layout.model.finding import Finding, worst
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame, PlacedRule
from layout.model.printing import DocumentInfo, PressProfile, PrintSettings, ProofMarks
from layout.model.specimen import Section, Specimen
from layout.model.style import HAIRLINE, Face
from layout.model.units import MM, PT, Length
from layout.model.value import replace, value
from layout.read.specimen import load_specimen
from layout.shape import Shaper

WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, HEAD, FOOT = 15 * MM, 21 * MM, 276 * MM
"""The type area: its left edge, where cards begin and where they end at the latest."""
COLUMNS, GUTTER = 3, 6 * MM
COLUMN = (WIDTH - 2 * LEFT - (COLUMNS - 1) * GUTTER) // COLUMNS
SPANS = tuple(n * COLUMN + (n - 1) * GUTTER for n in range(1, COLUMNS + 1))
BETWEEN = 8 * MM
"""Between a card and the one under it."""
AHEAD = 5
"""So many cards are looked at for the next place, so that numbers stay near their order."""
PATIENCE = 10 * MM
"""White that is worth a card's turn."""
BLACK = Face("serif-black")
TITLE = replace(WORDS, name="specimen-title", han=BLACK, latin=BLACK, size=30 * PT, leading=36 * PT)
SECTION = replace(TITLE, name="specimen-section", size=15 * PT, leading=20 * PT, colour="accent")
FOLIO = replace(SHOWN, name="specimen-folio", align="right")
Card = tuple[Piece, int]
"""A set sample and the columns it takes."""
RULER = 100
"""Millimetres of the ruler at every page's foot, by which a print's scale can be checked."""


@value(eq=False)
class Placed:
    """A card, or a section's head, where it stands on its page."""

    piece: Piece
    section: Section
    head: bool = False


def build(styles: Path) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The specimen as PDF; None with findings where specimen.toml or the styles it stands on cannot be used."""
    specimen, found = load_specimen(styles)
    press, more = read.load_press(styles, "coated")
    faces, fallback, others = read.load_fonts(styles)
    found += more + others
    if specimen is None or press is None or worst(found) == "error":
        return None, found
    book = font.open_book(places.fonts() / "fonts.toml", faces, fallback)
    setter = Setter(Shaper(book, with_card_styles(specimen.sheet)))
    pages = compose(specimen, setter)
    found += lacking((paragraph, (at,)) for paragraph, at in setter.missing)
    house = replace(specimen.house, width=WIDTH, height=HEIGHT, bleed=0)
    sheets = tuple(paint.paint(page, house, {}) for page in pages)
    return pdf.write(sheets, _settings(specimen, styles, press), book, {}), found


def compose(specimen: Specimen, setter: Setter) -> tuple[Page, ...]:
    """All pages: each section's head over the full width, its cards below it, as close as they go."""
    board = _Board(HEAD + _opening(specimen, setter).height)
    for section in specimen.sections:
        waiting = [card(setter, sample, SPANS) for sample in section.samples]
        if waiting:
            board.head(_head(section, setter), section, waiting[0][0].height)
        while waiting:
            waiting.remove(board.best(waiting, section))
    pages = board.pages
    return tuple(_page(specimen, setter, number, placed, len(pages)) for number, placed in enumerate(pages, 1))


class _Board:
    """Pages being filled: how deep each column of the last one is by now."""

    def __init__(self, top: Length) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._tops = [top] * COLUMNS

    def head(self, piece: Piece, section: Section, least: Length) -> None:
        """A section begins: on a new page where not even its first card has room under it."""
        if max(self._tops) + piece.height + least > FOOT:
            self._turn()
        y = max(self._tops)
        self.pages[-1].append(Placed(piece.at(LEFT, y), section, True))
        self._tops = [y + piece.height] * COLUMNS

    def best(self, waiting: list[Card], section: Section) -> Card:
        """Places one of the next few cards: the one that leaves the least white above it, the first of equals."""
        found = [(*self._spot(item), at, item) for at, item in enumerate(waiting[:AHEAD])]
        fitting = [spot for spot in found if spot[1] + spot[-1][0].height <= FOOT]
        if not fitting:
            self._turn()
            return self.best(waiting, section)
        _, y, column, _, item = min(fitting, key=lambda spot: (spot[0] + spot[3] * PATIENCE, spot[3]))
        piece, span = item
        self.pages[-1].append(Placed(piece.at(LEFT + column * (COLUMN + GUTTER), y), section))
        self._tops[column : column + span] = [y + piece.height + BETWEEN] * span
        return item

    def _spot(self, item: Card) -> tuple[Length, Length, int]:
        """White left above the card, its top and its first column, where it stands highest."""
        span = item[1]
        spots = []
        for column in range(COLUMNS - span + 1):
            tops = self._tops[column : column + span]
            spots.append((max(tops), sum(max(tops) - top for top in tops), column))
        y, white, column = min(spots)
        return white, y, column

    def _turn(self) -> None:
        self.pages.append([])
        self._tops = [HEAD] * COLUMNS


def _head(section: Section, setter: Setter) -> Piece:
    words = setter.text(f"{section.number}　{section.name}", SECTION, SPANS[-1])
    return below([words, setter.text(section.english, ENGLISH, SPANS[-1]), Piece(0, 4 * MM)])


def _opening(specimen: Specimen, setter: Setter) -> Piece:
    """The title of the first page, and how to read the specimen."""
    words = [setter.text(specimen.look, LOOK, SPANS[1]), setter.text(specimen.see, ENGLISH, SPANS[1])]
    parts = [setter.text(specimen.name, TITLE, SPANS[-1]), setter.text(specimen.english, NAME, SPANS[-1])]
    return below([*parts, Piece(0, 3 * MM), *words, Piece(0, 10 * MM)])


def _page(specimen: Specimen, setter: Setter, number: int, placed: list[Placed], count: int) -> Page:
    pieces = [item.piece for item in placed]
    if number == 1:
        pieces.append(_opening(specimen, setter).at(LEFT, HEAD))
    pieces.append(_foot(setter, f"{number} / {count}"))
    sections = tuple(dict.fromkeys(item.section for item in placed))
    pieces.append(setter.text(_named(sections), SHOWN, SPANS[-1]).at(LEFT, 11 * MM))
    whole = together(pieces)
    frame = PlacedFrame("page", "story", Rect(0, 0, WIDTH, HEIGHT), rules=whole.rules, lines=whole.lines)
    begun = tuple(item.section for item in placed if item.head)
    return Page(number, str(number), "recto", "specimen", (frame,), titles=(_named(begun),) if begun else ())


def _named(sections: tuple[Section, ...]) -> str:
    return "　　".join(f"{section.number}　{section.name}" for section in sections)


def _foot(setter: Setter, folio: str) -> Piece:
    """A ruler by which the print's scale can be checked, and the page's number."""
    y = 283 * MM
    rules = [PlacedRule(LEFT, y, LEFT + RULER * MM, y, HAIRLINE, "ink")]
    for n in range(RULER + 1):
        tick = (3 if n % 10 == 0 else 2 if n % 5 == 0 else 1) * PT * 3 // 2
        rules.append(PlacedRule(LEFT + n * MM, y - tick, LEFT + n * MM, y, HAIRLINE, "ink"))
    words = setter.text(f"{RULER} mm", SHOWN, COLUMN).at(LEFT + RULER * MM + 2 * MM, y - 8 * PT)
    page = setter.text(folio, FOLIO, COLUMN).at(LEFT + SPANS[-1] - COLUMN, y - 8 * PT)
    return together([Piece(0, 0, (), tuple(rules)), words, page])


def _settings(specimen: Specimen, styles: Path, press: PressProfile) -> PrintSettings:
    """A proof without room for marks: nothing is claimed of it, nothing stands beyond the sheet."""
    files = [styles / name for name in ("house.toml", "text.toml", "specimen.toml")]
    digest = blake2b(b"".join(path.read_bytes() for path in files), digest_size=16).hexdigest()
    info = DocumentInfo(
        f"{specimen.name} {specimen.english}", "Banxin", "", moment_now().isoformat(), digest, specimen.house.language
    )
    return PrintSettings(press, info, ProofMarks("", 0))
