"""The command line: arguments in, exit code out. Everything heavy is imported by the command that needs it."""

from quizgen.cli.main import main

__all__ = ["main"]
