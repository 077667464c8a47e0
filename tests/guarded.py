"""A folder served with the headers that its `_headers` file asks for."""

import contextlib
import http.server
import re
from collections.abc import Iterator
from pathlib import Path

from serving import serve_with

Rule = tuple[str, list[str], dict[str, str]]


def parse_headers(text: str) -> list[Rule]:
    """Read `_headers`: for each path, the headers that it drops and those that it sets."""
    rules: list[Rule] = []
    for line in text.splitlines():
        if not line.startswith(" "):
            rules.append((line, [], {}))
        elif line.strip().startswith("!"):
            rules[-1][1].append(line.strip()[1:].strip().lower())
        else:
            name, _, value = line.strip().partition(":")
            rules[-1][2][name.lower()] = value.strip()
    return rules


def _matches(pattern: str, path: str) -> bool:
    parts = re.split(r"(\*|:\w+)", pattern)
    wild = {"*": ".*"}
    regex = (wild.get(p) or ("[^/]+" if p.startswith(":") else re.escape(p)) for p in parts)
    return re.fullmatch("".join(regex), path) is not None


def find_headers(rules: list[Rule], path: str, *, joins: bool = True) -> dict[str, str]:
    """Find the headers of a path, as a server that joins matching rules, or lets the last win.

    Only the first kind knows the line that drops a header.
    """
    found: dict[str, str] = {}
    for pattern, dropped, headers in rules:
        if not _matches(pattern, path):
            continue
        if joins:
            for name in dropped:
                found.pop(name, None)
        for name, value in headers.items():
            found[name] = f"{found[name]}, {value}" if joins and name in found else value
    return found


class _Guarded(http.server.SimpleHTTPRequestHandler):
    rules: tuple[Rule, ...] = ()
    reports: list[str] | None = None

    def end_headers(self) -> None:
        for name, value in find_headers(list(self.rules), self.path.partition("?")[0]).items():
            is_policy = self.reports is not None and name == "content-security-policy"
            self.send_header(name, f"{value}; report-uri /_reports" if is_policy else value)
        super().end_headers()

    def do_POST(self) -> None:
        """Take a browser's report of what the policy forbade."""
        report = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.reports is not None and self.path == "/_reports":
            self.reports.append(report)
        self.send_response(204)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        own = Path(self.directory, "404.html")
        page = own.read_bytes() if own.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serve_guarded(
    site: Path, headers: str | None = None, reports: list[str] | None = None
) -> Iterator[str]:
    """Serve a site as its own `_headers` says, or as another text says; give its address.

    What browsers report as forbidden by the policy is kept in `reports`, if that is given.
    """
    text = (site / "_headers").read_text("utf-8") if headers is None else headers
    own = {"rules": tuple(parse_headers(text)), "reports": reports}
    handler = type("_Here", (_Guarded,), own)
    with serve_with(handler, site) as address:
        yield address
