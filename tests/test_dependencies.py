"""The bounds in pyproject.toml are those that `make test-oldest` installs, and there is no second list of them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.project import REPOSITORY
from tools.oldest import EXTRAS, constraints

TEXT = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(TEXT)["project"]
EXTRA = PROJECT["optional-dependencies"]


def test_every_dependency_is_tested_at_its_lower_bound() -> None:
    """A bound that nobody tries is a promise that nobody keeps."""
    wanted = [*PROJECT["dependencies"], *EXTRA["apkg"], *EXTRA["pdf"]]
    assert constraints(TEXT) == [requirement.replace(">=", "==") for requirement in wanted]
    assert EXTRAS == ("apkg", "pdf")


def test_the_extra_of_the_tests_allows_the_same_versions() -> None:
    """What the tests install beside an extra must not be newer than what the extra promises."""
    for name in EXTRAS:
        assert set(EXTRA[name]) <= set(EXTRA["test"])


def test_the_target_takes_its_versions_from_there() -> None:
    """There is no list beside pyproject.toml that could grow old."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(r"^test-oldest:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe is not None
    assert "tools/oldest.py > $(OLDEST)/constraints.txt" in recipe[1]
    assert "--constraint $(OLDEST)/constraints.txt" in recipe[1]
    assert re.findall(r"[=><]=\s*\d", recipe[1]) == []


@pytest.mark.parametrize("requirement", ["click", "click<9", "click>=8,<9", "click==8.2"])
def test_a_dependency_without_a_lower_bound_alone_is_refused(requirement: str) -> None:
    """An upper bound keeps users from newer versions, and none at all promises every old one."""
    text = f'[project]\ndependencies = ["{requirement}"]\n[project.optional-dependencies]\napkg = []\npdf = []\n'
    with pytest.raises(ValueError, match=re.escape(requirement)):
        constraints(text)
