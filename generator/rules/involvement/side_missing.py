"""A story in which patients are not heard, or staff are not.

Why: The nurses told how much calmer the mornings were since the round had been moved. A year later
somebody asked the patients, who had been waking at five to be washed before it. Each side knows
something that the other does not, and a story that hears one of them has half of the ward in it.

Instead: Ask somebody on the other side, and add what they said as a voice, with consent, or what
you found as experience. Until then the page says who is missing.

Example:
    voices:
      - role: staff
        quote: "It runs like a clock now."
"""

from collections.abc import Iterator

from generator.evidence import Sides, sides_of
from generator.model import Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_MISSING = {
    Sides.PATIENTS: "Patients or carers are heard in this story, and no member of staff is.",
    Sides.STAFF: "Staff are heard in this story, and no patient or carer is.",
    Sides.NONE: "Neither patients nor staff are heard in this story.",
}


@rule(
    "L201",
    "side-missing",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story,),
    needs=("voices", "experience", "quick_win", "source"),
    learning="both-sides",
    can_be_allowed=True,
    says={sides.value: message for sides, message in _MISSING.items()},
)
def RULE(story: Story, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find the side that is missing; a voice that waits for consent is another rule's fault."""
    if story.quick_win or story.source:
        return
    actions = context.collection.actions_of(story)
    voices = [*story.voices, *(voice for action in actions for voice in action.voices)]
    sides = context.findings.of(story).sides
    if sides is not Sides.BOTH and sides_of(voices, story.experience) is not Sides.BOTH:
        key = "voices" if story.voices else "experience"
        yield fault.at(story.place(key), _MISSING[sides])
