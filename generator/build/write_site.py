"""A rendered site to files: sheets, pages of lists, pictures, cards and the search index.

The small documents are with MkDocs; files of the whole collection are joined here, of what the
sheets gave.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.build import icons
from generator.build.cached_output import CachedOutput, pack_shares, pack_stamps, pack_text
from generator.build.concepts import Concepts
from generator.build.resize_images import make_width
from generator.build.search_index import SearchIndex
from generator.build.search_record import find_result_file, write_result, write_words
from generator.build.social_cards import draw_card
from generator.build.write_files import FileWriter
from generator.cache.kept_files import forget_unused
from generator.exports.csv_writer import write_cleaned
from generator.load.files import read_table
from generator.model.logo import Logo
from generator.model.palette import Palette
from generator.pages.types import (
    JoinedFile,
    Output,
    Page,
    RecordOutputs,
    SearchEntry,
    Site,
    SocialCard,
)

Draw = Callable[[Page], str]


class SiteTools(NamedTuple):
    """How a site is published: how a page is drawn, where the project is, where things are kept.

    And in what colours, with what cards, and with which sign of its own.
    """

    draw: Draw
    root: Path
    kept: Path
    palette: Palette = Palette()
    cards: bool = True
    icon: Logo | None = None


class GivenUpError(Exception):
    """What was being made is no longer wanted."""


class SiteWriter:
    """A site on its way into files: its pages, which a preview shows at once, and then the rest.

    Raises, whatever it is asked:
        GivenUpError: it was killed.
        WorkerError: a process was ended before it was done.
        OSError: a file cannot be read or written.
    """

    def __init__(
        self, site: Site, writer: FileWriter, tools: SiteTools, index: SearchIndex
    ) -> None:
        """Know what there is to publish, and with what."""
        self._site = site
        self._writer = writer
        self._tools = tools
        self._index = index
        self._concepts = index.concepts
        self._sheets = [*site.sheets]
        self._outcomes: dict[str, CachedOutput] = {}
        self._known: list[Output] = []
        self._later: list[Output] = []
        self._is_killed = False

    def make_pages(self, prose: Iterable[SearchEntry]) -> None:
        """Make the pages that are not known, and what they show; those of `prose` are there."""
        self._outcomes = self._writer.find_known(self._sheets)
        unknown = [sheet for sheet in self._sheets if sheet.address not in self._outcomes]
        self._known = [sheet for sheet in self._sheets if sheet.address in self._outcomes]
        self._later = [sheet for sheet in unknown if not is_page(sheet)]
        entries = (*self._site.entries, *prose)
        self._index.begin(entries, {sheet.address for sheet in unknown}, self._outcomes)
        self._make([*filter(is_page, unknown)])
        self._put_pictures()

    def finish(self) -> None:
        """Take over what is known, and make what nobody looks at: feeds, data, cards, the index."""
        self._make(self._later)
        self._writer.take_over(self._known, self._outcomes, self._make_sheet)
        in_order = (self._outcomes[sheet.address] for sheet in self._sheets)
        _join_wholes(self._site.joined_files, in_order, self._writer)
        for copy in self._site.copies:
            table = read_table(self._tools.root, copy.path)
            self._writer.write(copy.address, write_cleaned(table))
        _draw_cards(self._site.cards, self._writer, self._tools)
        self._draw_icons()
        forget_unused(self._tools.kept / "cards", self._writer.list_files("cards"))
        self._stop_if_killed()
        self._index.finish()

    def kill(self) -> None:
        """Give up at the next step; another thread waits for it."""
        self._is_killed = True

    def _make(self, sheets: Sequence[Output]) -> None:
        for sheet, outcome in self._writer.make_sheets(sheets, self._make_sheet):
            self._stop_if_killed()
            self._index.take(sheet.address, outcome)
            self._outcomes[sheet.address] = outcome._replace(words=b"")  # nobody needs them again

    def _stop_if_killed(self) -> None:
        if self._is_killed:
            raise GivenUpError

    def _make_sheet(self, sheet: Output) -> CachedOutput:
        return _make_files(sheet.make(), self._writer, self._tools, self._concepts)

    def _draw_icons(self) -> None:
        """Draw the icons that the site has not of its own."""
        tools, own = self._tools, self._writer.list_files(icons.FOLDER)
        for name in icons.ICONS:
            if f"{name}.png" not in own:
                icon = icons.draw_icon(name, tools.palette, tools.kept, tools.icon)
                self._writer.write(f"{icons.FOLDER}/{name}.png", icon)

    def _put_pictures(self) -> None:
        pictures = set()
        kept = self._tools.kept / "pictures"
        for size in self._site.resizes:
            picture = make_width(self._tools.root / size.path, size.width, kept)
            self._writer.write(size.address, picture.content)
            pictures.add(picture.name)
        forget_unused(kept, pictures)


def is_page(sheet: Output) -> bool:
    """Whether a sheet has a page, or is a file alone."""
    return sheet.address.endswith("/")


def _join_wholes(
    joined_files: Iterable[JoinedFile], outcomes: Iterable[CachedOutput], writer: FileWriter
) -> None:
    """Write the files that every record adds to."""
    shares: dict[str, list[bytes]] = defaultdict(list)
    for outcome in outcomes:
        for address, share in outcome.read_shares():
            shares[address].append(share)
    for whole in joined_files:
        writer.write(whole.address, whole.join(shares))


def _make_files(
    made: RecordOutputs, writer: FileWriter, tools: SiteTools, concepts: Concepts
) -> CachedOutput:
    """Write one record's share of the site."""
    files = [writer.write(f"{page.address}index.html", tools.draw(page)) for page in made.pages]
    files += (writer.write(document.address, document.content) for document in made.documents)
    files += (writer.write(address, content) for address, content in made.binaries.items())
    files += _draw_cards(made.cards, writer, tools)
    words = b""
    if entry := made.entry:
        files.append(writer.write(find_result_file(entry.address), write_result(entry)))
        words = pack_text(write_words(entry, concepts))
    return CachedOutput(pack_stamps(writer.stamp(files)), words, pack_shares(made.shares))


def _draw_cards(cards: Iterable[SocialCard], writer: FileWriter, tools: SiteTools) -> list[str]:
    if not tools.cards:
        return []
    return [writer.write(card.address, draw_card(card, tools.kept)) for card in cards]
