"""``quizgen.yaml`` to a project."""

from __future__ import annotations

import re

from quizgen.diagnostics.problem import Problem
from quizgen.model.project import Project
from quizgen.model.settings import CheckSettings
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping
from quizgen.reading.patterns import LANGUAGE, Pattern

_CODE = Pattern(
    re.compile(r"QZ\d{1,3}", re.ASCII),
    "a code such as `QZ712`, or the beginning that several share, such as `QZ7`",
)
_OLDEST = 1000
_NAMESPACE = Pattern(
    re.compile(r"[a-z0-9][a-z0-9-]{7,63}", re.ASCII),
    "8 to 64 small letters, digits and hyphens, chosen once at random and never changed",
)


def read_project(node: Mapping, problems: list[Problem]) -> Project | None:
    """Make the project of its file's root node; ``None`` where it cannot be one."""
    fields = Fields(node, "the project file", problems)
    if not fields.has("namespace"):
        fields.missing("namespace", f"add `namespace: …` with {_NAMESPACE.means}")
    namespace = fields.pattern("namespace", _NAMESPACE)
    title = fields.text("title", required=True)
    language = fields.pattern("language", LANGUAGE, required=True)
    licence, contact, version = (fields.text(name) for name in ("licence", "contact", "version"))
    check = _check_settings(fields)
    fields.close()
    if namespace is None or title is None or language is None or not node.complete:
        return None
    return Project(
        namespace=namespace,
        title=title,
        language=language,
        licence=licence,
        contact=contact,
        version=version,
        check=check,
    )


def _check_settings(fields: Fields) -> CheckSettings:
    node = fields.mapping("check")
    if node is None:
        return CheckSettings()
    parts = Fields(node, "`check`", fields.problems)
    select, ignore = (
        tuple(code for code in parts.texts(name) or () if parts.matches(name, code, _CODE))
        for name in ("select", "ignore")
    )
    max_age = parts.number("max_age", least=0, most=_OLDEST)
    parts.close()
    return CheckSettings(select=select, ignore=ignore, max_age=max_age)
