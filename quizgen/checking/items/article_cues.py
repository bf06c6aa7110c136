"""QZ710: `a` or `an` at the end of a question, which only some options can follow."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.diagnostics.problem import Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report a stem whose last word rules an option out. Languages: those with word lists."""
    vocabulary = asked.vocabulary
    last = asked.stem.words[-1:]
    if vocabulary is None or asked.key is None or not last or last[0] not in vocabulary.indefinite_articles:
        return ()
    if not re.search(rf"\b{last[0]}\W*$", asked.stem.text):
        return ()  # a letter: vitamin A
    article = last[0]
    ruled_out = [option for option in asked.options if _article_of(option, asked) not in {article, ""}]
    if ruled_out:
        return [
            Problem(
                code="QZ710",
                message=f"`{article}` at the end of the question rules out `{ruled_out[0].text}`",
                place=asked.stem.text.place,
                hint="ask a full question, or give each option its own article",
            )
        ]
    return ()


def _article_of(option: Folded, asked: Asked) -> str:
    """Return the article that an option takes; empty where it has one already."""
    vocabulary = asked.vocabulary
    if vocabulary is None or not option.words or option.words[0] in vocabulary.articles:
        return ""
    return vocabulary.indefinite_articles[vocabulary.vowel_sounds.match(option.words[0]) is not None]
