"""What the site is called, where it stands and what it looks like, as its settings say."""

from dataclasses import dataclass

from generator.model.logo import Logo
from generator.model.palette import Palette

# The one file that says on which day the site was made, as it stands among its pages.
MADE = "made.json"


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what others may use the stories: what it is called, and where it can be read."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class HomeWords:
    """The words of the home page, and its sections in their order."""

    title: str = "What patients and staff changed together"
    stories: str = "New stories"
    domains: str = "What a patient might say"
    quick_wins: str = "Done in an afternoon"
    sections: tuple[str, ...] = ("stories", "domains", "quick_wins")


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """Where the site stands and what it is called; `url` ends in a slash, or is empty if unknown.

    `repo` is the address of the repository, and `mail` the steward's. `receiver` is the address
    that takes what the forms send, if any does. `short_name` is for where there is little room.
    `logo` and `icon` are the site's own; None leaves it the sign that comes with the package.
    """

    name: str = "Improvement Stories"
    description: str = ""
    url: str = ""
    repo: str = ""
    branch: str = "main"
    mail: str = ""
    receiver: str = ""
    language: str = "en"
    palette: Palette = Palette()
    short_name: str = ""
    home: HomeWords = HomeWords()
    footer: str = ""
    licence: Licence | None = None
    logo: Logo | None = None
    icon: Logo | None = None

    def join(self, address: str) -> str:
        """Write the whole address of a page or a file of the site."""
        return f"{self.url}{address}"
