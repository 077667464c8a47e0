"""The board paper: four sheets at most, with evidence, charts and voices; and nobody on paper who
did not agree to it."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from command import run_stories
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

DOMAINS = (
    "naming", "privacy", "sensitivity", "decisions", "urgency", "surroundings", "managing",
    "getting-it-right",
)  # fmt: skip
PRIORITIES = (
    "patient-experience", "cancer-plan", "staff-wellbeing", "safety", "access", "fair-care",
    "end-of-life-care",
)  # fmt: skip
A4 = (595, 842)
QUIET = "stories/2026/a-quiet-room/index.md"
ONLY_WEBSITE = "I said it for the website and for no paper"
ON_PAPER = "This one may hang on the wall"


def _read(page: Page, folder: Path) -> PdfReader:
    """Print what the browser shows, and read it back."""
    file = folder / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    return PdfReader(file)


def _text(pdf: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def test_every_domain_and_every_priority_is_a_paper_of_four_sheets_at_most(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    for address in (*(f"domains/{d}/" for d in DOMAINS), *(f"priorities/{p}/" for p in PRIORITIES)):
        page.goto(site_url + address)
        pdf = _read(page, tmp_path)
        assert 1 <= len(pdf.pages) <= 4
        text = _text(pdf)
        title = page.locator("h1").inner_text().strip("“”")
        assert title[:30] in text
        assert f"improvement-stories.example/{address}" in text


def test_a_paper_shows_the_evidence_the_charts_and_both_sides(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    for address in ("domains/privacy/", "priorities/patient-experience/"):
        page.goto(site_url + address)
        text = _text(_read(page, tmp_path))
        for words in ("Signal of change", "What the figures say", "at least", "Patients and"):
            assert words in text, (address, words)
        assert "Invented example" in text
        page.emulate_media(media="print")
        assert page.locator(".findings .chart").first.is_visible()
        assert page.locator(".voices__side--staff").last.is_visible()
        page.emulate_media(media="screen")


def _add_voices(project: Path) -> None:
    """Give a story and an action voices for the website alone, and one for print too."""
    said = (("patient", ONLY_WEBSITE), ("staff", ONLY_WEBSITE), ("patient", ON_PAPER))
    voices = [
        f"  - role: {role}\n    quote: {quote}\n    said_by: T\n    identity: anonymous\n"
        "    consent:\n      reference: T-1\n      given: 2026-05-01\n"
        f"      scope: [{'website, print' if quote == ON_PAPER else 'website'}]\n"
        for role, quote in said
    ]
    story = project / QUIET
    text = story.read_text()
    head, _, rest = text.partition("voices:\n")
    rest = rest[rest.index("measures:\n") :]
    story.write_text(f"{head}voices:\n{''.join(voices)}{rest}")
    action = project / "stories/actions/turn-the-screen.md"
    action.write_text(
        re.sub(r"\nvoices:\n(?:  .*\n)+", "\n", action.read_text()).replace(
            "\nstatus:", f"\nvoices:\n{voices[0]}\nstatus:", 1
        )
    )


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which some people agreed to be quoted on the website alone."""
    from conftest import _copy_project  # noqa: PLC0415 (the fixture `project` is for one test)

    root = tmp_path_factory.mktemp("spoken")
    _copy_project(root)
    _add_voices(root)
    _fill(root)
    run = run_stories("build", "--today", "2026-11-23", cwd=root)
    assert run.returncode == 0, run.stderr
    return root


def _fill(project: Path) -> None:
    """Fill one domain with many stories, as long as fields may be, and a long text of its own."""
    title = "A title that goes on for as long as any title may go on in this collection of ours"
    for n in range(60):
        (project / f"stories/2026/filler-{n}.md").write_text(
            f"---\ntitle: {title} and on to number {n}\n"
            f"summary: {'One thing and another. ' * 11}\ndate: 2026-0{n % 9 + 1}-01\n"
            "domains: [urgency]\nsetting: ward\nstatus: testing\nquick_win: true\n"
            "strategic_links: [safety]\n---\n\nWe tried it on a Monday.\n"
        )
    domain = project / "domains/urgency.md"
    words = "A long text about the domain, which nobody has shortened yet. " * 40
    domain.write_text(domain.read_text() + f"\n{words}\n\n{words}\n\n{words}\n\n{words}\n")


def test_nobody_is_quoted_on_paper_who_agreed_to_the_website_alone(
    page: Page, spoken: Path, tmp_path: Path
) -> None:
    from serving import serve_site  # noqa: PLC0415 (this site is served for one test)

    with serve_site(spoken / "site") as url:
        for address in (
            "stories/a-quiet-room/", "domains/privacy/", "priorities/cancer-plan/",
            "actions/turn-the-screen/", "",
        ):  # fmt: skip
            page.goto(url + address)
            assert ONLY_WEBSITE not in _text(_read(page, tmp_path)), address
            if address.startswith("stories/"):
                assert page.get_by_text(ONLY_WEBSITE).count() == 2
                assert ON_PAPER in _text(_read(page, tmp_path))
                page.evaluate("document.documentElement.dataset.printing = 'huddle'")
                huddle = _text(_read(page, tmp_path))
                assert ONLY_WEBSITE not in huddle
                assert ON_PAPER in huddle
            elif address == "actions/turn-the-screen/":
                assert page.get_by_text(ONLY_WEBSITE).count() == 1


def test_a_domain_of_many_stories_is_four_sheets_and_says_how_many_more_there_are(
    page: Page, spoken: Path, tmp_path: Path
) -> None:
    from serving import serve_site  # noqa: PLC0415 (this site is served for one test)

    with serve_site(spoken / "site") as url:
        for address in ("domains/urgency/", "priorities/safety/"):
            page.goto(url + address)
            pdf = _read(page, tmp_path)
            assert len(pdf.pages) <= 4
            found = re.search(r"And (\d+) more stories", _text(pdf))
            assert found
            total = page.locator(".glance dd").first.inner_text()
            assert int(found[1]) == int(total) - 24


@pytest.fixture
def browser_here(chromium: Browser) -> str:
    """The browser that the other tests use, by its path."""
    own = Path(chromium.browser_type.executable_path)
    named = os.environ.get("CHROMIUM") or (str(own) if own.exists() else None)
    found = named or shutil.which("chromium") or shutil.which("google-chrome")
    assert found
    return found


def test_the_command_prints_the_paper(
    tmp_path: Path, browser_here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", browser_here)
    file = tmp_path / "papers/paper.pdf"
    run = run_stories("brief", "priorities/safety", "-o", str(file))
    assert run.returncode == 0, run.stderr
    pdf = PdfReader(file)
    assert 1 <= len(pdf.pages) <= 4
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4
    assert "What the figures say" in _text(pdf)
    assert "127.0.0.1" not in _text(pdf)
    assert [each.name for each in file.parent.iterdir()] == ["paper.pdf"]


@pytest.mark.site
def test_the_command_says_in_words_what_it_cannot_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_stories("brief", "privcy")
    assert run.returncode == 2
    assert "Did you mean “privacy”?" in run.stderr
    run = run_stories("brief", "zzzzzz")
    assert run.returncode == 2
    assert "There are: access, " in run.stderr
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "no-browser"))
    run = run_stories("brief", "privacy", "-o", str(tmp_path / "paper.pdf"))
    assert run.returncode == 1
    assert "There is no Chromium, Chrome or Edge here" in run.stderr
    assert "domains/privacy/" in run.stderr
    monkeypatch.setenv("CHROMIUM", sys.executable)
    run = run_stories("brief", "privacy", "-o", str(tmp_path / "paper.pdf"))
    assert run.returncode == 1
    assert "could not print the page" in run.stderr
    assert "Traceback" not in run.stderr
    assert not list(tmp_path.iterdir())
