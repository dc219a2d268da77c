"""Set pages go in; pictures of which too little is shown come out."""

from collections.abc import Iterable, Iterator, Set

from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame, PlacedPicture

LEAST_SHOWN = 600
"""Per mille of a picture that is shown at least, where the pages were chosen for the story (the house's own bound)."""
LEAST_ASKED = 333
"""The same where the plan names the template: who does may cut to the shape that it has, but not so far (ours)."""
_CUT_ANYWAY = ("advert", "teaser")
"""Adverts have findings of their own, and a picture that announces a story is meant to be cut."""


def cropped(pages: Iterable[Page], chosen: Set[str]) -> Iterator[Finding]:
    """A finding for each photo of which less is shown. `chosen`: stories whose templates the plan does not name."""
    shown: dict[tuple[str, str, int], list[tuple[Page, PlacedPicture]]] = {}
    for page in pages:
        for frame, picture in _photos(page):
            # the halves of a photo over a spread stand on an even page and the odd one behind it, in frames of one name
            key = (picture.path, frame.name, page.number // 2)
            shown.setdefault(key, []).append((page, picture))
    for placed in shown.values():
        page, picture = placed[0]
        share = sum(_share(one) for _, one in placed)
        least = LEAST_SHOWN if page.story in chosen else LEAST_ASKED
        if share < least:
            percent = share // 10
            yield finding("SIGHT-CROPPED", picture.place, page.number, picture.box, photo=picture.path, percent=percent)


def _photos(page: Page) -> Iterator[tuple[PlacedFrame, PlacedPicture]]:
    for frame in page.frames:
        if frame.takes not in _CUT_ANYWAY:
            yield from ((frame, picture) for picture in frame.pictures)


def _share(picture: PlacedPicture) -> int:
    """Per mille of the picture that is shown; all of one that is not there."""
    file, cut = picture.file, picture.cut
    return 1000 if file is None or cut is None else cut.width * cut.height * 1000 // (file.width * file.height)
