"""A preview: whoever made an edit waits for the pages, and for nothing that can follow them."""

import gc
from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from typing import Any

from jinja2 import TemplateSyntaxError
from mkdocs.plugins import get_plugin_logger

from generator.build.atomic_swap import AtomicSwap
from generator.build.os_errors import explain_os_error
from generator.build.write_site import SiteWriter
from generator.cache.file_fingerprints import FileStore
from generator.mkdocs_plugin.settings import NAME
from generator.mkdocs_plugin.watcher import Watcher

log = get_plugin_logger(NAME)
# The most pages in a part of the index: an edit has a whole part made again.
PREVIEWED = 100
# Seconds without another change after which a build begins.
CALM = 0.02
# The script by which a page of a preview shows itself anew.
RELOADING = "assets/js/preview.js"
# Seconds after which a browser will have had the page that it shows.
_BEFORE_THE_REST = 0.3


class BackgroundWork:
    """What follows a build while its pages are being looked at: feeds, cards, the search index.

    `store` is that of the last build, for the next one.
    """

    def __init__(self) -> None:
        """Nothing follows yet."""
        self.store: FileStore | None = None
        self._is_open = False
        self._publication: SiteWriter | None = None
        self._thread: Thread | None = None
        self._overtaken = Event()

    def begin(self, publication: SiteWriter, staging: AtomicSwap, store: FileStore) -> None:
        """Finish a site whose pages are there."""
        self.store = store
        self._is_open = True
        self._publication = publication
        self._overtaken.clear()
        finish = partial(self._finish, publication, staging, store)
        self._thread = Thread(target=finish, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop what a new build, or the end of the preview, has overtaken."""
        publication, self._publication = self._publication, None
        self._overtaken.set()
        if publication:
            publication.kill()
        self.wait()

    def wait(self) -> None:
        """Wait until nothing follows any more."""
        if self._thread:
            self._thread.join()

    def end(self) -> None:
        """Stop, and keep what was worked out for the next preview."""
        self.stop()
        if self._is_open and self.store:
            self.store.close()
            self._is_open = False

    def _finish(self, publication: SiteWriter, staging: AtomicSwap, store: FileStore) -> None:
        try:
            # The browser comes first, which asks for the pages now.
            if not self._overtaken.wait(_BEFORE_THE_REST):
                publication.finish()
                staging.finish()
        except Exception as error:  # noqa: BLE001 (a preview outlives any mistake)
            if not self._overtaken.is_set():
                why = _say(error)
                log.error("The preview's feeds and search are as before: %s", why)  # noqa: TRY400
        finally:
            staging.abandon()
        if not self._overtaken.is_set():
            store.close()
            self._is_open = False
            gc.collect()  # the command does without it, and what edits leave has to go some time


def keep_serving(builder: Callable[..., None], lookout: Watcher) -> Callable[..., None]:
    """Let a build that fails be said in a sentence, and the last good site go on being served."""

    def build(*arguments: Any) -> None:  # noqa: ANN401 (MkDocs's)
        try:
            with lookout.rest():
                builder(*arguments)
        except (Exception, SystemExit) as error:  # noqa: BLE001 (a preview outlives any mistake)
            log.error("The preview is as it was before: %s", _say(error))  # noqa: TRY400

    return build


def _say(error: BaseException) -> str:
    """Say an error in one line, with its file and line where a template has them."""
    if isinstance(error, OSError):
        return explain_os_error(error)
    where = f"{error.filename}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
    return where + " ".join(str(error).split())
