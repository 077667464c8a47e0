"""A field as it is defined: what it holds, what a person is asked, and what readers see it as.

What a field means in full is its description, which speaks to the person who fills it in. All that
is said of a field anywhere is said here once, in its definition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as of_words
from typing import Any, get_args

from pydantic import Field
from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Words:
    """What a field is called: `label` when a person is asked for it, `heading` above its value.

    `choices` tell a person each of the values that there are, where its name in files says too
    little.
    """

    label: str = ""
    heading: str = ""
    choices: Mapping[str, str] = of_words(default_factory=dict)


def field(
    default: Any = ...,  # noqa: ANN401 (as pydantic's own)
    *,
    label: str,
    heading: str = "",
    choices: Mapping[str, str] | None = None,
    **told: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Define a field with its words; all else is as pydantic's `Field` takes it."""
    made: FieldInfo = Field(default, **told)
    made.metadata.append(Words(label, heading, choices or {}))
    return made


MONEY = "a sum of money, in pounds"


def is_money(made: FieldInfo) -> bool:
    """Whether a field holds a sum of money."""
    return MONEY in made.metadata or _has_mark(made.annotation)


def _has_mark(kind: object) -> bool:
    inner = (*get_args(kind), *getattr(kind, "__metadata__", ()))
    return any(each is MONEY or _has_mark(each) for each in inner)


def words_of(made: FieldInfo) -> Words:
    """Find what a field is called; nothing for one that nobody is asked for."""
    return next((each for each in made.metadata if isinstance(each, Words)), Words())
