"""What a record calls another by, to its slug: an address, a path or a title does as well.

What names nothing stays as it was written; the rules point at it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar
from urllib.parse import unquote

from generator.model import Action, Adoption, Domain, Story, Update, Vocabulary
from generator.model.field_types import SLUG

AnyRecord = TypeVar("AnyRecord", Story, Action, Update, Adoption)
Names = Mapping[str, Mapping[str, str]]
_ENDING = re.compile(r"(?:/index)?(?:\.md|\.html?)?/*$", re.IGNORECASE)
_WITH_PATH = re.compile(r"^(?:https?://|\.{0,2}/|stories/|actions/|domains/|priorities/)")


def list_names(
    stories: Iterable[Story],
    actions: Iterable[Action],
    domains: Iterable[Domain],
    vocabulary: Vocabulary | None,
) -> Names:
    """List what may stand in the place of a slug, by the field in which it may, and the slug."""
    told = {plain(story.title): story.slug for story in stories if story.title}
    named = {}
    for domain in domains:
        for name in (domain.title, domain.short, domain.statement):
            named[plain(name or "")] = domain.slug
    done = {plain(action.title): action.slug for action in actions if action.title}
    names: dict[str, Mapping[str, str]] = {
        "story": told,
        "action": done,
        "adapted_from": told,
        "domains": named,
    }
    groups = (
        ("setting", vocabulary.settings if vocabulary else None),
        ("pathway", vocabulary.pathways if vocabulary else None),
        ("strategic_links", vocabulary.priorities if vocabulary else None),
    )
    for field, terms in groups:
        names[field] = {plain(term.label): slug for slug, term in (terms or {}).items()}
    return names


def settle_record(record: AnyRecord, names: Names) -> AnyRecord:
    """Put slugs in the place of the addresses and titles by which a record calls others."""

    def change(field: str, value: object) -> object:
        known = names[field]
        if isinstance(value, str):
            return _settle(value, known)
        if isinstance(value, tuple) and any(not SLUG.fullmatch(each) for each in value):
            return tuple(_settle(each, known) for each in value)
        return value

    return record.alter(change, names.keys())


def _settle(written: str, known: Mapping[str, str]) -> str:
    if SLUG.fullmatch(written):
        return written
    if slug := known.get(plain(written)):
        return slug
    if not _WITH_PATH.match(written) and not written.lower().endswith(".md"):
        return written
    last = settle_path(written).rpartition("/")[2]
    return last if SLUG.fullmatch(last) else written


def settle_path(written: str) -> str:
    """Take from an address, or the path of a file, what neither of them has in common."""
    return _ENDING.sub("", unquote(written).partition("#")[0].partition("?")[0])


def plain(words: str) -> str:
    """Make words plain, so that they are the same with other capitals, quotes and full stops."""
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))
