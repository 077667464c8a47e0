"""Problems as GitHub shows them: annotations beside the lines, and a summary of the whole run.

GitHub shows ten annotations of each level for a step and drops the rest in silence, so the most
important come first and the summary has them all.
"""

from collections.abc import Iterator, Sequence

from generator.model import Allowance
from generator.model.problem import Place, Problem, Severity
from generator.reports.escape import clean
from generator.reports.text import MANY_FILES, count_faults, tell_counts

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_ORDER = list(_LEVELS)
MOST_IN_SUMMARY = 500


def tell_annotations(problems: Sequence[Problem]) -> Iterator[str]:
    """Tell each problem as a workflow command, the most important first."""
    for problem in sorted(problems, key=lambda p: _ORDER.index(p.severity)):
        fault, place = problem.fault, problem.place
        properties = ",".join(
            f"{name}={_escape(str(value), property_=True)}"
            for name, value in (
                ("file", clean(place.path)),
                ("line", place.line),
                ("col", place.column),
                ("title", f"{fault.code} {fault.name}"),
            )
        )
        words = _escape(clean(f"{problem.message} {problem.hint}"), property_=False)
        yield f"::{_LEVELS[problem.severity]} {properties}::{words}"


def _escape(text: str, *, property_: bool) -> str:
    """Escape as the runner's own toolkit does, so that no text can begin another command."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
    pairs += [(":", "%3A"), (",", "%2C")] if property_ else []
    for sign, code in pairs:
        text = text.replace(sign, code)
    return text


def tell_summary(
    problems: Sequence[Problem],
    records: int,
    allowances: Sequence[tuple[Place, Allowance]] = (),
) -> str:
    """Tell the whole run as Markdown, for the summary page of a job."""
    lines = ["### Improvement stories", "", tell_counts(problems, records), ""]
    if len({problem.place.path for problem in problems}) >= MANY_FILES:
        lines += ["| Fault | Problems | Files |", "|---|--:|--:|"]
        for fault, count, files in count_faults(problems):
            named = f"{fault.severity.value} {fault.code} {fault.name}"
            lines.append(f"| {named} | {count} | {files} |")
        lines.append("")
    if problems:
        lines += ["| | Where | What | What to do |", "|---|---|---|---|"]
    for problem in problems[:MOST_IN_SUMMARY]:
        cells = (
            f"{problem.severity.value} {problem.fault.code}",
            f"`{str(problem.place).replace('`', '')}`",
            problem.message,
            problem.hint,
        )
        lines.append("| " + " | ".join(_escape_cell(cell) for cell in cells) + " |")
    if len(problems) > MOST_IN_SUMMARY:
        lines += ["", f"And {len(problems) - MOST_IN_SUMMARY} more."]
    if allowances:
        lines += ["", "Rules that stories answer with a reason:", ""]
    for place, allowance in allowances:
        where = clean(str(place)).replace("`", "")
        lines.append(
            f"- `{where}` {_escape_cell(allowance.rule)}: {_escape_cell(allowance.because)}"
        )
    return "\n".join(lines) + "\n"


def _escape_cell(text: str) -> str:
    """Keep an author's words from becoming Markdown, HTML or a mention."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(text.replace("@", "@\N{ZERO WIDTH SPACE}").split())
