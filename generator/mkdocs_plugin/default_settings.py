"""What a `mkdocs.yml` need not say, because every site of stories has it unless told otherwise.

And what it has to say, before anything of a site can be found.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

from generator.mkdocs_plugin.settings import NAME
from generator.mkdocs_plugin.template_cache import SIGN

_EXTENSIONS = ("admonition", "attr_list", "tables", "toc")
_SECTIONS = (
    {"Stories": "stories/index.md"},
    {"Domains": "domains/index.md"},
    {"Quick wins": "quick-wins.md"},
    {"For leaders": "priorities/index.md"},
    {"About": "about.md"},
)
# Material's own sign, which is not published.
_MATERIALS = "assets/images/favicon.png"
# The pictures that a site has without naming one.
OF_THE_PACKAGE = frozenset({SIGN, _MATERIALS})


def fill_settings(config: MkDocsConfig) -> None:
    """Fill in the sections of the masthead, the sign, and the Markdown that prose may use."""
    refuse_theme(config)
    if config.theme["favicon"] in {None, _MATERIALS}:
        config.theme["favicon"] = SIGN
    config.markdown_extensions = [*dict.fromkeys((*config.markdown_extensions, *_EXTENSIONS))]
    config.nav = config.nav or [*_SECTIONS]


def refuse_theme(config: MkDocsConfig) -> None:
    """Refuse a site that does not stand on Material; PluginError says what to write."""
    if config.theme.name != "material":
        raise PluginError(
            f"{config.config_file_path} does not name the theme that stories stand on. Write "
            "`theme:` in it, and below that, two spaces in, `name: material`."
        )


def find_folders(config_file: Path) -> tuple[str, str, str]:
    """Find what a `mkdocs.yml` calls the folders of stories, domains and prose, if it can be read.

    Nothing else of it has to be right, and none of the folders has to be there.
    """
    try:
        with config_file.open("rb") as file:
            told = yaml_load(file)
    except Exception:  # noqa: BLE001 (whoever uses the file says what is wrong with it)
        told = {}
    ours: dict[str, object] = {}
    for plugin in told.get("plugins") or ():
        if isinstance(plugin, dict) and isinstance(plugin.get(NAME), dict):
            ours = plugin[NAME]
    named = (ours.get("stories_dir"), ours.get("domains_dir"), told.get("docs_dir"))
    defaults = ("stories", "domains", "docs")
    stories, domains, content = (
        name if isinstance(name, str) and name else default
        for name, default in zip(named, defaults, strict=True)
    )
    return stories, domains, content
