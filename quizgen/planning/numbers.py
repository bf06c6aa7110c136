"""Numbers in answers, spelt in digits: read, and written back in the same hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quizgen.model.fact import Fact, Quantity
from quizgen.model.words import language_of

_NUMBER = re.compile(
    r"""(?P<before> [^0-9]*? )
        (?P<sign> (?<!\w)[-−] )?
        (?P<digits> [1-9][0-9]{0,2}(?P<separator>[,\s])[0-9]{3}(?:(?P=separator)[0-9]{3})*(?![0-9])(?:\.[0-9]+)?
                  | [0-9]+(?:[.,][0-9]+)? )
        (?P<after> .* )""",
    re.VERBOSE | re.DOTALL,
)
"""20,000 and 20 000; 2014, 0.5 and 0,5."""
_PLAIN = re.compile(r"[-−]?[0-9]+(?:[.,][0-9]+)?")
_ENDS_WORD = re.compile(r"(?:.*[^\w.,])?", re.DOTALL)
_BEGINS_WORD = re.compile(r"[.)]?|[\s%°‰].*", re.DOTALL)
_INFLECTED = frozenset({"ru", "uk", "be"})
"""Languages that decline what is counted, by the last digits of the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with the words around it."""

    before: str
    value: Decimal
    after: str
    decimals: int = 0
    separator: str = ""
    """Between thousands."""
    point: str = "."
    """Before decimals."""

    @property
    def quantum(self) -> Decimal:
        """The last place that is not a zero: 1000 of `23,000`, 0.1 of `0.5`; the spelling's own where it is finer."""
        if self.decimals:
            return Decimal(1).scaleb(-self.decimals)
        digits = str(abs(int(self.value)))
        return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if self.value else Decimal(1)

    @property
    def has_unit(self) -> bool:
        """Whether a word follows, which may have to agree with the number."""
        return any(map(str.isalpha, self.after))

    def spell(self, value: Decimal) -> str:
        """Write another number in the place of this one."""
        return f"{self.before}{self.digits_of(value)}{self.after}"

    def digits_of(self, value: Decimal) -> str:
        """Write a number as this one is written, without the words around it."""
        text = f"{value:,.{self.decimals}f}"
        return text.replace(".", "\0").replace(",", self.separator).replace("\0", self.point)


def read_figure(text: str) -> Figure | None:
    """Read a text that holds one number in digits, as a word of its own; ``None`` where it does not."""
    match = _NUMBER.fullmatch(text)
    if match is None or any(map(str.isdigit, match["after"])):
        return None
    if not _ENDS_WORD.fullmatch(match["before"]) or not _BEGINS_WORD.fullmatch(match["after"]):
        return None
    plain = _without_separators(match)
    return Figure(
        before=match["before"],
        value=_value(match),
        after=match["after"],
        decimals=len(plain.replace(",", ".").partition(".")[2]),
        separator=match["separator"] or "",
        point="," if "," in plain else ".",
    )


def parted_at_number(text: str) -> tuple[str, Decimal, str] | None:
    """Take a text apart at its first number in digits: what stands before it, the number, what stands after it."""
    match = _NUMBER.fullmatch(text)
    return None if match is None else (match["before"], _value(match), match["after"])


def read_decimal(text: str | None) -> Decimal | None:
    """Read a number that stands alone, as in ``value: 2.5``."""
    if text is None or not _PLAIN.fullmatch(text.strip()):
        return None
    return Decimal(text.strip().replace("−", "-").replace(",", "."))


def tolerance_of(quantity: Quantity, value: Decimal) -> Decimal:
    """Return how far a number may be off: ``tolerance``, in the same unit or in percent, or half of ``precision``."""
    percent = (quantity.tolerance or "").strip().endswith("%")
    tolerance = read_decimal((quantity.tolerance or "").strip().removesuffix("%").strip())
    if tolerance is not None:
        return abs(value) * tolerance / 100 if percent else abs(tolerance)
    precision = read_decimal(quantity.precision)
    return Decimal(0) if precision is None else abs(precision) / 2


def figure_of(fact: Fact) -> Figure | None:
    """Return the number that a fact's one answer is, if it is spelt in digits."""
    return read_figure(fact.answers[0].text) if len(fact.answers) == 1 and not fact.answer_is_set else None


def agreement(value: Decimal, lang: str) -> int:
    """Return which form a word after a number takes; equal numbers ask for the same form."""
    if language_of(lang) not in _INFLECTED:
        return 0 if abs(value) == 1 else 1
    if value != int(value):
        return 3
    last, lasts = abs(int(value)) % 10, abs(int(value)) % 100
    if last == 1 and lasts != 11:  # noqa: PLR2004 - `11` goes with the rest
        return 0
    return 1 if last in {2, 3, 4} and lasts not in {12, 13, 14} else 2


def _value(match: re.Match[str]) -> Decimal:
    value = Decimal(_without_separators(match).replace(",", "."))
    return -value if match["sign"] else value


def _without_separators(match: re.Match[str]) -> str:
    separator = match["separator"]
    return match["digits"].replace(separator, "") if separator else match["digits"]
