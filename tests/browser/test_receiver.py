"""The way without an account, against a server of the test's own that answers as services do."""

import contextlib
import http.server
import json
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

import pytest
from command import run_stories
from guarded import serve_guarded
from pagescan import CSP
from playwright.sync_api import Browser, Page, expect
from posts import keep_as_formspree_does, write_letter
from small_project import TODAY, make_project
from telling import NOON, add_picture, fill_quick_win, go_to

FORM = "/f/abcdefgh"
NUMBER = re.compile(r"^\d{4}-\d{4}$")


@dataclass
class Receiver:
    """What is answered next, and the fields of what was posted, files as bytes."""

    status: int = 200
    body: str = '{"next":"/thanks","ok":true}'
    allows: bool = True
    address: str = ""
    posts: list[Mapping[str, str | bytes]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def answer(self, status: int, body: str = "", *, allows: bool = True) -> None:
        self.status, self.body, self.allows = status, body, allows
        self.posts.clear()


@contextlib.contextmanager
def run_receiver() -> Iterator[Receiver]:
    """Run a server of another origin, which takes posts as form services do."""
    receiver = Receiver()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            head = f"Content-Type: {self.headers['Content-Type']}\n\n".encode()
            parts = message_from_bytes(head + content).get_payload()
            assert isinstance(parts, list)
            fields: dict[str, str | bytes] = {}
            for part in parts:
                told = part.get_payload(decode=True)
                name = str(part.get_param("name", header="content-disposition"))
                fields[name] = told if part.get_filename() else told.decode("utf-8")
            receiver.posts.append({**fields, "_path": self.path})
            receiver.headers.append({k.lower(): v for k, v in self.headers.items()})
            self.send_response(receiver.status)
            if receiver.allows:
                self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(receiver.body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    receiver.address = f"http://127.0.0.1:{server.server_port}{FORM}"
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with run_receiver() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Path:
    """A small site whose forms go to the receiver."""
    root = make_project(tmp_path_factory.mktemp("receiving") / "site")
    settings = root / "mkdocs.yml"
    own = f"  - improvement-stories:\n      receiver: {receiver.address}\n"
    text = settings.read_text("utf-8").replace("  - improvement-stories:\n", own)
    settings.write_text(text, "utf-8")
    run = run_stories("build", "--today", TODAY, cwd=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return root


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    """The site with the headers that it asks a server for, so that both policies hold."""
    with serve_guarded(site / "site") as address:
        yield address


@pytest.fixture
def told(chromium: Browser, url: str) -> Iterator[Page]:
    """The form's last step, after a quick win has been filled in."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.clock.set_fixed_time(NOON)
    page.goto(url + "tell/")
    fill_quick_win(page)
    go_to(page, "send")
    yield page
    context.close()


def send(page: Page) -> None:
    page.get_by_role("button", name="Send it to us").click()


def test_a_story_arrives_with_a_number_and_is_imported(
    told: Page, receiver: Receiver, site: Path, url: str, tmp_path: Path
) -> None:
    receiver.answer(200, '{"next":"/thanks","ok":true}')
    expect(told.get_by_text("It goes to 127.0.0.1, where we fetch it")).to_be_visible()
    send(told)
    arrived = told.get_by_role("region", name="It has arrived")
    expect(arrived).to_be_focused()
    expect(arrived.locator("[data-reference]")).to_have_text(NUMBER)
    expect(arrived).to_contain_text("You gave no address")
    expect(arrived.get_by_role("link", name="What happens after")).to_be_visible()
    assert told.evaluate("sessionStorage.length") == 0
    expect(told.get_by_role("button", name="Send it to us")).to_be_hidden()
    expect(told.get_by_role("button", name="Download the file")).to_be_visible()
    go_to(told, "voices")
    go_to(told, "send")
    expect(arrived).to_be_visible()
    (post,) = receiver.posts
    assert post["reference"] == arrived.locator("[data-reference]").text_content()
    assert post["_path"] == FORM
    assert "file" not in post
    asked = receiver.headers[-1]
    assert asked["accept"] == "application/json"
    assert asked["referer"] == url  # the site, and not the page
    assert "cookie" not in asked
    fields = {k: v for k, v in post.items() if isinstance(v, str)}
    (site / "formspree.json").write_text(keep_as_formspree_does([fields]), "utf-8")
    made = run_stories("import", "formspree.json", cwd=site)
    assert made.returncode == 0, made.stdout + made.stderr
    assert f"its number is {post['reference']}" in made.stdout
    assert (site / "stories/2026/the-desk-that-faced-the-door.md").is_file()


# The status, the body, and whether the other site's page may read the answer.
EMPTY = '{"error":"Bad","errors":[{"code":"EMPTY","message":"Bad"}]}'
MARKUP = '{"error":"Spam <img src=x onerror=alert(1)>"}'


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((413, "<html>nginx</html>", True), "It is larger than 127.0.0.1 takes."),
        ((400, EMPTY, True), "It says: “Bad”"),
        ((422, MARKUP, True), "<img src=x onerror=alert(1)>"),
        ((429, "", True), "takes no more just now."),
        ((200, '{"ok":true}', False), "takes nothing from this page."),
        ((500, "", True), "out of order just now."),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_typed_is_lost(
    told: Page, receiver: Receiver, answer: tuple[int, str, bool], said: str
) -> None:
    status, body, allows = answer
    receiver.answer(status, body, allows=allows)
    send(told)
    words = told.locator("[data-post-status]")
    expect(words).to_contain_text(said)
    expect(words).to_contain_text("Nothing is lost: what you wrote stays here.")
    expect(words).to_contain_text("attach it to an e-mail to stories@improvement-stories.example")
    expect(told.locator("[data-arrived]")).to_be_hidden()
    assert told.evaluate("sessionStorage.length") > 0
    number = receiver.posts[0]["reference"]
    receiver.answer(200)
    send(told)
    expect(told.locator("[data-reference]")).to_have_text(str(number))
    expect(words).to_have_text("")


def test_without_a_connection_it_is_said_and_a_reload_has_the_words_still(
    told: Page, receiver: Receiver
) -> None:
    receiver.answer(200)
    told.context.set_offline(True)
    send(told)
    expect(told.locator("[data-post-status]")).to_contain_text("There is no connection just now")
    told.context.set_offline(False)
    told.reload()
    expect(told.locator("#_t-title")).to_have_value("The desk that faced the door")
    assert receiver.posts == []


def test_pictures_go_along_in_one_file_that_a_letter_brings_on(
    told: Page, receiver: Receiver, site: Path
) -> None:
    receiver.answer(200, '{"success":true}')
    add_picture(told, "A desk")
    told.locator("#_t-contact-email").fill("desk@surgery.example")
    told.locator("#_t-title").evaluate("title => { title.value = 'Another desk'; }")
    go_to(told, "send")
    send(told)
    arrived = told.get_by_role("region", name="It has arrived")
    expect(arrived).to_contain_text("they write to desk@surgery.example.")
    (post,) = receiver.posts
    assert post["email"] == "desk@surgery.example"
    assert isinstance(post["file"], bytes)
    subject, name = str(post["_subject"]), str(post["file_name"])
    assert name == "another-desk.zip"
    letter = write_letter(subject, json.dumps({}), {name: post["file"]})
    (site / "letter.eml").write_bytes(letter)
    made = run_stories("import", "letter.eml", cwd=site)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (site / "stories/2026/another-desk/picture-1.jpg").is_file()
    assert f"its number is {post['reference']}" in made.stdout


def test_a_short_form_goes_the_same_way(told: Page, receiver: Receiver, site: Path, url: str):
    receiver.answer(200)
    told.goto(url + "tell/since/?update=stories/quiet-nights")
    told.locator("#_body").fill("Still quiet.")
    told.get_by_role("button", name="Make the file").click()
    send(told)
    expect(told.locator("[data-reference]")).to_have_text(NUMBER)
    (post,) = receiver.posts
    fields = {k: v for k, v in post.items() if isinstance(v, str)}
    (site / "since.json").write_text(keep_as_formspree_does([fields]), "utf-8")
    made = run_stories("import", "since.json", cwd=site)
    assert made.returncode == 0, made.stdout + made.stderr
    assert list((site / "stories/2026/quiet-nights/updates").glob("*.md"))


def test_the_pages_of_the_forms_alone_may_ask_the_receiver(
    told: Page, site: Path, receiver: Receiver, url: str
) -> None:
    allowed = {
        path.relative_to(site / "site").as_posix()
        for path in (site / "site").rglob("*.html")
        if receiver.address in path.read_text("utf-8").partition("<body>")[0]
    }
    assert allowed == {"tell/index.html", "tell/since/index.html", "tell/tried/index.html"}
    for page, is_allowed in (("tell/", True), ("", False), ("stories/quiet-nights/", False)):
        answer = told.goto(url + page)
        assert answer
        assert (receiver.address in answer.headers[CSP]) == is_allowed
        receiver.answer(200)
        done = told.evaluate(
            "address => { const body = new FormData(); body.set('a', 'b');"
            "return fetch(address, {method: 'POST', body}).then(() => true, () => false); }",
            receiver.address,
        )
        assert done == is_allowed
        assert len(receiver.posts) == is_allowed
