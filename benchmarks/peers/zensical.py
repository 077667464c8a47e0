"""Zensical with its own search and its tags for the domains, the records out of nav."""

import sys
from functools import partial
from importlib.util import find_spec

from benchmarks.peers.material import lay_out_tagged
from benchmarks.peers.peer import Lacks, Peer, Search, flat_story, packages

_SETTINGS = """\
[project]
site_name = "Stories"
site_url = "https://stories.example/"
nav = [{ "Stories" = "index.md" }, { "Domains" = "tags.md" }]

[project.plugins.tags]
"""
_SEARCH_FILES = ("/search.json", "/workers/search")


ZENSICAL = Peer(
    name="Zensical",
    lay_out=partial(lay_out_tagged, name="zensical.toml", settings=_SETTINGS),
    commands=((sys.executable, "-m", "zensical", "build"),),
    find_story=flat_story("docs"),
    find_fault=lambda: "" if find_spec("zensical") else "its package is not installed",
    find_versions=packages("zensical"),
    output="site",
    caches=(".cache",),
    search=Search(".md-search__button", "input[role=combobox]", "a[role=option]", _SEARCH_FILES),
    lacks=Lacks(
        checks="no: any front matter that can be read passes",
        facets="by tag, in the search alone; one page lists all by tag",
        charts="no",
        cards="no",
        changes="in part: it keeps a cache",
    ),
)
