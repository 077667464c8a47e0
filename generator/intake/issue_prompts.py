"""A box of prompts, each followed by what somebody wrote, to groups of fields.

What stands before the first prompt belongs to none, and is given back.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.intake import Question, parse_answer
from generator.intake.issue_questions import write_prompt
from generator.intake.typed_points import leave_gaps, read_typed
from generator.load.points import Region, split_rows


def read_groups(
    parts: Sequence[Question], text: str, region: Region | None = None
) -> tuple[list[dict[str, object]], list[str]]:
    """Read what stands after the prompts into groups of fields."""
    groups, rest = _split_groups(parts, text)
    read = [dict(_read_group(parts, group, region)) for group in groups]
    return [group for group in read if group], rest


def list_dates(parts: Sequence[Question], text: str) -> tuple[list[str], list[list[str]]]:
    """List the dates that stand after the prompts as they were written, and those of figures."""
    groups, _ = _split_groups(parts, text)
    told = [(part, group[part.path].strip()) for group in groups for part in parts
            if part.path in group]  # fmt: skip
    single = [said for part, said in told if part.form == "date"]
    tables = (split_rows(said, is_typed=True) for part, said in told if part.form == "groups")
    return single, [[cell.text for row in rows for cell in row.cells[:1]] for rows in tables]


def _split_groups(parts: Sequence[Question], text: str) -> tuple[list[dict[str, str]], list[str]]:
    """Split a text at its prompts; the first prompt that comes again begins a new group."""
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
    return groups, rest


def _find_prompt(line: str, prompts: Mapping[str, Question]) -> tuple[Question, str] | None:
    plain = line.strip().lstrip("-*").strip()
    folded = plain.casefold()
    for prompt, part in prompts.items():
        if folded.startswith(prompt):
            return part, plain[len(prompt) :].strip()
    return None


def _read_group(
    parts: Sequence[Question], group: Mapping[str, str], region: Region | None
) -> Iterator[tuple[str, object]]:
    root = parts[0].path.rpartition(".")[0]
    fields: dict[str, object] = {}
    for part in parts:
        text = group.get(part.path, "").strip()
        if not text:
            continue
        if part.form == "groups":
            value: object = _read_points(text, str(fields.get("unit", "")), region)
        else:
            value = parse_answer(part, text, region)
        place_value(fields, part.path.removeprefix(f"{root}.").split("."), value)
    yield from fields.items()


def _read_points(text: str, unit: str, region: Region | None) -> Sequence[Mapping[str, object]]:
    """Read a table that was typed; where it is not clear, its cells as they were typed."""
    return leave_gaps(read_typed(text, unit, region))


def place_value(fields: dict[str, object], keys: Sequence[str], value: object) -> None:
    """Put a value into groups of fields, below one key after the other."""
    for key in keys[:-1]:
        inner = fields.setdefault(key, {})
        assert isinstance(inner, dict)  # noqa: S101 (the questions are a tree)
        fields = inner
    fields[keys[-1]] = value
