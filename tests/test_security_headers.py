"""The policy that a browser is held to: on every page, and in the words of three servers."""

import re
from pathlib import Path

import pytest
from guarded import find_headers, parse_headers
from mkdocs.exceptions import PluginError
from pagescan import CSP, Scan, scan

from generator.mkdocs_plugin.identity import read_receiver
from generator.model.site_identity import SiteIdentity
from generator.pages.security_headers import (
    PAGE_POLICY,
    POLICY,
    make_policy_documents,
    name_receivers,
    write_policy,
)

FRAMED = ("/stories/a-quiet-room/embed/", "/domains/naming/embed/index.html")
UNFRAMED = (
    "/", "/stories/", "/stories/a-quiet-room/", "/stories/a-quiet-room/embedded/", "/embed/",
    "/domains/naming/", "/actions/move-the-desk/embed/", "/no-such-page", "/tell/",
)  # fmt: skip


RECEIVER = "https://formspree.io/f/abcdefgh"
TELLING = ("/tell/", "/tell/index.html", "/tell/since/", "/tell/tried/")


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
    values = dict(re.findall(r'^set (\$\w+) "(.*)";$', text, re.MULTILINE))
    tests = re.findall(r'^if \(\$uri ~ "(.*)"\) \{\n +set (\$\w+) "(.*)";\n\}$', text, re.MULTILINE)
    assert values.keys() == {"$frame_ancestors", "$connect_src"}
    assert tests
    values |= {name: value for test, name, value in tests if re.search(test, path)}
    found = dict(re.findall(r'^add_header (\S+) "(.*)" always;$', text, re.MULTILINE))
    for name, value in values.items():
        found = {header: said.replace(name, value) for header, said in found.items()}
    return {name.lower(): value for name, value in found.items()}


def _ask_apache(text: str, path: str) -> dict[str, str]:
    """Work out what Apache would send, from the few directives that the snippet uses."""
    told, *parts = text.split("<If ")
    assert parts
    for part in parts:
        test = re.match(r'"%\{REQUEST_URI\} =~ m#(.*)#">\n', part)
        assert test
        assert part.endswith("</If>\n")
        told += part if re.search(test[1], path) else ""
    found = re.findall(r'^ *Header always set (\S+) "(.*)"$', told, re.MULTILINE)
    return {name.lower(): value for name, value in found}


@pytest.mark.parametrize("root", ["/", "/stories-site/"])
@pytest.mark.parametrize(("file", "ask"), [("nginx", _ask_nginx), ("apache", _ask_apache)])
@pytest.mark.parametrize("receiver", ["", RECEIVER])
def test_the_other_servers_send_the_same_as_the_headers_file(
    file, ask, root: str, receiver: str
) -> None:
    documents = _documents(SiteIdentity(url=f"https://example.org{root}", receiver=receiver))
    rules = parse_headers(documents["_headers"])
    for path in (*FRAMED, *UNFRAMED, *TELLING):
        whole = root + path[1:]
        assert ask(documents[f"servers/{file}.conf"], whole) == find_headers(rules, whole), path


@pytest.mark.parametrize("joins", [True, False])
def test_only_the_pages_of_the_forms_may_ask_the_receiver(joins: bool) -> None:
    web = SiteIdentity(url="https://example.org/", receiver=f"{RECEIVER}?sig=a%2Fb")
    assert name_receivers(web) == f"'self' {RECEIVER}"
    rules = parse_headers(_documents(web)["_headers"])
    for path in TELLING:
        found = find_headers(rules, path, joins=joins)
        assert found[CSP] == write_policy("'none'", f"'self' {RECEIVER}"), path
    for path in ("/", "/stories/", "/stories/a-quiet-room/", "/teller/", "/stories/tell/"):
        assert RECEIVER not in find_headers(rules, path, joins=joins)[CSP], path
    changed = write_policy(connect=name_receivers(web)).split("; ")
    assert [a for a, b in zip(changed, PAGE_POLICY.split("; "), strict=True) if a != b] == [
        f"connect-src 'self' {RECEIVER}"
    ]


@pytest.mark.parametrize("receiver", ["", "/receive/story"])
def test_without_a_receiver_elsewhere_the_forms_have_the_policy_of_all_pages(receiver: str) -> None:
    assert name_receivers(SiteIdentity(receiver=receiver)) == "'self'"


@pytest.mark.parametrize(
    "told",
    [
        "https://formspree.io/f/abcdefgh",
        "https://usebasin.com/f/1a2b3c4d5e6f",
        "https://forms.hospital.example:8443/a-b_c.php",
        "https://prod-01.logic.example:443/workflows/ab/run?api-version=1&sp=%2Ftriggers&sig=a_b-c",
        "http://127.0.0.1:8000/f/x",
        "/receive/story",
    ],
)
def test_a_receiver_is_an_address_that_a_page_can_ask(told: str) -> None:
    assert read_receiver(told) == told


@pytest.mark.parametrize(
    "told",
    [
        "formspree.io/f/abc",
        "http://formspree.io/f/abc",
        "//evil.example/f",
        "https://a.example/x; script-src *",
        "https://a.example/x *",
        "https://a.example/x,https://b.example/",
        "https://a.example/'x'",
        'https://a.example/"><script>',
        "https://user:word@a.example/",
        "https://a.example/x\nX-Header: 1",
        "javascript:alert(1)",
        "mailto:a@b.example",
    ],
)
def test_any_other_receiver_is_refused_in_words(told: str) -> None:
    with pytest.raises(PluginError, match="Write the whole address"):
        read_receiver(told)


def test_the_built_site_brings_the_headers_along(built_site: Path) -> None:
    for name in ("_headers", "servers/nginx.conf", "servers/apache.conf"):
        assert "frame-ancestors" in (built_site / name).read_text(encoding="utf-8")
