"""Templates of a project that somebody else made: no code of theirs runs, and none of them goes on for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.diagnostics.problem import Problem
from quizgen.rendering.environment import for_anki, make_environment, render_template
from quizgen.rendering.limits import MOST_STEPS
from tests.support.project import lay_out

GROWS = "{% set n = namespace(x=XXX) %}{% for i in range(100) %}{% set n.x = YYY %}{% endfor %}{{ n.x }}"
LONG = "{% set s = 'x' * 100000 %}"

ENDLESS = {
    "a range": "{% for i in range(10 ** 9) %}{% endfor %}",
    "loops in loops": "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
    "loops that take nothing": (
        "{% for i in range(20000) %}{% for j in range(100000) if false %}{% endfor %}{% endfor %}"
    ),
    "a macro that calls itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "a macro that calls itself twice": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}"
    ),
    "a template in itself": "{% include 'x.html' %}",
    "a template twice in itself": (
        "{% set n = n|default(60) - 1 %}{% if n %}{% include 'x.html' %}{% include 'x.html' %}{% endif %}"
    ),
    "a template that extends itself": "{% extends 'x.html' %}",
    "a template that imports itself": "{% import 'x.html' as x %}",
    "a loop in itself": "{% for i in range(100) recursive %}{{ loop(range(100)) }}{% endfor %}",
    "a text times a number": "{{ 'x' * 10 ** 10 }}",
    "a number times a text": "{{ 10 ** 10 * 'x' }}",
    "a list times a number": "{{ ([1] * 10 ** 9)|length }}",
    "a power": "{{ 10 ** (10 ** 10) }}",
    "squares of squares": GROWS.replace("XXX", "3").replace("YYY", "n.x * n.x"),
    "a text joined to itself": GROWS.replace("XXX", "'x'").replace("YYY", "n.x ~ n.x"),
    "a text added to itself": GROWS.replace("XXX", "'x'").replace("YYY", "n.x + n.x"),
    "a list added to itself": GROWS.replace("XXX", "[1]").replace("YYY", "n.x|list + n.x|list"),
    "lists of lists": GROWS.replace("XXX", "[1]").replace("YYY", "[n.x, n.x]"),
    "tuples of tuples": GROWS.replace("XXX", "1").replace("YYY", "(n.x, n.x)"),
    "mappings of mappings": GROWS.replace("XXX", "{}").replace("YYY", "{1: n.x, 2: n.x}"),
    "a block set to itself": (
        "{% set n = namespace(x='x') %}{% for i in range(99) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}"
    ),
    "join": LONG + "{{ s|list|join(s) }}",
    "str.join": LONG + "{{ s.join(s) }}",
    "replace": LONG + "{{ s|replace('x', s) }}",
    "str.replace": LONG + "{{ s.replace('x', s) }}",
    "one text in many places": "{% set o = namespace(v='x' * 1000000) %}{{ ([o] * 9999)|map(attribute='v')|join }}",
    "much text": LONG + "{% for i in range(100000) %}{{ s }}{% endfor %}",
    "slices": "{% set s = 'x' * 4000000 %}{% for i in range(100000) %}{% if s[1:] %}{% endif %}{% endfor %}",
    "comparing": (
        "{% set s, t = 'x' * 4000000, 'x' * 4000000 %}"
        "{% for i in range(100000) %}{% if s == t %}{% endif %}{% endfor %}"
    ),
    "center": "{{ 'x'|center(10 ** 9) }}",
    "str.ljust": "{{ 'x'.ljust(10 ** 9) }}",
    "str.zfill": "{{ 'x'.zfill(10 ** 9) }}",
    "str.expandtabs": "{{ '\\t'.expandtabs(10 ** 9) }}",
    "indent": "{{ 'x\\nx'|indent(10 ** 9) }}",
    "batch": "{{ [1]|batch(10 ** 9, 0)|list|length }}",
    "slice": "{{ [1]|slice(10 ** 9)|list|length }}",
    "round": "{{ 15|round(10 ** 9, 'ceil') }}",
    "tojson": "{{ [1]|tojson(indent=10 ** 9) }}",
    "the filter format": "{{ '%1000000000d'|format(1) }}",
    "a width that is put in": "{{ '%*d' % (10 ** 9, 1) }}",
    "str.format": "{{ '{:1000000000}'.format(1) }}",
    "str.format kept": "{% set f = '{:1000000000}'.format %}{{ f(1) }}",
    "str.format with a width that is put in": "{{ '{:{}}'.format(1, 10 ** 9) }}",
    "str.format_map": "{{ '{a:1000000000}'.format_map({'a': 1}) }}",
    "a filter by its name": "{{ ['%1000000000d']|map('format', 1)|list }}",
    "the counter turned back": "{{ [-10 ** 9]|map('quizgen step')|list }}"
    + "{% for i in range(100000) %}" * 2
    + "{% endfor %}" * 2,
    "parentheses": "{{ " + "(" * 20000 + "1" + ")" * 20000 + " }}",
    "signs": "{{ " + "-" * 20000 + "1 }}",
    "sums": "{{ " + "1+" * 20000 + "1 }}",
    "fors": "{% for i in [1] %}" * 60 + "{% endfor %}" * 60,
    "ifs": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
}

CODE = {
    "a class": "{{ ''.__class__ }}",
    "a class by its name": "{{ ''['__class__'] }}",
    "a name in pieces": "{{ ''['_' * 2 ~ 'class' ~ '_' * 2] }}",
    "a name in escapes": "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "the filter attr": "{{ ''|attr('__class__') }}",
    "the filter attr, in pieces": "{{ ''|attr(['__cl', 'ass__']|join) }}",
    "globals of the page": "{{ self.__init__.__globals__ }}",
    "globals of cycler": "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "globals of joiner": "{{ joiner.__init__.__globals__ }}",
    "globals of namespace": "{{ namespace.__init__.__globals__ }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "globals of what is given": "{{ given.method.__globals__ }}",
    "format": "{{ '{0.__class__}'.format('') }}",
    "format of HTML": "{{ ('{0.__class__}'|safe).format('') }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "format kept": "{% set f = '{0.__class__}'.format %}{{ f('') }}",
    "sum": "{{ [1]|sum(attribute='__class__') }}",
    "a generator's frame": "{{ (range(3)|map('string')).gi_frame }}",
    "a loop's own": "{% for i in [1] %}{{ loop._iterator }}{% endfor %}",
    "the context": "{{ self._TemplateReference__context }}",
    "a change of what is given": "{{ given.update({1: 2}) }}",
    "a module": "{% import 'os' as os %}",
    "an absolute path": "{% include '/etc/hostname' %}",
    "a path upwards": "{% include '../../../../../../etc/hostname' %}",
    "a path down and up": "{% include 'quiz/../../secret.html' %}",
    "a path of Windows": "{% include '..\\\\secret.html' %}",
    "a statement": "{% do 1 %}",
    "chance": "{{ [1, 2]|random }}",
    "other chance": "{{ lipsum() }}",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_an_end_to_everything(template: str, tmp_path: Path) -> None:
    """What would take for ever, or all memory, is a problem with its place."""
    problem = problem_of(tmp_path, template)
    assert problem.code in {"QZ500", "QZ501", "QZ507"}
    assert problem.place.document == "templates/x.html"


@pytest.mark.parametrize("template", CODE.values(), ids=CODE)
def test_no_code(template: str, tmp_path: Path) -> None:
    """No template gets hold of Python, or of a file outside its folder."""
    lay_out(tmp_path, {"secret.html": "SECRET"})
    assert problem_of(tmp_path, template).code in {"QZ500", "QZ501", "QZ502", "QZ503"}


@pytest.mark.parametrize(
    "template", ["{{ [1]|map(attribute='__class__')|list }}", "{{ [1]|groupby('__class__')|list }}"]
)
def test_nothing_behind_a_name(template: str, tmp_path: Path) -> None:
    """Where Jinja gives an undefined value instead of an error, it is one."""
    text, _ = rendered(tmp_path, template)
    assert text is None or "class" not in text


def test_cards_have_the_same_bounds(tmp_path: Path) -> None:
    """Anki's templates are rendered in an environment of their own."""
    loops = "<% for i in range(100000) %>" * 2 + "<% endfor %>" * 2
    lay_out(tmp_path, {"templates/anki/chips.html": loops})
    environment = for_anki(make_environment(tmp_path / "templates"))
    _, (problem,) = render_template(environment, "anki/question-front.html", {})
    assert (problem.code, problem.place.document) == ("QZ507", "templates/anki/chips.html")


def test_a_template_is_stopped_once(tmp_path: Path) -> None:
    """A hundred sheets do not take a hundred times as long, and one mistake is told once."""
    lay_out(tmp_path, {"templates/x.html": ENDLESS["loops in loops"], "templates/y.html": "y"})
    environment = make_environment(tmp_path / "templates")
    _, first = render_template(environment, "x.html", {})
    assert render_template(environment, "y.html", {}) == (None, first)


def test_honest_templates_have_room(tmp_path: Path) -> None:
    """A table of 500 rows with a macro and an include in each takes a small part of what is allowed."""
    row = "{% macro m(x) %}<b>{{ x|upper }}</b>{% endmacro %}"
    rows = "{% for i in items %}<tr>{% include 'y.html' %}{{ m(i ~ 'x') }}{{ '%03d' % loop.index }}</tr>{% endfor %}"
    lay_out(
        tmp_path, {"templates/x.html": row + rows, "templates/y.html": "{{ i|join(', ') }} {{ '{:.2f}'.format(1) }}"}
    )
    environment = make_environment(tmp_path / "templates")
    text, problems = render_template(environment, "x.html", {"items": ["river"] * 500})
    assert problems == ()
    assert text is not None
    assert text.count("<tr>r, i, v, e, r 1.00<b>RIVERX</b>") == 500
    assert environment.meter.steps < MOST_STEPS / 5  # type: ignore[attr-defined] # one that is bounded has it


def problem_of(folder: Path, template: str) -> Problem:
    """Render a template that must not come to an end, and return why."""
    text, problems = rendered(folder, template)
    assert text is None
    return problems[0]


def rendered(folder: Path, template: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Render a template of a project."""
    lay_out(folder, {"templates/x.html": template})
    given = {"method": make_environment}
    return render_template(make_environment(folder / "templates"), "x.html", {"given": given})
