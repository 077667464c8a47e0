"""MkDocs run from the command: build, serve and check the site that a `mkdocs.yml` describes."""

import datetime as dt
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from generator.pipeline import Checked, check
from generator.plugin import NAME, find_project, find_rules, find_today


class SiteError(Exception):
    """The site could not be built; the message says why, to the person who ran the command."""


def load_site(config_file: str, **settings: Any) -> MkDocsConfig:  # noqa: ANN401 (MkDocs's)
    """Load `mkdocs.yml`; SiteError if it cannot be used."""
    try:
        config = load_config(config_file, **settings)
    except (ConfigurationError, Abort) as error:
        raise SiteError(str(error)) from error
    if NAME not in config.plugins:
        message = f"{config_file} does not list the plugin “{NAME}”."
        raise SiteError(message)
    return config


def build_site(
    config_file: str, site_dir: str | None, today: dt.date | None, *, strict: bool
) -> str:
    """Build the whole site and return the folder it is in; SiteError if there is none."""
    settings = {"site_dir": site_dir} if site_dir else {}
    config = load_site(config_file, **settings, **({"strict": True} if strict else {}))
    if today:
        config.plugins[NAME].config.today = today.isoformat()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort as error:
        raise SiteError(str(error)) from error
    finally:
        config.plugins.on_shutdown()
    return str(config.site_dir)


def serve_site(config_file: str, address: str | None) -> None:
    """Build, serve, and build again on each change, until interrupted."""
    load_site(config_file)
    settings: dict[str, Any] = {"dev_addr": address} if address else {}
    mkdocs_serve(config_file=config_file, **settings)


def check_site(config_file: str, today: dt.date | None) -> tuple[Path, Checked]:
    """Read and check the collection that `mkdocs.yml` names, without building it."""
    config = load_site(config_file)
    project = find_project(config)
    try:
        rules = find_rules(config)
    except PluginError as error:
        raise SiteError(str(error)) from error
    return project.root, check(project, today or find_today(None), rules)
