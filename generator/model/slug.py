"""A title to the name of a file, which becomes the last part of an address."""

from slugify import slugify

LONGEST = 80
# Names that Windows keeps for itself, and those that mean something in a folder of stories.
TAKEN = frozenset(
    {"con", "prn", "aux", "nul", "index", "actions", "vocabulary"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def make_slug(title: str, kind: str) -> str:
    """Make a slug of a title: small letters, digits and hyphens, at most 80 of them.

    Accents are folded and other scripts written in Latin letters. A title without any letter gives
    the `kind` itself, and a name that is already spoken for has the kind put before it.
    """
    plain = title.translate(_APOSTROPHES)
    slug = slugify(plain, max_length=LONGEST, word_boundary=True) or kind
    return f"{kind}-{slug}" if slug in TAKEN else slug
