"""The full name of a patient or a carer who has not agreed to be named.

Why: a team had agreed with a patient that he would be Colin in their story. Someone else wrote the
caption, and knew him as Colin Marsh. The consent was for a first name.

Instead: Use the first name alone, or another name, and say so in `identity`. A patient who wants
to be named in full has identity `named` and a consent whose scope covers it.

Example:
    said_by: Colin Marsh, patient
    identity: first-name
"""

import re
from collections.abc import Iterator

from generator.model import AUTHORED, Attachment, Contact, Record
from generator.model.problem import Fault, Problem, Severity
from generator.model.voice import Voice
from generator.rules.personal_data.disguise import mask, to_plain_text
from generator.rules.personal_data.name_patterns import (
    MAY_BE_IN_CAPITALS,
    MAY_BE_NAME,
    SIGNS,
    SMALL_PATIENT,
    SMALL_TITLES,
)
from generator.rules.personal_data.names_in_boxes import BOX_SIGNS
from generator.rules.personal_data.names_in_text import list_patient_names, list_staff_names
from generator.rules.personal_data.person_names import find_full_name, is_full_name
from generator.rules.personal_data.texts import Text, list_texts, look_at, with_any, with_word
from generator.rules.rule import Context, rule

_SIDE = frozenset({"patient", "carer"})
_AGREED = frozenset({"named", "pseudonym"})
# The heading of a column, as it leads each of its cells.
_MAY_HAVE_COLUMN = with_any(
    "name:", "names:", "surname:", "patient:", "carer:", "resident:", "user:", "client:"
)
_has_title = with_word("mr mrs miss")
_COLUMN = re.compile(
    r"(?:^|; )(?:(?P<half>(?:[\w’'-]{1,20}[ _-])?(?:surname|(?:last|family)[ _-]?name))"
    r"|(?:(?:full|patient|carer|resident|client|user|person)(?:[’']?s)?[ _-]?){0,3}names?"
    r"|(?:patient|carer|resident|client|service user)): (?P<name>[^;\n]{1,80})",
    re.IGNORECASE | re.MULTILINE,
)
# Fields that are no prose, or say who of the staff it was.
_NO_PROSE = frozenset(
    {"said_by", "organisation", "team", "credit", "by", "with", "decided_by", "enabled_by", "name",
        "reference",
     "file", "url", "owner", "title"}
)  # fmt: skip


@rule(
    "P109",
    "patient-full-name",
    Severity.WARNING,
    doc=__doc__,
    on=(*AUTHORED, Attachment),
    needs=("voices",),
    says={"": "The full name of a patient or a carer stands {where}: {value}."},
    signs=(*SIGNS, *BOX_SIGNS),
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find full names under quotations, in texts that say whose they are, and in columns."""
    if isinstance(record, Attachment):
        found = [*_find_in_texts(record, fault, set()), *_find_in_columns(record, fault)]
        yield from {problem.place: problem for problem in found}.values()
    else:
        yield from _find_under_quotations(record.own, fault)


def _find_under_quotations(record: Record, fault: Fault) -> Iterator[Problem]:
    known = set()
    voices: tuple[Voice, ...] = getattr(record, "voices", ())
    for index, voice in enumerate(voices):
        name = find_full_name(to_plain_text(voice.said_by).words)
        if voice.role not in _SIDE or voice.identity in _AGREED:
            # Whether the consent covers it is for the rules about consent.
            known |= set(re.findall(r"[\w’'-]+", voice.said_by))
        elif name:
            message = (
                f"{mask(name)} looks like the first name and surname of a {voice.role}, and "
                f"“identity” says “{voice.identity}”."
            )
            yield fault.at(record.place("voices", index, "said_by"), message)
    contact: Contact | None = getattr(record, "contact", None)
    if contact:
        known |= set(to_plain_text(contact.name or "").words.split())
    yield from _find_in_texts(record, fault, known)


def _find_in_texts(record: Record, fault: Fault, known: set[str]) -> Iterator[Problem]:
    """Find names in prose, but those that the record itself says are known, or are of staff."""
    look = look_at(record)
    plain = look.plain
    has_title = _has_title(look) and any(map(plain.__contains__, SMALL_TITLES))
    is_small = has_title or SMALL_PATIENT.search(plain)
    texts = list(list_texts(record, MAY_BE_NAME if is_small else MAY_BE_IN_CAPITALS))
    told = [(text, list(list_patient_names(text.plain.words))) for text in texts if _is_prose(text)]
    if any(spans for _, spans in told):
        known |= {name.split()[-1] for t in texts for name in list_staff_names(t.plain.words)}
    for text, spans in told:
        for start, end in spans:
            name = " ".join(text.plain.words[start:end].split())
            if name.split()[-1] not in known:
                message, _hint = fault.say("", where=text.where, value=mask(name))
                yield fault.at(text.place(text.plain.find_origin(start)), message)


def _is_prose(text: Text) -> bool:
    return not text.is_contact and not (
        text.keys and text.keys[-1] in _NO_PROSE and text.keys != ("title",)
    )


def _find_in_columns(record: Attachment, fault: Fault) -> Iterator[Problem]:
    """Find the names below a heading that says whose they are."""
    for text in list_texts(record, _COLUMN, _MAY_HAVE_COLUMN):
        plain = text.plain
        for found in _COLUMN.finditer(plain.words):
            name = " ".join(found["name"].replace(",", " ").split())
            if is_full_name(name) or (found["half"] and is_full_name(f"{name} {name}")):
                message = "What may be the full name of a patient or a carer stands here: "
                place = text.place(plain.find_origin(found.start("name")))
                yield fault.at(place, f"{message}{mask(name)}.")
