"""The records linked: stories, actions, domains, vocabulary and lineage as one frozen value.

Links are worked out once, from slugs and folders, and every other room asks here. Nothing here
complains: a link that leads nowhere is simply absent, and `rules/` says so.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import TypeVar

from generator.collection.record_names import name_example, read_name
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
    Attachment,
    Domain,
    Framework,
    Record,
    Story,
    Update,
    Vocabulary,
    Withdrawals,
)
from generator.model.base import Asset, Unread
from generator.model.domain import Priority, Term
from generator.model.learning import Learning, LearningPoint
from generator.model.lesson import Lesson
from generator.model.terms import Terms

Name = TypeVar("Name")
Told = TypeVar("Told")
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

    @property
    def settings(self) -> Mapping[str, Term]:
        """The places where care is given, by slug; none where the vocabulary is wrong."""
        return (self.vocabulary and self.vocabulary.settings) or {}

    @property
    def pathways(self) -> Mapping[str, Term]:
        """The conditions and paths of care, by slug; none where the vocabulary is wrong."""
        return (self.vocabulary and self.vocabulary.pathways) or {}

    @property
    def priorities(self) -> Mapping[str, Priority]:
        """The organisation's priorities, by slug; none where the vocabulary is wrong."""
        return (self.vocabulary and self.vocabulary.priorities) or {}

    @property
    def lessons(self) -> Mapping[Lesson, LearningPoint]:
        """What was learnt, in the order in which it is shown; none where its file is wrong."""
        return (self.learning and self.learning.points) or {}

    @cached_property
    def names_by_slug(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What else the domains and the words of the vocabulary are called, by kind and slug."""
        domains = {each.slug: (each.title or "", each.short or "") for each in self.domains}
        names = {"domains": {e.slug: () for e in self.unread if e.kind == "domain"} | domains}
        for kind in ("settings", "pathways", "priorities"):
            terms = getattr(self.vocabulary, kind, None) or {}
            names[kind] = {slug: (term.label, *term.aliases) for slug, term in terms.items()}
        return names

    @cached_property
    def story_folders(self) -> Mapping[str, str]:
        """The slugs of the stories that have a folder of their own, by its path."""
        known = [(story.path, story.slug) for story in self.stories]
        known += [(unread.path, unread.slug) for unread in self.unread if unread.kind == "story"]
        index = "/index.md"
        return {path.removesuffix(index): slug for path, slug in known if path.endswith(index)}

    @cached_property
    def record_by_path(self) -> Mapping[str, Record]:
        """All records by the path of their file."""
        return {record.path: record for record in self.records}

    @property
    def records(self) -> Iterator[Record]:
        """Every record in which somebody tells something in their own words."""
        told = (self.stories, self.actions, self.domains, self.updates, self.adoptions)
        return chain.from_iterable(told)

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

    def story_slug_of(self, action: Action) -> str | None:
        """Find the slug of the story that an action belongs to, whether or not it exists."""
        if action.story:
            return action.story
        before, _, _ = action.path.rpartition("/actions/")
        return self.story_folders.get(before)

    def story_of(self, action: Action) -> Story | None:
        """Find the story that an action belongs to."""
        return self.story_by_slug.get(self.story_slug_of(action) or "")

    @cached_property
    def _updates(self) -> Mapping[tuple[str, str], tuple[Update, ...]]:
        return _group((read_name(update), update) for update in self.updates)

    def updates_of(self, record: Story | Action) -> tuple[Update, ...]:
        """Find what has happened since a record was told, earliest first."""
        return self._updates.get((record.kind, record.slug), ())

    def goal_of(self, record: Update | Adoption) -> Story | Action | None:
        """Find the record that an update goes on with, or the example that was tried elsewhere."""
        kind, slug = read_name(record)
        return self.story_by_slug.get(slug) if kind == "story" else self.action_by_slug.get(slug)

    @cached_property
    def _adoptions(self) -> Mapping[str | None, tuple[Adoption, ...]]:
        return _group((adoption.of, adoption) for adoption in self.adoptions)

    def adoptions_of(self, record: Story | Action) -> tuple[Adoption, ...]:
        """Find the places that tried an example too, earliest first."""
        return self._adoptions.get(name_example(record), ())

    @cached_property
    def _actions_by_story(self) -> Mapping[str, tuple[Action, ...]]:
        earliest = sorted(self.actions, key=lambda a: (date_of(a) or dt.date.max, a.slug))
        return _group((slug, a) for a in earliest if (slug := self.story_slug_of(a)))

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
        story = self.story_of(record) if isinstance(record, Action) else None
        return record.setting or (story.setting if story else None)

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
        return _group(
            ((above.kind, above.slug), story)
            for story in self.stories
            if (above := self.adapted_by(story))
        )

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
        record = self.record_by_path.get(path)
        return self.goal_of(record) if isinstance(record, Update | Adoption) else record

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
            if slug := self.story_folders.get(str(above)):
                return f"stories/{slug}/{PurePosixPath(path).relative_to(above)}"
        return f"files/{path}"


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


def _group(pairs: Iterable[tuple[Name, Told]]) -> Mapping[Name, tuple[Told, ...]]:
    found: dict[Name, list[Told]] = defaultdict(list)
    for name, told in pairs:
        found[name].append(told)
    return {name: tuple(each) for name, each in found.items()}
