"""The command `stories`: the only room that prints or exits. One module for each errand."""

import click

from generator import __version__
from generator.cli.build import build, serve
from generator.cli.check import check, explain
from generator.cli.due import due
from generator.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="stories")
def main() -> None:
    """Check improvement stories, and build the site that shows them."""


for command in (check, explain, due, build, serve, schema):
    main.add_command(command)
