"""What every page may show of the whole collection: lists, counts, domains, priorities."""

import datetime as dt
from dataclasses import dataclass

from generator.collection import Collection, address_of
from generator.learning import LEARNING_POINTS, LearningPoint, find_examples
from generator.records import Domain, Priority, Story
from generator.records.voice import Voice
from generator.render.cards import Card, Tag, make_action_card, make_story_card, make_tag
from generator.render.prose import render_prose
from generator.render.story import gather_voices
from generator.render.values import Page

EXAMPLES = 4


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain with the stories, the actions and the voices in it."""

    domain: Domain
    tag: Tag
    stories: tuple[Card, ...]
    quick_wins: tuple[Card, ...]
    voice: Voice | None
    before: Tag | None = None
    after: Tag | None = None


@dataclass(frozen=True, slots=True)
class PriorityView:
    """A priority of the organisation with what serves it."""

    slug: str
    priority: Priority
    url: str
    stories: tuple[Card, ...]
    quick_wins: tuple[Card, ...]


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
    domains: tuple[DomainView, ...]
    priorities: tuple[PriorityView, ...]
    learning: tuple[LearningView, ...]
    framework: object
    framework_html: str


def make_overview(collection: Collection, today: dt.date) -> Overview:
    """Make the lists that the home page and the index pages show."""
    stories = {s.slug: make_story_card(s, collection) for s in collection.stories}
    actions = [make_action_card(action, collection) for action in collection.actions]
    quick_wins = tuple(card for card in (*actions, *stories.values()) if card.quick_win)
    framework = collection.framework
    return Overview(
        stories=tuple(stories.values()),
        actions=tuple(actions),
        quick_wins=quick_wins,
        domains=tuple(_make_domains(collection, stories, quick_wins, today)),
        priorities=tuple(_make_priorities(collection, stories, actions)),
        learning=tuple(_make_learning(collection, stories)),
        framework=framework,
        framework_html=render_prose(framework, "domains/", collection) if framework else "",
    )


def _make_domains(
    collection: Collection, stories: dict[str, Card], quick_wins: tuple[Card, ...], today: dt.date
) -> list[DomainView]:
    tags = [make_tag(domain) for domain in collection.domains]
    views = []
    for index, domain in enumerate(collection.domains):
        told = [story for story in collection.stories if domain.slug in story.domains]
        views.append(
            DomainView(
                domain=domain,
                tag=tags[index],
                stories=tuple(stories[story.slug] for story in told),
                quick_wins=tuple(c for c in quick_wins if tags[index] in c.tags),
                voice=_pick_voice(told, collection, today),
                before=tags[index - 1] if index else None,
                after=tags[index + 1] if index + 1 < len(tags) else None,
            )
        )
    return views


def _pick_voice(stories: list[Story], collection: Collection, today: dt.date) -> Voice | None:
    """Pick the newest short quotation of a patient."""
    for story in stories:
        patients = gather_voices(story, collection, today).patients
        if patients:
            return min(patients, key=lambda voice: len(voice.quote))
    return None


def _make_priorities(
    collection: Collection, stories: dict[str, Card], actions: list[Card]
) -> list[PriorityView]:
    terms = collection.vocabulary.priorities if collection.vocabulary else {}
    serving = {action.slug: action.strategic_links for action in collection.actions}
    return [
        PriorityView(
            slug=slug,
            priority=priority,
            url=f"priorities/{slug}/",
            stories=tuple(stories[s.slug] for s in collection.stories if slug in s.strategic_links),
            quick_wins=tuple(
                card for card in actions if card.quick_win and slug in serving[card.slug]
            ),
        )
        for slug, priority in (terms or {}).items()
    ]


def _make_learning(collection: Collection, stories: dict[str, Card]) -> list[LearningView]:
    views = []
    for point in LEARNING_POINTS:
        shown = [stories[story.slug] for story in find_examples(point, collection)]
        views.append(LearningView(point, tuple(shown[:EXAMPLES]), len(shown)))
    return views


def make_domain_page(view: DomainView, collection: Collection) -> Page:
    """Make the page of a domain."""
    domain, address = view.domain, address_of(view.domain)
    return Page(
        address=address,
        template="domain.html",
        title=domain.title,
        description=f"“{domain.statement}”: stories and quick wins about {domain.title.lower()}.",
        view=view,
        content=render_prose(domain, address, collection),
        edit=domain.path,
        kind="domain",
    )


def make_priority_page(view: PriorityView, collection: Collection) -> Page:
    """Make the page of a priority, which comes from the vocabulary."""
    return Page(
        address=view.url,
        template="priority.html",
        title=view.priority.label,
        description=view.priority.about or f"Stories that serve {view.priority.label.lower()}.",
        view=view,
        edit=collection.vocabulary.path if collection.vocabulary else None,
        kind="priority",
    )
