"""What is to go: settings and fields that still work, and of which the check warns.

Nothing goes without having stood here in a version before. Whoever takes something out moves its
row from here to the page on upgrades.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deprecation:
    """A setting, or a field of a record, that a later version will not know.

    `kind` is `settings` or that of a record, such as `story`; `path` has a dot for each step
    inwards (`home.title`, `contact.telephone`). `gone` is the version that no longer knows it, and
    `instead` a sentence that says what to write.
    """

    kind: str
    path: str
    gone: str
    instead: str


DEPRECATIONS: tuple[Deprecation, ...] = ()
