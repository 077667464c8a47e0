"""A YAML file that is one record: the vocabulary, the terms, what was withdrawn."""

from pathlib import Path, PurePosixPath

from generator.cache.store import fingerprint
from generator.load import faults
from generator.load.files import read_text
from generator.load.validate import AnyRecord, read_fields
from generator.load.yaml_parser import parse_yaml
from generator.model import Origin
from generator.model.problem import Place, Problem


def read_yaml_record(
    model: type[AnyRecord], root: Path, path: str, message: str
) -> tuple[AnyRecord | None, list[Problem]]:
    """Read a record that is all fields, and say what is wrong with it.

    `message` says what it holds, when it holds no fields.
    """
    source = read_text(root, path)
    problems = [*source.problems]
    if source.text is None:
        return None, problems
    parsed = parse_yaml(source.text, path)
    problems += parsed.problems
    if not isinstance(parsed.value, dict):
        if not parsed.problems:
            problems.append(faults.NOT_FIELDS.at(Place(path), message))
        return None, problems
    folder, key = str(PurePosixPath(path).parent), fingerprint(source.text)
    origin = Origin(path, model.kind, folder, places=parsed.places, key=key)
    record, found = read_fields(model, parsed.value, parsed, origin, Place(path))
    return record, [*problems, *found]
