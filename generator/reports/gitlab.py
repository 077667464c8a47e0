"""Problems as GitLab shows them beside the lines of a merge request: a code quality report.

Source of the format: GitLab Docs, "Code Quality report format".
"""

import json
from collections.abc import Sequence
from hashlib import sha256

from generator.model.problem import Problem, Severity
from generator.reports.escape import clean

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def tell_code_quality(problems: Sequence[Problem]) -> str:
    """Tell each problem, with a fingerprint that stays when it moves to another line."""
    seen: dict[str, int] = {}
    told = []
    for problem in problems:
        said = f"{problem.place.path}|{problem.fault.code}|{problem.message}"
        seen[said] = seen.get(said, 0) + 1
        print_of = sha256(f"{said}|{seen[said]}".encode("utf-8", "replace")).hexdigest()
        told.append(
            {
                "description": clean(f"{problem.message} {problem.hint}"),
                "check_name": problem.fault.name,
                "fingerprint": print_of,
                "severity": _LEVELS[problem.severity],
                "location": {
                    "path": clean(problem.place.path),
                    "lines": {"begin": problem.place.line},
                },
            }
        )
    return json.dumps(told, ensure_ascii=False, indent=2)
