"""What `mkdocs.yml` says about the collection, and where what it names is.

Loaded by every run, the one that finds nothing changed too; what more the settings mean, and takes
longer to load, is in `meanings`.
"""

import datetime as dt
import os
import sys
import time
from functools import cache
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

import generator
from generator.build.packaged_files import DEFAULTS, THEME
from generator.cache.file_fingerprints import FileStore
from generator.cache.store import fingerprint
from generator.cache.workers import count_cores

NAME = "improvement-stories"
STORIES = "stories"
_SOURCES = frozenset({".py", ".j2", ".json", ".otf", ".ttf", ".txt", ".woff2", ".yml"})
# Whatever of others has a hand in a page or in an answer.
_SHAPING = (
    "jinja2", "markdown-it-py", "mkdocs", "mkdocs-material", "nh3", "openpyxl", "phonenumbers",
    "pillow", "pydantic", "pyphen", "python-frontmatter", "python-stdnum", "pyyaml", "zxing-cpp",
)  # fmt: skip


class Home(Config):  # type: ignore[no-untyped-call]
    """The words and the sections of the home page."""

    title = option.Optional(option.Type(str))
    stories = option.Optional(option.Type(str))
    domains = option.Optional(option.Type(str))
    quick_wins = option.Optional(option.Type(str))
    sections = option.Optional(option.ListOfItems(option.Type(str)))


class ContentLicence(Config):  # type: ignore[no-untyped-call]
    """Under what others may use the stories."""

    name = option.Optional(option.Type(str))
    url = option.Optional(option.Type(str))


class Settings(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say about the collection, below the plugin's name."""

    stories_dir = option.Type(str, default=STORIES)
    domains_dir = option.Type(str, default="domains")
    today = option.Optional(option.Type(str))
    timezone = option.Type(str, default="Europe/London")
    rules = option.Type(dict, default={})
    steward = option.Optional(option.Type(str))
    receiver = option.Optional(option.Type(str))
    short_name = option.Optional(option.Type(str))
    colours = option.Type(dict, default={})
    home = option.SubConfig(Home)
    footer = option.Optional(option.Type(str))
    licence = option.SubConfig(ContentLicence)
    cards = option.Type(bool, default=True)
    jobs = option.Optional(option.Type(int))
    search_shard = option.Optional(option.Type(int))


def today_of(told: str | None, timezone: str = "Europe/London") -> dt.date:
    """Find the day as of which to build: as told, else `SOURCE_DATE_EPOCH`'s, else the clock's.

    The clock's is the day in `timezone`: where the site's people are, whatever builds it.
    """
    zone = zone_of(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if told:
            return dt.date.fromisoformat(told)
        if epoch:
            return dt.datetime.fromtimestamp(int(epoch), zone).date()
    except (ValueError, OverflowError, OSError) as error:
        raise PluginError(f"“{told or epoch}” is not a day to build for.") from error
    return dt.datetime.now(zone).date()


def zone_of(timezone: str) -> ZoneInfo:
    """Find a time zone by its name; PluginError if there is none of that name."""
    try:
        return ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"“{timezone}” is not a time zone. Write one such as Europe/London."
        raise PluginError(message) from error


def jobs_of(config: MkDocsConfig) -> int:
    """Find how many processes share the work."""
    return config.plugins[NAME].config.jobs or count_cores()


def cache_folder_of(config: MkDocsConfig) -> Path:
    """Find the folder in which builds keep what they worked out."""
    return Path(config.config_file_path).parent / ".cache" / NAME


def open_store(config: MkDocsConfig, *, stays: bool = False) -> FileStore:
    """Open the store of earlier runs, which only this very version of the generator reads."""
    file = cache_folder_of(config) / "ledger.db"
    return FileStore(file, version_fingerprint(), time.time_ns(), stays=stays)


@cache
def version_fingerprint() -> str:
    """Find what stands for the generator: its own source, and the versions of what it uses."""
    package = Path(generator.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in _SOURCES)
    names = [path.relative_to(package).as_posix() for path in files]
    others = [f"{name} {version(name)}" for name in _SHAPING]
    return fingerprint(sys.version, *names, *others, *(path.read_bytes() for path in files))


def is_complete(settings: bytes) -> bool:
    """Whether a file of settings says all itself, and asks no other file or system."""
    return b"!ENV" not in settings and b"INHERIT" not in settings


def list_folders(config: MkDocsConfig) -> list[Path]:
    """List the folders whose files a site is made of."""
    root = Path(config.config_file_path).parent
    ours = config.plugins[NAME].config
    folders = [root / ours.stories_dir, root / ours.domains_dir, Path(config.docs_dir)]
    return [*folders, *list_theme_folders(config), DEFAULTS]


def list_theme_folders(config: MkDocsConfig) -> list[Path]:
    """List the folders of templates, styles and scripts: the site's own first, then the theme."""
    own = config.theme.custom_dir
    if own is None or Path(own).resolve() == THEME.resolve():
        return [THEME]
    return [Path(own), THEME]
