"""What the rules about unknown terms share: the guess at what the author meant."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.problem import Fault, Problem
from generator.records import Record, Term

_FEW = 12


def find_unknown(
    record: Record, field: str, fault: Fault, known: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    """Find the values of a field that are not known; `known` maps each slug to its other names."""
    value = getattr(record, field)
    slugs = value if isinstance(value, tuple) else (value,) if value else ()
    for index, slug in enumerate(slugs):
        if slug in known:
            continue
        place = record.place(field, index) if isinstance(value, tuple) else record.place(field)
        names = {name.lower(): slug_ for slug_, all_ in known.items() for name in (slug_, *all_)}
        near = get_close_matches(slug.replace("-", " "), names, 1, 0.65)
        near = near or get_close_matches(slug, names, 1, 0.65)
        hint = f"Did you mean “{names[near[0]]}”? " if near else ""
        if len(known) <= _FEW:
            hint += f"There are: {', '.join(known)}."
        yield fault.at(place, f"“{slug}” in “{field}” is not known here.", hint.strip())


def names_of(terms: Mapping[str, Term]) -> dict[str, tuple[str, ...]]:
    """List the other names of each term: its label and what else people call it."""
    return {slug: (term.label, *term.aliases) for slug, term in terms.items()}
