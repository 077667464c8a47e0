"""The command `stories`: the only room that prints or exits. One module for each errand."""

import gc

import click

from generator import __version__
from generator.cli.brief import brief
from generator.cli.bring import bring
from generator.cli.build import build, serve
from generator.cli.check import check, explain
from generator.cli.comment import comment
from generator.cli.digest import digest
from generator.cli.due import due
from generator.cli.export import export
from generator.cli.new import new
from generator.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="stories")
def main() -> None:
    """Check improvement stories, and build the site that shows them."""
    # Looking for garbage again and again among ten thousand records takes a sixth of a build, and
    # finds next to none: a command is over before it matters.
    gc.disable()


COMMANDS = (
    new,
    bring,
    check,
    comment,
    explain,
    due,
    digest,
    brief,
    export,
    build,
    serve,
    schema,
)
for command in COMMANDS:
    main.add_command(command)
