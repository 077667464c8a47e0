"""MkDocs run from the command: build and serve the site that a `mkdocs.yml` describes."""

import datetime as dt
import shutil
import signal
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import get_plugin_logger

from generator.build.os_errors import explain_os_error
from generator.cache.workers import WorkerError
from generator.mkdocs_plugin.config_values import missing_folder
from generator.mkdocs_plugin.default_settings import find_folders, refuse_theme
from generator.mkdocs_plugin.plugin import ImprovementStories
from generator.mkdocs_plugin.settings import NAME, cache_folder_of, jobs_of, open_store
from generator.mkdocs_plugin.up_to_date import fingerprint_inputs, recall

plugin_log = get_plugin_logger(NAME)


class SiteError(Exception):
    """The command cannot go on; the message says why, to the person who ran it.

    `is_usage` tells a wrong use of the command from a site that could not be built.
    """

    def __init__(self, message: str, *, is_usage: bool = True) -> None:
        """Say why."""
        super().__init__(message)
        self.is_usage = is_usage


class StoppedError(SiteError):
    """Somebody stopped the command."""


def load_site(config_file: str, **settings: Any) -> MkDocsConfig:  # noqa: ANN401 (MkDocs's)
    """Load `mkdocs.yml`; SiteError if it cannot be used, with the one next step."""
    file = Path(config_file)
    if not file.exists():
        raise SiteError(
            f"There is no {config_file} here. Go to the folder of your site, or begin one with "
            "`stories init my-stories`."
        )
    if file.is_file() and not (file.parent / (content := find_folders(file)[2])).exists():
        raise SiteError(missing_folder(content, config_file))
    try:
        config = load_config(config_file, **settings)
    except (ConfigurationError, Abort, OSError, ValueError) as error:
        raise SiteError(f"{config_file} cannot be used. {error}") from error
    if NAME not in config.plugins:
        raise SiteError(
            f"{config_file} does not list the plugin “{NAME}”. Write `- {NAME}` below `plugins:` "
            "in it, two spaces in."
        )
    try:
        refuse_theme(config)
    except PluginError as error:
        raise SiteError(str(error)) from error
    return config


class BuildOptions(NamedTuple):
    """How somebody wants the site built: where, as of which day, how strictly, with what help."""

    site_dir: str | None = None
    today: dt.date | None = None
    strict: bool = False
    jobs: int | None = None
    clean: bool = False


def build_site(config_file: str, wishes: BuildOptions) -> str:
    """Build the whole site and return the folder it is in; SiteError if there is none."""
    settings: dict[str, Any] = {"site_dir": wishes.site_dir} if wishes.site_dir else {}
    config = load_site(config_file, **settings, **({"strict": True} if wishes.strict else {}))
    options = config.plugins[NAME].config
    options.today = wishes.today.isoformat() if wishes.today else options.today
    options.jobs = wishes.jobs or options.jobs
    if wishes.clean:
        shutil.rmtree(cache_folder_of(config), ignore_errors=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        if _stands(config):
            return str(config.site_dir)
        mkdocs_build(config)
    except Abort as error:
        raise SiteError("The site was not built.", is_usage=False) from error
    except OSError as error:
        raise SiteError(
            f"The site was not built. {explain_os_error(error)}", is_usage=False
        ) from error
    except TemplateError as error:
        message = f"The site was not built: a template cannot be used: {error}."
        raise SiteError(message, is_usage=False) from error
    except KeyboardInterrupt as error:
        stopped = StoppedError("Stopped. The site that was there is whole.", is_usage=False)
        config.plugins.on_build_error(error=stopped)
        raise stopped from error
    finally:
        config.plugins.on_shutdown()
    return str(config.site_dir)


def _stands(config: MkDocsConfig) -> bool:
    """Whether the site stands already, just as it would be built; what was said is said again."""
    plugin = config.plugins[NAME]
    if not isinstance(plugin, ImprovementStories):
        return False
    store = open_store(config)
    try:
        plugin.inputs = fingerprint_inputs(config, store)
        told = recall(store, plugin.inputs, Path(config.site_dir), jobs_of(config))
    except (PluginError, OSError, WorkerError):  # the build says it better
        return False
    for level, text in told or ():
        plugin_log.log(level, text)
    return told is not None


def serve_site(config_file: str, address: str | None) -> None:
    """Build, serve, and build again on each change, until interrupted."""
    load_site(config_file)
    settings: dict[str, Any] = {"dev_addr": address} if address else {}
    _end_as_if_interrupted()
    try:
        mkdocs_serve(config_file=config_file, **settings)
    except (Abort, ConfigurationError) as error:
        raise SiteError("The site cannot be shown.", is_usage=False) from error
    except (OSError, OverflowError) as error:
        raise SiteError(f"The site cannot be served there: {error}.") from error
    except RecursionError as error:  # said by the checks; a preview goes on, and lists them
        message = "The site cannot be shown: there are folders too deep."
        raise SiteError(message, is_usage=False) from error


def _end_as_if_interrupted() -> None:
    """Let a preview whose window is closed leave as little behind as one ended by Ctrl-C.

    Its site is on the disk until then, with stories that nobody may have agreed to show.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
