"""Pages that MkDocs does not know of, drawn with its own templates and its own values.

MkDocs takes a millisecond for each page that it has in its list, and makes one after the other. A
record's page needs nothing of that but the template.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.plugin.settings import find_edit_url
from generator.render import Page

_INDENTED = re.compile(r">\n\s+<")


class Compiled(BytecodeCache):
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


class Shell:
    """The environment, the settings and the navigation that every page is drawn with."""

    def __init__(
        self,
        environment: Environment,
        config: MkDocsConfig,
        nav: Navigation,
        shared: Mapping[str, Any],
    ) -> None:
        """Keep what MkDocs has made ready; `shared` is what every page may show."""
        self._environment = environment
        self._config = config
        self._nav = nav
        self._shared = shared

    def draw(self, page: Page) -> str:
        """Draw a page as a whole file of HTML."""
        drawn = self._stand_for(page)
        context: dict[str, Any] = dict(get_context(self._nav, [], self._config, drawn))
        context |= self._shared
        context |= {"view": page.view, "kind": page.kind}
        template = self._environment.get_template(page.template)
        return strip_indents(template.render(context))

    def _stand_for(self, page: Page) -> MkDocsPage:
        """Make what the templates call `page`."""
        source = f"{PurePosixPath(page.address)}.md"
        inclusion = InclusionLevel.NOT_IN_NAV
        file = File.generated(self._config, source, content="", inclusion=inclusion)
        file.edit_uri = page.edit
        drawn = MkDocsPage(page.title, file, self._config)
        drawn.edit_url = find_edit_url(page.edit, self._config)
        drawn.content = page.content
        drawn.meta = {
            "template": page.template,
            "title": page.title,
            "description": page.description,
        }
        return drawn


def strip_indents(html: str) -> str:
    """Leave out the indentation of the templates, a twentieth of a page."""
    return _INDENTED.sub(">\n<", html)
