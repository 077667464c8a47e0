"""A record in short, as lists show it: on the home page, under a domain, beside another story."""

import datetime as dt
from dataclasses import dataclass

from generator.collection.collection import Collection, date_of, url_of
from generator.collection.fared import count_trials
from generator.collection.story_evidence import Findings
from generator.evidence import Verdict
from generator.model import Action, Domain, Effort, Story
from generator.pages.elsewhere import say_fared
from generator.pages.labels import (
    EVIDENCE,
    EVIDENCE_WORSE,
    INVENTED_MARK,
    SIDES,
    STATUS,
    join_tellers,
    label_term,
    say_effort,
    say_month,
)
from generator.pages.responsive_images import Picture, make_picture


@dataclass(frozen=True, slots=True)
class Tag:
    """A domain as a label: its number gives the colour."""

    slug: str
    label: str
    title: str
    statement: str
    url: str
    number: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a story or an action.

    `fared` says how the example fared elsewhere;
    `worse` is worse or harm where the figures are, with its label; `figures` are before and after
    in a line each: the measure that the label rests on, what got worse, and what it cost.
    """

    kind: str
    slug: str
    title: str
    summary: str
    url: str
    date: dt.date | None
    when: str
    tags: tuple[Tag, ...]
    setting: str
    pathway: str
    place: str
    status: str
    status_label: str
    quick_win: bool
    illustrative: bool
    effort: str = ""
    is_small: bool = False
    by: str = ""
    story: str = ""
    story_url: str = ""
    picture: Picture | None = None
    evidence: str = ""
    evidence_label: str = ""
    worse: str = ""
    worse_label: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    sides: str = ""
    sides_label: str = ""
    fared: str = ""
    language: str = ""

    @property
    def mark(self) -> str:
        """The label as one text, with what got worse beside it."""
        return " · ".join(filter(None, (self.evidence_label, self.worse_label)))

    @property
    def invented(self) -> str:
        """The mark of an invented example, or nothing."""
        return INVENTED_MARK if self.illustrative else ""


def make_tag(domain: Domain) -> Tag:
    """Make the label of a domain."""
    return Tag(
        domain.slug,
        domain.short,
        domain.title,
        domain.statement,
        url_of(domain),
        domain.order,
    )


def make_tags(record: Story | Action, collection: Collection) -> tuple[Tag, ...]:
    """Make the labels of a record's domains."""
    return tuple(make_tag(domain) for domain in collection.domains_of(record))


def make_card(record: Story | Action, collection: Collection, findings: Findings) -> Card:
    """Make the card of a story or of an action."""
    if isinstance(record, Story):
        return make_story_card(record, collection, findings)
    return make_action_card(record, collection)


def make_story_card(story: Story, collection: Collection, findings: Findings) -> Card:
    """Make the card of a story."""
    image = story.image
    shown = findings.of(story)
    worse = find_worse(shown.verdict)
    return Card(
        kind="story",
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        url=url_of(story),
        date=story.date,
        when=say_month(story.date),
        tags=make_tags(story, collection),
        setting=label_term(story.setting, collection.settings),
        pathway=label_term(story.pathway, collection.pathways),
        place=join_tellers(story),
        status=story.status,
        status_label=STATUS[story.status],
        quick_win=story.quick_win,
        illustrative=story.illustrative,
        picture=make_picture(story, image.file, image.alt, collection) if image else None,
        evidence=shown.evidence.value,
        evidence_label=EVIDENCE[shown.evidence.value],
        worse=worse,
        worse_label=EVIDENCE_WORSE.get(worse, ""),
        figures=tell_figures(shown.verdict),
        sides=shown.sides.value,
        sides_label=SIDES[shown.sides.value],
        fared=say_fared(count_trials(story, collection)),
        language=collection.language_of(story),
    )


def find_worse(verdict: Verdict) -> str:
    """Find what got worse: worse, of what was to get better; harm, of what was watched."""
    return "worse" if verdict.is_worse else "harm" if verdict.has_harm else ""


def list_evidence(verdict: Verdict) -> list[str]:
    """List the label of a record, and what got worse beside it."""
    worse = EVIDENCE_WORSE.get(find_worse(verdict), "")
    return [EVIDENCE[verdict.label.value], *([worse] if worse else [])]


def tell_figures(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """Tell each measure of a verdict in a line: its title, and before and after in words."""
    worse = {-1: ": worse", 0: "", 1: ""}
    return tuple((each.title, each.words + worse[each.way]) for each in verdict.figures)


def make_action_card(action: Action, collection: Collection) -> Card:
    """Make the card of an action."""
    story = collection.story_of(action)
    date = date_of(action)
    return Card(
        kind="action",
        slug=action.slug,
        title=action.title,
        summary=action.summary or "",
        url=url_of(action),
        date=date,
        when=say_month(date),
        tags=make_tags(action, collection),
        setting=label_term(collection.setting_of(action), collection.settings),
        pathway="",
        place=action.by or "",
        status=action.status,
        status_label=STATUS[action.status],
        quick_win=action.quick_win,
        illustrative=bool(story and story.illustrative),
        effort=say_effort(action.effort),
        is_small=is_small(action.effort),
        by=action.by or "",
        story=story.title if story else "",
        story_url=url_of(story) if story else "",
        fared=say_fared(count_trials(action, collection)),
        language=collection.language_of(action),
    )


def is_small(effort: Effort | None) -> bool:
    """Whether it took an hour at most and cost nothing."""
    return effort is not None and effort.hours is not None and effort.hours <= 1 and not effort.cost
