"""What the commands share: options, colours, and the ways to stop and to say how it goes."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.reports.escape import clean_lines

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
CLEAN, ERRORS, WRONG_USAGE, STOPPED = 0, 1, 2, 130
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


def output_option(metavar: str, told: str, *, dir_okay: bool = False) -> Decorator:
    """Make the option that says where a command writes."""
    kind = click.Path(path_type=Path, dir_okay=dir_okay)
    return click.option("-o", "--output", type=kind, metavar=metavar, help=told)


class _Plain(logging.Formatter):
    """The engine's words, which may hold a file's name, without what could move a cursor."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the words of a record."""
        return clean_lines(super().format(record))


def show_progress(level: int = logging.WARNING) -> None:
    """Show what the engine says, on standard error; all of it only to a terminal."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO if sys.stderr.isatty() else level)


def style(text: str, role: str) -> str:
    """Colour a text by its role: a severity, a place, a caret or a margin."""
    if role == "caret":
        return click.style(text, fg="red", bold=True)
    if role == "place":
        return click.style(text, bold=True)
    return click.style(text, fg=COLOURS[role], bold=role != "margin")


def stop(message: str, code: int) -> NoReturn:
    """Say why the command cannot go on, and exit."""
    click.echo(f"stories: {clean_lines(message)}", err=True)
    sys.exit(code)
