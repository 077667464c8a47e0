"""The export: it builds under engines that others wrote, and runs nothing that it holds."""

import csv
import datetime as dt
import html
import io
import json
import re
import subprocess
import sys
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from click.testing import CliRunner, Result
from command import ROOT, SITE, run_stories
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown import markdown
from markdown_it import MarkdownIt
from test_feeds import TODAY, WEB

from generator.build.export_folder import SIGN, OccupiedFolderError, write_folder
from generator.build.pipeline import Project, check
from generator.build.resize_images import make_width
from generator.cli import main
from generator.collection.consent import only_consented
from generator.exports.json_data import FILES
from generator.exports.json_schema import write_schema
from generator.exports.markdown_body import set_line, set_meta, write_portable, write_rows
from generator.exports.markdown_site import make_markdown_site
from generator.pages.site_context import SiteContext
from generator.pages.smart_quotes import curl_collection
from generator.pages.types import Resize

pytestmark = pytest.mark.site

ENGINES = {
    "mkdocs": ["build", "--strict", "--site-dir", "site"],
    "properdocs": ["build", "--strict", "--site-dir", "site"],
    "zensical": ["build", "--strict"],
}
OURS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "a", "img", "br",
}  # fmt: skip
HOSTILE = (
    '</title><script>pwned()</script>"><img src=x onerror=pwned()> {{ 7*7 }} '
    "[x](javascript:pwned()) `a` A&amp;E"
)


class _Page(HTMLParser):
    """What a page holds: its tags, its links, its words, and what would run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.runs: list[str] = []
        self.words: list[str] = []
        self._is_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._is_script = tag == "script"
        self.links += (value or "" for name, value in attrs if name in {"href", "src"})
        self.runs += (f"{name}={value}" for name, value in attrs if name.startswith("on"))
        self.runs += (link for link in self.links if "javascript:" in link.lower())

    def handle_endtag(self, _: str) -> None:
        self._is_script = False

    def handle_data(self, data: str) -> None:
        (self.runs if self._is_script else self.words).append(data)


def read_page(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


def run_here(*arguments: str) -> Result:
    """Run the command in this process, which costs a tenth."""
    return CliRunner().invoke(main, ["export", "-f", str(SITE / "mkdocs.yml"), *arguments])


def export(form: str, target: Path, root: Path = SITE) -> Path:
    run = run_stories("export", "--format", form, "-o", str(target), cwd=root)
    assert run.returncode == 0, run.stderr
    assert f"stories to {target}" in run.stderr
    return target


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export("markdown", tmp_path_factory.mktemp("tree") / "out")


def build(tree: Path, engine: str, target: Path) -> Path:
    """Build a copy of the tree as a person would who has only the engine."""
    target.mkdir()
    subprocess.run(["cp", "-r", f"{tree}/.", str(target)], check=True)
    command = [sys.executable, "-m", engine, *ENGINES[engine]]
    run = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return target / "site"


@pytest.mark.parametrize("engine", ENGINES)
def test_the_tree_builds_strictly_without_our_plugin(
    tree: Path, engine: str, tmp_path: Path
) -> None:
    for file in tree.glob("*.yml"):
        assert "plugins" not in yaml.safe_load(file.read_text(encoding="utf-8"))
    site = build(tree, engine, tmp_path / engine)
    page = read_page((site / "stories/a-quiet-room/index.html").read_text(encoding="utf-8"))
    words = " ".join(" ".join(page.words).split())
    for each in (
        "A store cupboard became the room where bad news is given",
        "I was told in the little room.",
        "Forty-one boxes of gloves",
        "The room opened on 19 January",
        "48% before, 87% now: 39 points more, at least 31 (95%).",
        "Moved the desk away from the door",
    ):
        assert each in words, each
    assert "The measuring stick" not in words
    assert {"table", "blockquote", "img"} <= page.tags
    assert len(list((site / "stories").glob("*/index.html"))) == len(
        list((tree / "docs/stories").glob("*/index.md"))
    )
    _assert_links_lead_somewhere(site)


def _assert_links_lead_somewhere(site: Path) -> None:
    for path in site.rglob("index.html"):
        here = "/" + path.relative_to(site).as_posix()
        for each in read_page(path.read_text(encoding="utf-8")).links:
            if not each or re.match(r"[a-z]+:|//|#", each):
                continue
            found = site / urljoin(here, each.partition("#")[0].partition("?")[0]).lstrip("/")
            assert found.exists(), (path, each)


def test_every_file_of_the_tree_has_fields_that_engines_know(tree: Path) -> None:
    for path in (tree / "docs").rglob("*.md"):
        _, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = yaml.safe_load(matter)
        assert set(fields) <= {"title", "description", "date", "tags"}
        assert fields["title"]
        assert body.strip().startswith("# ")
        if path.parent.parent.name == "stories":
            assert isinstance(fields["date"], dt.date)
            assert fields["tags"]
            assert fields["description"]
    pictures = list((tree / "docs").rglob("*.webp"))
    assert len(pictures) >= 5


def test_everything_as_one_file_keeps_to_its_schema(tmp_path: Path) -> None:
    run = run_stories("export", "--format", "json")
    told = json.loads(run.stdout)
    Draft202012Validator(json.loads(write_schema(FILES["export"]))).validate(told)
    # It is the list of the site with more in it.
    Draft202012Validator(json.loads(write_schema(FILES["stories"]))).validate(told)
    assert run_here("--format", "json", "-o", str(tmp_path / "all.json")).exit_code == 0
    assert (tmp_path / "all.json").read_text(encoding="utf-8") == run.stdout
    assert sum(len(story["measures"]) for story in told["stories"]) > 10
    assert all(story["html"] for story in told["stories"])


def test_tables_are_the_same_as_those_of_the_site(built_site: Path, tmp_path: Path) -> None:
    folder = export("csv", tmp_path / "csv")
    names = sorted(path.name for path in folder.glob("*.csv"))
    assert names == ["actions.csv", "measures.csv", "stories.csv"]
    for name in names:
        assert (folder / name).read_bytes() == (built_site / name).read_bytes()
        text = (folder / name).read_text(encoding="utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(text)))) > 10


def _spoil(project: Path) -> None:
    """Put hostile words into every text of a story and an action."""
    story = project / "stories/2026/a-quiet-room/index.md"
    _, matter, body = story.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(matter)
    fields |= {"title": HOSTILE[:118], "summary": HOSTILE, "team": HOSTILE, "aim": HOSTILE}
    fields["lessons"] = [HOSTILE, "1. one", "# two", "!!! note"]
    fields["voices"][1] |= {"quote": HOSTILE, "said_by": HOSTILE}
    fields["image"]["alt"] = HOSTILE
    fields["measures"][0] |= {"title": HOSTILE, "definition": HOSTILE, "says": HOSTILE}
    matter = yaml.safe_dump(fields, allow_unicode=True)
    spoilt = f"{HOSTILE}\n\n<script>pwned()</script>\n\n`<script>pwned()</script>`\n\n"
    spoilt += "```\n<script>pwned()</script>\n```\n\n- <img src=x onerror=pwned()>\n\n"
    story.write_text(f"---\n{matter}---\n{spoilt}{body}", encoding="utf-8")
    action = project / "stories/2026/a-quiet-room/actions/move-the-desk.md"
    text = action.read_text(encoding="utf-8")
    action.write_text(re.sub(r"title: .*", f"title: {HOSTILE[:118]!r}", text), encoding="utf-8")


def test_nothing_that_a_contributor_wrote_runs_in_what_is_built(
    project: Path, tmp_path: Path
) -> None:
    _spoil(project)
    # Some of it is refused by the checks as well; here they are left out.
    checked = check(Project(project), TODAY)
    context = SiteContext(
        curl_collection(only_consented(checked.collection, TODAY)), checked.findings, WEB, TODAY
    )
    made, tree = make_markdown_site(context), tmp_path / "tree"

    def make(size: Resize) -> bytes:
        return make_width(project / size.path, size.width, tmp_path).content

    pictures = {size.address: partial(make, size) for size in made.resizes}
    write_folder(tree, {each.address: each.content for each in made.documents}, pictures)
    for engine in ("mkdocs", "zensical"):
        told = ""
        for path in build(tree, engine, tmp_path / engine).rglob("*.html"):
            page = read_page(path.read_text(encoding="utf-8"))
            assert not [each for each in page.runs if "pwned" in each], path
            told += " ".join(page.words)
        assert "<script>pwned()</script>" in told, "it is shown as the text that it is"


PIECES = st.lists(
    st.sampled_from([
        "a", "b ", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "~~", "<", ">", "<b>", "</b>",
        "<script>x</script>", "<!--", "-->", "<?", "&lt;", "&", "&#60;", "[", "]", "(", ")", "![",
        "](u)", "](<u v>)", "[x](y.md)", "- ", "1. ", "12) ", "    ", "\t", "# ", "> ", "| ", "|\n",
        "|---|---|\n", "---\n", "===\n", "\\", "!", "{: #x onclick=y }", "{{ x }}", "http://a/c_d",
        "javascript:x", "&copy;", "é", "“", ":::", "!!! note\n", "[^1]", "[^1]: ",
        "*[ab]: ", "$x$", "==m==", "^^", "++",
    ]),
    max_size=25,
).map("".join)  # fmt: skip


def _portable(text: str) -> str:
    return write_portable(text, lambda target, _: target)


@settings(deadline=None)
@given(PIECES)
@example("> ```\n> <script>x</script>\n> ```\n")
@example("- a\n\n  ```\n  <b>\n  ```\n")
def test_a_body_written_anew_holds_only_our_tags_under_two_engines(text: str) -> None:
    made = _portable(text)
    extensions = ["tables", "fenced_code", "toc", "attr_list", "footnotes", "abbr", "def_list"]
    for built in (
        markdown(made, extensions=extensions[:3]),
        MarkdownIt("commonmark", {"html": True}).enable("table").render(made),
        markdown(made, extensions=extensions),
    ):
        page = read_page(built)
        assert page.tags <= OURS, (made, built)
        assert page.runs == []


def _words_of(built: str) -> str:
    return re.sub(r"\s+", "", "".join(read_page(built).words))


@settings(deadline=None)
@given(PIECES)
@example("![a picture](y.webp) begins a line")
def test_a_body_written_anew_says_what_the_author_wrote(text: str) -> None:
    ours = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    again = MarkdownIt("commonmark", {"html": True}).enable(["table"])
    assert _words_of(again.render(_portable(text))) == _words_of(ours.render(text))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])) | PIECES)
def test_a_line_reads_as_itself(text: str) -> None:
    expected = " ".join(text.split())
    for built in (markdown(set_line(text)), MarkdownIt().render(set_line(text))):
        page = read_page(built)
        assert page.tags <= {"p"}
        assert _words_of(built) == re.sub(r"\s+", "", expected)
    assert not set("<>\"'\n") & set(set_meta(text))


def test_a_table_survives_a_bar_in_a_cell() -> None:
    built = markdown(write_rows(["a"], [[set_line("b | c")]]), extensions=["tables"])
    assert "<td>b | c</td>" in html.unescape(built)


def test_an_export_never_replaces_what_is_not_its_own(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "thesis.txt").write_text("Ten years of work.")
    run = run_here("--format", "csv", "-o", str(kept))
    assert run.exit_code == 2
    assert "it holds other files" in run.stderr
    assert sorted(path.name for path in kept.iterdir()) == ["thesis.txt"]
    theme = ROOT / "theme/all.json"
    for form, where in (("markdown", "stories/tree"), ("csv", "."), ("json", theme)):
        run = run_here("--format", form, "-o", str(SITE / where))
        assert run.exit_code == 2, (form, run.stderr)
        assert "Nothing can be exported" in run.stderr
    assert not (SITE / "stories/tree").exists()


def test_a_new_export_takes_away_what_it_no_longer_makes_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder(folder, {"a.md": "1", "b/c.md": "2"}, {})
    (folder / "own.txt").write_text("mine")
    (folder / "b/own.txt").write_text("mine")
    write_folder(folder, {"a.md": "3"}, {"d.bin": (folder / "own.txt").read_bytes})
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert left == {"a.md", "d.bin", "own.txt", "b/own.txt", SIGN}
    assert (folder / "a.md").read_text() == "3"


def test_an_export_writes_and_removes_nothing_outside_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_text("mine")
    folder = tmp_path / "out"
    write_folder(folder, {"a.md": "1"}, {})
    (folder / SIGN).write_text(json.dumps(["../outside/x.md", str(outside / "x.md"), 3, "l/x.md"]))
    (folder / "l").symlink_to(outside)
    write_folder(folder, {"a.md": "1"}, {})
    assert (outside / "x.md").read_text() == "mine"
    with pytest.raises(OccupiedFolderError):
        write_folder(folder, {"l/x.md": "2"}, {})
    (folder / SIGN).write_text("not a list")
    write_folder(folder, {"a.md": "4"}, {})
    assert (outside / "x.md").read_text() == "mine"


def test_nothing_is_exported_when_there_is_an_error(project: Path) -> None:
    (project / "stories/2026/a-quiet-room/index.md").write_text("---\ntitle: x\n---\nTea.\n")
    run = run_stories("export", "--format", "json", cwd=project)
    assert run.returncode == 1
    assert run.stdout == ""
    assert "there are errors" in run.stderr


def test_a_wrong_use_is_answered_in_words(tmp_path: Path) -> None:
    for arguments in (("--format", "xml"), ()):
        run = run_here(*arguments)
        assert run.exit_code == 2
        assert "Traceback" not in run.stderr
    run = run_here("--format", "json", "-o", str(tmp_path / "no/such/folder.json"))
    assert run.exit_code == 2
    assert "cannot be written" in run.stderr
