"""Who may import whom, and what a command may load. The layers themselves stand in pyproject.toml."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import dedent
from typing import Any

from tests.support.project import FACT, REPOSITORY, lay_out_project

PACKAGE = REPOSITORY / "quizgen"
IMPORT_NAMES = {"pyyaml": "yaml", "jinja2": "jinja2"}
"""Where a distribution's module has another name."""
PART_OF = {"markupsafe": "jinja2"}
"""Modules that come with a dependency and are part of its interface."""


def test_the_layers_hold() -> None:
    """Every contract in pyproject.toml is kept, and every module has its layer."""
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_only_declared_dependencies_are_imported() -> None:
    """What the package imports is the standard library, itself, or a dependency, of its own or of an extra."""
    declared = declared_packages() | declared_packages("apkg") | declared_packages("pdf")
    assert imported_packages() - sys.stdlib_module_names - {"quizgen"} - declared == set()


def test_every_dependency_is_imported() -> None:
    """No dependency is left over."""
    assert declared_packages() - imported_packages() == set()


def test_asking_for_the_version_loads_click_only() -> None:
    """`quizgen --version` loads click, the standard library's paths, and the command's own front: no command."""
    loaded = loaded_by("--version") - loaded_by_click()
    assert loaded <= {"gc", "quizgen", "quizgen.cli", "quizgen.cli.main", "quizgen.cli.shared"}


def test_checking_loads_neither_templates_nor_anki(tmp_path: Path) -> None:
    """`quizgen check` reads and checks: it needs no template and no package."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACT})
    loaded = loaded_by("check", "--project", str(project))
    assert "quizgen.reading" in loaded
    assert loaded.isdisjoint({"jinja2", "markupsafe", "genanki", "sqlite3"})


def imported_packages() -> set[str]:
    """Top-level names of everything imported anywhere in the package, within functions too."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return {PART_OF.get(name, name) for name in names}


def declared_packages(extra: str = "") -> set[str]:
    """Import names of the dependencies in pyproject.toml, or of those of an extra."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=!~\[; ]", line)[0].lower() for line in _lines_of(project, extra)]
    return {IMPORT_NAMES.get(name, name) for name in names}


def _lines_of(project: dict[str, Any], extra: str) -> list[str]:
    return list(project["optional-dependencies"][extra] if extra else project["dependencies"])


def loaded_by(*arguments: str) -> set[str]:
    """Names of the modules that are loaded after the command has run with these arguments."""
    return modules_after(f"""
        from quizgen.cli import main
        try:
            main({list(arguments)!r})
        except SystemExit:
            pass
    """)


def loaded_by_click() -> set[str]:
    """Names of the modules that a command of click's loads that takes a path."""
    return modules_after("""
        import click, pathlib
        try:
            click.version_option("1")(click.group()(lambda: None))(["--version"])
        except SystemExit:
            pass
    """)


def modules_after(code: str) -> set[str]:
    """Run code in a fresh interpreter and return the names of all loaded modules."""
    report = "import json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"
    script = f"{dedent(code)}\n{report}"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env=unmeasured,  # `make coverage` loads modules of its own
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(result.stderr.splitlines()[-1]))
