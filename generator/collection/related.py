"""Which stories are worth reading after another one, and why, in words for the reader.

Takes the linked collection; gives up to three stories for each, none of them its own parent or
child, which the page shows elsewhere. Candidates come from an inverted index and are capped, so
that the work grows with the number of stories and not with its square.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.collection.collection import Collection
from generator.model import Story

# Other stories by their numbers, each with the reason why it is near.
Nearest = list[tuple[int, str]]
Find = Callable[[Sequence[int]], list[Nearest]]
MOST = 3
WINDOW = 8  # neighbours taken on either side of a story in one list of the index
MOST_WORDS = 10  # rare words by which one story looks for others
MOST_CANDIDATES = 24
DOMAIN, PATHWAY, SETTING = 2.0, 1.5, 1.0
ANY_PATHWAY = "any"  # shared by everybody, which is to say by nobody

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}(?![\w-])")
_STOP = frozenset(
    """
    able about above across after afterwards again against ahead almost alone along already also
    although always among another anyone anything around asked asking asks away back became because
    become been before began begin begun behind being below beside best better between both bring
    brought came cannot come comes coming could days does doing done down during each early eight
    either else enough even ever every everybody everyone everything felt few find five fixed four
    from full gave give given gives goes going gone good half happen happened have having heard
    hear held help helped here hers herself himself hour hours however into itself just keep kept
    knew know known knows last late later least left less like little long longer look looked made
    make makes making many mean meant might mind minute minutes month months more most much must
    myself near nearly need needed never next nine nobody none nothing often once only onto other
    others ours over people perhaps place places plain quarter quite rather reach read real right
    round said same saw says second seem seemed seen seven several shall should show showed shown
    side since some somebody someone something sometimes soon still stop stopped such take taken
    takes taking tell ten than that their theirs them themselves then there these they thing
    things think third this those though thought three through time times together told
    took toward towards tried turn turned twice under until upon used using usually very wait want
    wanted wants week weeks well went were what when where whether which while whole whom whose
    will wish with within without word words would year years your yours
    cancer care chemotherapy clinic clinics doctor doctors eighteen eleven fifteen fifty forty
    hospital hospitals name names number numbers nurse nurses patient patients rang ring rung
    sixteen sixty staff started talk talked team teams thirty twelve twenty ward wards write
    writes writing written wrote
    """.split()  # noqa: SIM905 (a list of two hundred strings is not read by anybody)
)
_UNDER = frozenset(("at", "by", "for", "in", "of", "on", "with"))
_ON = frozenset(("floor", "ward"))
_IN = frozenset(
    """
    centre clinic department home hospice hospital pharmacy practice prison room school service
    surgery theatre unit
    """.split()  # noqa: SIM905 (as above)
)


@dataclass(frozen=True, slots=True)
class Related:
    """A story to read next, and the reason that a reader is given."""

    story: Story
    reason: str


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a story is compared by; `words` are its rarest, by stem, as they stand in it."""

    slug: str
    parent: str | None
    domains: tuple[str, ...]
    setting: str | None
    pathway: str | None
    words: Mapping[str, str]

    def facets(self) -> Iterator[Hashable]:
        """List the keys of the index under which a story is found, besides its words."""
        for domain in self.domains:
            yield "domain", domain
            yield "domain, setting", domain, self.setting
            if self.pathway:
                yield "domain, pathway", domain, self.pathway
        if self.setting:
            yield "setting", self.setting
        if self.pathway:
            yield "pathway", self.pathway


def name_related(
    collection: Collection, nearest: Sequence[Nearest]
) -> Mapping[str, tuple[Related, ...]]:
    """Name the stories whose numbers are given for each story of the collection."""
    stories = collection.stories
    return {
        story.slug: tuple(Related(stories[number], reason) for number, reason in found)
        for story, found in zip(stories, nearest, strict=True)
    }


def _find_here(find: Find, numbers: Sequence[int]) -> Iterable[Nearest]:
    return find(numbers)


def find_nearest(
    collection: Collection,
    share: Callable[[Find, Sequence[int]], Iterable[Nearest]] = _find_here,
) -> list[Nearest]:
    """Find the stories nearest to each, by their numbers, and the reasons.

    `share` has it done for all numbers, in any parts, and gives what was found in their order.
    """
    traits, rarity = _find_traits(collection)
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, trait in enumerate(traits):
        for key in (*trait.facets(), *trait.words):
            index[key].append(number)

    def relate(numbers: Sequence[int]) -> list[Nearest]:
        return [nearest(number) for number in numbers]

    def nearest(number: int) -> Nearest:
        trait = traits[number]
        scored = []
        for other in _find_candidates(number, traits, index, rarity):
            score = _score(trait, traits[other], rarity)
            if score >= SETTING and not _is_kin(trait, traits[other]):
                scored.append((-score, abs(other - number), other))
        chosen = [other for _, _, other in sorted(scored)[:MOST]]
        return [(other, _say_why(trait, traits[other], rarity, collection)) for other in chosen]

    return list(share(relate, range(len(traits))))


def _find_traits(collection: Collection) -> tuple[list[_Traits], Mapping[str, float]]:
    """Find what each story is compared by, and how rare each word is, from 0 to 1."""
    stories = collection.stories
    all_words = [count_stems(f"{s.title}\n{s.summary}\n{s.problem or ''}") for s in stories]
    spread = Counter(stem for words in all_words for stem in words)
    most = max(4, len(stories) // 20)
    rarity = {
        stem: math.log(len(stories) / seen) / math.log(len(stories))
        for stem, seen in spread.items()
        if 1 < seen <= most and seen < len(stories)
    }
    traits = []
    for story, words in zip(stories, all_words, strict=True):
        rare = sorted((-rarity[stem], stem) for stem in words if stem in rarity)[:MOST_WORDS]
        traits.append(
            _Traits(
                story.slug,
                story.adapted_from,
                tuple(domain.slug for domain in collection.domains_of(story)),
                story.setting if story.setting in collection.settings else None,
                story.pathway if story.pathway in {*collection.pathways} - {ANY_PATHWAY} else None,
                {stem: words[stem] for _, stem in rare},
            )
        )
    return traits, rarity


def count_stems(text: str) -> dict[str, str]:
    """Find the telling words of a text by their stem; names, being capitalised, are none."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        if word == word.lower() and word not in _STOP:
            stem = _stem(word)
            known = found.get(stem, word)
            found[stem] = min(known, word, key=_first) if known != word else word
    return found


def _first(word: str) -> tuple[int, str]:
    return len(word), word


@lru_cache(maxsize=2**16)
def _stem(word: str) -> str:
    """Take off a plural, `-ing` or `-ed`, so that `calls` and `calling` are one word."""
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 6)):
        if word.endswith(ending) and len(word) >= least:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 4 else word  # noqa: PLR2004 (`care` stays)


def _find_candidates(
    number: int,
    traits: list[_Traits],
    index: Mapping[Hashable, list[int]],
    rarity: Mapping[str, float],
) -> list[int]:
    """Find the stories that stand nearest to this one in the lists of the index."""
    rough: dict[int, float] = defaultdict(float)
    trait = traits[number]
    weights = [(key, 1.0) for key in trait.facets()] + [(w, rarity[w]) for w in trait.words]
    for key, weight in weights:
        listed = index[key]
        at = bisect_left(listed, number)
        for other in listed[max(at - WINDOW, 0) : at + WINDOW + 1]:
            rough[other] += weight
    rough.pop(number, None)  # a story without facets or rare words is not in its own list
    return sorted(rough, key=rough.__getitem__, reverse=True)[:MOST_CANDIDATES]


def _is_kin(one: _Traits, two: _Traits) -> bool:
    return two.slug in {one.slug, one.parent} or two.parent == one.slug


def _score(one: _Traits, two: _Traits, rarity: Mapping[str, float]) -> float:
    domains = sum(domain in two.domains for domain in one.domains)
    pathway = one.pathway is not None and one.pathway == two.pathway
    setting = one.setting is not None and one.setting == two.setting
    shared = sorted((rarity[w] for w in one.words if w in two.words), reverse=True)[:MOST]
    words = sum(shared) if len(shared) > 1 else 0.0  # one word alone is an accident
    return DOMAIN * domains + PATHWAY * pathway + SETTING * setting + words


def _say_why(
    one: _Traits, two: _Traits, rarity: Mapping[str, float], collection: Collection
) -> str:
    parts = []
    names = [collection.domain_by_slug[d].short for d in one.domains if d in two.domains]
    if names:
        parts.append(f"about {_join([soften(name) for name in names])}")
    if one.setting and one.setting == two.setting:
        parts.append(say_setting(collection.settings[one.setting].label))
    if one.pathway and one.pathway == two.pathway:
        parts.append(f"on the {soften(collection.pathways[one.pathway].label)} pathway")
    shared = sorted((w for w in one.words if w in two.words), key=lambda w: (-rarity[w], w))
    words = _join([one.words[stem] for stem in shared[:2]]) if len(shared) > 1 else ""
    if not parts:
        return f"Shares the words {words}"
    also = f"Also {', '.join(parts[:2])}"
    return f"{also}; shares the words {words}" if words and len(parts) == 1 else also


def _join(words: list[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def soften(label: str) -> str:
    """Write a label as it stands within a sentence: `hospital ward`, and still `GP surgery`."""
    return label if label[1:2].isupper() or label[1:2] == "&" else label[:1].lower() + label[1:]


def say_setting(label: str) -> str:
    """Say where something happened, from a setting's label: `on a hospital ward`.

    The labels are the organisation's own, so a label that is not known for a kind of place goes
    without an article: `in radiotherapy`.
    """
    words = soften(label).split()
    last = words[-1].lower() if words else ""
    if _UNDER & set(words) or last not in _ON | _IN:
        return f"in {' '.join(words)}"
    spelt = words[0].isupper()
    article = "an" if words[0][0].lower() in ("aefhilmnorsx" if spelt else "aeiou") else "a"
    return f"{'on' if last in _ON else 'in'} {article} {' '.join(words)}"
