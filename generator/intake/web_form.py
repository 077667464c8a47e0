"""The form on the site: its steps, and what its page has to know.

Enters the linked collection and the faults that there are; leaves frozen values for the template.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.intake import Step, ask_story, steps_of
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
    """The whole form. `data` is JSON for its script: limits, sentences, signs and where to send."""

    steps: tuple[FormStep, ...]
    data: str
    mail: str
    proposes: str
    site: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields that do not lie in another."""
        return tuple(field for step in self.steps for field in step.fields)


def make_form(collection: Collection, faults: Iterable[Fault], web: SiteIdentity) -> Form:
    """Make the form from the questions, and tell its page of `faults` what it can see itself."""
    fields = make_fields(ask_story(collection))
    steps = (
        FormStep(step, tuple(field for field in fields if field.question.step == step.name))
        for step in steps_of("story")
    )
    return Form(
        steps=tuple(step for step in steps if step.fields),
        data=describe_form(fields, faults, web),
        mail=web.mail,
        proposes=repository_url(web),
        site=web.name,
    )
