"""The site into MkDocs: the only room that knows the engine.

MkDocs calls this plugin at each step of a build; what is done then is told in `building`, which is
loaded when there is something to build: that nothing has changed is known in less time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.mkdocs_plugin.minify import strip_indents
from generator.mkdocs_plugin.settings import Settings
from generator.mkdocs_plugin.up_to_date import Inputs

if TYPE_CHECKING:
    from generator.mkdocs_plugin.builder import Builder


class ImprovementStories(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """What MkDocs knows of us.

    `inputs` are what the command found the site to be made of; MkDocs run by itself finds nothing.
    """

    builder: "Builder"

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Learn whether this is a build or a preview."""
        self.previews = command == "serve"
        self.inputs = Inputs()  # MkDocs may use a plugin again for another build
        self.__dict__.pop("builder", None)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything; a build with errors goes no further."""
        if not hasattr(self, "builder"):
            from generator.mkdocs_plugin.builder import Builder  # noqa: PLC0415 (half of the loading)

            self.builder = Builder(self.inputs, previews=self.previews)
        self.builder.begin(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what no page asks for, and add the files that prose may link to."""
        self.builder.add_files(files, config)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Clean a prose page, and note its words for the search index."""
        return self.builder.clean(html, page)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Let the site's own templates escape what they print."""
        self.builder.set_templates(env, config)
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the navigation for the pages that MkDocs does not draw."""
        self.builder.keep_navigation(nav)
        return nav

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,  # noqa: ARG002 (MkDocs names what it hands over, here and below)
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Hand the template what was worked out for it."""
        context.update(self.builder.share())  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Leave out the indentation of the templates."""
        return strip_indents(output)

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Hand the 404 page and the like what every page may show."""
        context.update(self.builder.share())  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages of the records, and let the whole site take the old one's place."""
        self.builder.finish(config)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Take away what was half built."""
        if hasattr(self, "builder"):
            self.builder.clear_up()

    def on_shutdown(self) -> None:
        """Let nothing go on, and leave nothing half built, when a preview is ended."""
        if hasattr(self, "builder"):
            self.builder.end()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch what the collection is made of, and closely."""
        self.builder.watch(server, config)
        return server
