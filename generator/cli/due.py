"""`stories due`: the steward's list."""

import datetime as dt

import click

from generator.cli.checked_project import check_project
from generator.cli.options import config_option, style, today_option
from generator.collection.due import list_due
from generator.mkdocs_plugin.check_site import locate_site
from generator.reports.due import tell_due, tell_due_calendar, tell_due_json

FURTHEST = 36_500


@click.command()
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
    _, checked = check_project(config_file, today)
    day = today.date() if today else locate_site(config_file, None)[1]
    dues = list_due(checked.collection, day, within)
    if form == "json":
        click.echo(tell_due_json(dues))
    elif form == "ics":
        click.echo(tell_due_calendar(dues, day), nl=False)
    else:
        for told in tell_due(dues, day, style):
            click.echo(told)
