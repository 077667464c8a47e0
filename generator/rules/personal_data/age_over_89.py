"""The age of somebody who is ninety or older.

Why: there are a good many people of seventy on any ward, and one of ninety-six. Rules for health
data elsewhere draw the line at ninety for that reason.

Instead: Write “in her nineties”, or leave the age out.

Example:
    A 96-year-old man had been waiting on the trolley since lunch.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Attachment, Record
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, list_texts, look_at, with_any, with_word
from generator.rules.rule import Context, rule

_has_word = with_word("ninety ninetieth hundred hundredth nonagenarian centenarian century")
_has_big, _is_big = with_word("big"), with_any("big 9", "big n", "big o")
_FIGURE = r"(?:9[0-9]|1[01][0-9])"
# What begins with one set of signs is searched for ten times as fast as what does not.
_IN_FIGURES = re.compile(r"[19](?:(?<=9)[0-9](?<![0-9]..)|(?<=1)[01][0-9](?<![0-9]...))(?![0-9%])")
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_SAID = (
    rf"ninety(?:[ -]{_ONES})?|(?:a |one )?hundred(?:[ -]and[ -](?:{_ONES}|ten|eleven|twelve))?"
    r"|ninetieth|ninety-\w{4,7}|(?:one |a )?hundred(?:th|-and-\w{4,8})|nonagenarian|centenarian"
    r"|big (?:9-[0-9]|nine-?oh?|one-oh-\w{2,5})|century"
)
# A number from ninety on may count anything: what stands around it tells.
_AGE = re.compile(
    rf"(?:(?<![\w./£$€-])(?<![0-9],)(?<![0-9] )|(?<=\b[MF])|(?<=\b[MF]/)){_FIGURE}"
    rf"(?:th|st|nd|rd)?(?!%|\w*[0-9]|[.,:/][0-9])|\b(?:{_SAID})\b",
    re.IGNORECASE,
)
_SIGNS = (Sign(_AGE, clues="age_clues"),)
# It is asked only where one of the words above stands.
_MAY_BE_AGE = re.compile(
    r"[19nNhHbBcC](?i:(?<=9)[0-9](?<![0-9]..)(?![0-9%])|(?<=1)[01][0-9](?<![0-9]...)(?![0-9%])"
    r"|(?<=n)(?:inet|onagenarian)|(?<=h)undred(?:th|-and|(?<=a hundred)|(?<=one hundred))"
    r"|(?<=b)ig (?:9-|nine-?o|one-oh)|(?<=c)ent(?:enarian|ury(?<=(?:his|her) century)"
    r"|ury(?<=my century)))"
)


@rule(
    "P108",
    "age-over-89",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The exact age of somebody of ninety or more is told {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find the ages of single people of ninety and more."""
    if holding := _find_cheapest(look_at(record)):
        yield from tell_signs(fault, list_texts(record, holding), holding)


def _find_cheapest(look: Look) -> re.Pattern[str] | None:
    """Find the cheapest pattern of all that may be an age; none if nothing may."""
    if _has_word(look) or (_has_big(look) and _is_big(look)):
        return _MAY_BE_AGE
    return _IN_FIGURES if _IN_FIGURES.search(look.figures) else None
