"""An issue that was written with a form, that for a story or that for an update, to a draft.

GitHub makes of the form a text of headings, each with its answer below. Only the headings of the
form part it, in the form's order, so that an answer may hold headings, code and anything else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.collection.collection import Collection
from generator.intake import FORMS, Draft, Question, join_body, parse_answer
from generator.intake.date_order import settle_dates
from generator.intake.decode import UnreadableError, read_sent_text
from generator.intake.issue_prompts import list_dates, place_value, read_groups
from generator.intake.issue_questions import (
    KNOWN,
    NO_ANSWER,
    PROMISE,
    PROMISES,
    list_for_issue,
    write_option,
)
from generator.intake.split_headings import split_by_headings
from generator.intake.update_draft import settle_update
from generator.load.points import Region

MOST_CHARACTERS = 200_000
_TICKED = re.compile(r"^\s*[-*] \[[xX]\]\s+(.*)$")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|<img\b[^>\n]*>", re.IGNORECASE)
_HIGH = re.compile(r"^ {0,3}#{1,2}(?=\s)", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_FEWEST = 3


class _Read(NamedTuple):
    """The answers of an issue by the labels of a form's questions."""

    kind: str
    questions: Sequence[Question]
    answers: Mapping[str, str]


def read_issue(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:
    """Read an issue's text.

    Raises:
        UnreadableError: if it was not written with the form, or a question that needs an answer
            has none; the message says which.
    """
    text = read_sent_text(path)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError("The text is longer than any story. Please shorten it.")
    forms = [_read_as(kind, text, collection) for kind in FORMS]
    kind, questions, answers = max(forms, key=lambda form: len(form.answers))
    if len(answers) <= _FEWEST:
        raise UnreadableError(
            "This was not written with the story form, or its headings have been changed, so it "
            "cannot be told which answer belongs to which question. Please fill in the form "
            "“Tell a story”, and copy your words into it."
        )
    missing = [
        question.label
        for question in questions
        if question.is_required
        and question.path not in KNOWN[kind]
        and not answers.get(question.label)
    ]
    if missing:
        waiting = "\n".join(f"- {label}" for label in missing)
        raise UnreadableError(f"These questions still wait for an answer:\n\n{waiting}")
    _ask_for_promises(answers.get(PROMISE, ""))
    draft = _draft(questions, answers, region)
    if kind == "update":
        made = settle_update(draft.fields, draft.body, collection)
        return [replace(made, left=draft.left, remarks=(*made.remarks, *draft.remarks))]
    return [draft]


def _read_as(kind: str, text: str, collection: Collection) -> _Read:
    """Read an issue as if it were written with the form for a kind of record."""
    questions = list_for_issue(FORMS[kind](collection), KNOWN[kind])
    labels = [question.label for question in questions if question.path not in KNOWN[kind]]
    known = [question.label for question in questions if question.path in KNOWN[kind]]
    parts = split_by_headings(text, [*labels, PROMISE, *known])
    return _Read(kind, questions, {label: _clean(part) for label, part in parts.items()})


def _clean(answer: str) -> str:
    answer = answer.strip("\n").rstrip()
    return "" if answer.strip() in {NO_ANSWER, NO_ANSWER.strip("_"), "None"} else answer


def _ask_for_promises(answer: str) -> None:
    ticked = {found[1].strip() for line in answer.split("\n") if (found := _TICKED.match(line))}
    if "[" not in answer:  # copied from the page, where a tick is no text
        ticked |= {line.strip() for line in answer.split("\n")}
    if missing := [f"- {promise}" for promise in PROMISES if promise not in ticked]:
        waiting = "\n".join(missing)
        raise UnreadableError(
            f"Please tick the boxes at the end of the form once they are true:\n\n{waiting}"
        )


def _draft(
    questions: Sequence[Question], answers: Mapping[str, str], region: Region | None
) -> Draft:
    fields: dict[str, object] = {}
    bodies: dict[str, str] = {}
    region, remarks = _settle_dates(questions, answers, region)
    left = [above] if (above := answers[""].strip()) else []
    for question in questions:
        text, pictures = _without_pictures(answers.get(question.label, ""))
        left += (f"{question.label} {picture}" for picture in pictures)
        if question.form == "body":
            bodies[question.path] = _lower_headings(text)
        elif question.form == "groups":
            groups, rest = read_groups(question.parts, text, region)
            left += (f"{question.label}\n\n{line}" for line in rest)
            if groups:
                fields[question.path] = groups
        elif (value := _read_flat(question, text, region)) is not None:
            place_value(fields, question.path.split("."), value)
        elif question.form == "yes-no" and text.strip() and "[" not in text:
            told = f"Whether “{question.label}” was ticked cannot be told from a text copied from"
            remarks = (*remarks, f"{told} a page.")
    return Draft("story", fields, join_body("story", bodies), left=tuple(left), remarks=remarks)


def _settle_dates(
    questions: Sequence[Question], answers: Mapping[str, str], region: Region | None
) -> tuple[Region, tuple[str, ...]]:
    """Decide for the whole issue whether the day or the month comes first."""
    texts: list[str] = []
    series: list[list[str]] = []
    for question in questions:
        text = answers.get(question.label, "")
        if question.form == "date":
            texts.append(text)
        elif question.form == "groups":
            single, figures = list_dates(question.parts, text)
            texts += single
            series += figures
    return settle_dates(texts, region, series)


def _without_pictures(text: str) -> tuple[str, list[str]]:
    """Take out pictures, which lie on somebody else's computer and stay there."""
    return _PICTURE.sub("", text).strip("\n"), _PICTURE.findall(text)


def _lower_headings(text: str) -> str:
    """Put an answer's own headings below the one that it stands under; code stays as it is."""
    pieces = _FENCE.split(text)
    if len(pieces) > 1:
        return text
    return _HIGH.sub("###", text)


def _read_flat(question: Question, text: str, region: Region | None) -> object:
    """Read the answer to a question that is no list of groups; None if there is none."""
    if question.form == "yes-no":
        return True if any(map(_TICKED.match, text.split("\n"))) else None
    if not text.strip():
        return None
    if question.form in {"choice", "choices"}:
        text = "\n".join(_split_options(question, text))
    return parse_answer(question, text, region)


def _split_options(question: Question, text: str) -> Iterator[str]:
    """Split the options that were chosen from a list, in which commas may stand in an option."""
    options = {write_option(question, choice): choice.value for choice in question.choices}
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    while pieces:
        ends = range(len(pieces), 0, -1)
        end = next((end for end in ends if ", ".join(pieces[:end]) in options), 1)
        chosen = ", ".join(pieces[:end])
        yield options.get(chosen, chosen)
        del pieces[:end]
