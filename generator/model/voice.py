"""A voice: what somebody said, and the consent under which it may be shown."""

import datetime as dt
from typing import Literal

from generator.model.base import Part
from generator.model.field import field
from generator.model.field_types import Date, Language, Line, Text, add_months
from generator.model.pseudonym import mark_pseudonym
from generator.model.scope import Identity, Scope

REVIEW_MONTHS = 24
EXPIRY_MONTHS = 36


class Consent(Part):
    """Permission to show somebody's words. The signed form itself stays with the organisation."""

    reference: Line = field(
        description="The number of the consent form in your own files. The form itself never "
        "comes here.",
        examples=["FH-2026-014"],
        label="Number of the consent form in your own files",
    )
    scope: tuple[Scope, ...] = field(
        min_length=1,
        description="Where the person agreed to be quoted.",
        examples=[["website", "print"]],
        label="Where may it be shown?",
        choices={
            "website": "on this website",
            "feeds": "in news feeds",
            "social": "on social media",
            "print": "on paper",
        },
    )
    given: Date = field(
        description="The day on which they agreed.",
        examples=["2026-02-11"],
        label="When did they agree?",
    )
    review: Date | None = field(
        None,
        description="When to ask them again; 24 months after `given` unless you say so.",
        label="When will you ask them again?",
    )
    expires: Date | None = field(
        None,
        description="When the consent ends; 36 months after `given` unless you say so.",
        label="When does the consent end?",
    )
    withdrawn: Date | None = field(
        None,
        description="The day on which they withdrew. Take the quotation out of the file as well: "
        "the history of the repository keeps it until somebody removes it there.",
        label="Did they withdraw, and when?",
    )

    @property
    def review_on(self) -> dt.date:
        """The day from which the person is to be asked again."""
        return self.review or add_months(self.given, REVIEW_MONTHS)

    @property
    def ends_on(self) -> dt.date:
        """The day from which the consent no longer holds."""
        return self.expires or add_months(self.given, EXPIRY_MONTHS)

    def allows(self, scope: Scope, today: dt.date) -> bool:
        """Whether the words may be shown in this place on this day."""
        return scope in self.scope and self.withdrawn is None and today < self.ends_on


class Voice(Part):
    """What one person said, in their own words."""

    role: Literal["patient", "carer", "staff", "volunteer", "other"] = field(
        description="Who is speaking: a patient, a carer, a member of staff, a volunteer or "
        "somebody else.",
        label="Who is speaking?",
        choices={
            "patient": "a patient",
            "carer": "a carer",
            "staff": "a member of staff",
            "volunteer": "a volunteer",
            "other": "somebody else",
        },
    )
    quote: Text = field(
        description="What they said, word for word, without quotation marks around it.",
        examples=["Thirty years a Peggy, and on the ward I was Margaret."],
        label="What did they say?",
    )
    said_by: Line = field(
        description="How they are to be named under the quotation.",
        examples=["Peggy, patient"],
        label="How are they to be named?",
    )
    identity: Identity = field(
        description="How far `said_by` gives away who they are.",
        label="How far does the name give away who they are?",
        choices={
            "named": "named: full name",
            "first-name": "first name only",
            "pseudonym": "pseudonym: another name",
            "anonymous": "anonymous: no name",
        },
    )
    consent: Consent | None = field(
        None,
        description="The consent for this quotation. Without it the quotation is not shown.",
        label="What did they agree to?",
    )
    language: Language | None = field(
        None,
        description="The language of their words, by its code, where it is not that of the file: "
        "cy for Welsh.",
        examples=["cy"],
        label="Which language are their words in, if not in that of the rest?",
    )

    @property
    def speaker(self) -> str:
        """Who speaks, as every output names them: a pseudonym is marked as one, and once."""
        return mark_pseudonym(self.said_by) if self.identity == "pseudonym" else self.said_by

    def may_be_shown(self, scope: Scope, today: dt.date) -> bool:
        """Whether there is a consent that allows it."""
        return self.consent is not None and self.consent.allows(scope, today)
