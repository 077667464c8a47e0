"""Whether anything has changed at all since the site was built: if not, it stands as it is.

Everything that can shape a site is a file of the project, a setting, a day or the generator itself.
One digest of them all, and one of the site as it was left, answer for ten thousand stories in the
time that reading them takes.
"""

import contextlib
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from generator.cache.file_fingerprints import FileStore
from generator.cache.store import fingerprint
from generator.cache.workers import share_out, work_on
from generator.mkdocs_plugin.settings import (
    NAME,
    is_complete,
    list_folders,
    today_of,
    version_fingerprint,
)

Told = list[tuple[int, str]]


class Inputs(NamedTuple):
    """What stands for all that shapes a site, and the store that knows the files of it.

    `states` has nothing of what is in the files, and is found without reading any. Both are empty
    where the settings are not all in one file.
    """

    fingerprint: str = ""
    states: str = ""
    store: FileStore | None = None


def fingerprint_inputs(config: MkDocsConfig, store: FileStore) -> Inputs:
    """Find what shapes the site; files are read only if something is known of an earlier one."""
    look = store.digest_file if store.knows(NAME) else store.recall_file
    return Inputs(*_find_inputs(config, store, look), store)


def _find_inputs(
    config: MkDocsConfig, store: FileStore, look: Callable[[str], str]
) -> tuple[str, str]:
    if not is_complete(settings := Path(config.config_file_path).read_bytes()):
        return "", ""
    ours = config.plugins[NAME].config
    told: list[str | bytes] = [
        version_fingerprint(),
        settings,
        f"{today_of(ours.today, ours.timezone)} {config.site_dir} {config.strict} {ours.cards}",
    ]
    digests, states = [*told], [*told]
    for folder in list_folders(config):
        for file in _walk(folder):
            digests += (file, look(file))
            states += (file, store.find_state(file))
    return fingerprint(*digests), fingerprint(*states)


def _walk(folder: str | Path) -> Iterator[str]:
    """Walk through the files below a folder, always in the same order, however deep it is."""
    waiting = [folder]
    while waiting:
        for path, is_folder in _list(waiting.pop()):
            if is_folder:
                waiting.append(path)
            else:
                yield path


def _list(folder: str | Path) -> list[tuple[str, bool]]:
    """List what is in a folder, sorted, and which of it are folders; a file has itself alone."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except NotADirectoryError:
        return [(str(folder), False)]
    except OSError:
        return []
    return [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries]


def fingerprint_state(place: str | Path, jobs: int = 1) -> str:
    """Find the digest of the names, sizes and times of a file, or of all files below a folder."""
    parts = work_on(_find_states, share_out([*_list_parts(place)], jobs), jobs)
    return fingerprint(*chain.from_iterable(parts))


def _list_parts(place: str | Path) -> Iterator[str]:
    """List what is in the folders of a folder, where most of a site is; a file is a part itself."""
    for path, is_folder in _list(place):
        inner = [each for each, _ in _list(path)] if is_folder else []
        yield from inner or [path]


def _find_states(places: Iterable[str]) -> list[str]:
    return [_find_state_of(place) for place in places]


def _find_state_of(place: str) -> str:
    files = _walk(place) if stat.S_ISDIR(os.lstat(place).st_mode) else [place]
    stats = ((file, os.lstat(file)) for file in files)
    return fingerprint("\n".join(f"{file} {s.st_size} {s.st_mtime_ns}" for file, s in stats))


def recall(store: FileStore, inputs: Inputs, site: Path, jobs: int) -> Told | None:
    """Recall what was said when this very site was built; None if it has to be built."""
    kept = store.find(NAME, inputs.fingerprint)
    if kept is None:
        return None
    state, told = json.loads(kept)
    return (
        [(level, text) for level, text in told] if state == fingerprint_state(site, jobs) else None
    )


def remember(store: FileStore, inputs: Inputs, config: MkDocsConfig, told: Told, jobs: int) -> None:
    """Remember that the site was built of these inputs, and what was said.

    What was changed while it was being built may be in it or not, so then nothing is remembered.
    What was said of any other inputs is forgotten: it quotes files that may have changed since.
    """
    store.find(NAME, inputs.fingerprint)
    if not inputs.fingerprint:
        return
    with contextlib.suppress(OSError):
        found, states = _find_inputs(config, store, store.digest_file)
        if states == inputs.states:
            state = fingerprint_state(config.site_dir, jobs)
            store.keep(NAME, found, json.dumps([state, told]).encode())
