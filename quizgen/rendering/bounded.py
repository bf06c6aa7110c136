"""Jinja's sandbox with bounds, for templates that somebody else may have written; ``limits`` says which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Template, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.diagnostics.problem import Problem
from quizgen.rendering.limits import CALL, INCLUDE, Meter, check_operation, own_filters, size_of
from quizgen.rendering.weighing import Weigher

_NO_NAMES = {"lipsum"}
"""Global functions that go by chance."""
_NO_METHODS = {"encode", "striptags", "to_bytes", "unescape"}
"""Methods of texts and numbers that could take long, or make much of little, and that no template needs."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Runs templates, and stops one that takes too much with a ``TooMuchError``."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    meter: Meter
    stopped: list[Problem]
    """Why a template was stopped; after that none is begun, for the next sheet would take as long."""

    def bound(self) -> None:
        """Begin to count, once all filters are there."""
        self.meter, self.stopped = Meter(), []
        self.filters = own_filters(self.filters, self.meter)
        self.finalize = self.meter.printed
        for name in _NO_NAMES:
            self.globals.pop(name, None)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """Reckon an operation, do it, and count what it makes."""
        check_operation(operator, left, right)
        self.meter.count(size_of(left) + size_of(right))
        return self.meter.made(super().call_binop(context, operator, left, right))

    def call(self, context: Context, function: Callable[..., Any], /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """Reckon a call, do it, and count what it returns."""
        self.meter.step(CALL)
        name = getattr(function, "__name__", "")
        owner = getattr(getattr(function, "__wrapped__", function), "__self__", "")
        self.meter.before(name, (owner, *named.values()) if isinstance(owner, str) else tuple(named.values()))
        _, *counted = self.meter.before(name, (owner if isinstance(owner, str) else "", *given))
        return self.meter.printed(super().call(context, function, *counted, **named))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's own
        """Refuse what Jinja refuses, and the methods that no template needs."""
        return attr not in _NO_METHODS and super().is_safe_attribute(obj, attr, value)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 - Jinja's own
        """Count what a template takes in."""
        self.meter.step(INCLUDE)
        return super().get_template(*args, **kwargs)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's own
    ) -> str:
        """Make a template count before it becomes code."""
        return super()._generate(Weigher().visit(source), name, filename, defer_init=defer_init)
