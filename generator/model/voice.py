"""A voice: what somebody said, and the consent under which it may be shown."""

import datetime as dt
from typing import Literal, get_args

from pydantic import Field

from generator.model.base import Part
from generator.model.field_types import Date, Line, Text, add_months
from generator.model.pseudonym import mark_pseudonym

REVIEW_MONTHS = 24
EXPIRY_MONTHS = 36

Scope = Literal["website", "feeds", "social", "print"]
SCOPES: tuple[Scope, ...] = get_args(Scope)


class Consent(Part):
    """Permission to show somebody's words. The signed form itself stays with the organisation."""

    reference: Line = Field(
        description="The number of the consent form in your own files. The form itself never "
        "comes here.",
        examples=["FH-2026-014"],
    )
    scope: tuple[Scope, ...] = Field(
        min_length=1,
        description="Where the person agreed to be quoted.",
        examples=[["website", "print"]],
    )
    given: Date = Field(description="The day on which they agreed.", examples=["2026-02-11"])
    review: Date | None = Field(
        None, description="When to ask them again; 24 months after `given` unless you say so."
    )
    expires: Date | None = Field(
        None, description="When the consent ends; 36 months after `given` unless you say so."
    )
    withdrawn: Date | None = Field(
        None,
        description="The day on which they withdrew. Take the quotation out of the file as well: "
        "the history of the repository keeps it until somebody removes it there.",
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

    role: Literal["patient", "carer", "staff", "volunteer", "other"] = Field(
        description="Who is speaking: a patient, a carer, a member of staff, a volunteer or "
        "somebody else."
    )
    quote: Text = Field(
        description="What they said, word for word, without quotation marks around it.",
        examples=["Thirty years a Peggy, and on the ward I was Margaret."],
    )
    said_by: Line = Field(
        description="How they are to be named under the quotation.",
        examples=["Peggy, patient"],
    )
    identity: Literal["named", "first-name", "pseudonym", "anonymous"] = Field(
        description="How far `said_by` gives away who they are."
    )
    consent: Consent | None = Field(
        None, description="The consent for this quotation. Without it the quotation is not shown."
    )

    @property
    def speaker(self) -> str:
        """Who speaks, as every output names them: a pseudonym is marked as one, and once."""
        return mark_pseudonym(self.said_by) if self.identity == "pseudonym" else self.said_by

    def may_be_shown(self, scope: Scope, today: dt.date) -> bool:
        """Whether there is a consent that allows it."""
        return self.consent is not None and self.consent.allows(scope, today)
