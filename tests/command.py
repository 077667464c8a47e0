"""The command, run as a person would run it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The site that the tests of the generator stand on; the stories of the house may be edited freely.
SITE = ROOT / "tests/sites/hospital"


def run_stories(*arguments: str, cwd: Path = SITE) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with its output kept."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
