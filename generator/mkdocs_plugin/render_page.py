"""Pages that MkDocs does not know of, drawn with its own templates and its own values.

MkDocs takes a millisecond for each page that it has in its list, and makes one after the other. A
record's page needs nothing of that but the template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from generator.mkdocs_plugin.config_values import find_edit_url, site_identity_of
from generator.mkdocs_plugin.minify import strip_indents
from generator.pages.types import Page

# What the pages of records are drawn with, and prose is not. Compiled before the work is divided,
# they are not compiled again by each process.
_COMMON = (
    "story.html", "action.html",
    "partials/chart.html", "partials/share.html", "partials/frame.html",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageValues:
    """What the templates call `page`: as much as they ask for of what MkDocs calls one.

    `edit_beside` are the names and addresses of the files that its figures are kept in.
    """

    title: str
    url: str
    canonical_url: str | None
    edit_url: str | None
    edit_beside: tuple[tuple[str, str], ...]
    meta: Mapping[str, str]
    content: str
    is_homepage: bool = False


class PageRenderer:
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
        self._site = site_identity_of(config).url
        self._edit = find_edit_url("", config)
        self._shared = {**get_context(nav, [], config), **shared}
        for name in _COMMON:
            environment.get_template(name)

    def draw(self, page: Page) -> str:
        """Draw a page as a whole file of HTML."""
        drawn = self._stand_for(page)
        context = {
            **self._shared,
            "base_url": get_relative_url(".", drawn.url),
            "page": drawn,
            "view": page.view,
            "kind": page.kind,
        }
        template = self._environment.get_template(page.template)
        return strip_indents(template.render(context))

    def _find_edit(self, path: str) -> str | None:
        """Find where a file is edited, if the settings say where any is."""
        return None if self._edit is None else f"{self._edit}{quote(path)}"

    def _stand_for(self, page: Page) -> PageValues:
        """Make what the templates call `page`."""
        url = quote(page.address)
        return PageValues(
            title=page.title,
            url=url,
            canonical_url=f"{self._site}{url}" if self._site else None,
            edit_url=self._find_edit(page.edit) if page.edit is not None else None,
            edit_beside=tuple(
                (path.rpartition("/")[2], where)
                for path in page.edit_beside
                if (where := self._find_edit(path))
            ),
            meta={"description": page.description},
            content=page.content,
        )
