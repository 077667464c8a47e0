"""A story goes on: from a page's quiet line to a merged and rebuilt site, by each kind of hand."""

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from barriers import find_barriers
from command import run_stories
from guarded import serve_guarded
from other_browsers import Firefox, FirefoxPage
from playwright.sync_api import Browser, Locator, Page, expect
from serving import serve_site
from small_project import make_project
from telling import NOON
from waiting import wait_until

STORY = "stories/quiet-nights/"
WHY = "Our bins are in a <yard>, & nobody hears them"
SINCE = "The bin lorry comes at six now."
TRIED_LINE = "Did you try this too?"


class Begun(NamedTuple):
    """A site under Git, built and served."""

    root: Path
    url: str


def git(folder: Path, *arguments: str) -> None:
    named = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | named)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    root = make_project(tmp_path_factory.mktemp("begun") / "main")
    (root / ".gitignore").write_text("site/\n.cache/\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "begun")
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    reports: list[str] = []
    with serve_guarded(root / "site", reports=reports) as url:
        yield Begun(root, url)
    assert reports == []


@contextlib.contextmanager
def merge(begun: Begun, folder: Path, *files: Path) -> Iterator[str]:
    """Import files into a clone, on a branch of their own; merge that, rebuild, serve the site."""
    clone = folder / "clone"
    git(folder, "clone", "-q", str(begun.root), str(clone))
    git(clone, "checkout", "-q", "-b", "told")
    run = run_stories("import", *map(str, files), cwd=clone)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "nothing in them stops publication" in run.stdout
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "told")
    git(clone, "checkout", "-q", "main")
    git(clone, "merge", "-q", "--no-ff", "-m", "merge told", "told")
    run = run_stories("build", cwd=clone)
    assert run.returncode == 0, run.stderr
    with serve_site(clone / "site") as url:
        yield url


def save(page: Page, folder: Path, act: Callable[[], None]) -> Path:
    """Take what the browser itself downloads."""
    with page.expect_download() as coming:
        act()
    file = folder / str(len(list(folder.iterdir()))) / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def open_form(page: Page, begun: Begun, line: str) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(begun.url + STORY)
    if line != TRIED_LINE:
        page.get_by_text("Edit this page").click()
    page.get_by_role("link", name=line).click()
    expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()


def expect_goes_on(find: Callable[[str], str]) -> None:
    """Hold the rebuilt page, given as a way to its text, to what was told."""
    told = " ".join(find("main").split())
    assert "Looked at and decided against in 1 place" not in told  # a story tried it too
    assert "Tried in 1 place, kept in 1; decided against in 1" in told
    assert WHY in told
    assert "What has happened since" in told
    assert "1 new figure for “People woken by noise”, November 2026" in told
    assert SINCE in told


def test_what_is_told_in_chromium_stands_on_the_rebuilt_page(
    page: Page, begun: Begun, tmp_path: Path
) -> None:
    open_form(page, begun, TRIED_LINE)
    make = page.get_by_role("button", name="Make the file")
    make.click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what came of it.")
    page.get_by_label("We looked at it, and decided against it").check()
    page.get_by_label("Your ward, clinic or team").fill("Ash Ward")
    page.get_by_label("Where did you try it?").select_option(label="Hospice")
    page.get_by_label("Why, in one line?").fill(WHY)
    make.click()
    download = page.get_by_role("button", name="Download it")
    tried = save(page, tmp_path, download.click)
    open_form(page, begun, "Tell what has happened since")
    expect(page.get_by_text("The last: 2 people on 1 October 2026.")).to_be_visible()
    page.get_by_label("Day, or the first of the month").fill("2026-11-01")
    page.get_by_label("Value", exact=True).fill("1")
    page.get_by_label("Still so, a year later").check()
    page.get_by_label("What has happened since?").fill(SINCE)
    make.click()
    since = save(page, tmp_path, download.click)
    with merge(begun, tmp_path, tried, since) as url:
        page.goto(url + STORY)
        expect_goes_on(lambda selector: page.locator(selector).inner_text())
        expect(page.get_by_text("Ash Ward (hospice), November 2026")).to_be_visible()
        page.goto(url + "stories/")
        expect(page.locator(".card__fared").first).to_have_text(
            "Tried in 1 place, kept in 1; decided against in 1"
        )


def test_what_is_told_in_firefox_stands_on_the_rebuilt_page(
    firefox: Firefox, firefox_page: FirefoxPage, begun: Begun, tmp_path: Path
) -> None:
    page = firefox_page

    def fill(selector: str, words: str) -> None:
        page.click(selector)
        page.type_until(f"document.querySelector({selector!r}).value === {words!r}", words)

    def take() -> Path:
        known = set(firefox.downloads.iterdir())
        page.click(".short button[type=submit]")
        page.wait_for("document.activeElement.matches('.short__ways')")
        page.click("[data-way=download]")
        assert wait_until(lambda: set(firefox.downloads.glob("*.md")) - known)
        (file,) = set(firefox.downloads.glob("*.md")) - known
        assert wait_until(lambda: file.read_text().startswith("---"))
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return file.rename(folder / file.name)

    page.stop_clock(NOON)
    page.goto(begun.url + STORY)
    page.click("a[href*='tell/tried/']")
    page.wait_for("document.querySelector('[data-goal] a')?.textContent === 'Quiet nights'")
    page.click("[value=decided-against]")
    fill("#_why", WHY)
    tried = take()
    page.goto(begun.url + STORY)
    page.click("details.edit summary")
    page.click("a[href*='tell/since/']")
    page.wait_for("document.querySelector('[data-goal] a')?.textContent === 'Quiet nights'")
    page.evaluate("void (document.querySelector('#_m0-date').value = '2026-11-01')")
    fill("#_m0-value", "1")
    fill("#_body", SINCE)
    since = take()
    assert page.said == []
    with merge(begun, tmp_path, tried, since) as url:
        page.goto(url + STORY)
        expect_goes_on(lambda it: page.evaluate(f"document.querySelector({it!r}).innerText"))


def test_a_whole_story_begins_with_what_the_short_form_knows(page: Page, begun: Begun) -> None:
    page.goto(begun.url + "tell/?from=actions/a-clock")
    expect(page).to_have_url(begun.url + "tell/tried/?from=actions/a-clock")
    expect(page.get_by_role("link", name="A clock to look at")).to_be_visible()
    page.get_by_label("We kept it", exact=True).check()
    page.get_by_label("Your ward, clinic or team").fill("Ash Ward")
    page.get_by_label("What did you change for your own place?").fill("Ours has numbers.")
    page.get_by_role("link", name="Tell the whole story instead").click()
    title = page.get_by_label("What is the title of your story?")
    expect(title).to_be_visible()
    assert "Ash" not in page.url
    expect(page.get_by_label("Naming")).to_be_checked()
    expect(page.locator("#_t-setting")).to_have_value("ward")
    expect(page.locator("#_t-team")).to_have_value("Ash Ward")
    expect(page.locator("#_t-adapted")).to_have_value("Ours has numbers.")
    expect(page.locator("#_t-adapted_from")).to_have_value("a-clock")
    title.fill("A clock for the night")
    page.reload()
    expect(title).to_have_value("A clock for the night")
    expect(page.locator("#_t-adapted_from")).to_have_value("a-clock")
    page.locator("[data-go=lessons]").click()
    with page.expect_response("**/stories.json"):
        page.locator("#_t-adapted_from").focus()
    offered = page.locator("datalist option[value=a-clock]")
    expect(offered).to_have_attribute("label", "A clock to look at")
    page.locator("[data-go=send]").click()
    expect(page.get_by_role("alert")).not_to_contain_text("a-clock")


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the focus is there, as somebody does who has no mouse."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if goal.evaluate("it => it === document.activeElement"):
            return
    message = f"no Tab leads to {goal}"
    raise AssertionError(message)


def test_the_short_forms_are_filled_in_by_the_keyboard_alone(
    page: Page, begun: Begun, tmp_path: Path
) -> None:
    page.goto(begun.url + STORY)
    page.get_by_role("link", name=TRIED_LINE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()
    tab_to(page, page.get_by_label("We kept it", exact=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("We kept it, in our own way")).to_be_checked()
    tab_to(page, page.get_by_label("Where did you try it?"))
    page.keyboard.type("Hosp")
    tab_to(page, page.get_by_label("Why, in one line?"))
    page.keyboard.type("It is quiet")
    tab_to(page, page.get_by_role("button", name="Make the file"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Send it")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Download it"))
    file = save(page, tmp_path, lambda: page.keyboard.press("Enter"))
    assert 'outcome: "adapted"\nwhy: "It is quiet"' in file.read_text()
    page.goto(begun.url + STORY)
    page.get_by_text("Edit this page").focus()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Tell what has happened since"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Value", exact=True))
    page.keyboard.type("1")
    tab_to(page, page.get_by_role("button", name="Make the file"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Enter the day of the value")


def test_the_short_forms_are_filled_in_by_touch_on_a_narrow_screen(
    chromium: Browser, begun: Begun, tmp_path: Path
) -> None:
    phone = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = phone.new_page()
    page.goto(begun.url + STORY)
    page.get_by_text("Edit this page").tap()
    page.get_by_role("link", name="Tell what has happened since").tap()
    page.get_by_label("In place").tap()
    page.get_by_role("button", name="Make the file").tap()
    file = save(page, tmp_path, page.get_by_role("button", name="Download it").tap)
    assert 'status: "made"' in file.read_text()
    for form in ("since/?update=quiet-nights", "tried/?from=stories/quiet-nights"):
        page.goto(f"{begun.url}tell/{form}")
        expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        small = page.evaluate(
            "[...document.querySelectorAll('.short :is(a, button, input, select, textarea)')]"
            ".filter(e => e.offsetParent && !e.closest('p.small, strong'))"
            ".map(e => e.type === 'radio' ? e.closest('p') : e)"
            ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
        )
        assert small == []
    phone.close()


def read_tree(page: Page) -> list[str]:
    """List what the browser hands to a screen reader and has a name, in its order."""
    tree = page.locator("form.short").aria_snapshot()
    return re.findall(
        r'- ((?:group|radio|textbox|combobox|button|link) "[^"]+"(?: \[\w+\])?)', tree
    )


def test_the_short_forms_read_right_in_the_accessibility_tree(page: Page, begun: Begun) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(f"{begun.url}tell/since/?update=quiet-nights")
    expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()
    assert read_tree(page) == [
        'link "Quiet nights"',
        'group "People woken by noise"',
        'textbox "Day, or the first of the month"',
        'textbox "Value"',
        'textbox "Out of how many, if known"',
        'group "How does it stand?"',
        'radio "As before" [checked]',
        'radio "Being tested"',
        'radio "In place"',
        'radio "Still so, a year later"',
        'radio "Stopped"',
        'textbox "What has happened since?"',
        'textbox "Which language is it in, if not in this site’s?"',
        'button "Make the file"',
    ]
    page.goto(f"{begun.url}tell/tried/?from=stories/quiet-nights")
    expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()
    whole = [
        'link "Quiet nights"',
        'group "What came of it?"',
        'radio "We kept it"',
        'radio "We kept it, in our own way"',
        'radio "We tried it, and gave it up"',
        'radio "We looked at it, and decided against it"',
        'textbox "Your hospital, hospice or surgery"',
        'textbox "Your ward, clinic or team"',
        'combobox "Where did you try it?"',
        'textbox "Why, in one line?"',
        'textbox "What did you change for your own place?"',
        'textbox "Which language is it in, if not in this site’s?"',
        'button "Make the file"',
        'link "Tell the whole story instead"',
    ]
    assert read_tree(page) == whole
    page.get_by_label("We kept it", exact=True).check()
    page.get_by_label("Why, in one line?").fill("It is quiet")
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_role("region", name="Send it")).to_be_focused()
    whole[2] += " [checked]"
    assert read_tree(page) == [
        *whole,
        'button "Download it"',
        'link "Propose it on GitHub"',
        'link "Send it by e-mail"',
        'textbox "The file"',
    ]


def test_a_short_form_that_no_story_leads_to_says_where_stories_are(page: Page, begun: Begun):
    for address in ("since/", "tried/", "tried/?from=stories/nowhere", "since/?update=actions/no"):
        page.goto(f"{begun.url}tell/{address}")
        expect(page.get_by_role("link", name="Choose the one that you mean")).to_be_visible()
        expect(page.locator(".short")).to_be_hidden()
        expect(page.get_by_text("needs JavaScript")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_short_forms(page: Page, begun: Begun, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for form, label in (("since/?update=", "In place"), ("tried/?from=stories/", "We kept it")):
        page.goto(f"{begun.url}tell/{form}quiet-nights")
        expect(page.get_by_role("link", name="Quiet nights")).to_be_visible()
        page.get_by_role("button", name="Make the file").click()
        expect(page.get_by_role("alert")).not_to_be_empty()
        found += find_barriers(page)
        page.get_by_label(label, exact=True).check()
        for why in page.get_by_label("Why, in one line?").all():
            why.fill("It is quiet")
        page.get_by_role("button", name="Make the file").click()
        expect(page.get_by_role("region", name="Send it")).to_be_visible()
        found += find_barriers(page)
    page.goto(begun.url + "taken-home/")
    found += find_barriers(page)
    assert found == []
