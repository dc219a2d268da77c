"""Styles, templates and plans that are right: inheritance, designs, open ends, the running order."""

from pathlib import Path

import pytest

from layout.model.colour import Colour
from layout.model.place import Place, Source
from layout.model.plan import Entry, Plan
from layout.model.printing import Resolution
from layout.model.story import Mark, Paragraph
from layout.model.style import MarkWidth
from layout.model.template import Frame, Grid, PageTemplate, Suits
from layout.model.units import MM, PT
from layout.model.value import replace
from layout.read import asked, check_plan, load_press, load_styles, load_templates, read_plan

ROOT = Path(__file__).resolve().parents[3]
HOUSE, SHEET, FOUND = load_styles(ROOT / "styles")


def styles(folder: Path, **files: str) -> Path:
    """A copy of the house's two files with further ones beside them, `a__b` standing for a/b.toml."""
    for name in ("house.toml", "text.toml"):
        (folder / name).write_bytes((ROOT / "styles" / name).read_bytes())
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_house() -> None:
    assert HOUSE and SHEET and not FOUND
    assert (HOUSE.width, HOUSE.height, HOUSE.bleed) == (210 * MM, 285 * MM, 3 * MM)
    assert HOUSE.ink("ink") == Colour(0, 0, 0, 1000)
    assert SHEET.paragraph("body").size == HOUSE.body


def test_templates_and_press_of_the_house() -> None:
    assert HOUSE and SHEET
    templates, findings = load_templates(ROOT / "styles", HOUSE, SHEET)
    assert templates and not findings
    press, findings = load_press(ROOT / "styles", "coated")
    assert press and not findings
    assert (press.condition, press.ink_limit) == ("FOGRA39", 3000)
    assert press.resolution == Resolution(300, 225, 150, 800, 550)


def test_em_is_of_the_style_that_inherits(tmp_path: Path) -> None:
    own = '[paragraph.a]\nsize = "10pt"\nindent = "2em"\nhang = "1row"\n[paragraph.b]\nextends = "a"\nsize = "8pt"\n'
    _, sheet, findings = load_styles(styles(tmp_path, d__text=own), "d")
    assert HOUSE and sheet and not findings
    assert sheet.paragraph("a").indent == 20 * PT
    assert sheet.paragraph("b").indent == 16 * PT
    assert sheet.paragraph("b").hang == HOUSE.row


def test_a_smaller_style_is_not_inherited(tmp_path: Path) -> None:
    """It would have the alignment and colour of the style that is extended."""
    own = '[paragraph.a]\nsmaller = "c"\n[paragraph.b]\nextends = "a"\n[paragraph.c]\nextends = "a"\nsize = "8pt"\n'
    _, sheet, findings = load_styles(styles(tmp_path, d__text=own), "d")
    assert sheet and not findings
    assert [sheet.paragraph(name).smaller for name in "abc"] == ["c", "", ""]


@pytest.mark.fires("READ-INK")
def test_an_outline_stays_within_a_quarter_of_its_size(tmp_path: Path) -> None:
    own = '[paragraph.a]\nsize = "8pt"\noutline = "0.5pt"\noutline-colour = "ink"\n[paragraph.b]\noutline = "9pt"\n'
    own += '[paragraph.c]\noutline-colour = "inc"\n[paragraph.d]\noutline = "-1pt"\n'
    _, sheet, findings = load_styles(styles(tmp_path, d__text=own), "d")
    assert sheet and (sheet.paragraph("a").outline, sheet.paragraph("a").outline_colour) == (PT // 2, "ink")
    assert [(item.code, item.place.line) for item in findings if item.place] == [
        ("READ-VALUE", 6), ("READ-INK", 8), ("READ-VALUE", 10),
    ]  # fmt: skip
    wrong = [sheet.paragraph(name) for name in "bcd"]
    assert [(style.outline, style.outline_colour) for style in wrong] == [(0, "paper")] * 3


@pytest.mark.fires("READ-RANGE")
def test_widths_of_marks_and_their_limits(tmp_path: Path) -> None:
    own = '[paragraph.a]\nmark-widths = { "：；" = "100%", "。" = { end = "100%", least = "75%" } }\n'
    own += '[paragraph.b]\nmark-widths = { "，" = "40%", "。" = { ende = "50%" } }\n'
    _, sheet, findings = load_styles(styles(tmp_path, d__text=own), "d")
    assert sheet and sheet.paragraph("a").mark_widths == (MarkWidth("。", 0, 1000, 750), MarkWidth("：；", 1000))
    assert [(item.code, item.place.line) for item in findings if item.place] == [("READ-KEY", 4), ("READ-RANGE", 4)]


def test_a_design_stands_before_the_house_key_by_key(tmp_path: Path) -> None:
    house = '[grid]\nrow = "16pt"\nbody = "9pt"\nrows = 42\n[inks]\naccent = "C80 M10"\n'
    text = '[paragraph.body]\nhan = { font = "kai-regular", size = "103%" }\n'
    folder = styles(tmp_path, d__house=house, d__text=text)
    plain, _, _ = load_styles(folder)
    made, sheet, findings = load_styles(folder, "d")
    assert plain and made and sheet and not findings
    assert HOUSE and plain == replace(HOUSE, area_at=plain.area_at, width_at=plain.width_at)
    assert (made.row, made.width, made.ink("grey")) == (16 * PT, plain.width, plain.ink("grey"))
    assert made.ink("accent") == Colour(800, 100, 0, 0)
    assert (sheet.paragraph("body").han.font, sheet.paragraph("body").han.size) == ("kai-regular", 1030)
    assert sheet.paragraph("lead").han.font == "kai-regular"


def test_templates_extend_one_another(tmp_path: Path) -> None:
    assert HOUSE and SHEET
    base = (
        'next = "more"\nground = "paper"\n[grid]\ncolumns = 3\ngutter = "1em"\n'
        '[[frame]]\nname = "head"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-"\ndisplaces = "lines"\n'
        '[[frame]]\nname = "label"\ntakes = "label"\ncolumns = 3\nlines = "-36"\n'
        '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-2"\nlines = "1-36"\nlinked = true\n'
        '[[furniture]]\nname = "folio"\ntext = "{folio}"\nstyle = "folio"\nedge = "outer"\n'
        'along = "2em"\ndown = "-9mm"\n'
    )
    more = (
        'extends = "open"\nwithout = ["label"]\nnext = ""\n'
        '[[frame]]\nname = "head"\ntakes = "photo"\ncolumns = "2"\nlines = "3-9"\ndisplaces = "box"\n'
        'elastic = "-4..+6"\n'
    )
    templates, findings = load_templates(styles(tmp_path, pages__open=base, pages__more=more), HOUSE, SHEET)
    assert not findings
    first, second = templates["open"], templates["more"]
    assert [(f.name, f.lines) for f in first.frames] == [("head", (1, 0)), ("label", (0, 36)), ("body", (1, 36))]
    assert [(f.name, f.takes) for f in second.frames] == [("head", "photo"), ("body", "story")]
    assert second.frames[0].elastic == (-4, 6)
    assert (first.next, second.next, second.ground) == ("more", "", "paper")
    assert second.grid == first.grid
    assert first.furniture[0].along == 2 * HOUSE.body
    assert second.furniture == first.furniture
    assert str(second.frames[1].place).endswith("open.toml:18:8")


@pytest.mark.fires("READ-TEMPLATE")
def test_a_plan(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / "stories" / name).mkdir(parents=True)
        (tmp_path / "stories" / name / "story.md").write_text("+++\n+++\n", "utf-8")
    (tmp_path / "issue.toml").write_text(
        'slug = "2026-11"\nnumber = "第11期"\ntitle = "埠头"\ndate = "2026年11月"\nstage = "二校"\nfirst-page = 3\n'
        'sections = ["水路"]\n[data]\nissn = "1234-5678"\n'
        '[[entry]]\npage = "cover"\npart = "cover"\n[entry.text]\nmasthead = "埠**头**"\nlines = ["甲", "乙"]\n'
        '[[entry]]\nstory = "a"\ntemplates = ["open", "more"]\npages = 4\nstart = "recto"\nsection = "水路"\n'
        '[[entry]]\nstory = "b"\ntemplates = "open"\npages = "auto"\nlisted = false\n',
        "utf-8",
    )
    plan, findings = read_plan(tmp_path)
    assert plan and not findings
    assert (plan.slug, plan.stage, plan.first_page, plan.data) == ("2026-11", "二校", 3, (("issn", "1234-5678"),))
    cover, first, second = plan.entries
    assert (cover.kind, cover.part, cover.listed) == ("page", "cover", False)
    texts = dict(cover.texts)
    assert texts["masthead"].text == "埠头"
    assert (texts["lines"].text, texts["lines"].marks) == ("甲乙", (Mark(0, 1, "break"),))
    assert texts["lines"].source.place(1).line == 15
    assert (first.templates, first.pages, first.start, first.section) == (("open", "more"), 4, "recto", "水路")
    assert (second.templates, second.pages, second.listed) == (("open",), 0, False)
    assert [item.code for item in check_plan(plan, {})] == ["READ-TEMPLATE"] * 4
    assert not check_plan(replace(plan, entries=()), {})


@pytest.mark.fires("READ-ROWS")
def test_a_story_stands_on_one_kind_of_rows() -> None:
    """Also where the second template is only the first one's `next`."""
    wide, close = Grid(2, 0), Grid(2, 0, 15 * PT, 40, 9 * PT)
    templates = {
        "wide": PageTemplate("wide", "", wide, (), (), "close"),
        "close": PageTemplate("close", "", close, ()),
    }
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (Entry("story", "a", Place("issue.toml", 3, 1), ("wide",)),))
    assert [item.code for item in check_plan(plan, templates)] == ["READ-ROWS"]
    assert not check_plan(plan, {**templates, "close": replace(templates["close"], grid=wide)})


@pytest.mark.silent("READ-ROWS")
def test_templates_of_one_kind_of_rows_follow_one_another() -> None:
    close = Grid(2, 0, 15 * PT, 40, 9 * PT)
    templates = {
        "a": PageTemplate("a", "", close, (), (), "b"),
        "b": PageTemplate("b", "", replace(close, columns=3), ()),
    }
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (Entry("story", "a", Place("issue.toml", 3, 1), ("a",)),))
    assert not check_plan(plan, templates)


@pytest.mark.fires("READ-ADVERT", "READ-SUITS")
def test_entries_that_nothing_can_be_set_for() -> None:
    """A story without a template where none can be chosen; an advert without a picture."""
    at = Place("issue.toml", 3, 1)
    asked = Frame("ad", "advert", (1, 1), (1, 12), at)
    templates = {"open": PageTemplate("open", "", Grid(2, 0), ()), "ad": PageTemplate("ad", "", Grid(1, 0), (asked,))}
    entries = (
        Entry("story", "a", at), Entry("story", "b", at, ("open",)), Entry("story", "c", at, continued=True),
        Entry("page", "ad", at), Entry("page", "ad", at, photos=("a.tif",)), Entry("page", "open", at),
    )  # fmt: skip
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", entries)
    assert [item.code for item in check_plan(plan, templates)] == ["READ-SUITS", "READ-SUITS", "READ-ADVERT"]
    opener = replace(templates["open"], suits=Suits("open"))
    chosen = {**templates, "open": opener, "auto-next": opener}
    assert [item.code for item in check_plan(plan, chosen)] == ["READ-ADVERT"]


SPREAD = Frame("p", "advert", (1, 1), (1, 12), Place("ad.toml", 1, 1), spread=True)


@pytest.mark.exactly("codes")
@pytest.mark.fires("READ-STANDBY")
@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"at": 3, "start": "recto"}, []),
        ({"at": 3, "start": "verso"}, ["READ-SIDE"]),
        ({"at": 4, "start": "recto"}, ["READ-SIDE"]),
        ({"at": 3, "start": "spread"}, ["READ-SIDE"]),
        ({"at": 4, "start": "spread"}, []),
        ({"kind": "page", "name": "wide", "at": 4, "photos": ("p",)}, []),
        ({"kind": "page", "name": "wide", "at": 5, "photos": ("p",)}, ["READ-SPREAD"]),
        ({"kind": "page", "name": "half", "filling": True}, []),
        ({"kind": "page", "name": "half", "filling": True, "story_page": 1}, ["READ-HALF"]),
        ({"kind": "page", "name": "open", "filling": True}, []),
        ({"kind": "page", "name": "open", "filling": True, "at": 4}, ["READ-WHEN"]),
        ({"kind": "page", "name": "half", "story_page": 2}, []),
        ({"kind": "page", "name": "half", "pages": 2}, ["READ-ONE-PAGE"]),
        ({"kind": "page", "name": "half", "pages": 1}, []),
        ({"kind": "page", "name": "open", "pages": 2}, []),
        ({"kind": "page", "name": "open", "story_page": 2}, ["READ-STORY-PAGE"]),
        ({"part": "cover", "at": 3}, ["READ-COVER"]),
        ({"part": "cover", "filling": True}, ["READ-COVER"]),
        ({"name": "short"}, ["READ-FILLERS"]),
    ],
)
def test_an_entry_that_contradicts_itself(changed: dict[str, object], codes: list[str]) -> None:
    made = {name: PageTemplate(name, "", Grid(2, 0), ()) for name in ("open", "half", "wide")}
    made |= {"half": replace(made["half"], shares=True), "wide": replace(made["wide"], frames=(SPREAD,))}
    entry = Entry("story", "a", Place("issue.toml", 3, 1), ("open",))
    odd = replace(entry, templates=() if "kind" in changed else ("open",), **changed)
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (entry, odd), fillers="short")
    assert [item.code for item in check_plan(plan, made)] == codes
    spare = replace(entry, filling=True)
    assert [item.code for item in check_plan(replace(plan, entries=(spare, spare)), made)] == ["READ-STANDBY"]


@pytest.mark.fires("READ-TEXT")
def test_texts_that_no_page_takes() -> None:
    """What frames take, what stands beside them, also on the pages that follow; a teaser only where there is one."""
    at = Place("issue.toml", 3, 1)
    title, line = (
        Frame("t", "text:masthead", (1, 1), (1, 2), at),
        Frame("l", "text:line", (1, 1), (3, 4), at, beside="joint"),
    )
    made = {
        "cover": PageTemplate("cover", "", Grid(1, 0), (title,), (), "next"),
        "next": PageTemplate("next", "", Grid(1, 0), (line,)),
    }
    texts = tuple(
        (n, Paragraph(n, n, Source("issue.toml", ((0, 9, 1),))))
        for n in ("masthead", "line", "joint", "mast", "teaser")
    )
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (Entry("page", "cover", at, texts=texts),))
    found = check_plan(plan, made)
    assert [(f.code, dict(f.values)["value"], f.place and f.place.line) for f in found] == [
        ("READ-TEXT", "mast", 9), ("READ-TEXT", "teaser", 9)
    ]  # fmt: skip
    assert dict(found[0].values)["known"].startswith("masthead")
    announced = replace(plan.entries[0], teaser="p.jpg")
    assert len(check_plan(replace(plan, entries=(announced,)), made)) == 1
    chosen = Entry("story", "a", at, ("next",), texts=texts[1:3])
    assert not check_plan(replace(plan, entries=(chosen,)), made)


@pytest.mark.fires("READ-TOML")
def test_only_what_a_plan_comes_to_is_read(tmp_path: Path) -> None:
    """What it names, extends and goes on with; everything where a story's templates are to be chosen, or one is
    missing."""
    assert HOUSE and SHEET
    base = '[grid]\ncolumns = 3\ngutter = "1em"\n'
    folder = styles(
        tmp_path, pages__open='extends = "base"\nnext = "more"\n', pages__base=base, pages__more=base, pages__other="["
    )

    def read(*templates: str) -> tuple[set[str], list[str]]:
        entry = Entry("story", "a", Place("issue.toml", 3, 1), templates)
        plan = Plan("issue.toml", "x", "1", "埠头", "", "", (entry,))
        found, findings = load_templates(folder, HOUSE, SHEET, "", asked(plan))  # type: ignore[arg-type]
        return set(found), [item.code for item in findings]

    assert read("open") == ({"open", "more"}, [])  # a template that is only extended is none of the issue's
    assert read() == ({"open", "base", "more"}, ["READ-TOML"])
    page = Entry("page", "base", Place("issue.toml", 3, 1), ("open",))
    both = asked(Plan("issue.toml", "x", "1", "埠头", "", "", (page,)))
    assert both == {"base", "open"}  # the name of a page counts beside the templates it is given
    assert read("opne") == ({"open", "base", "more"}, ["READ-TOML"])


def test_styles_that_may_be_left_out(tmp_path: Path) -> None:
    """A sheet without them sets them like their neighbours, so that an initial or a filler never fails for it."""
    text = (ROOT / "styles" / "text.toml").read_text("utf-8")
    for name in ("lead", "initial", "pull-quote-by", "filler", "filler-head", "filler-title"):
        text = text.replace(f"[paragraph.{name}]", f"[paragraph.x-{name}]")
    folder = styles(tmp_path)
    (folder / "text.toml").write_text(text, "utf-8")
    _, sheet, findings = load_styles(folder)
    assert sheet and not findings
    assert sheet.paragraph("initial") == replace(sheet.paragraph("title"), name="initial")
    assert sheet.paragraph("lead").indent == sheet.paragraph("body").indent


@pytest.mark.fires("READ-SUITS")
def test_openers_for_stories_of_odd_length_alone_are_none() -> None:
    """Such a template is tried after others; where it is alone nothing can be chosen first."""
    at = Place("issue.toml", 3, 1)
    dense = PageTemplate("dense", "", Grid(2, 0), (), suits=Suits("open", too="long"))
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", (Entry("story", "a", at),))
    assert [item.code for item in check_plan(plan, {"dense": dense})] == ["READ-SUITS"]
