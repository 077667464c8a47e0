"""Names of patients and carers in prose: by the words around, and by a list of given names.

Takes words; gives where names begin and end. A name beside a role (Joan Tuck, ward clerk) is one of
staff. Without a word that says so outright, a full name counts where the first of it is somebody's
given name and its sentence tells of illness, care or a family.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from generator.rules.personal_data.name_patterns import (
    BEFORE_MONTH,
    CARE,
    DID,
    FAMILY,
    FULL,
    INITIALS,
    INVENTED,
    LOOK,
    MAY_BE_NAME,
    MONTHS,
    NEAR,
    NEVER_GIVEN,
    OF_KIN,
    OLD,
    OWN,
    PLAIN_TITLE,
    SIGNS,
    SMALL,
    TITLED_NAME,
    TURNED,
)
from generator.rules.personal_data.names_in_boxes import BOX_SIGNS
from generator.rules.personal_data.people_words import PERSON
from generator.rules.personal_data.person_names import is_full_name
from generator.rules.personal_data.signs import (
    Stretch,
    find_signs,
    has,
    list_stretches,
    read_sentence,
)
from generator.rules.personal_data.staff_name_patterns import (
    AT_WORK,
    IS_ROLE,
    IS_STAFF,
    KNOWN_TO_ALL,
    OF_OTHERS,
    PLACE_AFTER,
    PLACE_BEFORE,
    STAFF_AFTER,
    STAFF_BEFORE,
)
from generator.rules.personal_data.told_name_patterns import TITLE

_IS_TITLED = re.compile(
    rf"(?:{TITLE}|Dr|Prof(?:essor)?|Sister|Nurse|Rev(?:d|erend)?|Father|Sir|Dame|Captain|Major|Sgt"
    r"|Sergeant)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b([A-Z][\w’-]{1,30}) (?:and|&) $")
_LISTS = ("given_names.txt", "further_given_names.txt")


@cache
def _load_given_names() -> frozenset[str]:
    texts = (files(__package__).joinpath(name).read_text("utf-8") for name in _LISTS)
    return frozenset(name for text in texts for name in text.partition("\n---\n")[2].split())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that is known."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c)
    )
    return not {word.lower().partition("-")[0], plain.partition("-")[0]}.isdisjoint(
        _load_given_names()
    )


def list_patient_names(words: str) -> Iterator[Stretch]:
    """Find the start and end of each name that is told of a patient or a carer."""
    stretches = list_stretches(words, MAY_BE_NAME)
    found = dict(_find_strong(words, stretches))
    for stretch in stretches:
        listed = (
            *_find_titled(words, stretch),
            *_find_by_list(words, stretch),
            *_find_turned(words, stretch),
        )
        found |= {start: end for start, end in listed if start not in found}
    last = -1
    for start, end in sorted(found.items()):
        if start >= last and not _is_invented(words, start, end):
            yield start, end
            last = end


def list_staff_names(words: str) -> Iterator[str]:
    """Find the full names that stand beside a role."""
    for found in FULL.finditer(words):
        if _is_of_staff(words, found.start(), found.end()) and not _is_of_kin(words, found.end()):
            yield OWN.sub("", " ".join(found[0].split()))


def _is_invented(words: str, start: int, end: int) -> bool:
    """Whether its sentence says that nobody is called so."""
    first, last = read_sentence(words, start, end)
    return has(INVENTED, words, first, last)


def _find_strong(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for start, end in find_signs(words, SIGNS, stretches):
        name = OWN.sub("", words[start:end])
        is_staff = _is_of_staff(words, start, end) and not _is_of_kin(words, end)
        if is_staff or PLACE_AFTER.match(words, end):
            continue
        is_titled = _IS_TITLED.match(name)
        turned = " ".join(reversed(name.title().split(", "))) if ", " in name else name
        if is_titled or INITIALS.fullmatch(name) or is_full_name(" ".join(turned.split())):
            yield start, start + len(name)
    yield from find_signs(words, BOX_SIGNS, stretches)
    for found in (each for stretch in stretches for each in SMALL.finditer(words, *stretch)):
        if is_given_name(found["name"].split()[0]):
            yield found.span("name")


def _find_titled(words: str, stretch: Stretch) -> Iterator[Stretch]:
    for found in TITLED_NAME.finditer(words, *stretch):
        start, end = found.span()
        if not _is_of_staff(words, start, end) and not PLACE_AFTER.match(words, end):
            first, last = read_sentence(words, start, end)
            if (
                has(FAMILY, words, first, last)
                or DID.match(words, end)
                or (
                    PLAIN_TITLE.match(words, start)
                    and not has(AT_WORK, words, first, last)
                    and has(CARE, words, max(0, first - NEAR), last + NEAR)
                )
            ):
                yield start, end


def _find_by_list(words: str, stretch: Stretch) -> Iterator[Stretch]:
    for found in FULL.finditer(words, *stretch):
        start = found.start()
        parts = found[0].split()
        while len(parts) > 1 and (
            not _is_given(words, start, parts[0]) or _is_month(words, start, parts[0])
        ):
            start = words.index(parts[1], start + len(parts[0]))
            parts = parts[1:]
        end = found.end()
        name = OWN.sub("", words[start:end])
        if len(parts) < 2 or not is_full_name(" ".join(name.split())):  # noqa: PLR2004
            continue
        if IS_ROLE.match(words, start) or _is_of_staff(words, start, end):
            continue
        if PLACE_AFTER.match(words, end):
            continue
        first, last = read_sentence(words, start, end)
        if " ".join(name.lower().split()[-2:]) in KNOWN_TO_ALL or IS_STAFF.search(words, end, last):
            continue
        if (
            has(CARE, words, first, last)
            or has(PERSON, words, first, last)
            or DID.match(words, end)
            or OLD.match(words, end)
            or not has(OF_OTHERS, words, first, last)
        ):
            yield start, start + len(name)


def _find_turned(words: str, stretch: Stretch) -> Iterator[Stretch]:
    """Find a surname before its given name, where somebody lies in a bed or is cared for."""
    for found in TURNED.finditer(words, *stretch):
        start, end = found.span()
        last, first = found["last"], found["first"]
        if first.lower() in NEVER_GIVEN or not is_given_name(first) or is_given_name(last):
            continue
        if not is_full_name(f"{first} {last}") or _is_of_staff(words, start, end):
            continue
        sentence = read_sentence(words, start, end)
        if has(CARE, words, *sentence) and not has(OF_OTHERS, words, *sentence):
            yield start, end


def _is_of_kin(words: str, end: int) -> bool:
    """Whether somebody’s grandson comes next, which nobody at work is called."""
    return bool(OF_KIN.match(words, end) or OF_KIN.match(words, end - 2))


def _is_given(words: str, start: int, part: str) -> bool:
    """Whether a word is a given name, or stands beside one: Huw and Marged Cadwaladr."""
    beside = _BESIDE.search(words[max(0, start - LOOK) : start])
    return (is_given_name(part) and part.lower() not in NEVER_GIVEN) or (
        beside is not None and is_given_name(beside[1])
    )


def _is_month(words: str, start: int, part: str) -> bool:
    """Whether a name is a month here, as in “In June Winston asked”."""
    before = words[max(0, start - LOOK) : start]
    return part.lower() in MONTHS and bool(BEFORE_MONTH.search(before))


def _is_of_staff(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - LOOK) : start]
    return bool(
        STAFF_BEFORE.search(before)
        or PLACE_BEFORE.search(before)
        or STAFF_AFTER.match(words, end, end + LOOK)
    )
