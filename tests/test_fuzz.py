"""Whatever a file holds, it is answered: no traceback, no place that is not there, no long wait.

`make deep` tries 21,000 files, new ones each time; `make test` tries a tenth of that, the same ones
each time. Whatever was found has become a file in `tests/faults/` or a case in
`tests/test_hostile.py`.
"""

import datetime as dt
import gc
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest
from command import SITE
from deep import DEEP, count_cases
from fuzz.strategies import (
    count_lines,
    markdown,
    mutants,
    pictures,
    raw,
    records,
    tables,
    texts,
    written_markdown,
    written_yaml,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build.pipeline import Checked, Project, check, render
from generator.build.resize_images import make_width
from generator.load.file_names import list_bad_names
from generator.load.images import read_picture
from generator.load.prose_pages import read_prose
from generator.load.referenced_files import follow_link
from generator.load.source_lines import Excerpts
from generator.model.base import Asset
from generator.model.problem import Problem
from generator.model.site_identity import SiteIdentity
from generator.reports.github import tell_annotations
from generator.reports.json import tell_json
from generator.reports.text import tell_problems
from generator.rules.links.urls import explain_bad_url

CASES = count_cases(21_000)
KINDS = 10
TODAY = dt.date(2026, 6, 1)
WEB = SiteIdentity(url="https://stories.example/")
pytestmark = [pytest.mark.site, pytest.mark.deep]
MOST_SECONDS, MOST_BYTES = 50, 300 * 1024 * 1024
DOMAIN = (SITE / "domains/naming.md").read_bytes()
VOCABULARY = (SITE / "domains/vocabulary.yml").read_bytes()
SOUND = next(path for path in sorted((SITE / "stories").rglob("index.md"))).read_bytes()

fuzzed = settings(
    max_examples=CASES // KINDS,
    derandomize=not DEEP,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module", autouse=True)
def _memory() -> Iterator[None]:
    gc.enable()  # a command that ran in this process before did without it
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_BYTES // 1024


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz")
    for name in ("stories/a-desk/actions", "domains", "content"):
        (folder / name).mkdir(parents=True)
    (folder / "domains/naming.md").write_bytes(DOMAIN)
    (folder / "domains/vocabulary.yml").write_bytes(VOCABULARY)
    return folder


def timed(work: Callable[[], Checked]) -> Checked:
    began = time.process_time()
    done = work()
    assert time.process_time() - began < MOST_SECONDS
    return done


def judge(root: Path, path: str, content: bytes) -> Checked:
    """Put a file through everything that a build puts it through, and take it away again."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    kept = (root / path).read_bytes() if (root / path).exists() else None
    (root / path).write_bytes(content)
    try:
        checked = timed(lambda: check(Project(root), TODAY))
        lines = {path: count_lines(content)}
        for problem in checked.problems:
            judge_problem(problem, lines)
        told = list(tell_problems(checked.problems, Excerpts(root).find))
        assert len(told) == len(checked.problems)
        tell_json(checked.problems, 1).encode()
        "".join(tell_annotations(checked.problems)).encode()
        if crc32(content) % 3 == 0:  # the whole site takes longer than all the rest
            site = render(checked, TODAY, WEB)
            for made in (*site.documents, *site.pages):
                made.content.encode()
            for sheet in site.sheets:
                sheet.make()
    finally:
        if kept is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(kept)
    return checked


def judge_problem(problem: Problem, lines: dict[str, int]) -> None:
    assert problem.message
    assert problem.hint
    assert 1 <= problem.place.line <= lines.get(problem.place.path, problem.place.line)
    assert problem.place.column >= 1
    assert "Traceback" not in problem.message


@fuzzed
@given(content=records())
def test_records(root, content):
    judge(root, "stories/a-desk/index.md", content)


@fuzzed
@given(content=raw)
def test_raw_text(root, content):
    judge(root, "stories/a-desk/index.md", content)


@fuzzed
@given(content=mutants())
def test_spoilt_sample_files(root, content):
    judge(root, "stories/a-desk/index.md", content)


@fuzzed
@given(content=mutants())
def test_spoilt_samples_in_the_place_of_an_action(root, content):
    judge(root, "stories/a-desk/actions/turned.md", content)


@fuzzed
@given(content=written_yaml)
def test_hostile_yaml(root, content):
    judge(root, "stories/a-desk/index.md", content)


@fuzzed
@given(content=written_markdown)
def test_hostile_markdown(root, content):
    judge(root, "stories/a-desk/index.md", content)


@fuzzed
@given(content=tables)
def test_data(root, content):
    story = root / "stories/a-desk/index.md"
    fields = SOUND.split(b"\n---\n")[0].split(b"\nmeasures:")[0]
    measure = b"measures:\n  - {title: Waits, type: outcome, unit: days, file: a.csv}"
    story.write_bytes(b"\n".join((fields, measure, b"---", b"", b"It was.")))
    judge(root, "stories/a-desk/a.csv", content)
    story.unlink()


@fuzzed
@given(content=st.one_of(raw, mutants(), written_yaml))
def test_the_framework_and_the_vocabulary(root, content):
    judge(root, "domains/vocabulary.yml", content)
    judge(root, "domains/privacy.md", content)


@fuzzed
@given(
    content=st.one_of(raw, mutants(), markdown.map(lambda text: text.encode("utf-8", "replace")))
)
def test_prose_pages_and_addresses(root, content):
    (root / "content/a.md").write_bytes(content)
    page, problems = read_prose(root, "content/a.md")
    for problem in problems:
        judge_problem(problem, {"content/a.md": count_lines(content)})
    for link in (*page.links, *page.addresses):
        explain_bad_url(link.target)
        follow_link(page.path, link.target)
        assert 1 <= link.place.line <= count_lines(content)
    names = [
        line.replace("/", "") or "x" for line in content.decode("utf-8", "replace").split("\n")
    ]
    list_bad_names([f"stories/{name}" for name in names])


@fuzzed
@given(picture=pictures(), address=texts)
def test_pictures_and_addresses(root, picture, address):
    name, content = picture
    (root / name).write_bytes(content)
    found = timed(lambda: read_picture(root, name))
    if isinstance(found, Asset):
        assert found.width * found.height > 0
        with suppress(OSError):  # a sentence that names the file; see test_hostile_files
            made = make_width(root / name, min(found.width, 480), root / "kept")
            (root / "kept" / made.name).unlink()
    (root / name).unlink()
    explain_bad_url(f"https:{address}")
