"""The records linked: stories, actions, domains, vocabulary and lineage as one frozen value.

Links are worked out once, from slugs and folders, and every other room asks here. Nothing here
complains: a link that leads nowhere is simply absent, and `rules/` says so.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from posixpath import dirname

from generator.collection.lay_updates import lay_all
from generator.collection.record_names import RecordNames, name_example
from generator.collection.references import list_names, settle_record
from generator.load.referenced_files import (
    find_named,
    follow_link,
    leave_out_doubtful,
    list_referenced,
    list_site_parts,
)
from generator.model import (
    Action,
    Adoption,
    Allowance,
    Attachment,
    Domain,
    Framework,
    Record,
    Story,
    Update,
    Vocabulary,
    Withdrawals,
)
from generator.model.base import REFUSED, Asset, Unread
from generator.model.learning import Learning
from generator.model.problem import Place
from generator.model.terms import Terms

FOLDERS = {"story": "stories", "action": "actions", "domain": "domains"}


@dataclass(frozen=True)
class Collection:
    """All records of a site. Stories and actions are sorted newest first, domains by order.

    Stories and actions are as their updates left them; updates and adoptions, oldest first, name
    what they go on with, or took home, by its present slug, wherever there is such a record.
    """

    domains: tuple[Domain, ...] = ()
    stories: tuple[Story, ...] = ()
    actions: tuple[Action, ...] = ()
    updates: tuple[Update, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    framework: Framework | None = None
    vocabulary: Vocabulary | None = None
    terms: Terms | None = None
    learning: Learning | None = None
    withdrawals: Withdrawals | None = None
    assets: Mapping[str, Asset] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    content: str = "content"
    unread: tuple[Unread, ...] = ()
    refused: frozenset[str] = frozenset()
    attachments: tuple[Attachment, ...] = ()
    named: frozenset[str] = frozenset()

    @cached_property
    def story_by_slug(self) -> Mapping[str, Story]:
        """Stories by slug."""
        return {story.slug: story for story in self.stories}

    @cached_property
    def action_by_slug(self) -> Mapping[str, Action]:
        """Actions by slug."""
        return {action.slug: action for action in self.actions}

    @cached_property
    def domain_by_slug(self) -> Mapping[str, Domain]:
        """Domains by slug, in the framework's order."""
        return {domain.slug: domain for domain in self.domains}

    @cached_property
    def _story_folders(self) -> Mapping[str, str]:
        known = [(story.path, story.slug) for story in self.stories]
        known += [(unread.path, unread.slug) for unread in self.unread if unread.kind == "story"]
        index = "/index.md"
        return {path.removesuffix(index): slug for path, slug in known if path.endswith(index)}

    @cached_property
    def _record_by_path(self) -> Mapping[str, Record]:
        return {record.path: record for record in self.records}

    @property
    def records(self) -> Iterator[Record]:
        """Every record in which somebody tells something in their own words."""
        told = (self.stories, self.actions, self.domains, self.updates, self.adoptions)
        return chain.from_iterable(told)

    def told_at(self, path: str) -> Story | Action | None:
        """Find the story or the action that the file at `path` holds."""
        record = self._record_by_path.get(path)
        return record if isinstance(record, Story | Action) else None

    @cached_property
    def path_by_slug(self) -> Mapping[tuple[str, str], str]:
        """The first file, by path, of each kind and slug."""
        records = [(r.kind, r.slug, r.path) for r in (*self.stories, *self.actions)]
        records += [(u.kind, u.slug, u.path) for u in self.unread]
        return {(kind, slug): path for kind, slug, path in sorted(records, reverse=True)}

    @cached_property
    def path_by_alias(self) -> Mapping[tuple[str, str], str]:
        """The first file, by path, that claims each alias of each kind."""
        records: tuple[Story | Action, ...] = (*self.stories, *self.actions)
        claims = sorted((r.path, r.kind, alias) for r in records for alias in r.aliases)
        return {(kind, alias): path for path, kind, alias in reversed(claims)}

    def touched_by(self, changed: Several[str]) -> frozenset[str]:
        """Find the files whose records a change of these files may make right or wrong.

        Those are the files themselves, the records in whose folders they lie, a story's actions and
        an action's story, adaptations, and everything when the framework itself has changed.
        """
        if any(path.startswith(f"{FOLDERS['domain']}/") for path in changed):
            return frozenset((*changed, *self._record_by_path))
        touched = set(changed)
        for folder, slug in self._story_folders.items():
            if any(path.startswith(f"{folder}/") for path in changed):
                touched.update(r.path for r in self.stories if r.slug == slug)
        for story in self.stories:
            family = set(self._list_family(story))
            if family & touched:
                touched |= family
                touched.update(other.path for other in self.adaptations_of(story))
        for action in self.actions:
            family = set(self._list_family(action))
            if family & touched:
                touched |= family
        folders = {dirname(path) for path in changed if path.endswith(".md")}
        touched.update(path for path in self.left_aside if dirname(path) in folders)
        return frozenset(touched)

    def _list_family(self, record: Story | Action) -> Iterator[str]:
        """List the files of a record, of its actions, and of what was told of them since."""
        actions = self.actions_of(record) if isinstance(record, Story) else ()
        for each in (record, *actions):
            yield each.path
            for beside in (*self.updates_of(each), *self.adoptions_of(each)):
                yield beside.path
                yield from (f"{beside.origin.folder}/{name}" for name in beside.data_files)

    @property
    def allowances(self) -> tuple[tuple[Place, Allowance], ...]:
        """Each rule that a record answers with a reason instead of mending it, and where."""
        records: tuple[Story | Action, ...] = (*self.stories, *self.actions)
        return tuple(
            (record.place("allow", index), allowance)
            for record in sorted(records, key=lambda record: record.path)
            for index, allowance in enumerate(record.allow)
        )

    @property
    def paths(self) -> Iterable[str]:
        """The files of all records."""
        return self._record_by_path

    def story_slug_of(self, action: Action) -> str | None:
        """Find the slug of the story that an action belongs to, whether or not it exists."""
        if action.story:
            return action.story
        before, _, _ = action.path.rpartition("/actions/")
        return self._story_folders.get(before)

    def story_of(self, action: Action) -> Story | None:
        """Find the story that an action belongs to."""
        return self.story_by_slug.get(self.story_slug_of(action) or "")

    @cached_property
    def _updates(self) -> Mapping[tuple[str, str | None], tuple[Update, ...]]:
        found: dict[tuple[str, str | None], list[Update]] = defaultdict(list)
        for update in self.updates:
            name = ("story", update.story) if update.story else ("action", update.action)
            found[name].append(update)
        return {name: tuple(updates) for name, updates in found.items()}

    def updates_of(self, record: Story | Action) -> tuple[Update, ...]:
        """Find what has happened since a record was told, earliest first."""
        return self._updates.get((record.kind, record.slug), ())

    def updated_by(self, update: Update) -> Story | Action | None:
        """Find the record that an update goes on with."""
        if update.story:
            return self.story_by_slug.get(update.story)
        return self.action_by_slug.get(update.action or "")

    @cached_property
    def _adoptions(self) -> Mapping[str | None, tuple[Adoption, ...]]:
        found: dict[str | None, list[Adoption]] = defaultdict(list)
        for adoption in self.adoptions:
            found[adoption.of].append(adoption)
        return {name: tuple(adoptions) for name, adoptions in found.items()}

    def adoptions_of(self, record: Story | Action) -> tuple[Adoption, ...]:
        """Find the places that tried an example too, earliest first."""
        return self._adoptions.get(name_example(record), ())

    def example_of(self, adoption: Adoption) -> Story | Action | None:
        """Find the example that was tried elsewhere."""
        folder, _, slug = (adoption.of or "").partition("/")
        known = self.story_by_slug if folder == "stories" else self.action_by_slug
        return known.get(slug)

    @cached_property
    def _actions_by_story(self) -> Mapping[str, tuple[Action, ...]]:
        found: dict[str, list[Action]] = defaultdict(list)
        for action in sorted(self.actions, key=lambda a: (date_of(a) or dt.date.max, a.slug)):
            if slug := self.story_slug_of(action):
                found[slug].append(action)
        return {slug: tuple(actions) for slug, actions in found.items()}

    def actions_of(self, story: Story) -> tuple[Action, ...]:
        """Find the actions of a story, earliest first."""
        return self._actions_by_story.get(story.slug, ())

    def domains_of(self, record: Story | Action) -> tuple[Domain, ...]:
        """Find the domains of a story, or of an action, which inherits those of its story."""
        slugs = record.domains
        if not slugs and isinstance(record, Action) and (story := self.story_of(record)):
            slugs = story.domains
        return tuple(d for slug in slugs or () if (d := self.domain_by_slug.get(slug)))

    def setting_of(self, record: Story | Action) -> str | None:
        """Find the setting of a story, or of an action, which inherits that of its story."""
        if record.setting is None and isinstance(record, Action):
            story = self.story_of(record)
            return story.setting if story else None
        return record.setting

    def language_of(self, record: Story | Action) -> str:
        """Find the language of a story, or of an action, as far as it is told; else nothing."""
        if record.language is None and isinstance(record, Action):
            story = self.story_of(record)
            return (story.language if story else None) or ""
        return record.language or ""

    def changed_on(self, story: Story) -> dt.date | None:
        """Find when the change was made: as told, else the first action made."""
        if story.changed_on:
            return story.changed_on
        return min((a.made_on for a in self.actions_of(story) if a.made_on), default=None)

    @cached_property
    def _adaptations(self) -> Mapping[tuple[str, str], tuple[Story, ...]]:
        found: dict[tuple[str, str], list[Story]] = defaultdict(list)
        for story in self.stories:
            if (slug := story.adapted_from) and (above := self.adapted_by(story)):
                found[above.kind, slug].append(story)
        return {name: tuple(stories) for name, stories in found.items()}

    def adaptations_of(self, record: Story | Action) -> tuple[Story, ...]:
        """Find the stories that took this example home, newest first."""
        return self._adaptations.get((record.kind, record.slug), ())

    def adapted_by(self, story: Story) -> Story | Action | None:
        """Find the story, or else the action, whose example a story took home."""
        slug = story.adapted_from or ""
        return self.story_by_slug.get(slug) or self.action_by_slug.get(slug)

    def knows(self, kind: str, slug: str) -> bool:
        """Whether a record of this kind exists, even if it could not be read."""
        by_kind: Mapping[str, Mapping[str, Record]] = {
            "story": self.story_by_slug,
            "action": self.action_by_slug,
            "domain": self.domain_by_slug,
        }
        records = by_kind.get(kind, {})
        return slug in records or any(u.kind == kind and u.slug == slug for u in self.unread)

    def resolve(self, path: str, target: str) -> str | None:
        """Resolve a link written in the file at `path` to an address from the site's root.

        Takes the path of a file, relative to the one it is written in; a fragment is passed over.
        None if there is nothing there, or if the target is not a path.
        """
        found = find_named(path, target, self.assets)
        if found is None:
            return None
        if record := self._find_page(found):
            return url_of(record)
        if (asset := self.assets.get(found)) and asset.kind != "workbook":
            return self.address_of_asset(found)
        if found in self.pages:
            return url_of_page(found, self.content)
        return None

    def record_at(self, path: str, target: str) -> Record | None:
        """Find the record that a link leads to, written in the file at `path`."""
        return self._find_page(follow_link(path, target) or "")

    def _find_page(self, path: str) -> Record | None:
        """Find the record on whose page the file at `path` is told."""
        record = self._record_by_path.get(path)
        if isinstance(record, Update):
            return self.updated_by(record)
        return self.example_of(record) if isinstance(record, Adoption) else record

    def asset_at(self, path: str, target: str) -> Asset | None:
        """Find the picture or data file that a link leads to, written in the file at `path`."""
        return self.assets.get(find_named(path, target, self.assets) or "")

    @cached_property
    def published(self) -> frozenset[str]:
        """The files beside the records that the site may have: what a record or a page names."""
        framework = (self.framework,) if self.framework else ()
        goals = list_referenced((*self.records, *framework))
        return self.named.union(goals, list_site_parts(self.attachments, self.content))

    @cached_property
    def left_aside(self) -> frozenset[str]:
        """The files that nothing refers to, but for those of which another problem tells."""
        paths = (each.path for each in self.attachments)
        return frozenset(leave_out_doubtful(paths, self.records, self.unread, self.published))

    @property
    def shown_assets(self) -> list[Asset]:
        """The pictures and data files that the site has, by path."""
        return sorted(each for each in self.assets.values() if each.path in self.published)

    def is_unread(self, path: str, target: str) -> bool:
        """Whether a link leads to a file that exists and could not be read or may not be used."""
        found = follow_link(path, target)
        return found in self.refused or any(unread.path == found for unread in self.unread)

    def address_of_asset(self, path: str) -> str:
        """Place a picture or data file beside the story in whose folder it lies."""
        folder = PurePosixPath(path).parent
        for above in (folder, *folder.parents):
            if slug := self._story_folders.get(str(above)):
                return f"stories/{slug}/{PurePosixPath(path).relative_to(above)}"
        return f"files/{path}"


def link(  # noqa: PLR0913 (the parts of a collection)
    stories: Iterable[Story] = (),
    actions: Iterable[Action] = (),
    domains: Iterable[Domain] = (),
    *,
    updates: Iterable[Update] = (),
    adoptions: Iterable[Adoption] = (),
    framework: Framework | None = None,
    vocabulary: Vocabulary | None = None,
    terms: Terms | None = None,
    learning: Learning | None = None,
    withdrawals: Withdrawals | None = None,
    assets: Iterable[Asset] = (),
    pages: Iterable[str] = (),
    content: str = "content",
    unread: Iterable[Unread] = (),
    attachments: Iterable[Attachment] = (),
    named: Iterable[str] = (),
) -> Collection:
    """Link what was read into a collection, sorted so that the order of files does not matter."""
    known = tuple(assets)
    stories, actions, domains = tuple(stories), tuple(actions), tuple(domains)
    called = list_names(stories, actions, domains, vocabulary)
    stories = [settle_record(story, called) for story in stories]
    actions = [settle_record(action, called) for action in actions]
    names = RecordNames(stories, actions)
    since = [
        names.settle_update(settle_record(each, called))
        for each in sorted(updates, key=_oldest_first)
    ]
    elsewhere = [
        names.settle_adoption(settle_record(each, called))
        for each in sorted(adoptions, key=_oldest_first)
    ]
    told = lay_all(since, stories, actions)
    return Collection(
        domains=tuple(sorted(domains, key=lambda d: (d.order or 0, d.slug))),
        stories=tuple(sorted(told.stories, key=lambda s: (-_ordinal(s.date), s.slug, s.path))),
        actions=tuple(sorted(told.actions, key=lambda a: (-_ordinal(date_of(a)), a.slug, a.path))),
        updates=tuple(since),
        adoptions=tuple(elsewhere),
        framework=framework,
        vocabulary=vocabulary,
        terms=terms,
        learning=learning,
        withdrawals=withdrawals,
        assets={asset.path: asset for asset in known if asset.kind != REFUSED},
        pages=frozenset(pages),
        content=content,
        unread=tuple(unread),
        attachments=tuple(attachments),
        named=frozenset(named),
        refused=frozenset(asset.path for asset in known if asset.kind == REFUSED),
    )


def _oldest_first(record: Update | Adoption) -> tuple[int, str]:
    return _ordinal(record.date), record.path


def date_of(action: Action) -> dt.date | None:
    """Find the day by which an action is sorted: made, else started, planned or stopped."""
    return action.made_on or action.started_on or action.planned_on or action.stopped_on


def url_of(record: Record) -> str:
    """Write a record's address from the site's root, such as `stories/a-quiet-room/`."""
    return f"{FOLDERS[record.kind]}/{record.slug}/"


def url_of_page(path: str, content: str) -> str:
    """Write the address of a prose page, such as `about/` for `content/about.md`."""
    stem = path.removeprefix(f"{content}/").removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def _ordinal(date: dt.date | None) -> int:
    return date.toordinal() if date else 0
