"""A rendered site to files: sheets, pages of lists, pictures, cards and the search index.

The documents, to which prose may link, are with MkDocs; the table of all measures is made here, of
what the sheets gave.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.publish.cards import draw_card
from generator.publish.pictures import make_width
from generator.publish.search import PER_SHARD, SearchIndex, write_entry
from generator.publish.works import Outcome, Works
from generator.read.tables import read_table
from generator.render import Entry, Made, Page, Sheet, Site, SocialCard
from generator.render.sheets import make_measures_table
from generator.render.tables import write_cleaned

Draw = Callable[[Page], str]
MEASURES = "measures.csv"


class Press(NamedTuple):
    """How a site is published: how a page is drawn, where the project is, where things are kept."""

    draw: Draw
    root: Path
    kept: Path
    cards: bool = True
    per_shard: int = PER_SHARD


def publish_site(site: Site, prose: Iterable[Entry], works: Works, press: Press) -> None:
    """Write all files of a site; `prose` are the pages that are written already.

    Raises:
        SearchError: the index cannot be made.
        WorkerError: a process was ended before it was done.
        OSError: a file cannot be read or written.

    """
    lists = [Sheet(page.address, page.key, partial(_show, page)) for page in site.pages]

    def make(sheet: Sheet) -> Outcome:
        return _make_files(sheet.make(), works, press)

    outcomes = works.make_sheets([*site.sheets, *lists], make)
    works.write(MEASURES, make_measures_table(o.rows for o in outcomes.values()))
    for copy in site.copies:
        works.write(copy.address, write_cleaned(read_table(press.root, copy.path)))
    for size in site.resizes:
        picture = make_width(press.root / size.path, size.width, press.kept / "pictures")
        works.put(size.address, picture)
    _draw_cards(site.cards, works, press)
    index = SearchIndex(works, press.per_shard)
    words = {address: outcome.words for address, outcome in outcomes.items() if outcome.words}
    index.write((*site.entries, *prose), words)


def _show(page: Page) -> Made:
    return Made((page,))


def _make_files(made: Made, works: Works, press: Press) -> Outcome:
    """Write one record's share of the site."""
    files = [works.write(f"{page.address}index.html", press.draw(page)) for page in made.pages]
    files += (works.write(document.address, document.content) for document in made.documents)
    files += _draw_cards(made.cards, works, press)
    return Outcome(files, write_entry(made.entry) if made.entry else "", made.rows)


def _draw_cards(cards: Iterable[SocialCard], works: Works, press: Press) -> list[str]:
    if not press.cards:
        return []
    return [works.put(card.address, draw_card(card, press.kept / "cards")) for card in cards]
