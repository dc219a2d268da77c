"""What is inherited is judged as it stands in the end, and the line that is told is the one nearest to the issue."""

from pathlib import Path

import pytest

from layout.model.finding import Finding
from layout.model.place import Place
from layout.model.plan import Entry, Plan
from layout.model.template import PageTemplate
from layout.read import asked, check_plan, load_styles, load_templates, named

ROOT = Path(__file__).resolve().parents[3]
STYLES = ROOT / "styles"
TOP = '[grid]\ncolumns = 3\ngutter = "1em"\n'
LOOSE = TOP + 'row = "23.7pt"\nrows = 29\n'
BODY = '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "1-29"\nlinked = true\n'
PHOTO = '[[frame]]\nname = "photo"\ntakes = "photo"\ncolumns = "1-2"\nlines = "10-20"\ndisplaces = "lines"\n'
BOX = '[[frame]]\nname = "box"\ntakes = "box"\ncolumns = "3"\nlines = "-29"\ndisplaces = "lines"\n'


def read(own: Path, *names: str) -> tuple[dict[str, PageTemplate], tuple[Finding, ...]]:
    """The templates of these names for an issue with styles of its own, and what is wrong with house and templates."""
    house, sheet, found = load_styles(STYLES, own=own)
    if house is None or sheet is None:
        return {}, found
    entry = Entry("story", "a", Place("issue.toml", 3, 1), names)
    wanted = asked(Plan("issue.toml", "x", "1", "渡口", "", "", (entry,)))
    templates, more = load_templates(STYLES, house, sheet, "", wanted, own)
    return templates, found + more


def written(own: Path, **files: str) -> Path:
    """styles/ of an issue: house, text, and templates by their names."""
    for name, text in files.items():
        path = own / f"{name}.toml" if name in ("house", "text", "fonts") else own / "pages" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return own


def told(found: tuple[Finding, ...], own: Path) -> list[str]:
    """Code and place of each finding; places in the issue's own styles from that folder on."""
    return [f"{one.code} {str(one.place).removeprefix(own.as_posix() + '/')}" for one in found]


@pytest.mark.silent("READ-OFF-GRID", "READ-GRID-LESS", "READ-KEY-IDLE")
def test_replaced_frames_are_not_judged(tmp_path: Path) -> None:
    """The issue's template has wider rows, and frames of its own in the place of those that need more of them."""
    own = written(tmp_path, loose='extends = "article-next"\n' + LOOSE + PHOTO + BOX + BODY)
    templates, found = read(own, "loose")
    assert not found
    assert {frame.name: frame.lines for frame in templates["loose"].frames}["body"] == (1, 29)


@pytest.mark.silent("READ-OFF-GRID", "READ-GRID-LESS")
def test_frames_that_are_left_out_are_not_judged(tmp_path: Path) -> None:
    own = written(tmp_path, loose='extends = "article-next"\nwithout = ["photo", "box", "box-open"]\n' + LOOSE + BODY)
    _, found = read(own, "loose")
    assert [one.code for one in found if one.code != "READ-CHOICE"] == []


@pytest.mark.fires("READ-GRID-LESS")
@pytest.mark.silent("READ-OFF-GRID")
def test_a_grid_that_inherited_frames_leave(tmp_path: Path) -> None:
    own = written(tmp_path, narrow='extends = "article-next"\n[grid]\ncolumns = 2\n')
    _, found = read(own, "narrow")
    assert told(found, own) == ["READ-GRID-LESS pages/narrow.toml:3:11"]
    assert dict(found[0].values)["more"] == "1"


@pytest.mark.fires("READ-GRID-LESS")
@pytest.mark.silent("READ-OFF-GRID")
def test_rows_of_the_issue_that_house_templates_leave(tmp_path: Path) -> None:
    """One finding at the issue's own line, however many templates there are."""
    own = written(tmp_path, house='[margins]\nfoot = "66mm"\n\n[grid]\nrows = 30\n')
    for names in (("article-open", "article-next"), ()):
        _, found = read(own, *names)
        assert told(found, own) == ["READ-GRID-LESS house.toml:5:8"]
    assert dict(found[0].values)["templates"].startswith("ad-")


SMALL = '[sheet]\nwidth = "148mm"\nheight = "210mm"\n[margins]\nhead = "15mm"\nfoot = "16mm"\n'
SMALL += 'inner = "14mm"\nouter = "14mm"\n[grid]\nbody = "9pt"\nrow = "14pt"\n'
HALF = TOP + BODY.replace("1-29", "1-30") + '[suits]\npage = "open"\n'


def candidates(own: Path, *pages: str, following: str = "") -> tuple[set[str], list[str]]:
    """The templates left where a story's are chosen and the plan has these pages, and what is told."""
    house, sheet, found = load_styles(STYLES, own=own)
    assert house and sheet and {one.code for one in found} <= {"READ-TYPE-AREA"}
    at = Place("issue.toml", 3, 1)
    others = [Entry("story", "b", at, (following,))] if following else []
    entries = (Entry("story", "a", at), *others, *(Entry("page", name, at) for name in pages))
    plan = Plan("issue.toml", "x", "1", "渡口", "", "", entries)
    templates, more = load_templates(STYLES, house, sheet, "", asked(plan), own, named(plan))
    assert not any(
        code in ("READ-SUITS", "READ-TEMPLATE") for code in (one.code for one in check_plan(plan, templates))
    )
    return set(templates), told(more, own)


@pytest.mark.silent("READ-GRID-LESS", "READ-OFF-GRID", "READ-SUITS")
def test_candidates_that_do_not_fit_are_passed_over(tmp_path: Path) -> None:
    """Templates with 45 close rows of their own are not chosen on a small page; nobody asked for them."""
    left, found = candidates(written(tmp_path, house=SMALL + "rows = 36\n"))
    assert not found
    assert "auto-open" in left and "auto-open-dense" not in left and "cartoon" not in left


@pytest.mark.silent("READ-GRID-LESS", "READ-SUITS")
def test_a_candidate_that_goes_on_with_what_does_not_fit_is_passed_over(tmp_path: Path) -> None:
    house = SMALL + "rows = 30\n"
    own = written(tmp_path, house=house, mine=HALF, ours='next = "article-next"\n' + HALF)
    left, found = candidates(own)
    assert not found
    assert "mine" in left and not left & {"ours", "auto-open"}


@pytest.mark.fires("READ-GRID-LESS")
def test_a_template_that_the_plan_names_has_to_fit(tmp_path: Path) -> None:
    """The page of an entry, or what a named template goes on with, beside stories whose templates are chosen."""
    own = written(tmp_path, house=SMALL + "rows = 36\n", mine='extends = "article-open"\nnext = "auto-open-dense"\n')
    for left, found in (candidates(own, "cartoon"), candidates(own, following="mine")):
        assert found == ["READ-GRID-LESS house.toml:12:8"]
        assert "auto-open" in left


@pytest.mark.fires("READ-GRID-LESS")
def test_where_no_first_page_fits_the_nearest_are_told(tmp_path: Path) -> None:
    """The number is what the page needs for the templates that lack least, and a proof still has their pages."""
    own = written(tmp_path, house=SMALL + "rows = 34\n")
    left, found = candidates(own)
    assert found == ["READ-GRID-LESS house.toml:12:8"]
    assert "auto-open" in left and "auto-open-dense" not in left
    house, sheet, _ = load_styles(STYLES, own=own)
    assert house and sheet
    _, more = load_templates(STYLES, house, sheet, own=own, named=frozenset())
    assert dict(more[0].values)["more"] == "2"
    assert "auto-next" in dict(more[0].values)["templates"] and "ad-" not in dict(more[0].values)["templates"]


@pytest.mark.fires("READ-GRID-LESS")
def test_a_template_for_poems_that_fits_is_none_for_prose(tmp_path: Path) -> None:
    """Though it lacks nothing, other openers are kept, and told."""
    own = written(tmp_path, house=SMALL + "rows = 34\n", poems=TOP + BODY + '[suits]\npage = "open"\nverse = true\n')
    left, found = candidates(own)
    assert found == ["READ-GRID-LESS house.toml:12:8"]
    assert {"poems", "auto-open"} <= left


@pytest.mark.fires("READ-OFF-GRID")
def test_an_own_frame_off_the_house_grid(tmp_path: Path) -> None:
    own = written(tmp_path, mine='extends = "article-next"\n' + PHOTO.replace("10-20", "10-40"))
    _, found = read(own, "mine")
    assert told(found, own) == ["READ-OFF-GRID pages/mine.toml:6:9"]


@pytest.mark.fires("READ-OVERLAP")
def test_an_own_frame_on_inherited_text(tmp_path: Path) -> None:
    """The frame of the issue's template is told, though the one it lies on stands after it in the house's."""
    house = TOP + PHOTO.replace('displaces = "lines"\n', 'displaces = "lines"\n') + BODY
    own = written(tmp_path, base=house, mine='extends = "base"\n' + PHOTO.replace('displaces = "lines"\n', ""))
    _, found = read(own, "mine")
    assert told(found, own) == ["READ-OVERLAP pages/mine.toml:3:8"]


@pytest.mark.fires("READ-TYPE-AREA")
@pytest.mark.parametrize(
    ("house", "line"),
    [
        ('[sheet]\nheight = "297mm"\n', 2),
        ('[margins]\nhead = "30mm"\n', 2),
        ('[grid]\nrow = "18pt"\n', 2),
        ('[sheet]\nheight = "285mm"\n[grid]\nrow = "18pt"\n', 4),
    ],
)
def test_the_line_that_changed_the_type_area(house: str, line: int, tmp_path: Path) -> None:
    own = written(tmp_path, house=house)
    _, found = read(own, "article-next")
    assert [(one.code, one.place and (one.place.path, one.place.line)) for one in found] == [
        ("READ-TYPE-AREA", ((own / "house.toml").as_posix(), line))
    ]


@pytest.mark.fires("READ-OFF-SHEET")
@pytest.mark.silent("READ-TYPE-AREA")
def test_rows_that_leave_the_page(tmp_path: Path) -> None:
    own = written(tmp_path, house='[sheet]\nheight = "200mm"\n')
    assert told(read(own, "article-next")[1], own) == ["READ-OFF-SHEET house.toml:2:10"]


@pytest.mark.fires("READ-NO-WIDTH")
def test_margins_that_leave_no_line(tmp_path: Path) -> None:
    own = written(tmp_path, house='[sheet]\nwidth = "40mm"\n')
    assert told(read(own, "article-next")[1], own) == ["READ-NO-WIDTH house.toml:2:9"]


@pytest.mark.fires("READ-NARROW")
@pytest.mark.parametrize(
    ("house", "page", "place"),
    [
        ('[sheet]\nwidth = "62mm"\n', "", "house.toml:2:9"),
        ("", '[grid]\ncolumns = 24\ngutter = "1em"\n', "pages/mine.toml:3:11"),
        ("", '[grid]\ncolumns = 3\ngutter = "90mm"\n', "pages/mine.toml:3:11"),
    ],
)
def test_columns_without_room_for_a_line(house: str, page: str, place: str, tmp_path: Path) -> None:
    """Of the house's templates where the issue's page is narrow, of its own where it has too many."""
    own = written(tmp_path, house=house, mine='extends = "article-next"\n' + page)
    names = ("mine",) if page else ("article-open", "article-next")
    assert told(read(own, *names)[1], own) == [f"READ-NARROW {place}"]


@pytest.mark.fires("READ-ROW-CLOSE")
def test_rows_closer_than_their_type(tmp_path: Path) -> None:
    own = written(tmp_path, house='[grid]\nbody = "500pt"\n')
    assert "READ-ROW-CLOSE house.toml:2:8" in told(read(own, "article-next")[1], own)


@pytest.mark.fires("READ-NEGATIVE")
@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"house": '[sheet]\nbleed = "-3mm"\n'}, "house.toml:2:9"),
        ({"text": '[paragraph.body]\nleading = "-12pt"\n'}, "text.toml:2:11"),
        ({"text": '[paragraph.quote]\nhang = "-1em"\n'}, "text.toml:2:8"),
        ({"mine": 'extends = "article-next"\n[grid]\ncolumns = 3\ngutter = "-1em"\n'}, "pages/mine.toml:4:10"),
        ({"mine": 'extends = "article-next"\n' + PHOTO + 'gap = "-1em"\n'}, "pages/mine.toml:8:7"),
    ],
)
def test_lengths_below_nothing(files: dict[str, str], place: str, tmp_path: Path) -> None:
    own = written(tmp_path, **files)
    assert told(read(own, "mine" if "mine" in files else "article-next")[1], own) == [f"READ-NEGATIVE {place}"]


@pytest.mark.silent("READ-NARROW", "READ-ROW-CLOSE", "READ-NEGATIVE")
@pytest.mark.silent("READ-OFF-SHEET", "READ-NO-WIDTH", "READ-TYPE-AREA", "READ-OVERLAP", "READ-KEY-IDLE")
def test_the_house_as_it_is(tmp_path: Path) -> None:
    assert not read(tmp_path, "article-open", "article-next")[1]


@pytest.mark.fires("READ-KEY-IDLE")
def test_a_key_that_does_nothing_is_told_once(tmp_path: Path) -> None:
    """At its own line, also where several templates inherit the frame."""
    one = 'extends = "article-next"\n' + PHOTO + "initial = 3\n"
    own = written(tmp_path, one=one, two='extends = "one"\n', three='extends = "one"\n')
    _, found = read(own, "one", "two", "three")
    assert told(found, own) == ["READ-KEY-IDLE pages/one.toml:8:1"]
    assert "caption" in found[0].text("en") and "initial" in found[0].text("zh")


@pytest.mark.fires("READ-KEY-ALONE")
def test_a_key_that_does_nothing_alone(tmp_path: Path) -> None:
    """A gap to text that the frame does not displace."""
    text = '[[frame]]\nname = "extra"\ntakes = "qr:motto"\ncolumns = "1"\nlines = "1-3"\ngap = "1em"\n'
    own = written(tmp_path, mine='extends = "article-next"\nwithout = ["body"]\n' + text)
    _, found = read(own, "mine")
    assert told(found, own) == ["READ-KEY-ALONE pages/mine.toml:8:1"]


@pytest.mark.silent("READ-KEY-ALONE")
def test_a_key_with_its_other(tmp_path: Path) -> None:
    own = written(tmp_path, mine='extends = "article-next"\n' + PHOTO + 'gap = "1em"\n')
    assert not read(own, "mine")[1]
