"""A plan with its stories, templates and pictures goes in; every page of the issue comes out, in order.

Page numbers need only the plan and each article's page count, so there is one pass: the contents take a fixed number
of pages and are set last, when it is known where everything stands; a story that goes on behind others keeps a line
for the page where it does. Only where entries stand by for pages that are
missing is the issue set again, with them.
"""

from collections.abc import Mapping
from functools import lru_cache, partial

from layout import flow
from layout.job import paging
from layout.job.booking import Gap, beside, booked, is_booked, shares, standing_by
from layout.job.copies import copy_of, fillers, planned
from layout.model.finding import Finding, finding
from layout.model.lever import Lever
from layout.model.page import Article, Page, PlacedFrame
from layout.model.plan import Entry, Plan
from layout.model.story import Photo, Story
from layout.model.template import PageTemplate
from layout.model.value import replace, value


@value(eq=False)
class Issue:
    """The pages of body and cover, and what was found while setting them."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    levers: tuple[Lever, ...]
    beyond: tuple[Page, ...] = ()
    """text that found no room, for proofs; numbered as the page it would follow"""
    spine: PlacedFrame | None = None
    """what is read on the cover's spine, which begins at x = 0"""


def typeset(plan: Plan, stories: Mapping[str, Story], setting: flow.Setting) -> Issue:
    """Set every entry; body and cover are counted apart. Where pages are missing, entries that stand by fill them, and
    the issue is set once more."""
    plan = planned(plan, stories)
    used: frozenset[int] = frozenset()
    sizes = lru_cache(maxsize=None)(partial(_size, plan, stories, setting))
    while True:
        kept = [at for at, e in enumerate(plan.entries) if not e.filling or at in used or shares(e, setting.templates)]
        run = _Run(replace(plan, entries=tuple(plan.entries[index] for index in kept)), stories, setting)
        issue = run.set()
        gaps = [(kept[at] if at < len(kept) else len(plan.entries), count) for at, count in run.gaps]
        more = standing_by(plan.entries, setting.templates, used, gaps, sizes)
        if not more:
            return issue
        used |= more


def _size(plan: Plan, stories: Mapping[str, Story], setting: flow.Setting, index: int) -> int:
    """Pages that a story standing by would take."""
    entry = plan.entries[index]
    if entry.name not in stories:
        return flow.awaited_pages(setting, entry)
    copy = copy_of(plan, entry, stories.get(entry.name), plan.first_page, (), "")
    alone = flow.set_article(setting, copy) if entry.templates else flow.set_chosen(setting, copy, flow.Used())
    return len(alone.pages)


class _Run:
    """The issue being set with certain entries, one after another."""

    def __init__(self, plan: Plan, stories: Mapping[str, Story], setting: flow.Setting) -> None:
        self.plan, self.stories, self.setting = plan, stories, setting
        self.articles: dict[int, Article] = {}
        self.firsts: dict[int, int] = {}
        self.ends: dict[str, int] = {}  # part → the entry that its last page so far belongs to
        self.gaps: list[Gap] = []
        self.listings: list[flow.Listing] = []
        self.blanks: list[Page] = []
        self.numbers = {"body": plan.first_page, "cover": 1}
        self.rests: dict[str, flow.Rest] = {}
        self.stock, self.filler_title = fillers(plan, stories)
        self.booked, found = booked(plan.entries, setting.templates)
        self.found = [*found]
        self.shared: dict[int, flow.Shared] = {}
        self.sharing: set[int] = set()
        self.used: flow.Used = flow.Used()

    def set(self) -> Issue:
        entries, templates = self.plan.entries, self.setting.templates
        for index, entry in enumerate(entries):
            if is_booked(entry, templates):
                self.firsts[index] = entry.at
            elif entry.at and shares(entry, templates):
                self._share(index, entry.at)
        for index, entry in enumerate(entries):
            if index not in self.firsts:
                self._entry(index, entry)
        for index in self.firsts:
            if index not in self.articles:
                self.articles[index] = flow.set_contents(self.setting, self._copy(index, None))
        return self._issue()

    def _share(self, index: int, page: int) -> None:
        """What stands on a page beside a story is set before it, so that the story keeps clear."""
        entry = self.plan.entries[index]
        self.firsts[index] = page
        self.sharing.add(index)
        self.articles[index] = article = flow.set_article(self.setting, self._copy(index, None))
        if page in self.booked.pages:
            self.found.append(finding("PAGE-TAKEN", entry.place, page, name=entry.name))
        self.shared[page] = flow.Shared(article.pages[0], self.setting.templates[entry.name], self.shared.get(page))

    def _placed(self, index: int, copy: flow.Copy) -> tuple[flow.Copy, int | None]:
        """The entry with what shares its pages, and the entry under which it runs on: not where those leave no room."""
        last = self.ends.get(copy.entry.part)
        under = _under(self.setting, copy, self.articles[last] if last is not None else None)
        if under:
            before = dict(self.shared)
            self._beside(index, under)
            if self.shared == before or flow.runs_on(self.setting, under):
                return under, last
            self.shared.clear()
            self.shared.update(before)
        self._beside(index, copy)
        return copy, None

    def _beside(self, index: int, copy: flow.Copy) -> None:
        """Sets those entries behind the story at `index` that share its pages, each on one of its own if there are so
        many."""
        for at in beside(self.plan.entries, index, self.setting.templates):
            entry, pages = self.plan.entries[at], self._pages_of(copy)
            wanted = entry.story_page
            if wanted > len(pages):
                self.found.append(paging.too_late(entry, copy.entry, len(pages)))
            free = [page for page in reversed(pages) if page not in self.shared]
            self._share(at, pages[wanted - 1] if 0 < wanted <= len(pages) else (free or pages[-1:])[0])

    def _pages_of(self, copy: flow.Copy) -> list[int]:
        """The pages that the story takes with what shares them so far."""
        if copy.entry.pages:
            return [copy.page(at) for at in range(copy.entry.pages)]
        if copy.entry.templates:
            return [page.number for page in flow.set_article(self.setting, copy).pages]
        return [page.number for page in flow.set_chosen(self.setting, copy, self.used.copy()).pages]

    def _footed(self, index: int, article: Article) -> Article:
        """The story with the first of those that stand by for the foot of its last page which has room there."""
        page, entries, templates = article.pages[-1], self.plan.entries, self.setting.templates
        for at in beside(entries, index, templates, filling=True) if page.number not in self.shared else ():
            self.firsts[at] = page.number
            made = flow.set_article(self.setting, self._copy(at, None))
            del self.firsts[at]
            shared = flow.Shared(made.pages[0], templates[entries[at].name])
            if flow.leaves_room(self.setting, page, shared):
                self.articles[at] = replace(made, pages=())
                return replace(article, pages=(*article.pages[:-1], flow.joined(page, shared.page)))
        return article

    def _entry(self, index: int, entry: Entry) -> None:
        if entry.filling and shares(entry, self.setting.templates):
            self.articles.setdefault(index, Article(()))
            return
        if entry.continued and entry.name in self.stories and entry.name not in self.rests:
            self.found.append(finding("PAGE-JUMP", entry.place, name=entry.name))
            self.articles[index] = Article(())
            return
        self.firsts[index] = self._first(index, entry) if entry.part == "body" else self.numbers["cover"]
        if _takes(entry, self.setting.templates, "contents", "teaser"):
            self.numbers[entry.part] = self._copy(index, None).page(entry.pages or len(entry.templates))
            self.ends.pop(entry.part, None)
            return
        story = self.stories.get(entry.name) if entry.kind == "story" else None
        if entry.kind == "story" and not story:
            self._await(index, entry)
            return
        later = (one for one in self.plan.entries[index + 1 :] if not shares(one, self.setting.templates))
        followed = any(one.start == "run-on" for one in [*later][:1])
        copy = self._copy(index, story)
        copy = replace(copy, fillers=() if followed else self.stock, filler_title=self.filler_title)
        copy = self._part(index, self._named(index, copy))
        copy, last = self._placed(index, copy)
        article = self._set(copy)
        if article.pages and not followed:
            article = self._footed(index, article)
        self.found += paging.unused(entry, article.pages)
        self.numbers[entry.part] = copy.page(len(article.pages))
        if shares(entry, self.setting.templates):
            self.found.append(finding("PAGE-ALONE", entry.place, copy.first, name=entry.name))
        if story and entry.listed and not entry.continued:
            self.listings.append(flow.listing(entry, story, copy.first))
        if last is not None:
            above = self.articles[last]
            joined = flow.joined(above.pages[-1], article.pages[0])
            self.articles[last] = replace(above, pages=(*above.pages[:-1], joined), overset=article.overset)
            article = replace(article, pages=article.pages[1:])
        self.articles[index] = article
        self.stock = self.stock[article.fillers :]
        if article.pages:
            self.ends[entry.part] = index

    def _await(self, index: int, entry: Entry) -> None:
        """Pages are kept for a story whose manuscript is not there."""
        copy = self._copy(index, None)
        copy = replace(copy, entry=replace(entry, pages=flow.awaited_pages(self.setting, entry)))
        self._beside(index, copy)
        self.articles[index] = article = flow.set_awaited(self.setting, copy)
        self.numbers[entry.part] = copy.page(len(article.pages))
        self.ends.pop(entry.part, None)

    def _named(self, index: int, copy: flow.Copy) -> flow.Copy:
        """The copy with the templates that suit it where its entry names none, and others must know them beforehand:
        it runs on under a story, or goes on behind others."""
        entry = copy.entry
        divided = self._later(index, entry)
        if entry.templates or entry.start != "run-on" and not divided:
            return copy
        names = flow.choose(self.setting, copy, self.used)
        names = names[: entry.pages or 1] if divided else names
        self.used.update(names)
        return replace(copy, entry=replace(entry, templates=names))

    def _later(self, index: int, entry: Entry) -> list[Entry]:
        """The entries with which a story goes on."""
        return [e for e in self.plan.entries[index + 1 :] if e.continued and e.name == entry.name]

    def _part(self, index: int, copy: flow.Copy) -> flow.Copy:
        """What the entry brings of a story that is divided: where it goes on from, and where later parts will stand."""
        entry = copy.entry
        later = self._later(index, entry)
        if later:
            pages = entry.pages or len(entry.templates)
            names = tuple(name for e in later for name in e.templates)
            copy = replace(copy, entry=replace(entry, pages=pages), later=names, fillers=())
        rest = self.rests.pop(entry.name, None) if entry.continued else None
        if rest is None:
            return copy
        left, own = rest.waiting, tuple(Photo(path, entry.place) for path in entry.photos)
        waiting = replace(copy.waiting, heading=left.heading, photos=own + left.photos, boxes=left.boxes)
        return replace(copy, rest=rest, waiting=waiting)

    def _set(self, copy: flow.Copy) -> Article:
        """The entry's pages; those of the part before lead to them."""
        if copy.later:
            article, rest = flow.set_part(self.setting, copy)
            if rest:
                self.rests[copy.entry.name] = rest
        elif copy.entry.templates:
            article = flow.set_article(self.setting, copy)
        else:
            article = flow.set_chosen(self.setting, copy, self.used)
        if copy.rest:
            for index, other in self.articles.items():
                self.articles[index] = flow.led_on(self.setting, other, copy.rest, article.pages[0].number)
        return article

    def _first(self, index: int, entry: Entry) -> int:
        """The page an entry of the body begins on; the pages skipped before it are blank."""
        number = self.numbers["body"]
        first = self.booked.start(entry, number)
        skipped = [page for page in range(number, first) if page not in self.booked.pages]
        self.blanks += map(paging.blank, skipped)
        if skipped or entry.start not in ("page", "run-on"):  # who stands by before it would move it off its side
            self.gaps.append((index, len(skipped)))
        self.found += paging.skipped(entry, first, skipped)
        return first

    def _copy(self, index: int, story: Story | None) -> flow.Copy:
        """What the entry brings, and which pages it finds taken."""
        entry, word = self.plan.entries[index], self.setting.house.advert_label
        copy = copy_of(self.plan, entry, story, self.firsts[index], self.listings, word)
        if entry.part == "cover" or is_booked(entry, self.setting.templates):
            return copy
        return replace(copy, booked=self.booked.pages, shared=self.shared)

    def _issue(self) -> Issue:
        plan, articles = self.plan, [self.articles[index] for index in sorted(self.articles)]
        pages = self._pages()
        found = [*self.found, *(item for article in articles for item in article.findings)]
        found += _unannounced(plan, self.setting.templates, self.listings, pages)
        body = sum(page.part == "body" for page in pages)
        if missing := -body % plan.total_of:
            self.gaps.append((len(plan.entries), missing))
        found += paging.counted(plan, body, len(pages) - body)
        levers = tuple(lever for article in articles for lever in article.levers)
        levers += flow.in_stock(self.stock, plan.fillers)
        beyond = tuple(page for article in articles for page in article.beyond)
        spine, more = flow.spine(self.setting, plan) if plan.spine else (None, ())
        found += more
        return Issue(pages, tuple(found), levers, beyond, spine)

    def _pages(self) -> tuple[Page, ...]:
        """All pages in their order, with those that nobody takes before one that is booked. What shares a page with
        nothing has it to itself, and is told."""
        made = {(page.part, page.number): page for page in self.blanks}
        others = {(p.part, p.number): p for i, a in self.articles.items() if i not in self.sharing for p in a.pages}
        for index in self.sharing:
            number, entry = self.firsts[index], self.plan.entries[index]
            if ("body", number) not in others:
                self.found.append(finding("PAGE-ALONE", entry.place, number, name=entry.name))
        made |= {("body", number): shared.page for number, shared in self.shared.items()} | others
        taken = {number for part, number in made if part == "body"}
        holes = [number for number in range(self.plan.first_page, max(taken, default=0)) if number not in taken]
        if holes:
            self.found += paging.beyond(self.plan.entries, holes, taken)
            self.gaps.append((len(self.plan.entries), len(holes)))
        made |= {("body", number): paging.blank(number) for number in holes}
        return tuple(made[key] for key in sorted(made))


def _under(setting: flow.Setting, copy: flow.Copy, before: Article | None) -> flow.Copy | None:
    """The entry as it runs on under the one before; None where it shall not, has no room there, or stands on other
    rows."""
    if copy.entry.start != "run-on" or before is None or before.overset:
        return None
    page = before.pages[-1]
    if setting.on_rows_of(page.template).house != setting.on_rows_of(copy.entry.templates[0]).house:
        return None
    moved = replace(copy, first=page.number, above=flow.rows_taken(setting, page))
    return moved if moved.above and flow.runs_on(setting, moved) else None


def _takes(entry: Entry, templates: Mapping[str, PageTemplate], *kinds: str) -> bool:
    """Whether a frame of the entry's templates takes one of these: it waits until all pages are known."""
    return any(frame.takes in kinds for name in entry.templates for frame in templates[name].frames)


def _unannounced(
    plan: Plan, templates: Mapping[str, PageTemplate], listings: list[flow.Listing], pages: tuple[Page, ...]
) -> list[Finding]:
    """Pictures that shall announce a story where no page of the issue takes any."""
    used = (templates[name] for name in {page.template for page in pages} if name in templates)
    if any(frame.takes == "teaser" for template in used for frame in template.frames):
        return []
    contents = sum(_takes(entry, templates, "contents") for entry in plan.entries)
    photos = (one.teaser for one in listings if one.teaser)
    return [finding("PAGE-PHOTO-LEFT", photo.place, photo=photo.path, pages=contents) for photo in photos]
