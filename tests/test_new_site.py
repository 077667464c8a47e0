"""A site of somebody's own: begun by one command from the wheel alone, and brought up to date."""

import datetime as dt
import gc
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import html5lib
import pytest
import yaml
from click.testing import CliRunner, Result
from command import ROOT, run_stories
from deep import DEEP
from github_double import SCRIPTS, run_tool
from installed import OTHERS, find_python, install_wheel, install_with, run_installed
from PIL import Image, ImageColor
from small_project import TODAY

from generator import __version__
from generator.build.new_site import FRAMEWORKS, OWN_PAGES
from generator.build.packaged_files import DEFAULTS
from generator.build.pipeline import Project, check
from generator.build.site_files import remember
from generator.cli import main
from generator.load.default_learning import read_default_learning
from generator.model.palette import MOST_DOMAINS, Palette
from generator.pages.guide import make_guide
from generator.pages.overview import make_overview
from generator.rules import FAULTS

pytestmark = pytest.mark.site

NAME = 'Elmfield: "ours" & theirs'
THEIRS = "#7a1f5f"
BRAND = f"""\
      short_name: Elmfield
      colours:
        site: "{THEIRS}"
        domains: ["{THEIRS}", "#1f3d7a", "#5f4a00", "#8a2a12"]
      home:
        title: What we changed at Elmfield
        sections: [domains, stories]
      footer: Told by the people who were there.
      licence: {{name: Our licence, url: "https://elmfield.example/licence"}}
"""
SAMPLE = ("stories", "domains", "content")
# What only the framework and the sample may say, however common the words are.
NEVER = ("macmillan", "nhs", "eight domains", "eight things", "values based standard")
BIN = Path(sys.executable).parent
WORD = re.compile(r"[^\W\d_]{4,}")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of the wheel, in an environment of its own."""
    return install_wheel(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="module")
def begun(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that the wheel began, checked and built."""
    home = tmp_path_factory.mktemp("begun")
    url = "https://stories.elmfield.example/"
    run = run_installed(installed, "init", "elmfield", "--name", NAME, "--url", url, cwd=home)
    assert run.returncode == 0, run.stderr
    _add_settings(home / "elmfield", BRAND)
    _name_pictures(home / "elmfield", "logo: logo.png")
    Image.new("RGB", (80, 80), THEIRS).save(home / "elmfield/content/logo.png")
    run = run_installed(installed, "build", cwd=home / "elmfield")
    assert run.returncode == 0, run.stdout + run.stderr
    return home / "elmfield"


def _add_settings(root: Path, lines: str) -> None:
    """Write settings of the plugin into the `mkdocs.yml` of a new site."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    plugin = "  - improvement-stories:\n"
    text = text.replace(plugin, plugin + lines)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _name_pictures(root: Path, line: str) -> None:
    """Write a line of the theme's settings into the `mkdocs.yml` of a new site."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("  name: material\n", f"  name: material\n  {line}\n")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _run(folder: Path, *words: str) -> Result:
    """Run a command in this process, which is over sooner; only builds need one of their own."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(main, words)
    finally:
        os.chdir(before)
        gc.enable()  # which the command does without


def _begin(folder: Path, *words: str) -> Path:
    run = _run(folder.parent, "init", folder.name, *words)
    assert run.exit_code == 0, run.output
    return folder


def _tell(root: Path, *words: str) -> list[dict[str, str]]:
    """Check a site, and list what is told of it."""
    run = _run(root, "check", "--format", "json", *words)
    problems: list[dict[str, str]] = json.loads(run.stdout)["problems"]
    return problems


def _read_words(folders: list[Path]) -> set[str]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    texts = (path.read_bytes().decode("utf-8", "ignore") for path in files)
    return {word.lower() for text in texts for word in WORD.findall(text)}


def _show(page: Path) -> str:
    """Find all that a page shows and says of itself: its text, and the values of its elements."""
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    values = (value for node in tree.iter() for value in node.attrib.values())
    return " ".join((*tree.itertext(), *values))


def _read_text(page: Path) -> str:
    """Find the text that readers see: not what the search and the form know of other words."""
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for node in tree.iter():
        if node.tag in {"script", "style", "template"}:
            node.text = ""
    return " ".join(tree.itertext())


def test_the_wheel_begins_a_site_that_is_checked_and_built_without_the_network(
    installed: Path, begun: Path
) -> None:
    run = run_installed(installed, "check", "--format", "json", cwd=begun)
    assert run.returncode == 0, run.stdout + run.stderr
    codes = {problem["code"] for problem in json.loads(run.stdout)["problems"]}
    assert codes == {"F121"}, "nothing but the blanks that the organisation fills"
    for page in ("index", "stories/index", "tell/index", "guide/fields/index", "privacy/index"):
        assert (begun / f"site/{page}.html").is_file(), page
    home = (begun / "site/index.html").read_text(encoding="utf-8")
    assert f"<title>{html.escape(NAME, quote=False)}</title>" in home.replace("&#34;", '"')


def test_the_wheel_is_what_the_newcomer_ran_and_not_the_checkout(installed: Path) -> None:
    python = installed.with_name("python")
    told = "import generator; print(generator.__file__)"
    run = subprocess.run([python, "-c", told], capture_output=True, text=True, check=True, cwd="/")
    assert Path(run.stdout.strip()).is_relative_to(installed.parent.parent)


@pytest.mark.deep
@pytest.mark.parametrize("number", OTHERS)
def test_every_other_python_begins_checks_and_builds_a_site_from_the_wheel(
    number: str, tmp_path: Path
) -> None:
    """Each of them, in `make deep`; otherwise the newest that there is."""
    here = [each for each in OTHERS if find_python(each)]
    if number not in here[0 if DEEP else -1 :]:
        pytest.skip("a newer one is tried" if number in here else "it is not here")
    stories = install_with(find_python(number) or "", tmp_path)
    fetch = "import urllib.request as u; u.urlopen('https://example.org/')"
    python = stories.with_name("python")
    fetched = subprocess.run([python, "-c", fetch], capture_output=True, text=True, check=False)
    assert "there is no network here" in fetched.stderr
    run = run_installed(stories, "init", "new", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    run = run_installed(stories, "check", "--format", "json", cwd=tmp_path / "new")
    assert {problem["code"] for problem in json.loads(run.stdout)["problems"]} == {"F121"}
    run = run_installed(stories, "build", cwd=tmp_path / "new")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Warning" not in run.stderr
    assert (tmp_path / "new/site/index.html").is_file()


def test_no_word_that_stands_only_in_the_sample_is_on_the_new_site(begun: Path) -> None:
    own = [ROOT / part for part in ("generator", "theme")]
    only = _read_words([ROOT / part for part in SAMPLE]) - _read_words(own)
    assert len(only) > 1000
    for page in sorted((begun / "site").rglob("*.html")):
        words = {word.lower() for word in WORD.findall(_show(page))}
        assert words & only == set(), page
        if "rules" not in page.parts:  # their examples are the generator's own
            shown = _read_text(page).lower()
            assert [word for word in NEVER if re.search(rf"\b{word}\b", shown)] == [], page
    for file in (
        path for path in begun.rglob("*") if path.is_file() and ".cache" not in path.parts
    ):
        told = file.read_bytes().lower()  # scripts, data and the checker's patterns too
        assert b"macmillan" not in told, file
        assert b"values based standard" not in told, file


def test_every_link_of_a_new_site_leads_somewhere(begun: Path) -> None:
    _expect_whole_links(begun / "site")


def _expect_whole_links(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        links = [node.get("href") for node in tree.iter() if node.tag in {"a", "link"}]
        links += [node.get("src") for node in tree.iter() if node.tag in {"img", "script"}]
        for link in filter(None, links):
            target = link.partition("#")[0].partition("?")[0]
            if not target or ":" in target:
                continue
            at = site / target.lstrip("/") if target.startswith("/") else page.parent / target
            goal = at / "index.html" if at.is_dir() else at
            assert goal.is_file(), f"{page.relative_to(site)}: {link}"


def test_another_brand_is_on_page_card_word_form_and_newsletter(
    installed: Path, begun: Path
) -> None:
    ours = Palette().site.day
    styles = (begun / "site/assets/css/site.css").read_text(encoding="utf-8")
    assert f"--site: light-dark({THEIRS}, #" in styles
    home = (begun / "site/index.html").read_text(encoding="utf-8")
    assert 'class="wordmark__logo" src="logo.png"' in home
    assert '<span class="wordmark__name">Elmfield</span>' in home
    assert home.index("_domains") < home.index("_new")
    assert "_quick" not in home
    words = _read_text(begun / "site/index.html")
    assert "What we changed at Elmfield" in words
    assert "Told by the people who were there." in words
    with Image.open(begun / "site/cards/site.png") as card:
        pixels = {pixel for _, pixel in card.convert("RGB").getcolors(2**20) or ()}
    assert ImageColor.getrgb(THEIRS) in pixels
    assert ImageColor.getrgb(ours) not in pixels
    run = run_installed(installed, "new", "story", "--word", "form.docx", cwd=begun)
    assert run.returncode == 0, run.stderr
    with zipfile.ZipFile(begun / "form.docx") as parts:
        form = parts.read("word/styles.xml").decode()
    assert THEIRS[1:].upper() in form
    assert ours[1:].upper() not in form
    letter = ("digest", "--since", "2026-01-01", "--format", "html")
    run = run_installed(installed, *letter, cwd=begun)
    assert THEIRS in run.stdout, run.stderr
    assert ours not in run.stdout
    told = [(begun / f"site/{name}").read_text("utf-8") for name in ("feed.xml", "stories.json")]
    assert all("Our licence, https://elmfield.example/licence" in text for text in told)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('colours: {site: "#f0a0d0"}', "contrast with the light page is 1.9 to 1"),
        ('colours: {site: {day: "#7a1f5f", night: "#301030"}}', "with the dark page"),
        ("colours: {site: red}", "is “red”"),
        ("colours: {site: {day: 3}}", "is “3”"),
        ("colours: {paper: red}", "no “paper”"),
        ('colours: {domains: ["#7a1f5f", 12]}', "number 2"),
        ("colours: {domains: red}", "is a list"),
        ("home: {sections: [news]}", "no section “news”"),
        ("licence: {name: CC BY}", "needs a `name`"),
    ],
)
def test_a_brand_that_nobody_could_read_is_told(setting: str, told: str, tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    _add_settings(root, f"      {setting}\n")
    run = _run(root, "check")
    assert run.exit_code == 2
    assert told in run.stderr


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" '
    b'height="9"><image x:href="%s" width="9" height="9"/></svg>'
)


@pytest.mark.parametrize("name", ["logo", "favicon"])
@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("x.svg", None, "no such file in “content”"),
        ("x.svg", b"<svg", "Save it as SVG or PNG"),
        ("x.svg", b"\xff\xfe\x00", "Save it as SVG or PNG"),
        ("x.svg", DRAWING % b"/etc/passwd", "shows another file"),
        ("x.svg", DRAWING % b"../logo.png", "shows another file"),
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY a '/etc/a'>]>" + DRAWING % b"&a;", "another file"),
        ("x.png", b"nothing", "Save it as SVG or PNG"),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"0" * 6_000_000, "larger than 5 MB"),
        ("", b"", "no such file"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told(
    name: str, file: str, content: bytes | None, told: str, tmp_path: Path
) -> None:
    root = _begin(tmp_path / "new")
    _name_pictures(root, f'{name}: "{file}"')
    if content:
        (root / "content" / file).write_bytes(content)
    run = _run(root, "check")
    assert run.exit_code == 2
    assert f"`theme`, `{name}` names “{file}”" in run.stderr
    assert told in run.stderr


def test_every_number_of_domains_has_accents() -> None:
    palette = Palette()
    assert {len(Palette(domains=palette.domains[:n]).accents) for n in (1, 5, 8)} == {25}
    assert palette.find_accent(MOST_DOMAINS) == palette.find_accent(8)
    assert palette.find_accent(9) == palette.find_accent(1)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_begins_a_site_that_passes_its_check(
    framework: str, tmp_path: Path
) -> None:
    _begin(tmp_path / "new", "--framework", framework, "--url", "https://stories.example/here/")
    assert {problem["code"] for problem in _tell(tmp_path / "new")} == {"F121"}
    settings = yaml.safe_load((tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == "New"
    assert settings["site_url"] == "https://stories.example/here/"


def test_one_of_each_is_counted_as_one_and_none_as_none(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new", "--framework", "own")
    run = _run(root, "export", "--format", "markdown", "-o", "told")
    assert run.exit_code == 0, run.output
    home = (root / "told/docs/index.md").read_text("utf-8")
    assert [f"[{each}]" in home for each in ("1 story", "0 actions", "1 domain")] == [True] * 3


def test_the_form_offers_the_domains_that_are_there(tmp_path: Path) -> None:
    _begin(tmp_path / "new", "--framework", "plain")
    form = yaml.safe_load((tmp_path / "new/.github/ISSUE_TEMPLATE/story.yml").read_text("utf-8"))
    (domains,) = (part for part in form["body"] if part.get("id") == "domains")
    titles = [option.partition(":")[0] for option in domains["attributes"]["options"]]
    assert titles == ["Listening", "Comfort and surroundings", "Waiting", "Going home"]


def test_every_blank_is_found_until_it_is_filled(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    for name in OWN_PAGES:
        page = root / "content" / name
        blanks = page.read_text(encoding="utf-8").count("<!-- Write here:")
        found = [each for each in _tell(root) if each["path"] == f"content/{name}"]
        assert blanks == len(found) > 0
        assert {each["severity"] for each in found} == {"warning"}
        filled = re.sub(r"<!-- Write here: .*? -->", "We do.", page.read_text(encoding="utf-8"))
        page.write_text(filled, encoding="utf-8")
    assert _tell(root, "--strict") == []


def test_init_writes_over_nothing_and_adds_what_is_missing(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    (root / "README.md").write_text("Our own.\n", encoding="utf-8")
    (root / "content/privacy.md").unlink()
    shutil.rmtree(root / "domains")
    (root / "domains").mkdir()
    (root / "domains/sleep.md").write_text(
        "---\ntitle: Sleep\nstatement: I slept\norder: 1\nshort: Sleep\n---\n\nNights.\n", "utf-8"
    )
    run = _run(root, "init", ".")
    assert run.exit_code == 0, run.stderr
    assert "content/privacy.md" in run.stdout
    assert (root / "README.md").read_text(encoding="utf-8") == "Our own.\n"
    assert [path.name for path in (root / "domains").iterdir()] == ["sleep.md"]
    assert "Nothing was written" in _run(root, "init", ".").stdout


@pytest.mark.parametrize("url", ["stories.example", "ftp://a.example/", "https://", "https://a b/"])
def test_init_refuses_what_is_no_address_and_writes_nothing(url: str, tmp_path: Path) -> None:
    run = _run(tmp_path, "init", "new", "--url", url)
    assert run.exit_code == 2
    assert url in run.stderr
    assert not (tmp_path / "new").exists()


PLUGIN = "plugins:\n  - improvement-stories\n"
MATERIAL = f"site_name: X\ntheme:\n  name: material\n{PLUGIN}"
NEXT = {
    "nothing": (None, "stories init my-stories"),
    "plain": ("site_name: X\n", "Write `- improvement-stories` below `plugins:`"),
    "theme": (f"site_name: X\n{PLUGIN}", "`name: material`"),
    "content": (f"{MATERIAL}docs_dir: content\n", "`stories init .`"),
    "domains": (MATERIAL, "`stories init .`"),
}
COMMANDS = (
    ("check",), ("new", "story", "A title", "--no-ask"), ("due",), ("renew",), ("build",),
    ("export", "--format", "json"), ("digest", "--since", "2026-01-01"), ("brief", "x"),
    ("update", "x"), ("import", "mkdocs.yml"), ("comment", "--since", "HEAD"),
)  # fmt: skip


@pytest.mark.parametrize("state", NEXT)
def test_each_command_says_the_one_next_step(state: str, tmp_path: Path) -> None:
    settings, step = NEXT[state]
    (tmp_path / "docs").mkdir()
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for words in COMMANDS:
        run = _run(tmp_path, *words)
        assert run.exit_code != 0, words
        assert run.stderr.count(step) == 1, f"{words}: {run.stderr}"
        assert "Traceback" not in run.stderr, words
    if step == "`stories init .`":
        assert _run(tmp_path, "init", ".").exit_code == 0
        assert _run(tmp_path, "check").exit_code == 0


@pytest.mark.parametrize("state", ["nothing", "domains"])
def test_a_preview_says_the_one_next_step_too(state: str, tmp_path: Path) -> None:
    settings, step = NEXT[state]
    (tmp_path / "docs").mkdir()
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    run = run_stories("serve", cwd=tmp_path)  # a process of its own: MkDocs leaves its server open
    assert run.returncode != 0
    assert run.stderr.count(step) == 1
    assert "Traceback" not in run.stderr


DOMAIN = "---\ntitle: Side {0}\nstatement: I was seen {0}\norder: {0}\nshort: S{0}\n---\n\nSo.\n"
ONE_OF_MANY = re.compile(
    r"\b1 (?:stories|actions|domains|priorities|voices|figures|places|points|quick wins|measures)\b"
    r"|\b0 (?:story|action|domain|priority|voice|figure|place|point|quick win|measure)\b"
)


@pytest.mark.parametrize("number", [1, 2, MOST_DOMAINS])
def test_a_framework_may_have_any_number_of_domains(number: int, tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    for file in (root / "domains").glob("*.md"):
        file.unlink()
    for each in range(1, number + 1):
        (root / f"domains/side-{each}.md").write_text(DOMAIN.format(each), encoding="utf-8")
    (story,) = (root / "stories").rglob("*.md")
    words = re.sub(r"(?m)^domains:.*", f"domains: [side-{number}]", story.read_text("utf-8"))
    story.write_text(words, encoding="utf-8")
    assert _run(root, "renew").exit_code == 0
    assert {problem["code"] for problem in _tell(root)} == {"F121"}
    run = _run(root, "export", "--format", "markdown", "-o", "told")
    assert run.exit_code == 0, run.output
    home = (root / "told/docs/index.md").read_text("utf-8")
    assert f"[{number} domain{'s' if number > 1 else ''}]" in home
    form = (root / ".github/ISSUE_TEMPLATE/story.yml").read_text("utf-8")
    assert f"Side {number}: I was seen {number}" in form


def test_no_page_counts_one_as_many_and_a_domain_has_one_name_everywhere(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new", "--url", "https://stories.example/")
    domain = root / "domains/comfort.md"
    words = domain.read_text("utf-8").replace("Comfort and surroundings", "Nights and days")
    domain.write_text(words.replace('short: "Comfort"', 'short: "Nights"'), "utf-8")
    assert _run(root, "renew").exit_code == 0
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    assert "Nights and days" in (root / "site/index.html").read_text("utf-8")
    for page in sorted((root / "site").rglob("*.html")):
        assert ONE_OF_MANY.findall(_read_text(page)) == [], page
    for file in (*(root / "site").rglob("*"), *(root / ".github").rglob("*.yml")):
        if file.suffix in {".html", ".json", ".xml", ".csv", ".yml", ".txt"}:
            assert "Comfort and surroundings" not in file.read_text("utf-8"), file


def test_deleting_every_sample_leaves_a_site_that_works(tmp_path: Path) -> None:
    for part in ("theme", "content", "domains"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    run = run_stories("build", "--strict", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Nobody has told a story here yet" in (tmp_path / "site/index.html").read_text("utf-8")
    _expect_whole_links(tmp_path / "site")


def test_a_site_without_stories_is_built_and_invites(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    shutil.rmtree(root / "stories")
    assert _run(root, "check").exit_code == 0
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    assert not (root / "site/feed.xml").exists(), "without an address there is no feed"
    script = (sys.executable, str(SCRIPTS / "check_whole.py"), "site")
    whole = subprocess.run(script, cwd=root, capture_output=True, text=True, check=False)
    assert whole.returncode == 0, whole.stdout
    for page in (root / "site").rglob("*.html"):
        assert ONE_OF_MANY.findall(_read_text(page)) == [], page
    _expect_whole_links(root / "site")
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "Nobody has told a story here yet" in home
    assert "0 stories" not in home


def test_a_learning_point_that_no_story_can_show_is_told_at_its_name(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    points = root / "domains/learning.yml"
    points.write_text("points:\n  spreed: {title: Ours, text: It.}\n", "utf-8")
    (told,) = (each for each in _tell(root) if each["path"] == "domains/learning.yml")
    assert (told["severity"], told["line"]) == ("error", 2)


@pytest.mark.parametrize(
    ("own", "titles"),
    [
        ("", [each.title for each in read_default_learning().points.values()]),
        ("spread:\n    title: Ours\n    text: We saw it.", ["Ours"]),
        ("{}", []),
    ],
)
def test_the_page_and_the_rules_tell_the_learning_points_of_the_site(
    own: str, titles: list[str], tmp_path: Path
) -> None:
    root, day = _begin(tmp_path / "new"), dt.date.fromisoformat(TODAY)
    if own:
        (root / "domains/learning.yml").write_text(f"points:\n  {own}\n", "utf-8")
    checked = check(Project(root, defaults=DEFAULTS), day)
    assert not [each for each in checked.problems if each.severity == "error"]
    overview = make_overview(checked.collection, checked.findings, day)
    assert [view.point.title for view in overview.learning] == titles
    guide = make_guide(FAULTS, checked.collection.lessons)
    told = {view.point.title for group in guide.groups for view in group.faults if view.point}
    assert told <= set(titles)
    assert own or "Know where you began" in told


def test_a_default_page_gives_way_to_a_page_of_the_same_address(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    page = "---\ntitle: Ours\ndescription: Ours.\n---\n\nOur own words.\n"
    own = {"quick-wins/index.md": "quick-wins", "guide/README.md": "guide", "lineage.md": "lineage"}
    for name in own:
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_text(page, encoding="utf-8")
    (root / "over").mkdir()
    (root / "over/tell.html").write_text("Nothing but this.", encoding="utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  custom_dir: over\n")
    )
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    for address in own.values():
        assert "Our own words." in (root / f"site/{address}/index.html").read_text("utf-8"), address
    assert (root / "site/tell/index.html").read_text("utf-8").strip() == "Nothing but this."
    assert (root / "site/guide/fields/index.html").is_file()


def test_no_default_page_leads_to_a_heading_that_a_site_may_not_have() -> None:
    for file in DEFAULTS.rglob("*.md"):
        links = re.findall(r"\]\(([^)\s]+\.md)#", file.read_text(encoding="utf-8"))
        assert links == [], file


def test_renew_brings_what_was_written_to_this_version_and_leaves_what_was_edited(
    tmp_path: Path,
) -> None:
    root = _begin(tmp_path / "new")
    assert {problem["code"] for problem in _tell(root)} == {"F121"}
    form, requirements = root / ".github/ISSUE_TEMPLATE/story.yml", root / "requirements.txt"
    requirements.write_text("./wheels/stories.whl\n", encoding="utf-8")
    (root / ".gitlab-ci.yml").unlink()
    domain = (root / "domains/waiting.md").read_text(encoding="utf-8")
    domain = domain.replace('title: "Waiting"', 'title: "Time"')
    (root / "domains/waiting.md").write_text(domain, encoding="utf-8")
    stale = [problem for problem in _tell(root) if problem["code"] == "F122"]
    assert [problem["path"] for problem in stale] == [".github/ISSUE_TEMPLATE/story.yml"]
    run = _run(root, "renew")
    assert "Renewed: .github/ISSUE_TEMPLATE/story.yml" in run.stdout
    assert re.search(r"(?m)^  -.*Waiting: I knew.*\n  \+.*Time: I knew", run.stdout)
    assert "Left out, as you wished: .gitlab-ci.yml" in run.stdout
    assert "Left as you changed it: requirements.txt" in run.stdout
    assert "Time: I knew how long" in form.read_text(encoding="utf-8")
    assert requirements.read_text(encoding="utf-8") == "./wheels/stories.whl\n"
    assert not (root / ".gitlab-ci.yml").exists()
    assert {problem["code"] for problem in _tell(root)} == {"F121"}
    again = _run(root, "renew").stdout
    assert "Renewed" not in again


def test_a_record_of_what_was_written_that_cannot_be_read_claims_nothing(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    (root / "requirements.txt").write_text("improvement-stories==0.0.1\n", encoding="utf-8")
    for text in ("", "{}", "[]", '{"version": 1, "files": 3}', '{"files": {"a": null}}'):
        (root / ".stories.json").write_text(text, encoding="utf-8")
        assert {problem["code"] for problem in _tell(root)} == {"F121"}
        assert _run(root, "renew").exit_code == 0
        assert (root / "requirements.txt").read_text("utf-8") == "improvement-stories==0.0.1\n"


def test_the_workflows_of_a_new_site_stand_on_the_package_and_on_its_own_folders(
    tmp_path: Path,
) -> None:
    root = _begin(tmp_path / "new")
    _add_settings(root, "      stories_dir: what/we did\n      domains_dir: themes\n")
    (root / "what").mkdir()
    (root / "stories").rename(root / "what/we did")
    (root / "domains").rename(root / "themes")
    assert _run(root, "check").exit_code == 0
    assert "STORIES: stories" in (root / ".github/workflows/story.yml").read_text("utf-8")
    run = _run(root, "renew")
    assert run.exit_code == 0, run.stderr
    assert "-          STORIES: stories" in run.stdout
    workflows = sorted((root / ".github/workflows").glob("*.yml"))
    names = {path.stem for path in workflows}
    assert names == {"check", "comment", "publish", "story"}
    for path in (*workflows, root / ".gitlab-ci.yml"):
        text = path.read_text("utf-8")
        for word in (".venv", "scripts/set-up", "locks/", "check_whole"):
            assert word not in text, (path, word)
        for script in re.findall(r"\.github/scripts/\w+\.py", text):
            assert (root / script).is_file(), script
    story = yaml.safe_load((root / ".github/workflows/story.yml").read_text("utf-8"))
    told = [step.get("env", {}) for step in story["jobs"]["propose"]["steps"]]
    assert [env["STORIES"] for env in told if "STORIES" in env] == ["what/we did"]
    for job in ("propose", "check"):
        steps = story["jobs"][job]["steps"]
        assert not [step for step in steps if "pip install" in step.get("run", "")]
    linted = run_tool("actionlint", "-shellcheck", str(BIN / "shellcheck"), *map(str, workflows))
    assert linted.returncode == 0, linted.stdout
    audit = run_tool("zizmor", "--offline", "--no-progress", str(root / ".github"))
    assert audit.returncode == 0, audit.stdout + audit.stderr
    said = (root / ".github/ISSUE_TEMPLATE/story.yml").read_text("utf-8")
    assert "a draft page is made of it" in " ".join(said.split())


def test_whoever_left_a_host_or_a_workflow_is_given_none_of_it_again(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    (root / ".github/workflows/story.yml").unlink()
    run = _run(root, "renew")
    assert "Left out, as you wished: .github/workflows/story.yml" in run.stdout
    assert "Renewed: .github/ISSUE_TEMPLATE/story.yml" in run.stdout
    said = (root / ".github/ISSUE_TEMPLATE/story.yml").read_text("utf-8")
    assert "a draft page is made of it" not in " ".join(said.split())
    record = json.loads((root / ".stories.json").read_text("utf-8"))
    del record["files"][".github/workflows/comment.yml"]  # as if it came with a later version
    (root / ".stories.json").write_text(json.dumps(record), encoding="utf-8")
    shutil.rmtree(root / ".github")
    assert "Written" not in _run(root, "renew").stdout
    assert not (root / ".github").exists()


def test_schemas_in_a_site_are_renewed_too(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    assert _run(root, "schema", "-o", "schemas").exit_code == 0
    assert {problem["code"] for problem in _tell(root)} == {"F121"}
    file = root / "schemas/story.schema.json"
    now, old = file.read_text("utf-8"), '{"title": "old"}\n'
    file.write_text(old, encoding="utf-8")
    remember(root, {"schemas/story.schema.json": old})  # as an older version would have
    stale = [problem["path"] for problem in _tell(root) if problem["code"] == "F122"]
    assert stale == ["schemas/story.schema.json"]
    assert "Renewed: schemas/story.schema.json" in _run(root, "renew").stdout
    assert file.read_text("utf-8") == now


def test_the_first_files_name_the_version_that_wrote_them(tmp_path: Path) -> None:
    root = _begin(tmp_path / "new")
    assert f"improvement-stories=={__version__}" in (root / "requirements.txt").read_text("utf-8")
    assert json.loads((root / ".stories.json").read_text("utf-8"))["version"] == __version__


FIRST = ROOT / "tests/sites/first-wheel"
FIRST_DIGEST = "34c415e1187a35efd64311b72f93e74970b6154ce50dbbeceefe278e9712d814"


def test_the_site_that_the_first_wheel_began_is_as_it_was() -> None:
    """Nobody mends it: a version that cannot build it breaks the sites of others too."""
    files = sorted(path for path in FIRST.rglob("*") if path.is_file())
    told = "".join(f"{path.relative_to(FIRST)}\n{path.read_text('utf-8')}" for path in files)
    assert hashlib.sha256(told.encode()).hexdigest() == FIRST_DIGEST


def test_the_site_that_the_first_wheel_began_is_built_by_this_version(tmp_path: Path) -> None:
    root = shutil.copytree(FIRST, tmp_path / "first")
    found = _tell(root)
    assert {problem["severity"] for problem in found} <= {"warning", "advice"}, found
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    page = (root / "site/quick-wins/index.html").read_text(encoding="utf-8")
    assert "Our own words stand here." in page
    assert "The first of all." in page
    assert (root / "site/stories/a-hook-for-the-walking-frame/index.html").is_file()
    run = _run(root, "renew")
    assert run.exit_code == 0
    assert {problem["code"] for problem in _tell(root)} == {"F121"}
