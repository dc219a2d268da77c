"""What stands at a page's edges or was left over: spine, jump lines, overset notes, stories that run on."""

from pathlib import Path

import pytest

from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import load
from tests.texts.desk import FILLING, Issue, codes, paragraphs, text_of, text_on


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_spine_too_short_for_its_words(tmp_path: Path) -> None:
    name = "河埠" * 60
    issue = Issue(tmp_path, '[cover]\nspine = "6mm"\n')
    issue.story("a", 'title = "渡口"', FILLING, 'templates = ["article-open"]')
    issue.set()
    plan = tmp_path / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('title = "河埠"', f'title = "{name}"', 1), "utf-8")
    loaded, found = load(tmp_path)
    assert loaded
    _, more = compose(loaded, Clock())
    assert [dict(item.values)["frame"] for item in (*found, *more) if item.code == "PAGE-FRAME-FULL"][-1] == "spine"


@pytest.mark.silent("PAGE-FRAME-FULL")
def test_a_spine_with_room(tmp_path: Path) -> None:
    issue = Issue(tmp_path, '[cover]\nspine = "6mm"\n')
    issue.story("a", 'title = "渡口"', FILLING, 'templates = ["article-open"]')
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    made, _ = compose(loaded, Clock())
    assert made.spine and "河埠" in "".join(map(text_of, made.spine.lines))


@pytest.mark.fires("PAGE-OVERSET")
def test_notes_of_text_without_room_are_shown_with_it(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    body = f"{paragraphs(60)}末段[^a]。\n\n[^a]: 注文到此。"
    issue.story("a", 'title = "渡口"', body, 'templates = ["article-open"]\npages = 1')
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    made, _ = compose(loaded, Clock())
    assert text_on(made.beyond).count("注文到此。") == 1


@pytest.mark.fires("PAGE-OVERSET")
def test_a_long_note_without_room_is_shown(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    note = "".join(f"注{at}，{FILLING}" for at in range(130))
    body = f"开头[^a]。{paragraphs(2)}\n\n[^a]: {note}"
    issue.story("a", 'title = "渡口"', body, 'templates = ["article-open"]\npages = 1')
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    made, _ = compose(loaded, Clock())
    told = text_on((*made.pages, *made.beyond), "story").replace("\n", "")
    assert note in told


def test_text_on_pages_without_a_text_frame_is_shown(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template(
        "bare", 'extends = "page"\n[[frame]]\nname = "h"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-9"\n'
    )
    issue.story("a", 'title = "渡口"', f"{FILLING}末段。", 'templates = ["bare"]')
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    made, found = compose(loaded, Clock())
    assert "PAGE-OVERSET" in codes(found) and "末段。" in text_on(made.beyond).replace("\n", "")


@pytest.mark.silent("PAGE-HEADING-LEFT", "PAGE-TEXT-LEFT")
def test_a_head_that_runs_off_the_page_does_not_run_on(tmp_path: Path) -> None:
    """It cannot move down under another story: this one begins on a page of its own."""
    issue = Issue(tmp_path)
    issue.template(
        "bleeding",
        'extends = "article-next"\n[[frame]]\nname = "h"\ntakes = "heading"\ncolumns = "1-3"\nlines = "1-5"\n'
        'bleed = ["top", "outer", "inner"]\ntint = "accent 12%"\n'
        '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-3"\nlines = "8-36"\nlinked = true\n',
    )
    issue.story("a", 'title = "前篇"', FILLING, 'templates = ["article-open"]')
    issue.story("b", 'title = "渡口"', FILLING, 'templates = ["bleeding"]\nstart = "run-on"')
    pages, _ = issue.set()
    assert len(pages) == 2 and "渡口" in text_on(pages[1:])


@pytest.mark.silent("PAGE-HEADING-LEFT", "PAGE-FRAME-FULL")
def test_a_head_that_stays_in_the_type_area_runs_on(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    for name, title in (("a", "前篇"), ("b", "渡口")):
        entry = 'templates = ["article-open"]' + '\nstart = "run-on"' * (name == "b")
        issue.story(name, f'title = "{title}"', FILLING, entry)
    pages, _ = issue.set()
    assert len(pages) == 1 and "渡口" in text_on(pages)


def test_a_template_is_chosen_that_has_a_place_for_the_texts(tmp_path: Path) -> None:
    """Of all openers two have a place for 联办."""
    issue = Issue(tmp_path)
    own = 'extends = "auto-open"\n[suits]\npage = "open"\n[[frame]]\nname = "w"\ntakes = "text:copublishers"\n'
    issue.template("with-words", f'{own}columns = "3"\nlines = "1-3"\n')
    issue.story("a", 'title = "渡口"', paragraphs(9), '[entry.text]\ncopublishers = "船会"')
    pages, found = issue.set()
    assert "船会" in text_on(pages) and "PAGE-TEXT-LEFT" not in codes(found)


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_jump_line_longer_than_its_column_is_told(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.toml").write_text(
        'jump-to = "（本篇文章的余下部分请接着读第{folio}页的左边第一栏）"\n', "utf-8"
    )
    issue.story("a", 'title = "渡口"', paragraphs(40), 'templates = ["article-open"]\npages = 1')
    issue.story("b", 'title = "另一篇"', FILLING, 'templates = ["article-open"]')
    issue.entry('story = "a"\ncontinued = true\ntemplates = ["article-next"]')
    _, found = issue.set()
    assert [dict(item.values)["frame"] for item in found if item.code == "PAGE-FRAME-FULL"] == ["jump-to"]
