"""Where a Chromium is: Playwright's own, the one named in CHROMIUM, or the machine's."""

import os
import shutil
from typing import Any

from playwright.sync_api import Browser, Playwright


def launch_chromium(playwright: Playwright) -> Browser:
    """Start a Chromium without a window; `make test` has seen to it that there is one."""
    own = playwright.chromium.executable_path
    found = os.environ.get("CHROMIUM") or (own if os.path.exists(own) else None)  # noqa: PTH110
    found = found or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "no Chromium: run `make test`, or name one in CHROMIUM"
    options: dict[str, Any] = {"args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    return playwright.chromium.launch(executable_path=found, **options)
