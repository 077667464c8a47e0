"""What `mkdocs.yml` says about the collection, read into the values that the other rooms take."""

import datetime as dt
import os
import re
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.check import RULES, Rule
from generator.check.settings import UnknownRuleError, set_rules
from generator.pipeline import Project
from generator.publish.search import PER_SHARD
from generator.render import Web

NAME = "improvement-stories"


class Settings(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say about the collection, below the plugin's name."""

    stories_dir = option.Type(str, default="stories")
    domains_dir = option.Type(str, default="domains")
    today = option.Optional(option.Type(str))
    rules = option.Type(dict, default={})
    steward = option.Optional(option.Type(str))
    search_shard = option.Type(int, default=PER_SHARD)


def find_today(told: str | None) -> dt.date:
    """Find the day as of which to build: as told, else `SOURCE_DATE_EPOCH`'s, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if told:
            return dt.date.fromisoformat(told)
        if epoch:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise PluginError(f"“{told or epoch}” is not a day to build for.") from error
    return dt.datetime.now(dt.UTC).date()


def find_edit_url(path: str | None, config: MkDocsConfig) -> str | None:
    """Find where a reader may edit a file: MkDocs's `edit_uri` is for prose pages alone."""
    if path is None or not config.repo_url or not config.edit_uri:
        return None
    folder = PurePosixPath(config.docs_dir).name
    base = config.edit_uri.removesuffix(f"{folder}/")
    return f"{config.repo_url.rstrip('/')}/{base.lstrip('/')}{path}"


def find_web(config: MkDocsConfig) -> Web:
    """Find where the site will stand, and what it is called."""
    branch = re.match(r"(?:edit|blob|raw|-/edit)/([^/]+)/", config.edit_uri or "")
    return Web(
        name=config.site_name,
        description=config.site_description or "",
        url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        repo=(config.repo_url or "").rstrip("/"),
        branch=branch[1] if branch else "main",
        mail=config.plugins[NAME].config.steward or "",
        language=str(config.theme["language"] or "en"),
    )


def find_project(config: MkDocsConfig) -> Project:
    """Find the project's folders in MkDocs's configuration."""
    root = Path(config.config_file_path).parent
    settings = config.plugins[NAME].config
    if not Path(config.docs_dir).is_relative_to(root):
        raise PluginError("`docs_dir` has to lie below the folder of mkdocs.yml.")
    content = Path(config.docs_dir).relative_to(root).as_posix()
    for name in (settings.stories_dir, settings.domains_dir):
        if not name or not (root / name).is_dir():
            raise PluginError(f"There is no folder “{name}” beside mkdocs.yml.")
    return Project(root, settings.stories_dir, settings.domains_dir, content)


def find_rules(config: MkDocsConfig) -> tuple[Rule, ...]:
    """Find the rules as the site's settings want them."""
    settings: dict[str, Any] = config.plugins[NAME].config["rules"]
    # YAML reads a bare `off` as False.
    choices = {str(key): "off" if said is False else str(said) for key, said in settings.items()}
    try:
        return set_rules(RULES, choices)
    except UnknownRuleError as error:
        raise PluginError(f"{config.config_file_path}: {error}") from error
