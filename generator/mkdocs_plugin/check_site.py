"""What a command asks of a site's settings without building it."""

import datetime as dt
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.build.pipeline import Checked, Project, check
from generator.cache.workers import count_cores
from generator.mkdocs_plugin.commands import SiteError, load_site
from generator.mkdocs_plugin.config_values import project_of, rules_of, site_identity_of
from generator.mkdocs_plugin.settings import NAME, open_store, today_of
from generator.model.site_identity import SiteIdentity


def _find_today(config: MkDocsConfig) -> dt.date:
    ours = config.plugins[NAME].config
    return today_of(ours.today, ours.timezone)


def check_site(config_file: str, today: dt.date | None) -> tuple[Path, Checked]:
    """Read and check the collection that `mkdocs.yml` names, without building it."""
    config = load_site(config_file)
    try:
        project, rules = project_of(config), rules_of(config)
        site_identity_of(config)  # which refuses colours that nobody could read
        day = today or _find_today(config)
    except PluginError as error:
        raise SiteError(str(error)) from error
    store = open_store(config)
    checked = check(project, day, rules, store, config.plugins[NAME].config.jobs or count_cores())
    store.close()
    return project.root, checked


def locate_site(config_file: str, today: dt.date | None) -> tuple[Project, dt.date]:
    """Find the folders of the project that `mkdocs.yml` describes, and what day it is there."""
    config = load_site(config_file)
    try:
        return project_of(config), today or _find_today(config)
    except PluginError as error:
        raise SiteError(str(error)) from error


def describe_site(config_file: str) -> tuple[SiteIdentity, str]:
    """Find where the site will stand, and the folder of its stories from the project's root."""
    config = load_site(config_file)
    return site_identity_of(config), str(config.plugins[NAME].config.stories_dir)
