"""A consent that does not take in the website, so that its quotation is left out of the site.

Why: a volunteer agreed to be quoted on the poster by the lift, where everyone knew her. The
website is read by everyone else. Where somebody agreed to be quoted is part of what they said.

Instead: Ask the person whether the website is all right for them, and add “website” to `scope` if
it is. Otherwise take the quotation out of the file, which others can read.

Example:
    consent: {reference: FH-2026-014, scope: [print], given: 2026-02-11}
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.model.voice import Consent
from generator.rules.rule import Context, rule


@rule(
    "C105",
    "consent-scope-short",
    Severity.ADVICE,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
    says={
        "": "The person agreed to be quoted in: {places}. The website is not among them, so the "
        "quotation is left out of the site."
    },
)
def RULE(record: Voiced, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find consents that hold and leave out the website; full names are named-without-scope's."""
    for index, voice in enumerate(record.voices):
        consent = voice.consent
        if consent is None or "website" in consent.scope or not _holds(consent, context):
            continue
        if voice.identity != "named":
            place = record.place("voices", index, "consent", "scope")
            yield fault.at(place, *fault.say("", places=", ".join(consent.scope)))


def _holds(consent: Consent, context: Context) -> bool:
    return consent.withdrawn is None and context.today < consent.ends_on
