"""The data: valid by their published schemas, safe in a spreadsheet, quoting only with consent."""

import csv
import html
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command import SITE, run_stories
from costs import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from test_feeds import TODAY, WEB, make_domain, make_story, read_html

from generator.build.pipeline import Project, check, render
from generator.collection.link import link
from generator.collection.story_evidence import Findings, judge_records
from generator.exports.csv_writer import MARK, defuse, write_cleaned, write_table
from generator.exports.json_data import make_story_document
from generator.exports.record_files import make_joined_documents
from generator.load.files import read_table
from generator.model import Story
from generator.model.site_identity import SiteIdentity
from generator.pages.site_context import SiteContext
from generator.pages.smart_quotes import curl_quotes
from generator.pages.types import Document

ROOT = Path(__file__).parent.parent
FORMULA = re.compile(r"\s*\"*\s*[=+\-@＝＋－＠]")
EVIL = '=HYPERLINK("https://a.example","x")'


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def validate(told: object, schema: object) -> list[str]:
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(told)]


def read_sheet(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))


def read_csv(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes it for another encoding"
    text = content.decode("utf-8")
    assert text.count("\n") == text.count("\r\n")
    return read_sheet(text)


@pytest.mark.parametrize("name", ["stories", "actions"])
def test_the_lists_keep_to_their_published_schemas(built_site: Path, name: str) -> None:
    told, schema = (
        load(built_site / f"{name}.json"),
        load(built_site / f"schema/{name}.schema.json"),
    )
    assert validate(told, schema) == []
    assert told["version"] == 1
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_story_is_there_as_a_file_that_keeps_to_its_schema(built_site: Path) -> None:
    schema = load(built_site / "schema/story.schema.json")
    stories = load(built_site / "stories.json")["stories"]
    pages = {path.parent.name for path in (built_site / "stories").glob("*/story.json")}
    assert {story["slug"] for story in stories} == pages
    for slug in pages:
        told = load(built_site / f"stories/{slug}/story.json")
        assert validate(told, schema) == [], slug
        [brief] = [story for story in stories if story["slug"] == slug]
        assert brief.items() <= told["story"].items()


def test_a_schema_refuses_what_lacks_a_field_or_has_another_kind(built_site: Path) -> None:
    schema = load(built_site / "schema/story.schema.json")
    told = load(built_site / "stories/a-quiet-room/story.json")
    for change in (
        {"slug": 1}, {"evidence": "proved"}, {"date": "July"}, {"quotes": None}, {"domains": "x"},
        {"measures": [{}]},
    ):  # fmt: skip
        assert validate({**told, "story": told["story"] | change}, schema), change
    for name in told["story"]:
        rest = {key: value for key, value in told["story"].items() if key != name}
        assert validate({**told, "story": rest}, schema), name
    assert validate({**told, "version": 2}, schema)
    assert validate({**told, "later": True}, schema) == []


def test_every_field_of_the_data_is_described(built_site: Path) -> None:
    for path in (built_site / "schema").glob("*.json"):
        schema = load(path)
        for part in (schema, *schema["$defs"].values()):
            assert part.get("description", "").endswith("."), part["title"]
            for name, field in part["properties"].items():
                assert "description" in field or "$ref" in str(field), f"{part['title']}.{name}"


def test_the_lists_have_every_record_and_what_the_design_promises(built_site: Path) -> None:
    told = load(built_site / "stories.json")
    checked = check(Project(SITE), TODAY)
    for kind in ("stories", "actions", "domains"):
        records = getattr(checked.collection, kind)
        assert [each["slug"] for each in told[kind]] == [record.slug for record in records]
    assert {
        "slug", "url", "title", "summary", "date", "domains", "setting", "status", "evidence",
        "voices", "quick_win", "strategic_links", "adapted_from",
    } <= set(told["stories"][0])  # fmt: skip
    assert load(built_site / "actions.json")["actions"] == told["actions"]
    for record in (*told["stories"], *told["actions"], *told["domains"]):
        base = "https://improvement-stories.example/"
        assert (built_site / record["url"].removeprefix(base) / "index.html").is_file()


def test_points_come_with_the_lines_and_signals_that_were_worked_out(built_site: Path) -> None:
    story = load(built_site / "stories/a-quiet-room/story.json")["story"]
    doors, waits = story["measures"]
    assert (doors["chart"], doors["rule_set"]) == ("p", "p")
    assert "Anhøj and Olesen" in doors["rules"]
    before = [p for p in doors["points"] if p["date"] < story["changed_on"]]
    share = 100 * sum(p["count"] for p in before) / sum(p["n"] for p in before)
    assert doors["points"][0]["centre"] == pytest.approx(share)
    for point in doors["points"]:
        assert point["lower"] < point["centre"] < point["upper"]
        is_after = point["date"] >= story["changed_on"]
        assert is_after or not point["signals"]
        assert all(signal["better"] for signal in point["signals"])
    assert any(point["signals"] for point in doors["points"])
    assert doors["evidence"] == story["evidence"] == "signal"
    assert {False, True} <= {s["better"] for p in waits["points"] for s in p["signals"]}


def test_the_tables_say_what_the_data_say(built_site: Path) -> None:
    told = load(built_site / "stories.json")
    for name, key in (("stories", "stories"), ("actions", "actions")):
        rows = read_csv(built_site / f"{name}.csv")
        for row, record in zip(rows, told[key], strict=True):
            assert row["slug"] == record["slug"]
            assert row["title"] == defuse(record["title"])
            assert row["domains"] == "; ".join(record["domains"])
            assert row["quick_win"] == str(record["quick_win"]).lower()
    points = read_csv(built_site / "measures.csv")
    for slug in ("a-quiet-room", "the-first-ten-minutes"):
        story = load(built_site / f"stories/{slug}/story.json")["story"]
        told_points = [(m, p) for m in story["measures"] for p in m["points"]]
        rows = [row for row in points if row["story"] == slug and not row["action"]]
        for row, (measure, point) in zip(rows, told_points, strict=True):
            assert row["date"] == point["date"]
            assert float(row["value"]) == point["value"]
            assert float(row["centre"]) == pytest.approx(point["centre"])
            assert row["rules"] == measure["rules"]
            signals = [signal["rule"] for signal in point["signals"]]
            assert [each.split()[0] for each in row["signals"].split("; ") if each] == signals


@given(st.text() | st.text("=+-@;\t|'\" \n\r\u2028\x85a1＝"))
def test_no_text_begins_a_formula_in_any_spreadsheet(text: str) -> None:
    table = write_table(["a", "b"], [["x", text], ["y", text]])
    for sign in ",;\t":
        rows = list(csv.reader(io.StringIO(table.removeprefix(MARK), newline=""), delimiter=sign))
        assert sign != "," or len(rows) == 3
        assert not any(FORMULA.match(cell) for row in rows for cell in row), rows


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_a_number_stays_a_number(value: float) -> None:
    [row] = read_sheet(write_table(["a", "b"], [["x", value]]))
    assert float(row["b"]) == value
    assert not row["b"].endswith(".0")


def test_a_text_that_is_harmless_is_left_as_it_is() -> None:
    for text in ("a - b", "3 = 3", "me@ward.example", "“=1”", "2026-03-01", "50%", "A, B; C"):
        assert defuse(text) == text
    assert defuse("=1") == "'=1"
    assert defuse("one\r\ntwo") == "one two"


def _publish(project: Path, web: SiteIdentity = WEB) -> tuple[tuple[Document, ...], set[str]]:
    site = render(check(Project(project), TODAY), TODAY, web)
    made = [sheet.make() for sheet in site.sheets]
    beside = (document for each in made for document in each.documents)
    shares: dict[str, list[bytes]] = defaultdict(list)
    for each in made:
        for address, share in each.shares.items():
            shares[address].append(share.encode())
    joined_files = (
        Document(whole.address, whole.join(shares).decode()) for whole in site.joined_files
    )
    return (*site.documents, *joined_files, *beside), {copy.address for copy in site.copies}


@pytest.mark.site
def test_a_contributors_figures_are_published_without_their_formulas(project: Path) -> None:
    data = project / "stories/2026/a-quiet-room/waiting-times.csv"
    lines = data.read_text(encoding="utf-8").splitlines()
    quoted = EVIL.replace('"', '""')
    lines[1] = f'2024-10-01,-26,135,"{quoted}"'
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    documents, copies = _publish(project)
    address = "stories/a-quiet-room/waiting-times.csv"
    [published] = [document for document in documents if document.address == address]
    first, *rest = read_sheet(published.content)
    assert first == {"date": "2024-10-01", "value": "-26", "n": "135", "note": f"'{EVIL}"}
    assert len(rest) == len(lines) - 2
    assert address not in copies
    [table] = [document.content for document in documents if document.address == "measures.csv"]
    assert f"'{EVIL}" in [row["note"] for row in read_sheet(table)]


def test_a_table_that_is_no_measures_is_cleaned_too(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        f'a,b\n-3,"{EVIL.replace(chr(34), chr(34) * 2)}"\n\n007,=1\n'
    )
    rows = list(csv.reader(io.StringIO(write_cleaned(read_table(tmp_path, "list.csv"))[1:])))
    assert rows == [["a", "b"], ["-3", f"'{EVIL}"], ["007", "'=1"]]
    assert read_table(tmp_path, "missing.csv") == []


def test_charts_lead_to_their_figures(built_site: Path) -> None:
    page = built_site / "stories/a-quiet-room"
    links = read_html(
        (page / "index.html").read_text(encoding="utf-8").replace("srcset", "x")
    ).found
    for name in ("waiting-times.csv", "private-conversations.csv"):
        assert name in links
        assert {"date", "value", "n", "note"} == set(read_csv(page / name)[0])


def _list_strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _list_strings(each)


def read_all(folder: Path) -> str:
    """Read every text of every data file, feed and Markdown file, as a reader of it would."""
    texts = []
    for path in folder.rglob("*"):
        if path.suffix == ".json" and "search" not in path.parts:
            texts += _list_strings(load(path))
        elif path.suffix == ".csv":
            texts += (cell for row in read_csv(path) for cell in row.values())
        elif path.suffix == ".md" or path.name == "feed.xml":
            texts.append(html.unescape(path.read_text(encoding="utf-8")))
    return " ".join(html.unescape(" ".join(texts)).split())


def list_voices() -> Iterator[tuple[str, str, bool]]:
    """List every quotation of the sample content, who said it, and whether it may go further."""
    known = check(Project(SITE), TODAY).collection
    for record in (*known.stories, *known.actions):
        for voice in record.voices:
            quote = " ".join(curl_quotes(voice.quote).split())
            may_go = all(voice.may_be_shown(scope, TODAY) for scope in ("website", "feeds"))
            yield quote, curl_quotes(voice.said_by), may_go


def test_a_quotation_leaves_the_site_only_if_its_consent_says_so(
    built_site: Path, tmp_path: Path
) -> None:
    folders = [built_site]
    for form in ("json", "csv", "markdown"):
        target = tmp_path / (f"{form}.json" if form == "json" else form)
        run = run_stories("export", "--format", form, "-o", str(target))
        assert run.returncode == 0, run.stderr
        folders.append(target)
    (tmp_path / "one").mkdir()
    (tmp_path / "json.json").rename(tmp_path / "one/all.json")
    folders[1] = tmp_path / "one"
    voices = list(list_voices())
    assert {may_go for *_, may_go in voices} == {True, False}
    # Who is named elsewhere too, as a team or in the story, is no sign of a quotation.
    sources = [path.read_text(encoding="utf-8") for path in (SITE / "stories").rglob("*.md")]
    elsewhere = re.sub(r"said_by: .*", "", curl_quotes(" ".join(sources)))
    allowed = {said_by for _, said_by, may_go in voices if may_go}
    hidden = {s for _, s, may_go in voices if not may_go and s not in elsewhere} - allowed
    assert hidden
    for folder in folders:
        texts = read_all(folder)
        for quote, _, may_go in voices:
            assert (quote in texts) is may_go, (folder, quote)
        assert [said_by for said_by in hidden if said_by in texts] == []


def _quote(scope: list[str], given: str, withdrawn: str | None) -> Story:
    consent = {"reference": "FH-1", "scope": scope, "given": given, "withdrawn": withdrawn}
    voice = {"role": "patient", "quote": "Thirty years a Peggy.", "said_by": "Peg Marsh"}
    return make_story(voices=[{**voice, "identity": "named", "consent": consent}])


def _write_all(story: Story, web: SiteIdentity = WEB) -> str:
    collection = link([story], domains=[make_domain()])
    context = SiteContext(collection, judge_records(collection, TODAY), web, TODAY)
    made = make_joined_documents(context)
    return "".join(d.content for d in [*made, make_story_document(story, "<p>Tea.</p>", context)])


scopes = st.lists(st.sampled_from(["website", "feeds", "social", "print"]), min_size=1, unique=True)
days = st.sampled_from(["2020-01-01", "2023-11-23", "2023-11-24", "2026-11-23"])


@settings(deadline=None)
@given(scopes, days, st.sampled_from([None, "2026-11-22"]))
def test_whatever_the_consent_the_data_obey_it(
    scope: list[str], given: str, withdrawn: str | None
) -> None:
    told = _write_all(_quote(scope, given, withdrawn))
    may_go = {"website", "feeds"} <= set(scope) and given > "2023-11-23" and withdrawn is None
    assert ("Thirty years a Peggy." in told) is may_go
    assert ("Peg Marsh" in told) is may_go
    assert "FH-1" not in told


def test_without_an_address_of_the_site_addresses_begin_at_its_root() -> None:
    told = _write_all(make_story(), SiteIdentity())
    assert '"url":"stories/a-slate/"' in told
    assert '"data":"stories/a-slate/story.json"' in told


@pytest.mark.site
def test_data_of_many_stories_cost_no_more_than_their_share() -> None:
    def prepare(number: int) -> Callable[[], object]:
        many = link([make_story(f"s-{n}") for n in range(number)], domains=[make_domain()])
        return lambda: list(make_joined_documents(SiteContext(many, Findings(), WEB, TODAY)))

    assert is_linear(prepare, 200, 2000)
