"""Write docs/rules.md, the pages of `quizgen explain` on one page: ``python tools/rules_page.py``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.diagnostics.pages import Page, codes, page_of

RULES_PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

FAMILIES = (
    ("QZ000", "Reading files", "What stands in a file, before anybody asks what it means."),
    ("QZ050", "What was shipped before", "The ledger, the archive, and what students have already."),
    ("QZ100", "Names that point elsewhere", "Ids of facts and sources, and what deck specs ask for."),
    ("QZ300", "Cards that can be made", "What a fact needs to become a card."),
    ("QZ400", "Quizzes that can be made", "What a section needs, and the words that are printed around it."),
    ("QZ500", "Templates and PDFs", "Mistakes in a project's own templates, and in the making of PDFs."),
    ("QZ540", "Importing", "What `quizgen import` meets."),
    ("QZ600", "Facts and sources", "How a fact is written, and what it rests on."),
    ("QZ670", "Cards", "What makes a card hard to learn."),
    ("QZ700", "Items", "What gives an answer away, or makes a question unfair."),
    ("QZ800", "Whole quizzes", "What can be seen only over all items of a quiz."),
    ("QZ900", "Writing", "Outputs that cannot be written."),
)
"""First code, heading, and what the codes from there on are about."""

INTRODUCTION = """\
# Check rules

Everything that quizgen may say about a project, by its code. `quizgen explain CODE` shows the same text; this page is
made of it (`python tools/rules_page.py`), and the examples are run by a test.

An **error** stops `quizgen build` and makes `quizgen check` end with exit code 1. A **warning** does so only with
`quizgen check --strict`. An **info** is a remark. Codes are permanent: one that is given no longer is never used again.

Most codes from QZ600 on are advice, and advice can be wrong. Where it is, say so, and say why:

- on one fact: `ignore: {QZ712: both rivers are called so}` ([ignore](fact-file.md#ignore));
- in the whole project: `check: {ignore: [QZ712]}` in `quizgen.yaml` ([check](deck-specs.md#check));
- for one run: `quizgen check --ignore QZ712`.

The last two leave no error out. A single fact may ignore the errors from QZ700 to QZ799 too, for they judge by words,
and words can deceive a rule; every other error must be mended.

Where an example names no file, it is `data/facts.yaml`.
"""


def rules_page() -> str:
    """Return the page: a list of the families, then every code with its level, title, text and examples."""
    families = [(heading, about, pages) for heading, about, pages in _families() if pages]
    contents = [f"- [{heading}](#{slug(heading)}): {about}" for heading, about, _ in families]
    parts = [INTRODUCTION, "\n".join(contents) + "\n"]
    for heading, about, pages in families:
        parts += [f"## {heading}\n", f"{about}\n", _table(pages), *map(_section, pages)]
    return "\n".join(parts)


def slug(heading: str) -> str:
    """Return the anchor that code hosts make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _families() -> Iterator[tuple[str, str, list[Page]]]:
    starts = [first for first, _, _ in FAMILIES[1:]] + ["QZ999"]
    for (first, heading, about), end in zip(FAMILIES, starts, strict=True):
        yield heading, about, [page_of(code) for code in codes() if first <= code < end]


def _table(pages: Iterable[Page]) -> str:
    rows = (f"| [{page.code}](#{slug(_heading(page))}) | {page.level} | {page.title} |" for page in pages)
    return "\n".join(["| code | level | |", "|---|---|---|", *rows]) + "\n"


def _section(page: Page) -> str:
    body = re.sub(r"^## (Bad|Good)$", r"**\1**", page.body, flags=re.MULTILINE)
    body = re.sub(r"^(?=```\w+ (?!data/facts\.yaml$)(\S+)$)", r"`\1`:\n\n", body, flags=re.MULTILINE)
    return f"### {_heading(page)}\n\n*{page.level}*\n\n{body.strip()}\n"


def _heading(page: Page) -> str:
    return f"{page.code}: {page.title}"


if __name__ == "__main__":
    RULES_PAGE.write_text(rules_page(), encoding="utf-8", newline="\n")
