"""`stories digest`: what is new, ready for a newsletter."""

import datetime as dt
from pathlib import Path

import click

from generator.cli.checked_project import check_project
from generator.cli.options import (
    ERRORS,
    WRONG_USAGE,
    config_option,
    output_option,
    stop,
    today_option,
)
from generator.collection.consent import only_public
from generator.exports.newsletter import write_html, write_letter, write_markdown, write_text
from generator.exports.newsletter.contents import make_newsletter
from generator.mkdocs_plugin.check_site import describe_site, locate_site
from generator.mkdocs_plugin.commands import SiteError

FORMS = {"markdown": write_markdown, "html": write_html, "text": write_text}


@click.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="DATE",
    help="Take in what was told, changed or done from this day on.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS, "eml"]),
    metavar="FORM",
    default="markdown",
    show_default=True,
    help="markdown, html for mail programs, text, or eml: a letter with both.",
)
@output_option("FILE", "Write here, not to the screen.")
@today_option
@config_option
def digest(
    since: dt.datetime,
    form: str,
    output: Path | None,
    today: dt.datetime | None,
    config_file: str,
) -> None:
    """Gather what is new by domain, strongest evidence first, and what is still wanted.

    A letter cannot be called back: people are quoted only where their consent has “feeds”.
    """
    _, checked = check_project(config_file, today)
    try:
        web, _ = describe_site(config_file)
        _, day = locate_site(config_file, today.date() if today else None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
    if not web.url:
        stop("A letter needs whole addresses: set `site_url` in mkdocs.yml.", WRONG_USAGE)
    if since.date() > day:
        stop(f"{since.date()} has not come yet.", WRONG_USAGE)
    if checked.has_errors:
        stop("Nothing was gathered: there are errors. `stories check` lists them.", ERRORS)
    shown = only_public(checked.collection, day)
    made = make_newsletter(shown, checked.findings, web, since.date(), day)
    written = write_letter(made) if form == "eml" else FORMS[form](made).encode()
    if output is None:
        click.echo(written, nl=False)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        stop(f"{output} cannot be written: {error.strerror}.", ERRORS)
    click.echo(f"Wrote {output}", err=True)
