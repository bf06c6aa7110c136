"""Firefox, as a teacher prints from it: one headless browser, driven over WebDriver BiDi.

https://w3c.github.io/webdriver-bidi/ describes the commands. Firefox chooses a free port by itself and writes it
into its profile.
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

_PREFERENCES = """\
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "");
user_pref("toolkit.telemetry.enabled", false);
"""


class Firefox:
    """A browser that is running."""

    def __init__(self, socket: Any) -> None:  # noqa: ANN401 - a WebSocket of a module that may be missing
        """Begin a session."""
        self._socket = socket
        self._ids = count(1)
        self._command("session.new", capabilities={})
        self._tab = self._command("browsingContext.getTree")["contexts"][0]["context"]

    def print(self, page: Path, pdf: Path, size: tuple[int, int]) -> None:
        """Print a page on paper of a size in points; the margins are the page's own."""
        self._command("browsingContext.navigate", context=self._tab, url=page.resolve().as_uri(), wait="complete")
        width, height = (points / 72 * 2.54 for points in size)
        printed = self._command(
            "browsingContext.print",
            context=self._tab,
            page={"width": width, "height": height},
            margin={"top": 0, "right": 0, "bottom": 0, "left": 0},
            shrinkToFit=False,
        )
        pdf.write_bytes(base64.b64decode(printed["data"]))

    def close(self) -> None:
        """Ask it to end itself."""
        self._command("browser.close")

    def _command(self, method: str, **params: object) -> dict[str, Any]:
        id_ = next(self._ids)
        self._socket.send(json.dumps({"id": id_, "method": method, "params": params}))
        while True:  # events come in between
            message = json.loads(self._socket.recv())
            if message.get("id") == id_:
                assert message["type"] == "success", message
                result: dict[str, Any] = message["result"]
                return result


@contextmanager
def running_firefox() -> Iterator[Firefox]:
    """Start a browser with a fresh profile, and end that one whatever happens."""
    program = need_program("firefox-esr", "firefox")
    with fresh_profile() as profile:
        (profile / "user.js").write_text(_PREFERENCES)
        command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        with connected(command, lambda: _address(profile)) as socket:
            firefox = Firefox(socket)
            yield firefox
            with suppress(Exception):  # it may hang up before it answers
                firefox.close()


def _address(profile: Path) -> str:
    server = json.loads((profile / "WebDriverBiDiServer.json").read_text())
    return f"ws://{server['ws_host']}:{server['ws_port']}/session"
