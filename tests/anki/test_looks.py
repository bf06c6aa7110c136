"""How cards look in a browser, as Anki shows them: legible by day and by night, and never wider than the screen."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.anki import build_package, open_anki
from tests.support.facts import make_bank, make_fact, make_source
from tests.support.need import need_program

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
FACTS = (
    make_fact(
        "full",
        topics=[f"river/{LONG_WORD.lower()}"],
        question=f"How many arms did the {LONG_WORD} have?",
        answer=[f"four {LONG_WORD}", "five"],
        enough=1,
        cloze=f"The {LONG_WORD} had {{{{c1::four}}}} arms.",
        certainty="alleged",
        explanation=f"An `arm_{LONG_WORD}` is a *branch*: 10^6^.",
        contrast=["retired"],
        corrections=[("2026-03-14", f"It said “{LONG_WORD}”.")],
        image=("wide.svg", "A very wide picture", "Ada Brook"),
    ),
    make_fact("kk", lang="kk-Cyrl", question="Өзеннің ұзындығы қанша?", certainty="reported", contrast=["full"]),
    make_fact("ar", lang="ar", question="كم طول النهر؟", answer="١٠٠", certainty="judged"),
    make_fact("retired", retired=f"It was {LONG_WORD}.", retired_on="2026-02-02", replaced_by="full-of-words-2"),
)
SOURCE = make_source(url=f"https://rivers.example/{'path/' * 40}", accessed="2026-05-03")
ANKIS_OWN_STYLE = """
html, body { margin: 0 } body { margin: 20px; overflow-wrap: break-word; background: #eee }
hr { background-color: #ccc; margin: 1em } img { max-width: 100%; max-height: 95vh }
body.nightMode { background: #2c2c2c }
"""
MODES = {"day": "", "night": "nightMode", "night on Android": "night_mode"}
SCREENS = [(320, 100), (360, 200), (900, 100)]
"""Widths in CSS pixels, with the size of the text in percent."""

MEASURE = """
const linear = part => part / 255 <= .04045 ? part / 3294.6 : ((part / 255 + .055) / 1.055) ** 2.4;
const light = rgb => { const [r, g, b] = rgb.map(linear); return .2126 * r + .7152 * g + .0722 * b; };
const rgb = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
const ratio = (one, two) => { const [a, b] = [light(rgb(one)), light(rgb(two))].sort((x, y) => y - x);
                              return (a + .05) / (b + .05); };
const measure = page => {
  const view = page.defaultView, ground = view.getComputedStyle(page.body).backgroundColor;
  const texts = page.createTreeWalker(page.getElementById("qa"), view.NodeFilter.SHOW_TEXT);
  let contrast = 99, size = 99, lines = 99;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.tagName === "STYLE") continue;
    const style = view.getComputedStyle(element);
    contrast = Math.min(contrast, ratio(style.color, ground));
    size = Math.min(size, parseFloat(style.fontSize));
  }
  for (const element of page.querySelectorAll("hr, .certainty, .notice")) {
    const style = view.getComputedStyle(element);
    const color = element.tagName === "HR" ? style.borderTopColor : style.borderInlineStartColor;
    lines = Math.min(lines, ratio(color, ground));
  }
  return {overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth, contrast, size, lines};
};
const frames = [...document.querySelectorAll("iframe")];
window.onload = () => { document.getElementById("result").textContent =
  JSON.stringify(frames.map(frame => ({name: frame.title, ...measure(frame.contentDocument)}))); };
"""


class Look(NamedTuple):
    """What was measured of one side of one card on one screen."""

    name: str
    overflow: float
    contrast: float
    """The lowest of its texts."""
    size: float
    """Pixels of its smallest text."""
    lines: float
    """The lowest contrast of borders that mean something."""


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    """Show every side of every card in every mode on every screen, once for all tests."""
    folder = tmp_path_factory.mktemp("looks")
    frames = "".join(_frames(folder))
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><pre id="result"></pre>{frames}<script>{MEASURE}</script>', "utf-8"
    )
    command = [need_program("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    profile = [f"--user-data-dir={folder / 'profile'}", "--disable-component-update", "--disable-dev-shm-usage"]
    shown = subprocess.run(
        [*command, *quiet, *profile, "--dump-dom", page.as_uri()],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    ).stdout
    (result,) = re.findall(r'<pre id="result">(.+?)</pre>', shown)
    return [Look(**each) for each in json.loads(result)]


def test_no_card_is_wider_than_its_screen(looks: list[Look]) -> None:
    """Not at 320 pixels, nor at 360 with text of double size, whatever the words."""
    assert len(looks) == 10 * len(MODES) * len(SCREENS)
    assert [look.name for look in looks if look.overflow > 0] == []


def test_every_text_has_the_contrast_of_triple_a(looks: list[Look]) -> None:
    """Seven to one, in day and night."""
    assert [(look.name, look.contrast) for look in looks if look.contrast < 7] == []


def test_lines_that_mean_something_can_be_seen(looks: list[Look]) -> None:
    """Three to one."""
    assert [(look.name, look.lines) for look in looks if look.lines < 3] == []


def test_no_text_is_small(looks: list[Look]) -> None:
    """The smallest has 14.4 pixels at normal size."""
    assert [(look.name, look.size) for look in looks if look.size < 14.3] == []


def _frames(folder: Path) -> Iterator[str]:
    """Make a frame of each page: the classes and the style are those that Anki's own windows have."""
    wide = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"/>'
    (folder / "wide.svg").write_text(wide, encoding="utf-8")
    for name, body_class, html in _sides(folder):
        for mode, mode_class in MODES.items():
            for width, zoom in SCREENS:
                base = 19 if width >= 600 else 18
                style = f"{ANKIS_OWN_STYLE} body.card {{ font-size: {base * zoom / 100}px }}"
                page = (
                    f'<!doctype html><meta charset="utf-8"><style>{html[1]}</style><style>{style}</style>'
                    f'<body class="card {body_class} {mode_class}"><div id="qa">{html[0]}</div>'
                )
                title = f"{name}, {mode}, {width} px, {zoom} %"
                yield f'<iframe title="{title}" width="{width}" height="900" srcdoc="{_attribute(page)}"></iframe>'


def _sides(folder: Path) -> Iterator[tuple[str, str, tuple[str, str]]]:
    from quizgen.model.media import MediaFile  # noqa: PLC0415 - needed here alone

    images = {"wide.svg": MediaFile(name="wide.svg", mime_type="image/svg+xml", content=b"<svg/>")}
    package = build_package(make_bank(*FACTS, sources=[SOURCE]), images=images)
    with open_anki(folder / "student") as anki:
        anki.import_package(package)
        for card_id in anki.card_ids():
            card = anki.col.get_card(card_id)
            output = card.render_output()
            for side, html in (("front", output.question_text), ("back", output.answer_text)):
                yield f"{card.note()['Fact']} {side}", f"card{card.ord + 1}", (html, output.css)


def _attribute(html: str) -> str:
    return html.replace("&", "&amp;").replace('"', "&quot;")
