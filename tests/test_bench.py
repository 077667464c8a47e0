"""The benchmark: its stories, what it measures, how it judges, and the report that it keeps."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from command import ROOT, run_stories
from lxml import etree

from benchmarks.beginning import measure_ways
from benchmarks.beginning import write_report as write_beginning
from benchmarks.corpus import TODAY, make_records, read_corpus, story_path, write_corpus
from benchmarks.cost import CommandError, measure
from benchmarks.peers import ELEVENTY, HUGO, MATERIAL, OURS, PEERS, WITH_CARDS, ZENSICAL, Peer
from benchmarks.report import render_plot, render_report, write_report
from benchmarks.results import (
    CHANGED,
    CHECK,
    COLD,
    COPY,
    LINK,
    LOAD,
    MARK,
    PHASES,
    PREVIEW,
    SAME,
    Output,
    Results,
    Timing,
)
from benchmarks.run import Run
from benchmarks.searching import measure_first_search, measure_index
from benchmarks.sentences import Quoter, list_sentences
from benchmarks.targets import TARGETS, judge

pytestmark = pytest.mark.site

KEPT = ROOT / "benchmarks"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(5, folder)
    return folder


def _results(*timings: tuple[str, int, str, float], memory: int = 10**8) -> Results:
    machine = {"processor": "A processor", "cores": "2", "memory": "8 GB"}
    results = Results("2026-11-23", {**machine, "system": "Linux 6", "python": "3.11"})
    results.sizes = sorted({size for _, size, _, _ in timings})
    results.versions = {peer.name: {"x": "1"} for peer in PEERS}
    results.timings = [Timing(who, size, phase, s, s, memory) for who, size, phase, s in timings]
    return results


def _found(results: Results) -> list[tuple[float | None, bool | None]]:
    return [(found, met) for _, found, met in judge(results)]


def test_the_stories_have_nothing_to_mend_and_make_a_site(corpus: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    OURS.lay_out(corpus, home)
    assert TODAY in OURS.commands[0]
    built = run_stories(*OURS.commands[0][3:], "--strict", cwd=home)
    assert built.returncode == 0, built.stderr
    assert len(list((home / "site/stories").glob("story-0*/index.html"))) == 5
    assert len(list((home / "site/actions").glob("action-0*/index.html"))) == 2
    assert not list((home / "site").rglob("card*.png"))
    assert (home / OURS.find_story(3)).is_file()


def test_the_report_tells_what_no_build_can_do_without() -> None:
    told = [(OURS.name, 100, COLD, 50.0), (LOAD, 100, COLD, 4.0), (COPY, 100, COLD, 2.5)]
    assert "for their parts alone" not in render_report(_results(*told))
    report = render_report(_results(*told, (MARK, 100, COLD, 3.0)))
    assert "Of the 50.0 s of processor of the cold build, 9.5 s are what other programs" in report
    assert "would be left for each" not in report


def test_the_report_tells_what_a_target_leaves_for_each_page() -> None:
    cold = [(OURS.name, 180.0), (LOAD, 12.0), (MARK, 8.0), (COPY, 10.0)]
    told = [(who, 10_000, COLD, seconds) for who, seconds in cold]
    told += [(HUGO.name, 10_000, COLD, 50.0), (LINK, 10_000, CHANGED, 2.0)]
    told += [(OURS.name, 10_000, CHANGED, 10.0), (OURS.name, 10_000, SAME, 1.0)]
    told += [(HUGO.name, 10_000, CHANGED, 30.0), (CHECK, 10_000, COLD, 45.0)]
    assert "would be left to draw a page" not in render_report(_results(*told))
    told += [(MATERIAL.name, 10_000, COLD, 75.0)]
    report = render_report(_results(*told))
    assert (
        "1 × Hugo + Pagefind is 50.0 s, or 100.0 s of processor if no core is ever idle: after "
        "those parts 4.7 ms would be left for each of 15,000 pages and the files beside it. It "
        "takes 10.0 ms."
    ) in report
    assert (
        "`stories check`, which no peer has, takes 45.0 s; beside that and `cp`, 3.0 ms would be "
        "left to draw a page. Material for MkDocs takes 5.0 ms a page for all that it does."
    ) in report
    told += [(HUGO.name, 10_000, COLD, 25.0)]
    assert "nothing would be left to draw a page" in render_report(_results(*told))
    assert (
        "takes 1.0 s and `cp -al` to link as many files 2.0 s, together 3.0 s. 0.15 × Hugo + "
        "Pagefind is 4.5 s, or 9.0 s of processor if no core is ever idle: that would leave 0.4 ms "
        "for each of 15,000 records"
    ) in report


def test_stories_can_be_made_of_the_sentences_of_those_here(tmp_path: Path) -> None:
    write_corpus(12, tmp_path, Quoter)
    prose = "\n\n".join(record.prose for record in read_corpus(tmp_path))
    paragraphs = [each for each in prose.split("\n\n") if not each.startswith("#")]
    assert len(list_sentences()) > 500
    assert all(each.startswith(list_sentences()) for each in paragraphs)
    run = run_stories("check", "--format", "json", "--today", TODAY, cwd=tmp_path)
    assert "error" not in {each["severity"] for each in json.loads(run.stdout)["problems"]}


def test_the_same_number_makes_the_same_stories(corpus: Path) -> None:
    made = sorted(make_records(5), key=lambda record: (record.section, record.name))
    read = sorted(read_corpus(corpus), key=lambda record: (record.section, record.name))
    assert read == made
    assert [record.text for record in made][-1] == (corpus / story_path(4)).read_text()


def test_a_story_has_about_600_words_spread_as_words_are() -> None:
    stories = [record.prose for record in make_records(60) if record.section == "stories"]
    lengths = [len(prose.split()) for prose in stories]
    assert 590 < sum(lengths) / len(lengths) < 690
    words = Counter(" ".join(stories).lower().replace(".", "").replace("#", "").split())
    common = sum(count for _, count in words.most_common(100))
    assert 0.45 < common / words.total() < 0.65
    half = Counter(" ".join(stories[:30]).lower().replace(".", "").split())
    assert len(half) > 3000
    assert len(words) > 1.4 * len(half)  # more stories go on bringing new words


@pytest.mark.parametrize("peer", [HUGO, MATERIAL, ZENSICAL, ELEVENTY], ids=lambda peer: peer.name)
def test_a_peer_gets_every_record_whole(peer: Peer, corpus: Path, tmp_path: Path) -> None:
    if peer is HUGO and peer.find_fault():
        pytest.skip("Hugo is not installed here: `make bench` does that")
    peer.lay_out(corpus, tmp_path)
    for record in read_corpus(corpus):
        written = list(tmp_path.rglob(f"{record.name}.md"))
        assert len(written) == 1, record.name
        text = written[0].read_text(encoding="utf-8")
        assert record.prose in text
        assert record.fields.strip() in text
    assert (tmp_path / peer.find_story(2)).is_file()
    assert peer.lacks


def test_the_cost_counts_the_children_of_a_command(tmp_path: Path) -> None:
    child = "import time; b = bytearray(60_000_000)\nwhile time.process_time() < .5: 1"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = measure([sys.executable, "-c", parent], tmp_path, tmp_path / "log")
    idle = measure([sys.executable, "-c", "0"], tmp_path, tmp_path / "log")
    assert cost.wall >= 0.5
    assert cost.cpu > idle.cpu + 0.1
    assert cost.memory > 60_000_000
    both = cost.then(idle)
    assert both.wall == cost.wall + idle.wall
    assert both.memory == max(cost.memory, idle.memory)


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; print('no flour'); sys.exit(3)"]
    with pytest.raises(CommandError, match="ended with 3: no flour"):
        measure(command, tmp_path, tmp_path / "log")
    with pytest.raises(CommandError, match="there-is-no-such"):
        measure(["there-is-no-such-program"], tmp_path, tmp_path / "log")


def test_a_command_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.cost.LONGEST", 0.3)
    with pytest.raises(CommandError, match="it was ended after"):
        measure([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, tmp_path / "log")


def test_the_ratios_are_ours_over_theirs() -> None:
    us, hugo, material = OURS.name, HUGO.name, MATERIAL.name
    results = _results(
        (us, 1000, COLD, 4.0),
        (us, 1000, COLD, 5.0),
        (us, 10_000, COLD, 30.0),
        (us, 10_000, CHANGED, 6.0),
        (us, 10_000, SAME, 2.0),
        (hugo, 10_000, COLD, 24.0),
        (hugo, 10_000, CHANGED, 50.0),
        (hugo, 10_000, SAME, 25.0),
        (material, 1000, COLD, 5.0),
        (CHECK, 10_000, COLD, 12.0),
        (LOAD, 10_000, COLD, 5.0),
        (PREVIEW, 1000, CHANGED, 1.25),
        memory=900_000_000,
    )
    assert _found(results) == [
        (30 / 24, False),
        (6 / 50, True),
        (2 / 25, True),
        (4 / 5, False),  # the lesser of two runs counts
        (pytest.approx(0.75), True),
        (12 / 5, True),
        (1.25, False),
        (0.9, True),
    ]
    assert [target.most for target in TARGETS] == [1.0, 0.15, 0.08, 0.7, 1.1, 3.0, 1.0, 1.0]


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert _found(_results((OURS.name, 100, COLD, 1.0))) == [(None, None)] * len(TARGETS)
    assert "What it is held to" not in render_report(_results((OURS.name, 100, COLD, 1.0)))


def test_the_report_is_written_from_the_results_file_alone(tmp_path: Path) -> None:
    results = _results(
        (OURS.name, 10_000, COLD, 31.25),
        (HUGO.name, 10_000, COLD, 25.0),
        (WITH_CARDS.name, 1000, COLD, 7.5),
        (CHECK, 10_000, COLD, 12.34),
        (LOAD, 10_000, COLD, 5.67),
    )
    results.outputs = [Output(OURS.name, 10_000, 123_400_000, 4321, 9_000_000, 250_000)]
    results.notes = ["Eleventy + Pagefind was left out: npm is not at hand."]
    results.save(tmp_path / "results.json")
    loaded = Results.load(tmp_path / "results.json")
    assert loaded == results
    write_report(loaded, tmp_path)
    report = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    row = next(line for line in report.splitlines() if line.startswith(f"| {OURS.name} | 31.25"))
    for told in ("100 MB", "123.4 MB", "4,321", "250 KB", "9.0 MB"):
        assert told in row
    assert "| 10,000 stories, cold, against Hugo + Pagefind | 1 | 1.25 | no |" in report
    assert "Measured on 2026-11-23: A processor, 2 cores" in report
    assert "took 12.34 s" in report
    assert "npm is not at hand" in report
    for peer in (HUGO, MATERIAL, ZENSICAL, ELEVENTY):
        assert f"| {peer.name} |" in report.partition("What the peers do not do")[2]
    assert report.index("## 10,000 stories") < report.index("## 1,000 stories")


def test_the_plot_is_a_drawing_that_needs_nothing_else() -> None:
    results = _results(
        *((OURS.name, size, COLD, size / 100) for size in (100, 1000, 10_000)),
        *((HUGO.name, size, COLD, size / 90) for size in (100, 1000, 10_000)),
    )
    plot = render_plot(results)
    drawing = etree.fromstring(plot.encode())
    texts = [node.text for node in drawing.iter("{*}text")]
    assert texts.count(OURS.name) == 1
    assert {"100", "1,000", "10,000", "A cold build", "One story changed"} <= set(texts)
    assert f"{OURS.name} 100 s at 10,000 stories" in drawing.get("aria-label")
    for word in ("<script", "<style", " style=", "href", "<image"):
        assert word not in plot
    # The dearer line ends higher up, which is nearer to nought.
    ours, hugo = (
        float(path.get("d").split()[-1]) for path in drawing.iterfind(".//{*}path[@fill]")
    )
    assert hugo < ours


def test_a_run_keeps_what_it_found_and_goes_on_without_a_tool_that_fails(tmp_path: Path) -> None:
    copy = "import shutil; shutil.copytree('stories', 'site', dirs_exist_ok=True)"
    fine = replace(OURS, name="Fine", commands=((sys.executable, "-c", copy),), lay_out=_lay_out)
    poor = replace(fine, name="Poor", commands=((sys.executable, "-c", "1 / 0"),))
    gone = replace(fine, name="Gone", find_fault=lambda: "it is not here")
    run = Run(tmp_path / "report", tmp_path, minutes=5)
    run.measure_size(3, run.find_peers((fine, poor, gone)))
    results = Results.load(tmp_path / "report/results.json")
    assert Counter((t.who, t.phase) for t in results.timings if t.who == "Fine") == {
        ("Fine", phase): 2 for phase in PHASES
    }
    assert not [t for t in results.timings if t.who in {"Poor", "Gone"}]
    assert [note for note in results.notes if note.startswith("Poor gave up at 3 stories")]
    assert "Gone was left out: it is not here." in results.notes
    assert [(o.who, o.files) for o in results.outputs] == [("Fine", 4)]
    assert results.best(CHECK, 3, COLD).wall > results.best(LOAD, 3, COLD).wall > 0
    assert (tmp_path / "report/RESULTS.md").is_file()
    assert (tmp_path / "report/plot.svg").is_file()


def test_a_run_whose_time_is_up_has_no_second_round(tmp_path: Path) -> None:
    copy = "import shutil; shutil.copytree('stories', 'site', dirs_exist_ok=True)"
    ours = replace(OURS, commands=((sys.executable, "-c", copy),), lay_out=_lay_out)
    run = Run(tmp_path / "report", tmp_path, minutes=0)
    run.measure_size(1, [ours])
    assert len([t for t in run.results.timings if t.who == OURS.name]) == len(PHASES)
    assert run.results.notes == [
        "No edit was seen in a preview of 1 stories.",
        "Improvement Stories had one round at 1 stories: the time was up.",
        "No edit was seen in a preview of 1 stories.",
    ]
    assert run.results.best(COPY, 1, COLD).wall > 0
    assert not (tmp_path / f"{OURS.slug}-1").exists()


def test_a_first_search_is_what_a_reader_fetches_of_the_search(built_site: Path) -> None:
    # In a process of its own: this one may have a browser open already.
    ask = (
        "import sys; from pathlib import Path; from benchmarks.peers import OURS\n"
        "from benchmarks.searching import measure_first_search\n"
        "print(measure_first_search(Path(sys.argv[1]), OURS.search) or 0)"
    )
    command = [sys.executable, "-c", ask, str(built_site)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    first = int(run.stdout)
    assert first
    terms = (built_site / "search/terms.pack").stat().st_size
    assert terms < first < measure_index(built_site, OURS.search)


@pytest.mark.browser
def test_an_edit_is_waited_for_until_a_browser_shows_it(corpus: Path, tmp_path: Path) -> None:
    OURS.lay_out(corpus, tmp_path / "home")
    ask = (
        "import sys; from pathlib import Path; from benchmarks.peers.ours import SERVE\n"
        "from benchmarks.previewing import measure_preview\n"
        "print(measure_preview(SERVE, Path(sys.argv[1]), sys.argv[2]) or 0)"
    )
    command = [sys.executable, "-c", ask, str(tmp_path / "home"), OURS.find_story(3)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(run.stdout) > 0
    assert (tmp_path / "home" / OURS.find_story(3)).read_text().count("Afterthought") == 5


def test_a_site_without_a_search_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>None</title>")
    assert measure_first_search(tmp_path, OURS.search) is None
    assert measure_index(tmp_path, OURS.search) == 0


def _lay_out(corpus: Path, folder: Path) -> None:
    shutil.copytree(corpus / "stories", folder / "stories")


def test_the_kept_report_is_the_one_that_its_numbers_give() -> None:
    results = Results.load(KEPT / "results.json")
    told = "run `python -m benchmarks.report` after a change to the report"
    assert (KEPT / "RESULTS.md").read_text(encoding="utf-8") == render_report(results), told
    assert (KEPT / "plot.svg").read_text(encoding="utf-8") == render_plot(results), told


def test_the_kept_report_says_nothing_of_whose_machine_it_was() -> None:
    for file in ("results.json", "RESULTS.md", "plot.svg"):
        text = (KEPT / file).read_text(encoding="utf-8")
        for part in ("/work/", "/home/", "/root", "/tmp", "localhost", str(ROOT)):
            assert part not in text, file


def test_what_it_takes_to_begin_is_told_as_it_was_measured() -> None:
    kept = json.loads((KEPT / "beginning.json").read_text(encoding="utf-8"))
    told = (KEPT / "BEGINNING.md").read_text(encoding="utf-8")
    assert told == write_beginning(kept, kept["ways"])
    for steps in kept["ways"].values():
        assert len(steps["begin"]) == len(steps["build"]) == kept["times"] >= 5


@pytest.mark.site
def test_both_ways_to_begin_make_a_site(tmp_path: Path) -> None:
    found = measure_ways(1, tmp_path)
    assert list(found) == ["Improvement Stories", "MkDocs"]
    assert found["MkDocs"]["pages"] == [2]
    assert found["Improvement Stories"]["pages"][0] > 50
