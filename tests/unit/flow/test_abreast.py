"""Photos side by side in one frame, of one height and under one caption."""

from layout import flow
from layout.flow.abreast import boxes, joined
from layout.flow.pictures import place_photo
from layout.model.geometry import Rect
from layout.model.story import Mark
from layout.model.value import replace
from tests.unit.flow.making import (
    EM,
    PT,
    Desk,
    body,
    frame,
    frames_of,
    page,
    photo,
    picture,
    say,
    story,
    text_of,
    words,
)

PICTURES = {"wide.jpg": picture("wide.jpg", 600, 300), "tall.jpg": picture("tall.jpg", 300, 300)}
"""2 : 1 and 1 : 1"""


def test_of_one_height_and_each_of_its_ratio(desk: Desk) -> None:
    """22 em less a gutter of 2 em: 2 : 1 and 1 : 1 share 20 em as 13⅓ and 6⅔."""
    files = (PICTURES["wide.jpg"], PICTURES["tall.jpg"])
    left, right = boxes(files, Rect(0, 0, 22 * EM, 9 * EM), 2 * EM)
    assert (left.width, right.x, right.right) == (20 * EM * 2 // 3, left.right + 2 * EM, 22 * EM)
    assert left.height == right.height == 9 * EM
    assert boxes(files[:1], left, 2 * EM) == (left,)


def test_an_open_end_cuts_neither(desk: Desk) -> None:
    """6⅔ em high: 66.7 pt, five rows of 15 pt."""
    setting = desk.setting(pictures=PICTURES)
    asked = frame("p", "photo", (1, 2), (1, 0), abreast=3)
    placed, found = place_photo(setting, desk.grid(), asked, photo("wide.jpg"), photo("tall.jpg"))
    assert placed.rows == (1, 5) and not found
    cuts = [shown.cut for shown in placed.pictures]
    assert all(cut and cut.width >= 280 and cut.height >= 280 for cut in cuts)


def test_one_caption_for_all(desk: Desk) -> None:
    setting = desk.setting(pictures=PICTURES)
    left, right = photo("wide.jpg", "左图水岸", "袁卫摄"), photo("tall.jpg", "右图石阶")
    placed, _ = place_photo(setting, desk.grid(), frame("p", "photo", (1, 2), (1, 9)), left, right)
    assert "".join(text_of(line) for line in placed.lines) == "左图水岸\u3000袁卫摄\u3000右图石阶"
    assert len(placed.pictures) == 2


def test_marks_and_places_of_joined_captions() -> None:
    """Those of the second begin behind the first and an em space."""
    second = replace(words("右图", "caption"), marks=(Mark(0, 2, "style", "strong"),))
    both = joined((words("左图", "caption"), second))
    assert both is not None and both.text == "左图\u3000右图"
    assert both.marks == (Mark(3, 5, "style", "strong"),)
    assert both.source.place(3) == second.source.place(0)
    assert joined(()) is None


def test_a_frame_takes_as_many_as_there_are(desk: Desk) -> None:
    """Three abreast, then the one that is left; a missing one has its placeholder in the row."""
    asked = frame("p", "photo", (1, 2), (1, 4), abreast=3, displaces="lines", fit="crop")
    setting = desk.setting(page("a", asked, body()), pictures=PICTURES)
    text = story(say(200), photo("wide.jpg"), photo("none.jpg"), photo("tall.jpg"), photo("wide.jpg"))
    article = flow.set_article(setting, desk.copy(text, "a"))
    counts = [len(f.pictures) for p in article.pages for f in frames_of(p, "photo")]
    assert counts == [3, 1] and not article.findings
    first = frames_of(article.pages[0], "photo")[0]
    assert first.pictures[1].file is None and "none.jpg" in "".join(map(text_of, first.lines))
    assert first.pictures[2].box.right == 240 * PT


def test_a_caption_stands_below_the_lower_of_two_pictures(desk: Desk) -> None:
    """The manuscript wants the first of them whole; the other fills the frame."""
    tall = frame("f", "photo", (1, 2), (1, 12), abreast=2, stand="top")
    first = replace(photo("wide.jpg", caption="说明"), whole=True)
    placed, _ = place_photo(desk.setting(pictures=PICTURES), desk.grid(), tall, first, photo("tall.jpg"))
    feet = [one.box.foot for one in placed.pictures]
    assert feet[0] < feet[1] and placed.lines[0].y > feet[1]
