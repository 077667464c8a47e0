"""The form of the published data, version 1: what `stories.json` and its companions hold.

These classes are the one source of the files and of their JSON Schemas. Within a version fields
are added and never taken away, renamed or given another meaning, so the schemas let unknown fields
pass. A field without a value is null; it is never left out.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import Field

VERSION: Final = 1


def _told(description: str) -> Any:  # noqa: ANN401 (pydantic's)
    return Field(description=description)


Address = Annotated[str, _told("A whole address, or one from the site's root if that is unknown.")]
Slug = Annotated[str, _told("The record's name, the last part of its address; it stays the same.")]
Day = Annotated[dt.date, _told("A day, as year-month-day.")]
Level = Annotated[
    Literal["told", "measured", "signal", "sustained"],
    _told("How far the figures bear it out. Worked out from the points, never claimed."),
]


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
class SignalData:
    """A mark: points that are unlikely together, under a rule of their chart. It makes no label."""

    rule: Annotated[str, _told("shift, runs, crossings, outside, trend or two-of-three.")]
    better: Annotated[bool | None, _told("Whether it goes the better way; null if neither is.")]


@dataclass(frozen=True, slots=True)
class PointData:
    """A value on a day, with the lines that hold there and the signals that it is part of."""

    date: Day
    value: Annotated[float, _told("The value, in the unit of the measure.")]
    n: Annotated[float | None, _told("How many it was counted from.")]
    note: Annotated[str | None, _told("What was unusual about it.")]
    centre: Annotated[float | None, _told("The centre line here; null if no rule was run.")]
    lower: Annotated[float | None, _told("The lower limit here; null if there is none.")]
    upper: Annotated[float | None, _told("The upper limit here; null if there is none.")]
    signals: Annotated[list[SignalData], _told("The signals that the point is part of.")]


@dataclass(frozen=True, slots=True)
class MeasureData:
    """What was counted, and what the rules say of it."""

    title: Annotated[str, _told("What was counted.")]
    type: Annotated[str, _told("outcome, process or balancing.")]
    definition: Annotated[str | None, _told("How it was counted, by whom, and out of what.")]
    unit: Annotated[str | None, _told("The unit of the values.")]
    direction: Annotated[str | None, _told("Which way is better: increase, decrease or neutral.")]
    target: Annotated[float | None, _told("The value that was hoped for.")]
    changed_on: Annotated[dt.date | None, _told("The day of the change that it is judged by.")]
    evidence: Level
    says: Annotated[str, _told("One plain sentence that says what the points show.")]
    rule_set: Annotated[
        str | None, _told("median, xmr, p, u, c, g or t; null where no rule was run.")
    ]
    rules: Annotated[str | None, _told("The rules, each by its published name.")]
    points: Annotated[list[PointData], _told("The points, oldest first.")]
    id: Annotated[str | None, _told("A short name, if it was given one.")]
    chart: Annotated[str, _told("The type of chart: run, xmr, p, u, c, g or t.")]
    per: Annotated[float | None, _told("What a rate is told by, such as 1000.")]
    worse: Annotated[bool, _told("Whether it is shown to have got worse.")]
    reason: Annotated[str, _told("Why it has its label, in words.")]
    missing: Annotated[list[str], _told("What is missing for the next label, in words.")]
    as_of: Annotated[dt.date | None, _told("The last day that was counted.")]
    m: Annotated[int | None, _told("How many points, or events, were counted before the change.")]
    k: Annotated[int | None, _told("How many points, or events, were counted after it.")]
    c: Annotated[int | None, _told("How many of the k are beyond the middle of the m.")]
    p: Annotated[float | None, _told("The chance of as much if nothing had changed.")]
    before: Annotated[float | None, _told("Before the change, rounded as its sentence has it.")]
    after: Annotated[float | None, _told("After the change, rounded likewise.")]
    at_least: Annotated[
        float | None, _told("What is at least there: a difference, or how many times as much.")
    ]
    confidence: Annotated[float | None, _told("How sure that is, such as 0.95.")]
    variation: Annotated[
        str | None, _told("The latest points: better, worse, other or chance; null if unknown.")
    ]
    assurance: Annotated[
        str | None, _told("The target: met, missed or either; null where none can be told.")
    ]
    gaps: Annotated[list[dt.date], _told("The days for which nothing was counted.")]
    team_says: Annotated[str | None, _told("What the team says of the data.")]


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
class FigureData:
    """A measure in one line."""

    measure: Annotated[str, _told("What was counted.")]
    type: Annotated[str, _told("outcome, process or balancing.")]
    says: Annotated[str, _told("Before and after, in words.")]
    way: Annotated[int, _told("1 if it is shown better, -1 if worse, 0 if neither.")]


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
