"""How an example fared elsewhere, in words: “Tried in 4 places, kept in 3”, and each place."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.collection.collection import Collection, url_of
from generator.collection.fared import Fared, Trial, list_trials
from generator.collection.record_names import name_example
from generator.collection.related import soften
from generator.model import Action, Adoption, Contact, Story
from generator.pages.labels import count, join_tellers, label_term, say_language, say_month

NOBODY = "Another place"
OUTCOMES = {
    "kept": "Kept",
    "adapted": "Kept, in their own way",
    "given-up": "Tried and given up",
    "testing": "Being tested",
    "decided-against": "Looked at and decided against",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that tried an example: who and when, what came of it, and why.

    `title` and `url` are those of its own story, where it has told one; `more` says what it changed
    and whom to ask. `language` is that of its words, as far as it is told.
    """

    who: str
    outcome: str
    why: str = ""
    title: str = ""
    url: str = ""
    more: str = ""
    language: str = ""


def name_goal(record: Story | Action, collection: Collection) -> str:
    """Name a record for the short forms; nothing where the site has no pages for them."""
    forms = {f"{collection.content}/tell/{name}.md" for name in ("since", "tried")}
    return name_example(record) if forms <= collection.pages else ""


def say_fared(fared: Fared) -> str:
    """Say in a few words how an example fared elsewhere; nothing where nobody has looked at it."""
    if not fared:
        return ""
    if not fared.tried:
        return f"Looked at and decided against in {count(fared.against, 'place')}"
    tried = f"Tried in {count(fared.tried, 'place')}, kept in {fared.kept or 'none'}"
    return f"{tried}; decided against in {fared.against}" if fared.against else tried


def list_places(record: Story | Action, collection: Collection) -> Iterator[Place]:
    """List the places that tried an example, earliest first."""
    for trial in list_trials(record, collection):
        yield make_place(trial, collection)


def make_place(trial: Trial, collection: Collection) -> Place:
    """Say who tried an example and when, and what came of it."""
    told = trial.told
    who = f"{_say_who(told, collection)}, {say_month(trial.date)}"
    outcome = OUTCOMES[trial.outcome]
    if isinstance(told, Story):
        language = told.language or ""
        return Place(who, outcome, title=told.title, url=url_of(told), language=language)
    return Place(who, outcome, told.why, more=_say_more(told), language=told.language or "")


def _say_who(told: Adoption | Story, collection: Collection) -> str:
    setting = label_term(told.setting, collection.settings)
    names = join_tellers(told)
    return f"{names} ({soften(setting)})" if names and setting else names or setting or NOBODY


def _say_more(told: Adoption) -> str:
    changed = f"What was changed: {told.changed}" if told.changed else ""
    asked = f"Ask: {_say_contact(told.contact)}" if told.contact else ""
    language = f"Told in {say_language(told.language)}" if told.language else ""
    return " · ".join(filter(None, (changed, asked, language)))


def _say_contact(contact: Contact) -> str:
    return ", ".join(value for _, value in contact if value)
