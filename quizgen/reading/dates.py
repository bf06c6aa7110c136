"""Dates, parsed once: many facts share one."""

from __future__ import annotations

from functools import lru_cache

from quizgen.model.edtf import Edtf


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Edtf | None:
    """Parse an EDTF date or interval; ``None`` where it is neither."""
    return Edtf.parse(text)
