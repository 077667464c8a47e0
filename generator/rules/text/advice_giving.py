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
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.base import Keys
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import Passage, list_passages, quote_from, read_field, split_sentences
from generator.rules.rule import Context, rule
from generator.rules.text.bare_verbs import BARE_VERBS


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose spaces stand for any space: a line may end between two words."""
    return re.compile(pattern.replace(" ", r"\s{1,9}"), re.IGNORECASE)


_WHO = (
    r"(?:staff|teams|nurses|doctors|clinicians|managers|leaders|wards|hospitals|trusts|hospices"
    r"|surgeries|practices|organisations|services|professionals|everyone|everybody)"
)
_GIVEN = (
    r"(?:used|given|offered|encouraged|considered|asked|told|provided|introduced|adopted|trained"
    r"|included|involved|informed|consulted|supported|treated|listened|avoided|followed|applied)"
)
_ADVICE = _compile(
    r"\byou (?:should|must|ought to)\b(?! (?:have|see|hear|be joking|be able|not need))"
    rf"|\b{_WHO} (?:should|must|ought to|needs? to)\b(?! (?:have|be able|not need)\b)"
    r"|\bit(?: is|'s|’s) (?:very |so |really |also )?"
    r"(?:important|essential|vital|crucial) (?:to|that)\b(?! (?:note|say|add|see|mention)\b)"
    r"|\bwe (?:strongly |would |also )*recommend\b"
    r"|\bbest practice\b(?! (?:tariff|award|magazine))|^\W*best practices\W*$"
    r"|\b(?:is|are|be) (?:a |the |our )?best practices\b"
    rf"|\bshould (?:always |never |also |not |only )?be {_GIVEN}\b",
)
# One of these is in all that is advice.
_MAY_ADVISE = (
    *("should", "must", "need", "sure", "important", "best"),
    *("ought", "essential", "recommend", "vital", "crucial"),
)
_MAKE_SURE = _compile(r"\W*(?:please |always |and |then |so )*(make sure|be sure to|ensure)\b")
_REPORTED = re.compile(
    r"\b(?:said|says?|saying|told|tells?|ask(?:s|ed)?|wrote|written|writes?|read|reads|heard"
    r"|thought|thinks?|felt|feels?|believed|believes?|wonder(?:s|ed)?|suggest(?:s|ed)|argued?|argues"
    r"|agreed?|decided|insisted|warned|advised|reminded|taught|learnt|learned|explained|wanted|knew"
    r"|know|worried|whether|assumed|supposed|convinced|voted|rules?|polic(?:y|ies)|signs?|notices?|posters?"
    r"|leaflets?|letters?|guidance|guidelines?|protocols?|according|if|why|idea|called|mean)\b",
    re.IGNORECASE,
)
_HEADINGS = re.compile(
    r"\b(?:recommendations?|recommend|key (?:messages?|points?|learning|take\w*)|take-?aways?"
    r"|(?:top|handy|our|some|\w+) tips|tips|what (?:you (?:can|should|could|need to)|to) do"
    r"|do'?s and don'?ts|advice|how you can|next steps for)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\w]*(?:(?:always|never|please|do not|don['’]t) +)?([a-z]+)", re.IGNORECASE)
_LIST = re.compile(r"\n[ \t]*(?:[-*+]|[0-9]{1,9}[.)])\s")
_SEVERAL = 3


@rule(
    "L901",
    "advice-giving",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    needs=("title", "summary", "lessons"),
    learning=9,
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find advice in the author's own words, one report a passage; a list is one passage."""
    said: set[int] = set()
    for value, *keys in _find_fields(record):
        if _may_advise(value):
            passage = read_field(record, value, *keys)
            if found := _find_advice(passage):
                yield _report(passage, *found, fault)
    body = record.body.markdown
    if not _may_advise(body) and not _LIST.search(f"\n{body}"):
        return
    passages = list_passages(record)
    for passage, verb in _find_orders(passages):
        said.add(passage.group)
        message = f"This list tells the reader what to do, beginning with “{verb}”."
        yield fault.at(passage.place(passage.own.index(verb)), message)
    for passage in passages:
        if passage.group not in said and (found := _find_advice(passage)):
            said.add(passage.group)
            yield _report(passage, *found, fault)


def _report(passage: Passage, start: int, end: int, fault: Fault) -> Problem:
    words = quote_from(passage.plain, start, end)
    return fault.at(passage.place(start), f"“{words}” tells the reader what to do.")


def _find_fields(record: Story | Action) -> Iterator[tuple[str, *Keys]]:
    if record.title:
        yield record.title, "title"
    if record.summary:
        yield record.summary, "summary"
    if isinstance(record, Story):
        for index, lesson in enumerate(record.lessons):
            yield lesson, "lessons", index


def _may_advise(text: str) -> bool:
    """Whether a text has a word in it without which nothing is advice."""
    small = text.lower()
    return any(word in small for word in _MAY_ADVISE)


def _find_advice(passage: Passage) -> tuple[int, int] | None:
    """Find where unreported advice begins, and where its sentence ends."""
    if not _may_advise(passage.own):
        return None
    for start, end in split_sentences(passage.own):
        sentence = passage.own[start:end]
        if not _may_advise(sentence) or sentence.rstrip().endswith("?"):
            continue
        if found := _MAKE_SURE.match(passage.own, start, end):
            return found.start(1), end
        for found in _ADVICE.finditer(passage.own, start, end):
            if not _REPORTED.search(passage.own, start, found.start()):
                return found.start(), end
    return None


def _find_orders(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, str]]:
    """Find lists of three orders or more, each begun with a bare verb, under a telling heading."""
    heading, group, orders = "", -1, 0
    first: tuple[Passage, str] | None = None
    for passage in passages:
        if passage.kind == "heading":
            heading = passage.own
        if passage.kind != "item" or not _HEADINGS.search(heading):
            continue
        if passage.group != group:
            group, orders, first = passage.group, 0, None
        word = _WORD.match(passage.own)
        if word and word[1].lower() in BARE_VERBS:
            orders += 1
            first = first or (passage, word[1])
            if orders == _SEVERAL:
                yield first
