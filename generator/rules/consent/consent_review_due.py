"""A consent that is due to be looked at again.

Why: a man who had agreed gladly in his first week of treatment thought otherwise once it was over.
He had not withdrawn; nobody had asked. Two years on, a telephone call is enough, and it is a good
day to hear how he is.

Instead: Ask the person whether the quotation may stay. Then write the day of the next review under
`consent` as `review`, or a new `given` if there is a new form.

Example:
    consent: {reference: FH-2024-014, scope: [website], given: 2024-02-11}
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule(
    "C104",
    "consent-review-due",
    Severity.ADVICE,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
)
def RULE(record: Voiced, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find voices whose consent still holds and whose review is due."""
    for index, voice in enumerate(record.voices):
        consent = voice.consent
        if consent is None or consent.withdrawn:
            continue
        if consent.review_on <= context.today < consent.ends_on:
            name = "review" if consent.review else "given"
            message = (
                "The consent for this quotation has been due for review since "
                f"{consent.review_on.isoformat()}. It ends on {consent.ends_on.isoformat()}."
            )
            yield fault.at(record.place("voices", index, "consent", name), message)
