"""The terms of the package and those of a site, as one list.

Enters what `domains/terms.yml` says, if there is one; leaves every concept with its words. The
package's own list is `default_terms.yml`, in the same form.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from generator.load import faults
from generator.model import Domain, Vocabulary
from generator.model.problem import Problem
from generator.model.terms import Concept, Terms

_DEFAULTS = Path(__file__).with_name("default_terms.yml")
_NAME = re.compile(r'^ {2}"?([a-z0-9-]+)"?:$', re.MULTILINE)


@cache
def read_default_terms() -> Mapping[str, Concept]:
    """Read the terms that the package brings, by their names."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Bandit's rule knows the safe loaders by name alone.
    told = yaml.load(_DEFAULTS.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    return MappingProxyType({k: Concept.model_validate(v) for k, v in told["terms"].items()})


@cache
def list_default_names() -> frozenset[str]:
    """List the names of these terms, two spaces in: to read the rest takes ten times as long."""
    return frozenset(_NAME.findall(_DEFAULTS.read_text(encoding="utf-8")))


def join_terms(own: Terms | None) -> Mapping[str, Concept]:
    """Join a site's own terms to those of the package, less what it leaves out."""
    known = dict(read_default_terms())
    if own is None:
        return known
    for name in own.leave_out:
        known.pop(name, None)
    for name, added in own.terms.items():
        before = known.get(name, Concept.model_validate({}))
        refused = {word.casefold() for word in added.less}
        words = dict.fromkeys((*before.also, *added.also))
        known[name] = Concept(
            label=added.label or before.label or name.replace("-", " "),
            also=tuple(word for word in words if word.casefold() not in refused),
            group=added.group or before.group,
            broader=added.broader or before.broader,
            less=(),
            finds={**before.finds, **added.finds},
        )
    return known


def check_terms(
    own: Terms, vocabulary: Vocabulary | None, domains: Iterable[Domain]
) -> Iterator[Problem]:
    """Find what a site's own terms name and nobody knows."""
    values: dict[str, Container[str]] = {"domain": {domain.slug for domain in domains}}
    if vocabulary:
        values["setting"] = vocabulary.settings or {}
        values["pathway"] = vocabulary.pathways or {}
        values["priority"] = vocabulary.priorities or {}
    known = list_default_names()
    for index, name in enumerate(own.leave_out or ()):
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            message = f"The package brings no term called “{name}”, so there is none to leave out."
            yield faults.NOT_ALLOWED.at(own.place("leave_out", index), message + hint)
    for name, concept in (own.terms or {}).items():
        if not concept.label and name not in known:
            message = f"The term “{name}” is new, and needs a label: the plain word for it."
            yield faults.MISSING_FIELD.at(own.place("terms", name), message)
        if concept.broader and concept.broader not in {*known, *own.terms}:
            message = f"No term is called “{concept.broader}”, so nothing is part of it."
            yield faults.NOT_ALLOWED.at(own.place("terms", name, "broader"), message)
        for facet, value in concept.finds.items():
            if facet in values and value not in values[facet]:
                message = f"No {facet} of this site is called “{value}”."
                yield faults.NOT_ALLOWED.at(own.place("terms", name, "finds", facet), message)
