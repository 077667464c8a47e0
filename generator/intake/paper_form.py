"""The questions as a form on paper: its sections, and every word that the form itself says.

One value for those who write the form (`word_form/`) and those who read a filled one
(`from_word/`): what stands here is the form's, and all else in a document is somebody's answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.collection.collection import Collection
from generator.intake.questions import Choice, Question, ask_action, steps_of
from generator.intake.steps import LAST

TITLES: Mapping[str, str] = {"story": "Tell your story", "update": "What has happened since"}
_NOBODY = (
    "Please write nothing that could tell a reader who a patient is: no full name, no "
    "hospital number, no date of birth, no address, no telephone number."
)
_SEND = "Save the file, and send it to the person who gave it to you, or import it yourself."
_OF_STORY = (
    (
        "Thank you for telling what you changed. It takes about 20 minutes, and less for a quick "
        "win: for that, the first part is enough."
    ),
    (
        "Write as you would to a colleague on another ward. Leave empty whatever does not apply; "
        "there are no wrong answers, and what did not work is as welcome as what did."
    ),
    _NOBODY,
    _SEND,
)
_OF_UPDATE = (
    "Thank you for going on with it. This takes five minutes: a value, how it stands, or a line.",
    _NOBODY,
    _SEND,
)
INTRODUCTIONS: Mapping[str, Sequence[str]] = {"story": _OF_STORY, "update": _OF_UPDATE}
NOTES: Mapping[str, str] = {
    "voices": "One table for each person. If you can, let us hear from both a patient and a member "
    "of staff. For more people, copy a table and paste it below.",
    "voices.consent": "Nobody’s words are shown without their consent. Ask them, show them the "
    "words, and tell them that they may change their mind at any time. Keep the signed form where "
    "you are; here we only need to know where to find it.",
    "measures": "One table for what you counted, and one below it for the figures. You may paste "
    "them from a spreadsheet. For another measure, copy both tables.",
    "measures.measure": "As its chart is called on the page. Where there is one alone, it needs no "
    "name.",
    "actions": "Each thing that was done, small or large, also what you gave up again. One table "
    "for each; copy a table for more.",
    "image": "A photograph or a drawing, as you have it. Ask everybody who can be recognised in "
    "it, and show no patient’s name, board or screen.",
    "domains": "Tick one, or two.",
    "adapted_from": "The title of the story, or its address.",
    "experience": "Watching counts too: people do not always do what they say they do.",
    "experience.method": "",
    "involvement.level": "",
    "headroom": "",
    "source": "Only if the story is told from something that was published.",
    "image.file": "",
    "measures.points": "",
}
# What stands in an empty place, by the kind of answer.
PROMPTS: Mapping[str, str] = {
    "line": "Write here",
    "text": "Write a few sentences here",
    "lines": "Write here, each on a line of its own",
    "body": "Tell it here, as long or as short as you like",
    "date": "A day, such as 3 March 2026",
    "dates": "Days, such as 3 March 2026, each on a line of its own",
    "number": "A number",
    "count": "A whole number",
    "choice": "Choose one",
    "yes-no": "Choose yes or no",
    "picture": "Paste the picture here",
}
ACTIONS = ("What was done", "The small steps that others could take too.")
YES_NO = (Choice("true", "Yes"), Choice("false", "No"))
TICKED, UNTICKED = "☒", "☐"
# What a form on paper does not ask, and why: the file beside the story is made from the table of
# figures; the others are for whoever looks after the file later.
NOT_ASKED = frozenset(
    {
        "measures.chart",
        "measures.file",
        "measures.id",
        "measures.points.count",
        "measures.baseline",
        "measures.rebase",
        "voices.consent.review",
        "voices.consent.withdrawn",
    }
)
# An action takes these from its story.
_OF_THE_STORY = frozenset(
    {"story", "summary", "domains", "setting", "strategic_links", "voices", "measures"}
)
_MOST_COLUMNS = 4
_MOST_CHOICES = 60
_LONGEST_ABOUT = 60
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " ", "‑": "-", "–": "-", "—": "-"}
)
_FOOT = re.compile(rf"(?:{'|'.join(TITLES.values())}) · .{{1,200}}\tpage \d*", re.IGNORECASE)
_OF_WORD = frozenset(  # what Word writes into a place that was emptied
    {
        "click or tap here to enter text",
        "click here to enter text",
        "click or tap to enter a date",
        "click here to enter a date",
        "choose an item",
    }
)
_LEAST_NEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form: its title, a sentence about it, and its questions."""

    title: str
    about: str
    questions: tuple[Question, ...]


def lay_out(questions: Sequence[Question], kind: str = "story") -> tuple[Section, ...]:
    """Lay out the questions of a kind of record as sections.

    A story has its actions and its pictures among them.
    """
    asked = {question.path: question for question in questions}
    sections = []
    for step in steps_of(kind):
        paths = (path for path in step.paths if path in asked and path != "image")
        found = tuple(filter(None, (_fit(asked[path]) for path in paths)))
        if step.name != LAST and found:
            sections.append(Section(step.title, step.about, found))
        if step.name == "measures" and kind == "story":
            sections.append(Section(*ACTIONS, (ask_actions(),)))
    if "image" in asked:
        image = ask_pictures(asked["image"])
        sections.append(Section("Pictures", "If you have any. One table for each.", (image,)))
    rest = Question("rest", "What else should we know?", "", "body")
    return (*sections, Section("Anything else", "Whatever found no place above.", (rest,)))


def ask_actions() -> Question:
    """Ask for the actions of a story, which take their domains and their setting from it."""
    asked = (q for q in ask_action(Collection()) if q.path not in _OF_THE_STORY and q.step != LAST)
    parts = tuple(_below("actions", question) for question in asked)
    return Question("actions", "What was done, one thing at a time?", "", "groups", parts=parts)


def ask_pictures(image: Question) -> Question:
    """Ask for several pictures in place of the one at the top of a story."""
    parts = tuple(
        replace(part, form="picture", label="The picture") if part.name == "file" else part
        for part in image.parts
    )
    return replace(image, label="Pictures to go with it", form="groups", parts=parts)


def _below(group: str, question: Question) -> Question:
    parts = tuple(_below(group, part) for part in question.parts)
    return replace(question, path=f"{group}.{question.path}", parts=parts)


def _fit(question: Question) -> Question | None:
    """Fit a question to paper: without what is not asked there, and without lists of thousands."""
    if question.path in NOT_ASKED:
        return None
    parts = tuple(filter(None, map(_fit, question.parts)))
    is_long = question.path == "adapted_from" or len(question.choices) > _MOST_CHOICES
    form = "line" if is_long and question.form == "choice" else question.form
    return replace(question, parts=parts, form=form)


def has_columns(question: Question) -> bool:
    """Whether the answers stand in one table with a row for each, and not in a table each."""
    parts = question.parts
    few = len(parts) <= _MOST_COLUMNS and not any(part.parts for part in parts)
    return question.form == "groups" and few and all(part.form != "picture" for part in parts)


def list_answers(question: Question) -> Iterator[Question]:
    """List the questions inside a question that take an answer themselves."""
    if not question.parts:
        yield question
    for part in question.parts:
        yield from list_answers(part)


def list_all(questions: Iterable[Question]) -> Iterator[Question]:
    """List all questions, those in groups after their group."""
    for question in questions:
        yield question
        yield from list_all(question.parts)


def say_hint(question: Question) -> str:
    """Say what helps with a question, if anything does that its label does not say already."""
    if question.path in NOTES:
        return NOTES[question.path]
    choices = (choice.label for choice in question.choices)
    said = set(_list_stems(" ".join([question.label, *choices])))
    if question.form == "yes-no" or "`" in question.about or ";" in question.about:
        sentences: list[str] = []  # said for those who write files
    else:
        sentences = re.findall(r"[^.]+(?:\.|$)", question.about)
    new = (s.strip() for s in sentences if len(set(_list_stems(s)) - said) >= _LEAST_NEW_WORDS)
    is_typed = question.form in {"line", "text"} and question.example
    example = f"For example: {question.example}" if is_typed else ""
    return " ".join(filter(None, (*new, example)))


def say_choice(choice: Choice) -> str:
    """Say a choice beside its box."""
    is_short = 0 < len(choice.about) <= _LONGEST_ABOUT
    return f"{choice.label} – {choice.about}" if is_short else choice.label


def list_words(sections: Sequence[Section], kind: str = "story") -> frozenset[str]:
    """List all that the form itself says, in the plain form that `plain` makes."""
    said = [TITLES[kind], *INTRODUCTIONS[kind]]
    for section in sections:
        said += (section.title, section.about)
        for question in list_all(section.questions):
            said += (question.label, say_hint(question))
    return frozenset(filter(None, map(plain, said)))


def is_prompt(text: str) -> bool:
    """Whether this is what stands in a place that nobody has filled."""
    return plain(text) in _EMPTY


def find_prompt(text: str) -> tuple[int, int]:
    """Find a prompt that was left standing before or behind an answer: where it begins and ends."""
    for prompt in sorted(PROMPTS.values(), key=len, reverse=True):
        start = len(text) - len(text.lstrip())
        rest = text[start:].removeprefix(prompt).lstrip(" .:…\n")
        if text[start:].startswith(prompt) and rest != text[start + len(prompt) :]:
            return start, len(text) - len(rest)
        before = text.rstrip(" .…").removesuffix(prompt)
        if text.rstrip(" .…").endswith(prompt) and before[-1:].isspace():
            return len(before), len(text)
    return 0, 0


def is_foot(text: str) -> bool:
    """Whether this is the line at the foot of each page."""
    return _FOOT.fullmatch(text.strip()) is not None


def plain(text: str) -> str:
    """Make a text plain, so that it is the same whatever a word processor did to its marks."""
    return " ".join(text.translate(_QUOTES).casefold().split()).strip(" .:?!*")


def _list_stems(text: str) -> list[str]:
    """List the beginnings of the longer words, so that `did` and `done` alone decide nothing."""
    return [word[:5] for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3]  # noqa: PLR2004


_EMPTY = _OF_WORD | {plain(prompt) for prompt in PROMPTS.values()}
