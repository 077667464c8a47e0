"""The form of an address outside the site: whether it can lead anybody anywhere.

An address enters; what is wrong with it leaves, and what to do. Nobody is asked whether the address
is alive; that is `stories check --external`.
"""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote, urlsplit

from generator.model.field_types import EMAIL, FORBIDDEN

OUTSIDE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
LONGEST = 2000
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_PHONE = re.compile(r"\+?\d(?:[-. ()]{0,2}\d){2,14}(?:;ext=\d{1,6})?", re.ASCII)
_PRIVATE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".arpa")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_LONGEST_HOST = 253
_Said = tuple[str, str]


def explain_bad_url(address: str) -> _Said | None:
    """Explain what is wrong with the form of an outside address and what to do; None if nothing."""
    scheme, _, rest = address.partition(":")
    if len(address) > LONGEST:
        return "is longer than any address need be", "Link to the page by a shorter address."
    if FORBIDDEN.search(unquote(address)) or re.search(r"\s", address):
        return "has a space or a sign in it that no address may have", "Copy the address again."
    if scheme.lower() == "mailto":
        names = unquote(rest.partition("?")[0]).split(",")
        is_sound = all(EMAIL.fullmatch(name.strip()) for name in names) and names[0][:2] != "//"
        return None if is_sound else ("is no e-mail address", _explain_mail(names[0].strip()))
    if scheme.lower() == "tel":
        is_sound = _PHONE.fullmatch(unquote(rest)) is not None
        return None if is_sound else ("is no telephone number", "Write tel:+44 and the digits.")
    if not rest.startswith("//") or rest.startswith("///"):
        return "has no two slashes after its colon", f"Write {scheme.lower()}://, then the address."
    return _explain_host(address)


def _explain_mail(name: str) -> str:
    """Say what to do about an e-mail address by what is wrong with it."""
    if name.startswith("//"):
        return f"Take the slashes out: mailto:{name.lstrip('/')}"
    if "@" not in name:
        return "Write the whole address with its @, as in mailto:name@example.org"
    if " " in name:
        return f"Take the space out: mailto:{name.replace(' ', '')}"
    return "Check what stands before and after the @, as in mailto:name@example.org"


def _explain_host(address: str) -> _Said | None:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "is not the address of any computer", "Copy the address again."
    if parts.username is not None or "@" in parts.netloc:
        why = "has a name or a password in it, before the @"
        return why, "Take it out; everybody can read it here."
    if "%" in parts.netloc or "\\" in parts.netloc:
        return "has a sign in the name of its computer that no such name has", "Type it by hand."
    if port == 0 or not host:
        return "names no computer", "Copy the address again, from https:// on."
    if host in {"http", "https"}:
        return "begins twice", "Take one of the two beginnings out."
    return _explain_number(host) or _explain_name(host.removesuffix("."))


def _explain_number(host: str) -> _Said | None:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return None
    if number.is_global:
        return None
    return _EXPLAIN_PRIVATE


_EXPLAIN_PRIVATE = (
    "leads to a computer in a private network, where readers cannot follow",
    "Link to a page that everybody can open, or take the link out.",
)


def _explain_name(host: str) -> _Said | None:
    if ":" in host or re.fullmatch(r"[\d.]+", host):
        is_number = _is_number(host)
        return None if is_number else ("is not the address of any computer", "Copy it again.")
    if "." not in host or f".{host}".endswith(_PRIVATE):
        return _EXPLAIN_PRIVATE
    try:
        labels = [_show_label(label) for label in host.split(".")]
    except UnicodeError:
        return "has a name that cannot be read", "Copy the address again."
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        return "is not the address of any computer", "Copy the address again."
    if any(_is_mixed(label) for label in labels):
        return (
            "mixes letters of several alphabets that look alike, as addresses made to deceive do",
            "Type the name of the site by hand.",
        )
    return None


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _show_label(label: str) -> str:
    """Show a part of a host's name as people read it: `xn--…` is another alphabet in disguise."""
    if label.startswith("xn--"):
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    return unicodedata.normalize("NFC", label)


def _is_mixed(label: str) -> bool:
    names = (unicodedata.name(sign, "") for sign in label if sign.isalpha())
    scripts = {script for name in names for script in _SCRIPTS if name.startswith(script)}
    return len(scripts) > 1
