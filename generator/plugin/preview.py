"""A preview: whoever made an edit waits for the pages, and for nothing that can follow them."""

import gc
from collections.abc import Callable
from threading import Thread
from typing import Any

from jinja2 import TemplateSyntaxError
from mkdocs.plugins import get_plugin_logger

from generator.ledger import Ledger
from generator.plugin.settings import NAME
from generator.publish.refusals import say_refusal
from generator.publish.search import SearchIndex
from generator.publish.shard import SearchError
from generator.publish.staging import Staging

log = get_plugin_logger(NAME)
# The most pages in a part of the index: an edit has a whole part made again.
PREVIEWED = 100
# The script by which a page of a preview shows itself anew.
RELOADING = "assets/js/preview.js"


class Following:
    """What follows a build while its pages are being looked at: its search index."""

    def __init__(self) -> None:
        """Nothing follows yet."""
        self._index: SearchIndex | None = None
        self._thread: Thread | None = None

    def begin(self, index: SearchIndex, staging: Staging, ledger: Ledger) -> None:
        """Finish an index that was begun, and then all else that waits for it."""
        self._index = index
        self._thread = Thread(target=self._finish, args=(index, staging, ledger), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop an index that a new build, or the end of the preview, has overtaken."""
        index, self._index = self._index, None
        if index:
            index.kill()
        self.wait()

    def wait(self) -> None:
        """Wait until nothing follows any more."""
        if self._thread:
            self._thread.join()

    def _finish(self, index: SearchIndex, staging: Staging, ledger: Ledger) -> None:
        try:
            index.finish()
            staging.finish()
        except (SearchError, OSError) as error:
            if self._index:
                why = error if isinstance(error, SearchError) else say_refusal(error)
                log.error("The preview's search is as it was before: %s", why)  # noqa: TRY400
        finally:
            index.stop()
            staging.abandon()
        ledger.close()
        gc.collect()  # the command does without it, and what an edit leaves has to go some time


def keep_serving(builder: Callable[..., None]) -> Callable[..., None]:
    """Let a build that fails be said in a sentence, and the last good site go on being served."""

    def build(*arguments: Any) -> None:  # noqa: ANN401 (MkDocs's)
        try:
            builder(*arguments)
        except (Exception, SystemExit) as error:  # noqa: BLE001 (a preview outlives any mistake)
            log.error("The preview is as it was before: %s", _say(error))  # noqa: TRY400

    return build


def _say(error: BaseException) -> str:
    """Say an error in one line, with its file and line where a template has them."""
    where = f"{error.filename}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
    return where + " ".join(str(error).split())
