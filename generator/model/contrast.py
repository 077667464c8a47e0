"""How well a colour can be read on another, by the Web Content Accessibility Guidelines 2.2."""

from generator.model.palette import Colour

# What text of ordinary size needs, at level AA (success criterion 1.4.3).
ENOUGH = 4.5
_STEPS = 40


def find_contrast(one: str, other: str) -> float:
    """Find the contrast ratio of two colours written as `#rrggbb`, from 1 to 21."""
    low, high = sorted((_find_luminance(one), _find_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _find_luminance(colour: str) -> float:
    """Find the relative luminance, from 0 to 1, as WCAG 2.2 defines it."""
    parts = (part / 255 for part in _split(colour))
    linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004 (sRGB)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def make_for_night(day: str, paper: str) -> str:
    """Make a colour for the dark page of one for the light page: lighter, until it can be read."""
    for step in range(_STEPS + 1):
        mixed = (round(part + (255 - part) * step / _STEPS) for part in _split(day))
        colour = "#" + "".join(f"{part:02x}" for part in mixed)
        # As far from the dark page as the colours that come with the generator are, at least.
        if find_contrast(colour, paper) >= ENOUGH * 1.6:
            return colour
    return "#ffffff"


def find_unreadable(colour: Colour, ground: Colour) -> tuple[str, float] | None:
    """Find which of a colour's two values cannot be read on the ground, and how far it is off."""
    for told, under in zip(colour, ground, strict=True):
        if (ratio := find_contrast(told, under)) < ENOUGH:
            return told, ratio
    return None


def _split(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
