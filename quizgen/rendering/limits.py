"""What a project's own templates may cost: somebody else may have written them, and their loops may never end.

Steps are counted, and not seconds: a template is stopped on every computer or on none. So that a single step cannot
take for ever either, nothing that a template makes may grow without bounds: before a text is repeated, joined or
padded, its size is reckoned. What a template is given costs nothing until it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

MOST_STEPS = 1_000_000
"""Expressions and tags that one rendering goes through."""
CALL, INCLUDE = 5, 100
"""Steps that a call, and a template that is taken in, stand for besides their own."""
MOST_TEXT = 2**28
"""Characters, or items of lists, that one rendering prints and makes."""
MOST_MADE = 2**22
"""Of them in a single text or list, beyond what it is made of."""
MOST_FILE = 8 * 2**20
"""Bytes of a template's file; a font may stand in a style."""
STEP, COUNT = "quizgen step", "quizgen count"
"""Filters whose names no template can write."""

_ITEM = 16
"""Characters that an item of a list counts for besides its own."""
_WIDEST = 1000
"""Of padding."""
_MOST_BITS = 4096
"""Of a number."""
_MULTIPLYING = {"join", "replace", "expandtabs", "indent"}
_PADDING = {"batch", "center", "expandtabs", "indent", "ljust", "rjust", "round", "slice", "tojson", "zfill"}
_FORMATTING = {"format", "format_map"}
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\*|\d{4})|\{[^{}]*:[^{}]*(?:\{|\d{4})")
"""A field of a format string that pads, by more than three digits say or by what is put in."""
_HOLDERS = (list, tuple, set, frozenset)


class TooMuchError(Exception):
    """A template takes more than it may."""


class Meter:
    """Counts what one rendering takes."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.steps = self.text = 0

    def begin(self) -> None:
        """Begin another rendering."""
        self.steps = self.text = 0

    def step(self, weight: int) -> None:
        """Count steps."""
        self.steps += max(weight, 1)
        if self.steps > MOST_STEPS:
            message = "it goes through too many steps: loops inside loops, or calls inside calls"
            raise TooMuchError(message)

    def count(self, size: int) -> None:
        """Count characters or items."""
        self.text += size
        if self.text > MOST_TEXT:
            message = "it makes too much text"
            raise TooMuchError(message)

    def made(self, value: Any, room: int = 0) -> Any:  # noqa: ANN401 - whatever a template handles
        """Count a value, and give it back; an iterator counts as it goes. ``room`` is what it may be longer."""
        if isinstance(value, Iterator):
            return self._each(value)
        size = size_of(value)
        if size > MOST_MADE + room:
            message = "it makes a text or a list that is too long"
            raise TooMuchError(message)
        self.count(size)
        return value

    def printed(self, value: Any) -> Any:  # noqa: ANN401 - likewise
        """Count a value that is printed, which may be as long as what the template was given."""
        self.count(size_of(value))
        return value

    def before(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        """Reckon what a function of this name would make of its arguments; returns them, iterators counting."""
        sizes = [size_of(argument) for argument in arguments]
        self.count(sum(sizes))
        product = 1
        for size in sizes:
            product *= max(size, 1)
        pads = name in _PADDING and any(isinstance(one, int) and abs(one) > _WIDEST for one in arguments)
        if pads or (name in _MULTIPLYING and product > MOST_TEXT):
            message = f"`{name}` would make a text or a list that is too long"
            raise TooMuchError(message)
        if name in _FORMATTING and any(isinstance(one, str) and _WIDE.search(one) for one in arguments):
            message = "it pads a text too far"
            raise TooMuchError(message)
        return tuple(self._each(one) if isinstance(one, Iterator) else one for one in arguments)

    def _each(self, values: Iterator[Any]) -> Iterator[Any]:
        for value in values:
            self.count(_ITEM + size_of(value))
            yield value


def size_of(value: object) -> int:
    """Return how long a value is when it is written out; a list that holds itself twice counts twice."""
    return _size_of(value, {}) if isinstance(value, (*_HOLDERS, dict)) else _own_size(value)


def own_filters(filters: Mapping[str, Callable[..., Any]], meter: Meter) -> dict[str, Callable[..., Any]]:
    """Return the filters of templates that count; those that go by chance or take quadratic time are left out."""
    left_out = {"pprint", "random", "striptags", "urlize", "wordwrap"}
    counted = {name: _reckoned(name, function, meter) for name, function in filters.items() if name not in left_out}

    @pass_context  # or Jinja would take the step once, while it makes code of the template
    def step(_: Context, weight: int) -> None:
        meter.step(weight)

    return {**counted, STEP: step, COUNT: meter.made}


def check_operation(operator: str, left: object, right: object) -> None:
    """Refuse an operation whose outcome would be too large, before it is made."""
    if operator == "%" and isinstance(left, str) and _WIDE.search(left):
        message = "it pads a text too far"
        raise TooMuchError(message)
    if operator == "**" and isinstance(left, int) and isinstance(right, int):
        is_large = left.bit_length() * abs(right) > _MOST_BITS
    elif operator == "*":
        is_large = _repeats(left, right) or _repeats(right, left)
    else:
        is_large = False
    if is_large:
        message = f"`{operator}` would make something too large"
        raise TooMuchError(message)


def _reckoned(name: str, function: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """Return a filter that counts what it is given and what it makes."""
    skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def counted(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - a filter's own
        room = sum(size_of(one) for one in given[skipped:])
        meter.before(name, tuple(named.values()))
        return meter.made(function(*given[:skipped], *meter.before(name, given[skipped:]), **named), room)

    return counted


def _own_size(value: object) -> int:
    if isinstance(value, range):
        return len(value) * _ITEM
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        message = "it makes a number that is too large"
        raise TooMuchError(message)
    return 1


def _size_of(value: object, known: dict[int, int]) -> int:
    if not isinstance(value, (*_HOLDERS, dict)):
        return _own_size(value)
    if id(value) not in known:
        known[id(value)] = MOST_TEXT  # of one that holds itself
        items = (*value.keys(), *value.values()) if isinstance(value, dict) else value
        known[id(value)] = _ITEM + sum(_ITEM + _size_of(item, known) for item in items)
    return known[id(value)]


def _repeats(times: object, repeated: object) -> bool:
    if isinstance(times, int) and isinstance(repeated, int):
        return times.bit_length() + repeated.bit_length() > _MOST_BITS
    return isinstance(times, int) and times * size_of(repeated) > MOST_MADE
