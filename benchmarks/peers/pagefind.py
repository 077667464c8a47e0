"""Pagefind and its own interface, for the tools whose users add it to have a search."""

import sys

from benchmarks.peers.peer import Search

SEARCH = Search("", ".pagefind-ui__search-input", ".pagefind-ui__result-link", ("/pagefind/",))


def index(site: str) -> tuple[str, ...]:
    """Give the command that indexes a built site."""
    return (sys.executable, "-m", "pagefind", "--site", site)
