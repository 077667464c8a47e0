"""How the questions stand in an issue: what the form that makes one shows, and its answers follow.

An issue is flat text: each question is a heading, and its answer stands below. So a group of fields
becomes its questions one by one, and a list of groups one large box of prompts, to be copied for
each further group. `issue_form.py` writes the form, `from_issue.py` reads what comes of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.intake.questions import Choice, Question

# What a person who writes into an issue is not asked: an issue carries neither files nor pictures,
# and the rest is for those who look after the collection.
LEFT_OUT = frozenset(
    {
        "aliases",
        "allow",
        "illustrative",
        "image",
        "measures.baseline",
        "measures.chart",
        "measures.events",
        "measures.file",
        "measures.id",
        "measures.observed",
        "measures.per",
        "measures.points.count",
        "measures.rebase",
        "measures.says",
        "measures.target",
        "review_by",
        "source",
        "updated",
        "voices.consent.expires",
        "voices.consent.review",
        "voices.consent.withdrawn",
        "voices.language",
    }
)
# Known from the issue itself, so that it stands below the answers and is never asked. What has
# happened since may be told later than it happened.
KNOWN: Mapping[str, frozenset[str]] = {"story": frozenset({"date"}), "update": frozenset()}
PROMISES = (
    "Everybody who is quoted has agreed to it, on a form that we keep",
    "No patient can be recognised: no full names, no numbers, no exact dates of care",
)
PROMISE = "Before you send it"
YES = "Yes"
NO_ANSWER = "_No response_"


def list_for_issue(
    questions: Sequence[Question], known: frozenset[str] = KNOWN["story"]
) -> tuple[Question, ...]:
    """List the questions as an issue has them: no groups but lists of groups, the known ones last.

    The parts of a list of groups are flat as well.
    """
    flat = [
        replace(each, parts=tuple(_flatten(each.parts))) if each.form == "groups" else each
        for each in _flatten(questions)
    ]
    return tuple(sorted(flat, key=lambda question: question.path in known))


def _flatten(questions: Sequence[Question]) -> Iterator[Question]:
    for question in questions:
        if question.path in LEFT_OUT:
            continue
        if question.form == "group":
            yield from (_part_from(question, each) for each in _flatten(question.parts))
        else:
            kept = tuple(part for part in question.parts if part.path not in LEFT_OUT)
            yield replace(question, parts=kept)


def _part_from(group: Question, part: Question) -> Question:
    """Make a field of a group stand alone: it needs the group's question before its own words.

    What its group needs is not needed where there is no group.
    """
    label = part.label if part.label.endswith("?") else f"{group.label} {part.label}"
    return replace(part, label=label, is_required=False)


def write_prompt(question: Question) -> str:
    """Write the line after which one field of a group is answered."""
    return f"- {question.label}" if question.label.endswith("?") else f"- {question.label}:"


def write_option(question: Question, choice: Choice) -> str:
    """Write a choice as a list shows it; a domain with what a patient would say of it."""
    is_told = question.path == "domains" and choice.about
    return f"{choice.label}: {choice.about}" if is_told else choice.label
