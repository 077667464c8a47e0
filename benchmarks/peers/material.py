"""Material for MkDocs as it comes: its search, its tags for the domains, the records out of nav."""

import sys
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
LISTS = {
    "index.md": "# Stories\n\nWhat patients and staff changed together.\n",
    "tags.md": "# Domains\n\n<!-- material/tags -->\n",
}
_SEARCH = Search(
    "",
    "[data-md-component='search-query']",
    ".md-search-result__link",
    ("/search/", "/workers/search"),
)


def _lay_out(corpus: Path, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    write_flat(corpus, folder / "docs", add_tags)
    for name, text in LISTS.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")


MATERIAL = Peer(
    name="Material for MkDocs",
    lay_out=_lay_out,
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
