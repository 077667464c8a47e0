"""The command `stories`: the only room that prints or exits. One module for each errand."""

import contextlib
import gc
import os
import sys
from importlib import import_module

import click

from generator import __version__

# Each errand, and where in this room it is done.
COMMANDS = {
    "init": "init:init",
    "new": "new:new",
    "import": "import_:import_files",
    "update": "update:update",
    "check": "check:check",
    "comment": "comment:comment",
    "explain": "check:explain",
    "due": "due:due",
    "digest": "digest:digest",
    "brief": "brief:brief",
    "export": "export:export",
    "build": "build:build",
    "serve": "build:serve",
    "schema": "schema:schema",
    "renew": "renew:renew",
}


class Commands(click.Group):
    """A group of commands, each of which is loaded when somebody asks for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """List the commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None if there is no such."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"generator.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 (`COMMANDS` says so)
        return command


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96}
)
@click.version_option(__version__, prog_name="stories")
def main() -> None:
    """Check improvement stories, and build the site that shows them."""
    # Looking for garbage again and again among ten thousand records takes a sixth of a build, and
    # finds next to none: a command is over before it matters.
    gc.disable()


def run() -> None:
    """Run the command, and end at once when all went well.

    To give back, one by one, what ten thousand stories are made of takes Python a second.
    """
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
    except OSError as error:  # not even the answer can be written
        from generator.build.os_errors import explain_os_error  # noqa: PLC0415 (it is seldom needed)

        sys.exit(f"stories: {explain_os_error(error)}")
    with contextlib.suppress(OSError):  # which Python says better at its own end
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
