"""The concepts that a text speaks of: other words for the same thing, found while it is indexed.

A phrase counts on the whole run of words, small ones too: “hello my name is” is one thing, and
“is”, “my” and “name” are three. A browser matches what somebody types by the same phrases.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.build.search_text import LANGUAGE, SMALL, list_stems, split_words
from generator.cache.store import fingerprint
from generator.load.join_terms import join_terms
from generator.model.terms import Concept

# Whom, how and with what outcome is mostly said in passing: it is not what somebody asks about.
_IN_PASSING = {"people", "methods", "outcomes"}


class Concepts:
    """All concepts of a site, by the stems of their phrases."""

    def __init__(self, terms: Mapping[str, Concept] | None = None) -> None:
        """Know the terms; without any, those that the package brings."""
        self._terms = join_terms(None) if terms is None else terms
        self._by_first: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        self._finds: dict[tuple[str, str], list[str]] = {}
        for name, concept in self._terms.items():
            for phrase in self._list_phrases(concept):
                self._by_first.setdefault(phrase[:2], []).append((phrase, name))
            for facet, value in concept.finds.items():
                self._finds.setdefault((facet, value), []).append(name)

    @cached_property
    def key(self) -> str:
        """What stands for all terms and for the rules of the language."""
        return fingerprint(json.dumps(self.told))

    @cached_property
    def told(self) -> dict[str, Any]:
        """The terms and the rules of the language as a browser reads them."""
        terms: dict[str, Any] = {
            name: [
                concept.label or name,
                sorted({*map(" ".join, self._list_phrases(concept))}),
                int(concept.group in _IN_PASSING),
                *self._list_broader(name),
            ]
            for name, concept in self._terms.items()
        }
        return {**LANGUAGE, "terms": terms}

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of all terms as they are written, folded, without the small ones."""
        told = (phrase for c in self._terms.values() for phrase in (c.label or "", *c.also))
        return sorted({word for phrase in told for word in split_words(phrase)} - SMALL)

    @property
    def names(self) -> Iterable[str]:
        """The names of all concepts."""
        return self._terms

    def label_of(self, name: str) -> str:
        """Find the plain word for a concept."""
        return self._terms[name].label or name

    def find(self, stems: Sequence[str]) -> Iterator[str]:
        """Find the concepts that a run of stems speaks of, as often as it does.

        What speaks of a concept speaks of the broader one too.
        """
        for name in self._match(stems):
            yield name
            yield from self._list_broader(name)

    def _match(self, stems: Sequence[str]) -> Iterator[str]:
        for at, word in enumerate(stems):
            found = [name for _, name in self._by_first.get((word,), ())]
            for phrase, name in self._by_first.get(tuple(stems[at : at + 2]), ()):
                if len(phrase) > 1 and tuple(stems[at : at + len(phrase)]) == phrase:
                    found.append(name)
            yield from dict.fromkeys(found)  # “sharps” in “sharps bin” is said once

    def _list_broader(self, name: str) -> list[str]:
        """List the broader concept that the site has, if there is one."""
        broader = self._terms[name].broader
        return [broader] if broader in self._terms and broader else []

    def find_by_fields(self, filters: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """Find the concepts that reach a page by the values of its fields."""
        for facet, values in filters.items():
            for value in values:
                yield from self._finds.get((facet, value), ())

    @staticmethod
    def _list_phrases(concept: Concept) -> Iterator[tuple[str, ...]]:
        words = (concept.label or "", *concept.also)
        return filter(None, (tuple(list_stems(phrase)) for phrase in words))
