"""The concepts that a text speaks of: other words for the same thing, found while it is indexed.

A phrase counts on the whole run of words, small ones too: “hello my name is” is one thing, and
“is”, “my” and “name” are three. A browser matches what somebody types by the same phrases.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.build.search_text import LANGUAGE, list_stems
from generator.cache.store import fingerprint
from generator.load.join_terms import join_terms
from generator.model.terms import Concept


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
            name: [concept.label or name, sorted({*map(" ".join, self._list_phrases(concept))})]
            for name, concept in self._terms.items()
        }
        return {**LANGUAGE, "terms": terms}

    @property
    def names(self) -> Iterable[str]:
        """The names of all concepts."""
        return self._terms

    def label_of(self, name: str) -> str:
        """Find the plain word for a concept."""
        return self._terms[name].label or name

    def find(self, stems: Sequence[str]) -> Iterator[str]:
        """Find the concepts that a run of stems speaks of, as often as it does."""
        for at, word in enumerate(stems):
            yield from (name for _, name in self._by_first.get((word,), ()))
            for phrase, name in self._by_first.get(tuple(stems[at : at + 2]), ()):
                if len(phrase) > 1 and tuple(stems[at : at + len(phrase)]) == phrase:
                    yield name

    def find_by_fields(self, filters: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """Find the concepts that reach a page by the values of its fields."""
        for facet, values in filters.items():
            for value in values:
                yield from self._finds.get((facet, value), ())

    @staticmethod
    def _list_phrases(concept: Concept) -> Iterator[tuple[str, ...]]:
        words = (concept.label or "", *concept.also)
        return filter(None, (tuple(list_stems(phrase)) for phrase in words))
