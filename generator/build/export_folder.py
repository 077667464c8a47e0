"""An export written into a folder of its own, and written anew without touching anything else.

A list of the files that were written stays in the folder. The next export takes those away that it
no longer makes, and leaves alone whatever somebody else has put there.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

SIGN = ".improvement-stories-export.json"


class OccupiedFolderError(Exception):
    """The export may not be written there; the message says why."""


def write_folder(
    folder: Path,
    texts: Mapping[str, str],
    pictures: Mapping[str, Callable[[], bytes]],
    sources: Iterable[Path] = (),
) -> None:
    """Write texts and pictures at their addresses below `folder`; each picture is made in its turn.

    Raises:
        OccupiedFolderError: it holds something other than an export, or touches a source.
        OSError: something cannot be written.

    """
    _refuse(folder, sources)
    before = _read_list(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # The list comes first, so that an export that was stopped half-way is known for one.
    made = sorted({*texts, *pictures})
    _write_list(folder, sorted({*before, *made}))
    for address, make in pictures.items():
        _find_target(folder, address).write_bytes(make())
    for address, text in texts.items():
        target = _find_target(folder, address)
        target.write_text(text, encoding="utf-8", newline="")
    for address in sorted({*before} - {*made}):
        _remove(folder, address)
    _write_list(folder, made)


def _refuse(folder: Path, sources: Iterable[Path]) -> None:
    place = folder.resolve()
    for source in sources:
        goal = source.resolve()
        if place == goal or goal in place.parents or place in goal.parents:
            raise OccupiedFolderError(f"Nothing can be exported to {folder}: {source} is there.")
    if not place.exists():
        return
    if not place.is_dir():
        raise OccupiedFolderError(f"Nothing can be exported to {folder}: it is a file.")
    if any(place.iterdir()) and not (place / SIGN).is_file():
        raise OccupiedFolderError(
            f"Nothing can be exported to {folder}: it holds other files. Empty it, or name another."
        )


def _read_list(folder: Path) -> list[str]:
    """Read what the last export wrote; a list that somebody spoilt is no list."""
    try:
        listed = json.loads((folder / SIGN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    names = listed if isinstance(listed, list) else []
    return [name for name in names if isinstance(name, str) and _is_within(name)]


def _is_within(address: str) -> bool:
    path = PurePosixPath(address)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in address


def _write_list(folder: Path, addresses: list[str]) -> None:
    text = json.dumps(addresses, ensure_ascii=False, indent=0)
    (folder / SIGN).write_text(f"{text}\n", encoding="utf-8")


def _find_target(folder: Path, address: str) -> Path:
    """Find where to write, through no link that leads out of the folder."""
    target = folder / address
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise OccupiedFolderError(
            f"Nothing can be exported to {folder}: {address} leads out of it."
        )
    if target.is_symlink():
        target.unlink()
    return target


def _remove(folder: Path, address: str) -> None:
    target = folder / address
    if target.parent.resolve().is_relative_to(folder.resolve()) and target.is_file():
        target.unlink()
        parent = target.parent
        while parent != folder and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
