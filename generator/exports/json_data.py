"""The collection as data: records to the published shapes, and those to files.

A record's data are made from that record and its links alone, so that each can be made by itself.
A voice is among them only if its consent allows feeds: whoever takes the data publishes it anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from generator.collection.collection import url_of
from generator.exports.absolute_urls import make_urls_absolute
from generator.exports.json_models import (
    VERSION,
    ActionData,
    ActionsFile,
    DomainData,
    EffortData,
    ExperienceData,
    HeadroomData,
    ImageData,
    InvolvementData,
    OneStoryFile,
    QuoteData,
    SourceData,
    StoriesFile,
    StoryData,
    TermData,
    TouchpointData,
    WholeFile,
    WholeStoryData,
)
from generator.exports.json_schema import write_data
from generator.exports.measure_data import FigureData, MeasureData, make_measure
from generator.model import Action, Story, Term
from generator.pages.responsive_images import make_picture
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, PartsByFile


def _list_quotes(record: Story | Action, context: SiteContext) -> list[QuoteData]:
    return [QuoteData(v.role, v.quote, v.speaker, v.identity) for v in context.find_voices(record)]


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
