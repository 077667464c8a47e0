"""The project that a command is about."""

import datetime as dt
from pathlib import Path

from generator.cli.options import WRONG_USAGE, stop
from generator.pipeline import Checked
from generator.plugin.commands import SiteError
from generator.plugin.inquiries import check_site


def check_project(config_file: str, today: dt.datetime | None) -> tuple[Path, Checked]:
    """Read and check the project, or stop and say why."""
    try:
        return check_site(config_file, today.date() if today else None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
