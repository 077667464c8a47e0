"""The form of the published data, version 1: what `stories.json` and its companions hold.

These classes are the one source of the files and of their JSON Schemas. Within a version fields
are added and never taken away, renamed or given another meaning, so the schemas let unknown fields
pass. A field without a value is null; it is never left out.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from generator.exports.measure_data import Day, FigureData, Level, MeasureData
from generator.exports.measure_data import told_as as _told

VERSION: Final = 1


Address = Annotated[str, _told("A whole address, or one from the site's root if that is unknown.")]
Slug = Annotated[str, _told("The record's name, the last part of its address; it stays the same.")]


@dataclass(frozen=True, slots=True)
class QuoteData:
    """What somebody said, with consent to be quoted in feeds and data."""

    role: Annotated[str, _told("patient, carer, staff, volunteer or other.")]
    quote: Annotated[str, _told("The words, without quotation marks around them.")]
    said_by: Annotated[
        str, _told("How the person wishes to be named; says so if that is no real name.")
    ]
    identity: Annotated[
        Literal["named", "first-name", "pseudonym", "anonymous"],
        _told("How far said_by gives away who they are."),
    ]


@dataclass(frozen=True, slots=True)
class EffortData:
    """What an action took."""

    hours: Annotated[float | None, _told("Hours of work, all people together.")]
    cost: Annotated[float | None, _told("Money spent, in pounds.")]


@dataclass(frozen=True, slots=True)
class ActionData:
    """One thing that was done."""

    slug: Slug
    url: Address
    title: Annotated[str, _told("What was done.")]
    summary: Annotated[str | None, _told("One or two sentences.")]
    story: Annotated[str | None, _told("The slug of its story; null if it stands alone.")]
    domains: Annotated[list[str], _told("The slugs of its domains.")]
    setting: Annotated[str | None, _told("The slug of its setting.")]
    status: Annotated[str, _told("planned, testing, made, sustained or stopped.")]
    planned_on: Annotated[dt.date | None, _told("When it was agreed.")]
    started_on: Annotated[dt.date | None, _told("When it was begun.")]
    made_on: Annotated[dt.date | None, _told("When it became the way things are done.")]
    stopped_on: Annotated[dt.date | None, _told("When it was stopped.")]
    by: Annotated[str | None, _told("The role or the team that did it.")]
    with_: Annotated[
        str | None, Field(serialization_alias="with"), _told("Who it was decided with.")
    ]
    effort: Annotated[EffortData | None, _told("What it took.")]
    quick_win: Annotated[bool, _told("Whether it was small, quick and needed no project.")]
    strategic_links: Annotated[list[str], _told("The slugs of the priorities that it serves.")]
    illustrative: Annotated[bool, _told("Whether it belongs to an invented example.")]
    quotes: Annotated[list[QuoteData], _told("What people said, if they agreed to it here.")]
    measures: Annotated[list[MeasureData], _told("What was counted.")]


@dataclass(frozen=True, slots=True)
class SourceData:
    """Where the facts were published first."""

    title: Annotated[str, _told("The title of the page or paper.")]
    url: Annotated[str, _told("Its address.")]
    published: Annotated[dt.date | None, _told("When it was published.")]


@dataclass(frozen=True, slots=True)
class ImageData:
    """The picture at the top of the page."""

    url: Address
    alt: Annotated[str, _told("What it shows.")]
    credit: Annotated[str | None, _told("Who made it.")]
    width: Annotated[int, _told("Its width in pixels.")]
    height: Annotated[int, _told("Its height in pixels.")]


@dataclass(frozen=True, slots=True)
class StoryData:
    """A story in short."""

    slug: Slug
    url: Address
    data: Annotated[str, _told("Where the whole story is as JSON.")]
    title: Annotated[str, _told("What changed.")]
    summary: Annotated[str, _told("The whole story in one or two sentences.")]
    date: Day
    updated: Annotated[dt.date | None, _told("When it was last changed.")]
    domains: Annotated[list[str], _told("The slugs of its domains.")]
    setting: Annotated[str | None, _told("The slug of its setting.")]
    pathway: Annotated[str | None, _told("The slug of its pathway.")]
    organisation: Annotated[str | None, _told("The organisation that tells it.")]
    team: Annotated[str | None, _told("The team that tells it.")]
    status: Annotated[str, _told("testing, made, sustained or stopped.")]
    changed_on: Annotated[dt.date | None, _told("The day of the change.")]
    evidence: Level
    voices: Annotated[
        Literal["both sides", "patients only", "staff only", "no voices yet"],
        _told("Whose voices the story on the site has."),
    ]
    worse: Annotated[
        bool, _told("Whether an outcome or process measure is shown to have got worse.")
    ]
    harm: Annotated[bool, _told("Whether a balancing measure, which watches for harm, got worse.")]
    rests_on: Annotated[str | None, _told("The title of the measure that the label rests on.")]
    rests_on_type: Annotated[str | None, _told("Its type: outcome or process.")]
    as_of: Annotated[str | None, _told("As of when the label stands, in words.")]
    figures: Annotated[
        list[FigureData], _told("Before and after in a line for each measure that tells.")
    ]
    quick_win: Annotated[bool, _told("Whether it was small, quick and needed no project.")]
    strategic_links: Annotated[list[str], _told("The slugs of the priorities that it serves.")]
    adapted_from: Annotated[str | None, _told("The slug of the story that it was adapted from.")]
    illustrative: Annotated[bool, _told("Whether it is an invented example.")]
    source: Annotated[SourceData | None, _told("Where the facts were published first.")]
    image: Annotated[ImageData | None, _told("The picture at the top of the page.")]
    quotes: Annotated[list[QuoteData], _told("What people said, if they agreed to it here.")]


@dataclass(frozen=True, slots=True)
class HeadroomData:
    """The time that was freed for the change."""

    hours: Annotated[float, _told("Hours a week.")]
    weeks: Annotated[float, _told("For how many weeks.")]
    enabled_by: Annotated[str, _told("Who freed the time, and how.")]


@dataclass(frozen=True, slots=True)
class InvolvementData:
    """Who took part, and who decided."""

    level: Annotated[str, _told("informing, consultation, engagement, co-design or co-production.")]
    patients: Annotated[int | None, _told("How many patients and carers took part.")]
    staff: Annotated[int | None, _told("How many members of staff took part.")]
    decided_by: Annotated[str | None, _told("Who decided.")]


@dataclass(frozen=True, slots=True)
class ExperienceData:
    """One way in which the team learnt what care is like."""

    method: Annotated[str, _told("observation, interview, survey, diary, workshop or feedback.")]
    from_: Annotated[
        str, Field(serialization_alias="from"), _told("Whose: patients, carers or staff.")
    ]
    people: Annotated[int | None, _told("How many people.")]
    found: Annotated[str, _told("What was found.")]


@dataclass(frozen=True, slots=True)
class TouchpointData:
    """A moment of care, and how it felt."""

    moment: Annotated[str, _told("The moment.")]
    feelings: Annotated[list[str], _told("How people felt.")]


@dataclass(frozen=True, slots=True)
class WholeStoryData(StoryData):
    """A story with everything that its page shows."""

    problem: Annotated[str | None, _told("What was wrong, for whom.")]
    aim: Annotated[str | None, _told("What was hoped for.")]
    headroom: Annotated[HeadroomData | None, _told("The time that was freed for it.")]
    involvement: Annotated[InvolvementData | None, _told("Who took part, and who decided.")]
    experience: Annotated[list[ExperienceData], _told("What was learnt from people, and how.")]
    touchpoints: Annotated[list[TouchpointData], _told("Moments of care, and how they felt.")]
    measures: Annotated[list[MeasureData], _told("What was counted.")]
    actions: Annotated[list[ActionData], _told("What was done, earliest first.")]
    spread: Annotated[str | None, _told("Where it has gone since.")]
    adapted: Annotated[str | None, _told("What was changed for this place.")]
    limitations: Annotated[str | None, _told("What the story cannot show.")]
    lessons: Annotated[list[str], _told("What was learnt.")]
    html: Annotated[str, _told("The body of the story, as HTML that is safe to show.")]


@dataclass(frozen=True, slots=True)
class TermData:
    """A word that stories are sorted by: a setting, a pathway or a priority."""

    slug: Slug
    label: Annotated[str, _told("What readers see.")]
    about: Annotated[str | None, _told("What is meant.")]


@dataclass(frozen=True, slots=True)
class DomainData:
    """A domain of the framework."""

    slug: Slug
    url: Address
    order: Annotated[int, _told("Its place in the framework, from 1.")]
    title: Annotated[str, _told("Its name.")]
    short: Annotated[str, _told("A word or two, for labels.")]
    statement: Annotated[str, _told("What a patient would say of it.")]


@dataclass(frozen=True, slots=True)
class OneStoryFile:
    """One story with everything that its page shows: `stories/SLUG/story.json`."""

    version: Annotated[Literal[1], _told("The version of this form.")]
    story: WholeStoryData


@dataclass(frozen=True, slots=True)
class ActionsFile:
    """All actions, newest first: `actions.json`."""

    version: Annotated[Literal[1], _told("The version of this form.")]
    actions: Annotated[list[ActionData], _told("All actions, newest first.")]
    domains: Annotated[list[DomainData], _told("The domains, in order.")]
    settings: Annotated[list[TermData], _told("The places where care is given.")]
    priorities: Annotated[list[TermData], _told("The organisation's priorities.")]


@dataclass(frozen=True, slots=True)
class StoriesFile(ActionsFile):
    """All stories in short, with all actions: `stories.json`."""

    stories: Annotated[list[StoryData], _told("All stories in short, newest first.")]
    pathways: Annotated[list[TermData], _told("The conditions and paths of care.")]


@dataclass(frozen=True, slots=True)
class WholeFile(ActionsFile):
    """All stories with everything: what `stories export --format json` writes."""

    stories: Annotated[list[WholeStoryData], _told("All stories, newest first.")]
    pathways: Annotated[list[TermData], _told("The conditions and paths of care.")]
