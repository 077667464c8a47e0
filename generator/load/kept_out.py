"""The stories in a folder that is kept out for its name, and is another generator's for stories."""

from collections.abc import Iterator
from pathlib import Path

from generator.load import faults
from generator.model.problem import Place, Problem

POSTS = "_posts"


def list_kept_out(folder: Path, path: str) -> Iterator[Problem]:
    """Tell what lies in a folder called `_posts`, at `path` from the root, by its place."""
    for file in sorted(folder.rglob("*.m*")) if folder.name == POSTS else ():
        place = Place(f"{path}/{file.relative_to(folder).as_posix()}")
        message = "Nothing in this folder is read, for its name begins with _."
        yield faults.KEPT_OUT.at(place, message)
