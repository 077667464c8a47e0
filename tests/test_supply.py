"""What is locked is hashed, and can be audited; whether it is sound, only the network knows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT

LOCKS = sorted((ROOT / "locks").glob("*.txt"))


def audit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the audit as `make audit` does, up to where it would ask the network."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--dry-run"]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.site
@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_of_a_lock_can_be_audited(lock):
    run = audit("-r", str(lock))
    assert run.returncode == 0, run.stderr
    found = re.search(r"would have audited (\d+) packages", run.stderr)
    assert found
    assert int(found[1]) > 30


@pytest.mark.site
def test_a_package_without_a_hash_is_refused(tmp_path: Path):
    (tmp_path / "lock.txt").write_text("click==8.1.7\n", encoding="utf-8")
    assert audit("-r", str(tmp_path / "lock.txt")).returncode == 1


def test_the_audit_and_the_long_sets_are_there_to_be_run():
    run = subprocess.run(
        ["make", "-n", "audit", "deep"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert (
        "pip-audit --require-hashes --disable-pip -r locks/site.txt -r locks/test.txt" in run.stdout
    )
    assert re.search(r"^DEEP=1 \S+pytest .*-m deep$", run.stdout, re.MULTILINE)
