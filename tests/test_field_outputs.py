"""Each field of each record is in exactly the outputs that the table says, and in no other."""

import csv
import datetime as dt
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from types import SimpleNamespace
from typing import Any, get_args, get_origin

import pytest
from command import ROOT
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from generator.build.social_cards import compose
from generator.collection.collection import Collection
from generator.collection.field_outputs import FIELD_OUTPUTS, OUTPUTS, carries, find_line
from generator.collection.link import link
from generator.collection.story_evidence import judge_records
from generator.exports.atom import write_atom
from generator.exports.feeds import list_channels, make_entry, make_feed
from generator.exports.json_data import make_story_document
from generator.exports.json_feed import write_json_feed
from generator.exports.markdown_record import make_action_file, make_domain_file, make_story_file
from generator.exports.record_files import make_joined_documents
from generator.intake import ask_story
from generator.intake.web_form import make_form
from generator.intake.word_form import write_word_form
from generator.model import Action, Adoption, Domain, Origin, Record, Story, Update, Vocabulary
from generator.model.base import Asset, Body, find_part
from generator.model.field import words_of
from generator.model.site_identity import SiteIdentity
from generator.pages.action import ActionView, make_action_page
from generator.pages.labels import say_date, say_month, say_number
from generator.pages.list_pages import make_list_pages
from generator.pages.overview import make_overview
from generator.pages.search_entries import list_entries, make_action_entry, make_story_entry
from generator.pages.site_context import SiteContext
from generator.pages.story import StoryView, make_story_page
from generator.pages.types import Page, SearchEntry

pytestmark = pytest.mark.site

TODAY = dt.date(2026, 11, 23)
WEB = SiteIdentity(name="Stories", url="https://a.example/")
KINDS: Mapping[str, type[Record]] = {
    model.kind: model for model in (Story, Action, Update, Adoption, Domain)
}
BESIDE = {"update", "adoption"}  # told with the story that they belong to
COUNTED = [
    {"title": "Tea drunk hot", "id": "zq-short-name", "type": "outcome", "direction": "increase"}
    | {
        "unit": "%",
        "points": [{"date": f"2025-{month:02}-01", "value": 5} for month in range(1, 10)],
    },
    {"title": "Tea kept hot", "id": "zq-other-name", "type": "outcome", "direction": "increase"}
    | {"unit": "%", "points": [{"date": "2025-01-01", "value": 5}]},
    {"title": "Tea spilt", "id": "zq-rare", "type": "outcome", "direction": "decrease"}
    | {"events": ["1936-02-01"]},
]
# What has to be so for a voice to be heard, and for other records to be found.
FIXED: Mapping[str, object] = {
    "voices.consent.given": dt.date(2025, 12, 6),
    "voices.consent.review": dt.date(2027, 2, 3),
    "voices.consent.expires": dt.date(2028, 4, 7),
    "voices.consent.withdrawn": None,
    "contact.email": "zqmail@ward.example",
    "source.url": "https://zqsource.example/",
    "measures.file": "zqfigures.csv",
    "measures.id": "zq-short-name",
    "measures.per": 7654,
    "measures.points.count": 7321,
    "measures.events": tuple(dt.date(1936, month, 23) for month in (3, 5, 6, 8, 9)),
    "measures.observed.from": dt.date(1936, 1, 17),
    "measures.observed.to": dt.date(1936, 12, 29),
    "image.file": "zqpicture.webp",
    "aliases": ("zq-old-name",),
    "short": "Zqshort",
    "language": "qaa-Zqzq",
    "voices.language": "qab-Zqqz",
}
OTHERS: Mapping[str, tuple[object, object]] = {
    "domains": (("naming",), ("privacy",)),
    "setting": ("ward", "hospice"),
    "pathway": ("breast", "lung"),
    "strategic_links": (("plan",), ("aim",)),
    "adapted_from": ("first", "second"),
    "story": ("first", "second"),
    "action": (None, "desk"),
    "measures.measure": ("zq-short-name", "zq-other-name"),
    "voices.consent.scope": (
        ("website", "feeds", "social", "print"),
        ("website", "feeds", "social"),
    ),
    "of": ("stories/first", "stories/second"),
    "voices.role": ("patient", "staff"),
    "voices.identity": ("anonymous", "pseudonym"),
}
# What is obeyed, and neither told nor without effect: tests of consent try it.
NEVER_WRITTEN = {"voices.consent.withdrawn"}


def list_leaves(model: type[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """List every field that holds no others, by its path."""
    for name, made in model.model_fields.items():
        path = f"{above}{made.alias or name}"
        part = find_part(made.annotation)
        if part:
            yield from list_leaves(part, f"{path}.")
        else:
            yield path, made


def offers(made: Any) -> tuple[object, object] | None:
    """Find two values of a field that has few: a choice, or a claim."""
    kinds = [made.annotation, *get_args(made.annotation)]
    for kind in kinds:
        if kind is bool:
            return (False, True)
        if "Literal" in str(get_origin(kind)):
            found = get_args(kind)
            return (found[0], found[-1]) if get_origin(made.annotation) is not tuple else None
    return None


@cache
def mark(kind: str, path: str) -> object:
    """Make a value that stands nowhere else."""
    if path in FIXED:
        return FIXED[path]
    if path in OTHERS:
        return OTHERS[path][0]
    leaves = dict(list_leaves(KINDS[kind]))
    number = list(leaves).index(path)
    made = leaves[path]
    if chosen := offers(made):
        return chosen[0]
    told = str(made.annotation)
    if "date" in told:
        return dt.date(1931 + number, 1 + number % 12, 11)
    if "float" in told or "int" in told:
        return 7100 + number
    text = f"Zq{re.sub('[^a-z]', '', path)}zq and some more words"
    return (text,) if "tuple" in told else text


def fill(kind: str, model: type[Any], changed: Mapping[str, object], above: str = "") -> Any:
    """Fill a record, or a group of its fields, with marks; `changed` are values by their paths."""
    told = {}
    for name, made in model.model_fields.items():
        path = f"{above}{made.alias or name}"
        part = find_part(made.annotation)
        value: Any
        if part:
            value = fill(kind, part, changed, f"{path}.")
            if path == "measures":  # one is counted by the month, and one by its events
                rare = value | {"points": []}
                if kind == "update":
                    rare["measure"] = "zq-rare"
                value, more_told = value | {"events": [], "observed": None}, [rare]
            else:
                more_told = []
            value = [value, *more_told] if get_origin(made.annotation) is tuple else value
            if path == "measures.points":
                [point] = value
                # Of one point the value was written, and of another the count that makes it.
                counted = {"date": "2025-11-01", "count": point.pop("count"), "n": 9000}
                value.append(counted)
                more = range(1, 9)
                value += [{"date": f"2026-0{month}-01", "value": month} for month in more]
        else:
            value = changed.get(path, mark(kind, path))
        told[made.alias or name] = value
    return told


def make(kind: str, slug: str, told: Mapping[str, object]) -> Any:
    folder = {"story": "stories", "domain": "domains"}.get(kind, f"{kind}s")
    path = f"{folder}/{slug}/index.md" if kind == "story" else f"{folder}/{slug}.md"
    origin = Origin(path, slug, folder, Body("Tea was made.", 1))
    return KINDS[kind].model_validate(told, context=origin)


def collect(kind: str, changed: Mapping[str, object]) -> Collection:
    """Link a marked record of a kind with as many others as it needs."""
    plain = {
        "story": {"title": "First", "summary": "x" * 30, "date": "1930-01-01", "status": "made"}
        | {"domains": ["naming"], "changed_on": "2026-01-01", "measures": COUNTED},
        "domain": {"title": "Naming", "statement": "I am me", "order": 1, "short": "Names"},
    }
    told = fill(kind, KINDS[kind], changed)
    if told.get("action"):  # an update goes on with one record
        told["story"] = None
    marked = make(kind, "marked", told)
    desk = make("action", "desk", {"title": "A desk", "story": "first", "status": "testing"})
    stories = [
        make("story", slug, plain["story"] | {"title": f"Of {slug}"})
        for slug in ("first", "second")
    ]
    domains = [
        make("domain", slug, plain["domain"] | {"title": f"About {slug}"})
        for slug in ("naming", "privacy")
    ]
    words = {
        "settings": {"ward": {"label": "Ward"}, "hospice": {"label": "Hospice"}},
        "pathways": {"breast": {"label": "Breast"}, "lung": {"label": "Lung"}},
        "priorities": {"plan": {"label": "Plan"}, "aim": {"label": "Aim"}},
    }
    return link(
        [*stories, *([marked] if kind == "story" else [])],
        [marked] if kind == "action" else [desk] if kind == "update" else [],
        [*domains, *([marked] if kind == "domain" else [])],
        updates=[marked] if kind == "update" else [],
        adoptions=[marked] if kind == "adoption" else [],
        vocabulary=Vocabulary.model_validate(words),
        assets=[Asset(f"{where}/zqfigures.csv", "data") for where in ("stories/marked", "actions")]
        + [Asset("stories/marked/zqpicture.webp", "picture", 1600, 900)],
        content="content",
    )


SHELL = "{% block scripts %}{% endblock %}{% block content %}{% endblock %}"
ENVIRONMENT = Environment(
    loader=ChoiceLoader([
        DictLoader({"main.html": SHELL}),
        FileSystemLoader(ROOT / "theme"),
    ]),
    autoescape=True,
)  # fmt: skip
ENVIRONMENT.filters["url"] = str


def draw(page: Page) -> str:
    shown = SimpleNamespace(content=page.content, url=page.address, canonical_url="https://a/x")
    return ENVIRONMENT.get_template(page.template).render(page=shown, view=page.view)


def say_entry(entry: SearchEntry) -> str:
    told = (entry.title, entry.summary, entry.html, entry.wrong, entry.place, entry.also)
    return repr((*told, entry.filters, entry.order, entry.meta))


def list_paths(fields: Any, key: str) -> Iterator[str]:
    for field in fields:
        yield field[key]
        yield from list_paths(field.get("parts", ()), key)


def tell_story(known: Collection, slug: str = "marked") -> Mapping[str, str]:
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    story = known.story_by_slug[slug]
    page = make_story_page(story, context, ())
    assert isinstance(page.view, StoryView)
    entry = make_story_entry(story, page.view.outline, page.view.card, page.content, context)
    channel = next(each for each in list_channels(context) if not each.folder)
    feed = make_feed(channel, lambda each: make_entry(each, "<p>Tea.</p>", context))
    tables = [each for each in make_joined_documents(context) if each.address.endswith(".csv")]
    return {
        "page": draw(page),
        "feed": write_atom(feed, WEB).content + write_json_feed(feed, WEB).content,
        "json": make_story_document(story, "<p>Tea.</p>", context).content,
        "csv": "".join(each.content for each in tables),
        "markdown": make_story_file(story, context).content,
        "search": say_entry(entry),
    }


def tell_action(known: Collection) -> Mapping[str, str]:
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    [action] = known.actions
    page = make_action_page(action, context)
    assert isinstance(page.view, ActionView)
    entry = make_action_entry(action, page.view.outline, page.view.card, page.content, context)
    whole = {each.address: each.content for each in make_joined_documents(context)}
    return {
        "page": draw(page),
        "json": whole["actions.json"],
        "csv": whole["actions.csv"] + whole["measures.csv"],
        "markdown": make_action_file(action, context).content,
        "search": say_entry(entry),
    }


def tell_domain(known: Collection) -> Mapping[str, str]:
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    domain = known.domain_by_slug["marked"]
    overview = make_overview(known, context.findings, TODAY)
    pages = make_list_pages(overview, known, WEB)
    whole = {each.address: each.content for each in make_joined_documents(context)}
    entries = list_entries(known, context.findings)
    return {
        "page": draw(next(page for page in pages if page.address == "domains/marked/")),
        "json": whole["stories.json"],
        "markdown": make_domain_file(domain, context).content,
        "search": say_entry(next(e for e in entries if e.address == "domains/marked/")),
    }


TELL = {
    "story": tell_story,
    "action": tell_action,
    "domain": tell_domain,
    **{kind: partial(tell_story, slug="first") for kind in BESIDE},
}


@cache
def told_of(kind: str) -> Mapping[str, str]:
    return TELL[kind](collect(kind, {}))


def spell(value: object) -> list[str]:
    """Spell a mark in all the ways in which an output may write it."""
    if isinstance(value, tuple):
        return [each for one in value for each in spell(one)]
    if isinstance(value, dt.date):
        return [value.isoformat(), say_date(value), say_month(value)]
    if isinstance(value, int):
        return [str(value), say_number(value)]
    stem = str(value).partition(".webp")[0].partition(" ")[0]
    return [stem]


def find_outputs(kind: str, path: str, made: Any) -> set[str]:
    """Find the outputs in which a field leaves a trace."""
    pair = OTHERS.get(path) or offers(made)
    if pair is None:
        signs = spell(mark(kind, path))
        return {name for name, text in told_of(kind).items() if any(sign in text for sign in signs)}
    other = TELL[kind](collect(kind, {path: pair[1]}))
    return {name for name, text in told_of(kind).items() if other[name] != text}


LEAVES = [(kind, path, made) for kind, model in KINDS.items() for path, made in list_leaves(model)]


def test_every_field_has_a_line_in_the_table_and_no_line_is_without_a_field() -> None:
    for kind, lines in FIELD_OUTPUTS.items():
        paths = {path for each, path, _ in LEAVES if each == kind}
        groups = {path.rsplit(".", number)[0] for path in paths for number in (1, 2)}
        tops = {made.alias or name for name, made in KINDS[kind].model_fields.items()}
        assert tops - set(lines) == set(), "a field says neither where it goes nor why not"
        assert set(lines) - paths - groups == set()
        for path, line in lines.items():
            assert set(line) <= {*OUTPUTS["story"]}, path
            assert all(len(reason) > 20 for reason in line.values()), path


def test_at_most_a_tenth_of_the_table_is_left_out() -> None:
    """What a group leaves out is left out once, however many lines the fields in it have."""
    cells = [
        output in line and output not in (find_line(kind, path.rpartition(".")[0]) or {})
        for kind, lines in FIELD_OUTPUTS.items()
        for path, line in lines.items()
        for output in OUTPUTS[kind]
    ]
    assert sum(cells) <= len(cells) / 10, (sum(cells), len(cells))


@pytest.mark.parametrize(
    ("kind", "path", "made"), LEAVES, ids=[f"{kind}-{path}" for kind, path, _ in LEAVES]
)
def test_a_field_is_in_exactly_the_outputs_that_the_table_says(
    kind: str, path: str, made: Any
) -> None:
    if path in NEVER_WRITTEN:
        return
    expected = {name for name in told_of(kind) if carries(name, kind, path)}
    assert find_outputs(kind, path, made) == expected


def test_what_goes_on_with_an_action_is_told_in_every_output_of_the_action() -> None:
    """An update names a story or an action: it is told with the one that it names."""
    known = collect("update", {"action": "desk"})
    told = tell_action(known)
    assert set(told) == set(OUTPUTS["action"])
    for name, text in told.items():
        assert any(sign in text for sign in spell(mark("update", "voices.quote"))), name
        assert any(sign in text for sign in spell(mark("update", "date"))) or name == "csv"
    [day] = spell(mark("update", "date"))[1:2]
    assert day in told["csv"]


def test_the_form_on_the_site_asks_for_exactly_the_fields_of_the_table() -> None:
    known = collect("story", {})
    asked = json.loads(make_form(known, (), WEB).data)["fields"]
    paths = {path for path in list_paths(asked, "path") if not path.startswith("body")}
    leaves = {path for kind, path, _ in LEAVES if kind == "story"}
    assert paths & leaves == {path for path in leaves if carries("form", "story", path)}


@pytest.mark.word
def test_the_word_form_asks_for_exactly_the_fields_of_the_table() -> None:
    form = write_word_form(ask_story(collect("story", {})), "Stories")
    xml = zipfile.ZipFile(io.BytesIO(form)).read("word/document.xml").decode("utf-8")
    tags = re.findall(r'<w:tag w:val="([^"]+)"', xml)
    paths = {tag.removeprefix("story.") for tag in tags}
    leaves = {path: made for kind, path, made in LEAVES if kind == "story"}
    # The figures are a table, whose columns are named by their headings.
    columns = {path for path in leaves if path.startswith("measures.points.")}
    paths |= {path for path in columns if f">{words_of(leaves[path]).label}<" in xml}
    assert paths & set(leaves) == {path for path in leaves if carries("word", "story", path)}


def test_a_field_without_a_line_is_carried_nowhere() -> None:
    assert find_line("story", "grant") is None
    assert not any(carries(output, "story", "grant") for output in OUTPUTS["story"])


# A mark in the right output may still stand in the wrong place: under another field's name.


PLAIN = [
    (kind, path, made)
    for kind, path, made in LEAVES
    if kind in {"story", "action"} and "." not in path and path not in OTHERS and not offers(made)
]


def read_rows(kind: str) -> Mapping[str, str]:
    name = {"story": "stories", "action": "actions"}[kind]
    known = collect(kind, {})
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    [table] = [d.content for d in make_joined_documents(context) if d.address == f"{name}.csv"]
    rows = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))
    return next(row for row in rows if row["slug"] == "marked")


def test_each_column_has_the_value_of_the_field_that_it_is_named_after() -> None:
    for kind in ("story", "action"):
        row = read_rows(kind)
        for _, path, _ in (each for each in PLAIN if each[0] == kind):
            if carries("csv", kind, path):
                assert row[path].startswith(tuple(spell(mark(kind, path)))), f"{kind}: {path}"
        assert row.get("contact_telephone", "Zqcontacttelephonezq").startswith("Zqcontacttele")


def test_each_name_in_the_data_has_the_value_of_its_field() -> None:
    story = json.loads(told_of("story")["json"])["story"]
    action = json.loads(told_of("action")["json"])["actions"][0]
    for kind, told in (("story", story), ("action", action)):
        for path, _ in list_leaves(KINDS[kind]):
            name, _, inner = path.partition(".")
            if name in {"voices", "measures", *OTHERS} or not carries("json", kind, path):
                continue
            value = told[name]
            value = value[0] if inner and isinstance(value, list) else value
            value = value[inner] if inner else value
            wanted = mark(kind, path)
            wanted = list(wanted) if isinstance(wanted, tuple) else wanted
            wanted = wanted.isoformat() if isinstance(wanted, dt.date) else wanted
            assert value == wanted or path == "image.file", f"{kind}: {path}"


def strip(text: str) -> str:
    """Leave the words of a page, a feed or a file, with one space between them."""
    text = html.unescape(html.unescape(text))
    return " ".join(re.sub(r"<[^>]*>|[#*_:>-]", " ", text).split())


def test_each_value_stands_under_the_heading_of_its_field() -> None:
    tried = 0
    for kind, path, made in PLAIN:
        heading, value = words_of(made).heading, mark(kind, path)
        if not heading or not str(value).strip("('").startswith("Zq"):
            continue
        for output in ("page", "markdown", *(["feed"] if kind == "story" else [])):
            sign = f"{' '.join(strip(heading).split())} {strip(spell(value)[0])}"
            assert sign in strip(told_of(kind)[output]), f"{kind}: {path}, {output}"
            tried += 1
    assert tried >= 20


def test_no_two_fields_of_a_record_have_the_same_heading() -> None:
    for model in KINDS.values():
        told = [words_of(made).heading for made in model.model_fields.values()]
        headings = [heading for heading in told if heading]
        assert len(set(headings)) == len(headings)


def test_an_action_is_told_in_a_line_with_its_day_its_people_its_effort_and_its_status() -> None:
    told = {"title": "Moved the desk", "status": "stopped", "stopped_on": "2026-03-04"}
    told |= {"by": "Porters", "with": "Two patients", "effort": {"hours": 1, "cost": 12.5}}
    action = make("action", "desk", told | {"story": "marked"})
    known = replace(collect("story", {}), actions=(action,))
    words = "Stopped 4 March 2026 · Porters, with two patients · 1 hour, £12.50 · Stopped"
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    feed = make_entry(known.story_by_slug["marked"], "", context).html
    link = '<a href="https://a.example/actions/desk/" lang="qaa-Zqzq">Moved the desk</a>'
    assert f"{link}: {words}" in feed
    file = make_story_file(known.story_by_slug["marked"], context).content
    assert f"[Moved the desk](../../actions/desk.md): {words}" in file
    dates, _, rest = words.partition(" · ")
    assert f"{dates} Moved the desk {rest}" in strip(tell_story(known)["page"])


def test_a_card_has_the_colour_and_the_label_of_its_first_domain() -> None:
    known = collect("story", {})
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    ordered = enumerate(known.domains, 3)
    domains = {each.slug: replace_order(each, number) for number, each in ordered}
    known = link(known.stories, [], domains.values(), vocabulary=known.vocabulary)
    context = SiteContext(known, context.findings, WEB, TODAY)
    view = make_story_page(known.story_by_slug["marked"], context, ()).view
    assert isinstance(view, StoryView)
    assert view.share.card.number == domains["naming"].order
    for number, (day, _) in enumerate(WEB.palette.accents):
        drawn = compose(replace(view.share.card, number=number)).convert("RGB")
        assert drawn.getpixel((4, 4)) == tuple(bytes.fromhex(day[1:])), number


def replace_order(domain: Domain, order: int) -> Domain:
    return domain.model_copy(update={"order": order})
