"""A site's own sign, as a picture that any output can show."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Logo:
    """A small PNG, and the digest that stands for it wherever its bytes would be too long."""

    png: bytes = field(repr=False)
    digest: str
