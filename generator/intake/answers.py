"""What a person typed to the value of a field: labels to names, dates as people write them, lists.

An answer that fits no value stays as it was typed, so that nothing is lost: the checker points at
it and says what belongs there.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from generator.intake.questions import Choice, Question

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_DATES = tuple(
    re.compile(
        rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?{shape}(?:[ t]00:00(?::00)?)?", re.ASCII
    )
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"{_DAY}(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign){_YEAR}",
        rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
    )
)
_CENTURY = 2000
_YES = frozenset({"yes", "y", "true", "on", "1", "x", "✓", "✔", "☑", "☒"})
_NO = frozenset({"no", "n", "false", "off", "0", "☐"})
_NUMBER = re.compile(
    r"[£€$]? ?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+) ?%?", re.ASCII
)
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦]|\d{1,3}[.)])\s+")


def parse_answer(question: Question, text: str) -> object:
    """Parse what was typed into the value that the field takes; the text itself if it is none."""
    text = text.strip()
    if question.form in {"choices", "lines"}:
        return _parse_list(question, text)
    if question.form == "choice":
        return _match(question.choices, text) or text
    if question.form == "date":
        return parse_day(text) or text
    if question.form in {"number", "count"}:
        return _parse_number(text)
    if question.form == "yes-no":
        word = text.lower()
        return True if word in _YES else False if word in _NO else text
    return " ".join(text.split()) if question.form == "line" else text


def parse_day(text: str) -> str | None:
    """Parse a day as people in Britain write it, such as 3 March 2026 or 03/03/26, to ISO."""
    plain = " ".join(text.lower().split())
    for shape in _DATES:
        if not (found := shape.fullmatch(plain)):
            continue
        month = found["month"]
        if not month.isdigit() and month[:3] not in _MONTHS:
            return None
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
        year = int(found["year"])
        try:
            day = dt.date(year if year >= 100 else _CENTURY + year, number, int(found["day"]))  # noqa: PLR2004
        except ValueError:
            return None
        return day.isoformat()
    return None


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
