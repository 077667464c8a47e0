"""Open or renew the pull request that an issue has become.

Usage: propose.py FOLDER

Runs with permission to write, on the default branch's own code, and with nothing installed. From
the folder that `convert.py` filled it takes words to be defused, and one file that belongs below
the folder of stories, which the workflow names in STORIES.
"""

import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

from defuse import defuse
from post import BOT, call, home, say

MARKER = "stories-issue"
MOST_BYTES = 256 * 1024
_BELOW = r"/(?:\d{4}/)?[a-z0-9]+(?:-[a-z0-9]+)*(?:/index)?\.md"
_MAIL = "41898282+github-actions[bot]@users.noreply.github.com"
_LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}")


def main(folder: Path) -> None:
    """Propose what was made of the issue, or say what stands in the way."""
    number = int(os.environ["ISSUE"])
    words = defuse(_read(folder / "say.md"), home())
    path = find_story(folder)
    if path is None:
        say(number, MARKER, words)
        return
    branch = f"story/issue-{number}"
    if not is_ours(branch):
        say(number, MARKER, _TAKEN)
        return
    title = defuse(_read(folder / "title.txt"), home()).strip() or f"Story of issue {number}"
    commit(folder, path, branch, title)
    address = open_pull_request(number, branch, title)
    where = f"[Here it is]({address}), and somebody will look at it with you.\n"
    say(number, MARKER, f"{words} {where}")


_TAKEN = (
    "Somebody has gone on with your story in the pull request that was made of it, so what you "
    "change here no longer reaches it. Please say there what you would like to change.\n"
)


def _read(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return file.read(MOST_BYTES).decode("utf-8", "replace")


def find_story(folder: Path) -> str | None:
    """Find the one file that may be proposed."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix == ".md"]
    found = [path for path in files if path != folder / "say.md"]
    if len(found) != 1:
        return None
    path = PurePosixPath(found[0].relative_to(folder)).as_posix()
    stories = os.environ["STORIES"].strip("/")
    fits = re.fullmatch(re.escape(stories) + _BELOW, path) and not found[0].is_symlink()
    if not fits or found[0].stat().st_size > MOST_BYTES:
        raise SystemExit("That is not a story's file.")
    return path


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"git {arguments[0]}: {run.stderr.strip()}")
    return run.stdout


def is_ours(branch: str) -> bool:
    """Whether nobody but this workflow has worked on the branch."""
    if not _git("ls-remote", "origin", f"refs/heads/{branch}").strip():
        return True
    _git("fetch", "--quiet", "origin", f"+refs/heads/{branch}:refs/remotes/origin/{branch}")
    authors = _git("log", "--format=%an", f"HEAD..origin/{branch}").split("\n")
    return set(filter(None, authors)) <= {BOT}


def commit(folder: Path, path: str, branch: str, title: str) -> None:
    """Commit the file on a branch of its own, which starts from the default branch."""
    _git("switch", "--quiet", "-C", branch)
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((folder / path).read_bytes())
    _git("add", "--", path)
    author = os.environ.get("AUTHOR", "")
    thanks = ""
    if _LOGIN.fullmatch(author):
        thanks = f"\n\nCo-authored-by: {author} <{author}@users.noreply.github.com>"
    who = ["-c", f"user.name={BOT}", "-c", f"user.email={_MAIL}"]
    _git(*who, "commit", "--quiet", "-m", f"{title}{thanks}")
    _git("push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")


def open_pull_request(number: int, branch: str, title: str) -> str:
    """Open a pull request of the branch, or find the one that is open; its address."""
    owner = os.environ["GITHUB_REPOSITORY"].partition("/")[0]
    found = call(f"pulls?state=open&head={owner}:{branch}")
    if found:
        call(f"pulls/{found[0]['number']}", {"title": title}, "PATCH")
        return str(found[0]["html_url"])
    body = f"Told in #{number}. Closes #{number}.\n"
    request = {"title": title, "body": body, "head": branch, "base": os.environ["BASE"]}
    try:
        return str(call("pulls", request, "POST")["html_url"])
    except SystemExit:
        # Where an organisation lets no workflow open pull requests, a person still can.
        return f"{home()}/compare/{branch}?expand=1"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
