"""A search index made the same whenever its pages are the same.

Pagefind 1.5 writes the values of a filter, and the list of filters, in an order that changes from
run to run. The order means nothing to a search, so it is sorted here, and the files that hold it
are named anew by their content. A bundle in a form that is not known is left as it is.
"""

import gzip
import json
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_KNOWN = "1.5."
_FILTERS, _SORTS = 3, 4


def settle_bundle(bundle: Path, engine: str = "en") -> None:
    """Sort what has no order of its own in the Pagefind bundle in this folder, and name its engine.

    `engine` is the part between `wasm.` and `.pagefind` of the engine's address from the bundle.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    if not str(entry["version"]).startswith(_KNOWN):
        return
    for language in entry["languages"].values():
        meta_file = bundle / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(meta_file)
        for pair in meta[_FILTERS]:
            pair[1] = _settle_filter(bundle / "filter", pair[1])
        meta[_FILTERS].sort()
        meta[_SORTS].sort()
        meta_file.unlink()
        language["hash"] = _write(bundle, "pagefind.{}.pf_meta", meta)
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


def _settle_filter(folder: Path, name: str) -> str:
    old = folder / f"{name}.pf_filter"
    content = _read(old)
    content[1].sort()
    old.unlink()
    return _write(folder, "{}.pf_filter", content)


def _read(file: Path) -> list[Any]:
    packed = gzip.decompress(file.read_bytes())
    content: list[Any] = cbor2.loads(packed.removeprefix(_SIGNATURE))
    return content


def _write(folder: Path, pattern: str, content: list[Any]) -> str:
    packed = _SIGNATURE + cbor2.dumps(content)
    name = f"en_{sha256(packed).hexdigest()[:10]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(packed, mtime=0))
    return name
