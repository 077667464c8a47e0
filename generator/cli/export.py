"""`stories export`: everything as data, or as a tree of plain Markdown."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from generator.build.export_folder import OccupiedFolderError, write_folder
from generator.build.resize_images import make_width
from generator.cli.checked_project import check_project
from generator.cli.options import (
    ERRORS,
    WRONG_USAGE,
    config_option,
    output_option,
    stop,
    today_option,
)
from generator.collection.collection import url_of
from generator.collection.consent import only_public
from generator.exports.json_data import make_whole_file
from generator.exports.markdown_site import make_markdown_site
from generator.exports.record_files import make_joined_documents
from generator.mkdocs_plugin.commands import load_site
from generator.mkdocs_plugin.config_values import project_of, site_identity_of
from generator.mkdocs_plugin.settings import NAME, list_theme_folders, today_of
from generator.pages.labels import count
from generator.pages.markdown_html import render_markdown
from generator.pages.site_context import SiteContext
from generator.pages.smart_quotes import curl_collection
from generator.pages.types import Document, Resize


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "markdown"]),
    metavar="FORM",
    required=True,
    help="What to write: json, csv or markdown.",
)
@output_option(
    "PATH",
    "The file for json, else the screen; the folder for the others, else export/.",
    dir_okay=True,
)
@today_option
@config_option
def export(form: str, output: Path | None, today: dt.datetime | None, config_file: str) -> None:
    """Write everything as one JSON file, as tables, or as a tree of plain Markdown.

    The tree builds with MkDocs, ProperDocs or Zensical, without this program. Nobody is quoted
    whose consent does not allow feeds. If there is an error nothing is written.
    """
    root, checked = check_project(config_file, today)
    if checked.has_errors:
        stop("Nothing was exported: there are errors. `stories check` lists them.", ERRORS)
    config = load_site(config_file)
    day = (
        today.date()
        if today
        else today_of(config.plugins[NAME].config.today, config.plugins[NAME].config.timezone)
    )
    # What the website itself would show; each maker decides what of it may go further.
    shown = curl_collection(only_public(checked.collection, day))
    context = SiteContext(shown, checked.findings, site_identity_of(config), day)
    project = project_of(config)
    sources = [root / folder for folder in (project.stories, project.domains, project.content)]
    sources += list_theme_folders(config)
    try:
        if form == "json" and output is None:
            click.echo(_write_json(context), nl=False)
            return
        target = output or Path("export")
        if form == "json":
            _write_file(target, _write_json(context), sources)
        else:
            texts, sizes = _make_folder(form, context)
            kept = root / ".cache" / NAME / "pictures"
            made = {size.address: partial(_make_picture, root, size, kept) for size in sizes}
            write_folder(target, {each.address: each.content for each in texts}, made, sources)
    except OccupiedFolderError as error:
        stop(str(error), WRONG_USAGE)
    except OSError as error:
        stop(f"The export cannot be written: {error}.", WRONG_USAGE)
    click.echo(f"Exported {count(len(shown.stories), 'story', 'stories')} to {target}", err=True)


def _make_picture(root: Path, size: Resize, kept: Path) -> bytes:
    return make_width(root / size.path, size.width, kept).content


def _write_json(context: SiteContext) -> str:
    collection = context.collection
    bodies = (render_markdown(story, url_of(story), collection) for story in collection.stories)
    return make_whole_file(bodies, context)


def _make_folder(form: str, context: SiteContext) -> tuple[Iterable[Document], Iterable[Resize]]:
    if form == "csv":
        made = make_joined_documents(context)
        return [document for document in made if document.address.endswith(".csv")], ()
    tree = make_markdown_site(context)
    return tree.documents, tree.resizes


def _write_file(target: Path, text: str, sources: Iterable[Path]) -> None:
    """Write one file, but never over or among those of the project."""
    if any(target.resolve().is_relative_to(source.resolve()) for source in sources):
        message = f"Nothing can be exported to {target}: the project’s own files are there."
        raise OccupiedFolderError(message)
    target.write_text(text, encoding="utf-8")
