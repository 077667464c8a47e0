"""The fields of the form on the site, from the questions.

What a question says, allows and offers is `questions.py`'s and the field table's. What the page
leaves out stands here, each with the reason.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.intake import Question
from generator.intake.steps import FIRST
from generator.model.voice import EXPIRY_MONTHS, REVIEW_MONTHS

NOT_ASKED = {
    "aliases": "a new story has no old names",
    "allow": "an exception is agreed with whoever reviews the story",
    "measures.chart": "the data choose it",
    "measures.file": "the points themselves are asked for",
    "measures.id": "it is made of the title",
    "measures.points.count": "a value is asked for, which is what most people have",
    "review_by": "the steward sets it",
    "updated": "a new story has not been changed",
    "voices.consent.withdrawn": "a quotation whose consent was withdrawn is not sent at all",
}
# Asked only of those who open “More”: a first story is complete without them.
RARE = frozenset(
    {
        "measures.baseline",
        "measures.events",
        "measures.observed",
        "measures.per",
        "measures.rebase",
        "measures.says",
        "measures.target",
        "voices.consent.expires",
        "voices.consent.review",
        "voices.language",
    }
)
# What is offered where there are few, and typed where there may be thousands.
_TYPED = frozenset({"adapted_from"})
_POINTS = (
    "One line for each point, the oldest first: the date, then the value. Two columns can be "
    "pasted from a spreadsheet; a third may say how many it was counted from, a fourth what was "
    "unusual."
)
_PICTURE = (
    "It is made small, and what the camera wrote into it is left out, before it goes anywhere. Ask "
    "everybody who can be recognised, and show no patient’s name, board or screen."
)
# What the page says in place of a description that speaks of files.
_ABOUT = {
    "changed_on": "The day, or the first of the month if nobody is sure.",
    "image": "",
    "image.file": _PICTURE,
    "measures.points": _POINTS,
    "voices.consent.expires": f"{EXPIRY_MONTHS} months after they agreed, unless you say so.",
    "voices.consent.review": f"{REVIEW_MONTHS} months after they agreed, unless you say so.",
}
_QUESTION_WORDS = frozenset({"what", "when", "where", "which", "whose", "whom"})
_OFFERS_AND_EXPLAINS = frozenset({"domains", "setting"})
_IRREGULAR = {"wrote": "write", "found": "find"}
_ONE_EACH = {
    "actions": "step",
    "experience": "way of learning",
    "image": "picture",
    "measures": "measure",
    "measures.rebase": "new baseline",
    "touchpoints": "moment",
    "voices": "voice",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A question as the page asks it.

    `name` is the path with a `#` for the number of each list of groups that it lies in, `key` the
    same as an identifier. `parts` are asked at once, `rare` behind a word. `is_marked` tells that
    it says of itself that it may be left out; later steps say so once, at the top.
    """

    question: Question
    name: str
    key: str
    form: str
    about: str
    is_marked: bool = False
    parts: tuple["Field", ...] = ()
    rare: tuple["Field", ...] = ()
    one: str = ""


def make_fields(questions: Iterable[Question]) -> tuple[Field, ...]:
    """Make a field of each question that the page asks."""
    return tuple(_make_field(question, "") for question in questions if _is_asked(question))


def _is_asked(question: Question) -> bool:
    # A vocabulary without entries offers nothing to choose.
    offers = question.form not in {"choice", "choices"} or bool(question.choices)
    return question.path not in NOT_ASKED and (offers or question.path in _TYPED)


def _make_field(question: Question, before: str) -> Field:
    name = f"{before}{question.name}" if before else question.path
    is_list = question.form == "groups"
    below = f"{name}.#." if is_list else f"{name}."
    parts = [_make_field(part, below) for part in question.parts if _is_asked(part)]
    is_table = question.path == "measures.points"
    return Field(
        question=question,
        name=name,
        key=f"_t-{name.replace('.', '-')}",
        form="points" if is_table else "line" if question.path in _TYPED else question.form,
        about=_find_about(question),
        is_marked=not question.is_required and (bool(before) or question.step == FIRST),
        parts=tuple(part for part in parts if part.question.path not in RARE),
        rare=tuple(part for part in parts if part.question.path in RARE),
        one=_ONE_EACH[question.path] if is_list and not is_table else "",
    )


def _find_about(question: Question) -> str:
    """Find what explains a question; nothing where it, or the answers on offer, say as much."""
    told = any(choice.label != choice.value for choice in question.choices)
    if question.path in _ABOUT:
        return _ABOUT[question.path]
    if question.form == "yes-no" or (told and question.path not in _OFFERS_AND_EXPLAINS):
        return ""
    return question.about if _tell(question.about) - _tell(question.label) else ""


def _tell(sentence: str) -> frozenset[str]:
    """Find the beginnings of the words that say something."""
    words = (_IRREGULAR.get(word, word) for word in re.findall(r"\w{4,}", sentence.lower()))
    return frozenset(word[:4] for word in words if word not in _QUESTION_WORDS)
