"""A story's page: all that its template shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.collection.collection import url_of
from generator.collection.related import Related
from generator.evidence import Label, Verdict
from generator.model import Story
from generator.pages.cards import Card, Tag, make_story_card, make_tags
from generator.pages.chart import Chart, make_charts
from generator.pages.data_files import list_data_files
from generator.pages.elsewhere import name_goal
from generator.pages.labels import EVIDENCE_MEANS, EVIDENCE_WORSE_MEANS, SIDES_MEAN
from generator.pages.markdown_html import render_markdown
from generator.pages.outline import outline_story, say_missing
from generator.pages.sections import Outline
from generator.pages.share import Share, make_story_share
from generator.pages.site_context import SiteContext
from generator.pages.types import Page


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as its page shows it; `missing` says which side is not heard.

    `goal` is what the short forms call it, where the site has them.
    """

    outline: Outline
    card: Card
    tags: tuple[Tag, ...]
    missing: str
    charts: tuple[Chart, ...]
    related: tuple[tuple[Card, str], ...]
    evidence_means: str
    rests_on: str
    sides_mean: str
    share: Share
    goal: str


def make_story_page(story: Story, context: SiteContext, related: Sequence[Related]) -> Page:
    """Make the page of a story, with the stories that it sends its reader on to."""
    address, collection, findings = url_of(story), context.collection, context.findings
    card, shown = make_story_card(story, collection, findings), findings.of(story)
    outline = outline_story(story, context)
    view = StoryView(
        outline=outline,
        card=card,
        tags=make_tags(story, collection),
        missing=say_missing(outline),
        charts=make_charts(story, context, collection.actions_of(story)),
        related=tuple(
            (make_story_card(each.story, collection, findings), each.reason) for each in related
        ),
        evidence_means=_say_means(card),
        rests_on=_say_rests_on(shown.verdict),
        sides_mean=SIDES_MEAN[shown.sides.value],
        share=make_story_share(story, card, context),
        goal=name_goal(story, collection),
    )
    return Page(
        address=address,
        template="story.html",
        title=story.title,
        description=story.summary,
        view=view,
        content=render_markdown(story, address, collection),
        edit=story.path,
        edit_beside=list_data_files(story, collection),
        kind="story",
    )


def _say_means(card: Card) -> str:
    """Say what the label means, and what it means that something got worse."""
    return " ".join(
        filter(None, (EVIDENCE_MEANS[card.evidence], EVIDENCE_WORSE_MEANS.get(card.worse)))
    )


def _say_rests_on(verdict: Verdict) -> str:
    """Say which measure the label rests on, of which type, and as of when."""
    if verdict.label is Label.TOLD or not verdict.rests_on:
        return ""
    told = f"Rests on “{verdict.rests_on}” ({verdict.kind})"
    return f"{told}, {verdict.as_of}" if verdict.as_of else told
