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

from generator.model import Action, Attachment, Record, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.personal_data.disguise import mask, to_plain_text
from generator.rules.personal_data.person_names import NAME, find_full_name, is_full_name
from generator.rules.personal_data.texts import list_texts
from generator.rules.rule import Context, rule

_SIDE = frozenset({"patient", "carer"})
_ROLE = r"(?:patient|carer|resident|service user)"
_IN_TEXT = re.compile(
    rf"\b(?:the|our|a|one|another|former|young) {_ROLE},? (?:called |named )(?P<called>{NAME})"
    rf"|\b(?:[Tt]he|[Oo]ur|[Aa]|[Oo]ne|[Aa]nother) {_ROLE}, (?P<told>{NAME})(?=,| who\b|\.)"
    rf"|\b(?P<named>{NAME}), (?:a|our|the|one of our) (?:former |young |retired )?{_ROLE}s?"
    r"(?=[,.;:)\n]| (?:at|on|in|of|who|from|with)\b)"
)
_WORDS = ("patient", "carer", "resident", "service user")
# The heading of a column, as it leads each of its cells.
_COLUMNS = ("name:", "names:", "surname:", "patient:", "carer:", "resident:", "user:", "client:")
_COLUMN = re.compile(
    r"(?:^|; )(?:(?P<half>(?:[\w’'-]{1,20}[ _-])?(?:surname|(?:last|family)[ _-]?name))"
    r"|(?:(?:full|patient|carer|resident|client|user|person)(?:[’']?s)?[ _-]?){0,3}names?"
    r"|(?:patient|carer|resident|client|service user)): (?P<name>[^;\n]{1,80})",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_NEAR = re.compile(
    r"(?:, |called |named )"
    rf"(?:[A-Z\u00c0-\u00de]|(?:a|our|the|one of our) (?:former |young |retired )?{_ROLE})"
)


@rule(
    "P109",
    "patient-full-name",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action, Attachment),
    needs=("voices",),
)
def RULE(record: Story | Action | Attachment, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find full names under quotations, in texts that say whose they are, and in columns."""
    if isinstance(record, Attachment):
        yield from _find_in_texts(record, fault, set())
        yield from _find_in_columns(record, fault)
    else:
        yield from _find_under_quotations(record, fault)


def _find_under_quotations(record: Story | Action, fault: Fault) -> Iterator[Problem]:
    agreed = set()
    for index, voice in enumerate(record.voices):
        if voice.role not in _SIDE:
            continue
        name = find_full_name(to_plain_text(voice.said_by).words)
        if name and voice.identity == "named":
            agreed.add(name)  # whether the consent covers it is for the rules about consent
        elif name:
            message = (
                f"{mask(name)} looks like the first name and surname of a {voice.role}, and "
                f"“identity” says “{voice.identity}”."
            )
            yield fault.at(record.place("voices", index, "said_by"), message)
    yield from _find_in_texts(record, fault, agreed)


def _find_in_texts(record: Record, fault: Fault, agreed: set[str]) -> Iterator[Problem]:
    for text in list_texts(record, _NAME_NEAR, _WORDS):
        if text.is_contact or text.keys[-1:] == ("said_by",):
            continue
        plain = text.plain
        for found in _IN_TEXT.finditer(plain.words):
            start, end = found.span(found.lastgroup or 0)
            name = " ".join(plain.words[start:end].split())
            if is_full_name(name) and name not in agreed:
                message = f"The full name of a patient or a carer stands {text.where}: "
                yield fault.at(text.place(plain.find_origin(start)), f"{message}{mask(name)}.")


def _find_in_columns(record: Attachment, fault: Fault) -> Iterator[Problem]:
    """Find the names below a heading that says whose they are."""
    for text in list_texts(record, _COLUMN, _COLUMNS):
        plain = text.plain
        for found in _COLUMN.finditer(plain.words):
            name = " ".join(found["name"].replace(",", " ").split())
            if is_full_name(name) or (found["half"] and is_full_name(f"{name} {name}")):
                message = "What may be the full name of a patient or a carer stands here: "
                place = text.place(plain.find_origin(found.start("name")))
                yield fault.at(place, f"{message}{mask(name)}.")
