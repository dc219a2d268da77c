"""Display lists go in; a press file (PDF/X-4) or a proof comes out. The only door to reportlab."""

from collections.abc import Mapping, Sequence

from layout.font import Book
from layout.model.display import GlyphRun, Item, Picture, PictureKey, Sheet
from layout.model.picture import Separation
from layout.model.printing import PrintSettings
from layout.pdf import intent, reading
from layout.pdf.font import write_fonts
from layout.pdf.glyphs import used_faces
from layout.pdf.image import write_images
from layout.pdf.marks import marks_for, room_for
from layout.pdf.objects import File, Part, Value, dictionary, fill, text
from layout.pdf.page import NO_ROOM, Stock, boxes, group, operators, resources
from layout.pdf.state import STATES
from layout.pdf.stream import deflated

VERSION = (1, 6)
"""ISO 15930-7:2010 builds on PDF 1.6."""


def write(
    sheets: tuple[Sheet, ...],
    settings: PrintSettings,
    book: Book,
    pictures: Mapping[PictureKey, Separation],
    cache: intent.Cache | None = None,
) -> bytes:
    """The whole file, as parts() gives it."""
    return b"".join(parts(sheets, settings, book, pictures, cache))


def parts(
    sheets: tuple[Sheet, ...],
    settings: PrintSettings,
    book: Book,
    pictures: Mapping[PictureKey, Separation],
    cache: intent.Cache | None = None,
) -> tuple[Part, ...]:
    """The file in parts that follow one another, photos as they came: the same arguments give the same bytes.

    `pictures` by picture_key; `cache` keeps what takes long and stays the same.
    KeyError for a picture without a separation, FontMissing for an unknown font, OSError for an unreadable profile.
    """
    file = File(VERSION)
    marks = [marks_for(sheet, settings.marks, book) if settings.marks else () for sheet in sheets]
    painted = [item for sheet, more in zip(sheets, marks, strict=True) for item in (*sheet.items, *more)]
    faces = used_faces((item for item in painted if isinstance(item, GlyphRun)), book)
    images = write_images(file, (item for item in painted if isinstance(item, Picture)), pictures)
    room = room_for(sheets, settings.marks) if settings.marks else NO_ROOM
    stock = Stock(faces, images, file.add(write_fonts(file, faces.values())), file.add(STATES), room, pictures)
    tree, pages = _pages(file, sheets, marks, stock)
    catalog = {
        "Type": "/Catalog",
        "Pages": tree,
        "Lang": text(settings.info.language),
        "Metadata": intent.metadata(file, settings),
        "OutputIntents": [dictionary(intent.output_intent(file, settings.profile, cache))],
        "ViewerPreferences": _preferences(settings),
        **(_for_readers(file, sheets, pages) if settings.marks else {}),
    }
    return file.written(catalog, intent.info(settings), intent.identity(settings.info))


def _pages(
    file: File, sheets: Sequence[Sheet], marks: Sequence[tuple[Item, ...]], stock: Stock
) -> tuple[Value, list[Value]]:
    """The page tree, flat, and the references of its pages."""
    root, tree = file.reserve()
    reserved = [file.reserve() for _ in sheets]
    pages = [reference for _, reference in reserved]
    for (page, _), sheet, more in zip(reserved, sheets, marks, strict=True):
        fill(
            page,
            {
                "Type": "/Page",
                "Parent": tree,
                "Resources": resources(sheet, stock),
                "Group": group(sheet, stock),
                "Contents": file.stream(*deflated(operators(sheet, more, stock))),
                "Annots": reading.links(file, sheet, pages, stock.room) if stock.room != NO_ROOM else None,
                **boxes(sheet, stock.room),
            },
        )
    fill(root, {"Type": "/Pages", "Count": len(pages), "Kids": pages})
    return tree, pages


def _preferences(settings: PrintSettings) -> dict[str, Value] | None:
    """Bound at the right, the file says so to viewers and imposition (ISO 32000-1 table 150: the reading order decides
    on which side of a spread a page lies)."""
    told: dict[str, Value] = {"DisplayDocTitle": True} if settings.marks else {}
    return {**told, "Direction": "/R2L"} if settings.info.binding == "right" else told or None


def _for_readers(file: File, sheets: Sequence[Sheet], pages: Sequence[Value]) -> dict[str, Value]:
    """Catalog entries of a proof: spreads as they are bound, outline, labels."""
    bookmarks = reading.outline(file, sheets, pages)
    first_right = not sheets or sheets[0].side == "recto"
    return {
        "Outlines": bookmarks,
        "PageMode": "/UseOutlines" if bookmarks else "/UseNone",
        "PageLayout": "/TwoPageRight" if first_right else "/TwoPageLeft",
        "PageLabels": reading.labels(sheets),
    }
