"""What stands for all that shapes a page or a file: as long as its key is the same, so is it.

Enters a linked collection with what was found in it; leaves a digest for each record's page, and
for each list of records. Whatever a page shows of other records has to be in its key.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.cache.store import fingerprint
from generator.collection.consent import voices_for
from generator.collection.related import Related
from generator.model import Action, Record, Story
from generator.pages.lazy_cards import LazyCards
from generator.pages.overview import DomainView, PriorityView
from generator.pages.pagination import ListPage
from generator.pages.site_context import SiteContext
from generator.pages.types import Page


class Keys:
    """The keys of a site's pages; `common` stands for what shapes all of them.

    Without `common` every key is empty.
    """

    def __init__(
        self, context: SiteContext, related: Mapping[str, Sequence[Related]], common: str
    ) -> None:
        """Know the collection, what is shown beside each story, and what shapes every page."""
        self._context = context
        self._collection = context.collection
        self._related = related
        self._common = common
        self._known: dict[str, str] = {}

    def of(self, *told: str) -> str:
        """Find the key of what these texts and the common things shape."""
        return fingerprint(self._common, *told) if self._common else ""

    def of_story(self, story: Story) -> str:
        """Find the key of a story: itself, its actions, and the stories that its page shows."""
        above = self._collection.adapted_by(story)
        parent = self._of_action(above) if isinstance(above, Action) else self._of_family(above)
        told = [self._of_family(story), parent]
        told += map(self._of_family, self._collection.adaptations_of(story))
        told.append("related")
        for each in self._related.get(story.slug, ()):
            told += (self._of_family(each.story), each.reason)
        return self.of(*told, *self._find_links(story))

    def of_action(self, action: Action) -> str:
        """Find the key of an action: itself, and its story with all its actions."""
        told = map(self._of_family, self._collection.adaptations_of(action))
        return self.of(self._of_action(action), *told, *self._find_links(action))

    def of_page(self, page: Page, facets: object = ()) -> str:
        """Find the key of a page that is no record's; `facets` narrow the lists of stories.

        Only the first page of a domain or a priority shows the paper of all of them.
        """
        view = page.view
        if isinstance(view, ListPage):
            return self.of(*self._tell_list(view), repr(facets))
        if not isinstance(view, DomainView | PriorityView):
            return self.of(page.address, page.title, repr(view))
        told = [*self._tell_list(view.list_page)]
        if view.list_page.number == 1:
            decks = (*(each.items for each in view.leaves), view.quick_wins)
            told += map(self._of_list, decks)
        if isinstance(view, DomainView):
            told += (repr((view.voice, view.share)), page.content)
        return self.of(*told)

    def _tell_list(self, page: ListPage) -> tuple[str, str]:
        place = f"{page.address} {page.number} {page.count} {page.total}"
        return place, self._of_list(page.items)

    def _of_list(self, deck: LazyCards) -> str:
        """Find what stands for the records whose cards these are, in their order."""
        return self.of(*map(self._of_listed, deck.records))

    def _of_listed(self, record: Story | Action) -> str:
        return self._of_family(record) if isinstance(record, Story) else self._of_action(record)

    def _of_action(self, action: Action) -> str:
        path = action.path
        if path not in self._known:
            story = self._of_family(self._collection.story_of(action))
            self._known[path] = fingerprint(story, *self._tell(action))
        return self._known[path]

    def _of_family(self, story: Story | None) -> str:
        """Find the key of a story and its actions, with the labels that were worked out."""
        if story is None:
            return ""
        path = story.path
        if path not in self._known:
            records: tuple[Story | Action, ...] = (story, *self._collection.actions_of(story))
            self._known[path] = fingerprint(
                *(told for each in records for told in self._tell(each))
            )
        return self._known[path]

    def _tell(self, record: Story | Action) -> Iterator[str]:
        """Tell what stands for a record: its file, its labels, and who may be quoted today."""
        shown = self._context.findings.of(record)
        yield f"{record.key} {record.path} {shown.verdict} {shown.sides.value}"
        # Where each may be quoted the file says, for as long as the consent holds.
        yield from (voice.words for voice in voices_for(record, "website", self._context.today))
        for adoption in self._collection.adoptions_of(record):
            yield adoption.key
            yield from (v.words for v in voices_for(adoption, "website", self._context.today))
        yield from (f"{s.slug} {s.status}" for s in self._collection.adaptations_of(record))
        image = record.image if isinstance(record, Story) else None
        if image:
            yield str(self._collection.asset_at(record.path, image.file))

    def _find_links(self, record: Story | Action) -> Iterator[str]:
        """Find where the links and pictures of a body lead, and of what was told since."""
        told: tuple[Record, ...] = (record, *self._collection.updates_of(record))
        for each in told:
            for link in each.links:
                yield str(self._collection.resolve(each.path, link.target))
                yield str(self._collection.asset_at(each.path, link.target))
