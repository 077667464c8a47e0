"""The templates of a site: where they are found, and how they are kept for the next build."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

# Each is a template: a style that joins parts, which lie in folders beside it, or the sign, which
# has the site's colours.
STYLES = ("assets/css/site.css", "assets/css/tell.css", "assets/css/embed.css")
SIGN = "assets/images/favicon.svg"
_PART = re.compile(r"assets/css/[^/]+/")


class CompiledTemplates(BytecodeCache):
    """Templates as they were compiled, for as long as this process lives.

    A preview would otherwise compile all of them again after each edit.
    """

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was compiled before, if its source is the same."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._known[bucket.key] = bucket.bytecode_to_string()


class ListedLoader(FileSystemLoader):
    """Finds a template in any folder, and lists the files of some."""

    def __init__(self, folders: list[str], listed: list[str]) -> None:
        """Know where to look, and in which folders what is listed lies."""
        super().__init__(folders)
        self._listed = FileSystemLoader(listed)

    def list_templates(self) -> list[str]:
        """List the files of those folders, without the parts of which its styles are joined."""
        names = self._listed.list_templates()
        return [name for name in names if not _PART.match(name)]


def use_own(theme: Theme, folders: Sequence[Path]) -> None:
    """Have MkDocs use the files in `folders` before those of the theme below, and publish no other.

    The first folder lies over the next, file by file; styles are joined. No page asks for the
    fourteen thousand files of the theme below, which take longer to list than an edited page to
    make.
    """
    make, ours = theme.get_env, [str(folder) for folder in folders]
    theme.dirs[:] = dict.fromkeys((*ours, *theme.dirs))
    theme.static_templates.update((*STYLES, SIGN))

    def get_env() -> Environment:
        environment = make()
        environment.loader = ListedLoader(theme.dirs, ours)
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]
