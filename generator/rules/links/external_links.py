"""Addresses outside the site to what their sites answer: the only module that uses a network.

Asks politely: with a name of its own, for the head of a page before the page, one request at a time
of each site with a pause between two, and never of a computer in a private network, whatever name
or redirect leads there. Keeps nothing of what is answered.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from generator import __version__

AGENT = f"improvement-stories/{__version__} (checks whether links still lead somewhere)"
# Answers of sites that are there and do not talk to programs, or not to all.
_ALIVE = frozenset({401, 402, 403, 405, 406, 418, 429, 451, 999})
_GONE = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
_SAFE = "%/:=&?~#+!$,;'@()*[]"


class PrivateError(OSError):
    """A name or a redirect leads into a private network."""


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """How to ask: seconds to wait, sites asked at once; `allows_private` is for tests alone."""

    seconds: float = 10
    pause: float = 1
    at_once: int = 4
    allows_private: bool = False


def request_urls(addresses: Iterable[str], manners: RequestLimits) -> Mapping[str, str]:
    """Ask whether addresses are alive, and say in words what is wrong with those that are not."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in sorted(set(addresses)):
        by_host[urlsplit(address).netloc.lower()].append(address)
    opener = _make_opener(manners)

    def ask_all(group: Sequence[str]) -> list[tuple[str, str]]:
        said = []
        for number, address in enumerate(group):
            time.sleep(manners.pause if number else 0)
            said.append((address, _ask(address, opener, manners)))
        return said

    with ThreadPoolExecutor(manners.at_once) as pool:
        answers = [pair for group in pool.map(ask_all, by_host.values()) for pair in group]
    return {address: said for address, said in answers if said}


def _ask(address: str, opener: OpenerDirector, manners: RequestLimits) -> str:
    """Ask for the head of a page, and for the page where its site does not give heads alone."""
    said = ""
    for method in ("HEAD", "GET"):
        said = _ask_once(address, method, opener, manners)
        if not said:
            break
        if method == "HEAD":
            time.sleep(manners.pause)
    return said


def _ask_once(address: str, method: str, opener: OpenerDirector, manners: RequestLimits) -> str:
    """Ask once, and follow a few redirects, whose bodies nobody reads."""
    for _ in range(MOST_REDIRECTS + 1):
        try:
            with opener.open(_make_request(address, method), timeout=manners.seconds):
                return ""
        except HTTPError as error:
            error.close()
            goal = error.headers.get("Location") if error.code in _REDIRECTS else None
            if not goal:
                return _explain_status(error.code)
        except URLError as error:
            return _explain(error.reason, manners)
        except (OSError, ValueError, http.client.HTTPException) as error:
            return _explain(error, manners)
        try:
            address = urljoin(address, goal)
        except ValueError:
            return "leads on to no address"
    return "is led on from page to page and arrives nowhere"


def _make_request(address: str, method: str) -> Request:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        raise ValueError(address)
    host = parts.netloc.encode("idna").decode()
    plain = quote(parts._replace(netloc=host, fragment="").geturl(), safe=_SAFE)
    headers = {"User-Agent": AGENT, "Accept": "*/*"}
    return Request(plain, method=method, headers=headers)  # noqa: S310 (http or https)


def _explain_status(status: int) -> str:
    if status in _ALIVE:
        return ""
    if status in _GONE:
        return f"leads to a page that is not there any more ({status})"
    return f"was answered with an error ({status})"


def _explain(reason: object, manners: RequestLimits) -> str:
    if isinstance(reason, PrivateError):
        return "leads to a computer in a private network, where readers cannot follow"
    if isinstance(reason, ssl.SSLError):
        return "has a certificate that browsers warn of"
    if isinstance(reason, TimeoutError):
        return f"was not answered within {manners.seconds:g} seconds"
    if isinstance(reason, socket.gaierror):
        return "names a site that cannot be found"
    return "was not answered"


def _make_opener(manners: RequestLimits) -> OpenerDirector:
    """Make what opens addresses: the web alone, no files, no proxies, no cookies."""

    class Plain(http.client.HTTPConnection):
        def connect(self) -> None:
            self.sock = _connect(self.host, self.port, manners)

    class Secure(http.client.HTTPSConnection, Plain):
        pass

    class OpenPlain(HTTPHandler):
        def http_open(self, req: Request) -> http.client.HTTPResponse:
            return self.do_open(Plain, req)

    class OpenSecure(HTTPSHandler):
        def https_open(self, req: Request) -> http.client.HTTPResponse:
            return self.do_open(Secure, req, context=ssl.create_default_context())

    opener = OpenerDirector()
    for handler in (OpenPlain, OpenSecure, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    opener.addheaders = []
    return opener


def _connect(host: str, port: int, manners: RequestLimits) -> socket.socket:
    """Connect to the first address of a host, once it is known to be no private one."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not manners.allows_private and not all(map(_is_public, addresses)):
        raise PrivateError(host)
    return socket.create_connection((addresses[0], port), timeout=manners.seconds)


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None) or number
    return bool(mapped.is_global and not mapped.is_multicast)
