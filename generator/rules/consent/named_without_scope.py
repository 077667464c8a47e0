"""A person named in full whose consent does not cover every place where the name would appear.

A name on the website needs consent for the website. The full name of a patient or a carer needs
consent for feeds, social media and print as well: what stands on a page with their name is passed
on by those who read it.

Why: a patient was glad to be named on the ward's page. Then the page was shared, and a cousin in
another country asked him about an illness that he had told nobody there about.

Instead: Ask the person about each place, and add to `scope` what they agree to. Otherwise name
them by their first name or by a name that they choose, and change `identity` to match.

Example:
    said_by: Maureen Price, patient
    identity: named
    consent: {reference: FH-2026-014, scope: [website], given: 2026-02-11}
"""

from collections.abc import Iterator

from generator.model import VOICED, Voiced
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_PLACES = ("website", "feeds", "social", "print")
_SIDE = frozenset({"patient", "carer"})


@rule(
    "C106",
    "named-without-scope",
    Severity.WARNING,
    doc=__doc__,
    on=VOICED,
    needs=("voices",),
    says={"": "This person is named in full, and the consent does not cover: {places}."},
)
def RULE(record: Voiced, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find consents that hold and cover less than the name needs."""
    for index, voice in enumerate(record.voices):
        consent = voice.consent
        if voice.identity != "named" or consent is None or consent.withdrawn:
            continue
        if context.today >= consent.ends_on:
            continue
        needed = _PLACES if voice.role in _SIDE else _PLACES[:1]
        if missing := [where for where in needed if where not in consent.scope]:
            place = record.place("voices", index, "consent", "scope")
            yield fault.at(place, *fault.say("", places=", ".join(missing)))
