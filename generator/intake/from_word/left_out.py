"""What was hidden or struck out in a Word document, told to whoever imports it.

Hidden words are counted and never repeated: nobody meant them to be read, and they may be about a
person. Struck-out words are quoted, so that a line drawn by mistake is seen.
"""

from collections.abc import Iterable

from generator.intake.from_word.runs import Span
from generator.intake.paper_form import is_prompt, plain

_LONGEST_QUOTE = 40
_MOST_QUOTES = 5


def tell_left_out(left_out: Iterable[Span], words: frozenset[str]) -> tuple[str, ...]:
    """Tell what was left out, but for `words`, which are the form's own."""
    spans = [s for s in left_out if plain(s.text) not in words and not is_prompt(s.text)]
    hidden = " ".join(span.text for span in spans if span.is_hidden).split()
    pictures = sum(span.is_hidden and span.picture is not None for span in spans)
    struck = [" ".join(span.text.split()) for span in spans if span.is_struck]
    counts = [_count(len(hidden), "word"), _count(pictures, "picture")]
    told = []
    if said := " and ".join(filter(None, counts)):
        told.append(f"left out, because hidden in Word: {said}")
    if struck:
        quotes = [f"“{_shorten(text)}”" for text in struck[:_MOST_QUOTES]]
        more = [f"{len(struck) - _MOST_QUOTES} more"] if len(struck) > _MOST_QUOTES else []
        said = _count(sum(len(text.split()) for text in struck), "word")
        told.append(f"left out, because struck out: {said} ({', '.join([*quotes, *more])})")
    return tuple(told)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
