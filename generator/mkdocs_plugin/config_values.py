"""What the settings mean to the other rooms: web, project, rules, and the key of all pages."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.build.packaged_files import DEFAULTS
from generator.build.pipeline import Project
from generator.cache.store import fingerprint
from generator.load.logo_file import ICON, LOGO, read_logo
from generator.load.points import Region
from generator.mkdocs_plugin.default_settings import OF_THE_PACKAGE
from generator.mkdocs_plugin.identity import read_home, read_licence, read_palette, read_receiver
from generator.mkdocs_plugin.settings import (
    NAME,
    STORIES,
    is_complete,
    list_theme_folders,
    today_of,
    version_fingerprint,
    zone_of,
)
from generator.model.logo import Logo
from generator.model.problem import Problem
from generator.model.site_identity import SiteIdentity
from generator.rules import RULES, Rule
from generator.rules.severities import UnknownRuleError, set_rules

# The zones of the United States, where the month is written first; other Americans differ.
_OF_THE_STATES = frozenset(
    f"America/{city}"
    for city in (
        "New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Anchorage", "Detroit", "Boise",
        "Juneau", "Indiana/Indianapolis", "Kentucky/Louisville",
    )
)  # fmt: skip


def find_edit_url(path: str | None, config: MkDocsConfig) -> str | None:
    """Find where a reader may edit a file: MkDocs's `edit_uri` is for prose pages alone."""
    if path is None or not config.repo_url or not config.edit_uri:
        return None
    folder = PurePosixPath(config.docs_dir).name
    base = config.edit_uri.removesuffix(f"{folder}/")
    return f"{config.repo_url.rstrip('/')}/{base.lstrip('/')}{path}"


def site_identity_of(config: MkDocsConfig) -> SiteIdentity:
    """Find where the site will stand, what it is called, and what it looks like."""
    ours = config.plugins[NAME].config
    branch = re.match(r"(?:edit|blob|raw|-/edit)/([^/]+)/", config.edit_uri or "")
    return SiteIdentity(
        name=config.site_name,
        description=config.site_description or "",
        url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        repo=(config.repo_url or "").rstrip("/"),
        branch=branch[1] if branch else "main",
        mail=ours.steward or "",
        receiver=read_receiver(ours.receiver),
        language=str(config.theme["language"] or "en"),
        palette=read_palette(ours.colours),
        short_name=ours.short_name or config.site_name,
        home=read_home(ours.home),
        footer=ours.footer or "",
        licence=read_licence(ours.licence),
        logo=_read_sign(config, "logo", LOGO),
        icon=_read_sign(config, "favicon", ICON),
    )


def _read_sign(config: MkDocsConfig, name: str, box: tuple[int, int]) -> Logo | None:
    """Read a picture that the theme's settings name; None if it is not the site's own.

    PluginError says what to do about one that cannot be shown.
    """
    path = config.theme.get(name)
    if not isinstance(path, str) or path in OF_THE_PACKAGE or re.match(r"https?://", path):
        return None
    folders = (config.docs_dir, config.theme.custom_dir)
    files = (Path(folder) / path for folder in folders if folder)
    file = next((file for file in files if file.is_file()), None)
    where = f"`theme`, `{name}` names “{path}”"
    if file is None:
        content = Path(config.docs_dir).name
        raise PluginError(f"{where}, and there is no such file in “{content}”. Put it there.")
    try:
        return read_logo(file, box)
    except (OSError, ValueError) as error:
        raise PluginError(
            f"{where}, which cannot be used: {error}. Save it as SVG or PNG, and try again."
        ) from error


def common_fingerprint(config: MkDocsConfig, problems: Iterable[Problem]) -> str:
    """Find what stands for all that shapes every page: settings, templates, framework, version.

    Nothing does if the settings are not all in one file.
    """
    settings = Path(config.config_file_path).read_bytes()
    if not is_complete(settings):
        return ""
    templates = list_templates(config)
    project = project_of(config)
    frame = sorted((project.root / project.domains).rglob("*"))
    told = [path.read_bytes() for path in (*templates.values(), *frame) if path.is_file()]
    names = [*templates]
    names += (path.relative_to(project.root).as_posix() for path in frame)
    if not _is_named(config.nav):  # it then shows the titles of the prose
        told += sorted(
            path.read_bytes()
            for folder in (Path(config.docs_dir), DEFAULTS)
            for path in folder.rglob("*.md")
        )
    scripts = [str(script) for script in config.extra_javascript]
    more = f"{site_identity_of(config)} {config.nav} {scripts} {[str(p) for p in problems]}"
    return fingerprint(version_fingerprint(), settings, more, *names, *told)


def list_templates(config: MkDocsConfig) -> dict[str, Path]:
    """Find the templates of the site by their names, where its own lie over those of the theme."""
    return {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(list_theme_folders(config))
        for path in sorted(folder.rglob("*.html"))
        if path.is_file()
    }


def _is_named(nav: Any) -> bool:  # noqa: ANN401 (what `mkdocs.yml` says)
    """Whether a navigation has a name of its own for whatever it leads to."""
    if isinstance(nav, list):
        return bool(nav) and all(isinstance(item, dict) and _is_named(item) for item in nav)
    if isinstance(nav, dict):
        return all(isinstance(goal, str) or _is_named(goal) for goal in nav.values())
    return False


def project_of(config: MkDocsConfig) -> Project:
    """Find the project's folders in MkDocs's configuration."""
    root = Path(config.config_file_path).parent
    settings = config.plugins[NAME].config
    if not Path(config.docs_dir).is_relative_to(root):
        raise PluginError("`docs_dir` has to lie below the folder of mkdocs.yml.")
    content = Path(config.docs_dir).relative_to(root).as_posix()
    for name in (settings.stories_dir, settings.domains_dir):
        is_made = name == STORIES and not (root / name).exists()  # where nobody has told one yet
        if not name or not (is_made or (root / name).is_dir()):
            raise PluginError(missing_folder(name, config.config_file_path))
    named = (config.theme.get(name) for name in ("logo", "favicon"))
    own = frozenset(f"{content}/{path}" for path in named if isinstance(path, str))
    language = str(config.theme["language"] or "en")
    folders = (settings.stories_dir, settings.domains_dir, content)
    name = Path(config.config_file_path).name
    return Project(root, *folders, own, region_of(config), language, DEFAULTS, name)


def missing_folder(name: str, config_file: str) -> str:
    """Say that a folder is missing, and what writes it."""
    file = Path(config_file)
    return (
        f"There is no folder “{name}” beside {file.name}. `stories init .` writes what is missing."
    )


def region_of(config: MkDocsConfig) -> Region:
    """Find how dates such as 03/04/2026 are usually written where the site is at home.

    English is spoken on both sides of the Atlantic: then the zone decides, if it does.
    """
    settings = config.plugins[NAME].config
    language, _, place = str(config.theme["language"] or "en").replace("_", "-").partition("-")
    zone = zone_of(settings.timezone).key
    today = today_of(settings.today, settings.timezone)
    month_first: bool | None = False
    if place:
        month_first = f"{language}-{place}".lower() == "en-us"
    elif language == "en" and zone.startswith(("America/", "US/", "Canada/")):
        month_first = True if zone.startswith("US/") or zone in _OF_THE_STATES else None
    return Region(month_first, today)


def rules_of(config: MkDocsConfig) -> tuple[Rule, ...]:
    """Find the rules as the site's settings want them."""
    settings: dict[str, Any] = config.plugins[NAME].config["rules"]
    # YAML reads a bare `off` as False.
    choices = {str(key): "off" if said is False else str(said) for key, said in settings.items()}
    try:
        return set_rules(RULES, choices)
    except UnknownRuleError as error:
        raise PluginError(f"{config.config_file_path}: {error}") from error
