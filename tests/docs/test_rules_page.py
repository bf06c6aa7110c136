"""The page of all check rules is the one that is made of the pages of `quizgen explain`."""

from __future__ import annotations

import re

from quizgen.diagnostics.pages import codes, page_of
from tools.rules_page import RULES_PAGE, rules_page

PAGE = RULES_PAGE.read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    """Whoever changes a rule's page runs tools/rules_page.py (or `make docs`) again."""
    assert rules_page() == PAGE, "docs/rules.md is stale: run `make docs`, or `python tools/rules_page.py`"


def test_every_code_has_its_section() -> None:
    """Each code is found once, with its title and its level."""
    found = re.findall(r"^### (QZ\d{3}): (.+)\n\n\*(\w+)\*$", PAGE, flags=re.MULTILINE)
    assert found == [(code, page_of(code).title, page_of(code).level) for code in codes()]


def test_the_guidelines_name_rules_that_there_are() -> None:
    """What is said to hold a guideline of the classic lists is a code with a page."""
    text = RULES_PAGE.with_name("guidelines.md").read_text(encoding="utf-8")
    named = set(re.findall(r"QZ\d{3}", text))
    assert named
    assert named <= set(re.findall(r"^### (QZ\d{3})", PAGE, flags=re.MULTILINE))
