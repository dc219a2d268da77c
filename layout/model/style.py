"""What styles/ says, resolved: paragraph and character styles and the house they belong to. Lengths in units."""

from typing import Literal

from layout.model.colour import Colour
from layout.model.place import Place
from layout.model.units import MM, PT, Length
from layout.model.value import value

Align = Literal["justify", "justify-right", "left", "center", "right", "spread", "even"]
"""`spread` is 撑满: one line made exactly as long as the measure. `even`: every line as long as the longest."""
JUSTIFIED: tuple[Align, ...] = ("justify", "justify-right")
"""Every line but the last as long as the measure; the last one at the start of it, or at its end."""
Direction = Literal["horizontal", "vertical"]
Level = Literal["none", "basic", "gb", "strict", "css-loose", "css-normal", "css-strict"]
Breaker = Literal["total", "greedy", "phrase"]
Punct = Literal[
    "quanjiao",
    "quanjiao-mild",
    "kaiming",
    "kaiming-semantic",
    "kaiming-printed",
    "banjiao",
    "hangmobanjiao",
    "none",
]
Region = Literal["mainland", "taiwan", "hongkong", "japan"]


JUMP_TO, JUMP_FROM = "（下转第{folio}页）", "（上接第{folio}页）"
SAFETY = 3 * MM
"""Least that printers ask for between text and the cut; 5 mm are usual (trade practice; no ISO or GWG number)."""
SECTION = "section"
"""Name of the ink that a page's section has."""


@value
class Face:
    """One script's type: font key of fonts.toml, size and baseline relative to the Han of the same style."""

    font: str
    size: int = 1000
    """per mille of the style's size"""
    rise: int = 0
    """per mille of the style's size, upwards (in vertical text: to the right)"""


@value
class MarkWidth:
    """Room of marks that a house sets otherwise than its style of punctuation does, per mille of the em; 0: as that."""

    marks: str
    line: int = 0
    """in mid-line"""
    end: int = 0
    """at a line's end"""
    least: int = 0
    """what squeezing leaves of it in mid-line"""


@value
class CharacterStyle:
    """What an inline mark (`**…**`, `[…]{.kai}`) changes; None leaves the paragraph's own value."""

    name: str
    han: str | None = None
    latin: str | None = None
    size: int = 1000
    """per mille of the paragraph's size"""
    rise: int = 0
    colour: str | None = None
    han_latin: int | None = None
    """gap to the Han around it, such as 0 for code and addresses"""


@value
class ParagraphStyle:
    """How one kind of paragraph is set. Gaps and limits in per mille of the size unless they are lengths."""

    name: str
    han: Face = Face("serif-regular")
    latin: Face = Face("serif-regular")
    digits: Face | None = None
    size: Length = 1_333_500  # 10.5 pt, 五号
    leading: Length = 0
    """distance of baselines; 0: the row of the page grid"""
    align: Align = "justify"
    direction: Direction = "horizontal"
    colour: str = "ink"
    tint: int = 1000
    outline: Length = 0
    """how far an edge of another ink reaches beyond the letters, for type over a picture; 0: none"""
    outline_colour: str = "paper"
    shadow: Length = 0
    """how far to the right and down a copy of the letters in another ink stands under them; 0: none"""
    shadow_colour: str = "ink"
    beside: Length = 0
    """size of type that readings, dots and lines beside the characters are drawn for; 0: the style's own"""
    indent: Length = 0
    """of the first line; a 2 em paragraph indent is 2 × size"""
    hang: Length = 0
    """of all lines but the first"""
    inset: Length = 0
    """of all lines, at both ends"""
    tracking: int = 0
    """per mille of the size added after every character; negative is tighter"""
    before: int = 0
    """whole rows of the grid left free above, not at a column's top"""
    after: int = 0
    at_top: Literal["drop", "keep", "full"] = "drop"
    """the rows above where the paragraph opens a column: dropped, kept, or kept where the column before is full"""
    rows: int = 0
    """whole rows the block takes as a unit (占N行); 0: as many as its lines need"""
    cut_in: int = 0
    """a head within the text that runs on beside it, over so many rows (窗式标题); 0: a head of its own lines"""
    keep_next: int = 0
    """at least so many lines of the next paragraph stay in the same column"""
    keep_previous: int = 0
    """at least so many lines of the paragraph before stay in the same column; the paragraph is never divided"""
    orphans: int = 2
    widows: int = 2
    region: Region = "mainland"
    level: Level = "gb"
    punct: Punct = "kaiming"
    bracket_at_indent: Literal["indent", "half", "flush"] = "indent"
    """an opening mark that begins an indented line: `indent`, its ink begins where other text does · `half`, it keeps
    its half em of blank, so that what follows stands on the em grid · `flush`, it moves half an em into the indent, so
    that what follows stands where other text begins"""
    hanging: Literal["off", "allow", "force"] = "off"
    """marks outside the measure: `allow` where they would else pull a character down, `force` at every line's end"""
    mark_widths: tuple[MarkWidth, ...] = ()
    """where a mark shall be wider or narrower than `punct` has it"""
    breaker: Breaker = "total"
    last_line: int = 2
    """fewest Han on a paragraph's last line (孤字不成行)"""
    han_latin: int = 125
    """natural gap between Han and Latin"""
    hyphenate: str = ""
    """language of pyphen's patterns, such as "en_US"; empty: no hyphenation"""
    stretch_cap: int = 250
    """most that may be added between two characters before the line is reported as loose"""
    justify_latin: int = 45
    """fewest characters, of half an em, of a justified line of Western words: a paragraph of them is set ragged in a
    narrower measure (Bringhurst §2.1.2: 40 is a working minimum for those who reword; 5 more are ours); 0: never"""
    track_limit: int = 30
    """most tracking the fitter may use, per mille, either way"""
    title_least: int = 2
    """fewest characters of a title in 《》 on either side of a break; a title with one more stays whole; 0: any"""
    lead_mark: str = ""
    """set before the paragraph, in the character style `marker`: ■ before names, >> before a series; empty: none"""
    smaller: str = ""
    """style of smaller type that a head or a text of a page takes where it has no room in this one; empty: none"""
    spread_names: int = 0
    """names of two characters are spaced to so many characters; 0: never"""
    cells: tuple[tuple[int, int, int], ...] = ()
    """(least, most characters of a line, em that it is spread over): 均排 of short lines"""
    speaker: int = 0
    """em that a speaker's name and its colon take at the paragraph's head (凸排); 0: as they are"""
    digit_width: int = 500
    """cell of an Arabic digit (二分数字), and half of it for the point or comma in a number; 0: as the face has them"""
    vertical_acronyms: int = 3
    """in vertical text, words of so many capitals at most stand upright, a letter a cell (GDP); longer ones lie"""
    vertical_digits: int = 2
    """in vertical text, numbers of so many digits at most stand upright side by side in one cell; longer ones lie"""
    vertical_quotes: Literal["corner", "keep"] = "corner"
    """in vertical text “ ” ‘ ’ become the corner brackets of the region (GB/T 15834 5.2), or stay as they are"""


@value
class Margins:
    """Distances of the type area from the trim; inner is at the spine."""

    head: Length
    foot: Length
    inner: Length
    outer: Length


@value
class House:
    """styles/house.toml: the sheet, the type area and its baseline grid, the inks, the binding."""

    width: Length
    height: Length
    bleed: Length
    margins: Margins
    row: Length
    """distance of baselines of the grid shared by all columns and both pages of a spread"""
    body: Length
    """size of the body type: the first baseline stands `ascent` below the type area's top"""
    rows: int
    inks: tuple[tuple[str, Colour], ...]
    binding: Literal["left", "right"] = "left"
    region: Region = "mainland"
    language: str = "zh-Hans-CN"
    advert_label: str = "广告"
    """what marks every advert that does not say otherwise; empty: nothing"""
    jump_to: str = JUMP_TO
    """at the foot of a story that goes on behind others; empty: no line is kept for it"""
    jump_from: str = JUMP_FROM
    jumps: Literal["all", "stories"] = "all"
    """where jump lines stand: wherever others have pages between two of a story, or only where these are stories"""
    mistypings: tuple[str, ...] = ("ascii", "full-width", "spaces")
    """what is looked for in manuscripts: half-width marks in Chinese text, full-width letters, spaces in a row"""
    safety: Length = SAFETY
    """text keeps so far from the trim: cutting is off by a millimetre or two"""
    sections: tuple[tuple[str, str], ...] = ()
    """section of the issue → its ink, which pages of that section call `section`"""
    area_at: Place = Place("")
    """the line that says how many rows a page has, or how high they may be, in the file nearest to the issue"""
    width_at: Place = Place("")
    """the same of how wide the type area is"""

    @property
    def ink_names(self) -> tuple[str, ...]:
        """What colours may be called."""
        return (*(name for name, _ in self.inks), SECTION)

    def section_ink(self, section: str) -> str:
        """The ink of a section; one without an ink of its own has the accent, or black in a house without."""
        other = "accent" if any(name == "accent" for name, _ in self.inks) else "ink"
        return dict(self.sections).get(section, other)

    def ink(self, name: str) -> Colour:
        """The colour called `name`. KeyError for a name house.toml does not have (read checks names first)."""
        name = self.section_ink("") if name == SECTION else name
        for known, colour in self.inks:
            if known == name:
                return colour
        raise KeyError(name)


@value
class NamedFont:
    """A font key that a style names, and where it stands."""

    style: str
    key: str
    place: Place


@value
class StyleSheet:
    """text.toml: every paragraph and character style by name."""

    paragraphs: tuple[ParagraphStyle, ...]
    characters: tuple[CharacterStyle, ...] = ()
    fonts: tuple[NamedFont, ...] = ()
    """every font that a style names, each place once"""

    def paragraph(self, name: str) -> ParagraphStyle:
        for style in self.paragraphs:
            if style.name == name:
                return style
        raise KeyError(name)

    def character(self, name: str) -> CharacterStyle | None:
        for style in self.characters:
            if style.name == name:
                return style
        return None


BODY_ASCENT = 880
"""Per mille of the size from the em box's top to the baseline: Noto CJK's ideographic em box (OS/2 typo 880/-120)."""
HAIRLINE = PT // 4
"""Thinnest rule one ink may print (GWG 2022 R0018)."""
