"""`stories renew`: a site is brought to the installed version."""

from collections.abc import Iterator
from difflib import unified_diff

import click

from generator import __version__
from generator.build.pipeline import check
from generator.build.site_files import (
    Written,
    find_state,
    make_site_files,
    read_written,
    write_site_files,
)
from generator.cli.options import ERRORS, WRONG_USAGE, config_option, stop
from generator.mkdocs_plugin.check_site import locate_site
from generator.mkdocs_plugin.commands import SiteError


@click.command()
@config_option
def renew(config_file: str) -> None:
    """Bring the files that the generator wrote into a site to the installed version.

    Those are the issue form, the workflows with their scripts, the schemas and requirements.txt.
    Shows what it changes. What somebody has changed by hand is left as it is, and so is what was
    deleted.
    """
    try:
        project, today = locate_site(config_file, None)
        collection = check(project, today, ()).collection
        made = make_site_files(project.root, project.stories, collection)
        written = read_written(project.root) or Written()
        states = {p: find_state(project.root, p, text, written) for p, text in made.items()}
        renewed = write_site_files(project.root, made, {"missing", "stale"})
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
    except OSError as error:
        stop(f"The files cannot be renewed: {error.strerror}: {error.filename}.", ERRORS)
    for path, before in renewed.items():
        if states[path] == "missing":
            click.echo(f"Written: {path}")
            continue
        click.echo(f"Renewed: {path}")
        click.echo("\n".join(_tell_changes(before, made[path])))
    for path in (path for path, state in states.items() if state == "theirs"):
        is_there = (project.root / path).exists()
        click.echo(f"Left {'as you changed it' if is_there else 'out, as you wished'}: {path}")
    if not renewed:
        click.echo(f"Everything else is as version {__version__} writes it.")


def _tell_changes(before: str, now: str) -> Iterator[str]:
    """Tell the lines that went and came, with one around them."""
    lines = unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=1)
    yield from (f"  {line}" for line in lines if not line.startswith(("---", "+++")))
