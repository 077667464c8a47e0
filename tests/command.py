"""The command, run as a person would run it."""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The site that the tests of the generator stand on; the stories of the house may be edited freely.
SITE = ROOT / "tests/sites/hospital"


def run_stories(*arguments: str, cwd: Path = SITE) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, in a process of its own, with its output kept."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = [Path(folder) / name for name in ("said", "complained")]
        for output in outputs:
            output.touch()
        asked = {
            "arguments": arguments,
            "folder": str(cwd),
            "surroundings": dict(os.environ),
            "said": str(outputs[0]),
            "complained": str(outputs[1]),
        }
        runner = _start_runner()
        assert runner.stdin
        assert runner.stdout
        runner.stdin.write(json.dumps(asked) + "\n")
        runner.stdin.flush()
        ended = int(runner.stdout.readline())
        said, complained = (output.read_text() for output in outputs)
    return subprocess.CompletedProcess(["stories", *arguments], ended, said, complained)


@cache
def _start_runner() -> subprocess.Popen[str]:
    """Start the process that the runs are forked from, which ends with this one."""
    command = [sys.executable, str(Path(__file__).with_name("forks.py"))]
    pipe = subprocess.PIPE
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runner = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)

    @atexit.register
    def end() -> None:
        with runner:
            pass  # it ends when nothing more can be asked

    return runner
