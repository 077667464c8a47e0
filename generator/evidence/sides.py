"""Whose side a story tells: the voices and the experience in it to one label."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from generator.model import Experience


class Speaker(Protocol):
    """Somebody who speaks in a story."""

    @property
    def role(self) -> str:
        """Whose voice it is: a patient's, a carer's, of staff, or another's."""


class Sides(StrEnum):
    """Who is heard in a story, as a reader sees it."""

    BOTH = "both sides"
    PATIENTS = "patients only"
    STAFF = "staff only"
    NONE = "no voices yet"


def sides_of(voices: Iterable[Speaker], experience: Iterable[Experience]) -> Sides:
    """Find who is heard, in a quotation or in an experience record alike.

    Carers count with patients; volunteers and others count with neither.
    """
    heard = {voice.role for voice in voices} | {record.from_ for record in experience}
    hears_patients = not heard.isdisjoint({"patient", "carer", "patients", "carers"})
    hears_staff = "staff" in heard
    if hears_patients and hears_staff:
        return Sides.BOTH
    if hears_patients:
        return Sides.PATIENTS
    return Sides.STAFF if hears_staff else Sides.NONE
