"""QZ711: a question in the singular or plural that only the answer fits."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem

_MOST_WORDS = 4


def check(asked: Asked) -> Iterable[Problem]:
    """Report where the question wants one or several things, and all distractors are the other number.

    Languages: those with word lists.
    """
    vocabulary = asked.vocabulary
    if vocabulary is None or asked.key is None or len(asked.distractors) < 2:  # noqa: PLR2004 - one is no pattern
        return ()
    if asked.numbers or max(len(option.words) for option in asked.options) > _MOST_WORDS:
        return ()  # numbers have a number of their own, and so have sentences
    is_plural = _is_plural(asked.key, vocabulary)
    if is_plural is None or (asked.has_figures and any(asked.spans)):
        return ()
    wanted = _wanted(asked.stem.line, vocabulary)
    if is_plural is not wanted:
        return ()
    if all(_is_plural(option, vocabulary) is (not wanted) for option in asked.distractors):
        return [
            Problem(
                code="QZ711",
                message=f"the question is in the {'plural' if wanted else 'singular'}, and so is only the right answer",
                place=asked.key.text.place,
                hint="put all options in the same number",
            )
        ]
    return ()


def _wanted(line: str, vocabulary: Vocabulary) -> bool | None:
    if vocabulary.plural_stems.search(line):
        return True
    return False if vocabulary.singular_stems.search(line) else None


def _is_plural(option: Folded, vocabulary: Vocabulary) -> bool | None:
    """Tell one thing from several; ``None`` where it is a name or cannot be told."""
    words = option.words
    if not words:
        return None
    if words[0] in vocabulary.quantities or words[0] in vocabulary.negations:
        return None
    if words[0] in vocabulary.singular_articles:
        return False
    of = words.index("of") if "of" in words[1:] else len(words)
    head = words[of - 1]
    written = str(option.text).split()
    if not head.isalpha() or written[-1][:1].isupper() or (written[0][:1].isupper() and len(written) == 1):
        return None
    if head in vocabulary.plural_words:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "ness"))
