"""A quotation whose consent was withdrawn, and which still stands in the file.

Why: a carer rang the ward and asked for her words to be taken down. They left the page within the
hour, and anybody could still read them in the file, and in every earlier version of it. A person
who takes their words back means all of them.

Instead: Take the whole quotation out of this file now. Then ask the maintainer to remove it from
the history of the repository, which still keeps it. The record of the consent and of its
withdrawal stays in your own register, outside the repository.

Example:
    consent:
      reference: FH-2026-014
      scope: [website]
      given: 2026-02-11
      withdrawn: 2026-10-05
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "C103",
    "consent-withdrawn",
    Severity.ERROR,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
    blocks=False,  # a build that stopped would leave the words on the site that is live
)
def RULE(record: Voiced, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find voices whose consent was taken back."""
    for index, voice in enumerate(record.voices):
        if voice.consent and voice.consent.withdrawn:
            message = (
                "The person quoted here withdrew their consent on "
                f"{voice.consent.withdrawn.isoformat()}. The quotation is left out of the site, "
                "and this file and the history of the repository still keep it."
            )
            yield fault.at(record.place("voices", index, "consent", "withdrawn"), message)
