"""A `gh` that keeps what it is asked to do, for scripts that would ask GitHub."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

from command import ROOT

SCRIPTS = ROOT / ".github/scripts"
_GH = """#!{python}
import json, sys
from pathlib import Path
state = Path({state!r})
known = json.loads(state.read_text())
method, path = sys.argv[sys.argv.index("--method") + 1], sys.argv[-1]
body = None
if "--input" in sys.argv:
    path = sys.argv[sys.argv.index("--input") - 1]
    body = json.loads(sys.stdin.read())
known["calls"].append([method, path, body])
state.write_text(json.dumps(known))
answers = [a for m, p, a in known["answers"] if m == method and path.startswith(p)]
if method == "GET" and not answers:
    answers = [[]]
if answers and answers[0] == "refused":
    sys.exit("HTTP 403")
print(json.dumps(answers[0] if answers else {{"html_url": "https://github.com/o/r/pull/9"}}))
"""


class GitHub:
    """What GitHub was asked for, and what it answers: (method, beginning of path, answer)."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "github.json"
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.set_answers()
        gh = self.bin / "gh"
        gh.write_text(_GH.format(python=sys.executable, state=str(self.state)))
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)

    def set_answers(self, *answers: tuple[str, str, Any]) -> None:
        self.state.write_text(json.dumps({"calls": [], "answers": answers}))

    @property
    def calls(self) -> list[tuple[str, str, dict[str, Any] | None]]:
        return [tuple(call) for call in json.loads(self.state.read_text())["calls"]]

    @property
    def changes(self) -> list[tuple[str, str, dict[str, Any]]]:
        return [(method, path, body) for method, path, body in self.calls if body is not None]

    def run(
        self, script: str, *arguments: str, cwd: Path, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one of the workflows' scripts as a runner does."""
        return subprocess.run(
            [sys.executable, str(SCRIPTS / script), *arguments],
            cwd=cwd,
            env={
                **os.environ,
                "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_SERVER_URL": "https://github.com",
                "PYTHONDONTWRITEBYTECODE": "1",
                **env,
            },
            capture_output=True,
            text=True,
            check=False,
        )


def git(folder: Path, *arguments: str) -> str:
    """Run Git as somebody who is not the workflow."""
    who = ("-c", "user.name=Ward Seven", "-c", "user.email=ward7@hospital.example")
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def commit_all(folder: Path) -> None:
    """Put a project under Git, as it is, on the branch main."""
    shutil.copy(ROOT / ".gitignore", folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Start")


def run_tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool that is installed beside the Python that runs the tests."""
    command = [str(Path(sys.executable).parent / name), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
