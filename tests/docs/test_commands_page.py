"""The reference of the commands is whole and true: every command, argument and option, and nothing else."""

from __future__ import annotations

import re

import click
import pytest

from quizgen.cli import main
from tests.support.project import REPOSITORY

PAGE = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## quizgen ([a-z]+)\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))


def test_every_command_has_its_section_and_its_place_in_the_list() -> None:
    """A curator who looks for a command finds it, from the top of the page too."""
    assert sorted(SECTIONS) == sorted(main.commands)
    assert re.findall(r"^- \[(\w+)\]\(#quizgen-\1\)", PAGE, flags=re.MULTILINE) == list(SECTIONS)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_a_section_shows_the_usage(name: str) -> None:
    """The line to type is the one that `--help` shows."""
    command = main.commands[name]
    usage = command.collect_usage_pieces(click.Context(command))
    assert " ".join(["quizgen", name, *usage]) in SECTIONS[name].splitlines()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_a_section_lists_the_options(name: str) -> None:
    """Every option stands in the table, and every one there exists."""
    options = [option for option in main.commands[name].params if isinstance(option, click.Option)]
    listed = re.findall(r"^\| `(--[a-z-]+)` \|", SECTIONS[name], flags=re.MULTILINE)
    assert sorted(listed) == sorted(opt for option in options for opt in option.opts if opt.startswith("--"))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_a_section_names_the_choices(name: str) -> None:
    """What an option or an argument may be is told in full."""
    choices = [param.type.choices for param in main.commands[name].params if isinstance(param.type, click.Choice)]
    assert [str(choice) for group in choices for choice in group if str(choice) not in SECTIONS[name]] == []


def test_the_options_of_all_commands_are_told() -> None:
    """What goes before a command stands above the commands."""
    above = re.findall(r"`(-[^` ]*)", PAGE.partition("\n## ")[0])
    assert {opt for option in main.params for opt in option.opts} <= set(above)
