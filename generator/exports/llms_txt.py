"""`llms.txt`: what the site is and where its stories are, for programs that read before they tell.

The form is that of llmstxt.org: a title, a summary, and lists of links, each with a line about it.
"""

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Sequence

from generator.exports.markdown_escape import escape_markdown
from generator.model.site_identity import SiteIdentity
from generator.pages.cards import Card
from generator.pages.labels import INVENTED_MARK
from generator.pages.overview import Overview
from generator.pages.types import Document

MOST_STORIES = 200
ABOUT = (
    "Each story says how far its figures bear it out: no figures yet, measured, a signal of "
    "change, or sustained for a year; and whether anything got worse. That label is worked out "
    "from the figures and cannot be claimed. A story marked as invented was written as an "
    "example. People are quoted with their consent, which they may withdraw: quote them from the "
    "page as it stands today, with its address, and keep no copy."
)
# Whole files that say more than pages do, as far as the site has them.
FILES = {
    "stories.json": "every story as data, with its evidence",
    "actions.json": "every action record as data",
    "feed.xml": "the newest stories, as an Atom feed",
    "sitemap.xml": "every address, with dates",
}


def make_llms(overview: Overview, files: Several[str], web: SiteIdentity) -> Document:
    """Make `llms.txt`; `files` are the addresses of the whole files that the site has."""
    parts = [
        f"# {_say(web.name)}",
        *([f"> {_say(web.description)}"] if web.description else []),
        ABOUT,
        _list("Sections", _find_sections(overview), web),
        _list("Stories", _find_stories(overview.stories[:MOST_STORIES]), web),
        _list("Data", [(name, name, about) for name, about in FILES.items() if name in files], web),
    ]
    return Document("llms.txt", "\n\n".join(part for part in parts if part) + "\n")


def _find_sections(overview: Overview) -> Iterator[tuple[str, str, str]]:
    total = len(overview.stories)
    shown = min(total, MOST_STORIES)
    rest = f"; the newest {shown} are listed below" if total > shown else ""
    yield "All stories", "stories/", f"{total} of them{rest}"
    for domain in overview.domains:
        yield domain.domain.title, domain.tag.url, domain.domain.statement
    for priority in overview.priorities:
        yield priority.priority.label, priority.url, priority.priority.about or ""
    yield "Quick wins", "quick-wins/", "Small changes that needed no project"
    yield "What was done", "actions/", "The store of actions, dated"
    yield "Coverage", "coverage/", "Which domains have been told of in which settings"


def _find_stories(cards: Sequence[Card]) -> Iterator[tuple[str, str, str]]:
    for card in cards:
        invented = f"{INVENTED_MARK}. " if card.illustrative else ""
        yield card.title, card.url, f"{invented}{card.summary} ({card.mark})"


def _list(title: str, links: Iterable[tuple[str, str, str]], web: SiteIdentity) -> str:
    lines = [
        f"- [{_say(name)}]({web.join(url)})" + (f": {_say(about)}" if about else "")
        for name, url, about in links
    ]
    return f"## {title}\n\n" + "\n".join(lines) if lines else ""


def _say(text: str) -> str:
    """Say a text in one line. Square brackets would end a link for simple readers of this form."""
    return escape_markdown(text.translate(str.maketrans("[]", "()")))
