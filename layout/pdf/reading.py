"""Sheets and their pages go in; what a proof offers its readers comes out: links, outline by section, page labels."""

from collections.abc import Sequence
from itertools import groupby

from layout.model.display import Link, Sheet
from layout.pdf.number import pt
from layout.pdf.objects import File, Value, fill, text
from layout.pdf.page import Room, origin


def links(file: File, sheet: Sheet, pages: Sequence[Value], room: Room) -> list[Value] | None:
    """Link annotations of a sheet. IndexError for a link to a sheet that is not there."""
    left, top = origin(sheet, room)
    made = [
        file.add(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": [
                    pt(left + item.box.x),
                    pt(top - item.box.foot),
                    pt(left + item.box.right),
                    pt(top - item.box.y),
                ],
                "Border": [0, 0, 0],
                "F": 4,
                "Dest": _whole(pages[item.sheet]),
            }
        )
        for item in sheet.items
        if isinstance(item, Link)
    ]
    return made or None


def outline(file: File, sheets: Sequence[Sheet], pages: Sequence[Value]) -> Value | None:
    """Bookmarks of the sheets on which something starts; neighbours in one section stand under its name."""
    starts = [(sheet, page) for sheet, page in zip(sheets, pages, strict=True) if sheet.bookmark]
    if not starts:
        return None
    root, reference = file.reserve()
    nodes = []
    for section, group in groupby(starts, key=lambda start: start[0].section):
        some = list(group)
        if section:
            nodes.append((section, some[0][1], [(sheet.bookmark, page) for sheet, page in some]))
        else:
            nodes.extend((sheet.bookmark, page, []) for sheet, page in some)
    entries = _siblings(file, nodes, reference)
    fill(root, {"Type": "/Outlines", "Count": len(nodes) + sum(len(below) for _, _, below in nodes), **entries})
    return reference


def labels(sheets: Sequence[Sheet]) -> dict[str, Value]:
    """/PageLabels: what viewers call each page. Numbers that count on share one entry (ISO 32000-1, 12.4.2)."""
    numbers: list[Value] = []
    follows: int | None = None
    for index, sheet in enumerate(sheets):
        plain = sheet.label.isascii() and sheet.label.isdecimal() and sheet.label[0] != "0"
        if plain and follows == int(sheet.label):
            follows += 1
            continue
        follows = int(sheet.label) + 1 if plain else None
        entry = {"S": "/D", "St": int(sheet.label)} if plain else {"P": text(sheet.label)}
        numbers += [index, entry]
    return {"Nums": numbers}


Node = tuple[str, Value, list[tuple[str, Value]]]


def _siblings(file: File, nodes: Sequence[Node], parent: Value) -> dict[str, Value]:
    """Chains nodes of one level, each with its own below it; First and Last for their parent."""
    made = [file.reserve() for _ in nodes]
    for place, ((title, page, below), (entry, reference)) in enumerate(zip(nodes, made, strict=True)):
        fill(
            entry,
            {
                "Title": text(title),
                "Parent": parent,
                "Dest": _whole(page),
                "Prev": made[place - 1][1] if place else None,
                "Next": made[place + 1][1] if place + 1 < len(made) else None,
                "Count": len(below) or None,
                **(_siblings(file, [(name, target, []) for name, target in below], reference) if below else {}),
            },
        )
    return {"First": made[0][1], "Last": made[-1][1]}


def _whole(page: Value) -> list[Value]:
    """A destination that shows the page whole."""
    return [page, "/Fit"]
