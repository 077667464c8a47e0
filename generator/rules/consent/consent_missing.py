"""A quotation without a consent; it is left out of the site.

Why: a man on a renal ward said something good over his breakfast, and the housekeeper wrote it
down. He never learnt that it was for a website; his daughter read it there. What people say to
those who care for them is theirs, and both sides are heard only by leave of both.

Instead: Ask the person, keep the signed form in your own files, and write its number, what they
agreed to and the day under `consent`. Until then the quotation is not shown, and it is better kept
out of the file too.

Example:
    voices:
      - role: patient
        quote: I had my slippers on before anybody asked.
        said_by: Reg, patient
        identity: first-name
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "C101",
    "consent-missing",
    Severity.WARNING,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
    learning="both-sides",
    says={"": "This quotation has no consent, so it is left out of the site."},
)
def RULE(record: Voiced, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find voices that nobody is known to have agreed to."""
    for index, voice in enumerate(record.voices):
        if voice.consent is None:
            yield fault.at(record.place("voices", index), *fault.say(""))
