"""The command `stories`: the only module that prints or exits."""

import datetime as dt
import json
import logging
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from generator import __version__
from generator.due import find_due
from generator.pipeline import Checked, all_faults
from generator.plugin.commands import SiteError, build_site, check_site, serve_site
from generator.plugin.settings import find_today
from generator.problem import Place, Problem, Severity
from generator.read.changes import NoHistoryError, find_changed
from generator.read.files import read_line
from generator.records import Allowance
from generator.records.schema import describe_records
from generator.tell.due import tell_due, tell_due_calendar, tell_due_json
from generator.tell.explain import explain_fault, find_fault, guess_fault
from generator.tell.github import tell_annotations, tell_summary
from generator.tell.json import tell_json
from generator.tell.sarif import tell_sarif
from generator.tell.text import tell_allowances, tell_counts, tell_problems

CLEAN, ERRORS, WRONG_USAGE = 0, 1, 2
FURTHEST = 36_500
COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan", "margin": "blue"}

config_option = click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    metavar="FILE",
    help="The site's settings.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take this for today, for consent and for dates.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="stories")
def main() -> None:
    """Check improvement stories, and build the site that shows them."""


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    metavar="FORM",
    default="text",
    show_default=True,
    help="How to tell the problems: text, json, github or sarif.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--since", metavar="REV", help="Tell only of what has changed since a Git revision.")
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
) -> None:
    """Check the stories, actions and domains, and tell every problem there is.

    With PATHs, tell only the problems in those files and folders. Exits with 0 if nothing stops
    publication, 1 if something does, 2 if the command was used wrongly.
    """
    for path in paths:
        if not Path(path).exists():
            stop(f"There is no file or folder “{path}”.", WRONG_USAGE)
    root, checked = _check(config_file, today)
    problems = [problem for problem in checked.problems if _is_below(problem.place, paths, root)]
    if since is not None:
        try:
            touched = checked.collection.touched_by(find_changed(root, since))
        except NoHistoryError as error:
            stop(str(error), WRONG_USAGE)
        problems = [problem for problem in problems if problem.place.path in touched]
    allowed = [each for each in checked.collection.allowances if _is_below(each[0], paths, root)]
    _tell(problems, checked.count_records(), form, root, allowed)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(ERRORS if any(p.severity in failing for p in problems) else CLEAN)


def _check(config_file: str, today: dt.datetime | None) -> tuple[Path, Checked]:
    try:
        return check_site(config_file, today.date() if today else None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)


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
    elif form == "sarif":
        click.echo(tell_sarif(problems, all_faults(), __version__))
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
        for told in tell_problems(problems, lambda place: read_line(root, place), _style):
            click.echo(told)
        for told in tell_allowances(allowed, _style):
            click.echo(told)
        click.echo(tell_counts(problems, records))


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a problem by its CODE or its name: why it matters, an example, what to do."""
    faults = all_faults()
    fault = find_fault(code, faults)
    if fault is None:
        guess = guess_fault(code, faults)
        hint = f"Did you mean {guess}?" if guess else "The guide on the site lists them all."
        stop(f"There is no problem called “{code}”. {hint}", WRONG_USAGE)
    click.echo(explain_fault(fault, _style), nl=False)


@main.command()
@click.option(
    "--within",
    type=click.IntRange(0, FURTHEST),
    default=0,
    metavar="DAYS",
    help="Look this far ahead.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics"]),
    metavar="FORM",
    default="text",
    show_default=True,
    help="How to tell it: text, json, or ics for calendars.",
)
@today_option
@config_option
def due(within: int, form: str, today: dt.datetime | None, config_file: str) -> None:
    """List what a steward has to look at: consents, reviews, quiet measures, stale plans."""
    _, checked = _check(config_file, today)
    day = today.date() if today else find_today(None)
    dues = find_due(checked.collection, day, within)
    if form == "json":
        click.echo(tell_due_json(dues))
    elif form == "ics":
        click.echo(tell_due_calendar(dues, day), nl=False)
    else:
        for told in tell_due(dues, day, _style):
            click.echo(told)


@main.command()
@click.option("-d", "--site-dir", metavar="DIR", help="Where to build; site/ otherwise.")
@click.option("--strict", is_flag=True, help="Build nothing if there are warnings.")
@today_option
@config_option
def build(
    site_dir: str | None, today: dt.datetime | None, config_file: str, *, strict: bool
) -> None:
    """Check everything and build the site.

    If there is an error nothing is built, and the last site stays as it was.
    """
    show_progress()
    folder = str(Path(site_dir).absolute()) if site_dir else None
    try:
        built = build_site(config_file, folder, today.date() if today else None, strict=strict)
    except SiteError as error:
        stop(str(error), WRONG_USAGE if error.is_usage else ERRORS)
    click.echo(f"Built {built}", err=True)


@main.command()
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to serve.")
@config_option
def serve(dev_addr: str | None, config_file: str) -> None:
    """Show the site on this computer, and show it anew when a file changes.

    Problems are shown here and on the pages, and the site goes on.
    """
    show_progress(logging.INFO)
    try:
        serve_site(config_file, dev_addr)
    except SiteError as error:
        stop(str(error), WRONG_USAGE if error.is_usage else ERRORS)


@main.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write files here."
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of every record, one file each, or all of them to the screen."""
    schemas = describe_records()
    if output is None:
        click.echo(json.dumps(schemas, indent=2, ensure_ascii=False))
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for kind, described in schemas.items():
            text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
            (output / f"{kind}.schema.json").write_text(text, encoding="utf-8")
    except OSError as error:
        stop(f"The schemas cannot be written: {error}.", WRONG_USAGE)


def show_progress(level: int = logging.WARNING) -> None:
    """Show what the engine says, on standard error; all of it only to a terminal."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO if sys.stderr.isatty() else level)


def _style(text: str, role: str) -> str:
    if role == "caret":
        return click.style(text, fg="red", bold=True)
    if role == "place":
        return click.style(text, bold=True)
    return click.style(text, fg=COLOURS[role], bold=role != "margin")


def stop(message: str, code: int) -> NoReturn:
    """Say why the command cannot go on, and exit."""
    click.echo(f"stories: {message}", err=True)
    sys.exit(code)
