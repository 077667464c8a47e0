"""A box of prompts, each followed by what somebody wrote, to groups of fields.

What stands before the first prompt belongs to none, and is given back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.intake import Question, parse_answer
from generator.intake.issue_questions import write_prompt

_CELLS = re.compile(r"\s*[,;\t|]\s*|\s{2,}|(?<=\d)\s+(?=[\d+-])")


def read_groups(parts: Sequence[Question], text: str) -> tuple[list[dict[str, object]], list[str]]:
    """Read what stands after the prompts; the first prompt that comes again begins a new group."""
    prompts = {write_prompt(part)[2:].casefold(): part for part in parts}
    groups: list[dict[str, str]] = [{}]
    rest: list[str] = []
    current: Question | None = None
    for line in text.split("\n"):
        found = _find_prompt(line, prompts)
        if found:
            current, said = found
            if current.path in groups[-1]:
                groups.append({})
            groups[-1][current.path] = said
        elif current:
            groups[-1][current.path] += f"\n{line}"
        elif line.strip():
            rest.append(line)
    read = [dict(_read_group(parts, group)) for group in groups]
    return [group for group in read if group], rest


def _find_prompt(line: str, prompts: Mapping[str, Question]) -> tuple[Question, str] | None:
    plain = line.strip().lstrip("-*").strip()
    folded = plain.casefold()
    for prompt, part in prompts.items():
        if folded.startswith(prompt):
            return part, plain[len(prompt) :].strip()
    return None


def _read_group(
    parts: Sequence[Question], group: Mapping[str, str]
) -> Iterator[tuple[str, object]]:
    root = parts[0].path.rpartition(".")[0]
    fields: dict[str, object] = {}
    for part in parts:
        text = group.get(part.path, "").strip()
        if not text:
            continue
        value = _read_points(part, text) if part.form == "groups" else parse_answer(part, text)
        place_value(fields, part.path.removeprefix(f"{root}.").split("."), value)
    yield from fields.items()


def _read_points(question: Question, text: str) -> list[dict[str, object]]:
    """Read a table that was typed: a line for each row, its cells parted as people part them."""
    rows = []
    for line in text.split("\n"):
        if not line.strip(" -*|"):
            continue
        cells = _CELLS.split(line.strip(" -*|"), maxsplit=len(question.parts) - 1)
        filled = [(part, cell) for part, cell in zip(question.parts, cells, strict=False) if cell]
        rows.append({part.name: parse_answer(part, cell) for part, cell in filled})
    return rows


def place_value(fields: dict[str, object], keys: Sequence[str], value: object) -> None:
    """Put a value into groups of fields, below one key after the other."""
    for key in keys[:-1]:
        inner = fields.setdefault(key, {})
        assert isinstance(inner, dict)  # noqa: S101 (the questions are a tree)
        fields = inner
    fields[keys[-1]] = value
