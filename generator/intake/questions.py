"""The questions that a person is asked, in plain words, from the field table.

Every form asks these, whatever it is made of: a terminal, a page, a Word document, an issue. A
form takes the questions of a kind of record (`ask`; `ask_story` and `ask_action` for short), shows
`label`, explains with `about`, offers `choices`, and keeps `path` with the answer: it is the name
of the field, dotted where it lies in a group (`contact.email`, `voices.consent.given`). Labels are
used once in their group, so that an answer can be placed by its label alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.collection.collection import Collection
from generator.intake.steps import BODIES, LAST, STEPS, Step, complete_steps
from generator.model import Action, Adoption, Domain, Record, Story, Update
from generator.model.field_table import FieldRow, list_fields
from generator.model.schema import describe_record

KINDS: Mapping[str, type[Record]] = {"story": Story, "action": Action, "domain": Domain}
# What a file may hold that comes in whole; the last two have short forms of their own.
WRITTEN: Mapping[str, type[Record]] = {**KINDS, "update": Update, "adoption": Adoption}
_LINE = 200
_ADDRESSES = frozenset({"url"})  # long, and never of several lines
_FORMS = {"boolean": "yes-no", "integer": "count", "number": "number"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that there are: as it stands in a file, and as a person reads it.

    `also` are other words that people use for it.
    """

    value: str
    label: str
    about: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and what an answer to it is.

    The `form` of an answer is `line` or `text` (of several lines), `date`, `number`, `count` (a
    whole number), `yes-no`, `choice` (one of `choices`), `choices` (some of them), `lines` (a list
    of short texts), `dates` (a list of days), `group` (one answer to each of `parts`), `groups` (as
    many such groups as there are) or `body` (of several lines; it goes below the fields, under
    `heading`).
    """

    path: str
    label: str
    about: str
    form: str
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    step: str = ""
    least: int = 0
    most: int | None = None
    example: str = ""
    heading: str = ""
    parts: tuple["Question", ...] = ()

    @property
    def name(self) -> str:
        """The last part of the path: the field's name in its group."""
        return self.path.rpartition(".")[2]


def ask_story(collection: Collection) -> tuple[Question, ...]:
    """Ask for a story, in the order of the steps."""
    return ask("story", collection)


def ask_action(collection: Collection) -> tuple[Question, ...]:
    """Ask for an action record, in the order of the steps."""
    return ask("action", collection)


def ask_update(collection: Collection) -> tuple[Question, ...]:
    """Ask for what has happened since: which story, how it stands, and the next values."""
    about = "The title of the story or of the action, or its address on this site."
    return tuple(
        replace(question, about=about, is_required=True) if question.path == "story" else question
        for question in ask("update", collection)
        if question.step != LAST
    )


# What a form of its own asks for, in Word and in issues.
FORMS: Mapping[str, Callable[[Collection], tuple[Question, ...]]] = {
    "story": ask_story,
    "update": ask_update,
}


def ask(kind: str, collection: Collection) -> tuple[Question, ...]:
    """Ask for a record of a kind: `story`, `action`, `domain` or `update`."""
    steps = {path: step.name for step in steps_of(kind) for path in step.paths}
    schema = _describe(kind)
    asker = _Asker(schema.get("$defs", {}), list_choices(collection))
    asked = [
        asker.ask(row, schema["properties"][row.name], row.name, steps[row.name])
        for row in rows_of(kind)
    ]
    asked += (
        Question(path, label, "", "body", step=steps[path], heading=heading, is_required=is_done)
        for path, label, heading in BODIES[kind]
        for is_done in (path == "body.done" and kind in KINDS,)
    )
    order = list(steps)
    return tuple(sorted(asked, key=lambda question: order.index(question.path)))


@cache
def rows_of(kind: str) -> tuple[FieldRow, ...]:
    """List the rows of a kind's field table; they are worked out once."""
    return list_fields(WRITTEN[kind])


@cache
def _describe(kind: str) -> dict[str, Any]:
    return describe_record(WRITTEN[kind])


@cache
def steps_of(kind: str) -> tuple[Step, ...]:
    """List the steps in which a kind of record is asked for; every field stands in one."""
    bodies = (path for path, *_ in BODIES[kind])
    return complete_steps(STEPS[kind], (*(row.name for row in rows_of(kind)), *bodies))


def list_choices(collection: Collection) -> Mapping[str, tuple[Choice, ...]]:
    """Find what a site's own framework offers, by the name of the field that takes it."""
    return {
        "domains": tuple(
            Choice(d.slug, d.title or d.slug, d.statement or "", (d.short,) if d.short else ())
            for d in collection.domains
        ),
        "setting": _list(collection.settings.items()),
        "pathway": _list(collection.pathways.items()),
        "strategic_links": _list(collection.priorities.items()),
    }


def _list(terms: Iterable[tuple[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(slug, term.label, term.about or "", term.aliases) for slug, term in terms)


@dataclass(frozen=True, slots=True)
class _Asker:
    """What is the same for all questions of a kind."""

    parts: Mapping[str, Any]
    offered: Mapping[str, tuple[Choice, ...]]

    def ask(self, row: FieldRow, field: Mapping[str, Any], path: str, step: str) -> Question:
        """Ask for one field, and for those in it."""
        item = field.get("items", field)
        inner = self.parts.get(item.get("$ref", "").rpartition("/")[2], {}).get("properties", {})
        listed = tuple(Choice(value, row.labels.get(value, value)) for value in row.choices)
        is_list = field.get("type") == "array"
        return Question(
            path=path,
            label=row.label,
            about=row.about,
            form="line"
            if row.name in _ADDRESSES
            else _find_form(item, is_list=is_list, is_offered=bool(listed) or path in self.offered),
            choices=listed or self.offered.get(path, ()),
            is_required=row.is_required,
            step=step,
            least=item.get("minLength", 0),
            most=item.get("maxLength"),
            example=row.example,
            parts=tuple(
                self.ask(part, inner[part.name], f"{path}.{part.name}", step) for part in row.fields
            ),
        )


def _find_form(item: Mapping[str, Any], *, is_list: bool, is_offered: bool) -> str:
    if "$ref" in item:
        return "groups" if is_list else "group"
    if is_offered:
        return "choices" if is_list else "choice"
    if is_list:
        return "dates" if item.get("format") == "date" else "lines"
    if item.get("format") == "date":
        return "date"
    if item.get("type") in _FORMS:
        return _FORMS[item["type"]]
    return "line" if item.get("maxLength", 0) <= _LINE else "text"
