"""A page in a browser that tells of every script that runs, every request, and everything that stands on the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.chromium import Chromium

CANARIES = """
window.ran = [];
for (const name of ["pwned", "alert", "confirm", "prompt", "print", "open", "fetch"])
  window[name] = () => { window.ran.push(name); };
"""
_LOOK = r"""
(() => {
  const all = [...document.querySelectorAll("*")];
  const unique = (values) => [...new Set(values)].sort();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let maths = 0;
  for (let node; (node = walker.nextNode());)
    if (/\\[(\[]/.test(node.data) && !node.parentElement.closest(".mathjax_ignore")) maths++;
  const values = (name) => all.filter((one) => one.hasAttribute(name)).map((one) => one.getAttribute(name));
  return {
    ran: window.ran,
    title: document.title,
    text: document.body.textContent,
    elements: unique(all.map((one) => one.tagName.toLowerCase())),
    attributes: unique(all.flatMap((one) => one.getAttributeNames())),
    addresses: unique(["href", "src"].flatMap(values)),
    alts: values("alt"),
    maths,
  };
})()
"""


@dataclass(frozen=True)
class Seen:
    """What a browser made of a page."""

    ran: list[str]
    """Names of the canaries that were called."""
    requests: list[str]
    """Addresses that were asked for, but the page's own and those of `data:`."""
    title: str
    text: str
    elements: list[str]
    attributes: list[str]
    addresses: list[str]
    """Of links and pictures."""
    alts: list[str]
    maths: int
    """Texts that MathJax would take for formulas."""


def look_at(browser: Chromium, page: Path) -> Seen:
    """Open a page and let its scripts, if it had any, come to an end."""
    browser.events.clear()
    browser.open(page)
    browser.run("new Promise((done) => setTimeout(done, 50))")
    found: dict[str, Any] = browser.run(_LOOK)
    asked = [event["params"]["request"]["url"] for event in browser.events if event["method"] == _REQUEST]
    own = page.resolve().as_uri()
    requests = [url for url in asked if url.partition("#")[0] != own and not url.startswith("data:")]
    requests += [event["method"] for event in browser.events if event["method"] in _MORE]
    return Seen(requests=requests, **found)


_REQUEST = "Network.requestWillBeSent"
_MORE = {"Network.webSocketCreated", "Page.frameAttached", "Page.javascriptDialogOpening", "Page.downloadWillBegin"}
