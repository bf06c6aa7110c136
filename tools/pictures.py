"""Make the pictures of the documents from what this repository builds: ``python tools/pictures.py``.

A card as Anki shows it, by day and by night, and a form of a quiz beside its key, into docs/pictures/. Needs what the
tests need: Anki, Chromium and the fonts. Look at them before you commit them.
"""

from __future__ import annotations

import html
import shutil
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it comes without types
from PIL import Image

from tests.support.anki import open_anki
from tests.support.chromium import Chromium, running_chromium
from tests.support.project import REPOSITORY, run_quizgen

PICTURES = REPOSITORY / "docs" / "pictures"
MOST_BYTES = 200_000

FACT = "media-state-share-2013"
DECK, QUIZ = "media-freedom", "media-freedom-quiz"
CARD_WIDTH = 380
CARD_SCALE = 1.5
GAP = 20
PAGE_WIDTH = 800
COLOURS = 64
ANKIS_OWN_STYLE = """
html, body { margin: 0 } body { margin: 20px; overflow-wrap: break-word; font-size: 18px } hr { margin: 1em }
body.nightMode { background: #2c2c2c }
"""
FRAMES = """\
<!doctype html><meta charset="utf-8">
<style>
body { margin: 0; background: #c4c4c4 }
iframe { border: 0; margin: 20px 0 20px 20px; vertical-align: top }
</style>
%s
<script>
for (const frame of document.querySelectorAll("iframe")) frame.onload = () => {
  const frames = [...document.querySelectorAll("iframe")].filter(each => each.contentDocument.body);
  const height = Math.max(...frames.map(each => each.contentDocument.documentElement.scrollHeight));
  for (const each of frames) each.style.height = `${height}px`;
};
</script>
"""


def main() -> None:
    """Build a copy of the project, and take all pictures."""
    with tempfile.TemporaryDirectory() as folder, running_chromium() as chromium:
        project = build_copy(Path(folder, "project"))
        save("card", card_picture(project / "build" / f"{DECK}.apkg", Path(folder), chromium))
        save("quiz", quiz_picture(project / "build" / "quizzes" / QUIZ, Path(folder), chromium))


def build_copy(folder: Path) -> Path:
    """Build this repository's project in another folder, so that its ledger and archive stay as they are."""
    folder.mkdir()
    shutil.copy(REPOSITORY / "quizgen.yaml", folder)
    for name in ("data", "decks"):
        shutil.copytree(REPOSITORY / name, folder / name)
    result = run_quizgen("build", DECK, cwd=folder)
    if result.returncode:
        sys.exit(result.stderr)
    return folder


def card_picture(package: Path, folder: Path, chromium: Chromium) -> Image.Image:
    """Return one card, as a student sees it on a phone: the front, the back, and the back by night."""
    page = folder / "card.html"
    frames = list(card_frames(package, folder))
    page.write_text(FRAMES % "".join(frames), encoding="utf-8")
    return picture_of(chromium.picture(page, len(frames) * (CARD_WIDTH + GAP) + GAP, CARD_SCALE))


def card_frames(package: Path, folder: Path) -> Iterator[str]:
    """Yield a frame with each side of the card, in the window that Anki gives it."""
    with open_anki(folder / "student") as anki:
        anki.import_package(package.read_bytes())
        card_id = anki.card_ids(f"Fact:{FACT} card:1 note:*question*")[0]
        style = anki.col.get_card(card_id).render_output().css
        front, back = (side.html for side in anki.sides(card_id))
    for side, night in ((front, ""), (back, ""), (back, "nightMode")):
        head = f'<!doctype html><meta charset="utf-8"><style>{style}</style><style>{ANKIS_OWN_STYLE}</style>'
        text = f'{head}<body class="card card1 {night}"><div id="qa">{side}</div>'
        yield f'<iframe width="{CARD_WIDTH}" srcdoc="{html.escape(text)}"></iframe>'


def quiz_picture(quiz: Path, folder: Path, chromium: Chromium) -> Image.Image:
    """Return the first page of form A, beside the first page of the key, as they are printed."""
    pages = [printed(quiz / name, folder, chromium) for name in ("form-a.html", "key.html")]
    height = max(page.height for page in pages)
    sheet = Image.new("RGB", (sum(page.width for page in pages) + 3 * GAP, height + 2 * GAP), "#c4c4c4")
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    return sheet


def printed(page: Path, folder: Path, chromium: Chromium) -> Image.Image:
    """Print a page as a PDF, and return what its first sheet looks like."""
    if not page.is_file():  # Chromium would print that there is no such page
        sys.exit(f"{page.name} was not built: is {QUIZ} still the id of a quiz?")
    pdf = folder / f"{page.stem}.pdf"
    chromium.print(page, pdf)
    sheet = pypdfium2.PdfDocument(pdf)[0]
    large: Image.Image = sheet.render(scale=2 * PAGE_WIDTH / sheet.get_width()).to_pil()
    return large.reduce(2)


def picture_of(png: bytes) -> Image.Image:
    """Read a picture."""
    return Image.open(BytesIO(png)).convert("RGB")


def save(name: str, image: Image.Image) -> None:
    """Write a picture with few colours, so that it is small; stop where it is not."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / f"{name}.png"
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.relative_to(REPOSITORY)}: {image.width} × {image.height}, {size} bytes")
    if size > MOST_BYTES:
        sys.exit(f"more than {MOST_BYTES} bytes")


if __name__ == "__main__":
    main()
