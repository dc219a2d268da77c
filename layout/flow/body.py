"""A story and the templates it will stand in go in; its running text, shaped, and the boxes kept apart come out."""

from functools import lru_cache

from layout.flow.boxes import box_items, with_notes
from layout.flow.citing import cited, labels_of, referred
from layout.flow.heads import ROLE_ORDER
from layout.flow.initial import split
from layout.flow.notes import Notes, references
from layout.flow.setting import Setting
from layout.flow.table_text import blocks_of, shaped_table
from layout.flow.text import Text
from layout.model.glyphs import ShapedParagraph
from layout.model.place import Place, Source
from layout.model.story import SPEAKER, Block, Box, Mark, Ornament, Paragraph, Story, Table
from layout.model.style import Direction
from layout.model.template import Frame, PageTemplate
from layout.model.value import replace

ORNAMENT = "◆"
"""What a `***` line shows, in the style `ornament`."""
BULLETS = ("●", "■", "◆", "○", "□")


def text_of(
    setting: Setting,
    story: Story | None,
    names: tuple[str, ...],
    later: tuple[str, ...] = (),
    run_on: bool = False,
    in_text: frozenset[Place] = frozenset(),
    end_mark: str = "",
) -> tuple[Text, tuple[Box | Table, ...]]:
    """The story's paragraphs in order, shaped; boxes and tables that a template has a frame for are kept apart, others
    run on in the text: all where `run_on` says so, and those whose places are `in_text`. `later`: templates of pages
    behind other stories. A table is level, so vertical text never takes it in. `end_mark` is set behind the last
    paragraph, whatever box or photo follows."""
    templates = (*reachable(setting, names), *reachable(setting, later))
    frames = [frame for template in templates for frame in template.frames]
    first = next((frame for frame in frames if frame.takes == "story"), None)
    direction: Direction = first.direction if first else "horizontal"
    asked = [] if run_on else frames
    apart, running = _sorted(story.blocks, asked, direction == "vertical", in_text) if story else ([], [])
    items = _opening(story, first)
    tables: list[tuple[int, Table]] = []
    last = -1
    for block in running:
        if isinstance(block, Table):
            tables.append((len(items), block))
        items.extend(_items(block, first))
        last = len(items) - 1 if isinstance(block, Paragraph) else last
    if end_mark and last >= 0:
        items[last] = (_ended(items[last][0], end_mark), items[last][1])
    initial = _with_initial(items, first) if first and first.initial and direction == "horizontal" else -1
    blocks = tuple(setting.shape(paragraph, style, direction) for paragraph, style in items)
    notes, elsewhere = (
        _notes(setting, story, first, items, blocks, _headed(frames)) if story and story.notes else (None, frozenset())
    )
    house = setting.house
    initials = ((initial, first.initial),) if first and initial >= 0 else ()
    tabled = tuple(replace(shaped_table(setting, table), first=at + (0 <= initial < at)) for at, table in tables)
    text = Text(blocks, setting.set_lines, house.row, house.body, notes=notes, initials=initials, tables=tabled)
    return text, with_notes(apart, story.notes, elsewhere) if story and story.notes else tuple(apart)


def _notes(
    setting: Setting,
    story: Story,
    frame: Frame | None,
    items: list[tuple[Paragraph, str]],
    blocks: tuple[ShapedParagraph, ...],
    roles: frozenset[str],
) -> tuple[Notes, frozenset[str]]:
    """The notes that stand with the text, each where it is referred to first; where each page numbers its own, on every
    page that refers to it. And the labels of all of them. `roles`: those of the heading that have a frame."""
    said = [paragraph for paragraph, _ in items]
    headed = [p for p in story.heading if p.role in roles and not any(p is one for one in said)]
    own = cited(referred(*headed, *said), story.notes)
    again = frame is not None and frame.note_numbers == "page"
    seen = set(labels_of(cited(referred(*headed), own)))
    found: list[tuple[tuple[int, str], ...]] = []
    for shaped in blocks:
        here: list[tuple[int, str]] = []
        for glyph, label in references(shaped):
            new = cited((label,), own, () if again else seen)
            here += ((glyph, note.label) for note in new)
            seen |= labels_of(new)
        found.append(tuple(here))
    foot = frame.notes if frame else "column"
    direction: Direction = frame.direction if frame else "horizontal"
    return Notes(setting, story.notes, tuple(found), direction, foot), labels_of(own)


def _headed(frames: list[Frame]) -> frozenset[str]:
    """The roles that stand in frames of a heading."""
    own = frozenset(frame.takes for frame in frames)
    stacked = frozenset(role for frame in frames if frame.takes == "heading" for role in frame.roles or ROLE_ORDER)
    return own | stacked


def _sorted(
    blocks: tuple[Block, ...], frames: list[Frame], vertical: bool, in_text: frozenset[Place]
) -> tuple[list[Box | Table], list[Block]]:
    """The boxes and tables that have a frame, each its own, and what runs on in the text."""
    tables = sum(frame.takes == "table" for frame in frames)
    kinds = [frame.kinds for frame in frames if frame.takes == "box"]
    apart: list[Box | Table] = []
    running: list[Block] = []
    for block in blocks:
        given = isinstance(block, (Box, Table)) and block.place in in_text
        if isinstance(block, Table) and (vertical or (tables > 0 and not given)):
            tables -= 1
            apart.append(block)
            continue
        if isinstance(block, Box) and not given:
            fit = next((index for index, wanted in enumerate(kinds) if not wanted or block.kind in wanted), None)
            if fit is not None:
                kinds.pop(fit)
                apart.append(block)
                continue
        running.append(block)
    return apart, running


def _items(block: Block, first: Frame | None) -> tuple[tuple[Paragraph, str], ...]:
    """The block's paragraphs with their styles, as they stand in the text; a photo has none."""
    if isinstance(block, Paragraph):
        return ((block, _style(block, first)),)
    if isinstance(block, Ornament):
        return ((Paragraph("ornament", ORNAMENT, Source(block.place.path)), "ornament"),)
    if isinstance(block, Table):
        return blocks_of(block)
    return box_items(block) if isinstance(block, Box) else ()


@lru_cache(maxsize=64)
def _ended(paragraph: Paragraph, mark: str) -> Paragraph:
    """The story's last paragraph with the mark that ends it."""
    end = len(paragraph.text)
    shown = Mark(end, end + len(mark), "style", "marker")
    return replace(paragraph, text=paragraph.text + mark, marks=(*paragraph.marks, shown))


def _with_initial(items: list[tuple[Paragraph, str]], frame: Frame) -> int:
    """Divides the first body paragraph into its initial and the rest, in the frame's style `lead`; where the initial
    stands, -1 where that paragraph has none."""
    lead = dict(frame.styles).get("lead", "lead")
    index = next((at for at, (paragraph, _) in enumerate(items) if paragraph.role == "body"), -1)
    if index < 0 or not (parts := split(items[index][0])):
        return -1
    items[index : index + 1] = [(parts[0], "initial"), (parts[1], lead)]
    return index


def _opening(story: Story | None, frame: Frame | None) -> list[tuple[Paragraph, str]]:
    """The heading paragraphs that the first text frame lets run in at the beginning of the text."""
    if story is None or frame is None:
        return []
    styles = dict(frame.styles)
    return [(p, styles.get(role, role)) for role in frame.roles for p in story.heading if p.role == role]


def reachable(setting: Setting, names: tuple[str, ...]) -> list[PageTemplate]:
    """The templates the entry names, and those that follow from the last one, each once."""
    found = [setting.templates[name] for name in names]
    while found and found[-1].next:
        following = setting.templates[found[-1].next]
        if following in found:
            break
        found.append(following)
    return found


def _style(paragraph: Paragraph, frame: Frame | None) -> str:
    """The paragraph style: by role, a subhead led by ● as such, otherwise where the story's text frame says so; what
    somebody says (王明：…) by the frame's style for `speech`, where it has one."""
    role = paragraph.role
    if role == "subhead" and paragraph.text.startswith(BULLETS):
        role = "subhead-bullet"
    styles = dict(frame.styles) if frame else {}
    if role == "body" and "speech" in styles and SPEAKER.match(paragraph.text):
        role = "speech"
    return styles.get(role, role)
