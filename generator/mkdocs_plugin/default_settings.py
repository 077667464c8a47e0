"""What a `mkdocs.yml` need not say, because every site of stories has it unless told otherwise."""

from mkdocs.config.defaults import MkDocsConfig

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


def fill_settings(config: MkDocsConfig) -> None:
    """Fill in the sections of the masthead, the sign, and the Markdown that prose may use."""
    if config.theme["favicon"] in {None, _MATERIALS}:
        config.theme["favicon"] = SIGN
    config.markdown_extensions = [*dict.fromkeys((*config.markdown_extensions, *_EXTENSIONS))]
    config.nav = config.nav or [*_SECTIONS]
