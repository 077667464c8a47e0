"""The search index: for every word the pages that have it, in parts that a browser fetches alone.

Enters the weighed words of every page, `search_record.py`; leaves `search/`: `index.json`, which
says what there is, the words by their beginnings, the postings in parts by the alphabet, and by
what each record can be narrowed. A search fetches the parts of its own words and no others.
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.build.cached_output import CachedOutput, pack_text, unpack_text
from generator.build.concepts import Concepts
from generator.build.facet_table import TABLES, make_choices
from generator.build.search_record import (
    PACKED,
    find_result_file,
    pack_part,
    write_result,
    write_words,
)
from generator.build.write_files import FileWriter
from generator.cache.store import fingerprint
from generator.pages.types import SearchEntry

BUNDLE = "search"
MOST_PER_SHARD = 1900
_FEWEST_PER_SHARD = 240
_SHARDS = 2
_RECIPE = "2"
_PART = 9_000  # characters of postings in a part: one fetch, about 6 KB packed
_IDEAS = 8
_NOT_AN_IDEA = 0.12  # of the pages: what more of them speak of, they say in passing
_ADDRESSES = 256  # addresses in a part
_KINDS = {"story": "s", "quick win": "q", "action": "a", "domain": "d", "page": "p"}
# A posting is the gap to the page before, in these digits, and then its weight, in those.
_FIRST_WEIGHT, _FIRST_DIGIT, _DIGITS = 35, 67, 56


class _Merged(NamedTuple):
    """A shard's postings by word, and how many of its pages have each written word."""

    postings: dict[str, str]
    forms: dict[str, int]


class SearchIndex:
    """The index of a site; a shard whose words are as before is taken over whole."""

    def __init__(
        self, writer: FileWriter, most: int = MOST_PER_SHARD, concepts: Concepts | None = None
    ) -> None:
        """Know where the site is built, how many pages a shard may hold, and the concepts."""
        self._writer = writer
        self._most = most
        self.concepts = concepts or Concepts()
        self._shards: list[list[SearchEntry]] = []
        self._places: dict[str, tuple[int, SearchEntry]] = {}
        self._words: dict[str, bytes] = {}

    def begin(
        self,
        entries: Iterable[SearchEntry],
        later: Container[str],
        outcomes: Mapping[str, CachedOutput],
    ) -> None:
        """Divide the entries into shards, and take the words of those that are there already.

        `outcomes` have the words of records, by address; those of the addresses in `later` are
        still to be made.
        """
        # Where a page of prose has the address of a record, the record comes first.
        told = {entry.address: entry for entry in reversed(tuple(entries))}
        most = min(self._most, _choose_most(len(told)))
        self._shards = divide_entries(tuple(told.values())[::-1], most)
        for number, shard in enumerate(self._shards):
            self._places.update((entry.address, (number, entry)) for entry in shard)
        for address in self._places:
            if address not in later:
                self.take(address, outcomes.get(address))

    def take(self, address: str, outcome: CachedOutput | None) -> None:
        """Take the words of an entry; of a page that is no record, what a result shows too."""
        if address not in self._places:
            return
        words = outcome.words if outcome else b""
        if not words:
            entry = self._places[address][1]
            self._writer.write(find_result_file(address), write_result(entry))
            words = pack_text(write_words(entry, self.concepts))
        self._words[address] = words

    def finish(self) -> None:
        """Merge the words of all entries, and write the index."""
        merged = [self._merge(shard) for shard in self._shards]
        entries = [entry for shard in self._shards for entry in shard]
        parts = self._write_postings(merged)
        forms = self._write_forms(merged)
        addresses = [entry.address for entry in entries]
        for number, start in enumerate(range(0, len(addresses), _ADDRESSES)):
            self._write(f"addresses-{number}", addresses[start : start + _ADDRESSES])
        self._write("terms", self.concepts.told)
        self._write("term-words", self.concepts.words)
        for kind in TABLES:
            self._write(f"{kind}-choices", make_choices(entries, kind))
        told = {
            "kinds": "".join(_sign_of(entry) for entry in entries),
            "shards": [len(shard) for shard in self._shards],
            "parts": parts,
            "forms": forms,
            "ideas": self._list_ideas(merged, len(entries)),
        }
        # The rest is asked for under this name, so that no old part is read with a new index.
        stamp = fingerprint(json.dumps(told), self.concepts.key, *map(self._key_of, self._shards))
        index = json.dumps({**told, "version": stamp[:12]}, separators=(",", ":"))
        self._writer.write(f"{BUNDLE}/index.json", index)

    def _write(self, name: str, value: object) -> None:
        self._writer.write(f"{BUNDLE}/{name}{PACKED}", pack_part(value))

    def _key_of(self, shard: Sequence[SearchEntry]) -> str:
        return fingerprint(_RECIPE, *(self._words[e.address] for e in shard))

    def _merge(self, shard: Sequence[SearchEntry]) -> _Merged:
        key = self._key_of(shard)
        if kept := self._writer.store.find("shard", key):
            return _Merged(*json.loads(unpack_text(kept)))
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        forms: Counter[str] = Counter()
        for number, entry in enumerate(shard):
            weights, written = json.loads(unpack_text(self._words[entry.address]))
            for word, weight in weights.items():
                found[word].append((number, weight))
            forms.update(written)
        merged = _Merged({word: encode_postings(pages) for word, pages in found.items()}, forms)
        self._writer.store.keep("shard", key, pack_text(json.dumps(merged, ensure_ascii=False)))
        return merged

    def _write_postings(self, merged: Sequence[_Merged]) -> list[str]:
        """Write the postings in parts; gives the first word of each part."""
        told = sorted({word for shard in merged for word in shard.postings})
        first: list[str] = []
        part: dict[str, str] = {}
        size = 0
        for word in told:
            lines = (
                f"{number:x}:{shard.postings[word]}"
                for number, shard in enumerate(merged)
                if word in shard.postings
            )
            part[word] = " ".join(lines)
            size += len(word) + len(part[word]) + 6
            if size > _PART:
                first.append(next(iter(part)))
                self._write(f"postings-{len(first) - 1}", part)
                part, size = {}, 0
        if part:
            first.append(next(iter(part)))
            self._write(f"postings-{len(first) - 1}", part)
        return first

    def _write_forms(self, merged: Sequence[_Merged]) -> list[str]:
        """Write the words as they are written, by their first letters; gives these letters.

        Each line has how much of the word before it repeats, the rest, and how common it is.
        """
        forms: Counter[str] = Counter()
        for shard in merged:
            forms.update(shard.forms)
        letters = []
        for letter, words in groupby(sorted(forms), key=lambda word: word[0]):
            letters.append(letter)
            lines, before = [], ""
            for word in words:
                same = _count_same(before, word)
                lines.append(f"{chr(48 + same)}{word[same:]}{chr(65 + forms[word].bit_length())}")
                before = word
            self._write(f"forms-{ord(letter):x}", "".join(lines))
        return letters

    def _list_ideas(self, merged: Sequence[_Merged], pages: int) -> list[str]:
        """List what some of the pages speak of, and not most of them, the most told first."""
        often = {
            name: sum(_count_pages(shard.postings.get(f"={name}", "")) for shard in merged)
            for name in self.concepts.names
        }
        told = sorted(often.items(), key=lambda each: (-each[1], each[0]))
        names = (name for name, total in told if 0 < total < pages * _NOT_AN_IDEA)
        return list(dict.fromkeys(map(self.concepts.label_of, names)))[:_IDEAS]


def _count_pages(postings: str) -> int:
    return sum(ord(sign) < _FIRST_DIGIT for sign in postings)


def _sign_of(entry: SearchEntry) -> str:
    """Name the kind of an entry by a letter; an action that belongs to the story before is `o`."""
    return "o" if entry.story else _KINDS.get(entry.kind, "p")


def _count_same(one: str, two: str) -> int:
    """Count the letters with which two words begin alike, 60 at most."""
    same = 0
    while same < min(len(one), len(two), 60) and one[same] == two[same]:
        same += 1
    return same


def encode_postings(pages: Iterable[tuple[int, int]]) -> str:
    """Write pages and weights, in the order of the pages, as a browser reads them."""
    text, before = [], -1
    for page, weight in pages:
        gap = page - before - 1
        before = page
        digits = ""
        while gap:
            gap, digit = divmod(gap, _DIGITS)
            digits = chr(_FIRST_DIGIT + digit) + digits
        text.append(f"{digits}{chr(_FIRST_WEIGHT + weight)}")
    return "".join(text)


def _choose_most(count: int) -> int:
    """Choose how many pages a shard may hold: two shards do, unless that were too many for one.

    The number grows in a few steps, each of which changes all shards.
    """
    most = _FEWEST_PER_SHARD
    while most * _SHARDS < count:
        most *= 2
    return most


def divide_entries(entries: Sequence[SearchEntry], most: int) -> list[list[SearchEntry]]:
    """Divide entries into shards by month, the oldest first; what has no date goes last.

    An action stands behind its story. Months are packed from the oldest on, so that a new story
    changes the newest shard and leaves the others as they are.
    """
    families = list(_gather_families(entries))
    dated = sorted(
        (f for f in families if f[0].order.get("date")), key=lambda f: f[0].order["date"]
    )
    undated = [entry for f in families if not f[0].order.get("date") for entry in f]
    shards: list[list[SearchEntry]] = [[]]
    for _, month in groupby(dated, key=lambda family: _month_of(family[0])):
        told = [entry for family in month for entry in family]
        if shards[-1] and len(shards[-1]) + len(told) > most:
            shards.append([])
        shards[-1].extend(told)
    shards[-1].extend(undated)
    return shards


def _gather_families(entries: Sequence[SearchEntry]) -> Iterator[list[SearchEntry]]:
    """Gather each story with its own actions; whatever else there is stands alone."""
    stories = {entry.address for entry in entries if entry.kind == "story"}
    actions: dict[str, list[SearchEntry]] = defaultdict(list)
    for entry in entries:
        if entry.story in stories:
            actions[entry.story].append(entry)
    for entry in entries:
        if entry.story not in stories:
            yield [entry, *actions.get(entry.address, ())]


def _month_of(entry: SearchEntry) -> tuple[int, int]:
    date = dt.date.fromordinal(entry.order["date"])
    return date.year, date.month
