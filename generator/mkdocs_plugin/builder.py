"""A site built, step by step, as MkDocs asks for it.

MkDocs holds the shell: its own prose pages, the navigation, the templates. This hands every
template what `pages/` worked out, has the pages of the records drawn beside those that MkDocs
draws, and lets a new site take the place of the old one only when it is whole.
"""

import contextlib
import logging
import signal
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator.build.atomic_swap import AtomicSwap, OccupiedError, refuse_occupied
from generator.build.concepts import Concepts
from generator.build.os_errors import explain_os_error
from generator.build.pipeline import check, render
from generator.build.preview_swap import PreviewSwap
from generator.build.search_index import MOST_PER_SHARD, SearchIndex
from generator.build.write_files import FileWriter
from generator.build.write_site import SiteTools, SiteWriter
from generator.cache.file_fingerprints import FileStore
from generator.cache.workers import WorkerError
from generator.load.files import read_line
from generator.mkdocs_plugin.config_values import (
    common_fingerprint,
    list_templates,
    project_of,
    rules_of,
    site_identity_of,
)
from generator.mkdocs_plugin.default_settings import fill_settings
from generator.mkdocs_plugin.link_targets import (
    list_link_targets,
    make_default_page,
    make_link_target,
)
from generator.mkdocs_plugin.preview import CALM, PREVIEWED, RELOADING, BackgroundWork, keep_serving
from generator.mkdocs_plugin.render_page import PageRenderer
from generator.mkdocs_plugin.settings import (
    NAME,
    cache_folder_of,
    jobs_of,
    list_folders,
    list_theme_folders,
    open_store,
    today_of,
)
from generator.mkdocs_plugin.template_cache import CompiledTemplates, use_own
from generator.mkdocs_plugin.up_to_date import Inputs, remember
from generator.mkdocs_plugin.watcher import Watcher
from generator.model.problem import Problem, Severity
from generator.pages.markdown_html import clean_page
from generator.pages.types import SearchEntry, Site
from generator.reports.text import tell_problems

log = get_plugin_logger(NAME)
_TEMPLATES = CompiledTemplates()


class Builder:
    """Reads and checks the collection, adds its pages, and publishes only what is whole.

    Builds once, or again and again if it `previews`. `inputs` are what the command found the site
    to be made of.
    """

    def __init__(self, inputs: Inputs, *, previews: bool) -> None:
        """Begin with nothing built."""
        self.inputs = inputs
        self.previews = previews
        self.following = BackgroundWork()
        self.lookout: Watcher | None = None
        self.staging: AtomicSwap | None = None
        self.publication: SiteWriter | None = None
        self.interrupt: Any = None

    def begin(self, config: MkDocsConfig) -> None:
        """Read and check everything; a build with errors goes no further."""
        self.following.stop()
        self.settings = config.plugins[NAME].config
        fill_settings(config)
        use_own(config.theme, list_theme_folders(config))
        if self.previews:
            self.lookout = self.lookout or Watcher(_list_places(config))
            config.extra_javascript.append(RELOADING)
        self.today = today_of(self.settings.today, self.settings.timezone)
        self.root = Path(config.config_file_path).parent
        project = project_of(config)
        (self.root / project.stories).mkdir(exist_ok=True)
        self.store = self._open_store(config)
        self.jobs = jobs_of(config)
        self.checked = check(
            project,
            self.today,
            rules_of(config),
            self.store,
            self.jobs,
        )
        self._report(strict=config.strict)
        self.prose: list[SearchEntry] = []
        self.web = site_identity_of(config)
        common = common_fingerprint(config, self._list_problems())
        self.site: Site = render(self.checked, self.today, self.web, common, self.store, self.jobs)
        try:
            self.staging = self._stage(Path(config.site_dir), config)
            config.site_dir = str(self.staging.begin())
        except OccupiedError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(explain_os_error(error)) from error

    def _open_store(self, config: MkDocsConfig) -> FileStore:
        if not self.previews:
            return self.inputs.store or open_store(config)
        store = self.following.store or open_store(config, stays=True)
        store.look_again()
        return store

    def _stage(self, site: Path, config: MkDocsConfig) -> AtomicSwap:
        if self.previews:
            return PreviewSwap(site)
        refuse_occupied(site, list_folders(config))
        return AtomicSwap(site)

    def _report(self, *, strict: bool) -> None:
        """Log the problems as MkDocs logs its own; only a preview goes on after an error."""
        levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}
        wanted = [
            (level, problem)
            for problem in self.checked.problems
            if log.isEnabledFor(level := levels.get(problem.severity, logging.DEBUG))
        ]
        told = tell_problems([p for _, p in wanted], lambda place: read_line(self.root, place))
        self.told = [(level, text) for (level, _), text in zip(wanted, told, strict=True)]
        for level, text in self.told:
            log.log(level, text)
        if self.previews:
            return
        if self.checked.has_errors or (strict and self.checked.has_warnings):
            raise PluginError("Nothing was built, and the last site is as it was.")

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Leave out what nothing refers to, and add the files that prose may link to."""
        reloading = files.get_file_from_path(RELOADING)
        if reloading and not self.previews:
            files.remove(reloading)
        content = project_of(config).content
        shown = self.checked.collection.pages | self.checked.collection.published
        for file in [*files]:
            if file.src_dir == config.docs_dir and f"{content}/{file.src_uri}" not in shown:
                files.remove(file)
        for page in self.checked.prose:
            if page.is_default:
                files.append(make_default_page(page.path.removeprefix(f"{content}/"), config))
        for document in self.site.documents:
            files.append(File.generated(config, document.address, content=document.content))
        later = [each.address for each in self.site.joined_files]
        later += (sheet.address for sheet in self.site.sheets if not sheet.address.endswith("/"))
        for address in later:
            files.append(make_link_target(address, address, config))
        pages = {page.address for page in self.site.pages}
        pages |= {sheet.address for sheet in self.site.sheets}
        for goal in list_link_targets(self.checked.prose, content, pages, config):
            files.append(goal)

    def clean(self, html: str, page: MkDocsPage) -> str:
        """Clean a prose page, and note its words for the search index."""
        html = clean_page(html)
        summary = str(page.meta.get("description", ""))
        meta = {"kind": "Page", "summary": summary}
        filters = {"kind": ("page",)}
        title = page.title or ""
        self.prose.append(SearchEntry(page.url, "page", title, summary, html, "", filters, meta))
        return html

    def set_templates(self, env: Environment, config: MkDocsConfig) -> None:
        """Let the site's own templates escape what they print; the engine's were not written so."""
        names = list_templates(config)
        env.autoescape = lambda name: name in names
        env.bytecode_cache = _TEMPLATES
        self.environment = env

    def keep_navigation(self, nav: Navigation) -> None:
        """Keep the navigation for the pages that MkDocs does not draw."""
        self.nav = nav

    def share(self) -> dict[str, Any]:
        """Share with every template what any page may show."""
        return {
            "overview": self.site.overview,
            "guide": self.site.guide,
            "facets": self.site.facets,
            "form": self.site.form,
            "identity": self.web,
            "palette": self.web.palette,
            "problems": self._list_problems(),
        }

    def _list_problems(self) -> list[Problem]:
        """List the problems that a preview shows on every page."""
        problems = self.checked.problems if self.previews else ()
        return [p for p in problems if p.severity is not Severity.ADVICE]

    def finish(self, config: MkDocsConfig) -> None:
        """Make the pages of the records, and let the whole site take the old one's place."""
        staging = self.staging
        assert staging is not None  # noqa: S101 (it was begun)
        new, old = Path(config.site_dir), staging.site
        writer = FileWriter(new, old, self.store, self.jobs, staging.standing)
        shell = PageRenderer(self.environment, config, self.nav, self.share())
        tools = SiteTools(
            shell.draw,
            self.root,
            cache_folder_of(config),
            self.web.palette,
            self.settings.cards,
            self.web.icon,
        )
        most = self.settings.search_shard or MOST_PER_SHARD
        most = min(most, PREVIEWED) if self.previews else most
        index = SearchIndex(writer, most, Concepts(self.site.terms))
        self.publication = SiteWriter(self.site, writer, tools, index)
        try:
            self.publication.make_pages(self.prose)
            if staging.show():
                self.following.begin(self.publication, staging, self.store)
                return
            self.publication.finish()
        except WorkerError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(explain_os_error(error)) from error
        if not (config.strict and _has_logged_warnings()):
            self._go_to_the_end()
            config.site_dir = str(staging.finish())
            remember(self.store, self.inputs, config, self.told, self.jobs)
            self.store.close()

    def _go_to_the_end(self) -> None:
        """Let whoever interrupts be too late: the new site is about to stand."""
        with contextlib.suppress(ValueError):  # only the first thread is ever interrupted
            self.interrupt = signal.signal(signal.SIGINT, lambda *_: None)

    def clear_up(self) -> None:
        """Take away what was half built."""
        if self.staging:
            self.staging.abandon()

    def end(self) -> None:
        """Let nothing go on, and leave nothing half built, when a preview is ended."""
        self.following.end()
        self.clear_up()
        if self.interrupt:
            signal.signal(signal.SIGINT, self.interrupt)

    def watch(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Watch what the collection is made of, besides the prose, and closely."""
        for path in (config.docs_dir, config.config_file_path):
            server.unwatch(path)  # which MkDocs has asked its own observer
        assert self.lookout is not None  # noqa: S101 (it was made when the first build began)
        server.observer = self.lookout  # type: ignore[assignment]
        server.build_delay = CALM
        for path in _list_places(config):
            server.watch(path)
        server.builder = keep_serving(server.builder, self.lookout)


def _list_places(config: MkDocsConfig) -> list[str]:
    """List the files and folders that a preview watches."""
    folders = (str(folder) for folder in list_folders(config) if folder.is_dir())
    return [config.config_file_path, *folders]


def _has_logged_warnings() -> bool:
    """Whether MkDocs, run with `--strict`, has counted a warning and is about to give up."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return any(counter.get_counts() for counter in counters)
