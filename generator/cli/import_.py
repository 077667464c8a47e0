"""`stories import`: Word forms, tables, letters and what forms send become drafts in the tree."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.build.pipeline import check
from generator.cli.checked_project import check_project
from generator.cli.options import ERRORS, WRONG_USAGE, config_option, stop, style
from generator.intake import Draft
from generator.intake.decode import UnreadableError
from generator.intake.place_drafts import (
    DraftFolders,
    Placed,
    PlaceError,
    group_drafts,
    place_drafts,
)
from generator.intake.readers import Reader, find_reader
from generator.load.files import read_line
from generator.mkdocs_plugin.check_site import locate_site
from generator.mkdocs_plugin.commands import SiteError
from generator.model.problem import Severity
from generator.reports.escape import clean, clean_lines
from generator.reports.text import tell_counts, tell_problems

_WIDEST = 72
_OF_PEOPLE = frozenset({".md", ".txt", ".zip", ".eml"})


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--rename", is_flag=True, help="Add a number to a name that is taken.")
@config_option
def import_files(files: tuple[Path, ...], config_file: str, *, rename: bool) -> None:
    """Make drafts of Word forms, Excel, CSV and JSON files, letters, and the text of issues.

    What a form service sends on of the site's own forms is read as well: its JSON, its table, its
    letter (.eml) with what is attached to it.

    Says what was written and where, what it could not place, and what is still wrong. Nothing that
    exists is changed. Exits with 1 if a file, or a part of one, was not imported.
    """
    try:
        project, today = locate_site(config_file, None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
    collection = check(project, today, ()).collection
    tree = DraftFolders(project.root, collection, today.year, project.stories, project.domains)
    written: list[Placed] = []
    has_failed = False
    for file in files:
        try:
            drafts = _find_reader(file)(file, collection, project.region)
        except UnreadableError as error:
            click.echo(clean_lines(f"stories: {file}: {error}"), err=True)
            has_failed = True
            continue
        is_sent = file.suffix.lower() in _OF_PEOPLE  # two people may choose one title
        for group in group_drafts(drafts):
            try:
                placed = place_drafts(group, tree, rename=rename or is_sent)
            except PlaceError as error:
                _tell_refused(file, group, error)
                has_failed = True
                continue
            _tell_placed(file, placed)
            written += placed
    if written:
        tell_written(written, config_file)
    if has_failed:
        raise SystemExit(ERRORS)


def _find_reader(file: Path) -> Reader:
    if not file.exists():
        raise UnreadableError("There is no such file.")
    if file.is_dir():
        raise UnreadableError("This is a folder. Name the files in it.")
    return find_reader(file.suffix)


def _tell_refused(file: Path, group: Sequence[Draft], error: PlaceError) -> None:
    title = str(group[0].fields.get("title") or group[0].kind)
    hint = f" With --rename it would be called {error.offer}." if error.offer else ""
    said = f"stories: {file}: “{title}” was not imported. {error}{hint}"
    click.echo(clean_lines(said), err=True)


def _tell_placed(file: Path, placed: Sequence[Placed]) -> None:
    for each in placed:
        click.echo(clean(f"{file}: written to {each.path}"))
        for beside in each.beside:
            click.echo(clean(f"  with {beside}"))
        for remark in each.draft.remarks:
            click.echo(f"  {clean(remark)}")
        for words in each.draft.left:
            first = " ".join(words.split())
            shown = first if len(first) <= _WIDEST else f"{first[:_WIDEST]}…"
            click.echo(f"  could not be placed, and is kept at the end: {clean(shown)}")


def tell_written(written: Sequence[Placed], config_file: str) -> None:
    """Tell what is still wrong with the files that were written."""
    root, checked = check_project(config_file, None)
    paths = {path for placed in written for path in (placed.path, *placed.beside)}
    found = [problem for problem in checked.problems if problem.place.path in paths]
    click.echo("")
    for told in tell_problems(found, lambda place: read_line(root, place), style):
        click.echo(told)
    click.echo(tell_counts(found, len(written)))
    if not any(problem.severity is Severity.ERROR for problem in found):
        click.echo("Read them through; nothing in them stops publication.")
