"""`stories update`: what has happened since, as a file beside the story."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.build.pipeline import Project, check
from generator.cli.import_ import tell_written
from generator.cli.options import ERRORS, WRONG_USAGE, config_option, stop, today_option
from generator.cli.terminal_questions import asking
from generator.cli.update_questions import Since, ask_since
from generator.collection.collection import Collection
from generator.collection.lay_updates import list_statuses
from generator.collection.record_names import RecordNames, read_example
from generator.intake.decode import UnreadableError, read_sent_bytes
from generator.intake.place_drafts import DraftFolders, PlaceError, place_drafts
from generator.intake.update_draft import News, draft_update, find_new, pick_measure
from generator.load.measure_files import ENDINGS, read_points
from generator.mkdocs_plugin.check_site import locate_site
from generator.mkdocs_plugin.commands import SiteError
from generator.model import Action, Measure, Story, Update
from generator.model.measure import split_sheet
from generator.model.problem import Severity
from generator.reports.escape import clean
from generator.rules.references.term_unknown import guess_term


@click.command()
@click.argument("name", metavar="SLUG")
@click.argument("figures", required=False, metavar="[FIGURES]")
@click.option("--measure", default="", metavar="NAME", help="Which measure the figures are of.")
@click.option("--status", metavar="WORD", help="How it stands, if that has changed.")
@click.option("--words", default="", metavar="TEXT", help="What has happened since.")
@click.option(
    "--ask/--no-ask", "asks", default=None, help="Ask for what is missing; asks at a terminal."
)
@today_option
@config_option
def update(  # noqa: PLR0913, PLR0917 (click's)
    name: str,
    figures: str | None,
    measure: str,
    status: str | None,
    words: str,
    asks: bool | None,
    today: dt.datetime | None,
    config_file: str,
) -> None:
    """Tell what has happened since a story or an action (actions/SLUG) was told.

    FIGURES is a CSV file or an Excel workbook, old figures and all: those that are new are taken.
    Writes a file in `updates/`; nothing that exists is changed.
    """
    try:
        project, day = locate_site(config_file, today.date() if today else None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
    collection = check(project, day, ()).collection
    record = _find_record(name, collection)
    is_asked = sys.stdin.isatty() if asks is None else asks
    news: tuple[News, ...] = ()
    if figures:
        told = _choose_measure(record, measure, is_asked=is_asked)
        news = (_read_new(told, figures, project),)
    statuses = list_statuses(record)
    if status and status not in statuses:
        stop(f"“{status}” is no status. They are: {', '.join(statuses)}.", WRONG_USAGE)
    since = Since(news, status, (), words.strip())
    if is_asked:
        with asking():
            since = ask_since(record, collection, project.region, since)
    draft = draft_update(
        record,
        day,
        news=since.news,
        status=since.status,
        voices=since.voices,
        words=since.words,
    )
    if not (draft.body or draft.fields.keys() & Update.told_by):
        stop("There is nothing to tell: name a file of figures, --status or --words.", WRONG_USAGE)
    try:
        tree = DraftFolders(project.root, collection, day.year, project.stories, project.domains)
        placed = place_drafts([draft], tree)
    except PlaceError as error:
        stop(str(error), ERRORS)
    click.echo(clean(f"Written: {placed[0].path}"))
    for each in since.news:
        if each.points:
            click.echo(clean(_say_taken(each)))
    tell_written(placed, config_file)


def _find_record(name: str, collection: Collection) -> Story | Action:
    kind, slug = read_example(name)
    found = RecordNames(collection.stories, collection.actions).find(kind, slug)
    if found is None:
        stop(_say_unknown(kind, slug, collection), WRONG_USAGE)
    return found


def _say_unknown(kind: str, slug: str, collection: Collection) -> str:
    records: Sequence[Story | Action] = collection.stories
    if kind == "action":
        records = collection.actions
    near = guess_term(slug, {record.slug: (record.title or "",) for record in records})
    hint = f" Did you mean “{'actions/' if kind == 'action' else ''}{near}”?" if near else ""
    return f"There is no {kind} “{slug}”.{hint}"


def _choose_measure(record: Story | Action, name: str, *, is_asked: bool) -> Measure:
    titles = [measure.title for measure in record.measures if not measure.events]
    if not titles:
        stop(f"“{record.title}” has no measure that counts, which figures could be of.", ERRORS)
    listed = "; ".join(titles)
    if not name and is_asked and len(titles) > 1:
        for number, title in enumerate(titles, 1):
            click.echo(clean(f"{number:>2}  {title}"))
        number = click.prompt("Which measure are they of?", type=click.IntRange(1, len(titles)))
        name = titles[number - 1]
    found = pick_measure(record, name)
    if found is None and not name:
        stop(f"Which measure are they of? Say it with --measure: {listed}.", WRONG_USAGE)
    if found is None:
        told = f"There is no measure “{name}” to which figures can be added."
        stop(f"{told} There are: {listed}.", WRONG_USAGE)
    return found


def _read_new(measure: Measure, figures: str, project: Project) -> News:
    """Read the points of a file that are new, or stop and say what is wrong with it."""
    file, sheet = split_sheet(figures)
    if not file.lower().endswith(ENDINGS):
        stop(f"{file} is neither a CSV file nor an Excel workbook (.xlsx).", WRONG_USAGE)
    try:
        content = read_sent_bytes(Path(file))
    except UnreadableError as error:
        stop(f"{file}: {error}", ERRORS)
    read = read_points(content, file, sheet, measure.unit or "", project.region)
    for problem in read.problems:
        click.echo(clean(f"{problem.place}: {problem.message} {problem.hint}".strip()), err=True)
    if any(problem.severity is Severity.ERROR for problem in read.problems):
        stop("Nothing was written.", ERRORS)
    if not read.points:
        stop(f"{file} has no figure in it.", ERRORS)
    new = find_new(measure, read.points)
    if not new.points:
        last = max(point.date for point in read.points)
        stop(f"“{measure.title}” has these figures already; the last is of {last}.", ERRORS)
    return new


def _say_taken(new: News) -> str:
    days = ", ".join(day.isoformat() for day in new.corrected)
    corrected = f" It corrects what was told of {days}: the page shows both values." if days else ""
    figures = "1 new figure" if len(new.points) == 1 else f"{len(new.points)} new figures"
    return f"  {figures} of “{new.measure.title}”.{corrected}"
