"""How a project wants to be checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What ``check:`` in ``quizgen.yaml`` says, or the command line in its place.

    A code may be cut short: ``QZ8`` stands for all that begin so. Errors are reported whatever is said here.
    """

    select: tuple[str, ...] = ()
    """The only warnings and remarks to report; all of them where it is empty."""
    ignore: tuple[str, ...] = ()
    """Warnings and remarks to leave out."""
    max_age: int | None = None
    """How many years a source may be old; any number where it is missing."""

    def wants(self, code: str) -> bool:
        """Whether a warning or remark is to be reported."""
        is_selected = not self.select or any(code.startswith(start) for start in self.select)
        return is_selected and not any(code.startswith(start) for start in self.ignore)
