"""A record in a language that the rules do not know: nobody has looked for personal data in it.

Numbers are still found where they have a form of their own. Names, dates, ages and addresses are
found by English words.

Why: a story about a diabetes evening was written in Welsh, and its check was clean. It gave the
street and the date of birth of the woman who had begun it.

Instead: Have somebody who reads the language look for what tells who a patient is, before it is
published.

Example:
    Roedd y te yn oer bob bore, ac nid oedd neb yn gofyn i'r cleifion sut yr oeddent yn ei hoffi.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from math import ceil

from generator.model import AUTHORED, Record
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, Rule, rule

_ENGLISH = re.compile(r" (?:the|and|of|to|in|was|it|for|that|is|they|we|she|he|with|on|had) ")
_NOBODY = "NOBODY HAS LOOKED FOR PERSONAL DATA"
_FEWEST = 40
_LEAST = 0.06
_ENOUGH = 2_000


@rule("P119", "language-unknown", Severity.WARNING, doc=__doc__, on=AUTHORED)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find records and quotations whose `language` is not English, and other words that are not."""
    told = getattr(record, "language", None)
    for number, voice in enumerate(getattr(record.own, "voices", ())):
        if voice.language and not is_english(voice.language):
            message = f"A quotation is in “{voice.language}”: {_NOBODY} in it."
            yield fault.at(record.own.place("voices", number, "language"), message)
    if told and not is_english(told):
        message = f"“language” is “{told}”: {_NOBODY} in its words."
        yield fault.at(record.place("language"), message)
        return
    text = record.body.markdown[:_ENOUGH].replace("\n", " ")
    words = text.count(" ")
    enough = ceil(_LEAST * words)
    if words >= _FEWEST and len([*islice(_ENGLISH.finditer(text), enough)]) < enough:
        message = f"This does not read as English: {_NOBODY} in its words."
        can_say = "language" in type(record).model_fields and not told
        hint = f"{fault.instead} Write which one it is in “language”: cy for Welsh."
        yield fault.at(Place(record.path, record.body.line), message, hint if can_say else "")


def is_english(language: str) -> bool:
    """Whether a code is that of English, wherever it is spoken."""
    return language.lower().partition("-")[0] == "en"


def find_site_language(language: str, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Say once of a site that its own language, as its theme has it, is not English."""
    for each in rules:
        if each.fault.code == RULE.fault.code and not is_english(language):
            message = f"The site's language is “{language}”: {_NOBODY} in it."
            yield each.fault.at(Place("mkdocs.yml"), message)
