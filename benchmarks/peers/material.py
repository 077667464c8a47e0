"""Material for MkDocs as it comes: its search, its tags for the domains, the records out of nav."""

import sys
from functools import partial
from pathlib import Path

from benchmarks.peers.peer import Lacks, Peer, Search, add_tags, flat_story, packages, write_flat

_SETTINGS = """\
site_name: Stories
site_url: https://stories.example/
theme:
  name: material
plugins:
  - search
  - tags
nav:
  - Stories: index.md
  - Domains: tags.md
not_in_nav: |
  /stories/
  /actions/
"""
_LISTS = {
    "index.md": "# Stories\n\nWhat patients and staff changed together.\n",
    "tags.md": "# Domains\n\n<!-- material/tags -->\n",
}
_SEARCH = Search(
    "",
    "[data-md-component='search-query']",
    ".md-search-result__link",
    ("/search/", "/workers/search"),
)


def lay_out_tagged(corpus: Path, folder: Path, *, name: str, settings: str) -> None:
    """Lay out the records with their tags, the lists that lead to them, and a file of settings."""
    (folder / name).write_text(settings, encoding="utf-8")
    write_flat(corpus, folder / "docs", add_tags)
    for page, text in _LISTS.items():
        (folder / "docs" / page).write_text(text, encoding="utf-8")


MATERIAL = Peer(
    name="Material for MkDocs",
    lay_out=partial(lay_out_tagged, name="mkdocs.yml", settings=_SETTINGS),
    commands=((sys.executable, "-m", "mkdocs", "build"),),
    find_story=flat_story("docs"),
    find_fault=lambda: "",
    find_versions=packages("mkdocs-material", "mkdocs"),
    output="site",
    caches=(".cache",),
    search=_SEARCH,
    lacks=Lacks(
        checks="no: front matter that cannot be read becomes text on the page",
        facets="no; one page lists all by tag",
        charts="no",
        cards="no; its plugin for them needs another host's fonts",
        changes="no; `--dirty` drops all else from the search",
    ),
)
