"""`stories schema`: the field table for editors and other programs."""

import json
from pathlib import Path

import click

from generator.build.site_files import RECORD, remember
from generator.cli.options import WRONG_USAGE, stop
from generator.model.schema import describe_records, write_schema


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write files here."
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of every record, one file each, or all of them to the screen.

    In the folder of a site, `stories renew` brings the files to another version.
    """
    schemas = describe_records()
    if output is None:
        click.echo(json.dumps(schemas, indent=2, ensure_ascii=False))
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for kind, described in schemas.items():
            file = output / f"{kind}.schema.json"
            file.write_text(write_schema(described), encoding="utf-8")
            _remember(file)
    except OSError as error:
        stop(f"The schemas cannot be written: {error}.", WRONG_USAGE)


def _remember(file: Path) -> None:
    """Let the site that this is the folder of know the file, where it lies below it."""
    root = Path.cwd()
    if (root / RECORD).exists() and file.resolve().is_relative_to(root):
        path = file.resolve().relative_to(root).as_posix()
        remember(root, {path: file.read_text(encoding="utf-8")})
