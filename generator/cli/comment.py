"""`stories comment`: what a proposal changes and what is to be mended, as one comment."""

import datetime as dt
from pathlib import Path

import click

from generator.build.pipeline import Checked
from generator.cli.checked_project import check_project, list_changes_since
from generator.cli.options import config_option, today_option
from generator.collection.collection import FOLDERS
from generator.model import Action, Domain, Story
from generator.reports.comment import Changed, tell_comment


@click.command()
@click.option(
    "--since",
    metavar="REV",
    default="HEAD",
    show_default=True,
    help="Tell only of what has changed since a Git revision.",
)
@click.option(
    "--files", metavar="URL", default="", help="Where the proposal's files can be read, to link to."
)
@click.option(
    "--preview", metavar="URL", default="", help="Where the built site can be had, to link to."
)
@today_option
@config_option
def comment(
    since: str, files: str, preview: str, today: dt.datetime | None, config_file: str
) -> None:
    """Tell a proposal's pages and problems as Markdown, for a comment on it.

    Exits with 0 whatever there is to tell; `stories check` is what fails.
    """
    root, checked = check_project(config_file, today)
    changed, problems = list_changes_since(since, config_file, root, checked)
    pages = _find_pages(checked, changed, root)
    click.echo(tell_comment(problems, pages, files.rstrip("/"), preview), nl=False)


def _find_pages(checked: Checked, changed: frozenset[str], root: Path) -> list[Changed]:
    """Find the pages whose own record, data or picture a proposal changes, and those it removes."""
    known = checked.collection
    records: tuple[Story | Action | Domain, ...] = (*known.stories, *known.actions, *known.domains)
    updated: tuple[Story | Action, ...] = (*known.stories, *known.actions)
    told = {
        record.path
        for record in updated
        for beside in (*known.updates_of(record), *known.adoptions_of(record))
        if beside.path in changed
    }
    own = [
        Changed(record.title or record.slug, f"{FOLDERS[record.kind]}/{record.slug}/", record.path)
        for record in records
        if record.path in changed or _is_beside(record, changed) or record.path in told
    ]
    gone = [
        Changed(f"{path} (taken away)", "", path)
        for path in sorted(changed)
        if path.endswith(".md") and path.startswith(("stories/", "domains/"))
        if not (root / path).exists()
    ]
    return [*sorted(own, key=lambda page: page.path), *gone]


def _is_beside(record: Story | Action | Domain, changed: frozenset[str]) -> bool:
    """Whether something in the record's own folder has changed, such as its data or a picture."""
    folder = record.origin.folder
    return record.path.endswith("/index.md") and any(
        path.rpartition("/")[0] == folder for path in changed
    )
