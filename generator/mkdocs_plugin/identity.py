"""What `mkdocs.yml` says of a site's own look and words, as outputs are handed it."""

import re
from typing import Any

from mkdocs.exceptions import PluginError

from generator.model.contrast import ENOUGH, find_unreadable, make_for_night
from generator.model.palette import MOST_DOMAINS, Colour, Palette
from generator.model.site_identity import HomeWords, Licence

_WRITTEN = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# No sign that would end a part of the policy in which the address stands. A machine's own address
# is for trials there; any other is asked over a line that nobody reads along.
_RECEIVER = re.compile(
    r"(?:https://[a-z0-9][a-z0-9.-]*(?::[0-9]+)?|http://(?:localhost|127\.0\.0\.1)(?::[0-9]+)?|)"
    r"/(?!/)[a-z0-9._~/-]*(?:\?[a-z0-9._~%/=&+-]*)?",
    re.IGNORECASE,
)


def read_palette(colours: dict[str, Any]) -> Palette:
    """Read the colours of the site and of its domains; PluginError if one cannot be read on paper.

    A colour is written as `#336699`, and its value for the dark page is made of it, or as `day`
    and `night`.
    """
    if unknown := [*{*colours} - {"site", "domains"}]:
        raise PluginError(f"`colours` has no “{unknown[0]}”: there are `site` and `domains`.")
    palette = Palette()
    site = palette.site
    if "site" in colours:
        site = _read_colour(colours["site"], "`colours`, `site`", palette)
    told = colours.get("domains", [])
    if not isinstance(told, list) or len(told) > MOST_DOMAINS:
        raise PluginError(
            "`colours`, `domains` is a list: the colour of the first domain, of the second, and "
            f"so on, {MOST_DOMAINS} at most."
        )
    domains = tuple(
        _read_colour(each, f"`colours`, `domains`, number {number}", palette)
        for number, each in enumerate(told, 1)
    )
    return Palette(site=site, domains=domains or palette.domains)


def _read_colour(told: object, where: str, palette: Palette) -> Colour:
    day, night = (told.get("day"), told.get("night")) if isinstance(told, dict) else (told, None)
    for value in (day, night if isinstance(told, dict) else day):
        if not isinstance(value, str) or not _WRITTEN.fullmatch(value):
            raise PluginError(f'{where} is “{value}”. Write a colour in quotes, as "#336699".')
    day = str(day).lower()
    night = str(night).lower() if night else make_for_night(day, palette.paper.night)
    colour = Colour(day, night)
    if found := find_unreadable(colour, palette.paper):
        value, ratio = found
        page = "light" if value == day else "dark"
        raise PluginError(
            f"{where} is “{value}”, whose contrast with the {page} page is {ratio:.1f} to 1. "
            f"Words need {ENOUGH} to 1: choose a {'darker' if page == 'light' else 'lighter'} one."
        )
    return colour


def read_home(told: Any) -> HomeWords:  # noqa: ANN401 (what `mkdocs.yml` says)
    """Read the words and the sections of the home page; what is not told is as it comes."""
    words = HomeWords()
    given = {name: told[name] for name in HomeWords.__dataclass_fields__ if told[name] is not None}
    sections = tuple(given.pop("sections", words.sections))
    if unknown := [each for each in sections if each not in words.sections]:
        listed = ", ".join(words.sections)
        raise PluginError(f"`home` has no section “{unknown[0]}”. There are: {listed}.")
    return HomeWords(sections=sections, **given)


def read_receiver(told: str | None) -> str:
    """Read the address that takes what the forms send; PluginError if a page could not ask it."""
    if told and not _RECEIVER.fullmatch(told):
        raise PluginError(
            f"`receiver` is “{told}”. Write the whole address that takes the form's post, such as "
            "https://formspree.io/f/abcdefgh, or one on this site, such as /receive/story."
        )
    return told or ""


def read_licence(told: Any) -> Licence | None:  # noqa: ANN401 (what `mkdocs.yml` says)
    """Read the licence of the stories, if there is one; PluginError if half of it is missing."""
    if not told.name and not told.url:
        return None
    if not told.name or not re.match(r"https?://", told.url or ""):
        raise PluginError("`licence` needs a `name`, such as CC BY 4.0, and a `url` that shows it.")
    return Licence(told.name, told.url)
