"""The digest: what is new, as Markdown, and as a letter that survives mail programs."""

import datetime as dt
import email
import email.policy
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest
from command import SITE, run_stories
from markdown_it import MarkdownIt

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.collection.consent import only_consented
from generator.collection.link import link
from generator.collection.story_evidence import Findings, judge_records
from generator.exports.newsletter import write_html, write_letter, write_markdown, write_text
from generator.exports.newsletter.contents import Newsletter, make_newsletter
from generator.model import Action, Adoption, Domain, Origin, Record, Story, Update
from generator.model.site_identity import SiteIdentity
from generator.model.voice import Consent, Voice

SINCE, TODAY = dt.date(2026, 9, 1), dt.date(2026, 11, 23)
WEB = SiteIdentity(url="https://trust.example/stories/", mail="stories@trust.example")
GMAIL = 102_000
RANKS = ("Sustained a year", "Signal of change", "Measured", "No figures yet")
# What no mail program that matters gets wrong: nothing that positions, floats or flexes.
SAFE = {
    "background-color", "border-left", "border-top", "color", "display", "font-family",
    "font-size", "font-style", "font-weight", "line-height", "margin", "max-height", "max-width",
    "mso-hide", "overflow", "padding", "text-decoration", "width",
}  # fmt: skip


def _gather(since: dt.date = SINCE, until: dt.date = TODAY) -> Newsletter:
    checked = check(Project(SITE), until)
    shown = only_consented(checked.collection, until)
    return make_newsletter(shown, checked.findings, WEB, since, until)


@pytest.fixture(scope="module")
def sample() -> Newsletter:
    return _gather()


def _open(letter: bytes) -> tuple[str, str, email.message.EmailMessage]:
    message = email.message_from_bytes(letter, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    return text.get_content(), html.get_content(), message


def write_both(made: Newsletter) -> str:
    """Write the letter, and read both of its halves back."""
    text, html, _ = _open(write_letter(made))
    return text + html


WRITERS = [write_markdown, write_text, write_html, write_both]


def _parse(html: str):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    return parser.parse(html)


@pytest.mark.site
def test_new_stories_are_grouped_by_domain_strongest_evidence_first(sample: Newsletter) -> None:
    titles = [group.title for group in sample.groups]
    assert titles[:2] == ["Naming", "Private communication"]
    assert len(titles) == len(set(titles)) >= 6
    told = [item.url for group in sample.groups for item in group.items]
    assert len(told) == len(set(told)) >= 15
    for group in sample.groups:
        ranks = [RANKS.index(fact) for item in group.items for fact in item.facts if fact in RANKS]
        assert len(ranks) == len(group.items)
        assert ranks == sorted(ranks)
    naming = sample.groups[0].items
    assert naming[0].url.endswith("/what-matters-board/")
    assert "Patients called by the name they chose: 53% before, 85% now" in naming[0].sentence


def test_of_two_stories_with_the_same_label_the_newer_figures_come_first() -> None:
    def story(slug: str, last: str) -> Story:
        days = [f"2025-{month:02}-01" for month in range(1, 7)] + [last]
        points = [{"date": day, "value": number} for number, day in enumerate(days)]
        measure = {"title": "A count", "type": "outcome", "points": points}
        return _make_story(slug, measures=[measure], changed_on="2025-03-15")

    known = _link([story("older", "2026-08-01"), story("newer", "2026-10-01")])
    made = make_newsletter(known, judge_records(known, TODAY), WEB, SINCE, TODAY)
    assert [item.title for item in made.groups[0].items] == ["About newer", "About older"]
    assert made.groups[0].items[0].facts[-1] == "Measured"


def test_only_what_was_told_or_changed_in_the_time_is_in_it() -> None:
    known = _link(
        [
            _make_story("before", date="2026-08-31"),
            _make_story("first-day", date="2026-09-01"),
            _make_story("changed", date="2025-01-01", updated="2026-10-05"),
            _make_story("to-come", date="2026-11-24"),
        ]
    )
    made = make_newsletter(known, Findings(), WEB, SINCE, TODAY)
    items = {item.title: item for item in made.groups[0].items}
    assert set(items) == {"About first-day", "About changed"}
    assert "Brought up to date 5 October 2026" in items["About changed"].facts


def test_who_tried_an_example_in_the_time_is_told_with_what_came_of_it() -> None:
    def tried(name: str, date: str, **more: object) -> Adoption:
        told = {"of": "stories/bell", "date": date, "outcome": "kept", "why": "It works", **more}
        path = f"stories/adoptions/{name}.md"
        return Adoption.model_validate(told, context=Origin(path, name, "stories/adoptions"))

    bell = _make_story("bell", date="2025-01-01", illustrative=True)
    trials = [
        tried("before", "2026-08-31"),
        tried("elm", "2026-09-01", organisation="Elmfield <Hospice>"),
        tried("ash", "2026-10-05", outcome="decided-against", why="Our rooms are single"),
        tried("nowhere", "2026-10-06", of="stories/gone"),
        *(tried(f"more-{n}", "2026-09-01") for n in range(9)),
    ]
    made = make_newsletter(_link([bell], adoptions=trials), Findings(), WEB, SINCE, TODAY)
    assert made.groups == ()
    assert made.summary == "11 places that tried one"
    first, second, *_ = made.tried.items
    assert first.summary == "Looked at and decided against. Our rooms are single"
    assert first.facts == ("Another place, October 2026", "An invented example")
    assert second.facts[0] == "Elmfield <Hospice>, September 2026"
    for write in WRITERS:
        told = write(made)
        assert "Tried elsewhere" in told
        assert "https://trust.example/stories/stories/bell/" in told
        assert "3 more on the site" in told
        assert "before" not in told


def test_a_quick_win_of_which_something_was_told_since_is_news_again() -> None:
    def make(record: type[Record], name: str, **told: object) -> Any:
        return record.model_validate(told, context=Origin(f"stories/{name}.md", name, "stories"))

    hook = make(Action, "hook", title="A hook", status="made", made_on="2025-01-01", quick_win=True)
    since = make(Update, "since", action="hook", date="2026-10-01", status="sustained")
    known = _link([], actions=[hook], updates=[since])
    made = make_newsletter(known, Findings(), WEB, SINCE, TODAY)
    assert [item.title for item in made.quick_wins.items] == ["A hook"]
    made = make_newsletter(_link([], actions=[hook]), Findings(), WEB, SINCE, TODAY)
    assert made.quick_wins.items == ()


@pytest.mark.site
def test_quick_wins_have_a_place_of_their_own_and_are_those_of_the_month() -> None:
    month = _gather(dt.date(2026, 4, 1), dt.date(2026, 5, 1))
    assert month.quick_wins.title == "Quick wins of the month"
    assert [item.url for item in month.quick_wins.items] == [
        "https://trust.example/stories/actions/a-bell-that-is-answered/"
    ]
    told = {item.url for group in month.groups for item in group.items}
    assert not told & {item.url for item in month.quick_wins.items}
    assert _gather().quick_wins.title == "Quick wins"


def test_the_gaps_of_the_grid_are_invitations_that_lead_somewhere(sample: Newsletter) -> None:
    assert 1 <= len(sample.wanted) <= 3
    for wanted in sample.wanted:
        assert wanted.url.startswith(WEB.url)
        assert "should" not in wanted.words
    for write in WRITERS:
        assert "Still wanted" in write(sample)


@pytest.mark.site
@pytest.mark.parametrize("write", WRITERS)
def test_nobody_is_quoted_whose_consent_does_not_take_in_feeds(write) -> None:
    checked = check(Project(SITE), TODAY)
    made = make_newsletter(
        only_consented(checked.collection, TODAY), checked.findings, WEB, dt.date(2020, 1, 1), TODAY
    )
    written = _plain(write(made))
    voices = [
        voice
        for record in (*checked.collection.stories, *checked.collection.actions)
        for voice in record.voices
    ]
    kept = [v for v in voices if not (v.consent and v.consent.allows("feeds", TODAY))]
    assert len(kept) >= 5
    for voice in kept:
        assert _plain(voice.quote)[:40] not in written
    given = [v for v in voices if v not in kept]
    assert sum(_plain(v.quote)[:40] in written for v in given) >= 10


def _plain(text: str) -> str:
    """Leave nothing but letters, so that signs and line ends make no difference."""
    return re.sub(r"&#?\w+;|[^a-z]", "", text.lower())


def test_a_consent_for_feeds_and_no_other_place_is_needed_and_is_enough() -> None:
    def said(scope: list[str], **more: str) -> list[Voice]:
        consent = Consent(reference="T-1", scope=scope, given="2026-01-01", **more)
        return [
            Voice(
                role="patient", quote="Hear me", said_by="A", identity="anonymous", consent=consent
            )
        ]

    for scope, more, is_heard in (
        (["website", "feeds"], {}, True),
        (["website", "social", "print"], {}, False),
        (["website", "feeds"], {"withdrawn": "2026-11-01"}, False),
        (["website", "feeds"], {"expires": "2026-11-23"}, False),
    ):
        known = _link([_make_story("one", voices=said(scope, **more))])
        made = make_newsletter(known, Findings(), WEB, SINCE, TODAY)
        for write in WRITERS:
            assert ("Hear me" in write(made)) is is_heard, (scope, more)


def test_the_letter_has_two_halves_that_say_the_same(sample: Newsletter) -> None:
    text, html, message = _open(write_letter(sample))
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["From"].addresses[0].addr_spec == "stories@trust.example"
    assert "Improvement Stories: 16 stories" in message["Subject"]
    assert message["Date"].datetime.date() == TODAY
    assert not message.defects
    page = _parse(html)
    for anchor in page.findall(".//a"):
        href = anchor.get("href")
        assert href in text or href.startswith("mailto:"), href
    for heading in (*page.findall(".//h2"), *page.findall(".//h3")):
        words = " ".join("".join(heading.itertext()).split())
        assert words in " ".join(text.split())
    assert all(len(line) <= 78 or line.startswith("https://") for line in text.splitlines())


def test_the_letter_is_tables_with_styles_in_place_and_fetches_nothing(sample: Newsletter) -> None:
    html = write_html(sample)
    page = _parse(html)
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "style", "link", "img", "form", "iframe", "svg", "video", "object"}
    tables = page.findall(".//table")
    assert len(tables) > 5
    assert all(table.get("role") == "presentation" for table in tables)
    for cell in page.findall(".//td"):
        style = cell.get("style")
        assert cell.get("bgcolor") == "#ffffff"
        assert "background-color:" in style
        assert re.search(r"(?<!-)color:", style), style
    for element in page.iter():
        for part in filter(None, (element.get("style") or "").split(";")):
            assert part.partition(":")[0] in SAFE, part
        assert not [name for name in element.keys() if name.startswith("on")]  # noqa: SIM118
        assert "url(" not in (element.get("style") or "")
    for anchor in page.findall(".//a"):
        address = urlsplit(anchor.get("href"))
        assert address.scheme in {"https", "mailto"}, anchor.get("href")
    hidden = page.find(".//body/div")
    assert "display:none" in hidden.get("style")
    assert "16 stories" in "".join(hidden.itertext())
    assert page.find(".//meta[@name='color-scheme']").get("content") == "light dark"
    assert page.get("lang") or page.find(".").get("lang") == "en"


@pytest.mark.site
def test_the_letter_is_never_cut_off_and_says_what_it_leaves_out() -> None:
    long = "An account that is exactly as long as a summary may be, é and ü and all. " * 4
    stories = [
        _make_story(
            f"s-{n}",
            title=f"{'Ä title as long as a title may well become on a bad day ' * 2}{n}"[:120],
            summary=long[:280],
            domains=[f"domain-{n % 8}"],
            voices=[
                Voice(
                    role="patient", quote="Ünd so it went on and on " * 12, said_by="X" * 200,
                    identity="anonymous",
                    consent=Consent(reference="T", scope=["website", "feeds"], given="2026-01-01"),
                )
            ],
        )
        for n in range(10_000)
    ]  # fmt: skip
    known = _link(stories, domains=8)
    made = make_newsletter(known, Findings(), WEB, SINCE, TODAY)
    html = write_html(made)
    assert len(html.encode()) <= GMAIL
    assert len(write_letter(made)) < 400_000
    shown = html.count("<h3")
    assert shown >= 8
    left = sum(int(found.replace(",", "")) for found in re.findall(r"([\d,]+) more on the", html))
    assert shown + left == 10_000


HOSTILE = (
    '</a><script>alert(1)</script> [x](javascript:x) **b** "q" & {{ 7*7 }} # h \n\n---\n\n1. z'
)


def test_an_author_s_text_is_nothing_but_text_in_every_form() -> None:
    known = _link([_make_story("one", title=HOSTILE[:120], summary=HOSTILE)])
    made = make_newsletter(known, Findings(), WEB, SINCE, TODAY)
    page = _parse(write_html(made))
    assert page.find(".//script") is None
    assert "<script>alert(1)</script>" in "".join(page.itertext())
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(write_markdown(made))
    assert not {token.type for token in tokens} & {"html_block", "fence", "ordered_list_open"}
    for token in tokens:
        for child in token.children or ():
            assert child.type not in {"html_inline", "strong_open", "image"}
            if child.type == "link_open":
                assert child.attrs["href"].startswith("https://trust.example/")
    assert [t.tag for t in tokens if t.type == "heading_open"][:3] == ["h1", "h2", "h3"]
    strange = make_newsletter(
        known, Findings(), SiteIdentity("A\r\nBcc: x@y.example", url=WEB.url), SINCE, TODAY
    )
    _, _, message = _open(write_letter(strange))
    assert message["Bcc"] is None


@pytest.mark.site
def test_the_same_digest_makes_the_same_letter(sample: Newsletter) -> None:
    assert write_letter(sample) == write_letter(_gather())


def test_the_markdown_of_the_sample_reads_as_headings_links_and_quotations(
    sample: Newsletter,
) -> None:
    tokens = MarkdownIt().parse(write_markdown(sample))
    kinds = [token.type for token in tokens]
    items = sum(len(group.items) for group in sample.groups) + len(sample.quick_wins.items)
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings.count("h3") == items
    assert headings.count("h2") == len(sample.groups) + 2
    assert kinds.count("blockquote_open") >= 5
    assert "An invented example" in write_markdown(sample)


def test_nothing_new_is_said_plainly() -> None:
    made = make_newsletter(_link([]), Findings(), WEB, SINCE, TODAY)
    for write in (write_markdown, write_text, write_html):
        assert "Nothing new was told" in write(made)


@pytest.mark.site
def test_the_command_writes_each_form(tmp_path: Path) -> None:
    day = ("--since", "2026-09-01", "--today", "2026-11-23")
    run = run_stories("digest", *day)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("# Improvement Stories\n")
    file = tmp_path / "letter.eml"
    assert run_stories("digest", *day, "--format", "eml", "-o", str(file)).returncode == 0
    text, html, _ = _open(file.read_bytes())
    assert "https://improvement-stories.example/stories/a-quiet-room/" in text
    assert run_stories("digest", *day, "--format", "html").stdout.split() == html.split()
    assert run_stories("digest", *day, "--format", "text").stdout.split() == text.split()


@pytest.mark.site
@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        ((), "--since", 2),
        (("--since", "yesterday"), "does not match", 2),
        (("--since", "2030-01-01"), "has not come yet", 2),
        (("--since", "2026-01-01", "-o", "/proc/nope"), "cannot be written", 1),
    ],
)
def test_wrong_use_is_said_in_words(arguments: tuple[str, ...], words: str, code: int) -> None:
    run = run_stories("digest", *arguments)
    assert run.returncode == code, run.stderr
    assert words in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.site
def test_a_site_without_an_address_and_one_with_errors_write_no_letter(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(re.sub(r"site_url: .*\n", "", text))
    run = run_stories("digest", "--since", "2026-01-01", cwd=project)
    assert run.returncode == 2
    assert "site_url" in run.stderr
    settings.write_text(text)
    story = project / "stories/2026/more-than-the-diagnosis.md"
    story.write_text(story.read_text().replace("status:", "statsu:", 1))
    run = run_stories("digest", "--since", "2026-01-01", cwd=project)
    assert run.returncode == 1
    assert "stories check" in run.stderr


def _make_story(slug: str, **fields: object) -> Story:
    told = {
        "title": f"About {slug}",
        "summary": "Twenty characters and a few more of them.",
        "date": "2026-09-02",
        "domains": ["domain-0"],
        "status": "made",
        **fields,
    }
    path = f"stories/{slug}.md"
    return Story.model_validate(told, context=Origin(path, slug, "stories"))


def _link(stories: list[Story], domains: int = 1, **more: object) -> Collection:
    framework = [
        Domain.model_validate(
            {"title": f"Domain {n}", "statement": "I am", "order": n + 1, "short": f"D{n}"},
            context=Origin(f"domains/domain-{n}.md", f"domain-{n}", "domains"),
        )
        for n in range(domains)
    ]
    return link(stories, domains=framework, **more)
