"""A story's page: all that its template shows."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.collection.collection import Collection, url_of
from generator.collection.related import Related
from generator.collection.story_evidence import Findings
from generator.evidence import Label, Verdict
from generator.model import Action, Story, Voice
from generator.model.site_identity import SiteIdentity
from generator.pages.cards import Card, Tag, make_action_card, make_story_card, make_tags
from generator.pages.chart import Chart, make_chart
from generator.pages.data_files import link_data
from generator.pages.labels import (
    EVIDENCE_MEANS,
    EVIDENCE_WORSE_MEANS,
    LEVELS,
    METHODS,
    SIDES_MEAN,
    count,
    lower_first,
    say_date,
    say_month,
    say_number,
    say_total,
)
from generator.pages.markdown_html import render_markdown
from generator.pages.share import Share, make_story_share
from generator.pages.types import Page

PATIENTS_SIDE = ("patient", "carer")


@dataclass(frozen=True, slots=True)
class Step:
    """One action on the story's timeline."""

    card: Card
    date: str
    with_: str


@dataclass(frozen=True, slots=True)
class Voices:
    """What people said, side by side; `missing` says which side is not heard."""

    patients: tuple[Voice, ...]
    staff: tuple[Voice, ...]
    others: tuple[Voice, ...]
    missing: str

    @property
    def all(self) -> tuple[Voice, ...]:
        """Everybody who is quoted."""
        return (*self.patients, *self.staff, *self.others)


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as its page shows it."""

    story: Story
    card: Card
    tags: tuple[Tag, ...]
    glance: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    voices: Voices
    steps: tuple[Step, ...]
    parent: Card | None
    children: tuple[Card, ...]
    priorities: tuple[tuple[str, str], ...]
    experience: tuple[tuple[str, str], ...]
    dates: str
    charts: tuple[Chart, ...]
    related: tuple[tuple[Card, str], ...]
    evidence_means: str
    rests_on: str
    sides_mean: str
    share: Share


def make_story_page(  # noqa: PLR0913 (a story, what is known of it, and where and when)
    story: Story,
    collection: Collection,
    findings: Findings,
    related: Sequence[Related],
    *,
    web: SiteIdentity,
    today: dt.date,
) -> Page:
    """Make the page of a story, with the stories that it sends its reader on to."""
    address = url_of(story)
    card, voices = make_story_card(story, collection, findings), gather_voices(story, collection)
    parent = collection.story_by_slug.get(story.adapted_from or "")
    view = StoryView(
        story=story,
        card=card,
        tags=make_tags(story, collection),
        glance=tuple(_find_glance(story, collection)),
        facts=tuple(_find_facts(story)),
        voices=voices,
        steps=tuple(_make_step(a, collection) for a in collection.actions_of(story)),
        parent=make_story_card(parent, collection, findings) if parent else None,
        children=tuple(
            make_story_card(s, collection, findings) for s in collection.adaptations_of(story)
        ),
        charts=tuple(
            make_chart(
                measured,
                collection.actions_of(story),
                f"_m{number}",
                link_data(story, measured, collection),
            )
            for number, measured in enumerate(findings.of(story).measured, 1)
        ),
        related=tuple(
            (make_story_card(each.story, collection, findings), each.reason) for each in related
        ),
        evidence_means=_say_means(card),
        rests_on=_say_rests_on(findings.of(story).verdict),
        sides_mean=SIDES_MEAN[findings.of(story).sides.value],
        priorities=label_priorities(story, collection),
        experience=tuple(
            (_say_experience(e.method, e.people, e.from_), e.found) for e in story.experience
        ),
        dates=_say_dates(story),
        share=make_story_share(story, card, voices.all, collection, web=web, today=today),
    )
    return Page(
        address=address,
        template="story.html",
        title=story.title,
        description=story.summary,
        view=view,
        content=render_markdown(story, address, collection),
        edit=story.path,
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


def gather_voices(story: Story, collection: Collection) -> Voices:
    """Gather the voices of a story and its actions; those without consent are gone already."""
    told: list[Voice] = list(story.voices)
    for action in collection.actions_of(story):
        told.extend(action.voices)
    patients = tuple(voice for voice in told if voice.role in PATIENTS_SIDE)
    staff = tuple(voice for voice in told if voice.role == "staff")
    others = tuple(voice for voice in told if voice.role in {"volunteer", "other"})
    missing = ""
    if patients and not staff:
        missing = "No member of staff is quoted in this story."
    elif staff and not patients:
        missing = "No patient or carer is quoted in this story."
    return Voices(patients, staff, others, missing)


def label_priorities(record: Story | Action, collection: Collection) -> tuple[tuple[str, str], ...]:
    """Name the priorities that a record serves, with the addresses of their pages."""
    terms = collection.vocabulary.priorities if collection.vocabulary else {}
    return tuple(
        (terms[slug].label, f"priorities/{slug}/")
        for slug in record.strategic_links
        if terms and slug in terms
    )


def _make_step(action: Action, collection: Collection) -> Step:
    return Step(
        card=make_action_card(action, collection),
        date=say_action_dates(action),
        with_=lower_first(action.with_ or ""),
    )


def say_action_dates(action: Action) -> str:
    """Say when an action was planned, tried, made or stopped."""
    parts = [
        f"{word} {say_date(date)}"
        for word, date in (
            ("planned", action.planned_on),
            ("begun", action.started_on),
            ("made", action.made_on),
            ("stopped", action.stopped_on),
        )
        if date
    ]
    told = ", ".join(parts)
    return told[:1].upper() + told[1:]


def _find_glance(story: Story, collection: Collection) -> list[tuple[str, str]]:
    """Find when it was changed and what it took, for the line under the title."""
    facts = (
        ("Changed", say_month(collection.changed_on(story))),
        ("It took", say_total(action.effort for action in collection.actions_of(story))),
    )
    return [fact for fact in facts if fact[1]]


def _find_facts(story: Story) -> list[tuple[str, str]]:
    """Find the headroom, who took part and who decided."""
    facts = []
    if story.headroom:
        room = story.headroom
        weeks = count(int(room.weeks), "week")
        facts.append(
            ("Protected time (headroom)", f"{say_number(room.hours)} hours a week for {weeks}")
        )
        facts.append(("Freed by", room.enabled_by))
    if story.involvement:
        facts.append(("Patients’ part", LEVELS[story.involvement.level]))
        took_part = _say_people(story.involvement.patients, story.involvement.staff)
        if took_part:
            facts.append(("Took part", took_part))
        if story.involvement.decided_by:
            facts.append(("Decided by", story.involvement.decided_by))
    return facts


def _say_people(patients: int | None, staff: int | None) -> str:
    parts = []
    if patients:
        parts.append(count(patients, "patient or carer", "patients and carers"))
    if staff:
        parts.append(count(staff, "member of staff", "members of staff"))
    return ", ".join(parts)


def _say_experience(method: str, people: int | None, side: str) -> str:
    words = METHODS[method]
    if people:
        side = count(people, side.rstrip("s") if side != "staff" else "member of staff", side)
        if people > 1 and "staff" in side:
            side = f"{people} staff"
    return f"{words}, {side}"


def _say_dates(story: Story) -> str:
    told = f"Written {say_date(story.date)}"
    return f"{told}, changed {say_date(story.updated)}" if story.updated else told
