"""Comments that ask for something: prompts and blanks without an answer, words not yet placed.

A body enters as it was written; problems leave. Other comments are the author's own affair.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.load import faults
from generator.load.files import place_at
from generator.load.markdown import hide_comments, list_comments
from generator.load.validation_errors import show
from generator.model.problem import Place, Problem

LEFT = "Could not be placed"

PROMPT = "Write here:"

_OURS = (PROMPT, LEFT)
_PART = re.compile(r"^ {0,3}#{1,2}(?:\s|$)", re.MULTILINE)


def list_unanswered(body: str, path: str, first_line: int) -> tuple[Problem, ...]:
    """Find the prompts and the left-over words of a body that begins on `first_line`."""
    comments = list_comments(body)
    return tuple(_find(body, comments, path, first_line)) if comments else ()


def list_blanks(body: str, path: str, first_line: int) -> tuple[Problem, ...]:
    """Find the blanks of a prose page, whose body begins on `first_line`."""
    found = list_unanswered(body, path, first_line)
    return tuple(
        faults.BLANK.at(each.place, each.message.replace("prompt", "blank", 1))
        for each in found
        if each.fault is faults.UNANSWERED
    )


def _find(
    body: str, comments: tuple[tuple[int, int], ...], path: str, first_line: int
) -> Iterator[Problem]:
    asked = [(start, end) for start, end in comments if _read(body, start, end).startswith(_OURS)]
    for (start, end), (following, _) in pairwise((*asked, (len(body), 0))):
        words = _read(body, start, end)
        spot = place_at(body, start, path)
        place = Place(path, first_line + spot.line - 1, spot.column)
        if words.startswith(LEFT):
            yield faults.LEFT_OVER.at(place, "Some words have found no place in the story yet.")
        elif not _is_told(hide_comments(body[end:following])):
            question = "".join(words.removeprefix(PROMPT).strip().partition("?")[:2])
            message = f"The prompt {show(question)} has no answer."
            yield faults.UNANSWERED.at(place, message if question else "A prompt has no answer.")


def _read(body: str, start: int, end: int) -> str:
    return body[start + len("<!--") : end - len("-->")].strip()


def _is_told(text: str) -> bool:
    """Whether something is said before the next heading of a part."""
    said = _PART.split(text, maxsplit=1)[0]
    return said.strip() != ""
