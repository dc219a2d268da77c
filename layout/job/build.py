"""An issue folder and a target go in; press files, a proof and their findings come out: the stages in order."""

import os
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from errno import EINVAL
from pathlib import Path
from typing import Literal

from layout import flow, paint, pdf
from layout.job import hyphens, output
from layout.job.cache import FileCache
from layout.job.clock import Clock
from layout.job.composing import Composer
from layout.job.load import Loaded, load
from layout.job.margin import margin_notes
from layout.job.paging import COVER_PAGES
from layout.job.photos import outlines, separations, unmade, without
from layout.job.sighting import seen
from layout.job.typeset import Issue, typeset
from layout.model.display import PictureKey, Sheet
from layout.model.finding import Finding, worst
from layout.model.lever import Lever
from layout.model.page import Page
from layout.model.picture import Separation
from layout.model.printing import DocumentInfo, PrintSettings, ProofMarks
from layout.model.value import replace, value

Target = Literal["press", "proof", "all", "none"]
PARTS: dict[Target, tuple[str, ...]] = {
    "press": ("body", "cover"),
    "proof": ("proof",),
    "all": ("body", "cover", "proof"),
}
"""The files of each target, as far as the issue has such pages."""
_UNNAMED = re.compile(r"[^\w-]+")
"""What of an issue's number cannot stand in a file's name: 2026/11 is 2026-11 there, and no number leads elsewhere."""
Parts = Mapping[str, tuple[Sheet, ...]]
"""The sheets of body, cover and proof."""


@value(eq=False)
class BuildResult:
    """What a build made, what it found, how long it took by the clock, the pages as they were set, and the levers that
    filled them."""

    made: tuple[Path, ...]
    findings: tuple[Finding, ...]
    seconds: float
    pages: tuple[Page, ...]
    levers: tuple[Lever, ...] = ()


def build(folder: Path, target: Target, out: Path) -> BuildResult:
    """Set the issue in `folder` and write the target's files to `out`.

    A proof is written whenever there are pages; press files only where no finding is an error. Files of an earlier
    build stay until the new ones are whole; then a body of this issue with other pages goes, lest it be printed.
    """
    clock = Clock()
    cache = FileCache(out / "cache")
    with clock.stage("read"):
        loaded, found = load(folder)
        words = hyphens.recall(cache)
    if loaded is None:
        return BuildResult((), found, clock.wall, ())
    issue, more = compose(loaded, clock)
    found += more
    if target == "none":
        return BuildResult((), found, clock.wall, issue.pages, issue.levers)
    parts: Parts
    with clock.stage("paint"):
        parts = _sheets(loaded, issue)
    with clock.stage("verify"):
        found += seen(_shown(issue, parts), loaded, cache)
    with clock.stage("photos"):
        every = [sheet for sheets in parts.values() for sheet in sheets]
        pictures, more = separations(every, loaded.folder, loaded.press, cache)
    found += more
    if damaged := unmade(every, pictures):  # a photo turned out unreadable: its place is shown as a missing one's
        issue = without(issue, damaged)
        parts = _sheets(loaded, issue)
    parts = _with_notes(parts, issue, found)
    wanted = [name for name in PARTS[target] if name in parts and (name == "proof" or worst(found) != "error")]
    made = _write(loaded, {name: parts[name] for name in wanted}, pictures, out, clock)
    hyphens.keep(cache, words)
    output.write(out / "timings.json", clock.as_json())
    return BuildResult(made, found, clock.wall, issue.pages, issue.levers)


def compose(loaded: Loaded, clock: Clock) -> tuple[Issue, tuple[Finding, ...]]:
    """Shape, set and paginate the loaded issue; the findings of all three."""
    composer = Composer(loaded.book, loaded.sheet, clock)
    shapes = outlines(loaded.folder, loaded.templates.values(), loaded.pictures)
    setting = flow.Setting(
        loaded.house,
        loaded.templates,
        loaded.pictures,
        composer.shape,
        composer.set_lines,
        paint.code_rows,
        shapes,
        loaded.press.resolution,
    )
    with clock.stage("flow"):
        issue = typeset(loaded.plan, loaded.stories, setting)
    return issue, issue.findings + composer.missing()


def _proof(issue: Issue) -> list[Page]:
    """All pages in the order of the proof: the cover's first two, the body, what found no room, the cover's last."""
    body = [page for page in issue.pages if page.part == "body"]
    cover = [page for page in issue.pages if page.part == "cover"]
    inside = sorted((*body, *issue.beyond), key=lambda page: page.number)
    return [*cover[:2], *inside, *cover[2:]]


def _shown(issue: Issue, parts: Parts) -> Iterator[tuple[Page, Sheet]]:
    """Each page of the issue with its sheet; not those of what found no room, which no reader gets."""
    pages = zip(_proof(issue), parts.get("proof", ()), strict=False)
    return ((page, sheet) for page, sheet in pages if page not in issue.beyond)


def _with_notes(parts: Parts, issue: Issue, found: tuple[Finding, ...]) -> Parts:
    """The same with what is shown in the margins of the proof."""
    pages = _proof(issue)
    notes = margin_notes(pages, found)
    if not notes:
        return parts
    noted = (replace(sheet, notes=notes.get(id(page), ())) for page, sheet in zip(pages, parts["proof"], strict=True))
    return {**parts, "proof": tuple(noted)}


def _sheets(loaded: Loaded, issue: Issue) -> dict[str, tuple[Sheet, ...]]:
    """The sheets of each file: body, cover, and the proof, which holds both and what found no room."""
    body = [page for page in issue.pages if page.part == "body"]
    cover = [page for page in issue.pages if page.part == "cover"]
    proof = _proof(issue)
    index = {page.number: at for at, page in enumerate(proof) if page.part == "body"}
    painted = {id(page): paint.paint(page, loaded.house, index) for page in proof}
    parts = {name: tuple(painted[id(p)] for p in pages) for name, pages in
             (("body", body), ("cover", cover), ("proof", proof)) if pages}  # fmt: skip
    if loaded.plan.spine and len(cover) == COVER_PAGES:
        parts["cover"] = paint.cover(parts["cover"], loaded.plan.spine, loaded.house, issue.spine, cover[0].ground)
    return parts


def _write(
    loaded: Loaded, parts: Mapping[str, tuple[Sheet, ...]], pictures: Mapping[PictureKey, Separation], out: Path,
    clock: Clock,
) -> tuple[Path, ...]:  # fmt: skip
    """Write the files of `parts`, then take away what they replace under another name."""
    made = []
    for name, sheets in parts.items():
        with clock.stage("pdf"):
            data = pdf.parts(sheets, settings(loaded, name), loaded.book, pictures, out / "cache")
        with clock.stage("write"):
            path = out / file_name(loaded, name, len(sheets))
            output.write(path, *data)
        made.append(path)
    if "body" in parts:
        _remove_other_bodies(out, made[0].name)
    return tuple(made)


def _remove_other_bodies(out: Path, name: str) -> None:
    """Press files of the same issue's body as it was with another range of pages."""
    alike = re.compile(re.sub(r"-p\d+-\d+-press", r"-p\\d+-\\d+-press", re.escape(name).replace(r"\-", "-")))
    for path in out.iterdir():
        if path.name != name and alike.fullmatch(path.name):
            path.unlink()


def file_name(loaded: Loaded, part: str, count: int) -> str:
    """`slug-number-body-p001-064-press.pdf`: letters, digits, `-` and `_`, page range first to last, never “final”."""
    plan = loaded.plan
    stem = f"{plan.slug}-{_UNNAMED.sub('-', plan.number)}"
    if part == "body":
        return f"{stem}-body-p{plan.first_page:03d}-{plan.first_page + count - 1:03d}-press.pdf"
    return f"{stem}-cover-press.pdf" if part == "cover" else f"{stem}-proof.pdf"


def settings(loaded: Loaded, part: str) -> PrintSettings:
    """Document facts of one file; a proof is stamped with issue, stage, date and content hash."""
    plan, moment = loaded.plan, moment_now()
    title = f"{plan.title} {plan.date}"
    info = DocumentInfo(
        title,
        plan.title,
        part,
        moment.isoformat(),
        f"{loaded.digest}{part}",
        loaded.house.language,
        loaded.house.binding,
    )
    if part != "proof":
        return PrintSettings(loaded.press, info)
    stamp = f"{title}　{plan.stage}　{moment:%Y-%m-%d %H:%M} UTC　{loaded.digest[:12]}"
    return PrintSettings(loaded.press, info, ProofMarks(stamp))


def moment_now() -> datetime:
    """Now, or the time SOURCE_DATE_EPOCH gives, so that two builds can be equal byte for byte; OSError, which the
    command line tells, where that is no number of seconds."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    except (ValueError, OverflowError, OSError):
        raise OSError(EINVAL, os.strerror(EINVAL), "SOURCE_DATE_EPOCH") from None
