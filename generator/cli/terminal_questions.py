"""Asks a person at a terminal: a few questions first, the rest if they wish."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from generator.cli.options import ERRORS, stop
from generator.intake import Draft, Question, Step, join_body, parse_answer, steps_of
from generator.intake.fields_by_path import drop_empty
from generator.intake.questions import WRITTEN
from generator.intake.steps import FIRST, LAST
from generator.load.faults import MISSING_FIELD
from generator.load.validate import read_fields
from generator.load.yaml_parser import Parsed
from generator.model import Origin
from generator.model.problem import Place

_ONE_LINE = 400
_LATER = "Press Enter to leave it for later."
_WITHOUT = "Press Enter to leave it out."
_PARAGRAPHS = "An empty line ends it; you can write more in the file."


def ask_person(draft: Draft, questions: Sequence[Question]) -> Draft:
    """Ask for what a draft does not say yet; what is left out for good is there as None."""
    with asking():
        return _ask(draft, questions)


@contextmanager
def asking() -> Iterator[None]:
    """Let a person break off, and say that nothing was written."""
    try:
        yield
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo("", err=True)
        stop("Nothing was written.", ERRORS)


def _ask(draft: Draft, questions: Sequence[Question]) -> Draft:
    fields, bodies = dict(draft.fields), {}
    for step in steps_of(draft.kind):
        asked = [q for q in questions if q.step == step.name and not _is_told(q, draft, fields)]
        if not asked or not _wants(step, fields):
            continue
        for question in asked:
            if question.path in {"domains", "setting"} and fields.get("story"):
                continue  # an action has those of its story
            answer = ask_one(question, draft.kind)
            if question.form == "body":
                bodies[question.path] = str(answer or "")
            else:
                fields[question.path] = answer
    body = draft.body or join_body(draft.kind, bodies)
    return Draft(draft.kind, fields, body, draft.files, draft.left)


def _is_told(question: Question, draft: Draft, fields: dict[str, Any]) -> bool:
    if question.form == "body":
        return bool(draft.body)
    return question.path in fields


def _wants(step: Step, fields: dict[str, Any]) -> bool:
    """Whether the person wants to answer a step now; the first is not asked about."""
    if step.name == FIRST:
        return True
    if step.name == LAST or fields.get("quick_win"):
        return False
    click.echo(f"\n{click.style(step.title, bold=True)}. {step.about}")
    return click.confirm("Answer this now?", default=False)


def ask_one(question: Question, kind: str, above: str = "") -> Any:  # noqa: ANN401 (any value)
    """Ask one question until the answer fits; None if there is none."""
    if question.form == "groups":
        return _ask_groups(question, kind)
    if question.form == "group":
        return _ask_group(question, kind)
    click.echo(f"\n{click.style(question.label, bold=True)}")
    for line in _explain(question):
        click.echo(f"  {line}")
    while True:
        typed = read_lines() if _has_lines(question) else read_line()
        if not typed:
            return None
        answer = _choose(question, typed)
        refusal = explain_answer(question, answer, kind, above)
        if not refusal:
            return answer
        click.echo(f"  {refusal}")


def _has_lines(question: Question) -> bool:
    """Whether an answer may have several lines; a summary is one."""
    if question.form == "text":
        return question.most is None or question.most > _ONE_LINE
    return question.form in {"body", "lines", "dates"}


def _ask_group(question: Question, kind: str) -> dict[str, Any] | None:
    click.echo(f"\n{click.style(question.label, bold=True)}")
    if not click.confirm("Answer this now?", default=False):
        return None
    answers = {part.name: ask_one(part, kind, question.path) for part in question.parts}
    return drop_empty(answers) or None


def _ask_groups(question: Question, kind: str) -> list[dict[str, Any]] | None:
    click.echo(f"\n{click.style(question.label, bold=True)}")
    found: list[dict[str, Any]] = []
    while click.confirm("Add another?" if found else "Add one?", default=False):
        answers = {part.name: ask_one(part, kind, question.path) for part in question.parts}
        found.append(drop_empty(answers))
    return [group for group in found if group] or None


def _explain(question: Question) -> Iterable[str]:
    for number, choice in enumerate(question.choices, 1):
        same = choice.label.startswith(choice.value)
        yield f"{number:>2}  {choice.label}" + ("" if same else f" ({choice.value})")
    hint = {
        "choice": "Type its number or its name.",
        "choices": "Type their numbers or their names, with commas between them.",
        "date": "Such as 3 March 2026, or 2026-03-03.",
        "yes-no": "yes or no.",
        "text": _PARAGRAPHS if _has_lines(question) else "",
        "body": _PARAGRAPHS,
        "lines": "One on each line; an empty line ends it.",
        "dates": "Such as 3 March 2026, one on each line; an empty line ends it.",
    }.get(question.form, "")
    limit = f"At most {question.most} characters." if question.most and not question.choices else ""
    later = _LATER if question.is_required else _WITHOUT
    yield " ".join(part for part in (limit, hint, later) if part)


def read_line() -> str:
    """Read a line, without the space around it."""
    return str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()


def read_lines() -> str:
    """Read lines up to an empty one."""
    lines: list[str] = []
    while line := read_line():
        lines.append(line)
    return "\n".join(lines)


def _choose(question: Question, typed: str) -> Any:  # noqa: ANN401 (any value)
    """Read an answer; numbers stand for the choices in their order."""
    if not question.choices:
        return parse_answer(question, typed)
    parts = [part.strip() for part in typed.replace(";", ",").split(",")]
    if all(part.isdigit() and 1 <= int(part) <= len(question.choices) for part in parts):
        values = [question.choices[int(part) - 1].value for part in parts]
        return values if question.form == "choices" else values[0]
    return parse_answer(question, typed)


def explain_answer(question: Question, answer: object, kind: str, above: str = "") -> str:
    """Say, in the checker's words, why an answer does not fit; empty if it does."""
    if question.choices:
        known = {choice.value for choice in question.choices}
        for each in answer if isinstance(answer, list) else [answer]:
            if each not in known:
                return f"“{each}” is not one of these."
        return ""
    if question.form == "body" or above.count("."):
        return ""
    value: Any = {question.path: answer}
    if above:
        inner = {question.name: answer}
        is_list = above in {"voices", "measures", "experience", "touchpoints", "allow"}
        value = {above: [inner] if is_list else inner}
    _, problems = read_fields(WRITTEN[kind], value, Parsed(), Origin("", "", ""), Place(""))
    for problem in problems:
        if problem.fault != MISSING_FIELD:
            return f"{problem.message} {problem.hint}"
    return ""
