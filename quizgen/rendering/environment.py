"""The one Jinja environment, and the mistakes of templates as problems.

A project's own templates come first. They may be somebody else's work, so they run in Jinja's sandbox: they
change nothing that they are given, and reach no file outside the two folders.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import quizgen
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import TEMPLATES_FOLDER
from quizgen.rendering.bounded import BoundedEnvironment
from quizgen.rendering.limits import MOST_FILE, TooMuchError
from quizgen.rendering.markup import markup_html, plain_text
from quizgen.rendering.stress import stressed_html

Templates: TypeAlias = Environment
"""What ``make_environment`` gives, for callers that need not know Jinja."""

_PACKAGE = Path(quizgen.__file__).parent


class UnreadableTemplateError(Exception):
    """A template that is there, but is no text or no file of the project: its name, and the reason."""

    @property
    def name(self) -> str:
        """The template's name, as in ``quiz/form.html``."""
        return str(self.args[0])

    @property
    def reason(self) -> str:
        """Why it cannot be read."""
        return str(self.args[1])


def make_environment(own_templates: Path | None) -> Environment:
    """Make the environment of a project; ``own_templates`` is its folder, which need not exist.

    A template that replaces a built-in one may extend it by the name ``builtin/…``.
    """
    builtin = _Folder(builtin_templates())
    has_own = own_templates is not None and own_templates.exists()
    own = [_Folder(own_templates)] if own_templates is not None and has_own else []
    environment = (BoundedEnvironment if has_own else ImmutableSandboxedEnvironment)(
        loader=ChoiceLoader([*own, builtin, PrefixLoader({"builtin": builtin})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(markup=markup_html, plain=plain_text, stressed=stressed_html)
    if isinstance(environment, BoundedEnvironment):
        environment.bound()
    return environment


def builtin_templates() -> Path:
    """Return the folder of the built-in templates: inside the package, or beside it in a checkout."""
    packaged = _PACKAGE / TEMPLATES_FOLDER
    return packaged if packaged.is_dir() else _PACKAGE.parent / TEMPLATES_FOLDER


def for_anki(environment: Environment) -> Environment:
    """Return the environment of Anki's own templates, whose ``{{…}}`` is Anki's: ours are ``<% %>`` and ``<< >>``."""
    return environment.overlay(
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )


def template_place(name: str, line: int = 1) -> Place:
    """Return the place of a line of a template in its project."""
    return Place(f"{TEMPLATES_FOLDER}/{name}", line)


def render_template(
    environment: Environment, name: str, context: Mapping[str, object]
) -> tuple[str | None, tuple[Problem, ...]]:
    """Render the template ``name``, such as ``quiz/form.html``; what fails in it is a problem, with its line."""
    if isinstance(environment, BoundedEnvironment):
        if environment.stopped:
            return None, tuple(environment.stopped)
        environment.meter.begin()
    try:
        return environment.get_template(name).render(context), ()
    except Exception as error:
        place = _last_template(environment, error.__traceback__)
        if place is None and isinstance(error, _NO_CODE):
            place = template_place(name)
        problem = _problem(error, place)
        if problem is None:
            raise
        if isinstance(environment, BoundedEnvironment) and isinstance(error, (TooMuchError, OverflowError)):
            environment.stopped.append(problem)
        return None, (problem,)


_NO_CODE = (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError, TooMuchError)
"""What Python says of a template that is nested too deeply to become code."""


class _Folder(FileSystemLoader):
    """Templates of one folder; a link that leads out of it is no template."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
        self.is_elsewhere = not folder.resolve().is_relative_to(folder.parent.resolve())

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        reason = self._reason(template)
        if reason:
            raise UnreadableTemplateError(template, reason)
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:
            raise
        except UnicodeDecodeError:
            raise UnreadableTemplateError(template, "it is no UTF-8 text") from None
        except OSError as error:
            raise UnreadableTemplateError(template, (error.strerror or "it cannot be read").lower()) from None

    def list_templates(self) -> list[str]:
        return [] if self.is_elsewhere else super().list_templates()

    def _reason(self, template: str) -> str:
        """Say why a file is not even opened; empty where nothing speaks against it, or there is none."""
        parts = [part for part in template.split("/") if part]
        if ".." in parts:
            return ""  # Jinja knows no such template
        path = self.folder.joinpath(*parts)
        try:
            status = path.stat()
            is_inside = path.resolve().is_relative_to(self.folder.resolve())
        except (OSError, RuntimeError, ValueError):
            return ""
        if self.is_elsewhere:
            return "the folder is a link that leads out of the project"
        if not is_inside:
            return "it is a link that leads out of the folder"
        if not stat.S_ISREG(status.st_mode):
            return "it is no file"
        return f"it is larger than {MOST_FILE // 2**20} MiB" if status.st_size > MOST_FILE else ""


def _problem(error: Exception, place: Place | None) -> Problem | None:
    """Say what a template did wrong; ``None`` where no template had a part in it."""
    match error:
        case TemplateSyntaxError():
            return Problem(
                code="QZ500",
                message=f"the template has an error: {_worded(error.message)}",
                place=template_place(error.name or "", error.lineno),
            )
        case UnreadableTemplateError():
            message = f"the template `{error.name}` cannot be read"
            return Problem(code="QZ503", message=message, place=template_place(error.name), note=error.reason)
        case TemplateNotFound() if place:
            message = f"there is no template `{error.name}`"
            return Problem(code="QZ502", message=message, place=place, hint=_NAMES_HINT)
        case TooMuchError() | MemoryError() if place:
            message = f"the template takes too much: {_worded(str(error) or 'there is no memory for it')}"
            return Problem(code="QZ507", message=message, place=place, hint="make it simpler")
        case _ if place:
            return Problem(code="QZ501", message=f"the template fails: {_worded(str(error))}", place=place)
    return None


_NAMES_HINT = "name it from the folder `templates` on, as in `quiz/form.html`"


def _last_template(environment: Environment, traceback: TracebackType | None) -> Place | None:
    """Find the template and the line that ran last; Jinja gives its frames the template's path and line."""
    place = None
    while traceback is not None:
        name = _template_name(environment, Path(traceback.tb_frame.f_code.co_filename))
        place = template_place(name, traceback.tb_lineno) if name else place
        traceback = traceback.tb_next
    return place


def _template_name(environment: Environment, path: Path) -> str:
    loaders = environment.loader.loaders if isinstance(environment.loader, ChoiceLoader) else ()
    folders = [loader.folder for loader in loaders if isinstance(loader, _Folder)]
    return next((path.relative_to(folder).as_posix() for folder in folders if path.is_relative_to(folder)), "")


def _worded(message: str | None) -> str:
    """Put Jinja's words as ours are: no capital, no full stop, one line."""
    text = " ".join((message or "something is wrong").split()).rstrip(".")
    return text[:1].lower() + text[1:]
