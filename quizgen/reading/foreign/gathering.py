"""What is noticed while a foreign file is read: problems, and what could not be carried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.bringing import Left

MOST_CHARACTERS = 20_000
"""Longer texts than this are no question: their record is left out."""
MOST_RECORDS = 100_000


@dataclass(slots=True)
class Gathering:
    """Collects problems and a tally, by the place that is being read."""

    place: Place
    problems: list[Problem] = field(default_factory=list)
    controls: Counter[str] = field(default_factory=Counter)
    """Control characters that were dropped."""
    controls_at: Place | None = None
    """Where the first of them stood."""
    _left: Counter[tuple[str, str]] = field(default_factory=Counter)

    def complain(self, code: str, message: str, hint: str = "", place: Place | None = None) -> None:
        """Add a problem at the place that is being read, or at another."""
        self.problems.append(Problem(code=code, message=message, place=place or self.place, hint=hint))

    def leave(self, one: str, many: str = "", count: int = 1) -> None:
        """Note that something could not be carried; the plural is ``many``, or ``one`` with an s."""
        if count:
            self._left[one, many or f"{one}s"] += count

    def drop_controls(self, characters: Iterable[str]) -> None:
        """Note control characters that were dropped."""
        before = len(self.controls)
        self.controls.update(characters)
        if not before and self.controls:
            self.controls_at = self.place

    def left(self) -> tuple[Left, ...]:
        """Return the tally, in the order in which its kinds were met."""
        return tuple(Left(one, many, count) for (one, many), count in self._left.items())

    def all_problems(self) -> tuple[Problem, ...]:
        """Return the problems, with one more for the control characters."""
        if not self.controls:
            return tuple(self.problems)
        named = ", ".join(f"U+{ord(character):04X}" for character in sorted(self.controls))
        many = "characters were" if self.controls.total() > 1 else "character was"
        message = f"{self.controls.total()} control {many} left out ({named})"
        problem = Problem(code="QZ547", message=message, place=self.controls_at or self.place)
        return (*self.problems, problem)
