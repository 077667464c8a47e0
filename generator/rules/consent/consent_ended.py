"""A consent that has run out; its quotation is left out of the site.

Why: three years after she spoke to us, a woman on the breast unit had a new job and new
colleagues, and had told none of them. A consent holds for a time, so that somebody asks again
before a life has moved on.

Instead: Ask the person again. If they agree, write the new form's number and day under `consent`;
if they cannot be asked, take the quotation out of the file.

Example:
    consent: {reference: FH-2022-014, scope: [website], given: 2022-02-11}
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "C102",
    "consent-ended",
    Severity.WARNING,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
    says={
        "": "The consent for this quotation ended on {date}, so the quotation is left out of the "
        "site."
    },
)
def RULE(record: Voiced, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find voices whose consent has ended, and was not withdrawn before."""
    for index, voice in enumerate(record.voices):
        consent = voice.consent
        if consent is None or consent.withdrawn or context.today < consent.ends_on:
            continue
        name = "expires" if consent.expires else "given"
        message, _ = fault.say("", date=consent.ends_on.isoformat())
        yield fault.at(record.place("voices", index, "consent", name), message)
