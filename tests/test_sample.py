"""The stories of the house as they are published; everything else stands on fixtures of its own."""

import re
from pathlib import Path

import pytest
from command import ROOT, run_stories

# Of what is published: its records, the schemas that editors use, and the guide.
OF_THE_SAMPLE = {
    "test_editors.py",
    "test_evidence_sample.py",
    "test_guide.py",
    "test_model.py",
    "test_sample.py",
}


@pytest.mark.site
@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_the_sample_content_has_no_error_and_no_warning(strict: list[str]) -> None:
    run = run_stories("check", *strict, cwd=ROOT)
    assert run.returncode == 0, run.stdout


def test_every_sample_story_and_every_page_of_prose_is_published(sample_site: Path) -> None:
    beside = {"actions", "updates", "adoptions"}
    files = (ROOT / "stories").rglob("*.md")
    stories = [path for path in files if not beside & {*path.relative_to(ROOT).parts}]
    slugs = {path.parent.name if path.stem == "index" else path.stem for path in stories}
    assert len(slugs) >= 20
    for slug in slugs:
        assert (sample_site / "stories" / slug / "index.html").is_file()
    for path in (ROOT / "content").rglob("*.md"):
        name = path.relative_to(ROOT / "content").with_suffix("")
        folder = name.parent if name.stem == "index" else name
        assert (sample_site / folder / "index.html").is_file()


def test_no_test_of_the_generator_reads_the_sample() -> None:
    """So that whoever edits a story breaks the tests of the sample, and those alone."""
    reads = re.compile(r'ROOT / "(stories|domains|content)\b|Project\(ROOT\)|sample_site:')
    found = {
        path.name
        for path in (ROOT / "tests").rglob("*.py")
        if reads.search(path.read_text(encoding="utf-8"))
    }
    assert found == OF_THE_SAMPLE
