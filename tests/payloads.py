"""Thousands of ways to make a page run a script, each of which would leave its number behind.

A payload that ran sets `window.pwned`, or asks for an address with `pwned` in it. They are made
from the parts in `payloads.txt`, so that what one of them tries is tried in many spellings.
"""

import itertools
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

# Of what can be made of elements, handlers, quotes and breaks, so many are tried.
TAKEN = 2400
_SIGNS = str.maketrans({"⏎": "\n", "⇥": "\t", "␣": " "})


def read_parts() -> dict[str, list[str]]:
    """Read the parts, by the name of their section."""
    parts: dict[str, list[str]] = {}
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("[") and "] " in line and line.endswith("."):
            parts[line[1:].partition("]")[0]] = section = []
        elif line and not line.startswith("; "):
            section.append(line.translate(_SIGNS))
    return parts


def make_payloads() -> list[str]:
    """Make every payload, each with its own number, in an order that mixes the kinds."""
    patterns = list(dict.fromkeys(_list_patterns(read_parts())))
    random.Random(11).shuffle(patterns)
    return [_number(pattern, number) for number, pattern in enumerate(patterns, 1)]


def _list_patterns(parts: dict[str, list[str]]) -> Iterator[str]:
    breaks = ["", *parts["breaks"]]
    for broken, script in itertools.product(breaks, parts["scripts"]):
        yield broken + script
    sets = (breaks, parts["elements"], parts["handlers"], parts["quoted"])
    for broken, element, handler, quoted in random.Random(7).sample(
        list(itertools.product(*sets)), TAKEN
    ):
        yield broken + quoted.replace("{el}", element).replace("{on}", handler)
    for attribute, handler in itertools.product(parts["attributes"], parts["handlers"]):
        yield attribute.replace("{on}", handler)
    for link, address in itertools.product(parts["links"], parts["addresses"]):
        yield link.replace("{to}", address)
    for name in ("mutations", "templates", "names", "sheets"):
        yield from parts[name]


def _number(pattern: str, number: int) -> str:
    host = f"pwned.example/{number}"
    tag = f"<img src=x onerror=pwned={number}>"
    for name, value in (("tag", tag), ("url", f"//{host}"), ("host", host), ("n", str(number))):
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern.replace("{js}", f"pwned={number}")


class Stock:
    """Payloads to be planted: each is given out once, and then all of them again."""

    def __init__(self, payloads: Iterable[str]) -> None:
        """Begin with all of them unplanted."""
        self.payloads = list(payloads)
        self.planted: list[str] = []
        self._lines = itertools.cycle([p for p in self.payloads if "\n" not in p])
        self._blocks = itertools.cycle(self.payloads)

    def take(self, longest: int, lead: str = "") -> str:
        """Take one for a field of one line that holds so many characters."""
        while True:
            payload = next(self._lines)
            if len(lead) + len(payload) <= longest:
                self.planted.append(payload)
                return lead + payload

    def fill(self, longest: int, lead: str = "") -> str:
        """Take as many as a field holds."""
        text = lead
        while len(text) < longest - 60:
            text = f"{text} {self.take(longest - len(text) - 1)}"
        return text.strip()

    def take_blocks(self, count: int) -> list[str]:
        """Take so many for a body, line breaks and all."""
        taken = [next(self._blocks) for _ in range(count)]
        self.planted += taken
        return taken
