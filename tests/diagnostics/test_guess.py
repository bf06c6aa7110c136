"""Hints for misspelt words: the right one, always the same one, and soon."""

from __future__ import annotations

import pytest

from quizgen.diagnostics.guess import did_you_mean, nearest

FIELDS = ("id", "topics", "claim", "citations", "question", "answer", "answer_type", "accept", "cloze", "URL")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("anwser", "answer"),
        ("answers", "answer"),
        ("topic", "topics"),
        ("ID", "id"),
        ("url", "URL"),
        ("Citation", "citations"),
        ("quesiton", "question"),
        ("xyz", ""),
        ("", ""),
        ("a" * 10_000, ""),
    ],
)
def test_the_nearest_word(word: str, meant: str) -> None:
    """Slips of the pen are recognized, other words are not."""
    assert nearest(word, FIELDS) == meant


def test_the_hint() -> None:
    """The hint is a question, or nothing at all."""
    assert did_you_mean("clam", FIELDS) == "did you mean `claim`?"
    assert did_you_mean("xyz", FIELDS) == ""


def test_one_of_two_that_are_equally_near() -> None:
    """The order in which names are known makes no difference."""
    names = ["river-a", "River-a", "river-b"]
    assert {nearest("river-c", order) for order in (names, names[::-1], set(names))} == {nearest("river-c", names)}


@pytest.mark.parametrize("slip", ["rvier-7777-length", "river-7777-lenght", "river-7777-lengt", "river-7777_length"])
def test_among_very_many_words(slip: str) -> None:
    """A slip at either end is found among ten thousand names, although few of them are compared."""
    assert nearest(slip, [f"river-{number}-length" for number in range(1000, 11_000)]).startswith("river-777")
