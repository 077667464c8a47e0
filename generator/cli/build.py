"""`stories build` and `stories serve`: the site."""

import datetime as dt
import logging
import signal
from pathlib import Path

import click

from generator.cli.options import (
    ERRORS,
    STOPPED,
    WRONG_USAGE,
    config_option,
    show_progress,
    stop,
    today_option,
)
from generator.mkdocs_plugin.commands import (
    BuildOptions,
    SiteError,
    StoppedError,
    build_site,
    serve_site,
)

MOST_JOBS = 64


@click.command()
@click.option("-d", "--site-dir", metavar="DIR", help="Where to build; site/ otherwise.")
@click.option("--clean", is_flag=True, help="Start over: use nothing of earlier builds.")
@click.option("--strict", is_flag=True, help="Build nothing if there are warnings.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    metavar="N",
    help="Build with so many processes; as many as there are cores otherwise.",
)
@today_option
@config_option
def build(  # noqa: PLR0913 (one for each option)
    site_dir: str | None,
    jobs: int | None,
    today: dt.datetime | None,
    config_file: str,
    *,
    clean: bool,
    strict: bool,
) -> None:
    """Check everything and build the site.

    If there is an error nothing is built, and the last site stays as it was. What has not changed
    since the last build is taken over from it.
    """
    show_progress()
    folder = str(Path(site_dir).absolute()) if site_dir else None
    wishes = BuildOptions(folder, today.date() if today else None, strict, jobs, clean)
    try:
        built = build_site(config_file, wishes)
    except StoppedError as error:
        stop(str(error), STOPPED)
    except SiteError as error:
        stop(str(error), WRONG_USAGE if error.is_usage else ERRORS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to stop
    click.echo(f"Built {built}", err=True)


@click.command()
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
