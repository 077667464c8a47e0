"""What a person typed to the value of a field: labels to names, dates as people write them, lists.

An answer that fits no value stays as it was typed, so that nothing is lost: the checker points at
it and says what belongs there.
"""

import re
from collections.abc import Iterable, Iterator

from generator.intake.questions import Choice, Question
from generator.load.points import Region, parse_day

_YES = frozenset({"yes", "y", "true", "on", "1", "x", "✓", "✔", "☑", "☒"})
_NO = frozenset({"no", "n", "false", "off", "0", "☐"})
_NUMBER = re.compile(
    r"[£€$]? ?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+) ?%?", re.ASCII
)
# Days stand on lines of their own or between commas; March 3, 2026 is one.
_BETWEEN_DAYS = re.compile(r"[\n;]|,(?!\s{0,9}\d{4}(?![-/.\d]))", re.ASCII)
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦]|\d{1,3}[.)])\s+")


def parse_answer(question: Question, text: str, region: Region | None = None) -> object:
    """Parse what was typed into the value that the field takes; the text itself if it is none.

    `region` says which number of 03/04/2026 is the month.
    """
    text = text.strip()
    if question.form in {"choices", "lines"}:
        return _parse_list(question, text)
    if question.form == "choice":
        return _match(question.choices, text) or text
    if question.form == "date":
        return parse_day(text, region) or text
    if question.form == "dates":
        return [parse_day(day, region) or day for day in list_days(question, text)]
    if question.form in {"number", "count"}:
        return _parse_number(text)
    if question.form == "yes-no":
        word = text.lower()
        return True if word in _YES else False if word in _NO else text
    return " ".join(text.split()) if question.form == "line" else text


def list_days(question: Question, text: str) -> list[str]:
    """List the days in an answer as they were typed; none where no day is asked for."""
    if question.form != "dates":
        return [text] if question.form == "date" else []
    pieces = (_BULLET.sub("", piece).strip() for piece in _BETWEEN_DAYS.split(text))
    return [piece for piece in pieces if piece]


def find_question(questions: Iterable[Question], written: str) -> Question | None:
    """Find the question that a heading or a column means: by its path, its name or its label."""
    wanted = _plain(written)
    if not wanted:
        return None
    listed = tuple(walk(questions))
    for question in listed:
        if wanted == _plain(question.path):
            return question
    named = [q for q in listed if wanted in {_plain(q.label), _plain(q.name), _plain(q.heading)}]
    return min(named, key=lambda question: question.path.count("."), default=None)


def walk(questions: Iterable[Question]) -> Iterator[Question]:
    """Go through questions and those inside them."""
    for question in questions:
        yield question
        yield from walk(question.parts)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


def _parse_number(text: str) -> object:
    found = _NUMBER.fullmatch(text)
    if not found:
        return text
    number = float(found[1].replace(",", ""))
    return int(number) if number.is_integer() else number


def _parse_list(question: Question, text: str) -> list[str]:
    whole = _match(question.choices, text)
    if whole:
        return [whole]
    pieces = re.split(r"\n+" if "\n" in text else ";", text)
    items = [_BULLET.sub("", piece).strip() for piece in pieces]
    if question.form == "lines":
        return [item for item in items if item]
    found: list[str] = []
    for item in items:
        if known := _match(question.choices, item):
            found.append(known)
        else:
            parts = [part.strip() for part in re.split(r"[,;]", item)]
            found += (_match(question.choices, part) or part for part in parts)
    return list(dict.fromkeys(each for each in found if each))


def _match(choices: Iterable[Choice], text: str) -> str | None:
    """Find the choice that a person means: by its value, its label, or another word for it."""
    wanted = _plain(text)
    listed = tuple(choices) if wanted else ()
    for choice in listed:
        if wanted in {_plain(choice.value), _plain(choice.label)}:
            return choice.value
    for choice in listed:
        others = (*choice.also, choice.about, choice.label.partition(":")[2])
        if wanted in {_plain(other) for other in others}:
            return choice.value
    return None
