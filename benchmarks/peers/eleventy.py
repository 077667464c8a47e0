"""Eleventy with plain templates, its lists paged, and Pagefind over the site."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.peers.pagefind import SEARCH, index
from benchmarks.peers.peer import PER_PAGE, Lacks, Peer, add_tags, flat_story, write_flat

_FILES = Path(__file__).parent / "files/eleventy"
_HOME = ROOT / ".cache/bench/eleventy"
_PACKAGE = _HOME / "node_modules/@11ty/eleventy"


def _find_fault() -> str:
    """Get Eleventy below `.cache`, where it is not there already."""
    if not (npm := shutil.which("npm")) or not shutil.which("node"):
        return "npm is not at hand"
    if (_PACKAGE / "cmd.cjs").is_file():
        return ""
    _HOME.mkdir(parents=True, exist_ok=True)
    # Without one of its own, npm would install into a folder above that has one.
    (_HOME / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "@11ty/eleventy@3"]
    run = subprocess.run(command, cwd=_HOME, capture_output=True, check=False)
    return "npm cannot install it" if run.returncode else ""


def _find_versions() -> Mapping[str, str]:
    package = json.loads((_PACKAGE / "package.json").read_text(encoding="utf-8"))
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    return {"eleventy": package["version"], "node": node.stdout.strip().removeprefix("v")}


def _lay_out(corpus: Path, folder: Path) -> None:
    shutil.copytree(_FILES, folder, dirs_exist_ok=True)
    for file in folder.glob("*.njk"):
        text = file.read_text(encoding="utf-8").replace("PER_PAGE", str(PER_PAGE))
        file.write_text(text, encoding="utf-8")
    write_flat(corpus, folder, add_tags)


ELEVENTY = Peer(
    name="Eleventy + Pagefind",
    lay_out=_lay_out,
    commands=(("node", str(_PACKAGE / "cmd.cjs"), "--quiet"), index("_site")),
    find_story=flat_story("."),
    find_fault=_find_fault,
    find_versions=_find_versions,
    output="_site",
    search=SEARCH,
    lacks=Lacks(
        checks="no: any front matter that can be read passes",
        facets="no; a page for each domain",
        charts="no",
        cards="no",
        changes="no, but while it watches",
    ),
)
