"""The whole site in a browser that is held to the policy: every feature, and not one violation."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from guarded import serve_guarded
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import serve_site
from waiting import wait_until

STORY = "stories/a-quiet-room/"
LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  console.error(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});"""


@pytest.fixture(scope="module")
def guarded_url(built_site: Path) -> Iterator[str]:
    """The sample site, served with its own headers."""
    with serve_guarded(built_site) as url:
        yield url


def _listen(context: BrowserContext, said: list[str]) -> None:
    """Note all that the browser says, but that a server has no icon for a page without one."""
    context.add_init_script(LISTEN)
    context.on(
        "console",
        lambda message: (
            message.location["url"].endswith("/favicon.ico")
            or said.append(f"{message.text} ({message.location['url']})")
        ),
    )
    context.on("weberror", lambda error: said.append(str(error.error)))


@pytest.fixture
def reader(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A reader's page, and whatever its browser has to say against it."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    said: list[str] = []
    _listen(context, said)
    yield context.new_page(), said
    context.close()


def test_search_and_facets_work_under_the_policy(reader, guarded_url: str) -> None:
    page, said = reader
    page.goto(guarded_url + "about/")
    page.keyboard.press("/")
    page.locator("#_q").fill("nickname")
    expect(page.locator(".result__title").first).to_be_visible()
    page.locator(".result__title").first.click()
    page.wait_for_url(re.compile("/(stories|actions|domains)/"))
    page.goto(guarded_url + "stories/?q=room")
    expect(page.locator("#_count")).not_to_have_text("")
    page.locator("#_facets details").first.evaluate("facet => { facet.open = true; }")
    page.locator("#_facets input[type=checkbox]").first.check()
    page.locator("#_bar select").select_option("evidence")
    expect(page.locator("#_cards")).to_have_attribute("aria-busy", "false")
    assert said == []


def test_a_story_and_its_ways_of_passing_on_work_under_the_policy(reader, guarded_url: str) -> None:
    page, said = reader
    page.goto(guarded_url + STORY)
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.get_by_role("button", name="Dark page").click()
    assert page.evaluate(paper) != before
    for summary in page.locator("main details > summary").all():
        summary.click()
    for button in page.locator("[data-pass]:visible").all():
        button.click()
    expect(page.locator("[data-pass-said]")).not_to_have_text("")
    with page.expect_download() as download:
        page.get_by_role("link", name="QR code for a poster").click()
    assert download.value.suggested_filename.endswith(".svg")
    page.evaluate("void (window.print = () => { window.printed = true; })")
    page.locator("[data-print=huddle]").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert page.pdf()
    assert page.locator("svg.chart").count() >= 1
    assert page.evaluate("document.fonts.size") >= 4
    assert page.evaluate("[...document.images].every((i) => i.loading === 'lazy' || i.width)")
    assert said == []


def test_the_form_works_under_the_policy(reader, guarded_url: str) -> None:
    page, said = reader
    page.goto(guarded_url + "tell/")
    page.locator("#_keep").check()
    answers = {
        "title": "A bell by the door of the day room",
        "summary": "We hung a bell by the door, and people ring it when they want to go home.",
    }
    for name, value in answers.items():
        page.locator(f"[name='{name}']").evaluate(
            "(field, value) => { field.value = value;"
            " field.dispatchEvent(new Event('input', { bubbles: true })); }",
            value,
        )
    form = page.locator("#_tell")
    for control in form.locator("select[name]").all():
        values = control.evaluate("s => [...s.options].map((o) => o.value).filter(Boolean)")
        control.evaluate("(s, value) => { s.value = value; }", values[0])
    form.locator("[name=domains]").first.evaluate("box => { box.checked = true; }")
    form.locator("[name=status]").first.evaluate("box => { box.checked = true; }")
    form.locator("textarea[name^='body.']").first.evaluate(
        "area => { area.value = 'We hung a bell by the door of the day room in March, low enough"
        " for anybody in a chair to reach, and people rang it.'; }"
    )
    form.locator("[data-add]").first.evaluate("button => button.click()")
    form.locator("[data-remove]").first.evaluate("button => button.click()")
    form.locator("[data-go=send]").first.evaluate("button => button.click()")
    expect(form.locator("[data-preview] article")).to_be_visible()
    doors = form.locator("[data-send]")
    expect(doors, form.locator("[role=alert], .ask__error").all_inner_texts()).to_be_visible()
    with page.expect_download() as download:
        doors.locator("[data-download]").click()
    assert download.value.suggested_filename.endswith(".md")
    doors.locator("[data-copy]").click()
    expect(form.locator("[data-status]")).to_have_text("The text is copied.")
    assert "A bell by the door" in page.evaluate("navigator.clipboard.readText()")
    assert said == []


def test_every_kind_of_page_opens_without_a_violation(
    reader, guarded_url: str, built_site: Path
) -> None:
    page, said = reader
    kinds: dict[str, str] = {}
    for path in sorted(built_site.rglob("index.html")):
        address = path.parent.relative_to(built_site).as_posix()
        parts = address.split("/")
        kinds.setdefault(f"{parts[0]} {len(parts)} {parts[-1] == 'embed'}", address)
    assert len(kinds) > 16
    for address in kinds.values():
        page.goto(guarded_url + ("" if address == "." else f"{address}/"))
        assert page.locator("h1").count() == 1
    assert said == []
    page.goto(guarded_url + "no/such/page/")
    assert page.locator("h1").inner_text() == "There is no page here"
    assert page.evaluate("document.fonts.ready.then((fonts) => fonts.size)") >= 4
    assert [each for each in said if "404" not in each] == []


def test_an_old_address_leads_on_under_the_policy(
    chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    """The page of an old name is built from the same shell; here it is put where one would be."""
    from generator.pages.security_headers import PAGE_POLICY  # noqa: PLC0415

    site = tmp_path / "site"
    site.mkdir()
    for name in ("assets", "_headers", "404.html", STORY):
        target = site / name.rstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(built_site / name.rstrip("/"))
    shell = (built_site / "about/index.html").read_text("utf-8")
    head = '<script src="../../assets/js/redirect.js" data-to="../a-quiet-room/"></script>'
    assert PAGE_POLICY.split(";", maxsplit=1)[0].split()[0] in shell
    old = site / "stories/the-cupboard/index.html"
    old.parent.mkdir(parents=True)
    old.write_text(shell.replace("</head>", f"{head}</head>"), "utf-8")
    said: list[str] = []
    context = chromium.new_context()
    _listen(context, said)
    with serve_guarded(site) as url:
        page = context.new_page()
        page.goto(url + "stories/the-cupboard/?from=poster#_pass")
        page.wait_for_url(url + STORY + "?from=poster#_pass")
    context.close()
    assert [each for each in said if "violation" in each] == []


def test_a_frame_opens_on_another_site_and_a_page_does_not(
    reader, guarded_url: str, tmp_path: Path
) -> None:
    page, said = reader
    frames = "".join(
        f'<iframe name="{name}" src="{guarded_url}{address}"></iframe>'
        for name, address in (
            ("story", STORY + "embed/"),
            ("domain", "domains/naming/embed/"),
            ("page", STORY),
        )
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Ours</title>{frames}", "utf-8")
    with serve_site(tmp_path) as other:
        page.goto(other)
        for name in ("story", "domain"):
            expect(page.frame_locator(f"[name={name}]").locator("h1")).to_be_visible()
        assert page.frame("page").url.startswith("chrome-error:")
    refused = [each for each in said if "frame-ancestors" in each or "frame because" in each]
    assert refused
    assert [each for each in said if each not in refused] == []


def test_the_policy_stops_a_script_that_got_into_a_page(
    chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    """The second lock: without a server's headers, the page's own line has to hold."""
    shell = (built_site / "stories/a-quiet-room/embed/index.html").read_text("utf-8")
    bad = "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>"
    (tmp_path / "index.html").write_text(shell.replace("<main>", f"<main>{bad}"), "utf-8")
    said: list[str] = []
    context = chromium.new_context()
    _listen(context, said)
    with serve_site(tmp_path) as url:
        page = context.new_page()
        page.goto(url)
        assert wait_until(lambda: _count_violations(page, said) >= 2)
        assert page.evaluate("window.pwned") is None
    context.close()
    assert all(each.startswith("violation: script-src") for each in said if "violation:" in each)


def test_no_text_becomes_an_element_or_a_program_in_a_page(reader, guarded_url: str) -> None:
    """What the site's own scripts may not do, no mistake in them can do either."""
    page, said = reader
    page.goto(guarded_url + "stories/")
    for attempt in (
        "document.body.innerHTML = '<img src=x>'",
        "document.body.insertAdjacentHTML('beforeend', '<p>x</p>')",
        "document.createElement('iframe').srcdoc = 'x'",
        "new DOMParser().parseFromString('<p>x</p>', 'text/html')",
        "document.createElement('script').src = 'x.js'",
        "new Worker('x.js')",
        "trustedTypes.createPolicy('another', { createHTML: (text) => text })",
        "trustedTypes.createPolicy('improvement-stories', { createHTML: (text) => text })",
    ):
        # In a task of its own: what a test evaluates itself, the browser trusts.
        page.evaluate(
            "window.tried = false; void setTimeout(() => {"
            f" try {{ {attempt}; window.done = true; }} finally {{ window.tried = true; }} }})"
        )
        page.wait_for_function("window.tried")
        assert page.evaluate("window.done") is None, attempt
    assert wait_until(lambda: _count_violations(page, said) >= 7)


def _count_violations(page: Page, said: list[str]) -> int:
    page.evaluate("0")  # what the browser has to say comes with an answer
    return len([each for each in said if "violation" in each])
