"""A listed story and the contents frame go in; its lines of the contents come out: heads, folio, title, names."""

from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedLine, PlacedRule
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Photo, without_notes
from layout.model.style import HAIRLINE, SECTION
from layout.model.template import Frame
from layout.model.units import Length, scaled
from layout.model.value import replace, value

FOLIO_ROOM = 1650
"""Per mille of the folio's size from the column's edge to the titles: two or three figures and air."""
ROLES = ("title", "byline")
"""What is said of a story where the frame names no roles."""
STYLES = {"title": "contents-title", "byline": "contents-author", "office": "contents-author"}
"""Role → paragraph style; any other is set in `contents-deck`."""
LEADER_AIR = 500
"""Per mille of the title's size left free at both ends of a leader (ours)."""
SHORTEST_LEADER = 2
"""Marks; fewer are no leader."""

_GAP = "\u3000"


@value
class Listing:
    """What the contents may say of one story."""

    section: str
    title: str
    authors: tuple[str, ...]
    page: int
    path: str
    series: str = ""
    heading: tuple[Paragraph, ...] = ()
    teaser: Photo | None = None
    """picture that announces the story, its words led by the page's number"""


@value(eq=False)
class SetListing:
    """A listing set at its measure, from (0, 0): how deep it is, and the whole rows it takes with the air below."""

    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...]
    depth: Length
    rows: int
    page: int


def set_listing(
    setting: Setting, frame: Frame, listing: Listing, before: Listing | None, width: Length, air: int = 750
) -> SetListing:
    """The listing, under the heads of its section and its series where the one before it stands under others; so many
    per mille of its pace stay free below it."""
    pace = _pace(setting, frame, listing)
    lines, rules, y = _heads(setting, listing, before, width, pace)
    folio = stack(setting, (_piece("contents-folio", str(listing.page), listing),), width)
    size = folio.lines[0].shaped.style.size
    indent = scaled(size, FOLIO_ROOM, 1000)
    x = 0 if frame.folio == "after" else indent
    items = _items(setting, frame, listing, width - indent)
    text = stack(setting, items, width - indent)
    said = place(text, Rect(x, y, width - indent, text.depth), "horizontal")
    if frame.folio == "after":
        lines += (*said, *_folio_after(setting, frame, listing, folio, said, width))
    else:
        lines += (*place(folio, Rect(0, y, width, size), "horizontal"), *said)
    depth, row = y + max(text.depth, size), setting.house.row
    lines = tuple(_inked(line, setting.house.section_ink(listing.section)) for line in lines)
    return SetListing(lines, rules, depth, -(-(depth + scaled(pace, air, 1000)) // row), listing.page)


def _pace(setting: Setting, frame: Frame, listing: Listing) -> Length:
    """What air is measured by: a row, or on rows finer than lines the distance of a title's lines."""
    style = setting.shape(
        _piece("contents-title", listing.title, listing)[0], _styles(frame)["title"], "horizontal"
    ).style
    return max(setting.house.row, style.leading)


def _inked(placed: PlacedLine, ink: str) -> PlacedLine:
    """The line with the ink of the listed story's section, not of the contents page's own, where its style wants it."""
    looks = placed.shaped.looks
    if all(look.colour != SECTION for look in looks):
        return placed
    own = tuple(replace(look, colour=ink) if look.colour == SECTION else look for look in looks)
    return replace(placed, shaped=replace(placed.shaped, looks=own))


def _heads(
    setting: Setting, listing: Listing, before: Listing | None, width: Length, pace: Length
) -> tuple[tuple[PlacedLine, ...], tuple[PlacedRule, ...], Length]:
    """The head of the listing's section under a hairline, the badge of its series, and where the entry begins."""
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[PlacedRule, ...] = ()
    y = 0
    if listing.section and (before is None or listing.section != before.section):
        head = stack(setting, (_piece("contents-section", listing.section, listing),), width)
        lines += place(head, Rect(0, y, width, pace), "horizontal")
        rules = (PlacedRule(0, y - pace // 3, width, y - pace // 3, HAIRLINE, "ink"),)
        y += -(-head.depth // pace) * pace + pace // 8
    if listing.series and (before is None or listing.series != before.series):
        badge = stack(setting, (_piece("contents-series", listing.series, listing),), width)
        lines += place(badge, Rect(0, y, width, pace), "horizontal")
        y += -(-badge.depth // pace) * pace
    return lines, rules, y


def _folio_after(
    setting: Setting, frame: Frame, listing: Listing, folio: Stack, said: tuple[PlacedLine, ...], width: Length
) -> tuple[PlacedLine, ...]:
    """The folio at the end of the title's last line, on its baseline, and the leader that leads to it."""
    title = _styles(frame)["title"]
    last = next((line for line in reversed(said) if line.shaped.style.name == title), said[-1])
    number = folio.lines[0]
    x = width - number.line.natural
    placed = (PlacedLine(number.shaped, number.line, x - _lead(number.shaped, number.line), last.y),)
    air = scaled(last.shaped.style.size, LEADER_AIR, 1000)
    end = last.x + last.line.along[-1] - last.shaped.shifts[last.line.end - 1] + last.shaped.widths[last.line.end - 1]
    return (*_leader(setting, frame, listing, (end + air, x - air), last.y), *placed)


def _leader(
    setting: Setting, frame: Frame, listing: Listing, room: tuple[Length, Length], y: Length
) -> tuple[PlacedLine, ...]:
    """As many of the frame's leader marks as have room between two points, in the style of titles."""
    style, (start, end) = _styles(frame)["title"], room
    if not frame.leader or start >= end:
        return ()
    count = (end - start) // max(1, _marks(setting, frame, listing, style, 1)[1].natural)
    while count >= SHORTEST_LEADER:
        shaped, line = _marks(setting, frame, listing, style, count)
        if line.natural <= end - start:
            return (PlacedLine(shaped, line, end - line.natural - _lead(shaped, line), y),)
        count -= 1
    return ()


def _marks(setting: Setting, frame: Frame, listing: Listing, style: str, count: int) -> tuple[ShapedParagraph, Line]:
    """So many leader marks on one line."""
    paragraph = Paragraph(style, count * frame.leader, Source(listing.path))
    shaped = setting.shape(paragraph, style, "horizontal")
    return shaped, setting.set_lines(shaped, (setting.house.width,), 0, 0)[0]


def _lead(shaped: ShapedParagraph, line: Line) -> Length:
    """Where the line begins for its style's indent and alignment, which have no say here."""
    return line.along[0] - shaped.shifts[0] + shaped.starts[0]


def _styles(frame: Frame) -> dict[str, str]:
    return {**STYLES, **dict(frame.styles)}


def _items(setting: Setting, frame: Frame, listing: Listing, measure: Length) -> list[tuple[Paragraph, str]]:
    """What the frame wants said, a paragraph a role; names and office, where they are neighbours, on one line."""
    roles = frame.roles or ROLES
    styles = _styles(frame)
    found: list[tuple[str, Paragraph]] = []
    for index, role in enumerate(roles):
        said = _title(setting, listing, styles["title"], measure) if role == "title" else _said(frame, listing, role)
        if said is None:
            continue
        near = {"byline": "office", "office": "byline"}.get(role)
        if near and index and roles[index - 1] == near and found and found[-1][0] == near:
            before = found.pop()[1]
            said = replace(said, text=f"{before.text}{_GAP}{said.text}", marks=())
        found.append((role, said))
    if frame.join and found and found[0][0] == "title":
        return [(_joined(setting, frame, listing, [said for _, said in found], measure), styles["title"])]
    return [(said, styles.get(role, "contents-deck")) for role, said in found]


def _said(frame: Frame, listing: Listing, role: str) -> Paragraph | None:
    """The paragraph of a role other than the title. An office is said where the frame lists it, or lists none."""
    if role == "byline":
        names = (2 * _GAP).join(listing.authors)
        return Paragraph("byline", names, Source(listing.path)) if names else None
    said = next((without_notes(paragraph) for paragraph in listing.heading if paragraph.role == role), None)
    return None if said and role == "office" and frame.offices and said.text not in frame.offices else said


def _joined(setting: Setting, frame: Frame, listing: Listing, parts: list[Paragraph], measure: Length) -> Paragraph:
    """All parts as one paragraph in the style of titles, the frame's mark between them; what follows the title is in
    the character style `contents-author`. Where one line does not hold it, the names begin a line of their own."""
    styles = _styles(frame)
    named = setting.shape(parts[-1], styles["byline"], "horizontal").style
    names = frame.join.join(_padded(part.text) if named.spread_names else part.text for part in parts[1:])
    title = Paragraph(styles["title"], listing.title, Source(listing.path))
    whole = _behind(title, frame.join, names)
    shaped = setting.shape(whole, styles["title"], "horizontal")
    if len(setting.set_lines(shaped, (measure,), 0, 0)) <= 1 or not names:
        return whole
    made = _behind(parts[0], "", names)
    end = len(parts[0].text)
    return replace(made, marks=(*made.marks, Mark(end - 1, end, "break")))


def _behind(title: Paragraph, join: str, names: str) -> Paragraph:
    """The title with the names behind it."""
    if not names:
        return title
    text = f"{title.text}{join}{names}"
    return replace(title, text=text, marks=(*title.marks, Mark(len(title.text), len(text), "style", "contents-author")))


def _padded(names: str) -> str:
    """袁　卫 岑文华: names of two characters with their space typed, one space between names."""
    return " ".join(f"{name[0]}{_GAP}{name[1]}" if len(name) == 2 else name for name in names.split(_GAP) if name)


def _title(setting: Setting, listing: Listing, style: str, measure: Length) -> Paragraph:
    """The title on one line where that fits; else its parts, which em spaces divide, each on a line of its own."""
    whole, _ = _piece(style, listing.title, listing)
    shaped = setting.shape(whole, style, "horizontal")
    parts = listing.title.split(_GAP)
    if len(parts) == 1 or len(setting.set_lines(shaped, (measure,), 0, 0)) == 1:
        return whole
    ends = [sum(map(len, parts[: index + 1])) for index in range(len(parts) - 1)]
    marks = tuple(Mark(end - 1, end, "break") for end in ends)
    return Paragraph(style, "".join(parts), whole.source, marks)


def _piece(style: str, text: str, listing: Listing) -> tuple[Paragraph, str]:
    return Paragraph(style, text, Source(listing.path)), style
