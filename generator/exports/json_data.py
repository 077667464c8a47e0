"""The collection as data: records to the published shapes, and those to files.

A record's data are made from that record and its links alone, so that each can be made by itself.
A voice is among them only if its consent allows feeds: whoever takes the data publishes it anew.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from pydantic import BaseModel

from generator.collection.collection import url_of
from generator.collection.fared import count_trials
from generator.collection.field_outputs import carries
from generator.evidence import Verdict
from generator.exports.absolute_urls import make_urls_absolute
from generator.exports.export_format import Format, Told
from generator.exports.json_models import (
    VERSION,
    Address,
    FaredData,
    ImageData,
    QuoteData,
    Shape,
    Slug,
    TermData,
    UpdateData,
    WorkedOut,
    list_worked_out,
    make_files,
)
from generator.exports.json_schema import write_data
from generator.exports.measure_data import FigureData, Level, MeasureData, make_measure
from generator.model import Action, Adoption, Domain, Measure, Record, Story, Term, Voiced
from generator.pages.postscripts import make_postscripts
from generator.pages.responsive_images import make_picture
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, PartsByFile

# What a list of all stories tells of each; a story's own file tells everything.
_IN_SHORT = frozenset(
    {"title", "summary", "date", "updated", "domains", "setting", "pathway", "organisation"}
    | {"team", "status", "quick_win", "strategic_links", "adapted_from", "illustrative", "source"}
)


def _list_own(record: type[Record]) -> list[str]:
    """List the fields of a record that the data carry."""
    fields = record.model_fields.items()
    return [name for name, made in fields if carries("json", record.kind, made.alias or name)]


def _list_quotes(record: Voiced, context: SiteContext) -> list[QuoteData]:
    return [
        QuoteData(
            voice.role,
            voice.words,
            voice.speaker,
            voice.identity,
            [*voice.scope],
            voice.ends_on,
            voice.language or None,
        )
        for voice in context.find_voices(record)
    ]


def _list_updates(record: Story | Action, context: SiteContext) -> list[UpdateData]:
    return [
        UpdateData(
            told.update.date,
            told.update.status,
            [*told.facts],
            make_urls_absolute(told.html, told.address, context.web),
            told.language or None,
        )
        for told in make_postscripts(record, context)
    ]


def _count_trials(record: Story | Action, context: SiteContext) -> FaredData:
    fared = count_trials(record, context.collection)
    return FaredData(fared.tried, fared.kept, fared.against)


def _make_image(story: Story, context: SiteContext) -> ImageData | None:
    image = story.image
    picture = make_picture(story, image.file, image.alt, context.collection) if image else None
    if image is None or picture is None:
        return None
    address, width = picture.files[-1]
    height = max(round(picture.height * width / picture.width), 1)
    url = context.web.join(address)
    return ImageData(url, image.file, image.alt, image.credit, width, height)


def _find_verdict(story: Story, context: SiteContext) -> Verdict:
    return context.findings.of(story).verdict


def _find_story(action: Action, context: SiteContext) -> str | None:
    story = context.collection.story_of(action)
    return story.slug if story else None


def _is_invented(action: Action, context: SiteContext) -> bool:
    story = context.collection.story_of(action)
    return bool(story and story.illustrative)


def _list_domains(action: Action, context: SiteContext) -> list[str]:
    return [domain.slug for domain in context.collection.domains_of(action)]


def _list_measures(record: Story | Action, context: SiteContext) -> list[BaseModel]:
    judged = context.findings.of(record).measured
    return [
        MEASURE.make(measure, make_measure(found))
        for measure, found in zip(record.measures, judged, strict=False)
    ]


MEASURE = Shape("MeasureData", Measure, Measure.model_fields, list_worked_out(MeasureData))
_NAMED = (
    WorkedOut("slug", Slug, "", lambda record, *_: record.slug),
    WorkedOut("url", Address, "", lambda record, context, *_: context.web.join(url_of(record))),
)
_QUOTED = WorkedOut(
    "quotes",
    list[QuoteData],
    "What people said, if they agreed to it here.",
    lambda record, context, *_: _list_quotes(record, context),
)
_UPDATED = WorkedOut(
    "updates",
    list[UpdateData],
    "What has happened since, earliest first.",
    lambda record, context, *_: _list_updates(record, context),
)
_MEASURED = WorkedOut(
    "measures",
    list[MEASURE.model],  # type: ignore[name-defined]
    "What was counted.",
    lambda record, context, *_: _list_measures(record, context),
)
ADOPTION = Shape(
    "AdoptionData",
    Adoption,
    (name for name in _list_own(Adoption) if name != "voices"),
    (_QUOTED,),
)
_FARED = WorkedOut(
    "fared",
    FaredData,
    "How the example fared elsewhere.",
    lambda record, context, *_: _count_trials(record, context),
)
_ADOPTED = WorkedOut(
    "adoptions",
    list[ADOPTION.model],  # type: ignore[name-defined]
    "The places that tried it too, earliest first; stories that adapted it tell for themselves.",
    lambda record, context, *_: [
        ADOPTION.make(each, context) for each in context.collection.adoptions_of(record)
    ],
)
ACTION = Shape(
    "ActionData",
    Action,
    (name for name in _list_own(Action) if name != "voices"),
    (
        *_NAMED,
        WorkedOut("story", str | None, "The slug of its story; null if it has none.", _find_story),
        WorkedOut("domains", list[str], "The slugs of its domains.", _list_domains),
        WorkedOut(
            "setting",
            str | None,
            "The slug of its setting.",
            lambda action, context: context.collection.setting_of(action),
        ),
        WorkedOut("illustrative", bool, "Whether it is of an invented example.", _is_invented),
        _QUOTED,
        _MEASURED,
        _UPDATED,
        _FARED,
        _ADOPTED,
    ),
)
_STORY = (
    *_NAMED,
    WorkedOut(
        "data",
        str,
        "Where the whole story is as JSON.",
        lambda story, context, *_: context.web.join(f"{url_of(story)}story.json"),
    ),
    WorkedOut(
        "changed_on",
        dt.date | None,
        "The day of the change.",
        lambda story, context, *_: context.collection.changed_on(story),
    ),
    WorkedOut(
        "evidence",
        Level,
        "",
        lambda story, context, *_: context.findings.of(story).evidence.value,
    ),
    WorkedOut(
        "voices",
        Literal["both sides", "patients only", "staff only", "no voices yet"],
        "Whose voices the story on the site has.",
        lambda story, context, *_: context.findings.of(story).sides.value,
    ),
    WorkedOut(
        "worse",
        bool,
        "Whether an outcome or process measure is shown to have got worse.",
        lambda story, context, *_: _find_verdict(story, context).is_worse,
    ),
    WorkedOut(
        "harm",
        bool,
        "Whether a balancing measure, which watches for harm, got worse.",
        lambda story, context, *_: _find_verdict(story, context).has_harm,
    ),
    WorkedOut(
        "rests_on",
        str | None,
        "The title of the measure that the label rests on.",
        lambda story, context, *_: _find_verdict(story, context).rests_on or None,
    ),
    WorkedOut(
        "rests_on_type",
        str | None,
        "Its type: outcome or process.",
        lambda story, context, *_: _find_verdict(story, context).kind or None,
    ),
    WorkedOut(
        "as_of",
        str | None,
        "As of when the label stands, in words.",
        lambda story, context, *_: _find_verdict(story, context).as_of or None,
    ),
    WorkedOut(
        "figures",
        list[FigureData],
        "Before and after in a line for each measure that tells.",
        lambda story, context, *_: [
            FigureData(*each) for each in _find_verdict(story, context).figures
        ],
    ),
    WorkedOut(
        "image",
        ImageData | None,
        "The picture at the top of the page.",
        lambda story, context, *_: _make_image(story, context),
    ),
    _QUOTED,
    _FARED,
)
STORY = Shape(
    "StoryData",
    Story,
    (name for name in _list_own(Story) if name in _IN_SHORT),
    _STORY,
)
WHOLE_STORY = Shape(
    "WholeStoryData",
    Story,
    _list_own(Story),
    (
        *_STORY,
        _MEASURED,
        _UPDATED,
        _ADOPTED,
        WorkedOut(
            "actions",
            list[ACTION.model],  # type: ignore[name-defined]
            "What was done, earliest first.",
            lambda story, context, _: [
                ACTION.make(action, context) for action in context.collection.actions_of(story)
            ],
        ),
        WorkedOut(
            "html",
            str,
            "The body of the story, as HTML that is safe to show.",
            lambda story, context, html: make_urls_absolute(html, url_of(story), context.web),
        ),
    ),
)
DOMAIN = Shape("DomainData", Domain, _list_own(Domain), _NAMED)
FILES = make_files(DOMAIN, ACTION, STORY, WHOLE_STORY)


def make_story_document(story: Story, html: str, context: SiteContext) -> Document:
    """Make the file of one story with everything; `html` is its body as its page has it."""
    whole = WHOLE_STORY.make(story, context, html)
    told = FILES["story"].model_construct(version=VERSION, story=whole)
    return Document(f"{url_of(story)}story.json", write_data(told))


def _list_terms(terms: Mapping[str, Term]) -> list[TermData]:
    return [TermData(slug, term.label, term.about) for slug, term in terms.items()]


def _tell_frame(context: SiteContext) -> dict[str, Any]:
    """Find what every file of data says beside its records: the words that they are sorted by."""
    collection, licence = context.collection, context.web.licence
    return {
        "version": VERSION,
        "licence": f"{licence.name}, {licence.url}" if licence else None,
        "actions": [],
        "domains": [DOMAIN.make(domain, context) for domain in collection.domains],
        "settings": _list_terms(collection.settings),
        "priorities": _list_terms(collection.priorities),
    }


def list_joined_json(context: SiteContext) -> Iterator[JoinedFile]:
    """Make the files of all stories and of all actions, which wait for their records."""
    frame, pathways = _tell_frame(context), _list_terms(context.collection.pathways)
    done = write_data(FILES["actions"].model_construct(**frame))
    told = write_data(FILES["stories"].model_construct(**frame, stories=[], pathways=pathways))
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
    actions = [ACTION.make(action, context) for action in context.collection.actions]
    return write_data(
        FILES["export"].model_construct(
            **_tell_frame(context) | {"actions": actions},
            stories=[WHOLE_STORY.make(story, context, html) for story, html in pairs],
            pathways=_list_terms(context.collection.pathways),
        )
    )


def _tell_documents(told: Told) -> Iterator[Document]:
    if isinstance(told.record, Story):
        yield make_story_document(told.record, told.body, told.context)


def _tell_shares(told: Told) -> Mapping[str, str]:
    is_story = isinstance(told.record, Story)
    name, shape = ("stories", STORY) if is_story else ("actions", ACTION)
    return {f"{name}.json": write_data(shape.make(told.record, told.context)).strip()}


JSON = Format(_tell_documents, _tell_shares, list_joined_json)
