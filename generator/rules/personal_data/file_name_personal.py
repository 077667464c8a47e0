"""The name of a file that tells who somebody is: a number, a date of birth, a patient's name.

Why: a photograph of a hand-made card went up as it had come out of the scanner, under the name
that the ward's computer gives to a patient's papers. The file's name is part of its address.

Instead: Rename the file after what it shows, such as card-by-the-bed.jpg. If it has already been
sent, tell whoever looks after data protection: the history of the repository keeps the old name.

Example:
    image: {file: mary-jones-dob-1948.jpg, alt: A card by a bed}
"""

import re
from collections.abc import Iterator
from posixpath import basename, split, splitext

from generator.model import Action, Domain, Record, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.personal_data.dates_in_text import MAY_BE_DATE, list_birth_dates
from generator.rules.personal_data.disguise import mask, to_plain_text
from generator.rules.personal_data.nhs_checksum import list_nhs_numbers
from generator.rules.rule import Context, rule

_PAPER = re.compile(
    r"^(?P<names>[^\W\d_]{3,30}[-_ ][^\W\d_]{3,30})[-_ ]"
    r"(?:dob|date[-_ ]of[-_ ]birth|nhs[-_ ]n(?:umber|o)|consent[-_ ]form|discharge[-_ ]letter"
    r"|medical[-_ ]records?)(?![^\W\d_])",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(?<=[a-z])-|-(?=[a-z])", re.IGNORECASE)
# “Asking for DOB” is a title, not a person.
_WORD = re.compile(
    r"\b(?:about|and|ask|asked|asking|before|blank|check|checking|easy|for|from|give|giving|her|his"
    r"|into|its|new|not|old|one|our|patients?|read|reading|say|saying|sign|signed|simple|spoken"
    r"|tell|the|their|two|using|what|when|where|which|why|with|without|write|writing|your)\b",
    re.IGNORECASE,
)


@rule("P110", "file-name-personal", Severity.WARNING, doc=__doc__, on=(Story, Action, Domain))
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find such names of the record's file, and, with the first record, of all the other files."""
    collection = context.collection
    records = (*collection.stories[:1], *collection.actions[:1], *collection.domains[:1])
    paths = [record.path]
    if records and record is records[0]:
        others = (each.path for each in collection.attachments)
        paths += sorted({*collection.assets, *collection.refused, *others})
        paths += [unread.path for unread in collection.unread]
    for path in paths:
        if value := _find(path):
            message = f"The name of this file tells who somebody is: {mask(value)}."
            yield fault.at(Place(path), message)


def _find(path: str) -> str | None:
    folder, name = split(path)
    stem = splitext(name)[0]
    stem = basename(folder) if stem == "index" else stem
    words = to_plain_text(stem.replace("_", "-")).words
    if (found := _PAPER.match(words)) and not _WORD.search(found["names"]):
        return found[0]
    spaced = _HYPHEN.sub(" ", words)
    births = list_birth_dates(spaced) if MAY_BE_DATE.search(spaced) else ()
    for start, end in (*list_nhs_numbers(words), *births):
        return words[start:end]
    return None
