"""Small issues written into a folder and set with the house's own styles; what stands on their pages is read back."""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from layout.job.dump_verb import pages_of
from layout.model.finding import Finding
from layout.model.page import Page, PlacedFrame, PlacedLine

HEAD = 'slug = "t"\nnumber = "1"\ntitle = "河埠"\ndate = "2026年1月"\n'
FILLING = "墙上的日历停在秋分，没有人去撕。老船工把缆绳绕了三圈，说今天的水比昨天高了一拃。"


class Issue:
    """An issue in a folder: stories, photos and a plan are written one by one."""

    def __init__(self, folder: Path, head: str = "") -> None:
        self.folder, self.head, self.entries = folder, head, list[str]()

    def story(self, slug: str, front: str, body: str, entry: str = "") -> None:
        """A manuscript, and its entry of the plan with further keys."""
        self.manuscript(slug, front, body)
        self.entry(f'story = "{slug}"\n{entry}')

    def manuscript(self, slug: str, front: str, body: str) -> None:
        folder = self.folder / "stories" / slug
        folder.mkdir(parents=True)
        (folder / "story.md").write_text(f"+++\n{front}\n+++\n\n{body}\n", "utf-8")

    def entry(self, keys: str) -> None:
        self.entries.append(f"[[entry]]\n{keys}\n")

    def photo(self, name: str = "p.jpg", size: tuple[int, int] = (2400, 1600)) -> None:
        (self.folder / "photos").mkdir(exist_ok=True)
        Image.new("RGB", size, (120, 140, 130)).save(self.folder / "photos" / name)

    def template(self, name: str, text: str) -> None:
        """A page template of the issue's own."""
        folder = self.folder / "styles" / "pages"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.toml").write_text(text, "utf-8")

    def set(self) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
        (self.folder / "issue.toml").write_text(HEAD + self.head + "\n" + "\n".join(self.entries), "utf-8")
        return pages_of(self.folder)


def paragraphs(count: int, text: str = FILLING) -> str:
    """So many paragraphs of running text."""
    return "\n\n".join([text] * count)


def text_of(line: PlacedLine) -> str:
    return "".join(line.shaped.chars[line.line.start : line.line.end])


def text_on(pages: Iterable[Page], *takes: str) -> str:
    """All that stands on the pages, a line a line; of the frames that take these only, where any are named."""
    frames = (frame for page in pages for frame in page.frames if not takes or frame.takes in takes)
    return "\n".join(text_of(line) for frame in frames for line in frame.lines)


def frames_with(pages: Iterable[Page], text: str) -> list[PlacedFrame]:
    """The frames one of whose lines has this text in it."""
    return [frame for page in pages for frame in page.frames if any(text in text_of(line) for line in frame.lines)]


def codes(found: Iterable[Finding]) -> list[str]:
    return [item.code for item in found]
