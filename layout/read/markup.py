"""A manuscript's lines and paragraphs go in; a finding for each kind of mark that other programs know comes out.

Such marks are set as they are typed, so each is told with what does the same here. The patterns ask for more than the
sign itself: `a<b`, `$5`, `C++`, `a==b` and `snake_case` are ordinary text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph
from layout.model.value import value
from layout.read.listing import Listing

LINK, STYLE, PLAIN = "[…](https://…)", "[…]{.dot}", "…"
"""What is written instead; …: the words alone, where nothing here does the same."""

_TAGS = {
    "br": "\\",
    "hr": "***",
    "img": "![…](photos/…)",
    "sup": "^…^",
    "sub": "~…~",
    "b strong": "**…**",
    "i em cite": "*…*",
    "a": LINK,
    "h1 h2 h3 h4 h5 h6": "## …",
    "ul ol li": "- …",
    "blockquote": "> …",
    "table thead tbody tr td th caption": "| … |",
    "ruby rt rp rb": '[…]{ruby="…"}',
    "aside section figure figcaption details summary": "::: box",
    "span font u s del ins mark small big code kbd pre tt strike": STYLE,
    "p div center o:p header footer article main nav iframe video audio source script style svg embed object": PLAIN,
}
_INSTEAD = {name: instead for names, instead in _TAGS.items() for name in names.split()}
_TAG = re.compile(rf"</?({'|'.join(sorted(_INSTEAD, key=len, reverse=True))})(?=[\s/>])[^<>\n]{{0,300}}>", re.I)
ENTITY = re.compile(r"&(#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,10}\d{0,2});")


@value
class _Kind:
    """Marks of one kind: how they are known, and what is written instead."""

    pattern: re.Pattern[str]
    instead: str


def _kind(pattern: str, instead: str) -> _Kind:
    return _Kind(re.compile(pattern), instead)


_IN_TEXT = {
    "`…`": _kind(r"(?<!`)`(?=[^\s`])[^`\n]{1,200}`(?!`)", STYLE),
    "~~…~~": _kind(r"(?<!~)~~(?=[^\s~])[^~\n]{1,200}~~(?!~)", PLAIN),
    "==…==": _kind(r"(?<![=!<>A-Za-z0-9])==(?=[^\s=])[^=\n]{1,200}==(?!=)", STYLE),
    "++…++": _kind(r"(?<![+A-Za-z0-9])\+\+(?=[^\s+])[^+\n]{1,200}\+\+(?!\+)", STYLE),
    "__…__": _kind(r"(?<![A-Za-z0-9_])__(?=[^\s_])[^_\n]{1,200}__(?![A-Za-z0-9_])", "**…**"),
    "_…_": _kind(r"(?<![A-Za-z0-9_])_(?=[^\s_])[^_\n]{0,200}[^\s_]_(?![A-Za-z0-9_])", "*…*"),
    "$…$": _kind(
        r"\$\$|(?<![\\$A-Za-z0-9_])\$(?=[^\s$])(?=[^$\n]{0,80}[\\^_={}A-Za-z])[^$\n]{0,80}[^\s$]\$(?![\d$])", "~…~ ^…^"
    ),
    "[…](…)": _kind(r"(?<!!)\[[^\[\]\n]{1,200}\]\((?=[!-~\s]{1,200}\)|[^()\n]{0,200}[./#])[^()\n]{1,200}\)", LINK),
    "<https://…>": _kind(r"<(?:https?://|mailto:)[!-;=?-~]{1,500}>", LINK),
    "^[…]": _kind(r"(?<!\w)\^\[[^\[\]\n]{1,200}\]|(?<=[\u2e80-\uffef])\^\[[^\[\]\n]{1,200}\]", "[^1]"),
    "[[…]]": _kind(r"\[\[[^\[\]\n]{1,200}\]\]", LINK),
    "{…}": _kind(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{[#.]?[A-Za-z][\w-]*(?:[:=][^{}\n]{0,100})?\}", PLAIN),
    "\\…{…}": _kind(r"\\[A-Za-z]{2,20}(?:\[[^\[\]\n]{0,100}\])?\{", PLAIN),
}
_IN_LINE = {
    "```": _kind(r"[ ]{0,3}(?:`{3,}|~{3,})[^`~]*$", "::: box"),
    "====": _kind(r"={3,}\s*$", "## …"),
    "---": _kind(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", "***"),
    "- [ ]": _kind(r"[-*+][ \t]+\[[ xX]\](?:\s|$)", "- …"),
    "[1]: …": _kind(r"\[(?!\^)[^\[\]\n]{1,60}\]:[ \t]*<?(?:https?://|mailto:|[#./]|[\w-]+\.\w)", LINK),
    "[TOC]": _kind(r"\[\[?(?:TOC|toc)\]?\]\s*$", PLAIN),
    "!!!": _kind(r"!!![ \t]+\w", "::: box"),
    "> -": _kind(r">[ \t]*(?:[-*+]|#{1,6}|\d{1,3}\.)[ \t]", "> …"),
    "> >": _kind(r"(?:>[ \t]*){3,}|>[ \t]+>", "> …"),
}
_UNDERLINE = re.compile("-{3,}")
"""Below a line of text it makes a heading of that, elsewhere it is a rule."""
_PHOTO = re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\n]{1,300}\)")
_REFERENCE = re.compile(r"\[([^\[\]^\n][^\[\]\n]{0,200})\]\[([^\[\]\n]{0,60})\]")
_DEFINED = re.compile(r"\[(?!\^)([^\[\]\n]{1,60})\]:[ \t]*\S")
_SUSPECT = re.compile(r"!\[|[<&`$\\^{_]|~~|==|\+\+|\]\(|\[\[|\]\[")
_ADDRESS = re.compile(r"(?<!<)(?:https?://|www\.)[!-;=?-~]+")


def in_text(paragraphs: Iterable[Paragraph], defined: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Marks that stand within paragraphs. `defined`: labels whose addresses stand elsewhere in the manuscript."""
    found = Listing()
    photos: list[Finding] = []
    for paragraph in paragraphs:
        if _SUSPECT.search(paragraph.text):
            for mark, instead, at in _marks(paragraph.text, defined):
                found.add((mark, instead), paragraph.source.place(at))
            places = (paragraph.source.place(match.start()) for match in _PHOTO.finditer(paragraph.text))
            photos += (finding("READ-PHOTO-IN-TEXT", place) for place in places)
    return (*photos, *(_told(mark, instead, places) for (mark, instead), places in found))


def _marks(text: str, defined: frozenset[str]) -> Iterator[tuple[str, str, int]]:
    """(mark, what to write instead, where) of each mark of a text."""
    shown = _ADDRESS.sub(lambda address: "u" * len(address[0]), text)
    for match in _TAG.finditer(shown):
        yield f"<{match[1].lower()}>", _INSTEAD[match[1].lower()], match.start()
    for match in ENTITY.finditer(shown):
        if match[1][0] == "#" or f"{match[1]};" in html5:
            yield match[0], _character(match[1]), match.start()
    for mark, kind in _IN_TEXT.items():
        for match in kind.pattern.finditer(shown):
            yield mark, kind.instead, match.start()
    for match in _REFERENCE.finditer(shown) if defined else ():
        if (match[2] or match[1]).lower() in defined:
            yield "[…][1]", LINK, match.start()


def _character(name: str) -> str:
    """The character that an entity stands for, where it can be seen."""
    if name[0] != "#":
        char = html5[f"{name};"]
    else:
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        char = chr(code) if code < 0x110000 else ""
    return char if char.strip() and char.isprintable() else PLAIN


def in_lines(lines: Sequence[str], first_line: int, path: str) -> tuple[Finding, ...]:
    """Marks that take a line, or begin it."""
    found = Listing()
    above = ""
    for number, line in enumerate(lines, first_line):
        text = line.strip()
        above, before = text, above
        if not text or text[0] not in "`~=-_*+[!>":
            continue
        if before and _UNDERLINE.fullmatch(text):
            found.add(("----", _IN_LINE["===="].instead), Place(path, number, line.index(text[0]) + 1))
            continue
        for mark, kind in _IN_LINE.items():
            if kind.pattern.match(text):
                found.add((mark, kind.instead), Place(path, number, line.index(text[0]) + 1))
                break
    return tuple(_told(mark, instead, places) for (mark, instead), places in found)


def defined(lines: Iterable[str]) -> frozenset[str]:
    """Labels of addresses that stand in lines such as `[1]: https://…`."""
    return frozenset(match[1].lower() for line in lines if (match := _DEFINED.match(line.strip())))


def _told(mark: str, instead: str, places: list[Place]) -> Finding:
    return finding("READ-MARKUP", places[0], mark=mark, instead=instead, count=len(places), lines=Listing.lines(places))
