"""What stands for all that shapes a page or a file: as long as its key is the same, so is it.

Enters a linked collection with what was found in it; leaves a digest for each record's page, and
for each list of records. Whatever a page shows of other records has to be in its key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from generator.collection import address_of
from generator.ledger import digest
from generator.records import Action, Record, Story
from generator.records.voice import SCOPES
from generator.related import Related
from generator.render.cards import Card
from generator.render.stock import Stock


class Keys:
    """The keys of a site's pages; `common` stands for what shapes all of them.

    Without `common` every key is empty.
    """

    def __init__(self, stock: Stock, related: Mapping[str, Sequence[Related]], common: str) -> None:
        """Know the collection, what is shown beside each story, and what shapes every page."""
        self._stock = stock
        self._collection = stock.collection
        self._related = related
        self._common = common
        self._families: dict[str, str] = {}

    def of(self, *told: str) -> str:
        """Find the key of what these texts and the common things shape."""
        return digest(self._common, *told) if self._common else ""

    def of_story(self, story: Story) -> str:
        """Find the key of a story: itself, its actions, and the stories that its page shows."""
        parent = self._collection.story_by_slug.get(story.adapted_from or "")
        told = [self._of_family(story), self._of_family(parent)]
        told += map(self._of_family, self._collection.adaptations_of(story))
        told.append("related")
        for each in self._related.get(story.slug, ()):
            told += (self._of_family(each.story), each.reason)
        return self.of(*told, *self._find_links(story))

    def of_action(self, action: Action) -> str:
        """Find the key of an action: itself, and its story with all its actions."""
        told = (action.path, *self._of_action(action))
        return self.of(*told, *self._find_links(action))

    def of_cards(self, cards: Iterable[Card]) -> str:
        """Find what stands for the records that these cards show, in their order."""
        return digest("".join(self._by_url[card.url] for card in cards)) if self._common else ""

    @cached_property
    def _by_url(self) -> Mapping[str, str]:
        """What stands for a record on a list, by the address of its page."""
        told = {address_of(story): self._of_family(story) for story in self._collection.stories}
        for action in self._collection.actions:
            told[address_of(action)] = "".join(self._of_action(action))
        return told

    def _of_action(self, action: Action) -> tuple[str, ...]:
        return self._of_record(action), self._of_family(self._collection.story_of(action))

    def _of_family(self, story: Story | None) -> str:
        """Find the key of a story and its actions, with the labels that were worked out."""
        if story is None:
            return ""
        path = story.path
        if path not in self._families:
            actions = self._collection.actions_of(story)
            told = [self._of_record(story), *map(self._of_record, actions)]
            self._families[path] = digest(*told)
        return self._families[path]

    def _of_record(self, record: Story | Action) -> str:
        """Find the key of a record, with its labels, and who of it may be quoted where, today."""
        shown = self._stock.findings.of(record)
        told = [record.key, record.path, shown.evidence.value, shown.sides.value]
        for voice in record.voices:
            allowed = (voice.may_be_shown(scope, self._stock.today) for scope in SCOPES)
            told.append(f"{voice.role} {[*allowed]}")
        image = record.image if isinstance(record, Story) else None
        if image:
            told.append(str(self._collection.asset_at(record.path, image.file)))
        return digest(*told)

    def _find_links(self, record: Record) -> Iterator[str]:
        """Find where the links and pictures of a body lead."""
        for link in record.links:
            yield str(self._collection.resolve(record.path, link.target))
            yield str(self._collection.asset_at(record.path, link.target))
