"""What is asked and changed of a finished Pagefind bundle before it is published."""

import gzip
import json
import zlib
from pathlib import Path

_KNOWN = "1.5."


def name_engine(bundle: Path, engine: str) -> None:
    """Name the engine of the Pagefind bundle in this folder; one of an unknown form stays as it is.

    `engine` is the part between `wasm.` and `.pagefind` of the engine's address from the bundle.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    if not str(entry["version"]).startswith(_KNOWN):
        return
    for language in entry["languages"].values():
        language["wasm"] = engine
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    entry_file.write_text(text, encoding="utf-8")


def is_whole(bundle: Path) -> bool:
    """Whether all of a bundle was written; Pagefind does not say so when the disk is full."""
    try:
        json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
        for file in bundle.rglob("*"):
            if file.suffix.startswith(".pf_") or file.suffix == ".pagefind":
                gzip.decompress(file.read_bytes())
            elif file.is_file() and not file.stat().st_size:
                return False
    except (ValueError, EOFError, gzip.BadGzipFile, zlib.error):
        return False
    return True
