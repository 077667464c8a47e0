"""The policy that a browser is held to: on every page, and in the words of three servers."""

import re
from pathlib import Path

import pytest
from guarded import find_headers, parse_headers
from pagescan import CSP, Scan, scan

from generator.model.site_identity import SiteIdentity
from generator.pages.security_headers import (
    PAGE_POLICY,
    POLICY,
    make_policy_documents,
    write_policy,
)

FRAMED = ("/stories/a-quiet-room/embed/", "/domains/naming/embed/index.html")
UNFRAMED = (
    "/", "/stories/", "/stories/a-quiet-room/", "/stories/a-quiet-room/embedded/", "/embed/",
    "/domains/naming/", "/actions/move-the-desk/embed/", "/no-such-page", "/tell/",
)  # fmt: skip


def _documents(web: SiteIdentity) -> dict[str, str]:
    return {document.address: document.content for document in make_policy_documents(web)}


def test_every_page_carries_the_policy_before_it_loads_anything(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 100
    assert {path.name for path in pages} >= {"404.html", "index.html"}
    for path in pages:
        page = scan(path)
        assert page.policies == [PAGE_POLICY], path
        assert not page.loaded_before, path


def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(built_site: Path) -> None:
    found = {path: scan(path).wrong for path in built_site.rglob("*.html")}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_the_parser_of_these_tests_sees_what_it_looks_for() -> None:
    page = Scan(
        "<style></style><script>1</script><p style='x' onclick=1><a href=' JavaScript:1'>"
        "<script type=application/ld+json>{}</script><iframe srcdoc=x></iframe>"
    )
    assert len(page.wrong) == 7
    assert page.policies == []
    assert page.loaded_before


def test_the_policy_lets_in_nothing_but_the_site_itself() -> None:
    assert POLICY["default-src"] == "'none'"
    assert POLICY["script-src"] == "'self'"
    sources = {source for value in POLICY.values() for source in value.split()}
    assert sources == {"'none'", "'self'", "'script'"}
    assert POLICY["require-trusted-types-for"] == "'script'"
    # A browser ignores it in a page, and says so in its console.
    assert "frame-ancestors" not in PAGE_POLICY


@pytest.mark.parametrize("joins", [True, False])
@pytest.mark.parametrize("root", ["/", "/stories-site/"])
def test_headers_forbid_frames_but_where_a_page_was_made_for_one(root: str, joins: bool) -> None:
    rules = parse_headers(_documents(SiteIdentity(url=f"https://example.org{root}"))["_headers"])
    for path in UNFRAMED:
        found = find_headers(rules, root + path[1:], joins=joins)
        assert found[CSP] == write_policy("'none'"), path
    for path in FRAMED:
        found = find_headers(rules, root + path[1:], joins=joins)
        assert found[CSP] == write_policy("*"), path
    for path in (*FRAMED, *UNFRAMED):
        found = find_headers(rules, root + path[1:], joins=joins)
        assert found["x-content-type-options"] == "nosniff"
        assert found["referrer-policy"] == "same-origin"
        assert "camera=()" in found["permissions-policy"]


def _ask_nginx(text: str, path: str) -> dict[str, str]:
    """Work out what nginx would send, from the few directives that the snippet uses."""
    ancestors = re.search(r'^set \$frame_ancestors "(.*)";$', text, re.MULTILINE)
    test = re.search(
        r'^if \(\$uri ~ "(.*)"\) \{\n +set \$frame_ancestors "(.*)";\n\}$', text, re.MULTILINE
    )
    assert ancestors
    assert test
    said = test[2] if re.search(test[1], path) else ancestors[1]
    found = re.findall(r'^add_header (\S+) "(.*)" always;$', text, re.MULTILINE)
    return {name.lower(): value.replace("$frame_ancestors", said) for name, value in found}


def _ask_apache(text: str, path: str) -> dict[str, str]:
    """Work out what Apache would send, from the few directives that the snippet uses."""
    before, after = text.split("<If ", 1)
    test = re.match(r'"%\{REQUEST_URI\} =~ m#(.*)#">\n', after)
    assert test
    assert after.endswith("</If>\n")
    told = before + (after if re.search(test[1], path) else "")
    found = re.findall(r'^ *Header always set (\S+) "(.*)"$', told, re.MULTILINE)
    return {name.lower(): value for name, value in found}


@pytest.mark.parametrize("root", ["/", "/stories-site/"])
@pytest.mark.parametrize(("file", "ask"), [("nginx", _ask_nginx), ("apache", _ask_apache)])
def test_the_other_servers_send_the_same_as_the_headers_file(file, ask, root: str) -> None:
    documents = _documents(SiteIdentity(url=f"https://example.org{root}"))
    rules = parse_headers(documents["_headers"])
    for path in (*FRAMED, *UNFRAMED):
        whole = root + path[1:]
        assert ask(documents[f"servers/{file}.conf"], whole) == find_headers(rules, whole), path


def test_the_built_site_brings_the_headers_along(built_site: Path) -> None:
    for name in ("_headers", "servers/nginx.conf", "servers/apache.conf"):
        assert "frame-ancestors" in (built_site / name).read_text(encoding="utf-8")
