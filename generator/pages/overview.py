"""What every page may show of the whole collection: lists, counts, domains, priorities."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from generator.collection.collection import Collection
from generator.collection.consent import Quotation, hear_story
from generator.collection.fared import count_trials
from generator.collection.learning_points import SHOWN, StoryInView
from generator.collection.story_evidence import Findings
from generator.model import Action, Domain, Priority, Story
from generator.model.learning import LearningPoint
from generator.model.lesson import Lesson
from generator.pages.briefing import Briefing, make_briefing
from generator.pages.cards import Card, Tag, is_small, make_card, make_tag
from generator.pages.coverage import CoverageView, make_coverage
from generator.pages.lazy_cards import LazyCards, MakeCard
from generator.pages.lineage import LineageView, make_lineage
from generator.pages.markdown_html import render_markdown
from generator.pages.pagination import ListPage, paginate
from generator.pages.security_headers import PAGE_POLICY
from generator.pages.share import Share

Told = TypeVar("Told", Story, Action, Story | Action)
EXAMPLES = 4
MOST_TAKEN_HOME = 50
LEDGER_LINES = 150


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain with the stories, the actions and the voices in it; `list_page` is the page shown.

    `brief` makes the leader's paper, which only the first page has, when that page is drawn.
    """

    domain: Domain
    tag: Tag
    leaves: tuple[ListPage, ...]
    list_page: ListPage
    quick_wins: LazyCards
    voice: Quotation | None
    brief: Callable[[], Briefing]
    before: Tag | None = None
    after: Tag | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class PriorityView:
    """A priority of the organisation with what serves it; `list_page` and `brief` as there."""

    slug: str
    priority: Priority
    url: str
    leaves: tuple[ListPage, ...]
    list_page: ListPage
    quick_wins: LazyCards
    brief: Callable[[], Briefing]


@dataclass(frozen=True, slots=True)
class LearningView:
    """A learning point with the stories that show it."""

    lesson: Lesson
    point: LearningPoint
    shown_by: str
    examples: tuple[Card, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The collection in lists, newest first; `lead` is the newest story with a picture.

    `policy` is what a browser lets every page do but those of the forms, which have their own.
    """

    stories: LazyCards
    lead: Card | None
    actions: LazyCards
    quick_wins: LazyCards
    story_leaves: tuple[ListPage, ...]
    action_leaves: tuple[ListPage, ...]
    quick_leaves: tuple[ListPage, ...]
    domains: tuple[DomainView, ...]
    priorities: tuple[PriorityView, ...]
    learning: tuple[LearningView, ...]
    coverage: CoverageView
    lineage: LineageView
    taken_home: LazyCards
    framework: object
    framework_html: str
    share: Share | None = None
    policy: str = PAGE_POLICY
    form_policy: str = PAGE_POLICY


def make_overview(collection: Collection, findings: Findings, today: dt.date) -> Overview:
    """Make the lists that the home page and the index pages show; `today` decides on consents."""
    show = partial(make_card, collection=collection, findings=findings)
    stories, actions = LazyCards(collection.stories, show), LazyCards(collection.actions, show)
    quick_wins = LazyCards(_find_quick_wins(collection), show)
    pictured = map(show, (story for story in collection.stories if story.image))
    framework = collection.framework
    return Overview(
        stories=stories,
        lead=next((card for card in pictured if card.picture), None),
        actions=actions,
        quick_wins=quick_wins,
        story_leaves=tuple(paginate(stories, "stories/")),
        action_leaves=tuple(paginate(actions, "actions/", LEDGER_LINES)),
        quick_leaves=tuple(paginate(quick_wins, "quick-wins/")),
        domains=tuple(_make_domains(collection, quick_wins.records, findings, show, today)),
        priorities=tuple(_make_priorities(collection, findings, show, today)),
        learning=tuple(_make_learning(collection, findings, show)),
        coverage=make_coverage(collection),
        lineage=make_lineage(collection, findings, show),
        taken_home=LazyCards(_rank_taken_home(collection), show),
        framework=framework,
        framework_html=render_markdown(framework, "domains/", collection) if framework else "",
    )


def _rank_taken_home(collection: Collection) -> list[Story | Action]:
    """Rank the examples by the places that tried them, kept before given up; at most so many."""
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    fared = ((count_trials(record, collection), record) for record in records)
    tried = [(-each.tried, -each.kept, at) for at, (each, _) in enumerate(fared) if each.tried]
    return [records[at] for *_, at in sorted(tried)[:MOST_TAKEN_HOME]]


def _find_quick_wins(collection: Collection) -> list[Story | Action]:
    """Find the quick wins: those of an hour at most and no cost, then the others, newest first."""
    records: tuple[Story | Action, ...] = (*collection.actions, *collection.stories)
    found = [record for record in records if record.quick_win]
    return sorted(found, key=lambda r: isinstance(r, Story) or not is_small(r.effort))


def _group(
    records: Iterable[Told], name: Callable[[Told], Iterable[str]]
) -> Mapping[str, list[Told]]:
    """Group records by names of which one may have several, in their order."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(name(record)):
            groups[key].append(record)
    return groups


def _make_domains(
    collection: Collection,
    quick_wins: Sequence[Story | Action],
    findings: Findings,
    show: MakeCard,
    today: dt.date,
) -> list[DomainView]:
    tags = [make_tag(domain) for domain in collection.domains]
    stories = _group(collection.stories, lambda story: story.domains)
    quick = _group(quick_wins, lambda record: (d.slug for d in collection.domains_of(record)))
    views = []
    for index, domain in enumerate(collection.domains):
        inside = stories.get(domain.slug, [])
        leaves = tuple(paginate(LazyCards(inside, show), tags[index].url))
        views.append(
            DomainView(
                domain=domain,
                tag=tags[index],
                leaves=leaves,
                list_page=leaves[0],
                quick_wins=LazyCards(quick.get(domain.slug, []), show),
                voice=_pick_voice(inside, collection, today),
                brief=partial(make_briefing, inside, collection, findings, show, today),
                before=tags[index - 1] if index else None,
                after=tags[index + 1] if index + 1 < len(tags) else None,
            )
        )
    return views


def _pick_voice(
    stories: Iterable[Story], collection: Collection, today: dt.date
) -> Quotation | None:
    """Pick the newest short quotation of a patient."""
    for story in stories:
        if patients := hear_story(story, collection, "website", today).patients:
            return min(patients, key=lambda voice: len(voice.words))
    return None


def _make_priorities(
    collection: Collection, findings: Findings, show: MakeCard, today: dt.date
) -> list[PriorityView]:
    quick_wins = (action for action in collection.actions if action.quick_win)
    stories = _group(collection.stories, lambda story: story.strategic_links)
    quick = _group(quick_wins, lambda action: action.strategic_links)
    views = []
    for slug, priority in collection.priorities.items():
        url = f"priorities/{slug}/"
        serves = stories.get(slug, [])
        leaves = tuple(paginate(LazyCards(serves, show), url))
        views.append(
            PriorityView(
                slug=slug,
                priority=priority,
                url=url,
                leaves=leaves,
                list_page=leaves[0],
                quick_wins=LazyCards(quick.get(slug, []), show),
                brief=partial(make_briefing, serves, collection, findings, show, today),
            )
        )
    return views


def _make_learning(
    collection: Collection, findings: Findings, show: MakeCard
) -> list[LearningView]:
    """Show each learning point by stories that the points before it have not used, if it can."""
    found = ((story, findings.of(story)) for story in collection.stories)
    seen = [StoryInView(story, collection, shown.evidence, shown.sides) for story, shown in found]
    views = []
    used: Counter[str] = Counter()
    for lesson, point in collection.lessons.items():
        stories = [each.story for each in seen if SHOWN[lesson].test(each)]
        # Of the first so many, enough have not been used by the points before.
        first = stories[: EXAMPLES * len(collection.lessons)]
        fresh = sorted(first, key=lambda story: used[story.slug])[:EXAMPLES]
        used.update(story.slug for story in fresh)
        shown = tuple(map(show, fresh))
        views.append(LearningView(lesson, point, SHOWN[lesson].by, shown, len(stories)))
    return views
