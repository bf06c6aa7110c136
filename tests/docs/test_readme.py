"""The README promises what tests hold, and shows what this repository makes."""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

import pytest

from tests.support.project import REPOSITORY, run_quizgen

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
MOST_BYTES = 200_000


def test_the_first_commands_work(tmp_path: Path) -> None:
    """Whoever types what stands at the top finds the page that it promises."""
    folder = tmp_path
    (commands,) = re.findall(r"## Two commands\n.*?```sh\n(.*?)```", README, flags=re.DOTALL)
    for command in commands.splitlines():
        program, *arguments = command.split()
        if program == "cd":
            folder /= arguments[0]
        else:
            result = run_quizgen(*arguments, cwd=folder)
            assert (program, result.returncode, result.stderr) == ("quizgen", 0, "")
    assert (folder / "build" / "index.html").is_file()


@pytest.mark.parametrize("test", re.findall(r"`(tests/\S+::\w+)`", README))
def test_the_tests_that_hold_a_promise_exist(test: str) -> None:
    """Whoever doubts a promise can run its test by the name that stands beside it."""
    path, _, name = test.partition("::")
    tree = ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_of_the_three_promises_has_its_tests() -> None:
    """A promise without a test is a hope."""
    promises = re.findall(r"^\d\. \*\*.+?(?=^\d\. |^## )", README, flags=re.MULTILINE | re.DOTALL)
    assert [promise.count("::test_") > 0 for promise in promises] == [True, True, True]


@pytest.mark.parametrize("name", re.findall(r"!\[[^]]+\]\((\S+)\)", README))
def test_the_pictures_are_small_pngs(name: str) -> None:
    """A reader on a slow line sees them; each has a text for those who see none."""
    content = (REPOSITORY / name).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) < MOST_BYTES
    assert 600 < width < 2400
    assert 300 < height < 2400
