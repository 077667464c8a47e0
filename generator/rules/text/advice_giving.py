"""Words that tell the reader what to do.

Why: A poster over the sink said that staff must introduce themselves. Nobody could remember reading
it. What went round the hospital was the story of the man who had been washed by three people in one
morning and knew none of their names. A small amount of example is worth more than a mass of advice,
and readers who are not told what to do ask how it was done.

Instead: Tell what you did, what came of it and what went wrong: “we ask with the first cup of tea”.
What somebody else said you should do can stand, as what they said.

Example:
    ## Key messages

    - Make sure that every patient is asked.
    - Listen to the answer.
    - It is important to write it down.
"""

import re
from collections.abc import Iterator, Sequence

from generator.model import AUTHORED, Action, Record, Story
from generator.model.places import Keys
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import (
    Passage,
    keep_letters,
    list_passages,
    quote_from,
    read_field,
    split_sentences,
)
from generator.rules.rule import Context, rule
from generator.rules.text.advice_orders import (
    BARE,
    BEGUN,
    BEHIND,
    CLAUSE_STARTS,
    DETERMINERS,
    IMPERATIVE,
    LED_STARTS,
    NO_ORDER,
    NO_VERBS,
    ORDER_STARTS,
    PLAIN,
    POLITE,
    STOCK,
    TURN,
    TURN_SIGNS,
    TURN_WORDS,
    TURNED,
    VERB_STARTS,
)
from generator.rules.text.advice_questions import HEADING, QUESTION, TAG
from generator.rules.text.advice_told import (
    LOOK_AFTER,
    OWN_LEAD,
    REPORTED,
    SAID_AFTER,
    SHOWN,
    TOLD,
)
from generator.rules.text.advice_words import list_ways
from generator.rules.text.bare_verbs import BARE_VERBS

_ITEM = re.compile(r"[^\w]*(?:(?:always|never|please|do not|don['’]t) +)?([a-z]+)", re.IGNORECASE)
_SAME_IN_THE_PAST = re.compile(r"(?:Put|Cut|Set|Let|Read|Shut|Split|Spread)\b")
# Whom an order is for, or what for, stands before it.
_LED_BY = re.compile(r"[^:,.]{2,80}[:,]")
# The words before the comma after which an order may stand, but not what several people do.
_LEAD_IN = re.compile(r"[^,:;.!?]{2,110},\s")
_WHO_DOES = re.compile(r"\b(?:they|we|she|he|i)\b")
_FIRST_WORD = re.compile(r"\W*([a-z]+)")
_SEVERAL = 3
_SEVERAL_DO = 2
_LEAD = 200
_TITLE = 90
# How far before advice it may stand who gives it.
_REPORT = 600


@rule(
    "L901",
    "advice-giving",
    Severity.ADVICE,
    doc=__doc__,
    on=AUTHORED,
    learning="spread",
    can_be_allowed=True,
)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find advice in the author's own words, one report a passage; a list is one passage."""
    said: set[int] = set()
    for value, *keys in _find_fields(record):
        passage = read_field(record, value, *keys)
        is_title = keys == ["title"]
        # The title of an action is what was done, or is planned: “Put up a hook”.
        if is_title and (isinstance(record, Action) or _SAME_IN_THE_PAST.match(value)):
            continue
        if found := _find_advice(passage, is_heading=is_title):
            yield _report(passage, *found, fault)
    passages = list_passages(record)
    for passage, verb, heading in _find_orders(passages):
        said |= {passage.group, heading}
        message = f"This list tells the reader what to do, beginning with “{verb}”."
        yield fault.at(passage.place(passage.own.index(verb)), message)
    before = ""
    for passage in passages:
        is_heading = passage.kind == "heading" or _is_title(passage)
        # The words of a card that is told of may be shown below.
        is_shown = passage.kind == "item" and SHOWN.search(before)
        before = before if passage.kind == "item" else passage.own[-_LEAD:]
        if passage.group in said or is_shown:
            continue
        if found := _find_advice(passage, is_heading=is_heading):
            said.add(passage.group)
            yield _report(passage, *found, fault)


def _is_title(passage: Passage) -> bool:
    """Tell whether a paragraph is one line without an end mark, as a title is."""
    own = passage.own
    is_line = passage.kind == "paragraph" and len(own) <= _TITLE and "\n" not in own
    return is_line and own.rstrip(" *_")[-1:].isalnum()


def _report(passage: Passage, start: int, end: int, fault: Fault) -> Problem:
    words = quote_from(passage.plain, start, end)
    return fault.at(passage.place(start), f"“{words}” tells the reader what to do.")


def _find_fields(record: Record) -> Iterator[tuple[str, *Keys]]:
    for name in ("title", "summary"):
        if (value := getattr(record, name, None)) and name not in record.faulty:
            yield value, name
    if isinstance(record, Story) and "lessons" not in record.faulty:
        for index, lesson in enumerate(record.lessons):
            yield lesson, "lessons", index


def _find_advice(passage: Passage, *, is_heading: bool = False) -> tuple[int, int] | None:
    """Find where unreported advice begins, and where its sentence ends."""
    own = passage.own
    small = own.lower()
    if len(small) != len(own):  # some letters of other languages are two in small letters
        small = own
    if is_heading and (found := HEADING.match(small)):
        return found.start() + len(found[0]) - len(found[0].lstrip(" *_")), len(own)
    letters = keep_letters(own)
    turns = any(map(own.__contains__, TURN_SIGNS)) or any(map(letters.__contains__, TURN_WORDS))
    for start, end in split_sentences(own):
        words = letters[start:end].split()
        at = _find_in_sentence(small[start:end], words, own, start, turns=turns)
        if at is not None:
            return start + at, end
    return None


def _find_in_sentence(
    sentence: str, words: list[str], own: str, start: int, *, turns: bool
) -> int | None:
    """Find advice in a sentence in small letters, which begins at `start` of what was written."""
    if "?" in sentence and sentence.rstrip(" *_").endswith("?") and not TAG.search(sentence):
        found = QUESTION.search(sentence)
        return found.start() if found else None
    order = _find_led(sentence, words, own, start) if words else None
    if order is None and turns:
        order = _find_turned(sentence, own, start)
    end = start + len(sentence)
    if order is not None and not SAID_AFTER.search(own, start, end):
        return order
    found_at = [
        at for way in list_ways(words) if (at := _find_unreported(sentence, way)) is not None
    ]
    if not found_at or TOLD.search(sentence) or SAID_AFTER.search(own, start, end):
        return None
    return min(found_at)


def _find_led(sentence: str, words: list[str], own: str, start: int) -> int | None:
    """Find an order with which a sentence begins, or what follows its first clause."""
    first = words[0]
    if first in LED_STARTS:
        may_order = first in ORDER_STARTS or _LED_BY.match(sentence)
        if may_order and (at := _find_order(sentence, words, own, start)) is not None:
            return at
    elif first not in NO_VERBS and words[1:2] and words[1] in DETERMINERS:
        return _match_order(sentence, own, start, BARE)
    if first in CLAUSE_STARTS and (lead := _LEAD_IN.match(sentence)):
        rest = lead.end()
        following = words[len(keep_letters(lead[0]).split()) :]
        if following and (first := following[0]) in ORDER_STARTS:
            at = _find_order(sentence[rest:], following, own, start + rest)
        elif first not in NO_VERBS:
            at = _match_order(sentence[rest:], own, start + rest, BARE)
        else:
            at = None
        if at is not None and len(_WHO_DOES.findall(lead[0])) < _SEVERAL_DO:
            return rest + at
    return None


def _find_order(sentence: str, words: Sequence[str], own: str, start: int) -> int | None:
    """Find the verb of an order, or what is said in the place of one; its first words are known."""
    first = words[0]
    if first in VERB_STARTS:
        return _match_order(sentence, own, start, BEGUN, PLAIN)
    if first in BEHIND and BEHIND[first].isdisjoint(words[1:2]):
        return None
    return _match_order(sentence, own, start, IMPERATIVE, PLAIN, POLITE, STOCK)


def _match_order(sentence: str, own: str, start: int, *patterns: re.Pattern[str]) -> int | None:
    for pattern in patterns:
        order = pattern.match(sentence)
        if order and not NO_ORDER.match(own, start, start + len(sentence)):
            return order.start("verb")
    return None


def _find_turned(sentence: str, own: str, start: int) -> int | None:
    """Find an order in the middle of a sentence, where what stands before shows none."""
    for turn in TURN.finditer(sentence):
        at = turn.end()
        rest = sentence[at : at + _LEAD]
        verb = _match_order(rest, own, start + at, TURNED)
        if verb is None and (word := _FIRST_WORD.match(rest)) and word[1] not in NO_VERBS:
            verb = _match_order(rest, own, start + at, BARE)
        if verb is None:
            continue
        until = turn.start()
        if SHOWN.search(sentence, 0, until) or OWN_LEAD.search(sentence, 0, until):
            return None
        if not _is_reported(sentence, until):
            return at + verb
    return None


def _find_unreported(sentence: str, way: re.Pattern[str]) -> int | None:
    places = (found.start() for found in way.finditer(sentence))
    return next((at for at in places if not _is_reported(sentence, at)), None)


def _is_reported(sentence: str, until: int) -> bool:
    since = max(0, until - _REPORT)
    turns = [turn.end() for turn in LOOK_AFTER.finditer(sentence, since, until)]
    return REPORTED.search(sentence, turns[-1] if turns else since, until) is not None


def _find_orders(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, str, int]]:
    """Find lists of three orders or more, each begun with a bare verb, but those that are shown.

    Gives the first order, its verb, and the group of what stands before the list.
    """
    before, lead, group, orders = "", -1, -1, 0
    first: tuple[Passage, str] | None = None
    for passage in passages:
        if passage.kind != "item":
            before, lead = passage.own[-_LEAD:], passage.group
            continue
        if SHOWN.search(before) and not HEADING.search(before.lower()):
            continue
        if passage.group != group:
            group, orders, first = passage.group, 0, None
        word = _ITEM.match(passage.own)
        if word and word[1].lower() in BARE_VERBS and not NO_ORDER.match(passage.own):
            orders += 1
            first = first or (passage, word[1])
            if orders == _SEVERAL:
                yield *first, lead
