"""An action's page: all that its template shows."""

from dataclasses import dataclass

from generator.collection.collection import url_of
from generator.model import Action
from generator.pages.cards import Card, Tag, make_action_card, make_story_card, make_tags
from generator.pages.chart import Chart, make_charts
from generator.pages.data_files import list_data_files
from generator.pages.elsewhere import name_goal
from generator.pages.markdown_html import render_markdown
from generator.pages.outline import outline_action
from generator.pages.sections import Outline
from generator.pages.share import Share, make_action_share
from generator.pages.site_context import SiteContext
from generator.pages.types import Page


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as its page shows it; `story` is the story that it belongs to."""

    outline: Outline
    card: Card
    tags: tuple[Tag, ...]
    story: Card | None
    others: tuple[Card, ...]
    charts: tuple[Chart, ...]
    share: Share
    goal: str


def make_action_page(action: Action, context: SiteContext) -> Page:
    """Make the page of an action."""
    collection = context.collection
    card = make_action_card(action, collection)
    description = action.summary or first_words(action.body.markdown)
    address = url_of(action)
    story = collection.story_of(action)
    siblings = collection.actions_of(story) if story else ()
    view = ActionView(
        outline=outline_action(action, context),
        card=card,
        tags=make_tags(action, collection),
        story=make_story_card(story, collection, context.findings) if story else None,
        others=tuple(make_action_card(a, collection) for a in siblings if a is not action),
        charts=make_charts(action, context),
        share=make_action_share(action, card, description, context.web),
        goal=name_goal(action, collection),
    )
    return Page(
        address=address,
        template="action.html",
        title=action.title,
        description=description,
        view=view,
        content=render_markdown(action, address, collection),
        edit=action.path,
        edit_beside=list_data_files(action, collection),
        kind="action",
    )


def first_words(markdown: str, most: int = 200) -> str:
    """Take the first sentence or so of a body, for a description."""
    paragraph = next((p for p in markdown.split("\n\n") if not p.startswith(("#", "!", ">"))), "")
    words = " ".join(paragraph.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
