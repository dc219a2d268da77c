"""A story for which the plan names no template goes in; the templates that suit it come out.

The opener is one that suits the story's title, length and photos; of several the one that was used least. The pages
after it have the photos near where the manuscript has them.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from layout.flow.grid import PageGrid
from layout.flow.matching import loss, misfits, photo_frames
from layout.flow.opening import Copy, Opened, open_page, side_of, sided
from layout.flow.setting import Setting
from layout.model.story import Block, Box, Paragraph, Photo, Story, Table
from layout.model.template import ANY, PageTemplate, Suits, TooMuch
from layout.model.value import replace, value

CUT_HARD = 300
"""Per mille: a photo that loses more is cut against its shape."""
NEAR = 800
"""Per mille of a page: a photo that the text comes to beyond this stands on the next one."""
BOX_LINES, TABLE_LINES, SUBHEAD_LINES = 3, 3, 2
"""Rows that a box, a table and a subhead take beside their lines (ours)."""
WRONG = 9
"""What weighs more than all that a template asks of a story (ours)."""
HOLLOW = 4
"""Rows left empty over the text that are not missed (ours)."""
LABEL_LONG = 6
"""Characters: a longer label is for the fore-edge, not for a vertical head (ours)."""
FEW_EM = 10
"""A story is reckoned in columns of at least so many em."""

Used = Counter[str]
"""How often each template has been chosen in the issue."""
Bent = Literal["", "room", "photos"]
"""What counts first of a later page's template: as the photos are shaped, more room for text, or larger photos."""


def choose(
    setting: Setting,
    copy: Copy,
    used: Used,
    share: int = 1000,
    opener: PageTemplate | None = None,
    bent: Bent = "",
) -> tuple[str, ...]:
    """The names of the templates for the story's opener and for the pages after it, up to its last photo."""
    story = copy.story
    photos = copy.waiting.photos
    opener = opener or openers(setting, copy, used)[0]
    names = [opener.name]
    plain = following(setting, opener)
    opened = _opened(setting, copy, names, photos)
    em = _measure(opened)
    need = story_lines(story, em) * share // 1000 if story else 0
    where = {id(photo): at * share // 1000 for photo, at in positions(story, em)} if story else {}
    page = max(1, _room(_opened(setting, copy, [plain.name] if plain else names, ())))
    taken, photos = _room(opened), opened.placed.waiting.photos
    while photos and plain:
        left = max(0, need - taken)
        due = sum(where.get(id(photo), 0) < taken + page * NEAR // 1000 for photo in photos)
        count = max(due, _quota(len(photos), left, page, copy.entry.pages - len(names)))
        told = used + Counter(names)
        chosen = _next(setting, copy, told, _Later(len(names), photos, count, left, bent)) or plain
        names.append(chosen.name)
        opened = _opened(setting, copy, names, photos)
        kept = len(opened.placed.waiting.photos) == len(photos)
        if kept and (count or taken >= need or not _room(opened)):
            break  # no template takes any, or such pages hold neither text nor photos
        taken, photos = taken + _room(opened), opened.placed.waiting.photos
    return tuple(names)


def following(setting: Setting, opener: PageTemplate) -> PageTemplate | None:
    """The template that goes on behind the opener."""
    return setting.templates.get(opener.next)


def _quota(photos: int, left: int, page: int, pages: int) -> int:
    """Photos that must stand on the next page if all of them shall have stood by the end of the text."""
    most = pages if pages > 0 else max(1, -(-(left + photos * page // 4) // page))
    return -(-photos // most) if photos >= most else 0


def openers(setting: Setting, copy: Copy, used: Used, too: TooMuch = "") -> list[PageTemplate]:
    """The templates for first pages, that which suits the story best before the others; of those that suit it equally
    the one used least. `too`: those for stories that are too long, or too short, for others."""
    photos = copy.waiting.photos
    under = copy.entry.start == "run-on"
    frames = 0 if under else len(photos)
    headless = not any(paragraph.role != "label" for paragraph in copy.waiting.heading)

    def worth(template: PageTemplate) -> tuple[int, bool, int, int, str]:
        unmet = sum(_unmet(template.suits, copy)) + 2 * _too_small(setting, copy, template)
        unmet += 2 * _empty(template, frames) + WRONG * _unlike(template, copy.story, under)
        unmet += headless and _hollow(setting, copy, template)
        unmet += WRONG * _homeless(setting, copy, template)
        cut = _cut(setting, template, copy.first, photos)
        return unmet, cut > CUT_HARD, used[template.name], cut, template.name

    found = sorted(_suiting(setting, "open", too), key=worth)
    plain = following(setting, found[0]) if found and headless and _hollow(setting, copy, found[0]) else None
    return [plain, *found] if plain and not photos else found


def unlabelled(suits: Suits, copy: Copy) -> bool:
    """Whether it has a vertical head for a label, and the story none that is short enough for one."""
    said = {paragraph.role: paragraph.text for paragraph in copy.waiting.heading}
    return suits.label and not 0 < len(said.get("label", "")) <= LABEL_LONG


def _hollow(setting: Setting, copy: Copy, template: PageTemplate) -> bool:
    """Whether the place of a head stays empty over the text of a story that has none."""
    opened = _opened(setting, copy, [template.name], copy.waiting.photos)
    shown = any(placed.pictures for placed in opened.placed.frames)
    return not shown and min((slot.row for slot in opened.slots), default=1) > HOLLOW


def _empty(template: PageTemplate, photos: int) -> int:
    """Its photo frames that would stay empty; none where it says that it is for stories without photos as well."""
    suits = template.suits
    if not photos and suits and suits.photos != ANY and not suits.photos[0]:
        return 0
    return max(0, len(photo_frames(template)) - photos)


def _unlike(template: PageTemplate, story: Story | None, under: bool) -> bool:
    """Whether it is for poems and this is none, or its text is vertical and could not run on under a story."""
    vertical = any(frame.takes == "story" and frame.direction == "vertical" for frame in template.frames)
    return bool(template.suits and template.suits.verse and not is_verse(story)) or (under and vertical)


@value(eq=False)
class _Later:
    """What a page after the opener is chosen for: which of the story's pages it is, the photos that wait and how many
    of them it shall have, lines of text that are left, and what counts first."""

    index: int
    photos: tuple[Photo, ...]
    count: int
    left: int
    bent: Bent


def _next(setting: Setting, copy: Copy, used: Used, later: _Later) -> PageTemplate | None:
    """A template for a later page with so many photos, or as many as there is one for; None for none. One without a
    place for text only where none is left."""
    if not later.count:
        return None

    left, sign = later.left, {"": 0, "room": 1, "photos": -1}[later.bent]

    def worth(template: PageTemplate) -> tuple[bool, int, bool, int, int, bool, int, int, str]:
        number = len(photo_frames(template))
        hard = _misfits(setting, template, copy.page(later.index), later.photos)
        adrift = _low(setting, template) and 2 * left < setting.house.rows * template.grid.columns
        cut = _cut(setting, template, copy.page(later.index), later.photos)
        pictured = sign * _pictured(template)
        unlike = _has_text(template) == (left <= 0)
        return unlike, -number, adrift, pictured, hard, cut > CUT_HARD, used[template.name], cut, template.name

    fit = [one for one in _suiting(setting, "next") if 0 < len(photo_frames(one)) <= later.count]
    fit = [one for one in fit if (left <= 0 or _has_text(one)) and not any(_unmet(one.suits, copy))]
    return min(fit, key=worth, default=None)


def _too_small(setting: Setting, copy: Copy, template: PageTemplate) -> bool:
    """Whether the story's heading or a caption finds no room on such a page, or lies under what shares it."""
    found = _opened(setting, copy, [template.name], copy.waiting.photos).placed.findings
    return any(item.code in ("PAGE-FRAME-FULL", "PAGE-HEAD-SMALLER", "PAGE-SHARED") for item in found)


def _homeless(setting: Setting, copy: Copy, template: PageTemplate) -> int:
    """Texts of the plan that neither it nor the page after it has a place for."""
    later = following(setting, template)
    known = template.texts | (later.texts if later else frozenset())
    return sum(name not in known for name, _ in copy.waiting.texts)


def _has_text(template: PageTemplate) -> bool:
    return any(frame.takes == "story" for frame in template.frames)


def _low(setting: Setting, template: PageTemplate) -> bool:
    """Whether its photos stand in the lower half: text that ends above it would leave a gap between."""
    return min((frame.lines[0] for frame in photo_frames(template)), default=0) > setting.house.rows // 2


def _pictured(template: PageTemplate) -> int:
    """Rows of columns that its photos take."""
    return sum((f.lines[1] - f.lines[0] + 1) * (f.columns[1] - f.columns[0] + 1) for f in photo_frames(template))


def _suiting(setting: Setting, page: str, too: TooMuch = "") -> list[PageTemplate]:
    suited = ((template, template.suits) for template in setting.templates.values())
    return [template for template, suits in suited if suits and suits.page == page and suits.too == too]


def _cut(setting: Setting, template: PageTemplate, number: int, photos: tuple[Photo, ...]) -> int:
    """Per mille cut from the photo that loses most on the page of this number."""
    setting = setting.on_rows_of(template.name)
    return loss(setting, PageGrid(setting.house, template.grid, side_of(number)), sided(template, number), photos)


def _misfits(setting: Setting, template: PageTemplate, number: int, photos: tuple[Photo, ...]) -> int:
    """Photos that are cut too much for their shape on the page of this number."""
    setting = setting.on_rows_of(template.name)
    return misfits(setting, PageGrid(setting.house, template.grid, side_of(number)), sided(template, number), photos)


def _unmet(suits: Suits | None, copy: Copy) -> Iterator[bool]:
    """For each thing a template asks of a story whether it is otherwise."""
    if suits is None:
        return
    story = copy.story
    said = {paragraph.role: paragraph.text for paragraph in copy.waiting.heading}
    length = sum(len(paragraph.text) for block in story.blocks for paragraph in paragraphs(block)) if story else 0
    spans = ((suits.title, len(said.get("title", ""))), (suits.text, length), (suits.photos, len(copy.waiting.photos)))
    for (least, most), number in spans:
        yield not least <= number <= most
    yield unlabelled(suits, copy)
    yield suits.verse != is_verse(story)


def is_verse(story: Story | None) -> bool:
    """Whether most paragraphs of the text have forced breaks: a poem."""
    texts = [block for block in story.blocks if isinstance(block, Paragraph) and block.role == "body"] if story else []
    broken = [text for text in texts if any(mark.kind == "break" for mark in text.marks)]
    return 2 * len(broken) > len(texts)


def _opened(setting: Setting, copy: Copy, names: list[str], photos: tuple[Photo, ...]) -> Opened:
    """The last of these pages with its photos; its boxes are reckoned as text."""
    index = len(names) - 1
    heading = copy.waiting.heading if not index else ()
    waiting = replace(copy.waiting, photos=photos, heading=heading)
    asked = replace(copy, entry=replace(copy.entry, templates=tuple(names)))
    return open_page(setting.on_rows_of(names[0]), asked, {}, index, waiting, None)


def _room(opened: Opened) -> int:
    return len(opened.slots)


def _measure(opened: Opened) -> int:
    """Han on a line of the story."""
    body = opened.grid.house.body
    return max(FEW_EM, max((slot.length for slot in opened.slots), default=0) // body)


def paragraphs(block: Block) -> tuple[Paragraph, ...]:
    """All text of a block."""
    if isinstance(block, Paragraph):
        return (block,)
    if isinstance(block, Box):
        return block.blocks
    return tuple(cell for row in block.rows for cell in row) if isinstance(block, Table) else ()


def story_lines(story: Story, em: int) -> int:
    """Rows the story takes in columns of so many em, photos and heading aside."""
    return sum(_lines(block, em) for block in story.blocks)


def _lines(block: Block, em: int) -> int:
    if isinstance(block, Table):
        return len(block.rows) + TABLE_LINES
    lines = sum(-(-(len(paragraph.text) + 2) // em) for paragraph in paragraphs(block))
    if isinstance(block, Box):
        return lines + BOX_LINES
    return lines + SUBHEAD_LINES if isinstance(block, Paragraph) and block.role.startswith("subhead") else lines


def positions(story: Story, em: int) -> list[tuple[Photo, int]]:
    """The photos with the row of the text at which the manuscript has them. Where all stand together, at its head or
    its end, they are spread over it."""
    found, at = [], 0
    for block in story.blocks:
        if isinstance(block, Photo):
            found.append((block, at))
        at += _lines(block, em)
    if len({row for _, row in found}) > 1 or len(found) < 2:
        return found
    return [(photo, at * index // len(found)) for index, (photo, _) in enumerate(found)]
