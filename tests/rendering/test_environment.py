"""Templates: whose come first, what they may do, and what is said of their mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.diagnostics.problem import Place, Problem
from quizgen.rendering.environment import builtin_templates, for_anki, make_environment, render_template


def test_the_built_in_templates_are_found() -> None:
    """In a checkout they stand beside the package."""
    assert (builtin_templates() / "anki" / "card.css").is_file()


def test_a_projects_own_template_comes_first(tmp_path: Path) -> None:
    """It replaces the built-in one of its name; the others stay."""
    write(tmp_path, "anki/chips.html", "mine")
    environment = for_anki(make_environment(tmp_path))
    assert render_template(environment, "anki/chips.html", {}) == ("mine", ())
    front, _ = render_template(environment, "anki/question-front.html", {})
    assert front is not None
    assert "\nmine</article>" in front


def test_a_template_may_extend_the_one_that_it_replaces(tmp_path: Path) -> None:
    """So a small change needs no copy of the whole."""
    write(tmp_path, "anki/card.html", '<% extends "builtin/anki/card.html" %><% block head %>mine\n<% endblock %>')
    text, problems = render_template(for_anki(make_environment(tmp_path)), "anki/question-front.html", {})
    assert problems == ()
    assert text is not None
    assert "mine" in text
    assert "{{Topic}}" not in text
    assert "{{Question}}" in text


def test_a_project_needs_no_templates(tmp_path: Path) -> None:
    """The folder may be missing."""
    text, problems = render_template(make_environment(tmp_path / "templates"), "anki/card.css", {})
    assert (bool(text), problems) == (True, ())


def test_what_is_put_in_is_escaped(tmp_path: Path) -> None:
    """Also where it looks like a template."""
    write(tmp_path, "x.html", "{{ fact }} {{ fact | markup }} {{ fact | plain }}")
    text, _ = render_template(make_environment(tmp_path), "x.html", {"fact": "<b> {{ 1 + 1 }} *a*"})
    assert text == "&lt;b&gt; {{ 1 + 1 }} *a* &lt;b&gt; {{ 1 + 1 }} <em>a</em> &lt;b&gt; {{ 1 + 1 }} a"


@pytest.mark.parametrize(
    ("template", "code", "line", "message"),
    [
        ("\n{% if %}", "QZ500", 2, "the template has an error: expected an expression"),
        ("a\n{% nosuch %}", "QZ500", 2, "the template has an error: encountered unknown tag 'nosuch'"),
        ("\n\n{{ nosuch }}", "QZ501", 3, "the template fails: 'nosuch' is undefined"),
        ("{{ 1 / 0 }}", "QZ501", 1, "the template fails: division by zero"),
        ("\n{% include 'x.html' %}", "QZ501", 2, "the template fails: maximum recursion depth exceeded"),
        ("\n{% include 'no.html' %}", "QZ502", 2, "there is no template `no.html`"),
        ("{% include '../outside.html' %}", "QZ502", 1, "there is no template `../outside.html`"),
        ("\n{{ [].__class__ }}", "QZ501", 2, "the template fails: access to attribute '__class__'"),
        ("{{ '{0.__class__}'.format(1) }}", "QZ501", 1, "the template fails: access to attribute '__class__'"),
        ("{% set x = [] %}\n{{ x.append(1) }}", "QZ501", 2, "the template fails: access to attribute 'append'"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(
    tmp_path: Path, template: str, code: str, line: int, message: str
) -> None:
    """No traceback reaches a curator, and no template gets hold of what it is not given."""
    write(tmp_path.parent, "outside.html", "secret")
    write(tmp_path, "x.html", template)
    problem = only_problem(tmp_path, "x.html")
    assert (problem.code, problem.place) == (code, Place("templates/x.html", line))
    assert problem.message.startswith(message)


def test_the_line_is_that_of_the_innermost_template(tmp_path: Path) -> None:
    """Not of the one that includes it."""
    write(tmp_path, "x.html", "{% include 'quiz/y.html' %}")
    write(tmp_path, "quiz/y.html", "\n\n\n{{ nosuch }}")
    assert only_problem(tmp_path, "x.html").place == Place("templates/quiz/y.html", 4)


def test_a_template_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    """Its name and the reason are told."""
    (tmp_path / "x.html").write_bytes(b"\xff\xfe")
    problem = only_problem(tmp_path, "x.html")
    assert (problem.code, problem.place.document) == ("QZ503", "templates/x.html")
    assert problem.note == "it is no UTF-8 text"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A template that somebody sent cannot read the curator's files."""
    write(tmp_path, "outside.html", "secret")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "x.html").symlink_to(tmp_path / "outside.html")
    problem = only_problem(tmp_path / "templates", "x.html")
    assert (problem.code, problem.note) == ("QZ503", "it is a link that leads out of the folder")


def test_a_fault_of_ours_is_no_problem_of_the_curators() -> None:
    """A name that no template has was asked for by the program."""
    with pytest.raises(Exception, match="nosuch"):
        render_template(make_environment(None), "nosuch.html", {})


def only_problem(folder: Path, name: str) -> Problem:
    """Render a template that has one mistake."""
    text, (problem,) = render_template(make_environment(folder), name, {})
    assert text is None
    return problem


def write(folder: Path, name: str, text: str) -> None:
    """Write a template."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
