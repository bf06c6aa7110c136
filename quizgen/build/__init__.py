"""The recipe of each command: the only place that knows all the stages."""

from quizgen.build.check import CheckReport, check_project

__all__ = ["CheckReport", "check_project"]
