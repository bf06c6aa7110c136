"""Form codes: short hashes of what a form prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Part, PlacedItem
from quizgen.planning.hashing import digest

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No 0 O 1 I L, which are taken for one another; no vowels, so that no word comes out by chance."""

LENGTH = 8
"""27⁸ codes: among 10,000 forms two share one with a chance of 1 in 5,000."""


def form_code(quiz: QuizSpec, lang: str, letter: str, parts: Iterable[Part], bank: Bank) -> str:
    """Return the code of a form, as in ``7K4R-9WXC``.

    Text and its place count; paper, styles and the answers to open questions, which are not printed on a form,
    do not.
    """
    code = _spell(int.from_bytes(digest(_content(quiz, lang, letter, parts, bank), size=8)))
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def _spell(number: int) -> str:
    letters = []
    for _ in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[at])
    return "".join(letters)


def _content(quiz: QuizSpec, lang: str, letter: str, parts: Iterable[Part], bank: Bank) -> Iterator[str]:
    yield from (quiz.id, lang, letter, quiz.title, quiz.subtitle or "", str(quiz.minutes or 0))
    for part in parts:
        yield from ("part", part.spec.type, str(part.spec.points), str(part.spec.lines))
        for placed in part.items:
            yield from _printed(placed)
            yield from _attributed(placed.item.fact, bank)


def _printed(placed: PlacedItem) -> Iterator[str]:
    yield from ("item", str(placed.number), placed.item.stem, str(placed.item.asked))
    yield from (str(len(placed.options)), *(option.text for option in placed.options))


def _attributed(fact: Fact, bank: Bank) -> Iterator[str]:
    date = bank.as_of(fact)
    yield from ("attribution", date.text if date else "", str(len(fact.citations)))
    for citation in fact.citations:
        source = bank.source_of(citation)
        yield source.title_short or source.title
