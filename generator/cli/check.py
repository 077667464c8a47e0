"""`stories check` and `stories explain`: what is wrong, and why it matters."""

import datetime as dt
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import __version__
from generator.cli.check_external import check_external_urls
from generator.cli.checked_project import check_project, list_changes_since
from generator.cli.options import (
    CLEAN,
    ERRORS,
    WRONG_USAGE,
    config_option,
    stop,
    style,
    today_option,
)
from generator.collection.collection import Collection
from generator.collection.touched import find_touched
from generator.git.withdrawn_history import list_kept_by_git, tell_commits
from generator.load.source_lines import Excerpts
from generator.mkdocs_plugin.check_site import describe_site
from generator.model import Action, Allowance, Story
from generator.model.problem import Place, Problem, Severity, sort_problems
from generator.reports.explain import explain_fault, find_fault, guess_fault
from generator.reports.github import tell_annotations, tell_summary
from generator.reports.gitlab import tell_code_quality
from generator.reports.json import tell_json
from generator.reports.sarif import tell_sarif
from generator.reports.text import (
    plain,
    tell_allowances,
    tell_counts,
    tell_faults,
    tell_problems,
)
from generator.rules import FAULTS


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    metavar="FORM",
    default="text",
    show_default=True,
    help="How to tell the problems: text, json, github, gitlab or sarif.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--since", metavar="REV", help="Tell only of what has changed since a Git revision.")
@click.option("--external", is_flag=True, help="Ask whether the addresses outside are alive.")
@today_option
@config_option
def check(  # noqa: PLR0913 (one for each option)
    paths: tuple[str, ...],
    form: str,
    since: str | None,
    today: dt.datetime | None,
    config_file: str,
    *,
    strict: bool,
    external: bool,
) -> None:
    """Check the stories, actions and domains, and tell every problem there is.

    With PATHs, tell only the problems in those files and folders. Exits with 0 if nothing stops
    publication, 1 if something does, 2 if the command was used wrongly.
    """
    for path in paths:
        if not Path(path).exists():
            stop(f"There is no file or folder “{path}”.", WRONG_USAGE)
    root, checked = check_project(config_file, today)
    problems = list(checked.problems)
    if since is not None:
        changed, problems = list_changes_since(since, config_file, root, checked)
        touched = find_touched(checked.collection, changed)
    if external:

        def is_told(place: Place) -> bool:
            return (since is None or place.path in touched) and _is_below(place, paths, root)

        dead = check_external_urls(config_file, root, checked, is_told)
        problems = list(sort_problems([*problems, *dead]))
    gone = checked.collection.withdrawals
    if gone and (since is None or gone.path in touched):
        problems += list_kept_by_git(root, describe_site(config_file)[1], gone)
    problems = [problem for problem in problems if _concerns(problem, paths, root)]
    problems = list(sort_problems(tell_commits(root, problems)))
    known = _list_allowances(checked.collection)
    allowed = [each for each in known if _is_below(each[0], paths, root)]
    _tell(problems, checked.count_records(), form, root, allowed)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(ERRORS if any(p.severity in failing for p in problems) else CLEAN)


def _list_allowances(collection: Collection) -> Iterator[tuple[Place, Allowance]]:
    """List each rule that a record answers with a reason instead of mending it, and where."""
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    for record in sorted(records, key=lambda record: record.path):
        for index, allowance in enumerate(record.allow):
            yield record.place("allow", index), allowance


def _concerns(problem: Problem, paths: tuple[str, ...], root: Path) -> bool:
    """Whether a problem stands in one of the files and folders, or names one that does."""
    if _is_below(problem.place, paths, root):
        return True
    told = f"{problem.message} {problem.hint}"
    return any(re.search(pattern, told) for pattern in _list_names(paths, root))


def _list_names(paths: tuple[str, ...], root: Path) -> Iterator[str]:
    """List patterns of how a message names these files and what is in these folders."""
    for path in map(Path, paths):
        if path.resolve().is_relative_to(root.resolve()):
            name = re.escape(str(path.resolve().relative_to(root.resolve())))
            yield rf"(?<![\w/.-]){name}" + ("/" if path.is_dir() else r"(?![\w-]|\.\w)")


def _is_below(place: Place, paths: tuple[str, ...], root: Path) -> bool:
    if not paths:
        return True
    file = (root / place.path).resolve()
    return any(file.is_relative_to(Path(path).resolve()) for path in paths)


def _tell(
    problems: list[Problem],
    records: int,
    form: str,
    root: Path,
    allowed: list[tuple[Place, Allowance]],
) -> None:
    if form == "json":
        click.echo(tell_json(problems, records))
    elif form == "gitlab":
        click.echo(tell_code_quality(problems))
    elif form == "sarif":
        click.echo(tell_sarif(problems, FAULTS, __version__))
    elif form == "github":
        for told in tell_annotations(problems):
            click.echo(told)
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            try:
                with Path(summary).open("a", encoding="utf-8") as file:
                    file.write(tell_summary(problems, records, allowed))
            except OSError as error:
                click.echo(f"stories: the summary cannot be written: {error}.", err=True)
        click.echo(tell_counts(problems, records))
    else:
        colour = style if sys.stdout.isatty() else plain
        lines = (
            *tell_faults(problems, colour),
            *tell_problems(problems, Excerpts(root).find, colour),
            *tell_allowances(allowed, colour),
            tell_counts(problems, records),
        )
        click.echo("\n".join(lines))  # at once: thousands of lines take their time one by one


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a problem by its CODE or its name: why it matters, an example, what to do."""
    faults = FAULTS
    fault = find_fault(code, faults)
    if fault is None:
        guess = guess_fault(code, faults)
        hint = f"Did you mean {guess}?" if guess else "The guide on the site lists them all."
        stop(f"There is no problem called “{code}”. {hint}", WRONG_USAGE)
    click.echo(explain_fault(fault, style), nl=False)
