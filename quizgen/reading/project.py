"""``quizgen.yaml`` to a project."""

from __future__ import annotations

import re

from quizgen.diagnostics.problem import Problem
from quizgen.model.project import Project
from quizgen.reading.facts import LANGUAGE, LANGUAGE_MEANS
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping

PROJECT_FILE = "quizgen.yaml"
_NAMESPACE = re.compile(r"[a-z0-9][a-z0-9-]{7,63}", re.ASCII)
_NAMESPACE_MEANS = "8 to 64 small letters, digits and hyphens, chosen once at random and never changed"


def read_project(node: Mapping, problems: list[Problem]) -> Project | None:
    """Make the project of its file's root node; ``None`` where it cannot be one."""
    fields = Fields(node, "the project file", problems)
    if not fields.has("namespace"):
        fields.missing("namespace", f"add `namespace: …` with {_NAMESPACE_MEANS}")
    namespace = fields.pattern("namespace", _NAMESPACE, _NAMESPACE_MEANS)
    title = fields.text("title", required=True)
    language = fields.pattern("language", LANGUAGE, LANGUAGE_MEANS, required=True)
    licence, contact, version = (fields.text(name) for name in ("licence", "contact", "version"))
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
    )
