"""Chromium, as a teacher prints from it: one headless browser, driven over its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/ describes the commands. Chromium chooses a free port by itself
and writes it into its profile.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from tests.support.browsers import connected, fresh_profile
from tests.support.need import need_program

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Chromium:
    """A browser that is running."""

    def __init__(self, socket: Any) -> None:  # noqa: ANN401 - a WebSocket of a module that may be missing
        """Open a tab."""
        self._socket = socket
        self._ids = count(1)
        self._tab: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []
        """What the browser told, such as the requests of a page if `watch` was called."""
        target = self._command("Target.createTarget", url="about:blank")["targetId"]
        session = self._command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._tab = {"sessionId": session}
        self._command("Page.enable")

    def open(self, page: Path) -> None:
        """Open a page, and wait until it is there."""
        self._command("Page.navigate", url=page.resolve().as_uri())
        while self._receive().get("method") != "Page.loadEventFired":
            pass

    def watch(self, script: str) -> None:
        """Tell of all requests from now on, and run a script in each page before the page's own ones."""
        self._command("Network.enable")
        self._command("Page.addScriptToEvaluateOnNewDocument", source=script)

    def print(self, page: Path, pdf: Path) -> None:
        """Print a page as a person does who turns headers and footers off; ``@page`` gives paper and margins."""
        self.open(page)
        printed = self._command("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        pdf.write_bytes(base64.b64decode(printed["data"]))

    def picture(self, page: Path, width: int, scale: float) -> bytes:
        """Return a PNG of a whole page in a window of this width, in CSS pixels, each of them ``scale`` dots wide."""
        window = {"width": width, "height": 100, "deviceScaleFactor": scale, "mobile": False}
        self._command("Emulation.setDeviceMetricsOverride", **window)
        self.open(page)
        height = self.run("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = self._command("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Run a script on the page that is open, and return what it gives, a promise's value too."""
        done = self._command("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def close(self) -> None:
        """Ask it to end itself."""
        self._tab = {}
        self._command("Browser.close")

    def _command(self, method: str, **params: object) -> dict[str, Any]:
        id_ = next(self._ids)
        self._socket.send(json.dumps({"id": id_, "method": method, "params": params, **self._tab}))
        while True:  # events come in between
            message = self._receive()
            if message.get("id") == id_:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result

    def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv())
        if "method" in message:
            self.events.append(message)
        return message


@contextmanager
def running_chromium() -> Iterator[Chromium]:
    """Start a browser with a fresh profile, and end that one whatever happens."""
    program = need_program("chromium", "chromium-browser", "google-chrome")
    with fresh_profile() as profile:
        command = [program, *_QUIET, f"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"]
        with connected(command, lambda: _address(profile)) as socket:
            chromium = Chromium(socket)
            yield chromium
            with suppress(Exception):  # it may hang up before it answers
                chromium.close()


def _address(profile: Path) -> str:
    port, path = (profile / "DevToolsActivePort").read_text().split("\n", 1)
    return f"ws://127.0.0.1:{port}{path.strip()}"
