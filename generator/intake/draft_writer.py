"""A draft to the text of a file: front matter in the field table's order, the body, the prompts.

What is missing becomes a prompt, a comment that says what belongs there, above an empty field or
in the body. The checker points at each prompt until it is answered. PyYAML quotes the values, so
that each reads back as the text it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from generator.intake.draft import BESIDE, Draft
from generator.intake.questions import Choice, Question, rows_of
from generator.intake.steps import BODIES
from generator.intake.yaml_scalar import clean_text, write_scalar
from generator.load.comments import LEFT, PROMPT
from generator.load.markdown import list_comments
from generator.model.field_table import FieldRow
from generator.model.field_types import SLUG

_LEFT_NOTE = f"{LEFT}. Move it to where it belongs, or take it out."
_WIDTH = 96
# The day that belongs to an action, by how far it has come.
_DAYS = {"planned": "planned_on", "testing": "started_on", "stopped": "stopped_on"}
_OFFERED = {"story": ("experience", "involvement", "voices", "measures"), "action": ("voices",)}
_OPTIONAL = {"body.failed": " If everything did, take this part out."}


def write_draft(draft: Draft, questions: Sequence[Question] = ()) -> str:
    """Write a draft as the file of a record.

    With `questions`, those of its kind, it is a starter: the fields that are wanted and not
    required are prompted for too, unless they are there as None, and larger ones are offered in
    comments.
    """
    rows = rows_of(draft.kind)
    asked = {question.path: question for question in questions}
    wanted = _find_wanted(draft) if questions else frozenset()
    lines = ["---"]
    for row in rows:
        if (value := draft.fields.get(row.name)) not in (None, [], (), {}):
            lines += _write_field(row.name, value, row)
        elif row.is_required or (row.name in wanted and row.name not in draft.fields):
            lines += (*_prompt(row, asked.get(row.name)), f"{row.name}:")
    known = {row.name for row in rows}
    for name, value in draft.fields.items():
        if name not in known and value is not None:
            lines += _write_field(name, value, None)
    if questions:
        lines += _offer(draft, rows)
    body = [part for part in _write_body(draft) if part]
    lines += ["---", *(["", *body] if body else []), ""]
    return "\n".join(lines)


def join_body(kind: str, answers: Mapping[str, str]) -> str:
    """Join the answers to the questions of a body, by path, under their headings.

    What was done needs no heading when it is all there is.
    """
    told = [(path, heading) for path, _, heading in BODIES[kind] if answers.get(path, "").strip()]
    if [path for path, _ in told] == ["body.done"]:
        return answers["body.done"].strip()
    return "\n\n".join(f"## {heading}\n\n{answers[path].strip()}" for path, heading in told)


def _find_wanted(draft: Draft) -> frozenset[str]:
    """Find the fields that a starter asks for although a record may do without them."""
    if draft.kind == "story":
        return frozenset({"setting", "changed_on"})
    if draft.kind == "action":
        day = _DAYS.get(str(draft.fields.get("status")), "made_on")
        return frozenset({day, *(() if "story" in draft.fields else ("domains", "setting"))})
    return frozenset()


def _prompt(row: FieldRow, question: Question | None) -> Iterator[str]:
    """Say in comments what belongs in a field, and which answers there are."""
    if question is None:
        yield from _comment(row.about)
        return
    limit = question.most if question.form in {"line", "text"} else None
    yield from _comment(f"{question.label}{f' At most {limit} characters.' if limit else ''}")
    if question.choices:
        form = "A list, such as [one, two], of" if question.form == "choices" else "One of"
        yield from _comment(f"{form}: {'; '.join(map(_tell_choice, question.choices))}.")
    elif question.form == "date":
        yield from _comment("Year, month, day: 2026-03-01.")


def _tell_choice(choice: Choice) -> str:
    label = choice.label
    if label == choice.value or label.startswith(f"{choice.value}:"):
        return label
    return f"{choice.value} ({label})"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, _WIDTH, break_long_words=False)]


def _offer(draft: Draft, rows: tuple[FieldRow, ...]) -> Iterator[str]:
    """Offer larger fields as comments, ready to be taken out of them."""
    names = _OFFERED.get(draft.kind, ())
    if draft.fields.get("quick_win"):
        names = tuple(name for name in names if name == "voices")
    offered = [row for row in rows if row.name in names and not draft.fields.get(row.name)]
    if not offered:
        return
    yield "#"
    yield from _comment(
        "If you have them: take the # and the space away from the lines below, and fill them in."
    )
    for row in offered:
        yield "#"
        yield from _comment(row.about)
        empty: object = [{}] if row.form.startswith("a list") else {}
        yield from (f"# {line}" for line in _write_field(row.name, empty, row, is_offer=True))


def _write_field(
    name: str, value: object, row: FieldRow | None, *, is_offer: bool = False
) -> list[str]:
    """Write one field with its name; groups and lists stand below it, two spaces further in."""
    if isinstance(value, Mapping):
        inner = _write_group(value, row, is_offer=is_offer)
        return [f"{name}:", *_indent(inner, 2)]
    if isinstance(value, list | tuple):
        if all(isinstance(item, str) and SLUG.fullmatch(item) for item in value):
            return [f"{name}: [{', '.join(write_scalar(item) for item in value)}]"]
        return [f"{name}:", *(line for item in value for line in _write_item(item, row, is_offer))]
    return write_scalar(value, name).split("\n")


def _write_item(item: object, row: FieldRow | None, is_offer: bool) -> list[str]:  # noqa: FBT001
    if isinstance(item, Mapping):
        inner = _write_group(item, row, is_offer=is_offer)
        first, rest = inner[:1] or ["{}"], inner[1:]
        return [f"  - {first[0]}", *_indent(rest, 4)]
    return _indent(write_scalar(item, "-").split("\n"), 2)


def _indent(lines: Sequence[str], by: int) -> list[str]:
    """Move lines in by some spaces, and leave empty ones empty."""
    return [f"{' ' * by}{line}" if line else "" for line in lines]


def _write_group(group: Mapping[Any, object], row: FieldRow | None, *, is_offer: bool) -> list[str]:
    """Write the fields of a group; what it must have and has not is written without a value."""
    rows = {each.name: each for each in row.fields} if row else {}
    lines = []
    for name, each in rows.items():
        value = group.get(name)
        if value not in (None, [], (), {}):
            lines += _write_field(name, value, each, is_offer=is_offer)
        elif each.is_required and not (each.fields and not is_offer):
            note = f"  # {each.form.removeprefix('one of: ')}" if each.choices else ""
            lines.append(f"{name}:{note}")
        elif is_offer and each.fields and name in {"consent", "points"}:
            inner: object = [{}] if each.form.startswith("a list") else {}
            lines += _write_field(name, inner, each, is_offer=True)
    for name, value in group.items():
        if name not in rows and value is not None:
            lines += _write_field(str(name), value, None)
    return lines


def _write_body(draft: Draft) -> Iterator[str]:
    body = _shut_comments(clean_text(draft.body)).strip("\n")
    if body.strip():
        yield body
    else:
        yield "\n\n".join(_prompt_body(draft))
    left = [clean_text(text).replace("-->", "-- >").strip("\n") for text in draft.left]
    if words := "\n\n".join(text for text in left if text.strip()):
        yield f"\n<!-- {_LEFT_NOTE}\n\n{words}\n-->"


def _prompt_body(draft: Draft) -> Iterator[str]:
    if draft.kind in BESIDE:  # what has happened since may be figures alone
        return
    questions = BODIES[draft.kind]
    if len(questions) == 1 or draft.fields.get("quick_win"):
        label = next(label for path, label, _ in questions if path == "body.done")
        yield f"<!-- {PROMPT} {label} -->"
        return
    for path, label, heading in questions:
        yield f"## {heading}"
        yield f"<!-- {PROMPT} {label}{_OPTIONAL.get(path, '')} -->"


def _shut_comments(text: str) -> str:
    """Make a `<!--` that is never closed plain text, so that it takes nothing with it."""
    ends = [end for _, end in list_comments(text)]
    rest = ends[-1] if ends else 0
    return text[:rest] + text[rest:].replace("<!--", "\\<!--")
