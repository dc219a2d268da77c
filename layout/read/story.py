"""The folder of a story goes in, the Story comes out: front matter, body, notes, every character with its place."""

import re
from collections.abc import Callable
from pathlib import Path

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Ornament, Story
from layout.model.style import StyleSheet
from layout.read import markup
from layout.read.body import Body, inner_notes
from layout.read.comments import blanked
from layout.read.files import inside, name_of, plain_name, read_text, story_file, without_controls
from layout.read.front import front
from layout.read.habits import habits
from layout.read.heading import heading
from layout.read.inline import Context
from layout.read.nearby import same_name
from layout.read.table import unknown

_FRONT_END = re.compile(r"\n\+\+\+[ \t]*\n")
_UNSEEN_ENDS = re.compile(r"^[\u200b\u2060\ufeff]+|[\u200b\u2060\ufeff]+$", re.MULTILINE)
"""What web pages leave in lines that look empty."""
_INDENT = re.compile(r"^[ \t\u3000]*\t", re.MULTILINE)


def written(folder: Path, slug: str) -> bool:
    """Whether the story's manuscript is there."""
    return same_name(story_file(folder, slug)) is not None


def read_story(issue: Path, slug: str, sheet: StyleSheet | None = None) -> tuple[Story | None, tuple[Finding, ...]]:
    """The story in issue/stories/<slug>/story.md; None where it cannot be read at all,
    or is a link that leads out of the issue.

    With a `sheet`, character styles that brackets ask for (`[…]{.kai}`) are looked up in it.
    """
    if not plain_name(slug):
        return None, (finding("READ-SLUG", Place(name_of(issue / "stories")), name=slug),)
    file = story_file(issue, slug)
    if inside(issue, file.relative_to(issue).as_posix()) is None:
        return None, (finding("READ-OUTSIDE", Place(name_of(file)), file=name_of(file)),)
    text, findings = read_text(same_name(file) or file)
    if text is None:
        return None, findings
    return story(text, issue, slug, sheet)


def lines_of_body(issue: Path, slug: str) -> dict[int, str]:
    """The lines of a story's manuscript behind its head, by their numbers, as the reader has them: without comments,
    line ends and composition made uniform. Empty where the file cannot be read."""
    text, _ = read_text(story_file(issue, slug))
    if text is None:
        return {}
    path = name_of(story_file(issue, slug))
    lines = without_controls(text, path)[0].split("\n")
    _, rest = front(lines, Context(path, []))
    said, _ = blanked("\n".join(lines[rest:]), _places(path, lines, rest))
    return dict(enumerate(said.split("\n"), rest + 1))


def story(text: str, issue: Path, slug: str, sheet: StyleSheet | None = None) -> tuple[Story, tuple[Finding, ...]]:
    """The same from a text that is already read: as much of it as can be read."""
    path = name_of(story_file(issue, slug))
    text, controls = without_controls(_indents_as_spaces(text), path)
    context = Context(path, list(controls))
    lines = text.split("\n")
    file, rest = front(lines, context)
    broken = len(context.findings) > len(controls)
    text, queries = blanked("\n".join(lines[rest:]), _places(path, lines, rest))
    context.findings += queries
    said = _UNSEEN_ENDS.sub(lambda unseen: " " * len(unseen[0]), text).split("\n")
    line_ends = habits(said)
    context.inner = inner_notes(said, line_ends)
    top = heading(file, slug, context)
    if broken:  # a title may stand in what could not be read, and a text
        context.findings = [item for item in context.findings if item.code != "READ-TITLE"]
    body = Body(issue, context)
    body.read(said, line_ends, rest + 1)
    notes = body.notes()
    if not broken and not any(not isinstance(block, Ornament) for block in body.blocks):
        context.findings.append(finding("READ-EMPTY", Place(path, rest + 1, 1)))
    if sheet is not None:
        _check_classes(context, sheet)
    made = Story(slug, path, top.section, top.title, top.authors, top.paragraphs, tuple(body.blocks), notes)
    context.findings += markup.in_lines(said, rest + 1, path)
    context.findings += markup.in_text(made.paragraphs, markup.defined(said))
    return made, tuple(context.findings)


def _indents_as_spaces(text: str) -> str:
    """The text with an em space for each tab that a line of the body is set in by; others are told."""
    end = _FRONT_END.search(text)
    if end is None or "\t" not in text:
        return text
    body = _INDENT.sub(lambda blanks: blanks[0].replace("\t", "\u2003"), text[end.end() :])
    return text[: end.end()] + body


def _places(path: str, lines: list[str], first: int) -> Callable[[int], Place]:
    """Where the characters of lines[first:], joined by line ends, stand."""

    def place(offset: int) -> Place:
        line = first
        while offset > len(lines[line]):
            offset -= len(lines[line]) + 1
            line += 1
        return Place(path, line + 1, offset + 1)

    return place


def _check_classes(context: Context, sheet: StyleSheet) -> None:
    known = [".dot", ".name", ".book", "ruby", *(f".{style.name}" for style in sheet.characters)]
    for name, place in context.classes.items():
        if sheet.character(name) is None:
            context.findings.append(unknown("READ-ATTRIBUTE", place, f".{name}", known))
