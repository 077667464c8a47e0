"""What every page may show of the whole collection: lists, counts, domains, priorities."""

from collections import Counter
from dataclasses import dataclass

from generator.collection import Collection
from generator.findings import Findings
from generator.learning import LEARNING_POINTS, LearningPoint, Seen
from generator.records import Domain, Priority
from generator.records.voice import Voice
from generator.render.briefing import Briefing, Told, look_at, make_briefing
from generator.render.cards import Card, Tag, make_action_card, make_story_card, make_tag
from generator.render.coverage import CoverageView, make_coverage
from generator.render.lineage import LineageView, make_lineage
from generator.render.paging import Leaf, paginate
from generator.render.policy import PAGE_POLICY
from generator.render.prose import render_prose
from generator.render.share import Share
from generator.render.story import gather_voices

EXAMPLES = 4
LEDGER_LINES = 150


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain with the stories, the actions and the voices in it; `leaf` is the page shown."""

    domain: Domain
    tag: Tag
    leaves: tuple[Leaf[Card], ...]
    leaf: Leaf[Card]
    quick_wins: tuple[Card, ...]
    voice: Voice | None
    briefing: Briefing
    before: Tag | None = None
    after: Tag | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class PriorityView:
    """A priority of the organisation with what serves it."""

    slug: str
    priority: Priority
    url: str
    leaves: tuple[Leaf[Card], ...]
    leaf: Leaf[Card]
    quick_wins: tuple[Card, ...]
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class LearningView:
    """A learning point with the stories that show it."""

    point: LearningPoint
    examples: tuple[Card, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The collection in lists, newest first."""

    stories: tuple[Card, ...]
    actions: tuple[Card, ...]
    quick_wins: tuple[Card, ...]
    story_leaves: tuple[Leaf[Card], ...]
    action_leaves: tuple[Leaf[Card], ...]
    quick_leaves: tuple[Leaf[Card], ...]
    domains: tuple[DomainView, ...]
    priorities: tuple[PriorityView, ...]
    learning: tuple[LearningView, ...]
    coverage: CoverageView
    lineage: LineageView
    framework: object
    framework_html: str
    share: Share | None = None
    policy: str = PAGE_POLICY


def make_overview(collection: Collection, findings: Findings) -> Overview:
    """Make the lists that the home page and the index pages show."""
    stories = {s.slug: make_story_card(s, collection, findings) for s in collection.stories}
    actions = [make_action_card(action, collection) for action in collection.actions]
    quick_wins = tuple(
        # Those of an hour at most and no cost come first; the others follow, newest first.
        sorted((c for c in (*actions, *stories.values()) if c.quick_win), key=_is_longer)
    )
    told = [look_at(s, stories[s.slug], collection, findings) for s in collection.stories]
    framework = collection.framework
    return Overview(
        stories=tuple(stories.values()),
        actions=tuple(actions),
        quick_wins=quick_wins,
        story_leaves=tuple(paginate(tuple(stories.values()), "stories/")),
        action_leaves=tuple(paginate(actions, "actions/", LEDGER_LINES)),
        quick_leaves=tuple(paginate(quick_wins, "quick-wins/")),
        domains=tuple(_make_domains(collection, told, quick_wins, findings)),
        priorities=tuple(_make_priorities(collection, told, actions, findings)),
        learning=tuple(_make_learning(collection, told, findings)),
        coverage=make_coverage(collection),
        lineage=make_lineage(collection, stories),
        framework=framework,
        framework_html=render_prose(framework, "domains/", collection) if framework else "",
    )


def _is_longer(card: Card) -> bool:
    return not card.is_small


def _make_domains(
    collection: Collection,
    stories: list[Told],
    quick_wins: tuple[Card, ...],
    findings: Findings,
) -> list[DomainView]:
    tags = [make_tag(domain) for domain in collection.domains]
    views = []
    for index, domain in enumerate(collection.domains):
        inside = [told for told in stories if domain.slug in told.story.domains]
        leaves = tuple(paginate([told.card for told in inside], tags[index].url))
        views.append(
            DomainView(
                domain=domain,
                tag=tags[index],
                leaves=leaves,
                leaf=leaves[0],
                quick_wins=tuple(
                    c for c in quick_wins if any(tag.slug == domain.slug for tag in c.tags)
                ),
                voice=_pick_voice(inside, collection),
                briefing=make_briefing(inside, collection, findings),
                before=tags[index - 1] if index else None,
                after=tags[index + 1] if index + 1 < len(tags) else None,
            )
        )
    return views


def _pick_voice(stories: list[Told], collection: Collection) -> Voice | None:
    """Pick the newest short quotation of a patient."""
    for told in stories:
        patients = gather_voices(told.story, collection).patients
        if patients:
            return min(patients, key=lambda voice: len(voice.quote))
    return None


def _make_priorities(
    collection: Collection, stories: list[Told], actions: list[Card], findings: Findings
) -> list[PriorityView]:
    terms = collection.vocabulary.priorities if collection.vocabulary else {}
    serving = {action.slug: action.strategic_links for action in collection.actions}
    views = []
    for slug, priority in terms.items():
        url = f"priorities/{slug}/"
        serves = [told for told in stories if slug in told.story.strategic_links]
        leaves = tuple(paginate([told.card for told in serves], url))
        views.append(
            PriorityView(
                slug=slug,
                priority=priority,
                url=url,
                leaves=leaves,
                leaf=leaves[0],
                quick_wins=tuple(c for c in actions if c.quick_win and slug in serving[c.slug]),
                briefing=make_briefing(serves, collection, findings),
            )
        )
    return views


def _make_learning(
    collection: Collection, stories: list[Told], findings: Findings
) -> list[LearningView]:
    """Show each learning point by stories that the points before it have not used, if it can."""
    seen = [
        (Seen(told.story, collection, told.level, findings.of(told.story).sides), told.card)
        for told in stories
    ]
    views = []
    used: Counter[str] = Counter()
    for point in LEARNING_POINTS:
        shown = [card for story, card in seen if point.shows(story)]
        fresh = sorted(shown, key=lambda card: used[card.slug])[:EXAMPLES]
        used.update(card.slug for card in fresh)
        views.append(LearningView(point, tuple(fresh), len(shown)))
    return views
