"""Thousands of payloads in all that a contributor can write, in a browser with no policy to help.

The policy is switched off here, because it would hide a hole: what stops a payload has to be the
way in which the page was written.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from payloads import make_payloads
from playwright.sync_api import Browser, Page, Request, expect
from serving import serve_site

TYPED = ("script", "onerror", "javascript", "pwned", "svg onload", "<img src=x onerror=pwned=1>")
# What of a page could run, lead astray or pass for the site's own, by what a browser made of it.
INSPECT = """() => {
  const wrong = [];
  const say = (element, why) => wrong.push(`${why}: ${element.outerHTML.slice(0, 120)}`);
  // A heading called “pwned” may have that for its anchor, and nothing of the site asks for it.
  const left = window.pwned;
  if (left !== undefined && left !== document.getElementById("pwned")) wrong.push(`ran: ${left}`);
  const ids = new Set();
  const schemes = ["http:", "https:", "mailto:", "tel:"];
  const never = new Set("base embed frame frameset iframe marquee object portal style".split(" "));
  for (const element of document.querySelectorAll("*")) {
    if (never.has(element.localName)) say(element, "element");
    if (element.localName === "script" && element.type !== "application/ld+json"
      && new URL(element.src || "data:").origin !== location.origin) say(element, "script");
    for (const { name } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$/i.test(name)) say(element, name);
    }
    if (element.localName === "a" && element.hasAttribute("href")
      && !schemes.includes(element.protocol)) say(element, "scheme");
    if (element.id) {
      if (ids.has(element.id)) say(element, "twice");
      ids.add(element.id);
    }
  }
  const plain = new Set(("a blockquote br code em h2 h3 h4 h5 h6 hr img li ol p pre s strong table "
    + "tbody td th thead tr ul").split(" "));
  for (const element of document.querySelectorAll(".reading__main > .prose *")) {
    if (!plain.has(element.localName)) say(element, "in the prose");
    if (element.className || element.id.startsWith("_")) say(element, "dressed");
  }
  return wrong;
}"""


class _Watch:
    """A reader's page that notes every dialog, foreign request and missing file."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url, self.said = page, url, []
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.on("request", self._note)
        page.on(
            "response",
            lambda answer: (
                answer.status < 400
                or answer.url.endswith("/favicon.ico")
                or self.said.append(f"missing: {answer.url}")
            ),
        )

    def _note(self, request: Request) -> None:
        if not request.url.startswith(self.url):
            self.said.append(f"foreign: {request.url}")

    def visit(self, address: str) -> None:
        """Open a page and look it over."""
        self.page.goto(self.url + address)
        self.inspect(address)

    def inspect(self, where: str) -> None:
        """Look over the page as it is now."""
        assert self.page.evaluate(INSPECT) == [], where
        assert self.said == [], where


@pytest.fixture(scope="module")
def attacked_url(attacked_site: Path) -> Iterator[str]:
    """The attacked site, served without any header."""
    with serve_site(attacked_site) as url:
        yield url


@pytest.fixture
def watch(chromium: Browser, attacked_url: str) -> Iterator[_Watch]:
    """A reader whose browser is held to no policy."""
    context = chromium.new_context(bypass_csp=True)
    yield _Watch(context.new_page(), attacked_url)
    context.close()


def test_the_payloads_run_where_nothing_stops_them(chromium: Browser, tmp_path: Path) -> None:
    """Or else the other tests would show nothing."""
    tried = make_payloads()[:250]
    frames = "".join(f'<iframe srcdoc="{html.escape(each)}"></iframe>' for each in tried)
    (tmp_path / "index.html").write_text(f"<!doctype html>{frames}", "utf-8")
    asked: set[str] = set()
    context = chromium.new_context()
    page = context.new_page()
    page.on("request", lambda request: "pwned.example" in request.url and asked.add(request.url))
    page.route(re.compile("pwned.example"), lambda route: route.abort())
    with serve_site(tmp_path) as url:
        page.goto(url)
        ran = page.evaluate(
            "Array.from(frames).filter((each) => typeof each.pwned === 'number').length"
        )
    context.close()
    assert ran + len(asked) > 30, (ran, len(asked))


def test_no_page_of_a_record_runs_or_fetches_anything(watch: _Watch, attacked_site: Path) -> None:
    for folder in ("stories", "actions"):
        for path in sorted((attacked_site / folder).glob("[as][0-9][0-9]/index.html")):
            watch.visit(f"{folder}/{path.parent.name}/")
    assert watch.page.locator(".voice").count() > 0


def test_no_list_and_no_page_beside_a_record_runs_anything(
    watch: _Watch, attacked_site: Path
) -> None:
    pages = {
        path.parent.relative_to(attacked_site).as_posix() for path in attacked_site.rglob("*.html")
    }
    for page in sorted(pages):
        is_record = re.fullmatch(r"(stories|actions)/[as]\d\d", page)
        is_alike = re.search(r"/(s[0-3][1-9]/embed|old-\d+)$|^guide/rules/", page)
        if not is_record and not is_alike:
            watch.visit("" if page == "." else f"{page}/")
    watch.visit("stories/old-3/")
    watch.page.wait_for_url("**/stories/s03/")


@pytest.mark.parametrize(
    "address", ["feed.xml", "domains/naming/feed.xml", "stories/s03/qr.svg", "sitemap.xml"]
)
def test_no_feed_and_no_drawing_runs_anything(watch: _Watch, address: str) -> None:
    watch.page.goto(watch.url + address)
    assert watch.page.evaluate("window.pwned") is None
    assert watch.page.evaluate(
        "[...document.querySelectorAll('*')].every((each) =>"
        " each.localName !== 'script' && ![...each.attributes].some((a) => /^on/i.test(a.name)))"
    )
    assert watch.said == []


def test_no_result_of_a_search_runs_anything(watch: _Watch) -> None:
    watch.page.goto(watch.url + "about/")
    watch.page.keyboard.press("/")
    for words in TYPED:
        watch.page.locator("#_q").fill(words)
        said = re.compile(r"\bha(s|ve)\b|Nothing|Only pages")
        expect(watch.page.locator("#_found")).to_have_text(said)
        watch.page.wait_for_timeout(150)
        while (more := watch.page.locator(".search__more")).count():
            shown = watch.page.locator(".result__title").count()
            more.click()
            expect(watch.page.locator(".result__title").nth(shown)).to_be_attached()
            if shown > 24:
                break
        watch.inspect(words)
    watch.page.locator("#_q").fill("onerror")
    expect(watch.page.locator(".result__excerpt").first).to_contain_text("onerror")
    expect(watch.page.locator(".result__title").nth(7)).to_be_attached()


def test_no_narrowed_list_runs_anything(watch: _Watch) -> None:
    cards = watch.page.locator("#_cards")
    for query in ("?q=onerror&show=48", "?setting=ward&sort=evidence&show=48", "?q=<svg+onload=x>"):
        watch.page.goto(watch.url + "stories/" + query)
        expect(cards).to_have_attribute("aria-busy", "false")
        watch.inspect(query)
    watch.page.goto(watch.url + "stories/?q=onerror&show=48")
    expect(cards.locator("article").nth(20)).to_be_attached()


def test_no_answer_runs_in_the_preview_of_the_form(watch: _Watch) -> None:
    page = watch.page
    page.goto(watch.url + "tell/")
    payloads = iter(make_payloads())
    form = page.locator("#_tell")
    for button in form.locator("[data-add]").all():
        button.evaluate("button => button.click()")
    for field in form.locator("input[type=text], input:not([type]), textarea[name]").all():
        words = " ".join(next(payloads) for _ in range(6))
        field.evaluate(
            "(field, words) => { field.value = words;"
            " field.dispatchEvent(new Event('input', { bubbles: true }));"
            " field.dispatchEvent(new Event('change', { bubbles: true })); }",
            words,
        )
    for step in form.locator("[data-go]").all():
        step.evaluate("step => step.click()")
    form.locator("[data-go=send]").first.evaluate("button => button.click()")
    expect(form.locator("[data-preview] article")).to_be_visible()
    assert "pwned=" in form.locator("[data-preview]").inner_text()
    watch.inspect("the preview")
