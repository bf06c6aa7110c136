"""The share of derived items that a guesser gets right who knows how options are made.

Over items whose wrong options are all derived, numbers and organizations, from a synthetic bank. Each rule of thumb
should do no better than chance, within 3 points:

    python bench/guessing.py [QUIZZES]

Prints for each rule the share of items it gets right, with a 95 % interval (Wilson), and the share by chance.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from math import sqrt
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parent.parent))

from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import Answer, AnswerType, Citation, Fact
from quizgen.model.project import ItemType, QuizSpec, SectionSpec
from quizgen.model.quiz import PlacedItem
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.planning.numbers import read_figure
from quizgen.planning.quizzes import plan_quiz

QUIZZES = 40
ITEMS = 60
FACTS = 240
"""Of the bank of each quiz."""
Z = 1.96
UNITS = ("km", "percent", "million tenge", "boats", "")
BODIES = (
    "Board", "Ministry", "Trust", "Office", "Company", "Society", "Agency for Waters", "Committee of Fishers",
    "Union", "Association of Millers and Ferrymen", "Court", "Fund",
)  # fmt: skip
PLACES = ("Ash", "Birchwood", "Cedar Hill", "Dogwood", "Elder", "Fir", "Great Gorse", "Hazel", "Ivy", "Juniper Bridge")

Guess = Callable[[PlacedItem], int]
"""Chooses an option by its index."""


def draw(*names: object) -> int:
    """Return a number that looks random and is always the same."""
    return int.from_bytes(hashlib.blake2b("/".join(map(str, names)).encode(), digest_size=8).digest())


def bank_of(quiz: int) -> Bank:
    """Make a bank: numbers of all sizes as people give them, years, and organizations of eight topics."""
    source = Source(id=Text("survey"), title=Text("Survey"), as_of=Edtf.parse("2020"))
    numbers = range(quiz * FACTS, (quiz + 1) * FACTS)
    return Bank(facts=tuple(_organization(at) if at % 2 else _number(at) for at in numbers), sources=(source,))


def _number(at: int) -> Fact:
    unit = UNITS[draw("unit", at) % len(UNITS)]
    type_ = AnswerType.PERCENTAGE if unit == "percent" else AnswerType.NUMBER
    value = draw("value", at)
    if not unit:
        return _fact(at, "years", str(1900 + value % 120), AnswerType.DATE)
    if type_ is AnswerType.PERCENTAGE:
        return _fact(at, "shares", f"{1 + value % 99} percent", type_)
    # as numbers in texts are: the first digits by Benford's law, with zeros at the end: 7, 23, 140, 2,300, 16,000
    digits, zeros = int(10 ** (value % 1000 / 500)), value // 1000 % 4
    return _fact(at, "sizes", f"{digits * 10**zeros:,} {unit}", type_)


def _organization(at: int) -> Fact:
    name = f"the {PLACES[draw('place', at) % len(PLACES)]} {BODIES[draw('body', at) % len(BODIES)]}"
    return _fact(at, f"bodies-{draw('topic', at) % 8}", name, AnswerType.ORGANIZATION)


def _fact(at: int, topic: str, answer: str, type_: AnswerType) -> Fact:
    return Fact(
        id=Text(f"fact-{at}"),
        topics=(Text(f"river/{topic}"),),
        claim=Text(f"Claim {at}: {answer}."),
        citations=(Citation(source=Text("survey")),),
        question=Text(f"What is asked about matter number {at} of the survey?"),
        answers=(Answer(text=Text(answer)),),
        answer_type=type_,
    )


def derived_choices(quiz: int) -> Iterator[PlacedItem]:
    """Plan a quiz of derived options alone."""
    bank = bank_of(quiz)
    section = SectionSpec(type=ItemType.MULTIPLE_CHOICE, count=ITEMS, place=Text("multiple_choice"))
    spec = QuizSpec(id=Text("guessing"), title=Text("Guessing"), sections=(section,), seed=Text(str(quiz)))
    made, problems = plan_quiz(spec, bank.facts, bank, "en")
    if made is None:
        sys.exit(str(problems))
    yield from made.forms[0].items


def longest(placed: PlacedItem) -> int:
    """Take the longest option."""
    return _best(placed, [float(len(option.text)) for option in placed.options])


def middle(placed: PlacedItem) -> int:
    """Take the number that is nearest to the middle of the sorted ones; one of two by chance."""
    values = _values(placed)
    ranks = [sum(other < value for other in values) for value in values]
    return _best(placed, [-abs(rank - (len(ranks) - 1) / 2) for rank in ranks])


def most_alike(placed: PlacedItem) -> int:
    """Take the option that is most like all others: in letters, or the number with the smallest distances."""
    values = _values(placed)
    if values:
        return _best(placed, [-fmean(abs(other - value) / max(other, value) for other in values) for value in values])
    texts = [str(option.text) for option in placed.options]
    return _best(placed, [fmean(SequenceMatcher(None, text, other).ratio() for other in texts) for text in texts])


def lowest(placed: PlacedItem) -> int:
    """Take the smallest number."""
    return _best(placed, [-value for value in _values(placed)])


def highest(placed: PlacedItem) -> int:
    """Take the largest number."""
    return _best(placed, _values(placed))


def roundest(placed: PlacedItem) -> int:
    """Take the number with the most zeros at its end."""
    digits = [str(option.text).split(" ")[0].replace(",", "") for option in placed.options]
    return _best(placed, [float(len(text) - len(text.rstrip("0"))) for text in digits])


def _best(placed: PlacedItem, scores: Sequence[float]) -> int:
    """Return the index of the highest score; of equal ones any, by chance."""
    ranked = sorted(range(len(scores)), key=lambda at: (-round(scores[at], 9), draw(placed.item.fact.id, at)))
    return ranked[0]


def _values(placed: PlacedItem) -> list[float]:
    figures = [read_figure(option.text) for option in placed.options]
    return [float(figure.value) for figure in figures if figure is not None]


def report(name: str, items: Sequence[PlacedItem], guess: Guess) -> bool:
    """Print how a rule of thumb does; return whether it stays within 3 points of chance."""
    right = sum(placed.options[guess(placed)].is_key for placed in items)
    chance = fmean(1 / len(placed.options) for placed in items)
    share, (low, high) = right / len(items), wilson(right, len(items))
    print(f"{name:40} {share:6.1%}  [{low:.1%}, {high:.1%}]  chance {chance:.1%}  of {len(items)}")
    return abs(share - chance) <= 0.03  # noqa: PLR2004 - 3 points


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share."""
    share, spread = right / count, Z * Z / count
    centre, half = share + spread / 2, Z * sqrt(share * (1 - share) / count + spread / (4 * count))
    return (centre - half) / (1 + spread), (centre + half) / (1 + spread)


def main() -> None:
    """Measure all rules of thumb."""
    quizzes = range(int(sys.argv[1]) if len(sys.argv) > 1 else QUIZZES)
    items = [placed for quiz in quizzes for placed in derived_choices(quiz)]
    numbers = [placed for placed in items if _values(placed)]
    names = [placed for placed in items if not _values(placed)]
    results = [
        report("longest option", items, longest),
        report("longest option, organizations", names, longest),
        report("longest option, numbers", numbers, longest),
        report("middle number", numbers, middle),
        report("most like the others", items, most_alike),
        report("most like the others, organizations", names, most_alike),
        report("most like the others, numbers", numbers, most_alike),
        report("smallest number", numbers, lowest),
        report("largest number", numbers, highest),
        report("roundest number", numbers, roundest),
    ]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
