"""`stories init`: a site is begun."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build.new_site import FRAMEWORKS, NewSite, list_first_files
from generator.build.pipeline import check
from generator.build.site_files import make_site_files, write_file, write_site_files
from generator.cli.options import ERRORS, WRONG_USAGE, stop
from generator.mkdocs_plugin.check_site import locate_site
from generator.mkdocs_plugin.commands import SiteError, load_site
from generator.mkdocs_plugin.default_settings import find_folders
from generator.mkdocs_plugin.settings import today_of
from generator.pages.labels import count

SETTINGS = "mkdocs.yml"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What the site is called.")
@click.option("--url", metavar="URL", help="The address at which it will stand.")
@click.option(
    "--framework",
    type=click.Choice([*FRAMEWORKS]),
    metavar="NAME",
    help=f"What stories are sorted by: {', '.join(FRAMEWORKS)}.",
)
def init(folder: Path, name: str | None, url: str | None, framework: str | None) -> None:
    """Begin a site of your own in DIR.

    Asks for name, address and framework at a terminal, and takes them as options. Writes a few
    files: settings, domains, an invented story, pages that only you can write, checks and
    publication for GitHub and GitLab. Writes over nothing: in a folder that has some of them, it
    adds the others.
    """
    if folder.exists() and not folder.is_dir():
        stop(f"{folder} is a file. Name a folder, or one that is not there yet.", WRONG_USAGE)
    refuse_address(url)
    new = _ask(folder, name, url, framework)
    try:
        if (folder / SETTINGS).exists() and (folder / new.content).is_dir():
            load_site(str(folder / SETTINGS))  # somebody's own, which may have to be mended first
        added = _add_files(folder, new)
        project, today = locate_site(str(folder / SETTINGS), None)
        collection = check(project, today, ()).collection
        made = make_site_files(folder, project.stories, collection)
        added += write_site_files(folder, made, {"missing"})
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
    except OSError as error:
        stop(f"The site cannot be begun there: {error.strerror}: {error.filename}.", ERRORS)
    if not added:
        click.echo(f"{folder} has all that a site begins with. Nothing was written.")
        return
    click.echo(f"Written to {folder}: {count(len(added), 'file')}.")
    for path in sorted(added):
        click.echo(f"  {path}")
    go = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    click.echo(f"See it: {go}stories serve")


def refuse_address(url: str | None) -> None:
    """Stop if somebody gave an address that no site could have."""
    parts = urlsplit(url or "https://a.example/")
    if parts.scheme not in {"http", "https"} or not parts.netloc or re.search(r"\s", url or ""):
        stop(
            f"“{url}” is not the address of a site. Write one such as https://stories.example/.",
            WRONG_USAGE,
        )


def _ask(folder: Path, name: str | None, url: str | None, framework: str | None) -> NewSite:
    """Ask for what was not told, if there is anybody to ask."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    named = words[:1].upper() + words[1:] or "Improvement stories"
    is_there = (folder / SETTINGS).exists()
    if sys.stdin.isatty() and sys.stdout.isatty() and not is_there:
        try:
            name = name or click.prompt("What is the site called?", default=named)
            if url is None:
                click.echo("At which address will it stand? Press Enter if you do not know yet.")
                url = click.prompt(">", default="", show_default=False, prompt_suffix=" ").strip()
                refuse_address(url)
            if framework is None:
                click.echo("What are its stories sorted by?")
                for number, (about, _) in enumerate(FRAMEWORKS.values(), 1):
                    click.echo(f"{number:>3}  {about}")
                chosen = click.prompt(">", type=click.IntRange(1, len(FRAMEWORKS)), default=1)
                framework = [*FRAMEWORKS][chosen - 1]
        except (click.Abort, EOFError, KeyboardInterrupt):
            click.echo("", err=True)
            stop("Nothing was written.", ERRORS)
    folders = find_folders(folder / SETTINGS) if is_there else ()
    return NewSite(name or named, url or "", framework or "plain", today_of(None), *folders)


def _add_files(folder: Path, new: NewSite) -> list[str]:
    """Write the first files that are not there, each kind as a whole, and give their paths.

    Domains of somebody's own are no reason to write ours beside them, nor are stories.
    """
    whole = (new.stories, new.domains)
    taken = [part for part in whole if (folder / part).is_dir() and any((folder / part).iterdir())]
    inside = tuple(f"{part}/" for part in taken)
    added = []
    for path, text in list_first_files(new):
        if not path.startswith(inside) and not os.path.lexists(folder / path):
            write_file(folder / path, text)
            added.append(path)
    return added
