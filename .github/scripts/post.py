"""Say something on an issue or a pull request, in one comment that is kept up to date.

Every call of GitHub goes through `gh`, with what is sent on its standard input: nothing that
anybody wrote is ever part of a command line.
"""

import json
import os
import subprocess
from typing import Any

BOT = "github-actions[bot]"


def call(path: str, body: dict[str, Any] | None = None, method: str = "GET") -> Any:  # noqa: ANN401 (any JSON)
    """Ask GitHub's API, below the repository that this runs for."""
    command = ["gh", "api", "--method", method, f"repos/{os.environ['GITHUB_REPOSITORY']}/{path}"]
    if body is not None:
        command += ["--input", "-"]
    sent = json.dumps(body) if body is not None else None
    run = subprocess.run(command, input=sent, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"GitHub did not take it: {run.stderr.strip()}")
    return json.loads(run.stdout or "null")


def say(number: int, marker: str, text: str) -> None:
    """Write the comment that bears `marker` on an issue or pull request, or write it anew."""
    body = {"body": f"<!-- {marker} -->\n{text}"}
    for page in range(1, 11):
        comments = call(f"issues/{number}/comments?per_page=100&page={page}")
        for comment in comments:
            own = comment["user"]["login"] == BOT
            if own and comment["body"].startswith(f"<!-- {marker} -->"):
                call(f"issues/comments/{comment['id']}", body, "PATCH")
                return
        if len(comments) < 100:  # noqa: PLR2004 (a page of comments)
            break
    call(f"issues/{number}/comments", body, "POST")


def home() -> str:
    """Find the address of the repository."""
    return f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}"
