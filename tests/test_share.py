"""What the site says of itself elsewhere, read back by the parsers that others read it with."""

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import bibtexparser
import extruct
import pytest
import rispy
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.collection.collection import Collection
from generator.collection.consent import only_consented
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.exports.embed import make_domain_document, make_story_documents
from generator.model import Domain, Origin, Story
from generator.model.base import Body
from generator.model.site_identity import SiteIdentity
from generator.model.voice import Consent, Voice
from generator.pages.json_ld import write_safely
from generator.pages.qr_code import draw_qr_code
from generator.pages.share import make_domain_share, make_site_share
from generator.pages.site_context import SiteContext
from generator.pages.story import StoryView, make_story_page

TODAY = dt.date(2026, 11, 23)
WEB = SiteIdentity(
    name="Our Stories", description="What we changed.", url="https://stories.example/trust/"
)
NASTY = '</script><script>alert(1)</script> "A&B" {50% of #1_x\\~^}\u2028<img src=x onerror=y>'
ARTICLE = {
    "@context", "@type", "headline", "description", "url", "image", "inLanguage", "datePublished",
    "dateModified", "genre", "about", "author", "publisher", "isBasedOn",
}  # fmt: skip


def story_of(slug: str = "a-slate", **more: object) -> Story:
    fields: dict[str, object] = {
        "title": "A slate on the tea trolley",
        "summary": "A slate hangs on the tea trolley now.",
        "date": "2026-06-15",
        "domains": ["naming"],
        "status": "made",
        "team": "Ward 7",
        "organisation": "Fernhill Hospital",
    }
    origin = Origin(f"stories/{slug}.md", slug, "stories", Body("Tea.", 1))
    return Story.model_validate(fields | more, context=origin)


def naming() -> Domain:
    fields = {"title": "Naming", "statement": "I am the expert on me", "order": 1, "short": "Names"}
    return Domain.model_validate(fields, context=Origin("domains/naming.md", "naming", "domains"))


def shown(*stories: Story, web: SiteIdentity = WEB) -> tuple[list[StoryView], Collection]:
    known = only_consented(link(stories, domains=[naming()]), TODAY)
    context = SiteContext(known, Findings(), web, TODAY)
    pages = (make_story_page(story, context, ()) for story in known.stories)
    return [page.view for page in pages if isinstance(page.view, StoryView)], known


def view_of(story: Story, web: SiteIdentity = WEB) -> StoryView:
    return shown(story, web=web)[0][0]


def files_of(view: StoryView, web: SiteIdentity = WEB) -> dict[str, str]:
    documents = make_story_documents(view, web)
    return {Path(document.address).name: document.content for document in documents}


def linked_of(view: StoryView) -> dict[str, object]:
    page = f'<script type="application/ld+json">{view.share.meta.linked}</script>'
    [found] = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    return dict(found)


# What a quotation may be in

scopes = st.lists(st.sampled_from(["website", "feeds", "social", "print"]), min_size=1, unique=True)
days = st.dates(dt.date(2022, 1, 1), dt.date(2028, 1, 1))
consents = st.builds(
    Consent,
    reference=st.just("FH-2026-014"),
    scope=scopes.map(tuple),
    given=days,
    expires=st.none() | days,
    withdrawn=st.none() | days,
)


@settings(deadline=None)
@given(st.none() | consents, st.sampled_from(["patient", "staff", "volunteer"]))
def test_a_quotation_leaves_the_site_only_where_its_consent_reaches(
    consent: Consent | None, role: str
) -> None:
    words, name = "Thirty years a Peggy.", "Peggy Marsh"
    voice = Voice(role=role, quote=words, said_by=name, identity="named", consent=consent)  # type: ignore[arg-type]
    view = view_of(story_of(voices=[voice]))
    files = files_of(view)
    on_site = voice.may_be_shown("website", TODAY)
    social = on_site and voice.may_be_shown("social", TODAY)
    feeds = on_site and voice.may_be_shown("feeds", TODAY)
    share = view.share
    assert (words in share.card.quote, name in share.card.said_by) == (social, social)
    assert (words in share.meta.alt) == social
    assert (words in files["index.html"], name in files["index.html"]) == (feeds, feeds)
    for told in (share.meta.linked, share.meta.description, str(share.kit), share.frame):
        assert words not in told
        assert name not in told
    for file in ("oembed.json", "cite.bib", "cite.ris", "qr.svg"):
        assert words not in files[file]


def test_a_pseudonym_is_called_one_wherever_it_goes() -> None:
    consent = Consent(reference="F-1", scope=("website", "social", "feeds"), given=TODAY)
    voice = Voice(
        role="patient", quote="Yes.", said_by="Denise", identity="pseudonym", consent=consent
    )
    view = view_of(story_of(voices=[voice]))
    assert view.share.card.said_by == "Denise (not the real name)"
    assert "Denise (not the real name)" in files_of(view)["index.html"]


def test_a_long_quotation_is_not_cut_but_left_out() -> None:
    consent = Consent(reference="F-1", scope=("website", "social", "feeds"), given=TODAY)
    said = {"role": "patient", "said_by": "P", "identity": "anonymous", "consent": consent}
    long, short = Voice(quote="word " * 60, **said), Voice(quote="Short.", **said)
    assert view_of(story_of(voices=[long])).share.card.quote == ""
    assert view_of(story_of(voices=[long, short])).share.card.quote == "Short."


# JSON-LD


def test_a_story_is_an_article_in_schema_orgs_terms() -> None:
    parent = story_of("the-first")
    told = story_of(
        updated="2026-07-01",
        adapted_from="the-first",
        illustrative=True,
        source={"title": "A paper", "url": "https://papers.example/1"},
    )
    view = next(v for v in shown(parent, told)[0] if v.card.slug == "a-slate")
    article = linked_of(view)
    assert set(article) <= ARTICLE
    assert article["@type"] == "Article"
    assert article["@context"] == "https://schema.org"
    assert article["url"] == "https://stories.example/trust/stories/a-slate/"
    assert (article["datePublished"], article["dateModified"]) == ("2026-06-15", "2026-07-01")
    assert article["author"] == {
        "@type": "Organization",
        "name": "Ward 7",
        "parentOrganization": {"@type": "Organization", "name": "Fernhill Hospital"},
    }
    assert article["publisher"] == {"@type": "Organization", "name": "Our Stories", "url": WEB.url}
    assert article["about"] == [
        {
            "@type": "DefinedTerm",
            "name": "Naming",
            "description": "I am the expert on me",
            "url": "https://stories.example/trust/domains/naming/",
        }
    ]
    assert article["isBasedOn"] == [
        {
            "@type": "Article",
            "headline": "A slate on the tea trolley",
            "url": "https://stories.example/trust/stories/the-first/",
        },
        {"@type": "CreativeWork", "name": "A paper", "url": "https://papers.example/1"},
    ]
    assert article["genre"] == "Invented example"


def test_the_author_is_never_a_person() -> None:
    view = view_of(story_of(team=None, organisation=None, contact={"name": "Judith Amoah"}))
    assert linked_of(view)["author"] == {
        "@type": "Organization", "name": "Our Stories", "url": WEB.url,
    }  # fmt: skip
    assert "Judith" not in str(view.share)


@given(st.text())
def test_any_text_comes_back_from_inside_a_script_element(text: str) -> None:
    written = write_safely({"headline": text})
    assert not set(written) & {"<", ">", "&", "\u2028", "\u2029"}
    assert json.loads(written) == {"headline": text}


def test_nothing_that_an_author_writes_ends_the_script_or_the_tag() -> None:
    view = view_of(story_of(title=NASTY[:120], team=NASTY[:150]))
    assert "<" not in view.share.meta.linked
    assert linked_of(view)["headline"] == view.card.title
    page = files_of(view)["index.html"]
    assert "<script" not in page
    assert "<img" not in page


# Citations


@pytest.mark.parametrize("title", ["A slate on the tea trolley", NASTY[:120], "A {brace, unclosed"])
def test_bibtex_is_read_by_a_parser_of_bibtex(title: str) -> None:
    view = view_of(story_of(title=title, team=f"{title} team"))
    library = bibtexparser.parse_string(files_of(view)["cite.bib"])
    assert library.failed_blocks == []
    [entry] = library.entries
    assert (entry.entry_type, entry.key) == ("misc", "a-slate")
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert fields["url"] == "https://stories.example/trust/stories/a-slate/"
    assert (fields["year"], fields["howpublished"]) == ("2026", "Our Stories")
    if title.startswith("A slate"):
        assert fields["title"] == "{A slate on the tea trolley}"
        assert fields["author"] == "{A slate on the tea trolley team} and {Fernhill Hospital}"


@pytest.mark.parametrize("title", ["A slate on the tea trolley", "ER  - A title\nTY  - BOOK"])
def test_ris_is_read_by_a_parser_of_ris(title: str) -> None:
    view = view_of(story_of(title=title, organisation="Fernhill, the hospital"))
    [entry] = rispy.loads(files_of(view)["cite.ris"])
    assert entry["title"] == " ".join(view.card.title.split())
    assert entry["authors"] == ["Ward 7", "Fernhill – the hospital"]
    assert entry["type_of_reference"] == "ELEC"
    assert entry["urls"] == ["https://stories.example/trust/stories/a-slate/"]
    assert (entry["year"], entry["date"]) == ("2026", "2026/06/15/")
    assert entry["keywords"] == ["Naming"]


def test_a_citation_in_words_says_who_when_what_and_where() -> None:
    kit = view_of(story_of(updated="2026-07-01", illustrative=True)).share.kit
    assert kit
    assert kit.cite == (
        "Ward 7, Fernhill Hospital (2026). A slate on the tea trolley. Invented example. "
        "Our Stories. Last changed 1 July 2026. https://stories.example/trust/stories/a-slate/"
    )


# Passing on


def test_the_e_mail_holds_the_story_in_short_and_its_address() -> None:
    kit = view_of(story_of(title="Tea & 100% toast + jam?", illustrative=True)).share.kit
    assert kit
    parts = urlsplit(kit.mail)
    assert (parts.scheme, parts.path) == ("mailto", "")
    query = parse_qs(parts.query, strict_parsing=True)
    assert query["subject"] == ["Tea & 100% toast + jam?"]
    body = query["body"][0]
    assert body.startswith("Tea & 100% toast + jam?\n\nA slate hangs on the tea trolley now.")
    assert "An invented example" in body
    assert body.endswith("https://stories.example/trust/stories/a-slate/")


def test_without_an_address_nothing_relative_is_printed() -> None:
    web = SiteIdentity(name="Our Stories")
    view = view_of(story_of(), web)
    files = files_of(view, web)
    share = view.share
    assert share.kit
    assert (share.meta.image, share.meta.oembed, share.frame, share.kit.mail) == ("", "", "", "")
    assert not {"url", "image"} & set(linked_of(view))
    assert "oembed.json" not in files
    assert "qr.svg" not in files
    assert "canonical" not in files["index.html"]
    assert "url" not in bibtexparser.parse_string(files["cite.bib"]).entries[0].fields_dict


def test_the_square_says_the_address() -> None:
    address = "https://stories.example/trust/stories/a-slate/"
    drawing = draw_qr_code(address)
    width = int(re.findall(r'viewBox="0 0 (\d+)', drawing)[0])
    picture = Image.new("L", (width, width), 255)
    for x, y, across in re.findall(r"M(\d+) (\d+)\.5h(\d+)", drawing):
        picture.paste(0, (int(x), int(y), int(x) + int(across), int(y) + 1))
    [found] = zxingcpp.read_barcodes(picture.resize((width * 4, width * 4), 0))
    assert found.text == address
    assert set(picture.crop((0, 0, width, 4)).tobytes()) == {255}, "no quiet margin"


def test_the_frame_of_a_domain_holds_its_latest_five() -> None:
    stories = [
        story_of(f"story-{n}", title=f"Story {n}", date=f"2026-01-0{n}") for n in range(1, 8)
    ]
    views, known = shown(*stories)
    cards = [view.card for view in views]
    page = make_domain_document(known.domains[0], cards, WEB).content
    titles = re.findall(r">(Story \d)</a>", page)
    assert titles == ["Story 7", "Story 6", "Story 5", "Story 4", "Story 3"]
    empty = make_domain_document(known.domains[0], [], WEB).content
    assert "Nobody has told one yet." in empty


def test_what_a_card_says_is_in_the_address_that_others_keep_copies_by() -> None:
    one, same = view_of(story_of()), view_of(story_of())
    other = view_of(story_of(title="A slate by the bed"))
    assert one.share.meta.image == same.share.meta.image != other.share.meta.image
    assert one.share.meta.image.partition("?v=")[0] == (
        "https://stories.example/trust/cards/stories/a-slate.png"
    )


# The site as it was built


class Head(HTMLParser):
    """The tags in the head of a page, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.link: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            for name in {found[key] for key in ("property", "name") if key in found}:
                assert name not in self.meta or name == "article:tag", name
                self.meta[name] = found.get("content", "")
        elif tag == "link":
            self.link[f"{found['rel']} {found.get('type', '')}".strip()] = found["href"]


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        address = path.parent.relative_to(site).as_posix()
        if 'name="robots"' not in html and 'http-equiv="refresh"' not in html:
            yield ("" if address == "." else f"{address}/"), html


BASE = "https://improvement-stories.example/"


def test_every_page_has_tags_that_a_parser_reads(built_site: Path) -> None:
    seen = 0
    for address, html in pages_of(built_site):
        head = Head(html)
        [graph] = extruct.extract(html, syntaxes=["opengraph"], uniform=True)["opengraph"]
        assert graph["og:url"] == head.link["canonical"] == f"{BASE}{address}"
        for name in ("og:title", "og:description", "og:site_name", "og:image:alt"):
            assert graph[name].strip(), (address, name)
        assert graph["og:description"] == head.meta["description"]
        assert head.meta["twitter:card"] == "summary_large_image"
        assert graph["og:locale"] == "en_GB"
        picture, _, version = graph["og:image"].removeprefix(BASE).partition("?v=")
        assert re.fullmatch(r"[0-9a-f]{12}", version)
        with Image.open(built_site / picture) as card:
            size = (graph["og:image:width"], graph["og:image:height"])
            assert tuple(map(str, card.size)) == size == ("1200", "630")
        seen += 1
    assert seen > 60


def test_every_story_action_and_domain_has_a_card_of_its_own(built_site: Path) -> None:
    for address, html in pages_of(built_site):
        kind, _, slug = address.strip("/").partition("/")
        if kind in {"stories", "actions", "domains"} and slug and "/" not in slug:
            assert f"{BASE}cards/{kind}/{slug}.png?v=" in Head(html).meta["og:image"], address
    assert (
        f"{BASE}cards/site.png?v="
        in Head((built_site / "about/index.html").read_text()).meta["og:image"]
    )


def test_every_story_is_an_article_and_answers_as_oembed(built_site: Path) -> None:
    stories = [(a, h) for a, h in pages_of(built_site) if re.fullmatch(r"stories/[^/]+/", a)]
    assert len(stories) > 15
    for address, html in stories:
        [article] = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
        head = Head(html)
        assert set(article) <= ARTICLE
        assert article["headline"] == head.meta["og:title"]
        assert head.meta["og:type"] == "article"
        assert head.meta["article:published_time"] == article["datePublished"]
        assert head.meta["article:tag"] in {about["name"] for about in article["about"]}
        file = head.link["alternate application/json+oembed"].removeprefix(BASE)
        answer = json.loads((built_site / file).read_text(encoding="utf-8"))
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert answer["title"] == article["headline"]
        assert isinstance(answer["width"], int)
        found = re.search(r'<iframe src="([^"]+)"', answer["html"])
        assert found
        assert found[1] == f"{BASE}{address}embed/"
        assert (built_site / address / "embed/index.html").is_file()


def test_a_frame_is_light_and_leads_back_and_is_not_found_by_itself(built_site: Path) -> None:
    frames = sorted(built_site.glob("*/*/embed/index.html"))
    assert {path.parts[-4] for path in frames} == {"stories", "domains"}
    for path in frames:
        html = path.read_text(encoding="utf-8")
        head = Head(html)
        assert len(html) < 6_000
        assert head.meta["robots"] == "noindex"
        record = path.parent.parent.relative_to(built_site).as_posix()
        assert head.link["canonical"] == f"{BASE}{record}/"
        assert "<script" not in html
        assert " style=" not in html
        links = re.findall(r"<a [^>]*>", html)
        assert links
        assert all('target="_top"' in tag for tag in links)


def test_the_manifest_names_icons_of_the_sizes_that_it_says(built_site: Path) -> None:
    manifest = json.loads((built_site / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Improvement Stories"
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(io.BytesIO((built_site / icon["src"]).read_bytes())) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    head = Head((built_site / "about/index.html").read_text(encoding="utf-8"))
    assert (built_site / "about" / head.link["manifest"]).resolve().is_file()
    assert (built_site / "about" / head.link["apple-touch-icon"]).resolve().is_file()


def test_domains_and_the_site_have_cards_of_their_own() -> None:
    views, known = shown(story_of(), story_of("another"))
    assert len({view.share.card.address for view in views}) == 2
    domain = make_domain_share(known.domains[0], WEB)
    site = make_site_share(WEB)
    assert (domain.card.title, domain.card.address) == (
        "“I am the expert on me”",
        "cards/domains/naming.png",
    )
    assert site.card.address == "cards/site.png"
