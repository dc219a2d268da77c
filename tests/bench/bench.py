"""The sample issue goes in; CPU per stage, peak memory, the ratio to Typst and what a page of a large issue costs come
out. Run by `make bench`.

Each run is a process of its own, and user and system time of all its threads count. Runs of the two engines alternate,
so that a busy machine slows both. Photos are separated once before, since photos change less than text. The package is
compiled first, as pip does when it installs one, also where the environment keeps Python from writing bytecode.
"""

import compileall
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import rival
import workload

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
RUNS = 5
OPENER = "article-open"
"""page template of every story; the rival's pages take its grid"""
MOST_RATIO, MOST_MEMORY = 1.0, 400
"""What must hold with photos: CPU of a build against Typst's, and MB that the first build takes at its peak."""
MOST_SHAPING = 0.5
"""CPU seconds that shaping the whole text and setting it in lines may take."""
MOST_GROWTH = 1.1
"""What a page of a large issue may cost against a page of a small one: nothing may grow faster than the pages do."""
SMALL, LARGE = 9, 160
"""stories of four pages each: 36 and 640 pages, contents apart"""
TITLES = 15
"""stories on a page of the contents"""
SETTING = ("shape", "lines", "flow", "paint")
"""stages without a fixed share, which a large issue would spread over more pages"""


@dataclass(frozen=True)
class Run:
    """CPU seconds, peak memory in MB, and CPU seconds per stage where the engine tells them."""

    cpu: float
    peak: float
    stages: dict[str, float]


def measured(command: list[str], out: Path | None = None) -> Run:
    """Runs a command to its end, which leaves its timings in `out`. Raises SystemExit with what it said where it fails
    or finds errors."""
    with (FOLDER / "said.txt").open("wb") as said:
        child = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {child.returncode}\n{(FOLDER / 'said.txt').read_text()}")
    stages = json.loads(next(out.glob("*-timings.json")).read_text())["cpu_seconds"] if out else {}
    unit = 1e6 if sys.platform == "darwin" else 1e3  # getrusage counts bytes on macOS, kB on Linux
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / unit, stages)


def middle(runs: list[Run]) -> Run:
    """The median of each figure."""
    stages = {name: statistics.median(run.stages.get(name, 0.0) for run in runs) for name in runs[0].stages}
    return Run(statistics.median(run.cpu for run in runs), max(run.peak for run in runs), stages)


def write_issue(stories: tuple[workload.BenchStory, ...], folder: Path, contents: int = 0) -> None:
    """An issue folder for Banxin, with so many pages of contents before the stories."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if any(isinstance(block, workload.Figure) for story in stories for block in story.blocks):
        workload.photos(ROOT / "issue", folder / "photos")
    rows = ['slug = "bench"', 'number = "0"', 'title = "测试"', 'date = "2026年11月"', 'stage = "初校"']
    if contents:
        rows += ["", "[[entry]]", 'page = "contents"', f"pages = {contents}"]
    for number, story in enumerate(stories):
        name = f"story-{number:02}"
        file = folder / "stories" / name / "story.md"
        file.parent.mkdir(parents=True)
        file.write_text(workload.manuscript(story), "utf-8")
        rows += ["", "[[entry]]", f'story = "{name}"', f'templates = ["{OPENER}"]', f'section = "{story.section}"']
    (folder / "issue.toml").write_text("\n".join(rows) + "\n", "utf-8")


def write_rival(stories: tuple[workload.BenchStory, ...], folder: Path) -> None:
    """The source for Typst, in the issue folder, whose photos it shares: as large as Banxin's last build shows them."""
    source = rival.source(stories, rival.sheet(ROOT, OPENER), photo_area(f"{folder.name}.out/*-body-*-press.pdf"))
    (folder / "rival.typ").write_text(source, "utf-8")


def photo_area(pattern: str) -> float:
    """Square points a photo takes on average in the PDFs that match; 0 where there are none."""
    drawn = [
        item for file in FOLDER.glob(pattern) for page in pypdfium2.PdfDocument(file) for item in page.get_objects()
    ]
    boxes = [item.get_bounds() for item in drawn if isinstance(item, pypdfium2.PdfImage)]
    return sum(float((right - left) * (top - foot)) for left, foot, right, top in boxes) / max(1, len(boxes))


def banxin(folder: Path) -> Run:
    """One build of the press files, in its own out folder beside the issue, which keeps the separated photos."""
    out = folder.with_suffix(".out")
    command = [sys.executable, "-m", "layout", "build", str(folder), "--target", "press", "-o", str(out)]
    return measured(command, out)


def typst(folder: Path) -> Run:
    """One compilation of the rival's source."""
    fonts = str(ROOT / "fonts")
    return measured([sys.executable, "-c", rival.COMPILE, str(folder / "rival.typ"), f"{folder}.typst.pdf", fonts])


def compare(folder: Path, with_rival: bool) -> tuple[Run, Run | None]:
    """The medians of RUNS runs of each engine, taken in turn."""
    mine, theirs = [], []
    for _ in range(RUNS):
        mine.append(banxin(folder))
        if with_rival:
            theirs.append(typst(folder))
    return middle(mine), middle(theirs) if theirs else None


def pages(pattern: str) -> int:
    """Pages of the PDFs that match, read by PDFium."""
    return sum(len(pypdfium2.PdfDocument(file)) for file in FOLDER.glob(pattern))


def told(title: str, folder: Path, mine: Run, theirs: Run | None) -> Iterator[str]:
    """A few lines for one workload."""
    made = pages(f"{folder.name}.out/*-body-*-press.pdf")
    yield f"{title}: {made} pages, {mine.cpu:.2f} s CPU, peak {mine.peak:.0f} MB"
    yield "  " + "  ".join(f"{name} {seconds:.3f}" for name, seconds in mine.stages.items())
    if theirs:
        theirs_made = pages(f"{folder.name}.typst.pdf")
        yield f"  Typst: {theirs_made} pages, {theirs.cpu:.2f} s CPU, peak {theirs.peak:.0f} MB"
        yield f"  ratio: {mine.cpu / theirs.cpu:.2f} × Typst's CPU time"


def verdict(first: Run, mine: Run, theirs: Run | None) -> Iterator[str]:
    """What must hold, and whether it does."""
    if theirs:
        ratio = mine.cpu / theirs.cpu
        yield f"{'PASS' if ratio <= MOST_RATIO else 'OVER'}  CPU ≤ {MOST_RATIO} × Typst's: {ratio:.2f}"
    peak = max(first.peak, mine.peak)
    yield f"{'PASS' if peak <= MOST_MEMORY else 'OVER'}  peak of memory ≤ {MOST_MEMORY} MB: {peak:.0f}"
    setting = mine.stages["shape"] + mine.stages["lines"]
    held = "PASS" if setting <= MOST_SHAPING else "OVER"
    yield f"{held}  CPU of shaping and line setting ≤ {MOST_SHAPING} s: {setting:.2f}"


def growth() -> Iterator[str]:
    """A small issue and a large one of the same text, in turn: CPU per page of each, and whether it stays the same."""
    drawn = workload.stories(ROOT / "issue", with_photos=False)
    runs: dict[int, list[Run]] = {SMALL: [], LARGE: []}
    for count in runs:
        write_issue(tuple(drawn[at % SMALL] for at in range(count)), FOLDER / f"{count}-stories", -(-count // TITLES))
    for _ in range(RUNS):
        for count, made in runs.items():
            made.append(banxin(FOLDER / f"{count}-stories"))
    dear: dict[int, tuple[float, float]] = {}
    for count, made in runs.items():
        run, number = middle(made), pages(f"{count}-stories.out/*-body-*-press.pdf")
        dear[count] = run.cpu / number * 1000, sum(run.stages[name] for name in SETTING) / number * 1000
        each = "  ".join(f"{name} {seconds / number * 1000:.2f}" for name, seconds in run.stages.items())
        print(f"{number} pages: {run.cpu:.2f} s CPU, {dear[count][0]:.2f} ms a page, peak {run.peak:.0f} MB\n  {each}")
    for name, small, large in zip(("whole build", "setting alone"), dear[SMALL], dear[LARGE], strict=True):
        held = "PASS" if large / small <= MOST_GROWTH else "OVER"
        yield f"{held}  CPU a page, large issue against small, {name}, ≤ {MOST_GROWTH}: {large / small:.2f}"


def main() -> None:
    """Both workloads, with photos and text only, then both sizes; what must hold is told last."""
    with_rival = importlib.util.find_spec("typst") is not None
    FOLDER.mkdir(parents=True, exist_ok=True)
    compileall.compile_dir(ROOT / "layout", quiet=1)
    if not with_rival:
        print("typst is not installed (pip install typst): no ratio")
    verdicts: list[str] = []
    for title, with_photos in (("with photos", True), ("text only", False)):
        stories = workload.stories(ROOT / "issue", with_photos)
        folder = FOLDER / title.replace(" ", "-")
        write_issue(stories, folder)
        shutil.rmtree(folder.with_suffix(".out"), ignore_errors=True)
        first = banxin(folder)
        write_rival(stories, folder)
        counted = workload.PHOTOS if with_photos else 0
        print(f"{len(stories)} stories, {workload.characters(stories):,} characters, {counted} photos")
        print(f"first build, cold cache: {first.cpu:.2f} s CPU, peak {first.peak:.0f} MB")
        mine, theirs = compare(folder, with_rival)
        print("\n".join(told(f"{title}, median of {RUNS}", folder, mine, theirs)), flush=True)
        if with_photos:
            verdicts = list(verdict(first, mine, theirs))
    print("\n".join((*verdicts, *growth())))


if __name__ == "__main__":
    main()
