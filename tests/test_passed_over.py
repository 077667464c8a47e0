"""Stories told twice, files that hide one, and text that YAML drops."""

import re
import shutil
from pathlib import Path

import pytest
from command import run_stories
from small_project import make_project
from test_stray_files import DAY, put, tell

from generator.build.pipeline import Project, check
from generator.model.palette import MOST_DOMAINS

FIRST = "stories/2026/a-bell.md"
WHOLE = "---\ntitle: A bell\n---\n\nIt rang.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def _find_story(root: Path) -> Path:
    return min(path for path in (root / "stories").rglob("*.md") if "actions" not in path.parts)


def test_a_story_that_is_there_twice_is_told_with_the_first_ones_place(root: Path) -> None:
    story = _find_story(root)
    shutil.copy(story, story.with_name("zz-again.md"))
    found = tell(root, "R616")
    assert found
    assert all("zz-again.md" in each for each in found)


@pytest.mark.site
def test_the_check_of_the_first_tells_what_the_second_repeats(root: Path) -> None:
    story = _find_story(root)
    shutil.copy(story, story.with_name("zz-again.md"))
    told = run_stories("check", str(story.relative_to(root)), cwd=root).stdout
    assert "zz-again.md" in told
    assert "R616" in told


@pytest.mark.site
def test_the_check_of_a_file_with_a_space_in_its_name_tells_what_repeats_it(root: Path) -> None:
    story = _find_story(root)
    first = story.with_name("a bell again.md")
    shutil.copy(story, first)
    story.rename(story.with_name("zz-again.md"))
    told = run_stories("check", str(first.relative_to(root)), cwd=root).stdout
    assert "zz-again.md" in told
    other = first.with_name("a bell")
    other.mkdir()
    assert "zz-again.md" not in run_stories("check", str(other.relative_to(root)), cwd=root).stdout


@pytest.mark.parametrize(
    "name", ["the-bell.md.txt", "the-bell.markdown", "the-bell", "the-bell.txt", "the-bell.docx"]
)
def test_a_file_that_hides_a_story_is_an_error_and_never_passed_over(root: Path, name: str) -> None:
    put(root, f"stories/2026/{name}", WHOLE)
    assert tell(root, "F119", "P111") == [f"F119 stories/2026/{name}:1:1"]


def test_a_list_of_bells_is_no_story(root: Path) -> None:
    put(root, "stories/2026/bells.txt", "--- bells ---\n4\n")
    assert tell(root, "F119") == []


def test_what_lies_in_posts_is_told_by_its_path(root: Path) -> None:
    put(root, "stories/_posts/2026/the-bell.md", WHOLE)
    assert tell(root, "F120") == ["F120 stories/_posts/2026/the-bell.md:1:1"]


def test_domains_with_one_order_and_no_domains_at_all_are_told(root: Path) -> None:
    domain = min((root / "domains").glob("[a-h]*.md"))
    shutil.copy(domain, domain.with_name("zz.md"))
    assert [each.partition(":")[0] for each in tell(root, "R617")] == ["R617 domains/zz.md"]
    for path in (root / "domains").glob("*.md"):
        path.unlink()
    assert tell(root, "F123") == ["F123 domains:1:1"]


def test_a_folder_of_domains_that_is_empty_is_told_without_any_story(tmp_path: Path) -> None:
    (tmp_path / "domains").mkdir()
    (found,) = check(Project(tmp_path), DAY).problems
    assert (found.fault.code, str(found.place.path)) == ("F123", "domains")
    assert "`stories new domain`" in found.fault.instead


def test_each_domain_beyond_the_most_is_told_at_its_order(root: Path) -> None:
    one = min((root / "domains").glob("[a-h]*.md")).read_text("utf-8")
    had = len([*(root / "domains").glob("[!i]*.md")])
    for order in range(had + 1, MOST_DOMAINS + 3):
        text = re.sub(r"(?m)^order: \d+$", f"order: {order}", one)
        (root / f"domains/x{order}.md").write_text(text, "utf-8")
    lines = text.splitlines()
    at = lines.index(f"order: {order}") + 1
    told = [f"F124 domains/x{n}.md:{at}:{len('order: ') + 1}" for n in (25, 26)]
    assert tell(root, "F124") == told


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ('title: "A bell"# no', 16),
        ("title: 'A bell'#no", 16),
        ("domains: [naming]#no", 18),
        ("domains: [naming,#no\n  privacy]", 18),
        ("domains: [#no\n  privacy]", 11),
        ("title: >-#lost\n  A bell", 10),
        ("title: | #lost\n  A bell", 10),
        ("title: >2-  #lost words # and why\n  A bell", 13),
        ("title: >+#lost", 10),
        ('contact: {name: "Ann",  role: "a,#b",#no\n  team: Night}', 38),
    ],
)
def test_text_right_after_a_value_is_an_error_with_its_place(
    root: Path, line: str, column: int
) -> None:
    put(root, "stories/2026/a-lost-word.md", f"---\n{line}\n---\n\nIt rang.\n")
    assert tell(root, "Y211") == [f"Y211 stories/2026/a-lost-word.md:2:{column}"]


def test_a_comment_after_a_space_is_a_comment(root: Path) -> None:
    put(root, "stories/2026/a-lost-word.md", '---\ntitle: "A # bell" # no\n---\n\nIt rang.\n')
    assert tell(root, "Y211") == []


@pytest.mark.parametrize("sign", [">- # no", "|\t# no", ">-", ">-#", "> #", "|2"])
def test_a_comment_behind_the_sign_of_a_text_is_one_where_a_space_stands_around_it(
    root: Path, sign: str
) -> None:
    field = f"title: {sign}\n  A bell #4, and # no more"
    put(root, "stories/2026/a-lost-word.md", f"---\n{field}\n---\n\nIt rang.\n")
    assert tell(root, "Y211") == []
