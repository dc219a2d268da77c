"""Random inputs of every kind a user can give: a folder is filled, and the command to be run on it comes back.

The same seed and number make the same input. What is made is small: a fault shows in little.
"""

import io
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image

from layout.read import frame_keys, frames, house, plan, sheet, templates
from layout.read.init import make_issue
from tests.fuzz import writing

ROOT = Path(__file__).resolve().parents[2]
Command = list[str]
Kind = Callable[[Random, Path], Command]
DESIGNS = ("", "quarterly", "city")
PLACES = ("issue.toml", "stories/zaoshi/story.md", "stories/shuibiao/story.md")


def _issue(random: Random, folder: Path) -> Path:
    """The small issue of `banxin init`, in one of the designs."""
    issue = folder / "issue"
    make_issue(issue)
    file = issue / "issue.toml"
    said = file.read_text("utf-8")
    if design := random.choice(DESIGNS):
        said = f'design = "{design}"\n{said}'
    if random.random() < 0.6:  # the first page is chosen, not named
        said = said.replace('templates = ["article-open"]', "")
    file.write_text(said, "utf-8")
    _photo(issue / "photos" / "a.jpg")
    return issue


@cache
def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 90, 40)).save(out, "JPEG")
    return out.getvalue()


def _photo(path: Path) -> None:
    path.write_bytes(_jpeg())


def _dump(issue: Path) -> Command:
    return ["dump", str(issue), "--lang", "en"]


def story(random: Random, folder: Path) -> Command:
    """A manuscript of random lines."""
    issue = _issue(random, folder)
    (issue / PLACES[1]).write_text(writing.manuscript(random), "utf-8", errors="surrogatepass")
    return _dump(issue)


def spoilt_story(random: Random, folder: Path) -> Command:
    """A good manuscript with passages moved, doubled and broken, or with bytes that are no text."""
    issue = _issue(random, folder)
    every = sorted((ROOT / "issue" / "stories").glob("*/story.md")) + [issue / PLACES[1]]
    said = random.choice(every).read_text("utf-8")
    if random.random() < 0.7:
        (issue / PLACES[1]).write_text(writing.mutated(random, said[:6000]), "utf-8")
    else:
        (issue / PLACES[1]).write_bytes(writing.damaged(random, said[:3000].encode()))
    return _dump(issue)


def running_order(random: Random, folder: Path) -> Command:
    """A plan with keys taken out, doubled, given any value."""
    issue = _issue(random, folder)
    file = issue / "issue.toml"
    said = file.read_text("utf-8")
    pages = sorted(path.stem for path in (ROOT / "styles" / "pages").glob("*.toml"))
    for _ in range(random.randint(1, 5)):
        kind = random.random()
        key = random.choice(plan.ENTRY)
        if kind < 0.3:
            said = said.replace("[[entry]]", f"[[entry]]\n{key} = {writing.value(random, key)}", 1)
        elif kind < 0.5:
            said += f"\n[[entry]]\n{key} = {writing.value(random, key)}\n"
        elif kind < 0.7:
            name = random.choice(pages)
            said += f'\n[[entry]]\npage = "{name}"\nphotos = ["photos/a.jpg"]\n'
            said += f'[entry.text]\nwords = "{writing.words(random)}"\n'
        elif kind < 0.85:
            name = random.choice(pages)
            said = re.sub(
                r"section = ",
                f'templates = ["{name}"]\nsection = ',
                said.replace('templates = ["article-open"]', ""),
                count=1,
            )
        else:
            key = random.choice(plan.KEYS)
            said = f"{key} = {writing.value(random, key)}\n{said}"
    if random.random() < 0.2:
        said = writing.mutated(random, said)
    file.write_text(said, "utf-8")
    return _dump(issue)


def styles(random: Random, folder: Path) -> Command:
    """An issue's own style keys with any values."""
    issue = _issue(random, folder)
    own = issue / "styles"
    own.mkdir()
    if random.random() < 0.6:
        names = [*sheet.NEEDED, *sheet.LIKE, *sheet.NEEDED_CHARACTERS, "x"]
        rows = []
        for name in random.sample(names, random.randint(1, 6)):
            kind = "character" if name in sheet.NEEDED_CHARACTERS else "paragraph"
            keys = sheet.CHARACTER if kind == "character" else sheet.PARAGRAPH
            rows.append(f"[{kind}.{name}]")
            rows += [f"{key} = {writing.value(random, key)}" for key in random.sample(keys, random.randint(0, 4))]
        (own / "text.toml").write_text("\n".join(rows) + "\n", "utf-8")
    if random.random() < 0.6:
        rows = []
        for name, keys in (
            ("sheet", house.SHEET),
            ("grid", house.GRID),
            ("margins", ("head", "foot", "inner", "outer")),
        ):
            if random.random() < 0.5:
                rows += [f"[{name}]", *(f"{key} = {writing.value(random, key)}" for key in random.sample(keys, 1))]
        (own / "house.toml").write_text("\n".join(rows) + "\n", "utf-8")
    return _dump(issue)


def template(random: Random, folder: Path) -> Command:
    """A page template of the house with keys changed."""
    issue = _issue(random, folder)
    pages = issue / "styles" / "pages"
    pages.mkdir(parents=True)
    said = random.choice(sorted((ROOT / "styles" / "pages").glob("*.toml"))).read_text("utf-8")
    lines = said.split("\n")
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(lines))
        key = random.choice((*templates.KEYS, *frame_keys.FRAME, *frames.FURNITURE, *templates.GRID))
        how = random.random()
        if how < 0.4 and "=" in lines[at]:
            name = lines[at].partition("=")[0].strip()
            lines[at] = f"{name} = {writing.value(random, name)}"
        elif how < 0.7:
            lines.insert(at, f"{key} = {writing.value(random, key)}")
        else:
            del lines[at]
            lines = lines or [""]
    (pages / "article-open.toml").write_text("\n".join(lines), "utf-8")
    file = issue / "issue.toml"
    plain = file.read_text("utf-8").replace('templates = ["article-open"]', "")
    file.write_text(plain.replace('section = "市镇"', 'templates = ["article-open"]\nsection = "市镇"'), "utf-8")
    return _dump(issue)


MODES = ("RGB", "L", "CMYK", "1", "P", "RGBA", "LA", "I;16", "F")
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")


def pictures(random: Random, folder: Path) -> Command:
    """Pictures of any kind and size, many of them broken, in a whole proof."""
    issue = _issue(random, folder)
    file = issue / PLACES[1]
    names = [
        f"photos/{index}.{random.choice(('jpg', 'png', 'tif', 'JPG', 'svg'))}" for index in range(random.randint(1, 3))
    ]
    for name in names:
        _picture(random, issue / name)
    lines = [f"![{writing.words(random, 9)}]({name}){{columns={random.randint(1, 4)}}}" for name in names]
    file.write_text(file.read_text("utf-8") + "\n" + "\n\n".join(lines) + "\n", "utf-8")
    return ["build", str(issue), "--target", random.choice(("proof", "all")), "-o", str(folder / "out"), "--lang", "en"]


def _picture(random: Random, path: Path) -> None:
    """One file, whole or damaged."""
    size = random.choice(((1, 1), (60, 40), (3, 900), (900, 3), (400, 300), (1200, 900)))
    out = io.BytesIO()
    try:
        made = Image.new(random.choice(MODES), size)
        made.save(out, random.choice(FORMATS), **({"icc_profile": b"\0" * 200} if random.random() < 0.2 else {}))
    except (OSError, ValueError, KeyError):
        out = io.BytesIO(_jpeg())
    data = out.getvalue()
    path.write_bytes(writing.damaged(random, data) if random.random() < 0.6 else data)


def fonts(random: Random, folder: Path) -> Command:
    """A font of one's own, cut or damaged, and what fonts.toml says of it."""
    issue = _issue(random, folder)
    own = issue / "styles"
    own.mkdir()
    source = ROOT / "tests" / "fonts" / random.choice(("BanxinTest.otf", "BanxinTestTT.ttf"))
    data = source.read_bytes()
    (own / source.name).write_bytes(writing.damaged(random, data) if random.random() < 0.85 else data)
    rows = ["[[face]]", 'key = "own"', f'file = "{source.name}"']
    rows += [f"{key} = {writing.value(random, key)}" for key in ("index", "family", "weight") if random.random() < 0.2]
    (own / "fonts.toml").write_text("\n".join(rows) + "\n", "utf-8")
    (own / "text.toml").write_text('[paragraph.body]\nhan = "own"\nlatin = "own"\n', "utf-8")
    return ["build", str(issue), "--target", "proof", "-o", str(folder / "out"), "--lang", "en"]


def measures(random: Random, folder: Path) -> Command:
    """`banxin lines` on any text in any style and measure."""
    file = folder / "text.txt"
    file.write_text(
        "\n".join(writing.text(random) for _ in range(random.randint(0, 6))), "utf-8", errors="surrogatepass"
    )
    command = ["lines", str(file), "--lang", "en", "--style", random.choice((*sheet.NEEDED, *sheet.LIKE))]
    command += ["--measure", f"{random.randint(1, 800) / 20:g}{random.choice(('em', 'em', 'em', 'mm', 'pt'))}"]
    for key, choices in (
        ("level", sheet.LEVELS),
        ("punct", sheet.PUNCTS),
        ("region", sheet.REGIONS),
        ("breaker", sheet.BREAKERS),
    ):
        if random.random() < 0.3:
            command += [f"--{key}", random.choice(choices)]
    return command


@cache
def _pdf() -> bytes:
    import pikepdf

    made = pikepdf.new()
    for _ in range(2):
        page = made.add_blank_page(page_size=(200, 200))
        page.obj.TrimBox = pikepdf.Array([0, 0, 200, 200])
        page.obj.Contents = made.make_indirect(
            pikepdf.Stream(made, b"q 1 0 0 1 5 5 cm 0 0 0 1 k BT (a) Tj ET 0 0 9 9 re f Q " * 4)
        )
    made.docinfo["/Title"] = "x"
    out = io.BytesIO()
    made.save(out, static_id=True)
    return out.getvalue()


def finished(random: Random, folder: Path) -> Command:
    """A damaged PDF for `banxin check`."""
    file = folder / "a.pdf"
    file.write_bytes(writing.damaged(random, _pdf()))
    return ["check", str(file), "--lang", "en"]


KINDS: dict[str, tuple[Kind, int]] = {
    "lines": (measures, 30),
    "story": (story, 30),
    "spoilt-story": (spoilt_story, 8),
    "plan": (running_order, 8),
    "styles": (styles, 8),
    "template": (template, 6),
    "pictures": (pictures, 4),
    "fonts": (fonts, 3),
    "check": (finished, 1),
}
"""Kind of input → what makes it, and its share."""


def kind_of(seed: int, number: int) -> str:
    """The kind of the input with this number."""
    shares = {name: share for name, (_, share) in KINDS.items()}
    return Random(f"{seed}:{number}:kind").choices([*shares], [*shares.values()])[0]


def made(seed: int, number: int, folder: Path) -> Command:
    """The input with this number in an empty folder, and the command to run."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return KINDS[kind_of(seed, number)][0](Random(f"{seed}:{number}"), folder)
