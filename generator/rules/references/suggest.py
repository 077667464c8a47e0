"""What the rules about unknown terms share: the guess at what the author meant."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.model import Record, Term
from generator.model.field_types import SLUG
from generator.model.problem import Fault, Problem

_FEW = 12
_LONGEST = 80


def list_unknown(
    record: Record, field: str, fault: Fault, known: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    """Find the values of a field that are not known; `known` maps each slug to its other names.

    Where nothing is known, as without a vocabulary, whatever could be a name is let be.
    """
    value = getattr(record, field)
    slugs = value if isinstance(value, tuple) else (value,) if value else ()
    for index, slug in enumerate(slugs):
        if slug in known or (not known and SLUG.fullmatch(slug)):
            continue
        place = record.place(field, index) if isinstance(value, tuple) else record.place(field)
        near = guess_term(slug, known)
        hint = f"Did you mean “{near}”? " if near else ""
        if 0 < len(known) <= _FEW:
            hint += f"There are: {', '.join(known)}."
        yield fault.at(place, f"“{_shorten(slug)}” in “{field}” is not known here.", hint.strip())


def guess_term(written: str, known: Mapping[str, Iterable[str]]) -> str:
    """Guess which slug was meant, by the slugs and their other names; empty if none is near."""
    names = {name.lower(): slug for slug, all_ in known.items() for name in all_ if name}
    names |= {slug: slug for slug in known}
    lowered = " ".join(written.lower().split())
    for words in (lowered, lowered.replace(" ", "-")):
        if words in names:
            return names[words]
    near = get_close_matches(lowered.replace("-", " "), names, 1, 0.65)
    near = near or get_close_matches(lowered, names, 1, 0.65)
    return names[near[0]] if near else ""


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def names_of(terms: Mapping[str, Term]) -> dict[str, tuple[str, ...]]:
    """List the other names of each term: its label and what else people call it."""
    return {slug: (term.label, *term.aliases) for slug, term in terms.items()}
