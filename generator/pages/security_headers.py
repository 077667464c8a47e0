"""What a browser lets the site's pages do, as one value: the Content-Security-Policy and its kin.

Everything comes from the site itself, and nothing that is written into a page runs. No script of
the site makes elements or programs of text: browsers that know trusted types hold them to it. A
page carries the policy as far as a page can; that of the forms lets them ask the one address that
takes what they send, if the site has one, and no other page may.
`frame-ancestors` and the other headers are a web server's to send, and stand here in the words of
three kinds of server. Only the pages that are made for a frame may stand in one.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.model.site_identity import SiteIdentity
from generator.pages.types import Document

_NOBODY, _ANYBODY, _SELF = "'none'", "*", "'self'"
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": _SELF,
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
# Pages that somebody else's page may show: their address has this shape below the root.
FRAMED = ("stories", "domains")
# Where the pages of the forms lie, which alone may ask the receiver.
TELLING = "tell"
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
}
_NAME = "Content-Security-Policy"


def write_policy(ancestors: str = "", connect: str = _SELF) -> str:
    """Write the policy on one line; `ancestors` says who may frame the page, if a server says it.

    Without `ancestors` it is what a page can say of itself. `connect` is whom the page may ask.
    """
    rules = {**POLICY, "connect-src": connect}
    rules |= {"frame-ancestors": ancestors} if ancestors else {}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


PAGE_POLICY = write_policy()


def name_receivers(web: SiteIdentity) -> str:
    """Name whom the pages of the forms may ask: the site itself, and the receiver beside it."""
    address = web.receiver.partition("?")[0]  # a policy knows no queries
    return f"{_SELF} {address}" if "://" in address else _SELF


def make_policy_documents(web: SiteIdentity) -> Iterator[Document]:
    """Make the headers for web servers: `_headers`, and a part of nginx's and Apache's settings."""
    root = urlsplit(web.url).path or "/"
    connect = name_receivers(web)
    yield Document("_headers", _write_headers(root, connect))
    yield Document("servers/nginx.conf", _write_nginx(root, connect))
    yield Document("servers/apache.conf", _write_apache(root, connect))


def _write_headers(root: str, connect: str) -> str:
    """Write the headers as Netlify, Cloudflare Pages and others read them.

    Where two rules match, one kind of server takes the later and the other joins both; the line
    with the exclamation mark drops the earlier one there, and is nothing to the first kind.
    """
    lines = [f"{root}*", *_indent({_NAME: write_policy(_NOBODY), **HEADERS})]
    for folder in FRAMED:
        lines += [f"{root}{folder}/:name/embed/*", f"  ! {_NAME}"]
        lines += _indent({_NAME: write_policy(_ANYBODY)})
    if connect != _SELF:
        lines += [f"{root}{TELLING}/*", f"  ! {_NAME}"]
        lines += _indent({_NAME: write_policy(_NOBODY, connect)})
    return "\n".join(lines) + "\n"


def _indent(headers: Mapping[str, str]) -> Iterator[str]:
    return (f"  {name}: {value}" for name, value in headers.items())


def _write_nginx(root: str, connect: str) -> str:
    """Write the headers for a `server` block of nginx, which knows no variable of its own."""
    lines = (
        "# Include this in the server block. A location with an add_header of its own forgets",
        "# these: repeat the include there.",
        f'set $frame_ancestors "{_NOBODY}";',
        f'if ($uri ~ "{_match_framed(root)}") {{',
        f'    set $frame_ancestors "{_ANYBODY}";',
        "}",
        f'set $connect_src "{_SELF}";',
        *_write_if(
            connect,
            f'if ($uri ~ "{_match_telling(root)}") {{',
            f'    set $connect_src "{connect}";',
            "}",
        ),
        f'add_header {_NAME} "{write_policy("$frame_ancestors", "$connect_src")}" always;',
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
    )
    return "\n".join(lines) + "\n"


def _write_apache(root: str, connect: str) -> str:
    """Write the headers for a virtual host or a `.htaccess` of Apache 2.4 with mod_headers."""
    lines = (
        "# Include this in the virtual host, or name it .htaccess at the root of the site.",
        f'Header always set {_NAME} "{write_policy(_NOBODY)}"',
        *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()),
        f'<If "%{{REQUEST_URI}} =~ m#{_match_framed(root)}#">',
        f'    Header always set {_NAME} "{write_policy(_ANYBODY)}"',
        "</If>",
        *_write_if(
            connect,
            f'<If "%{{REQUEST_URI}} =~ m#{_match_telling(root)}#">',
            f'    Header always set {_NAME} "{write_policy(_NOBODY, connect)}"',
            "</If>",
        ),
    )
    return "\n".join(lines) + "\n"


def _write_if(connect: str, *lines: str) -> tuple[str, ...]:
    """Write what only a site needs whose forms may ask somebody else."""
    return lines if connect != _SELF else ()


def _match_framed(root: str) -> str:
    return f"^{re.escape(root)}({'|'.join(FRAMED)})/[^/]+/embed/"


def _match_telling(root: str) -> str:
    return f"^{re.escape(root)}{TELLING}/"
