"""`stories schema`: the field table for editors and other programs."""

import json
from pathlib import Path

import click

from generator.cli.options import WRONG_USAGE, stop
from generator.model.schema import describe_records


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write files here."
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of every record, one file each, or all of them to the screen."""
    schemas = describe_records()
    if output is None:
        click.echo(json.dumps(schemas, indent=2, ensure_ascii=False))
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for kind, described in schemas.items():
            text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
            (output / f"{kind}.schema.json").write_text(text, encoding="utf-8")
    except OSError as error:
        stop(f"The schemas cannot be written: {error}.", WRONG_USAGE)
