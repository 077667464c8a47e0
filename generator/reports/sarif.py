"""Problems as SARIF 2.1.0, the format in which code hosts exchange the findings of checkers.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from generator.model.problem import Fault, Problem, Severity
from generator.reports.escape import clean

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def tell_sarif(problems: Sequence[Problem], faults: Iterable[Fault], version: str) -> str:
    """Tell all problems of a run, with every fault that could have been found."""
    known = sorted(faults, key=lambda fault: fault.code)
    index = {fault.code: number for number, fault in enumerate(known)}
    run = {
        "tool": {
            "driver": {
                "name": "improvement-stories",
                "version": version,
                "rules": [_describe(fault) for fault in known],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_tell(problem, index[problem.fault.code]) for problem in problems],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _describe(fault: Fault) -> dict[str, Any]:
    return {
        "id": fault.code,
        "name": "".join(word.capitalize() for word in fault.name.split("-")),
        "shortDescription": {"text": fault.finds},
        "fullDescription": {"text": f"{fault.finds} {fault.why}"},
        "help": {"text": fault.instead},
        "defaultConfiguration": {"level": _LEVELS[fault.severity]},
    }


def _tell(problem: Problem, rule_index: int) -> dict[str, Any]:
    place = problem.place
    return {
        "ruleId": problem.fault.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[problem.severity],
        "message": {"text": clean(f"{problem.message} {problem.hint}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(place.path, errors="surrogateescape"),
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
