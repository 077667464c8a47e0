"""The distribution as a newcomer has it: a wheel, installed into an environment of its own.

With the Python of the tests nothing is fetched: what the generator needs is borrowed from their
environment, and the generator itself is found in the wheel alone. Another Python has its packages
installed from the lock; once that is done, nothing here reaches the network.
"""

import os
import shutil
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from command import ROOT

OTHERS = ("3.12", "3.13", "3.14", "3.15")
_QUIET = ("--quiet", "--no-compile", "--disable-pip-version-check")
_ALONE = '''\
"""Lets no program of this environment reach further than this machine."""

import socket

_connect = socket.socket.connect


def _refuse(self, address, *rest):
    if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1"}:
        raise OSError("there is no network here")
    return _connect(self, address, *rest)


def _know_nobody(host, *rest, **more):
    raise socket.gaierror(socket.EAI_NONAME, "there is no network here")


socket.socket.connect = _refuse
socket.getaddrinfo = _know_nobody
'''


def install_wheel(folder: Path) -> Path:
    """Build the wheel, install it into a new environment in `folder`, and give its `stories`."""
    venv.create(folder / "env", with_pip=False, symlinks=True)
    own = _find_packages(folder)
    _install(folder, build_wheel(folder))
    # A folder that is named so has no `.pth` of its own read: the checkout stays out of sight.
    borrowed = "\n".join(site.getsitepackages())
    (own / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return _cut_off(folder)


def install_with(python: str, folder: Path) -> Path:
    """Install the wheel and all that is locked for another Python, and give its `stories`."""
    subprocess.run([python, "-m", "venv", folder / "env"], check=True, capture_output=True)
    words = ("install", *_QUIET, "--require-hashes", "-r", str(ROOT / "locks/site.txt"))
    command = [str(folder / "env/bin/python"), "-m", "pip", *words]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    if run.returncode and "connection" in run.stderr.lower():
        pytest.skip("the packages cannot be fetched here")
    assert run.returncode == 0, run.stderr
    _install(folder, build_wheel(folder))
    return _cut_off(folder)


def find_python(number: str) -> str | None:
    """Find a Python of a version such as 3.13 that runs here."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    named = (shutil.which(f"python{number}"), *kept.glob(f"{number}.*/bin/python"))
    for python in map(str, filter(None, named)):
        told = [python, "-c", "import sys, venv, ensurepip; print(*sys.version_info[:2], sep='.')"]
        run = subprocess.run(told, check=False, capture_output=True, text=True)
        if run.returncode == 0 and run.stdout.strip() == number:
            return python
    return None


def build_wheel(folder: Path) -> Path:
    """Build the wheel into a folder."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def _install(folder: Path, wheel: Path) -> None:
    python = str(folder / "env/bin/python")
    words = ("install", *_QUIET, "--no-deps", "--no-index", str(wheel))
    pip = [sys.executable, "-m", "pip", "--python", python, *words]
    subprocess.run(pip, check=True, capture_output=True)


def _find_packages(folder: Path) -> Path:
    return next((folder / "env/lib").glob("python*/site-packages"))


def _cut_off(folder: Path) -> Path:
    own = _find_packages(folder)
    (own / "no_network.py").write_text(_ALONE, encoding="utf-8")
    (own / "no_network.pth").write_text("import no_network\n", encoding="utf-8")
    return folder / "env/bin/stories"


def run_installed(stories: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a person would, with its output kept."""
    command = [str(stories), *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
