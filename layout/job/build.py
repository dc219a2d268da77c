"""An issue folder and a target go in; press files, a proof and their findings come out: the stages in order."""

import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from errno import EINVAL
from pathlib import Path
from typing import Literal

from layout import check, flow, paint, pdf, verify
from layout.job import findings, hyphens
from layout.job.cache import FileCache
from layout.job.clock import Clock
from layout.job.composing import Composer
from layout.job.load import Loaded, load
from layout.job.margin import margin_notes
from layout.job.naming import Naming, of_broken_plan, of_words
from layout.job.paging import COVER_PAGES
from layout.job.photos import outlines, separations, unmade, without
from layout.job.showing import Draft, draft, naming_of, owner
from layout.job.sighting import seen
from layout.job.typeset import Issue, typeset
from layout.model.display import PictureKey, Sheet
from layout.model.finding import Finding, worst
from layout.model.lever import Lever
from layout.model.page import Page
from layout.model.picture import Separation
from layout.model.place import Place
from layout.model.plan import Plan
from layout.model.printing import COARSE, DocumentInfo, PrintSettings, ProofMarks
from layout.model.value import replace, value

Target = Literal["press", "proof", "all", "none"]
PARTS: dict[Target, tuple[str, ...]] = {
    "press": ("body", "cover"),
    "proof": ("proof",),
    "all": ("body", "cover", "proof"),
    "none": (),
}
"""The files of each target, as far as the issue has such pages."""
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
    listed: Path | None = None
    """the file with the findings"""
    aside: tuple[Path, ...] = ()
    """where files of an earlier build went which this one could not renew"""
    outdated: tuple[Path, ...] = ()
    """where files went which this build was not asked for, and whose issue has changed since they were made"""
    taken: Path | None = None
    """the folder of another issue that has files of the same names there: this one's have another name"""


@value(eq=False)
class _Work:
    """What the stages of one build share."""

    loaded: Loaded
    cache: FileCache
    clock: Clock


def build(folder: Path, target: Target, out: Path) -> BuildResult:
    """Set the issue in `folder` and write the target's files to `out`, where they are shown all at once.

    A proof is written whenever there are pages; press files only where no finding is an error, be it one of the
    preflight. What was asked for and could not be renewed is set aside, lest yesterday's file be taken for today's.
    """
    clock = Clock()
    cache = FileCache(out / "cache")
    with clock.stage("read"):
        loaded, found = load(folder)
        words = hyphens.recall(cache)
    if target == "none":
        if loaded is None:
            return BuildResult((), found, clock.wall, ())
        issue, more = compose(loaded, clock)
        return BuildResult((), found + more, clock.wall, issue.pages, issue.levers)
    with draft(out) as files:
        named = _named(loaded, folder, out)
        other = owner(out, named, folder)
        if other:  # each keeps its own files: this one's are called after its folder as well
            named = of_words(named.stem, Path(os.path.abspath(folder)).name)
        if loaded is None:
            result = BuildResult((), found, clock.wall, ())
        else:
            result = _set(_Work(loaded, cache, clock), found, target, files, named)
            hyphens.keep(cache, words)
        listed = files.write(named.findings, findings.as_json(result.findings, result.levers))
        files.write(named.timings, clock.as_json())
        unasked = {part for part in PARTS["all"] if part not in PARTS[target]}
        moved = files.show(named, unasked, folder, loaded.digest if loaded else "")
    outdated = tuple(path for path in moved if named.kind(path.name) in unasked)
    aside = tuple(path for path in moved if path not in outdated)
    return replace(result, listed=listed, aside=aside, outdated=outdated, taken=other, seconds=clock.wall)


def _named(loaded: Loaded | None, folder: Path, out: Path) -> Naming:
    """How the files are named. Where the plan does not say it, as they were the last time, so that none of those is
    taken for a new one; else after the issue's folder."""
    plan = loaded.plan if loaded else None
    if plan and plan.slug and plan.number:
        return of_words(plan.slug, plan.number)
    known = naming_of(out, folder) or of_broken_plan(folder / "issue.toml")
    return known or of_words(Path(os.path.abspath(folder)).name)


def _set(work: _Work, found: tuple[Finding, ...], target: Target, files: Draft, named: Naming) -> BuildResult:
    """The loaded issue set, and the target's files written to the draft."""
    loaded, clock = work.loaded, work.clock
    issue, more = compose(loaded, clock)
    found += more
    parts: Parts
    with clock.stage("paint"):
        parts = _sheets(loaded, issue)
    with clock.stage("verify"):
        found += verify.painted(_shown(issue, parts))
        found += seen(_shown(issue, parts), loaded, work.cache)
    with clock.stage("photos"):
        every = [sheet for sheets in parts.values() for sheet in sheets]
        pictures, more = separations(every, loaded.folder, loaded.press, work.cache)
    found += more
    if damaged := unmade(every, pictures):  # a photo turned out unreadable: its place is shown as a missing one's
        issue = without(issue, damaged)
        parts = _sheets(loaded, issue)
    made: tuple[Path, ...] = ()
    press = {name: sheets for name, sheets in parts.items() if name in PARTS[target] and name != "proof"}
    if press and worst(found) != "error":
        names, more = _press(work, press, pictures, files, named)
        found += _untold(more, found)
        made += tuple(files.out / name for name in names)
    if "proof" in PARTS[target] and "proof" in parts:
        sheets = _with_notes(parts["proof"], issue, loaded.plan, found)
        _write(work, "proof", sheets, pictures, files, named.proof, findings.errors(found))
        made += (files.out / named.proof,)
    return BuildResult(made, found, clock.wall, issue.pages, issue.levers)


def _press(
    work: _Work, parts: Parts, pictures: Mapping[PictureKey, Separation], files: Draft, named: Naming
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Names of the press files that were written, and what a printer would find in them; none where that is an error:
    the files are held back."""
    found: tuple[Finding, ...] = ()
    names = []
    for part, sheets in parts.items():
        first = work.loaded.plan.first_page
        name = named.cover if part == "cover" else named.body(first, first + len(sheets) - 1)
        _write(work, part, sheets, pictures, files, name)
        names.append(name)
        with work.clock.stage("preflight"):
            wanted = check.Wanted(sheets[0].width, sheets[0].height, look=False)  # seen() has looked
            more = tuple(check.each_finding(files.folder / name, work.loaded.press, wanted))
        found += tuple(replace(item, place=Place(str(files.out / name))) for item in more)
    if worst(found) == "error":
        for name in names:
            files.drop(name)
        return (), found
    return tuple(names), found


def _untold(preflight: tuple[Finding, ...], found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What preflight found, less the pictures that are too coarse where the manuscript has been told so: there each is
    named by its file, here by its number on the page."""
    told = COARSE & {item.code for item in found}
    return tuple(item for item in preflight if item.code not in told)


def _write(
    work: _Work, part: str, sheets: tuple[Sheet, ...], pictures: Mapping[PictureKey, Separation], files: Draft,
    name: str, errors: int = 0,
) -> None:  # fmt: skip
    """One file to the draft."""
    with work.clock.stage("pdf"):
        data = pdf.parts(sheets, settings(work.loaded, part, errors), work.loaded.book, pictures, work.cache)
    with work.clock.stage("write"):
        files.write(name, *data)


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
    found = issue.findings + composer.missing()
    with clock.stage("verify"):
        found += verify.account(loaded.plan, loaded.stories, issue.pages, found)
        found += verify.sections(loaded.plan, loaded.stories, issue.pages, loaded.templates.values())
    return issue, found


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


def _with_notes(sheets: tuple[Sheet, ...], issue: Issue, plan: Plan, found: tuple[Finding, ...]) -> tuple[Sheet, ...]:
    """The sheets of a proof with what is shown in their margins."""
    pages = _proof(issue)
    notes = margin_notes(pages, found, plan)
    if not notes:
        return sheets
    return tuple(replace(sheet, notes=notes.get(id(page), ())) for page, sheet in zip(pages, sheets, strict=True))


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


def settings(loaded: Loaded, part: str, errors: int = 0) -> PrintSettings:
    """Document facts of one file; a proof is stamped with issue, stage, date, content hash, and how many errors keep it
    from the press."""
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
    stamp += f"　{errors} 处错误，不可付印" if errors else ""
    return PrintSettings(loaded.press, info, ProofMarks(stamp))


def moment_now() -> datetime:
    """Now, or the time SOURCE_DATE_EPOCH gives, so that two builds can be equal byte for byte; OSError, which the
    command line tells, where that is no number of seconds."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    except (ValueError, OverflowError, OSError):
        raise OSError(EINVAL, os.strerror(EINVAL), "SOURCE_DATE_EPOCH") from None
