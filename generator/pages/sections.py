"""The parts of an outline: sections, each with its heading and the items that it says.

Values alone: `outline.py` makes them of a record, and every output draws each kind in its own way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.collection.consent import Quotation
from generator.collection.field_outputs import FIELD_OUTPUTS, carries
from generator.pages.labels import STATUS
from generator.pages.postscripts import Postscript


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a section says; `term` leads it, `about` follows it.

    `url` is an address from the site's root, or a whole one. `mark` is the status of an action.
    `language` is that of `words` and `about`, where a record tells them in another than the site's;
    what the site says of them itself stands in `term` and `lead`.
    """

    words: str
    url: str = ""
    term: str = ""
    about: str = ""
    mark: str = ""
    lead: str = ""
    language: str = ""

    @property
    def is_away(self) -> bool:
        """Whether its address is a whole one, and leads away from the site."""
        return ":" in self.url

    @property
    def status(self) -> str:
        """The status of an action, as readers see it."""
        return STATUS.get(self.mark, "")

    @property
    def plain(self) -> str:
        """All that it says, in one line."""
        words = f"{self.lead} {self.words}" if self.lead else self.words
        words = f"{self.term}: {words}" if self.term else words
        if not self.about:
            return words
        return (
            f"{words} {self.about}" if words.endswith((".", "!", "?")) else f"{words}. {self.about}"
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a record under its heading; `name` is that of its field, or of what it works out.

    A `note` stands apart, a `fact` beside its heading, a `text` under it; a `list` has a line for
    each item; `voices` are quotations, `measures` and `actions` what was counted and done; the
    `body` is the record's own words, `postscripts` are what has happened since, and a `picture` is
    its own. `group` is where on a page it stands.
    """

    name: str
    heading: str
    kind: str
    group: str
    items: tuple[Item, ...] = ()
    voices: tuple[Quotation, ...] = ()
    postscripts: tuple[Postscript, ...] = ()

    @property
    def field(self) -> str:
        """The field of the record that it tells, or a part of."""
        return self.name.partition(".")[0]

    @property
    def plain(self) -> str:
        """All that it says, in one line."""
        told: tuple[Item | Postscript, ...] = (*self.items, *self.postscripts)
        return "; ".join(each.plain for each in told)


@dataclass(frozen=True)
class Outline:
    """A record's sections, in the order of its page."""

    kind: str
    sections: tuple[Section, ...]

    @cached_property
    def groups(self) -> dict[str, list[Section]]:
        """The sections by where they stand on the page."""
        found: dict[str, list[Section]] = {}
        for section in self.sections:
            found.setdefault(section.group, []).append(section)
        return found

    @cached_property
    def by_name(self) -> dict[str, Section]:
        """The sections by their names."""
        return {section.name: section for section in self.sections}

    def told_in(self, output: str) -> Iterator[Section]:
        """List what an output tells: the sections of its fields, and what they work out."""
        for section in self.sections:
            is_worked_out = section.field not in FIELD_OUTPUTS[self.kind]
            if is_worked_out or carries(output, self.kind, section.field):
                yield section
