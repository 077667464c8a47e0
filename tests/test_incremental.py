"""A build that takes over what has not changed gives the very site that a clean build gives.

A small project is changed in every way that a person may change one, step by step. After each step
it is built where it stands, with all that earlier builds left behind, and a copy of it is built
from nothing: both are the same byte for byte, or both are refused in the same words. `make deep`
takes twenty of these walks, `make test` one.
"""

import datetime as dt
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from deep import DEEP
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from PIL import Image
from small_project import (
    POINTS,
    STORIES,
    list_differences,
    make_project,
    read_tree,
    write_action,
    write_story,
)

from generator.mkdocs_plugin.commands import BuildOptions, SiteError, build_site

pytestmark = pytest.mark.site

WALKS, STEPS = 20 if DEEP else 1, 15
DAYS = [dt.date(2026, 11, 23), dt.date(2026, 11, 24), dt.date(2027, 1, 2), dt.date(2030, 5, 1)]
WORDS = ("lanterns", "porridge", "a wicket gate", "Œuvre & <b>bold</b>", "the pagoda", "“quiet”")
SLUGS = ("a-bell", "a-name", "a-say", "quieter-days", "quiet-nights", "a-lamp", "a-gate")
FIELDS = {
    "title": ['"Lanterns"', '"Porridge at six"', '"A quiet ward, by day & by night"'],
    "summary": ['"Told anew."', '"Told a second time, with a fish."', None],
    "date": ["2026-02-02", "2026-09-09", "2026-12-24"],
    "updated": ["2026-10-10", None],
    "domains": ["[naming]", "[privacy, naming]", "[decisions]", "[nowhere]", None],
    "setting": ["ward", "hospice", "home", "nowhere", None],
    "pathway": ["breast", "lung", None],
    "status": ["made", "sustained", "testing", "planned"],
    "changed_on": ["2026-03-02", "2026-06-15", None],
    "made_on": ["2026-03-02", "2026-07-01", None],
    "organisation": ['"Cawdale Infirmary"', None],
    "strategic_links": ["[patient-experience]", "[safety]", None],
    "quick_win": ["true", None],
    "illustrative": ["true", None],
    "story": [*SLUGS, None],
    "adapted_from": [*SLUGS, None],
    "aliases": ["[an-old-name]", "[an-old-name, a-lamp]", None],
    "allow": ["[{rule: hard-to-read, because: It is read aloud.}]", None],
    "lessons": ['["Ask at six in the morning"]', None],
}
CONSENT = {
    "expires": ["2026-12-31", "2026-11-24", None],
    "withdrawn": ["2026-11-01", None],
    "scope": ["[website]", "[website, feeds, social, print]", "[print]"],
}
SETTINGS = {
    "site_name": ["Improvement Stories", "Stories of Larch Ward"],
    "site_url": ["https://improvement-stories.example/", "https://larch.example/told/", ""],
    "repo_url": ["https://github.com/improvement-stories/improvement-stories", ""],
    "edit_uri": ["edit/main/content/", "edit/live/content/"],
    "site_description": ["Short stories.", "What patients and staff changed."],
}
VOCABULARY = "domains/vocabulary.yml"
MEASURE = "People woken by noise"


class Refused(list[str]):
    """What a build said that gave no site."""


class Place:
    """A project, built as it stands there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = make_project(root / "here")
        self.day = DAYS[0]
        assert self.build_both() is None

    def list_records(self) -> list[str]:
        files = (self.project / "stories").rglob("*.md")
        return sorted(path.relative_to(self.project).as_posix() for path in files)

    def read(self, path: str) -> str:
        return (self.project / path).read_text()

    def set_field(self, path: str, name: str, value: str | None) -> None:
        text = re.sub(rf"(?m)^{name}:.*\n", "", self.read(path))
        line = f"{name}: {value}\n" if value else ""
        self.change({path: text.replace("---\n", f"---\n{line}", 1)})

    def change(self, changes: dict[str, str | bytes | None]) -> Refused | None:
        """Change files and build; what cannot be built is taken back."""
        before = {path: self.fetch(path) for path in changes}
        for path, content in changes.items():
            self.put(path, content)
        refused = self.build_both()
        if refused:
            for path, told in before.items():
                self.put(path, told)
        return refused

    def fetch(self, path: str) -> bytes | None:
        file = self.project / path
        return file.read_bytes() if file.exists() else None

    def put(self, path: str, content: str | bytes | None) -> None:
        file = self.project / path
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def build_both(self) -> Refused | None:
        """Build here with what is known, and elsewhere from nothing."""
        elsewhere = self.root / "elsewhere"
        shutil.rmtree(elsewhere, ignore_errors=True)
        shutil.copytree(self.project, elsewhere, ignore=shutil.ignore_patterns(".cache", "site"))
        said, known = self.build(self.project)
        expected, clean = self.build(elsewhere)
        assert said == expected
        if clean is None or known is None:
            assert clean is known
            return Refused(said)
        assert not list_differences(known, clean)
        return None

    def build(self, project: Path) -> tuple[list[str], dict[str, str] | None]:
        with listen() as said:
            try:
                build_site(str(project / "mkdocs.yml"), BuildOptions(today=self.day, jobs=1))
            except SiteError as error:
                return [*said, str(error)], None
        return said, read_tree(project / "site")


class listen:  # noqa: N801 (it reads as a verb: `with listen() as said`)
    """Keep what the engine and the generator say, down to the smallest advice."""

    def __enter__(self) -> list[str]:
        self.said: list[str] = []
        self.ear = logging.Handler()
        self.ear.emit = lambda record: self.said.append(record.getMessage())  # type: ignore[method-assign]
        self.logger = logging.getLogger("mkdocs.plugins.improvement-stories")
        self.level = self.logger.level
        self.logger.setLevel(logging.DEBUG)
        self.logger.addHandler(self.ear)
        return self.said

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self.ear)
        self.logger.setLevel(self.level)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A project that was built once, where each test begins."""
    return Place(tmp_path_factory.mktemp("walk"))


@pytest.fixture
def place(built: Place) -> Iterator[Place]:
    kept = shutil.copytree(built.project, built.root / "kept")
    yield built
    shutil.rmtree(built.project)
    kept.rename(built.project)


def test_a_word_gone_from_the_vocabulary_is_missed_in_stories_that_are_as_they_were(
    place: Place,
) -> None:
    text = place.read(VOCABULARY).replace("\n  hospice:", "\n  hospital:")
    refused = place.change({VOCABULARY: text})
    assert refused
    assert any("hospice" in said for said in refused)


def test_the_title_of_a_page_without_a_name_in_the_navigation_shows_on_every_page(
    place: Place,
) -> None:
    nav = place.read("mkdocs.yml").replace("  - About: about.md", "  - about.md")
    assert place.change({"mkdocs.yml": nav}) is None
    text = place.read("content/about.md").replace("title: About", "title: All about")
    assert place.change({"content/about.md": text}) is None
    assert "All about" in (place.project / "site/stories/a-name/index.html").read_text()


def test_a_data_file_whose_name_is_written_in_another_way_is_not_forgotten(place: Place) -> None:
    story, data = f"{STORIES}/quiet-nights/index.md", f"{STORIES}/quiet-nights/woken.csv"
    disguised = place.read(story).replace("file: woken.csv", 'file: "w\\x6fken\\x2Ecsv"')
    assert place.change({story: disguised}) is None
    assert place.change({data: POINTS.replace(",9", ",17")}) is None
    assert ",17," in (place.project / "site/measures.csv").read_text()


def test_new_numbers_show_in_a_story_about_which_there_was_something_to_say(place: Place) -> None:
    story, data = f"{STORIES}/quiet-nights/index.md", f"{STORIES}/quiet-nights/woken.csv"
    assert place.change({story: place.read(story) + "\n<!-- What came of it? -->\n"}) is None
    assert place.change({data: POINTS.replace(",9", ",17")}) is None
    assert ",17," in (place.project / "site/measures.csv").read_text()


def test_a_file_whose_name_tells_who_somebody_is_is_told_of_when_it_comes(place: Place) -> None:
    place.put(f"{STORIES}/quiet-nights/jane-miller-dob.csv", POINTS)
    said, _ = place.build(place.project)
    assert [each for each in said if "jane-miller-dob.csv" in each and "who somebody is" in each]
    assert place.build_both() is None


def test_settings_from_outside_the_file_are_not_forgotten(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORIES_ICON", "assets/images/one.svg")
    text = place.read("mkdocs.yml")
    known = "favicon: assets/images/favicon.svg"
    assert known in text
    icon = place.read("theme/assets/images/favicon.svg")
    icons = {f"theme/assets/images/{name}.svg": icon for name in ("one", "another")}
    changed = text.replace(known, "favicon: !ENV STORIES_ICON")
    assert place.change({**icons, "mkdocs.yml": changed}) is None
    monkeypatch.setenv("STORIES_ICON", "assets/images/another.svg")
    assert place.build_both() is None


def test_an_update_and_an_adoption_show_wherever_their_story_does(place: Place) -> None:
    site, story = place.project / "site", f"{STORIES}/quiet-nights"
    told = "---\ndate: 2026-11-{day}\n{more}---\n\nThe lids have lanterns now.\n"
    more = f"measures:\n  - measure: {MEASURE}\n    file: november.csv\nstatus: sustained\n"
    first = {
        f"{story}/updates/november.csv": "date,value\n2026-11-02,17\n",
        f"{story}/updates/2026-11-20-ward.md": told.format(day=20, more=more),
    }
    assert place.change(first) is None
    assert ",17," in (site / "measures.csv").read_text()
    assert "lanterns" in (site / "feed.xml").read_text()
    assert "lanterns" in (site / "stories/quiet-nights/index.html").read_text()
    assert place.change({f"{story}/updates/november.csv": "date,value\n2026-11-02,23\n"}) is None
    assert ",23," in (site / "measures.csv").read_text()
    of_action = told.format(day=21, more="action: a-clock\nstatus: stopped\n")
    assert place.change({"stories/updates/2026-11-21-clock.md": of_action}) is None
    assert "lanterns" in (site / "actions/a-clock/index.html").read_text()
    elsewhere = "---\nof: {of}\ndate: 2026-11-19\noutcome: {outcome}\nwhy: It was quiet.\n---\n"
    for outcome, words in (("kept", "kept in 2"), ("given-up", "kept in 1")):
        adoption = elsewhere.format(of="stories/quiet-nights", outcome=outcome)
        assert place.change({"stories/adoptions/elm.md": adoption}) is None
        for page in ("stories/quiet-nights", "stories", "domains/naming", "taken-home"):
            assert words in (site / page / "index.html").read_text()
    assert place.change(dict.fromkeys(first)) is None
    assert "lanterns" not in (site / "stories/quiet-nights/index.html").read_text()


class Changes(RuleBasedStateMachine):
    """A project that is changed and built, again and again."""

    @initialize()
    def begin(self) -> None:
        self.place = Place(Path(tempfile.mkdtemp(prefix="stories-")))

    def teardown(self) -> None:
        if hasattr(self, "place"):
            shutil.rmtree(self.place.root)

    @rule(data=st.data(), field=st.sampled_from(sorted(FIELDS)))
    def set_a_field(self, data: st.DataObject, field: str) -> None:
        path = data.draw(st.sampled_from(self.place.list_records()))
        self.place.set_field(path, field, data.draw(st.sampled_from(FIELDS[field])))

    @rule(data=st.data(), field=st.sampled_from(sorted(CONSENT)))
    def change_a_consent(self, data: st.DataObject, field: str) -> None:
        value = data.draw(st.sampled_from(CONSENT[field]))
        told = [path for path in self.place.list_records() if "consent:" in self.place.read(path)]
        if told:
            text = re.sub(rf"(?m)^      {field}:.*\n", "", self.place.read(told[0]))
            line = f"      {field}: {value}\n" if value else ""
            self.place.change({told[0]: text.replace("      given:", f"{line}      given:", 1)})

    @rule(data=st.data(), words=st.sampled_from(WORDS))
    def write_more(self, data: st.DataObject, words: str) -> None:
        path = data.draw(st.sampled_from(self.place.list_records()))
        heading = data.draw(st.sampled_from(["", "\n## What came of it\n"]))
        self.place.change({path: f"{self.place.read(path)}{heading}\nThere was also {words}.\n"})

    @rule(data=st.data(), anchor=st.sampled_from(["", "#what-came-of-it"]))
    def link_to_another(self, data: st.DataObject, anchor: str) -> None:
        records = self.place.list_records()
        path, goal = data.draw(st.sampled_from(records)), data.draw(st.sampled_from(records))
        goal = data.draw(st.sampled_from([goal, "content/about.md", f"{STORIES}/a-gate.md"]))
        way = os.path.relpath(goal, Path(path).parent)
        self.place.change(
            {path: f"{self.place.read(path)}\nSee [what they told]({way}{anchor}).\n"}
        )

    @rule(slug=st.sampled_from(SLUGS), words=st.sampled_from(WORDS), above=st.sampled_from(SLUGS))
    def add_a_story(self, slug: str, words: str, above: str) -> None:
        path = f"{STORIES}/{slug}.md"
        more = "" if above == slug else f"adapted_from: {above}\n"
        self.place.change({path: write_story("A new one", more=more, body=f"We had {words}.")})

    @rule(data=st.data(), slug=st.sampled_from(["a-hook", "a-clock", "a-peg", "a-gate"]))
    def add_an_action(self, data: st.DataObject, slug: str) -> None:
        folder = data.draw(st.sampled_from(["stories/actions", f"{STORIES}/quiet-nights/actions"]))
        story = data.draw(st.sampled_from(["", *(f"story: {slug}\n" for slug in SLUGS)]))
        self.place.change({f"{folder}/{slug}.md": write_action("One more", more=story)})

    @rule(
        data=st.data(),
        name=st.sampled_from(["2026-11-20-ward", "2026-11-21-night", "2026-11-21-audit"]),
        words=st.sampled_from(WORDS),
    )
    def add_an_update(self, data: st.DataObject, name: str, words: str) -> None:
        slug = data.draw(st.sampled_from([*SLUGS, "an-old-name"]))
        status = data.draw(st.sampled_from(["", "status: made\n", "status: stopped\n"]))
        value = data.draw(st.integers(1, 40))
        points = f"[{{date: 2026-10-0{data.draw(st.integers(1, 3))}, value: {value}}}]"
        measures = f"measures:\n  - measure: {MEASURE}\n    points: {points}\n"
        more = f"{status}{data.draw(st.sampled_from(['', measures]))}"
        told = f"---\nstory: {slug}\ndate: {name[:10]}\n{more}---\n\nThere is {words} now.\n"
        self.place.change({f"stories/updates/{name}.md": told})

    @rule(
        data=st.data(),
        name=st.sampled_from(["elm", "ash"]),
        outcome=st.sampled_from(["kept", "adapted", "given-up", "decided-against"]),
        words=st.sampled_from(WORDS),
    )
    def add_an_adoption(self, data: st.DataObject, name: str, outcome: str, words: str) -> None:
        goals = [*(f"stories/{slug}" for slug in SLUGS), "actions/a-clock", "actions/felt"]
        of = data.draw(st.sampled_from(goals))
        told = f"of: {of}\ndate: 2026-11-19\nsetting: ward\noutcome: {outcome}\n"
        text = f"---\n{told}why: '{words}'\n---\n"
        self.place.change({f"stories/adoptions/{name}.md": text})

    @rule(data=st.data())
    def delete_a_record(self, data: st.DataObject) -> None:
        self.place.change({data.draw(st.sampled_from(self.place.list_records())): None})

    @rule(data=st.data(), slug=st.sampled_from(SLUGS), is_known=st.booleans())
    def rename_a_record(self, data: st.DataObject, slug: str, *, is_known: bool) -> None:
        path = data.draw(st.sampled_from(self.place.list_records()))
        old = Path(path)
        if old.stem == "index":
            return
        text = self.place.read(path)
        if is_known:
            text = re.sub("(?m)^aliases:.*\n", "", text)
            text = text.replace("---\n", f"---\naliases: [{old.stem}]\n", 1)
        self.place.change({path: None, old.with_name(f"{slug}.md").as_posix(): text})

    @rule(data=st.data())
    def break_and_mend_a_record(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.place.list_records()))
        whole = self.place.read(path)
        spoilt = data.draw(st.sampled_from(["", "---\ntitle: [\n", "no fields at all"]))
        self.place.change({path: spoilt})
        self.place.change({path: whole})

    @rule(value=st.integers(1, 40), month=st.integers(10, 14))
    def measure_more(self, value: int, month: int) -> None:
        line = f"2026-{month:02}-02,{value}\n"  # there is no fourteenth month
        self.place.change({f"{STORIES}/quiet-nights/woken.csv": POINTS + line})

    @rule(width=st.sampled_from([300, 700]), colour=st.sampled_from(["teal", "plum"]))
    def change_the_picture(self, width: int, colour: str) -> None:
        kept = BytesIO()
        Image.new("RGB", (width, 200), colour).save(kept, "WEBP")
        self.place.change({f"{STORIES}/quiet-nights/room.webp": kept.getvalue()})

    @rule(label=st.sampled_from(["Hospital ward", "Ward or bay"]), has_hospice=st.booleans())
    def change_the_vocabulary(self, label: str, *, has_hospice: bool) -> None:
        text = re.sub('"(Hospital ward|Ward or bay)"', f'"{label}"', self.place.read(VOCABULARY))
        name = "hospice" if has_hospice else "hospices"
        self.place.change({VOCABULARY: re.sub("(?m)^  hospices?:", f"  {name}:", text)})

    @rule(
        domain=st.sampled_from(["naming", "privacy"]),
        field=st.sampled_from(["title", "statement", "short"]),
        value=st.sampled_from(['"Names"', '"Called by it"']),
    )
    def change_a_domain(self, domain: str, field: str, value: str) -> None:
        self.place.set_field(f"domains/{domain}.md", field, value)

    @rule()
    def take_a_domain_away_and_bring_it_back(self) -> None:
        whole = self.place.read("domains/decisions.md")
        self.place.change({"domains/decisions.md": None})
        self.place.change({"domains/decisions.md": whole})

    @rule(
        name=st.sampled_from(["story.html", "action.html", "main.html", "partials/footer.html"]),
        words=st.sampled_from(WORDS),
    )
    def change_a_template(self, name: str, words: str) -> None:
        text = re.sub(r"\n<!-- .* -->$", "", self.place.read(f"theme/{name}"))
        note = f"\n<!-- {words} -->"
        changed = text.replace("<main", f"{note}<main", 1) if "<main" in text else text + note
        self.place.change({f"theme/{name}": changed})

    @rule(data=st.data(), name=st.sampled_from(sorted(SETTINGS)))
    def change_a_setting(self, data: st.DataObject, name: str) -> None:
        value = data.draw(st.sampled_from(SETTINGS[name]))
        text = re.sub(rf"(?m)^{name}:.*$", f'{name}: "{value}"', self.place.read("mkdocs.yml"))
        self.place.change({"mkdocs.yml": text})

    @rule(mode=st.sampled_from(["off", "advice", "warning"]))
    def set_a_rule(self, mode: str) -> None:
        text = re.sub(r"      rules:.*\n", "", self.place.read("mkdocs.yml"))
        option = f"      rules: {{measure-missing: {mode}, L103: {mode}}}\n"
        self.place.change({"mkdocs.yml": text.replace("      cards:", f"{option}      cards:")})

    @rule(words=st.sampled_from(WORDS), is_named=st.booleans())
    def change_a_page_and_its_name_in_the_navigation(self, words: str, *, is_named: bool) -> None:
        about = re.sub("(?m)^title:.*$", f"title: '{words}'", self.place.read("content/about.md"))
        named = "  - About: about.md" if is_named else "  - about.md"
        nav = re.sub("(?m)^  - .*about.md$", named, self.place.read("mkdocs.yml"))
        self.place.change({"content/about.md": f"{about}\n{words}\n", "mkdocs.yml": nav})

    @rule(slug=st.sampled_from(["a-lamp", "a-gate", "a-name", "an-old-name"]))
    def withdraw_a_name(self, slug: str) -> None:
        self.place.change({"stories/withdrawn.yml": f"stories:\n  {slug}: 2026-11-02\n"})

    @rule(day=st.sampled_from(DAYS))
    def let_time_pass_or_come_back(self, day: dt.date) -> None:
        before, self.place.day = self.place.day, day
        if isinstance(self.place.build_both(), Refused):
            self.place.day = before


Changes.TestCase.settings = settings(
    max_examples=WALKS,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if DEEP else [])),
    derandomize=not DEEP,
    database=None,
)
Changes.TestCase.pytestmark = [pytest.mark.deep]  # type: ignore[attr-defined]
test_an_incremental_build_is_a_clean_build_after_any_change = Changes.TestCase
