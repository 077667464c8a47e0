"""Problems as JSON, for programs: the shape is versioned and never changes within a version."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.model.problem import Problem
from generator.reports.escape import clean_json

VERSION = 1


def problem_to_dict(problem: Problem) -> dict[str, Any]:
    """Describe one problem with the eight keys that other programs rely on."""
    return {
        "code": problem.fault.code,
        "name": problem.fault.name,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def tell_json(problems: Sequence[Problem], records: int) -> str:
    """Write all problems of a run, with the counts of each severity and of records."""
    counts = Counter(problem.severity.value for problem in problems)
    document = {
        "version": VERSION,
        "problems": [problem_to_dict(problem) for problem in problems],
        "counts": {
            "error": counts["error"],
            "warning": counts["warning"],
            "advice": counts["advice"],
            "records": records,
        },
    }
    return clean_json(json.dumps(document, ensure_ascii=False, indent=2))
