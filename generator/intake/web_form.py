"""The form on the site: its steps, and what its page has to know.

Enters the linked collection and the faults that there are; leaves frozen values for the template.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.collection.collection import Collection
from generator.intake import Step, ask_story, steps_of
from generator.intake.paper_form import ACTIONS, ask_actions, ask_pictures
from generator.intake.web_form_data import describe_form, repository_url
from generator.intake.web_form_fields import Field, make_fields
from generator.model.problem import Fault
from generator.model.site_identity import SiteIdentity


@dataclass(frozen=True, slots=True)
class FormStep:
    """One screen of the form."""

    step: Step
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form. `data` is JSON for its script: limits, sentences, signs and where to send.

    `receiver` is the host that takes what is sent without an account, or the site's name if the
    site takes it itself.
    """

    steps: tuple[FormStep, ...]
    data: str
    mail: str
    proposes: str
    receiver: str
    site: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields that do not lie in another."""
        return tuple(field for step in self.steps for field in step.fields)


def _list_steps() -> Iterator[Step]:
    """List the steps of a story, and after its figures that of its actions."""
    for step in steps_of("story"):
        yield step
        if step.name == "measures":
            yield Step("actions", *ACTIONS, ("actions",))


def make_form(collection: Collection, faults: Iterable[Fault], web: SiteIdentity) -> Form:
    """Make the form from the questions, and tell its page of `faults` what it can see itself."""
    asked = (ask_pictures(q) if q.path == "image" else q for q in ask_story(collection))
    fields = make_fields((*asked, replace(ask_actions(), step="actions")))
    steps = (
        FormStep(step, tuple(field for field in fields if field.question.step == step.name))
        for step in _list_steps()
    )
    return Form(
        steps=tuple(step for step in steps if step.fields),
        data=describe_form(fields, faults, web),
        mail=web.mail,
        proposes=repository_url(web),
        receiver=web.receiver and (urlsplit(web.receiver).hostname or web.name),
        site=web.name,
    )
