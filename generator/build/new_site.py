"""The files that a new site begins with: its settings, its framework, one invented story.

A name, an address and a framework enter; texts by their paths leave. Everything else of a site
comes with the generator, and what is made for it anew by each version is in `site_files`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.packaged_files import DEFAULTS, STARTER, find_packaged, read_packaged
from generator.intake.yaml_scalar import write_scalar

# Each framework by its name: what it is called, and its folder.
FRAMEWORKS: Mapping[str, tuple[str, Path]] = {
    "plain": ("A plain one of four domains, to be changed as you like", STARTER / "plain"),
    "values-based-standard": (
        "The Values Based Standard of Macmillan Cancer Support, with its eight domains",
        find_packaged("domains"),
    ),
    "own": ("Your own, which you write: one domain stands in for it", STARTER / "own"),
}
# The pages that only an organisation can write; their blanks are marked.
OWN_PAGES = ("about.md", "accessibility.md", "privacy.md")
_FIRST_DOMAIN = {"plain": "comfort", "values-based-standard": "surroundings", "own": "first-domain"}
_SETTINGS = ("mkdocs.yml", "README.md", ".gitignore", ".gitattributes")
_NO_ADDRESS = """\
# The address at which the site will stand. Without it there are no feeds, no sitemap and no
# newsletter, which need whole addresses:
# site_url: https://stories.hospital.example/"""


@dataclass(frozen=True, slots=True)
class NewSite:
    """What is known of a site before it begins; `url` may be empty, `framework` is a key above.

    The last three are its folders.
    """

    name: str
    url: str
    framework: str
    today: dt.date
    stories: str = "stories"
    domains: str = "domains"
    content: str = "content"


def list_first_files(new: NewSite) -> Iterator[tuple[str, str]]:
    """List the files that a site begins with, as pairs of path and text."""
    story = f"{new.stories}/{new.today.year}/a-hook-for-the-walking-frame.md"
    told = {
        "{name}": " ".join(new.name.split()),
        "{url}": write_scalar(new.url, "site_url") if new.url else _NO_ADDRESS,
        "{today}": new.today.isoformat(),
        "{domain}": _FIRST_DOMAIN[new.framework],
        "{path}": story,
    }
    for name in _SETTINGS:
        text = read_packaged(STARTER / "files" / name)
        if name == "mkdocs.yml":
            text = text.replace("{name}", write_scalar(told["{name}"]))
        yield name, _fill(text, told)
    folder = FRAMEWORKS[new.framework][1]
    for file in sorted(folder.iterdir()):
        if file.is_file():
            yield f"{new.domains}/{file.name}", read_packaged(file)
    for name in OWN_PAGES:
        yield f"{new.content}/{name}", read_packaged(DEFAULTS / name)
    yield story, _fill(read_packaged(STARTER / "files/story.md"), told)


def _fill(text: str, told: Mapping[str, str]) -> str:
    for blank, words in told.items():
        text = text.replace(blank, words)
    return text
