"""The bounds in pyproject.toml are those that `make test-oldest` installs, and there is no second list of them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.project import REPOSITORY
from tools.oldest import constraints

TEXT = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(TEXT)["project"]
EXTRA = PROJECT["optional-dependencies"]
BOUNDS = re.findall(r'^    "([\w-]+)>=([\d.]+)"', TEXT, re.MULTILINE)


def test_every_dependency_is_tested_at_its_lower_bound() -> None:
    """A bound that nobody tries is a promise that nobody keeps, of the tests' tools too."""
    assert set(constraints(TEXT)) == {f"{name}=={version}" for name, version in BOUNDS}
    assert len(BOUNDS) > len(PROJECT["dependencies"])


def test_the_tests_have_what_each_extra_gives() -> None:
    """What only an extra brings is tested too, in the versions that the extra allows."""
    (own,) = (one for one in EXTRA["test"] if one.startswith("quizgen["))
    assert own == f"quizgen[{','.join(sorted(EXTRA.keys() - {'test'}))}]"


def test_the_tests_build_with_what_pip_builds_with() -> None:
    """The wheel that a test installs is made by the versions that the project asks for."""
    assert set(tomllib.loads(TEXT)["build-system"]["requires"]) <= set(EXTRA["test"])


def test_the_target_takes_its_versions_from_there() -> None:
    """There is no list beside pyproject.toml that could grow old."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(r"^test-oldest:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe is not None
    assert "tools/oldest.py > $(OLDEST)/constraints.txt" in recipe[1]
    assert "--constraint $(OLDEST)/constraints.txt" in recipe[1]
    assert re.findall(r"[=><]=\s*\d", recipe[1]) == []


@pytest.mark.parametrize("requirement", ["click", "click<9", "click>=8,<9", "click==8.2", "click==8.*"])
def test_a_dependency_without_a_lower_bound_alone_is_refused(requirement: str) -> None:
    """An upper bound keeps users from newer versions, and none at all promises every old one."""
    text = f'[project]\nname = "x"\ndependencies = ["{requirement}"]\n[project.optional-dependencies]\ntest = []\n'
    with pytest.raises(ValueError, match=re.escape(requirement)):
        constraints(text)
