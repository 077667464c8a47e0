"""The command, run as a person would run it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run_stories(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with its output kept."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
