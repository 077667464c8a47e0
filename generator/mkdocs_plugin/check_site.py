"""What a command asks of a site's settings without building it."""

import datetime as dt
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator.build.pipeline import Checked, Project, check
from generator.cache.workers import count_cores
from generator.mkdocs_plugin.commands import SiteError, load_site
from generator.mkdocs_plugin.config_values import find_project, find_rules, find_web
from generator.mkdocs_plugin.settings import NAME, find_today, open_ledger
from generator.model.site_identity import Web


def check_site(config_file: str, today: dt.date | None) -> tuple[Path, Checked]:
    """Read and check the collection that `mkdocs.yml` names, without building it."""
    config = load_site(config_file)
    try:
        project, rules = find_project(config), find_rules(config)
        day = today or find_today(config.plugins[NAME].config.today)
    except PluginError as error:
        raise SiteError(str(error)) from error
    ledger = open_ledger(config)
    checked = check(project, day, rules, ledger, config.plugins[NAME].config.jobs or count_cores())
    ledger.close()
    return project.root, checked


def locate_site(config_file: str, today: dt.date | None) -> tuple[Project, dt.date]:
    """Find the folders of the project that `mkdocs.yml` describes, and what day it is there."""
    config = load_site(config_file)
    try:
        return find_project(config), today or find_today(config.plugins[NAME].config.today)
    except PluginError as error:
        raise SiteError(str(error)) from error


def describe_site(config_file: str) -> tuple[Web, str]:
    """Find where the site will stand, and the folder of its stories from the project's root."""
    config = load_site(config_file)
    return find_web(config), str(config.plugins[NAME].config.stories_dir)
