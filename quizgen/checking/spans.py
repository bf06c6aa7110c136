"""Numbers in answers: exact ones, and ranges such as `10 to 20` or `more than 5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from quizgen.checking.folding import Folded
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.model.folding import folded

_THOUSANDS = r"(?!0)\d{1,3}(?:[,\u00a0\u202f ]\d{3})+"
"""Nobody groups thousands behind a zero: `0,500` is a half."""
_DIGITS = rf"(?:(?<![\w.])[-−])?(?:{_THOUSANDS}(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)"
_NUMBER = re.compile(rf"(?P<sign>[$€£¥]?) ?(?P<number>{_DIGITS})(?P<rest>.*)", re.DOTALL)
_RANGE = re.compile(
    rf"(?P<between>between )?(?P<low>{_DIGITS}) ?(?(between)and|(?:[-–—]|to)) ?(?P<high>{_DIGITS})(?P<rest>.*)",
    re.DOTALL,
)
_PLAIN_NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_PLAIN = re.compile(rf"{_PLAIN_NUMBER}(?P<unit>%| [a-z]+|)(?:\n{_PLAIN_NUMBER}(?P=unit))*")
"""Whole numbers of one unit, one a line."""
_PLAIN_DIGITS = re.compile(r"[0-9]+")
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(rf"[-−]?{_THOUSANDS}(?:\.\d+)?")
_PERCENT = re.compile(r"%|per cent\b|percent\b")
_UNIT_WORD = re.compile(r"\w+|[%°/]")
_BETWEEN_DIGITS = re.compile(r"[,\s]")
_OTHER_THAN_DIGITS = re.compile(r"[^0-9.]")
_MOST_UNIT_WORDS = 3


class Span(NamedTuple):
    """What a number in an answer covers, ends included unless it is open."""

    low: Decimal
    high: Decimal
    unit: str
    """The words after the number, without a plural's `s`, or the sign before it; `%` for percentages."""
    is_open: bool = False
    """Whether it is `more than` or `fewer than`, so that its finite end is not a part of it."""
    digits: int = 0
    """How many digits of an exact number say something: 2 of `1,200`."""
    is_year: bool = False
    """Whether it may be a year: four digits without a comma or a unit."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def overlaps(self, other: Span) -> bool:
        """Whether a number can lie in both."""
        if self.is_open or other.is_open:
            return self.low < other.high and other.low < self.high
        return self.low <= other.high and other.low <= self.high


def read_span(option: Folded, vocabulary: Vocabulary | None) -> Span | None:
    """Read a text that is a number and nothing else but its unit; ``None`` where it is not."""
    if option.text.isdecimal():
        value = Decimal(option.text)
        return Span(value, value, "", digits=_digits_of(option.text), is_year=is_year(option.text))
    is_worded = vocabulary is not None and not vocabulary.number_words.isdisjoint(option.words)
    if not is_worded and _DIGIT.search(option.text) is None:
        return None
    line = folded(option.text).strip().rstrip(".")
    if is_worded and vocabulary is not None:
        line = _spelt_out(line, vocabulary)
    if line[:1].isdigit():
        return _number(line) or _range(line)  # nothing stands before the number
    bare = _without_start(line, vocabulary)
    return _range(bare) or _open_range(line, vocabulary) or _number(bare)


def has_digit(text: str) -> bool:
    """Whether a digit stands in a text: without one, and without a number word, there is no number."""
    return _DIGIT.search(text) is not None


def plain_numbers(options: Sequence[str], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """Return the digits of options that are whole numbers of one unit, no two the same; nothing for any others.

    Most numbers among options are such: this is a quick look at them all before each is read with care.
    """
    match = _PLAIN.fullmatch("\n".join(options))
    if match is None or (vocabulary is not None and match["unit"].lstrip() in vocabulary.number_words):
        return ()
    numbers = _PLAIN_DIGITS.findall(match[0].replace(",", ""))
    return tuple(numbers) if len({*numbers}) == len(options) == len(numbers) else ()


def read_number(text: str) -> Decimal | None:
    """Read plain digits, with or without signs for thousands."""
    return _value(_plain(text))


def _value(plain: str) -> Decimal | None:
    try:
        return Decimal(plain.replace("−", "-"))
    except InvalidOperation:
        return None


def is_year(number: str) -> bool:
    """Whether digits may be a year."""
    return len(number) == 4 and number.isdecimal() and "1000" <= number <= "2100"  # noqa: PLR2004 - `1,500` is none


def _range(line: str) -> Span | None:
    match = _RANGE.fullmatch(line)
    if match is None:
        return None
    low, high, unit = read_number(match["low"]), read_number(match["high"]), _unit(match["rest"])
    if low is None or high is None or unit is None or low >= high:
        return None
    return Span(low, high, unit, is_year=not unit and is_year(match["low"]) and is_year(match["high"]))


def _open_range(line: str, vocabulary: Vocabulary | None) -> Span | None:
    if vocabulary is None:
        return None
    for pattern, is_above in ((vocabulary.above, True), (vocabulary.below, False)):
        start = pattern.match(line + " ")
        number = _number(line[start.end() :].strip()) if start else None
        if start and number:
            infinite = Decimal("Infinity" if is_above else "-Infinity")
            low, high = sorted((number.low, infinite))
            return Span(low, high, number.unit, is_open=True)
    return None


def _number(line: str) -> Span | None:
    match = _NUMBER.fullmatch(line)
    if match is None:
        return None
    sign, number, rest = match.groups()
    plain, unit = _plain(number), _unit(rest)
    value = _value(plain)
    if value is None or unit is None:
        return None
    unit = sign + unit
    return Span(value, value, unit, digits=_digits_of(plain), is_year=not unit and is_year(number))


def _without_start(line: str, vocabulary: Vocabulary | None) -> str:
    """Take away what may stand before a number: `about`, `in the`."""
    words = line.split(" ")
    while vocabulary is not None and len(words) > 1 and vocabulary.roughly.fullmatch(words[0]):
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=256)  # the same few stand behind most numbers
def _unit(rest: str) -> str | None:
    """Return the unit after a number; ``None`` where it is more than a unit."""
    if rest[:1].isalnum() or _DIGIT.search(rest):
        return None
    words = _UNIT_WORD.findall(_PERCENT.sub("%", rest) if "per" in rest else rest)
    return None if len(words) > _MOST_UNIT_WORDS else " ".join(word.removesuffix("s") for word in words)


def _plain(number: str) -> str:
    """Take out the signs for thousands, and put a point before the decimals."""
    if number.isdecimal():
        return number
    return _BETWEEN_DIGITS.sub("", number) if _GROUPED.fullmatch(number) else number.replace(",", ".")


def _digits_of(plain: str) -> int:
    bare = plain if plain.isascii() and plain.isdecimal() else _OTHER_THAN_DIGITS.sub("", plain)
    return len(bare.replace(".", "").lstrip("0")) if "." in bare else len(bare.strip("0")) or 1


def _spelt_out(line: str, vocabulary: Vocabulary) -> str:
    """Put digits in the place of number words: `twenty-five` becomes `25`, `two thousand` 2000."""
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", line).split()
    done: list[str] = []
    at = 0
    while at < len(words):
        value, count = _leading_number(words[at:], vocabulary)
        done.append(words[at] if value is None else f"{value.normalize():f}")
        at += count
    return " ".join(done)


def _leading_number(words: Sequence[str], vocabulary: Vocabulary) -> tuple[Decimal | None, int]:
    total, current, count = Decimal(0), None, 0
    for at, word in enumerate(words):
        if (
            count == 0
            and word in vocabulary.singular_articles
            and set(words[at + 1 : at + 2]) & set(vocabulary.multipliers)
        ):
            current, count = Decimal(1), 1  # a hundred
            continue
        digits = read_number(word) if re.fullmatch(_DIGITS, word) else None
        value = vocabulary.numbers.get(word, digits)
        if value is not None and (current is None or (current % 10 == 0 and value < 10)):  # noqa: PLR2004 - tens, ones
            current = (current or 0) + value
        elif word in vocabulary.multipliers and current is not None:
            current *= vocabulary.multipliers[word]
            if current >= 1000:  # noqa: PLR2004 - hundreds are multiplied again: two hundred thousand
                total, current = total + current, Decimal(0)
        else:
            break
        count += 1
    return (None, 1) if count == 0 else (total + (current or 0), count)
