"""Form codes: short hashes of what a form prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact, Image
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Part, PlacedItem
from quizgen.planning.hashing import digest

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No 0 O 1 I L, which are taken for one another; no vowels, so that no word comes out by chance."""

LENGTH = 8
"""27⁸ codes: among 10,000 forms two share one with a chance of 1 in 5,000."""


def form_code(quiz: QuizSpec, lang: str, letter: str, parts: Iterable[Part], bank: Bank) -> str:
    """Return the code of a form, as in ``7K4R-9WXC``.

    What is printed and where it stands count, and what is right: a paper and its key are found by one code, so that a
    corrected answer makes a new one. Of a picture its content counts, and not how its file is called. Paper and styles
    do not count, nor do reasons, explanations and locators.
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
    yield from (quiz.id, lang, letter, quiz.title, quiz.subtitle or "", str(quiz.minutes or 0), quiz.instructions or "")
    for part in parts:
        yield from ("part", part.spec.type, str(part.spec.points), str(part.spec.lines))
        yield from (part.spec.title or "", part.spec.instructions or "")
        for placed in part.items:
            yield from _printed(placed)
            yield from _right(placed)
            for fact in placed.item.facts:
                yield from _shown(fact.image, bank) if fact.image else ()
                yield from _attributed(fact, bank)


def _printed(placed: PlacedItem) -> Iterator[str]:
    item = placed.item
    yield from ("item", str(placed.number), item.stem, str(item.asked))
    yield from (str(len(placed.options)), *(option.text for option in placed.options))
    yield from (str(len(item.pieces)), *item.pieces)
    yield from (item.number.before, item.number.after) if item.number else ()


def _shown(image: Image, bank: Bank) -> tuple[str, ...]:
    return (bank.pictures.get(image.file, image.file), image.alt, image.credit)


def _right(placed: PlacedItem) -> Iterator[str]:
    item = placed.item
    yield from ("key", placed.key_letter, str(item.is_true), *map(str, placed.ranks))
    for answer in item.answers:
        yield from ("answer", answer.text, str(len(answer.accept)), *answer.accept)
    for point in item.marking:
        yield from ("point", point.kind, point.text)
    yield from (item.number.least, item.number.most) if item.number else ()


def _attributed(fact: Fact, bank: Bank) -> Iterator[str]:
    date = bank.as_of(fact)
    yield from ("attribution", date.text if date else "", str(len(fact.citations)))
    for citation in fact.citations:
        source = bank.source_of(citation)
        yield source.title_short or source.title
