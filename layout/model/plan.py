"""issue/issue.toml: which stories stand in which order in which templates, and the data of the issue."""

from typing import Literal

from layout.model.place import Place
from layout.model.story import Paragraph
from layout.model.template import ANY
from layout.model.units import Length
from layout.model.value import value

Start = Literal["page", "recto", "verso", "spread", "run-on"]
"""Where an entry begins: on the next page, or `run-on`: under the end of the story before it, where there is room."""


DEFAULT_NEXT = "auto-next"
"""Template where the plan names none for a story that goes on behind others."""


@value
class Entry:
    """One thing in the running order: a story, or a page of its own (contents, masthead, advert, blank, cover)."""

    kind: Literal["story", "page"]
    name: str
    """story: its slug; page: its template"""
    place: Place
    templates: tuple[str, ...] = ()
    """a story's pages in order; the last one's `next` goes on from there"""
    pages: int = 0
    """pages the story shall take; 0: as many as it needs"""
    characters: tuple[int, int] = (0, 0)
    """least and most characters (字数) that the story shall have; both alike: about so many; 0: any"""
    at: int = 0
    """page it stands on: a page of its own whatever the stories do, a story where it should begin; 0: the next one"""
    story_page: int = 0
    """page of the story before it, from 1, on which an entry stands whose template shares; 0: the last one"""
    filling: bool = False
    """stands by: set only where pages are missing"""
    start: Start = "page"
    section: str = ""
    series: Paragraph | None = None
    """the series a story belongs to, where the plan says so and not its manuscript"""
    texts: tuple[tuple[str, Paragraph], ...] = ()
    """name → paragraph for frames that take text:<name>"""
    photos: tuple[str, ...] = ()
    teaser: str = ""
    """picture that announces the story in the contents"""
    continued: bool = False
    """the story's earlier entry has its first pages; it goes on here"""
    listed: bool = True
    """stands in the contents"""
    part: Literal["body", "cover"] = "body"
    advert_label: str | None = None
    """what marks its adverts; None: the house's word"""
    fault: bool = False
    """what the plan says of it cannot be set, which is told: a page is kept that shows the place in proofs"""

    @property
    def wanted(self) -> str:
        """The wanted characters as they are said: 2300, 2000–2400, –900; empty where any will do."""
        least, most = self.characters
        if not most:
            return ""
        return str(least) if least == most else f"{least or ''}–{most if most != ANY[1] else ''}"


@value
class Plan:
    """The whole issue before setting."""

    path: str
    slug: str
    """what the files begin with that are made of it; empty where the plan has none that could"""
    number: str
    title: str
    date: str
    """as printed, such as 2026年11月"""
    stage: str
    """校次, such as 初校; stamped on proofs"""
    entries: tuple[Entry, ...]
    first_page: int = 1
    total_of: int = 1
    """the body's page count is a multiple of this"""
    fillers: str = ""
    """story whose pieces, each under a subhead, may fill the foot of a page where another story ends early"""
    design: str = ""
    """folder under styles/ whose files stand before the house's; empty: the house itself"""
    design_place: Place | None = None
    sections: tuple[str, ...] = ()
    """in their order; empty: as the entries come"""
    spine: Length = 0
    """thickness of the bound issue: the cover's pages are imposed about it; 0: they stay single pages"""
    data: tuple[tuple[str, str], ...] = ()
    """further texts for furniture and covers: {issn} {price} …"""
    said_at: tuple[tuple[str, Place], ...] = ()
    """where each of these, and the number, is written; under "" where one that is not there would be"""
