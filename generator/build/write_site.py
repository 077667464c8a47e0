"""A rendered site to files: sheets, pages of lists, pictures, cards and the search index.

The small documents are with MkDocs; files of the whole collection are joined here, of what the
sheets gave.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build.cached_output import Outcome, pack_shares, pack_stamps, pack_text
from generator.build.resize_images import make_width
from generator.build.search_index import SearchIndex, write_entry
from generator.build.social_cards import draw_card
from generator.build.write_files import Works
from generator.cache.kept_files import forget_unused
from generator.exports.csv_writer import write_cleaned
from generator.load.files import read_table
from generator.pages.types import Entry, Made, Page, Sheet, Site, SocialCard, Whole

Draw = Callable[[Page], str]


class Press(NamedTuple):
    """How a site is published: how a page is drawn, where the project is, where things are kept."""

    draw: Draw
    root: Path
    kept: Path
    cards: bool = True


class Publication:
    """A site on its way into files: its pages, which a preview shows at once, and then the rest.

    Raises, whatever it is asked:
        SearchError: the index cannot be made.
        WorkerError: a process was ended before it was done.
        OSError: a file cannot be read or written.
    """

    def __init__(self, site: Site, works: Works, press: Press, index: SearchIndex) -> None:
        """Know what there is to publish, and with what."""
        self._site = site
        self._works = works
        self._press = press
        self._index = index
        lists = (Sheet(page.address, page.key, partial(_show, page)) for page in site.pages)
        self._sheets = [*site.sheets, *lists]
        self._outcomes: dict[str, Outcome] = {}
        self._known: list[Sheet] = []
        self._later: list[Sheet] = []

    def make_pages(self, prose: Iterable[Entry]) -> None:
        """Make the pages that are not known, and what they show; those of `prose` are there.

        Pagefind is a program of its own, and makes one part of the index while the pages of the
        next are drawn.
        """
        self._outcomes = self._works.find_known(self._sheets)
        unknown = [sheet for sheet in self._sheets if sheet.address not in self._outcomes]
        self._known = [sheet for sheet in self._sheets if sheet.address in self._outcomes]
        self._later = [sheet for sheet in unknown if not is_page(sheet)]
        entries = (*self._site.entries, *prose)
        self._index.begin(entries, {sheet.address for sheet in unknown}, self._outcomes)
        # One part of the index after the other has all its words.
        pages = sorted(filter(is_page, unknown), key=lambda s: self._index.find_place(s.address))
        self._make(pages)
        self._put_pictures()

    def finish(self) -> None:
        """Take over what is known, and make what nobody looks at: feeds, data, cards, the index."""
        self._make(self._later)
        self._works.take_over(self._known, self._outcomes, self._make_sheet)
        in_order = (self._outcomes[sheet.address] for sheet in self._sheets)
        _join_wholes(self._site.wholes, in_order, self._works)
        for copy in self._site.copies:
            table = read_table(self._press.root, copy.path)
            self._works.write(copy.address, write_cleaned(table))
        _draw_cards(self._site.cards, self._works, self._press)
        forget_unused(self._press.kept / "cards", self._works.list_files("cards"))
        self._index.finish()

    def kill(self) -> None:
        """End what is still running; another thread waits for it, and stops."""
        self._index.kill()

    def stop(self) -> None:
        """Stop what is still running, if anything is, and clear up."""
        self._index.stop()

    def _make(self, sheets: Sequence[Sheet]) -> None:
        for sheet, outcome in self._works.make_sheets(sheets, self._make_sheet):
            self._index.take(sheet.address, outcome)
            self._outcomes[sheet.address] = outcome._replace(words=b"")  # nobody needs them again

    def _make_sheet(self, sheet: Sheet) -> Outcome:
        return _make_files(sheet.make(), self._works, self._press)

    def _put_pictures(self) -> None:
        pictures = set()
        kept = self._press.kept / "pictures"
        for size in self._site.resizes:
            picture = make_width(self._press.root / size.path, size.width, kept)
            self._works.write(size.address, picture.content)
            pictures.add(picture.name)
        forget_unused(kept, pictures)


def is_page(sheet: Sheet) -> bool:
    """Whether a sheet has a page, or is a file alone."""
    return sheet.address.endswith("/")


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
    return [works.write(card.address, draw_card(card, press.kept)) for card in cards]
