"""What may not be shown is in no file of the site; what was withdrawn is gone at the next build.

Words of their own are planted wherever a consent decides, and looked for in every file.
"""

import contextlib
import re
import shutil
import sqlite3
import subprocess
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from command import run_stories
from marked import GONE, KEPT, PICTURE, PORTRAIT, Mark, decode, make_marked, withdraw

from generator.build.social_cards import draw_card
from generator.cache.kept_files import forget_unused
from generator.pages.types import SocialCard

pytestmark = pytest.mark.site

DAY = ("--today", "2026-11-23")
# What each kind of file may hold, by the scopes that it takes; the first that fits counts. What is
# in none of them quotes nobody.
KINDS = (
    (r"(stories|domains)/[\w-]+/embed/index\.html", {"website", "feeds"}),
    (r".*\.html", {"website"}),
    # Its index names the word with which each of its parts begins.
    (r"search/(.*\.pack|index\.json)", {"website"}),
    (r".*feed\.(xml|json)", {"website", "feeds"}),
    (r"(stories|actions|data)\.json|(stories|actions)\.csv", {"website", "feeds"}),
    (r"(stories|actions)/[\w-]+/(story|action)\.json", {"website", "feeds"}),
)


def unpack(value: bytes) -> bytes:
    """Unpack what is compressed, and the part of a record that is compressed within it."""
    with contextlib.suppress(zlib.error, ValueError):
        return zlib.decompress(value)
    with contextlib.suppress(zlib.error, ValueError):
        return value + zlib.decompressobj().decompress(value[value.index(b"\x78\x01") :])
    return value


class _Built:
    """The project before and after, each with the words of every file of its site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.marks, self.gone = make_marked(root)
        self.original = decode(root / PICTURE)
        self.before = self._build()
        self.kept_before = self._read_kept()
        self.pictures = {sha256(path.read_bytes()).hexdigest() for path in self._find_portraits()}
        withdraw(root)
        self.after = self._build()
        self.kept_after = self._read_kept()

    def _build(self) -> dict[str, str]:
        run = run_stories("build", *DAY, cwd=self.root)
        assert run.returncode == 0, run.stderr
        return {
            path.relative_to(self.root / "site").as_posix(): decode(path)
            for path in (self.root / "site").rglob("*")
            if path.is_file()
        }

    def _read_kept(self) -> dict[str, bytes]:
        """Read what is kept for the next build: its files, and the values in its ledger."""
        folder = self.root / ".cache/improvement-stories"
        kept = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        with contextlib.closing(sqlite3.connect(folder / "ledger.db")) as store:
            for kind, key, value in store.execute("select kind, key, value from kept"):
                kept[f"{kind} {key}"] = unpack(value)
        return kept

    def _find_portraits(self) -> Iterator[Path]:
        for name in (PORTRAIT, PICTURE):
            stem = Path(name).stem
            found = list((self.root / "site" / Path(name).parent).glob(f"{stem}-*.webp"))
            assert found
            yield from found

    def find(self, word: str, files: dict[str, str]) -> list[str]:
        return [name for name, text in files.items() if word in text or word in name]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> _Built:
    return _Built(tmp_path_factory.mktemp("marked"))


def _needs(name: str) -> set[str] | None:
    return next((scopes for kind, scopes in KINDS if re.fullmatch(kind, name)), None)


def _words(mark: Mark) -> tuple[str, str]:
    return mark.quote, mark.said_by


def test_a_word_that_may_not_be_shown_is_in_no_file(built: _Built) -> None:
    hidden = [mark for mark in built.marks if "website" not in mark.scope]
    assert len(hidden) == 2 * (7 + 4)
    for mark in hidden:
        for word in _words(mark):
            assert built.find(word, built.before) == [], mark
            assert built.find(word, built.after) == [], mark


def test_a_word_goes_no_further_than_its_consent(built: _Built) -> None:
    for mark in built.marks:
        for word in _words(mark):
            for name in built.find(word, built.before):
                needs = _needs(name)
                assert needs is not None, f"{name} quotes somebody"
                assert needs <= mark.scope, f"{name} quotes {sorted(mark.scope)}"


def test_a_word_is_found_where_its_consent_lets_it_stand(built: _Built) -> None:
    """Or else the other tests would look for something that is never there."""
    seen = {kind: 0 for kind, _ in KINDS}
    for mark in built.marks:
        names = built.find(mark.quote, built.before)
        assert ("website" in mark.scope) is bool(names), mark
        for kind in seen:
            seen[kind] += any(re.fullmatch(kind, name) for name in names)
    assert all(count > 0 for kind, count in seen.items() if "index" not in kind or "html" in kind)
    assert len(built.find(built.marks[0].quote, built.before)) >= 2


def test_a_card_and_its_words_quote_only_with_the_scope_for_it(built: _Built) -> None:
    by_word = {word: mark for mark in built.marks for word in _words(mark)}
    told = 0
    for name, text in built.before.items():
        if name.endswith(".html"):
            for alt in re.findall(r'<meta property="og:[^"]*" content="([^"]*)"', text):
                for word in re.findall(r"zqx\w+wk", alt):
                    if word in by_word:
                        told += 1
                        assert {"website", "social"} <= by_word[word].scope, name
    assert told > 0


def test_paper_quotes_only_with_the_scope_for_it(built: _Built) -> None:
    by_word = {word: mark for mark in built.marks for word in _words(mark)}
    page = built.before[f"stories/{KEPT}/index.html"]
    figures = re.findall(r'<figure class="(voice[^"]*)"[^>]*>(.*?)</figure>', page, re.DOTALL)
    assert len(figures) == 2 * 8
    for style, text in figures:
        for word in re.findall(r"zqx\w+wk", text):
            assert ("voice--paper" in style) is ("print" in by_word[word].scope)


def test_a_withdrawn_story_is_gone_from_every_file_at_the_next_build(built: _Built) -> None:
    assert len(built.gone) > 25
    for word in built.gone:
        assert built.find(word, built.after) == [], word
    shown = [word for word in built.gone if built.find(word, built.before)]
    assert len(shown) > 20
    held = {Path(name).suffix for word in shown for name in built.find(word, built.before)}
    assert {".html", ".json", ".xml", ".csv", ".pack", ".bib"} <= held
    page = built.after[f"stories/{GONE}/index.html"]
    assert "withdrawn" in page
    assert "lamp" not in re.sub(GONE, "", page)
    assert [name for name in built.after if name.startswith(f"stories/{GONE}/")] == [
        f"stories/{GONE}/index.html"
    ]


def test_a_withdrawn_picture_is_gone_in_every_size(built: _Built) -> None:
    assert built.find("portrait-", built.after) == []
    assert built.find("hall-", built.after) == []
    assert built.find("hall-", built.before) != []
    left = {sha256(path.read_bytes()).hexdigest() for path in (built.root / "site").rglob("*.webp")}
    assert not left & built.pictures


def test_what_was_withdrawn_is_not_kept_for_the_next_build_either(built: _Built) -> None:
    whole = b"".join(built.kept_before.values())
    assert len([word for word in built.gone if word.encode() in whole]) > 20
    for word in built.gone:
        assert [name for name, v in built.kept_after.items() if word.encode() in v] == [], word
    cards = {name for name in built.kept_before if name.startswith(f"cards/stories/{GONE}.png/")}
    assert len(cards) == 1
    assert not cards & built.kept_after.keys()
    pictures = [name for name in built.kept_after if name.startswith("pictures/")]
    assert pictures == []
    assert len([name for name in built.kept_before if name.startswith("pictures/")]) >= 2


def test_the_pages_of_the_ledger_hold_nothing_that_was_forgotten(built: _Built) -> None:
    """What a database has deleted stays in its file until something else is written there."""
    whole = built.kept_after["ledger.db"]
    gone = [name for name in built.kept_before.keys() - built.kept_after.keys() if " " in name]
    assert len(gone) > 4
    found = [name for name in gone if name.partition(" ")[2].encode() in whole]
    assert found == []


def test_a_card_that_says_something_else_is_kept_alone(tmp_path: Path) -> None:
    first = draw_card(SocialCard("cards/stories/a.png", "One", "Us", quote="Quiet."), tmp_path)
    other = draw_card(SocialCard("cards/stories/b.png", "Two", "Us"), tmp_path)
    second = draw_card(SocialCard("cards/stories/a.png", "One", "Us"), tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert [path.read_bytes() for path in files] == [second, other]
    assert first not in (second, other)


def test_only_what_was_not_used_is_forgotten(tmp_path: Path) -> None:
    for name in ("a.webp", "stories/b.png/1.png", "stories/c.png/2.png", "old/d", "e/f/g"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    outside = tmp_path / "stories/out"
    outside.symlink_to("/usr")
    forget_unused(tmp_path, {"stories/b.png", "e/f/g"})
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["e/f/g", "stories/b.png/1.png"]
    assert not outside.is_symlink()
    forget_unused(tmp_path / "nowhere", set())


def test_a_published_picture_says_nothing_of_the_camera(built: _Built) -> None:
    assert re.search(r"zqx\w+wk", built.original)
    pictures = [name for name in built.before if name.endswith((".webp", ".png"))]
    assert len(pictures) > 5
    for name in pictures:
        assert not re.search(r"zqx\w+wk", built.before[name]), name


# --- what Git still holds ---------------------------------------------------------------------


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    run = subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)
    return run.stdout.strip()


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A project under Git, in which something was withdrawn after two commits."""
    root = tmp_path / "project"
    root.mkdir()
    make_marked(root)
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", ".")
    _git(root, "commit", "-q", "-m", "Zqxsecret subject")
    lamp = root / f"stories/{GONE}/index.md"
    lamp.write_text(lamp.read_text("utf-8") + "\nIt is still there.\n", "utf-8")
    _git(root, "commit", "-q", "-a", "-m", "Two")
    withdraw(root)
    return root


def _told(root: Path, *arguments: str) -> str:
    run = run_stories("check", *DAY, *arguments, cwd=root)
    assert "Traceback" not in run.stderr
    return " ".join(run.stdout.split())


def test_the_checker_says_which_commits_hold_what_was_withdrawn(history: Path) -> None:
    two, one = _git(history, "log", "--format=%h").splitlines()
    told = _told(history)
    assert f"“{GONE}” was withdrawn, and Git still has it in 2 commits: {two}, {one}." in told
    assert f"“buy-the-lamp” was withdrawn, and Git still has it in 1 commit: {one}." in told
    assert f"“{PICTURE}” was withdrawn, and Git still has it in 1 commit: {one}." in told
    assert told.count("advice F118 withdrawn-in-history") == 3
    assert "stories/withdrawn.yml:" in told
    assert "Zqxsecret" not in told
    _git(history, "add", ".")
    _git(history, "commit", "-q", "-m", "Three")
    three = _git(history, "log", "-1", "--format=%h")
    assert f"in 3 commits: {three}, {two}, {one}." in _told(history)


def test_the_checker_says_which_commits_hold_a_withdrawn_quotation(history: Path) -> None:
    one = _git(history, "log", "--format=%h").splitlines()[-1]
    told = _told(history)
    assert "error C103 consent-withdrawn" in told
    assert f"Git has this file in 1 commit: {one}." in told
    path = history / "stories/new.md"
    shutil.copy(history / f"stories/{KEPT}/index.md", path)
    assert "No commit has this file yet" in _told(history, "stories/new.md")


def test_the_history_is_told_in_every_form_and_only_where_it_belongs(history: Path) -> None:
    assert '"code": "F118"' in _told(history, "--format", "json")
    assert "F118" in _told(history, "--since", "main")
    # Its picture was withdrawn: that concerns the story, wherever it is told.
    assert "F118" in _told(history, f"stories/{KEPT}")
    _git(history, "add", ".")
    _git(history, "commit", "-q", "-m", "Three")
    assert "F118" not in _told(history, "--since", "HEAD")
    assert "F118" in _told(history)


def test_a_shallow_copy_says_that_there_may_be_more(history: Path, tmp_path: Path) -> None:
    _git(history, "add", ".")
    _git(history, "commit", "-q", "-m", "Three")
    shallow = tmp_path / "shallow"
    _git(tmp_path, "clone", "-q", "--depth", "1", history.as_uri(), str(shallow))
    told = _told(shallow)
    assert "This is a shallow copy of the repository" in told
    assert "F118" not in told


def test_without_git_nothing_is_said_of_it(history: Path) -> None:
    shutil.rmtree(history / ".git")
    told = _told(history)
    assert "F118" not in told
    assert "Git has this file" not in told
    assert "error C103" in told


def test_a_withdrawn_picture_that_is_still_there_stops_the_build(history: Path) -> None:
    _git(history, "checkout", "-q", "HEAD", "--", PICTURE)
    told = _told(history)
    assert f"“{PICTURE}” was withdrawn, and it is still there." in told
    assert "error R612" in told
