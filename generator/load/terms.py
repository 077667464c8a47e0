"""The terms of the package and those of a site, as one list.

Enters what `domains/terms.yml` says, if there is one; leaves every concept with its words. The
package's own list is `default_terms.yml`, in the same form.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from generator.model.terms import Concept, Terms

_DEFAULTS = Path(__file__).with_name("default_terms.yml")


@cache
def read_default_terms() -> Mapping[str, Concept]:
    """Read the terms that the package brings, by their names."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Bandit's rule knows the safe loaders by name alone.
    told = yaml.load(_DEFAULTS.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    return MappingProxyType({k: Concept.model_validate(v) for k, v in told["terms"].items()})


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
            finds={**before.finds, **added.finds},
        )
    return known
