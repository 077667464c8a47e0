"""The distribution as a newcomer has it: a wheel, installed into an environment of its own.

Nothing is fetched. What the generator needs is borrowed from the environment of the tests, and the
generator itself is found in the wheel alone.
"""

import site
import subprocess
import sys
import venv
from pathlib import Path

from command import ROOT


def install_wheel(folder: Path) -> Path:
    """Build the wheel, install it into a new environment in `folder`, and give its `stories`."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    python = folder / "env/bin/python"
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    own = next((folder / "env/lib").glob("python*/site-packages"))
    # A folder that is named so has no `.pth` of its own read: the checkout stays out of sight.
    borrowed = "\n".join(site.getsitepackages())
    (own / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return folder / "env/bin/stories"


def run_installed(stories: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a person would, with its output kept."""
    command = [str(stories), *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
