"""Chromium, as a teacher prints from it: a page of HTML to PDF."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.support.need import need_program

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
)


def print_with_chromium(page: Path, pdf: Path) -> None:
    """Print a page with a fresh profile; its own ``@page`` gives paper and margins."""
    chromium = need_program("chromium", "chromium-browser", "google-chrome")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        subprocess.run(
            [chromium, *_QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.resolve().as_uri()],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=120,
        )
    assert pdf.is_file(), "Chromium printed nothing"
