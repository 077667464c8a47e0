"""What a format is, in which others take what the site tells."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from generator.exports.feeds import Feed
from generator.model import Action, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.sections import Outline
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile


class Told(NamedTuple):
    """A record as a format takes it: itself, in order, and its own words as safe HTML."""

    record: Story | Action
    outline: Outline
    body: str
    context: SiteContext


class Format(NamedTuple):
    """One format; each of its parts may be missing.

    `documents` are the files beside a record's page, `shares` what a record adds to the files of
    the whole collection, by their addresses, and `joined` those files. `feed` writes a feed.
    """

    documents: Callable[[Told], Iterable[Document]] = lambda _: ()
    shares: Callable[[Told], Mapping[str, str]] = lambda _: {}
    joined: Callable[[SiteContext], Iterable[JoinedFile]] = lambda _: ()
    feed: Callable[[Feed, SiteIdentity], Document] | None = None
