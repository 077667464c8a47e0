"""Letters that stand for words, and the words are nowhere to be found.

Why: “She was seen by the CNS on the AOS list.” Everybody on the corridor knew what that meant. Her
daughter, who found the story a month later, thought that CNS was a part of the brain. In the next
hospital AOS is something else.

Instead: Write the words out where the letters come first, with the letters in brackets behind them
if they come again; or use the words throughout.

Example:
    The CNS rang her at six.
"""

import re
from collections.abc import Iterator

from generator.model import Action, Story
from generator.model.places import Keys
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import Passage, list_passages, read_field
from generator.rules.rule import Context, rule
from generator.rules.text.known_acronyms import KNOWN_LETTERS

# What begins with a set of letters is searched for four times as fast.
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_LETTERS = re.compile(r"(?<![\w&./'’-])([A-Z]{2,6})(?:['’]?s)?(?![\w&/]|[-'’.]\w)")
_TITLE_BEFORE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sister|Nurse)\.? $")
_SHOUTED = re.compile(r"(?:^|[^\w])(?:[A-Z]{2,}|[AI])[ ,]+$|^[ ,]+(?:[A-Z]{2,}|[AI])(?!\w)")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "at", "with", "by", "or"})
_PLAIN = re.compile(r"\b[a-z]{2,6}\b")
_WORDS = re.compile(r"[^\W_]+")
_WINDOW = 120
_MOST = 40


@rule(
    "T104",
    "acronym-unexplained",
    Severity.ADVICE,
    doc=__doc__,
    on=(Story, Action),
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first place of letters that are never spelt out, in the author's own words."""
    fields = list(_find_fields(record))
    if not any(map(_TWO_CAPITALS.search, (record.body.markdown, *(value for value, *_ in fields)))):
        return
    passages = [*(read_field(record, *field) for field in fields), *list_passages(record)]
    seen: dict[str, list[tuple[Passage, int]]] = {}
    for passage in passages:
        if not _TWO_CAPITALS.search(passage.own):
            continue
        for found in _LETTERS.finditer(passage.own):
            if not _is_known(found, passage.own):
                seen.setdefault(found[1], []).append((passage, found.start(1)))
    if not seen:
        return
    plain = {word for passage in passages for word in _PLAIN.findall(passage.own)}
    for letters, uses in list(seen.items())[:_MOST]:
        if letters.lower() in plain:  # a word that was shouted once, as in “users come FIRST”
            continue
        if not any(_is_spelt_out(letters, passage.text, at) for passage, at in uses[:_MOST]):
            passage, at = uses[0]
            message = f"“{letters}” is used here, and nothing says what the letters stand for."
            yield fault.at(passage.place(at), message)


def _find_fields(record: Story | Action) -> Iterator[tuple[str, *Keys]]:
    """Find the fields in which an author writes sentences, in the order of the page."""
    names = ("title", "summary", "problem", "aim", "spread", "adapted", "limitations")
    for name in names:
        if (value := getattr(record, name, None)) and name not in record.faulty:
            yield value, name
    if isinstance(record, Story) and "lessons" not in record.faulty:
        for index, lesson in enumerate(record.lessons):
            yield lesson, "lessons", index


def _is_known(found: re.Match[str], text: str) -> bool:
    """Whether letters are known to all, are somebody's initials, or belong to a shouted sign."""
    letters = found[1]
    if letters in KNOWN_LETTERS:
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    after = text[found.end() : found.end() + 12]
    shouted = _SHOUTED.search(before) or _SHOUTED.search(after)
    return bool(_TITLE_BEFORE.search(before) or shouted)


def _is_spelt_out(letters: str, text: str, at: int) -> bool:
    """Whether the words stand beside the letters: in brackets, or with these initials."""
    before = text[max(0, at - _WINDOW) : at]
    after = text[at + len(letters) : at + len(letters) + _WINDOW]
    if before.rstrip("*_").endswith("(") and after.lstrip("*_s’'")[:1] in {")", ",", ";"}:
        return True
    if re.match(
        r"[*_]{0,2}s?(?: \(|,? (?:or|which|short for|stands? for|meaning|that is)\b)", after
    ):
        return True
    wanted = letters.lower()
    for part in (before, after):
        words = [word.lower() for word in _WORDS.findall(part)]
        for kept in (words, [word for word in words if word not in _SMALL]):
            if wanted in "".join(word[0] for word in kept):
                return True
    return False
