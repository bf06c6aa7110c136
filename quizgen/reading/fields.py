"""The fields of one mapping, taken one by one: each take checks the shape and says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from quizgen.diagnostics.guess import instead, meant, nearest
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.edtf import Edtf
from quizgen.model.text import Text
from quizgen.reading.dates import date_hint, parse_date
from quizgen.reading.limits import MOST_JUDGED
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence, hint_of, is_reported
from quizgen.reading.patterns import Pattern
from quizgen.reading.shapes import as_text_hint, shape_of, skeleton, split_numbers, split_numbers_problem

Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")

_MOST_UNKNOWN = 20
"""Unknown fields of one mapping that are reported."""
_MOST_LISTED = 12
"""Fields that a hint lists; of more, the page of the code tells."""


class Fields:
    """Takes the fields of one mapping; ``close`` reports those that are missing, and those that nobody took.

    Every method gives ``None`` (or an empty value) where the field is missing or wrong; problems are collected.
    """

    def __init__(
        self, node: Mapping, what: str, problems: list[Problem], place: Place | None = None, *, instead: str = ""
    ) -> None:
        """Open a mapping.

        ``what`` names it in messages, as in "a fact"; ``place`` stands for the whole of it; with the field
        ``instead`` no other one is required.
        """
        self.node = node
        self.what = what
        self.problems = problems
        self.own_place = place
        self.instead = instead
        self.taken: set[str] = set()
        self.unless_misspelt: list[tuple[tuple[str, ...], Problem]] = []
        """Problems that are none if one of these fields stands there under a misspelt name."""

    @property
    def place(self) -> Place:
        """What stands for the whole mapping in problems."""
        return self.own_place or self.node.place

    def has(self, name: str) -> bool:
        """Whether the field stands there, with whatever value."""
        return name in self.node

    def take(self, name: str, *, required: bool = False) -> Node | None:
        """Take a field's node; one without a value is a problem."""
        self.taken.add(name)
        node = self.node.get(name)
        if node is None:
            if required:
                self.missing(name)
            return None
        if isinstance(node, Empty) or (isinstance(node, Text) and not node.strip()):
            if not is_reported(node):
                hint = f"write `{name}: {skeleton(name)}`" + ("" if required else ", or delete the field")
                self.complain("QZ023", f"the field `{name}` has no value", self.place_of(name), hint_of(node) or hint)
            return None
        return node

    def text(self, name: str, *, required: bool = False) -> Text | None:
        """Take a text, as spelt."""
        node = self.node.get(name)
        if (node is None and not required) or (type(node) is Text and node and not node.isspace()):
            self.taken.add(name)  # nearly always: it takes a third of the time of what follows
            return node
        node = self.take(name, required=required)
        if node is None or isinstance(node, Text):
            return node
        self.wrong_shape(f"`{name}`", node, "text")
        return None

    def pattern(self, name: str, pattern: Pattern, *, required: bool = False) -> Text | None:
        """Take a text that must match a pattern as a whole."""
        text = self.text(name, required=required)
        return text if text is None or self.matches(f"`{name}`", text, pattern) else None

    def matches(self, what: str, text: Text, pattern: Pattern) -> bool:
        """Say whether a text matches as a whole; a problem where it does not."""
        if pattern.fits(text):
            return True
        self.complain("QZ028", f"`{text}` cannot be used as {what}", text.place, pattern.hint(text))
        return False

    def choice(self, name: str, choices: type[Choice], *, required: bool = False) -> Choice | None:
        """Take one of some words."""
        text = self.text(name, required=required)
        return None if text is None else self.chosen(name, text, choices)

    def chosen(self, name: str, text: Text, choices: type[Choice]) -> Choice | None:
        """Return the choice that a text names; a problem where it names none."""
        try:
            return choices(text)
        except ValueError:
            names = [str(choice) for choice in choices]
            near = nearest(text, names)
            hint = instead(text, near) if near else "write one of " + ", ".join(f"`{choice}`" for choice in names)
            self.complain("QZ025", f"`{text}` is no value of `{name}`", text.place, hint)
            return None

    def flag(self, name: str) -> bool:
        """Take ``true`` or ``false``; false where it is missing."""
        text = self.text(name)
        if text is not None and text not in {"true", "false"}:
            self.complain("QZ025", f"`{text}` is no value of `{name}`", text.place, "write `true` or `false`")
        return text == "true"

    def number(self, name: str, *, least: int, most: int, required: bool = False) -> int | None:
        """Take a whole number within bounds, both included."""
        text = self.text(name, required=required)
        if text is None:
            return None
        number = int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else -1
        if least <= number <= most:
            return number
        hint = f"write a whole number from {least} to {most}"
        self.complain("QZ026", f"`{text}` cannot be used as `{name}`", text.place, hint)
        return None

    def date(self, name: str, *, required: bool = False) -> Edtf | None:
        """Take an EDTF date or interval."""
        text = self.text(name, required=required)
        if text is None:
            return None
        date = parse_date(str(text))
        if date is None:
            self.complain("QZ027", f"`{text}` is not a date", text.place, date_hint(text))
        return date

    def sequence(self, name: str, *, required: bool = False, filled: bool = False, hint: str = "") -> Sequence | None:
        """Take a list, of whatever items; ``filled`` refuses an empty one, ``hint`` is for what is no list."""
        node = self.take(name, required=required)
        if node is None:
            return None
        if not isinstance(node, Sequence):
            as_list = f"write `{name}: [{node}]`" if isinstance(node, Text) else "begin each item with `- `"
            self.wrong_shape(f"`{name}`", node, "a list", hint or as_list)
            return None
        if filled and not node and node.complete:
            self.complain("QZ023", f"the list `{name}` is empty", self.place_of(name), "write at least one item")
        return self.whole_numbers_kept(node)

    def texts(
        self, name: str, *, required: bool = False, filled: bool = False, hint: str = ""
    ) -> tuple[Text, ...] | None:
        """Take a list of texts; ``None`` where there is none, ``()`` where it is empty."""
        items = self.sequence(name, required=required, filled=filled or required, hint=hint)
        if items and len(texts := [item for item in items if isinstance(item, Text)]) == len(items):
            return tuple(texts)
        return None if items is None else tuple(self.items(name, items, lambda item: self.item_text(name, item)))

    def items(self, name: str, items: Iterable[Node], make: Callable[[Node], Made | None]) -> Iterable[Made]:
        """Make something of each item of a list, leaving out what could not be made."""
        for item in items:
            if not isinstance(item, Empty):
                if (made := make(item)) is not None:
                    yield made
            elif not item.reported and len(self.problems) < MOST_JUDGED:
                message = f"an item of `{name}` has no value"
                self.complain("QZ023", message, item.place, "write it, or delete the `-` or the comma")

    def item_text(self, name: str, item: Node) -> Text | None:
        """Return an item of a list if it is text."""
        if isinstance(item, Text):
            return item
        self.wrong_shape(f"an item of `{name}`", item, "text")
        return None

    def mapping(self, name: str, *, required: bool = False, hint: str = "") -> Mapping | None:
        """Take a mapping, of whatever fields."""
        node = self.take(name, required=required)
        if node is None or isinstance(node, Mapping):
            return node
        self.wrong_shape(f"`{name}`", node, "a mapping of fields", hint)
        return None

    def whole_numbers_kept(self, items: Sequence) -> Sequence | None:
        """Refuse ``[2,000, 5,000]``, which is four items to YAML."""
        parts = split_numbers(items) if items.is_flow and len(items) > 1 else None
        if parts is None:
            return items
        self.problems.append(split_numbers_problem(items, parts))
        return None

    def place_of(self, name: str) -> Place:
        """Return where a field's name stands."""
        return self.node.name_of(name).place

    def missing(self, name: str, hint: str = "", *others: str) -> None:
        """Report a required field that is not there, nor misspelt; one of the ``others`` would do as well."""
        message, hint = f"{self.what} needs the field `{name}`", hint or f"add `{name}: {skeleton(name)}`"
        self.needs((name, self.instead, *others), Problem(code="QZ021", message=message, place=self.place, hint=hint))

    def needs(self, names: tuple[str, ...], problem: Problem) -> None:
        """Report a problem on closing, unless one of these fields is there but misspelt, or could not be read."""
        if self.node.complete:
            self.unless_misspelt.append((names, problem))

    def goes_with(self, names: tuple[str, ...], other: str, what: str, hint: str) -> None:
        """Report the first of these fields, if there is one, for it means nothing without the ``other`` field."""
        if not self.node.keys().isdisjoint(names):
            name = next(name for name in self.node.names() if name in names)
            message = f"`{name}` goes with {what}"
            self.needs((other,), Problem(code="QZ030", message=message, place=name.place, hint=hint))

    def wrong_shape(self, what: str, node: Node, wanted: str, hint: str = "") -> None:
        """Report a value of another shape."""
        hint = hint or (as_text_hint(node) if wanted == "text" else "")
        self.complain("QZ022", f"{what} must be {wanted}, not {shape_of(node)}", node.place, hint)

    def complain(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Add a problem."""
        self.problems.append(Problem(code=code, message=message, place=place, hint=hint))

    def close(self) -> None:
        """Report every field that was not taken, and every one that is missing, unless it is one of those."""
        if self.taken.issuperset(self.node) and not self.unless_misspelt:
            return
        unknown = [name for name in self.node.names() if self.is_unknown(name)][:_MOST_UNKNOWN]
        free = self.taken - set(self.node)
        guessed = {name: nearest(name, free) for name in unknown}
        for name, near in guessed.items():
            hint = meant(name, near) if near else self.known_fields()
            self.complain("QZ020", f"{self.what} has no field `{name}`", name.place, hint)
        self.problems.extend(one for names, one in self.unless_misspelt if set(guessed.values()).isdisjoint(names))

    def is_unknown(self, name: Text) -> bool:
        """Whether nobody took a field, nor has a problem been found with it."""
        return bool(name) and name not in self.taken and not is_reported(self.node[name])

    def known_fields(self) -> str:
        """Say in a hint which fields there are."""
        if len(self.taken) > _MOST_LISTED:
            return "delete it; `quizgen explain QZ020` lists the fields there are"
        return "the fields are " + ", ".join(f"`{field}`" for field in sorted(self.taken))
