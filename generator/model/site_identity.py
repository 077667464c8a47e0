"""What the site is called, where it stands and what it looks like, as its settings say."""

from dataclasses import dataclass

from generator.model.palette import Palette

# The one file that says on which day the site was made, as it stands among its pages.
MADE = "made.json"


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """Where the site stands and what it is called; `url` ends in a slash, or is empty if unknown.

    `repo` is the address of the repository, and `mail` the steward's.
    """

    name: str = "Improvement Stories"
    description: str = ""
    url: str = ""
    repo: str = ""
    branch: str = "main"
    mail: str = ""
    language: str = "en"
    palette: Palette = Palette()

    def join(self, address: str) -> str:
        """Write the whole address of a page or a file of the site."""
        return f"{self.url}{address}"
