"""Whatever stands in a fact, a printed page shows it as it was typed: it runs no script and asks for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from quizgen.build.make import Made, make_project
from quizgen.build.report import Order
from quizgen.rendering.markup import plain_text
from quizgen.writing.pdf import pdf_bytes
from tests.support.chromium import running_chromium
from tests.support.hostile import injections, lay_out_hostile_project
from tests.support.need import need_module
from tests.support.watching import CANARIES, Seen, look_at

pytestmark = pytest.mark.slow

ORDER = Order(now=1_700_000_000)
ELEMENTS = {
    *("a", "article", "b", "body", "code", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "head", "html", "i"),
    *("img", "li", "main", "meta", "ol", "p", "section", "span", "style", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "title", "tr", "ul"),
}
ATTRIBUTES = {
    *("alt", "aria-label", "charset", "class", "content", "dir", "download", "href", "id", "lang", "name", "role"),
    *("scope", "src", "start", "style"),
}
"""What our templates write; nothing that a fact says is one of them."""
SOURCES = ["title", "family", "given", "body", "publisher", "container", "volume", "issue", "short", "p"]
SHOWN = {
    "choose": ["qask", "aask", "qset", "qnum", "vnum", *"adefwxkirub", *SOURCES],
    "write": ["qset", "qnum", "vnum", *"axkirvb", *SOURCES],
}
"""The fields that stand on the pages of these quizzes, whatever is chosen, by the mark that ends their texts."""


def test_pages_in_a_browser(tmp_path: Path) -> None:
    """In Chromium no script runs and no request is made; each text is seen, on one page or another, as it was typed."""
    made = made_of(tmp_path, injections())
    assert_records_are_clean(made)
    pages = [page for page in write_pages(made, tmp_path) if page.name in {"print-all.html", "index.html"}]
    pages += [tmp_path / "build/quizzes/choose-0" / f"{name}.html" for name in ("form-a", "key", "feedback-a")]
    with running_chromium() as browser:
        browser.watch(CANARIES)
        assert_canaries_sing(look_at(browser, write(tmp_path / "control.html", CONTROL)))
        looks = {page: look_at(browser, page) for page in pages}
    for page, seen in looks.items():
        assert (seen.ran, seen.requests) == ([], []), page
        assert set(seen.elements) <= ELEMENTS, page
        assert set(seen.attributes) <= ATTRIBUTES, page
        assert all(re.match(r"data:image/png|[a-z0-9/-]+\.(apkg|html)$", address) for address in seen.addresses), page
    for kind, marks in SHOWN.items():
        everything = folded(" ".join(f"{seen.text} {' '.join(seen.alts)}" for seen in of_kind(kind, looks)))
        for mark in marks:
            lost = [text for text in texts_of(mark) if folded(plain_text(text)) not in everything]
            assert lost in ([], [text for text in lost if folded(text) in everything]), (kind, mark)
    assert all(folded(line) in folded(looks[tmp_path / "build/index.html"].text) for line in injections())


def test_a_pdf(tmp_path: Path) -> None:
    """A PDF holds all text of its page, no link that could be followed, no script and no file, and loads nothing."""
    need_module("weasyprint")
    lines = [line for line in injections() if "canary" in line][:6]
    page = made_of(tmp_path, lines).sheets["build/quizzes/fill-0/form-a.html"].decode()
    content, problems = pdf_bytes(page, "form-a.pdf")
    assert problems == ()
    assert re.search(rb"/(URI|JS|JavaScript|Launch|EmbeddedFile|OpenAction|SubmitForm)\b", content) is None


def test_the_corpus_is_large() -> None:
    """As many as were promised, each once."""
    assert len(injections()) >= 300
    assert len(set(injections())) == len(injections())


CONTROL = r'<p>\(x\)</p><img src="x" onerror="pwned()"><img src="https://canary.invalid/x.png">'


def assert_canaries_sing(control: Seen) -> None:
    """See that a page which does run a script and ask for something is told from the others."""
    assert control.ran == ["pwned"]
    assert "https://canary.invalid/x.png" in control.requests
    assert control.maths == 1


def assert_records_are_clean(made: Made) -> None:
    """See that the archive keeps each text, that the ledger holds ids and hashes alone, and that no path is a text."""
    archived = [json.loads(content) for path, content in made.records.items() if path.startswith("archive/")]
    kept = {text for form in archived for text in strings_in(form)}
    assert {f"{line} qask{at}?" for at, line in enumerate(injections())} <= kept
    ledger = made.records["decks/ledger.tsv"].decode()
    assert all(re.fullmatch(r"[a-z0-9\t-]+|#.*", line) for line in ledger.splitlines())
    ours = re.compile(
        r"build/(deck-\d+\.apkg|index\.html|quizzes/[a-z0-9/-]+\.html)|archive/[A-Z0-9-]+\.json|decks/ledger.tsv"
    )
    assert all(ours.fullmatch(path) for path in {*made.records, *made.outputs})


def made_of(folder: Path, lines: Sequence[str]) -> Made:
    """Make everything of a hostile project."""
    made, report, _ = make_project(lay_out_hostile_project(folder, lines), ORDER)
    assert made is not None, [problem for problem in report.problems if problem.code not in {"QZ007", "QZ402"}]
    return made


def write_pages(made: Made, folder: Path) -> list[Path]:
    """Write the pages of a build."""
    return [write(folder / path, content) for path, content in made.sheets.items() if path.endswith(".html")]


def write(path: Path, content: str | bytes) -> Path:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def of_kind(kind: str, looks: dict[Path, Seen]) -> list[Seen]:
    """Return the pages that hold everything of the quizzes of a kind."""
    return [seen for page, seen in looks.items() if page.parent.name.startswith(kind)]


def texts_of(mark: str) -> list[str]:
    """Return the texts of a field in all facts or sources."""
    return [f"{line} {mark}{at}" for at, line in enumerate(injections())]


def strings_in(value: object) -> Iterator[str]:
    """Yield all texts in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


def folded(text: str) -> str:
    """Leave out what paper changes: runs of spaces, and the case of a first letter."""
    return " ".join(text.split()).casefold()
