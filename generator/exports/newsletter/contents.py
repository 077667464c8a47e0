"""What is new since a day, chosen and worded for a newsletter: values, in no form yet.

A newsletter cannot be called back, so that people are quoted only where their consent has the
scope `feeds`: what leaves the site for other people's readers and letter boxes.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.collection.collection import Collection, date_of, url_of
from generator.collection.consent import Quotation, hear_story, pick_shortest
from generator.collection.fared import list_trials
from generator.collection.story_evidence import Findings
from generator.evidence import Verdict
from generator.model import Action, Adoption, Domain, Story
from generator.model.logo import Logo
from generator.model.palette import Palette
from generator.model.site_identity import SiteIdentity
from generator.pages.cards import list_evidence, make_action_card
from generator.pages.coverage import make_coverage
from generator.pages.elsewhere import make_place
from generator.pages.labels import INVENTED_FACT, STATUS, count, label_term, say_date
from generator.pages.smart_quotes import curl_collection

MOST_ITEMS = 8
LONGEST_QUOTE = 320
A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Item:
    """A story, a quick win or a trial of one in short.

    `facts` say where, how far it has come, and whether it is invented.
    """

    title: str
    url: str
    summary: str
    facts: tuple[str, ...]
    sentence: str = ""
    quote: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What is told under one heading, which is a domain's where it has a statement.

    The stories of a domain stand by their evidence, strongest first; `more` says what is left out,
    and `url` where that is.
    """

    title: str
    statement: str
    url: str
    items: tuple[Item, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in the grid that nobody has filled."""

    title: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A newsletter's worth of news; every address in it is a whole one."""

    name: str
    url: str
    mail: str
    language: str
    until: dt.date
    period: str
    summary: str
    groups: tuple[Group, ...]
    quick_wins: Group
    tried: Group
    wanted: tuple[Gap, ...]
    attribution: str
    palette: Palette = Palette()
    logo: Logo | None = None

    @property
    def shown(self) -> tuple[Group, ...]:
        """What has anything in it, in order: the domains, the quick wins, who tried one."""
        return tuple(each for each in (*self.groups, self.quick_wins, self.tried) if each.items)

    def shorten(self, most: int) -> "Newsletter":
        """Keep at most so many stories of each domain, and say how many were left out."""
        return replace(self, groups=tuple(_cut(group, most) for group in self.groups))


def make_newsletter(
    collection: Collection, findings: Findings, web: SiteIdentity, since: dt.date, until: dt.date
) -> Newsletter:
    """Choose what was told or changed from `since` to `until`; `until` decides on consents."""
    collection = curl_collection(collection)
    fresh = [s for s in collection.stories if since <= (s.updated or s.date) <= until]
    told = [story for story in fresh if not story.quick_win]
    quick: list[Story | Action] = [story for story in fresh if story.quick_win]
    done = (a for a in collection.actions if a.quick_win and a.status != "planned")
    quick += [a for a in done if since <= _find_day(a, collection) <= until]
    quick.sort(key=lambda record: (-_find_day(record, collection).toordinal(), record.slug))
    domains = _group(told, collection)
    groups = tuple(
        _make_group(domain, stories, collection, findings, web, until)
        for domain, stories in domains
    )
    wins = tuple(_make_quick(record, collection, findings, web) for record in quick)
    quick_title = "Quick wins of the month" if (until - since).days <= A_MONTH else "Quick wins"
    tried = tuple(_list_tried(collection, web, since, until))
    framework = collection.framework
    return Newsletter(
        name=web.name,
        url=web.url,
        mail=web.mail,
        language=web.language,
        until=until,
        period=f"{say_date(since)} to {say_date(until)}",
        summary=_say_summary(len(told), len(quick), len(tried)),
        groups=groups,
        quick_wins=_cut(Group(quick_title, "", web.join("quick-wins/"), wins), MOST_ITEMS),
        tried=_cut(Group("Tried elsewhere", "", web.join("taken-home/"), tried), MOST_ITEMS),
        wanted=tuple(_find_wanted(collection, web)),
        attribution=(framework.attribution or "") if framework else "",
        palette=web.palette,
        logo=web.logo,
    )


def _find_day(record: Story | Action, collection: Collection) -> dt.date:
    """Find the day of the last news of a record."""
    if isinstance(record, Story):
        return record.updated or record.date
    days = (date_of(record), *(update.date for update in collection.updates_of(record)))
    return max(filter(None, days), default=dt.date.min)


def _group(
    stories: Sequence[Story], collection: Collection
) -> Iterator[tuple[Domain, list[Story]]]:
    """Group stories by the first of their domains, so that each is told once."""
    first = {s.slug: domains[0].slug for s in stories if (domains := collection.domains_of(s))}
    for domain in collection.domains:
        if mine := [story for story in stories if first.get(story.slug) == domain.slug]:
            yield domain, mine


def _make_group(  # noqa: PLR0913, PLR0917 (what a group is made from)
    domain: Domain,
    stories: list[Story],
    collection: Collection,
    findings: Findings,
    web: SiteIdentity,
    until: dt.date,
) -> Group:
    stories.sort(key=lambda story: _rank(story, findings))
    items = tuple(_make_item(story, collection, findings, web, until) for story in stories)
    url = web.join(url_of(domain))
    return _cut(Group(domain.title, domain.statement, url, items), MOST_ITEMS)


def _rank(story: Story, findings: Findings) -> tuple[int, int, str]:
    """Rank by the strength of the evidence, then by its newest point, newest first."""
    shown = findings.of(story)
    days = [
        p.date for m in shown.measured if m.measure.type != "balancing" for p in m.measure.points
    ]
    return -shown.evidence.rank, -max(days, default=story.date).toordinal(), story.slug


def _cut(group: Group, most: int) -> Group:
    before = int(group.more.split()[0].replace(",", "")) if group.more else 0
    left = len(group.items) - most
    more = _say_more(before + max(left, 0))
    return replace(group, items=group.items[:most], more=more)


def _say_more(left: int) -> str:
    return f"{left:,} more on the site" if left > 0 else ""


def _make_item(
    story: Story, collection: Collection, findings: Findings, web: SiteIdentity, until: dt.date
) -> Item:
    shown = findings.of(story)
    # For the better and for the worse alike, each by its name.
    sentences = (f"{each.measure.title}: {each.sentence}" for each in shown.telling)
    voice = _pick_voice(story, collection, until)
    return Item(
        title=story.title,
        url=web.join(url_of(story)),
        summary=story.summary,
        facts=tuple(_find_facts(story, collection, shown.verdict)),
        sentence=" ".join(sentences),
        quote=voice.words if voice else "",
        said_by=voice.speaker if voice else "",
    )


def _find_facts(story: Story, collection: Collection, verdict: Verdict) -> Iterator[str]:
    if story.illustrative:
        yield INVENTED_FACT
    if setting := label_term(story.setting, collection.settings):
        yield setting
    yield from list_evidence(verdict)
    if story.status == "stopped":
        yield STATUS["stopped"]
    if story.updated:
        yield f"Brought up to date {say_date(story.updated)}"


def _pick_voice(story: Story, collection: Collection, until: dt.date) -> Quotation | None:
    """Pick a short quotation, a patient's or a carer's first, of those that may leave the site."""
    heard = hear_story(story, collection, "feeds", until)
    sides = (heard.patients, heard.staff, heard.others)
    return next(filter(None, (pick_shortest(side, LONGEST_QUOTE) for side in sides)), None)


def _make_quick(
    record: Story | Action, collection: Collection, findings: Findings, web: SiteIdentity
) -> Item:
    if isinstance(record, Story):
        facts = tuple(_find_facts(record, collection, findings.of(record).verdict))
        return Item(record.title, web.join(url_of(record)), record.summary, facts)
    card = make_action_card(record, collection)
    invented = INVENTED_FACT if card.illustrative else ""
    facts = tuple(f for f in (invented, card.setting, card.effort, card.status_label) if f)
    return Item(card.title, web.join(card.url), card.summary, facts)


def _list_tried(
    collection: Collection, web: SiteIdentity, since: dt.date, until: dt.date
) -> Iterator[Item]:
    """List the places that told of trying an example, newest first; stories tell of themselves."""
    new = [each for each in collection.adoptions if since <= each.date <= until]
    examples = {each.of: example for each in new if (example := collection.goal_of(each))}
    trials = [
        (trial, example)
        for example in examples.values()
        for trial in list_trials(example, collection)
        if isinstance(trial.told, Adoption) and since <= trial.date <= until
    ]
    for trial, example in sorted(trials, key=lambda each: each[0].date, reverse=True):
        place = make_place(trial, collection)
        story = collection.story_of(example) if isinstance(example, Action) else example
        invented = (INVENTED_FACT,) if story and story.illustrative else ()
        words = f"{place.outcome}. {place.why}"
        yield Item(example.title, web.join(url_of(example)), words, (place.who, *invented))


def _find_wanted(collection: Collection, web: SiteIdentity) -> Iterator[Gap]:
    coverage = make_coverage(collection)
    for gap in coverage.gaps:
        address = getattr(gap, "url", "") or coverage.invitation
        yield Gap(gap.title, gap.words, web.join(address))


def _say_summary(stories: int, quick_wins: int, trials: int) -> str:
    parts = [
        count(stories, "story", "stories") if stories else "",
        count(quick_wins, "quick win") if quick_wins else "",
        f"{count(trials, 'place')} that tried one" if trials else "",
    ]
    told = [part for part in parts if part] or ["Nothing new was told"]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
