"""The sample issue's stories go in, a large issue for measuring comes out: paragraphs shuffled with a fixed seed."""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEED = 20261123
STORIES = 16
CHARACTERS = 78_000
PHOTOS = 40
PHOTO_WIDTH = 2000
"""pixels a photo of the sample must have to be taken"""
SUBHEAD_EVERY = 6
"""paragraphs from one subhead to the next"""

_NOT_PROSE = re.compile(r"^(#|>|-|\||\d+\.|!|:::|\*\*\*|\[\^|[A-Za-z0-9]*$)")
_MARKS = re.compile(r"\[([^\]]*)\]\{[^}]*\}|\[\^[^\]]*\]|[*~^\\]")


@dataclass(frozen=True)
class Figure:
    file: str
    caption: str


@dataclass(frozen=True)
class BenchStory:
    """A story that both engines set: blocks are ("text" | "head", words) or a Figure."""

    title: str
    section: str
    authors: tuple[str, ...]
    standfirst: str
    blocks: tuple[tuple[str, str] | Figure, ...]


@dataclass(frozen=True)
class Pool:
    """What the sample issue has to draw on."""

    fronts: tuple[dict[str, Any], ...]
    paragraphs: tuple[str, ...]
    subheads: tuple[str, ...]


def pool(issue: Path) -> Pool:
    """Front matter, prose without marks, and subheads of all stories under issue/stories."""
    fronts, paragraphs, subheads = [], [], []
    for file in sorted(issue.glob("stories/*/story.md")):
        _, front, body = file.read_text("utf-8").split("+++\n", 2)
        fronts.append(tomllib.loads(front))
        outside = re.sub(r"^:::.*?^:::$", "", body, flags=re.MULTILINE | re.DOTALL)
        for line in outside.splitlines():
            if line.startswith("## "):
                subheads.append(_MARKS.sub(r"\1", line[3:]))
            elif not _NOT_PROSE.match(line):
                paragraphs.append(_MARKS.sub(r"\1", line))
    return Pool(tuple(fronts), tuple(paragraphs), tuple(subheads))


def endless(rows: tuple[str, ...], chance: random.Random) -> Iterator[str]:
    """All rows in a new order, again and again."""
    while True:
        yield from chance.sample(rows, len(rows))


def stories(issue: Path, with_photos: bool) -> tuple[BenchStory, ...]:
    """STORIES stories of CHARACTERS characters and PHOTOS photos in all; without photos the text is the same."""
    drawn = pool(issue)
    chance = random.Random(SEED)
    prose, heads = endless(drawn.paragraphs, chance), endless(drawn.subheads, chance)
    made = []
    length = 0
    for number in range(STORIES):
        blocks: list[tuple[str, str] | Figure] = []
        while length < CHARACTERS * (number + 1) // STORIES:
            if blocks and len(blocks) % (SUBHEAD_EVERY + 1) == 0:
                length += add(blocks, "head", next(heads))
            length += add(blocks, "text", next(prose))
        first, last = PHOTOS * number // STORIES, PHOTOS * (number + 1) // STORIES
        figures = [Figure(f"photos/bench-{photo:02}.jpg", f"测试用图之{photo + 1}") for photo in range(first, last)]
        if with_photos:
            step = len(blocks) // (len(figures) + 1)
            for index, figure in reversed(list(enumerate(figures, 1))):
                blocks.insert(index * step, figure)
        made.append(_story(drawn.fronts[number % len(drawn.fronts)], number, tuple(blocks)))
    return tuple(made)


def add(blocks: list[tuple[str, str] | Figure], kind: str, words: str) -> int:
    """Adds one paragraph and says how long it is."""
    blocks.append((kind, words))
    return len(words)


def _story(front: dict[str, Any], number: int, blocks: tuple[tuple[str, str] | Figure, ...]) -> BenchStory:
    title = front["title"]
    one_line = title if isinstance(title, str) else "　".join(title)
    authors = tuple(front.get("authors", ()))
    return BenchStory(f"{one_line}之{number + 1}", front["section"], authors, front.get("standfirst", ""), blocks)


def characters(made: tuple[BenchStory, ...]) -> int:
    """Characters of running text and subheads."""
    return sum(len(block[1]) for story in made for block in story.blocks if not isinstance(block, Figure))


def photos(issue: Path, target: Path) -> None:
    """Copies the sample's photos until there are PHOTOS files, each with a comment of its own: no two are alike.

    A JPEG comment (marker COM, ISO/IEC 10918-1 B.2.4.5) changes a file's digest and nothing that is seen.
    """
    target.mkdir(parents=True, exist_ok=True)
    credits = tomllib.loads((issue / "photos" / "CREDITS.toml").read_text("utf-8"))
    wide = [name for name, told in sorted(credits.items()) if told.get("width", 0) >= PHOTO_WIDTH]
    found = [issue / "photos" / name for name in wide if name.endswith(".jpg")]
    for number in range(PHOTOS):
        data = found[number % len(found)].read_bytes()
        note = f"bench {number}".encode()
        comment = b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note
        (target / f"bench-{number:02}.jpg").write_bytes(data[:2] + comment + data[2:])


def manuscript(story: BenchStory) -> str:
    """The story as story.md."""
    lines = ["+++", f"title = {_quoted(story.title)}", f"section = {_quoted(story.section)}"]
    lines.append(f"authors = [{', '.join(_quoted(name) for name in story.authors)}]")
    if story.standfirst:
        lines.append(f"standfirst = {_quoted(story.standfirst)}")
    lines += ["+++", ""]
    for block in story.blocks:
        if isinstance(block, Figure):
            lines.append(f"![{block.caption}]({block.file})")
        else:
            lines.append(f"## {block[1]}" if block[0] == "head" else block[1])
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
