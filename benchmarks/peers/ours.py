"""This generator, with two processes; once more, at one size, with the cards that peers lack."""

import shutil
import sys
from pathlib import Path

from benchmarks.corpus import TODAY, story_path
from benchmarks.peers.peer import Peer, Search, packages

_PLUGIN = "  - improvement-stories:\n"
_STORIES = (sys.executable, "-m", "generator")
SERVE = (*_STORIES, "serve")
CHECK = (*_STORIES, "check", "--today", TODAY)
_BUILD = (*_STORIES, "build", "--jobs", "2", "--today", TODAY)
_SEARCH = Search("[data-search-open]", "#_q", "#_results a", ("/search/",))


def _lay_out(corpus: Path, folder: Path, *, cards: bool) -> None:
    shutil.copytree(corpus, folder, dirs_exist_ok=True)
    file = folder / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    if settings.count(_PLUGIN) != 1:
        raise ValueError("The benchmark no longer knows where the plugin's settings stand.")
    chosen = f"{_PLUGIN}      cards: {str(cards).lower()}\n"
    file.write_text(settings.replace(_PLUGIN, chosen), encoding="utf-8")


def _lay_out_without(corpus: Path, folder: Path) -> None:
    _lay_out(corpus, folder, cards=False)


def _lay_out_with(corpus: Path, folder: Path) -> None:
    _lay_out(corpus, folder, cards=True)


OURS = Peer(
    name="Improvement Stories",
    lay_out=_lay_out_without,
    commands=(_BUILD,),
    find_story=story_path,
    find_fault=lambda: "",
    find_versions=packages("improvement-stories", "mkdocs"),
    output="site",
    caches=(".cache",),
    search=_SEARCH,
)
WITH_CARDS = Peer(
    name="Improvement Stories, with cards",
    lay_out=_lay_out_with,
    commands=(_BUILD,),
    find_story=story_path,
    find_fault=lambda: "",
    find_versions=dict,
    output="site",
    caches=(".cache",),
    search=_SEARCH,
    sizes=(1000,),
)
