"""Addresses outside the site: their form always, and whether they live only when somebody asks."""

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from click.testing import CliRunner
from command import ROOT
from waiting import PATIENCE

from generator.cli import main
from generator.rules.links import external_links
from generator.rules.links.external_links import AGENT, RequestLimits, request_urls
from generator.rules.links.urls import explain_bad_url

QUICK = RequestLimits(seconds=PATIENCE, pause=0, allows_private=True)


class Site(ThreadingHTTPServer):
    """A site on this machine that answers each path in its own way, and notes who asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[tuple[str, str, str, float]] = []
        self.is_over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        asked = (self.command, self.path, self.headers["User-Agent"], time.monotonic())
        self.server.asked.append(asked)
        name = self.path.strip("/").partition("/")[0]
        if name == "slow":
            self.server.is_over.wait(PATIENCE)  # for as long as anybody waits
        if name == "get-only" and self.command == "GET":
            name = "200"
        status = {"round": 302, "there": 301, "inside": 302, "file": 302, "get-only": 501}.get(name)
        self.send_response(status or (int(name) if name.isdigit() else 200))
        goals = {
            "round": "/round",
            "there": "/200",
            "inside": "http://127.0.0.2:1/secret",
            "file": "file:///etc/passwd",
        }
        if name in goals:
            self.send_header("Location", goals[name])
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    server.is_over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["200", "204", "there", "get-only", "403", "429", "401"])
def test_an_address_that_somebody_answers_is_alive(site, path):
    assert request_urls([f"{site.url}/{path}"], QUICK) == {}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("404", "not there any more (404)"),
        ("410", "not there any more (410)"),
        ("500", "an error (500)"),
        ("round", "arrives nowhere"),
        ("file", "not answered"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_words(site, path, words):
    (said,) = request_urls([f"{site.url}/{path}"], QUICK).values()
    assert words in said


def test_an_address_that_keeps_us_waiting_is_told(site):
    address = f"{site.url}/slow"
    told = request_urls([address], replace(QUICK, seconds=0.5))
    assert "not answered within 0.5 seconds" in told[address]


def test_a_site_that_is_not_there_is_told(site):
    site.server_close()
    address = f"{site.url}/200"
    assert request_urls([address], QUICK) == {address: "was not answered"}


def test_the_head_is_asked_for_first_and_the_page_only_where_that_fails(site):
    request_urls([f"{site.url}/200", f"{site.url}/get-only"], QUICK)
    assert [(method, path) for method, path, *_ in site.asked] == [
        ("HEAD", "/200"),
        ("HEAD", "/get-only"),
        ("GET", "/get-only"),
    ]
    assert {agent for *_, agent, _ in site.asked} == {AGENT}


def test_one_site_is_asked_one_thing_at_a_time_with_a_pause_between(site):
    request_urls([f"{site.url}/20{n}" for n in (0, 1, 2)], replace(QUICK, pause=0.2))
    times = [at for *_, at in site.asked]
    assert all(later - sooner >= 0.19 for sooner, later in pairwise(times))


def test_an_address_is_asked_once_however_often_it_stands(site):
    request_urls([f"{site.url}/200"] * 5, QUICK)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.0.0.7", "169.254.169.254", "[::ffff:a00:7]"],
)
def test_no_private_network_is_asked(site, host):
    address = f"http://{host}:{site.server_port}/200"
    (said,) = request_urls([address], replace(QUICK, allows_private=False)).values()
    assert "private network" in said
    assert site.asked == []


def test_no_redirect_leads_into_a_private_network(site, monkeypatch):
    """The site stands for one of the open web; what it leads to does not."""
    known = external_links._is_public
    monkeypatch.setattr(
        external_links, "_is_public", lambda number: number == "127.0.0.1" or known(number)
    )
    (said,) = request_urls([f"{site.url}/inside"], replace(QUICK, allows_private=False)).values()
    assert "private network" in said


@pytest.mark.parametrize(
    "address",
    [
        "https://www.england.nhs.uk/a/b?c=d&e=%20#f",
        "http://hospital.example:8080/",
        "https://hospital.example./",
        "HTTPS://Hospital.Example/",
        "https://bücher.example/",
        "https://xn--bcher-kva.example/",
        "https://почта.рф/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/",
        "mailto:ward7@hospital.example?subject=The%20screen",
        "mailto:a@b.example,c@d.example",
        "tel:+441234567890",
        "tel:020-7946-0018",
    ],
)
def test_an_address_of_sound_form_is_left_alone(address):
    assert explain_bad_url(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https:hospital.example",
        "https:///hospital.example",
        "https://",
        "https://?q",
        "https://hospital",
        "https://localhost/",
        "https://ward.local/",
        "https://192.168.0.1/",
        "https://[::1]/",
        "https://[::1",
        "https://127.0.0.1.5/",
        "https://me@hospital.example/",
        "https://me:secret@hospital.example/",
        "https://hospital.example:99999/",
        "https://hospital.example:port/",
        "https://-hospital.example/",
        "https://hospital_.example/",
        "https://hospital..example/",
        "https://hosp%69tal.example/",
        "https://hospital.example\\@evil.example/",
        "https://hospital.example/a b",
        "https://hospital.example/%0d%0aSet-Cookie:x",
        "https://hospital.example/%E2%80%AEfdp",
        "https://раypal.example/",
        "https://xn--ypal-43d9g.example/",
        "https://xn--\ud800.example/",
        f"https://hospital.example/{'a' * 2000}",
        f"https://{'a' * 64}.example/",
        "mailto:",
        "mailto:ward 7",
        "mailto:ward7",
        "tel:",
        "tel:999-ASK",
    ],
)
def test_an_address_of_unsound_form_is_told_with_what_to_do(address):
    why, hint = explain_bad_url(address)
    assert why
    assert hint


@pytest.mark.site
def test_the_command_asks_only_when_it_is_told_to(project, site, monkeypatch):
    monkeypatch.setattr("generator.cli.check_external.RequestLimits", lambda: QUICK)
    monkeypatch.setattr("generator.cli.check_external.explain_bad_url", lambda _: None)
    form = sys.modules["generator.rules.links.address_malformed"]
    monkeypatch.setattr(form, "explain_bad_url", lambda _: None)
    story = project / "stories/2026/a-quiet-room/index.md"
    more = f"See [their page]({site.url}/404#top) and [this]({site.url}/200).\n"
    text = f"{story.read_text('utf-8')}\n{more}"
    story.write_text(text, "utf-8")
    config = ["-f", str(project / "mkdocs.yml"), "--today", "2026-11-23"]
    only = str(story)

    quiet = CliRunner().invoke(main, ["check", only, *config])
    assert quiet.exit_code == 0
    assert site.asked == []

    told = CliRunner().invoke(main, ["check", only, "--external", *config])
    assert told.exit_code == 0, told.output
    place = f"{story.relative_to(project).as_posix()}:{text.count(chr(10))}:"
    assert f"{place}18  warning R615" in told.output
    assert "not there any more (404)" in told.output.replace("\n  ", " ")
    assert {path for _, path, *_ in site.asked} == {"/404", "/200"}
    about = project / "content/about.md"
    about.write_text(f"# About\n\n[us]({site.url}/410)\n", "utf-8")
    assert (
        "content/about.md:3:6  warning R615"
        in CliRunner().invoke(main, ["check", str(about), "--external", *config]).output
    )
    assert (
        CliRunner().invoke(main, ["check", only, "--external", "--strict", *config]).exit_code == 1
    )

    settings = (project / "mkdocs.yml").read_text("utf-8")
    off = "improvement-stories:\n      rules: {R615: 'off'}\n"
    (project / "mkdocs.yml").write_text(settings.replace("improvement-stories:\n", off), "utf-8")
    site.asked.clear()
    assert "R615" not in CliRunner().invoke(main, ["check", only, "--external", *config]).output
    assert site.asked == []


def test_nothing_else_of_the_program_can_ask_a_network():
    """The engine's own preview serves, and asks nobody."""
    askers = (
        "urllib.request",
        "http.client",
        "import socket",
        "import requests",
        "httpx",
        "urlopen",
    )
    for path in (ROOT / "generator").rglob("*.py"):
        if path != ROOT / "generator/rules/links/external_links.py":
            text = path.read_text(encoding="utf-8")
            assert not [name for name in askers if name in text], path
