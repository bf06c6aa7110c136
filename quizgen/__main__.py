"""The command line, as ``python -m quizgen``."""

from __future__ import annotations

from quizgen.cli import main

main(prog_name="quizgen")
