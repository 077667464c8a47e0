"""An action's page: all that its template shows."""

from dataclasses import dataclass

from generator.collection.collection import Collection, url_of
from generator.collection.story_evidence import Findings
from generator.model import Action, Voice
from generator.model.site_identity import SiteIdentity
from generator.pages.cards import Card, Tag, make_action_card, make_story_card, make_tags
from generator.pages.chart import Chart, make_chart
from generator.pages.data_files import link_data
from generator.pages.labels import say_effort
from generator.pages.markdown_html import render_markdown
from generator.pages.share import Share, make_action_share
from generator.pages.story import label_priorities, say_action_dates
from generator.pages.types import Page


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as its page shows it; `story` is the story that it belongs to."""

    action: Action
    card: Card
    tags: tuple[Tag, ...]
    story: Card | None
    others: tuple[Card, ...]
    voices: tuple[Voice, ...]
    facts: tuple[tuple[str, str], ...]
    priorities: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    share: Share


def make_action_page(
    action: Action, collection: Collection, findings: Findings, web: SiteIdentity
) -> Page:
    """Make the page of an action."""
    card = make_action_card(action, collection)
    description = action.summary or first_words(action.body.markdown)
    address = url_of(action)
    story = collection.story_of(action)
    siblings = collection.actions_of(story) if story else ()
    facts = (
        ("When", say_action_dates(action)),
        ("By", action.by or ""),
        ("Decided with", action.with_ or ""),
        ("It took", say_effort(action.effort)),
    )
    view = ActionView(
        action=action,
        card=card,
        tags=make_tags(action, collection),
        story=make_story_card(story, collection, findings) if story else None,
        others=tuple(make_action_card(a, collection) for a in siblings if a is not action),
        voices=action.voices,
        charts=tuple(
            make_chart(
                measured,
                (),
                f"_m{number}",
                link_data(action, measured, collection),
            )
            for number, measured in enumerate(findings.of(action).measured, 1)
        ),
        facts=tuple(fact for fact in facts if fact[1]),
        priorities=label_priorities(action, collection),
        share=make_action_share(action, card, description, web),
    )
    return Page(
        address=address,
        template="action.html",
        title=action.title,
        description=description,
        view=view,
        content=render_markdown(action, address, collection),
        edit=action.path,
        kind="action",
    )


def first_words(markdown: str, most: int = 200) -> str:
    """Take the first sentence or so of a body, for a description."""
    paragraph = next((p for p in markdown.split("\n\n") if not p.startswith(("#", "!", ">"))), "")
    words = " ".join(paragraph.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
