"""Shaped paragraphs and measures go in; set lines, and findings about loose, overfull and missing text, come out."""

from layout.cjk.marks import opening_marks
from layout.lines.cost import HAIR, MOST_DRAWN, TRACK_STEP
from layout.lines.greedy import greedy
from layout.lines.last import mended
from layout.lines.phrase import balanced, rejoined, typed_for_another
from layout.lines.ruler import Ruler, Slots, ruler_of
from layout.lines.slack import even, ranked, spaced_alike
from layout.lines.total import total_fit
from layout.model.finding import Finding, finding
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.style import JUSTIFIED
from layout.model.units import Length, scaled
from layout.model.value import replace


def set_lines(
    shaped: ShapedParagraph,
    measures: tuple[Length, ...],
    *,
    looseness: int = 0,
    tracking: int = 0,
    start: int = 0,
    otherwise: tuple[Line, ...] = (),
) -> tuple[Line, ...]:
    """The paragraph in lines: measures[i] is for line i, the last one for all after it.

    The style's indent, hang and inset are taken off the measures here. `looseness` -1 or 1 asks for one line fewer or
    more: the best within the limits is returned, which may have as many lines as before. `tracking`: per mille of the
    size, after every character. `start`: the glyph to begin with, where an earlier column has the ones before it.
    `otherwise`: the lines without looseness, where they are known, returned when it cannot be had.
    An empty paragraph has no lines. ValueError without a measure.
    """
    if not measures:
        raise ValueError("no measure to set lines to")
    if start >= len(shaped.widths):
        return ()
    style = shaped.style
    slots = Slots(measures, _indent(shaped), style.hang, style.inset, start == 0, ragged=_ragged(shaped, measures))
    ruler = ruler_of(shaped, tracking)
    ends = _ends(ruler, slots, start)
    if looseness:
        loosened, other = _loosened(ruler, slots, start, ends, looseness)
        if otherwise and other is ends:
            return otherwise
        ruler, ends = loosened, other
    lines: list[Line] = []
    a = start
    if style.align == "even":
        starts = [start, *ends[:-1]]
        longest = max(ruler.tails[b] - ruler.heads[a] for a, b in zip(starts, ends, strict=True))
        slots = replace(slots, most=longest)
    for k, b in enumerate(ends):
        lines.append(_line(ruler, slots, k, a, b))
        a = b
    return tuple(lines)


def _indent(shaped: ShapedParagraph) -> Length:
    """The first line's indent; where an opening mark begins it, as the style's bracket_at_indent says (JL §3.1.5).
    Without an indent the mark keeps its blank only where `half` asks for it: nothing stands outside the measure."""
    style = shaped.style
    if shaped.chars[0] not in opening_marks():
        return style.indent
    half = style.size // 2
    return max(style.indent + {"indent": 0, "half": half, "flush": -half}[style.bracket_at_indent], 0)


def _ragged(shaped: ShapedParagraph, measures: tuple[Length, ...]) -> bool:
    """Western words in a measure too narrow for justifying them: few word spaces would take all that a line lacks."""
    style = shaped.style
    return style.align == "justify" and shaped.western and max(measures) * 2 < style.justify_latin * style.size


def _ends(ruler: Ruler, slots: Slots, start: int) -> list[int]:
    """Where the lines end, by the style's breaker."""
    style = ruler.shaped.style
    if style.align == "spread":
        return [*[end for end in ruler.forced if end > start], ruler.last]
    if not start and typed_for_another(ruler, slots):
        return rejoined(ruler, slots)
    if style.breaker == "phrase":
        return balanced(ruler, slots, start)
    if style.breaker == "total":
        return total_fit(ruler, slots, start)
    return mended(ruler, slots, start, greedy(ruler, slots, start))


def _loosened(ruler: Ruler, slots: Slots, start: int, ends: list[int], looseness: int) -> tuple[Ruler, list[int]]:
    """One line fewer or more: by total fit alone, else with as little tracking as does it and leaves no lone character
    on the last line, up to the style's track_limit; the lines as they were where that is not enough."""
    style = ruler.shaped.style
    if style.breaker == "total":
        other = total_fit(ruler, slots, start, looseness)
        if len(other) == len(ends) + looseness:
            return ruler, other
    least = _least_tracking(ruler, slots, start, ends, looseness)
    wanted = len(ends) + looseness
    if least > style.track_limit or len(_ends(ruler.tracked(style.track_limit * looseness), slots, start)) != wanted:
        return ruler, ends
    lone = ruler, ends
    for by in range(least, style.track_limit + 1, TRACK_STEP):
        tracked = ruler.tracked(by * looseness)
        other = _ends(tracked, slots, start)
        if len(other) == wanted:
            if wanted < 2 or ruler.characters(other[-2], other[-1]) >= style.last_line:
                return tracked, other
            lone = (tracked, other) if lone[1] is ends else lone
    return lone


def _least_tracking(ruler: Ruler, slots: Slots, start: int, ends: list[int], looseness: int) -> int:
    """A bound below which tracking cannot do it, so that most paragraphs are not tried at all, per mille of the size.

    A line is saved only when the last one finds room in what the others leave free and can give up; one is gained only
    when the last one overflows, each line before it pushing on less than two em.
    """
    begins = (start, *ends[:-1])
    free = [slots.room(k) - ruler.tails[b] + ruler.heads[a] for k, (a, b) in enumerate(zip(begins, ends, strict=True))]
    if looseness < 0:
        give = sum(ruler.give(a, b) for a, b in zip(begins, ends, strict=True))
        needed = ruler.tails[ends[-1]] - ruler.heads[begins[-1]] - sum(free[:-1]) - give
    else:
        needed = free[-1] - 2 * ruler.shaped.style.size * (len(ends) - 1)
    least = needed * 1000 // max(1, (ends[-1] - start) * ruler.shaped.style.size)
    return max(TRACK_STEP, -(-least // TRACK_STEP) * TRACK_STEP)


def _line(ruler: Ruler, slots: Slots, k: int, a: int, b: int) -> Line:
    """Glyphs a … b-1 in slot k: aligned or justified."""
    shaped, room = ruler.shaped, slots.room(k)
    natural = ruler.tails[b] - ruler.heads[a]
    hung = _hung(ruler, a, b, natural - room)
    natural -= hung if shaped.style.hanging == "allow" else 0
    align, last = shaped.style.align, b == ruler.last
    offset = slots.offset(k)
    closing = last or shaped.breaks[b - 1] == 3
    full = align in ("spread", "even") or (align in JUSTIFIED and not closing and not slots.ragged)
    inside = b - 1 if hung or (natural < room and _blank_end(ruler, a, b)) else b
    adjust = _adjust(ruler, a, inside, room - natural, full)
    if align in ("center", "right", "justify-right") and natural + adjust < room:
        offset += (room - natural) // 2 if align == "center" else room - natural
    spread = even if not adjust or (adjust > 0 and spaced_alike(ruler, a, inside)) else ranked
    along, most = spread(ruler, a, inside, adjust, offset)
    if inside < b:
        along = (*along, offset + natural + adjust + shaped.shifts[b - 1])
    hyphen = -1
    if shaped.breaks[b - 1] == 2 and not last:
        hyphen = along[-1] - shaped.shifts[b - 1] + shaped.widths[b - 1] - shaped.ends[b - 1]
    return Line(a, b, slots.measure(k), natural, adjust, along, hyphen, last, most, ruler.by)


def _hung(ruler: Ruler, a: int, b: int, need: Length) -> Length:
    """Room of the line's last mark, where it stands outside the measure: always (force), or because the line is too
    long by more than the mark's own blank (allow); 0 where it stays inside."""
    shaped = ruler.shaped
    if shaped.style.hanging == "off" or b - a < 2:
        return 0
    if shaped.style.hanging == "force":
        return (
            shaped.ends[b - 1] if 0 < shaped.ends[b - 1] == shaped.widths[b - 1] and shaped.chars[b - 1] != " " else 0
        )
    give = shaped.end_gives[b - 1] if shaped.end_gives else 0
    return give if max(shaped.widths[b - 1] - ruler.size // 2, 0) < need <= give else 0


def _blank_end(ruler: Ruler, a: int, b: int) -> bool:
    """Whether a typed space ends the line: nothing is added before it, or what is seen would end short of the edge."""
    shaped = ruler.shaped
    return b - a > 1 and 0 < shaped.ends[b - 1] == shaped.widths[b - 1] and shaped.chars[b - 1].isspace()


def _adjust(ruler: Ruler, a: int, b: int, spare: Length, full: bool) -> Length:
    """What is added to a line (negative: taken). A line that cannot be drawn together so far sticks out."""
    places = ruler.places[b - 1] - ruler.places[a]
    if spare >= 0:
        return spare if full and places else 0
    give = ruler.give(a, b)
    drawn = scaled(places * ruler.size, MOST_DRAWN, 1000)
    return spare if -spare <= give + drawn else -give


def complaints(shaped: ShapedParagraph, lines: tuple[Line, ...]) -> tuple[Finding, ...]:
    """Lines spaced over the style's stretch_cap, lines that stick out."""
    style, found = shaped.style, []
    cap = scaled(style.stretch_cap, style.size, 1000)
    unseen = scaled(HAIR, style.size, 1000)  # the breakers take so much as fitting
    for line in lines:
        loose = line.stretch > cap and style.align in JUSTIFIED
        over = line.natural + line.adjust - (line.measure - 2 * style.inset - _taken(shaped, line))
        if not loose and over <= unseen:
            continue  # nearly all lines: nothing is made for them
        place = shaped.paragraph.source.place(shaped.offsets[line.start])
        text = "".join(shaped.chars[line.start : line.end])
        if loose:
            em = f"{line.stretch / style.size:.2f}"
            found.append(finding("LINES-LOOSE", place, text=text, stretch=em, cap=f"{style.stretch_cap / 1000:.2f}"))
        if over > unseen:
            found.append(finding("LINES-OVERFULL", place, text=text, over=f"{over / style.size:.2f}"))
    return tuple(found)


def _taken(shaped: ShapedParagraph, line: Line) -> Length:
    """Indent of the paragraph's first line, hang of the others."""
    return _indent(shaped) if line.start == 0 else shaped.style.hang
