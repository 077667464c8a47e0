"""`stories due`: the steward's list."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.checked_project import check_project
from generator.cli.options import ERRORS, WRONG_USAGE, config_option, stop, style, today_option
from generator.collection.due import Due, list_due
from generator.intake.place_drafts import PlaceError, write_new
from generator.mkdocs_plugin.check_site import describe_site, locate_site
from generator.model.site_identity import MADE, SiteIdentity
from generator.reports.due import tell_due, tell_due_calendar, tell_due_json
from generator.reports.due_letters import Letter, write_letters
from generator.reports.escape import clean

FURTHEST = 36_500
OLD_DAYS = 2


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
@click.option(
    "--site",
    default="site",
    metavar="FOLDER",
    help="Where the site was built, to see how old it is.",
)
@click.option(
    "--letters",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write letters to whom to ask into this folder, .txt and .eml.",
)
@today_option
@config_option
def due(  # noqa: PLR0913, PLR0917 (click's)
    within: int,
    form: str,
    site: str,
    letters: Path | None,
    today: dt.datetime | None,
    config_file: str,
) -> None:
    """List what a steward has to look at: consents, reviews, quiet measures, stale plans."""
    root, checked = check_project(config_file, today)
    day = today.date() if today else locate_site(config_file, None)[1]
    dues = list_due(checked.collection, day, within)
    if letters:
        _write_letters(
            letters, list(write_letters(dues, checked.collection, _find_web(config_file)))
        )
    elif form == "json":
        click.echo(tell_due_json(dues))
    elif form == "ics":
        click.echo(tell_due_calendar(dues, day), nl=False)
    else:
        if made := _find_old(root / site / MADE, day):
            click.echo(
                f"The site in {site} was last made on {made}. What was to go since then is still in"
                " it, and perhaps on its server.\n"
            )
        for told in tell_due(dues, day, style):
            click.echo(told)


def _find_web(config_file: str) -> SiteIdentity:
    web, _ = describe_site(config_file)
    if not web.url:
        stop("A letter needs whole addresses: set `site_url` in mkdocs.yml.", WRONG_USAGE)
    return web


def _write_letters(folder: Path, letters: Sequence[Letter | Due]) -> None:
    for each in letters:
        if isinstance(each, Due):
            click.echo(clean(f"No letter for “{each.title}” ({each.kind}): no address is known."))
            continue
        for ending, content in ((".txt", each.text.encode()), (".eml", each.message)):
            file = folder / f"{each.name}{ending}"
            try:
                write_new(file, content)
            except PlaceError as error:
                stop(str(error), ERRORS)
            click.echo(clean(f"Written: {file}"))
    if not letters:
        click.echo("There is nothing to ask anybody.")


def _find_old(file: Path, today: dt.date) -> dt.date | None:
    """Find the day on which a site was made, if it is there and older than two days."""
    try:
        made = dt.date.fromisoformat(json.loads(file.read_text(encoding="utf-8"))["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made if (today - made).days > OLD_DAYS else None
