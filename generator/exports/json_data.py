"""The collection as data: records to the published shapes, and those to files.

A record's data are made from that record and its links alone, so that each can be made by itself.
A voice is among them only if its consent allows feeds: whoever takes the data publishes it anew.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from generator.collection.collection import url_of
from generator.evidence import Measured, round_size
from generator.exports.absolute_urls import make_urls_absolute
from generator.exports.json_models import (
    VERSION,
    ActionData,
    ActionsFile,
    DomainData,
    EffortData,
    ExperienceData,
    FigureData,
    HeadroomData,
    ImageData,
    InvolvementData,
    MeasureData,
    OneStoryFile,
    PointData,
    QuoteData,
    SignalData,
    SourceData,
    StoriesFile,
    StoryData,
    TermData,
    TouchpointData,
    WholeFile,
    WholeStoryData,
)
from generator.exports.json_schema import write_data
from generator.model import Action, Story, Term
from generator.pages.responsive_images import make_picture
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, PartsByFile


def _list_quotes(record: Story | Action, context: SiteContext) -> list[QuoteData]:
    return [QuoteData(v.role, v.quote, v.speaker, v.identity) for v in context.find_voices(record)]


def list_points(measured: Measured) -> Iterator[PointData]:
    """List the points of a measure, each with its lines and the marks that it is part of."""
    drawing = measured.drawing
    signals: dict[int, list[SignalData]] = {}
    for mark in drawing.marks:
        told = SignalData(mark.rule, mark.is_better)
        for index in mark.points:
            signals.setdefault(index, []).append(told)
    lines = {
        i: line
        for phase in drawing.phases
        for i, line in zip(range(phase.start, phase.end), phase.lines, strict=True)
    }
    notes: dict[dt.date, str] = {}
    for point in measured.measure.points:
        if point.note:
            notes[point.date] = "; ".join(filter(None, (notes.get(point.date), point.note)))
    for i, counted in enumerate(drawing.points):
        centre, lower, upper = lines.get(i, (None, None, None))
        yield PointData(
            counted.date,
            counted.value,
            counted.n,
            notes.get(counted.date),
            centre,
            lower,
            upper,
            signals.get(i, []),
        )


def make_measure(measured: Measured) -> MeasureData:
    """Make the data of a measure."""
    measure = measured.measure
    judged, drawing, test = measured.judgement, measured.drawing, measured.judgement.test
    chart, size = drawing.chart, measured.size
    before, after, least = round_size(size) if size else (None, None, None)
    return MeasureData(
        title=measure.title,
        type=measure.type,
        definition=measure.definition,
        unit=measure.unit,
        direction=measure.direction,
        target=measure.target,
        changed_on=measured.changed_on,
        evidence=measured.label.value,
        says=measured.sentence,
        rule_set=name_rules(measured) or None,
        rules=chart.words.rules if drawing.phases else None,
        points=list(list_points(measured)),
        id=measure.id,
        chart=chart.name,
        per=measure.per,
        worse=judged.is_worse,
        reason=measured.reason,
        missing=measured.missing,
        as_of=judged.as_of,
        m=test.m if test else None,
        k=test.k if test else None,
        c=test.c if test else None,
        p=_settle(test.p) if test else None,
        before=_settle(before),
        after=_settle(after),
        at_least=_settle(least),
        confidence=_settle(size.confidence) if size and least is not None else None,
        variation=drawing.variation or None,
        assurance=drawing.assurance or None,
        gaps=list(drawing.gaps),
        team_says=measure.says,
    )


def name_rules(measured: Measured) -> str:
    """Name the rules that a chart was read by, as the data always have; nothing where none was."""
    if not measured.drawing.phases:
        return ""
    name = measured.drawing.chart.name
    return "median" if name == "run" else name


def _settle(value: float | None) -> float | None:
    """Leave out what no JSON can hold, and the digits that only a computer's counting added."""
    return None if value is None or not math.isfinite(value) else float(f"{value:.10g}")


def _list_measures(record: Story | Action, context: SiteContext) -> list[MeasureData]:
    return [make_measure(measured) for measured in context.findings.of(record).measured]


def make_action_data(action: Action, context: SiteContext) -> ActionData:
    """Make the data of an action."""
    effort, story = action.effort, context.collection.story_of(action)
    return ActionData(
        slug=action.slug,
        url=context.web.join(url_of(action)),
        title=action.title,
        summary=action.summary,
        story=story.slug if story else None,
        domains=[domain.slug for domain in context.collection.domains_of(action)],
        setting=context.collection.setting_of(action),
        status=action.status,
        planned_on=action.planned_on,
        started_on=action.started_on,
        made_on=action.made_on,
        stopped_on=action.stopped_on,
        by=action.by,
        with_=action.with_,
        effort=EffortData(effort.hours, effort.cost) if effort else None,
        quick_win=action.quick_win,
        strategic_links=list(action.strategic_links),
        illustrative=bool(story and story.illustrative),
        quotes=_list_quotes(action, context),
        measures=_list_measures(action, context),
    )


def _make_image(story: Story, context: SiteContext) -> ImageData | None:
    image = story.image
    picture = make_picture(story, image.file, image.alt, context.collection) if image else None
    if image is None or picture is None:
        return None
    address, width = picture.files[-1]
    height = max(round(picture.height * width / picture.width), 1)
    return ImageData(context.web.join(address), image.alt, image.credit, width, height)


def _describe(story: Story, context: SiteContext) -> dict[str, object]:
    """Find what is told of a story in short, by the names of the fields."""
    address, source, shown = url_of(story), story.source, context.findings.of(story)
    verdict = shown.verdict
    return {
        "slug": story.slug,
        "url": context.web.join(address),
        "data": context.web.join(f"{address}story.json"),
        "title": story.title,
        "summary": story.summary,
        "date": story.date,
        "updated": story.updated,
        "domains": list(story.domains),
        "setting": story.setting,
        "pathway": story.pathway,
        "organisation": story.organisation,
        "team": story.team,
        "status": story.status,
        "changed_on": context.collection.changed_on(story),
        "evidence": shown.evidence.value,
        "voices": shown.sides.value,
        "worse": verdict.is_worse,
        "harm": verdict.has_harm,
        "rests_on": verdict.rests_on or None,
        "rests_on_type": verdict.kind or None,
        "as_of": verdict.as_of or None,
        "figures": [FigureData(*each) for each in verdict.figures],
        "quick_win": story.quick_win,
        "strategic_links": list(story.strategic_links),
        "adapted_from": story.adapted_from,
        "illustrative": story.illustrative,
        "source": SourceData(source.title, source.url, source.published) if source else None,
        "image": _make_image(story, context),
        "quotes": _list_quotes(story, context),
    }


def make_story_data(story: Story, context: SiteContext) -> StoryData:
    """Make the data of a story in short."""
    return StoryData(**_describe(story, context))  # type: ignore[arg-type]


def make_whole_story(story: Story, html: str, context: SiteContext) -> WholeStoryData:
    """Make the data of a story with everything; `html` is its body as its page has it."""
    room, took = story.headroom, story.involvement
    actions = context.collection.actions_of(story)
    return WholeStoryData(
        **_describe(story, context),  # type: ignore[arg-type]
        problem=story.problem,
        aim=story.aim,
        headroom=HeadroomData(room.hours, room.weeks, room.enabled_by) if room else None,
        involvement=InvolvementData(took.level, took.patients, took.staff, took.decided_by)
        if took
        else None,
        experience=[ExperienceData(e.method, e.from_, e.people, e.found) for e in story.experience],
        touchpoints=[TouchpointData(t.moment, list(t.feelings)) for t in story.touchpoints],
        measures=_list_measures(story, context),
        actions=[make_action_data(a, context) for a in actions],
        spread=story.spread,
        adapted=story.adapted,
        limitations=story.limitations,
        lessons=list(story.lessons),
        html=make_urls_absolute(html, url_of(story), context.web),
    )


def make_story_document(story: Story, html: str, context: SiteContext) -> Document:
    """Make the file of one story with everything, which stands beside its page."""
    whole = make_whole_story(story, html, context)
    return Document(f"{url_of(story)}story.json", write_data(OneStoryFile(VERSION, whole)))


def _list_terms(terms: Mapping[str, Term] | None) -> list[TermData]:
    return [TermData(slug, term.label, term.about) for slug, term in (terms or {}).items()]


def _tell_frame(context: SiteContext) -> dict[str, object]:
    """Find what every file of data says beside its records: the words that they are sorted by."""
    words = context.collection.vocabulary
    return {
        "version": VERSION,
        "domains": [
            DomainData(d.slug, context.web.join(url_of(d)), d.order, d.title, d.short, d.statement)
            for d in context.collection.domains
        ],
        "settings": _list_terms(words.settings if words else None),
        "priorities": _list_terms(words.priorities if words else None),
    }


def _list_pathways(context: SiteContext) -> list[TermData]:
    words = context.collection.vocabulary
    return _list_terms(words.pathways if words else None)


def list_joined_json(context: SiteContext) -> Iterator[JoinedFile]:
    """Make the files of all stories and of all actions, which wait for their records."""
    frame = _tell_frame(context)
    done = write_data(ActionsFile(**frame, actions=[]))  # type: ignore[arg-type]
    told = write_data(
        StoriesFile(**frame, actions=[], stories=[], pathways=_list_pathways(context))  # type: ignore[arg-type]
    )
    yield JoinedFile("stories.json", partial(_fill, told.encode(), ("actions", "stories")))
    yield JoinedFile("actions.json", partial(_fill, done.encode(), ("actions",)))


def _fill(text: bytes, names: Iterable[str], shares: PartsByFile) -> bytes:
    """Fill the empty lists of a file; no text in it can look like one, for its quotes are led."""
    for name in names:
        records = b",".join(shares.get(f"{name}.json", ()))
        start = f'"{name}":['.encode()
        text = text.replace(start + b"]", start + records + b"]", 1)
    return text


def make_whole_file(bodies: Iterable[str], context: SiteContext) -> str:
    """Write everything as one file; `bodies` are those of the stories, as HTML, in their order."""
    pairs = zip(context.collection.stories, bodies, strict=True)
    return write_data(
        WholeFile(
            **_tell_frame(context),  # type: ignore[arg-type]
            actions=[make_action_data(action, context) for action in context.collection.actions],
            stories=[make_whole_story(s, html, context) for s, html in pairs],
            pathways=_list_pathways(context),
        )
    )
