"""Whether anything has changed at all since the site was built: if not, it stands as it is.

Everything that can shape a site is a file of the project, a setting, a day or the generator itself.
One digest of them all, and one of the site as it was left, answer for ten thousand stories in the
time that reading them takes.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from generator.ledger import Ledger, digest
from generator.plugin.settings import NAME, find_today, find_version, is_complete, list_folders

Told = list[tuple[int, str]]


class Inputs(NamedTuple):
    """All that shapes a site: the digest of it, and the state of its files before it was read.

    Both are empty if the settings are not all in one file.
    """

    digest: str = ""
    state: str = ""


def find_inputs(config: MkDocsConfig) -> Inputs:
    """Find what shapes the site."""
    state = _find_state_of_inputs(config)
    if not is_complete(settings := Path(config.config_file_path).read_bytes()):
        return Inputs()
    ours = config.plugins[NAME].config
    parts: list[str | bytes] = [
        find_version(),
        settings,
        f"{find_today(ours.today)} {config.site_dir} {config.strict} {ours.cards}",
    ]
    for folder in list_folders(config):
        for file in _walk(folder):
            parts += (file, _read(file))
    return Inputs(digest(*parts), state)


def _find_state_of_inputs(config: MkDocsConfig) -> str:
    return find_state(config.config_file_path, *list_folders(config))


def _walk(folder: str | Path) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.path


def _read(file: str) -> bytes:
    """Read a file; of what is no ordinary one only that it is there."""
    if os.path.islink(file) or not os.path.isfile(file):  # noqa: PTH113, PTH114 (quick, and often)
        return b"no file"
    try:
        return Path(file).read_bytes()
    except OSError as error:
        return str(error).encode()


def find_state(*places: str | Path) -> str:
    """Find the digest of the names, sizes and times of files, and of all files below folders."""
    told = []
    for place in places:
        for file in _walk(place) if os.path.isdir(place) else (place,):  # noqa: PTH112 (as above)
            found = os.lstat(file)
            told.append(f"{file} {found.st_size} {found.st_mtime_ns}")
    return digest("\n".join(told))


def recall(ledger: Ledger, inputs: Inputs, site: Path) -> Told | None:
    """Recall what was said when this very site was built; None if it has to be built."""
    kept = ledger.find(NAME, inputs.digest)
    if kept is None:
        return None
    state, told = json.loads(kept)
    return [(level, text) for level, text in told] if state == find_state(site) else None


def remember(ledger: Ledger, inputs: Inputs, config: MkDocsConfig, told: Told) -> None:
    """Remember that the site was built of these inputs, and what was said.

    What was changed while it was being built may be in it or not, so then nothing is remembered.
    What was said of any other inputs is forgotten: it quotes files that may have changed since.
    """
    ledger.find(NAME, inputs.digest)
    with contextlib.suppress(OSError):
        if inputs.digest and inputs.state == _find_state_of_inputs(config):
            state = find_state(config.site_dir)
            ledger.keep(NAME, inputs.digest, json.dumps([state, told]).encode())
