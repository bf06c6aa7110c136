"""A form as a file of the archive."""

from __future__ import annotations

import json

from quizgen.model.archive import ArchivedForm
from quizgen.model.plain import to_plain


def archive_text(archived: ArchivedForm) -> str:
    """Write a form as JSON that a person can read and git can compare."""
    return json.dumps(to_plain(archived), ensure_ascii=False, indent=1) + "\n"
