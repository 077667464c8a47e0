"""A rendered site to files: sheets, pages of lists, pictures, cards and the search index.

The small documents are with MkDocs; files of the whole collection are joined here, of what the
sheets gave.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.publish.cards import draw_card
from generator.publish.kept import forget_unused
from generator.publish.outcome import Outcome, pack_shares, pack_stamps, pack_text
from generator.publish.pictures import make_width
from generator.publish.search import SearchIndex, write_entry
from generator.publish.works import Works
from generator.read.tables import read_table
from generator.render import Entry, Made, Page, Sheet, Site, SocialCard
from generator.render.tables import write_cleaned
from generator.render.values import Whole

Draw = Callable[[Page], str]


class Press(NamedTuple):
    """How a site is published: how a page is drawn, where the project is, where things are kept."""

    draw: Draw
    root: Path
    kept: Path
    cards: bool = True


def publish_site(
    site: Site, prose: Iterable[Entry], works: Works, press: Press, index: SearchIndex
) -> None:
    """Write the files of a site; `prose` are the pages that are written already.

    The search index is begun, and may be finished later: Pagefind is a program of its own, and
    makes one part while the pages of the next are drawn.

    Raises:
        SearchError: the index cannot be made.
        WorkerError: a process was ended before it was done.
        OSError: a file cannot be read or written.

    """
    lists = [Sheet(page.address, page.key, partial(_show, page)) for page in site.pages]

    def make(sheet: Sheet) -> Outcome:
        return _make_files(sheet.make(), works, press)

    sheets = [*site.sheets, *lists]
    outcomes = works.find_known(sheets)
    known = [sheet for sheet in sheets if sheet.address in outcomes]
    unknown = [sheet for sheet in sheets if sheet.address not in outcomes]
    index.begin((*site.entries, *prose), {sheet.address for sheet in unknown}, outcomes)
    # One part of the index after the other has all its words.
    unknown.sort(key=lambda sheet: index.find_place(sheet.address))
    for sheet, outcome in works.make_sheets(unknown, make):
        index.take(sheet.address, outcome)
        outcomes[sheet.address] = outcome._replace(words=b"")  # which nobody needs again
    works.take_over(known, outcomes, make)
    in_order = {sheet.address: outcomes[sheet.address] for sheet in sheets}
    _write_others(site, in_order.values(), works, press)


def _write_others(site: Site, outcomes: Iterable[Outcome], works: Works, press: Press) -> None:
    """Write what is no sheet's alone: files of the whole collection, data, pictures, cards."""
    _join_wholes(site.wholes, outcomes, works)
    for copy in site.copies:
        works.write(copy.address, write_cleaned(read_table(press.root, copy.path)))
    pictures = set()
    for size in site.resizes:
        picture = make_width(press.root / size.path, size.width, press.kept / "pictures")
        works.put(size.address, picture)
        pictures.add(picture.name)
    _draw_cards(site.cards, works, press)
    forget_unused(press.kept / "pictures", pictures)
    forget_unused(press.kept / "cards", works.list_files("cards"))


def _show(page: Page) -> Made:
    return Made((page,))


def _join_wholes(wholes: Iterable[Whole], outcomes: Iterable[Outcome], works: Works) -> None:
    """Write the files that every record adds to."""
    shares: dict[str, list[bytes]] = defaultdict(list)
    for outcome in outcomes:
        for address, share in outcome.read_shares():
            shares[address].append(share)
    for whole in wholes:
        works.write(whole.address, whole.join(shares))


def _make_files(made: Made, works: Works, press: Press) -> Outcome:
    """Write one record's share of the site."""
    files = [works.write(f"{page.address}index.html", press.draw(page)) for page in made.pages]
    files += (works.write(document.address, document.content) for document in made.documents)
    files += _draw_cards(made.cards, works, press)
    words = pack_text(write_entry(made.entry)) if made.entry else b""
    return Outcome(pack_stamps(works.stamp(files)), words, pack_shares(made.shares))


def _draw_cards(cards: Iterable[SocialCard], works: Works, press: Press) -> list[str]:
    if not press.cards:
        return []
    return [works.put(card.address, draw_card(card, press.kept)) for card in cards]
