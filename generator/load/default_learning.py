"""The learning points that come with the package, for a framework that has none of its own."""

from functools import cache
from pathlib import Path

from generator.load.yaml_record import read_yaml_record
from generator.model.learning import Learning

_HERE = Path(__file__).parent


@cache
def read_default_learning() -> Learning:
    """Read the learning points of the package."""
    record, problems = read_yaml_record(Learning, _HERE, "default_learning.yml", "")
    if record is None or problems:
        raise ValueError(problems)
    return record
