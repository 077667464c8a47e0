"""The questions as an issue form of GitHub: the file from which GitHub makes a page to fill in.

Source of the format: GitHub Docs, "Syntax for issue forms" and "Syntax for GitHub's form schema".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import yaml

from generator.collection.collection import Collection
from generator.intake import FORMS, Question, Step, steps_of
from generator.intake.issue_questions import (
    KNOWN,
    PROMISE,
    PROMISES,
    YES,
    list_for_issue,
    write_option,
    write_prompt,
)

_MOST_CHOICES = 60
_WIDTH = 100


class _Words(NamedTuple):
    """What a form is called, and how it begins."""

    name: str
    about: str
    title: str
    label: str
    welcome: str


_WORDS: Mapping[str, _Words] = {
    "story": _Words(
        "Tell a story",
        "What patients and staff changed together, in your own words.",
        "Story: ",
        "story",
        "Thank you for telling it. The first part is enough for a quick win and takes ten minutes; "
        "leave empty what does not apply.\n",
    ),
    "update": _Words(
        "Tell what has happened since",
        "How a story goes on: the next values, how it stands, a line in your own words.",
        "Update: ",
        "update",
        "Thank you for going on with it. Leave empty whatever is as it was.\n",
    ),
}
_CONVERTED = """
A few minutes after you send this, a draft page is made of it and somebody looks at it with you. \
If something is missing you are told here, and you mend it with **Edit**, in the menu at the top \
right of what you wrote.
"""
_WARNING = """
**What you write here can be read at once by everybody who can see this repository.** Write no \
patient's full name, no hospital number, no telephone number and no exact date of anybody's care.
"""


def tell_issue_form(
    questions: Sequence[Question],
    steps: Sequence[Step],
    kind: str = "story",
    *,
    made_by: str = "make fix",
    is_converted: bool = True,
) -> str:
    """Tell the questions of a story or an update as the text of an issue form, step by step.

    `made_by` is the command that writes it anew; `is_converted` says that a workflow makes a page
    of what was sent.
    """
    known, words = KNOWN[kind], _WORDS[kind]
    asked = [each for each in list_for_issue(questions, known) if each.path not in known]
    titles = {step.name: step for step in steps}
    body: list[dict[str, Any]] = [
        _show(f"{words.welcome}{_CONVERTED if is_converted and kind == 'story' else ''}{_WARNING}")
    ]
    for name, group in groupby(asked, key=lambda question: question.step):
        body.append(_show(f"## {titles[name].title}\n\n{titles[name].about}\n"))
        body += map(_ask, group)
    body.append(_promise())
    form = {
        "name": words.name,
        "description": words.about,
        "title": words.title,
        "labels": [words.label],
        "body": body,
    }
    told = "a test fails" if made_by == "make fix" else "the check warns"
    first = f"# Made from the field table by `{made_by}`; {told} when it is stale.\n"
    return first + yaml.dump(
        form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH
    )


def tell_issue_forms(
    collection: Collection, *, made_by: str = "make fix", is_converted: bool = True
) -> dict[str, str]:
    """Tell every form for issues as the text of its file, by its path in a repository."""
    return {
        f".github/ISSUE_TEMPLATE/{kind}.yml": tell_issue_form(
            ask(collection), steps_of(kind), kind, made_by=made_by, is_converted=is_converted
        )
        for kind, ask in FORMS.items()
    }


class _Dumper(yaml.SafeDumper):
    """A dumper that writes texts of several lines as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (PyYAML's own)
        super().increase_indent(flow, indentless=False)


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _write_text)


def _show(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def _ask(question: Question) -> dict[str, Any]:
    kind, shape = _shape(question)
    about = "\n".join(_explain(question))
    attributes = {"label": question.label, **({"description": about} if about else {}), **shape}
    if question.example and kind in {"input", "textarea"} and "value" not in shape:
        attributes["placeholder"] = question.example
    element: dict[str, Any] = {
        "type": kind,
        "id": question.path.replace(".", "-"),
        "attributes": attributes,
    }
    if question.is_required:
        element["validations"] = {"required": True}
    return element


def _shape(question: Question) -> tuple[str, dict[str, Any]]:
    match question.form:
        case "choice" | "choices" if 0 < len(question.choices) <= _MOST_CHOICES and (
            question.path != "adapted_from"  # it would be stale after every new story
        ):
            several = {"multiple": True} if question.form == "choices" else {}
            return "dropdown", {**several, "options": list(_options(question))}
        case "yes-no":
            return "checkboxes", {"options": [{"label": YES}]}
        case "groups":
            return "textarea", {
                "value": "".join(f"{write_prompt(part)}\n" for part in question.parts)
            }
        case "text" | "body" | "lines" | "dates":
            return "textarea", {}
    return "input", {}


def _options(question: Question) -> Iterator[str]:
    for choice in question.choices:
        yield write_option(question, choice)


def _explain(question: Question) -> Iterator[str]:
    """Say what an answer looks like, where the question does not say so itself."""
    sentences = [question.about] if _adds(question) else []
    if question.form == "date":
        sentences.append("Write it as 2026-03-01 or 1 March 2026.")
    elif question.form in {"lines", "dates"}:
        sentences.append("One on each line.")
    elif question.form == "groups":
        sentences.append("Write after each prompt. For another one, copy all the prompts below.")
    if sentences:
        yield " ".join(sentences)
    for part in question.parts:
        if part.choices:
            told = "; ".join(choice.label for choice in part.choices)
            yield f"- {part.label} Choose: {told}."
        elif part.form == "groups":
            names = ", ".join(each.label.lower() for each in part.parts)
            yield f"- {part.label}: a line for each point, with commas between {names}."


def _adds(question: Question) -> bool:
    """Whether the description says more than the label, the choices or the box do already."""
    if question.form == "yes-no" or any(f"{c.value}:" in question.about for c in question.choices):
        return False
    said, about = (_stems(text) for text in (question.label, question.about))
    return not about <= said


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:4] for word in re.findall(r"[a-z]{4,}", text.lower()))


def _promise() -> dict[str, Any]:
    options = [{"label": label, "required": True} for label in PROMISES]
    return {
        "type": "checkboxes",
        "id": "promises",
        "attributes": {"label": PROMISE, "options": options},
    }
