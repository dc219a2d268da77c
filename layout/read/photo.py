"""A manuscript line such as ![caption](photos/a.jpg){columns=2} goes in, a Photo comes out."""

import re
from pathlib import Path

from layout.model.finding import finding
from layout.model.place import Place
from layout.model.story import Paragraph, Photo
from layout.read.attributes import Attributes, attributes
from layout.read.files import inside
from layout.read.inline import Context, Raw, paragraph
from layout.read.nearby import photo_name

ATTRIBUTES = ("credit", "columns", "focus", "short", "fit")
"""credit: 摄影者, set after the caption · columns: how many the picture wants · focus: what must not be cut away ·
short: a shorter caption, which may be taken where the story lacks room · fit: whole, for what must not be cut, or crop,
for what may be cut hard."""

FITS = ("whole", "crop")

_PHOTO = re.compile(r"\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?:\{([^\n]*)\})?")
"""From the caption's end on. Each part ends where the next begins, so that no line takes long to be refused."""
_TRIED = 16
"""So many `](` are tried, from the last one on; a caption may hold links."""
_FOCUS = re.compile(r"\s*(\d{1,3}(?:\.\d)?)\s*%[\s,]+(\d{1,3}(?:\.\d)?)\s*%\s*")
_MOST_COLUMNS = 12


def photo(text: str, place: Place, folder: Path, context: Context) -> Photo | None:
    """The photo of one line, which starts at `place`; None with a finding where the line is not understood."""
    match = _parted(text)
    if match is None or not match.group(1).strip():
        context.findings.append(finding("READ-PHOTO-LINE", place))
        return None

    def at(offset: int) -> Place:
        return Place(place.path, place.line, place.column + offset)

    path, said = match.group(1).strip(), text[len("![") : match.start()]
    path_at = match.start(1) + match.group(1).index(path)
    where = inside(folder, path)
    if where is None:
        context.findings.append(finding("READ-OUTSIDE", at(path_at), file=path))
        return None
    path = photo_name(folder, path, at(path_at), context.findings)
    caption = None
    if said.strip():
        caption = paragraph("caption", Raw(said, ((0, place.line, place.column + 2),)), context)
    found, findings = attributes(match.group(2) or "", at(max(match.start(2), 0)), ATTRIBUTES, classes=False)
    context.findings += findings
    base = at(max(match.start(2), 0))
    credit, short = (
        _words(found, key, role, base, context) for key, role in (("credit", "credit"), ("short", "caption"))
    )
    if short and (caption is None or len(short.text) >= len(caption.text)):
        context.findings.append(finding("READ-SHORT", short.source.place(0), characters=len(short.text)))
        short = None
    columns, focus = _columns(found, base, context), _focus(found, base, context)
    fit = _fit(found, base, context)
    return Photo(path, place, caption, credit, columns, focus, short, fit == "whole", cut=fit == "crop")


def _parted(text: str) -> re.Match[str] | None:
    """The path and the attributes of a photo's line: behind the last `](` that something like them follows."""
    at = len(text)
    for _ in range(_TRIED):
        at = text.rfind("](", len("!["), at)
        if at < 0:
            return None
        if match := _PHOTO.fullmatch(text, at):
            return match
    return None


def _words(found: Attributes, key: str, role: str, base: Place, context: Context) -> Paragraph | None:
    """What is said under `key` as a paragraph, marks and all."""
    said = found.get(key)
    if not said or not said[1].strip():
        return None
    return paragraph(role, Raw(said[1], ((0, base.line, base.column + said[0]),)), context)


def _columns(found: Attributes, base: Place, context: Context) -> int:
    value = found.get("columns")
    if value is None:
        return 0
    at = Place(base.path, base.line, base.column + value[0])
    if not (value[1].isascii() and value[1].isdigit()):
        context.findings.append(finding("READ-VALUE", at, key="columns", value=value[1], example="2"))
        return 0
    number = int(value[1][:4])
    if not 1 <= number <= _MOST_COLUMNS:
        context.findings.append(
            finding("READ-RANGE", at, key="columns", value=value[1][:12], low=1, high=_MOST_COLUMNS)
        )
        return 0
    return number


def _fit(found: Attributes, base: Place, context: Context) -> str:
    value = found.get("fit")
    if value and value[1] not in FITS:
        at = Place(base.path, base.line, base.column + value[0])
        context.findings.append(finding("READ-VALUE", at, key="fit", value=value[1], example="whole"))
    return value[1] if value else ""


def _focus(found: Attributes, base: Place, context: Context) -> tuple[int, int]:
    value = found.get("focus")
    if value is None:
        return 500, 500
    match = _FOCUS.fullmatch(value[1])
    across, down = (round(float(part) * 10) for part in match.groups()) if match else (9999, 9999)
    if across > 1000 or down > 1000:
        at = Place(base.path, base.line, base.column + value[0])
        context.findings.append(finding("READ-VALUE", at, key="focus", value=value[1], example='"50% 40%"'))
        return 500, 500
    return across, down
