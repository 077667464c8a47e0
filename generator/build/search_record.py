"""A page to what the search knows of it: the weight of each word, and what a result shows.

A word weighs by where it stands and how often: BM25F (Robertson, Zaragoza and Taylor 2004), that
is one frequency over all fields, each with a weight of its own, which levels off. How rare a word
is in the collection comes in when somebody asks.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from typing import Any

from generator.build.concepts import Concepts
from generator.build.search_text import SMALL, split_words, stem
from generator.pages.types import SearchEntry

WEIGHTS = {
    "title": 8.0,
    "summary": 2.5,
    "wrong": 3.5,
    "place": 1.0,
    "name": 3.0,
    "text": 0.8,
    "also": 0.4,
}
_BY_FIELD = 5.0  # of a concept that a value of a field reaches
_LEVELS_OFF = 2.5
_USUAL = 350  # words of a page
_LEAN = 0.25  # how much a page's length counts
_MOST = 4  # times that a word counts in a field
IMPACTS = 30
PACKED = ".pack"

_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|td|th|tr|dd|dt|blockquote|figcaption|br|div)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def list_passages(html: str) -> list[str]:
    """List the passages of safe HTML as plain text."""
    parts = (unescape(_TAG.sub("", part)) for part in _BLOCK.split(html))
    return [text for part in parts if (text := _SPACE.sub(" ", part).strip())]


def weigh_entry(entry: SearchEntry, concepts: Concepts) -> dict[str, int]:
    """Weigh each word of a page, by its stem, and each concept, by `=` and its name: 1 to 30."""
    passages = list_passages(entry.html)
    fields: dict[str, list[str]] = {
        "title": [entry.title],
        "summary": [entry.summary],
        "wrong": [entry.wrong],
        "place": [entry.place],
        "name": [entry.address.strip("/").rpartition("/")[2].replace("-", " ")],
        "text": passages,
        "also": [entry.also],
    }
    found: Counter[str] = Counter()
    length = 0
    for field, texts in fields.items():
        seen: Counter[str] = Counter()
        for text in texts:
            words = split_words(text)
            stems = [stem(word) for word in words]
            seen.update(s for w, s in zip(words, stems, strict=True) if w not in SMALL)
            seen.update(f"={name}" for name in concepts.find(stems))
            length += len(words)
        for word, often in seen.items():
            found[word] += WEIGHTS[field] * min(often, _MOST)  # type: ignore[assignment]
    for name in concepts.find_by_fields(entry.filters):
        found[f"={name}"] += _BY_FIELD  # type: ignore[assignment]
    measure = _LEVELS_OFF * (1 - _LEAN + _LEAN * length / _USUAL)
    return {
        word: max(1, round(IMPACTS * weight / (weight + measure)))
        for word, weight in sorted(found.items())
    }


def list_forms(entry: SearchEntry) -> list[str]:
    """List the words of a page as they are written, folded, without the small ones."""
    texts = (entry.title, entry.summary, entry.wrong, entry.place, entry.also)
    words = {word for text in (*texts, *list_passages(entry.html)) for word in split_words(text)}
    return sorted(word for word in words - SMALL if not word.isdecimal())


def write_words(entry: SearchEntry, concepts: Concepts) -> str:
    """Write the words of a page as the index takes them."""
    told = [weigh_entry(entry, concepts), list_forms(entry)]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def pack_part(value: Any) -> bytes:  # noqa: ANN401 (whatever JSON can hold)
    """Pack a part of the index: a server need not know that it may be packed, nor a browser ask."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)


def write_result(entry: SearchEntry) -> bytes:
    """Write what a result shows of a page, and the words from which it shows a passage.

    `languages` has the passages that are in another language than the page.
    """
    texts = [entry.summary, entry.wrong, *list_passages(entry.html)]
    told: Mapping[str, Any] = {
        "url": entry.address,
        "title": entry.title,
        "meta": entry.meta,
        "text": list(dict.fromkeys(filter(None, texts))),
    }
    if spoken := {text: code for html, code in entry.spoken for text in list_passages(html)}:
        told = {**told, "languages": spoken}
    return pack_part(told)


def find_result_file(address: str) -> str:
    """Find the file of what a result shows of the page at this address."""
    return f"search/pages/{address.strip('/') or 'index'}{PACKED}"
