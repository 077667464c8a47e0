"""Browsers of other makers than Chromium's, for what has to work in all of them.

Firefox speaks WebDriver BiDi itself; WebKit comes with a driver that speaks W3C WebDriver, and
needs a screen, which Xvfb pretends. Both are Debian packages, which `scripts/find-browser` installs
where it may. A page of either is used in the same way; it is a new reader, who has no storage yet.
"""

import base64
import contextlib
import datetime as dt
import json
import os
import shutil
import socket
import subprocess
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from waiting import PATIENCE, wait_until
from websockets.sync.client import ClientConnection, connect

# https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowDown": "\ue015"}
# What Chromium says on its own, Firefox says only when it is listened to.
LISTEN = """() => addEventListener("securitypolicyviolation", (event) => {
  console.error(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
})"""
# A clock that stands, in milliseconds since 1970.
STAND = """() => {
  globalThis.Date = class extends Date {
    constructor(...told) {
      super(...(told.length ? told : [%d]));
    }
    static now() {
      return %d;
    }
  };
}"""
# The middle of an element that stays where it is while two pictures are drawn, and is uppermost.
AT_REST = """(async () => {
  const it = document.querySelector(%s);
  if (!it) return null;
  it.scrollIntoView({ block: "center", behavior: "instant" });
  const find = () => {
    const box = it.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
  };
  const before = find();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const after = find();
  const top = document.elementFromPoint(...after);
  return String(before) === String(after) && it.contains(top) ? after : null;
})()"""
QUIET = {
    "app.normandy.enabled": False,  # no experiments, no news: nothing but the test asks anything
    "app.update.enabled": False,
    "browser.download.alwaysOpenPanel": False,
    "browser.download.folderList": 2,  # the folder that `browser.download.dir` names
    "browser.helperApps.neverAsk.saveToDisk": "text/markdown,application/zip",
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class OtherPage(ABC):
    """A page that a test drives; addresses, keys and expressions are as in any browser."""

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open an address, and wait until the page has loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Work out an expression in the page; a promise is waited for."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """Take a picture of what is in view, as PNG."""

    @abstractmethod
    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        """Do what a hand does: https://www.w3.org/TR/webdriver2/#actions."""

    def press(self, key: str) -> None:
        """Press one key: a character, or a name of `KEYS`."""
        self.type(KEYS[key])

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        kinds = ("keyDown", "keyUp")
        self.act("key", [{"type": kind, "value": each} for each in text for kind in kinds])

    def type_until(self, expression: str, text: str) -> None:
        """Type, and again as long as nothing comes of it: a new window may be without focus."""
        done = wait_until(lambda: self.evaluate(expression) or self.type(text), pause=1)
        assert done, expression

    def click(self, selector: str) -> None:
        """Click into the middle of the first element that a selector finds, once it is at rest."""
        x, y = self.wait_for(AT_REST % json.dumps(selector))
        buttons = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.act("pointer", [{"type": "pointerMove", "x": x, "y": y, "duration": 0}, *buttons])

    def wait_for(self, expression: str) -> Any:
        """Wait until an expression is true of the page, and give its value."""
        found: list[Any] = []
        wait_until(lambda: found.append(self.evaluate(expression)) or found[-1])
        assert found[-1], expression
        return found[-1]


class Firefox:
    """A Firefox, by WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/."""

    def __init__(self, socket: ClientConnection, downloads: Path) -> None:
        self._socket, self.downloads = socket, downloads
        self._number = 0
        self._said: dict[str, list[str]] = {}
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Send a command, and wait for its answer; what is said in between is kept."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=PATIENCE))
            if told.get("method") == "log.entryAdded":
                self._keep(told["params"])
            elif told.get("id") == self._number:
                assert told["type"] == "success", f"{method}: {told}"
                return told["result"]

    def _keep(self, entry: dict[str, Any]) -> None:
        if entry["level"] in {"error", "warn"}:
            place = entry["source"].get("context", "")
            self._said.setdefault(place, []).append(str(entry["text"]))

    def tell_said(self, place: str) -> list[str]:
        """Tell the errors and warnings of a page so far."""
        self.call("session.status")
        return self._said.get(place, [])

    @contextlib.contextmanager
    def open_page(self) -> Iterator["FirefoxPage"]:
        """Open the page of a new reader."""
        reader = self.call("browser.createUserContext")["userContext"]
        self.call("script.addPreloadScript", functionDeclaration=LISTEN, userContexts=[reader])
        made = self.call("browsingContext.create", type="tab", userContext=reader)
        try:
            yield FirefoxPage(self, made["context"])
        finally:
            self.call("browser.removeUserContext", userContext=reader)


class FirefoxPage(OtherPage):
    """A page in Firefox."""

    def __init__(self, browser: Firefox, place: str) -> None:
        self._browser, self._place = browser, place

    def goto(self, address: str) -> None:
        self._call("browsingContext.navigate", url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        made = f"(async () => JSON.stringify((await ({expression})) ?? null))()"
        target = {"context": self._place}
        answer = self._browser.call(
            "script.evaluate",
            expression=made,
            target=target,
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("browsingContext.captureScreenshot")["data"])

    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._call("input.performActions", actions=[{"type": kind, "id": kind, "actions": actions}])

    def stop_clock(self, now: dt.datetime) -> None:
        """Let it be one moment in every page that is opened from now on."""
        at = int(now.timestamp() * 1000)
        self._browser.call(
            "script.addPreloadScript",
            functionDeclaration=STAND % (at, at),
            contexts=[self._place],
        )

    @property
    def said(self) -> list[str]:
        """All that the page and its browser have said in error or warning."""
        return self._browser.tell_said(self._place)

    def _call(self, method: str, **params: object) -> dict[str, Any]:
        return self._browser.call(method, context=self._place, **params)


class WebKitPage(OtherPage):
    """A page in WebKit, by W3C WebDriver: https://www.w3.org/TR/webdriver2/.

    The protocol does not tell what is said in the console.
    """

    def __init__(self, driver: str) -> None:
        self._session = driver
        made = self._call("session", {"capabilities": {}})
        self._session = f"{driver}session/{made['sessionId']}/"

    def goto(self, address: str) -> None:
        self._call("url", {"url": address})

    def evaluate(self, expression: str) -> Any:
        return self._call("execute/sync", {"script": f"return {expression}", "args": []})

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("screenshot"))

    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._call("actions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})

    def close(self) -> None:
        """Close the page and forget its reader."""
        self._call("", method="DELETE")

    def _call(self, path: str, body: object = None, method: str = "") -> Any:
        data = None if body is None else json.dumps(body).encode()
        address = f"{self._session}{path}".rstrip("/")
        request = urllib.request.Request(address, data, method=method or None)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]


def find_firefox() -> str | None:
    """Find a Firefox: the one named in FIREFOX, or the machine's."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


def find_webkit() -> str | None:
    """Find WebKit's driver, if there is a screen for it too."""
    return shutil.which("WebKitWebDriver") if shutil.which("Xvfb") else None


@contextlib.contextmanager
def run_firefox(program: str, home: Path) -> Iterator[Firefox]:
    """Run a Firefox in a folder of its own that is empty."""
    downloads = home / "downloads"
    downloads.mkdir()
    told = QUIET | {"browser.download.dir": str(downloads)}
    preferences = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in told.items())
    (home / "user.js").write_text("\n".join(preferences))
    command = [program, "--headless", "--no-remote", "--profile", str(home)]
    command += ["--remote-debugging-port", "0"]
    listens = home / "WebDriverBiDiServer.json"
    with _run(command, home, HOME=str(home)) as process:
        assert wait_until(lambda: listens.exists() or process.poll() is not None)
        assert wait_until(lambda: listens.read_text().endswith("}"))
        port = json.loads(listens.read_text())["ws_port"]
        address = f"ws://127.0.0.1:{port}/session"
        with connect(address, max_size=None, open_timeout=PATIENCE) as socket:
            yield Firefox(socket, downloads)


@contextlib.contextmanager
def run_webkit(program: str, home: Path) -> Iterator[str]:
    """Run WebKit's driver on a screen that nobody sees; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    number = home / "screen"
    screen = ["sh", "-c", 'exec Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3> "$0"']
    with _run([*screen, str(number)], home) as process:
        assert wait_until(lambda: number.exists() and number.read_text().endswith("\n"))
        assert process.poll() is None
        display = f":{number.read_text().strip()}"
        with _run([program, f"--port={port}"], home, HOME=str(home), DISPLAY=display):
            address = f"http://127.0.0.1:{port}/"
            assert wait_until(lambda: _answers(f"{address}status"))
            yield address


def _answers(address: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=PATIENCE):
        return True
    return False


@contextlib.contextmanager
def _run(command: list[str], home: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    with (home / f"{Path(command[0]).name}.log").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **more}, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)
