"""The form of the published data, version 1: what `stories.json` and its companions hold.

What a record says is published as it is defined, with every field that `field_outputs.py` lets
through; what is worked out from it stands in a table beside it, here or in `json_data.py`. Both are
the one source of the files and of their JSON Schemas. Within a version fields are added and never
taken away, renamed or given another meaning, so the schemas let unknown fields pass. A field
without a value is null; it is never left out.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, NamedTuple, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from generator.exports.measure_data import told_as as _told
from generator.model.base import Part
from generator.model.field import words_of
from generator.model.scope import Scope

VERSION: Final = 1
CONFIG = ConfigDict(frozen=True)

Address = Annotated[str, _told("A whole address, or one from the site's root if that is unknown.")]
Slug = Annotated[str, _told("The record's name, the last part of its address; it stays the same.")]


class WorkedOut(NamedTuple):
    """A published value that no author wrote: its name, its kind, what it is, how it is found."""

    name: str
    kind: Any
    about: str
    find: Callable[..., object]


def list_worked_out(shape: type[object]) -> tuple[WorkedOut, ...]:
    """List what one value has worked out of a part already: it is then the first that is known."""
    kinds = get_type_hints(shape, include_extras=True)
    return tuple(WorkedOut(name, kind, "", _find_in(name)) for name, kind in kinds.items())


def _find_in(name: str) -> Callable[..., object]:
    return lambda _, told: getattr(told, name)


class Shape:
    """A published form of a part: its own fields, and what is worked out from it."""

    def __init__(
        self,
        name: str,
        part: type[Part],
        own: Iterable[str],
        worked_out: Iterable[WorkedOut],
    ) -> None:
        """Make the form; `own` are fields of the part, of which those that are worked out win."""
        self._worked_out = tuple(worked_out)
        found = {each.name for each in self._worked_out}
        self._own = tuple(each for each in own if each not in found)
        fields: dict[str, Any] = {}
        for each in self._own:
            made = part.model_fields[each]
            about = Field(description=_describe(part, each), serialization_alias=made.alias)
            # With its limits and marks, as it was defined; a limit is of no use to a reader.
            fields[each] = (part.__annotations__[each], about)
        for worked in self._worked_out:
            fields[worked.name] = (worked.kind, _told(worked.about) if worked.about else Field())
        doc = part.__doc__ or name
        self.model: Any = create_model(name, __config__=CONFIG, __doc__=doc, **fields)

    def make(self, part: Part, *known: object) -> BaseModel:
        """Make the published form of a part; what is worked out is found from it and `known`."""
        values = {name: getattr(part, name) for name in self._own}
        values |= {each.name: each.find(part, *known) for each in self._worked_out}
        made: BaseModel = self.model.model_construct(**values)
        return made


def _describe(part: type[Part], name: str) -> str:
    """Describe a field to a reader: what it is called, and what its author was asked."""
    made = part.model_fields[name]
    words = words_of(made)
    if not words.label:
        return made.description or ""
    called = words.heading.rstrip(".") or name.strip("_").capitalize()
    return f"{called}: the answer to “{words.label}”."


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
    scope: Annotated[
        list[Scope], _told("Where the words may be shown: website, feeds, social, print.")
    ]
    ends_on: Annotated[
        dt.date, _told("The day on which the consent ends: from it on, show the words no more.")
    ]
    language: Annotated[str | None, _told("The language of the words, where it is told.")]


@dataclass(frozen=True, slots=True)
class UpdateData:
    """What has happened since; its points, voices and contact are with the others of the record."""

    date: Annotated[dt.date, _told("The day of which it tells.")]
    status: Annotated[str | None, _told("How far it has come, if that had changed.")]
    changes: Annotated[
        list[str], _told("What it changed, a line each; a correction with both values.")
    ]
    html: Annotated[str, _told("Its own words, as HTML that is safe to show.")]
    language: Annotated[str | None, _told("The language of its words, where it is told.")]


@dataclass(frozen=True, slots=True)
class FaredData:
    """How an example fared in other places."""

    tried: Annotated[int, _told("How many places tried it.")]
    kept: Annotated[int, _told("How many of these kept it, as it was or adapted.")]
    decided_against: Annotated[int, _told("How many looked at it and did not try it.")]


@dataclass(frozen=True, slots=True)
class ImageData:
    """The picture at the top of the page."""

    url: Address
    file: Annotated[str, _told("The name of the file, as its author keeps it.")]
    alt: Annotated[str, _told("What it shows.")]
    credit: Annotated[str | None, _told("Who made it.")]
    width: Annotated[int, _told("Its width in pixels.")]
    height: Annotated[int, _told("Its height in pixels.")]


@dataclass(frozen=True, slots=True)
class TermData:
    """A word that stories are sorted by: a setting, a pathway or a priority."""

    slug: Slug
    label: Annotated[str, _told("What readers see.")]
    about: Annotated[str | None, _told("What is meant.")]


def make_files(domain: Shape, action: Shape, brief: Shape, whole: Shape) -> Mapping[str, Any]:
    """Make the forms of the files: of the lists of actions and stories, of one story, of all."""
    terms = list[TermData]
    frame: dict[str, Any] = {
        "version": (Literal[1], _told("The version of this form.")),
        "licence": (str | None, _told("Under what others may use the stories, if it is said.")),
        "actions": (list[action.model], _told("All actions, newest first.")),  # type: ignore[name-defined]
        "domains": (list[domain.model], _told("The domains, in order.")),  # type: ignore[name-defined]
        "settings": (terms, _told("The places where care is given.")),
        "priorities": (terms, _told("The organisation's priorities.")),
    }
    paths = (terms, _told("The conditions and paths of care."))

    def shape(name: str, doc: str, **fields: Any) -> Any:  # noqa: ANN401 (pydantic's)
        return create_model(name, __config__=CONFIG, __doc__=doc, **fields)

    stories = (list[brief.model], _told("All stories in short, newest first."))  # type: ignore[name-defined]
    all_told = (list[whole.model], _told("All stories, newest first."))  # type: ignore[name-defined]
    return {
        "stories": shape(
            "StoriesFile",
            "All stories in short, with all actions: `stories.json`.",
            **frame,
            stories=stories,
            pathways=paths,
        ),
        "actions": shape("ActionsFile", "All actions, newest first: `actions.json`.", **frame),
        "story": shape(
            "OneStoryFile",
            "One story with everything that its page shows: `stories/SLUG/story.json`.",
            version=frame["version"],
            story=(whole.model, ...),
        ),
        "export": shape(
            "WholeFile",
            "All stories with everything: what `stories export --format json` writes.",
            **frame,
            stories=all_told,
            pathways=paths,
        ),
    }
